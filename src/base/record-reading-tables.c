/* record-reading-tables.c: the tables of a document, and the fields that want them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-reading.h"

#include <glib/gi18n-lib.h>

#include "table-worker.h"

/* Documents of fewer bytes are read before a thread has begun. */
#define WORTH_A_THREAD (512 * 1024)

typedef struct
{
  BlRecord *record;
  const BlField *field;
  char *id;
  guint line;
} Wanted;

/* A table whose text was handed over. */
typedef struct
{
  char *id;
  guint line, index;
} Coming;

static void
coming_free (gpointer data)
{
  Coming *coming = data;

  g_free (coming->id);
  g_free (coming);
}

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_object_unref (wanted->record);
  g_free (wanted->id);
  g_free (wanted);
}

void
bl_reading_start_tables (BlReading *reading, gsize length)
{
  reading->worker = bl_table_worker_new (length >= WORTH_A_THREAD);
  reading->coming = g_ptr_array_new_with_free_func (coming_free);
  reading->wanted = g_ptr_array_new_with_free_func (wanted_free);
}

void
bl_reading_end_tables (BlReading *reading)
{
  g_clear_pointer (&reading->worker, bl_table_worker_free);
  g_clear_pointer (&reading->coming, g_ptr_array_unref);
  g_clear_pointer (&reading->wanted, g_ptr_array_unref);
}

void
bl_reading_want_table (BlReading *reading, BlRecord *record, const BlField *field, const char *id)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->record = g_object_ref (record);
  wanted->field = field;
  wanted->id = g_strdup (id);
  wanted->line = bl_reading_get_line (reading);
  g_ptr_array_add (reading->wanted, wanted);
}

static void
take_table_text (const char *text, gsize length, gpointer data)
{
  bl_table_worker_add (data, text, length);
}

static void
read_table (BlReading *reading)
{
  const char *id = bl_reading_get_attribute (reading, "id");
  const char *type_name = bl_reading_get_attribute (reading, "type");
  guint depth = reading->at->depth;
  Coming *coming;
  BlTableType type;

  if (id == NULL || !bl_table_type_from_text (type_name, &type))
    {
      bl_reading_add_fault (reading, NULL, "type", _("a table of the unknown type “%s” was left out"),
                            type_name != NULL ? type_name : "");
      bl_reading_skip (reading);
      return;
    }
  coming = g_new0 (Coming, 1);
  coming->id = g_strdup (id);
  coming->line = bl_reading_get_line (reading);
  coming->index = reading->coming->len;
  g_ptr_array_add (reading->coming, coming);
  bl_table_worker_begin (reading->worker, type);
  while (bl_reading_next (reading) && !bl_reading_at_end (reading, depth))
    if (reading->at->type == BL_XML_START)
      bl_reading_take_text (reading, NULL, take_table_text, reading->worker);
  if (reading->error == NULL && reading->at != NULL)
    bl_table_worker_end (reading->worker);
}

void
bl_reading_take_tables (BlReading *reading)
{
  guint depth = reading->at->depth;

  while (bl_reading_next (reading) && !bl_reading_at_end (reading, depth))
    if (reading->at->type == BL_XML_START)
      read_table (reading);
}

/* Takes the tables that are made by now. */
static void
take_made (BlReading *reading)
{
  bl_table_worker_wait (reading->worker);
  for (guint i = 0; i < reading->coming->len; i++)
    {
      Coming *coming = reading->coming->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (BlTable) table = bl_table_worker_take (reading->worker, coming->index, &error);

      if (error != NULL && !bl_reading_is_full (reading))
        g_ptr_array_add (reading->result->faults,
                         bl_fault_new (BL_SEVERITY_ERROR, NULL, coming->id, coming->line, _("%s; the table was left out"),
                                       error->message));
      if (table == NULL)
        continue;
      if (!g_str_equal (bl_table_get_id (table), coming->id) && !bl_reading_is_full (reading))
        g_ptr_array_add (reading->result->faults,
                         bl_fault_new (BL_SEVERITY_WARNING, coming->id, NULL, coming->line,
                                       _("a table was changed by hand since it was written: its checksum differs")));
      g_hash_table_insert (reading->result->tables, g_strdup (coming->id), g_steal_pointer (&table));
    }
}

void
bl_reading_resolve_tables (BlReading *reading)
{
  take_made (reading);
  for (guint i = 0; i < reading->wanted->len; i++)
    {
      Wanted *wanted = g_ptr_array_index (reading->wanted, i);
      BlTable *table = g_hash_table_lookup (reading->result->tables, wanted->id);

      if (table != NULL && bl_table_get_table_type (table) == wanted->field->table_type)
        bl_record_set_table (wanted->record, wanted->field->name, table);
      else if (!bl_reading_is_full (reading))
        g_ptr_array_add (reading->result->faults,
                         bl_fault_new (BL_SEVERITY_ERROR, bl_record_get_id (wanted->record), wanted->field->name,
                                       wanted->line,
                                       table == NULL ? _("%s: the table “%s” is not in the file")
                                                     : _("%s: the table “%s” holds something else"),
                                       _(wanted->field->title), wanted->id));
    }
}
