/* assessment-steps.c: the way through a self-assessment: what is done, what is next and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assessment-steps.h"

#include <glib/gi18n-lib.h>

static void
step_free (BlAssessStep *step)
{
  g_free (step->says);
  g_free (step->why);
  g_free (step);
}

/* Takes @says. */
static void
add (GPtrArray *steps, const char *key, const char *title, gboolean begun, gboolean done, char *says, const char *why)
{
  BlAssessStep *step = g_new0 (BlAssessStep, 1);

  step->key = key;
  step->title = title;
  step->state = done ? BL_ASSESS_STEP_DONE : begun ? BL_ASSESS_STEP_BEGUN : BL_ASSESS_STEP_LATER;
  step->says = says;
  step->why = g_strdup (why); /* dropped again of all but the next */
  g_ptr_array_add (steps, step);
}

char *
bl_assess_team_advise (guint n)
{
  if (n == 0)
    return g_strdup (_ ("Nobody is in the team yet. About six people is right: leaders, staff, a volunteer, a partner."));
  if (n < BL_ASSESS_TEAM_FEWEST)
    return g_strdup_printf (ngettext ("%u person rates. Fewer than four leaves too little difference: about six is right.",
                                      "%u people rate. Fewer than four leaves too little difference: about six is right.", n),
                            n);
  if (n > BL_ASSESS_TEAM_MOST)
    return g_strdup_printf (ngettext ("%u person rates. More than nine cannot all be heard in the time: let all rate alone, "
                                      "and invite a smaller group to talk.",
                                      "%u people rate. More than nine cannot all be heard in the time: let all rate alone, "
                                      "and invite a smaller group to talk.", n),
                            n);
  return g_strdup_printf (ngettext ("%u person rates. That is a good number.", "%u people rate. That is a good number.", n), n);
}

static void
add_prepare (GPtrArray *steps, const BlAssessStudy *study)
{
  BlRecord *record = BL_RECORD (study->assessment);
  BlScript *model = bl_framework_find_script (study->framework, "model");
  GListModel *written = bl_record_get_list (record, "model");
  guint n_team = g_list_model_get_n_items (bl_record_get_list (record, "team")), n_headings = 0, n_written = 0;
  gboolean dated = bl_record_is_known (record, "meeting");
  g_autoptr (GString) says = g_string_new (NULL);

  if (model != NULL)
    n_headings = g_list_model_get_n_items (bl_record_get_list (BL_RECORD (model), "entries"));
  for (guint i = 0; i < g_list_model_get_n_items (written); i++)
    {
      g_autoptr (BlRecord) statement = g_list_model_get_item (written, i);
      const char *item = bl_record_get_text (statement, "item");

      n_written += bl_record_is_known (statement, "text") && item != NULL && g_str_has_prefix (item, "model-");
    }
  g_string_append_printf (says, ngettext ("%u person in the team.", "%u people in the team.", n_team), n_team);
  g_string_append_c (says, ' ');
  g_string_append (says, dated ? _ ("The day is fixed.") : _ ("No day for the meeting yet."));
  if (n_headings > 0)
    {
      g_string_append_c (says, ' ');
      /* Translators: "3 of 12 headings": both are numbers. */
      g_string_append_printf (says, _ ("Organisational model: %u of %u headings."), MIN (n_written, n_headings), n_headings);
    }
  add (steps, "prepare", _ ("Prepare"), n_team > 0 || dated || n_written > 0, study->n_members > 0 && dated,
       g_string_free (g_steal_pointer (&says), FALSE),
       _ ("The right six people, a day, and a page about who the service is for: the rest follows from these."));
}

static void
add_rate (GPtrArray *steps, const BlAssessStudy *study)
{
  guint finished = 0;
  char *says;

  for (guint i = 0; i < study->n_members; i++)
    finished += study->members[i].finished;
  if (study->n_members == 0)
    says = g_strdup (_ ("Waits for a team."));
  else
    says = g_strdup_printf (ngettext ("%u of %u person has finished.", "%u of %u people have finished.", study->n_members),
                            finished, study->n_members);
  add (steps, "rate", _ ("Rate alone"), study->n_ratings > 0, study->n_members > 0 && finished == study->n_members, says,
       _ ("Everyone thinks for themselves before anybody talks: that is where the differences come from that the meeting is about."));
}

static guint
count_complete (const BlAssessPart *parts, guint n)
{
  guint complete = 0;

  for (guint i = 0; i < n; i++)
    complete += parts[i].complete;
  return complete;
}

static void
add_results (GPtrArray *steps, const BlAssessStudy *study)
{
  guint complete = count_complete (study->areas, study->n_areas);

  if (study->n_areas == 0)
    return; /* the framework has no such section */
  add (steps, "results", _ ("Results"), complete > 0, complete == study->n_areas,
       g_strdup_printf (ngettext ("%u of %u results area is judged, or said to have no data.",
                                  "%u of %u results areas are judged, or said to have no data.", study->n_areas),
                        complete, study->n_areas),
       _ ("What the figures already held say. Nothing new is collected: “no data held” is a finding."));
}

static void
add_meet (GPtrArray *steps, const BlAssessStudy *study)
{
  guint complete = count_complete (study->parts, study->n_parts);
  gboolean begun = study->n_agreed > 0
                   || g_list_model_get_n_items (bl_record_get_list (BL_RECORD (study->assessment), "discussions")) > 0;

  add (steps, "meet", _ ("Meet"), begun, study->n_parts > 0 && complete == study->n_parts,
       g_strdup_printf (ngettext ("%u of %u criterion agreed or set aside.", "%u of %u criteria agreed or set aside.", study->n_items),
                        study->n_agreed, study->n_items),
       _ ("Talk where people differ, agree a rating, name two to four strengths and areas for improvement."));
}

static guint
count_actions (BlProject *project, const char *assessment)
{
  GListModel *actions = bl_record_get_list (BL_RECORD (project), "actions");
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (BlRecord) action = g_list_model_get_item (actions, i);

      n += g_strcmp0 (bl_record_get_text (action, "assessment"), assessment) == 0;
    }
  return n;
}

static void
add_plan (GPtrArray *steps, BlProject *project, const BlAssessStudy *study)
{
  guint n = count_actions (project, bl_record_get_id (BL_RECORD (study->assessment)));
  char *says;

  if (n > 0)
    says = g_strdup_printf (ngettext ("%u action in the plan.", "%u actions in the plan.", n), n);
  else if (study->complete)
    says = g_strdup (_ ("Open: choose the few areas where effort does most good."));
  else if (study->plan_open)
    says = g_strdup (_ ("Opened before the assessment was complete, with the reason on record."));
  else
    says = g_strdup (_ ("Opens when the assessment is complete."));
  add (steps, "plan", _ ("Plan"), n > 0, n > 0 && study->plan_open, says,
       _ ("Only now is it time for what to do: few areas, each with a person, a first step and a date."));
}

static void
add_back (GPtrArray *steps, BlProject *project, const BlAssessStudy *study)
{
  guint others = g_list_model_get_n_items (bl_record_get_list (BL_RECORD (project), "assessments")) - 1;
  gboolean begun = bl_record_is_known (BL_RECORD (study->assessment), "earlier");

  add (steps, "back", _ ("Look back"), begun, FALSE,
       others > 0 ? g_strdup_printf (ngettext ("%u other self-assessment to compare with.",
                                               "%u other self-assessments to compare with.", others),
                                     others)
                  : g_strdup (_ ("After a year or two: what moved, and why.")),
       NULL);
}

GPtrArray *
bl_assess_steps_new (BlProject *project, const BlAssessStudy *study)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  gboolean found = FALSE;

  if (study->framework == NULL)
    return steps;
  add_prepare (steps, study);
  add_rate (steps, study);
  add_results (steps, study);
  add_meet (steps, study);
  add_plan (steps, project, study);
  add_back (steps, project, study);
  add (steps, "report", _ ("Write-up"), study->n_agreed > 0, FALSE,
       g_strdup (study->complete ? _ ("All that was agreed, with what was not, and a page for the head of service’s manager.")
                                 : _ ("What there is so far can be written at any time.")),
       NULL);
  for (guint i = 0; i < steps->len; i++)
    {
      BlAssessStep *step = g_ptr_array_index (steps, i);

      if (!found && step->why != NULL && step->state != BL_ASSESS_STEP_DONE)
        {
          step->state = BL_ASSESS_STEP_NEXT;
          found = TRUE;
        }
      else
        g_clear_pointer (&step->why, g_free);
    }
  return steps;
}
