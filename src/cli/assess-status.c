/* assess-status.c: where a self-assessment stands, as text and as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "assess-status.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "output.h"

static void
add_boolean (JsonBuilder *builder, const char *key, gboolean value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_boolean_value (builder, value);
}

static const char *
get_item (gpointer record)
{
  return record != NULL ? bl_record_get_text (record, "item") : NULL;
}

/* How many stand at each level, without names: those are the team's to show. */
static void
add_item (JsonBuilder *builder, const BlAssessStudy *study, const BlAssessItem *item)
{
  json_builder_begin_object (builder);
  bl_json_text (builder, "criterion", item->item);
  bl_json_text (builder, "title", bl_record_get_text (BL_RECORD (item->criterion), "title"));
  bl_json_text (builder, "characteristic", get_item (item->characteristic));
  json_builder_set_member_name (builder, "ratings");
  json_builder_begin_object (builder);
  for (guint i = 0; i < study->levels->len; i++)
    {
      gint64 number = 0;

      bl_record_get_integer (g_ptr_array_index (study->levels, i), "level", &number);
      bl_json_count (builder, get_item (g_ptr_array_index (study->levels, i)), item->counts[number]);
    }
  bl_json_count (builder, "not_sure", item->n_not_sure);
  json_builder_end_object (builder);
  bl_json_count (builder, "rated", item->n_rated);
  json_builder_set_member_name (builder, "spread");
  json_builder_begin_object (builder);
  bl_json_text (builder, "kind", bl_assess_spread_get_nick (item->spread));
  bl_json_number (builder, "low", item->low > 0 ? item->low : NAN);
  bl_json_number (builder, "high", item->high > 0 ? item->high : NAN);
  bl_json_number (builder, "gap", item->low > 0 ? item->gap : NAN);
  json_builder_end_object (builder);
  bl_json_text (builder, "consensus", get_item (item->agreed));
  add_boolean (builder, "set_aside", item->set_aside);
  bl_json_count (builder, "dissents", item->n_dissents);
  json_builder_end_object (builder);
}

static void
add_part (JsonBuilder *builder, const BlAssessPart *part)
{
  json_builder_begin_object (builder);
  bl_json_text (builder, "item", part->item);
  bl_json_text (builder, "title", bl_record_get_text (part->record, "title"));
  bl_json_count (builder, "criteria", part->n);
  bl_json_count (builder, "agreed", part->n_agreed);
  bl_json_count (builder, "strengths", part->n_strengths);
  bl_json_count (builder, "areas", part->n_areas);
  add_boolean (builder, "complete", part->complete);
  json_builder_end_object (builder);
}

static void
output_json (const BlAssessStudy *study)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  BlRecord *framework = (BlRecord *) study->framework;

  json_builder_begin_object (builder);
  bl_json_text (builder, "assessment", bl_record_get_id (BL_RECORD (study->assessment)));
  bl_json_text (builder, "title", bl_record_get_text (BL_RECORD (study->assessment), "title"));
  bl_json_text (builder, "framework", get_item (framework));
  bl_json_text (builder, "framework_version",
                framework != NULL ? bl_record_get_text (framework, "revision") : NULL);
  bl_json_text (builder, "notice", framework != NULL ? bl_record_get_text (framework, "notice-short") : NULL);
  bl_json_text (builder, "route", bl_record_get_text (BL_RECORD (study->assessment), "route"));
  bl_json_text (builder, "scale", get_item (study->scale));
  json_builder_set_member_name (builder, "criteria");
  json_builder_begin_array (builder);
  for (guint i = 0; i < study->n_items; i++)
    add_item (builder, study, &study->items[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "members");
  json_builder_begin_array (builder);
  for (guint i = 0; i < study->n_members; i++)
    {
      const BlAssessMember *member = &study->members[i];

      json_builder_begin_object (builder);
      bl_json_text (builder, "id", bl_record_get_id (BL_RECORD (member->member)));
      bl_json_text (builder, "name", bl_record_get_text (BL_RECORD (member->member), "name"));
      bl_json_text (builder, "role", bl_record_get_text (BL_RECORD (member->member), "role"));
      bl_json_count (builder, "done", member->done);
      bl_json_count (builder, "of", member->of);
      add_boolean (builder, "finished", member->finished);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "characteristics");
  json_builder_begin_array (builder);
  for (guint i = 0; i < study->n_parts; i++)
    add_part (builder, &study->parts[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "results");
  json_builder_begin_array (builder);
  for (guint i = 0; i < study->n_areas; i++)
    add_part (builder, &study->areas[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "order");
  json_builder_begin_array (builder);
  {
    g_autoptr (GArray) order = bl_assess_study_order (study, -1);

    for (guint i = 0; i < order->len; i++)
      json_builder_add_string_value (builder, study->items[g_array_index (order, guint, i)].item);
  }
  json_builder_end_array (builder);
  add_boolean (builder, "complete", study->complete);
  add_boolean (builder, "plan_open", study->plan_open);
  json_builder_set_member_name (builder, "missing");
  json_builder_begin_array (builder);
  for (guint i = 0; i < study->missing->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (study->missing, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bl_json_finish (builder);
}

static void
output_text (const BlAssessStudy *study)
{
  BlOutputTable *members = bl_output_table_new ("lr"), *parts;

  bl_output_text ("%s\n", bl_record_get_text (BL_RECORD (study->assessment), "title"));
  if (study->framework != NULL)
    bl_output_text ("%s\n", bl_record_get_text (BL_RECORD (study->framework), "notice-short"));
  bl_output_text ("\n");
  bl_output_table_add (members, _ ("Member"), _ ("Rated"));
  for (guint i = 0; i < study->n_members; i++)
    {
      const char *name = bl_record_get_text (BL_RECORD (study->members[i].member), "name");
      g_autofree char *done = g_strdup_printf (_ ("%u of %u"), study->members[i].done, study->members[i].of);

      bl_output_table_add (members, name != NULL ? name : _ ("a member of the team"), done);
    }
  bl_output_table_finish (members, TRUE);
  bl_output_text ("\n");
  parts = bl_output_table_new ("lrrrl");
  bl_output_table_add (parts, _ ("Characteristic"), _ ("Agreed"), _ ("Strengths"), _ ("Areas"),
                       _ ("Widest disagreement"));
  for (guint i = 0; i < study->n_parts; i++)
    {
      const BlAssessPart *part = &study->parts[i];
      g_autoptr (GArray) order = bl_assess_study_order (study, (int) i);
      const BlAssessItem *widest = &study->items[g_array_index (order, guint, 0)];
      g_autofree char *agreed = g_strdup_printf (_ ("%u of %u"), part->n_agreed, part->n);
      g_autofree char *strengths = g_strdup_printf ("%u", part->n_strengths),
                      *areas = g_strdup_printf ("%u", part->n_areas);
      g_autofree char *says
          = widest->spread == BL_ASSESS_SPREAD_WIDE ? bl_assess_item_say (study, widest) : g_strdup ("");
      g_autofree char *words = *says != '\0' ? g_strdup_printf ("%s: %s", widest->item, says) : g_strdup ("");

      bl_output_table_add (parts, bl_record_get_text (part->record, "title"), agreed, strengths, areas,
                           words);
    }
  bl_output_table_finish (parts, TRUE);
  bl_output_text ("\n%s\n", study->complete ? _ ("The assessment is complete.")
                            : study->plan_open
                                ? _ ("The assessment is not complete; the plan was opened early.")
                                : _ ("The plan opens when this is done:"));
  for (guint i = 0; i < study->missing->len; i++)
    bl_output_text ("  %s\n", (const char *) g_ptr_array_index (study->missing, i));
}

void
bl_assess_status_output (const BlAssessStudy *study)
{
  if (bl_command_wants_json ())
    output_json (study);
  else
    output_text (study);
}
