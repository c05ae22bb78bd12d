/* test-same.c: the facts that come with the program are what the published files give
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "import-plan.h"
#include "reference.h"
#include "shared-data.h"

static BlProject *
make_project (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("same");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T14:32:00Z");

  return bl_project_new (ids, clock);
}

static void
bring_in (BlProject *project, const char *name, const BlImportOptions *options)
{
  g_autofree char *path = bl_test_shared_data (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlImportPlan) plan = bl_import_plan_new (project, path, options, NULL, &error);
  g_autoptr (BlImportReport) report = NULL;

  g_assert_no_error (error);
  report = bl_import_plan_apply (plan, project, &error);
  g_assert_no_error (error);
}

/* Every field of two records but their ids, and the same below. */
static guint
compare (BlRecord *published, BlRecord *ours)
{
  GPtrArray *fields = bl_record_get_fields (published);
  g_autofree char *name = bl_record_describe (published);
  guint differing = 0;

  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);

      if (field->type == BL_FIELD_CHILD)
        continue;
      if (field->type == BL_FIELD_LIST)
        {
          GListModel *a = bl_record_get_list (published, field->name), *b = bl_record_get_list (ours, field->name);

          g_assert_cmpuint (g_list_model_get_n_items (a), ==, g_list_model_get_n_items (b));
          for (guint k = 0; k < g_list_model_get_n_items (a); k++)
            {
              g_autoptr (BlRecord) one = g_list_model_get_item (a, k);
              g_autoptr (BlRecord) other = g_list_model_get_item (b, k);

              differing += compare (one, other);
            }
          continue;
        }

      g_autofree char *a = bl_record_get_as_text (published, field->name);
      g_autofree char *b = bl_record_get_as_text (ours, field->name);

      if (g_strcmp0 (a, b) == 0)
        continue;
      differing++;
      g_test_message ("%s, %s: “%s”, ours “%s”", name, field->name, a != NULL ? a : "", b != NULL ? b : "");
    }
  return differing;
}

static guint
compare_lists (GListModel *published, GListModel *ours)
{
  guint n = g_list_model_get_n_items (published), differing = 0;

  g_assert_cmpuint (n, ==, g_list_model_get_n_items (ours));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlRecord) a = g_list_model_get_item (published, i);
      g_autoptr (BlRecord) b = g_list_model_get_item (ours, i);

      differing += compare (a, b);
    }
  return differing;
}

static BlProject *
fill (BlReference *reference, const BlReferenceService *service)
{
  g_autoptr (BlProject) project = make_project ();
  g_autoptr (GError) error = NULL;

  g_assert_true (bl_reference_fill (reference, service, project, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&project);
}

static BlProject *
import_libraries (const BlReferenceService *service)
{
  g_autoptr (BlProject) project = make_project ();
  BlImportOptions options = {
    .kind = BL_IMPORT_LIBRARIES,
    .year = 2023,
    .source = "Arts Council England, basic dataset for libraries 2023",
    .date = "31 December 2023",
  };

  bl_reference_fill_service (service, project);
  bring_in (project, "national/basic-dataset-for-libraries-2023-enhanced.csv", &options);
  return g_steal_pointer (&project);
}

/* Every service of the list: repeated names, older services, islands, cells with line breaks and all. */
static void
test_libraries (void)
{
  g_autofree char *needed = bl_test_shared_data ("national/basic-dataset-for-libraries-2023-enhanced.csv");
  g_autoptr (BlReference) reference = needed != NULL ? bl_reference_new (NULL) : NULL;
  GPtrArray *services;

  if (reference == NULL)
    return;
  services = bl_reference_get_services (reference);
  for (guint i = 0; i < services->len; i++)
    {
      const BlReferenceService *service = g_ptr_array_index (services, i);
      g_autoptr (BlProject) published = NULL;
      g_autoptr (BlProject) ours = NULL;

      if (service->libraries == 0)
        continue;
      published = import_libraries (service);
      ours = fill (reference, service);

      g_test_message ("%s", service->name);
      g_assert_cmpint (bl_project_get_effective_year (published), ==, bl_project_get_effective_year (ours));
      g_assert_cmpuint (compare_lists (bl_project_get_libraries (published), bl_project_get_libraries (ours)), ==, 0);
      g_assert_cmpuint (compare_lists (bl_project_get_libraries_nearby (published),
                                       bl_project_get_libraries_nearby (ours)),
                        ==, 0);
    }
}

static void
test_areas (void)
{
  g_autofree char *needed = bl_test_shared_data ("national/2019_population.csv");
  g_autoptr (BlReference) reference = needed != NULL ? bl_reference_new (NULL) : NULL;
  g_autoptr (BlProject) published = NULL;
  g_autoptr (BlProject) ours = NULL;
  const char *ogl = "Open Government Licence v3.0", *lsoa = "LSOA 2011";
  char *population[] = { (char *) "population=pop", NULL };
  char *ages[] = { (char *) "aged_0_15=Dependent Children aged 0-15: mid 2015 (excluding prisoners)",
                   (char *) "aged_16_59=Population aged 16-59: mid 2015 (excluding prisoners)",
                   (char *) "aged_60_plus=Older population aged 60 and over: mid 2015 (excluding prisoners)", NULL };
  char *decile[] = { (char *) "imd_decile=Index of Multiple Deprivation (IMD) Decile", NULL };
  char *rank[] = { (char *) "imd_rank=Index of Multiple Deprivation (IMD) Rank", NULL };

  if (reference == NULL)
    return;
  published = make_project ();
  ours = fill (reference, bl_reference_find_service (reference, "E08000021", NULL));
  bring_in (published, "newcastle/lsoa11_pwc_newcastle.csv",
            &(BlImportOptions) { .kind = BL_IMPORT_POINTS,
                                 .code_field = "lsoa11cd",
                                 .name_field = "lsoa11nm",
                                 .x_field = "easting",
                                 .y_field = "northing",
                                 .source = "Office for National Statistics, population-weighted centroids, December 2011",
                                 .date = "2011",
                                 .geography = lsoa,
                                 .licence = ogl });
  bring_in (published, "national/2019_population.csv",
            &(BlImportOptions) { .kind = BL_IMPORT_VALUES,
                                 .code_field = "lsoa",
                                 .values = population,
                                 .value_kind = BL_VALUE_KIND_COUNT,
                                 .source = "Office for National Statistics, small area population estimates",
                                 .date = "mid-2019",
                                 .geography = lsoa,
                                 .licence = ogl });
  bring_in (published, "national/File_6_-_IoD2019_Population_Denominators.csv",
            &(BlImportOptions) {
                .kind = BL_IMPORT_VALUES,
                .code_field = "LSOA code (2011)",
                .values = ages,
                .value_kind = BL_VALUE_KIND_COUNT,
                .source = "MHCLG, English Indices of Deprivation 2019, population denominators (prisoners left out)",
                .date = "mid-2015",
                .geography = lsoa,
                .licence = ogl });
  for (guint i = 0; i < 2; i++)
    bring_in (published, "national/File_1_-_IMD2019_Index_of_Multiple_Deprivation.csv",
              &(BlImportOptions) { .kind = BL_IMPORT_VALUES,
                                   .code_field = "LSOA code (2011)",
                                   .values = i == 0 ? decile : rank,
                                   .value_kind = i == 0 ? BL_VALUE_KIND_DECILE : BL_VALUE_KIND_RANK,
                                   .source = "MHCLG, English Indices of Deprivation 2019",
                                   .date = "2019",
                                   .geography = lsoa,
                                   .licence = ogl });
  g_assert_cmpuint (compare (BL_RECORD (bl_project_get_areas (published)), BL_RECORD (bl_project_get_areas (ours))), ==,
                    0);
  g_assert_cmpuint (compare_lists (bl_project_get_values (published), bl_project_get_values (ours)), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/same/libraries", test_libraries);
  g_test_add_func ("/cli/same/areas", test_areas);
  return g_test_run ();
}
