/* plan-answer.c: where a planning exercise stands, as text and as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan-answer.h"

#include <glib/gi18n-lib.h>

#include "output.h"
#include "text.h"

static void
add_boolean (JsonBuilder *builder, const char *key, gboolean value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_boolean_value (builder, value);
}

static void
add_day (JsonBuilder *builder, const char *key, guint32 day)
{
  g_autofree char *text = day != 0 ? bl_text_from_date (day) : NULL;

  bl_json_text (builder, key, text);
}

static char *
say_day (guint32 day)
{
  return day != 0 ? bl_text_date_for_people (day) : g_strdup (_ ("not known"));
}

static void
add_task (JsonBuilder *builder, const BlPlanTask *task)
{
  BlRecord *record = BL_RECORD (task->task);
  guint32 due = 0;

  bl_record_get_date (record, "due", &due);
  json_builder_begin_object (builder);
  bl_json_text (builder, "task", bl_record_get_text (record, "item"));
  bl_json_text (builder, "title", bl_record_get_text (record, "title"));
  bl_json_text (builder, "owner", bl_record_get_text (record, "owner"));
  bl_json_text (builder, "leads", bl_record_get_text (record, "leads"));
  bl_json_text (builder, "page", bl_record_get_text (record, "page"));
  add_day (builder, "due", due);
  add_boolean (builder, "late", task->late);
  json_builder_end_object (builder);
}

static void
add_stage (JsonBuilder *builder, const BlPlanStage *stage)
{
  BlRecord *record = BL_RECORD (stage->stage);
  guint32 signed_off = 0;

  bl_record_get_date (record, "signed", &signed_off);
  json_builder_begin_object (builder);
  bl_json_text (builder, "stage", bl_record_get_text (record, "item"));
  bl_json_text (builder, "title", bl_record_get_text (record, "title"));
  bl_json_text (builder, "standing", bl_stage_standing_get_nick (stage->standing));
  bl_json_count (builder, "tasks", stage->n);
  bl_json_count (builder, "closed", stage->n_closed);
  bl_json_count (builder, "late", stage->n_late);
  add_day (builder, "from", stage->from);
  add_day (builder, "until", stage->until);
  add_boolean (builder, "worked_out", stage->worked_out);
  add_day (builder, "signed", signed_off);
  bl_json_text (builder, "signed_by", bl_record_get_text (record, "signed-by"));
  json_builder_end_object (builder);
}

static void
add_counts (JsonBuilder *builder, const BlReadyStudy *ready)
{
  json_builder_set_member_name (builder, "readiness");
  json_builder_begin_object (builder);
  bl_json_count (builder, "present", ready->n_present);
  bl_json_count (builder, "missing", ready->n_missing);
  bl_json_count (builder, "out_of_date", ready->n_out_of_date);
  bl_json_count (builder, "not_applicable", ready->n_not_applicable);
  bl_json_count (builder, "wrong_order", ready->n_wrong_order);
  json_builder_end_object (builder);
}

static void
begin (JsonBuilder *builder, BlWorkflow *workflow)
{
  json_builder_begin_object (builder);
  bl_json_text (builder, "workflow", bl_record_get_text (BL_RECORD (workflow), "item"));
  bl_json_text (builder, "title", bl_record_get_text (BL_RECORD (workflow), "title"));
}

static void
end (JsonBuilder *builder)
{
  json_builder_end_object (builder);
  bl_json_finish (builder);
}

void
bl_plan_answer_status (const BlWorkflowStudy *study, const BlReadyStudy *ready)
{
  g_autoptr (GArray) next = bl_workflow_study_next (study);
  BlRecord *current = study->current >= 0 ? BL_RECORD (study->stages[study->current].stage) : NULL;

  if (bl_command_wants_json ())
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      begin (builder, study->workflow);
      bl_json_text (builder, "stage", current != NULL ? bl_record_get_text (current, "item") : NULL);
      bl_json_count (builder, "tasks", study->n_tasks);
      bl_json_count (builder, "closed", study->n_closed);
      bl_json_count (builder, "late", study->n_late);
      bl_json_count (builder, "unowned", study->n_unowned);
      add_day (builder, "meeting", study->meeting);
      bl_json_count (builder, "weeks_short", study->weeks_short);
      json_builder_set_member_name (builder, "stages");
      json_builder_begin_array (builder);
      for (guint i = 0; i < study->n_stages; i++)
        add_stage (builder, &study->stages[i]);
      json_builder_end_array (builder);
      json_builder_set_member_name (builder, "next");
      json_builder_begin_array (builder);
      for (guint i = 0; i < next->len; i++)
        add_task (builder, &study->tasks[g_array_index (next, guint, i)]);
      json_builder_end_array (builder);
      add_counts (builder, ready);
      end (builder);
      return;
    }
  bl_output_text ("%s\n", bl_record_get_text (BL_RECORD (study->workflow), "title"));
  if (current != NULL)
    bl_output_text (_ ("Stage %d of %u: %s\n"), study->current + 1, study->n_stages,
                    bl_record_get_text (current, "title"));
  bl_output_text (ngettext ("%u of %u task closed", "%u of %u tasks closed", study->n_tasks), study->n_closed,
                  study->n_tasks);
  bl_output_text (ngettext (", %u late", ", %u late", study->n_late), study->n_late);
  bl_output_text (ngettext (", %u without an owner\n", ", %u without an owner\n", study->n_unowned),
                  study->n_unowned);
  if (study->weeks_short > 0)
    bl_output_text (ngettext ("To keep the meeting it should have begun %d week earlier.\n",
                              "To keep the meeting it should have begun %d weeks earlier.\n",
                              (gulong) study->weeks_short),
                    study->weeks_short);
  bl_output_text ("\n%s\n",
                  next->len > 0 ? _ ("Next:") : _ ("Nothing is to be done yet: say when it begins."));
  for (guint i = 0; i < next->len && i < 10; i++)
    {
      const BlPlanTask *task = &study->tasks[g_array_index (next, guint, i)];
      const char *owner = bl_record_get_text (BL_RECORD (task->task), "owner");

      bl_output_text ("  %s (%s)%s\n", bl_record_get_text (BL_RECORD (task->task), "title"),
                      owner != NULL ? owner : _ ("no owner yet"), task->late ? _ (", late") : "");
    }
}

void
bl_plan_answer_timeline (const BlWorkflowStudy *study)
{
  BlOutputTable *table;

  if (bl_command_wants_json ())
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      begin (builder, study->workflow);
      add_day (builder, "meeting", study->meeting);
      bl_json_count (builder, "weeks_short", study->weeks_short);
      json_builder_set_member_name (builder, "stages");
      json_builder_begin_array (builder);
      for (guint i = 0; i < study->n_stages; i++)
        add_stage (builder, &study->stages[i]);
      json_builder_end_array (builder);
      end (builder);
      return;
    }
  table = bl_output_table_new ("llll");
  bl_output_table_add (table, _ ("Stage"), _ ("From"), _ ("Until"), "");
  for (guint i = 0; i < study->n_stages; i++)
    {
      const BlPlanStage *stage = &study->stages[i];
      g_autofree char *from = say_day (stage->from), *until = say_day (stage->until);

      bl_output_table_add (table, bl_record_get_text (BL_RECORD (stage->stage), "title"), from, until,
                           stage->standing == BL_STAGE_DONE  ? _ ("signed off")
                           : stage->standing == BL_STAGE_NOW ? _ ("now")
                           : stage->worked_out               ? _ ("worked out")
                                                             : "");
    }
  bl_output_table_finish (table, TRUE);
}

void
bl_plan_answer_readiness (const BlReadyStudy *ready)
{
  const char *group = NULL;

  if (bl_command_wants_json ())
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      begin (builder, ready->workflow);
      bl_json_text (builder, "notice", ready->notice);
      json_builder_set_member_name (builder, "items");
      json_builder_begin_array (builder);
      for (guint i = 0; i < ready->n; i++)
        {
          const BlReadyItem *item = &ready->items[i];

          json_builder_begin_object (builder);
          bl_json_text (builder, "item", item->id);
          bl_json_text (builder, "title", item->title);
          bl_json_text (builder, "group", item->group);
          bl_json_text (builder, "kind", item->kind);
          add_boolean (builder, "always", item->always);
          bl_json_text (builder, "state", bl_ready_state_get_nick (item->state));
          add_boolean (builder, "wrong_order", item->wrong_order);
          add_day (builder, "date", item->date);
          bl_json_text (builder, "message", item->message);
          bl_json_text (builder, "order_message", item->order_message);
          bl_json_text (builder, "rule", item->rule);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
      add_counts (builder, ready);
      end (builder);
      return;
    }
  bl_output_text ("%s\n", ready->notice);
  for (guint i = 0; i < ready->n; i++)
    {
      const BlReadyItem *item = &ready->items[i];

      if (g_strcmp0 (group, item->group) != 0)
        bl_output_text ("\n%s\n", item->group);
      group = item->group;
      bl_output_text ("  %s: %s. %s\n", item->title, _ (bl_ready_state_get_title (item->state)),
                      item->message);
      if (item->order_message != NULL)
        bl_output_text ("    %s\n", item->order_message);
    }
}
