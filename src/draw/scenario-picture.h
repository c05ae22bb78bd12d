/* scenario-picture.h: the difference map of a scenario, on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "consequences.h"
#include "palette.h"

G_BEGIN_DECLS

/**
 * BlScenarioPicture: what bl_scenario_picture_paint() needs, copied: areas that
 * change, where people go, libraries as they would be.
 */
typedef struct _BlScenarioPicture BlScenarioPicture;

BlScenarioPicture *bl_scenario_picture_new (const BlFacts *today, BlFacts *changed, const BlConsequences *consequences);
void bl_scenario_picture_free (BlScenarioPicture *self);
/* Height by width of the part that changes, 0.4 to 1. */
double bl_scenario_picture_get_ratio (const BlScenarioPicture *self);
/* The part that changes and where people would go, with a scale; as large as it fits. */
void bl_scenario_picture_paint (const BlScenarioPicture *self, cairo_t *cr, double width, double height,
                                double text_scale, const BlPalette *palette);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlScenarioPicture, bl_scenario_picture_free)

G_END_DECLS
