/* record-xml-read.c: XML to records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-xml.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>
#include <stdlib.h>
#include <string.h>

#include "foreign-xml.h"
#include "record-private.h"
#include "record-version.h"
#include "table-reader.h"
#include "text.h"

typedef struct
{
  xmlTextReaderPtr reader;
  const char *name;
  BlRecordReading *reading;
  GCancellable *cancellable;
  GHashTable *ids;      /* id -> itself, of all records so far */
  GPtrArray *wanted;    /* Wanted: table fields to be resolved */
  char *problem;        /* first message of the parser */
  guint problem_line;
  GError *error;        /* stops everything */
  guint error_line;
  BlRecordReadFlags flags;
  char *namespace;      /* of the document */
} Reading;

typedef struct
{
  BlRecord *record;
  const BlField *field;
  char *id;
  guint line;
} Wanted;

static gboolean read_content (Reading *reading, BlRecord *record, gboolean is_root);

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_object_unref (wanted->record);
  g_free (wanted->id);
  g_free (wanted);
}

static guint
line_of (Reading *reading)
{
  /* The parser is ahead of the node that is looked at. */
  xmlNodePtr node = xmlTextReaderCurrentNode (reading->reader);
  long line = node != NULL ? xmlGetLineNo (node) : xmlTextReaderGetParserLineNumber (reading->reader);

  return (guint) MAX (line, 0);
}

static void G_GNUC_PRINTF (4, 5)
add_fault (Reading *reading, BlRecord *record, const char *field, const char *format, ...)
{
  g_autofree char *who = record == NULL ? NULL
                         : bl_record_get_id (record) != NULL ? g_strdup (bl_record_get_id (record))
                                                             : g_strdup (bl_record_get_kind (record));
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (reading->reading->faults,
                   bl_fault_new (BL_SEVERITY_ERROR, who, field, line_of (reading), "%s", message));
}

static void G_GNUC_PRINTF (4, 5)
fail (Reading *reading, BlBaseError code, guint line, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  if (reading->error != NULL)
    return;
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  reading->error_line = line;
  if (line > 0)
    g_set_error (&reading->error, BL_BASE_ERROR, code, "%s:%u: %s", reading->name, line, message);
  else
    g_set_error (&reading->error, BL_BASE_ERROR, code, "%s: %s", reading->name, message);
}

static void
on_parser_problem (void *data, xmlErrorPtr problem)
{
  Reading *reading = data;

  /* Only what is fatal stops the parser; a strange name of a namespace does not. */
  if (reading->problem != NULL || problem == NULL || problem->message == NULL || problem->level < XML_ERR_FATAL)
    return;
  reading->problem = g_utf8_make_valid (problem->message, -1);
  g_strchomp (reading->problem);
  reading->problem_line = MAX (problem->line, 0);
}

/* Moves to the next node; %FALSE at the end and where anything is wrong. */
static gboolean
next (Reading *reading)
{
  int more;

  if (reading->error != NULL)
    return FALSE;
  if (g_cancellable_is_cancelled (reading->cancellable))
    {
      fail (reading, BL_BASE_ERROR_CANCELLED, 0, _("reading was stopped"));
      return FALSE;
    }
  more = xmlTextReaderRead (reading->reader);
  if (more == 1 && xmlTextReaderDepth (reading->reader) > BL_RECORD_MAX_DEPTH)
    {
      fail (reading, BL_BASE_ERROR_LIMIT, line_of (reading), _("elements are nested too deeply for a project"));
      return FALSE;
    }
  if (more == 1 && xmlTextReaderNodeType (reading->reader) == XML_READER_TYPE_DOCUMENT_TYPE)
    {
      fail (reading, BL_BASE_ERROR_FORMAT, line_of (reading), _("a project has no document type declaration"));
      return FALSE;
    }
  if (more < 0)
    fail (reading, BL_BASE_ERROR_SYNTAX, reading->problem_line,
          _("the file is damaged or cut off (%s)"),
          reading->problem != NULL ? reading->problem : _("it is not well-formed XML"));
  return more == 1;
}

static gboolean
is_ours (Reading *reading)
{
  const xmlNode *node = xmlTextReaderCurrentNode (reading->reader);

  return node->ns != NULL && g_strcmp0 ((const char *) node->ns->href, reading->namespace) == 0;
}

/* Steps over the element the reader is at. */
static gboolean
skip_element (Reading *reading)
{
  int depth = xmlTextReaderDepth (reading->reader);

  if (xmlTextReaderIsEmptyElement (reading->reader))
    return TRUE;
  while (next (reading))
    if (xmlTextReaderNodeType (reading->reader) == XML_READER_TYPE_END_ELEMENT
        && xmlTextReaderDepth (reading->reader) == depth)
      return TRUE;
  return FALSE;
}

static void
keep_foreign (Reading *reading, BlRecord *record, const BlField *wrapper, guint position)
{
  xmlNodePtr node = xmlTextReaderExpand (reading->reader);

  if (node != NULL)
    {
      g_autofree char *xml = bl_foreign_xml_from_node (node, BL_RECORD_NAMESPACE);

      bl_record_keep_foreign_element (record, wrapper, position, xml);
    }
  skip_element (reading);
}

typedef void (*TakeText) (const char *text, gsize length, gpointer data);

/* The text of the element the reader is at, up to its end, as it comes;
 * elements inside are a fault. %FALSE after an error. */
static gboolean
read_text_bits (Reading *reading, BlRecord *record, TakeText take, gpointer data)
{
  int depth = xmlTextReaderDepth (reading->reader);
  gboolean told = FALSE;
  gsize sum = 0;

  if (xmlTextReaderIsEmptyElement (reading->reader))
    return TRUE;
  while (next (reading))
    {
      int type = xmlTextReaderNodeType (reading->reader);

      if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (reading->reader) == depth)
        return TRUE;
      if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA || type == XML_READER_TYPE_WHITESPACE
          || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE)
        {
          const char *value = (const char *) xmlTextReaderConstValue (reading->reader);
          gsize length = strlen (value);

          sum += length;
          if (sum > BL_RECORD_MAX_TEXT)
            {
              fail (reading, BL_BASE_ERROR_LIMIT, line_of (reading), _("a text is longer than a project may hold"));
              break;
            }
          take (value, length, data);
        }
      else if (type == XML_READER_TYPE_ELEMENT && !told)
        {
          add_fault (reading, record, NULL, _("the element “%s” stands inside a text and was left out"),
                     (const char *) xmlTextReaderConstLocalName (reading->reader));
          told = TRUE;
        }
    }
  return FALSE;
}

static void
append_text (const char *text, gsize length, gpointer data)
{
  g_string_append_len (data, text, length);
}

static char *
read_text (Reading *reading, BlRecord *record)
{
  GString *text = g_string_new (NULL);
  gboolean read = read_text_bits (reading, record, append_text, text);

  return g_string_free (text, !read);
}

static void
read_id (Reading *reading, BlRecord *record, const char *id)
{
  if (!bl_ids_is_valid (id, bl_record_get_kind (record)))
    add_fault (reading, record, "id", _("“%s” is not the id of a %s; it was given a new one"), id,
               bl_record_get_kind (record));
  else if (g_hash_table_contains (reading->ids, id))
    add_fault (reading, record, "id", _("the id “%s” stands twice; the second was given a new one"), id);
  else
    {
      bl_record_set_id (record, id);
      g_hash_table_add (reading->ids, g_strdup (id));
    }
}

static void
read_field (Reading *reading, BlRecord *record, const BlField *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (field->type == BL_FIELD_TABLE)
    {
      Wanted *wanted = g_new0 (Wanted, 1);

      wanted->record = g_object_ref (record);
      wanted->field = field;
      wanted->id = g_strdup (text);
      wanted->line = line_of (reading);
      g_ptr_array_add (reading->wanted, wanted);
    }
  else if (!bl_record_load_field (record, field, text, &error))
    add_fault (reading, record, field->name, _("%s; it was left out"), error->message);
}

/* The value of an attribute; @made is what has to be freed when it is in pieces. */
static const char *
value_of (const xmlAttr *attribute, xmlChar **made)
{
  const xmlNode *content = attribute->children;

  if (content != NULL && content->type == XML_TEXT_NODE && content->next == NULL)
    return (const char *) content->content;
  *made = xmlNodeListGetString (attribute->doc, attribute->children, 1);
  return *made != NULL ? (const char *) *made : "";
}

static void
read_attribute (Reading *reading, BlRecord *record, const xmlAttr *attribute, const char *value, gboolean is_root,
                guint *expected)
{
  const char *local = (const char *) attribute->name;
  gboolean has_prefix = attribute->ns != NULL && attribute->ns->prefix != NULL;
  GPtrArray *fields = bl_record_get_fields (record);
  const BlField *field = NULL;

  if (has_prefix)
    {
      g_autofree char *full = g_strconcat ((const char *) attribute->ns->prefix, ":", local, NULL);

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
read_attributes (Reading *reading, BlRecord *record, gboolean is_root)
{
  const xmlNode *node = xmlTextReaderCurrentNode (reading->reader);
  gboolean has_id = FALSE;
  guint expected = 0;

  for (const xmlNs *ns = node->nsDef; ns != NULL; ns = ns->next)
    if (ns->prefix != NULL)
      {
        g_autofree char *full = g_strconcat ("xmlns:", (const char *) ns->prefix, NULL);
        g_autofree char *namespace = bl_foreign_namespace_name ((const char *) ns->href);

        bl_record_keep_foreign_attribute (record, full, namespace);
      }
  for (const xmlAttr *attribute = node->properties; attribute != NULL && reading->error == NULL;
       attribute = attribute->next)
    {
      xmlChar *made = NULL;
      const char *value = value_of (attribute, &made);

      has_id |= attribute->ns == NULL && g_str_equal (attribute->name, "id");
      if (strlen (value) > BL_RECORD_MAX_TEXT)
        fail (reading, BL_BASE_ERROR_LIMIT, line_of (reading), _("a text is longer than a project may hold"));
      else
        read_attribute (reading, record, attribute, value, is_root, &expected);
      if (made != NULL)
        xmlFree (made);
    }
  if (!has_id && reading->error == NULL)
    add_fault (reading, record, "id", _("a %s has no id; it was given one"), bl_record_get_kind (record));
}

/* The record of the element the reader is at. */
static BlRecord *
read_record (Reading *reading, GType type, gboolean is_root)
{
  BlRecord *record = g_object_new (type, NULL);

  read_attributes (reading, record, is_root);
  if (reading->error == NULL && !xmlTextReaderIsEmptyElement (reading->reader))
    read_content (reading, record, is_root);
  return record;
}

static const char *
kind_of (GType type)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);

  return BL_RECORD_CLASS (klass)->kind;
}

static void
read_wrapped_list (Reading *reading, BlRecord *record, const BlField *field)
{
  const char *kind = kind_of (field->item_type);
  int depth = xmlTextReaderDepth (reading->reader);
  guint position = 0;

  if (xmlTextReaderIsEmptyElement (reading->reader))
    return;
  while (next (reading))
    {
      int type = xmlTextReaderNodeType (reading->reader);

      if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (reading->reader) == depth)
        return;
      if (type != XML_READER_TYPE_ELEMENT)
        continue;
      if (is_ours (reading) && g_str_equal (xmlTextReaderConstLocalName (reading->reader), kind))
        {
          g_autoptr (BlRecord) item = read_record (reading, field->item_type, FALSE);

          bl_record_append (record, field->name, item);
          position++;
        }
      else
        keep_foreign (reading, record, field, position);
    }
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
read_parts (Reading *reading, BlTableType type, GError **error)
{
  TableBits bits = { .reader = bl_table_reader_new (type) };
  int depth = xmlTextReaderDepth (reading->reader);
  BlTable *table = NULL;

  while (!xmlTextReaderIsEmptyElement (reading->reader) && next (reading))
    {
      int node = xmlTextReaderNodeType (reading->reader);

      if (node == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (reading->reader) == depth)
        break;
      if (node == XML_READER_TYPE_ELEMENT)
        read_text_bits (reading, NULL, take_table_text, &bits);
    }
  if (bits.reader != NULL && reading->error == NULL)
    table = bl_table_reader_finish (bits.reader, &bits.error);
  g_clear_pointer (&bits.reader, bl_table_reader_free);
  if (bits.error != NULL)
    g_propagate_error (error, bits.error);
  return table;
}

static void
read_table (Reading *reading)
{
  g_autofree char *id = (char *) xmlTextReaderGetAttribute (reading->reader, (const xmlChar *) "id");
  g_autofree char *type_name = (char *) xmlTextReaderGetAttribute (reading->reader, (const xmlChar *) "type");
  g_autoptr (BlTable) table = NULL;
  g_autoptr (GError) error = NULL;
  BlTableType type;

  if (id == NULL || !bl_table_type_from_text (type_name, &type))
    {
      add_fault (reading, NULL, "type", _("a table of the unknown type “%s” was left out"),
                 type_name != NULL ? type_name : "");
      skip_element (reading);
      return;
    }
  table = read_parts (reading, type, &error);
  if (reading->error != NULL)
    return;
  if (table == NULL)
    {
      add_fault (reading, NULL, id, _("%s; the table was left out"), error->message);
      return;
    }
  if (!g_str_equal (bl_table_get_id (table), id))
    {
      g_ptr_array_add (reading->reading->faults,
                       bl_fault_new (BL_SEVERITY_WARNING, id, NULL, line_of (reading),
                                     _("a table was changed by hand since it was written: its checksum differs")));
    }
  g_hash_table_insert (reading->reading->tables, g_steal_pointer (&id), g_steal_pointer (&table));
}

static void
read_tables (Reading *reading)
{
  int depth = xmlTextReaderDepth (reading->reader);

  if (xmlTextReaderIsEmptyElement (reading->reader))
    return;
  while (next (reading))
    {
      int type = xmlTextReaderNodeType (reading->reader);

      if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (reading->reader) == depth)
        return;
      if (type == XML_READER_TYPE_ELEMENT)
        read_table (reading);
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
read_content (Reading *reading, BlRecord *record, gboolean is_root)
{
  int depth = xmlTextReaderDepth (reading->reader);
  guint position = 0;

  while (next (reading))
    {
      int type = xmlTextReaderNodeType (reading->reader);
      const char *local;
      const BlField *field;

      if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (reading->reader) == depth)
        return TRUE;
      if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA)
        {
          add_fault (reading, record, NULL, _("text stands outside any field and was left out"));
          continue;
        }
      if (type != XML_READER_TYPE_ELEMENT)
        continue;
      local = (const char *) xmlTextReaderConstLocalName (reading->reader);
      if (is_root && is_ours (reading) && g_str_equal (local, "tables"))
        {
          read_tables (reading);
          continue;
        }
      field = is_ours (reading) ? field_of_element (record, local) : NULL;
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
            add_fault (reading, record, field->name, _("the element “%s” stands twice; the second was left out"),
                       field->name);
          else
            bl_record_set_child (record, field->name, child);
        }
      else if (field->wrapper != NULL)
        read_wrapped_list (reading, record, field);
      else
        {
          g_autoptr (BlRecord) item = read_record (reading, field->item_type, FALSE);

          bl_record_append (record, field->name, item);
        }
    }
  return reading->error == NULL;
}

static void
resolve_tables (Reading *reading)
{
  for (guint i = 0; i < reading->wanted->len; i++)
    {
      Wanted *wanted = g_ptr_array_index (reading->wanted, i);
      BlTable *table = g_hash_table_lookup (reading->reading->tables, wanted->id);

      if (table != NULL && bl_table_get_table_type (table) == wanted->field->table_type)
        bl_record_set_table (wanted->record, wanted->field->name, table);
      else
        g_ptr_array_add (reading->reading->faults,
                         bl_fault_new (BL_SEVERITY_ERROR, bl_record_get_id (wanted->record), wanted->field->name,
                                       wanted->line,
                                       table == NULL ? _("%s: the table “%s” is not in the file")
                                                     : _("%s: the table “%s” holds something else"),
                                       _(wanted->field->title), wanted->id));
    }
}

static gboolean
check_root (Reading *reading, GType type, const char *expected_version)
{
  const char *kind = kind_of (type);
  const char *uri = (const char *) xmlTextReaderConstNamespaceUri (reading->reader);

  if (!bl_record_version_is_namespace (uri)
      || !g_str_equal (xmlTextReaderConstLocalName (reading->reader), kind))
    {
      fail (reading, BL_BASE_ERROR_FORMAT, line_of (reading), _("this is not a Branchline %s: its first element is “%s”"),
            kind, (const char *) xmlTextReaderConstLocalName (reading->reader));
      return FALSE;
    }
  reading->namespace = g_strdup (uri);
  reading->reading->version = (char *) xmlTextReaderGetAttribute (reading->reader, (const xmlChar *) "version");
  if (!bl_record_version_is_valid (reading->reading->version))
    {
      fail (reading, BL_BASE_ERROR_FORMAT, line_of (reading), _("the version of the document is not given"));
      return FALSE;
    }
  if ((reading->flags & BL_RECORD_READ_NEWER) == 0
      && (bl_record_version_get_major (reading->reading->version) > bl_record_version_get_major (expected_version)
          || !g_str_equal (uri, BL_RECORD_NAMESPACE)))
    {
      fail (reading, BL_BASE_ERROR_NEWER, line_of (reading),
            _("it was made by a newer Branchline (format %s); update this one to open it"), reading->reading->version);
      return FALSE;
    }
  return TRUE;
}

/* What was read before the damage is kept where that was asked for. */
static void
forgive_damage (Reading *reading)
{
  g_autoptr (GError) error = NULL;
  const char *sentence;
  g_autofree char *place = NULL;

  if ((reading->flags & BL_RECORD_READ_DAMAGED) == 0 || reading->reading->root == NULL || reading->error == NULL
      || (reading->error->code != BL_BASE_ERROR_SYNTAX && reading->error->code != BL_BASE_ERROR_LIMIT))
    return;
  error = g_steal_pointer (&reading->error);
  place = reading->error_line > 0 ? g_strdup_printf ("%s:%u: ", reading->name, reading->error_line)
                                  : g_strdup_printf ("%s: ", reading->name);
  sentence = g_str_has_prefix (error->message, place) ? error->message + strlen (place) : error->message;
  g_ptr_array_add (reading->reading->faults,
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
readable_length (Reading *reading, const char *xml, gsize length)
{
  const char *end;

  if (bl_text_is_utf8 (xml, length))
    return length;
  g_utf8_validate (xml, length, &end);
  if ((reading->flags & BL_RECORD_READ_DAMAGED) != 0)
    return end - xml;
  fail (reading, BL_BASE_ERROR_SYNTAX, 0, _("the file is damaged: it is not UTF-8 text"));
  return 0;
}

/* What is left of the document for the parser. */
typedef struct
{
  const char *xml;
  gsize length;
} Source;

static int
read_source (void *data, char *buffer, int length)
{
  Source *source = data;
  gsize n = MIN (source->length, (gsize) MAX (length, 0));

  memcpy (buffer, source->xml, n);
  source->xml += n;
  source->length -= n;
  return (int) n;
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
  Reading reading = { .name = name, .cancellable = cancellable, .flags = flags };
  BlRecordReading *result = g_new0 (BlRecordReading, 1);

  g_return_val_if_fail (g_type_is_a (type, BL_TYPE_RECORD), NULL);

  result->faults = bl_faults_new ();
  result->tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) bl_table_unref);
  share_tables (tables, result->tables);
  reading.reading = result;
  reading.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading.wanted = g_ptr_array_new_with_free_func (wanted_free);
  if (length == 0)
    fail (&reading, BL_BASE_ERROR_FORMAT, 0, _("the file is empty"));
  else if (length > G_MAXINT)
    fail (&reading, BL_BASE_ERROR_LIMIT, 0, _("the file is larger than a project may be"));
  else if ((length = readable_length (&reading, xml, length)) == 0)
    fail (&reading, BL_BASE_ERROR_SYNTAX, 0, _("the file is damaged from its first character on"));
  else if (has_doctype (xml, length))
    fail (&reading, BL_BASE_ERROR_FORMAT, 0, _("a project has no document type declaration"));
  else
    {
      Source source = { xml, length };

      /* From memory straight away it would be copied whole. */
      reading.reader = xmlReaderForIO (read_source, NULL, &source, NULL, "UTF-8",
                                       XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES);
      xmlTextReaderSetStructuredErrorHandler (reading.reader, on_parser_problem, &reading);
      while (next (&reading))
        {
          if (xmlTextReaderNodeType (reading.reader) != XML_READER_TYPE_ELEMENT)
            continue;
          if (check_root (&reading, type, "1.0"))
            result->root = read_record (&reading, type, TRUE);
          /* What follows the root must still be well-formed. */
          while (next (&reading))
            ;
          break;
        }
      xmlFreeTextReader (reading.reader);
    }
  forgive_damage (&reading);
  if (reading.error == NULL && result->root == NULL)
    fail (&reading, BL_BASE_ERROR_FORMAT, 0, _("there is no document in the file"));
  if (reading.error == NULL)
    resolve_tables (&reading);
  g_ptr_array_unref (reading.wanted);
  g_hash_table_unref (reading.ids);
  g_free (reading.problem);
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
  if (reading->version != NULL)
    xmlFree (reading->version);
  g_free (reading);
}
