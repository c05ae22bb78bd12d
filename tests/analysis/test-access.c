/* test-access.c: distances against expected.md, and worked by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "access.h"

#include "layer.h"
#include "published.h"

static const double miles[] = { BL_MILE, 2 * BL_MILE };

/* Columns of the table of methods. */
enum
{
  METHOD_1_MILE = 1,
  METHOD_2_MILES,
  METHOD_MEAN,
  METHOD_MEDIAN,
  METHOD_MAX,
};

/* Half a unit of the last figure printed. */
static void
assert_printed (double value, const char *cell)
{
  const char *point = strchr (cell, '.');
  int decimals = point != NULL ? (int) strlen (point + 1) : 0;

  g_assert_cmpfloat_with_epsilon (value, published_number (cell), 0.5001 * pow (10, -decimals));
}

static void
check_method (const PublishedService *service,
              const BlFacts *facts,
              const char *method,
              const BlAccessQuestion *asked)
{
  g_autoptr (GError) error = NULL;
  BlAccessQuestion question = *asked;
  g_autoptr (BlAccess) access = NULL;
  g_auto (GStrv) cells = published_expected_row (service, method);

  question.limits = miles;
  question.n_limits = 2;
  access = bl_access_compute (facts, &question, &error);
  g_assert_no_error (error);
  assert_printed (access->within[0].percent, cells[METHOD_1_MILE]);
  assert_printed (access->within[1].percent, cells[METHOD_2_MILES]);
  assert_printed (access->mean_distance, cells[METHOD_MEAN]);
  assert_printed (access->median_distance, cells[METHOD_MEDIAN]);
  assert_printed (access->max_distance, cells[METHOD_MAX]);
  g_assert_cmpuint (access->unknown, ==, 0);
  g_assert_cmpuint (access->unreached->len, ==, 0);
  g_assert_cmpuint (access->left_out->len, ==, 0);
}

static void
check_service (const PublishedService *service,
               guint areas,
               double people,
               guint open,
               guint statutory,
               double nearer_elsewhere)
{
  g_autoptr (BlProject) project = published_project_new (service);
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (BlAccess) all = NULL, few = NULL, wide = NULL;
  double elsewhere = 0;

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  g_assert_cmpuint (facts->n_areas, ==, areas);
  g_assert_cmpfloat (facts->total_population, ==, people);
  g_assert_cmpuint (facts->unknown_population, ==, 0);
  g_assert_true (facts->points_weighted);
  g_assert_cmpint (facts->year, ==, 2023);

  check_method (service, facts, "A planar", &(BlAccessQuestion){ 0 });
  check_method (service, facts, "C planar", &(BlAccessQuestion){ .statutory = TRUE });
  check_method (service, facts, "E as A", &(BlAccessQuestion){ .cross_boundary = TRUE });

  all = bl_access_compute (facts, &(BlAccessQuestion){ 0 }, NULL);
  few = bl_access_compute (facts, &(BlAccessQuestion){ .statutory = TRUE }, NULL);
  wide = bl_access_compute (facts, &(BlAccessQuestion){ .cross_boundary = TRUE }, NULL);
  g_assert_cmpuint (all->n_counted, ==, open);
  g_assert_cmpuint (few->n_counted, ==, statutory);
  g_assert_cmpfloat (all->population, ==, people);
  for (guint i = 0; i < facts->n_areas; i++)
    if (facts->libraries[wide->nearest[i]].nearby)
      elsewhere += facts->population[i];
  g_assert_cmpfloat (elsewhere, ==, nearer_elsewhere);
}

static void
test_newcastle (void)
{
  check_service (&published_newcastle, 175, 302820, 20, 14, 14410);
}

static void
test_somerset (void)
{
  check_service (&published_somerset, 327, 562225, 32, 32, 16758);
}

/* Method D: from the polygons of the files, each of a district. */
static void
check_polygons (const PublishedService *service)
{
  g_autoptr (BlProject) project = published_project_new (service);
  g_autoptr (BlFacts) facts = NULL;
  guint placed = 0;

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  for (guint i = 0; i < facts->n_areas; i++)
    facts->points[i] = (BlPoint){ NAN, NAN };
  for (guint f = 0; service->polygons[f] != NULL; f++)
    {
      g_autofree char *path
          = g_build_filename (g_getenv ("BRANCHLINE_SHARED_DATA"), service->polygons[f], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (BlLayer) layer = bl_layer_read (path, NULL, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < layer->n_rows; i++)
        {
          int area = bl_facts_find_area (facts, layer->codes[i]);

          g_assert_cmpint (area, >=, 0);
          facts->points[area] = layer->centroids[i];
          placed++;
        }
    }
  g_assert_cmpuint (placed, ==, facts->n_areas);
  check_method (service, facts, "D planar", &(BlAccessQuestion){ 0 });
}

static void
test_polygons_newcastle (void)
{
  check_polygons (&published_newcastle);
}

static void
test_polygons_somerset (void)
{
  check_polygons (&published_somerset);
}

/* --- Groups of people ---------------------------------------------------- */

static void
check_groups (
    const PublishedService *service, double children, double older, double deprived, double deprived_people)
{
  g_autoptr (BlProject) project = published_project_new (service);
  g_autoptr (BlFacts) facts = NULL;
  const struct
  {
    const char *definition;
    double percent;
  } groups[] = { { "aged_0_15", children }, { "aged_60_plus", older }, { "imd_decile<=2", deprived } };

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BlGroupCounts) group = bl_group_counts_new (facts, groups[i].definition, &error);
      g_autoptr (BlAccess) access = NULL;

      g_assert_no_error (error);
      access = bl_access_compute (
          facts, &(BlAccessQuestion){ .limits = miles, .n_limits = 2, .group = group }, &error);
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (access->within[0].percent, groups[i].percent, 0.000501);
      if (i == 2)
        g_assert_cmpfloat (access->population, ==, deprived_people);
    }
}

static void
test_groups_newcastle (void)
{
  check_groups (&published_newcastle, 93.19, 91.977, 96.749, 113969);
}

static void
test_groups_somerset (void)
{
  check_groups (&published_somerset, 54.18, 50.815, 81.489, 47744);
}

/* --- If a library closed ------------------------------------------------- */

typedef struct
{
  const char *library;
  double changing, rise;
  struct
  {
    const char *library;
    double people;
  } to[4];
  double within[2], mean, max, losing[2];
} Closure;

static int
find_by_name (const BlFacts *facts, const char *name)
{
  for (guint i = 0; i < facts->n_libraries; i++)
    if (g_str_equal (facts->libraries[i].name, name))
      return (int) i;
  g_error ("no library %s", name);
}

static void
check_closure (const PublishedService *service, const Closure *expected)
{
  g_autoptr (BlProject) project = published_project_new (service);
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (BlAccess) before = NULL, after = NULL;
  g_autofree gboolean *closed = NULL;
  double changing = 0, further = 0, losing[2] = { 0, 0 };
  double to[4] = { 0 };
  BlAccessQuestion question = { .limits = miles, .n_limits = 2 };

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  before = bl_access_compute (facts, &question, NULL);
  closed = g_new0 (gboolean, facts->n_libraries);
  closed[find_by_name (facts, expected->library)] = TRUE;
  question.closed = closed;
  after = bl_access_compute (facts, &question, NULL);

  g_assert_cmpuint (after->n_counted, ==, before->n_counted - 1);
  for (guint i = 0; i < facts->n_areas; i++)
    {
      for (guint l = 0; l < 2; l++)
        if (before->distance[i] <= miles[l] && after->distance[i] > miles[l])
          losing[l] += facts->population[i];
      if (before->nearest[i] == after->nearest[i])
        continue;
      changing += facts->population[i];
      further += facts->population[i] * (after->distance[i] - before->distance[i]);
      for (guint t = 0; expected->to[t].library != NULL; t++)
        if (after->nearest[i] == find_by_name (facts, expected->to[t].library))
          to[t] += facts->population[i];
    }
  g_assert_cmpfloat (changing, ==, expected->changing);
  g_assert_cmpfloat_with_epsilon (further / changing, expected->rise, 0.000501);
  for (guint t = 0; expected->to[t].library != NULL; t++)
    g_assert_cmpfloat (to[t], ==, expected->to[t].people);
  for (guint l = 0; l < 2; l++)
    {
      g_assert_cmpfloat_with_epsilon (after->within[l].percent, expected->within[l], 0.000501);
      g_assert_cmpfloat (losing[l], ==, expected->losing[l]);
    }
  g_assert_cmpfloat_with_epsilon (after->mean_distance, expected->mean, 0.000501);
  g_assert_cmpfloat_with_epsilon (after->max_distance, expected->max, 0.0501);
}

static void
test_closing_gosforth (void)
{
  check_closure (&published_newcastle, &(Closure){ .library = "Gosforth Library",
                                                   .changing = 23502,
                                                   .rise = 611.413,
                                                   .to = { { "Fawdon Partnership Library", 11154 },
                                                           { "Jesmond Library", 9365 },
                                                           { "Kenton Library", 2983 } },
                                                   .within = { 90.628, 100 },
                                                   .mean = 863.551,
                                                   .max = 2538.0,
                                                   .losing = { 9146, 0 } });
}

static void
test_closing_minehead (void)
{
  check_closure (&published_somerset, &(Closure){ .library = "Minehead",
                                                  .changing = 15287,
                                                  .rise = 6832.161,
                                                  .to = { { "Porlock", 11966 }, { "Watchet", 3321 } },
                                                  .within = { 50.89, 72.842 },
                                                  .mean = 2458.145,
                                                  .max = 9535.7,
                                                  .losing = { 12087, 12087 } });
}

/* --- Worked by hand ------------------------------------------------------ */

/* Four areas on a line, 100 m apart; people 10, 20, not known, 30; the last
 * without a place. Libraries at 0 m (open), 150 m (statutory), and one
 * without a grid reference. */
static BlFacts *
line_facts (BlPoint *points, const double *population, BlFactsLibrary *libraries)
{
  static const char *const codes[] = { "a", "b", "c", "d" };
  BlFacts *facts = g_new0 (BlFacts, 1);

  facts->year = 2023;
  facts->n_areas = 4;
  facts->codes = codes;
  facts->points = points;
  facts->population = population;
  facts->n_libraries = 4;
  facts->libraries = libraries;
  return facts;
}

#define LINE_FACTS                                                                                           \
  BlPoint points[] = { { 0, 0 }, { 100, 0 }, { 200, 0 }, { NAN, NAN } };                                     \
  double population[] = { 10, 20, NAN, 30 };                                                                 \
  BlFactsLibrary libraries[] = {                                                                             \
    { .id = (char *) "1",                                                                                    \
      .name = (char *) "First",                                                                              \
      .type = BL_LIBRARY_TYPE_STATIC,                                                                        \
      .open = TRUE,                                                                                          \
      .located = TRUE,                                                                                       \
      .point = { 0, 0 } },                                                                                   \
    { .id = (char *) "2",                                                                                    \
      .name = (char *) "Second",                                                                             \
      .type = BL_LIBRARY_TYPE_STATIC,                                                                        \
      .open = TRUE,                                                                                          \
      .statutory = TRUE,                                                                                     \
      .located = TRUE,                                                                                       \
      .point = { 150, 0 } },                                                                                 \
    { .id = (char *) "3", .name = (char *) "Nowhere", .type = BL_LIBRARY_TYPE_STATIC, .open = TRUE },        \
    { .id = (char *) "4",                                                                                    \
      .name = (char *) "Van",                                                                                \
      .type = BL_LIBRARY_TYPE_MOBILE,                                                                        \
      .open = TRUE,                                                                                          \
      .located = TRUE,                                                                                       \
      .point = { 100, 0 } },                                                                                 \
  };                                                                                                         \
  g_autofree BlFacts *facts = line_facts (points, population, libraries)

static void
test_line (void)
{
  LINE_FACTS;
  g_autoptr (GError) error = NULL;
  const double limits[] = { 0, 49.999, 50 };
  g_autoptr (BlAccess) access
      = bl_access_compute (facts, &(BlAccessQuestion){ .limits = limits, .n_limits = 3 }, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (access->n_counted, ==, 2);
  g_assert_cmpint (access->nearest[0], ==, 0);
  g_assert_cmpint (access->nearest[1], ==, 1);
  g_assert_cmpint (access->nearest[2], ==, 1);
  g_assert_cmpint (access->nearest[3], ==, -1);
  g_assert_true (isnan (access->distance[3]));
  g_assert_cmpfloat (access->population, ==, 30);
  g_assert_cmpfloat (access->within[0].people, ==, 10);
  g_assert_cmpfloat_with_epsilon (access->within[0].percent, 100.0 / 3, 1e-9);
  g_assert_cmpfloat (access->within[1].people, ==, 10);
  g_assert_cmpfloat (access->within[2].people, ==, 30);
  g_assert_cmpfloat_with_epsilon (access->mean_distance, 20 * 50 / 30.0, 1e-9);
  g_assert_cmpfloat (access->median_distance, ==, 50);
  g_assert_cmpfloat (access->max_distance, ==, 50);
  g_assert_cmpuint (access->unknown, ==, 1);
  g_assert_cmpuint (access->unreached->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (access->unreached, 0), ==, "d");
  g_assert_cmpuint (access->left_out->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (access->left_out, 0), ==, "Nowhere");
}

static void
test_line_catchments (void)
{
  LINE_FACTS;
  g_autoptr (GError) error = NULL;
  double people[] = { 1, NAN, 3, 4 };
  BlGroupCounts group = { .name = (char *) "few", .people = people };
  BlGroupCounts *const groups[] = { &group };
  g_autoptr (BlCatchments) catchments
      = bl_catchments_compute (facts, &(BlAccessQuestion){ 0 }, groups, 1, &error);
  const BlCatchment *second;

  g_assert_no_error (error);
  g_assert_cmpuint (catchments->n, ==, 2);
  g_assert_null (bl_catchments_find (catchments, 2));
  g_assert_null (bl_catchments_find (catchments, 3));
  second = bl_catchments_find (catchments, 1);
  g_assert_nonnull (second);
  g_assert_cmpuint (second->areas, ==, 2);
  g_assert_cmpfloat (second->population, ==, 20);
  g_assert_cmpfloat (second->mean_distance, ==, 50);
  g_assert_cmpfloat (second->max_distance, ==, 50);
  g_assert_cmpfloat (second->within_mile, ==, 20);
  g_assert_cmpfloat (second->groups[0], ==, 3);
  g_assert_cmpuint (second->groups_unknown[0], ==, 1);
}

/* A tie goes to the library that comes first. */
static void
test_line_tie (void)
{
  LINE_FACTS;
  g_autoptr (BlAccess) access = NULL;

  libraries[1].point = (BlPoint){ 200, 0 };
  access = bl_access_compute (facts, &(BlAccessQuestion){ 0 }, NULL);
  g_assert_cmpint (access->nearest[1], ==, 0);
}

static void
assert_lacks (const BlFacts *facts, const BlAccessQuestion *question, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bl_access_compute (facts, question, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static void
test_lacks (void)
{
  LINE_FACTS;
  const gboolean closed[] = { TRUE, TRUE, TRUE, TRUE };

  assert_lacks (facts, &(BlAccessQuestion){ .closed = closed }, "open in 2023");
  libraries[1].statutory = FALSE;
  assert_lacks (facts, &(BlAccessQuestion){ .statutory = TRUE }, "statutory");
  libraries[0].located = libraries[1].located = FALSE;
  assert_lacks (facts, &(BlAccessQuestion){ 0 }, "grid reference");
  facts->n_libraries = 0;
  assert_lacks (facts, &(BlAccessQuestion){ 0 }, "libraries");
  facts->population = NULL;
  assert_lacks (facts, &(BlAccessQuestion){ 0 }, "population");
  facts->n_areas = 0;
  assert_lacks (facts, &(BlAccessQuestion){ 0 }, "areas");
}

/* Nobody of a group: no figure rather than nought per cent. */
static void
test_nobody (void)
{
  LINE_FACTS;
  double people[] = { 0, 0, 0, 0 };
  BlGroupCounts group = { .name = (char *) "none", .people = people };
  const double limits[] = { 100 };
  g_autoptr (BlAccess) access = bl_access_compute (
      facts, &(BlAccessQuestion){ .limits = limits, .n_limits = 1, .group = &group }, NULL);

  g_assert_cmpfloat (access->population, ==, 0);
  g_assert_true (isnan (access->within[0].percent));
  g_assert_true (isnan (access->mean_distance) && isnan (access->median_distance)
                 && isnan (access->max_distance));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/analysis/access/newcastle", test_newcastle);
  g_test_add_func ("/analysis/access/somerset", test_somerset);
  g_test_add_func ("/analysis/access/polygons-newcastle", test_polygons_newcastle);
  g_test_add_func ("/analysis/access/polygons-somerset", test_polygons_somerset);
  g_test_add_func ("/analysis/access/groups-newcastle", test_groups_newcastle);
  g_test_add_func ("/analysis/access/groups-somerset", test_groups_somerset);
  g_test_add_func ("/analysis/access/closing-gosforth", test_closing_gosforth);
  g_test_add_func ("/analysis/access/closing-minehead", test_closing_minehead);
  g_test_add_func ("/analysis/access/line", test_line);
  g_test_add_func ("/analysis/access/line-catchments", test_line_catchments);
  g_test_add_func ("/analysis/access/line-tie", test_line_tie);
  g_test_add_func ("/analysis/access/lacks", test_lacks);
  g_test_add_func ("/analysis/access/nobody", test_nobody);
  return g_test_run ();
}
