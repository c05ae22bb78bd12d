/* series-draft.c: series and figures of many authorities as a file has them, before they are a project's
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "series-draft.h"

#include "series.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
item_clear (BlDraftItem *item)
{
  g_free (item->code);
  g_free (item->name);
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
  g_free (draft->library);
  g_free (draft->place);
  g_array_unref (draft->items);
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
  return a->state == b->state && (a->value == b->value || (isnan (a->value) && isnan (b->value)));
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

/* --- Against the project ---------------------------------------------------- */

static const char *
state_text (const BlDraftValue *value)
{
  if (value->implausible != NULL)
    return "no-data implausible";
  switch (value->state)
    {
    case BL_STATE_ESTIMATE:
      return "estimate";
    case BL_STATE_PROXY:
      return "proxy";
    case BL_STATE_SUPPRESSED:
      return "suppressed";
    case BL_STATE_NO_DATA:
      return "no-data";
    case BL_STATE_MEASURED:
    case BL_STATE_UNKNOWN:
    default:
      return NULL;
    }
}

/* 1 where the project's own is kept. */
static guint
compare_value (const BlKnownSeries *known, const char *row, const BlDraftValue *value, gboolean weak, guint8 *did)
{
  gboolean same = FALSE;

  BlDraftDid what = BL_DRAFT_ADDED;

  if (bl_known_series_has (known, row, value->value, value->low, value->high, state_text (value), &same))
    what = same ? BL_DRAFT_UNCHANGED : weak ? BL_DRAFT_KEPT : BL_DRAFT_UPDATED;
  did[value->row] |= what;
  return what == BL_DRAFT_KEPT;
}

guint
bl_series_drafts_compare (const BlSeriesDrafts *self, GHashTable *known, guint8 *did)
{
  guint kept = 0;

  for (guint i = 0; i < self->series->len; i++)
    {
      const BlSeriesDraft *draft = g_ptr_array_index (self->series, i);
      for (guint k = 0; k < draft->items->len; k++)
        {
          const BlDraftItem *item = &g_array_index (draft->items, BlDraftItem, k);
          g_autofree char *iso = bl_period_to_iso (&item->period);
          kept += compare_value (g_hash_table_lookup (known, draft->key), iso, &item->value, draft->weak, did);
        }
    }
  for (guint i = 0; i < self->comparisons->len; i++)
    {
      const BlComparisonDraft *draft = g_ptr_array_index (self->comparisons, i);
      for (guint k = 0; k < draft->items->len; k++)
        {
          const BlDraftItem *item = &g_array_index (draft->items, BlDraftItem, k);
          kept += compare_value (g_hash_table_lookup (known, draft->key), item->code, &item->value, draft->weak, did);
        }
    }
  if (self->neighbours_code != NULL)
    {
      g_autofree char *key = bl_neighbours_key (self->neighbours_code);
      const BlKnownSeries *had = g_hash_table_lookup (known, key);

      did[self->neighbours_row]
          |= had == NULL ? BL_DRAFT_ADDED
             : bl_known_series_is (had, (const char *const *) self->neighbour_codes->pdata, self->neighbour_codes->len)
                 ? BL_DRAFT_UNCHANGED
                 : BL_DRAFT_UPDATED;
    }
  return kept;
}

/* --- Writing ------------------------------------------------------------------ */

static BlRecord *
find_record (BlProject *project, const char *list, const char *key)
{
  GListModel *records = bl_record_get_list (BL_RECORD (project), list);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (records, i);
      g_autofree char *own = g_str_equal (list, "series")
                                 ? bl_series_key_of (record)
                                 : bl_comparison_key (bl_record_get_text (record, "measure"), bl_record_get_text (record, "period"));
      if (g_str_equal (own, key))
        return record; /* the list keeps it */
    }
  return NULL;
}

/* What is said of where it is from; what is not said stays with a record that was there. */
static void
put_origin (BlImportPlan *plan, BlProject *project, BlRecord *record, gboolean made)
{
  const char *const origin[][2] = { { "source", bl_import_plan_source (plan) },
                                    { "date", bl_import_plan_date (plan) },
                                    { "licence", bl_import_plan_licence (plan) } };

  for (guint i = 0; i < G_N_ELEMENTS (origin); i++)
    if (origin[i][1] != NULL)
      bl_record_set_text (record, origin[i][0], origin[i][1]);
  if (made)
    bl_record_set_date (record, "obtained", bl_clock_today (bl_project_get_clock (project)));
}

/* One row of the tables as they will be. */
typedef struct
{
  char *row, *name, *state, *note;
  BlPeriod period;
  double values[4]; /* value, low, high, parts */
} Line;

static void
line_clear (Line *line)
{
  g_free (line->row);
  g_free (line->name);
  g_free (line->state);
  g_free (line->note);
}

static char *
text_at (BlTable *table, guint row)
{
  const char *text = table != NULL && row < bl_table_get_n_rows (table) ? bl_table_get_texts (table)[row] : NULL;

  return g_strdup (text != NULL && *text != '\0' ? text : NULL);
}

static const char *const number_fields[4] = { "values", "lows", "highs", "parts" };

/* The lines the record has. */
static GArray *
read_lines (BlRecord *record, gboolean series)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Line));
  BlTable *rows = bl_record_get_table (record, series ? "periods" : "codes");
  BlPeriodKind kind = series ? (BlPeriodKind) bl_record_get_enum (record, "period-kind") : BL_PERIOD_KIND_UNKNOWN;

  g_array_set_clear_func (lines, (GDestroyNotify) line_clear);
  for (guint i = 0; rows != NULL && i < bl_table_get_n_rows (rows); i++)
    {
      Line line = { .row = text_at (rows, i) };

      line.state = text_at (bl_record_get_table (record, "states"), i);
      line.note = text_at (bl_record_get_table (record, "notes"), i);
      if (!series)
        line.name = text_at (bl_record_get_table (record, "names"), i);
      /* What cannot be read stays where it is: before all else. */
      if (series && line.row != NULL)
        (void) bl_period_parse (line.row, kind, &line.period, NULL);
      for (guint k = 0; k < G_N_ELEMENTS (number_fields); k++)
        {
          BlTable *table = bl_record_get_table (record, number_fields[k]);
          line.values[k] = table != NULL && i < bl_table_get_n_rows (table) ? bl_table_get_numbers (table)[i] : NAN;
        }
      g_array_append_val (lines, line);
    }
  return lines;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return bl_period_compare (&((const Line *) a)->period, &((const Line *) b)->period);
}

static void
put_texts (BlRecord *record, const char *field, const GArray *lines, gsize offset, gboolean always)
{
  g_autofree const char **texts = g_new0 (const char *, lines->len + 1);
  g_autoptr (BlTable) table = NULL;
  gboolean any = always;

  for (guint i = 0; i < lines->len; i++)
    {
      texts[i] = G_STRUCT_MEMBER (char *, &g_array_index (lines, Line, i), offset);
      any = any || texts[i] != NULL;
    }
  if (any)
    table = bl_table_new_texts (texts, lines->len);
  bl_record_set_table (record, field, table);
}

static void
put_lines (BlRecord *record, const GArray *lines, gboolean series)
{
  g_autofree double *numbers = g_new (double, lines->len + 1);

  put_texts (record, series ? "periods" : "codes", lines, G_STRUCT_OFFSET (Line, row), TRUE);
  if (!series)
    put_texts (record, "names", lines, G_STRUCT_OFFSET (Line, name), FALSE);
  for (guint k = 0; k < G_N_ELEMENTS (number_fields); k++)
    {
      g_autoptr (BlTable) table = NULL;
      gboolean any = k == 0;

      for (guint i = 0; i < lines->len; i++)
        {
          numbers[i] = g_array_index (lines, Line, i).values[k];
          any = any || !isnan (numbers[i]);
        }
      if (any)
        table = bl_table_new_numbers (numbers, lines->len);
      bl_record_set_table (record, number_fields[k], table);
    }
  put_texts (record, "states", lines, G_STRUCT_OFFSET (Line, state), FALSE);
  put_texts (record, "notes", lines, G_STRUCT_OFFSET (Line, note), FALSE);
}

/* What the file has takes the place of what was there; what it has not stays. */
static void
merge (GArray *lines, const GArray *items, gboolean series, gboolean weak)
{
  g_autoptr (GHashTable) at = g_hash_table_new (g_str_hash, g_str_equal);
  guint had = lines->len;

  for (guint i = 0; i < had; i++)
    if (g_array_index (lines, Line, i).row != NULL)
      g_hash_table_insert (at, g_array_index (lines, Line, i).row, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < items->len; i++)
    {
      const BlDraftItem *item = &g_array_index (items, BlDraftItem, i);
      g_autofree char *row = series ? bl_period_to_iso (&item->period) : g_strdup (item->code);
      guint found = GPOINTER_TO_UINT (g_hash_table_lookup (at, row));
      Line made = { 0 }, *line = found > 0 ? &g_array_index (lines, Line, found - 1) : &made;

      if (found > 0 && weak)
        continue;
      line->period = item->period;
      line->values[0] = item->value.value;
      line->values[1] = item->value.low;
      line->values[2] = item->value.high;
      line->values[3] = item->value.parts;
      g_free (line->state);
      line->state = g_strdup (state_text (&item->value));
      if (!series)
        {
          g_free (line->note);
          line->note = g_strdup (item->value.implausible);
        }
      if (found > 0)
        continue;
      line->row = g_steal_pointer (&row);
      line->name = g_strdup (item->name);
      g_array_append_val (lines, made);
    }
  if (series)
    g_array_sort (lines, compare_lines);
}

static void
put_series (BlImportPlan *plan, BlProject *project, const BlSeriesDraft *draft)
{
  BlRecord *record = find_record (project, "series", draft->key);
  g_autoptr (BlRecord) made = NULL;
  g_autoptr (GArray) lines = NULL;

  if (record == NULL)
    {
      g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "series");

      record = made = BL_RECORD (bl_series_new (id));
      bl_record_set_text (record, "measure", draft->measure);
      bl_record_set_enum (record, "geography", (int) draft->geography);
      bl_record_set_text (record, "library", draft->library);
      bl_record_set_text (record, "place", draft->place);
      bl_record_set_enum (record, "period-kind", (int) draft->kind);
    }
  lines = read_lines (record, TRUE);
  merge (lines, draft->items, TRUE, draft->weak);
  put_lines (record, lines, TRUE);
  if (made != NULL || !draft->weak)
    put_origin (plan, project, record, made != NULL);
  if (made != NULL)
    bl_record_append (BL_RECORD (project), "series", made);
}

static void
put_comparison (BlImportPlan *plan, BlProject *project, const BlComparisonDraft *draft)
{
  BlRecord *record = find_record (project, "comparisons", draft->key);
  g_autoptr (BlRecord) made = NULL;
  g_autoptr (GArray) lines = NULL;

  if (record == NULL)
    {
      g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "comparison");

      record = made = BL_RECORD (bl_comparison_new (id));
      bl_record_set_text (record, "measure", draft->measure);
      bl_record_set_text (record, "period", draft->period);
    }
  lines = read_lines (record, FALSE);
  merge (lines, draft->items, FALSE, draft->weak);
  put_lines (record, lines, FALSE);
  if (made != NULL || !draft->weak)
    put_origin (plan, project, record, made != NULL);
  if (made != NULL)
    bl_record_append (BL_RECORD (project), "comparisons", made);
}

static void
put_neighbours (const BlSeriesDrafts *self, BlImportPlan *plan, BlProject *project)
{
  GListModel *similar = bl_record_get_list (BL_RECORD (project), "similar");
  const char *name = BL_NEIGHBOURS_NAME;
  g_autoptr (BlRecord) made = NULL;
  BlRecord *record = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (similar) && record == NULL; i++)
    {
      g_autoptr (BlRecord) known = g_list_model_get_item (similar, i);
      if (g_strcmp0 (bl_record_get_text (known, "name"), name) == 0
          && g_strcmp0 (bl_record_get_text (known, "code"), self->neighbours_code) == 0)
        record = known; /* the list keeps it */
    }
  if (record == NULL)
    {
      g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "neighbours");

      record = made = BL_RECORD (bl_neighbours_new (id));
      bl_record_set_text (record, "name", name);
      bl_record_set_text (record, "code", self->neighbours_code);
    }
  g_autoptr (BlTable) codes
      = bl_table_new_texts ((const char *const *) self->neighbour_codes->pdata, self->neighbour_codes->len);
  g_autoptr (BlTable) names
      = bl_table_new_texts ((const char *const *) self->neighbour_names->pdata, self->neighbour_names->len);
  bl_record_set_table (record, "codes", codes);
  bl_record_set_table (record, "names", names);
  put_origin (plan, project, record, FALSE);
  if (made != NULL)
    bl_record_append (BL_RECORD (project), "similar", made);
}

void
bl_series_drafts_put (const BlSeriesDrafts *self, BlImportPlan *plan, BlProject *project)
{
  for (guint i = 0; i < self->series->len; i++)
    put_series (plan, project, g_ptr_array_index (self->series, i));
  for (guint i = 0; i < self->comparisons->len; i++)
    put_comparison (plan, project, g_ptr_array_index (self->comparisons, i));
  if (self->neighbours_code != NULL)
    put_neighbours (self, plan, project);
}
