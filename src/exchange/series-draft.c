/* series-draft.c: series and figures of many authorities as a file has them, before they are a project's
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "series-draft.h"

#include <math.h>

static void
item_clear (BlDraftItem *item)
{
  g_free (item->code);
  g_free (item->name);
}

static void
break_clear (BlDraftBreak *it)
{
  g_free (it->reason);
}

static GArray *
items_new (void)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (BlDraftItem));

  g_array_set_clear_func (items, (GDestroyNotify) item_clear);
  return items;
}

static void
series_free (BlSeriesDraft *draft)
{
  g_free (draft->key);
  g_free (draft->measure);
  g_free (draft->title);
  g_free (draft->library);
  g_free (draft->place);
  g_array_unref (draft->items);
  g_array_unref (draft->breaks);
  g_hash_table_unref (draft->by_period);
  g_free (draft);
}

static void
comparison_free (BlComparisonDraft *draft)
{
  g_free (draft->key);
  g_free (draft->measure);
  g_free (draft->period);
  g_array_unref (draft->items);
  g_hash_table_unref (draft->by_code);
  g_free (draft);
}

BlSeriesDrafts *
bl_series_drafts_new (void)
{
  BlSeriesDrafts *self = g_new0 (BlSeriesDrafts, 1);

  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) series_free);
  self->comparisons = g_ptr_array_new_with_free_func ((GDestroyNotify) comparison_free);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->neighbour_codes = g_ptr_array_new_with_free_func (g_free);
  self->neighbour_names = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
bl_series_drafts_free (BlSeriesDrafts *self)
{
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->comparisons);
  g_free (self->neighbours_code);
  g_ptr_array_unref (self->neighbour_codes);
  g_ptr_array_unref (self->neighbour_names);
  g_free (self);
}

BlSeriesDraft *
bl_series_drafts_get (BlSeriesDrafts *self,
                      const char *measure,
                      BlGeographyKind geography,
                      const char *library,
                      const char *place,
                      BlPeriodKind kind)
{
  g_autofree char *key = bl_series_key (measure, library, place, geography, kind);
  BlSeriesDraft *draft = g_hash_table_lookup (self->by_key, key);

  if (draft != NULL)
    return draft;
  draft = g_new0 (BlSeriesDraft, 1);
  draft->key = g_steal_pointer (&key);
  draft->measure = g_strdup (measure);
  draft->library = g_strdup (library);
  draft->place = g_strdup (place);
  draft->geography = geography;
  draft->kind = kind;
  draft->items = items_new ();
  draft->by_period = g_hash_table_new (NULL, NULL);
  draft->breaks = g_array_new (FALSE, FALSE, sizeof (BlDraftBreak));
  g_array_set_clear_func (draft->breaks, (GDestroyNotify) break_clear);
  g_ptr_array_add (self->series, draft);
  g_hash_table_insert (self->by_key, draft->key, draft);
  return draft;
}

BlComparisonDraft *
bl_series_drafts_get_comparison (BlSeriesDrafts *self, const char *measure, const char *period)
{
  g_autofree char *key = bl_comparison_key (measure, period);
  BlComparisonDraft *draft = g_hash_table_lookup (self->by_key, key);

  if (draft != NULL)
    return draft;
  draft = g_new0 (BlComparisonDraft, 1);
  draft->key = g_steal_pointer (&key);
  draft->measure = g_strdup (measure);
  draft->period = g_strdup (period);
  draft->items = items_new ();
  draft->by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_add (self->comparisons, draft);
  g_hash_table_insert (self->by_key, draft->key, draft);
  return draft;
}

static gboolean
same_value (const BlDraftValue *a, const BlDraftValue *b)
{
  return a->state == b->state && a->provisional == b->provisional && (a->value == b->value || (isnan (a->value) && isnan (b->value)));
}

gboolean
bl_series_draft_add (BlSeriesDraft *self, const BlPeriod *period, const BlDraftValue *value)
{
  BlDraftItem item = { .period = *period, .value = *value };
  gpointer days = GSIZE_TO_POINTER ((gsize) period->start << 32 | period->end);
  guint had = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_period, days));

  if (had > 0)
    return same_value (&g_array_index (self->items, BlDraftItem, had - 1).value, value);
  g_array_append_val (self->items, item);
  g_hash_table_insert (self->by_period, days, GUINT_TO_POINTER (self->items->len));
  return TRUE;
}

void
bl_series_draft_break (BlSeriesDraft *self, BlBreakCause cause, guint32 from, guint32 until, const char *reason)
{
  BlDraftBreak made = { cause, from, until, NULL };
  guint at = 0;

  for (; at < self->breaks->len && g_array_index (self->breaks, BlDraftBreak, at).from <= from; at++)
    if (g_array_index (self->breaks, BlDraftBreak, at).from == from && g_array_index (self->breaks, BlDraftBreak, at).cause == cause)
      return;
  made.reason = g_strdup (reason);
  g_array_insert_val (self->breaks, at, made);
}

static BlDraftItem *
find_code (BlComparisonDraft *self, const char *code)
{
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_code, code));

  return at > 0 ? &g_array_index (self->items, BlDraftItem, at - 1) : NULL;
}

gboolean
bl_comparison_draft_add (BlComparisonDraft *self, const char *code, const char *name, const BlDraftValue *value)
{
  const BlDraftItem *had = find_code (self, code);
  BlDraftItem item = { .value = *value };

  if (had != NULL)
    return same_value (&had->value, value);
  item.code = g_strdup (code);
  item.name = g_strdup (name);
  g_array_append_val (self->items, item);
  g_hash_table_insert (self->by_code, g_strdup (code), GUINT_TO_POINTER (self->items->len));
  return TRUE;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return bl_period_compare (&((const BlDraftItem *) a)->period, &((const BlDraftItem *) b)->period);
}

/* Three months that follow each other. */
static gboolean
is_run (const BlDraftItem *item)
{
  for (guint k = 0; k < 3; k++)
    if (item[k].value.value != item[0].value.value || !(item[k].value.value > 0) || item[k].value.state > BL_STATE_ESTIMATE
        || (k > 0 && item[k].period.start != item[k - 1].period.end))
      return FALSE;
  return TRUE;
}

guint
bl_series_drafts_finish (BlSeriesDrafts *self)
{
  guint n = 0;

  for (guint i = 0; i < self->series->len; i++)
    {
      BlSeriesDraft *draft = g_ptr_array_index (self->series, i);
      BlDraftItem *items;

      g_array_sort (draft->items, compare_items);
      items = (BlDraftItem *) (gpointer) draft->items->data;
      for (guint k = 0; draft->counts && draft->kind == BL_PERIOD_KIND_MONTH && k + 2 < draft->items->len; k++)
        for (guint m = 0; is_run (&items[k]) && m < 3; m++)
          {
            n += items[k + m].value.state != BL_STATE_ESTIMATE;
            items[k + m].value.state = BL_STATE_ESTIMATE;
          }
    }
  return n;
}

const char *
bl_draft_value_state (const BlDraftValue *value)
{
  const char *words = value->implausible != NULL            ? "no-data implausible"
                      : value->state == BL_STATE_ESTIMATE     ? "estimate"
                      : value->state == BL_STATE_PROXY      ? "proxy"
                      : value->state == BL_STATE_SUPPRESSED ? "suppressed"
                      : value->state == BL_STATE_NO_DATA    ? "no-data"
                                                            : NULL;
  g_autofree char *both = value->provisional ? g_strdup_printf ("%s provisional", words != NULL ? words : "measured") : NULL;

  return both != NULL ? g_intern_string (both) : words;
}
