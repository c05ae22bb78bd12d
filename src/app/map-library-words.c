/* map-library-words.c: what the pane says of a library's use and of its building
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-library-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "text.h"
#include "use-catchments.h"

/* Open every week but for holidays: as analysis takes it (needs-measure.h). */
#define WEEKS 52.0

static void
word_free (BlMapWord *word)
{
  g_free (word->figure);
  g_free (word->words);
  g_free (word);
}

static void
add (GPtrArray *words, char *figure, const char *what, gboolean known)
{
  BlMapWord *word = g_new0 (BlMapWord, 1);

  word->figure = known ? figure : g_strdup (_ ("not known"));
  if (!known)
    g_free (figure);
  word->words = g_strdup (what);
  word->known = known;
  g_ptr_array_add (words, word);
}

static void
add_number (GPtrArray *words, double number, int decimals, const char *what)
{
  add (words, isfinite (number) ? bl_text_number (number, decimals) : NULL, what, isfinite (number));
}

static void
add_figure (GPtrArray *words, const BlFactsLibrary *library, BlFigureKind kind, const char *with_period,
            const char *without)
{
  const BlFactsFigure *figure = bl_facts_library_figure (library, kind, NULL);
  g_autofree char *what = NULL;

  if (figure == NULL)
    return;
  what = figure->period != NULL ? g_strdup_printf ("%s %s", with_period, figure->period) : g_strdup (without);
  add_number (words, figure->number, 0, what);
}

/* Users by the area they live in, of each set of figures that knows this library. */
static void
add_users (GPtrArray *words, const BlFacts *facts, int library)
{
  for (guint i = 0; i < facts->n_uses; i++)
    {
      g_autoptr (BlUseCatchments) use = bl_use_catchments_compute (facts, i, NULL, NULL);

      for (guint l = 0; use != NULL && l < use->n; l++)
        {
          const BlUseLibrary *known = &use->libraries[l];
          g_autofree char *what = NULL;
          g_autofree char *areas = NULL;

          if (known->library != library)
            continue;
          what = g_strdup_printf (_ ("%s who live in the service’s areas"),
                                  use->use->what != NULL ? use->use->what : _ ("users"));
          add (words, bl_count_range_to_text (known->users), what, TRUE);
          areas = g_strdup_printf (known->by_most ? _ ("areas with the most %s")
                                                  : _ ("areas where one in twenty or more are %s"),
                                   use->use->what != NULL ? use->use->what : _ ("users"));
          add_number (words, known->n_in, 0, areas);
        }
    }
}

GPtrArray *
bl_map_library_words_use (const BlFacts *facts, int library, const BlCatchment *catchment)
{
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) word_free);
  const BlFactsLibrary *known = &facts->libraries[library];
  double visits = known->visits;
  g_autofree char *visits_words
      = known->visits_period != NULL ? g_strdup_printf (_ ("visits in %s"), known->visits_period)
                                     : g_strdup (_ ("visits a year"));

  add_number (words, visits, 0, visits_words);
  if (isfinite (visits))
    {
      add_number (words, catchment != NULL && catchment->population > 0 ? visits / catchment->population * 1000 : NAN, 0,
                  _ ("visits per 1,000 people nearest"));
      add_number (words, known->week_hours > 0 ? visits / (known->week_hours * WEEKS) : NAN, 1,
                  _ ("visits an hour open"));
    }
  add_figure (words, known, BL_FIGURE_LOANS, _ ("loans in"), _ ("loans a year"));
  add_figure (words, known, BL_FIGURE_MEMBERS, _ ("members in"), _ ("members"));
  add_figure (words, known, BL_FIGURE_COMPUTER_HOURS, _ ("hours of computer use in"), _ ("hours of computer use"));
  add_figure (words, known, BL_FIGURE_ATTENDANCES, _ ("attendances in"), _ ("attendances"));
  add_users (words, facts, library);
  return words;
}

char *
bl_map_library_words_trend (const BlFactsLibrary *library)
{
  const BlFactsFigure *first = NULL, *last = NULL;
  g_autofree char *percent = NULL;
  double change;

  for (guint i = 0; library->figures != NULL && i < library->figures->len; i++)
    {
      const BlFactsFigure *figure = g_ptr_array_index (library->figures, i);

      /* Whole years only: a part of one is no year to compare with. */
      if (figure->kind != BL_FIGURE_VISITS || figure->period == NULL || !isfinite (figure->number)
          || (figure->months != 0 && figure->months < 12))
        continue;
      if (first == NULL || g_strcmp0 (figure->period, first->period) < 0)
        first = figure;
      if (last == NULL || g_strcmp0 (figure->period, last->period) > 0)
        last = figure;
    }
  if (first == NULL || first == last || !(first->number > 0))
    return NULL;
  change = (last->number - first->number) / first->number * 100;
  percent = bl_text_percent (fabs (change));
  if (change == 0)
    return g_strdup_printf (_ ("Visits in %s were as many as in %s."), last->period, first->period);
  /* TRANSLATORS: a share in percent, two periods: "Visits fell by 38.3% from 2018-19 to 2023-24." */
  return g_strdup_printf (change > 0 ? _ ("Visits rose by %s from %s to %s.") : _ ("Visits fell by %s from %s to %s."),
                          percent, first->period, last->period);
}

char *
bl_map_library_words_use_source (const BlFactsLibrary *library)
{
  const BlFactsFigure *visits = bl_facts_library_figure (library, BL_FIGURE_VISITS, NULL);

  if (visits == NULL || visits->source == NULL)
    return NULL;
  return visits->date != NULL ? g_strdup_printf (_ ("Visits: %s, %s."), visits->source, visits->date)
                              : g_strdup_printf (_ ("Visits: %s."), visits->source);
}

GPtrArray *
bl_map_library_words_building (const BlFactsLibrary *library, BlLibrary *record)
{
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) word_free);
  const char *with = bl_record_get_text (BL_RECORD (record), "co-located-with");
  const char *class = bl_record_get_text (BL_RECORD (record), "rural-urban-title");
  g_autofree char *cost = isfinite (library->running_cost) ? bl_text_number (library->running_cost, 0) : NULL;
  g_autofree char *area = isfinite (library->floor_area) ? bl_text_number (library->floor_area, 0) : NULL;
  gint64 opened;

  add_number (words, library->week_hours, library->week_hours == floor (library->week_hours) ? 0 : 1,
              _ ("hours open a week"));
  add (words, area != NULL ? g_strdup_printf (_ ("%s m²"), area) : NULL, _ ("floor area"), area != NULL);
  add (words, cost != NULL ? g_strdup_printf (_ ("£%s"), cost) : NULL, _ ("running cost a year"), cost != NULL);
  if (isfinite (library->running_cost) && library->visits > 0)
    {
      g_autofree char *each = bl_text_number (library->running_cost / library->visits, 2);

      add (words, g_strdup_printf (_ ("£%s"), each), _ ("a visit"), TRUE);
    }
  if (bl_record_get_integer (BL_RECORD (record), "opened", &opened))
    add (words, g_strdup_printf ("%" G_GINT64_FORMAT, opened), _ ("opened"), TRUE);
  if (with != NULL)
    add (words, g_strdup (with), _ ("shares the building"), TRUE);
  if (class != NULL)
    add (words, g_strdup (class), _ ("where it stands"), TRUE);
  return words;
}
