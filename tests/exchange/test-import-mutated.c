/* test-import-mutated.c: files with bytes changed at random
 *
 * Whatever comes of it, a refusal leaves the project as it was, and what came
 * in is a valid project that one step back undoes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"

#include <string.h>

#define ROUNDS 500

static const char areas[]
    = "{\"type\":\"FeatureCollection\",\"features\":["
      "{\"type\":\"Feature\",\"properties\":{\"LSOA11CD\":\"E01000001\",\"LSOA11NM\":\"West\"},\"geometry\":{\"type\":"
      "\"Polygon\",\"coordinates\":[[[-1.60,53.00],[-1.58,53.00],[-1.58,53.01],[-1.60,53.01],[-1.60,53.00]]]}},"
      "{\"type\":\"Feature\",\"properties\":{\"LSOA11CD\":\"E01000002\",\"LSOA11NM\":\"East\"},\"geometry\":{\"type\":"
      "\"Polygon\",\"coordinates\":[[[-1.58,53.00],[-1.56,53.00],[-1.56,53.01],[-1.58,53.01],[-1.58,53.00]]]}}]}";

static const char libraries[]
    = "Local authority,Library name,Address 1,Postcode,Unique property reference number,Easting,Northing,Statutory,"
      "Type of library,Year opened,Year closed,Monday staffed hours,Tuesday staffed hours,Notes\r\n"
      "Midshire Council,Central Library,\"1 High Street, Midtown\",AB1 2CD,4510072366,427000,346000,Yes,LAL,1961,,"
      "10:00-17:00,9am-5pm,Closes for lunch Mon 12:30 to 13:30.\r\n"
      "Midshire Council,North Caf\xC3\xA9 Library,2 Low Street,AB1 3CD,0045100723,427500,346500,No,CRL,,2013,,,\r\n"
      "Eastshire Council,Other Library,3 Far Street,AB9 3CD,,447500,346500,No,ICL,,,,,\"two\r\nlines\"\r\n";

static const char values[] = "LSOA code (2011),pop,imd decile\n"
                             "E01000001,\"1,000\",3\n"
                             "E01000002,2000,*\n"
                             "E01000003,3000,10\n";

static const char points[] = "lsoa11cd,lsoa11nm,easting,northing\n"
                             "E01000001,West,426900.1,345900.2\n"
                             "E01000002,\"East, end\",428300,345900\n";

static const char series[] = "Library,2022-12,2023-1,2023-2,2023-3\n"
                             "Central Library,\"1,200\",7,7,7\n"
                             "Mobile,0,,..,12%\n"
                             "North Caf\xC3\xA9,*,3.5,x,-\n";

/* One to four changes: a byte, a cut, a copy of a part to another place. */
static GString *
mutate (GRand *random, const char *text)
{
  static const char awkward[] = "\0\"\",,;\t\r\n\xC3\xE9-.0 9E{}[]<N";
  GString *bytes = g_string_new (text);

  for (gint n = g_rand_int_range (random, 1, 5); n > 0 && bytes->len > 4; n--)
    {
      gsize at = g_rand_int_range (random, 0, bytes->len), length = g_rand_int_range (random, 1, 20);
      switch (g_rand_int_range (random, 0, 4))
        {
        case 0:
          bytes->str[at] = awkward[g_rand_int_range (random, 0, sizeof awkward - 1)];
          break;
        case 1:
          g_string_erase (bytes, at, MIN (length, bytes->len - at));
          break;
        case 2:
          {
            g_autofree char *part = g_strndup (bytes->str + at, MIN (length, bytes->len - at));
            g_string_insert (bytes, g_rand_int_range (random, 0, bytes->len), part);
            break;
          }
        default:
          if (g_rand_int_range (random, 0, 8) == 0)
            g_string_truncate (bytes, at + 1);
          else
            bytes->str[at] = g_rand_int_range (random, 1, 256);
        }
    }
  return bytes;
}

static void
check_valid (BlProject *project)
{
  g_autoptr (GPtrArray) faults = bl_faults_new ();

  bl_record_validate (BL_RECORD (project), faults);
  for (guint i = 0; i < faults->len; i++)
    {
      const BlFault *fault = g_ptr_array_index (faults, i);
      if (fault->severity == BL_SEVERITY_ERROR)
        g_error ("%s: %s", fault->field != NULL ? fault->field : "", fault->message);
    }
}

static void
test_mutated (gconstpointer data)
{
  static const struct
  {
    const char *name, *text;
    BlImportKind kind;
  } files[] = {
    { "libraries.csv", libraries, BL_IMPORT_LIBRARIES },
    { "values.csv", values, BL_IMPORT_VALUES },
    { "points.csv", points, BL_IMPORT_POINTS },
    { "areas.geojson", areas, BL_IMPORT_AREAS },
    { "monthly-visits.csv", series, BL_IMPORT_SERIES },
  };
  guint which = GPOINTER_TO_UINT (data), refused = 0, done = 0;
  g_autofree char *folder = g_dir_make_tmp ("branchline-XXXXXX", NULL);
  g_autoptr (BlProject) project = fixture_project ("Midshire Council", NULL, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (20261124 + which);
  g_autofree char *path = NULL;

  for (guint i = G_N_ELEMENTS (files); i > 0; i--)
    {
      BlImportOptions options = { .kind = files[i - 1].kind };
      g_autofree char *good = fixture_file (folder, files[i - 1].name, files[i - 1].text, -1);
      g_autoptr (BlImportReport) report = fixture_import (project, good, &options);
      g_unlink (good);
    }
  check_valid (project);
  for (guint round = 0; round < ROUNDS; round++)
    {
      BlImportOptions options = { .kind = files[which].kind };
      g_autoptr (GBytes) before = fixture_bytes (project), after = NULL;
      guint64 revision = bl_project_get_revision (project);
      GString *bytes = mutate (random, files[which].text);
      g_autoptr (GError) error = NULL;
      g_autoptr (BlImportPlan) plan = NULL;
      g_autoptr (BlImportReport) report = NULL;

      g_free (path);
      path = fixture_file (folder, files[which].name, bytes->str, bytes->len);
      g_string_free (bytes, TRUE);
      plan = bl_import_plan_new (project, path, &options, NULL, &error);
      if (plan != NULL)
        report = bl_import_plan_apply (plan, project, &error);
      if (report == NULL)
        {
          refused++;
          g_assert_nonnull (error);
          g_assert_true (error->domain == BL_EXCHANGE_ERROR);
          g_assert_cmpuint (strlen (error->message), >, 10);
        }
      else
        {
          done++;
          g_assert_no_error (error);
          g_assert_cmpuint (report->read, ==,
                            report->added + report->updated + report->unchanged + report->skipped + report->elsewhere);
          check_valid (project);
          if (bl_project_get_revision (project) != revision)
            g_assert_true (bl_project_undo (project));
        }
      after = fixture_bytes (project);
      g_assert_true (g_bytes_equal (before, after));
    }
  g_test_message ("%u refused, %u brought in and undone", refused, done);
  g_assert_cmpuint (refused, >, 0);
  g_assert_cmpuint (done, >, 0);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_data_func ("/import-mutated/libraries", GUINT_TO_POINTER (0), test_mutated);
  g_test_add_data_func ("/import-mutated/values", GUINT_TO_POINTER (1), test_mutated);
  g_test_add_data_func ("/import-mutated/points", GUINT_TO_POINTER (2), test_mutated);
  g_test_add_data_func ("/import-mutated/areas", GUINT_TO_POINTER (3), test_mutated);
  g_test_add_data_func ("/import-mutated/series", GUINT_TO_POINTER (4), test_mutated);
  return g_test_run ();
}
