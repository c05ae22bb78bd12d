/* typed-value.c: a figure that somebody types in or corrects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "typed-value.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "computed-figures.h"
#include "formula.h"
#include "text.h"

/* --- What is kept ------------------------------------------------------------------ */

/* Of the service: no place, or its own code. */
static gboolean
is_of_service (BlProject *project, BlRecord *series)
{
  BlService *service = bl_project_get_service (project);
  const char *code = service != NULL ? bl_record_get_text (BL_RECORD (service), "code") : NULL;
  const char *place = bl_record_get_text (series, "place");
  int geography = bl_record_get_enum (series, "geography");

  return bl_record_get_text (series, "library") == NULL && geography != BL_GEOGRAPHY_LIBRARY
         && geography != BL_GEOGRAPHY_SMALL_AREA && geography != BL_GEOGRAPHY_CATCHMENT
         && (place == NULL ? geography != BL_GEOGRAPHY_ENGLAND : g_strcmp0 (place, code) == 0);
}

static gboolean
is_of (BlProject *project, BlRecord *series, const char *measure, const char *library)
{
  if (g_strcmp0 (bl_record_get_text (series, "measure"), measure) != 0)
    return FALSE;
  if (library == NULL)
    return is_of_service (project, series);
  return g_strcmp0 (bl_record_get_text (series, "library"), library) == 0
         || (bl_record_get_text (series, "library") == NULL && bl_record_get_enum (series, "geography") == BL_GEOGRAPHY_LIBRARY
             && g_strcmp0 (bl_record_get_text (series, "place"), library) == 0);
}

/* The series of that measure and place by @kind (any, where it is unknown); NULL. */
static BlRecord *
find_series (BlProject *project, const char *measure, const char *library, BlPeriodKind kind)
{
  GListModel *all = bl_record_get_list (BL_RECORD (project), "series");

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) series = g_list_model_get_item (all, i);

      if (is_of (project, series, measure, library)
          && (kind == BL_PERIOD_KIND_UNKNOWN || bl_record_get_enum (series, "period-kind") == (int) kind))
        return series; /* the list holds it */
    }
  return NULL;
}

static double
number_at (BlTable *table, guint row)
{
  return table != NULL && row < bl_table_get_n_rows (table) ? bl_table_get_numbers (table)[row] : NAN;
}

static const char *
text_at (BlTable *table, guint row)
{
  return table != NULL && row < bl_table_get_n_rows (table) ? bl_table_get_texts (table)[row] : NULL;
}

/* The row of @period, or -1; of more than one the last, as the reader takes it. */
static int
find_row (BlRecord *series, const BlPeriod *period)
{
  BlTable *periods = bl_record_get_table (series, "periods");
  guint n = periods != NULL ? bl_table_get_n_rows (periods) : 0;
  BlPeriodKind kind = bl_record_get_enum (series, "period-kind");
  int found = -1;

  for (guint row = 0; row < n; row++)
    {
      BlPeriod own;

      if (text_at (periods, row) != NULL && bl_period_parse (text_at (periods, row), kind, &own, NULL)
          && bl_period_equal (&own, period))
        found = (int) row;
    }
  return found;
}

gboolean
bl_typed_value_is_sum (BlProject *project, const char *measure)
{
  GListModel *all = bl_record_get_list (BL_RECORD (project), "series");

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) series = g_list_model_get_item (all, i);

      if (g_strcmp0 (bl_record_get_text (series, "measure"), measure) == 0
          && (bl_record_get_text (series, "library") != NULL
              || bl_record_get_enum (series, "geography") == BL_GEOGRAPHY_LIBRARY))
        return TRUE;
    }
  return FALSE;
}

BlPeriodKind
bl_typed_value_kind (BlProject *project, const char *measure, const char *library)
{
  BlRecord *series = find_series (project, measure, library, BL_PERIOD_KIND_UNKNOWN);

  return series != NULL ? (BlPeriodKind) bl_record_get_enum (series, "period-kind") : BL_PERIOD_KIND_UNKNOWN;
}

void
bl_typed_value_look (BlProject *project, const char *measure, const char *library, const BlPeriod *period,
                     BlKeptValue *kept)
{
  BlRecord *series = find_series (project, measure, library, period->kind);
  int row = series != NULL ? find_row (series, period) : -1;
  const char *source, *date;
  g_autoptr (GEnumClass) states = g_type_class_ref (BL_TYPE_STATE);
  g_auto (GStrv) words = NULL;

  *kept = (BlKeptValue){ .series = series, .value = NAN, .state = BL_STATE_NO_DATA };
  if (series == NULL)
    return;
  source = bl_record_get_text (series, "source");
  date = bl_record_get_text (series, "date");
  kept->source = source != NULL && date != NULL ? g_strdup_printf ("%s, %s", source, date) : g_strdup (source);
  if (row < 0)
    return;
  kept->value = number_at (bl_record_get_table (series, "values"), row);
  kept->state = isfinite (kept->value) ? BL_STATE_MEASURED : BL_STATE_NO_DATA;
  kept->note = g_strdup (text_at (bl_record_get_table (series, "notes"), row));
  words = g_strsplit (text_at (bl_record_get_table (series, "states"), row) != NULL
                          ? text_at (bl_record_get_table (series, "states"), row)
                          : "",
                      " ", -1);
  for (guint w = 0; words[w] != NULL; w++)
    {
      const GEnumValue *state = g_enum_get_value_by_nick (states, words[w]);

      if (strcmp (words[w], "provisional") == 0)
        kept->provisional = TRUE;
      else if (state != NULL && state->value != BL_STATE_UNKNOWN)
        kept->state = state->value;
    }
}

void
bl_kept_value_clear (BlKeptValue *kept)
{
  g_clear_pointer (&kept->note, g_free);
  g_clear_pointer (&kept->source, g_free);
  kept->series = NULL;
}

/* Worked out from the map alone: residents and floor area are published too, and go with others of the map only. */
static gboolean
is_of_map (const char *name)
{
  return bl_computed_figure_is_one (name) && !g_str_equal (name, "pop_all") && !g_str_equal (name, "floor_area");
}

GPtrArray *
bl_typed_value_measures (BlBaseFigures *figures, BlIndicator *indicator)
{
  BlRecord *record = BL_RECORD (indicator);
  GPtrArray *measures = g_ptr_array_new_with_free_func (g_free);
  const char *item = bl_record_get_text (record, "item"), *text = bl_record_get_text (record, "formula");
  const char *own = item != NULL ? item : bl_record_get_id (record);
  g_autoptr (BlFormula) formula = text != NULL ? bl_formula_parse (text, NULL) : NULL;
  gboolean map = FALSE;

  if (formula == NULL || bl_base_figures_has_series (figures, own)
      || bl_base_figures_has_series (figures, bl_record_get_id (record)))
    {
      g_ptr_array_add (measures, g_strdup (own));
      return measures;
    }
  for (guint i = 0; i < bl_formula_get_n_names (formula); i++)
    map |= is_of_map (bl_formula_get_names (formula)[i]);
  for (guint i = 0; i < bl_formula_get_n_names (formula); i++)
    {
      const char *name = bl_formula_get_names (formula)[i];

      if (!is_of_map (name) && !(map && bl_computed_figure_is_one (name)) && !g_str_has_prefix (name, "indicators_"))
        g_ptr_array_add (measures, g_strdup (name));
    }
  return measures;
}

/* --- Putting it in ------------------------------------------------------------------- */

typedef struct
{
  BlPeriod period;
  char *iso;
  double value, low, high, parts;
  char *state, *note;
} Line;

static void
line_clear (gpointer data)
{
  Line *line = data;

  g_free (line->iso);
  g_free (line->state);
  g_free (line->note);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return bl_period_compare (&((const Line *) a)->period, &((const Line *) b)->period);
}

/* Every row as it is, one of a period that cannot be read too: it stays first. */
static GArray *
read_lines (BlRecord *series)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Line));
  BlTable *periods = bl_record_get_table (series, "periods");
  guint n = periods != NULL ? bl_table_get_n_rows (periods) : 0;

  g_array_set_clear_func (lines, line_clear);
  for (guint row = 0; row < n; row++)
    {
      Line line = { .iso = g_strdup (text_at (periods, row)),
                    .value = number_at (bl_record_get_table (series, "values"), row),
                    .low = number_at (bl_record_get_table (series, "lows"), row),
                    .high = number_at (bl_record_get_table (series, "highs"), row),
                    .parts = number_at (bl_record_get_table (series, "parts"), row),
                    .state = g_strdup (text_at (bl_record_get_table (series, "states"), row)),
                    .note = g_strdup (text_at (bl_record_get_table (series, "notes"), row)) };

      if (line.iso != NULL)
        bl_period_parse (line.iso, bl_record_get_enum (series, "period-kind"), &line.period, NULL);
      g_array_append_val (lines, line);
    }
  return lines;
}

static void
put_numbers (BlRecord *series, const char *field, const GArray *lines, gsize offset, gboolean always)
{
  g_autofree double *numbers = g_new (double, MAX (lines->len, 1));
  gboolean any = always;
  g_autoptr (BlTable) table = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      numbers[i] = G_STRUCT_MEMBER (double, &g_array_index (lines, Line, i), offset);
      any |= isfinite (numbers[i]);
    }
  if (!any)
    {
      bl_record_clear (series, field);
      return;
    }
  table = bl_table_new_numbers (numbers, lines->len);
  bl_record_set_table (series, field, table);
}

static void
put_texts (BlRecord *series, const char *field, const GArray *lines, gsize offset)
{
  g_autofree const char **texts = g_new (const char *, MAX (lines->len, 1));
  gboolean any = FALSE;
  g_autoptr (BlTable) table = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      texts[i] = G_STRUCT_MEMBER (const char *, &g_array_index (lines, Line, i), offset);
      any |= texts[i] != NULL && *texts[i] != '\0';
    }
  if (!any)
    {
      bl_record_clear (series, field);
      return;
    }
  table = bl_table_new_texts (texts, lines->len);
  bl_record_set_table (series, field, table);
}

static void
put_lines (BlRecord *series, const GArray *lines)
{
  put_texts (series, "periods", lines, G_STRUCT_OFFSET (Line, iso));
  put_numbers (series, "values", lines, G_STRUCT_OFFSET (Line, value), TRUE);
  put_texts (series, "states", lines, G_STRUCT_OFFSET (Line, state));
  put_numbers (series, "lows", lines, G_STRUCT_OFFSET (Line, low), FALSE);
  put_numbers (series, "highs", lines, G_STRUCT_OFFSET (Line, high), FALSE);
  put_numbers (series, "parts", lines, G_STRUCT_OFFSET (Line, parts), FALSE);
  put_texts (series, "notes", lines, G_STRUCT_OFFSET (Line, note));
}

/* As the table of states holds it; @before: what it held, for "exceptional". NULL: measured and no more. */
static char *
state_text (BlState state, gboolean provisional, const char *before)
{
  g_autoptr (GEnumClass) states = g_type_class_ref (BL_TYPE_STATE);
  g_autoptr (GString) text = g_string_new (NULL);

  if (state != BL_STATE_MEASURED && state != BL_STATE_NO_DATA && state != BL_STATE_UNKNOWN)
    g_string_append (text, g_enum_get_value (states, state)->value_nick);
  if (provisional)
    g_string_append (text, text->len > 0 ? " provisional" : "measured provisional");
  if (before != NULL && strstr (before, "exceptional") != NULL)
    g_string_append (text, text->len > 0 ? " exceptional" : "measured exceptional");
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* The figure that was there before stays to be read (indicator-content 1.8). */
static char *
compose_note (const Line *line, const BlTypedValue *typed)
{
  g_autofree char *own = bl_text_clean (typed->note), *was = NULL, *words = NULL;

  if (own != NULL)
    g_strdelimit (own, "\r\n", ' ');
  if (line->iso == NULL || !isfinite (line->value) || line->value == typed->value)
    return g_steal_pointer (&own);
  was = bl_text_from_double (line->value);
  words = g_strdup_printf (_ ("Was %s before."), was);
  if (own == NULL)
    return g_steal_pointer (&words);
  return strstr (own, words) != NULL ? g_steal_pointer (&own) : g_strdup_printf ("%s %s", own, words);
}

static void
set_line (Line *line, const BlTypedValue *typed)
{
  gboolean valued = typed->state != BL_STATE_SUPPRESSED && typed->state != BL_STATE_NO_DATA;
  char *note = compose_note (line, typed), *state = state_text (typed->state, typed->provisional, line->state);

  if (line->iso == NULL)
    {
      line->iso = bl_period_to_iso (&typed->period);
      line->period = typed->period;
    }
  line->value = valued ? typed->value : NAN;
  line->low = line->high = line->parts = NAN;
  g_free (line->state);
  g_free (line->note);
  line->state = state;
  line->note = note;
}

/* What the figures of many authorities, or the service's own record, know of the whole: a series would hide it. */
static void
seed (BlBaseFigures *figures, const BlTypedValue *typed, GArray *lines)
{
  const BlPlaceAsked place = { typed->library, NULL };
  const BlBaseFigure *figure = bl_base_figures_get (figures, typed->measure, &place, typed->period.kind);

  for (guint i = 0; i < figure->values->n; i++)
    {
      const BlObservation *item = &figure->values->items[i];
      Line line = { .period = item->period, .value = item->value, .low = item->low, .high = item->high, .parts = NAN };

      if ((!bl_observation_is_known (item) && item->state != BL_STATE_SUPPRESSED) || item->period.kind != typed->period.kind)
        continue;
      line.iso = bl_period_to_iso (&item->period);
      line.state = state_text (item->state, item->flags & BL_OBSERVATION_PROVISIONAL, NULL);
      if (item->flags & BL_OBSERVATION_PARTIAL)
        line.parts = item->parts;
      line.note = g_strdup (figure->source);
      g_array_append_val (lines, line);
    }
}

static BlRecord *
make_series (BlBaseFigures *figures, const BlTypedValue *typed)
{
  BlProject *project = bl_base_figures_get_project (figures);
  g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "series");
  BlRecord *series = BL_RECORD (bl_series_new (id));

  bl_record_set_text (series, "measure", typed->measure);
  bl_record_set_enum (series, "geography", typed->library != NULL ? BL_GEOGRAPHY_LIBRARY : BL_GEOGRAPHY_SERVICE);
  if (typed->library != NULL && bl_project_find (project, typed->library) != NULL)
    bl_record_set_text (series, "library", typed->library);
  else if (typed->library != NULL)
    bl_record_set_text (series, "place", typed->library);
  bl_record_set_enum (series, "period-kind", typed->period.kind);
  bl_record_set_text (series, "source", typed->source);
  bl_record_set_date (series, "obtained", bl_clock_today (bl_project_get_clock (project)));
  return series;
}

static gboolean
check (BlBaseFigures *figures, const BlTypedValue *typed, GError **error)
{
  BlProject *project = bl_base_figures_get_project (figures);
  BlPeriodKind kind = bl_typed_value_kind (project, typed->measure, typed->library);

  if (typed->library == NULL && bl_typed_value_is_sum (project, typed->measure))
    {
      g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
                           _ ("This is added up from the libraries: choose the library whose figure it is."));
      return FALSE;
    }
  if (kind != BL_PERIOD_KIND_UNKNOWN && kind != typed->period.kind)
    {
      const char *const by[] = { [BL_PERIOD_KIND_MONTH] = N_ ("by month"), [BL_PERIOD_KIND_QUARTER] = N_ ("by quarter"),
                                 [BL_PERIOD_KIND_FY] = N_ ("by financial year"), [BL_PERIOD_KIND_AY] = N_ ("by school year"),
                                 [BL_PERIOD_KIND_CY] = N_ ("by calendar year"),
                                 [BL_PERIOD_KIND_SPAN] = N_ ("by first and last day"),
                                 [BL_PERIOD_KIND_SNAPSHOT] = N_ ("at a date") };
      const char *words = kind < G_N_ELEMENTS (by) && by[kind] != NULL ? by[kind] : N_ ("by period");

      /* Translators: %s is "by month" or "by financial year". */
      g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
                   _ ("These figures are kept %s here: give a period of that kind."), _ (words));
      return FALSE;
    }
  if (typed->state != BL_STATE_SUPPRESSED && typed->state != BL_STATE_NO_DATA && !isfinite (typed->value))
    {
      g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
                           _ ("Type the figure, or say that there is none."));
      return FALSE;
    }
  return TRUE;
}

gboolean
bl_typed_value_put (BlBaseFigures *figures, const BlTypedValue *typed, GError **error)
{
  BlProject *project;
  BlRecord *series;
  g_autoptr (BlRecord) made = NULL;
  g_autoptr (GArray) lines = NULL;
  Line *line = NULL;
  int row;

  g_return_val_if_fail (figures != NULL && typed != NULL && typed->measure != NULL, FALSE);

  if (!check (figures, typed, error))
    return FALSE;
  project = bl_base_figures_get_project (figures);
  series = find_series (project, typed->measure, typed->library, typed->period.kind);
  if (series == NULL)
    series = made = make_series (figures, typed);
  lines = read_lines (series);
  if (made != NULL)
    seed (figures, typed, lines);
  row = made == NULL ? find_row (series, &typed->period) : -1;
  for (guint i = 0; made != NULL && i < lines->len; i++)
    if (bl_period_equal (&g_array_index (lines, Line, i).period, &typed->period))
      row = (int) i;
  if (row >= 0)
    line = &g_array_index (lines, Line, row);
  else
    {
      Line fresh = { .value = NAN, .low = NAN, .high = NAN, .parts = NAN };

      g_array_append_val (lines, fresh);
      line = &g_array_index (lines, Line, lines->len - 1);
    }
  set_line (line, typed);
  g_array_sort (lines, compare_lines);
  put_lines (series, lines);
  if (made != NULL)
    bl_record_append (BL_RECORD (project), "series", made);
  return TRUE;
}
