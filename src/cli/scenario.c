/* scenario.c: branchline-cli scenario: what would happen if libraries closed, opened or changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "consequences.h"
#include "output.h"
#include "scenario-add.h"
#include "scenario-answer.h"

typedef struct
{
  BlScenarioAdd add;
  BlScenarioAsk ask;
  char *author;
} Options;

static void
options_clear (Options *options)
{
  char **lists[] = { options->add.close, options->add.open,         options->add.move,      options->add.hours,
                     options->add.operation, options->add.stop,     options->add.running_cost, options->add.once_cost,
                     options->ask.within, options->ask.groups };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_strfreev (lists[i]);
  g_free (options->add.title);
  g_free (options->add.note);
  g_free (options->ask.by);
  g_free (options->author);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What cannot be applied is said for each scenario, and does not stop the answer. */
static void
warn_of_faults (const BlFacts *facts, BlScenario *scenario, const char *path)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BlFacts) changed = bl_scenario_apply (facts, scenario, faults);

  for (guint i = 0; i < faults->len; i++)
    bl_command_warn (path, g_ptr_array_index (faults, i));
}

static void
say_scenario (BlProject *project, BlScenario *scenario)
{
  GListModel *changes = bl_record_get_list (BL_RECORD (scenario), "changes");
  g_autofree char *letter = bl_scenario_get_letter (scenario);
  g_autofree char *title = bl_record_describe (BL_RECORD (scenario));

  bl_output_text ("%s  %s  (%s)\n", letter, title, bl_record_get_id (BL_RECORD (scenario)));
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (BlScenarioChange) change = g_list_model_get_item (changes, i);
      g_autofree char *words = bl_scenario_change_describe (change, BL_RECORD (project));

      bl_output_text ("   %s\n", words);
    }
}

static BlExit
list (BlProject *project)
{
  GListModel *scenarios = bl_project_get_scenarios (project);
  guint n = g_list_model_get_n_items (scenarios);

  if (bl_command_wants_json ())
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "scenarios");
      json_builder_begin_array (builder);
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (BlScenario) scenario = g_list_model_get_item (scenarios, i);

          json_builder_begin_object (builder);
          bl_scenario_answer_build (builder, project, scenario);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
      bl_json_finish (builder);
      return BL_EXIT_DONE;
    }
  if (n == 0)
    bl_output_text ("%s\n", _("No scenarios yet."));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlScenario) scenario = g_list_model_get_item (scenarios, i);

      say_scenario (project, scenario);
    }
  return BL_EXIT_DONE;
}

static void
say_done (BlProject *project, BlScenario *scenario)
{
  if (bl_command_wants_json ())
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      bl_scenario_answer_build (builder, project, scenario);
      json_builder_end_object (builder);
      bl_json_finish (builder);
    }
  else
    say_scenario (project, scenario);
}

static BlExit
add (BlDocument *document, const char *path, const Options *options)
{
  BlProject *project = bl_document_get_project (document);
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  g_autofree char *name = g_strdup_printf (_("Add scenario “%s”"), options->add.title != NULL ? options->add.title : "");
  BlExit exit = BL_EXIT_DONE;
  BlScenario *scenario;

  if (!bl_command_sign (project, options->author))
    return BL_EXIT_USAGE;
  bl_project_begin (project, name);
  scenario = bl_scenario_add_to (project, facts, &options->add, &exit);
  if (scenario == NULL)
    {
      bl_project_rollback (project);
      return exit;
    }
  bl_project_commit (project);
  exit = bl_command_save (document, path);
  if (exit != BL_EXIT_DONE)
    return exit;
  warn_of_faults (facts, scenario, path);
  say_done (project, scenario);
  return BL_EXIT_DONE;
}

static BlExit
remove_one (BlDocument *document, const char *path, const char *text, const Options *options)
{
  BlProject *project = bl_document_get_project (document);
  BlExit exit = BL_EXIT_DONE;
  BlScenario *scenario = bl_command_find_scenario (project, text, &exit);
  g_autofree char *title = NULL, *name = NULL, *id = NULL;

  if (scenario == NULL)
    return exit;
  if (!bl_command_sign (project, options->author))
    return BL_EXIT_USAGE;
  title = bl_record_describe (BL_RECORD (scenario));
  id = g_strdup (bl_record_get_id (BL_RECORD (scenario)));
  name = g_strdup_printf (_("Remove scenario “%s”"), title);
  bl_project_begin (project, name);
  bl_project_delete (project, BL_RECORD (scenario));
  bl_project_commit (project);
  exit = bl_command_save (document, path);
  if (exit != BL_EXIT_DONE)
    return exit;
  if (bl_command_wants_json ())
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      bl_json_text (builder, "removed", id);
      bl_json_text (builder, "title", title);
      json_builder_end_object (builder);
      bl_json_finish (builder);
    }
  else
    bl_output_text (_("Removed “%s”.\n"), title);
  return BL_EXIT_DONE;
}

/* The scenarios named, all of them where none is; once each. */
static BlExit
compare (BlProject *project, const char *path, char **names, const Options *options)
{
  GListModel *all = bl_project_get_scenarios (project);
  g_autoptr (GPtrArray) scenarios = g_ptr_array_new ();
  g_autoptr (BlFacts) facts = bl_facts_new (project);
  BlExit exit = BL_EXIT_DONE;

  for (guint i = 0; names[i] != NULL; i++)
    {
      BlScenario *scenario = bl_command_find_scenario (project, names[i], &exit);

      if (scenario == NULL)
        return exit;
      if (!g_ptr_array_find (scenarios, scenario, NULL))
        g_ptr_array_add (scenarios, scenario);
    }
  for (guint i = 0; names[0] == NULL && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlScenario) scenario = g_list_model_get_item (all, i);

      g_ptr_array_add (scenarios, scenario); /* the project holds it */
    }
  if (scenarios->len == 0)
    return bl_command_fail (BL_EXIT_FAULTY,
                            _("%s: The project has no scenarios yet: add one with “scenario PROJECT add”."), path);
  for (guint i = 0; i < scenarios->len; i++)
    warn_of_faults (facts, g_ptr_array_index (scenarios, i), path);
  return bl_scenario_answer (project, facts, scenarios, &options->ask, path);
}

static BlExit
show (BlProject *project, const char *path, char **names, const Options *options)
{
  BlExit exit = BL_EXIT_DONE;
  BlScenario *scenario = bl_command_find_scenario (project, names[0], &exit);
  const char *note;

  if (scenario == NULL)
    return exit;
  if (!bl_command_wants_json ())
    {
      say_scenario (project, scenario);
      note = bl_record_get_text (BL_RECORD (scenario), "note");
      if (note != NULL)
        bl_output_text ("\n%s\n", note);
      bl_output_text ("\n");
    }
  return compare (project, path, names, options);
}

static BlExit
run_verb (char **arguments, const Options *options)
{
  const char *path = arguments[1], *verb = arguments[2];
  char **names = arguments + 3;
  gboolean lists = g_str_equal (verb, "list"), adds = g_str_equal (verb, "add"), removes = g_str_equal (verb, "remove");
  gboolean shows = g_str_equal (verb, "show"), compares = g_str_equal (verb, "compare");
  const BlScenarioAsk *ask = &options->ask;
  gboolean asks = ask->within != NULL || ask->groups != NULL || ask->by != NULL || ask->statutory || ask->cross_boundary;
  BlExit exit = BL_EXIT_DONE;
  g_autoptr (BlDocument) document = NULL;
  BlProject *project;

  if (!lists && !adds && !removes && !shows && !compares)
    return bl_command_fail (BL_EXIT_USAGE,
                            _("Nothing called “%s” can be done with scenarios: say list, add, remove, show or compare."),
                            verb);
  if ((lists || adds) && names[0] != NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("“scenario PROJECT %s” wants nothing more."), verb);
  if ((removes || shows) && (names[0] == NULL || names[1] != NULL))
    return bl_command_fail (BL_EXIT_USAGE, _("Say one scenario after “%s”, by its letter, id or title."), verb);
  if (!adds && !bl_scenario_add_is_empty (&options->add))
    return bl_command_fail (BL_EXIT_USAGE, _("--title, --note, changes and costs are for adding a scenario."));
  if (!shows && !compares && asks)
    return bl_command_fail (BL_EXIT_USAGE,
                            _("--within, --by, --group, --statutory and --cross-boundary are for comparing."));
  if (!adds && !removes && options->author != NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("--author is for adding and removing."));
  document = adds || removes ? bl_command_open_whole (path, &exit) : bl_command_open (path, &exit);
  if (document == NULL)
    return exit;
  project = bl_document_get_project (document);
  if (lists)
    return list (project);
  if (adds)
    return add (document, path, options);
  if (removes)
    return remove_one (document, path, names[0], options);
  return shows ? show (project, path, names, options) : compare (project, path, names, options);
}

static BlExit
run (char **arguments)
{
  g_auto (Options) options = { 0 };
  BlScenarioAdd *made = &options.add;
  BlScenarioAsk *ask = &options.ask;
  const GOptionEntry entries[] = {
    { "title", 't', 0, G_OPTION_ARG_STRING, &made->title, N_("add: what it is called"), N_("TITLE") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &made->note, N_("add: why it is thought about"), N_("TEXT") },
    { "close", 0, 0, G_OPTION_ARG_STRING_ARRAY, &made->close, N_("add: close a library; may be repeated, as all changes"),
      N_("NAME") },
    { "open", 0, 0, G_OPTION_ARG_STRING_ARRAY, &made->open,
      N_("add: open one at easting,northing, a grid reference or a postcode"), N_("NAME@PLACE") },
    { "move", 0, 0, G_OPTION_ARG_STRING_ARRAY, &made->move, N_("add: move a library"), N_("NAME@PLACE") },
    { "hours", 0, 0, G_OPTION_ARG_STRING_ARRAY, &made->hours,
      N_("add: other hours, “Mon 10:00-13:00; Tue-Fri 9:30-17:00” or a week’s hours, “12”"), N_("NAME=HOURS") },
    { "operation", 0, 0, G_OPTION_ARG_STRING_ARRAY, &made->operation,
      N_("add: who would run it, LA, LAU, C, CR or ICL, and whether statutory: “CR,not-statutory”"), N_("NAME=CODE") },
    { "stop", 0, 0, G_OPTION_ARG_STRING_ARRAY, &made->stop, N_("add: one more stop of a mobile library"),
      N_("NAME@PLACE") },
    { "running-cost", 0, 0, G_OPTION_ARG_STRING_ARRAY, &made->running_cost,
      N_("add: what something that changes would cost a year"), N_("NAME=POUNDS") },
    { "once-cost", 0, 0, G_OPTION_ARG_STRING_ARRAY, &made->once_cost, N_("add: what a change costs once"),
      N_("NAME=POUNDS") },
    BL_COMMAND_AUTHOR (options.author),
    { "within", 'w', 0, G_OPTION_ARG_STRING_ARRAY, &ask->within,
      N_("compare: a yardstick, 1mi, 800m, 15min; may be repeated; the first says who loses (default 1mi and 2mi)"),
      N_("DISTANCE") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &ask->by,
      N_("compare: straight, walk, cycle, drive or the name of a table of travel times"), N_("MEANS") },
    { "group", 'g', 0, G_OPTION_ARG_STRING_ARRAY, &ask->groups,
      N_("compare: a count’s name or a rule, “imd_decile<=2”; may be repeated (default all there are)"), N_("GROUP") },
    { "statutory", 0, 0, G_OPTION_ARG_NONE, &ask->statutory, N_("compare: count statutory libraries only"), NULL },
    { "cross-boundary", 0, 0, G_OPTION_ARG_NONE, &ask->cross_boundary,
      N_("compare: count nearby libraries of other services too"), NULL },
    { NULL },
  };

  if (!bl_command_parse_between (&bl_command_scenario, entries, &arguments, 2, 100))
    return BL_EXIT_USAGE;
  return run_verb (arguments, &options);
}

const BlCommand bl_command_scenario = {
  .name = "scenario",
  .arguments = "PROJECT list|add|remove|show|compare [SCENARIO…]",
  .summary = N_("Say what would happen if libraries closed, opened or changed"),
  .details = N_("A scenario is a set of changes inside the project, which changes no library. Where a scenario is wanted, "
                "its letter, id or title; “compare” without any takes all."),
  .run = run,
};
