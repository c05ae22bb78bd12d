/* survive.c: whether an answer about scenarios survives another way of counting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "survive.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SLOWER 0.8
#define FASTER 1.2
#define QUARTER_HOUR_WALK (15 * BL_WALK_METRES) /* 1,200 m at 4.8 km/h */

typedef struct
{
  const BlFacts *facts;
  BlFacts *const *changed;
  guint n_scenarios;
  GArray *tests;
} Surviving;

/* --- The ways of counting ----------------------------------------------------- */

static BlSurviveTest *
add_test (Surviving *surviving, const BlSurviveTest *test, char *title)
{
  BlSurviveTest made = *test;

  made.title = title;
  g_array_append_val (surviving->tests, made);
  return &g_array_index (surviving->tests, BlSurviveTest, surviving->tests->len - 1);
}

static char *
limit_title (double metres)
{
  g_autofree char *limit = bl_access_limit_to_text (metres);

  if (metres == QUARTER_HOUR_WALK * SLOWER)
    return g_strdup_printf (_ ("%s (15 minutes’ walk 20%% slower)"), limit);
  if (metres == QUARTER_HOUR_WALK * FASTER)
    return g_strdup_printf (_ ("%s (15 minutes’ walk 20%% faster)"), limit);
  return g_steal_pointer (&limit);
}

static void
add_straight (Surviving *surviving, double metres, gboolean statutory, gboolean cross_boundary)
{
  g_autofree char *limit = limit_title (metres);
  const BlSurviveTest test = {
    .limit = metres,
    .statutory = statutory,
    .cross_boundary = cross_boundary,
  };

  add_test (surviving, &test,
            statutory && cross_boundary ? g_strdup_printf (
                _ ("%s counting statutory libraries only, neighbouring services’ too"), limit)
            : statutory      ? g_strdup_printf (_ ("%s counting statutory libraries only"), limit)
            : cross_boundary ? g_strdup_printf (_ ("%s counting neighbouring services too"), limit)
                             : g_steal_pointer (&limit));
}

/* Whether there are libraries that count and are not statutory, today or in a scenario. */
static gboolean
has_other_libraries (const BlFacts *facts)
{
  for (guint i = 0; i < facts->n_libraries; i++)
    if (bl_access_counts (facts, &(BlAccessQuestion){ 0 }, i) && !facts->libraries[i].statutory)
      return TRUE;
  return FALSE;
}

static gboolean
has_neighbours (const BlFacts *facts)
{
  for (guint i = 0; i < facts->n_libraries; i++)
    if (facts->libraries[i].nearby && facts->libraries[i].open)
      return TRUE;
  return FALSE;
}

static void
add_usual (Surviving *surviving)
{
  static const double metres[]
      = { BL_MILE,       QUARTER_HOUR_WALK, QUARTER_HOUR_WALK * SLOWER, QUARTER_HOUR_WALK * FASTER,
          1.5 * BL_MILE, 2 * BL_MILE };
  static const double miles[] = { 1, 1.5, 2 };
  gboolean others = has_other_libraries (surviving->facts);

  for (guint s = 0; s < surviving->n_scenarios && !others; s++)
    others = has_other_libraries (surviving->changed[s]);
  for (guint i = 0; i < G_N_ELEMENTS (metres); i++)
    add_straight (surviving, metres[i], FALSE, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (miles) && others; i++)
    add_straight (surviving, miles[i] * BL_MILE, TRUE, FALSE);
  if (has_neighbours (surviving->facts))
    add_straight (surviving, BL_MILE, FALSE, TRUE);
}

/* "15 minutes on foot by road, 20 % slower": who is slower has walked for 15 minutes where others were in 12.
 */
static void
add_minutes (Surviving *surviving, const BlTravel *travel, double minutes, double pace)
{
  g_autofree char *limit = bl_access_within_to_text (BL_MEASURE_MINUTES, minutes);
  g_autofree char *means = bl_travel_to_text (surviving->facts, travel);
  const BlSurviveTest test = { .measure = BL_MEASURE_MINUTES, .limit = minutes * pace, .travel = *travel };

  add_test (surviving, &test,
            pace < 1   ? g_strdup_printf (_ ("%s %s (20%% slower)"), limit, means)
            : pace > 1 ? g_strdup_printf (_ ("%s %s (20%% faster)"), limit, means)
                       : g_strdup_printf (_ ("%s %s"), limit, means));
}

static void
add_means (Surviving *surviving, const BlTravel *travel)
{
  switch (travel->by)
    {
    case BL_BY_WALK:
      add_minutes (surviving, travel, 15, 1);
      add_minutes (surviving, travel, 15, SLOWER);
      add_minutes (surviving, travel, 15, FASTER);
      add_minutes (surviving, travel, 30, 1);
      break;
    case BL_BY_CYCLE:
      add_minutes (surviving, travel, 15, 1);
      break;
    case BL_BY_DRIVE:
      add_minutes (surviving, travel, 10, 1);
      add_minutes (surviving, travel, 20, 1);
      break;
    case BL_BY_TABLE:
      add_minutes (surviving, travel, 30, 1);
      break;
    case BL_BY_STRAIGHT:
    default:
      break;
    }
}

static gboolean
is_same_travel (const BlTravel *a, const BlTravel *b)
{
  return a->by == b->by && g_strcmp0 (a->table, b->table) == 0
         && (a->pace > 0 ? a->pace : 1) == (b->pace > 0 ? b->pace : 1);
}

/* The test that is @question, added in front where there is none. */
static guint
find_asked (Surviving *surviving, const BlAccessQuestion *question)
{
  gboolean minutes = question->n_limits == 0;
  BlSurviveTest asked = {
    .measure = minutes ? BL_MEASURE_MINUTES : BL_MEASURE_DISTANCE,
    .limit = minutes ? question->minutes[0] : question->limits[0],
    .travel = question->travel,
    .statutory = question->statutory,
    .cross_boundary = question->cross_boundary,
  };
  g_autofree char *limit = NULL, *means = NULL;

  for (guint i = 0; i < surviving->tests->len && question->group == NULL; i++)
    {
      const BlSurviveTest *test = &g_array_index (surviving->tests, BlSurviveTest, i);

      if (test->measure == asked.measure && test->limit == asked.limit
          && is_same_travel (&test->travel, &asked.travel) && test->statutory == asked.statutory
          && test->cross_boundary == asked.cross_boundary && test->group == NULL)
        return i;
    }
  if (question->travel.by == BL_BY_STRAIGHT && !minutes && question->group == NULL)
    add_straight (surviving, asked.limit, asked.statutory, asked.cross_boundary);
  else
    {
      limit = bl_access_within_to_text (asked.measure, asked.limit);
      means = bl_travel_to_text (surviving->facts, &asked.travel);
      asked.group = g_strdup (question->group != NULL ? question->group->name : NULL);
      add_test (surviving, &asked,
                asked.statutory
                    ? g_strdup_printf (_ ("%s %s counting statutory libraries only"), limit, means)
                    : g_strdup_printf (_ ("%s %s"), limit, means));
    }
  return surviving->tests->len - 1;
}

static void
add_group (Surviving *surviving, const BlGroupCounts *group)
{
  g_autofree char *limit = bl_access_limit_to_text (BL_MILE);
  const BlSurviveTest test = { .limit = BL_MILE, .group = g_strdup (group->name) };

  add_test (surviving, &test, g_strdup_printf (_ ("%s for “%s” only"), limit, group->title));
}

/* --- Ways to travel --------------------------------------------------------------- */

static void
means_clear (gpointer data)
{
  BlSurviveMeans *means = data;

  g_clear_pointer (&means->today, bl_travel_matrix_unref);
  for (guint i = 0; i < means->n_changed; i++)
    g_clear_pointer (&means->changed[i], bl_travel_matrix_unref);
  g_clear_pointer (&means->changed, g_free);
}

static gboolean
fill_means (BlSurviveMeans *means,
            const BlFacts *facts,
            BlFacts *const *changed,
            guint n_scenarios,
            GCancellable *cancellable,
            GError **error)
{
  if (means->today == NULL)
    means->today = bl_travel_matrix_new (facts, &means->travel, cancellable, error);
  if (means->today == NULL)
    return FALSE;
  means->changed = g_new0 (BlTravelMatrix *, MAX (n_scenarios, 1));
  means->n_changed = n_scenarios;
  for (guint s = 0; s < n_scenarios; s++)
    {
      means->changed[s] = bl_travel_matrix_update (means->today, facts, changed[s], cancellable, error);
      if (means->changed[s] == NULL)
        return FALSE;
    }
  return TRUE;
}

GArray *
bl_survive_find_means (const BlFacts *facts,
                       BlFacts *const *changed,
                       guint n_scenarios,
                       const BlTravel *asked,
                       const BlTravelMatrix *matrix,
                       GCancellable *cancellable,
                       GError **error)
{
  static const BlBy roads[] = { BL_BY_WALK, BL_BY_CYCLE, BL_BY_DRIVE };
  g_autoptr (GArray) means = g_array_new (FALSE, TRUE, sizeof (BlSurviveMeans));

  g_array_set_clear_func (means, means_clear);
  for (guint i = 0; i < G_N_ELEMENTS (roads) + facts->n_travel; i++)
    {
      gboolean road = i < G_N_ELEMENTS (roads);
      BlSurviveMeans way
          = { .travel = { .by = road ? roads[i] : BL_BY_TABLE,
                          .table = road ? NULL : facts->travel[i - G_N_ELEMENTS (roads)].name } };

      if ((!road && way.travel.table == NULL) || !bl_travel_is_possible (facts, &way.travel, NULL))
        continue;
      if (matrix != NULL && asked != NULL && is_same_travel (asked, &way.travel))
        way.today = bl_travel_matrix_ref ((BlTravelMatrix *) matrix);
      g_array_append_val (means, way);
      if (!fill_means (&g_array_index (means, BlSurviveMeans, means->len - 1), facts, changed, n_scenarios,
                       cancellable, error))
        return NULL;
    }
  return g_steal_pointer (&means);
}

/* --- Counting ----------------------------------------------------------------- */

static const BlSurviveMeans *
find_means (const BlTravel *travel, const BlSurviveMeans *means, guint n_means)
{
  for (guint i = 0; i < n_means; i++)
    if (is_same_travel (&means[i].travel, travel))
      return &means[i];
  return NULL;
}

static const BlGroupCounts *
find_group (const char *name, const BlAccessQuestion *question, BlGroupCounts *const *groups, guint n_groups)
{
  if (name == NULL)
    return NULL;
  for (guint i = 0; i < n_groups; i++)
    if (g_str_equal (groups[i]->name, name))
      return groups[i];
  return question->group;
}

static gboolean
compute_test (Surviving *surviving,
              BlSurviveTest *test,
              const BlAccessQuestion *asked,
              const BlSurviveMeans *means,
              const BlGroupCounts *group,
              GError **error)
{
  gboolean minutes = test->measure == BL_MEASURE_MINUTES;
  const BlAccessQuestion question = {
    .statutory = test->statutory,
    .cross_boundary = test->cross_boundary,
    .limits = &test->limit,
    .n_limits = minutes ? 0 : 1,
    .minutes = &test->limit,
    .n_minutes = minutes ? 1 : 0,
    .group = group,
    .closed = asked->closed,
    .travel = test->travel,
    .at_time = asked->at_time,
    .week_minute = asked->week_minute,
  };

  test->lost = g_new0 (double, surviving->n_scenarios);
  test->gained = g_new0 (double, surviving->n_scenarios);
  for (guint s = 0; s < surviving->n_scenarios; s++)
    {
      g_autoptr (BlConsequences) it = bl_consequences_compute (
          surviving->facts, surviving->changed[s], &question, means != NULL ? means->today : NULL,
          means != NULL && means->changed != NULL ? means->changed[s] : NULL, NULL, 0, error);

      if (it == NULL)
        return FALSE;
      test->lost[s] = it->people[BL_EFFECT_LOST];
      test->gained[s] = it->people[BL_EFFECT_GAINED];
    }
  return TRUE;
}

static void
test_clear (gpointer data)
{
  BlSurviveTest *test = data;

  g_free (test->title);
  g_free (test->group);
  g_free (test->lost);
  g_free (test->gained);
}

static int
sign (double number)
{
  return (number > 0) - (number < 0);
}

/* Whether the answer of @test is that of @asked. */
static gboolean
is_same (const BlSurviveTest *asked, const BlSurviveTest *test, guint n_scenarios, gboolean about_gain)
{
  if (n_scenarios == 1)
    return about_gain ? (test->gained[0] > 0) == (asked->gained[0] > 0)
                      : (test->lost[0] > 0) == (asked->lost[0] > 0);
  for (guint i = 0; i < n_scenarios; i++)
    for (guint j = 0; j < i; j++)
      if (sign (test->lost[i] - test->lost[j]) != sign (asked->lost[i] - asked->lost[j]))
        return FALSE;
  return TRUE;
}

BlSurvive *
bl_survive_compute (const BlFacts *facts,
                    BlFacts *const *changed,
                    guint n_scenarios,
                    const BlAccessQuestion *question,
                    const BlSurviveMeans *means,
                    guint n_means,
                    BlGroupCounts *const *groups,
                    guint n_groups,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GArray) tests = g_array_new (FALSE, TRUE, sizeof (BlSurviveTest));
  Surviving surviving = { facts, changed, n_scenarios, tests };
  BlSurvive *self;
  guint asked;

  g_return_val_if_fail (n_scenarios > 0 && question->n_limits + question->n_minutes > 0, NULL);

  g_array_set_clear_func (tests, test_clear);
  add_usual (&surviving);
  for (guint m = 0; m < n_means; m++)
    add_means (&surviving, &means[m].travel);
  for (guint g = 0; g < n_groups; g++)
    add_group (&surviving, groups[g]);
  asked = find_asked (&surviving, question);
  for (guint i = 0; i < tests->len;)
    {
      BlSurviveTest *test = &g_array_index (tests, BlSurviveTest, i);
      g_autoptr (GError) lacks = NULL;

      if (g_cancellable_is_cancelled (cancellable))
        {
          g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_CANCELLED,
                               _ ("The work was stopped."));
          return NULL;
        }
      if (compute_test (&surviving, test, question, find_means (&test->travel, means, n_means),
                        find_group (test->group, question, groups, n_groups), &lacks))
        {
          i++;
          continue;
        }
      if (i == asked)
        {
          g_propagate_error (error, g_steal_pointer (&lacks));
          return NULL;
        }
      /* Such as statutory libraries only where a scenario leaves none. */
      g_array_remove_index (tests, i);
      asked -= asked > i;
    }

  self = g_new0 (BlSurvive, 1);
  self->n_scenarios = n_scenarios;
  self->asked = asked;
  self->n_tests = tests->len;
  g_array_set_clear_func (tests, NULL);
  self->tests = (BlSurviveTest *) (gpointer) g_array_steal (tests, NULL);
  self->about_gain = n_scenarios == 1 && self->tests[asked].lost[0] <= 0 && self->tests[asked].gained[0] > 0;
  for (guint i = 0; i < self->n_tests; i++)
    {
      self->tests[i].same = is_same (&self->tests[asked], &self->tests[i], n_scenarios, self->about_gain);
      self->n_same += self->tests[i].same;
    }
  return self;
}

void
bl_survive_free (BlSurvive *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_tests; i++)
    test_clear (&self->tests[i]);
  g_free (self->tests);
  g_free (self);
}
