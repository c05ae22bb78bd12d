/* known-series.c: the series and figures of many authorities that a project has, copied out of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "known-series.h"

#include "series.h"

#include <glib/gi18n-lib.h>
#include <math.h>

char *
bl_series_key (const char *measure, const char *library, const char *place, BlGeographyKind geography, BlPeriodKind kind)
{
  return g_strdup_printf ("series\t%s\t%s\t%s\t%d\t%d", measure != NULL ? measure : "", library != NULL ? library : "",
                          place != NULL ? place : "", (int) geography, (int) kind);
}

char *
bl_comparison_key (const char *measure, const char *period)
{
  return g_strdup_printf ("comparison\t%s\t%s", measure != NULL ? measure : "", period != NULL ? period : "");
}

char *
bl_neighbours_key (const char *code)
{
  return g_strdup_printf ("neighbours\t%s", code != NULL ? code : "");
}

char *
bl_series_key_of (BlRecord *series)
{
  return bl_series_key (bl_record_get_text (series, "measure"), bl_record_get_text (series, "library"),
                        bl_record_get_text (series, "place"), (BlGeographyKind) bl_record_get_enum (series, "geography"),
                        (BlPeriodKind) bl_record_get_enum (series, "period-kind"));
}

static void
known_free (BlKnownSeries *known)
{
  g_free (known->key);
  g_hash_table_unref (known->rows);
  g_clear_pointer (&known->values, bl_table_unref);
  g_clear_pointer (&known->lows, bl_table_unref);
  g_clear_pointer (&known->highs, bl_table_unref);
  g_clear_pointer (&known->states, bl_table_unref);
  g_free (known);
}

static BlTable *
copy_table (BlRecord *record, const char *field)
{
  BlTable *table = bl_record_get_table (record, field);

  return table != NULL ? bl_table_ref (table) : NULL;
}

/* Takes @key. */
static void
add_known (GHashTable *all, char *key, BlRecord *record, const char *rows)
{
  BlKnownSeries *known = g_new0 (BlKnownSeries, 1);
  BlTable *names = bl_record_get_table (record, rows);

  known->key = key;
  known->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; names != NULL && i < bl_table_get_n_rows (names); i++)
    if (bl_table_get_texts (names)[i] != NULL)
      g_hash_table_insert (known->rows, g_strdup (bl_table_get_texts (names)[i]), GUINT_TO_POINTER (i + 1));
  if (!BL_IS_NEIGHBOURS (record))
    {
      known->values = copy_table (record, "values");
      known->lows = copy_table (record, "lows");
      known->highs = copy_table (record, "highs");
      known->states = copy_table (record, "states");
    }
  g_hash_table_replace (all, known->key, known);
}

GHashTable *
bl_known_series_new (BlProject *project)
{
  GHashTable *all = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) known_free);
  GListModel *series = bl_record_get_list (BL_RECORD (project), "series");
  GListModel *comparisons = bl_record_get_list (BL_RECORD (project), "comparisons");
  GListModel *similar = bl_record_get_list (BL_RECORD (project), "similar");

  for (guint i = 0; i < g_list_model_get_n_items (series); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (series, i);
      add_known (all, bl_series_key_of (record), record, "periods");
    }
  for (guint i = 0; i < g_list_model_get_n_items (comparisons); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (comparisons, i);
      add_known (all, bl_comparison_key (bl_record_get_text (record, "measure"), bl_record_get_text (record, "period")), record,
                 "codes");
    }
  for (guint i = 0; i < g_list_model_get_n_items (similar); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (similar, i);
      if (g_strcmp0 (bl_record_get_text (record, "name"), BL_NEIGHBOURS_NAME) == 0)
        add_known (all, bl_neighbours_key (bl_record_get_text (record, "code")), record, "codes");
    }
  return all;
}

gboolean
bl_known_series_is (const BlKnownSeries *self, const char *const *codes, guint n)
{
  for (guint i = 0; i < n; i++)
    if (GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, codes[i])) != i + 1)
      return FALSE;
  return g_hash_table_size (self->rows) == n;
}

static gboolean
is_same (BlTable *table, guint row, double value)
{
  double had = table != NULL && row < bl_table_get_n_rows (table) ? bl_table_get_numbers (table)[row] : NAN;

  return had == value || (isnan (had) && isnan (value));
}

gboolean
bl_known_series_has (const BlKnownSeries *self,
                     const char *row,
                     double value,
                     double low,
                     double high,
                     const char *state,
                     gboolean *same)
{
  guint at = self != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, row)) : 0;
  const char *had;

  if (at == 0)
    return FALSE;
  at--;
  had = self->states != NULL && at < bl_table_get_n_rows (self->states) ? bl_table_get_texts (self->states)[at] : NULL;
  *same = is_same (self->values, at, value) && is_same (self->lows, at, low) && is_same (self->highs, at, high)
          && g_strcmp0 (had != NULL ? had : "", state != NULL ? state : "") == 0;
  return TRUE;
}

double
bl_known_series_get (const BlKnownSeries *self, const char *row)
{
  guint at = self != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, row)) : 0;

  return at > 0 && self->values != NULL && at <= bl_table_get_n_rows (self->values) ? bl_table_get_numbers (self->values)[at - 1] : NAN;
}
