/* record-xml-read.c: XML to records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foreign-xml.h"
#include "record-private.h"
#include "record-reading.h"
#include "record-version.h"
#include "text.h"
#include "xml-guard.h"

static void read_content (BlReading *reading, BlRecord *record, gboolean is_root);

static void
keep_foreign (BlReading *reading, BlRecord *record, const BlField *wrapper, guint position)
{
  g_autofree char *xml = bl_reading_take_foreign (reading);

  if (xml != NULL)
    bl_record_keep_foreign_element (record, wrapper, position, xml);
}

static void
append_text (const char *text, gsize length, gpointer data)
{
  g_string_append_len (data, text, length);
}

static char *
read_text (BlReading *reading, BlRecord *record)
{
  GString *text = g_string_new (NULL);
  gboolean read = bl_reading_take_text (reading, record, append_text, text);

  return g_string_free (text, !read);
}

static void
read_id (BlReading *reading, BlRecord *record, const char *id)
{
  if (!bl_ids_is_valid (id, bl_record_get_kind (record)))
    bl_reading_add_fault (reading, record, "id", _("“%s” is not the id of a %s; it was given a new one"), id,
               bl_record_get_kind (record));
  else if (g_hash_table_contains (reading->ids, id))
    bl_reading_add_fault (reading, record, "id", _("the id “%s” stands twice; the second was given a new one"), id);
  else
    {
      bl_record_set_id (record, id);
      g_hash_table_insert (reading->ids, (gpointer) bl_record_get_id (record), record);
    }
}

static void
read_field (BlReading *reading, BlRecord *record, const BlField *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (field->type == BL_FIELD_TABLE)
    bl_reading_want_table (reading, record, field, text);
  else if (!bl_record_load_field (record, field, text, &error))
    bl_reading_add_fault (reading, record, field->name, _("%s; it was left out"), error->message);
}

static void
read_attribute (BlReading *reading, BlRecord *record, const BlXmlAttribute *attribute, gboolean is_root, guint *expected)
{
  const char *local = attribute->name, *value = attribute->value;
  GPtrArray *fields = bl_record_get_fields (record);
  const BlField *field = NULL;

  if (attribute->prefix != NULL)
    {
      g_autofree char *full = g_strconcat (attribute->prefix, ":", local, NULL);

      bl_record_keep_foreign_attribute (record, full, value);
      return;
    }
  if (g_str_equal (local, "id"))
    {
      read_id (reading, record, value);
      return;
    }
  if (is_root && g_str_equal (local, "version"))
    return;
  /* Mostly they stand in their declared order. */
  if (*expected < fields->len && g_str_equal (((BlField *) fields->pdata[*expected])->name, local))
    field = fields->pdata[*expected];
  else
    field = bl_record_find_field (record, local);
  if (field == NULL || field->type == BL_FIELD_LONG_TEXT || field->type == BL_FIELD_CHILD
      || field->type == BL_FIELD_LIST)
    {
      bl_record_keep_foreign_attribute (record, local, value);
      return;
    }
  *expected = field->index + 1;
  read_field (reading, record, field, value);
}

static void
read_attributes (BlReading *reading, BlRecord *record, gboolean is_root)
{
  const BlXmlEvent *event = reading->at;
  guint expected = 0;

  for (guint i = 0; i < event->n_namespaces; i++)
    if (event->namespaces[i].prefix != NULL)
      {
        g_autofree char *full = g_strconcat ("xmlns:", event->namespaces[i].prefix, NULL);
        g_autofree char *namespace = bl_foreign_namespace_name (event->namespaces[i].uri);

        bl_record_keep_foreign_attribute (record, full, namespace);
      }
  for (guint i = 0; i < event->n_attributes && reading->error == NULL; i++)
    if (strlen (event->attributes[i].value) > BL_RECORD_MAX_TEXT)
      bl_reading_fail (reading, BL_BASE_ERROR_LIMIT, event->line, _("a text is longer than a project may hold"));
    else
      read_attribute (reading, record, &event->attributes[i], is_root, &expected);
  if (bl_reading_get_attribute (reading, "id") == NULL && reading->error == NULL)
    bl_reading_add_fault (reading, record, "id", _("a %s has no id; it was given one"), bl_record_get_kind (record));
}

/* The record of the element the reader is at. */
static BlRecord *
read_record (BlReading *reading, GType type, gboolean is_root)
{
  BlRecord *record = g_object_new (type, NULL);

  read_attributes (reading, record, is_root);
  if (reading->error == NULL)
    read_content (reading, record, is_root);
  return record;
}

static const char *
kind_of (GType type)
{
  GTypeClass *klass = g_type_class_peek_static (type);
  const char *kind;

  if (klass != NULL)
    return BL_RECORD_CLASS (klass)->kind;
  klass = g_type_class_ref (type);
  kind = BL_RECORD_CLASS (klass)->kind; /* classes live as long as the program */
  g_type_class_unref (klass);
  return kind;
}

static void
read_wrapped_list (BlReading *reading, BlRecord *record, const BlField *field)
{
  const char *kind = kind_of (field->item_type);
  guint depth = reading->at->depth;
  guint position = 0;

  while (bl_reading_next (reading) && !bl_reading_at_end (reading, depth))
    {
      if (reading->at->type != BL_XML_START)
        continue;
      if (bl_reading_is_ours (reading) && g_str_equal (reading->at->name, kind))
        {
          g_autoptr (BlRecord) item = read_record (reading, field->item_type, FALSE);

          bl_record_load_item (record, field, item);
          position++;
        }
      else
        keep_foreign (reading, record, field, position);
    }
}

/* The field an element of the name @local stands for. */
static const BlField *
field_of_element (BlRecord *record, const char *local)
{
  GPtrArray *fields = bl_record_get_fields (record);

  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);
      gboolean fits = FALSE;

      if (field->type == BL_FIELD_LONG_TEXT)
        fits = g_str_equal (local, field->name);
      else if (field->type == BL_FIELD_LIST && field->wrapper != NULL)
        fits = g_str_equal (local, field->wrapper);
      else if (field->type == BL_FIELD_LIST || field->type == BL_FIELD_CHILD)
        fits = g_str_equal (local, kind_of (field->item_type));
      if (fits)
        return field;
    }
  return NULL;
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

static void
read_content (BlReading *reading, BlRecord *record, gboolean is_root)
{
  guint depth = reading->at->depth;
  guint position = 0;
  gboolean told = FALSE; /* of this text, which may come in bits */

  while (bl_reading_next (reading) && !bl_reading_at_end (reading, depth))
    {
      const char *local = reading->at->name;
      const BlField *field;

      if (reading->at->type == BL_XML_TEXT && !told && !is_blank (reading->at->text))
        {
          bl_reading_add_fault (reading, record, NULL, _("text stands outside any field and was left out"));
          told = TRUE;
        }
      if (reading->at->type != BL_XML_START)
        continue;
      told = FALSE;
      if (is_root && bl_reading_is_ours (reading) && g_str_equal (local, "tables"))
        {
          bl_reading_take_tables (reading);
          continue;
        }
      field = bl_reading_is_ours (reading) ? field_of_element (record, local) : NULL;
      if (field == NULL)
        {
          keep_foreign (reading, record, NULL, position);
          continue;
        }
      position++;
      if (field->type == BL_FIELD_LONG_TEXT)
        {
          g_autofree char *text = read_text (reading, record);

          if (text != NULL)
            bl_record_set_text (record, field->name, text);
        }
      else if (field->type == BL_FIELD_CHILD)
        {
          g_autoptr (BlRecord) child = read_record (reading, field->item_type, FALSE);

          if (bl_record_get_child (record, field->name) != NULL)
            {
              bl_reading_add_fault (reading, record, field->name,
                                    _("the element “%s” stands twice; the second was left out"), field->name);
              g_ptr_array_add (reading->left_out, g_object_ref (child)); /* its ids are among those taken */
            }
          else
            bl_record_set_child (record, field->name, child);
        }
      else if (field->wrapper != NULL)
        read_wrapped_list (reading, record, field);
      else
        {
          g_autoptr (BlRecord) item = read_record (reading, field->item_type, FALSE);

          bl_record_load_item (record, field, item);
        }
    }
}

static gboolean
check_root (BlReading *reading, GType type, const char *expected_version)
{
  const char *kind = kind_of (type);
  const char *uri = reading->at->uri;

  if (!bl_record_version_is_namespace (uri)
      || !g_str_equal (reading->at->name, kind))
    {
      bl_reading_fail (reading, BL_BASE_ERROR_FORMAT, bl_reading_get_line (reading), _("this is not a Branchline %s: its first element is “%s”"),
            kind, reading->at->name);
      return FALSE;
    }
  reading->namespace = g_strdup (uri);
  reading->result->version = g_strdup (bl_reading_get_attribute (reading, "version"));
  if (!bl_record_version_is_valid (reading->result->version))
    {
      bl_reading_fail (reading, BL_BASE_ERROR_FORMAT, bl_reading_get_line (reading), _("the version of the document is not given"));
      return FALSE;
    }
  if ((reading->flags & BL_RECORD_READ_NEWER) == 0
      && (bl_record_version_get_major (reading->result->version) > bl_record_version_get_major (expected_version)
          || !g_str_equal (uri, BL_RECORD_NAMESPACE)))
    {
      bl_reading_fail (reading, BL_BASE_ERROR_NEWER, bl_reading_get_line (reading),
            _("it was made by a newer Branchline (format %s); update this one to open it"), reading->result->version);
      return FALSE;
    }
  return TRUE;
}

/* What was read before the damage is kept where that was asked for. */
static void
forgive_damage (BlReading *reading)
{
  g_autoptr (GError) error = NULL;
  const char *sentence;
  g_autofree char *place = NULL;

  if ((reading->flags & BL_RECORD_READ_DAMAGED) == 0 || reading->result->root == NULL || reading->error == NULL
      || (reading->error->code != BL_BASE_ERROR_SYNTAX && reading->error->code != BL_BASE_ERROR_LIMIT))
    return;
  error = g_steal_pointer (&reading->error);
  place = reading->error_line > 0 ? g_strdup_printf ("%s:%u: ", reading->name, reading->error_line)
                                  : g_strdup_printf ("%s: ", reading->name);
  sentence = g_str_has_prefix (error->message, place) ? error->message + strlen (place) : error->message;
  g_ptr_array_add (reading->result->faults,
                   bl_fault_new (BL_SEVERITY_ERROR, NULL, NULL, reading->error_line,
                                 _("%s; everything from there on was left out"), sentence));
}

/* A document type declaration is refused before the parser sees what it declares. */
static gboolean
has_doctype (const char *xml, gsize length)
{
  const char *p = xml, *end = xml + length;

  if (length >= 3 && memcmp (p, "\357\273\277", 3) == 0)
    p += 3;
  while (p < end)
    {
      const char *stop;

      if (g_ascii_isspace (*p))
        p++;
      else if (end - p >= 4 && memcmp (p, "<!--", 4) == 0)
        {
          stop = g_strstr_len (p + 4, end - p - 4, "-->");
          if (stop == NULL)
            return FALSE;
          p = stop + 3;
        }
      else if (end - p >= 2 && memcmp (p, "<?", 2) == 0)
        {
          stop = g_strstr_len (p, end - p, "?>");
          if (stop == NULL)
            return FALSE;
          p = stop + 2;
        }
      else
        return end - p >= 2 && p[0] == '<' && p[1] == '!';
    }
  return FALSE;
}

static void
share_tables (GHashTable *from, GHashTable *to)
{
  GHashTableIter iter;
  gpointer id, table;

  if (from == NULL)
    return;
  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &id, &table))
    g_hash_table_insert (to, g_strdup (id), bl_table_ref (table));
}

/* What of a damaged document can be given to the parser, which wants UTF-8. */
static gsize
readable_length (BlReading *reading, const char *xml, gsize length)
{
  const char *end;

  if (bl_text_is_utf8 (xml, length))
    return length;
  g_utf8_validate (xml, length, &end);
  if ((reading->flags & BL_RECORD_READ_DAMAGED) != 0)
    return end - xml;
  bl_reading_fail (reading, BL_BASE_ERROR_SYNTAX, 0, _("the file is damaged: it is not UTF-8 text"));
  return 0;
}

BlRecordReading *
bl_record_read (GType type, const char *xml, gsize length, const char *name, GCancellable *cancellable,
                GError **error)
{
  return bl_record_read_with (type, xml, length, name, BL_RECORD_READ_PLAIN, NULL, cancellable, error);
}

BlRecordReading *
bl_record_read_with (GType type, const char *xml, gsize length, const char *name, BlRecordReadFlags flags,
                     GHashTable *tables, GCancellable *cancellable, GError **error)
{
  BlReading reading = { .name = name, .cancellable = cancellable, .flags = flags };
  BlRecordReading *result = g_new0 (BlRecordReading, 1);
  const char *too_much;
  guint line = 0;

  g_return_val_if_fail (g_type_is_a (type, BL_TYPE_RECORD), NULL);

  result->faults = bl_faults_new ();
  result->tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) bl_table_unref);
  share_tables (tables, result->tables);
  reading.result = result;
  reading.ids = g_hash_table_new (g_str_hash, g_str_equal);
  reading.left_out = g_ptr_array_new_with_free_func (g_object_unref);
  bl_reading_start_tables (&reading, length);
  if (length == 0)
    bl_reading_fail (&reading, BL_BASE_ERROR_FORMAT, 0, _("the file is empty"));
  else if (length > G_MAXINT)
    bl_reading_fail (&reading, BL_BASE_ERROR_LIMIT, 0, _("the file is larger than a project may be"));
  else if ((length = readable_length (&reading, xml, length)) == 0)
    bl_reading_fail (&reading, BL_BASE_ERROR_SYNTAX, 0, _("the file is damaged from its first character on"));
  else if (has_doctype (xml, length))
    bl_reading_fail (&reading, BL_BASE_ERROR_FORMAT, 0, _("a project has no document type declaration"));
  else if ((too_much = bl_xml_guard_check (xml, length, BL_RECORD_MAX_DEPTH + 1, BL_RECORD_MAX_TEXT, &line)) != NULL)
    bl_reading_fail (&reading, BL_BASE_ERROR_LIMIT, line, "%s", too_much);
  else
    {
      reading.xml = bl_xml_reader_new (xml, length);
      while (bl_reading_next (&reading))
        {
          if (reading.at->type != BL_XML_START)
            continue;
          if (check_root (&reading, type, "1.0"))
            result->root = read_record (&reading, type, TRUE);
          /* What follows the root must still be well-formed. */
          while (bl_reading_next (&reading))
            ;
          break;
        }
    }
  forgive_damage (&reading);
  if (reading.error == NULL && result->root == NULL)
    bl_reading_fail (&reading, BL_BASE_ERROR_FORMAT, 0, _("there is no document in the file"));
  if (reading.error == NULL)
    bl_reading_resolve_tables (&reading);
  if (reading.n_unlisted > 0)
    g_ptr_array_add (result->faults, bl_fault_new (BL_SEVERITY_ERROR, NULL, NULL, 0,
                                                   ngettext ("%u more fault is not listed", "%u more faults are not listed",
                                                             reading.n_unlisted),
                                                   reading.n_unlisted));
  bl_reading_end_tables (&reading);
  g_clear_pointer (&reading.xml, bl_xml_reader_free);
  g_hash_table_unref (reading.ids);
  g_ptr_array_unref (reading.left_out);
  g_free (reading.namespace);
  if (reading.error != NULL)
    {
      g_propagate_error (error, reading.error);
      bl_record_reading_free (result);
      return NULL;
    }
  return result;
}

void
bl_record_reading_free (BlRecordReading *reading)
{
  if (reading == NULL)
    return;
  g_clear_object (&reading->root);
  g_clear_pointer (&reading->faults, g_ptr_array_unref);
  g_clear_pointer (&reading->tables, g_hash_table_unref);
  g_free (reading->version);
  g_free (reading);
}
