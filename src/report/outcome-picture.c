/* outcome-picture.c: what the indicators of one Outcome say together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "outcome-picture.h"

#include <glib/gi18n-lib.h>

/* What has got better, or is as good as was meant, in the words of its verdict. */
static void
add_sentences (BlOutcomePicture *self, const BlIndicatorPanel *panel, const BlIndicatorSummary *summary)
{
  const BlJudgement *judgement = panel->judgement;

  if (summary->figure == BL_SUMMARY_NO_DATA)
    g_ptr_array_add (self->lacking, g_strdup_printf ("%s. %s", panel->title, summary->source));
  if (judgement->rag == BL_RAG_MET && judgement->target_sentence != NULL)
    g_ptr_array_add (self->strengths, g_strdup (judgement->target_sentence));
  else if (summary->tone == BL_SUMMARY_GOOD)
    g_ptr_array_add (self->strengths, g_strdup (judgement->sentence));
  /* Old figures are told once, for all. */
  if (summary->attention != NULL && (judgement->rag == BL_RAG_NOT_MET || summary->tone == BL_SUMMARY_BAD || judgement->sister_differs))
    g_ptr_array_add (self->attention, g_strdup (summary->attention));
}

/* "The newest figures are old: Visits to libraries (Aug 2024), …". */
static void
add_stale (BlOutcomePicture *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->panels->len; i++)
    {
      const BlIndicatorPanel *panel = g_ptr_array_index (self->panels, i);

      if (panel->judgement->stale && panel->judgement->latest >= 0)
        {
          /* However little of a year it is. */
          g_autofree char *newest = bl_period_to_text (&panel->values->values->items[panel->judgement->latest].period);

          g_string_append_printf (words, "%s%s (%s)", words->len > 0 ? ", " : "", panel->title, newest);
        }
    }
  if (words->len > 0)
    g_ptr_array_add (self->attention, g_strdup_printf (_ ("Ask for newer figures: %s."), words->str));
}

static char *
gather_sources (BlOutcomePicture *self)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->panels->len; i++)
    {
      const BlIndicatorPanel *panel = g_ptr_array_index (self->panels, i);
      const BlIndicatorSummary *summary = g_ptr_array_index (self->summaries, i);

      if (summary->figure != BL_SUMMARY_NO_DATA && panel->values->source != NULL && g_hash_table_add (seen, panel->values->source))
        g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", panel->values->source);
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

BlOutcomePicture *
bl_outcome_picture_new (BlBaseFigures *figures, guint outcome)
{
  BlOutcomePicture *self;
  BlDictionary *dictionary = bl_base_figures_get_dictionary (figures);
  BlOutcome *about = bl_dictionary_find_outcome (dictionary, outcome);
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  g_return_val_if_fail (outcome >= 1 && outcome <= 7, NULL);
  self = g_new0 (BlOutcomePicture, 1);
  self->outcome = outcome;
  self->title = g_strdup (bl_dictionary_get_outcome_title (dictionary, outcome));
  self->success = about != NULL ? g_strdup (bl_record_get_text (BL_RECORD (about), "success")) : NULL;
  self->panels = bl_indicator_panels_of_outcome (figures, outcome);
  self->summaries = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_indicator_summary_free);
  self->strengths = g_ptr_array_new_with_free_func (g_free);
  self->attention = g_ptr_array_new_with_free_func (g_free);
  self->lacking = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->panels->len; i++)
    {
      BlIndicatorPanel *panel = g_ptr_array_index (self->panels, i);
      BlIndicatorSummary *summary = bl_indicator_summary_new (panel->values, panel->judgement);

      g_ptr_array_add (self->summaries, summary);
      add_sentences (self, panel, summary);
      if (summary->figure == BL_SUMMARY_KNOWN)
        g_ptr_array_add (known, panel);
    }
  add_stale (self);
  self->finding = self->panels->len > 0
                      ? bl_indicator_summaries_finding ((const BlIndicatorSummary *const *) self->summaries->pdata, self->summaries->len)
                      : g_strdup (_ ("No indicator of this Outcome has been chosen yet"));
  self->sources = gather_sources (self);
  self->chart = bl_indicator_charts_new_multiples (known, self->finding, _ ("Its indicators over time"), FALSE);
  return self;
}

void
bl_outcome_picture_free (BlOutcomePicture *self)
{
  g_free (self->title);
  g_free (self->success);
  g_free (self->finding);
  g_free (self->sources);
  g_ptr_array_unref (self->panels);
  g_ptr_array_unref (self->summaries);
  g_ptr_array_unref (self->strengths);
  g_ptr_array_unref (self->attention);
  g_ptr_array_unref (self->lacking);
  g_clear_pointer (&self->chart, bl_chart_unref);
  g_free (self);
}
