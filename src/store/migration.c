/* migration.c: reading projects of every version of the format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "migration.h"

#include <glib/gi18n-lib.h>

#include "project.h"
#include "record-version.h"

/* Version 1.0 is the first: nothing leads to it. */
static const BlMigration ours[] = { { NULL, NULL, NULL } };
static const BlMigration *steps = ours;

void
bl_migration_set_table (const BlMigration *table)
{
  steps = table != NULL ? table : ours;
}

static const BlMigration *
find_step (const char *from)
{
  for (const BlMigration *step = steps; step->from != NULL; step++)
    if (g_str_equal (step->from, from))
      return step;
  return NULL;
}

/* Whether steps lead from @version to today's. */
static gboolean
has_way (const char *version)
{
  const BlMigration *step;

  while (bl_record_version_compare (version, BL_PROJECT_VERSION) < 0)
    {
      step = find_step (version);
      if (step == NULL || bl_record_version_compare (step->to, version) <= 0)
        return FALSE;
      version = step->to;
    }
  return TRUE;
}

BlRecordReading *
bl_migration_read (GBytes *bytes, const char *name, BlRecordReadFlags flags, GCancellable *cancellable, GError **error)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);
  g_autoptr (BlRecordReading) reading
      = bl_record_read_with (BL_TYPE_PROJECT, data, length, name, flags, NULL, cancellable, error);
  const char *version;

  if (reading == NULL)
    return NULL;
  if (!has_way (reading->version))
    {
      g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_FORMAT,
                   _("%s: it was made by an early Branchline (format %s), which this one no longer reads"), name,
                   reading->version);
      return NULL;
    }
  for (version = reading->version; bl_record_version_compare (version, BL_PROJECT_VERSION) < 0;)
    {
      const BlMigration *step = find_step (version);

      step->upgrade (reading->root);
      version = step->to;
    }
  return g_steal_pointer (&reading);
}

char *
bl_migration_take_attribute (BlRecord *record, const char *name)
{
  GPtrArray *attributes = bl_record_get_foreign_attributes (record);

  for (guint i = 0; attributes != NULL && i < attributes->len; i++)
    {
      BlForeignAttribute *attribute = g_ptr_array_index (attributes, i);
      char *value;

      if (!g_str_equal (attribute->name, name))
        continue;
      value = g_strdup (attribute->value);
      g_ptr_array_remove_index (attributes, i);
      return value;
    }
  return NULL;
}
