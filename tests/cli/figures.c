/* figures.c: answers of the program against expected.md
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "figures.h"

#include <math.h>
#include <string.h>

/* Columns of the two tables of each service. */
enum
{
  METHOD_NAME,
  METHOD_1_MILE,
  METHOD_2_MILES,
  METHOD_MEAN,
  METHOD_MEDIAN,
  METHOD_MAX,
};
enum
{
  CATCHMENT_LIBRARY,
  CATCHMENT_ROW,
  CATCHMENT_OPERATION,
  CATCHMENT_STATUTORY,
  CATCHMENT_AREAS,
  CATCHMENT_PEOPLE,
  CATCHMENT_YOUNG,
  CATCHMENT_OLD,
  CATCHMENT_MEAN_DECILE,
  CATCHMENT_WEIGHTED_DECILE,
  CATCHMENT_DEPRIVED,
  CATCHMENT_MEAN,
};

/* expected.md, Tolerances: outlines are transformed and their centroids kept to the decimetre. */
#define OUTLINE_METRES 0.1

/* Equal to the places that are printed, or @more off that. */
static void
assert_near (double value, const char *cell, double more)
{
  const char *point = strchr (cell, '.');
  int decimals = point != NULL ? (int) strlen (point + 1) : 0;

  g_assert_cmpfloat_with_epsilon (value, published_number (cell), 0.5001 * pow (10, -decimals) + more);
}

static void
assert_printed (double value, const char *cell)
{
  assert_near (value, cell, 0);
}

void
figures_check_method (CliRun *run, const PublishedService *service, const char *method)
{
  g_auto (GStrv) cells = published_expected_row (service, method);
  double more = g_str_has_prefix (method, "D ") ? OUTLINE_METRES : 0;

  g_test_message ("%s %s", service->reporting, method);
  g_assert_cmpstr (cli_text (run, "within.0.measure"), ==, "distance");
  g_assert_cmpfloat (cli_number (run, "within.0.limit"), ==, 1609.344);
  g_assert_cmpfloat (cli_number (run, "within.1.limit"), ==, 2 * 1609.344);
  assert_printed (cli_number (run, "within.0.percent"), cells[METHOD_1_MILE]);
  assert_printed (cli_number (run, "within.1.percent"), cells[METHOD_2_MILES]);
  assert_near (cli_number (run, "mean_distance"), cells[METHOD_MEAN], more);
  assert_near (cli_number (run, "median_distance"), cells[METHOD_MEDIAN], more);
  assert_near (cli_number (run, "max_distance"), cells[METHOD_MAX], more);
  g_assert_cmpfloat (cli_number (run, "unknown"), ==, 0);
  g_assert_cmpuint (cli_length (run, "unreached"), ==, 0);
}

void
figures_check_access (const char *project, const PublishedService *service)
{
  g_autoptr (CliRun) all = cli_run_well ("access", project, "--within", "1mi", "--within", "2mi", "--json", NULL);
  g_autoptr (CliRun) statutory = cli_run_well ("access", project, "--statutory", "--json", NULL);
  g_autoptr (CliRun) wide = cli_run_well ("access", project, "--cross-boundary", "--json", NULL);

  figures_check_method (all, service, "A planar");
  figures_check_method (statutory, service, "C planar");
  figures_check_method (wide, service, "E as A");
}

void
figures_check_catchments (const char *project, const PublishedService *service)
{
  g_autoptr (GPtrArray) rows = published_expected_catchments (service);
  g_autoptr (CliRun) run = cli_run_well ("catchments", project, "--json", "--group", "aged_0_15", "--group",
                                         "aged_60_plus", "--group", "imd_decile<=2", NULL);
  JsonArray *catchments = json_node_get_array (cli_at (run, "catchments"));

  g_assert_cmpuint (rows->len, >, 0);
  g_assert_cmpuint (json_array_get_length (catchments), ==, rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);
      JsonObject *catchment = json_array_get_object_element (catchments, i);
      JsonObject *groups = json_object_get_object_member (catchment, "groups");

      /* In document order, which is that of the file. */
      g_assert_cmpstr (json_object_get_string_member (catchment, "library"), ==, cells[CATCHMENT_LIBRARY]);
      g_assert_true (g_str_has_prefix (json_object_get_string_member (catchment, "id"), "library-"));
      g_assert_cmpfloat (json_object_get_double_member (catchment, "areas"), ==,
                         published_number (cells[CATCHMENT_AREAS]));
      g_assert_cmpfloat (json_object_get_double_member (catchment, "population"), ==,
                         published_number (cells[CATCHMENT_PEOPLE]));
      g_assert_cmpfloat (json_object_get_double_member (groups, "aged_0_15"), ==,
                         published_number (cells[CATCHMENT_YOUNG]));
      g_assert_cmpfloat (json_object_get_double_member (groups, "aged_60_plus"), ==,
                         published_number (cells[CATCHMENT_OLD]));
      g_assert_cmpfloat (json_object_get_double_member (groups, "imd_decile<=2"), ==,
                         published_number (cells[CATCHMENT_DEPRIVED]));
      if (g_str_equal (cells[CATCHMENT_MEAN], "None"))
        g_assert_true (json_object_get_null_member (catchment, "mean_distance"));
      else
        assert_printed (json_object_get_double_member (catchment, "mean_distance"), cells[CATCHMENT_MEAN]);
    }
}

void
figures_check_groups (const char *project, double young, double old, double deprived)
{
  g_autoptr (CliRun) several = cli_run_well ("access", project, "--json", "--group", "aged_0_15", "--group",
                                             "aged_60_plus", "--group", "imd_decile<=2", NULL);
  g_autoptr (CliRun) one = cli_run_well ("access", project, "--json", "--group", "aged_60_plus", NULL);

  g_assert_cmpfloat_with_epsilon (cli_number (several, "groups.aged_0_15.within.0.percent"), young, 0.00051);
  g_assert_cmpfloat_with_epsilon (cli_number (several, "groups.aged_60_plus.within.0.percent"), old, 0.00051);
  g_assert_cmpfloat_with_epsilon (cli_number (several, "groups.imd_decile<=2.within.0.percent"), deprived, 0.00051);
  /* With one the whole answer is about it. */
  g_assert_cmpfloat_with_epsilon (cli_number (one, "within.0.percent"), old, 0.00051);
  g_assert_cmpfloat (cli_number (one, "population"), ==, cli_number (several, "groups.aged_60_plus.population"));
  g_assert_cmpfloat (cli_number (one, "population"), <, cli_number (several, "population"));
}
