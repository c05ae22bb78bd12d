/* schema.c: the RELAX NG schema, made from the declarations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "schema.h"

#include <string.h>

#include "project.h"
#include "record-xml.h"

/* Ordered, with no interleave: libxml2's streaming validator falls back to
 * building trees for that. Foreign content may stand only in "extension". */

static void
append_type (GString *out, const BlField *field)
{
  switch (field->type)
    {
    case BL_FIELD_INTEGER:
      g_string_append (out, "<data type=\"integer\"/>");
      break;
    case BL_FIELD_REAL:
      g_string_append (out, "<data type=\"double\"/>");
      break;
    case BL_FIELD_MONEY:
      g_string_append (out, "<data type=\"decimal\"><param name=\"fractionDigits\">2</param></data>");
      break;
    case BL_FIELD_DATE:
      g_string_append (out, "<data type=\"date\"/>");
      break;
    case BL_FIELD_BOOLEAN:
      g_string_append (out, "<choice><value>yes</value><value>no</value></choice>");
      break;
    case BL_FIELD_ENUM:
      {
        g_autoptr (GEnumClass) klass = g_type_class_ref (field->item_type);

        g_string_append (out, "<choice>");
        for (guint i = 0; i < klass->n_values; i++)
          if (klass->values[i].value != 0)
            g_string_append_printf (out, "<value>%s</value>", klass->values[i].value_nick);
        g_string_append (out, "</choice>");
        break;
      }
    case BL_FIELD_TABLE:
      g_string_append (out, "<data type=\"string\"><param name=\"pattern\">table-[0-9a-f]{16}</param></data>");
      break;
    case BL_FIELD_REFERENCE:
    case BL_FIELD_TEXT:
    default:
      g_string_append (out, "<text/>");
      break;
    }
}

static const char *
kind_of (GType type)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);

  return BL_RECORD_CLASS (klass)->kind;
}

/* Attributes that any record may lack or have. Of the many ways to say so only
 * this one is quick everywhere: libxml2 follows both branches of every
 * <optional>, so that a library with thirty attributes would take 2^30 steps.
 * One name class in <zeroOrMore> takes thirty. Hence one for what is text, one
 * for what is typed; which of the types belongs to which name is the reader's
 * to judge. */
static void
append_attribute_group (GString *out, BlRecordClass *klass, gboolean typed)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) types = g_string_new (NULL);

  for (guint i = 0; i < klass->fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (klass->fields, i);
      gboolean is_text = field->type == BL_FIELD_TEXT || field->type == BL_FIELD_REFERENCE;
      g_autoptr (GString) type = g_string_new (NULL);

      if (field->type == BL_FIELD_LONG_TEXT || field->type == BL_FIELD_CHILD || field->type == BL_FIELD_LIST
          || is_text == typed)
        continue;
      g_string_append_printf (names, "<name>%s</name>", field->name);
      append_type (type, field);
      if (strstr (types->str, type->str) == NULL)
        g_string_append (types, type->str);
    }
  if (names->len > 0)
    g_string_append_printf (out,
                            "  <zeroOrMore><attribute ns=\"\"><choice>%s</choice>\n"
                            "   <choice>%s</choice></attribute></zeroOrMore>\n",
                            names->str, types->str);
}

static void
append_attributes (GString *out, BlRecordClass *klass)
{
  g_string_append_printf (out,
                          "  <attribute name=\"id\"><data type=\"string\"><param name=\"pattern\">"
                          "%s-[a-z2-9]{10}</param></data></attribute>\n",
                          klass->kind);
  append_attribute_group (out, klass, TRUE);
  append_attribute_group (out, klass, FALSE);
}

static void
append_kind (GString *out, GType type, gboolean is_root, GHashTable *seen)
{
  g_autoptr (GTypeClass) type_class = g_type_class_ref (type);
  BlRecordClass *klass = BL_RECORD_CLASS (type_class);

  if (!g_hash_table_add (seen, GSIZE_TO_POINTER (type)))
    return;
  g_string_append_printf (out, " <define name=\"%s\"><element name=\"%s\">\n", klass->kind, klass->kind);
  if (is_root)
    g_string_append (out, "  <attribute name=\"version\"><data type=\"string\"><param name=\"pattern\">"
                          "1\\.[0-9]+</param></data></attribute>\n");
  append_attributes (out, klass);
  for (guint i = 0; i < klass->fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (klass->fields, i);

      if (field->type == BL_FIELD_LONG_TEXT)
        g_string_append_printf (out, "  <optional><element name=\"%s\"><text/></element></optional>\n", field->name);
      else if (field->type == BL_FIELD_CHILD)
        g_string_append_printf (out, "  <optional><ref name=\"%s\"/></optional>\n", kind_of (field->item_type));
      else if (field->type == BL_FIELD_LIST && field->wrapper != NULL)
        g_string_append_printf (out,
                                "  <optional><element name=\"%s\"><zeroOrMore><ref name=\"%s\"/></zeroOrMore>"
                                "</element></optional>\n",
                                field->wrapper, kind_of (field->item_type));
      else if (field->type == BL_FIELD_LIST)
        g_string_append_printf (out, "  <zeroOrMore><ref name=\"%s\"/></zeroOrMore>\n", kind_of (field->item_type));
    }
  if (is_root)
    g_string_append (out, "  <optional><ref name=\"tables\"/></optional>\n");
  g_string_append (out, "  <optional><ref name=\"extension\"/></optional>\n </element></define>\n");
  for (guint i = 0; i < klass->fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (klass->fields, i);

      if (field->type == BL_FIELD_CHILD || field->type == BL_FIELD_LIST)
        append_kind (out, field->item_type, FALSE, seen);
    }
}

char *
bl_schema_generate (void)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  bl_project_register_kinds ();
  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<!-- Generated from the declarations of the record kinds; do not edit. -->\n"
                        "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\" ns=\"" BL_RECORD_NAMESPACE "\"\n"
                        "         datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\">\n"
                        " <start><ref name=\"project\"/></start>\n");
  append_kind (out, BL_TYPE_PROJECT, TRUE, seen);
  g_string_append (
      out,
      " <define name=\"tables\"><element name=\"tables\"><zeroOrMore><element name=\"table\">\n"
      "  <attribute name=\"id\"><data type=\"string\"><param name=\"pattern\">table-[0-9a-f]{16}</param></data></attribute>\n"
      "  <attribute name=\"type\"><choice><value>texts</value><value>numbers</value><value>points</value>"
      "<value>outlines</value><value>network</value></choice></attribute>\n"
      "  <attribute name=\"rows\"><data type=\"nonNegativeInteger\"/></attribute>\n"
      "  <zeroOrMore><element name=\"part\"><text/></element></zeroOrMore>\n"
      " </element></zeroOrMore></element></define>\n"
      " <define name=\"extension\"><element name=\"extension\"><ref name=\"anything\"/></element></define>\n"
      " <define name=\"anything\"><zeroOrMore><choice><text/><attribute><anyName/></attribute>"
      "<element><anyName/><ref name=\"anything\"/></element></choice></zeroOrMore></define>\n"
      "</grammar>\n");
  return g_string_free (out, FALSE);
}
