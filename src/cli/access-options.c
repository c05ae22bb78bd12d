/* access-options.c: which libraries, by which means, at which time and in which scenario
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "access-options.h"

#include <glib/gi18n-lib.h>

#include "consequences.h"
#include "output.h"

void
bl_access_options_clear (BlAccessOptions *options)
{
  g_free (options->by);
  g_free (options->at);
  g_free (options->scenario);
}

void
bl_access_asked_clear (BlAccessAsked *asked)
{
  g_clear_pointer (&asked->facts, bl_facts_unref);
  g_clear_pointer (&asked->faults, g_ptr_array_unref);
  g_clear_pointer (&asked->scenario_id, g_free);
  g_clear_pointer (&asked->scenario_title, g_free);
}

static gboolean
take_scenario (BlAccessAsked *asked, BlProject *project, const char *text, BlExit *exit)
{
  BlScenario *scenario = bl_command_find_scenario (project, text, exit);
  g_autofree char *letter = NULL, *title = NULL;
  BlFacts *changed;

  if (scenario == NULL)
    return FALSE;
  letter = bl_scenario_get_letter (scenario);
  title = bl_record_describe (BL_RECORD (scenario));
  asked->scenario_id = g_strdup (bl_record_get_id (BL_RECORD (scenario)));
  asked->scenario_title = g_strdup_printf (_ ("%s: %s"), letter, title);
  changed = bl_scenario_apply (asked->facts, scenario, asked->faults);
  bl_facts_unref (asked->facts);
  asked->facts = changed;
  return TRUE;
}

gboolean
bl_access_options_open (const BlAccessOptions *options, const char *path, BlAccessAsked *asked, BlExit *exit)
{
  g_autoptr (BlDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  BlAccessQuestion *question = &asked->question;

  *asked = (BlAccessAsked){ .question = { .statutory = options->statutory,
                                          .cross_boundary = options->cross_boundary } };
  if (options->at != NULL)
    {
      question->at_time = TRUE;
      if (!bl_access_parse_time (options->at, &question->week_minute, &error))
        {
          *exit = bl_command_fail (BL_EXIT_USAGE, _ ("--at: %s"), error->message);
          return FALSE;
        }
    }
  document = bl_command_open (path, exit);
  if (document == NULL)
    return FALSE;
  asked->facts = bl_facts_new (bl_document_get_project (document));
  asked->faults = g_ptr_array_new_with_free_func (g_free);
  if (options->by != NULL && !bl_travel_parse (asked->facts, options->by, &question->travel, &error))
    {
      *exit = bl_command_fail (BL_EXIT_USAGE, _ ("--by: %s"), error->message);
      return FALSE;
    }
  /* The name of a table stays with the facts, which the scenario's stand on. */
  if (options->scenario != NULL
      && !take_scenario (asked, bl_document_get_project (document), options->scenario, exit))
    return FALSE;
  for (guint i = 0; i < asked->faults->len; i++)
    bl_command_warn (path, g_ptr_array_index (asked->faults, i));
  return TRUE;
}

const char *
bl_access_asked_get_by (const BlAccessAsked *asked)
{
  static const char *const names[] = { "straight", "walk", "cycle", "drive" };

  return asked->question.travel.by == BL_BY_TABLE ? asked->question.travel.table
                                                  : names[asked->question.travel.by];
}

void
bl_access_asked_print_heading (const BlAccessAsked *asked)
{
  const BlFacts *facts = asked->facts;

  bl_output_text ("%s", facts->service != NULL ? facts->service : facts->title != NULL ? facts->title : "");
  if (facts->year > 0)
    bl_output_text (", %d", facts->year);
  bl_output_text ("\n");
  if (asked->scenario_title != NULL)
    bl_output_text (_ ("Scenario %s\n"), asked->scenario_title);
  if (asked->question.travel.by != BL_BY_STRAIGHT)
    {
      g_autofree char *way = bl_travel_to_text (facts, &asked->question.travel);

      bl_output_text (_ ("Measured: %s\n"), way);
    }
  if (asked->question.at_time)
    {
      g_autofree char *time = bl_access_time_to_text (asked->question.week_minute);

      bl_output_text (_ ("Libraries open on %s\n"), time);
    }
}
