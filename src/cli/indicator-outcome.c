/* indicator-outcome.c: what the indicators of one Outcome say together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "indicator-outcome.h"

#include <glib/gi18n-lib.h>

#include "clock.h"
#include "indicator-json.h"
#include "outcome-report.h"
#include "output.h"
#include "report-file.h"
#include "text.h"
#include "written.h"

guint
bl_indicator_outcome_parse (BlDictionary *dictionary, const char *text, BlExit *exit)
{
  const char *digits = *text == 'O' || *text == 'o' ? text + 1 : text;
  g_autofree char *folded = bl_text_fold (text);

  if (*digits >= '1' && *digits <= '7' && digits[1] == '\0')
    return (guint) (*digits - '0');
  for (guint outcome = 1; outcome <= 7; outcome++)
    {
      g_autofree char *title = bl_text_fold (bl_dictionary_get_outcome_title (dictionary, outcome));

      if (g_str_equal (title, folded))
        return outcome;
    }
  *exit = bl_command_fail (BL_EXIT_USAGE, _("There is no Outcome “%s”: say a number from 1 to 7, or O1 to O7."), text);
  return 0;
}

static void
add_sentences (JsonBuilder *builder, const char *key, GPtrArray *sentences)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < sentences->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (sentences, i));
  json_builder_end_array (builder);
}

static void
answer_json (BlBaseFigures *figures, const BlOutcomePicture *picture)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  bl_json_count (builder, "outcome", picture->outcome);
  bl_json_text (builder, "title", picture->title);
  bl_json_text (builder, "success", picture->success);
  bl_json_text (builder, "finding", picture->finding);
  json_builder_set_member_name (builder, "indicators");
  json_builder_begin_array (builder);
  for (guint i = 0; i < picture->panels->len; i++)
    {
      const BlIndicatorPanel *panel = g_ptr_array_index (picture->panels, i);

      json_builder_begin_object (builder);
      bl_indicator_json_head (builder, figures, panel->values);
      bl_indicator_json_latest (builder, panel->values, panel->judgement);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_sentences (builder, "strengths", picture->strengths);
  add_sentences (builder, "attention", picture->attention);
  add_sentences (builder, "lacking", picture->lacking);
  bl_json_text (builder, "sources", picture->sources);
  json_builder_end_object (builder);
  bl_json_finish (builder);
}

static void
say_all (const char *heading, GPtrArray *sentences)
{
  if (sentences->len > 0)
    bl_output_text ("\n%s\n", heading);
  for (guint i = 0; i < sentences->len; i++)
    bl_output_text ("  %s\n", (const char *) g_ptr_array_index (sentences, i));
}

static void
answer_text (const BlOutcomePicture *picture)
{
  BlOutputTable *table = bl_output_table_new ("lrlll");

  bl_output_text ("%u  %s\n%s.\n\n", picture->outcome, picture->title, picture->finding);
  bl_output_table_add (table, _("Indicator"), _("Latest"), _("Period"), _("Change"), _("Verdict"));
  for (guint i = 0; i < picture->panels->len; i++)
    {
      const BlIndicatorPanel *panel = g_ptr_array_index (picture->panels, i);
      const BlIndicatorSummary *it = g_ptr_array_index (picture->summaries, i);

      g_autofree char *when = it->part != NULL ? g_strdup_printf ("%s; %s", it->period, it->part) : g_strdup (it->period);

      bl_output_table_add (table, panel->title, it->value != NULL ? it->value : _("no data"), when != NULL ? when : "",
                           it->change != NULL ? it->change : "", _(it->verdict));
    }
  bl_output_table_finish (table, TRUE);
  say_all (_("Strengths"), picture->strengths);
  say_all (_("To look at"), picture->attention);
  say_all (_("No data"), picture->lacking);
}

BlExit
bl_indicator_outcome_answer (BlBaseFigures *figures, guint outcome, const char *out)
{
  g_autoptr (BlOutcomePicture) picture = bl_outcome_picture_new (figures, outcome);
  g_autoptr (BlClock) clock = bl_clock_new ();
  g_autoptr (GError) error = NULL;

  if (out != NULL)
    {
      g_autoptr (BlReport) report = bl_outcome_report_new (picture, bl_base_figures_get_facts (figures), bl_clock_today (clock));

      if (!bl_report_write_file (report, out, &error))
        return bl_command_fail_error (error, out);
      return bl_written_answer (out);
    }
  if (bl_command_wants_json ())
    answer_json (figures, picture);
  else
    answer_text (picture);
  return BL_EXIT_DONE;
}
