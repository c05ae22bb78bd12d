/* briefing-slide-scenario.c: what a scenario would do, for councillors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "briefing-slide.h"

#include <glib/gi18n-lib.h>

#include "consequences.h"
#include "groups.h"
#include "scenario-words.h"
#include "survive.h"
#include "text.h"

/* Of those who would take people in, as many are named. */
#define MOST_NAMES 3

typedef struct
{
  BlFacts *facts, *changed;
  BlAccessQuestion question;
  BlConsequences *consequences;
  GPtrArray *groups;
} Study;

static void
add_people (BlBriefingSlide *self, double people, const char *words, gboolean worse)
{
  g_autofree char *number = bl_text_number (people, 0);

  bl_briefing_slide_add_figure (self, number, words, worse);
}

/* What the people of the most deprived fifth would lose, where it is known who they are. */
static void
add_deprived (BlBriefingSlide *self, const Study *study)
{
  for (guint i = 0; i < study->groups->len && i + 1 < study->consequences->n_groups; i++)
    {
      const BlGroupCounts *group = g_ptr_array_index (study->groups, i);

      if (g_str_has_prefix (group->name, "imd_decile"))
        add_people (self, study->consequences->groups[i + 1].lost, _ ("of them live in the most deprived fifth"), FALSE);
    }
}

static void
add_figures (BlBriefingSlide *self, const Study *study)
{
  const BlConsequences *it = study->consequences;
  g_autofree char *yardstick = bl_scenario_words_yardstick (study->facts, &study->question);
  g_autofree char *lost = g_strdup_printf (_ ("would lose one within %s"), yardstick);
  g_autofree char *gained = g_strdup_printf (_ ("would gain one within %s"), yardstick);

  add_people (self, it->moved, _ ("people would change library"), FALSE);
  if (it->people[BL_EFFECT_LOST] > 0 || it->people[BL_EFFECT_GAINED] <= 0)
    add_people (self, it->people[BL_EFFECT_LOST], lost, TRUE);
  if (it->people[BL_EFFECT_GAINED] > 0)
    add_people (self, it->people[BL_EFFECT_GAINED], gained, FALSE);
  add_deprived (self, study);
}

/* Those that would take people in and that the council does not run: "Fawdon and Jesmond". */
static char *
name_others (const Study *study, guint *n)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const BlConsequences *it = study->consequences;
  GString *text;

  for (guint i = 0; i < it->n_flows && names->len < MOST_NAMES; i++)
    {
      const BlFactsLibrary *to = &study->changed->libraries[it->flows[i].to];
      g_autofree char *name = bl_text_short_library_name (to->name);

      if (to->operation == BL_OPERATION_COUNCIL || to->operation == BL_OPERATION_COUNCIL_UNSTAFFED
          || to->operation == BL_OPERATION_UNKNOWN
          || g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        continue;
      g_ptr_array_add (names, g_steal_pointer (&name));
    }
  *n = names->len;
  if (names->len == 0)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : i + 1 < names->len ? ", " : _ (" and "),
                            (const char *) g_ptr_array_index (names, i));
  return g_string_free (text, FALSE);
}

static void
add_questions (BlBriefingSlide *self, const Study *study)
{
  const BlConsequences *it = study->consequences;
  guint n;
  g_autofree char *others = name_others (study, &n);

  if (others != NULL)
    {
      g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Will %s, which the council does not run, stay open?",
                                                             "Will %s, which the council does not run, stay open?", n),
                                                others);

      bl_briefing_slide_add_question (self, words);
    }
  for (guint i = 0; i < study->groups->len && i + 1 < it->n_groups; i++)
    {
      const BlGroupCounts *group = g_ptr_array_index (study->groups, i);

      if (g_str_equal (group->name, "aged_60_plus") && it->groups[i + 1].moved > 0)
        bl_briefing_slide_add_question (self, _ ("How would older people without a car get to another library?"));
    }
  if (!it->saving_known)
    bl_briefing_slide_add_question (self, _ ("What would it save? That is not known yet."));
}

static void
add_tests (BlBriefingSlide *self, Study *study)
{
  BlFacts *const changed[] = { study->changed };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlSurvive) tests
      = bl_survive_compute (study->facts, changed, 1, &study->question, NULL, 0, NULL, 0, NULL, &error);
  g_autofree char *finding = NULL, *sentence = NULL;

  if (tests == NULL)
    {
      g_info ("No tests of the answer: %s", error->message);
      return;
    }
  finding = bl_survive_finding (tests);
  sentence = bl_survive_sentence (tests);
  self->doubt = g_strdup_printf ("%s. %s", finding, sentence);
}

static void
add_notes (BlBriefingSlide *self, BlRecord *scenario, const Study *study)
{
  g_autofree char *hours = bl_scenario_words_hours (study->consequences);
  g_autofree char *saving = bl_scenario_words_saving (study->consequences);
  g_autofree char *flows = bl_scenario_finding_flows (study->changed, study->consequences);
  g_autofree char *asked = bl_scenario_words_question (study->facts, &study->question);
  g_autofree char *groups = bl_scenario_finding_groups (
      study->consequences, (BlGroupCounts *const *) study->groups->pdata, study->groups->len);
  g_autofree char *measured = g_strdup_printf (_ ("Who is %s, in a straight line from where the people of each small area live."), asked);

  bl_briefing_slide_add_note (self, _ ("What to say"), self->sentence);
  bl_briefing_slide_add_note (self, _ ("Who"), groups);
  bl_briefing_slide_add_note (self, _ ("Where they would go"), flows);
  bl_briefing_slide_add_note (self, _ ("Hours"), hours);
  bl_briefing_slide_add_note (self, _ ("Money"), saving);
  bl_briefing_slide_add_note (self, _ ("How firm it is"), self->doubt);
  bl_briefing_slide_add_note (self, _ ("How it is measured"), measured);
  bl_briefing_slide_add_note (self, _ ("Note of the scenario"), bl_record_get_text (scenario, "note"));
  bl_briefing_slide_add_note (self, _ ("Source"), self->source);
}

void
bl_briefing_slide_fill_scenario (BlBriefingSlide *self, BlSession *session, const char *id)
{
  static const double limits[] = { BL_MILE };
  BlRecord *scenario = bl_project_find (bl_session_get_project (session), id);
  Study study = { .facts = bl_session_get_facts (session), .question = { .limits = limits, .n_limits = 1 },
                  .groups = bl_session_get_groups (session) };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlConsequences) consequences = NULL;
  g_autoptr (BlFacts) changed = NULL;
  g_autofree char *title = NULL, *finding = NULL;

  if (scenario == NULL || !BL_IS_SCENARIO (scenario))
    return;
  title = bl_record_describe (scenario);
  g_object_get (session, "statutory-only", &study.question.statutory, "cross-boundary", &study.question.cross_boundary,
                NULL);
  study.changed = changed = bl_scenario_apply (study.facts, BL_SCENARIO (scenario), NULL);
  study.consequences = consequences
      = bl_consequences_compute (study.facts, changed, &study.question, NULL, NULL,
                                 (BlGroupCounts *const *) study.groups->pdata, study.groups->len, &error);
  if (consequences == NULL)
    {
      self->title = g_strdup (title);
      self->sentence = g_strdup (error->message);
      return;
    }
  finding = bl_scenario_finding (study.facts, &study.question, consequences);
  /* Translators: a scenario and what it does: "Gosforth closed: 9,146 people lose a library within a mile". */
  self->title = g_strdup_printf (_ ("%s: %s"), title, finding);
  self->sentence = bl_scenario_words_summary (study.facts, &study.question, consequences);
  self->map = bl_map_print_new_difference (study.facts, changed, consequences, &study.question, title, &error);
  if (self->map != NULL)
    {
      self->source = g_strdup (self->map->sources);
      self->picture = bl_scenario_picture_new (study.facts, changed, consequences);
    }
  add_figures (self, &study);
  add_questions (self, &study);
  add_tests (self, &study);
  add_notes (self, scenario, &study);
}
