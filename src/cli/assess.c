/* assess.c: branchline-cli assess: a self-assessment, from its team to what was agreed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "assess-edit.h"
#include "assess-papers.h"
#include "assess-status.h"
#include "output.h"
#include "response-file.h"
#include "response-plan.h"

typedef struct
{
  BlAssessEdit edit;
  BlAssessPapers papers;
  char *author;
} Options;

static void
options_clear (Options *options)
{
  bl_assess_edit_clear (&options->edit);
  g_free (options->papers.out);
  g_free (options->author);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* --- Response files ------------------------------------------------------------- */

static BlExit
send_response (BlProject *project, BlAssessment *assessment, const Options *options)
{
  BlExit exit = BL_EXIT_DONE;
  BlAssessmentMember *member = bl_assess_edit_find_member (assessment, options->edit.member, &exit);
  g_autoptr (BlResponse) response = NULL;
  g_autoptr (GError) error = NULL;

  if (member == NULL)
    return exit;
  if (options->papers.out == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _ ("Say with --out which file to write."));
  response = bl_response_new_for (project, assessment, member);
  if (!bl_response_file_write (response, options->papers.out, &error))
    return bl_command_fail_error (error, options->papers.out);
  if (bl_command_wants_json ())
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      bl_json_text (builder, "out", options->papers.out);
      bl_json_text (builder, "member", bl_record_get_id (BL_RECORD (member)));
      json_builder_end_object (builder);
      bl_json_finish (builder);
    }
  else
    bl_output_text (_ ("Written for %s: %s\n"), bl_record_get_text (BL_RECORD (member), "name"),
                    options->papers.out);
  return BL_EXIT_DONE;
}

static void
add_merged (JsonBuilder *builder, const char *path, const BlResponsePlan *plan, const GPtrArray *faults)
{
  json_builder_begin_object (builder);
  bl_json_text (builder, "file", path);
  bl_json_text (builder, "member", bl_record_get_text (BL_RECORD (plan->response), "name"));
  bl_json_count (builder, "new", plan->n_new);
  bl_json_count (builder, "changed", plan->n_changed);
  bl_json_count (builder, "earlier", plan->n_earlier);
  bl_json_count (builder, "same", plan->n_same);
  bl_json_count (builder, "left_out", plan->n_left_out);
  bl_json_count (builder, "findings", plan->findings->len);
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < faults->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (faults, i));
  for (guint i = 0; i < plan->notes->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (plan->notes, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* All of them or none: a file that is refused leaves the project as it was. */
static BlExit
merge (BlDocument *document, const char *path, char **files)
{
  BlProject *project = bl_document_get_project (document);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gboolean changed = FALSE;

  if (files[0] == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _ ("Say which response files to take in."));
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "merged");
  json_builder_begin_array (builder);
  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GError) error = NULL;
      g_autoptr (BlResponse) response = bl_response_file_read (files[i], faults, &error);
      g_autoptr (BlResponsePlan) plan = NULL;
      g_autofree char *says = NULL;

      if (response == NULL)
        return bl_command_fail_error (error, files[i]);
      plan = bl_response_plan_new (project, response);
      if (plan->refusal != NULL)
        return bl_command_fail (BL_EXIT_FAULTY, "%s: %s", files[i], plan->refusal);
      says = bl_response_plan_say (plan);
      add_merged (builder, files[i], plan, faults);
      if (!bl_command_wants_json ())
        {
          bl_output_text ("%s: %s\n", files[i], says);
          for (guint j = 0; j < faults->len; j++)
            bl_output_text ("  %s\n", (const char *) g_ptr_array_index (faults, j));
          for (guint j = 0; j < plan->notes->len; j++)
            bl_output_text ("  %s\n", (const char *) g_ptr_array_index (plan->notes, j));
        }
      changed |= bl_response_plan_apply (plan);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (changed)
    {
      BlExit exit = bl_command_save (document, path);

      if (exit != BL_EXIT_DONE)
        return exit;
    }
  if (bl_command_wants_json ())
    bl_json_finish (builder);
  return BL_EXIT_DONE;
}

/* --- The rest --------------------------------------------------------------------- */

static BlExit
status (BlProject *project, BlAssessment *assessment)
{
  g_autoptr (BlAssessStudy) study = bl_assess_study_new (project, assessment);

  bl_assess_status_output (study);
  return BL_EXIT_DONE;
}

static void
say_done (BlAssessment *assessment)
{
  const char *title = bl_record_get_text (BL_RECORD (assessment), "title"),
             *id = bl_record_get_id (BL_RECORD (assessment));

  if (bl_command_wants_json ())
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      bl_json_text (builder, "assessment", id);
      bl_json_text (builder, "title", title);
      json_builder_end_object (builder);
      bl_json_finish (builder);
    }
  else
    bl_output_text ("%s (%s)\n", title, id);
}

/* Makes one or says something in one, and saves. */
static BlExit
change (BlDocument *document, const char *path, const char *verb, const Options *options)
{
  BlProject *project = bl_document_get_project (document);
  BlExit exit = BL_EXIT_DONE;
  gboolean makes = g_str_equal (verb, "new");
  BlAssessment *assessment = makes ? NULL : bl_assess_edit_find (project, options->edit.assessment, &exit);

  if (exit != BL_EXIT_DONE)
    return exit;
  bl_project_begin (project, makes ? _ ("Begin a self-assessment") : _ ("Change the self-assessment"));
  if (makes)
    assessment = bl_assess_edit_add (project, &options->edit, &exit);
  else
    exit = bl_assess_edit_say (project, assessment, verb, &options->edit);
  if (exit != BL_EXIT_DONE)
    {
      bl_project_rollback (project);
      return exit;
    }
  bl_project_commit (project);
  exit = bl_command_save (document, path);
  if (exit == BL_EXIT_DONE)
    say_done (assessment);
  return exit;
}

static BlExit
run_verb (char **arguments, const Options *options)
{
  const char *path = arguments[1], *verb = arguments[2];
  gboolean merges = g_str_equal (verb, "merge"), shows = g_str_equal (verb, "status"),
           sends = g_str_equal (verb, "response"), exports = g_str_equal (verb, "export");
  gboolean writes = merges || g_str_equal (verb, "new") || bl_assess_edit_is_verb (verb);
  g_autoptr (BlDocument) document = NULL;
  BlExit exit = BL_EXIT_DONE;
  BlAssessment *assessment;

  if (!writes && !shows && !sends && !exports)
    return bl_command_fail (BL_EXIT_USAGE, _ ("Nothing called “%s” can be done with self-assessments."),
                            verb);
  if (!merges && arguments[3] != NULL)
    return bl_command_fail (BL_EXIT_USAGE, _ ("“assess PROJECT %s” wants options only, not “%s”."), verb,
                            arguments[3]);
  document = writes ? bl_command_open_whole (path, &exit) : bl_command_open (path, &exit);
  if (document == NULL)
    return exit;
  if (writes && !bl_command_sign (bl_document_get_project (document), options->author))
    return BL_EXIT_USAGE;
  if (merges)
    return merge (document, path, arguments + 3);
  if (writes)
    return change (document, path, verb, options);
  assessment = bl_assess_edit_find (bl_document_get_project (document), options->edit.assessment, &exit);
  if (assessment == NULL)
    return exit;
  if (exports)
    return bl_assess_papers_export (bl_document_get_project (document), assessment, &options->papers);
  return shows ? status (bl_document_get_project (document), assessment)
               : send_response (bl_document_get_project (document), assessment, options);
}

static BlExit
run (char **arguments)
{
  g_auto (Options) options = { 0 };
  BlAssessEdit *edit = &options.edit;
  const GOptionEntry entries[] = {
    { "assessment", 'a', 0, G_OPTION_ARG_STRING, &edit->assessment, N_ ("which one, where there are several"),
      N_ ("NAME") },
    { "framework", 'f', 0, G_OPTION_ARG_STRING, &edit->framework,
      N_ ("new: by what to assess, a name or a file"), N_ ("NAME") },
    { "title", 't', 0, G_OPTION_ARG_STRING, &edit->title, N_ ("new: its title"), N_ ("WORDS") },
    { "route", 0, 0, G_OPTION_ARG_STRING, &edit->route, N_ ("new: route-90, route-half or route-two"),
      N_ ("ROUTE") },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &edit->scale, N_ ("new: scale-four or scale-six"), N_ ("SCALE") },
    { "rate-by", 0, 0, G_OPTION_ARG_STRING, &edit->rate_by, N_ ("new: until when members rate"),
      N_ ("DATE") },
    { "meeting", 0, 0, G_OPTION_ARG_STRING, &edit->meeting, N_ ("new: date of the meeting"), N_ ("DATE") },
    { "second-meeting", 0, 0, G_OPTION_ARG_STRING, &edit->second_meeting,
      N_ ("new: date of the second meeting"), N_ ("DATE") },
    { "starts", 0, 0, G_OPTION_ARG_STRING, &edit->starts, N_ ("new: when the meeting starts, 09:15"),
      N_ ("TIME") },
    { "place", 0, 0, G_OPTION_ARG_STRING, &edit->place, N_ ("new: where; park: where the note goes"),
      N_ ("WORDS") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &edit->name, N_ ("member, dissent, park: who"), N_ ("NAME") },
    { "role", 0, 0, G_OPTION_ARG_STRING, &edit->role,
      N_ ("member: role-leader, role-staff, role-volunteer, role-partner …"), N_ ("ROLE") },
    { "organisation", 0, 0, G_OPTION_ARG_STRING, &edit->organisation, N_ ("member: where they come from"),
      N_ ("WORDS") },
    { "knows", 0, 0, G_OPTION_ARG_STRING, &edit->knows, N_ ("member: what of the service they see"),
      N_ ("WORDS") },
    { "facilitates", 0, 0, G_OPTION_ARG_NONE, &edit->facilitates, N_ ("member: leads the meeting"), NULL },
    { "no-rating", 0, 0, G_OPTION_ARG_NONE, &edit->no_rating, N_ ("member: does not rate"), NULL },
    { "member", 'm', 0, G_OPTION_ARG_STRING, &edit->member, N_ ("response, rate, finding: whose"),
      N_ ("NAME") },
    { "about", 0, 0, G_OPTION_ARG_STRING, &edit->about,
      N_ ("what it is about: a criterion, a characteristic, a results area, a heading"), N_ ("ITEM") },
    { "level", 'l', 0, G_OPTION_ARG_STRING, &edit->level,
      N_ ("rate, agree, dissent: a level of the scale, by number or name"), N_ ("LEVEL") },
    { "levels", 0, 0, G_OPTION_ARG_STRING, &edit->levels,
      N_ ("rate: all at once, a character a criterion in the framework's order: its level, ? or -"),
      N_ ("LEVELS") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &edit->reason, N_ ("rate, agree, dissent: why"), N_ ("WORDS") },
    { "example", 0, 0, G_OPTION_ARG_STRING, &edit->example, N_ ("rate: one thing seen"), N_ ("WORDS") },
    { "evidence", 0, 0, G_OPTION_ARG_STRING, &edit->evidence, N_ ("rate, finding: what it rests on"),
      N_ ("WORDS") },
    { "given", 0, 0, G_OPTION_ARG_STRING, &edit->given, N_ ("rate: when, 2026-04-10T09:00:00Z"),
      N_ ("TIME") },
    { "change", 0, 0, G_OPTION_ARG_STRING, &edit->change,
      N_ ("rate again: why it was changed; dissent: what would change their mind"), N_ ("WORDS") },
    { "set-aside", 0, 0, G_OPTION_ARG_NONE, &edit->set_aside,
      N_ ("agree: it does not apply here, with --reason"), NULL },
    { "parked", 0, 0, G_OPTION_ARG_STRING, &edit->parked, N_ ("agree: a question to be looked up"),
      N_ ("WORDS") },
    { "parked-with", 0, 0, G_OPTION_ARG_STRING, &edit->parked_with, N_ ("agree: who looks it up"),
      N_ ("NAME") },
    { "side", 0, 0, G_OPTION_ARG_STRING, &edit->side, N_ ("finding: strength or area"), N_ ("WORD") },
    { "text", 0, 0, G_OPTION_ARG_STRING, &edit->text, N_ ("finding, write, park: the words"), N_ ("WORDS") },
    { "criteria", 0, 0, G_OPTION_ARG_STRING, &edit->criteria,
      N_ ("finding: criteria that led to it, with blanks between"), N_ ("ITEMS") },
    { "agreed", 0, 0, G_OPTION_ARG_NONE, &edit->agreed, N_ ("finding: the team agreed on it"), NULL },
    { "chosen", 0, 0, G_OPTION_ARG_NONE, &edit->chosen, N_ ("finding: one of the few priorities"), NULL },
    { "required", 0, 0, G_OPTION_ARG_NONE, &edit->required, N_ ("finding: the law or safety asks for it"),
      NULL },
    { "named", 0, 0, G_OPTION_ARG_NONE, &edit->named, N_ ("finding: the member lets the name be shown"),
      NULL },
    { "effect", 0, 0, G_OPTION_ARG_INT, &edit->effect, N_ ("finding: effect on local people, 1 to 3"),
      N_ ("NUMBER") },
    { "effort", 0, 0, G_OPTION_ARG_INT, &edit->effort, N_ ("finding: effort for us, 1 to 3"), N_ ("NUMBER") },
    { "review", 0, 0, G_OPTION_ARG_STRING, &edit->review, N_ ("dissent: when to look again"), N_ ("DATE") },
    { "now", 0, 0, G_OPTION_ARG_STRING, &edit->now, N_ ("discuss: approaches in use"), N_ ("WORDS") },
    { "planned", 0, 0, G_OPTION_ARG_STRING, &edit->planned, N_ ("discuss: approaches planned"),
      N_ ("WORDS") },
    { "notes", 0, 0, G_OPTION_ARG_STRING, &edit->notes, N_ ("discuss: as on a flipchart"), N_ ("WORDS") },
    { "done", 0, 0, G_OPTION_ARG_NONE, &edit->done, N_ ("discuss: it is done"), NULL },
    { "no-data", 0, 0, G_OPTION_ARG_NONE, &edit->no_data, N_ ("result: no data held"), NULL },
    { "trend", 0, 0, G_OPTION_ARG_STRING, &edit->trend, N_ ("result: which way it goes"), N_ ("WORDS") },
    { "comparison", 0, 0, G_OPTION_ARG_STRING, &edit->comparison, N_ ("result: beside similar services"),
      N_ ("WORDS") },
    { "target", 0, 0, G_OPTION_ARG_STRING, &edit->target, N_ ("result: against what was intended"),
      N_ ("WORDS") },
    { "coverage", 0, 0, G_OPTION_ARG_STRING, &edit->coverage, N_ ("result: whom and what it covers"),
      N_ ("WORDS") },
    { "cause", 0, 0, G_OPTION_ARG_STRING, &edit->cause, N_ ("result: whether it was the library"),
      N_ ("WORDS") },
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &options.papers.out,
      N_ ("response, export: the file to write, by its ending a PDF, a web page, a text or a spreadsheet"), N_ ("FILE") },
    { "summary", 0, 0, G_OPTION_ARG_NONE, &options.papers.summary,
      N_ ("export: one page for others, instead of the write-up"), NULL },
    { "agenda", 0, 0, G_OPTION_ARG_NONE, &options.papers.agenda, N_ ("export: the agenda of the meeting"), NULL },
    { "script", 0, 0, G_OPTION_ARG_NONE, &options.papers.script, N_ ("export: the facilitator’s script"), NULL },
    { "forms", 0, 0, G_OPTION_ARG_NONE, &options.papers.forms, N_ ("export: blank forms"), NULL },
    { "for-others", 0, 0, G_OPTION_ARG_NONE, &options.papers.for_others,
      N_ ("export: the write-up for readers outside the team, without names, reasons and small counts"), NULL },
    { "radar", 0, 0, G_OPTION_ARG_NONE, &options.papers.radar, N_ ("export: the write-up with radar charts"), NULL },
    BL_COMMAND_AUTHOR (options.author),
    { NULL },
  };

  if (!bl_command_parse_between (&bl_command_assess, entries, &arguments, 2, 64))
    return BL_EXIT_USAGE;
  return run_verb (arguments, &options);
}

const BlCommand bl_command_assess = {
  .name = "assess",
  .arguments
  = "PROJECT new|member|response|merge|rate|agree|finding|dissent|discuss|result|write|park|status|export [FILE…]",
  .summary = N_ ("Assess the service as a team: who rates, what each thinks, what is agreed"),
  .details = N_ ("“response” writes a file for a member to rate in and send back; “merge” takes such files "
                 "in. “status” says where "
                 "people differ, without names, and what is missing. “export” writes the write-up and other papers."),
  .run = run,
};
