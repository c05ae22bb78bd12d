/* series-put.c: drafts of series and comparisons, written into a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "series-draft.h"

#include "series-history.h"
#include "series.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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
  char *row, *name, *state, *note, *history;
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
  g_free (line->history);
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
      line.history = text_at (bl_record_get_table (record, "history"), i);
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
  put_texts (record, "history", lines, G_STRUCT_OFFSET (Line, history), FALSE);
  put_texts (record, "notes", lines, G_STRUCT_OFFSET (Line, note), FALSE);
}

/* A figure that is another now is kept with the day on which it was replaced (indicator-content 1.8). */
static void
keep_history (Line *line, const BlDraftValue *value, guint32 today)
{
  gboolean same = line->values[0] == value->value || (isnan (line->values[0]) && isnan (value->value));
  char *history;

  if (same && g_strcmp0 (line->state, bl_draft_value_state (value)) == 0)
    return;
  history = bl_series_history_add (line->history, today, line->values[0], line->state);
  g_free (line->history);
  line->history = history;
}

/* What the file has takes the place of what was there; what it has not stays. */
static void
merge (GArray *lines, const GArray *items, gboolean series, gboolean weak, guint32 today)
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
      if (found > 0)
        keep_history (line, &item->value, today);
      line->values[0] = item->value.value;
      line->values[1] = item->value.low;
      line->values[2] = item->value.high;
      line->values[3] = item->value.parts;
      g_free (line->state);
      line->state = g_strdup (bl_draft_value_state (&item->value));
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

/* Breaks that the series has already, by cause and day, stay as they are: somebody may have put them into better words. */
static void
put_breaks (BlProject *project, BlRecord *record, const BlSeriesDraft *draft)
{
  GListModel *breaks = bl_record_get_list (record, "breaks");

  for (guint i = 0; i < draft->breaks->len; i++)
    {
      const BlDraftBreak *it = &g_array_index (draft->breaks, BlDraftBreak, i);
      g_autofree char *id = NULL;
      g_autoptr (BlRecord) made = NULL;
      gboolean had = FALSE;

      for (guint k = 0; k < g_list_model_get_n_items (breaks) && !had; k++)
        {
          g_autoptr (BlRecord) known = g_list_model_get_item (breaks, k);
          guint32 from = 0;

          had = bl_record_get_date (known, "from", &from) && from == it->from
                && bl_record_get_enum (known, "cause") == (int) it->cause;
        }
      if (had)
        continue;
      id = bl_ids_make (bl_project_get_ids (project), "break");
      made = BL_RECORD (bl_break_new (id));
      bl_record_set_enum (made, "cause", (int) it->cause);
      bl_record_set_date (made, "from", it->from);
      if (it->until > 0)
        bl_record_set_date (made, "until", it->until);
      bl_record_set_text (made, "reason", it->reason);
      bl_record_append (record, "breaks", made);
    }
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
  merge (lines, draft->items, TRUE, draft->weak, bl_clock_today (bl_project_get_clock (project)));
  put_breaks (project, record, draft);
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
  merge (lines, draft->items, FALSE, draft->weak, bl_clock_today (bl_project_get_clock (project)));
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
