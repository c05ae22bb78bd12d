/* record-reading-tables.c: the tables of a document, and the fields that want them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-reading.h"

#include <glib/gi18n-lib.h>

#include "table-reader.h"

typedef struct
{
  BlRecord *record;
  const BlField *field;
  char *id;
  guint line;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_object_unref (wanted->record);
  g_free (wanted->id);
  g_free (wanted);
}

void
bl_reading_wants_start (BlReading *reading)
{
  reading->wanted = g_ptr_array_new_with_free_func (wanted_free);
}

void
bl_reading_wants_end (BlReading *reading)
{
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

/* A table on its way in. */
typedef struct
{
  BlTableReader *reader; /* NULL once a row was wrong */
  GError *error;
} TableBits;

static void
take_table_text (const char *text, gsize length, gpointer data)
{
  TableBits *bits = data;

  if (bits->reader != NULL && !bl_table_reader_add (bits->reader, text, length, &bits->error))
    g_clear_pointer (&bits->reader, bl_table_reader_free);
}

/* The parts of a table; %NULL where they cannot be read. */
static BlTable *
read_parts (BlReading *reading, BlTableType type, GError **error)
{
  TableBits bits = { .reader = bl_table_reader_new (type) };
  guint depth = reading->at->depth;
  BlTable *table = NULL;

  while (bl_reading_next (reading) && !bl_reading_at_end (reading, depth))
    if (reading->at->type == BL_XML_START)
      bl_reading_take_text (reading, NULL, take_table_text, &bits);
  if (bits.reader != NULL && reading->error == NULL)
    table = bl_table_reader_finish (bits.reader, &bits.error);
  g_clear_pointer (&bits.reader, bl_table_reader_free);
  if (bits.error != NULL)
    g_propagate_error (error, bits.error);
  return table;
}

static void
read_table (BlReading *reading)
{
  g_autofree char *id = g_strdup (bl_reading_get_attribute (reading, "id"));
  const char *type_name = bl_reading_get_attribute (reading, "type");
  g_autoptr (BlTable) table = NULL;
  g_autoptr (GError) error = NULL;
  BlTableType type;

  if (id == NULL || !bl_table_type_from_text (type_name, &type))
    {
      bl_reading_add_fault (reading, NULL, "type", _("a table of the unknown type “%s” was left out"),
                 type_name != NULL ? type_name : "");
      bl_reading_skip (reading);
      return;
    }
  table = read_parts (reading, type, &error);
  if (reading->error != NULL)
    return;
  if (table == NULL)
    {
      bl_reading_add_fault (reading, NULL, id, _("%s; the table was left out"), error->message);
      return;
    }
  if (!g_str_equal (bl_table_get_id (table), id))
    {
      g_ptr_array_add (reading->result->faults,
                       bl_fault_new (BL_SEVERITY_WARNING, id, NULL, bl_reading_get_line (reading),
                                     _("a table was changed by hand since it was written: its checksum differs")));
    }
  g_hash_table_insert (reading->result->tables, g_steal_pointer (&id), g_steal_pointer (&table));
}

void
bl_reading_take_tables (BlReading *reading)
{
  guint depth = reading->at->depth;

  while (bl_reading_next (reading) && !bl_reading_at_end (reading, depth))
    if (reading->at->type == BL_XML_START)
      read_table (reading);
}

void
bl_reading_resolve_tables (BlReading *reading)
{
  for (guint i = 0; i < reading->wanted->len; i++)
    {
      Wanted *wanted = g_ptr_array_index (reading->wanted, i);
      BlTable *table = g_hash_table_lookup (reading->result->tables, wanted->id);

      if (table != NULL && bl_table_get_table_type (table) == wanted->field->table_type)
        bl_record_set_table (wanted->record, wanted->field->name, table);
      else
        g_ptr_array_add (reading->result->faults,
                         bl_fault_new (BL_SEVERITY_ERROR, bl_record_get_id (wanted->record), wanted->field->name,
                                       wanted->line,
                                       table == NULL ? _("%s: the table “%s” is not in the file")
                                                     : _("%s: the table “%s” holds something else"),
                                       _(wanted->field->title), wanted->id));
    }
}
