/* table-reader.h: a table from its text, which may come bit by bit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "table.h"

G_BEGIN_DECLS

/**
 * BlTableReader: reads rows as they come, straight into arrays, and takes the
 * checksum on the way, so that the text need not be held nor made again.
 */
typedef struct _BlTableReader BlTableReader;

BlTableReader *bl_table_reader_new (BlTableType type);
/* The next bit of the text, cut anywhere. After an error nothing more may come. */
gboolean bl_table_reader_add (BlTableReader *reader, const char *text, gsize length, GError **error);
/* The table, once. */
BlTable *bl_table_reader_finish (BlTableReader *reader, GError **error);
void bl_table_reader_free (BlTableReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlTableReader, bl_table_reader_free)

G_END_DECLS
