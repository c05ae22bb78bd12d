/* series-compare.c: what bringing drafts of series in would change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "series-draft.h"

#include "series-history.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Corrected figures told one by one. */
#define MOST_CHANGES 20

/* Where what would be done is told. */
typedef struct
{
  GHashTable *known;
  guint8 *did;
  const BlSheet *sheet;
  BlImportReport *report;
  guint kept, changed;
} Comparison;

/* "Gosforth, Apr 2023: 4,864 was 4,870"; as many as help. */
static void
tell_change (Comparison *it, const char *where, const char *when, const BlDraftValue *value, double had)
{
  g_autofree char *was = isnan (had) ? g_strdup (_ ("no figure")) : bl_series_history_number (had);
  g_autofree char *is = isnan (value->value) ? g_strdup (_ ("no figure")) : bl_series_history_number (value->value);

  if (it->changed++ < MOST_CHANGES)
    /* TRANSLATORS: a figure that its publisher has corrected: "Gosforth, Apr 2023: 4,864, was 4,870". */
    bl_import_report_warn (it->report, bl_sheet_get_row_number (it->sheet, value->row), NULL, _ ("%s, %s: %s, was %s"), where, when, is,
                           was);
}

static void
compare_value (Comparison *it, const BlKnownSeries *known, const char *row, const char *where, const char *when,
               const BlDraftValue *value, gboolean weak)
{
  gboolean same = FALSE;
  BlDraftDid what = BL_DRAFT_ADDED;
  double had;

  if (bl_known_series_has (known, row, value->value, value->low, value->high, bl_draft_value_state (value), &same))
    what = same ? BL_DRAFT_UNCHANGED : weak ? BL_DRAFT_KEPT : BL_DRAFT_UPDATED;
  it->did[value->row] |= what;
  it->kept += what == BL_DRAFT_KEPT;
  if (what != BL_DRAFT_UPDATED)
    return;
  had = bl_known_series_get (known, row);
  if (had != value->value && !(isnan (had) && isnan (value->value)))
    tell_change (it, where, when, value, had);
}

static void
compare_neighbours (const BlSeriesDrafts *self, Comparison *it)
{
  g_autofree char *key = bl_neighbours_key (self->neighbours_code);
  const BlKnownSeries *had = g_hash_table_lookup (it->known, key);

  it->did[self->neighbours_row]
      |= had == NULL ? BL_DRAFT_ADDED
         : bl_known_series_is (had, (const char *const *) self->neighbour_codes->pdata, self->neighbour_codes->len)
             ? BL_DRAFT_UNCHANGED
             : BL_DRAFT_UPDATED;
}

guint
bl_series_drafts_compare (const BlSeriesDrafts *self,
                          GHashTable *known,
                          guint8 *did,
                          const BlSheet *sheet,
                          BlImportReport *report,
                          guint *changed)
{
  Comparison it = { known, did, sheet, report, 0, 0 };

  for (guint i = 0; i < self->series->len; i++)
    {
      const BlSeriesDraft *draft = g_ptr_array_index (self->series, i);
      const BlKnownSeries *had = g_hash_table_lookup (known, draft->key);
      for (guint k = 0; k < draft->items->len; k++)
        {
          const BlDraftItem *item = &g_array_index (draft->items, BlDraftItem, k);
          g_autofree char *iso = bl_period_to_iso (&item->period), *when = had != NULL ? bl_period_to_text (&item->period) : NULL;
          compare_value (&it, had, iso, draft->title != NULL ? draft->title : draft->measure, when, &item->value, draft->weak);
        }
    }
  for (guint i = 0; i < self->comparisons->len; i++)
    {
      const BlComparisonDraft *draft = g_ptr_array_index (self->comparisons, i);
      const BlKnownSeries *had = g_hash_table_lookup (known, draft->key);
      for (guint k = 0; k < draft->items->len; k++)
        {
          const BlDraftItem *item = &g_array_index (draft->items, BlDraftItem, k);
          compare_value (&it, had, item->code, item->name != NULL ? item->name : item->code, draft->measure, &item->value,
                         draft->weak);
        }
    }
  if (self->neighbours_code != NULL)
    compare_neighbours (self, &it);
  if (it.changed > MOST_CHANGES)
    bl_import_report_warn (report, 0, NULL,
                           ngettext ("and %u more figure that is another now", "and %u more figures that are others now",
                                     it.changed - MOST_CHANGES),
                           it.changed - MOST_CHANGES);
  *changed = it.changed;
  return it.kept;
}
