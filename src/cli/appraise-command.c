/* appraise-command.c: branchline-cli appraise: options weighed and costed, and what would change their order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "appraisal-study.h"
#include "appraise-edit.h"
#include "output.h"
#include "text.h"

typedef struct
{
  BlAppraiseEdit edit;
  char *author;
} Options;

static void
options_clear (Options *options)
{
  bl_appraise_edit_clear (&options->edit);
  g_free (options->author);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* --- Answers ---------------------------------------------------------------------- */

static void
add_point (JsonBuilder *builder, const BlAppraisalStudy *study, const char *key, const BlAppraisePoint *point)
{
  json_builder_set_member_name (builder, key);
  if (point->option < 0)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  bl_json_number (builder, "weight", 100 * point->weight);
  bl_json_text (builder, "option", bl_record_get_id (BL_RECORD (study->options[point->option].option)));
  bl_json_text (builder, "title", bl_appraisal_study_get_title (study, (guint) point->option));
  json_builder_end_object (builder);
}

static void
add_option (JsonBuilder *builder, const BlAppraisalStudy *study, guint option)
{
  const BlAppraisalOption *entry = &study->options[option];
  const BlAppraise *answer = study->answer;
  gboolean dominated = answer->dominated_by[option] >= 0;

  json_builder_begin_object (builder);
  bl_json_text (builder, "option", bl_record_get_id (BL_RECORD (entry->option)));
  bl_json_text (builder, "title", bl_appraisal_study_get_title (study, option));
  bl_json_number (builder, "total", answer->totals[option]);
  bl_json_count (builder, "unknown", answer->unknown[option]);
  json_builder_set_member_name (builder, "scores");
  json_builder_begin_array (builder);
  for (guint i = 0; i < study->n_criteria; i++)
    {
      const BlAppraisalMark *mark = &study->marks[option * study->n_criteria + i];

      json_builder_begin_object (builder);
      bl_json_text (builder, "criterion", bl_record_get_text (BL_RECORD (study->criteria[i]), "title"));
      bl_json_number (builder, "value", mark->value);
      bl_json_number (builder, "low", mark->low);
      bl_json_number (builder, "high", mark->high);
      bl_json_number (builder, "measure", mark->measure);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  bl_json_text (builder, "dominated_by",
                dominated ? bl_appraisal_study_get_title (study, (guint) answer->dominated_by[option])
                          : NULL);
  bl_json_number (builder, "net_present_cost", entry->years != NULL ? entry->years->net_present : NAN);
  bl_json_number (builder, "cash", entry->years != NULL ? entry->years->total : NAN);
  bl_json_number (builder, "saves", entry->pair != NULL ? entry->pair->net_present : NAN);
  bl_json_number (builder, "pays_back",
                  entry->pair != NULL && entry->pair->pays_back > 0 ? entry->pair->pays_back : NAN);
  json_builder_set_member_name (builder, "years");
  json_builder_begin_array (builder);
  for (guint i = 0; entry->years != NULL && i < entry->years->n; i++)
    json_builder_add_double_value (builder, entry->years->cash[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
answer_json (const BlAppraisalStudy *study)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  bl_json_text (builder, "appraisal", bl_record_get_id (BL_RECORD (study->appraisal)));
  bl_json_text (builder, "title", bl_record_get_text (BL_RECORD (study->appraisal), "title"));
  bl_json_number (builder, "rate", study->rate);
  bl_json_count (builder, "last_year", study->years);
  json_builder_set_member_name (builder, "criteria");
  json_builder_begin_array (builder);
  for (guint i = 0; i < study->n_criteria; i++)
    {
      json_builder_begin_object (builder);
      bl_json_text (builder, "criterion", bl_record_get_text (BL_RECORD (study->criteria[i]), "item"));
      bl_json_text (builder, "title", bl_record_get_text (BL_RECORD (study->criteria[i]), "title"));
      bl_json_number (builder, "weight", 100 * study->answer->weights[i]);
      add_point (builder, study, "below", &study->answer->below[i]);
      add_point (builder, study, "above", &study->answer->above[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "options");
  json_builder_begin_array (builder);
  for (guint i = 0; i < study->n_options; i++)
    add_option (builder, study, i);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "ranking");
  json_builder_begin_array (builder);
  for (guint i = 0; i < study->n_options; i++)
    if (!isnan (study->answer->totals[study->answer->order[i]]))
      json_builder_add_string_value (builder, bl_appraisal_study_get_title (study, study->answer->order[i]));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "sentences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < study->sentences->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (study->sentences, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bl_json_finish (builder);
}

static char *
say_number (double number, int decimals)
{
  return isnan (number) ? g_strdup (_ ("not known")) : bl_text_number (number, decimals);
}

static void
answer_text (const BlAppraisalStudy *study)
{
  BlOutputTable *table = bl_output_table_new ("lrr");

  bl_output_text ("%s\n\n", bl_record_get_text (BL_RECORD (study->appraisal), "title"));
  bl_output_table_add (table, _ ("Option"), _ ("Score"), _ ("Net present cost, £"));
  for (guint i = 0; i < study->n_options; i++)
    {
      guint option = study->answer->order[i];
      const BlCostYears *years = study->options[option].years;
      g_autofree char *total = say_number (study->answer->totals[option], 1);
      g_autofree char *money = say_number (years != NULL ? years->net_present : NAN, 0);

      bl_output_table_add (table, bl_appraisal_study_get_title (study, option), total, money);
    }
  bl_output_table_finish (table, TRUE);
  bl_output_text ("\n");
  for (guint i = 0; i < study->sentences->len; i++)
    bl_output_text ("%s\n", (const char *) g_ptr_array_index (study->sentences, i));
}

/* "crit.need=100,crit.npc=50"; NULL: says what is wrong. */
static GHashTable *
read_weights (BlAppraisal *appraisal, const char *text)
{
  g_autoptr (GHashTable) weights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *equals = strrchr (parts[i], '=');
      g_autofree double *value = g_new0 (double, 1);
      char *end = NULL;
      GListModel *criteria = bl_record_get_list (BL_RECORD (appraisal), "criteria");
      gboolean known = FALSE;

      if (equals != NULL)
        {
          *equals = '\0';
          *value = g_ascii_strtod (equals + 1, &end);
        }
      if (end == NULL || end == equals + 1 || *end != '\0' || *value < 0 || !isfinite (*value))
        {
          bl_command_fail (BL_EXIT_USAGE,
                           _ ("--weights wants CRITERION=NUMBER with commas between, not “%s”."), parts[i]);
          return NULL;
        }
      for (guint j = 0; j < g_list_model_get_n_items (criteria) && !known; j++)
        {
          g_autoptr (BlRecord) criterion = g_list_model_get_item (criteria, j);
          const char *title = bl_record_get_text (criterion, "title");

          known = g_strcmp0 (bl_record_get_text (criterion, "item"), parts[i]) == 0
                  || g_strcmp0 (bl_record_get_id (criterion), parts[i]) == 0
                  || g_strcmp0 (title, parts[i]) == 0;
          if (known)
            g_hash_table_insert (weights, g_strdup (bl_record_get_id (criterion)), g_steal_pointer (&value));
        }
      if (!known)
        {
          bl_command_fail (BL_EXIT_USAGE, _ ("The appraisal has no criterion “%s”."), parts[i]);
          return NULL;
        }
    }
  return g_steal_pointer (&weights);
}

static BlExit
answer (BlProject *project, const Options *options)
{
  BlExit exit = BL_EXIT_DONE;
  BlAppraisal *appraisal = bl_appraise_edit_find (project, options->edit.appraisal, &exit);
  g_autoptr (GHashTable) weights = NULL;
  g_autoptr (BlAppraisalStudy) study = NULL;

  if (appraisal == NULL)
    return exit;
  if (options->edit.weights != NULL)
    {
      weights = read_weights (appraisal, options->edit.weights);
      if (weights == NULL)
        return BL_EXIT_USAGE;
    }
  study = bl_appraisal_study_new (project, appraisal, weights);
  if (bl_command_wants_json ())
    answer_json (study);
  else
    answer_text (study);
  return BL_EXIT_DONE;
}

/* --- Verbs -------------------------------------------------------------------------- */

static void
say_done (const char *verb)
{
  if (bl_command_wants_json ())
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      bl_json_text (builder, "done", verb);
      json_builder_end_object (builder);
      bl_json_finish (builder);
    }
  else
    bl_output_text ("%s\n", _ ("Recorded"));
}

static BlExit
run_verb (char **arguments, const Options *options)
{
  const char *path = arguments[1], *verb = arguments[2];
  g_autoptr (BlDocument) document = NULL;
  BlExit exit = BL_EXIT_DONE;
  BlProject *project;

  if (verb != NULL && !bl_appraise_edit_is_verb (verb))
    return bl_command_fail (BL_EXIT_USAGE, _ ("Nothing called “%s” can be done with an appraisal."), verb);
  document = verb == NULL ? bl_command_open (path, &exit) : bl_command_open_whole (path, &exit);
  if (document == NULL)
    return exit;
  project = bl_document_get_project (document);
  if (verb == NULL)
    return answer (project, options);
  if (!bl_command_sign (project, options->author))
    return BL_EXIT_USAGE;
  bl_project_begin (project, _ ("Change the appraisal"));
  exit = bl_appraise_edit_say (project, verb, &options->edit);
  if (exit != BL_EXIT_DONE)
    {
      bl_project_rollback (project);
      return exit;
    }
  bl_project_commit (project);
  exit = bl_command_save (document, path);
  if (exit == BL_EXIT_DONE)
    say_done (verb);
  return exit;
}

static BlExit
run (char **arguments)
{
  g_auto (Options) options = { 0 };
  BlAppraiseEdit *edit = &options.edit;
  const GOptionEntry entries[] = {
    { "appraisal", 'a', 0, G_OPTION_ARG_STRING, &edit->appraisal, N_ ("which one, where there are several"),
      N_ ("NAME") },
    { "weights", 'w', 0, G_OPTION_ARG_STRING, &edit->weights, N_ ("other weights to try: CRITERION=NUMBER,…"),
      N_ ("WEIGHTS") },
    { "title", 't', 0, G_OPTION_ARG_STRING, &edit->title, N_ ("new, cost: its title"), N_ ("WORDS") },
    { "years", 0, 0, G_OPTION_ARG_STRING, &edit->years, N_ ("new: the last year, 10 where not said"),
      N_ ("NUMBER") },
    { "rate", 0, 0, G_OPTION_ARG_STRING, &edit->rate, N_ ("new: rate of discount, 3.5 where not said"),
      N_ ("PERCENT") },
    { "agreed", 0, 0, G_OPTION_ARG_STRING, &edit->agreed, N_ ("new: when criteria and weights were agreed"),
      N_ ("DATE") },
    { "option", 'o', 0, G_OPTION_ARG_STRING, &edit->option, N_ ("option, score, cost: which"), N_ ("NAME") },
    { "type", 0, 0, G_OPTION_ARG_STRING, &edit->type, N_ ("option: its kind, opt.coloc-in"), N_ ("KIND") },
    { "letter", 0, 0, G_OPTION_ARG_STRING, &edit->letter, N_ ("option: its letter"), N_ ("LETTER") },
    { "baseline", 0, 0, G_OPTION_ARG_STRING, &edit->baseline, N_ ("option: nothing or minimum"),
      N_ ("WORD") },
    { "scenario", 0, 0, G_OPTION_ARG_STRING, &edit->scenario, N_ ("option: the scenario it is"),
      N_ ("NAME") },
    { "dropped", 0, 0, G_OPTION_ARG_STRING, &edit->dropped, N_ ("option: when it was dropped, with --reason"),
      N_ ("DATE") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &edit->reason, N_ ("option, score: why"), N_ ("WORDS") },
    { "criterion", 'c', 0, G_OPTION_ARG_STRING, &edit->criterion,
      N_ ("criterion, score: which, crit.need or words of your own"), N_ ("NAME") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &edit->theme,
      N_ ("criterion: desirability, viability or feasibility"), N_ ("WORD") },
    { "swing", 0, 0, G_OPTION_ARG_STRING, &edit->swing, N_ ("criterion: its weight, 100 for the first"),
      N_ ("NUMBER") },
    { "function", 0, 0, G_OPTION_ARG_STRING, &edit->function,
      N_ ("criterion: linear, threshold, plateau, curve or direct"), N_ ("WORD") },
    { "measure", 0, 0, G_OPTION_ARG_STRING, &edit->measure,
      N_ ("criterion: the figure that feeds it: npc or saving"), N_ ("WORD") },
    { "worst", 0, 0, G_OPTION_ARG_STRING, &edit->worst, N_ ("criterion: what is worth 0"), N_ ("NUMBER") },
    { "best", 0, 0, G_OPTION_ARG_STRING, &edit->best, N_ ("criterion: what is worth 100"), N_ ("NUMBER") },
    { "scorer", 0, 0, G_OPTION_ARG_STRING, &edit->scorer, N_ ("score: whose; not given: agreed by all"),
      N_ ("NAME") },
    { "value", 0, 0, G_OPTION_ARG_STRING, &edit->value, N_ ("score: 0 to 100"), N_ ("NUMBER") },
    { "category", 0, 0, G_OPTION_ARG_STRING, &edit->category,
      N_ ("cost: cost.employees, once.capital, income.fees …"), N_ ("WORD") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &edit->from, N_ ("cost: its first year, from 0"), N_ ("YEAR") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &edit->to, N_ ("cost: its last year"), N_ ("YEAR") },
    { "amount", 0, 0, G_OPTION_ARG_STRING, &edit->amount, N_ ("cost: pounds a year; income is negative"),
      N_ ("POUNDS") },
    { "optimism", 0, 0, G_OPTION_ARG_STRING, &edit->optimism,
      N_ ("cost: percent added because early figures are low"), N_ ("PERCENT") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &edit->note, N_ ("cost: a note"), N_ ("WORDS") },
    BL_COMMAND_AUTHOR (options.author),
    { NULL },
  };

  if (!bl_command_parse_between (&bl_command_appraise, entries, &arguments, 1, 2))
    return BL_EXIT_USAGE;
  return run_verb (arguments, &options);
}

const BlCommand bl_command_appraise = {
  .name = "appraise",
  .arguments = "PROJECT [new|option|criterion|score|cost]",
  .summary
  = N_ ("Weigh options by criteria, reckon their money over years, and say what would change the order"),
  .details = N_ ("Without a verb it answers. This comparison helps a decision; it does not make one."),
  .run = run,
};
