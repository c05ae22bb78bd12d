/* thing-row.h: one thing that differs from an earlier state, to be ticked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "differing.h"

G_BEGIN_DECLS

/**
 * BlThingRow: its name and, one a line, what differs in it; with a tick where it
 * can be brought back. Property "ticked"; action "thing.tick".
 */
#define BL_TYPE_THING_ROW (bl_thing_row_get_type ())
G_DECLARE_FINAL_TYPE (BlThingRow, bl_thing_row, BL, THING_ROW, AdwActionRow)

GtkWidget *bl_thing_row_new (const BlDifferingThing *thing, gboolean with_tick);
/* Its record's id. */
const char *bl_thing_row_get_record (BlThingRow *self);
gboolean bl_thing_row_get_ticked (BlThingRow *self);
void bl_thing_row_set_ticked (BlThingRow *self, gboolean ticked);

G_END_DECLS
