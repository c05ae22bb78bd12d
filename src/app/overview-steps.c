/* overview-steps.c: what is to be done next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "overview-figures.h"

#include <glib/gi18n-lib.h>

#include "library-facts.h"
#include "library-filter.h"

static void
step_free (BlOverviewStep *step)
{
  g_free (step->title);
  g_free (step->why);
  g_free (step);
}

/* Takes @title. */
static void
add (GPtrArray *steps, char *title, const char *why, const char *icon, const char *action, int library_state)
{
  BlOverviewStep *step = g_new0 (BlOverviewStep, 1);

  step->title = title;
  step->why = g_strdup (why);
  step->icon = icon;
  step->action = action;
  step->library_state = library_state;
  g_ptr_array_add (steps, step);
}

/* "Put 2 libraries on the map". */
#define COUNT(one, many, n) g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, one, many, n), n)

static void
add_library_steps (GPtrArray *steps, const BlKeyFigures *figures, guint cost_unknown)
{
  if (figures->not_on_map > 0)
    add (steps, COUNT ("Put %u library on the map", "Put %u libraries on the map", figures->not_on_map),
         _ ("Without a grid reference it counts for nobody"), "mark-location-symbolic", "win.show-libraries",
         BL_LIBRARY_STATE_NO_PLACE);
  if (figures->hours_unknown > 0)
    add (steps, COUNT ("Add opening hours for %u library", "Add opening hours for %u libraries", figures->hours_unknown),
         _ ("The hours a week of the service leave it out"), "document-open-recent-symbolic", "win.show-libraries",
         BL_LIBRARY_STATE_NO_HOURS);
  if (cost_unknown > 0)
    add (steps, COUNT ("Add running costs for %u library", "Add running costs for %u libraries", cost_unknown),
         _ ("Savings show as “not known” until then"), "accessories-calculator-symbolic", "win.show-libraries",
         BL_LIBRARY_STATE_NO_COST);
}

static guint
count_doubtful (BlSession *session)
{
  GListModel *libraries = bl_project_get_libraries (bl_session_get_project (session));
  guint doubtful = 0;

  for (guint i = 0; i < g_list_model_get_n_items (libraries); i++)
    {
      g_autoptr (BlLibrary) library = g_list_model_get_item (libraries, i);
      g_autoptr (GPtrArray) doubts = bl_library_facts_doubts (library);

      doubtful += doubts->len > 0;
    }
  return doubtful;
}

static guint
count_without_source (const BlFacts *facts)
{
  guint unnamed = 0;

  for (guint i = 0; i < facts->sources->len; i++)
    {
      BlFactsSource *source = g_ptr_array_index (facts->sources, i);

      unnamed += source->source == NULL || source->date == NULL;
    }
  return unnamed;
}

GPtrArray *
bl_overview_find_steps (BlSession *session, const BlKeyFigures *figures, guint cost_unknown)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  BlFacts *facts = bl_session_get_facts (session);
  guint doubtful = count_doubtful (session), unnamed = count_without_source (facts);

  if (figures->open == 0)
    add (steps, g_strdup (_ ("Add the libraries")), _ ("Import the list your council publishes, or type them"),
         "accessories-dictionary-symbolic", "win.import", -1);
  if (facts->n_areas == 0)
    add (steps, g_strdup (_ ("Add the small areas of the service")),
         _ ("Distances and catchments are counted by area"), "view-grid-symbolic", "win.import", -1);
  else if (facts->population == NULL)
    add (steps, g_strdup (_ ("Add the people in each area")), _ ("Without them nothing can be counted"),
         "system-users-symbolic", "win.import", -1);
  if (facts->n_areas > 0 && facts->outlines == NULL)
    add (steps, g_strdup (_ ("Add outlines of the areas")), _ ("The map shows a dot for each area until then"),
         "view-grid-symbolic", "win.import", -1);
  add_library_steps (steps, figures, cost_unknown);
  if (doubtful > 0)
    add (steps, COUNT ("Check the hours of %u library", "Check the hours of %u libraries", doubtful),
         _ ("The times and the national return disagree"), "dialog-warning-symbolic", "win.show-libraries",
         BL_LIBRARY_STATE_DOUBTFUL);
  if (unnamed > 0)
    add (steps, COUNT ("Name the source of %u set of figures", "Name the sources of %u sets of figures", unnamed),
         _ ("A figure without source and date cannot be defended"), "mail-attachment-symbolic", "win.import", -1);
  return steps;
}

void
bl_overview_add_indicator_step (GPtrArray *steps, guint n, const char *first)
{
  static const char action[] = "win.show-indicators";
  g_autofree char *why = NULL;

  for (guint i = steps->len; i-- > 0;)
    if (g_strcmp0 (((BlOverviewStep *) g_ptr_array_index (steps, i))->action, action) == 0)
      g_ptr_array_remove_index (steps, i);
  if (n == 0)
    return;
  /* Translators: the name of an indicator. */
  why = n > 1 ? g_strdup_printf (_ ("First: %s"), first) : g_strdup (first);
  add (steps, COUNT ("Look at %u indicator", "Look at %u indicators", n), why, "power-profile-performance-symbolic", action, -1);
}
