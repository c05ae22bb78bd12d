/* map-classing.h: how the figures of a map are put into groups
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "area-value.h"
#include "map-study.h"

G_BEGIN_DECLS

/**
 * BlMapClassing: the choice of a rule for the value shown: method, number of
 * groups or limits of one's own, and a middle. What is typed takes effect when
 * it is understood; what is not is said below the field.
 */
#define BL_TYPE_MAP_CLASSING (bl_map_classing_get_type ())
G_DECLARE_FINAL_TYPE (BlMapClassing, bl_map_classing, BL, MAP_CLASSING, GtkWidget)

/* @value NULL: nothing is grouped now. @classes: as they are by the rule of the study; may be NULL. */
void bl_map_classing_show (BlMapClassing *self, BlMapStudy *study, const BlAreaValue *value, const BlClasses *classes);

G_END_DECLS
