/* chart-project.c: branchline-cli chart without --indicator: charts about the project itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "chart-project.h"

#include <glib/gi18n-lib.h>

#include "groups-option.h"
#include "project-chart.h"

void
bl_chart_project_options_clear (BlChartProjectOptions *options)
{
  bl_access_options_clear (&options->access);
  g_clear_pointer (&options->within, g_strfreev);
  g_clear_pointer (&options->groups, g_strfreev);
}

gboolean
bl_chart_project_options_are_given (const BlChartProjectOptions *options)
{
  return options->within != NULL || options->groups != NULL || options->access.by != NULL || options->access.at != NULL
         || options->access.scenario != NULL || options->access.statutory || options->access.cross_boundary;
}

static gboolean
read_limits (char *const *texts, GArray *metres, GArray *minutes, BlExit *exit)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      BlMeasure measure;
      double limit;

      if (!bl_access_parse_within (texts[i], &measure, &limit, &error))
        {
          *exit = bl_command_fail (BL_EXIT_USAGE, _("--within: %s"), error->message);
          return FALSE;
        }
      g_array_append_val (measure == BL_MEASURE_MINUTES ? minutes : metres, limit);
    }
  if (metres->len == 0 || minutes->len == 0)
    return TRUE;
  *exit = bl_command_fail (BL_EXIT_USAGE, _("--within takes distances or times, not both in one chart."));
  return FALSE;
}

/* Without any named, those whom a few lines can show: of the usual ones the old, the young and the poor. */
static GPtrArray *
read_groups (const BlFacts *facts, char *const *definitions, GError **error)
{
  static const char *const usual[] = { "aged_0_15", "aged_60_plus", "imd_decile<=2" };
  g_autoptr (GPtrArray) suggested = NULL, found = NULL;

  if (definitions != NULL)
    return bl_groups_option_read (facts, definitions, error);
  suggested = bl_group_suggestions (facts);
  found = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_group_counts_free);
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (g_ptr_array_find_with_equal_func (suggested, usual[i], g_str_equal, NULL))
      {
        BlGroupCounts *counts = bl_group_counts_new (facts, usual[i], error);

        if (counts == NULL)
          return NULL;
        g_ptr_array_add (found, counts);
      }
  return g_steal_pointer (&found);
}

static BlChart *
draw (BlAccessAsked *asked, const BlChartProjectOptions *options, BlChartKind kind, GError **error)
{
  g_autoptr (GPtrArray) groups = read_groups (asked->facts, options->groups, error);
  g_autoptr (BlTravelMatrix) matrix = NULL;
  BlProjectChart about = { .facts = asked->facts, .question = asked->question };

  if (groups == NULL)
    return NULL;
  about.groups = (BlGroupCounts *const *) groups->pdata;
  about.n_groups = groups->len;
  /* What looks at every library for itself needs the whole matrix. */
  if (kind == BL_CHART_HEAT && about.question.travel.by != BL_BY_STRAIGHT)
    {
      matrix = bl_travel_matrix_new (asked->facts, &about.question.travel, NULL, error);
      if (matrix == NULL)
        return NULL;
      about.question.matrix = matrix;
    }
  return bl_project_chart_new (&about, kind, error);
}

BlChart *
bl_chart_project_new (const BlChartProjectOptions *options, const char *path, BlChartKind kind, BlExit *exit)
{
  g_autoptr (GArray) metres = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) minutes = g_array_new (FALSE, FALSE, sizeof (double));
  g_auto (BlAccessAsked) asked = { 0 };
  g_autoptr (GError) error = NULL;
  BlChart *chart;

  if (options->access.at != NULL)
    {
      *exit = bl_command_fail (BL_EXIT_USAGE, _("--at is of no use here: --kind heat shows every hour of the week."));
      return NULL;
    }
  if (!read_limits (options->within, metres, minutes, exit)
      || !bl_access_options_open (&options->access, path, &asked, exit))
    return NULL;
  asked.question.limits = (const double *) (gpointer) metres->data;
  asked.question.n_limits = metres->len;
  asked.question.minutes = (const double *) (gpointer) minutes->data;
  asked.question.n_minutes = minutes->len;
  chart = draw (&asked, options, kind, &error);
  if (chart == NULL)
    *exit = bl_command_fail_error (error, path);
  return chart;
}
