/* catchments.c: branchline-cli catchments: whose nearest library is which
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "access.h"
#include "command.h"
#include "groups-option.h"
#include "output.h"
#include "text.h"

static void
answer_json (const BlFacts *facts, const BlCatchments *catchments, GPtrArray *groups)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "catchments");
  json_builder_begin_array (builder);
  for (guint i = 0; i < catchments->n; i++)
    {
      const BlCatchment *catchment = &catchments->items[i];
      const BlFactsLibrary *library = &facts->libraries[catchment->library];

      json_builder_begin_object (builder);
      bl_json_text (builder, "library", library->name);
      bl_json_text (builder, "id", library->id);
      if (library->service != NULL)
        bl_json_text (builder, "service", library->service);
      bl_json_count (builder, "areas", catchment->areas);
      bl_json_number (builder, "population", catchment->population);
      bl_json_number (builder, "mean_distance", catchment->mean_distance);
      bl_json_number (builder, "max_distance", catchment->max_distance);
      bl_json_number (builder, "within_mile", catchment->within_mile);
      json_builder_set_member_name (builder, "groups");
      json_builder_begin_object (builder);
      for (guint g = 0; g < groups->len; g++)
        bl_json_number (builder, ((const BlGroupCounts *) g_ptr_array_index (groups, g))->name,
                        catchment->groups[g]);
      json_builder_end_object (builder);
      json_builder_set_member_name (builder, "groups_unknown");
      json_builder_begin_object (builder);
      for (guint g = 0; g < groups->len; g++)
        bl_json_count (builder, ((const BlGroupCounts *) g_ptr_array_index (groups, g))->name,
                       catchment->groups_unknown[g]);
      json_builder_end_object (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  bl_json_count (builder, "unknown", catchments->access->unknown);
  json_builder_set_member_name (builder, "unreached");
  json_builder_begin_array (builder);
  for (guint i = 0; i < catchments->access->unreached->len; i++)
    {
      json_builder_begin_object (builder);
      bl_json_text (builder, "area", g_ptr_array_index (catchments->access->unreached, i));
      bl_json_text (builder, "reason", _("no place: neither a point nor an outline"));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "left_out");
  json_builder_begin_array (builder);
  for (guint i = 0; i < catchments->access->left_out->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (catchments->access->left_out, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bl_json_finish (builder);
}

/* Columns before those of the groups. */
#define N_FIXED 5

static void
add_row (BlOutputTable *table, const BlFacts *facts, const BlCatchment *catchment, guint n_groups)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, g_strdup (facts->libraries[catchment->library].name));
  g_ptr_array_add (cells, bl_text_number (catchment->areas, 0));
  g_ptr_array_add (cells, bl_text_number (catchment->population, 0));
  g_ptr_array_add (cells, bl_text_number (catchment->within_mile, 0));
  /* A catchment without people has no mean: that does not apply, and is not "not known". */
  g_ptr_array_add (cells, isnan (catchment->mean_distance) ? g_strdup ("–") : bl_text_metres (catchment->mean_distance));
  for (guint g = 0; g < n_groups; g++)
    g_ptr_array_add (cells, bl_text_number (catchment->groups[g], 0));
  bl_output_table_add_cells (table, (const char *const *) cells->pdata);
}

static void
answer_text (const BlFacts *facts, const BlCatchments *catchments, GPtrArray *groups)
{
  g_autofree char *rights = g_strnfill (N_FIXED - 1 + groups->len, 'r');
  g_autofree char *alignments = g_strconcat ("l", rights, NULL);
  BlOutputTable *table = bl_output_table_new (alignments);
  g_autoptr (GPtrArray) heading = g_ptr_array_new ();
  const char *fixed[N_FIXED] = { _("Library"), _("Areas"), _("People"), _("Within 1 mile"), _("Mean distance") };

  for (guint i = 0; i < N_FIXED; i++)
    g_ptr_array_add (heading, (gpointer) fixed[i]);
  for (guint g = 0; g < groups->len; g++)
    g_ptr_array_add (heading, ((const BlGroupCounts *) g_ptr_array_index (groups, g))->name);
  bl_output_table_add_cells (table, (const char *const *) heading->pdata);
  for (guint i = 0; i < catchments->n; i++)
    add_row (table, facts, &catchments->items[i], groups->len);
  bl_output_table_finish (table, TRUE);
  for (guint g = 0; g < groups->len; g++)
    {
      const BlGroupCounts *group = g_ptr_array_index (groups, g);

      bl_output_text ("%s%s: %s\n", g == 0 ? "\n" : "", group->name, group->title);
    }
  for (guint i = 0; i < catchments->access->left_out->len; i++)
    bl_output_text (_("%s is not on the map: no grid reference.\n"),
                    (const char *) g_ptr_array_index (catchments->access->left_out, i));
}

static BlExit
compute (const BlFacts *facts, const BlAccessQuestion *question, char **definitions, const char *path)
{
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (BlCatchments) catchments = NULL;
  g_autoptr (GError) error = NULL;

  groups = bl_groups_option_read (facts, definitions, &error);
  if (groups != NULL)
    catchments = bl_catchments_compute (facts, question, (BlGroupCounts *const *) groups->pdata, groups->len,
                                        &error);
  if (catchments == NULL)
    return bl_command_fail_error (error, path);
  if (bl_command_wants_json ())
    answer_json (facts, catchments, groups);
  else
    answer_text (facts, catchments, groups);
  return BL_EXIT_DONE;
}

static BlExit
run (char **arguments)
{
  BlAccessQuestion question = { 0 };
  g_auto (GStrv) groups = NULL;
  const GOptionEntry entries[] = {
    { "statutory", 0, 0, G_OPTION_ARG_NONE, &question.statutory, N_("Count statutory libraries only"), NULL },
    { "cross-boundary", 0, 0, G_OPTION_ARG_NONE, &question.cross_boundary,
      N_("Count nearby libraries of other services too"), NULL },
    { "group", 'g', 0, G_OPTION_ARG_STRING_ARRAY, &groups,
      N_("Also count these people: a count’s name, or a rule such as “imd_decile<=2”; may be repeated"), N_("GROUP") },
    { NULL },
  };
  BlExit exit = BL_EXIT_DONE;
  g_autoptr (BlFacts) facts = NULL;

  if (!bl_command_parse (&bl_command_catchments, entries, &arguments, 1))
    return BL_EXIT_USAGE;
  facts = bl_command_open_facts (arguments[1], &exit);
  return facts != NULL ? compute (facts, &question, groups, arguments[1]) : exit;
}

const BlCommand bl_command_catchments = {
  .name = "catchments",
  .arguments = "PROJECT",
  .summary = N_("List the people nearest to each library"),
  .details = N_("Each area belongs to the nearest open static library in a straight line; equal distances go to the "
                "library that comes first in the document."),
  .run = run,
};
