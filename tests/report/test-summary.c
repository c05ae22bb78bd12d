/* test-summary.c: the summary and the map hold the published figures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "summary.h"

#include <glib/gstdio.h>
#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../analysis/published.h"
#include "access.h"
#include "layer.h"
#include "places.h"
#include "spawn.h"
#include "text.h"

static char *folder; /* for what the tests write */

static char *
out_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* Puts the published outlines beside the codes of the project's areas. */
static void
add_outlines (BlProject *project, const PublishedService *service)
{
  BlRecord *areas = BL_RECORD (bl_project_get_areas (project));
  BlTable *codes = bl_record_get_table (areas, "codes");
  guint n = bl_table_get_n_rows (codes);
  g_autoptr (GPtrArray) layers = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_layer_free);
  g_autoptr (BlOutlinesBuilder) builder = bl_outlines_builder_new ();
  g_autoptr (BlTable) outlines = NULL;

  for (guint i = 0; service->polygons[i]; i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("BRANCHLINE_SHARED_DATA"), service->polygons[i], NULL);
      g_autoptr (GError) error = NULL;
      BlLayer *layer = bl_layer_read (path, NULL, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      g_ptr_array_add (layers, layer);
    }
  for (guint r = 0; r < n; r++)
    {
      gboolean found = FALSE;

      for (guint l = 0; l < layers->len && !found; l++)
        {
          BlLayer *layer = g_ptr_array_index (layers, l);

          for (guint i = 0; i < layer->n_rows && !found; i++)
            if (g_strcmp0 (layer->codes[i], bl_table_get_texts (codes)[r]) == 0)
              {
                bl_outlines_builder_add_copy (builder, bl_table_get_outlines (layer->outlines), i);
                found = TRUE;
              }
        }
      g_assert_true (found);
    }
  outlines = bl_outlines_builder_to_table (builder);
  bl_project_begin (project, "Outlines");
  bl_record_set_table (areas, "outlines", outlines);
  bl_project_commit (project);
}

static BlFacts *
published_facts (const PublishedService *service)
{
  g_autoptr (BlProject) project = published_project_new (service);

  if (project == NULL)
    return NULL;
  add_outlines (project, service);
  return bl_facts_new (project);
}

static void
assert_holds (const char *text, const char *what)
{
  if (strstr (text, what) == NULL)
    g_error ("“%s” is not in:\n%s", what, text);
}

/* The line of @text that starts with a library's name, and holds its figures. */
static const char *
find_line (char **lines, const char *name)
{
  for (guint i = 0; lines[i]; i++)
    {
      const char *line = g_strchug (lines[i]);

      if (g_str_has_prefix (line, name))
        return line;
    }
  g_error ("no line for “%s”", name);
}

static void
check_service (const PublishedService *service, const char *within, const char *people, guint n_pages)
{
  g_autoptr (BlFacts) facts = published_facts (service);
  g_autofree char *pdf = out_path ("summary.pdf");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *text = NULL, *page = NULL;
  g_auto (GStrv) lines = NULL;

  if (facts == NULL)
    return;
  bl_summary_write (facts, pdf, &error);
  g_assert_no_error (error);
  text = spawn_pdf_text (pdf, 0);
  if (text == NULL)
    return;
  g_assert_cmpuint (spawn_pdf_pages (pdf), ==, n_pages);
  assert_holds (text, within);
  assert_holds (text, people);

  page = spawn_pdf_text (pdf, 2);
  lines = g_strsplit (page, "\n", -1);
  rows = published_expected_catchments (service);
  g_assert_cmpuint (rows->len, >, 10);
  for (guint i = 0; i < rows->len; i++)
    {
      /* library, row, op, stat, LSOAs, pop2019, 0-15, 60+, mean decile, pop-wtd decile, pop dec 1-2, mean m */
      char **row = g_ptr_array_index (rows, i);
      const char *line = find_line (lines, row[0]);
      double mean = published_number (row[11]);
      g_autofree char *mean_text = isnan (mean) ? g_strdup ("–") : bl_text_number (mean, 0);
      g_autofree char *pattern = g_strdup_printf ("%s +\\D+ +%s +%s +%s +%s +%s +%s +%s$", "^.*", row[3], row[4],
                                                  row[5], row[6], row[7], row[10], mean_text);

      if (!g_regex_match_simple (pattern, line, 0, 0))
        g_error ("“%s” does not match “%s”", line, pattern);
    }
  g_unlink (pdf);
}

static void
test_newcastle (void)
{
  check_service (&published_newcastle, "93.6%", "302,820", 2);
}

static void
test_somerset (void)
{
  check_service (&published_somerset, "53.0%", "562,225", 2);
}

static void
test_html (void)
{
  g_autoptr (BlFacts) facts = published_facts (&published_newcastle);
  g_autofree char *path = out_path ("summary.html");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *argv[] = { "xmllint", "--noout", "--nonet", path, NULL };
  g_autofree char *said = NULL;

  if (facts == NULL)
    return;
  bl_summary_write (facts, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  assert_holds (text, "93.6%");
  assert_holds (text, "302,820");
  assert_holds (text, bl_places_attribution ());
  /* The map says in words what it shows. */
  assert_holds (text, "aria-label=\"Map of ");
  assert_holds (text, "113,969 people");
  said = spawn_read (argv);
  g_unlink (path);
}

/* --- Maps ---------------------------------------------------------------- */

static void
test_maps (void)
{
  const struct
  {
    const char *name, *starts;
  } kinds[] = { { "map.png", "\x89PNG" }, { "map.svg", "<?xml" }, { "map.pdf", "%PDF" }, { "MAP.PNG", "\x89PNG" } };
  g_autoptr (BlFacts) facts = published_facts (&published_newcastle);

  if (facts == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = out_path (kinds[i].name);
      g_autofree char *bytes = NULL;
      g_autoptr (GError) error = NULL;
      gsize size;

      bl_map_write (facts, "imd_decile", path, &error);
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
      g_assert_cmpuint (size, >, 10000);
      g_assert_cmpint (memcmp (bytes, kinds[i].starts, 4), ==, 0);
      if (g_str_has_suffix (path, ".pdf"))
        {
          g_autofree char *text = spawn_pdf_text (path, 0);

          /* Where it is, what it shows, how many people, whose outlines. */
          if (text)
            {
              assert_holds (text, "Gosforth");
              assert_holds (text, "113,969");
              assert_holds (text, "most deprived");
              assert_holds (text, "Office for National Statistics");
            }
        }
      g_unlink (path);
    }
}

/* --- What can go wrong --------------------------------------------------- */

/* Three areas in a row, one library. */
static BlFacts *
small_facts (gboolean population, gboolean library)
{
  g_autoptr (BlIds) ids = bl_ids_new ();
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T14:32:00Z");
  g_autoptr (BlProject) project = bl_project_new (ids, clock);
  const char *const codes[] = { "E01000001", "E01000002", "E01000003" };
  const BlPoint points[] = { { 425000, 565000 }, { 426000, 565000 }, { 429000, 565000 } };
  const double people[] = { 1000, 500, NAN };
  g_autoptr (BlTable) code_table = bl_table_new_texts (codes, 3);
  g_autoptr (BlTable) point_table = bl_table_new_points (points, 3);
  g_autoptr (BlTable) number_table = bl_table_new_numbers (people, 3);
  g_autoptr (BlAreas) areas = bl_areas_new ("areas-aaaaaaaaaa");
  g_autoptr (BlValueSet) value = bl_value_set_new ("value-aaaaaaaaaa");
  g_autoptr (BlLibrary) one = bl_library_new ("library-aaaaaaaaaa");
  g_autoptr (BlStatus) status = bl_status_new ("status-aaaaaaaaaa");

  bl_record_set_table (BL_RECORD (areas), "codes", code_table);
  bl_record_set_table (BL_RECORD (areas), "points", point_table);
  bl_record_set_text (BL_RECORD (value), "name", "population");
  bl_record_set_enum (BL_RECORD (value), "kind", BL_VALUE_KIND_COUNT);
  bl_record_set_table (BL_RECORD (value), "numbers", number_table);
  bl_record_set_text (BL_RECORD (one), "name", "Fish & Chips <Library>");
  bl_record_set_enum (BL_RECORD (one), "type", BL_LIBRARY_TYPE_STATIC);
  bl_record_set_real (BL_RECORD (one), "easting", 425100);
  bl_record_set_real (BL_RECORD (one), "northing", 565000);
  bl_record_set_integer (BL_RECORD (status), "year", 2023);
  bl_record_set_enum (BL_RECORD (status), "operation", BL_OPERATION_COMMUNITY);
  bl_record_append (BL_RECORD (one), "statuses", BL_RECORD (status));
  bl_project_begin (project, "Fill");
  bl_record_set_text (BL_RECORD (project), "title", "Small & <odd>");
  bl_record_set_child (BL_RECORD (project), "areas", BL_RECORD (areas));
  if (population)
    bl_record_append (BL_RECORD (project), "values", BL_RECORD (value));
  if (library)
    bl_record_append (BL_RECORD (project), "libraries", BL_RECORD (one));
  bl_project_commit (project);
  return bl_facts_new (project);
}

/* Of three areas one has no figure: it is said, and not counted as 0. */
static void
test_unknown_is_said (void)
{
  g_autoptr (BlFacts) facts = small_facts (TRUE, TRUE);
  g_autofree char *path = out_path ("small.html");
  g_autofree char *pdf = out_path ("small.pdf");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  bl_summary_write (facts, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  assert_holds (text, "Small &amp; &lt;odd&gt;");
  assert_holds (text, "Fish &amp; Chips &lt;Library&gt;");
  assert_holds (text, "How many people live in 1 area; it is left out.");
  assert_holds (text, "1,500");
  assert_holds (text, "not known");
  bl_summary_write (facts, pdf, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_unlink (pdf);
}

static void
test_lacking (void)
{
  g_autofree char *path = out_path ("lacking.pdf");

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (BlFacts) facts = small_facts (i == 0, i == 1);
      g_autoptr (GError) error = NULL;

      g_assert_false (bl_summary_write (facts, path, &error));
      g_assert_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_LACKS);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  {
    g_autoptr (BlFacts) facts = small_facts (TRUE, TRUE);
    g_autoptr (GError) error = NULL;

    g_assert_false (bl_map_write (facts, "no_such_value", path, &error));
    g_assert_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_LACKS);
    g_assert_nonnull (strstr (error->message, "population"));
    g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  }
}

static void
test_no_areas (void)
{
  g_autoptr (BlIds) ids = bl_ids_new ();
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T14:32:00Z");
  g_autoptr (BlProject) project = bl_project_new (ids, clock);
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  g_autofree char *path = out_path ("empty.png");
  g_autoptr (GError) error = NULL, second = NULL;

  g_assert_false (bl_map_write (facts, NULL, path, &error));
  g_assert_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_LACKS);
  path[strlen (path) - 3] = '\0';
  g_assert_false (bl_summary_write (facts, path, &second));
  g_assert_error (second, BL_REPORT_ERROR, BL_REPORT_ERROR_KIND);
}

static void
test_kinds (void)
{
  g_autoptr (BlFacts) facts = small_facts (TRUE, TRUE);
  const char *const names[] = { "a", "a.txt", "a.pdf.gz", ".pdf", "a.png" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = out_path (names[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (bl_summary_write (facts, path, &error));
      g_assert_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_KIND);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* A file that cannot be written stays as it was, and nothing is left beside it. */
static void
test_write_fails (void)
{
  g_autoptr (BlFacts) facts = small_facts (TRUE, TRUE);
  g_autofree char *missing = out_path ("no/such/folder/a.pdf");
  g_autofree char *busy = out_path ("folder.pdf");
  g_autofree char *locked = out_path ("locked");
  g_autofree char *kept = g_build_filename (locked, "a.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (bl_summary_write (facts, missing, &error));
  g_assert_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_WRITE);
  g_clear_error (&error);

  g_assert_cmpint (g_mkdir (busy, 0700), ==, 0);
  g_assert_false (bl_summary_write (facts, busy, &error));
  g_assert_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_WRITE);
  g_clear_error (&error);
  g_assert_true (g_file_test (busy, G_FILE_TEST_IS_DIR));
  g_rmdir (busy);

  g_assert_cmpint (g_mkdir (locked, 0700), ==, 0);
  g_assert_true (g_file_set_contents (kept, "old", -1, NULL));
  g_assert_cmpint (g_chmod (locked, 0500), ==, 0);
  /* The superuser may write anywhere: the folder is then no obstacle. */
  if (geteuid () != 0)
    {
      g_autofree char *text = NULL;

      g_assert_false (bl_summary_write (facts, kept, &error));
      g_assert_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_WRITE);
      g_assert_true (g_file_get_contents (kept, &text, NULL, NULL));
      g_assert_cmpstr (text, ==, "old");
    }
  g_chmod (locked, 0700);
  g_unlink (kept);
  g_rmdir (locked);
}

/* The disk is full half-way: the old file stays, and nothing is left beside it. */
static void
test_disk_full (void)
{
  g_autoptr (BlFacts) facts = small_facts (TRUE, TRUE);
  g_autofree char *path = out_path ("full.pdf");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  struct rlimit before, small;
  guint files = 0;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 1000; /* bytes: the page is larger */
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (bl_summary_write (facts, path, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_WRITE);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
  g_unlink (path);
  dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir))
    files++;
  g_assert_cmpuint (files, ==, 0);
}

/* A device is not replaced by a file, and a link stays one. */
static void
test_what_is_there (void)
{
  g_autoptr (BlFacts) facts = small_facts (TRUE, TRUE);
  g_autofree char *pipe = out_path ("pipe.pdf");
  g_autofree char *target = out_path ("target.pdf");
  g_autofree char *link = out_path ("link.pdf");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_false (bl_summary_write (facts, pipe, &error));
  g_assert_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_WRITE);
  g_clear_error (&error);
  g_assert_false (g_file_test (pipe, G_FILE_TEST_IS_REGULAR));

  g_assert_true (g_file_set_contents (target, "old", -1, NULL));
  g_assert_cmpint (symlink ("target.pdf", link), ==, 0);
  g_assert_true (bl_summary_write (facts, link, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (target, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "%PDF"));
  g_unlink (pipe);
  g_unlink (link);
  g_unlink (target);
}

int
main (int argc, char **argv)
{
  int status;

  g_setenv ("BRANCHLINE_NOW", "2026-04-17T14:32:00Z", TRUE);
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  folder = g_dir_make_tmp ("branchline-XXXXXX", NULL);
  g_test_add_func ("/summary/newcastle", test_newcastle);
  g_test_add_func ("/summary/somerset", test_somerset);
  g_test_add_func ("/summary/html", test_html);
  g_test_add_func ("/summary/maps", test_maps);
  g_test_add_func ("/summary/unknown-is-said", test_unknown_is_said);
  g_test_add_func ("/summary/lacking", test_lacking);
  g_test_add_func ("/summary/no-areas", test_no_areas);
  g_test_add_func ("/summary/kinds", test_kinds);
  g_test_add_func ("/summary/write-fails", test_write_fails);
  g_test_add_func ("/summary/disk-full", test_disk_full);
  g_test_add_func ("/summary/what-is-there", test_what_is_there);
  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);
  return status;
}
