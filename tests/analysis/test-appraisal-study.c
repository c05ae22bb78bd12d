/* test-appraisal-study.c: an appraisal in a project against the worked examples of planning-content 5.4
 * and 5.6
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "appraisal-study.h"

static BlRecord *
append (gpointer parent, const char *list, gpointer record)
{
  bl_record_append (parent, list, record);
  g_object_unref (record); /* the list holds it */
  return record;
}

typedef struct
{
  BlIds *ids;
  BlClock *clock;
  BlProject *project;
  BlRecord *appraisal, *options[4], *criteria[4];
} Made;

static void
cost (BlRecord *option, const char *category, int from, int to, gint64 pounds, double optimism)
{
  BlRecord *line = append (option, "costs", bl_cost_line_new (NULL));

  bl_record_set_text (line, "category", category);
  bl_record_set_integer (line, "from", from);
  if (to != from)
    bl_record_set_integer (line, "to", to);
  bl_record_set_money (line, "amount", pounds * 100);
  if (optimism > 0)
    bl_record_set_real (line, "optimism", optimism);
}

static void
score (Made *made, guint option, guint criterion, BlRecord *scorer, double value)
{
  BlRecord *record = append (made->appraisal, "scores", bl_score_new (NULL));

  bl_record_set_text (record, "option", bl_record_get_id (made->options[option]));
  bl_record_set_text (record, "criterion", bl_record_get_id (made->criteria[criterion]));
  bl_record_set_text (record, "scorer", scorer != NULL ? bl_record_get_id (scorer) : NULL);
  bl_record_set_real (record, "value", value);
}

static Made *
make (void)
{
  static const char *const titles[] = { "Do minimum", "Option P", "Option Q", "Option R" };
  static const double swings[] = { 100, 80, 60, 20 };
  static const double values[] = { 0, 100, 40, 100, 60, 70, 100, 50, 100, 0, 70, 40, 55, 60, 90, 0 };
  Made *made = g_new0 (Made, 1);

  made->ids = bl_ids_new_seeded ("test");
  made->clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");
  made->project = bl_project_new (made->ids, made->clock);
  bl_project_begin (made->project, "Appraise");
  made->appraisal = append (made->project, "appraisals", bl_appraisal_new (NULL));
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *title = g_strdup_printf ("C%u", i + 1);

      made->options[i] = append (made->appraisal, "options", bl_option_new (NULL));
      bl_record_set_text (made->options[i], "title", titles[i]);
      made->criteria[i] = append (made->appraisal, "criteria", bl_weighed_criterion_new (NULL));
      bl_record_set_text (made->criteria[i], "title", title);
      bl_record_set_text (made->criteria[i], "item", title);
      bl_record_set_real (made->criteria[i], "swing", swings[i]);
    }
  bl_record_set_text (made->options[0], "baseline", "minimum");
  for (guint i = 0; i < 16; i++)
    score (made, i / 4, i % 4, NULL, values[i]);
  /* The money of 5.6: do minimum, and sharing a building. */
  cost (made->options[0], "cost.premises", 0, 10, 400000, 0);
  cost (made->options[0], "life.replacement", 2, 2, 60000, 0);
  cost (made->options[1], "once.capital", 0, 0, 180000, 24);
  cost (made->options[1], "once.people", 1, 1, 25000, 0);
  cost (made->options[1], "cost.premises", 0, 0, 400000, 0);
  cost (made->options[1], "cost.premises", 1, 10, 352000, 0);
  cost (made->options[1], "income.lost", 1, 10, 4000, 0);
  cost (made->options[1], "once.receipt", 2, 2, -150000, 0);
  cost (made->options[1], "user.travel", 0, 10, 70000, 0); /* shown beside, not added */
  bl_project_commit (made->project);
  return made;
}

static void
made_free (Made *made)
{
  g_object_unref (made->project);
  g_object_unref (made->ids);
  g_object_unref (made->clock);
  g_free (made);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Made, made_free)

static void
test_worked (void)
{
  g_autoptr (Made) made = make ();
  g_autoptr (BlAppraisalStudy) study
      = bl_appraisal_study_new (made->project, BL_APPRAISAL (made->appraisal), NULL);

  g_assert_cmpuint (study->n_options, ==, 4);
  g_assert_cmpint (study->answer->first, ==, 1);
  g_assert_cmpfloat_with_epsilon (study->answer->totals[1], 71.538461, 1e-6);
  g_assert_cmpint (study->minimum, ==, 0);
  g_assert_cmpint (bl_cost_round (study->options[0].years->net_present), ==, 378265277);
  g_assert_cmpint (bl_cost_round (study->options[1].years->net_present), ==, 346803948);
  g_assert_cmpint (bl_cost_round (study->options[1].pair->net_present), ==, 31461329);
  g_assert_cmpint (study->options[1].pair->pays_back, ==, 2);
  g_assert_null (study->options[2].years);
  g_assert_cmpstr (study->sentences->pdata[0], ==,
                   "Option P scores highest (71.5); Option R is 11.2 points behind.");
  g_assert_cmpstr (study->sentences->pdata[1], ==,
                   "The order changes if the weight of C1 moves from 38.5% to 54.3%.");
  g_assert_cmpstr (study->sentences->pdata[2], ==,
                   "Option R is no better than Option P on any criterion and worse on 4.");
  g_assert_cmpstr (study->sentences->pdata[3], ==, "This comparison helps a decision; it does not make one.");
  g_assert_cmpuint (study->sentences->len, ==, 4);
}

/* Other weights, as somebody asks "what if". */
static void
test_weights (void)
{
  g_autoptr (Made) made = make ();
  g_autoptr (GHashTable) weights = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (BlAppraisalStudy) study = NULL;
  double all = 1000;

  g_hash_table_insert (weights, (gpointer) "C1", &all);
  study = bl_appraisal_study_new (made->project, BL_APPRAISAL (made->appraisal), weights);
  g_assert_cmpint (study->answer->first, ==, 2); /* Q, which is best on it */
}

static void
test_scorers (void)
{
  g_autoptr (Made) made = make ();
  g_autoptr (BlAppraisalStudy) study = NULL;
  BlRecord *ann, *bob;

  bl_project_begin (made->project, "Score");
  bl_record_remove_all (made->appraisal, "scores");
  ann = append (made->appraisal, "scorers", bl_scorer_new (NULL));
  bob = append (made->appraisal, "scorers", bl_scorer_new (NULL));
  score (made, 1, 0, ann, 20);
  score (made, 1, 0, bob, 80);
  score (made, 2, 0, ann, 60);
  score (made, 2, 0, bob, 60);
  score (made, 3, 0, ann, 10);
  bl_record_set_date (made->options[3], "dropped", 739000); /* with its reason it leaves the list */
  bl_project_commit (made->project);
  study = bl_appraisal_study_new (made->project, BL_APPRAISAL (made->appraisal), NULL);
  g_assert_cmpuint (study->n_options, ==, 3);
  g_assert_cmpfloat (study->marks[1 * 4].value, ==, 50);
  g_assert_cmpfloat (study->marks[1 * 4].low, ==, 20);
  g_assert_cmpfloat (study->marks[1 * 4].high, ==, 80);
  g_assert_cmpint (study->answer->first, ==, 2);
  g_assert_cmpuint (study->n_unknown, ==, 10);
  g_assert_cmpstr (study->sentences->pdata[2], ==, "Scorers differ most on C1 for Option P: from 20 to 80.");
}

/* A criterion fed by the money: 100 for the cheapest at hand, 0 for the dearest. */
static void
test_measured (void)
{
  g_autoptr (Made) made = make ();
  g_autoptr (BlAppraisalStudy) study = NULL;

  bl_project_begin (made->project, "Measure");
  bl_record_set_text (made->criteria[3], "measure", "npc");
  bl_record_set_text (made->criteria[3], "function", "linear");
  bl_project_commit (made->project);
  study = bl_appraisal_study_new (made->project, BL_APPRAISAL (made->appraisal), NULL);
  g_assert_cmpfloat (study->marks[0 * 4 + 3].value, ==, 0);
  g_assert_cmpfloat (study->marks[1 * 4 + 3].value, ==, 100);
  g_assert_cmpfloat_with_epsilon (study->marks[0 * 4 + 3].measure, 3782652.77, 0.005);
  g_assert_cmpuint (study->n_unknown, ==, 2); /* of those without money */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/appraisal-study/worked", test_worked);
  g_test_add_func ("/appraisal-study/weights", test_weights);
  g_test_add_func ("/appraisal-study/scorers", test_scorers);
  g_test_add_func ("/appraisal-study/measured", test_measured);
  return g_test_run ();
}
