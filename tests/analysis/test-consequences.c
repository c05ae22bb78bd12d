/* test-consequences.c: closures of expected.md, and scenarios worked by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "consequences.h"

#include "published.h"

#include <math.h>
#include <string.h>

static BlRecord *
add_change (BlScenario *scenario, BlChangeKind kind, const char *library)
{
  g_autofree char *id = g_strdup_printf (
      "change-%u", g_list_model_get_n_items (bl_record_get_list (BL_RECORD (scenario), "changes")));
  BlScenarioChange *change = bl_scenario_change_new (id);

  bl_record_set_enum (BL_RECORD (change), "kind", kind);
  bl_record_set_text (BL_RECORD (change), "library", library);
  bl_record_append (BL_RECORD (scenario), "changes", BL_RECORD (change));
  g_object_unref (change);
  return BL_RECORD (change); /* the list holds it */
}

static guint
find_by_name (const BlFacts *facts, const char *name)
{
  for (guint i = 0; i < facts->n_libraries; i++)
    if (g_str_equal (facts->libraries[i].name, name))
      return i;
  g_error ("no library %s", name);
}

/* --- Published closures ------------------------------------------------------ */

/**
 * Closure: what expected.md says of one, and the counts of mockups/README.md,
 * section 7, all worked apart from the product.
 */
typedef struct
{
  const PublishedService *service;
  const char *library;
  double moved, extra, percent_1, percent_2, mean, max, lost_1, lost_2;
  guint n_flows;
  struct
  {
    const char *to;
    double people;
  } flows[3];
} Closure;

static const Closure gosforth = {
  &published_newcastle,
  "Gosforth Library",
  23502,
  611.413,
  90.628,
  100.0,
  863.551,
  2538.0,
  9146,
  0,
  3,
  { { "Fawdon Partnership Library", 11154 }, { "Jesmond Library", 9365 }, { "Kenton Library", 2983 } },
};
static const Closure minehead = {
  &published_somerset,
  "Minehead",
  15287,
  6832.161,
  50.89,
  72.842,
  2458.145,
  9535.7,
  12087,
  12087,
  2,
  { { "Porlock", 11966 }, { "Watchet", 3321 } },
};

static BlConsequences *
consequences_of (const BlFacts *facts, BlScenario *scenario, const BlAccessQuestion *question, double limit)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BlFacts) changed = bl_scenario_apply (facts, scenario, faults);
  g_autoptr (GError) error = NULL;
  BlAccessQuestion asked = *question;
  BlConsequences *consequences;

  g_assert_cmpuint (faults->len, ==, 0);
  asked.limits = &limit;
  asked.n_limits = 1;
  consequences = bl_consequences_compute (facts, changed, &asked, NULL, NULL, NULL, 0, &error);
  g_assert_no_error (error);
  return consequences;
}

static double
lost (const BlFacts *facts, BlScenario *scenario, const BlAccessQuestion *question, double limit)
{
  g_autoptr (BlConsequences) consequences = consequences_of (facts, scenario, question, limit);

  return consequences->people[BL_EFFECT_LOST];
}

static BlScenario *
closing (const BlFacts *facts, const char *name)
{
  BlScenario *scenario = bl_scenario_new ("scenario-a");

  add_change (scenario, BL_CHANGE_CLOSE, facts->libraries[find_by_name (facts, name)].id);
  return scenario;
}

static void
check_closure (const Closure *closure)
{
  g_autoptr (BlProject) project = published_project_new (closure->service);
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (BlScenario) scenario = NULL;
  g_autoptr (BlConsequences) one = NULL, two = NULL;

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  scenario = closing (facts, closure->library);
  one = consequences_of (facts, scenario, &(BlAccessQuestion){ 0 }, BL_MILE);
  two = consequences_of (facts, scenario, &(BlAccessQuestion){ 0 }, 2 * BL_MILE);
  g_assert_cmpfloat (one->moved, ==, closure->moved);
  g_assert_cmpfloat_with_epsilon (one->moved_extra_distance, closure->extra, 0.00051);
  g_assert_cmpfloat_with_epsilon (one->after->within[0].percent, closure->percent_1, 0.00051);
  g_assert_cmpfloat_with_epsilon (two->after->within[0].percent, closure->percent_2, 0.00051);
  g_assert_cmpfloat_with_epsilon (one->after->mean_distance, closure->mean, 0.00051);
  g_assert_cmpfloat_with_epsilon (one->after->max_distance, closure->max, 0.051);
  g_assert_cmpfloat (one->people[BL_EFFECT_LOST], ==, closure->lost_1);
  g_assert_cmpfloat (two->people[BL_EFFECT_LOST], ==, closure->lost_2);
  g_assert_cmpfloat (one->people[BL_EFFECT_GAINED] + one->people[BL_EFFECT_NEARER], ==, 0);
  g_assert_cmpuint (one->n_flows, ==, closure->n_flows);
  for (guint i = 0; i < closure->n_flows; i++)
    {
      g_assert_cmpstr (facts->libraries[one->flows[i].from].name, ==, closure->library);
      g_assert_cmpstr (facts->libraries[one->flows[i].to].name, ==, closure->flows[i].to);
      g_assert_cmpfloat (one->flows[i].population, ==, closure->flows[i].people);
    }
  g_assert_cmpfloat (one->groups[0].people, ==, one->before->population);
  g_assert_cmpfloat (one->groups[0].moved, ==, closure->moved);
  g_assert_cmpfloat_with_epsilon (one->groups[0].mean_after, one->after->mean_distance, 1e-9);
  g_assert_false (one->saving_known);
  g_assert_true (isnan (one->saving));
}

static void
test_gosforth (void)
{
  check_closure (&gosforth);
}

static void
test_minehead (void)
{
  check_closure (&minehead);
}

/* The ways of counting of mockups/README.md, section 7. */
static void
test_ways_of_counting (void)
{
  g_autoptr (BlProject) project = published_project_new (&published_newcastle);
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (BlScenario) scenario = NULL;
  const BlAccessQuestion all = { 0 }, statutory = { .statutory = TRUE }, wide = { .cross_boundary = TRUE };
  const char *const definitions[] = { "aged_60_plus", "aged_0_15", "imd_decile<=2" };
  BlGroupCounts *groups[3];
  g_autoptr (BlConsequences) consequences = NULL;
  g_autoptr (BlFacts) changed = NULL;
  const double mile = BL_MILE;

  if (project == NULL)
    return;
  facts = bl_facts_new (project);
  scenario = closing (facts, "Gosforth Library");
  g_assert_cmpfloat (lost (facts, scenario, &all, BL_MILE), ==, 9146);
  g_assert_cmpfloat (lost (facts, scenario, &all, 1200), ==, 12675);
  g_assert_cmpfloat (lost (facts, scenario, &all, 960), ==, 11076);
  g_assert_cmpfloat (lost (facts, scenario, &all, 1440), ==, 10786);
  g_assert_cmpfloat (lost (facts, scenario, &all, 1.5 * BL_MILE), ==, 0);
  g_assert_cmpfloat (lost (facts, scenario, &all, 2 * BL_MILE), ==, 0);
  g_assert_cmpfloat (lost (facts, scenario, &statutory, BL_MILE), ==, 16811);
  g_assert_cmpfloat (lost (facts, scenario, &statutory, 1.5 * BL_MILE), ==, 8427);
  g_assert_cmpfloat (lost (facts, scenario, &statutory, 2 * BL_MILE), ==, 0);
  g_assert_cmpfloat (lost (facts, scenario, &wide, BL_MILE), ==, 6192);

  for (guint g = 0; g < 3; g++)
    groups[g] = bl_group_counts_new (facts, definitions[g], NULL);
  changed = bl_scenario_apply (facts, scenario, NULL);
  consequences = bl_consequences_compute (
      facts, changed, &(BlAccessQuestion){ .limits = &mile, .n_limits = 1 }, NULL, NULL, groups, 3, NULL);
  g_assert_cmpuint (consequences->n_groups, ==, 4);
  /* 11.1 % of 55,053; 8.5 % of 50,575; nobody. */
  g_assert_cmpfloat (consequences->groups[1].people, ==, 55053);
  g_assert_cmpfloat (consequences->groups[1].moved, ==, 6103);
  g_assert_cmpfloat (consequences->groups[1].lost, ==, 2328);
  g_assert_cmpfloat (consequences->groups[2].moved, ==, 4307);
  g_assert_cmpfloat (consequences->groups[2].lost, ==, 1669);
  g_assert_cmpfloat (consequences->groups[3].people, ==, 113969);
  g_assert_cmpfloat (consequences->groups[3].moved, ==, 0);
  /* The legend of mock-up 04. */
  g_assert_cmpfloat (consequences->people[BL_EFFECT_FURTHER], ==, 10877);
  g_assert_cmpfloat (consequences->people[BL_EFFECT_BEYOND], ==, 3479);
  g_assert_cmpfloat (consequences->people[BL_EFFECT_NONE], ==, 279318);
  g_assert_cmpuint (consequences->areas[BL_EFFECT_LOST], ==, 6);
  for (guint g = 0; g < 3; g++)
    bl_group_counts_free (groups[g]);
}

/* --- Worked by hand ---------------------------------------------------------- */

/* A street of five areas at 0, 1,000 … 4,000 m, of 10, 20 … 50 people, the
 * third without a figure; libraries Alpha at 0, Beta at 2,000, Gamma at 4,000,
 * all council and statutory, open 10, 20 and (not known) hours, costing 1,000,
 * 2,000 and (not known) pounds. */
static BlProject *
make_street (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("street");
  g_autoptr (BlClock) clock = bl_clock_new ();
  BlProject *project = bl_project_new (ids, clock);
  const char *const codes[] = { "E1", "E2", "E3", "E4", "E5" };
  const BlPoint points[] = { { 0, 0 }, { 1000, 0 }, { 2000, 0 }, { 3000, 0 }, { 4000, 0 } };
  const double people[] = { 10, 20, NAN, 40, 50 };
  const char *const names[] = { "Alpha", "Beta", "Gamma" };
  g_autoptr (BlTable) code_table = bl_table_new_texts (codes, 5);
  g_autoptr (BlTable) point_table = bl_table_new_points (points, 5);
  g_autoptr (BlTable) people_table = bl_table_new_numbers (people, 5);
  g_autoptr (BlAreas) areas = bl_areas_new ("areas-1");
  g_autoptr (BlValueSet) population = bl_value_set_new ("values-1");

  bl_project_begin (project, "Make a street");
  bl_record_set_table (BL_RECORD (areas), "codes", code_table);
  bl_record_set_table (BL_RECORD (areas), "points", point_table);
  bl_record_set_child (BL_RECORD (project), "areas", BL_RECORD (areas));
  bl_record_set_text (BL_RECORD (population), "name", "population");
  bl_record_set_enum (BL_RECORD (population), "kind", BL_VALUE_KIND_COUNT);
  bl_record_set_table (BL_RECORD (population), "numbers", people_table);
  bl_record_append (BL_RECORD (project), "values", BL_RECORD (population));
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("library-%u", i), *status_id = g_strdup_printf ("status-%u", i);
      g_autoptr (BlLibrary) library = bl_library_new (id);
      g_autoptr (BlStatus) status = bl_status_new (status_id);

      bl_record_set_text (BL_RECORD (library), "name", names[i]);
      bl_record_set_enum (BL_RECORD (library), "type", BL_LIBRARY_TYPE_STATIC);
      bl_record_set_real (BL_RECORD (library), "easting", 2000 * i);
      bl_record_set_real (BL_RECORD (library), "northing", 0);
      if (i < 2)
        {
          bl_record_set_real (BL_RECORD (library), "hours", 10 * (i + 1));
          bl_record_set_money (BL_RECORD (library), "running-cost", 100000 * (i + 1));
        }
      bl_record_set_integer (BL_RECORD (status), "year", 2023);
      bl_record_set_enum (BL_RECORD (status), "operation", BL_OPERATION_COUNCIL);
      bl_record_set_boolean (BL_RECORD (status), "statutory", TRUE);
      bl_record_append (BL_RECORD (library), "statuses", BL_RECORD (status));
      bl_record_append (BL_RECORD (project), "libraries", BL_RECORD (library));
    }
  bl_project_commit (project);
  return project;
}

/* A library "Delta" in the middle of the street, run by volunteers. */
static BlLibrary *
make_delta (double easting, int year)
{
  BlLibrary *library = bl_library_new ("library-new");
  g_autoptr (BlStatus) status = bl_status_new ("status-new");

  bl_record_set_text (BL_RECORD (library), "name", "Delta");
  bl_record_set_enum (BL_RECORD (library), "type", BL_LIBRARY_TYPE_STATIC);
  if (isfinite (easting))
    {
      bl_record_set_real (BL_RECORD (library), "easting", easting);
      bl_record_set_real (BL_RECORD (library), "northing", 0);
    }
  bl_record_set_real (BL_RECORD (library), "hours", 5);
  bl_record_set_integer (BL_RECORD (status), "year", year);
  bl_record_set_enum (BL_RECORD (status), "operation", BL_OPERATION_COMMUNITY);
  bl_record_append (BL_RECORD (library), "statuses", BL_RECORD (status));
  return library;
}

static void
test_close_by_hand (void)
{
  g_autoptr (BlProject) project = make_street ();
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  g_autoptr (BlScenario) scenario = closing (facts, "Beta");
  g_autoptr (BlConsequences) it = consequences_of (facts, scenario, &(BlAccessQuestion){ 0 }, 1000);
  g_autoptr (BlFacts) changed = bl_scenario_apply (facts, scenario, NULL);

  /* E2 was nearest to Alpha already (ties to the first); E3 goes to Alpha, 2,000 m; E4 to Gamma, as near as
   * Beta was. */
  g_assert_cmpint (it->before->nearest[3], ==, 1);
  g_assert_cmpint (it->after->nearest[3], ==, 2);
  g_assert_cmpint (it->effects[2], ==, BL_EFFECT_LOST);
  g_assert_cmpint (it->effects[3], ==, BL_EFFECT_NONE);
  g_assert_cmpuint (it->areas[BL_EFFECT_LOST], ==, 1);
  g_assert_cmpfloat (it->people[BL_EFFECT_LOST], ==, 0); /* not known how many */
  g_assert_cmpfloat (it->moved, ==, 40);
  g_assert_cmpfloat (it->moved_extra_distance, ==, 0);
  g_assert_cmpuint (it->n_flows, ==, 2);
  g_assert_cmpuint (it->flows[0].to, ==, 2);
  g_assert_cmpfloat (it->flows[0].population, ==, 40);
  g_assert_cmpfloat (it->flows[1].population, ==, 0);
  g_assert_cmpfloat (it->flows[1].extra_distance, ==,
                     2000); /* of its one area, where nobody is known to live */
  g_assert_cmpuint (it->groups[0].unknown, ==, 1);
  g_assert_cmpfloat (it->hours_before, ==, 30);
  g_assert_cmpfloat (it->hours_after, ==, 10);
  g_assert_cmpuint (it->hours_unknown_after, ==, 1);
  g_assert_true (it->saving_known);
  g_assert_cmpfloat (it->saving, ==, 2000);
  g_assert_cmpfloat (it->cost_before, ==, 3000);
  g_assert_cmpfloat (it->cost_after, ==, 1000);
  g_assert_cmpuint (it->cost_unknown_before, ==, 1);
  g_assert_cmpuint (it->once_cost_unknown, ==, 1);
  /* What is closed keeps its place in the facts. */
  g_assert_cmpuint (changed->n_libraries, ==, 3);
  g_assert_cmpstr (changed->libraries[1].name, ==, "Beta");
  g_assert_false (changed->libraries[1].open);
  g_assert_true (facts->libraries[1].open);
}

static void
test_every_change (void)
{
  g_autoptr (BlProject) project = make_street ();
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  g_autoptr (BlScenario) scenario = bl_scenario_new ("scenario-a");
  g_autoptr (BlLibrary) delta = make_delta (1000, 2023);
  g_autoptr (BlStop) stop = bl_stop_new ("stop-1");
  g_autoptr (BlFacts) changed = NULL;
  g_autoptr (BlConsequences) it = NULL, statutory = NULL;
  BlRecord *change;

  change = add_change (scenario, BL_CHANGE_MOVE, "library-0");
  bl_record_set_real (change, "easting", 500);
  bl_record_set_real (change, "northing", 0);
  bl_record_set_money (change, "running-cost", 90000);
  bl_record_set_money (change, "once-cost", 500000);
  change = add_change (scenario, BL_CHANGE_HOURS, "library-1");
  for (guint i = 0; i < 7; i++)
    bl_record_set_text (change, bl_library_days[i], i < 2 ? "10:00-13:30" : "closed");
  bl_record_set_real (change, "hours", 99); /* days count before it */
  change = add_change (scenario, BL_CHANGE_OPERATION, "library-2");
  bl_record_set_enum (change, "operation", BL_OPERATION_COMMUNITY);
  bl_record_set_boolean (change, "statutory", FALSE);
  change = add_change (scenario, BL_CHANGE_OPEN, NULL);
  bl_record_set_child (change, "new-library", BL_RECORD (delta));
  bl_record_set_money (change, "running-cost", 30000);
  change = add_change (scenario, BL_CHANGE_STOP, NULL);
  bl_record_set_real (BL_RECORD (stop), "easting", 3000);
  bl_record_set_real (BL_RECORD (stop), "northing", 0);
  bl_record_set_child (change, "stop", BL_RECORD (stop));
  bl_record_set_money (change, "running-cost", 10000);

  changed = bl_scenario_apply (facts, scenario, NULL);
  g_assert_cmpuint (changed->n_libraries, ==, 4);
  g_assert_cmpfloat (changed->libraries[0].point.x, ==, 500);
  g_assert_cmpfloat (changed->libraries[1].week_hours, ==, 7);
  g_assert_true (isnan (changed->libraries[1].running_cost)); /* other hours cost something else */
  g_assert_cmpint (changed->libraries[2].operation, ==, BL_OPERATION_COMMUNITY);
  g_assert_true (changed->libraries[2].open);
  g_assert_false (changed->libraries[2].statutory);
  g_assert_cmpstr (changed->libraries[3].name, ==, "Delta");
  g_assert_cmpfloat (changed->libraries[3].running_cost, ==, 300);
  g_assert_cmpfloat (changed->stops_cost, ==, 100);
  g_assert_cmpuint (changed->n_stops, ==, facts->n_stops + 1);
  g_assert_cmpfloat (changed->stops[0].point.x, ==, 3000);
  g_assert_cmpfloat (changed->once_cost, ==, 5000);
  g_assert_cmpuint (changed->once_cost_unknown, ==, 4);

  it = consequences_of (facts, scenario, &(BlAccessQuestion){ 0 }, 400);
  g_assert_cmpint (it->effects[0], ==, BL_EFFECT_LOST);   /* 0 to 500 m */
  g_assert_cmpint (it->effects[1], ==, BL_EFFECT_GAINED); /* 1,000 to 0 m, by Delta */
  g_assert_cmpint (it->effects[2], ==, BL_EFFECT_NONE);
  g_assert_cmpfloat (it->hours_after, ==, 10 + 7 + 5);
  g_assert_false (it->saving_known); /* hours and operation changed without a cost */
  g_assert_cmpfloat (it->cost_after, ==, 900 + 300 + 100);
  g_assert_cmpuint (it->cost_unknown_after, ==, 2);
  /* E2 to Delta. Nearer is a negative distance. */
  g_assert_cmpuint (it->n_flows, ==, 1);
  g_assert_cmpuint (it->flows[0].to, ==, 3);
  g_assert_cmpfloat (it->flows[0].extra_distance, ==, -1000);

  /* Gamma and Delta are not statutory: E5 goes to Beta. */
  statutory = consequences_of (facts, scenario, &(BlAccessQuestion){ .statutory = TRUE }, 400);
  g_assert_cmpint (statutory->after->nearest[4], ==, 1);
  g_assert_cmpint (statutory->effects[4], ==, BL_EFFECT_LOST);
  g_assert_cmpuint (statutory->after->n_counted, ==, 2);
}

/* One day more, where the others are known and where they are not. */
static void
test_one_day (void)
{
  g_autoptr (BlProject) project = make_street ();
  g_autoptr (BlFacts) facts = NULL, changed = NULL;
  g_autoptr (BlScenario) scenario = bl_scenario_new ("scenario-a");
  g_autoptr (BlRecord) alpha = g_list_model_get_item (bl_project_get_libraries (project), 0);
  BlRecord *change;

  bl_project_begin (project, "Hours");
  for (guint i = 0; i < 7; i++)
    bl_record_set_text (alpha, bl_library_days[i], i < 2 ? "10:00-12:00" : "closed");
  bl_project_commit (project);
  facts = bl_facts_new (project);
  change = add_change (scenario, BL_CHANGE_HOURS, "library-0");
  bl_record_set_text (change, "saturday", "10:00-13:00");
  change = add_change (scenario, BL_CHANGE_HOURS, "library-1");
  bl_record_set_text (change, "saturday", "10:00-13:00");
  changed = bl_scenario_apply (facts, scenario, NULL);
  g_assert_cmpfloat (changed->libraries[0].week_hours, ==, 7);
  g_assert_true (isnan (changed->libraries[1].week_hours));
}

/* What a library costs after several changes is what any of them says. */
static void
test_cost_of_several (void)
{
  g_autoptr (BlProject) project = make_street ();
  g_autoptr (BlFacts) facts = bl_facts_new (project), changed = NULL;
  g_autoptr (BlScenario) scenario = bl_scenario_new ("scenario-a");
  g_autoptr (BlConsequences) it = NULL;
  BlRecord *change = add_change (scenario, BL_CHANGE_OPERATION, "library-1");

  bl_record_set_enum (change, "operation", BL_OPERATION_COMMUNITY);
  bl_record_set_money (change, "running-cost", 50000);
  bl_record_set_real (add_change (scenario, BL_CHANGE_HOURS, "library-1"), "hours", 12);
  changed = bl_scenario_apply (facts, scenario, NULL);
  g_assert_cmpfloat (changed->libraries[1].running_cost, ==, 500);
  it = consequences_of (facts, scenario, &(BlAccessQuestion){ 0 }, 1000);
  g_assert_true (it->saving_known);
  g_assert_cmpfloat (it->saving, ==, 1500);
}

static void
test_same_place (void)
{
  g_autoptr (BlProject) project = make_street ();
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  g_autoptr (BlScenario) scenario = bl_scenario_new ("scenario-a");
  g_autoptr (BlConsequences) it = consequences_of (facts, scenario, &(BlAccessQuestion){ 0 }, 1000);

  g_assert_cmpuint (it->areas[BL_EFFECT_NONE], ==, 5);
  g_assert_cmpfloat (it->moved, ==, 0);
  g_assert_true (isnan (it->moved_extra_distance));
  g_assert_cmpuint (it->n_flows, ==, 0);
  g_assert_true (it->saving_known);
  g_assert_cmpfloat (it->saving, ==, 0);
}

/* --- What cannot be applied -------------------------------------------------- */

static void
test_faults (void)
{
  g_autoptr (BlProject) project = make_street ();
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  g_autoptr (BlScenario) scenario = bl_scenario_new ("scenario-a");
  g_autoptr (BlLibrary) nowhere = make_delta (NAN, 2023), unrun = make_delta (1000, 2019);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BlFacts) changed = NULL, quiet = NULL;
  const char *const expected[] = {
    "Scenario A: the library it closes is no longer in the project.",
    "Scenario A: the library it moves is no longer in the project.",
    "Scenario A: it does not say where to move Beta.",
    "Scenario A: it does not say when Alpha would be open.",
    "Scenario A: it does not say who would run Gamma.",
    "Scenario A: it does not say which library it opens.",
    "Scenario A: it does not say where Delta would open.",
    "Scenario A: it does not say who would run Delta in 2023.",
    "Scenario A: it does not say where the mobile library would stop.",
    "Scenario A: what one of its changes does is not known.",
  };

  add_change (scenario, BL_CHANGE_CLOSE, "library-gone");
  add_change (scenario, BL_CHANGE_MOVE, NULL);
  add_change (scenario, BL_CHANGE_MOVE, "library-1");
  add_change (scenario, BL_CHANGE_HOURS, "library-0");
  add_change (scenario, BL_CHANGE_OPERATION, "library-2");
  add_change (scenario, BL_CHANGE_OPEN, NULL);
  bl_record_set_child (add_change (scenario, BL_CHANGE_OPEN, NULL), "new-library", BL_RECORD (nowhere));
  bl_record_set_child (add_change (scenario, BL_CHANGE_OPEN, NULL), "new-library", BL_RECORD (unrun));
  add_change (scenario, BL_CHANGE_STOP, NULL);
  add_change (scenario, BL_CHANGE_UNKNOWN, NULL);

  changed = bl_scenario_apply (facts, scenario, faults);
  quiet = bl_scenario_apply (facts, scenario, NULL);
  g_assert_cmpuint (faults->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < faults->len; i++)
    g_assert_cmpstr (g_ptr_array_index (faults, i), ==, expected[i]);
  /* Nothing of it was done. */
  g_assert_cmpuint (changed->n_libraries, ==, facts->n_libraries);
  g_assert_cmpuint (quiet->n_libraries, ==, facts->n_libraries);
  g_assert_cmpuint (changed->once_cost_unknown, ==, 0);
  for (guint i = 0; i < facts->n_libraries; i++)
    {
      g_assert_true (changed->libraries[i].open);
      g_assert_cmpfloat (changed->libraries[i].point.x, ==, facts->libraries[i].point.x);
    }
}

static void
test_all_closed (void)
{
  g_autoptr (BlProject) project = make_street ();
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  g_autoptr (BlScenario) scenario = bl_scenario_new ("scenario-a");
  g_autoptr (BlFacts) changed = NULL;
  g_autoptr (GError) error = NULL;
  const double mile = BL_MILE;

  for (guint i = 0; i < 3; i++)
    add_change (scenario, BL_CHANGE_CLOSE, facts->libraries[i].id);
  changed = bl_scenario_apply (facts, scenario, NULL);
  g_assert_null (bl_consequences_compute (
      facts, changed, &(BlAccessQuestion){ .limits = &mile, .n_limits = 1 }, NULL, NULL, NULL, 0, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/consequences/gosforth", test_gosforth);
  g_test_add_func ("/consequences/minehead", test_minehead);
  g_test_add_func ("/consequences/ways-of-counting", test_ways_of_counting);
  g_test_add_func ("/consequences/close-by-hand", test_close_by_hand);
  g_test_add_func ("/consequences/every-change", test_every_change);
  g_test_add_func ("/consequences/one-day", test_one_day);
  g_test_add_func ("/consequences/cost-of-several", test_cost_of_several);
  g_test_add_func ("/consequences/same-place", test_same_place);
  g_test_add_func ("/consequences/faults", test_faults);
  g_test_add_func ("/consequences/all-closed", test_all_closed);
  return g_test_run ();
}
