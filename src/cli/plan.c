/* plan.c: branchline-cli plan: the stages of a planning exercise, what is recorded, and in which order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "output.h"
#include "plan-answer.h"
#include "text.h"

typedef struct
{
  char *workflow, *route, *started, *meeting, *subject, *owner, *start, *due, *state, *date, *until, *note,
      *reason, *by, *author;
  gboolean not_applicable;
} Options;

static void
options_clear (Options *options)
{
  char **texts[]
      = { &options->workflow, &options->route, &options->started, &options->meeting, &options->subject,
          &options->owner,    &options->start, &options->due,     &options->state,   &options->date,
          &options->until,    &options->note,  &options->reason,  &options->by,      &options->author };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*texts[i]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

typedef struct
{
  const char *option, *field, *text;
} Said;

static BlExit
set_all (BlRecord *record, const Said *said, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;

      if (said[i].text != NULL && !bl_record_set_from_text (record, said[i].field, said[i].text, &error))
        return bl_command_fail (BL_EXIT_USAGE, "%s: %s", said[i].option, error->message);
    }
  return BL_EXIT_DONE;
}

/* The one named by its item, title or id, or the first. */
static BlWorkflow *
find_workflow (BlProject *project, const char *name, BlExit *exit)
{
  GListModel *all = bl_record_get_list (BL_RECORD (project), "workflows");
  g_autofree char *folded = name != NULL ? bl_text_fold (name) : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) workflow = g_list_model_get_item (all, i); /* the list holds it */
      g_autofree char *title = bl_text_fold (bl_record_get_text (workflow, "title"));

      if (name == NULL || g_strcmp0 (bl_record_get_text (workflow, "item"), name) == 0
          || g_strcmp0 (bl_record_get_id (workflow), name) == 0 || g_str_equal (title, folded))
        return BL_WORKFLOW (workflow);
    }
  *exit = g_list_model_get_n_items (all) == 0
              ? bl_command_fail (BL_EXIT_FAULTY,
                                 _ ("The project has no workflow. “plan PROJECT new” begins one."))
              : bl_command_fail (BL_EXIT_USAGE, _ ("The project has no workflow “%s”."), name);
  return NULL;
}

static BlExit
begin_workflow (BlProject *project, const Options *options)
{
  const char *route = options->route != NULL ? options->route : "main";
  const Said said[] = { { "--started", "started", options->started },
                        { "--meeting", "meeting", options->meeting },
                        { "--subject", "subject", options->subject } };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) planning = bl_framework_load ("planning", &error), copy = NULL;
  g_autoptr (BlRecord) workflow = NULL;

  if (planning == NULL)
    return bl_command_fail_error (error, NULL);
  if (bl_framework_find_workflow (planning, route) == NULL)
    return bl_command_fail (
        BL_EXIT_USAGE, _ ("There is no route “%s”: say main, small, adm, cml, mobile, coloc or bid."), route);
  copy = bl_framework_copy (planning, bl_project_get_ids (project));
  workflow = g_object_ref (BL_RECORD (bl_framework_find_workflow (copy, route)));
  bl_record_remove (workflow);
  bl_record_append (BL_RECORD (project), "workflows", workflow);
  return set_all (workflow, said, G_N_ELEMENTS (said));
}

/* A stage or a task by its item. */
static BlRecord *
find_part (BlWorkflow *workflow, const char *item, gboolean tasks)
{
  GListModel *stages = bl_record_get_list (BL_RECORD (workflow), "stages");

  for (guint i = 0; i < g_list_model_get_n_items (stages); i++)
    {
      g_autoptr (BlRecord) stage = g_list_model_get_item (stages, i);
      GListModel *own = bl_record_get_list (stage, "tasks");

      if (!tasks && g_strcmp0 (bl_record_get_text (stage, "item"), item) == 0)
        return stage;
      for (guint j = 0; tasks && j < g_list_model_get_n_items (own); j++)
        {
          g_autoptr (BlRecord) task = g_list_model_get_item (own, j);

          if (g_strcmp0 (bl_record_get_text (task, "item"), item) == 0)
            return task;
        }
    }
  return NULL;
}

static BlRecord *
find_or_add (BlRecord *parent, const char *list, GType type, const char *item)
{
  GListModel *records = bl_record_get_list (parent, list);
  g_autoptr (BlRecord) record = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (BlRecord) there = g_list_model_get_item (records, i);

      if (g_strcmp0 (bl_record_get_text (there, "item"), item) == 0)
        return there;
    }
  record = g_object_new (type, NULL);
  bl_record_set_text (record, "item", item);
  bl_record_append (parent, list, record);
  return record; /* the list holds it */
}

static BlExit
say_task (BlWorkflow *workflow, const char *item, const Options *options)
{
  const Said said[] = { { "--owner", "owner", options->owner },   { "--start", "start", options->start },
                        { "--due", "due", options->due },         { "--state", "state", options->state },
                        { "--date", "done", options->date },      { "--note", "note", options->note },
                        { "--reason", "reason", options->reason } };
  BlRecord *task = find_part (workflow, item, TRUE);

  if (task == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _ ("The workflow has no task “%s”."), item);
  if (g_strcmp0 (options->state, "not-needed") == 0 && options->reason == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _ ("Say with --reason why the task is not needed."));
  return set_all (task, said, G_N_ELEMENTS (said));
}

static BlExit
say_stage (BlWorkflow *workflow, const char *verb, const char *item, const Options *options)
{
  gboolean signs = g_str_equal (verb, "sign");
  const Said said[] = { { "--start", "start", options->start },
                        { "--due", "due", options->due },
                        { "--note", "note", options->note },
                        { "--date", "signed", signs ? options->date : NULL },
                        { "--by", "signed-by", signs ? options->by : NULL } };
  BlRecord *stage = find_part (workflow, item, FALSE);

  if (stage == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _ ("The workflow has no stage “%s”."), item);
  if (signs && (options->date == NULL || options->by == NULL))
    return bl_command_fail (BL_EXIT_USAGE,
                            _ ("Say with --by and --date who signed the stage off, and when."));
  return set_all (stage, said, G_N_ELEMENTS (said));
}

/* A named date, or what is said of an item of the readiness list. */
static BlExit
say_recorded (
    BlProject *project, BlWorkflow *workflow, const char *verb, const char *item, const Options *options)
{
  gboolean date = g_str_equal (verb, "date");
  const Said dated[] = { { "--date", "date", options->date },
                         { "--until", "until", options->until },
                         { "--note", "note", options->note } };
  const Said noted[] = { { "--date", "date", options->date },
                         { "--note", "note", options->note },
                         { "--reason", "reason", options->reason } };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) shipped = NULL;
  BlFramework *readiness = bl_framework_look_up (project, "readiness", &shipped, &error);
  BlCatalogue *catalogue = readiness != NULL
                               ? bl_framework_find_catalogue (readiness, date ? "dates" : "readiness-items")
                               : NULL;
  BlRecord *record;

  if (readiness == NULL)
    return bl_command_fail_error (error, NULL);
  if (catalogue == NULL || bl_catalogue_find (catalogue, item) == NULL)
    return date ? bl_command_fail (BL_EXIT_USAGE, _ ("There is no date called “%s”."), item)
                : bl_command_fail (BL_EXIT_USAGE, _ ("The readiness list has no item “%s”."), item);
  if (options->not_applicable && options->reason == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _ ("Say with --reason why it does not apply."));
  if (options->date == NULL && !options->not_applicable)
    return bl_command_fail (BL_EXIT_USAGE, _ ("Say with --date which day."));
  record = find_or_add (BL_RECORD (workflow), date ? "dates" : "readiness",
                        date ? BL_TYPE_NAMED_DATE : BL_TYPE_READINESS_NOTE, item);
  if (!date && options->not_applicable)
    bl_record_set_boolean (record, "not-applicable", TRUE);
  else if (!date)
    bl_record_clear (record, "not-applicable");
  return date ? set_all (record, dated, G_N_ELEMENTS (dated)) : set_all (record, noted, G_N_ELEMENTS (noted));
}

static BlExit
answer (BlProject *project, const char *verb, BlWorkflow *workflow)
{
  guint32 today = bl_clock_today (bl_project_get_clock (project));
  g_autoptr (BlWorkflowStudy) study = bl_workflow_study_new (workflow, today);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlReadyStudy) ready = bl_ready_study_new (project, workflow, today, &error);

  if (ready == NULL)
    return bl_command_fail_error (error, NULL);
  if (g_str_equal (verb, "timeline"))
    bl_plan_answer_timeline (study);
  else if (g_str_equal (verb, "readiness"))
    bl_plan_answer_readiness (ready);
  else
    bl_plan_answer_status (study, ready);
  return BL_EXIT_DONE;
}

static BlExit
change (BlProject *project, const char *verb, const char *item, const Options *options)
{
  BlExit exit = BL_EXIT_DONE;
  BlWorkflow *workflow;

  if (g_str_equal (verb, "new"))
    return begin_workflow (project, options);
  workflow = find_workflow (project, options->workflow, &exit);
  if (workflow == NULL)
    return exit;
  if (g_str_equal (verb, "task"))
    return say_task (workflow, item, options);
  if (g_str_equal (verb, "stage") || g_str_equal (verb, "sign"))
    return say_stage (workflow, verb, item, options);
  return say_recorded (project, workflow, verb, item, options);
}

static void
say_done (const char *verb, const char *item)
{
  if (bl_command_wants_json ())
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      bl_json_text (builder, "done", verb);
      bl_json_text (builder, "item", item);
      json_builder_end_object (builder);
      bl_json_finish (builder);
    }
  else
    bl_output_text (item != NULL ? "%s: %s\n" : "%s\n", _ ("Recorded"), item);
}

static BlExit
run_verb (char **arguments, const Options *options)
{
  static const char *const answers[] = { "status", "timeline", "readiness", NULL };
  static const char *const named[] = { "task", "stage", "sign", "date", "ready", NULL };
  const char *path = arguments[1], *verb = arguments[2], *item = arguments[3];
  gboolean answering = g_strv_contains (answers, verb), begins = g_str_equal (verb, "new"),
           says = g_strv_contains (named, verb);
  g_autoptr (BlDocument) document = NULL;
  BlExit exit = BL_EXIT_DONE;
  BlProject *project;
  BlWorkflow *workflow;

  if (!answering && !begins && !says)
    return bl_command_fail (BL_EXIT_USAGE, _ ("Nothing called “%s” can be done with a plan."), verb);
  if (says != (item != NULL))
    return bl_command_fail (BL_EXIT_USAGE,
                            says ? _ ("Say what “%s” is about, by its item.")
                                 : _ ("“plan PROJECT %s” wants options only."),
                            verb);
  document = answering ? bl_command_open (path, &exit) : bl_command_open_whole (path, &exit);
  if (document == NULL)
    return exit;
  project = bl_document_get_project (document);
  if (answering)
    {
      workflow = find_workflow (project, options->workflow, &exit);
      return workflow != NULL ? answer (project, verb, workflow) : exit;
    }
  if (!bl_command_sign (project, options->author))
    return BL_EXIT_USAGE;
  bl_project_begin (project, begins ? _ ("Begin a workflow") : _ ("Change the plan"));
  exit = change (project, verb, item, options);
  if (exit != BL_EXIT_DONE)
    {
      bl_project_rollback (project);
      return exit;
    }
  bl_project_commit (project);
  exit = bl_command_save (document, path);
  if (exit == BL_EXIT_DONE)
    say_done (verb, item);
  return exit;
}

static BlExit
run (char **arguments)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "workflow", 'w', 0, G_OPTION_ARG_STRING, &options.workflow, N_ ("which one, where there are several"),
      N_ ("NAME") },
    { "route", 0, 0, G_OPTION_ARG_STRING, &options.route,
      N_ ("new: main, small, adm, cml, mobile, coloc or bid"), N_ ("ROUTE") },
    { "started", 0, 0, G_OPTION_ARG_STRING, &options.started, N_ ("new: when it begins"), N_ ("DATE") },
    { "meeting", 0, 0, G_OPTION_ARG_STRING, &options.meeting, N_ ("new: the meeting that decides"),
      N_ ("DATE") },
    { "subject", 0, 0, G_OPTION_ARG_STRING, &options.subject, N_ ("new: what it is about"), N_ ("WORDS") },
    { "owner", 0, 0, G_OPTION_ARG_STRING, &options.owner, N_ ("task: who does it"), N_ ("NAME") },
    { "state", 0, 0, G_OPTION_ARG_STRING, &options.state, N_ ("task: under-way, done or not-needed"),
      N_ ("STATE") },
    { "start", 0, 0, G_OPTION_ARG_STRING, &options.start, N_ ("task, stage: first day"), N_ ("DATE") },
    { "due", 0, 0, G_OPTION_ARG_STRING, &options.due, N_ ("task, stage: last day"), N_ ("DATE") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date,
      N_ ("date, ready, sign: the day; task: when it was done"), N_ ("DATE") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &options.until, N_ ("date: the last day of a stretch"),
      N_ ("DATE") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_ ("sign: who signed off"), N_ ("NAME") },
    { "not-applicable", 0, 0, G_OPTION_ARG_NONE, &options.not_applicable,
      N_ ("ready: it does not apply, with --reason"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, N_ ("why it does not apply, or is not needed"),
      N_ ("WORDS") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, N_ ("a note"), N_ ("WORDS") },
    BL_COMMAND_AUTHOR (options.author),
    { NULL },
  };

  if (!bl_command_parse_between (&bl_command_plan, entries, &arguments, 2, 3))
    return BL_EXIT_USAGE;
  return run_verb (arguments, &options);
}

const BlCommand bl_command_plan = {
  .name = "plan",
  .arguments = "PROJECT new|status|timeline|readiness|task|stage|sign|date|ready [ITEM]",
  .summary
  = N_ ("Follow a planning exercise: its stages, its tasks, and which papers and dates are recorded"),
  .details
  = N_ ("“readiness” says what is recorded, how old it is and in which order. It is not legal advice."),
  .run = run,
};
