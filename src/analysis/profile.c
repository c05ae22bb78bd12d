/* profile.c: each library beside the others of its service and of its kind of place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "profile.h"

#include "needs-measure.h"
#include "profile-words.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define OPEN_WEEKS 52
#define YEARS_BACK 5
/* Fewer libraries than this have no worst quarter. */
#define STORY_LEAST 4

/* Measures every project has; shares of other counts follow behind those of people. */
static const struct
{
  const char *key, *title;
  BlProfilePart part;
  BlProfileKind kind;
  int worse;
  const char *lacks;
} fixed[] = {
  { "need", N_ ("Need index"), BL_PROFILE_PEOPLE, BL_PROFILE_NUMBER, 0,
    N_ ("No area is nearest to it, or too little is known of those that are.") },
  { "people", N_ ("People nearest to it"), BL_PROFILE_PEOPLE, BL_PROFILE_NUMBER, 0,
    N_ ("No area is nearest to it, or no population has been imported.") },
  { "deprived", N_ ("People in the most deprived fifth"), BL_PROFILE_PEOPLE, BL_PROFILE_PERCENT, 0,
    N_ ("Import deprivation deciles for the areas.") },
  { "aged_0_15", N_ ("Aged 0–15"), BL_PROFILE_PEOPLE, BL_PROFILE_PERCENT, 0,
    N_ ("Import people by age for the areas.") },
  { "aged_60_plus", N_ ("Aged 60 and over"), BL_PROFILE_PEOPLE, BL_PROFILE_PERCENT, 0,
    N_ ("Import people by age for the areas.") },
  { "mean_distance", N_ ("Mean distance to it"), BL_PROFILE_ACCESS, BL_PROFILE_METRES, 1,
    N_ ("No area is nearest to it, or the library has no grid reference.") },
  { "within_mile", N_ ("People within a mile of it"), BL_PROFILE_ACCESS, BL_PROFILE_PERCENT, -1,
    N_ ("No area is nearest to it, or the library has no grid reference.") },
  { "isolation", N_ ("Nearest other library"), BL_PROFILE_ACCESS, BL_PROFILE_METRES, 0,
    N_ ("The library has no grid reference.") },
  { "visits", N_ ("Visits"), BL_PROFILE_USE, BL_PROFILE_NUMBER, 0, N_ ("Import visits by library.") },
  { "visits_per_1000", N_ ("Visits per 1,000 people"), BL_PROFILE_USE, BL_PROFILE_NUMBER, -1,
    N_ ("Import visits by library.") },
  { "visits_change", N_ ("Change in visits over five years"), BL_PROFILE_USE, BL_PROFILE_CHANGE, -1,
    N_ ("Import visits of five years before, too.") },
  { "visits_per_hour", N_ ("Visits per hour open"), BL_PROFILE_USE, BL_PROFILE_DECIMAL, -1,
    N_ ("Import visits by library and enter its opening hours.") },
  { "loans", N_ ("Loans"), BL_PROFILE_USE, BL_PROFILE_NUMBER, 0, N_ ("Import loans by library.") },
  { "loans_per_1000", N_ ("Loans per 1,000 people"), BL_PROFILE_USE, BL_PROFILE_NUMBER, -1,
    N_ ("Import loans by library.") },
  { "loans_change", N_ ("Change in loans over five years"), BL_PROFILE_USE, BL_PROFILE_CHANGE, -1,
    N_ ("Import loans of five years before, too.") },
  { "exclusive", N_ ("Users who use no other library"), BL_PROFILE_USE, BL_PROFILE_PERCENT, 0,
    N_ ("Import users and users of no other library, from the library system.") },
  { "hours", N_ ("Hours open a week"), BL_PROFILE_OFFER, BL_PROFILE_DECIMAL, 0,
    N_ ("Enter its opening hours on the Libraries page.") },
  { "hours_per_10000", N_ ("Hours a week per 10,000 people"), BL_PROFILE_OFFER, BL_PROFILE_DECIMAL, -1,
    N_ ("Enter its opening hours on the Libraries page.") },
  { "floor_area", N_ ("Floor area in square metres"), BL_PROFILE_OFFER, BL_PROFILE_NUMBER, 0,
    N_ ("Enter its floor area on the Libraries page.") },
  { "floor_area_per_1000", N_ ("Square metres per 1,000 people"), BL_PROFILE_OFFER, BL_PROFILE_DECIMAL, -1,
    N_ ("Enter its floor area on the Libraries page.") },
  { "running_cost", N_ ("Running cost a year"), BL_PROFILE_COST, BL_PROFILE_MONEY, 0,
    N_ ("Enter its running cost on the Libraries page.") },
  { "cost_per_visit", N_ ("Cost per visit"), BL_PROFILE_COST, BL_PROFILE_MONEY, 1,
    N_ ("Enter its running cost and import its visits.") },
  { "cost_per_hour", N_ ("Cost per hour open"), BL_PROFILE_COST, BL_PROFILE_MONEY, 1,
    N_ ("Enter its running cost and its opening hours.") },
};

/* --- Figures ---------------------------------------------------------------- */

double
bl_profile_median (const double *numbers, guint n)
{
  g_autoptr (GArray) known = g_array_sized_new (FALSE, FALSE, sizeof (double), n);

  for (guint i = 0; i < n; i++)
    if (!isnan (numbers[i]))
      g_array_append_val (known, numbers[i]);
  if (known->len == 0)
    return NAN;
  g_array_sort (known, bl_profile_compare_numbers);
  return (g_array_index (known, double, (known->len - 1) / 2) + g_array_index (known, double, known->len / 2)) / 2;
}

/* Whole years of a figure alone are compared. */
static double
figure_of (const BlFactsLibrary *library, BlFigureKind kind, const char *period)
{
  const BlFactsFigure *figure = bl_facts_library_figure (library, kind, period);

  return figure != NULL && figure->months == 0 ? figure->number : NAN;
}

char *
bl_profiles_period (const BlFacts *facts, const BlNeedsQuestion *question, BlFigureKind kind)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer key, value;
  const char *newest = NULL;
  guint most = 0;

  for (guint i = 0; i < facts->n_libraries; i++)
    for (guint f = 0; facts->libraries[i].figures != NULL && f < facts->libraries[i].figures->len; f++)
      {
        const BlFactsFigure *it = g_ptr_array_index (facts->libraries[i].figures, f);
        guint count;

        if (it->kind != kind || it->months != 0 || it->period == NULL || isnan (it->number)
            || !bl_needs_ranks_library (facts, question, i))
          continue;
        count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, it->period)) + 1;
        g_hash_table_insert (counts, it->period, GUINT_TO_POINTER (count));
        most = MAX (most, count);
      }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (GPOINTER_TO_UINT (value) * 2 >= most && (newest == NULL || strcmp (key, newest) > 0))
      newest = key;
  return g_strdup (newest);
}

static double
change (double now, double before)
{
  return before > 0 ? 100 * (now - before) / before : NAN;
}

/* --- Building ---------------------------------------------------------------- */

static void
add_measure (BlProfiles *profiles, const char *key, char *title, BlProfilePart part, BlProfileKind kind, int worse,
             const char *lacks)
{
  profiles->measures = g_renew (BlProfileMeasure, profiles->measures, profiles->n_measures + 1);
  profiles->measures[profiles->n_measures++] = (BlProfileMeasure){
    .key = g_strdup (key), .title = title, .lacks = g_strdup (lacks), .part = part, .kind = kind, .worse = worse,
  };
}

static gboolean
is_other_count (const BlFacts *facts, guint value)
{
  const char *name = facts->values[value].name;

  return name != NULL && facts->values[value].kind == BL_VALUE_KIND_COUNT && strcmp (name, "population") != 0
         && !g_str_has_prefix (name, "aged_");
}

static void
add_measures (BlProfiles *profiles, const BlFacts *facts)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    {
      if (i > 0 && fixed[i - 1].part == BL_PROFILE_PEOPLE && fixed[i].part != BL_PROFILE_PEOPLE)
        for (guint v = 0; v < facts->n_values; v++)
          if (is_other_count (facts, v))
            {
              g_autofree char *key = g_strconcat ("share:", facts->values[v].name, NULL);

              add_measure (profiles, key, g_strdup (facts->values[v].title), BL_PROFILE_PEOPLE, BL_PROFILE_PERCENT, 0,
                           _ ("The count is not known for the areas nearest to it."));
            }
      add_measure (profiles, fixed[i].key, g_strdup (_ (fixed[i].title)), fixed[i].part, fixed[i].kind,
                   fixed[i].worse, _ (fixed[i].lacks));
    }
}

/* The figure of a measure of analysis/needs-measure.h in every row. */
static void
take_column (BlProfiles *profiles, const BlFacts *facts, const BlNeedsQuestion *question, const BlAccess *access,
             const char *key, const char *value)
{
  g_autofree double *numbers = g_new (double, MAX (facts->n_libraries, 1));
  int measure = bl_profiles_find_measure (profiles, key);

  bl_needs_measure_of_libraries (facts, question, access, value, numbers);
  for (guint row = 0; row < profiles->n_rows; row++)
    profiles->numbers[row * profiles->n_measures + measure] = numbers[profiles->rows[row]];
}

static double *
cell (BlProfiles *profiles, guint row, const char *key)
{
  return &profiles->numbers[row * profiles->n_measures + (guint) bl_profiles_find_measure (profiles, key)];
}

/* People in deciles 1 and 2, and people within a mile, of those nearest to each library. */
static void
take_people (BlProfiles *profiles, const BlFacts *facts, const BlAccess *access)
{
  int deciles = bl_facts_find_value (facts, "imd_decile");
  g_autofree double *people = g_new0 (double, MAX (facts->n_libraries, 1));
  g_autofree double *ranked = g_new0 (double, MAX (facts->n_libraries, 1));
  g_autofree double *deprived = g_new0 (double, MAX (facts->n_libraries, 1));
  g_autofree double *near = g_new0 (double, MAX (facts->n_libraries, 1));

  for (guint i = 0; access != NULL && facts->population != NULL && i < facts->n_areas; i++)
    {
      int library = access->nearest[i];
      double here = facts->population[i];

      if (library < 0 || !(here > 0))
        continue;
      people[library] += here;
      near[library] += access->distance[i] <= BL_MILE ? here : 0;
      if (deciles >= 0 && isfinite (facts->values[deciles].numbers[i]))
        {
          ranked[library] += here;
          deprived[library] += facts->values[deciles].numbers[i] <= 2 ? here : 0;
        }
    }
  for (guint row = 0; row < profiles->n_rows; row++)
    {
      guint library = profiles->rows[row];

      *cell (profiles, row, "deprived") = ranked[library] > 0 ? 100 * deprived[library] / ranked[library] : NAN;
      *cell (profiles, row, "within_mile") = people[library] > 0 ? 100 * near[library] / people[library] : NAN;
    }
}

static void
take_use (BlProfiles *profiles, const BlFacts *facts, const BlNeedsQuestion *question, BlFigureKind kind, const char *key)
{
  g_autofree char *period = bl_profiles_period (facts, question, kind);
  g_autofree char *before = bl_profile_period_before (period, YEARS_BACK);
  g_autofree char *per_1000 = g_strconcat (key, "_per_1000", NULL), *changed = g_strconcat (key, "_change", NULL);
  const char *keys[] = { key, per_1000 };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    profiles->measures[bl_profiles_find_measure (profiles, keys[i])].period = g_strdup (period);
  if (period != NULL && before != NULL)
    profiles->measures[bl_profiles_find_measure (profiles, changed)].period
        = g_strdup_printf (_ ("%s to %s"), before, period);
  for (guint row = 0; period != NULL && row < profiles->n_rows; row++)
    {
      const BlFactsLibrary *library = &facts->libraries[profiles->rows[row]];
      double now = figure_of (library, kind, period), people = *cell (profiles, row, "people");

      *cell (profiles, row, key) = now;
      *cell (profiles, row, per_1000) = people > 0 ? 1000 * now / people : NAN;
      if (before != NULL)
        *cell (profiles, row, changed) = change (now, figure_of (library, kind, before));
    }
}

static void
take_offer (BlProfiles *profiles, const BlFacts *facts)
{
  for (guint row = 0; row < profiles->n_rows; row++)
    {
      const BlFactsLibrary *library = &facts->libraries[profiles->rows[row]];
      double people = *cell (profiles, row, "people"), visits = *cell (profiles, row, "visits");
      double open = library->week_hours * OPEN_WEEKS;

      *cell (profiles, row, "hours") = library->week_hours;
      *cell (profiles, row, "hours_per_10000") = people > 0 ? 10000 * library->week_hours / people : NAN;
      *cell (profiles, row, "floor_area") = library->floor_area;
      *cell (profiles, row, "floor_area_per_1000") = people > 0 ? 1000 * library->floor_area / people : NAN;
      *cell (profiles, row, "running_cost") = library->running_cost;
      *cell (profiles, row, "cost_per_visit") = visits > 0 ? library->running_cost / visits : NAN;
      *cell (profiles, row, "cost_per_hour") = open > 0 ? library->running_cost / open : NAN;
      *cell (profiles, row, "visits_per_hour") = open > 0 ? visits / open : NAN;
      profiles->classes[row] = g_strdup (library->rural_urban_title != NULL ? library->rural_urban_title
                                                                            : library->rural_urban);
    }
}

static void
take_need (BlProfiles *profiles, const BlNeeds *libraries)
{
  for (guint i = 0; libraries != NULL && i < libraries->n_rows; i++)
    {
      int row = bl_profiles_find_row (profiles, libraries->rows[i]);

      if (row >= 0)
        *cell (profiles, (guint) row, "need") = libraries->index[i];
    }
}

BlProfiles *
bl_profiles_compute (const BlFacts *facts,
                     const BlNeedsQuestion *question,
                     const BlAccess *access,
                     const BlNeeds *libraries)
{
  BlProfiles *profiles = g_new0 (BlProfiles, 1);

  profiles->rows = g_new0 (guint, MAX (facts->n_libraries, 1));
  for (guint i = 0; i < facts->n_libraries; i++)
    if (bl_needs_ranks_library (facts, question, i))
      profiles->rows[profiles->n_rows++] = i;
  profiles->classes = g_new0 (char *, MAX (profiles->n_rows, 1));
  add_measures (profiles, facts);
  profiles->numbers = g_new (double, MAX (profiles->n_rows * profiles->n_measures, 1));
  for (guint i = 0; i < profiles->n_rows * profiles->n_measures; i++)
    profiles->numbers[i] = NAN;

  take_need (profiles, libraries);
  take_column (profiles, facts, question, access, "people", "catchment-population");
  take_column (profiles, facts, question, access, "aged_0_15", "catchment:share:aged_0_15");
  take_column (profiles, facts, question, access, "aged_60_plus", "catchment:share:aged_60_plus");
  take_column (profiles, facts, question, access, "mean_distance", "catchment:distance");
  take_column (profiles, facts, question, access, "isolation", "isolation");
  take_column (profiles, facts, question, access, "exclusive", "exclusive");
  for (guint m = 0; m < profiles->n_measures; m++)
    if (g_str_has_prefix (profiles->measures[m].key, "share:"))
      {
        g_autofree char *value = g_strconcat ("catchment:", profiles->measures[m].key, NULL);

        take_column (profiles, facts, question, access, profiles->measures[m].key, value);
      }
  take_people (profiles, facts, access);
  take_use (profiles, facts, question, BL_FIGURE_VISITS, "visits");
  take_use (profiles, facts, question, BL_FIGURE_LOANS, "loans");
  take_offer (profiles, facts);

  for (guint m = 0; m < profiles->n_measures; m++)
    for (guint row = 0; row < profiles->n_rows; row++)
      profiles->measures[m].n_known += !isnan (profiles->numbers[row * profiles->n_measures + m]);
  return profiles;
}

int
bl_profiles_find_row (const BlProfiles *profiles, guint library)
{
  for (guint row = 0; row < profiles->n_rows; row++)
    if (profiles->rows[row] == library)
      return (int) row;
  return -1;
}

int
bl_profiles_find_measure (const BlProfiles *profiles, const char *key)
{
  for (guint m = 0; m < profiles->n_measures; m++)
    if (strcmp (profiles->measures[m].key, key) == 0)
      return (int) m;
  return -1;
}

/* --- Comparing ---------------------------------------------------------------- */

void
bl_profiles_compare (const BlProfiles *profiles, guint row, guint measure, BlProfileComparison *comparison)
{
  g_autofree double *all = g_new (double, MAX (profiles->n_rows, 1)), *alike = g_new (double, MAX (profiles->n_rows, 1));
  int worse = profiles->measures[measure].worse;
  guint above = 0, below = 0;

  *comparison = (BlProfileComparison){ .number = profiles->numbers[row * profiles->n_measures + measure] };
  for (guint i = 0; i < profiles->n_rows; i++)
    {
      double number = profiles->numbers[i * profiles->n_measures + measure];
      gboolean same = profiles->classes[row] != NULL && g_strcmp0 (profiles->classes[i], profiles->classes[row]) == 0;

      all[i] = number;
      alike[i] = same ? number : NAN;
      comparison->n += !isnan (number);
      comparison->n_class += same && !isnan (number);
      above += number > comparison->number;
      below += number < comparison->number;
    }
  comparison->middle = bl_profile_median (all, profiles->n_rows);
  comparison->class_middle = bl_profile_median (alike, profiles->n_rows);
  if (isnan (comparison->number))
    return;
  comparison->rank = above + 1;
  /* As many are worse as fit in the worst quarter, and it is beyond the middle. */
  comparison->story = worse != 0 && comparison->n >= STORY_LEAST
                      && 4 * ((worse < 0 ? below : above) + 1) <= comparison->n
                      && (worse < 0 ? comparison->number < comparison->middle
                                    : comparison->number > comparison->middle);
}

void
bl_profiles_free (BlProfiles *profiles)
{
  if (profiles == NULL)
    return;
  for (guint m = 0; m < profiles->n_measures; m++)
    {
      g_free (profiles->measures[m].key);
      g_free (profiles->measures[m].title);
      g_free (profiles->measures[m].period);
      g_free (profiles->measures[m].lacks);
    }
  for (guint row = 0; row < profiles->n_rows; row++)
    g_free (profiles->classes[row]);
  g_free (profiles->classes);
  g_free (profiles->measures);
  g_free (profiles->numbers);
  g_free (profiles->rows);
  g_free (profiles);
}
