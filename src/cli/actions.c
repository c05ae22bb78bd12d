/* actions.c: branchline-cli actions: who does what by when, and what wants an eye
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "actions-study.h"
#include "improvement-plan.h"
#include "output.h"
#include "text.h"

typedef struct
{
  char *title, *owner, *why, *start, *end, *state, *outcomes, *percent, *note, *author;
  gboolean neglected;
} Options;

static void
options_clear (Options *options)
{
  char **texts[] = { &options->title, &options->owner,    &options->why,     &options->start, &options->end,
                     &options->state, &options->outcomes, &options->percent, &options->note,  &options->author };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static guint32
get_today (BlProject *project)
{
  return bl_clock_today (bl_project_get_clock (project));
}

/* --- Answering -------------------------------------------------------------------- */

static void
add_field (JsonBuilder *builder, const char *key, BlRecord *record, const char *field)
{
  g_autofree char *text = bl_record_get_as_text (record, field);

  bl_json_text (builder, key, text);
}

static void
add_item (JsonBuilder *builder, const BlActionItem *item)
{
  BlRecord *record = BL_RECORD (item->action);
  g_autofree char *words = bl_action_item_say_neglect (item);

  json_builder_begin_object (builder);
  bl_json_text (builder, "action", bl_record_get_id (record));
  add_field (builder, "ref", record, "ref");
  add_field (builder, "title", record, "title");
  add_field (builder, "owner", record, "owner");
  add_field (builder, "start", record, "start");
  add_field (builder, "end", record, "end");
  add_field (builder, "state", record, "state");
  add_field (builder, "outcomes", record, "outcomes");
  add_field (builder, "assessment", record, "assessment");
  json_builder_set_member_name (builder, "percent");
  if (item->percent >= 0)
    json_builder_add_int_value (builder, item->percent);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "late");
  json_builder_add_boolean_value (builder, item->late);
  json_builder_set_member_name (builder, "neglect");
  json_builder_begin_array (builder);
  for (guint bit = BL_NEGLECT_NO_OWNER; bit <= BL_NEGLECT_NO_NEED; bit <<= 1)
    if (item->neglect & bit)
      json_builder_add_string_value (builder, bl_neglect_get_nick (bit));
  json_builder_end_array (builder);
  bl_json_text (builder, "reason", words);
  json_builder_end_object (builder);
}

static BlExit
list (BlProject *project, const Options *options)
{
  g_autoptr (BlActionsStudy) study = bl_actions_study_new (project, get_today (project));
  g_autofree char *says = bl_actions_study_say (study);

  if (bl_command_wants_json ())
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      bl_json_count (builder, "open", study->n_open);
      bl_json_count (builder, "closed", study->n_closed);
      bl_json_count (builder, "neglected", study->n_neglected);
      bl_json_count (builder, "unowned", study->n_unowned);
      bl_json_count (builder, "late", study->n_late);
      json_builder_set_member_name (builder, "actions");
      json_builder_begin_array (builder);
      for (guint i = 0; i < study->n; i++)
        if (!options->neglected || study->items[i].neglect != 0)
          add_item (builder, &study->items[i]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
      bl_json_finish (builder);
      return BL_EXIT_DONE;
    }
  bl_output_text ("%s\n", says);
  if (study->n > 0)
    {
      BlOutputTable *table = bl_output_table_new ("llllll");

      bl_output_table_add (table, _ ("Reference"), _ ("Action"), _ ("Owner"), _ ("Finish"), _ ("Achieved"), _ ("Wants an eye"));
      for (guint i = 0; i < study->n; i++)
        {
          const BlActionItem *item = &study->items[i];
          BlRecord *record = BL_RECORD (item->action);
          g_autofree char *end = bl_record_get_as_text (record, "end"), *reason = bl_action_item_say_neglect (item);

          if (!options->neglected || item->neglect != 0)
            bl_output_table_add (table, bl_record_get_text (record, "ref"), bl_record_get_text (record, "title"),
                                 bl_record_get_text (record, "owner"), end, _ (bl_action_state_get_title (item->state)), reason);
        }
      bl_output_table_finish (table, TRUE);
    }
  return BL_EXIT_DONE;
}

/* --- Changing --------------------------------------------------------------------- */

/* By id, reference or title; NULL, said, where there is none or several. */
static BlRecord *
find_action (BlProject *project, const char *name)
{
  GListModel *all = bl_record_get_list (BL_RECORD (project), "actions");
  g_autofree char *folded = bl_text_fold (name);
  g_autoptr (GString) ids = g_string_new (NULL);
  BlRecord *found = NULL;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) action = g_list_model_get_item (all, i); /* the project holds it */
      g_autofree char *title = bl_text_fold (bl_record_get_text (action, "title"));

      if (g_strcmp0 (bl_record_get_id (action), name) == 0)
        return action;
      if (g_str_equal (title, folded) || g_strcmp0 (bl_record_get_text (action, "ref"), name) == 0)
        {
          found = action;
          n++;
          g_string_append_printf (ids, " %s", bl_record_get_id (action));
        }
    }
  if (n == 0)
    bl_command_fail (BL_EXIT_USAGE, _ ("There is no action “%s”."), name);
  else if (n > 1)
    bl_command_fail (BL_EXIT_USAGE, _ ("“%s” fits several actions:%s"), name, ids->str);
  return n == 1 ? found : NULL;
}

static gboolean
set_fields (BlProject *project, BlRecord *action, const Options *options)
{
  const struct
  {
    const char *field, *text;
  } fields[] = { { "title", options->title },       { "owner", options->owner },     { "why", options->why },
                 { "start", options->start },       { "end", options->end },         { "state", options->state },
                 { "outcomes", options->outcomes }, { "percent", options->percent } };
  g_autofree char *note = bl_text_clean (options->note);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GError) error = NULL;

      if (fields[i].text != NULL && !bl_record_set_from_text (action, fields[i].field, fields[i].text, &error))
        {
          bl_command_fail (BL_EXIT_USAGE, "%s", error->message);
          return FALSE;
        }
    }
  bl_record_set_date (action, "looked-at", get_today (project));
  if (note != NULL)
    {
      g_autoptr (BlProgress) progress = bl_progress_new (NULL);

      bl_record_set_date (BL_RECORD (progress), "date", get_today (project));
      bl_record_set_enum (BL_RECORD (progress), "state", bl_record_get_enum (action, "state"));
      bl_record_set_text (BL_RECORD (progress), "by", options->author);
      bl_record_set_text (BL_RECORD (progress), "text", note);
      bl_record_append (action, "history", BL_RECORD (progress));
      bl_record_set_text (action, "commentary", note);
    }
  return TRUE;
}

static BlExit
change (BlDocument *document, const char *path, const char *verb, const char *name, Options *options)
{
  BlProject *project = bl_document_get_project (document);
  gboolean adds = g_str_equal (verb, "add");
  g_autofree char *ref = NULL;
  BlRecord *action;
  BlExit exit;

  if (name == NULL)
    return bl_command_fail (BL_EXIT_USAGE, adds ? _ ("Say what is to be done: “actions PROJECT add TITLE”.")
                                                : _ ("Say which action: “actions PROJECT set ACTION”."));
  if (!adds)
    {
      action = find_action (project, name);
      if (action == NULL)
        return BL_EXIT_USAGE;
    }
  bl_project_begin (project, adds ? _ ("Add an Action") : _ ("Change an Action"));
  if (adds)
    {
      g_autoptr (BlAction) made = bl_action_new (NULL);

      ref = bl_plan_next_ref (project);
      bl_record_set_text (BL_RECORD (made), "ref", ref);
      bl_record_set_text (BL_RECORD (made), "title", name);
      bl_record_set_enum (BL_RECORD (made), "state", BL_ACTION_NOT_STARTED);
      bl_record_append (BL_RECORD (project), "actions", BL_RECORD (made));
      action = BL_RECORD (made);
    }
  if (!set_fields (project, action, options))
    {
      bl_project_rollback (project);
      return BL_EXIT_USAGE;
    }
  bl_project_commit (project);
  exit = bl_command_save (document, path);
  if (exit != BL_EXIT_DONE)
    return exit;
  if (bl_command_wants_json ())
    {
      g_autoptr (BlActionsStudy) study = bl_actions_study_new (project, get_today (project));
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      add_item (builder, bl_actions_study_find (study, BL_ACTION (action)));
      bl_json_finish (builder);
    }
  else
    bl_output_text ("%s: %s (%s)\n", adds ? _ ("Added") : _ ("Changed"), bl_record_get_text (action, "title"),
                    bl_record_get_id (action));
  return BL_EXIT_DONE;
}

static BlExit
run (char **arguments)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "title", 't', 0, G_OPTION_ARG_STRING, &options.title, N_ ("set: what is to be done"), N_ ("WORDS") },
    { "owner", 0, 0, G_OPTION_ARG_STRING, &options.owner, N_ ("one person or post who has said yes"), N_ ("NAME") },
    { "why", 0, 0, G_OPTION_ARG_STRING, &options.why, N_ ("the need it serves"), N_ ("WORDS") },
    { "start", 0, 0, G_OPTION_ARG_STRING, &options.start, N_ ("when it begins"), N_ ("DATE") },
    { "end", 0, 0, G_OPTION_ARG_STRING, &options.end, N_ ("when it is done"), N_ ("DATE") },
    { "state", 's', 0, G_OPTION_ARG_STRING, &options.state,
      N_ ("not-started, ongoing, yes, yes-ongoing, yes-phase, partially, partially-ongoing, no-ongoing or no"), N_ ("STATE") },
    { "percent", 0, 0, G_OPTION_ARG_STRING, &options.percent, N_ ("how far it is, 0 to 100"), N_ ("NUMBER") },
    { "outcomes", 0, 0, G_OPTION_ARG_STRING, &options.outcomes, N_ ("numbers of Outcomes, with blanks between"), N_ ("NUMBERS") },
    { "note", 'n', 0, G_OPTION_ARG_STRING, &options.note, N_ ("what happened, noted for today"), N_ ("WORDS") },
    { "neglected", 0, 0, G_OPTION_ARG_NONE, &options.neglected, N_ ("list: only those that want an eye"), NULL },
    BL_COMMAND_AUTHOR (options.author),
    { NULL },
  };
  g_autoptr (BlDocument) document = NULL;
  BlExit exit = BL_EXIT_DONE;
  gboolean lists;

  if (!bl_command_parse_between (&bl_command_actions, entries, &arguments, 2, 3))
    return BL_EXIT_USAGE;
  lists = g_str_equal (arguments[2], "list");
  if (!lists && !g_str_equal (arguments[2], "add") && !g_str_equal (arguments[2], "set"))
    return bl_command_fail (BL_EXIT_USAGE, _ ("Nothing called “%s” can be done with actions."), arguments[2]);
  document = lists ? bl_command_open (arguments[1], &exit) : bl_command_open_whole (arguments[1], &exit);
  if (document == NULL)
    return exit;
  if (lists)
    return list (bl_document_get_project (document), &options);
  if (!bl_command_sign (bl_document_get_project (document), options.author))
    return BL_EXIT_USAGE;
  return change (document, arguments[1], arguments[2], arguments[3], &options);
}

const BlCommand bl_command_actions = {
  .name = "actions",
  .arguments = N_ ("PROJECT list|add|set [TITLE|ACTION]"),
  .summary = N_ ("List, add and change actions, and say which want an eye"),
  .run = run,
};
