/* indicator.c: branchline-cli indicator: what is measured, its values and what they say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "indicator-answer.h"
#include "indicator-said.h"
#include "indicator-outcome.h"
#include "output.h"
#include "starters.h"

typedef struct
{
  BlIndicatorEdit edit;
  BlIndicatorAsk ask;
  gboolean all;
  int outcome;
  char *author, *out;
} Options;

static void
options_clear (Options *options)
{
  bl_indicator_edit_clear (&options->edit);
  g_free (options->ask.library);
  g_free (options->ask.period);
  g_free (options->ask.from);
  g_free (options->ask.until);
  g_free (options->author);
  g_free (options->out);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
serves (BlIndicator *indicator, int outcome)
{
  guint outcomes[7], n = bl_indicator_get_outcomes (indicator, outcomes);

  for (guint i = 0; i < n; i++)
    if ((int) outcomes[i] == outcome)
      return TRUE;
  return outcome == 0;
}

static BlExit
list (BlProject *project, BlDictionary *dictionary, const Options *options)
{
  g_autoptr (GPtrArray) indicators = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (BlBaseFigures) figures = bl_base_figures_new (project, NULL, dictionary);
  GListModel *own = bl_record_get_list (BL_RECORD (project), "indicators");
  GListModel *all = bl_record_get_list (BL_RECORD (dictionary), "indicators");

  if (options->outcome < 0 || options->outcome > 7)
    return bl_command_fail (BL_EXIT_USAGE, _("--outcome wants a number from 1 to 7."));
  for (guint i = 0; i < g_list_model_get_n_items (own); i++)
    {
      g_autoptr (BlIndicator) indicator = g_list_model_get_item (own, i);

      if (serves (indicator, options->outcome))
        g_ptr_array_add (indicators, g_steal_pointer (&indicator));
    }
  for (guint i = 0; options->all && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlIndicator) indicator = g_list_model_get_item (all, i);
      const char *item = bl_record_get_text (BL_RECORD (indicator), "item");
      guint matches;

      bl_command_find_own_indicator (project, item, &matches);
      if (matches == 0 && serves (indicator, options->outcome))
        g_ptr_array_add (indicators, bl_dictionary_copy_indicator (dictionary, item));
    }
  bl_indicator_answer_list (figures, indicators);
  return BL_EXIT_DONE;
}

/* What was done to @indicator, as it is now. */
static void
say_done (BlIndicator *indicator, const char *key, const char *sentence)
{
  g_autofree char *name = bl_record_describe (BL_RECORD (indicator));

  if (bl_command_wants_json ())
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      bl_json_text (builder, key, bl_record_get_id (BL_RECORD (indicator)));
      bl_json_text (builder, "item", bl_record_get_text (BL_RECORD (indicator), "item"));
      bl_json_text (builder, "name", name);
      json_builder_end_object (builder);
      bl_json_finish (builder);
    }
  else
    bl_output_text ("%s: %s (%s)\n", sentence, name, bl_record_get_id (BL_RECORD (indicator)));
}

static BlExit
add_starters (BlDocument *document, BlDictionary *dictionary, const char *path)
{
  BlProject *project = bl_document_get_project (document);
  BlExit exit;
  guint n;

  bl_project_begin (project, _("Add indicators to begin with"));
  n = bl_starters_add (project, dictionary);
  bl_project_commit (project);
  exit = n > 0 ? bl_command_save (document, path) : BL_EXIT_DONE;
  if (exit != BL_EXIT_DONE)
    return exit;
  if (bl_command_wants_json ())
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      bl_json_count (builder, "added", n);
      json_builder_end_object (builder);
      bl_json_finish (builder);
    }
  else
    bl_output_text (ngettext ("Added %u indicator.\n", "Added %u indicators.\n", n), n);
  return BL_EXIT_DONE;
}

static BlExit
add (BlDocument *document, BlDictionary *dictionary, const char *path, const char *item, const Options *options)
{
  BlProject *project = bl_document_get_project (document);
  BlExit exit = BL_EXIT_DONE;
  BlIndicator *indicator;
  g_autofree char *name = g_strdup_printf (_("Add indicator “%s”"), item != NULL ? item : options->edit.name != NULL ? options->edit.name : "");

  bl_project_begin (project, name);
  indicator = bl_indicator_edit_add (project, dictionary, item, &options->edit, &exit);
  if (indicator == NULL)
    {
      bl_project_rollback (project);
      return exit;
    }
  bl_project_commit (project);
  exit = bl_command_save (document, path);
  if (exit == BL_EXIT_DONE)
    say_done (indicator, "added", _("Added"));
  return exit;
}

/* One of the project's, or what is wrong. */
static BlIndicator *
find_own (BlProject *project, BlDictionary *dictionary, const char *text, BlExit *exit)
{
  guint matches;
  BlIndicator *own = bl_command_find_own_indicator (project, text, &matches);
  g_autoptr (BlIndicator) any = NULL;

  if (own != NULL)
    return own;
  any = bl_command_find_indicator (project, dictionary, text, exit);
  if (any != NULL)
    *exit = bl_command_fail (BL_EXIT_USAGE, _("The project has not chosen “%s”: “indicator PROJECT add” does."), text);
  return NULL;
}

static BlExit
set (BlDocument *document, BlDictionary *dictionary, const char *path, const char *text, const Options *options)
{
  BlProject *project = bl_document_get_project (document);
  BlExit exit = BL_EXIT_DONE;
  BlIndicator *indicator = find_own (project, dictionary, text, &exit);
  g_autofree char *described = indicator != NULL ? bl_record_describe (BL_RECORD (indicator)) : NULL;
  g_autofree char *name = g_strdup_printf (_("Change indicator “%s”"), described != NULL ? described : "");

  if (indicator == NULL)
    return exit;
  bl_project_begin (project, name);
  if (!bl_indicator_edit_set (project, dictionary, indicator, &options->edit, &exit))
    {
      bl_project_rollback (project);
      return exit;
    }
  bl_project_commit (project);
  exit = bl_command_save (document, path);
  if (exit == BL_EXIT_DONE)
    say_done (indicator, "changed", _("Changed"));
  return exit;
}

static BlExit
remove_one (BlDocument *document, BlDictionary *dictionary, const char *path, const char *text)
{
  BlProject *project = bl_document_get_project (document);
  BlExit exit = BL_EXIT_DONE;
  g_autoptr (BlIndicator) indicator = NULL;
  BlIndicator *found = find_own (project, dictionary, text, &exit);
  g_autofree char *described = NULL, *name = NULL;

  if (found == NULL)
    return exit;
  indicator = g_object_ref (found);
  described = bl_record_describe (BL_RECORD (indicator));
  name = g_strdup_printf (_("Remove indicator “%s”"), described);
  bl_project_begin (project, name);
  bl_project_delete (project, BL_RECORD (indicator));
  bl_project_commit (project);
  exit = bl_command_save (document, path);
  if (exit == BL_EXIT_DONE)
    say_done (indicator, "removed", _("Removed"));
  return exit;
}

static BlExit
show (BlProject *project, BlDictionary *dictionary, const char *path, const char *text, const Options *options)
{
  BlExit exit = BL_EXIT_DONE;
  g_autoptr (BlIndicator) indicator = bl_command_find_indicator (project, dictionary, text, &exit);
  g_autoptr (BlBaseFigures) figures = bl_base_figures_new (project, NULL, dictionary);

  return indicator != NULL ? bl_indicator_answer_show (figures, indicator, &options->ask, path) : exit;
}

static BlExit
show_outcome (BlProject *project, BlDictionary *dictionary, const char *text, const Options *options)
{
  BlExit exit = BL_EXIT_DONE;
  guint outcome = bl_indicator_outcome_parse (dictionary, text, &exit);
  g_autoptr (BlBaseFigures) figures = NULL;

  if (outcome == 0)
    return exit;
  figures = bl_base_figures_new (project, NULL, dictionary);
  return bl_indicator_outcome_answer (figures, outcome, options->out);
}

static BlExit
check_verb (const char *verb, char **names, const Options *options)
{
  const BlIndicatorEdit *edit = &options->edit;
  const BlIndicatorAsk *ask = &options->ask;
  gboolean adds = g_str_equal (verb, "add"), changes = adds || g_str_equal (verb, "set");
  gboolean lists = g_str_equal (verb, "list"), shows = g_str_equal (verb, "show"), removes = g_str_equal (verb, "remove");
  gboolean pictures = g_str_equal (verb, "outcome");
  gboolean nameless = lists || (adds && (edit->own || edit->starters));

  if (!changes && !lists && !shows && !removes && !pictures)
    return bl_command_fail (BL_EXIT_USAGE,
                            _("Nothing called “%s” can be done with indicators: say list, show, outcome, add, set or remove."), verb);
  if (nameless && names[0] != NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("“indicator PROJECT %s” wants nothing more."), verb);
  if (!nameless && (names[0] == NULL || names[1] != NULL))
    return bl_command_fail (BL_EXIT_USAGE,
                            pictures ? _("Say one Outcome after “%s”: O1 to O7.")
                                     : _("Say one indicator after “%s”, by its item, name or id."),
                            verb);
  if (!changes && (!bl_indicator_edit_is_empty (edit) || edit->own || edit->starters))
    return bl_command_fail (BL_EXIT_USAGE, _("--own, --starters, targets, words, breaks and comments are for add and set."));
  if (g_str_equal (verb, "set") && bl_indicator_edit_is_empty (edit) && ask->library == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("Say what to set: --target, --baseline, --owner, --rules, --break …"));
  if (!shows && (ask->period != NULL || ask->from != NULL || ask->until != NULL || ask->raw))
    return bl_command_fail (BL_EXIT_USAGE, _("--period, --from, --until and --raw are for show."));
  if (!lists && (options->all || options->outcome != 0))
    return bl_command_fail (BL_EXIT_USAGE, _("--all and --outcome are for list."));
  if (options->out != NULL && !pictures)
    return bl_command_fail (BL_EXIT_USAGE, _("--out is for outcome."));
  if (ask->library != NULL && !shows && !changes)
    return bl_command_fail (BL_EXIT_USAGE, _("--library is for show, add and set."));
  if (options->author != NULL && !changes && !removes)
    return bl_command_fail (BL_EXIT_USAGE, _("--author is for add, set and remove."));
  return BL_EXIT_DONE;
}

static BlExit
run_verb (char **arguments, Options *options)
{
  const char *path = arguments[1], *verb = arguments[2];
  char **names = arguments + 3;
  BlExit exit = check_verb (verb, names, options);
  gboolean writes = g_str_equal (verb, "add") || g_str_equal (verb, "set") || g_str_equal (verb, "remove");
  g_autoptr (GError) error = NULL;
  g_autoptr (BlDictionary) dictionary = NULL;
  g_autoptr (BlDocument) document = NULL;
  BlProject *project;

  if (exit != BL_EXIT_DONE)
    return exit;
  dictionary = bl_dictionary_load (&error);
  if (dictionary == NULL)
    return bl_command_fail_error (error, NULL);
  document = writes ? bl_command_open_whole (path, &exit) : bl_command_open (path, &exit);
  if (document == NULL)
    return exit;
  project = bl_document_get_project (document);
  if (writes && !bl_command_sign (project, options->author))
    return BL_EXIT_USAGE;
  if (writes)
    options->edit.library = g_strdup (options->ask.library);
  if (g_str_equal (verb, "list"))
    return list (project, dictionary, options);
  if (g_str_equal (verb, "outcome"))
    return show_outcome (project, dictionary, names[0], options);
  if (g_str_equal (verb, "show"))
    return show (project, dictionary, path, names[0], options);
  if (g_str_equal (verb, "set"))
    return set (document, dictionary, path, names[0], options);
  if (g_str_equal (verb, "remove"))
    return remove_one (document, dictionary, path, names[0]);
  return options->edit.starters ? add_starters (document, dictionary, path)
                                : add (document, dictionary, path, names[0], options);
}

static BlExit
run (char **arguments)
{
  g_auto (Options) options = { 0 };
  BlIndicatorEdit *edit = &options.edit;
  BlIndicatorAsk *ask = &options.ask;
  const GOptionEntry entries[] = {
    { "all", 'a', 0, G_OPTION_ARG_NONE, &options.all, N_("list: the whole dictionary too"), NULL },
    { "outcome", 'o', 0, G_OPTION_ARG_INT, &options.outcome, N_("list: only of this Outcome"), N_("1–7") },
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &options.out, N_("outcome: write its picture to a PDF or HTML file"), N_("FILE") },
    { "library", 'l', 0, G_OPTION_ARG_STRING, &ask->library, N_("of one library"), N_("NAME") },
    { "period", 'p', 0, G_OPTION_ARG_STRING, &ask->period, N_("show: by month, quarter, fy, ay, cy, snapshot or rolling"), N_("KIND") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &ask->from, N_("show: judge only from this period on"), N_("PERIOD") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &ask->until, N_("show: judge only up to this period"), N_("PERIOD") },
    { "raw", 0, 0, G_OPTION_ARG_NONE, &ask->raw, N_("show: leave the season in"), NULL },
    { "starters", 0, 0, G_OPTION_ARG_NONE, &edit->starters, N_("add: a set to begin with"), NULL },
    { "own", 0, 0, G_OPTION_ARG_NONE, &edit->own, N_("add: one of your own, with --name and --formula"), NULL },
    { "name", 0, 0, G_OPTION_ARG_STRING, &edit->name, N_("what it is called"), N_("NAME") },
    { "noun", 0, 0, G_OPTION_ARG_STRING, &edit->noun, N_("what sentences call it"), N_("WORDS") },
    { "means", 0, 0, G_OPTION_ARG_STRING, &edit->means, N_("what it means, in one sentence"), N_("WORDS") },
    { "serves", 0, 0, G_OPTION_ARG_STRING, &edit->serves, N_("areas and Outcomes, “use O2”"), N_("CODES") },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &edit->unit, N_("unit"), N_("WORDS") },
    { "direction", 0, 0, G_OPTION_ARG_STRING, &edit->direction, N_("what is wanted: up, down, range or neutral"), N_("WORD") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &edit->kind, N_("count, stock, rate, share, survey, ratio, mean, money, index …"), N_("WORD") },
    { "formula", 0, 0, G_OPTION_ARG_STRING, &edit->formula, N_("over base measures, “loans_physical_all ÷ visits_all”"), N_("FORMULA") },
    { "geography", 0, 0, G_OPTION_ARG_STRING, &edit->geography, N_("service, library, authority or england"), N_("WORDS") },
    { "periods", 0, 0, G_OPTION_ARG_STRING, &edit->period, N_("kinds of period, the usual first: “fy month”"), N_("KINDS") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &edit->source, N_("where its figures come from"), N_("WORDS") },
    { "baseline", 0, 0, G_OPTION_ARG_STRING, &edit->baseline, N_("where it began"), N_("NUMBER") },
    { "baseline-period", 0, 0, G_OPTION_ARG_STRING, &edit->baseline_period, N_("when that was"), N_("PERIOD") },
    { "target", 0, 0, G_OPTION_ARG_STRING, &edit->target, N_("what is aimed at"), N_("NUMBER") },
    { "target-low", 0, 0, G_OPTION_ARG_STRING, &edit->target_low, N_("least wanted, of a range"), N_("NUMBER") },
    { "target-high", 0, 0, G_OPTION_ARG_STRING, &edit->target_high, N_("most wanted, of a range"), N_("NUMBER") },
    { "target-period", 0, 0, G_OPTION_ARG_STRING, &edit->target_period, N_("of how long a time it speaks: month, quarter, fy …"), N_("KIND") },
    { "target-date", 0, 0, G_OPTION_ARG_STRING, &edit->target_date, N_("by when"), N_("DATE") },
    { "owner", 0, 0, G_OPTION_ARG_STRING, &edit->owner, N_("who answers for it"), N_("NAME") },
    { "review", 0, 0, G_OPTION_ARG_STRING, &edit->review, N_("when it is looked at again"), N_("DATE") },
    { "rules", 0, 0, G_OPTION_ARG_STRING, &edit->rules, N_("rule set: nhs-mdc, western-electric, nelson, run-ihi, run-anhoej"), N_("SET") },
    { "parameters", 0, 0, G_OPTION_ARG_STRING, &edit->parameters,
      N_("a variant: “distance=3218.688;statutory=yes”, “day=sunday”, “without=loans_digital_all”"), N_("WORDS") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &edit->note, N_("a note"), N_("WORDS") },
    { "break", 0, 0, G_OPTION_ARG_STRING_ARRAY, &edit->breaks,
      N_("where it starts again, “2018-09-01=definition: narrowed”; may be repeated"), N_("DATE=CAUSE: REASON") },
    { "no-breaks", 0, 0, G_OPTION_ARG_NONE, &edit->no_breaks, N_("forget all breaks set on it"), NULL },
    { "comment", 0, 0, G_OPTION_ARG_STRING_ARRAY, &edit->comments, N_("what to say about a period; may be repeated"),
      N_("PERIOD=WORDS") },
    BL_COMMAND_AUTHOR (options.author),
    { NULL },
  };

  if (!bl_command_parse_between (&bl_command_indicator, entries, &arguments, 2, 3))
    return BL_EXIT_USAGE;
  return run_verb (arguments, &options);
}

const BlCommand bl_command_indicator = {
  .name = "indicator",
  .arguments = "PROJECT list|show|outcome|add|set|remove [INDICATOR|OUTCOME]",
  .summary = N_("Say what is measured, its values and what they tell; choose, aim and mark breaks"),
  .details = N_("An indicator is named by its item in the dictionary (visits-per-1000), its name or its id. “show” answers for "
                "any in the dictionary, chosen or not; “add” chooses one for the project."),
  .run = run,
};
