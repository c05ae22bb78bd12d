/* record-xml-write.c: records to XML
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-xml.h"

#include <string.h>

#include "record-private.h"
#include "xml-writer.h"

/* A table is cut into elements of at most this many bytes of text. */
#define MAX_PART (64 * 1024)

typedef struct
{
  BlXmlWriter xml;
  BlRecordSnapshot *snapshot; /* NULL for a fragment */
  GHashTable *seen;           /* ids of the tables gathered */
  gboolean bare;         /* leaves out who changed what and when */
  const char *without;        /* a list of the root that is left out, or NULL */
} Writing;

struct _BlRecordSnapshot
{
  GString *text;     /* all but the tables */
  GPtrArray *tables; /* BlTable, in order of first use */
  gsize tables_at;   /* where they go in the text */
};

static void write_record (Writing *writing, BlRecord *record, const char *namespace, const char *version);

static void
write_foreign (Writing *writing, BlRecord *record, const char *wrapper, guint *next, guint position)
{
  GPtrArray *elements = bl_record_get_foreign_elements (record);

  for (; elements != NULL && *next < elements->len; (*next)++)
    {
      BlForeignElement *element = g_ptr_array_index (elements, *next);

      /* Those of other lists may lie between, at positions of their own. */
      if (g_strcmp0 (element->wrapper, wrapper) != 0)
        continue;
      if (element->position > position)
        return;
      bl_xml_writer_raw (&writing->xml, "\n", 1);
      bl_xml_writer_raw (&writing->xml, element->xml, strlen (element->xml));
    }
}

static gboolean
has_foreign (BlRecord *record, const char *wrapper)
{
  GPtrArray *elements = bl_record_get_foreign_elements (record);

  for (guint i = 0; elements != NULL && i < elements->len; i++)
    if (g_strcmp0 (((BlForeignElement *) elements->pdata[i])->wrapper, wrapper) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_attribute (const BlField *field)
{
  return field->type != BL_FIELD_LONG_TEXT && field->type != BL_FIELD_CHILD && field->type != BL_FIELD_LIST;
}

static void
write_attributes (Writing *writing, BlRecord *record)
{
  GPtrArray *fields = bl_record_get_fields (record);
  GPtrArray *foreign = bl_record_get_foreign_attributes (record);

  if (bl_record_get_id (record) != NULL)
    bl_xml_writer_attribute (&writing->xml, "id", bl_record_get_id (record));
  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);
      const BlSlot *slot = &bl_record_private (record)->slots[i];
      g_autofree char *made = NULL;
      const char *text;

      if (!is_attribute (field) || (writing->bare && field->about_change))
        continue;
      text = bl_slot_to_text (field, slot, &made);
      if (text == NULL)
        continue;
      bl_xml_writer_attribute (&writing->xml, field->name, text);
      if (field->type == BL_FIELD_TABLE && writing->snapshot != NULL
          && g_hash_table_add (writing->seen, (gpointer) text))
        g_ptr_array_add (writing->snapshot->tables, bl_table_ref (slot->table));
    }
  for (guint i = 0; foreign != NULL && i < foreign->len; i++)
    {
      BlForeignAttribute *attribute = g_ptr_array_index (foreign, i);

      bl_xml_writer_attribute (&writing->xml, attribute->name, attribute->value);
    }
}

static void
write_list (Writing *writing, BlRecord *record, const BlField *field, guint *next, guint *position)
{
  gboolean left_out = bl_record_get_parent (record) == NULL && g_strcmp0 (field->name, writing->without) == 0;
  GListModel *list
      = !left_out && bl_record_is_known (record, field->name) ? bl_record_get_list (record, field->name) : NULL;
  guint n = list != NULL ? g_list_model_get_n_items (list) : 0;
  guint wrapped_next = 0, wrapped_position = 0;

  if (field->wrapper != NULL)
    {
      if (n == 0 && !has_foreign (record, field->wrapper))
        return;
      write_foreign (writing, record, NULL, next, *position);
      bl_xml_writer_start (&writing->xml, field->wrapper);
      next = &wrapped_next;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlRecord) item = g_list_model_get_item (list, i);

      write_foreign (writing, record, field->wrapper, next, field->wrapper != NULL ? wrapped_position : *position);
      write_record (writing, item, NULL, NULL);
      if (field->wrapper != NULL)
        wrapped_position++;
      else
        (*position)++;
    }
  if (field->wrapper != NULL)
    {
      write_foreign (writing, record, field->wrapper, next, G_MAXUINT);
      bl_xml_writer_end (&writing->xml, field->wrapper);
      (*position)++;
    }
}

/* How much of what is left of a table's text goes into one element. */
static gsize
length_of_part (const char *text, gsize length)
{
  gsize cut = MAX_PART;

  if (length <= MAX_PART)
    return length;
  /* Cut after a row, or inside a very long one after a blank. */
  while (cut > 0 && text[cut - 1] != '\n')
    cut--;
  if (cut == 0)
    for (cut = MAX_PART; cut > 0 && text[cut - 1] != ' ';)
      cut--;
  if (cut == 0)
    for (cut = MAX_PART; cut < length && (text[cut] & 0xc0) == 0x80;)
      cut++; /* not inside a character */
  return cut;
}

static void
write_table (BlXmlWriter *xml, BlTable *table)
{
  BlTableType type = bl_table_get_table_type (table);
  g_autofree char *text = bl_table_to_text (table);
  g_autofree char *rows = g_strdup_printf ("%u", bl_table_get_n_rows (table));
  gsize length = strlen (text), part;

  bl_xml_writer_start (xml, "table");
  bl_xml_writer_attribute (xml, "id", bl_table_get_id (table));
  bl_xml_writer_attribute (xml, "type", bl_table_type_to_text (type));
  bl_xml_writer_attribute (xml, "rows", rows);
  for (gsize at = 0; at < length; at += part)
    {
      part = length_of_part (text + at, length - at);
      bl_xml_writer_start (xml, "part");
      if (type == BL_TABLE_TEXTS)
        bl_xml_writer_text (xml, text + at, part);
      else
        bl_xml_writer_raw (xml, text + at, part); /* digits and marks that need no escape */
      bl_xml_writer_end (xml, "part");
    }
  bl_xml_writer_end (xml, "table");
}

static void
write_record (Writing *writing, BlRecord *record, const char *namespace, const char *version)
{
  GPtrArray *fields = bl_record_get_fields (record);
  guint next = 0, position = 0;

  bl_xml_writer_start (&writing->xml, bl_record_get_kind (record));
  if (namespace != NULL)
    bl_xml_writer_attribute (&writing->xml, "xmlns", namespace);
  if (version != NULL)
    bl_xml_writer_attribute (&writing->xml, "version", version);
  write_attributes (writing, record);
  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);
      const BlSlot *slot = &bl_record_private (record)->slots[i];

      if (field->type == BL_FIELD_LONG_TEXT && slot->text != NULL)
        {
          write_foreign (writing, record, NULL, &next, position);
          bl_xml_writer_element (&writing->xml, field->name, slot->text, strlen (slot->text));
          position++;
        }
      else if (field->type == BL_FIELD_CHILD && slot->child != NULL)
        {
          write_foreign (writing, record, NULL, &next, position);
          write_record (writing, slot->child, NULL, NULL);
          position++;
        }
      else if (field->type == BL_FIELD_LIST)
        write_list (writing, record, field, &next, &position);
    }
  if (namespace != NULL && writing->snapshot->tables->len > 0)
    {
      bl_xml_writer_close_tag (&writing->xml);
      writing->snapshot->tables_at = writing->xml.out->len;
      writing->xml.indent_end = TRUE; /* they are elements */
    }
  write_foreign (writing, record, NULL, &next, G_MAXUINT);
  bl_xml_writer_end (&writing->xml, bl_record_get_kind (record));
}

static BlRecordSnapshot *
take_snapshot (BlRecord *root, const char *version, gboolean bare, const char *without)
{
  BlRecordSnapshot *snapshot = g_new0 (BlRecordSnapshot, 1);
  Writing writing = { .bare = bare, .without = without };

  snapshot->text = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  snapshot->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_table_unref);
  writing.snapshot = snapshot;
  writing.seen = g_hash_table_new (g_str_hash, g_str_equal);
  bl_xml_writer_init (&writing.xml, snapshot->text, 0);
  write_record (&writing, root, BL_RECORD_NAMESPACE, version);
  g_hash_table_unref (writing.seen);
  return snapshot;
}

BlRecordSnapshot *
bl_record_take_snapshot (BlRecord *root, const char *version)
{
  g_return_val_if_fail (BL_IS_RECORD (root), NULL);

  return take_snapshot (root, version, FALSE, NULL);
}

BlRecordSnapshot *
bl_record_take_bare_snapshot (BlRecord *root, const char *version, const char *without)
{
  g_return_val_if_fail (BL_IS_RECORD (root), NULL);

  return take_snapshot (root, version, TRUE, without);
}

const char *
bl_record_snapshot_get_text (BlRecordSnapshot *snapshot)
{
  return snapshot->text->str;
}

GPtrArray *
bl_record_snapshot_get_tables (BlRecordSnapshot *snapshot)
{
  return snapshot->tables;
}

BlRecordReading *
bl_record_snapshot_read (BlRecordSnapshot *snapshot, GType type, const char *name, GError **error)
{
  g_autoptr (GHashTable) tables = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < snapshot->tables->len; i++)
    g_hash_table_insert (tables, (gpointer) bl_table_get_id (snapshot->tables->pdata[i]), snapshot->tables->pdata[i]);
  return bl_record_read_with (type, snapshot->text->str, snapshot->text->len, name, BL_RECORD_READ_PLAIN, tables, NULL,
                              error);
}

GBytes *
bl_record_snapshot_write (BlRecordSnapshot *snapshot)
{
  GString *out = g_string_sized_new (snapshot->text->len + 1);
  BlXmlWriter xml;

  g_string_append_len (out, snapshot->text->str, snapshot->tables_at);
  if (snapshot->tables->len > 0)
    {
      bl_xml_writer_init (&xml, out, 1);
      bl_xml_writer_start (&xml, "tables");
      for (guint i = 0; i < snapshot->tables->len; i++)
        write_table (&xml, snapshot->tables->pdata[i]);
      bl_xml_writer_end (&xml, "tables");
    }
  g_string_append_len (out, snapshot->text->str + snapshot->tables_at, snapshot->text->len - snapshot->tables_at);
  return g_string_free_to_bytes (out);
}

void
bl_record_snapshot_free (BlRecordSnapshot *snapshot)
{
  if (snapshot == NULL)
    return;
  g_string_free (snapshot->text, TRUE);
  g_ptr_array_unref (snapshot->tables);
  g_free (snapshot);
}

GBytes *
bl_record_write (BlRecord *root, const char *version)
{
  g_autoptr (BlRecordSnapshot) snapshot = NULL;

  g_return_val_if_fail (BL_IS_RECORD (root), NULL);

  snapshot = bl_record_take_snapshot (root, version);
  return bl_record_snapshot_write (snapshot);
}

char *
bl_record_to_fragment (BlRecord *record)
{
  Writing writing = { .snapshot = NULL };

  g_return_val_if_fail (BL_IS_RECORD (record), NULL);

  bl_xml_writer_init (&writing.xml, g_string_new (NULL), 0);
  write_record (&writing, record, NULL, NULL);
  return g_string_free (writing.xml.out, FALSE);
}
