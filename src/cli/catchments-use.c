/* catchments-use.c: branchline-cli catchments --use: catchments as used
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "catchments-use.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "output.h"
#include "text.h"

/* Flows a person can take in at once. */
#define FLOWS_SHOWN 10

/* --- JSON ------------------------------------------------------------------- */

static void
build_range (JsonBuilder *builder, const char *key, BlCountRange range)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_object (builder);
  bl_json_number (builder, "low", range.low);
  bl_json_number (builder, "high", range.high);
  json_builder_end_object (builder);
}

static void
build_codes (JsonBuilder *builder,
             const char *key,
             const BlFacts *facts,
             const BlUseLibrary *library,
             BlUseBelongs first,
             BlUseBelongs second)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < facts->n_areas; i++)
    if (library->belongs[i] == first || library->belongs[i] == second)
      json_builder_add_string_value (builder, facts->codes[i]);
  json_builder_end_array (builder);
}

static void
build_library (JsonBuilder *builder, const BlFacts *facts, const BlUseLibrary *library)
{
  json_builder_begin_object (builder);
  bl_json_text (builder, "library", library->name);
  bl_json_text (builder, "id", library->library >= 0 ? facts->libraries[library->library].id : NULL);
  build_range (builder, "users", library->users);
  build_range (builder, "elsewhere", library->elsewhere);
  build_range (builder, "nowhere", library->nowhere);
  bl_json_number (builder, "population", library->population);
  json_builder_set_member_name (builder, "by_most");
  json_builder_add_boolean_value (builder, library->by_most);
  build_codes (builder, "areas", facts, library, BL_USE_IN, BL_USE_MOST);
  build_codes (builder, "areas_perhaps", facts, library, BL_USE_PERHAPS, BL_USE_PERHAPS);
  json_builder_end_object (builder);
}

static void
build_area (JsonBuilder *builder,
            const BlFacts *facts,
            const BlAccess *access,
            const BlUseCatchments *use,
            guint area)
{
  int nearest = access->nearest[area];

  json_builder_begin_object (builder);
  bl_json_text (builder, "area", facts->codes[area]);
  build_range (builder, "users", use->users[area]);
  build_range (builder, "penetration", use->penetration[area]);
  bl_json_text (builder, "nearest", nearest >= 0 ? facts->libraries[nearest].name : NULL);
  if (use->not_nearest != NULL)
    build_range (builder, "not_nearest", use->not_nearest[area]);
  json_builder_end_object (builder);
}

void
bl_catchments_use_build (JsonBuilder *builder,
                         const BlFacts *facts,
                         const BlAccess *access,
                         const BlUseCatchments *use)
{
  json_builder_set_member_name (builder, "use");
  json_builder_begin_object (builder);
  bl_json_text (builder, "name", use->use->name);
  bl_json_text (builder, "title", use->use->title);
  bl_json_text (builder, "what", use->use->what);
  bl_json_text (builder, "source", use->use->source);
  bl_json_text (builder, "date", use->use->date);
  bl_json_text (builder, "licence", use->use->licence);
  build_range (builder, "users", use->all);
  bl_json_number (builder, "population", use->population);
  build_range (builder, "penetration", use->all_penetration);
  bl_json_count (builder, "held_back", use->n_held_back);
  if (use->not_nearest != NULL)
    {
      build_range (builder, "nearest", use->all_nearest);
      build_range (builder, "not_nearest", use->all_not_nearest);
      build_range (builder, "not_nearest_percent", use->not_nearest_share);
    }
  json_builder_set_member_name (builder, "libraries");
  json_builder_begin_array (builder);
  for (guint i = 0; i < use->n; i++)
    build_library (builder, facts, &use->libraries[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "areas");
  json_builder_begin_array (builder);
  for (guint i = 0; i < facts->n_areas; i++)
    build_area (builder, facts, access, use, i);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "flows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < use->n_flows; i++)
    {
      json_builder_begin_object (builder);
      bl_json_text (builder, "nearest", facts->libraries[use->flows[i].nearest].name);
      bl_json_text (builder, "used", use->libraries[use->flows[i].used].name);
      build_range (builder, "users", use->flows[i].users);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* --- Text ------------------------------------------------------------------- */

static char *
percent_text (BlCountRange range)
{
  g_autofree char *low = NULL, *high = NULL;

  if (isnan (range.low) || isnan (range.high))
    return g_strdup (_ ("not known"));
  low = bl_text_percent (range.low);
  high = bl_text_percent (range.high);
  return g_str_equal (low, high) ? g_steal_pointer (&low) : g_strdup_printf (_ ("%s to %s"), low, high);
}

static const char *
name_of (const BlUseLibrary *library)
{
  return library->name != NULL ? library->name : _ ("All libraries together");
}

static void
print_libraries (const BlUseCatchments *use)
{
  BlOutputTable *table = bl_output_table_new ("lrrrr");

  bl_output_table_add (table, _ ("Library"), _ ("Users in the areas"), _ ("From elsewhere"),
                       _ ("Areas where 5% use it"), _ ("Their people"));
  for (guint i = 0; i < use->n; i++)
    {
      const BlUseLibrary *it = &use->libraries[i];
      g_autofree char *users = bl_count_range_to_text (it->users);
      g_autofree char *elsewhere = bl_count_range_to_text (it->elsewhere);
      g_autofree char *in = bl_text_number (it->n_in, 0);
      g_autofree char *areas = it->by_most ? g_strdup_printf (_ ("none; most users: %s"), in)
                               : it->n_perhaps > 0
                                   ? g_strdup_printf (_ ("%s, perhaps %u more"), in, it->n_perhaps)
                                   : g_strdup (in);
      g_autofree char *people = bl_text_number (it->population, 0);

      bl_output_table_add (table, name_of (it), users, elsewhere, areas, people);
    }
  bl_output_table_finish (table, TRUE);
}

static void
print_flows (const BlFacts *facts, const BlUseCatchments *use)
{
  g_autofree char *users = bl_count_range_to_text (use->all_not_nearest);
  g_autofree char *share = percent_text (use->not_nearest_share);
  BlOutputTable *table = NULL;

  bl_output_text (_ ("\nUse a library that is not the nearest: %s (%s).\n"), users, share);
  if (use->n_flows == 0)
    return;
  bl_output_text ("\n");
  table = bl_output_table_new ("llr");
  bl_output_table_add (table, _ ("Nearest"), _ ("Used"), _ ("Users"));
  for (guint i = 0; i < MIN (use->n_flows, FLOWS_SHOWN); i++)
    {
      g_autofree char *number = bl_count_range_to_text (use->flows[i].users);

      bl_output_table_add (table, facts->libraries[use->flows[i].nearest].name,
                           name_of (&use->libraries[use->flows[i].used]), number);
    }
  bl_output_table_finish (table, TRUE);
}

void
bl_catchments_use_print (const BlFacts *facts, const BlUseCatchments *use)
{
  g_autofree char *users = bl_count_range_to_text (use->all);
  g_autofree char *penetration = percent_text (use->all_penetration);

  bl_output_text (_ ("%s: %s in the areas, %s of their people.\n\n"), use->use->title, users, penetration);
  print_libraries (use);
  if (use->not_nearest != NULL)
    print_flows (facts, use);
  if (use->n_held_back > 0)
    bl_output_text (ngettext ("\n%u count is too small to be given; it counts as a range.\n",
                              "\n%u counts are too small to be given; they count as ranges.\n",
                              use->n_held_back),
                    use->n_held_back);
}
