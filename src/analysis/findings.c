/* findings.c: what the figures say, in ten words or fewer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "findings.h"

#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Groups that differ by less than this from everyone are said to be alike: percentage points. */
#define ALIKE 1.0

/* Plural forms are for whole numbers; people are whole or as published. */
static gulong
plural (double number)
{
  return (gulong) llround (number);
}

char *
bl_finding_beyond_mile (const BlKeyFigures *figures)
{
  g_autofree char *people = NULL;

  if (figures->lacks != NULL || !(figures->people > 0))
    return g_strdup (_ ("How far people live is not known yet"));
  if (figures->beyond_mile <= 0)
    return g_strdup (_ ("Everyone lives within a mile of a library"));
  if (figures->within_mile <= 0)
    return g_strdup (_ ("Nobody lives within a mile of a library"));
  people = bl_text_number (figures->beyond_mile, 0);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s person lives more than a mile away",
                                       "%s people live more than a mile away", plural (figures->beyond_mile)),
                          people);
}

char *
bl_finding_beyond_two_miles (const BlKeyFigures *figures)
{
  g_autofree char *people = NULL;

  if (figures->lacks != NULL || !(figures->people > 0))
    return NULL;
  if (figures->beyond_two_miles <= 0)
    return g_strdup (_ ("Nobody is beyond two miles."));
  people = bl_text_number (figures->beyond_two_miles, 0);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s person is beyond two miles.",
                                       "%s people are beyond two miles.", plural (figures->beyond_two_miles)),
                          people);
}

char *
bl_finding_within_mile (const BlKeyFigures *figures)
{
  g_autofree char *near = NULL, *all = NULL;

  if (figures->lacks != NULL || !(figures->people > 0))
    return NULL;
  near = bl_text_number (figures->within_mile, 0);
  all = bl_text_number (figures->people, 0);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s of %s person", "%s of %s people", plural (figures->people)), near,
      all);
}

char *
bl_finding_hours (const BlKeyFigures *figures)
{
  g_autofree char *hours = NULL;

  if (isnan (figures->week_hours))
    return g_strdup (_ ("Opening hours not known"));
  hours = bl_text_number (figures->week_hours,
                          fabs (figures->week_hours - round (figures->week_hours)) < 0.05 ? 0 : 1);
  if (figures->hours_unknown == 0)
    return g_strdup_printf (_ ("%s hours a week"), hours);
  return g_strdup_printf (_ ("%s hours a week; %u not known"), hours, figures->hours_unknown);
}

char *
bl_finding_libraries (const BlKeyFigures *figures)
{
  if (figures->open == 0 && figures->year > 0)
    return g_strdup_printf (_ ("No library is open in %d"), figures->year);
  if (figures->open == 0)
    return g_strdup (_ ("Which libraries are open is not known"));
  if (figures->statutory == figures->open)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u open library, statutory",
                                         "%u open libraries, all statutory", figures->open),
                            figures->open);
  if (figures->statutory == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u open library, not statutory",
                                         "%u open libraries, none statutory", figures->open),
                            figures->open);
  return g_strdup_printf (_ ("%u open libraries, %u of them statutory"), figures->open, figures->statutory);
}

char *
bl_finding_groups (const BlKeyFigures *figures)
{
  const struct
  {
    const BlKeyGroup *group;
    const char *finding;
  } groups[] = {
    { &figures->deprived, N_ ("Fewer in deprived areas live within a mile") },
    { &figures->older, N_ ("Fewer aged 60 and over live within a mile") },
    { &figures->children, N_ ("Fewer children live within a mile") },
  };
  double least = figures->percent_within_mile - ALIKE;
  const char *finding = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (groups[i].group->known && !isnan (groups[i].group->percent))
      {
        any = TRUE;
        if (groups[i].group->percent < least)
          {
            least = groups[i].group->percent;
            finding = groups[i].finding;
          }
      }
  if (!any)
    return NULL;
  return g_strdup (finding != NULL ? _ (finding) : _ ("No group is further away than people in general"));
}

static double
share (const BlDeciles *deciles, guint from, guint to)
{
  double people = 0;

  for (guint i = from; i <= to; i++)
    people += deciles->people[i - 1];
  return 100 * people / deciles->total;
}

char *
bl_finding_deprivation (const BlDeciles *deciles)
{
  const struct
  {
    guint from, to;
    const char *all, *half;
  } ends[] = {
    { 1, 1, N_ ("Everyone lives in the most deprived tenth"),
      N_ ("Over half live in the most deprived tenth") },
    { 10, 10, N_ ("Everyone lives in the least deprived tenth"),
      N_ ("Over half live in the least deprived tenth") },
    { 1, 2, N_ ("Everyone lives in the most deprived fifth"),
      N_ ("Over half live in the most deprived fifth") },
    { 9, 10, N_ ("Everyone lives in the least deprived fifth"),
      N_ ("Over half live in the least deprived fifth") },
  };
  g_autofree char *percent = NULL;

  if (!(deciles->total > 0))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      if (share (deciles, ends[i].from, ends[i].to) >= 100)
        return g_strdup (_ (ends[i].all));
      if (share (deciles, ends[i].from, ends[i].to) > 50)
        return g_strdup (_ (ends[i].half));
    }
  if (share (deciles, 1, 2) <= 0)
    return g_strdup (_ ("Nobody lives in the most deprived fifth"));
  percent = bl_text_percent (share (deciles, 1, 2));
  return g_strdup_printf (_ ("%s live in the most deprived fifth"), percent);
}

char *
bl_finding_largest_catchment (const BlFacts *facts, const BlCatchments *catchments)
{
  const BlCatchment *largest = NULL;
  g_autofree char *name = NULL, *people = NULL;

  for (guint i = 0; i < catchments->n; i++)
    if (catchments->items[i].population > (largest != NULL ? largest->population : 0))
      largest = &catchments->items[i];
  if (largest == NULL)
    return NULL;
  name = bl_text_short_library_name (facts->libraries[largest->library].name);
  people = bl_text_number (largest->population, 0);
  return g_strdup_printf (_ ("%s has the most people: %s"), name, people);
}

char *
bl_finding_catchment (const BlFacts *facts, const BlCatchment *catchment)
{
  g_autofree char *name = bl_text_short_library_name (facts->libraries[catchment->library].name);
  g_autofree char *areas = bl_text_number (catchment->areas, 0), *all = bl_text_number (facts->n_areas, 0);

  if (catchment->areas == 0)
    return g_strdup_printf (_ ("No area is nearest to %s"), name);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s of %s areas is nearest to %s",
                                       "%s of %s areas are nearest to %s", catchment->areas),
                          areas, all, name);
}
