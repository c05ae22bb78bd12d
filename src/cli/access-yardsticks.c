/* access-yardsticks.c: branchline-cli access --yardsticks: all of them side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "access-views.h"
#include "output.h"
#include "text.h"
#include "yardsticks.h"

static const char *const counting_keys[BL_N_COUNTINGS] = { "own", "statutory", "around", "around_statutory" };

static void
build_figure (JsonBuilder *builder, const BlYardstickFigure *figure)
{
  bl_json_number (builder, "population", figure->population);
  bl_json_number (builder, "within", figure->people);
  bl_json_number (builder, "percent", figure->percent);
}

static void
build_counting (
    JsonBuilder *builder, const BlYardsticks *all, guint item, BlCounting counting, GPtrArray *groups)
{
  json_builder_set_member_name (builder, counting_keys[counting]);
  json_builder_begin_object (builder);
  build_figure (builder, bl_yardsticks_get (all, item, counting, 0));
  json_builder_set_member_name (builder, "groups");
  json_builder_begin_object (builder);
  for (guint g = 0; g < groups->len; g++)
    {
      json_builder_set_member_name (builder, ((const BlGroupCounts *) g_ptr_array_index (groups, g))->name);
      json_builder_begin_object (builder);
      build_figure (builder, bl_yardsticks_get (all, item, counting, g + 1));
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static const char *
get_by (const BlYardstick *item)
{
  static const char *const names[] = { "straight", "walk", "cycle", "drive" };

  return item->travel.by == BL_BY_TABLE ? item->travel.table : names[item->travel.by];
}

static void
build (const BlAccessView *view, const BlYardsticks *all)
{
  JsonBuilder *builder = view->builder;

  json_builder_set_member_name (builder, "yardsticks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < all->n; i++)
    {
      const BlYardstick *item = &all->items[i];

      json_builder_begin_object (builder);
      bl_json_text (builder, "name", item->name);
      bl_json_text (builder, "title", item->title);
      bl_json_text (builder, "by", get_by (item));
      bl_json_text (builder, "measure", item->measure == BL_MEASURE_MINUTES ? "minutes" : "distance");
      bl_json_number (builder, "limit", item->limit);
      json_builder_set_member_name (builder, "own_choice");
      json_builder_add_boolean_value (builder, item->own);
      bl_json_text (builder, "used", item->used);
      bl_json_text (builder, "lacks", item->lacks);
      for (BlCounting counting = 0; counting < BL_N_COUNTINGS; counting++)
        build_counting (builder, all, i, counting, view->groups);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "yardsticks_lack");
  json_builder_begin_object (builder);
  for (BlCounting counting = 0; counting < BL_N_COUNTINGS; counting++)
    bl_json_text (builder, counting_keys[counting], all->lacks[counting]);
  json_builder_end_object (builder);
}

static char *
percent_text (double percent)
{
  return isnan (percent) ? g_strdup (_ ("not known")) : bl_text_percent (percent);
}

/* What is not known is said below, once each, with all it is said of. */
static void
print_lacks (const BlYardsticks *all)
{
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);

  for (BlCounting counting = 0; counting < BL_N_COUNTINGS; counting++)
    if (all->lacks[counting] != NULL)
      bl_output_text (_ ("%s: %s\n"), _ (bl_counting_get_title (counting)), all->lacks[counting]);
  for (guint i = 0; i < all->n; i++)
    {
      g_autoptr (GString) titles = g_string_new (NULL);

      if (all->items[i].lacks == NULL || !g_hash_table_add (said, all->items[i].lacks))
        continue;
      for (guint j = i; j < all->n; j++)
        if (g_strcmp0 (all->items[j].lacks, all->items[i].lacks) == 0)
          g_string_append_printf (titles, "%s%s", titles->len > 0 ? ", " : "", all->items[j].title);
      bl_output_text (_ ("%s: %s\n"), titles->str, all->items[i].lacks);
    }
}

static void
print (const BlAccessView *view, const BlYardsticks *all)
{
  BlOutputTable *table = bl_output_table_new ("lrrrr");

  bl_output_table_add (table, _ ("Within"), _ ("All open"), _ ("Statutory"), _ ("Others’ too"), _ ("Both"));
  for (guint i = 0; i < all->n; i++)
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      if (all->items[i].lacks != NULL)
        continue;
      g_ptr_array_add (cells, g_strdup (all->items[i].title));
      for (BlCounting counting = 0; counting < BL_N_COUNTINGS; counting++)
        g_ptr_array_add (cells, percent_text (bl_yardsticks_get (all, i, counting, 0)->percent));
      bl_output_table_add_cells (table, (const char *const *) cells->pdata);
    }
  bl_output_table_finish (table, TRUE);

  if (view->groups->len > 0)
    {
      g_autofree char *rights = g_strnfill (view->groups->len, 'r');
      g_autofree char *alignments = g_strconcat ("l", rights, NULL);
      g_autoptr (GPtrArray) heading = g_ptr_array_new ();

      bl_output_text ("\n");
      table = bl_output_table_new (alignments);
      g_ptr_array_add (heading, (gpointer) _ ("All open libraries, within"));
      for (guint g = 0; g < view->groups->len; g++)
        g_ptr_array_add (heading, ((const BlGroupCounts *) g_ptr_array_index (view->groups, g))->name);
      bl_output_table_add_cells (table, (const char *const *) heading->pdata);
      for (guint i = 0; i < all->n; i++)
        {
          g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

          if (all->items[i].lacks != NULL)
            continue;
          g_ptr_array_add (cells, g_strdup (all->items[i].title));
          for (guint g = 0; g < view->groups->len; g++)
            g_ptr_array_add (cells,
                             percent_text (bl_yardsticks_get (all, i, BL_COUNTING_OWN, g + 1)->percent));
          bl_output_table_add_cells (table, (const char *const *) cells->pdata);
        }
      bl_output_table_finish (table, TRUE);
    }
  bl_output_text ("\n");
  print_lacks (all);
}

gboolean
bl_access_view_yardsticks (const BlAccessView *view, GError **error)
{
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (BlYardstickAsked));
  g_autoptr (BlYardsticks) all = NULL;

  /* What --within names is the user's own. */
  for (guint i = 0; !view->usual_limits && i < view->access->n_limits; i++)
    {
      BlYardstickAsked asked
          = { view->question->travel, view->access->within[i].measure, view->access->within[i].limit };

      g_array_append_val (own, asked);
    }
  all = bl_yardsticks_compute (view->asked->facts, (const BlYardstickAsked *) (gpointer) own->data, own->len,
                               (BlGroupCounts *const *) view->groups->pdata, view->groups->len, NULL, error);
  if (all == NULL)
    return FALSE;
  if (view->builder != NULL)
    build (view, all);
  else
    print (view, all);
  return TRUE;
}
