/* roads-text.h: a road network as the file holds it, row by row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "table-private.h"

G_BEGIN_DECLS

/* Row @row of the text, without its line feed. */
void bl_roads_append_row (GString *out, const BlRoads *roads, guint row);

/**
 * BlRoadsReader: rows into a network, as they come.
 */
typedef struct _BlRoadsReader BlRoadsReader;
BlRoadsReader *bl_roads_reader_new (void);
void bl_roads_reader_free (BlRoadsReader *reader);
/* FALSE when @line cannot be a row. @own_form becomes FALSE when it is not as we would write it. */
gboolean bl_roads_reader_add (BlRoadsReader *reader, const char *line, gsize length, gboolean *own_form);
/* The table, once; an error when a road leads to a junction that did not come. */
BlTable *bl_roads_reader_take_table (BlRoadsReader *reader, const char *sum, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlRoadsReader, bl_roads_reader_free)

G_END_DECLS
