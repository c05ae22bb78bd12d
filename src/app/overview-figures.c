/* overview-figures.c: what the overview page says, before it is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "overview-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "text.h"

/* The rule that makes the most deprived fifth a group. */
#define DEPRIVED "imd_decile<=2"

static BlAccess *
ask (const BlFacts *facts, gboolean statutory, const BlGroupCounts *group, GError **error)
{
  const double limits[] = { BL_MILE, 2 * BL_MILE };
  const BlAccessQuestion question = {
    .statutory = statutory,
    .limits = limits,
    .n_limits = G_N_ELEMENTS (limits),
    .group = group,
  };

  return bl_access_compute (facts, &question, error);
}

static void
read_access (BlOverviewFigures *figures, const BlFacts *facts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlGroupCounts) group = NULL;
  int population = bl_facts_find_value (facts, "population");

  if (population >= 0)
    figures->population_date = g_strdup (facts->values[population].date);
  figures->everyone = ask (facts, FALSE, NULL, &error);
  if (figures->everyone == NULL)
    {
      figures->reason = g_strdup (error->message);
      return;
    }
  figures->total_people = figures->everyone->population;
  /* The two that may lack are simply not there. */
  figures->statutory = ask (facts, TRUE, NULL, NULL);
  group = bl_group_counts_new (facts, DEPRIVED, NULL);
  if (group != NULL)
    figures->deprived = ask (facts, FALSE, group, NULL);
  if (figures->deprived != NULL)
    figures->deprived_people = figures->deprived->population;
}

static void
set_part (BlOverviewPart *part, const char *title, guint known, guint all, const char *one, const char *many)
{
  g_autofree char *known_text = bl_text_number (known, 0), *all_text = bl_text_number (all, 0);

  part->title = title;
  part->share = all > 0 ? (double) known / all : 0;
  /* Translators: "19 of 20 libraries". */
  part->note = all > 0 ? g_strdup_printf (_ ("%s of %s %s"), known_text, all_text, all == 1 ? one : many)
                       : g_strdup (_ ("none yet"));
}

static void
read_parts (BlOverviewFigures *figures, const BlFacts *facts)
{
  const BlTotals *totals = &figures->totals;
  BlOverviewPart *parts = figures->parts;
  guint with_place = 0;

  for (guint i = 0; i < facts->n_areas; i++)
    with_place += facts->outlines != NULL && i < facts->outlines->n_rows
                  && facts->outlines->row_polygons[i] < facts->outlines->row_polygons[i + 1];
  set_part (&parts[0], _ ("On the map"), totals->open - totals->not_located, totals->open, _ ("library"),
            _ ("libraries"));
  set_part (&parts[1], _ ("Opening hours"), totals->open - totals->hours_unknown, totals->open, _ ("library"),
            _ ("libraries"));
  set_part (&parts[2], _ ("Running costs"), totals->open - totals->cost_unknown, totals->open, _ ("library"),
            _ ("libraries"));
  set_part (&parts[3], _ ("People"), facts->population != NULL ? facts->n_areas - facts->unknown_population : 0,
            facts->n_areas, _ ("area"), _ ("areas"));
  set_part (&parts[4], _ ("Area outlines"), with_place, facts->n_areas, _ ("area"), _ ("areas"));
  parts[5].title = _ ("Sources");
  {
    guint named = 0;

    for (guint i = 0; i < facts->sources->len; i++)
      {
        BlFactsSource *source = g_ptr_array_index (facts->sources, i);

        named += source->source != NULL && source->date != NULL;
      }
    set_part (&parts[5], _ ("Sources"), named, facts->sources->len, _ ("with a date"), _ ("with a date"));
  }
}

BlOverviewFigures *
bl_overview_figures_new (BlSession *session)
{
  BlOverviewFigures *figures = g_new0 (BlOverviewFigures, 1);
  BlFacts *facts = bl_session_get_facts (session);

  bl_totals_read (&figures->totals, session);
  read_access (figures, facts);
  read_parts (figures, facts);
  figures->steps = bl_overview_find_steps (session, &figures->totals);
  figures->old
      = bl_overview_find_old (facts, bl_clock_today (bl_context_get_clock (bl_session_get_context (session))));
  return figures;
}

void
bl_overview_figures_free (BlOverviewFigures *figures)
{
  if (figures == NULL)
    return;
  bl_access_free (figures->everyone);
  bl_access_free (figures->statutory);
  bl_access_free (figures->deprived);
  g_free (figures->reason);
  g_free (figures->population_date);
  for (guint i = 0; i < BL_OVERVIEW_PARTS; i++)
    g_free (figures->parts[i].note);
  g_ptr_array_unref (figures->steps);
  g_ptr_array_unref (figures->old);
  g_free (figures);
}

char *
bl_overview_figures_describe_parts (const BlOverviewFigures *figures)
{
  guint complete = 0;

  for (guint i = 0; i < BL_OVERVIEW_PARTS; i++)
    complete += figures->parts[i].share >= 1;
  if (complete == BL_OVERVIEW_PARTS)
    return g_strdup (_ ("Every part of the evidence is complete"));
  if (complete == 0)
    return g_strdup (_ ("No part of the evidence is complete yet"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u parts of the evidence is complete",
                                       "%u of %u parts of the evidence are complete", complete),
                          complete, BL_OVERVIEW_PARTS);
}
