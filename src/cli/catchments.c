/* catchments.c: branchline-cli catchments: whose nearest library is which
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "access-options.h"
#include "access-json.h"
#include "catchments-use.h"
#include "command.h"
#include "groups-option.h"
#include "output.h"
#include "text.h"

static void
answer_json (const BlAccessAsked *asked,
             const BlCatchments *catchments,
             GPtrArray *groups,
             const BlUseCatchments *use)
{
  const BlFacts *facts = asked->facts;
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
      bl_json_number (builder, "mean_minutes", catchment->mean_minutes);
      bl_json_number (builder, "max_minutes", catchment->max_minutes);
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
  bl_json_text (builder, "by", bl_access_asked_get_by (asked));
  bl_access_json_build_doubts (builder, catchments->access);
  if (use != NULL)
    bl_catchments_use_build (builder, facts, catchments->access, use);
  json_builder_end_object (builder);
  bl_json_finish (builder);
}

/* Columns before those of the groups. */
#define N_FIXED 5

static char *
minutes_text (double minutes)
{
  g_autofree char *number = isnan (minutes) ? NULL : bl_text_number (minutes, 1);

  return number != NULL ? g_strdup_printf (_ ("%s min"), number) : g_strdup ("–");
}

/* @minutes: times instead of distances. */
static void
add_row (BlOutputTable *table,
         const BlFacts *facts,
         const BlCatchment *catchment,
         guint n_groups,
         gboolean minutes)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, g_strdup (facts->libraries[catchment->library].name));
  g_ptr_array_add (cells, bl_text_number (catchment->areas, 0));
  g_ptr_array_add (cells, bl_text_number (catchment->population, 0));
  /* A catchment without people has no mean: that does not apply, and is not "not known". */
  if (minutes)
    {
      g_ptr_array_add (cells, minutes_text (catchment->mean_minutes));
      g_ptr_array_add (cells, minutes_text (catchment->max_minutes));
    }
  else
    {
      g_ptr_array_add (cells, bl_text_number (catchment->within_mile, 0));
      g_ptr_array_add (cells, isnan (catchment->mean_distance) ? g_strdup ("–")
                                                               : bl_text_metres (catchment->mean_distance));
    }
  for (guint g = 0; g < n_groups; g++)
    g_ptr_array_add (cells, bl_text_number (catchment->groups[g], 0));
  bl_output_table_add_cells (table, (const char *const *) cells->pdata);
}

static void
answer_text (const BlAccessAsked *asked, const BlCatchments *catchments, GPtrArray *groups)
{
  gboolean minutes = asked->question.travel.by != BL_BY_STRAIGHT;
  g_autofree char *rights = g_strnfill (N_FIXED - 1 + groups->len, 'r');
  g_autofree char *alignments = g_strconcat ("l", rights, NULL);
  BlOutputTable *table = bl_output_table_new (alignments);
  g_autoptr (GPtrArray) heading = g_ptr_array_new ();
  const char *fixed[N_FIXED]
      = { _ ("Library"), _ ("Areas"), _ ("People"), minutes ? _ ("Mean time") : _ ("Within 1 mile"),
          minutes ? _ ("Longest time") : _ ("Mean distance") };

  for (guint i = 0; i < N_FIXED; i++)
    g_ptr_array_add (heading, (gpointer) fixed[i]);
  for (guint g = 0; g < groups->len; g++)
    g_ptr_array_add (heading, ((const BlGroupCounts *) g_ptr_array_index (groups, g))->name);
  bl_output_table_add_cells (table, (const char *const *) heading->pdata);
  for (guint i = 0; i < catchments->n; i++)
    add_row (table, asked->facts, &catchments->items[i], groups->len, minutes);
  bl_output_table_finish (table, TRUE);
  for (guint g = 0; g < groups->len; g++)
    {
      const BlGroupCounts *group = g_ptr_array_index (groups, g);

      bl_output_text ("%s%s: %s\n", g == 0 ? "\n" : "", group->name, group->title);
    }
  for (guint i = 0; i < catchments->access->left_out->len; i++)
    bl_output_text (_ ("%s is not on the map: no grid reference.\n"),
                    (const char *) g_ptr_array_index (catchments->access->left_out, i));
}

/* @use: the set of figures of use asked about; NULL for none. */
static BlExit
compute (const BlAccessAsked *asked, char **definitions, const char *use, const char *path)
{
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (BlCatchments) catchments = NULL;
  g_autoptr (BlUseCatchments) as_used = NULL;
  g_autoptr (GError) error = NULL;

  groups = bl_groups_option_read (asked->facts, definitions, &error);
  if (groups != NULL)
    catchments = bl_catchments_compute (asked->facts, &asked->question,
                                        (BlGroupCounts *const *) groups->pdata, groups->len, &error);
  if (catchments == NULL)
    return bl_command_fail_error (error, path);
  if (use != NULL)
    {
      int which = bl_use_catchments_find (asked->facts, use, &error);

      if (which < 0)
        return bl_command_fail_error (error, path);
      as_used = bl_use_catchments_compute (asked->facts, (guint) which, catchments->access, &error);
      if (as_used == NULL)
        return bl_command_fail_error (error, path);
    }
  if (bl_command_wants_json ())
    answer_json (asked, catchments, groups, as_used);
  else if (as_used != NULL)
    bl_catchments_use_print (asked->facts, as_used);
  else
    answer_text (asked, catchments, groups);
  return BL_EXIT_DONE;
}

static BlExit
run (char **arguments)
{
  g_auto (BlAccessOptions) options = { 0 };
  g_auto (BlAccessAsked) asked = { 0 };
  g_auto (GStrv) groups = NULL;
  g_autofree char *use = NULL;
  const GOptionEntry entries[] = {
    BL_ACCESS_OPTIONS (options),
    { "group", 'g', 0, G_OPTION_ARG_STRING_ARRAY, &groups,
      N_ ("Also count these people: a count’s name, or a rule such as “imd_decile<=2”; may be repeated"),
      N_ ("GROUP") },
    { "use", 0, 0, G_OPTION_ARG_STRING, &use,
      N_ ("Catchments as used, by these figures of members, borrowers or loans"), N_ ("NAME") },
    { NULL },
  };
  BlExit exit = BL_EXIT_DONE;

  if (!bl_command_parse (&bl_command_catchments, entries, &arguments, 1))
    return BL_EXIT_USAGE;
  return bl_access_options_open (&options, arguments[1], &asked, &exit)
             ? compute (&asked, groups, use, arguments[1])
             : exit;
}

const BlCommand bl_command_catchments = {
  .name = "catchments",
  .arguments = "PROJECT",
  .summary = N_ ("List the people nearest to each library"),
  .details = N_ (
      "Each area belongs to the open static library that is nearest in a straight line, or quickest to reach "
      "by the means asked; ties go to the library that comes first in the document. With --use, where the "
      "people "
      "who use each library live, by the 5% rule, and who uses one that is not the nearest."),
  .run = run,
};
