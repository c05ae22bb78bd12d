/* assess-status.h: where a self-assessment stands, as text and as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "assessment-study.h"

G_BEGIN_DECLS

void bl_assess_status_output (const BlAssessStudy *study);

G_END_DECLS
