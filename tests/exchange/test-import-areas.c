/* test-import-areas.c: outlines, points and figures of areas as they are published, into a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "access.h"
#include "import-fixture.h"
#include "shared-data.h"

#include <math.h>
#include <string.h>

#define PWC_ENGLAND "national/lsoa11_pwc_england.csv"
#define POPULATION "national/2019_population.csv"
#define DEPRIVATION "national/File_1_-_IMD2019_Index_of_Multiple_Deprivation.csv"
#define AGES "national/File_6_-_IoD2019_Population_Denominators.csv"

static BlImportReport *
import_shared (BlProject *project, const char *name, const BlImportOptions *options)
{
  g_autofree char *path = bl_test_shared_data (name);

  g_assert_nonnull (path);
  return fixture_import (project, path, options);
}

static gboolean
no_data (void)
{
  g_autofree char *path = bl_test_shared_data (PWC_ENGLAND);

  return path == NULL;
}

static double
total (BlProject *project, const char *name, guint *known)
{
  BlTable *table = bl_record_get_table (BL_RECORD (bl_project_find_value (project, name)), "numbers");
  double sum = 0;

  *known = 0;
  for (guint i = 0; i < bl_table_get_n_rows (table); i++)
    if (!isnan (bl_table_get_numbers (table)[i]))
      {
        sum += bl_table_get_numbers (table)[i];
        ++*known;
      }
  return sum;
}

static guint
import_figures (BlProject *project)
{
  BlImportOptions found = { 0 };
  g_autoptr (BlImportReport) people = import_shared (project, POPULATION, &found);
  g_autoptr (BlImportReport) deprivation = import_shared (project, DEPRIVATION, &found);
  g_autoptr (BlImportReport) ages = import_shared (project, AGES, &found);

  g_assert_cmpuint (people->read, ==, 42620);
  g_assert_cmpuint (deprivation->read, ==, 32844);
  g_assert_cmpuint (people->added, ==, deprivation->added);
  g_assert_cmpuint (people->added, ==, ages->added);
  g_assert_cmpuint (people->skipped, ==, 0);
  return people->added;
}

/* Within a mile and two of the nearest open static library, by the project as it stands. */
static void
check_access (BlProject *project, gboolean statutory, gboolean cross, double mile, double miles, double mean, double max)
{
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  const double limits[] = { BL_MILE, 2 * BL_MILE };
  BlAccessQuestion question = { .statutory = statutory, .cross_boundary = cross, .limits = limits, .n_limits = 2 };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlAccess) access = bl_access_compute (facts, &question, &error);

  g_assert_no_error (error);
  g_test_message ("%.3f %.3f %.3f %.1f", access->within[0].percent, access->within[1].percent, access->mean_distance,
                  access->max_distance);
  g_assert_cmpfloat_with_epsilon (access->within[0].percent, mile, 0.0006);
  g_assert_cmpfloat_with_epsilon (access->within[1].percent, miles, 0.0006);
  g_assert_cmpfloat_with_epsilon (access->mean_distance, mean, 0.06);
  g_assert_cmpfloat_with_epsilon (access->max_distance, max, 0.11);
}

static void
test_newcastle (void)
{
  g_autoptr (BlProject) project = fixture_project ("Newcastle City Council", NULL, NULL);
  BlImportOptions libraries = { .kind = BL_IMPORT_LIBRARIES }, found = { 0 };
  guint known = 0;

  if (no_data ())
    return;
  g_autoptr (BlImportReport) first = import_shared (project, BASIC_DATASET, &libraries);
  g_autoptr (BlImportReport) outlines = import_shared (project, "newcastle/lsoa/E08000021.json", &found);
  BlAreas *areas = bl_project_get_areas (project);
  g_assert_cmpuint (outlines->added, ==, 175);
  g_assert_cmpuint (bl_areas_get_n (areas), ==, 175);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (areas), "geography"), ==, "LSOA 2011");
  g_assert_cmpuint (import_figures (project), ==, 175);
  g_assert_cmpfloat (total (project, "population", &known), ==, 302820);
  g_assert_cmpuint (known, ==, 175);
  g_assert_cmpfloat (total (project, "aged_0_15", &known), ==, 50575);
  g_assert_cmpfloat (total (project, "aged_60_plus", &known), ==, 55053);
  g_assert_cmpfloat_with_epsilon (total (project, "imd_decile", &known) / known, 4.5257, 0.00005);
  g_assert_cmpint (bl_record_get_enum (BL_RECORD (bl_project_find_value (project, "imd_decile")), "kind"), ==,
                   BL_VALUE_KIND_DECILE);
  g_assert_cmpint (bl_record_get_enum (BL_RECORD (bl_project_find_value (project, "imd_rank")), "kind"), ==,
                   BL_VALUE_KIND_RANK);
  g_assert_cmpstr (bl_value_set_get_title (bl_project_find_value (project, "imd_decile")), ==, "Deprivation (IMD 2019)");
  g_assert_cmpstr (bl_value_set_get_title (bl_project_find_value (project, "population")), ==, "Population, mid-2019");
  g_assert_null (bl_project_find_value (project, "total_population_mid_2015"));

  /* D: from the polygons' centroids, before they were rounded. */
  check_access (project, FALSE, FALSE, 92.637, 100, 856.3, 2419.1);

  g_autoptr (BlImportReport) points = import_shared (project, PWC_ENGLAND, &found);
  g_assert_cmpuint (points->read, ==, 32844);
  g_assert_cmpuint (points->updated, ==, 175);
  g_assert_cmpuint (points->added, ==, 0);
  g_assert_cmpuint (points->elsewhere, ==, 32669);
  check_access (project, FALSE, FALSE, 93.648, 100, 816.099, 2538.0);
  check_access (project, TRUE, FALSE, 91.9, 97.603, 954.0, 5194.4);
  check_access (project, FALSE, TRUE, 96.326, 100, 772.7, 1865.0);

  /* The same again changes nothing. */
  guint64 revision = bl_project_get_revision (project);
  g_autoptr (BlImportReport) again = import_shared (project, "newcastle/lsoa/E08000021.json", &found);
  g_autoptr (BlImportReport) points_again = import_shared (project, PWC_ENGLAND, &found);
  g_autoptr (BlImportReport) ages_again = import_shared (project, AGES, &found);
  g_assert_cmpuint (again->unchanged, ==, 175);
  g_assert_cmpuint (points_again->unchanged, ==, 175);
  g_assert_cmpuint (ages_again->unchanged, ==, 175);
  g_assert_cmpuint (bl_project_get_revision (project), ==, revision);
}

/* Five files of districts add up; figures brought in between follow. */
static void
test_somerset (void)
{
  static const char *const files[] = { "somerset/lsoa/E07000187.json", "somerset/lsoa/E07000188.json",
                                       "somerset/lsoa/E07000189.json", "somerset/lsoa/E07000190.json",
                                       "somerset/lsoa/E07000191.json" };
  static const guint counts[] = { 66, 70, 103, 67, 21 };
  g_autoptr (BlProject) project = fixture_project ("Somerset Council", "E06000066", NULL);
  BlImportOptions libraries = { .kind = BL_IMPORT_LIBRARIES }, found = { 0 };
  guint known = 0, n = 0;

  if (no_data ())
    return;
  g_autoptr (BlImportReport) first = import_shared (project, BASIC_DATASET, &libraries);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (BlImportReport) report = import_shared (project, files[i], &found);
      BlAreas *areas = bl_project_get_areas (project);

      n += counts[i];
      g_assert_cmpuint (report->added, ==, counts[i]);
      g_assert_cmpuint (bl_areas_get_n (areas), ==, n);
      g_assert_cmpuint (bl_table_get_n_rows (bl_record_get_table (BL_RECORD (areas), "outlines")), ==, n);
      g_assert_cmpuint (bl_table_get_n_rows (bl_record_get_table (BL_RECORD (areas), "centroids")), ==, n);
      /* After two, figures: those of later files are not known yet. */
      if (i == 1)
        g_assert_cmpuint (import_figures (project), ==, 136);
      if (i > 1)
        {
          total (project, "population", &known);
          g_assert_cmpuint (known, ==, 136);
          g_assert_cmpuint (bl_table_get_n_rows (bl_record_get_table (BL_RECORD (bl_project_find_value (project, "population")), "numbers")),
                            ==, n);
        }
    }
  g_assert_cmpuint (import_figures (project), ==, 191);
  g_assert_cmpfloat (total (project, "population", &known), ==, 562225);
  g_assert_cmpuint (known, ==, 327);
  g_assert_cmpfloat (total (project, "aged_0_15", &known), ==, 95875);
  g_assert_cmpfloat (total (project, "aged_60_plus", &known), ==, 164028);
  check_access (project, FALSE, FALSE, 47.694, 72.61, 2527.5, 10267.2);
  g_autoptr (BlImportReport) points = import_shared (project, PWC_ENGLAND, &found);
  g_assert_cmpuint (points->updated, ==, 327);
  check_access (project, FALSE, FALSE, 53.04, 74.992, 2272.378, 9535.7);
  check_access (project, FALSE, TRUE, 53.04, 75.67, 2199.4, 9535.7);
}

/* Points first: the service tells which of England's are its own; outlines are then attached by code. */
static void
test_points_first (void)
{
  g_autoptr (BlProject) newcastle = fixture_project ("Newcastle City Council", "E08000021", NULL);
  g_autoptr (BlProject) somerset = fixture_project ("Somerset Council", "E06000066", NULL);
  BlImportOptions found = { 0 };

  if (no_data ())
    return;
  g_autoptr (BlImportReport) points = import_shared (newcastle, PWC_ENGLAND, &found);
  g_assert_cmpuint (points->added, ==, 175);
  /* Four districts of 2019 that are one service since. */
  g_autoptr (BlImportReport) districts = import_shared (somerset, PWC_ENGLAND, &found);
  g_assert_cmpuint (districts->added, ==, 327);
  BlAreas *areas = bl_project_get_areas (somerset);
  g_autofree char *last = g_strdup (bl_table_get_texts (bl_record_get_table (BL_RECORD (areas), "codes"))[326]);

  g_autoptr (BlImportReport) outlines = import_shared (somerset, "somerset/lsoa/E07000191.json", &found);
  g_assert_cmpuint (outlines->added, ==, 0);
  g_assert_cmpuint (outlines->updated, ==, 21);
  g_assert_cmpuint (bl_areas_get_n (areas), ==, 327);
  g_assert_cmpint (bl_areas_find (areas, last), ==, 326);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (areas), "point-source"), ==,
                   "Office for National Statistics, population-weighted centroids, December 2011");
}

/* What holds no district and no code that is known is taken whole when it is small. */
static void
test_output_areas (void)
{
  g_autoptr (BlProject) project = fixture_project ("Newcastle City Council", "E08000021", NULL);
  BlImportOptions libraries = { .kind = BL_IMPORT_LIBRARIES }, found = { 0 };
  static char *const values[] = { "population=All Ages", NULL };
  BlImportOptions people = { .kind = BL_IMPORT_VALUES, .code_field = "OA11CD", .values = values };
  guint known = 0;

  if (no_data ())
    return;
  g_autoptr (BlImportReport) first = import_shared (project, BASIC_DATASET, &libraries);
  g_autoptr (BlImportReport) points = import_shared (project, "newcastle/oa_centroids_lad11cd_E08000021.shp.csv", &found);
  g_assert_cmpuint (points->added, ==, 910);
  g_autoptr (BlImportReport) figures = import_shared (project, "newcastle/coa-population-mid2016-newcastle.csv", &people);
  g_assert_cmpuint (figures->added, ==, 910);
  g_assert_cmpfloat (total (project, "population", &known), ==, 296478);
  /* G, from longitude and latitude: metres of tolerance. */
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  const double limits[] = { BL_MILE };
  BlAccessQuestion question = { .limits = limits, .n_limits = 1 };
  g_autoptr (BlAccess) access = bl_access_compute (facts, &question, NULL);
  g_assert_cmpfloat_with_epsilon (access->mean_distance, 824.1, 5);
  /* Outlines of another kind of area do not go with these. */
  g_autoptr (GError) error = NULL;
  g_autofree char *path = bl_test_shared_data ("newcastle/lsoa/E08000021.json");
  g_autoptr (BlImportPlan) plan = bl_import_plan_new (project, path, &found, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (bl_import_plan_preview (plan, &error));
  g_assert_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT);
}

/* Output areas as the files know them: a district each, all ages by name, single years added up.
 * The sums of the years are those of Python's csv over the same files. */
static void
test_output_areas_found (void)
{
  static const char *const districts[] = { "E07000187", "E07000188", "E07000189", "E07000190", "E07000191" };
  g_autoptr (BlProject) project = fixture_project ("Somerset Council", NULL, NULL);
  BlImportOptions found = { 0 };
  guint known = 0;
  double children, adults, older;

  if (no_data ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (districts); i++)
    {
      g_autofree char *name = g_strdup_printf ("somerset/oa_centroids_lad11cd_%s.shp.csv", districts[i]);
      g_autoptr (BlImportReport) points = import_shared (project, name, &found);
    }
  g_assert_cmpuint (bl_areas_get_n (bl_project_get_areas (project)), ==, 1800);
  g_autoptr (BlImportReport) figures = import_shared (project, "somerset/coa-population-mid2016-somerset.csv", &found);
  g_assert_cmpuint (figures->added, ==, 1800);
  g_assert_cmpfloat (total (project, "population", &known), ==, 549447);
  g_assert_cmpuint (known, ==, 1800);
  children = total (project, "aged_0_15", &known);
  adults = total (project, "aged_16_59", &known);
  older = total (project, "aged_60_plus", &known);
  g_assert_cmpuint (known, ==, 1800);
  g_assert_cmpfloat (children + adults + older, ==, 549447);
  g_assert_cmpfloat (children, ==, 96555);
  g_assert_cmpfloat (older, ==, 167078);
}

/* The same district in three formats, two coordinate systems: the same areas. */
static void
test_formats (void)
{
  static const char *const files[] = { "newcastle/lsoa/E08000021.json", "newcastle/lsoa_bng_shapefile/newcastle_lsoa11.shp",
                                       "newcastle/lsoa/topo_E08000021.json" };
  BlImportOptions found = { 0 };

  if (no_data ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (BlProject) project = fixture_project ("Newcastle City Council", "E08000021", NULL);
      g_autoptr (BlImportReport) report = import_shared (project, files[i], &found);

      g_test_message ("%s", files[i]);
      g_assert_cmpuint (report->added, ==, 175);
      g_assert_cmpint (bl_areas_find (bl_project_get_areas (project), "E01008288"), >=, 0);
    }
}

/* What was said on the command line wins over what is known of a file; without either it is not known. */
static void
test_provenance (void)
{
  g_autoptr (BlProject) project = fixture_project ("Newcastle City Council", "E08000021", NULL);
  static char *const values[] = { "lonely = IMD rank", NULL };
  static char *const right[] = { "rank_2019=Index of Multiple Deprivation (IMD) Rank", NULL };
  BlImportOptions found = { 0 };
  BlImportOptions wrong = { .kind = BL_IMPORT_VALUES, .values = values };
  BlImportOptions said = { .kind = BL_IMPORT_VALUES, .values = right, .source = "A friend", .date = "May" };
  g_autoptr (GError) error = NULL;

  if (no_data ())
    return;
  g_autofree char *path = bl_test_shared_data (DEPRIVATION);
  g_autoptr (BlImportReport) points = import_shared (project, "newcastle/lsoa11_pwc_newcastle.csv", &found);
  g_assert_cmpuint (points->added, ==, 175);
  g_assert_null (bl_import_plan_new (project, path, &wrong, NULL, &error));
  g_assert_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT);
  g_assert_nonnull (strstr (error->message, "LSOA code (2011)"));

  g_autoptr (BlImportReport) report = import_shared (project, DEPRIVATION, &said);
  BlRecord *value = BL_RECORD (bl_project_find_value (project, "rank_2019"));
  g_assert_cmpuint (report->added, ==, 175);
  g_assert_cmpstr (bl_record_get_text (value, "source"), ==, "A friend");
  g_assert_cmpstr (bl_record_get_text (value, "date"), ==, "May");
  g_assert_cmpint (bl_record_get_enum (value, "kind"), ==, BL_VALUE_KIND_RANK);
  g_assert_null (bl_project_find_value (project, "imd_decile"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/import-areas/newcastle", test_newcastle);
  g_test_add_func ("/import-areas/somerset", test_somerset);
  g_test_add_func ("/import-areas/points-first", test_points_first);
  g_test_add_func ("/import-areas/output-areas", test_output_areas);
  g_test_add_func ("/import-areas/output-areas-found", test_output_areas_found);
  g_test_add_func ("/import-areas/formats", test_formats);
  g_test_add_func ("/import-areas/provenance", test_provenance);
  return g_test_run ();
}
