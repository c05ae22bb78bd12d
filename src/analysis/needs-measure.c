/* needs-measure.c: what an index of need can be made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "needs-measure.h"

#include "area-figures.h"
#include "geometry.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Weeks a year that a library is taken to be open. */
#define OPEN_WEEKS 52

#define SHARE "share:"
#define CATCHMENT "catchment:"

/* Measures that are no value of the project. */
static const struct
{
  const char *name;
  gboolean of_libraries;
  const char *title, *about;
  BlDirection direction;
} computed[] = {
  { "distance", FALSE, N_ ("Distance"), N_ ("metres to an open library"), BL_DIRECTION_MORE },
  { "density", FALSE, N_ ("Density"), N_ ("people per square kilometre"), BL_DIRECTION_MORE },
  { "catchment-population", TRUE, N_ ("People"), N_ ("people nearest to it"), BL_DIRECTION_MORE },
  { "isolation", TRUE, N_ ("Isolation"), N_ ("metres to the nearest other library"), BL_DIRECTION_MORE },
  { "exclusive", TRUE, N_ ("Exclusive use"), N_ ("share of users who use no other library"), BL_DIRECTION_MORE },
  { "visits", TRUE, N_ ("Visits"), N_ ("in the newest whole year"), BL_DIRECTION_MORE },
  { "loans", TRUE, N_ ("Loans"), N_ ("in the newest whole year"), BL_DIRECTION_MORE },
  { "visits-per-hour", TRUE, N_ ("Visits per hour open"), N_ ("taken as 52 weeks a year"), BL_DIRECTION_MORE },
  { "visits-per-1000", TRUE, N_ ("Visits for its people"), N_ ("visits per 1,000 people nearest to it"), BL_DIRECTION_LESS },
  { "hours", TRUE, N_ ("Hours"), N_ ("open a week"), BL_DIRECTION_LESS },
  { "floor-area", TRUE, N_ ("Floor area"), N_ ("square metres"), BL_DIRECTION_MORE },
};

static int
find_computed (const char *name, gboolean of_libraries)
{
  for (guint i = 0; i < G_N_ELEMENTS (computed); i++)
    if (computed[i].of_libraries == of_libraries && g_strcmp0 (computed[i].name, name) == 0)
      return (int) i;
  return -1;
}

static gboolean
is_age_band (const char *name)
{
  return g_str_has_prefix (name, "aged_");
}

static gboolean
is_deprivation (const char *name)
{
  return g_str_has_prefix (name, "imd") || g_str_has_prefix (name, "iod");
}

/* The value that @measure, of areas, is made from; "" where it is none. */
static const char *
base_value (const char *measure)
{
  return g_str_has_prefix (measure, SHARE) ? measure + strlen (SHARE) : measure;
}

/* --- Of areas ------------------------------------------------------------- */

static double
share_of_people (const BlFacts *facts, const char *name, const double *counts, guint area)
{
  double of_ages = is_age_band (name) ? bl_area_percent_of_ages (facts, name, area) : NAN;

  if (!isnan (of_ages))
    return of_ages;
  if (facts->population == NULL || !(facts->population[area] > 0))
    return NAN;
  return 100 * counts[area] / facts->population[area];
}

void
bl_needs_measure_of_areas (const BlFacts *facts, const BlAccess *access, const char *value, double *numbers)
{
  gboolean share = value != NULL && g_str_has_prefix (value, SHARE);
  const char *name = value != NULL ? base_value (value) : NULL;
  int found = bl_facts_find_value (facts, name);

  for (guint i = 0; i < facts->n_areas; i++)
    {
      double square_metres;

      numbers[i] = NAN;
      if (share && found >= 0)
        numbers[i] = share_of_people (facts, name, facts->values[found].numbers, i);
      else if (found >= 0)
        numbers[i] = facts->values[found].numbers[i];
      else if (g_strcmp0 (name, "distance") == 0 && access != NULL)
        numbers[i] = access->distance[i];
      else if (g_strcmp0 (name, "density") == 0 && facts->outlines != NULL && facts->population != NULL)
        {
          square_metres = bl_outlines_get_area (facts->outlines, i);
          numbers[i] = square_metres > 0 ? facts->population[i] / square_metres * 1e6 : NAN;
        }
      if (!isfinite (numbers[i]))
        numbers[i] = NAN;
    }
}

/* --- Of libraries --------------------------------------------------------- */

/* The mean of a measure over the people of each catchment. */
static void
mean_of_catchments (const BlFacts *facts, const BlAccess *access, const char *measure, double *numbers)
{
  g_autofree double *areas = g_new (double, MAX (facts->n_areas, 1));
  g_autofree double *people = g_new0 (double, MAX (facts->n_libraries, 1));

  bl_needs_measure_of_areas (facts, access, measure, areas);
  for (guint i = 0; i < facts->n_areas; i++)
    {
      int library = access->nearest[i];
      double weight = facts->population != NULL ? facts->population[i] : NAN;

      if (library < 0 || isnan (areas[i]) || !(weight > 0))
        continue;
      numbers[library] = (isnan (numbers[library]) ? 0 : numbers[library]) + weight * areas[i];
      people[library] += weight;
    }
  for (guint i = 0; i < facts->n_libraries; i++)
    numbers[i] = people[i] > 0 ? numbers[i] / people[i] : NAN;
}

/* A count's share of the people of each catchment: of all ages of its own estimate for an
 * age band, else of the population, in areas where both are known. */
static void
share_of_catchments (const BlFacts *facts, const BlAccess *access, const char *name, double *numbers)
{
  static const char *const bands[] = { "aged_0_15", "aged_16_59", "aged_60_plus" };
  g_autofree double *whole = g_new0 (double, MAX (facts->n_libraries, 1));
  int value = bl_facts_find_value (facts, name);
  const double *ages[G_N_ELEMENTS (bands)];
  gboolean of_ages = is_age_band (name);

  for (guint b = 0; b < G_N_ELEMENTS (bands); b++)
    {
      int band = bl_facts_find_value (facts, bands[b]);

      of_ages = of_ages && band >= 0;
      ages[b] = band >= 0 ? facts->values[band].numbers : NULL;
    }
  if (value < 0)
    return;
  for (guint i = 0; i < facts->n_areas; i++)
    {
      int library = access->nearest[i];
      double part = facts->values[value].numbers[i];
      double all = of_ages ? ages[0][i] + ages[1][i] + ages[2][i]
                   : facts->population != NULL ? facts->population[i]
                                               : NAN;

      if (library < 0 || !isfinite (part) || !isfinite (all))
        continue;
      numbers[library] = (isnan (numbers[library]) ? 0 : numbers[library]) + part;
      whole[library] += all;
    }
  for (guint i = 0; i < facts->n_libraries; i++)
    numbers[i] = whole[i] > 0 ? 100 * numbers[i] / whole[i] : NAN;
}

static void
people_of_catchments (const BlFacts *facts, const BlAccess *access, double *numbers)
{
  for (guint i = 0; i < facts->n_areas; i++)
    {
      int library = access->nearest[i];

      if (library < 0 || facts->population == NULL || !isfinite (facts->population[i]))
        continue;
      numbers[library] = (isnan (numbers[library]) ? 0 : numbers[library]) + facts->population[i];
    }
}

double
bl_needs_isolation (const BlFacts *facts, const BlNeedsQuestion *question, guint library, int *other)
{
  BlAccessQuestion asked = { .statutory = question->statutory, .cross_boundary = question->cross_boundary };
  const BlFactsLibrary *from = &facts->libraries[library];
  double nearest = NAN;

  if (other != NULL)
    *other = -1;
  for (guint i = 0; from->located && i < facts->n_libraries; i++)
    {
      const BlFactsLibrary *to = &facts->libraries[i];
      double metres;

      if (i == library || !to->located || !bl_access_counts (facts, &asked, i))
        continue;
      metres = hypot (to->point.x - from->point.x, to->point.y - from->point.y);
      if (isnan (nearest) || metres < nearest)
        {
          nearest = metres;
          if (other != NULL)
            *other = (int) i;
        }
    }
  return nearest;
}

static double
newest_figure (const BlFactsLibrary *library, BlFigureKind kind)
{
  const BlFactsFigure *figure = bl_facts_library_figure (library, kind, NULL);

  return figure != NULL && figure->months == 0 ? figure->number : NAN;
}

/* Of one period: users of the newest year and those of them who use no other library. */
static double
exclusive_use (const BlFactsLibrary *library)
{
  const BlFactsFigure *alone = bl_facts_library_figure (library, BL_FIGURE_EXCLUSIVE_USERS, NULL);
  const BlFactsFigure *users
      = alone != NULL ? bl_facts_library_figure (library, BL_FIGURE_USERS, alone->period) : NULL;

  if (users == NULL || !(users->number > 0) || alone->number > users->number)
    return NAN;
  return 100 * alone->number / users->number;
}

static double
library_figure (const BlFacts *facts, const BlNeedsQuestion *question, guint index, const char *value)
{
  const BlFactsLibrary *library = &facts->libraries[index];

  if (strcmp (value, "isolation") == 0)
    return bl_needs_isolation (facts, question, index, NULL);
  if (strcmp (value, "exclusive") == 0)
    return exclusive_use (library);
  if (strcmp (value, "visits") == 0)
    return newest_figure (library, BL_FIGURE_VISITS);
  if (strcmp (value, "loans") == 0)
    return newest_figure (library, BL_FIGURE_LOANS);
  if (strcmp (value, "visits-per-hour") == 0)
    return newest_figure (library, BL_FIGURE_VISITS) / (library->week_hours * OPEN_WEEKS);
  if (strcmp (value, "hours") == 0)
    return library->week_hours;
  if (strcmp (value, "floor-area") == 0)
    return library->floor_area;
  return NAN;
}

void
bl_needs_measure_of_libraries (const BlFacts *facts,
                               const BlNeedsQuestion *question,
                               const BlAccess *access,
                               const char *value,
                               double *numbers)
{
  const char *measure = value != NULL && g_str_has_prefix (value, CATCHMENT) ? value + strlen (CATCHMENT) : NULL;
  int found = measure != NULL ? bl_facts_find_value (facts, base_value (measure)) : -1;
  gboolean count = found >= 0 && facts->values[found].kind == BL_VALUE_KIND_COUNT;

  for (guint i = 0; i < facts->n_libraries; i++)
    numbers[i] = NAN;
  if (value == NULL)
    return;
  if (measure != NULL && access != NULL && (count || g_str_has_prefix (measure, SHARE)))
    share_of_catchments (facts, access, base_value (measure), numbers);
  else if (measure != NULL && access != NULL)
    mean_of_catchments (facts, access, measure, numbers);
  else if (access != NULL
           && (strcmp (value, "catchment-population") == 0 || strcmp (value, "visits-per-1000") == 0))
    people_of_catchments (facts, access, numbers);
  if (strcmp (value, "visits-per-1000") == 0)
    for (guint i = 0; i < facts->n_libraries; i++)
      numbers[i] = 1000 * newest_figure (&facts->libraries[i], BL_FIGURE_VISITS) / numbers[i];
  else if (measure == NULL && strcmp (value, "catchment-population") != 0)
    for (guint i = 0; i < facts->n_libraries; i++)
      numbers[i] = library_figure (facts, question, i, value);
  for (guint i = 0; i < facts->n_libraries; i++)
    if (!isfinite (numbers[i]))
      numbers[i] = NAN;
}

/* --- Names ---------------------------------------------------------------- */

static void
offer_of_areas (const BlFacts *facts, GPtrArray *offers, const char *prefix, gboolean of_libraries)
{
  for (guint i = 0; i < facts->n_values; i++)
    {
      const char *name = facts->values[i].name;

      if (name == NULL || facts->values[i].kind == BL_VALUE_KIND_UNKNOWN)
        continue;
      if (facts->values[i].kind != BL_VALUE_KIND_COUNT)
        g_ptr_array_add (offers, g_strconcat (prefix, name, NULL));
      else if (strcmp (name, "population") != 0)
        g_ptr_array_add (offers, g_strconcat (prefix, SHARE, name, NULL));
      else if (!of_libraries)
        g_ptr_array_add (offers, g_strdup (name));
    }
  g_ptr_array_add (offers, g_strconcat (prefix, "distance", NULL));
  if (facts->outlines != NULL)
    g_ptr_array_add (offers, g_strconcat (prefix, "density", NULL));
}

GPtrArray *
bl_needs_measure_offers (const BlFacts *facts, gboolean of_libraries)
{
  GPtrArray *offers = g_ptr_array_new_with_free_func (g_free);

  if (of_libraries)
    for (guint i = 0; i < G_N_ELEMENTS (computed); i++)
      if (computed[i].of_libraries)
        g_ptr_array_add (offers, g_strdup (computed[i].name));
  offer_of_areas (facts, offers, of_libraries ? CATCHMENT : "", of_libraries);
  return offers;
}

gboolean
bl_needs_measure_check (const BlFacts *facts, const char *value, gboolean of_libraries, GError **error)
{
  g_autoptr (GPtrArray) offers = bl_needs_measure_offers (facts, of_libraries);
  g_autofree char *list = NULL;
  const char *measure = of_libraries && g_str_has_prefix (value, CATCHMENT) ? value + strlen (CATCHMENT) : value;

  if (find_computed (value, of_libraries) >= 0 || find_computed (measure, FALSE) >= 0)
    return TRUE;
  if ((!of_libraries || measure != value) && bl_facts_find_value (facts, base_value (measure)) >= 0)
    return TRUE;
  g_ptr_array_add (offers, NULL);
  list = g_strjoinv (", ", (char **) offers->pdata);
  g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
               _ ("There is no measure called “%s”. This project has: %s."), value, list);
  return FALSE;
}

/* --- Words ---------------------------------------------------------------- */

static char *
dated (const char *words, const char *date)
{
  return date == NULL || strstr (words, date) != NULL ? g_strdup (words) : g_strdup_printf ("%s, %s", words, date);
}

/* The title of a value as the name of a measure: "Deprivation rank (IMD 2019)" without what stands below it. */
static char *
short_title (const BlFacts *facts, guint value)
{
  const char *name = facts->values[value].name;

  if (strcmp (name, "population") == 0)
    return g_strdup (_ ("People"));
  if (strcmp (name, "aged_0_15") == 0)
    return g_strdup (_ ("Children"));
  if (strcmp (name, "aged_60_plus") == 0)
    return g_strdup (_ ("Older people"));
  if (strcmp (name, "imd_rank") == 0 || strcmp (name, "imd_decile") == 0)
    return g_strdup (_ ("Deprivation"));
  return g_strdup (facts->values[value].title);
}

static char *
about_value (const BlFacts *facts, guint value, gboolean share)
{
  const char *name = facts->values[value].name, *date = facts->values[value].date;
  g_autofree char *words = NULL;

  if (share && strcmp (name, "aged_0_15") == 0)
    words = g_strdup (_ ("share aged 0–15"));
  else if (share && strcmp (name, "aged_60_plus") == 0)
    words = g_strdup (_ ("share aged 60 and over"));
  else if (share)
    words = g_strdup_printf (_ ("%s, share of people"), facts->values[value].title);
  else if (strcmp (name, "population") == 0)
    words = g_strdup (_ ("population"));
  else
    words = g_strdup (facts->values[value].title);
  return dated (words, date);
}

static void
describe_value (BlNeedsMeasureAbout *about, const BlFacts *facts, const char *measure, gboolean of_libraries)
{
  const char *name = base_value (measure);
  int value = bl_facts_find_value (facts, name);

  if (value < 0)
    {
      about->title = g_strdup (name);
      about->about = g_strdup (_ ("not in this project"));
      about->lacks = g_strdup_printf (_ ("This project has no value “%s”. Import it for the areas, or take "
                                         "the measure out."),
                                      name);
      about->direction = is_deprivation (name) ? BL_DIRECTION_LESS : BL_DIRECTION_MORE;
      return;
    }
  about->title = short_title (facts, (guint) value);
  about->about = about_value (facts, (guint) value,
                              g_str_has_prefix (measure, SHARE)
                                  || (of_libraries && facts->values[value].kind == BL_VALUE_KIND_COUNT));
  if (of_libraries && facts->values[value].kind != BL_VALUE_KIND_COUNT)
    {
      g_autofree char *words = g_steal_pointer (&about->about);

      about->about = g_strdup_printf (_ ("%s, mean of its people"), words);
    }
  about->source = g_strdup (facts->values[value].source);
  about->direction = facts->values[value].kind == BL_VALUE_KIND_RANK || facts->values[value].kind == BL_VALUE_KIND_DECILE
                         ? BL_DIRECTION_LESS
                         : BL_DIRECTION_MORE;
}

static gboolean
any_known (const double *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!isnan (numbers[i]))
      return TRUE;
  return FALSE;
}

/* Figures of libraries that are nowhere in the project. */
static char *
lacks_figures (const BlFacts *facts, const char *name)
{
  g_autofree double *numbers = g_new (double, MAX (facts->n_libraries, 1));
  const BlNeedsQuestion question = { .of_libraries = TRUE };
  const char *needed = strcmp (name, "visits-per-1000") == 0 ? "visits" : name;

  if (strcmp (name, "catchment-population") == 0 || strcmp (name, "isolation") == 0)
    return NULL;
  bl_needs_measure_of_libraries (facts, &question, NULL, needed, numbers);
  if (any_known (numbers, facts->n_libraries))
    return NULL;
  if (strcmp (name, "exclusive") == 0)
    return g_strdup (_ ("How many of a library’s users use no other is not known. Import users and users of no other "
                        "library by library, from the library system."));
  if (strcmp (name, "loans") == 0)
    return g_strdup (_ ("No whole year of loans by library is known. Import loans by library."));
  if (strcmp (name, "hours") == 0)
    return g_strdup (_ ("No library’s opening hours are known."));
  if (strcmp (name, "floor-area") == 0)
    return g_strdup (_ ("No library’s floor area is known. Enter it on the Libraries page."));
  return g_strdup (_ ("No whole year of visits by library is known. Import visits by library."));
}

BlNeedsMeasureAbout *
bl_needs_measure_about (const BlFacts *facts, const char *value, gboolean of_libraries)
{
  BlNeedsMeasureAbout *about = g_new0 (BlNeedsMeasureAbout, 1);
  const char *name = value != NULL ? value : "";
  const char *measure = of_libraries && g_str_has_prefix (name, CATCHMENT) ? name + strlen (CATCHMENT) : name;
  int own = find_computed (name, of_libraries), index = own >= 0 ? own : find_computed (measure, FALSE);

  about->value = g_strdup (name);
  if (index < 0)
    {
      describe_value (about, facts, measure, of_libraries);
      return about;
    }
  about->title = g_strdup (_ (computed[index].title));
  about->about = g_strdup (_ (computed[index].about));
  about->direction = computed[index].direction;
  if (own >= 0 && of_libraries)
    about->lacks = lacks_figures (facts, name);
  else if (strcmp (measure, "density") == 0 && facts->outlines == NULL)
    about->lacks = g_strdup (_ ("How large the areas are is not known: this project has no outlines."));
  return about;
}

void
bl_needs_measure_about_free (BlNeedsMeasureAbout *about)
{
  if (about == NULL)
    return;
  g_free (about->value);
  g_free (about->title);
  g_free (about->about);
  g_free (about->source);
  g_free (about->lacks);
  g_free (about);
}

char *
bl_needs_measure_to_text (const BlFacts *facts, const char *value, double number)
{
  const char *name = value != NULL ? value : "";
  const char *measure = g_str_has_prefix (name, CATCHMENT) ? name + strlen (CATCHMENT) : name;
  gboolean mean = measure != name;
  int found = bl_facts_find_value (facts, base_value (measure));

  if (isnan (number))
    return g_strdup (_ ("not known"));
  if (g_str_has_prefix (measure, SHARE) || strcmp (name, "exclusive") == 0
      || (mean && found >= 0 && facts->values[found].kind == BL_VALUE_KIND_COUNT))
    return bl_text_percent (number);
  if (strcmp (measure, "distance") == 0 || strcmp (name, "isolation") == 0)
    return bl_text_metres (number);
  if (found >= 0 && facts->values[found].kind == BL_VALUE_KIND_RATE)
    return bl_text_number (number, 1);
  if (found >= 0 && facts->values[found].kind == BL_VALUE_KIND_DECILE)
    return bl_text_number (number, mean ? 1 : 0);
  return bl_text_number (number, strcmp (name, "hours") == 0 || strcmp (name, "visits-per-hour") == 0 ? 1 : 0);
}
