/* access-curve.c: branchline-cli access --curve: the share of people reached within each distance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "access-views.h"
#include "curve.h"
#include "output.h"
#include "text.h"

static void
build_curve (JsonBuilder *builder, const BlCurve *curve)
{
  bl_json_number (builder, "population", curve->population);
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < curve->n; i++)
    {
      json_builder_begin_object (builder);
      bl_json_number (builder, "at", curve->at[i]);
      bl_json_number (builder, "population", curve->people[i]);
      bl_json_number (builder, "percent", curve->percent[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static char *
at_text (BlMeasure measure, double at)
{
  g_autofree char *minutes = NULL;

  if (isnan (at))
    return g_strdup (_ ("not reached"));
  if (measure == BL_MEASURE_DISTANCE)
    return bl_text_metres (at);
  minutes = bl_text_number (at, 1);
  return g_strdup_printf (_ ("%s min"), minutes);
}

static void
print_curves (GPtrArray *curves, GPtrArray *titles)
{
  static const double shares[] = { 10, 25, 50, 75, 90, 95, 100 };
  g_autofree char *rights = g_strnfill (curves->len, 'r');
  g_autofree char *alignments = g_strconcat ("l", rights, NULL);
  BlOutputTable *table = bl_output_table_new (alignments);
  g_autoptr (GPtrArray) heading = g_ptr_array_new ();

  g_ptr_array_add (heading, (gpointer) _ ("Share of people reached within"));
  for (guint c = 0; c < titles->len; c++)
    g_ptr_array_add (heading, g_ptr_array_index (titles, c));
  bl_output_table_add_cells (table, (const char *const *) heading->pdata);
  for (guint s = 0; s < G_N_ELEMENTS (shares); s++)
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (cells, g_strdup_printf ("%.0f%%", shares[s]));
      for (guint c = 0; c < curves->len; c++)
        {
          const BlCurve *curve = g_ptr_array_index (curves, c);

          /* The last step may fall a hair short of 100 by rounding. */
          g_ptr_array_add (cells, at_text (curve->measure, bl_curve_find (curve, shares[s] - 1e-9)));
        }
      bl_output_table_add_cells (table, (const char *const *) cells->pdata);
    }
  bl_output_table_finish (table, TRUE);
}

gboolean
bl_access_view_curve (const BlAccessView *view, GError **error)
{
  g_autoptr (GPtrArray) curves = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_curve_free);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  const BlFacts *facts = view->asked->facts;
  /* In minutes where minutes were asked about or nothing else is known. */
  gboolean minutes = isnan (view->access->mean_distance)
                     || (view->question->n_minutes > 0 && view->question->n_limits == 0);
  BlMeasure measure = minutes ? BL_MEASURE_MINUTES : BL_MEASURE_DISTANCE;

  if (facts->population != NULL)
    {
      g_ptr_array_add (curves, bl_curve_new (view->access, measure, facts->population));
      g_ptr_array_add (titles, (gpointer) _ ("Everyone"));
    }
  for (guint g = 0; g < view->groups->len; g++)
    {
      const BlGroupCounts *group = g_ptr_array_index (view->groups, g);

      g_ptr_array_add (curves, bl_curve_new (view->access, measure, group->people));
      g_ptr_array_add (titles, group->name);
    }
  if (view->builder == NULL)
    {
      print_curves (curves, titles);
      return TRUE;
    }
  json_builder_set_member_name (view->builder, "curve");
  json_builder_begin_object (view->builder);
  bl_json_text (view->builder, "measure", minutes ? "minutes" : "distance");
  if (facts->population != NULL)
    build_curve (view->builder, g_ptr_array_index (curves, 0));
  json_builder_set_member_name (view->builder, "groups");
  json_builder_begin_object (view->builder);
  for (guint g = 0; g < view->groups->len; g++)
    {
      json_builder_set_member_name (view->builder,
                                    ((const BlGroupCounts *) g_ptr_array_index (view->groups, g))->name);
      json_builder_begin_object (view->builder);
      build_curve (view->builder, g_ptr_array_index (curves, curves->len - view->groups->len + g));
      json_builder_end_object (view->builder);
    }
  json_builder_end_object (view->builder);
  json_builder_end_object (view->builder);
  return TRUE;
}
