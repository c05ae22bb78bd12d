/* test-record-xml.c: documents read, written, validated, and hostile ones refused
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libxml/relaxng.h>
#include <libxml/xmlreader.h>
#include <string.h>

#include "project.h"
#include "record-xml.h"
#include "schema.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define ROOT "<project xmlns=\"urn:branchline:project:1\" version=\"1.0\" id=\"project-aaaaaaaaaa\""

static BlRecordReading *
read_text (const char *xml, GError **error)
{
  return bl_record_read (BL_TYPE_PROJECT, xml, strlen (xml), "test.branchline", NULL, error);
}

static char *
write_text (BlRecord *record)
{
  g_autoptr (GBytes) bytes = bl_record_write (record, BL_PROJECT_VERSION);
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

static void
assert_faults (BlRecordReading *reading, guint n)
{
  for (guint i = 0; i < reading->faults->len; i++)
    g_test_message ("fault at line %u: %s", ((BlFault *) reading->faults->pdata[i])->line,
                    ((BlFault *) reading->faults->pdata[i])->message);
  g_assert_cmpuint (reading->faults->len, ==, n);
}

/* What a reader of a newer minor version wrote stays where it stood. */
static void
test_foreign (void)
{
  static const char xml[] = HEAD ROOT " title=\"T\" mood=\"hopeful\">\n"
                                 " <libraries>\n"
                                 "  <library id=\"library-aaaaaaaaaa\" name=\"A\" colour=\"red\">\n"
                                 "   <status id=\"status-aaaaaaaaaa\" year=\"2023\"/>\n"
                                 "<tower height=\"12\"><bell/>text</tower>\n"
                                 "   <notes>N</notes>\n"
                                 "  </library>\n"
                                 "<lighthouse/>\n"
                                 "  <library id=\"library-bbbbbbbbbb\" name=\"B\"/>\n"
                                 " </libraries>\n"
                                 "<extension><x:thing xmlns:x=\"urn:other\" x:a=\"1\"/></extension>\n"
                                 "</project>\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (BlRecordReading) reading = read_text (xml, &error);
  g_autoptr (BlRecordReading) again = NULL;
  g_autofree char *written = NULL, *twice = NULL;
  const char *at, *next;

  g_assert_no_error (error);
  assert_faults (reading, 0);
  written = write_text (reading->root);
  g_assert_nonnull (strstr (written, "mood=\"hopeful\""));
  g_assert_nonnull (strstr (written, "colour=\"red\""));
  g_assert_nonnull ((at = strstr (written, "<status ")));
  g_assert_nonnull ((next = strstr (at, "<tower height=\"12\"><bell/>text</tower>")));
  g_assert_nonnull (strstr (next, "<notes>"));
  g_assert_nonnull ((at = strstr (written, "<lighthouse/>")));
  g_assert_nonnull (strstr (at, "library-bbbbbbbbbb"));
  g_assert_nonnull (strstr (written, "<x:thing xmlns:x=\"urn:other\" x:a=\"1\"/>"));
  again = read_text (written, &error);
  g_assert_no_error (error);
  twice = write_text (again->root);
  g_assert_cmpstr (written, ==, twice);
}

static void
test_one_line_diff (void)
{
  g_autoptr (BlRecordReading) reading
      = read_text (HEAD ROOT "><libraries><library id=\"library-aaaaaaaaaa\" name=\"A\"/><library id=\"library-bbbbbbbbbb\" "
                             "name=\"B\"/></libraries></project>",
                   NULL);
  g_autofree char *before = write_text (reading->root), *after = NULL;
  g_auto (GStrv) old = NULL, new = NULL;
  g_autoptr (BlRecord) library = g_list_model_get_item (bl_record_get_list (reading->root, "libraries"), 1);
  guint differ = 0;

  bl_record_set_text (library, "postcode", "NE1 8AX");
  after = write_text (reading->root);
  old = g_strsplit (before, "\n", -1);
  new = g_strsplit (after, "\n", -1);
  g_assert_cmpuint (g_strv_length (old), ==, g_strv_length (new));
  for (guint i = 0; old[i] != NULL; i++)
    differ += !g_str_equal (old[i], new[i]);
  g_assert_cmpuint (differ, ==, 1);
}

/* What is wrong is left out, with its line and a sentence; the rest is read. */
static void
test_faults (void)
{
  static const char xml[] = HEAD ROOT ">\n"
                                 "<libraries>\n"
                                 "<library id=\"library-aaaaaaaaaa\" name=\"A\" easting=\"far\" type=\"castle\"/>\n"
                                 "<library id=\"library-aaaaaaaaaa\" name=\"B\" opened=\"1,965\"/>\n"
                                 "<library name=\"C\"/>\n"
                                 "</libraries>\n"
                                 "<areas id=\"areas-aaaaaaaaaa\" codes=\"table-0000000000000000\"/>\n"
                                 "</project>\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (BlRecordReading) reading = read_text (xml, &error);
  BlFault *fault;

  g_assert_no_error (error);
  assert_faults (reading, 6);
  fault = reading->faults->pdata[0];
  g_assert_cmpuint (fault->line, ==, 4);
  g_assert_cmpstr (fault->record, ==, "library-aaaaaaaaaa");
  g_assert_cmpstr (fault->field, ==, "easting");
  g_assert_nonnull (strstr (fault->message, "“far”"));
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (reading->root, "libraries")), ==, 3);
}

static void
test_refused (void)
{
  g_autofree char *deep = NULL;
  GString *nest = g_string_new (HEAD ROOT ">");
  static const struct
  {
    const char *xml;
    int code;
  } wrong[] = {
    { "", BL_BASE_ERROR_FORMAT },
    { "hello", BL_BASE_ERROR_SYNTAX },
    { "\xff\xfe<\0p", BL_BASE_ERROR_SYNTAX },
    { HEAD "<html/>", BL_BASE_ERROR_FORMAT },
    { HEAD "<project version=\"1.0\"/>", BL_BASE_ERROR_FORMAT },
    { HEAD "<project xmlns=\"urn:branchline:project:1\"/>", BL_BASE_ERROR_FORMAT },
    { HEAD "<project xmlns=\"urn:branchline:project:1\" version=\"2.0\"/>", BL_BASE_ERROR_NEWER },
    { HEAD ROOT "><libraries>", BL_BASE_ERROR_SYNTAX },
    { HEAD ROOT "/><project/>", BL_BASE_ERROR_SYNTAX },
    { "<!DOCTYPE project [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" ROOT " title=\"&b;\"/>",
      BL_BASE_ERROR_FORMAT },
    { HEAD "<!-- c --><!DOCTYPE project SYSTEM \"file:///etc/passwd\">" ROOT "/>", BL_BASE_ERROR_FORMAT },
  };

  for (guint i = 0; i < 300; i++)
    g_string_append (nest, "<a>");
  deep = g_string_free (nest, FALSE);
  for (guint i = 0; i <= G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean last = i == G_N_ELEMENTS (wrong);

      g_assert_null (read_text (last ? deep : wrong[i].xml, &error));
      g_test_message ("%s", error->message);
      g_assert_true (error->domain == BL_BASE_ERROR);
      if (!last)
        g_assert_cmpint (error->code, ==, wrong[i].code);
      g_assert_true (g_str_has_prefix (error->message, "test.branchline:"));
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (bl_record_read (BL_TYPE_PROJECT, ROOT "/>", strlen (ROOT "/>"), "x", cancellable, &error));
  g_assert_error (error, BL_BASE_ERROR, BL_BASE_ERROR_CANCELLED);
}

static BlProject *
make_full_project (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("full");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");
  BlProject *project = bl_project_new (ids, clock);
  g_autoptr (BlAreas) areas = bl_areas_new (NULL);
  g_autoptr (BlService) service = bl_service_new (NULL);
  g_autoptr (BlGroup) group = bl_group_new (NULL);
  g_autofree char **codes = g_new0 (char *, 20000);
  g_autoptr (BlTable) table = NULL, numbers = NULL;
  g_autofree double *figures = g_new (double, 20000);

  bl_project_begin (project, "Fill");
  bl_record_set_text (BL_RECORD (project), "title", "Quotes \" ' < > & and\ta tab\nand a line; caf\303\251 \360\237\223\232");
  bl_record_set_child (BL_RECORD (project), "service", BL_RECORD (service));
  bl_record_append (BL_RECORD (project), "groups", BL_RECORD (group));
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (BlLibrary) library = bl_library_new (NULL);
      GPtrArray *fields = bl_record_get_fields (BL_RECORD (library));

      /* Every field of every type is filled. */
      for (guint j = 0; j < fields->len; j++)
        {
          const BlField *field = g_ptr_array_index (fields, j);

          if (field->type == BL_FIELD_TEXT)
            bl_record_set_text (BL_RECORD (library), field->name, field->title);
          else if (field->type == BL_FIELD_LONG_TEXT)
            bl_record_set_text (BL_RECORD (library), field->name, "Line one\n\n  line < three & \"four\"\n");
          else if (field->type == BL_FIELD_INTEGER)
            bl_record_set_integer (BL_RECORD (library), field->name, 1900 + i);
          else if (field->type == BL_FIELD_REAL)
            bl_record_set_real (BL_RECORD (library), field->name, i / 7.0);
          else if (field->type == BL_FIELD_MONEY)
            bl_record_set_money (BL_RECORD (library), field->name, 12345 * i);
          else if (field->type == BL_FIELD_BOOLEAN)
            bl_record_set_boolean (BL_RECORD (library), field->name, i % 2);
          else if (field->type == BL_FIELD_ENUM)
            bl_record_set_enum (BL_RECORD (library), field->name, 1);
        }
      bl_record_append (BL_RECORD (project), i % 2 ? "libraries" : "libraries-nearby", BL_RECORD (library));
    }
  for (guint i = 0; i < 20000; i++)
    {
      codes[i] = g_strdup_printf ("E%08u", i);
      figures[i] = i * 1.1;
    }
  table = bl_table_new_texts ((const char *const *) codes, 20000);
  numbers = bl_table_new_numbers (figures, 20000);
  for (guint i = 0; i < 20000; i++)
    g_free (codes[i]);
  bl_record_set_table (BL_RECORD (areas), "codes", table);
  bl_record_set_child (BL_RECORD (project), "areas", BL_RECORD (areas));
  {
    g_autoptr (BlValueSet) value = bl_value_set_new (NULL);

    bl_record_set_text (BL_RECORD (value), "name", "population");
    bl_record_set_enum (BL_RECORD (value), "kind", BL_VALUE_KIND_COUNT);
    bl_record_set_table (BL_RECORD (value), "numbers", numbers);
    bl_record_append (BL_RECORD (project), "values", BL_RECORD (value));
  }
  bl_project_commit (project);
  return project;
}

static void
test_round_trip (void)
{
  g_autoptr (BlProject) project = make_full_project ();
  g_autofree char *xml = write_text (BL_RECORD (project));
  g_autofree char *twice = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BlRecordReading) reading = read_text (xml, &error);

  g_assert_no_error (error);
  assert_faults (reading, 0);
  g_assert_true (bl_record_equal (reading->root, BL_RECORD (project)));
  twice = write_text (reading->root);
  g_assert_cmpstr (xml, ==, twice);
  for (const char *part = strstr (xml, "<part>"); part != NULL; part = strstr (part + 1, "<part>"))
    g_assert_cmpuint (strstr (part, "</part>") - part, <=, 64 * 1024 + 6);
}

/* libxml2's own streaming validator is the judge of what we write. */
static gboolean
validates (const char *xml)
{
  g_autofree char *schema = bl_schema_generate ();
  xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewMemParserCtxt (schema, strlen (schema));
  xmlRelaxNGPtr grammar = xmlRelaxNGParse (parser);
  xmlTextReaderPtr reader = xmlReaderForMemory (xml, strlen (xml), NULL, "UTF-8", XML_PARSE_NONET);
  gboolean valid;

  g_assert_nonnull (grammar);
  xmlTextReaderRelaxNGSetSchema (reader, grammar);
  while (xmlTextReaderRead (reader) == 1)
    ;
  valid = xmlTextReaderIsValid (reader) == 1;
  xmlFreeTextReader (reader);
  xmlRelaxNGFree (grammar);
  xmlRelaxNGFreeParserCtxt (parser);
  return valid;
}

static void
ignore (void *data, const char *message, ...)
{
}

static void
test_schema (void)
{
  g_autoptr (BlProject) project = make_full_project ();
  g_autofree char *xml = write_text (BL_RECORD (project));

  xmlSetGenericErrorFunc (NULL, ignore);
  g_assert_true (validates (xml));
  g_assert_true (validates (HEAD ROOT "><extension><any xmlns=\"urn:x\"/></extension></project>"));
  g_assert_false (validates (HEAD ROOT " colour=\"red\"/>"));
  g_assert_false (validates (HEAD ROOT "><libraries><library id=\"shop-aaaaaaaaaa\"/></libraries></project>"));
  g_assert_false (validates (HEAD ROOT "><libraries/><service id=\"service-aaaaaaaaaa\"/></project>"));
}

/* A file with single bytes changed is read or refused; never a crash, and
 * what was read can be written and read again. */
static void
test_mutations (void)
{
  g_autoptr (BlProject) project = make_full_project ();
  g_autofree char *xml = NULL;
  gsize length;

  bl_project_begin (project, "Smaller");
  bl_record_remove_all (BL_RECORD (project), "values");
  bl_record_set_child (BL_RECORD (project), "areas", NULL);
  bl_project_commit (project);
  xml = write_text (BL_RECORD (project));
  length = strlen (xml);
  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *broken = g_strdup (xml);
      g_autoptr (BlRecordReading) reading = NULL;
      guint at = g_test_rand_int_range (0, (int) length);

      broken[at] = (char) g_test_rand_int_range (1, 256);
      if (i % 3 == 0)
        broken[g_test_rand_int_range (0, (int) length)] = '\0'; /* cut off */
      reading = read_text (broken, NULL);
      if (reading != NULL)
        {
          g_autofree char *again = write_text (reading->root);
          g_autoptr (BlRecordReading) second = read_text (again, NULL);

          g_assert_nonnull (second);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-xml/round-trip", test_round_trip);
  g_test_add_func ("/record-xml/foreign", test_foreign);
  g_test_add_func ("/record-xml/one-line-diff", test_one_line_diff);
  g_test_add_func ("/record-xml/faults", test_faults);
  g_test_add_func ("/record-xml/refused", test_refused);
  g_test_add_func ("/record-xml/cancelled", test_cancelled);
  g_test_add_func ("/record-xml/schema", test_schema);
  g_test_add_func ("/record-xml/mutations", test_mutations);
  return g_test_run ();
}
