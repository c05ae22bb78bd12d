/* kept-table.h: a table a marked version needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/* Kind "kept-table". It keeps a table in the document after the project itself
 * has let go of it. Fields, of which one is set: texts, numbers, points,
 * outlines, network (tables of that type). */
#define BL_TYPE_KEPT_TABLE (bl_kept_table_get_type ())
G_DECLARE_FINAL_TYPE (BlKeptTable, bl_kept_table, BL, KEPT_TABLE, BlRecord)

BlKeptTable *bl_kept_table_new (BlTable *table);
/* %NULL when the file lacked it. */
BlTable *bl_kept_table_get_table (BlKeptTable *self);

G_END_DECLS
