/* migration.h: reading projects of every version of the format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "record-xml.h"

G_BEGIN_DECLS

/**
 * BlMigration: one step from a version of the format to the next. @upgrade is
 * given the root as it was read: what the old version said in other words
 * stands in its records as foreign content. The same file must always give the
 * same records. (A field never changes its meaning or form: a new one gets a
 * new name. So everything old is either still known, or foreign.)
 */
typedef struct
{
  const char *from, *to;
  void (*upgrade) (BlRecord *root);
} BlMigration;

/* For a table of steps that must outlive the program; %NULL brings ours back. Ends with an empty one. */
void bl_migration_set_table (const BlMigration *table);
/* bl_record_read_with() for a project; one of an older version is brought up to
 * today's. An error (BL_BASE_ERROR_FORMAT) when no steps lead here. */
BlRecordReading *bl_migration_read (GBytes *bytes, const char *name, BlRecordReadFlags flags,
                                    GCancellable *cancellable, GError **error);
/* For steps: takes the foreign attribute @name out of @record; %NULL when there is none. */
char *bl_migration_take_attribute (BlRecord *record, const char *name);

G_END_DECLS
