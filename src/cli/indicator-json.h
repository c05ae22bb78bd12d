/* indicator-json.h: parts of the JSON about indicators
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "indicator-values.h"

G_BEGIN_DECLS

/* What it is and where. */
void bl_indicator_json_head (JsonBuilder *builder, BlBaseFigures *figures, const BlIndicatorValues *values);
/* Newest value and what is said of it. */
void bl_indicator_json_latest (JsonBuilder *builder, const BlIndicatorValues *values, const BlJudgement *judgement);
/* The whole answer. */
void bl_indicator_json_show (BlBaseFigures *figures, const BlIndicatorValues *values, const BlJudgement *judgement);

G_END_DECLS
