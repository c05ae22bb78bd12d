/* scenario-compare.c: several scenarios side by side with today
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-compare.h"

#include "scenario-words.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Smallest difference that is one, in the measure's unit. */
#define SAME 0.05

typedef struct
{
  BlScenariosCompared *comparison;
  const BlFacts *facts;
  BlFacts *const *changed;
  const BlAccessQuestion *question;
  GArray *measures;
} Comparing;

static const BlCompareCell nothing = { .value = NAN, .none = TRUE };

/* A row with today's cell; those of the scenarios are for the caller to fill. */
static BlCompareCell *
add_measure (
    Comparing *comparing, char *key, char *title, BlCompareUnit unit, int better, BlCompareCell today)
{
  BlCompareMeasure measure = {
    .key = key,
    .title = title,
    .unit = unit,
    .better = better,
    .today = today,
    .scenarios = g_new0 (BlCompareCell, comparing->comparison->n_scenarios),
  };

  g_array_append_val (comparing->measures, measure);
  return measure.scenarios;
}

/* --- The rows ------------------------------------------------------------------ */

/* The yardstick of that index, with the others of the question left out. */
static char *
name_yardstick (Comparing *comparing, guint within)
{
  BlAccessQuestion question = *comparing->question;
  const BlAccess *access = comparing->comparison->consequences[0]->before;
  double limit = access->within[within].limit;
  gboolean minutes = access->within[within].measure == BL_MEASURE_MINUTES;

  question.limits = question.minutes = &limit;
  question.n_limits = minutes ? 0 : 1;
  question.n_minutes = minutes ? 1 : 0;
  return bl_scenario_words_yardstick (comparing->facts, &question);
}

static void
add_yardstick (Comparing *comparing, guint within)
{
  BlScenariosCompared *it = comparing->comparison;
  const BlAccessQuestion *question = comparing->question;
  const double *people = question->group != NULL ? question->group->people : comparing->facts->population;
  g_autofree char *yardstick = name_yardstick (comparing, within);
  BlCompareCell *share, *lose, *gain;

  share = add_measure (comparing, g_strdup_printf ("within-%u", within),
                       g_strdup_printf (_ ("Within %s"), yardstick), BL_COMPARE_PERCENT, 1,
                       (BlCompareCell){ .value = it->consequences[0]->before->within[within].percent });
  lose = add_measure (comparing, g_strdup_printf ("lost-%u", within),
                      g_strdup_printf (_ ("Lose a library within %s"), yardstick), BL_COMPARE_PEOPLE, -1,
                      nothing);
  gain = add_measure (comparing, g_strdup_printf ("gained-%u", within),
                      g_strdup_printf (_ ("Gain a library within %s"), yardstick), BL_COMPARE_PEOPLE, 1,
                      nothing);
  for (guint s = 0; s < it->n_scenarios; s++)
    {
      share[s].value = it->consequences[s]->after->within[within].percent;
      bl_consequences_count_within (it->consequences[s], within, people, &lose[s].value, &gain[s].value);
    }
}

static void
add_distances (Comparing *comparing)
{
  BlScenariosCompared *it = comparing->comparison;
  const BlAccess *before = it->consequences[0]->before;
  gboolean minutes = comparing->question->travel.by != BL_BY_STRAIGHT || comparing->question->n_limits == 0;
  BlCompareCell *mean, *most;

  if (isfinite (before->mean_distance))
    {
      mean = add_measure (comparing, g_strdup ("mean-distance"), g_strdup (_ ("Average distance")),
                          BL_COMPARE_METRES, -1, (BlCompareCell){ .value = before->mean_distance });
      most = add_measure (comparing, g_strdup ("max-distance"), g_strdup (_ ("Greatest distance")),
                          BL_COMPARE_METRES, -1, (BlCompareCell){ .value = before->max_distance });
      for (guint s = 0; s < it->n_scenarios; s++)
        {
          mean[s].value = it->consequences[s]->after->mean_distance;
          most[s].value = it->consequences[s]->after->max_distance;
        }
    }
  if (minutes)
    {
      mean = add_measure (comparing, g_strdup ("mean-minutes"), g_strdup (_ ("Average time")),
                          BL_COMPARE_MINUTES, -1, (BlCompareCell){ .value = before->mean_minutes });
      for (guint s = 0; s < it->n_scenarios; s++)
        mean[s].value = it->consequences[s]->after->mean_minutes;
    }
}

static void
add_service (Comparing *comparing)
{
  BlScenariosCompared *it = comparing->comparison;
  const BlConsequences *first = it->consequences[0];
  BlCompareCell *libraries, *hours, *cost, *saving, *once;

  libraries = add_measure (comparing, g_strdup ("libraries"), g_strdup (_ ("Libraries that count")),
                           BL_COMPARE_COUNT, 0, (BlCompareCell){ .value = first->before->n_counted });
  hours
      = add_measure (comparing, g_strdup ("hours"), g_strdup (_ ("Hours open a week")), BL_COMPARE_HOURS, 1,
                     (BlCompareCell){ .value = first->hours_before, .unknown = first->hours_unknown_before });
  cost
      = add_measure (comparing, g_strdup ("cost"), g_strdup (_ ("Running cost a year")), BL_COMPARE_POUNDS, 0,
                     (BlCompareCell){ .value = first->cost_before, .unknown = first->cost_unknown_before });
  saving = add_measure (comparing, g_strdup ("saving"), g_strdup (_ ("Saving a year")), BL_COMPARE_POUNDS, 1,
                        nothing);
  once = add_measure (comparing, g_strdup ("once-cost"), g_strdup (_ ("Cost once")), BL_COMPARE_POUNDS, -1,
                      nothing);
  for (guint s = 0; s < it->n_scenarios; s++)
    {
      const BlConsequences *of = it->consequences[s];

      libraries[s].value = of->after->n_counted;
      hours[s] = (BlCompareCell){ .value = of->hours_after, .unknown = of->hours_unknown_after };
      cost[s] = (BlCompareCell){ .value = of->cost_after, .unknown = of->cost_unknown_after };
      saving[s].value = of->saving;
      once[s] = (BlCompareCell){ .value = of->once_cost, .unknown = of->once_cost_unknown };
    }
}

static gboolean
any_stops (Comparing *comparing)
{
  for (guint s = 0; s < comparing->comparison->n_scenarios; s++)
    if (comparing->changed[s]->n_stops > 0)
      return TRUE;
  return comparing->facts->n_stops > 0;
}

static void
add_stops (Comparing *comparing)
{
  BlCompareCell *stops;

  if (!any_stops (comparing))
    return;
  stops = add_measure (comparing, g_strdup ("stops"), g_strdup (_ ("Stops of mobile libraries")),
                       BL_COMPARE_COUNT, 1, (BlCompareCell){ .value = comparing->facts->n_stops });
  for (guint s = 0; s < comparing->comparison->n_scenarios; s++)
    stops[s].value = comparing->changed[s]->n_stops;
}

static double
share_of (double part, double whole)
{
  return whole > 0 ? 100 * part / whole : NAN;
}

static void
add_group (Comparing *comparing, guint g, const BlGroupCounts *group)
{
  BlScenariosCompared *it = comparing->comparison;
  g_autofree char *yardstick = name_yardstick (comparing, 0);
  BlCompareCell *moved, *lost;

  moved = add_measure (comparing, g_strdup_printf ("group-moved-%u", g),
                       g_strdup_printf (_ ("%s: change library"), group->title), BL_COMPARE_PERCENT, 0,
                       nothing);
  lost = add_measure (comparing, g_strdup_printf ("group-lost-%u", g),
                      g_strdup_printf (_ ("%s: lose one within %s"), group->title, yardstick),
                      BL_COMPARE_PERCENT, -1, nothing);
  for (guint s = 0; s < it->n_scenarios; s++)
    {
      const BlConsequences *of = it->consequences[s];

      moved[s].value = share_of (of->groups[g + 1].moved, of->groups[g + 1].people);
      lost[s].value = share_of (of->groups[g + 1].lost, of->groups[g + 1].people);
    }
}

/* Areas for whom something changes in any scenario. */
static int
compare_areas (gconstpointer a, gconstpointer b)
{
  const BlCompareArea *first = a, *second = b;
  double x = isfinite (first->people) ? first->people : -1,
         y = isfinite (second->people) ? second->people : -1;

  if (x != y)
    return x > y ? -1 : 1;
  return (first->area > second->area) - (first->area < second->area);
}

static void
find_areas (Comparing *comparing)
{
  BlScenariosCompared *it = comparing->comparison;
  const BlAccessQuestion *question = comparing->question;
  const double *people = question->group != NULL ? question->group->people : comparing->facts->population;
  GArray *areas = g_array_new (FALSE, FALSE, sizeof (BlCompareArea));

  for (guint i = 0; i < comparing->facts->n_areas; i++)
    for (guint s = 0; s < it->n_scenarios; s++)
      if (it->consequences[s]->effects[i] != BL_EFFECT_NONE
          || it->consequences[s]->before->nearest[i] != it->consequences[s]->after->nearest[i])
        {
          const BlCompareArea area = { i, people[i] };

          g_array_append_val (areas, area);
          break;
        }
  g_array_sort (areas, compare_areas);
  it->n_areas = areas->len;
  it->areas = (BlCompareArea *) (gpointer) g_array_free (areas, FALSE);
}

BlScenariosCompared *
bl_scenario_compare (const BlFacts *facts,
                     BlFacts *const *changed,
                     guint n_scenarios,
                     const BlAccessQuestion *question,
                     const BlTravelMatrix *matrix,
                     BlTravelMatrix *const *changed_matrices,
                     BlGroupCounts *const *groups,
                     guint n_groups,
                     GError **error)
{
  g_autoptr (BlScenariosCompared) self = g_new0 (BlScenariosCompared, 1);
  Comparing comparing = { self, facts, changed, question, NULL };
  BlCompareCell *moved;

  g_return_val_if_fail (n_scenarios > 0, NULL);

  self->n_scenarios = n_scenarios;
  self->consequences = g_new0 (BlConsequences *, n_scenarios);
  for (guint s = 0; s < n_scenarios; s++)
    {
      self->consequences[s] = bl_consequences_compute (facts, changed[s], question, matrix,
                                                       changed_matrices != NULL ? changed_matrices[s] : NULL,
                                                       groups, n_groups, error);
      if (self->consequences[s] == NULL)
        return NULL;
    }
  comparing.measures = g_array_new (FALSE, FALSE, sizeof (BlCompareMeasure));
  moved = add_measure (&comparing, g_strdup ("moved"), g_strdup (_ ("Change library")), BL_COMPARE_PEOPLE, 0,
                       nothing);
  for (guint s = 0; s < n_scenarios; s++)
    moved[s].value = self->consequences[s]->moved;
  for (guint w = 0; w < self->consequences[0]->before->n_limits; w++)
    add_yardstick (&comparing, w);
  add_distances (&comparing);
  add_service (&comparing);
  add_stops (&comparing);
  for (guint g = 0; g < n_groups; g++)
    add_group (&comparing, g, groups[g]);
  self->n_measures = comparing.measures->len;
  self->measures = (BlCompareMeasure *) (gpointer) g_array_free (comparing.measures, FALSE);
  find_areas (&comparing);
  return g_steal_pointer (&self);
}

void
bl_scenarios_compared_free (BlScenariosCompared *self)
{
  if (self == NULL)
    return;
  for (guint s = 0; s < self->n_scenarios; s++)
    bl_consequences_free (self->consequences[s]);
  for (guint i = 0; i < self->n_measures; i++)
    {
      g_free (self->measures[i].key);
      g_free (self->measures[i].title);
      g_free (self->measures[i].scenarios);
    }
  g_free (self->consequences);
  g_free (self->measures);
  g_free (self->areas);
  g_free (self);
}

/* --- Words ---------------------------------------------------------------------- */

static char *
value_to_text (BlCompareUnit unit, double value)
{
  g_autofree char *number = NULL;

  switch (unit)
    {
    case BL_COMPARE_PERCENT:
      return bl_text_percent (value);
    case BL_COMPARE_METRES:
      return bl_text_metres (value);
    case BL_COMPARE_MINUTES:
      number = bl_text_number (value, 1);
      return g_strdup_printf (_ ("%s min"), number);
    case BL_COMPARE_HOURS:
      return bl_text_number (value, fabs (value - round (value)) < SAME ? 0 : 1);
    case BL_COMPARE_POUNDS:
      return bl_scenario_words_pounds (value);
    case BL_COMPARE_PEOPLE:
    case BL_COMPARE_COUNT:
    default:
      return bl_text_number (value, 0);
    }
}

char *
bl_compare_cell_to_text (const BlCompareMeasure *measure, const BlCompareCell *cell)
{
  g_autofree char *text = NULL;

  if (cell->none)
    return g_strdup ("–");
  if (!isfinite (cell->value))
    return g_strdup (_ ("not known"));
  /* A sum of nothing known is not nought. */
  if (cell->unknown > 0 && cell->value == 0)
    return g_strdup (_ ("not known"));
  text = value_to_text (measure->unit, cell->value);
  if (cell->unknown == 0)
    return g_steal_pointer (&text);
  return g_strdup_printf (_ ("%s (%u not known)"), text, cell->unknown);
}

/* Whether both figures are there to be held against each other. */
static gboolean
is_comparable (const BlCompareMeasure *measure, const BlCompareCell *cell)
{
  return !measure->today.none && !cell->none && isfinite (measure->today.value) && isfinite (cell->value)
         && !(cell->unknown > 0 && cell->value == 0)
         && !(measure->today.unknown > 0 && measure->today.value == 0);
}

/* Whether a difference is too small to be seen in the figures. */
static gboolean
is_same (BlCompareUnit unit, double more)
{
  return fabs (more) < (unit == BL_COMPARE_PERCENT || unit == BL_COMPARE_HOURS || unit == BL_COMPARE_MINUTES
                            ? SAME
                            : 0.5);
}

char *
bl_compare_cell_to_difference (const BlCompareMeasure *measure, const BlCompareCell *cell)
{
  double more = cell->value - measure->today.value;
  g_autofree char *amount = NULL;

  if (!is_comparable (measure, cell))
    return NULL;
  if (is_same (measure->unit, more))
    return g_strdup (_ ("same"));
  if (measure->unit == BL_COMPARE_PERCENT)
    {
      amount = bl_text_number (fabs (more), 1);
      return g_strdup_printf (more > 0 ? _ ("%s points higher") : _ ("%s points lower"), amount);
    }
  amount = value_to_text (measure->unit, fabs (more));
  switch (measure->unit)
    {
    case BL_COMPARE_METRES:
      return g_strdup_printf (more > 0 ? _ ("%s further") : _ ("%s nearer"), amount);
    case BL_COMPARE_MINUTES:
      return g_strdup_printf (more > 0 ? _ ("%s longer") : _ ("%s shorter"), amount);
    case BL_COMPARE_POUNDS:
      return g_strdup_printf (more > 0 ? _ ("%s more") : _ ("%s less"), amount);
    case BL_COMPARE_HOURS:
    case BL_COMPARE_PEOPLE:
    case BL_COMPARE_COUNT:
    case BL_COMPARE_PERCENT:
    default:
      return g_strdup_printf (more > 0 ? _ ("%s more") : _ ("%s fewer"), amount);
    }
}

int
bl_compare_cell_judge (const BlCompareMeasure *measure, const BlCompareCell *cell)
{
  double more = cell->value;

  if (measure->better == 0 || cell->none || !isfinite (cell->value))
    return 0;
  if (!measure->today.none)
    {
      if (!is_comparable (measure, cell))
        return 0;
      more -= measure->today.value;
    }
  if (is_same (measure->unit, more))
    return 0;
  return more > 0 ? measure->better : -measure->better;
}

char *
bl_scenarios_compared_finding (const BlScenariosCompared *self, const char *const *letters)
{
  double least = INFINITY, most = 0;
  guint best = 0, n_best = 0;
  g_autofree char *number = NULL;

  for (guint s = 0; s < self->n_scenarios; s++)
    {
      double lost = self->consequences[s]->people[BL_EFFECT_LOST];

      most = fmax (most, lost);
      if (lost < least)
        {
          least = lost;
          best = s;
          n_best = 0;
        }
      n_best += lost == least;
    }
  if (most <= 0)
    return g_strdup (_ ("Nobody loses a library in reach in any scenario"));
  number = bl_text_number (least, 0);
  if (n_best == self->n_scenarios && n_best > 1)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s person loses a library in reach in every scenario",
                     "%s people lose a library in reach in every scenario", (gulong) llround (least)),
        number);
  if (n_best > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%u scenario shares the fewest losing a library: %s",
                                         "%u scenarios share the fewest losing a library: %s", n_best),
                            n_best, number);
  if (self->n_scenarios == 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "In %s %s person loses a library in reach",
                                         "In %s %s people lose a library in reach", (gulong) llround (least)),
                            letters[best], number);
  return g_strdup_printf (_ ("Fewest lose a library in reach in %s: %s"), letters[best], number);
}
