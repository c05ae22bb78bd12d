/* results-figures.c: what the project itself knows of a results area of a self-assessment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "results-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "peer-choice.h"
#include "verdict-words.h"

/* Areas of results that are about the service as a whole, and the areas of the dictionary (indicator-content 1.5,
 * "serves") that speak of them. */
static const struct
{
  const char *area, *serves[3];
} parts[] = {
  { "results-use", { "use", "reach" } },
  { "results-quality", { "quality" } },
  { "results-value", { "cost" } },
  { "results-equality", { "access" } },
};

static gboolean
has_word (const char *text, const char *word)
{
  g_auto (GStrv) words = text != NULL ? g_strsplit_set (text, " \t\n,", -1) : NULL;

  return word != NULL && words != NULL && g_strv_contains ((const char *const *) words, word);
}

static gboolean
is_named (BlResultsArea *area, const char *item)
{
  GListModel *measures = bl_record_get_list (BL_RECORD (area), "measures");

  if (has_word (bl_record_get_text (BL_RECORD (area), "indicators"), item))
    return TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr (BlRecord) measure = g_list_model_get_item (measures, i);

      if (has_word (bl_record_get_text (measure, "indicators"), item))
        return TRUE;
    }
  return FALSE;
}

static gboolean
serves_part (BlResultsArea *area, BlIndicator *indicator)
{
  const char *serves = bl_record_get_text (BL_RECORD (indicator), "serves");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (bl_record_get_text (BL_RECORD (area), "item"), parts[i].area) == 0)
      for (guint j = 0; j < G_N_ELEMENTS (parts[i].serves) && parts[i].serves[j] != NULL; j++)
        if (has_word (serves, parts[i].serves[j]))
          return TRUE;
  return FALSE;
}

static gboolean
serves_outcome (BlResultsArea *area, BlIndicator *indicator)
{
  const char *numbers = bl_record_get_text (BL_RECORD (area), "outcomes");
  guint outcomes[7], n = bl_indicator_get_outcomes (indicator, outcomes), n_of_area = 0;
  gboolean shared = FALSE;

  for (guint i = 1; i <= 7; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      n_of_area += has_word (numbers, number);
      for (guint j = 0; j < n; j++)
        shared |= outcomes[j] == i && has_word (numbers, number);
    }
  return shared && n_of_area < 7;
}

gboolean
bl_results_area_is_served (BlResultsArea *area, BlIndicator *indicator)
{
  const char *item = bl_record_get_text (BL_RECORD (indicator), "item");

  return is_named (area, item) || serves_outcome (area, indicator) || serves_part (area, indicator);
}

GPtrArray *
bl_results_list_indicators (BlProject *project, BlResultsArea *area)
{
  GListModel *all = bl_record_get_list (BL_RECORD (project), "indicators");
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlIndicator) indicator = g_list_model_get_item (all, i); /* the project holds it */

      if (bl_results_area_is_served (area, indicator))
        g_ptr_array_add (found, indicator);
    }
  return found;
}

GPtrArray *
bl_results_list_possible (BlProject *project, BlDictionary *dictionary, BlResultsArea *area, guint most)
{
  GListModel *own = bl_record_get_list (BL_RECORD (project), "indicators");
  GListModel *all = bl_record_get_list (BL_RECORD (dictionary), "indicators");
  g_autoptr (GHashTable) had = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (own); i++)
    {
      g_autoptr (BlRecord) indicator = g_list_model_get_item (own, i);

      if (bl_record_get_text (indicator, "item") != NULL)
        g_hash_table_add (had, (gpointer) bl_record_get_text (indicator, "item"));
    }
  for (guint i = 0; i < g_list_model_get_n_items (all) && found->len < most; i++)
    {
      g_autoptr (BlIndicator) indicator = g_list_model_get_item (all, i); /* the dictionary holds it */
      const char *item = bl_record_get_text (BL_RECORD (indicator), "item");

      if (item != NULL && !g_hash_table_contains (had, item) && bl_results_area_is_served (area, indicator))
        g_ptr_array_add (found, indicator);
    }
  return found;
}

char *
bl_results_say_comparison (BlBaseFigures *figures, BlProject *project, BlIndicator *indicator)
{
  g_autoptr (BlPeerChoice) own = bl_peer_choice_new_own (project);
  g_autoptr (BlPeerChoice) published = own == NULL ? bl_peer_choice_new_neighbours (project, BL_PEERS_USUAL) : NULL;
  const BlPeerChoice *choice = own != NULL ? own : published;
  g_autoptr (BlPeers) peers = NULL;
  g_autofree char *when = NULL;

  if (choice == NULL || choice->codes->len == 0 || bl_peers_is_total (indicator))
    return NULL;
  peers = bl_peers_new (figures, indicator, (const char *const *) choice->codes->pdata,
                        (const char *const *) choice->names->pdata, choice->codes->len);
  if (peers->own.reason != BL_PEER_REASON_NONE || isnan (peers->own.value) || peers->spread.n == 0)
    return NULL;
  if (peers->period.kind == BL_PERIOD_KIND_UNKNOWN)
    return g_strdup (peers->sentence);
  when = bl_words_period (&peers->period);
  /* Translators: a period, and how the service stood then among those like it. */
  return g_strdup_printf (_ ("Among similar authorities, %s: %s"), when, peers->sentence);
}
