/* change-row.h: one change of a scenario, that opens for its fields
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "scenario.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlChangeRow: an expander row. Signal "place-wanted": its place is to be shown
 * on the map.
 */
#define BL_TYPE_CHANGE_ROW (bl_change_row_get_type ())
G_DECLARE_FINAL_TYPE (BlChangeRow, bl_change_row, BL, CHANGE_ROW, AdwExpanderRow)

GtkWidget *bl_change_row_new (BlSession *session, BlScenarioChange *change);
BlScenarioChange *bl_change_row_get_change (BlChangeRow *self);
/* What it does may read otherwise now. */
void bl_change_row_update (BlChangeRow *self);
/* Opens it and gives the row of @field the keyboard; NULL: the first. */
void bl_change_row_focus (BlChangeRow *self, const char *field);
/* A place as typed: "NE3 4HT", "NZ 245 682"; FALSE leaves what is wrong below the field. */
gboolean bl_change_row_set_place (BlChangeRow *self, const char *text);

G_END_DECLS
