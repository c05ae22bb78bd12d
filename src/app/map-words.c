/* map-words.c: the sentences of the map page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "text.h"

char *
bl_map_words_number (double value)
{
  return isnan (value) ? g_strdup (_ ("not known")) : bl_text_number (value, 0);
}

char *
bl_map_words_percent (double percent)
{
  return isnan (percent) ? g_strdup (_ ("not known")) : bl_text_percent (percent);
}

char *
bl_map_words_distance (double metres)
{
  return isnan (metres) ? g_strdup (_ ("not known")) : bl_text_metres (metres);
}

/* People by deciles from … to, as a share of all whose decile is known. */
static double
get_share (const BlMapFigures *figures, int from, int to)
{
  double part = 0, whole = 0;

  for (int i = 1; i <= BL_MAP_DECILES; i++)
    {
      whole += figures->by_decile[i - 1];
      if (i >= from && i <= to)
        part += figures->by_decile[i - 1];
    }
  return whole > 0 ? part / whole : 0;
}

static int
get_commonest (const BlMapFigures *figures)
{
  int most = 0;

  for (int i = 1; i < BL_MAP_DECILES; i++)
    if (figures->by_decile[i] > figures->by_decile[most])
      most = i;
  return most + 1;
}

static void
set_focus (gboolean *focus, int from, int to)
{
  for (int i = 1; i <= BL_MAP_DECILES; i++)
    focus[i - 1] = i >= from && i <= to;
}

char *
bl_map_words_deciles (const BlMapFigures *figures, gboolean *focus)
{
  int commonest = get_commonest (figures);
  double known = 0;

  for (int i = 0; i < BL_MAP_DECILES; i++)
    known += figures->by_decile[i];
  set_focus (focus, 1, 0);
  if (known <= 0)
    return g_strdup (_ ("Deciles are not known here"));

  if (!figures->deprivation)
    {
      set_focus (focus, commonest, commonest);
      return g_strdup_printf (get_share (figures, commonest, commonest) > 0.5
                                  ? _ ("Over half live in decile %d")
                                  : _ ("Most live in decile %d"),
                              commonest);
    }
  if (get_share (figures, 1, 1) > 0.5)
    {
      set_focus (focus, 1, 1);
      return g_strdup (_ ("Over half live in the most deprived tenth"));
    }
  if (get_share (figures, 10, 10) > 0.5)
    {
      set_focus (focus, 10, 10);
      return g_strdup (_ ("Over half live in the least deprived tenth"));
    }
  if (get_share (figures, 1, 2) > 0.5)
    {
      set_focus (focus, 1, 2);
      return g_strdup (_ ("Over half live in the two most deprived tenths"));
    }
  if (get_share (figures, 9, 10) > 0.5)
    {
      set_focus (focus, 9, 10);
      return g_strdup (_ ("Over half live in the two least deprived tenths"));
    }
  if (get_share (figures, commonest, commonest) > 0.5)
    {
      set_focus (focus, commonest, commonest);
      return g_strdup_printf (get_share (figures, commonest, commonest) < 1
                                  ? _ ("Over half live in deprivation decile %d")
                                  : _ ("Everyone lives in deprivation decile %d"),
                              commonest);
    }
  if (get_share (figures, 1, 2) > 0.25)
    {
      set_focus (focus, 1, 2);
      return g_strdup (_ ("Over a quarter live in the two most deprived tenths"));
    }
  if (get_share (figures, 1, 2) <= 0)
    {
      set_focus (focus, commonest, commonest);
      return g_strdup (_ ("Nobody lives in the two most deprived tenths"));
    }
  set_focus (focus, commonest, commonest);
  return g_strdup_printf (_ ("More live in deprivation decile %d than any other"), commonest);
}

char *
bl_map_words_decile_table (const BlMapFigures *figures)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < BL_MAP_DECILES; i++)
    {
      g_autofree char *number = bl_text_number (figures->by_decile[i], 0);

      /* TRANSLATORS: a decile and how many people: "decile 3: 1,500 people" */
      g_string_append_printf (text, _ ("decile %d: %s people"), i + 1, number);
      g_string_append (text, i + 1 < BL_MAP_DECILES ? "; " : ".");
    }
  return g_string_free (text, FALSE);
}

char *
bl_map_words_area_people (const BlFacts *facts, int area)
{
  int decile = bl_map_figures_find_decile (facts);
  double people = facts->population != NULL ? facts->population[area] : NAN;
  g_autofree char *number = bl_map_words_number (people);
  g_autofree char *counted
      = isnan (people) ? g_strdup (_ ("people not known"))
                       : g_strdup_printf (ngettext ("%s person", "%s people", (gulong) people), number);

  if (decile < 0)
    return g_steal_pointer (&counted);
  if (isnan (facts->values[decile].numbers[area]))
    return g_strdup_printf (_ ("%s, decile not known"), counted);
  return g_strdup_printf (_ ("%s, decile %d"), counted, (int) facts->values[decile].numbers[area]);
}

char *
bl_map_words_minutes (double minutes)
{
  g_autofree char *number = NULL;

  if (isnan (minutes))
    return g_strdup (_ ("not known"));
  number = bl_text_number (minutes, minutes < 10 ? 1 : 0);
  return g_strdup_printf (_ ("%s min"), number);
}

char *
bl_map_words_area_distance (const BlFacts *facts, const BlAccess *access, gboolean by_road, int area)
{
  g_autofree char *metres = NULL;
  g_autofree char *name = NULL;

  if (access == NULL || access->nearest[area] < 0)
    return g_strdup (_ ("Distance not known"));
  metres = isnan (access->distance[area]) ? NULL : bl_text_metres (access->distance[area]);
  name = bl_text_short_library_name (facts->libraries[access->nearest[area]].name);
  if (by_road)
    {
      g_autofree char *minutes = bl_map_words_minutes (access->minutes[area]);

      if (metres == NULL)
        /* TRANSLATORS: minutes and a library's name: "12 min to Gosforth" */
        return g_strdup_printf (_ ("%s to %s"), minutes, name);
      /* TRANSLATORS: minutes, a library's name, a distance: "12 min to Gosforth, 960 m" */
      return g_strdup_printf (_ ("%s to %s, %s"), minutes, name, metres);
    }
  /* TRANSLATORS: a distance and a library's name: "1,736 m to Gosforth" */
  return g_strdup_printf (_ ("%s to %s"), metres, name);
}

static void
describe_library (GString *text, const BlFactsLibrary *library, const BlMapFigures *figures)
{
  g_autofree char *people = NULL;
  g_autofree char *distance = NULL;
  g_autofree char *within = NULL;

  if (figures == NULL)
    {
      g_string_append_printf (text,
                              library->open ? _ ("%s is picked. It has no catchment here.")
                                            : _ ("%s is picked. It is closed."),
                              library->name);
      return;
    }
  people = bl_text_number (figures->people, 0);
  if (figures->people <= 0)
    {
      g_string_append_printf (text, _ ("%s is picked. Nobody lives nearest to it."), library->name);
      return;
    }
  distance = bl_text_metres (figures->mean_distance);
  within = bl_text_percent (figures->within_mile_percent);
  g_string_append_printf (
      text,
      ngettext ("%s is picked. %s people in %u area live nearest to it, %s away on average; "
                "%s of them within a mile.",
                "%s is picked. %s people in %u areas live nearest to it, %s away on average; "
                "%s of them within a mile.",
                figures->areas),
      library->name, people, figures->areas, distance, within);
}

char *
bl_map_words_pick (const BlFacts *facts,
                   const BlAccess *access,
                   gboolean by_road,
                   const BlMapFigures *figures,
                   int library,
                   int area)
{
  GString *text = g_string_new (NULL);

  if (library >= 0)
    describe_library (text, &facts->libraries[library], figures);
  else if (figures != NULL)
    {
      g_autofree char *people = bl_text_number (figures->people, 0);
      g_autofree char *distance = bl_map_words_distance (figures->mean_distance);
      g_autofree char *within = bl_map_words_percent (figures->within_mile_percent);

      g_string_append_printf (text,
                              _ ("%s people live %s from their nearest library on average; %s of them within "
                                 "a mile. Nothing is picked: N and P go through the libraries."),
                              people, distance, within);
    }
  if (area >= 0)
    {
      g_autofree char *people = bl_map_words_area_people (facts, area);
      g_autofree char *distance = bl_map_words_area_distance (facts, access, by_road, area);

      if (text->len > 0)
        g_string_append_c (text, ' ');
      /* TRANSLATORS: an area, its people and how far its nearest library is */
      g_string_append_printf (text, _ ("Area %s: %s; %s."), bl_map_figures_area_name (facts, area), people,
                              distance);
    }
  return g_string_free (text, FALSE);
}

char *
bl_map_words_closure (const BlMapClosure *closure)
{
  g_autofree char *people = bl_text_number (closure->people, 0);
  g_autofree char *further = bl_text_metres (closure->extra_distance);
  g_autofree char *lose = bl_text_number (closure->lose_mile, 0);

  if (closure->lose_mile <= 0)
    return g_strdup_printf (
        _ ("Without it, %s people would change library and have %s further to go on average. "
           "Nobody would lose a library within a mile."),
        people, further);
  return g_strdup_printf (
      _ ("Without it, %s people would change library and have %s further to go on average; "
         "%s would lose a library within a mile."),
      people, further, lose);
}

static const char *
get_date (const BlFacts *facts, const char *value)
{
  int index = bl_facts_find_value (facts, value);

  return index >= 0 ? facts->values[index].date : NULL;
}

char *
bl_map_words_sources (const BlFacts *facts, const BlAccessQuestion *asked)
{
  g_autofree char *by = bl_travel_to_text (facts, &asked->travel);
  GString *text = g_string_new (NULL);
  const char *population = get_date (facts, "population");
  const char *ages = get_date (facts, "aged_0_15");
  const char *deprivation = get_date (facts, "imd_decile");

  if (asked->statutory)
    g_string_append (text, asked->cross_boundary ? _ ("Nearest statutory library of any service")
                                          : _ ("Nearest statutory library"));
  else
    g_string_append (text,
                     asked->cross_boundary ? _ ("Nearest open library of any service") : _ ("Nearest open library"));
  g_string_append_c (text, ' ');
  /* TRANSLATORS: "in a straight line" or "on foot by road" */
  g_string_append_printf (text,
                          facts->points_weighted ? _ ("%s from where people live.") : _ ("%s from the middle of each area."),
                          by);
  if (population != NULL)
    g_string_append_printf (text, _ (" Population %s."), population);
  if (ages != NULL)
    g_string_append_printf (text, _ (" Ages %s."), ages);
  if (deprivation != NULL)
    g_string_append_printf (text, _ (" Deprivation %s."), deprivation);
  return g_string_free (text, FALSE);
}

const char *
bl_map_words_run_by (const BlFactsLibrary *library)
{
  if (!library->open)
    return _ ("Closed");
  switch (library->operation)
    {
    case BL_OPERATION_COUNCIL:
      return _ ("Council run");
    case BL_OPERATION_COUNCIL_UNSTAFFED:
      return _ ("Council run, without staff");
    case BL_OPERATION_COMMISSIONED:
      return _ ("Commissioned");
    case BL_OPERATION_COMMUNITY:
      return _ ("Community run");
    case BL_OPERATION_INDEPENDENT:
      return _ ("Independent");
    case BL_OPERATION_UNKNOWN:
    default:
      return _ ("Run by: not known");
    }
}

char *
bl_map_words_hours (BlLibrary *library)
{
  double hours;
  g_autofree char *number = NULL;

  if (!bl_library_get_week_hours (library, &hours))
    return NULL;
  number = bl_text_number (hours, hours == floor (hours) ? 0 : 1);
  return g_strdup_printf (ngettext ("%s hour a week", "%s hours a week", (gulong) ceil (hours)), number);
}
