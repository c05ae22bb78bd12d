/* test-figures.c: Newcastle and Somerset from the published files, by the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "figures.h"
#include "shared-data.h"

static void
import (const char *project, const char *verb, const char *name, ...) G_GNUC_NULL_TERMINATED;

static void
import (const char *project, const char *verb, const char *name, ...)
{
  g_autofree char *file = bl_test_shared_data (name);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (CliRun) run = NULL;
  va_list more;

  g_ptr_array_add (words, (gpointer) "import");
  g_ptr_array_add (words, (gpointer) project);
  g_ptr_array_add (words, (gpointer) verb);
  g_ptr_array_add (words, file);
  va_start (more, name);
  for (const char *word = va_arg (more, const char *); word != NULL; word = va_arg (more, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (more);
  g_ptr_array_add (words, (gpointer) "--json");
  g_ptr_array_add (words, NULL);
  run = cli_run_words ((const char *const *) words->pdata);
  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpint (run->exit, ==, 0);
  g_assert_cmpfloat (cli_number (run, "read"), ==,
                     cli_number (run, "added") + cli_number (run, "updated") + cli_number (run, "unchanged")
                         + cli_number (run, "skipped") + cli_number (run, "elsewhere"));
}

/* Libraries, outlines and people; the points come later, since D does without. */
static void
bring_in (const PublishedService *service, const char *project)
{
  g_autoptr (CliRun) made = cli_run_well ("new", project, "--title", "Plan", "--service", service->reporting, NULL);

  import (project, "libraries", "national/basic-dataset-for-libraries-2023-enhanced.csv", NULL);
  for (guint i = 0; service->polygons[i] != NULL; i++)
    import (project, "areas", service->polygons[i], "--code", "LSOA11CD", "--name", "LSOA11NM", NULL);
  import (project, "values", "national/2019_population.csv", "--code", "lsoa", "--value", "population=pop", NULL);
  import (project, "values", "national/File_6_-_IoD2019_Population_Denominators.csv", "--code", "LSOA code (2011)",
          "--value", "aged_0_15=Dependent Children aged 0-15: mid 2015 (excluding prisoners)", "--value",
          "aged_60_plus=Older population aged 60 and over: mid 2015 (excluding prisoners)", "--kind", "count", NULL);
  import (project, "values", "national/File_1_-_IMD2019_Index_of_Multiple_Deprivation.csv", "--code",
          "LSOA code (2011)", "--value", "imd_decile=Index of Multiple Deprivation (IMD) Decile", "--kind", "decile",
          NULL);
}

static void
check_service (const PublishedService *service, const char *points, double libraries, double open, double areas,
               double people)
{
  g_autofree char *needed = bl_test_shared_data ("expected.md");
  g_autofree char *project = cli_path ("figures.branchline");
  g_autoptr (CliRun) info = NULL;
  g_autoptr (CliRun) by_outline = NULL;
  g_autoptr (CliRun) check = NULL;
  guint errors = 0;

  if (needed == NULL)
    return;
  bring_in (service, project);
  info = cli_run_well ("info", project, "--json", NULL);
  g_assert_cmpfloat (cli_number (info, "libraries"), ==, libraries);
  g_assert_cmpfloat (cli_number (info, "open"), ==, open);
  g_assert_cmpfloat (cli_number (info, "areas"), ==, areas);
  g_assert_cmpfloat (cli_number (info, "population"), ==, people);
  g_assert_cmpfloat (cli_number (info, "year"), ==, 2023);
  g_assert_cmpfloat (cli_number (info, "values.0.unknown"), ==, 0);

  by_outline = cli_run_well ("access", project, "--json", NULL);
  figures_check_method (by_outline, service, "D planar");
  import (project, "points", points, "--code", "lsoa11cd", "--x", "easting", "--y", "northing", "--crs", "EPSG:27700",
          NULL);
  figures_check_access (project, service);
  figures_check_catchments (project, service);

  /* Nobody said whose figures they are, and check says so; nothing is wrong. */
  check = cli_run_well ("check", project, "--json", NULL);
  for (guint i = 0; i < cli_length (check, "faults"); i++)
    {
      g_autofree char *severity = g_strdup_printf ("faults.%u.severity", i);

      errors += g_str_equal (cli_text (check, severity), "error");
    }
  g_assert_cmpuint (errors, ==, 0);
  g_assert_cmpuint (cli_length (check, "faults"), >, 0);
}

static void
test_newcastle (void)
{
  g_autofree char *project = cli_path ("figures.branchline");

  check_service (&published_newcastle, "newcastle/lsoa11_pwc_newcastle.csv", 21, 20, 175, 302820);
  if (g_file_test (project, G_FILE_TEST_EXISTS))
    {
      figures_check_groups (project, 93.19, 91.977, 96.749);
      g_assert_cmpint (g_unlink (project), ==, 0);
    }
}

static void
test_somerset (void)
{
  g_autofree char *project = cli_path ("figures.branchline");

  check_service (&published_somerset, "somerset/lsoa11_pwc_somerset.csv", 34, 32, 327, 562225);
  if (g_file_test (project, G_FILE_TEST_EXISTS))
    {
      figures_check_groups (project, 54.18, 50.815, 81.489);
      g_assert_cmpint (g_unlink (project), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  cli_set_up (argc, argv);
  g_test_add_func ("/cli/figures/newcastle", test_newcastle);
  g_test_add_func ("/cli/figures/somerset", test_somerset);
  result = g_test_run ();
  cli_tear_down ();
  return result;
}
