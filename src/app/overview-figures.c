/* overview-figures.c: what the overview page says, before it is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "overview-figures.h"

#include <glib/gi18n-lib.h>

#include "library-facts.h"
#include "text.h"

static void
read_access (BlOverviewFigures *figures, const BlFacts *facts)
{
  const BlAccessQuestion statutory = { .statutory = TRUE }, everyone = { 0 };
  int population = bl_facts_find_value (facts, "population");

  if (population >= 0)
    figures->population_date = g_strdup (facts->values[population].date);
  figures->all = bl_key_figures_compute (facts, &everyone);
  figures->statutory = bl_key_figures_compute (facts, &statutory);
  if (figures->all->lacks == NULL)
    figures->access = bl_access_compute (facts, &everyone, NULL);
}

static guint
count_cost_unknown (BlSession *session)
{
  GListModel *libraries = bl_project_get_libraries (bl_session_get_project (session));
  guint unknown = 0;

  for (guint i = 0; i < g_list_model_get_n_items (libraries); i++)
    {
      g_autoptr (BlLibrary) library = g_list_model_get_item (libraries, i);
      BlLibraryFacts facts;

      bl_library_facts_read (&facts, session, library);
      unknown += facts.open && facts.service_point && !bl_record_is_known (BL_RECORD (library), "running-cost");
    }
  return unknown;
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
  const BlKeyFigures *all = figures->all;
  BlOverviewPart *parts = figures->parts;
  guint with_outline = 0, named = 0;

  for (guint i = 0; i < facts->n_areas; i++)
    with_outline += facts->outlines != NULL && i < facts->outlines->n_rows
                  && facts->outlines->row_polygons[i] < facts->outlines->row_polygons[i + 1];
  set_part (&parts[0], _ ("On the map"), all->open - all->not_on_map, all->open, _ ("library"),
            _ ("libraries"));
  set_part (&parts[1], _ ("Opening hours"), all->open - all->hours_unknown, all->open, _ ("library"),
            _ ("libraries"));
  set_part (&parts[2], _ ("Running costs"), all->open - figures->cost_unknown, all->open, _ ("library"),
            _ ("libraries"));
  set_part (&parts[3], _ ("People"), facts->population != NULL ? facts->n_areas - facts->unknown_population : 0,
            facts->n_areas, _ ("area"), _ ("areas"));
  set_part (&parts[4], _ ("Area outlines"), with_outline, facts->n_areas, _ ("area"), _ ("areas"));
  for (guint i = 0; i < facts->sources->len; i++)
    {
      const BlFactsSource *source = g_ptr_array_index (facts->sources, i);

      named += source->source != NULL && source->date != NULL;
    }
  set_part (&parts[5], _ ("Sources"), named, facts->sources->len, _ ("with a date"), _ ("with a date"));
}

BlOverviewFigures *
bl_overview_figures_new (BlSession *session)
{
  BlOverviewFigures *figures = g_new0 (BlOverviewFigures, 1);
  BlFacts *facts = bl_session_get_facts (session);

  read_access (figures, facts);
  figures->cost_unknown = count_cost_unknown (session);
  read_parts (figures, facts);
  figures->steps = bl_overview_find_steps (session, figures->all, figures->cost_unknown);
  figures->old
      = bl_overview_find_old (facts, bl_clock_today (bl_context_get_clock (bl_session_get_context (session))));
  return figures;
}

void
bl_overview_figures_free (BlOverviewFigures *figures)
{
  if (figures == NULL)
    return;
  bl_key_figures_free (figures->all);
  bl_key_figures_free (figures->statutory);
  bl_access_free (figures->access);
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
