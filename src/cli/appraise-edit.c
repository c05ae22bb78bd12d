/* appraise-edit.c: branchline-cli appraise: options, criteria, scores and costs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "appraise-edit.h"

#include <glib/gi18n-lib.h>

#include "catalogue-items.h"
#include "text.h"

void
bl_appraise_edit_clear (BlAppraiseEdit *edit)
{
  char **texts[]
      = { &edit->appraisal, &edit->title,   &edit->option,   &edit->criterion, &edit->scorer, &edit->type,
          &edit->baseline,  &edit->letter,  &edit->scenario, &edit->reason,    &edit->swing,  &edit->function,
          &edit->measure,   &edit->worst,   &edit->best,     &edit->theme,     &edit->value,  &edit->category,
          &edit->from,      &edit->to,      &edit->amount,   &edit->optimism,  &edit->years,  &edit->rate,
          &edit->agreed,    &edit->dropped, &edit->weights,  &edit->note };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

/* One of @list by its @fields (NULL-terminated names) or id; the list holds it. */
static BlRecord *
find_named (BlRecord *parent, const char *list, const char *const *fields, const char *name)
{
  GListModel *records = bl_record_get_list (parent, list);
  g_autofree char *folded = bl_text_fold (name);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (records, i);

      if (g_strcmp0 (bl_record_get_id (record), name) == 0)
        return record;
      for (guint j = 0; fields[j] != NULL; j++)
        {
          const char *text = bl_record_get_text (record, fields[j]);
          g_autofree char *own = text != NULL ? bl_text_fold (text) : NULL;

          if (own != NULL && g_str_equal (own, folded))
            return record;
        }
    }
  return NULL;
}

static const char *const by_title[] = { "title", NULL };
static const char *const by_letter[] = { "letter", "title", NULL };
static const char *const by_item[] = { "item", "title", NULL };
static const char *const by_name[] = { "name", NULL };

BlAppraisal *
bl_appraise_edit_find (BlProject *project, const char *name, BlExit *exit)
{
  GListModel *all = bl_record_get_list (BL_RECORD (project), "appraisals");
  BlRecord *found;

  if (g_list_model_get_n_items (all) == 0)
    {
      *exit = bl_command_fail (BL_EXIT_FAULTY,
                               _ ("The project has no appraisal. “appraise PROJECT new” begins one."));
      return NULL;
    }
  if (name == NULL)
    {
      g_autoptr (BlRecord) first = g_list_model_get_item (all, 0);

      return BL_APPRAISAL (first); /* the list holds it */
    }
  found = find_named (BL_RECORD (project), "appraisals", by_title, name);
  if (found == NULL)
    *exit = bl_command_fail (BL_EXIT_USAGE, _ ("There is no appraisal “%s”."), name);
  return (BlAppraisal *) found;
}

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

static BlRecord *
append_new (gpointer parent, const char *list, GType type)
{
  g_autoptr (BlRecord) record = g_object_new (type, NULL);

  bl_record_append (parent, list, record);
  return record; /* the list holds it */
}

/* Do nothing and do minimum are always in. */
static BlExit
begin (BlProject *project, const BlAppraiseEdit *edit)
{
  BlRecord *appraisal = append_new (project, "appraisals", BL_TYPE_APPRAISAL), *nothing, *minimum;
  const Said said[] = { { "--years", "years", edit->years },
                        { "--rate", "rate", edit->rate },
                        { "--agreed", "agreed", edit->agreed } };

  bl_record_set_text (appraisal, "title", edit->title != NULL ? edit->title : _ ("Appraisal of options"));
  nothing = append_new (appraisal, "options", BL_TYPE_OPTION);
  bl_record_set_text (nothing, "title", _ ("Do nothing"));
  bl_record_set_text (nothing, "type", "opt.nothing");
  bl_record_set_text (nothing, "baseline", "nothing");
  minimum = append_new (appraisal, "options", BL_TYPE_OPTION);
  bl_record_set_text (minimum, "title", _ ("Do minimum"));
  bl_record_set_text (minimum, "type", "opt.minimum");
  bl_record_set_text (minimum, "baseline", "minimum");
  return set_all (appraisal, said, G_N_ELEMENTS (said));
}

/* The item of a catalogue of the framework, in whichever project. */
static const char *
find_title (BlProject *project, const char *catalogue, const char *item, BlFramework **shipped)
{
  BlFramework *framework = bl_framework_look_up (project, "appraisal", shipped, NULL);
  BlCatalogue *found = framework != NULL ? bl_framework_find_catalogue (framework, catalogue) : NULL;
  BlCatalogueItem *entry = found != NULL ? bl_catalogue_find (found, item) : NULL;

  return entry != NULL ? bl_record_get_text (BL_RECORD (entry), "title") : NULL;
}

static BlExit
say_option (BlProject *project, BlRecord *appraisal, const BlAppraiseEdit *edit)
{
  const Said said[] = { { "--letter", "letter", edit->letter },
                        { "--type", "type", edit->type },
                        { "--baseline", "baseline", edit->baseline },
                        { "--reason", "reason", edit->reason },
                        { "--dropped", "dropped", edit->dropped } };
  g_autoptr (BlFramework) shipped = NULL;
  BlRecord *option;
  BlExit exit = BL_EXIT_DONE;

  if (edit->option == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _ ("Say with --option which one."));
  if (edit->dropped != NULL && edit->reason == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _ ("Say with --reason why the option is dropped."));
  if (edit->type != NULL && find_title (project, "option-types", edit->type, &shipped) == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _ ("There is no kind of option “%s”."), edit->type);
  option = find_named (appraisal, "options", by_letter, edit->option);
  if (option == NULL)
    {
      option = append_new (appraisal, "options", BL_TYPE_OPTION);
      bl_record_set_text (option, "title", edit->option);
    }
  if (edit->scenario != NULL)
    {
      BlScenario *scenario = bl_command_find_scenario (project, edit->scenario, &exit);

      if (scenario == NULL)
        return exit;
      bl_record_set_text (option, "scenario", bl_record_get_id (BL_RECORD (scenario)));
    }
  return set_all (option, said, G_N_ELEMENTS (said));
}

static BlExit
say_criterion (BlProject *project, BlRecord *appraisal, const BlAppraiseEdit *edit)
{
  const Said said[]
      = { { "--swing", "swing", edit->swing },       { "--function", "function", edit->function },
          { "--measure", "measure", edit->measure }, { "--worst", "worst", edit->worst },
          { "--best", "best", edit->best },          { "--theme", "theme", edit->theme } };
  g_autoptr (BlFramework) shipped = NULL;
  const char *title;
  BlRecord *criterion;

  if (edit->criterion == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _ ("Say with --criterion which one."));
  criterion = find_named (appraisal, "criteria", by_item, edit->criterion);
  if (criterion == NULL)
    {
      title = find_title (project, "criteria", edit->criterion, &shipped);
      criterion = append_new (appraisal, "criteria", BL_TYPE_WEIGHED_CRITERION);
      bl_record_set_text (criterion, "title", title != NULL ? title : edit->criterion);
      bl_record_set_text (criterion, "item", title != NULL ? edit->criterion : NULL);
    }
  return set_all (criterion, said, G_N_ELEMENTS (said));
}

/* The option and the criterion that were named; FALSE: says what is wrong. */
static BlExit
find_both (BlRecord *appraisal, const BlAppraiseEdit *edit, BlRecord **option, BlRecord **criterion)
{
  *option = edit->option != NULL ? find_named (appraisal, "options", by_letter, edit->option) : NULL;
  if (criterion != NULL)
    *criterion
        = edit->criterion != NULL ? find_named (appraisal, "criteria", by_item, edit->criterion) : NULL;
  if (*option == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _ ("The appraisal has no option “%s”."),
                            edit->option != NULL ? edit->option : "");
  if (criterion != NULL && *criterion == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _ ("The appraisal has no criterion “%s”."),
                            edit->criterion != NULL ? edit->criterion : "");
  return BL_EXIT_DONE;
}

static BlExit
say_score (BlProject *project, BlRecord *appraisal, const BlAppraiseEdit *edit)
{
  BlRecord *option, *criterion, *scorer = NULL, *score = NULL;
  BlExit exit = find_both (appraisal, edit, &option, &criterion);
  GListModel *scores = bl_record_get_list (appraisal, "scores");
  const Said said[] = { { "--value", "value", edit->value }, { "--reason", "reason", edit->reason } };
  double value;

  if (exit != BL_EXIT_DONE)
    return exit;
  if (edit->scorer != NULL)
    {
      scorer = find_named (appraisal, "scorers", by_name, edit->scorer);
      if (scorer == NULL)
        {
          scorer = append_new (appraisal, "scorers", BL_TYPE_SCORER);
          bl_record_set_text (scorer, "name", edit->scorer);
        }
    }
  for (guint i = 0; i < g_list_model_get_n_items (scores) && score == NULL; i++)
    {
      g_autoptr (BlRecord) there = g_list_model_get_item (scores, i);

      if (g_strcmp0 (bl_record_get_text (there, "option"), bl_record_get_id (option)) == 0
          && g_strcmp0 (bl_record_get_text (there, "criterion"), bl_record_get_id (criterion)) == 0
          && g_strcmp0 (bl_record_get_text (there, "scorer"),
                        scorer != NULL ? bl_record_get_id (scorer) : NULL)
                 == 0)
        score = there;
    }
  if (score == NULL)
    {
      score = append_new (appraisal, "scores", BL_TYPE_SCORE);
      bl_record_set_text (score, "option", bl_record_get_id (option));
      bl_record_set_text (score, "criterion", bl_record_get_id (criterion));
      bl_record_set_text (score, "scorer", scorer != NULL ? bl_record_get_id (scorer) : NULL);
    }
  bl_record_set_date (score, "date", bl_clock_today (bl_project_get_clock (project)));
  exit = set_all (score, said, G_N_ELEMENTS (said));
  if (exit == BL_EXIT_DONE && (!bl_record_get_real (score, "value", &value) || value < 0 || value > 100))
    return bl_command_fail (BL_EXIT_USAGE, _ ("--value wants a score from 0 to 100."));
  return exit;
}

static BlExit
say_cost (BlProject *project, BlRecord *appraisal, const BlAppraiseEdit *edit)
{
  BlRecord *option, *cost;
  BlExit exit = find_both (appraisal, edit, &option, NULL);
  const Said said[] = { { "--category", "category", edit->category },
                        { "--title", "title", edit->title },
                        { "--from", "from", edit->from },
                        { "--to", "to", edit->to },
                        { "--amount", "amount", edit->amount },
                        { "--optimism", "optimism", edit->optimism },
                        { "--note", "note", edit->note } };
  g_autoptr (BlFramework) shipped = NULL;

  if (exit != BL_EXIT_DONE)
    return exit;
  if (edit->category == NULL || find_title (project, "costs", edit->category, &shipped) == NULL)
    return bl_command_fail (
        BL_EXIT_USAGE,
        _ ("Say with --category what the money is: cost.employees, once.capital, income.fees …"));
  if (edit->amount == NULL || edit->from == NULL)
    return bl_command_fail (
        BL_EXIT_USAGE, _ ("Say with --amount how much a year, and with --from (and --to) in which years."));
  cost = append_new (option, "costs", BL_TYPE_COST_LINE);
  return set_all (cost, said, G_N_ELEMENTS (said));
}

static const char *const verbs[] = { "new", "option", "criterion", "score", "cost", NULL };

gboolean
bl_appraise_edit_is_verb (const char *verb)
{
  return g_strv_contains (verbs, verb);
}

BlExit
bl_appraise_edit_say (BlProject *project, const char *verb, const BlAppraiseEdit *edit)
{
  BlExit exit = BL_EXIT_DONE;
  BlRecord *appraisal;

  if (g_str_equal (verb, "new"))
    return begin (project, edit);
  appraisal = (BlRecord *) bl_appraise_edit_find (project, edit->appraisal, &exit);
  if (appraisal == NULL)
    return exit;
  if (g_str_equal (verb, "option"))
    return say_option (project, appraisal, edit);
  if (g_str_equal (verb, "criterion"))
    return say_criterion (project, appraisal, edit);
  return g_str_equal (verb, "score") ? say_score (project, appraisal, edit)
                                     : say_cost (project, appraisal, edit);
}
