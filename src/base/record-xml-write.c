/* record-xml-write.c: records to XML
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-xml.h"

#include <libxml/xmlwriter.h>
#include <string.h>

/* A table is cut into elements of at most this many bytes of text. */
#define MAX_PART (64 * 1024)

#define X(text) ((const xmlChar *) (text))

typedef struct
{
  xmlTextWriterPtr writer;
  GPtrArray *tables; /* BlTable, in order of first use; NULL when not gathered */
  GHashTable *seen;
} Writing;

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
      xmlTextWriterWriteRaw (writing->writer, X ("\n"));
      xmlTextWriterWriteRaw (writing->writer, X (element->xml));
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
    xmlTextWriterWriteAttribute (writing->writer, X ("id"), X (bl_record_get_id (record)));
  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);
      g_autofree char *text = NULL;

      if (!is_attribute (field))
        continue;
      text = bl_record_get_as_text (record, field->name);
      if (text == NULL)
        continue;
      xmlTextWriterWriteAttribute (writing->writer, X (field->name), X (text));
      if (field->type == BL_FIELD_TABLE && writing->tables != NULL && g_hash_table_add (writing->seen, g_strdup (text)))
        g_ptr_array_add (writing->tables, bl_table_ref (bl_record_get_table (record, field->name)));
    }
  for (guint i = 0; foreign != NULL && i < foreign->len; i++)
    {
      BlForeignAttribute *attribute = g_ptr_array_index (foreign, i);

      xmlTextWriterWriteAttribute (writing->writer, X (attribute->name), X (attribute->value));
    }
}

static void
write_list (Writing *writing, BlRecord *record, const BlField *field, guint *next, guint *position)
{
  GListModel *list = bl_record_get_list (record, field->name);
  guint n = g_list_model_get_n_items (list);
  guint wrapped_next = 0, wrapped_position = 0;

  if (field->wrapper != NULL)
    {
      if (n == 0 && !has_foreign (record, field->wrapper))
        return;
      write_foreign (writing, record, NULL, next, *position);
      xmlTextWriterStartElement (writing->writer, X (field->wrapper));
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
      xmlTextWriterEndElement (writing->writer);
      (*position)++;
    }
}

static void
write_tables (Writing *writing)
{
  if (writing->tables->len == 0)
    return;
  xmlTextWriterStartElement (writing->writer, X ("tables"));
  for (guint i = 0; i < writing->tables->len; i++)
    {
      BlTable *table = g_ptr_array_index (writing->tables, i);
      g_autofree char *text = bl_table_to_text (table);
      gsize length = strlen (text);
      g_autofree char *rows = g_strdup_printf ("%u", bl_table_get_n_rows (table));

      xmlTextWriterStartElement (writing->writer, X ("table"));
      xmlTextWriterWriteAttribute (writing->writer, X ("id"), X (bl_table_get_id (table)));
      xmlTextWriterWriteAttribute (writing->writer, X ("type"),
                                   X (bl_table_type_to_text (bl_table_get_table_type (table))));
      xmlTextWriterWriteAttribute (writing->writer, X ("rows"), X (rows));
      for (gsize at = 0; at < length;)
        {
          gsize part = MIN (length - at, MAX_PART);
          g_autofree char *piece = NULL;

          /* Cut after a row, or inside a very long one after a blank. */
          if (at + part < length)
            {
              gsize cut = part;

              while (cut > 0 && text[at + cut - 1] != '\n')
                cut--;
              if (cut == 0)
                for (cut = part; cut > 0 && text[at + cut - 1] != ' ';)
                  cut--;
              if (cut > 0)
                part = cut;
              else
                while (at + part < length && (text[at + part] & 0xc0) == 0x80)
                  part++; /* not inside a character */
            }
          piece = g_strndup (text + at, part);
          xmlTextWriterWriteElement (writing->writer, X ("part"), X (piece));
          at += part;
        }
      xmlTextWriterEndElement (writing->writer);
    }
  xmlTextWriterEndElement (writing->writer);
}

static void
write_record (Writing *writing, BlRecord *record, const char *namespace, const char *version)
{
  GPtrArray *fields = bl_record_get_fields (record);
  guint next = 0, position = 0;

  xmlTextWriterStartElement (writing->writer, X (bl_record_get_kind (record)));
  if (namespace != NULL)
    xmlTextWriterWriteAttribute (writing->writer, X ("xmlns"), X (namespace));
  if (version != NULL)
    xmlTextWriterWriteAttribute (writing->writer, X ("version"), X (version));
  write_attributes (writing, record);
  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);

      if (field->type == BL_FIELD_LONG_TEXT && bl_record_get_text (record, field->name) != NULL)
        {
          write_foreign (writing, record, NULL, &next, position);
          xmlTextWriterWriteElement (writing->writer, X (field->name), X (bl_record_get_text (record, field->name)));
          position++;
        }
      else if (field->type == BL_FIELD_CHILD && bl_record_get_child (record, field->name) != NULL)
        {
          write_foreign (writing, record, NULL, &next, position);
          write_record (writing, bl_record_get_child (record, field->name), NULL, NULL);
          position++;
        }
      else if (field->type == BL_FIELD_LIST)
        write_list (writing, record, field, &next, &position);
    }
  if (namespace != NULL && writing->tables != NULL)
    write_tables (writing);
  write_foreign (writing, record, NULL, &next, G_MAXUINT);
  xmlTextWriterEndElement (writing->writer);
}

static char *
write_text (BlRecord *root, const char *namespace, const char *version, gsize *length)
{
  xmlBufferPtr buffer = xmlBufferCreate ();
  Writing writing = { 0 };
  char *text;

  writing.writer = xmlNewTextWriterMemory (buffer, 0);
  g_assert (writing.writer != NULL);
  xmlTextWriterSetIndent (writing.writer, 1);
  xmlTextWriterSetIndentString (writing.writer, X (" "));
  if (namespace != NULL)
    {
      writing.tables = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_table_unref);
      writing.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      xmlTextWriterStartDocument (writing.writer, "1.0", "UTF-8", NULL);
    }
  write_record (&writing, root, namespace, version);
  xmlTextWriterEndDocument (writing.writer);
  xmlFreeTextWriter (writing.writer);
  g_clear_pointer (&writing.tables, g_ptr_array_unref);
  g_clear_pointer (&writing.seen, g_hash_table_unref);
  *length = xmlBufferLength (buffer);
  text = g_strndup ((const char *) xmlBufferContent (buffer), *length);
  xmlBufferFree (buffer);
  return text;
}

GBytes *
bl_record_write (BlRecord *root, const char *version)
{
  gsize length;
  char *text;

  g_return_val_if_fail (BL_IS_RECORD (root), NULL);

  text = write_text (root, BL_RECORD_NAMESPACE, version, &length);
  return g_bytes_new_take (text, length);
}

char *
bl_record_to_fragment (BlRecord *record)
{
  gsize length;

  g_return_val_if_fail (BL_IS_RECORD (record), NULL);

  return write_text (record, NULL, NULL, &length);
}
