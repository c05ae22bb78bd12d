/* test-import-members.c: members by home library and area, as they are published, into a project
 *
 * Truth: expected.md, "LibrariesWest membership and issues".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"
#include "shared-data.h"
#include "use.h"

#include <math.h>
#include <string.h>

#define MEMBERS "somerset/librarieswest/members.csv"

static char *folder;

static BlImportReport *
import_shared (BlProject *project, const char *name)
{
  g_autofree char *path = bl_test_shared_data (name);
  BlImportOptions found = { 0 };

  g_assert_nonnull (path);
  return fixture_import (project, path, &found);
}

static BlImportReport *
import_text (BlProject *project, const char *text, const BlImportOptions *options)
{
  g_autofree char *path = fixture_file (folder, "people.csv", text, -1);

  return fixture_import (project, path, options);
}

static BlRecord *
get_use (BlProject *project, const char *name)
{
  GListModel *list = bl_record_get_list (BL_RECORD (project), "members");

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BlRecord) use = g_list_model_get_item (list, i);
      if (g_strcmp0 (bl_record_get_text (use, "name"), name) == 0)
        return use;
    }
  g_assert_not_reached ();
}

typedef struct
{
  double people, suppressed, elsewhere, elsewhere_suppressed, nowhere, nowhere_suppressed;
  guint n_columns, n_strangers;
} Sums;

static double
sum_table (BlRecord *column, const char *field)
{
  BlTable *table = bl_record_get_table (column, field);
  double sum = 0;

  for (guint i = 0; table != NULL && i < bl_table_get_n_rows (table); i++)
    if (!isnan (bl_table_get_numbers (table)[i]))
      sum += bl_table_get_numbers (table)[i];
  return sum;
}

static double
get_count (BlRecord *column, const char *field)
{
  gint64 count = 0;

  bl_record_get_integer (column, field, &count);
  return count;
}

static Sums
sum_up (BlRecord *use)
{
  GListModel *list = bl_record_get_list (use, "columns");
  Sums sums = { 0 };

  sums.n_columns = g_list_model_get_n_items (list);
  for (guint i = 0; i < sums.n_columns; i++)
    {
      g_autoptr (BlRecord) column = g_list_model_get_item (list, i);

      sums.people += sum_table (column, "counts");
      sums.suppressed += sum_table (column, "suppressed");
      sums.elsewhere += get_count (column, "elsewhere");
      sums.elsewhere_suppressed += get_count (column, "elsewhere-suppressed");
      sums.nowhere += get_count (column, "nowhere");
      sums.nowhere_suppressed += get_count (column, "nowhere-suppressed");
      sums.n_strangers += bl_record_get_text (column, "library") == NULL;
    }
  return sums;
}

static double
people_of (BlProject *project, BlRecord *use, const char *code)
{
  GListModel *list = bl_record_get_list (use, "columns");
  BlTable *codes = bl_record_get_table (BL_RECORD (bl_project_get_areas (project)), "codes");
  double sum = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BlRecord) column = g_list_model_get_item (list, i);
      BlTable *counts = bl_record_get_table (column, "counts");

      for (guint a = 0; counts != NULL && a < bl_table_get_n_rows (codes); a++)
        if (g_str_equal (bl_table_get_texts (codes)[a], code) && !isnan (bl_table_get_numbers (counts)[a]))
          sum += bl_table_get_numbers (counts)[a];
    }
  return sum;
}

static void
test_somerset (void)
{
  g_autoptr (BlProject) project = fixture_project ("Somerset Council", NULL, NULL);
  g_autofree char *path = bl_test_shared_data (MEMBERS);
  BlImportOptions libraries = { .kind = BL_IMPORT_LIBRARIES };

  if (path == NULL)
    return;
  g_autofree char *list = bl_test_shared_data (BASIC_DATASET);
  g_autoptr (BlImportReport) first = fixture_import (project, list, &libraries);
  g_autoptr (BlImportReport) points = import_shared (project, "somerset/lsoa11_pwc_somerset.csv");
  g_autoptr (BlImportReport) report = import_shared (project, MEMBERS);
  BlRecord *use = get_use (project, "members");
  Sums sums = sum_up (use);

  g_assert_cmpuint (report->read, ==, 8095);
  g_assert_cmpuint (report->added, ==, 2573);
  g_assert_cmpuint (report->elsewhere, ==, 8095 - 2573);
  /* 34 home libraries; a performing arts library, a mobile and "Burnham" are none of the list. */
  g_assert_cmpuint (sums.n_columns, ==, 34);
  g_assert_cmpuint (sums.n_strangers, ==, 3);
  g_assert_cmpfloat (sums.people + sums.elsewhere + sums.nowhere, ==, 39842);
  g_assert_cmpfloat (sums.suppressed + sums.elsewhere_suppressed + sums.nowhere_suppressed, ==, 1760);
  g_assert_cmpfloat (people_of (project, use, "E01029035"), ==, 315);
  g_assert_cmpfloat (people_of (project, use, "E01029285"), ==, 284);
  g_assert_cmpfloat (people_of (project, use, "E01029050"), ==, 272);
  g_assert_cmpfloat (get_count (use, "suppressed-below"), ==, 5);
  g_assert_cmpstr (bl_record_get_text (use, "licence"), ==, "Open Government Licence v3.0");

  /* The same again changes nothing; one more library known moves its column only. */
  guint64 revision = bl_project_get_revision (project);
  g_autoptr (BlImportReport) again = import_shared (project, MEMBERS);
  g_assert_cmpuint (again->unchanged, ==, 2573);
  g_assert_cmpuint (bl_project_get_revision (project), ==, revision);
  BlImportOptions burnham = { .libraries = (char *[]) { (char *) "Burnham=Burnham-on-Sea", NULL } };
  g_autoptr (BlImportReport) known = fixture_import (project, path, &burnham);
  g_assert_cmpuint (known->added, ==, 82);
  Sums after = sum_up (use);
  g_assert_cmpuint (after.n_columns, ==, 34);
  g_assert_cmpuint (after.n_strangers, ==, 2);
  g_assert_cmpfloat (after.people, ==, sums.people);
  g_assert_true (bl_project_undo (project));
  g_assert_cmpuint (sum_up (use).n_strangers, ==, 3);
}

/* The schema: "x" for small counts, no libraries, several dates. */
static void
test_schema (void)
{
  g_autoptr (BlProject) project = fixture_project ("Atlantis Council", "E99999999", NULL);
  g_autofree char *places
      = fixture_file (folder, "points.csv", "code,x,y\nE01000001,400000,300000\nE01000002,400000,301000\n", -1);
  BlImportOptions none = { 0 }, points = { .kind = BL_IMPORT_POINTS };
  g_autoptr (BlImportReport) made = fixture_import (project, places, &points);
  g_autoptr (BlImportReport) report = import_text (
      project,
      "Local authority,Count date,Area code,Members\nAtlantis,2019-03-31,E01000001,999\nAtlantis,2020-03-31,E01000001,12\n"
      "Atlantis,2020-03-31,E01000002,x\nAtlantis,2020-03-31,E01000009,40\nAtlantis,2020-03-31,E01000008,x\n"
      "Atlantis,2020-03-31,Unknown,6\nAtlantis,2020-03-31,,x\nLyonesse,2020-03-31,E01000001,77\nAtlantis,2020-03-31,E01000001,\n",
      &none);
  BlRecord *use = get_use (project, "members");
  Sums sums = sum_up (use);

  g_assert_cmpuint (report->read, ==, 9);
  g_assert_cmpuint (report->added, ==, 6);
  g_assert_cmpuint (report->elsewhere, ==, 1);
  g_assert_cmpuint (fixture_reason (report, "of an earlier count"), ==, 1);
  g_assert_cmpuint (fixture_reason (report, "no number"), ==, 1);
  g_assert_cmpuint (sums.n_columns, ==, 1);
  g_assert_cmpfloat (sums.people, ==, 12);
  g_assert_cmpfloat (sums.suppressed, ==, 1);
  g_assert_cmpfloat (sums.elsewhere, ==, 40);
  g_assert_cmpfloat (sums.elsewhere_suppressed, ==, 1);
  g_assert_cmpfloat (sums.nowhere, ==, 6);
  g_assert_cmpfloat (sums.nowhere_suppressed, ==, 1);
  g_assert_cmpstr (bl_record_get_text (use, "date"), ==, "31 March 2020");

  /* Other things counted stand beside it; areas that come later have a row. */
  g_autoptr (BlImportReport) loans
      = import_text (project, "Branch,LSOA,Loans\nMain,E01000002,30\n", &none);
  g_assert_cmpfloat (sum_up (get_use (project, "loans")).people, ==, 30);
  g_assert_cmpfloat (sum_up (use).people, ==, 12);

  bl_project_begin (project, "Forget whose the areas are");
  bl_record_set_child (BL_RECORD (project), "service", NULL);
  bl_project_commit (project);
  g_autofree char *outline = fixture_file (
      folder, "outline.geojson",
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"LSOA11CD\":\"E01000003\"},"
      "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[-1.9,52.5],[-1.9,52.6],[-1.8,52.6],[-1.9,52.5]]]}}]}",
      -1);
  BlImportOptions areas = { .kind = BL_IMPORT_AREAS };
  g_autoptr (BlImportReport) more = fixture_import (project, outline, &areas);
  g_autoptr (BlRecord) column = g_list_model_get_item (bl_record_get_list (use, "columns"), 0);
  g_assert_cmpuint (bl_areas_get_n (bl_project_get_areas (project)), ==, 3);
  g_assert_cmpuint (bl_table_get_n_rows (bl_record_get_table (column, "counts")), ==, 3);
  g_assert_cmpuint (bl_table_get_n_rows (bl_record_get_table (column, "suppressed")), ==, 3);
  g_assert_cmpfloat (sum_up (use).people, ==, 12);
}

static void
check_refused (BlProject *project, const char *text, int code, const char *part)
{
  g_autofree char *path = fixture_file (folder, "people.csv", text, -1);
  g_autoptr (GError) error = NULL;
  BlImportOptions options = { .kind = BL_IMPORT_MEMBERS };
  g_autoptr (BlImportPlan) plan = bl_import_plan_new (project, path, &options, NULL, &error);
  guint64 revision = bl_project_get_revision (project);

  if (plan != NULL)
    g_assert_null (bl_import_plan_apply (plan, project, &error));
  g_assert_error (error, BL_EXCHANGE_ERROR, code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
  g_assert_cmpuint (bl_project_get_revision (project), ==, revision);
}

static void
test_bad (void)
{
  g_autoptr (BlProject) project = fixture_project ("Atlantis Council", NULL, NULL);
  g_autoptr (BlProject) empty = fixture_project ("Atlantis Council", NULL, NULL);
  g_autofree char *places = fixture_file (folder, "points.csv", "code,x,y\nE01000001,400000,300000\n", -1);
  BlImportOptions points = { .kind = BL_IMPORT_POINTS };
  g_autoptr (BlImportReport) made = fixture_import (project, places, &points);
  const int content = BL_EXCHANGE_ERROR_CONTENT;

  check_refused (project, "Area code,Members\nE01000001,many\n", content, "“many” in “Members” is no number of people");
  check_refused (project, "Area code,Members\nE01000001,-4\n", content, "people.csv:2");
  check_refused (project, "Area code,Members\nE01000001,1.5\n", content, "no number of people");
  check_refused (project, "Area code,Members\nE01000001,99999999999\n", content, "no number of people");
  check_refused (project, "Area code,Members\nE01000009,5\n", content, "codes such as “E01000009”");
  check_refused (project, "Area code,Members\nE01000001,5,6\n", content, "3 cells where the header has 2");
  check_refused (project, "Area code,Members\n", content, "a header and no rows");
  check_refused (project, "Area code,Colour\nE01000001,5\n", content, "the number of people");
  check_refused (project, "Colour,Members\nE01000001,5\n", content, "the codes of the areas");
  check_refused (project, "Local authority,Area code,Members\nLyonesse,E01000001,5\n", content, "nearest names");
  check_refused (project, "Area code,Members\nE01000001,\"5\n", BL_EXCHANGE_ERROR_READ, "people.csv:2");
  check_refused (project, "Area code,Members\nE01000001,5\xe9\n", BL_EXCHANGE_ERROR_ENCODING, "UTF-8");
  check_refused (empty, "Area code,Members\nE01000001,5\n", content, "add areas first");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  folder = g_dir_make_tmp ("branchline-members-XXXXXX", NULL);
  g_test_add_func ("/exchange/import-members/somerset", test_somerset);
  g_test_add_func ("/exchange/import-members/schema", test_schema);
  g_test_add_func ("/exchange/import-members/bad", test_bad);
  status = g_test_run ();
  g_free (folder);
  return status;
}
