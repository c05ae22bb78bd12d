/* meet-evidence.c: what the project's own figures say to a criterion
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "meet-evidence.h"

#include "indicator-values.h"

/* A criterion that belongs to most Outcomes says nothing about any one of them. */
#define MANY_OUTCOMES 4

static gboolean
has_word (const char *text, const char *word)
{
  g_auto (GStrv) words = text != NULL ? g_strsplit_set (text, " \t\n,", -1) : NULL;

  return word != NULL && words != NULL && g_strv_contains ((const char *const *) words, word);
}

static gboolean
serves (BlIndicator *indicator, const char *numbers)
{
  guint outcomes[7], n = bl_indicator_get_outcomes (indicator, outcomes);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", outcomes[i]);

      if (has_word (numbers, number))
        return TRUE;
    }
  return FALSE;
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = text != NULL ? g_strsplit_set (text, " ,", -1) : NULL;
  guint n = 0;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    n += *words[i] != '\0';
  return n;
}

GPtrArray *
bl_meet_list_indicators (BlProject *project, BlCriterion *criterion)
{
  GListModel *all = bl_record_get_list (BL_RECORD (project), "indicators");
  const char *named = bl_record_get_text (BL_RECORD (criterion), "indicators");
  const char *outcomes = bl_record_get_text (BL_RECORD (criterion), "outcomes");
  gboolean by_outcome = count_words (outcomes) > 0 && count_words (outcomes) < MANY_OUTCOMES;
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlIndicator) indicator = g_list_model_get_item (all, i);

      if (has_word (named, bl_record_get_text (BL_RECORD (indicator), "item")))
        g_ptr_array_add (found, g_steal_pointer (&indicator));
      else if (by_outcome && serves (indicator, outcomes))
        g_ptr_array_add (others, g_steal_pointer (&indicator));
    }
  if (found->len == 0)
    g_ptr_array_extend_and_steal (found, g_steal_pointer (&others));
  return found;
}

char *
bl_meet_say_evidence (BlSession *session, BlCriterion *criterion, BlIndicator **first)
{
  g_autoptr (GPtrArray) indicators = bl_meet_list_indicators (bl_session_get_project (session), criterion);
  BlBaseFigures *figures = indicators->len > 0 ? bl_session_get_figures (session, NULL) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  guint said = 0;

  if (first != NULL)
    *first = NULL;
  for (guint i = 0; figures != NULL && i < indicators->len && said < BL_MEET_SENTENCES; i++)
    {
      BlIndicator *indicator = g_ptr_array_index (indicators, i);
      g_autoptr (BlIndicatorValues) values = bl_indicator_values_new (figures, indicator, NULL, BL_PERIOD_KIND_UNKNOWN);
      g_autoptr (BlJudgement) judgement = values->values->n > 0 ? bl_indicator_values_judge (values) : NULL;
      g_autofree char *name = bl_record_describe (BL_RECORD (indicator));

      if (judgement == NULL || judgement->sentence == NULL || judgement->verdict == BL_VERDICT_NO_DATA)
        continue;
      if (said++ == 0 && first != NULL)
        *first = indicator; /* the project holds it */
      /* Heard without its chart, a sentence needs to say what it is of. */
      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", name, judgement->sentence);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
