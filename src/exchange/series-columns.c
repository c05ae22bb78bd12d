/* series-columns.c: series of any table, by what its columns are said to be
 *
 * A column of a measure has its month or year in its heading, in the row, or
 * said once for all. A place is a library of the project, an authority, or the
 * name of a point that is neither ("Mobile").
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "named-period.h"
#include "series-read.h"
#include "targets.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MEASURE "measure:"
#define ENGLAND "E92000001"

typedef struct
{
  guint column;
  const char *measure;
  gboolean has_period;
  BlPeriod period;
} Column;

typedef struct
{
  BlSeriesReading *reading;
  int place, period, start, end, low, high;
  GArray *columns; /* Column */
  gboolean authorities; /* places are authorities */
  gboolean has_said;
  BlPeriod said;
} Table;

/* --- Which column is what --------------------------------------------------------- */

static const char *
measure_target (const char *measure)
{
  g_autofree char *id = g_strconcat (MEASURE, measure, NULL);

  return g_intern_string (id);
}

/* "MEASURE=FIELD" of what was said: then these are all. */
static gboolean
place_said (BlImportPlan *plan, GError **error)
{
  char *const *said = plan->options.values;

  for (guint i = 0; said != NULL && said[i] != NULL; i++)
    {
      const char *equals = strchr (said[i], '=');
      g_autofree char *name = equals != NULL ? g_strndup (said[i], (gsize) (equals - said[i])) : NULL;
      g_autofree char *measure = bl_text_clean (name);

      if (measure == NULL || equals[1] == '\0')
        {
          g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                       _ ("“%s” does not say a measure and a column: write it as MEASURE=COLUMN"), said[i]);
          return FALSE;
        }
      bl_import_plan_add_target (plan, measure_target (measure));
      if (!bl_import_plan_place_named (plan, equals + 1, measure_target (measure), error))
        return FALSE;
    }
  return TRUE;
}

gboolean
bl_import_series_choose (BlImportPlan *plan, GError **error)
{
  const char *measure
      = plan->options.measure != NULL ? plan->options.measure : bl_series_measure_of_name (plan->file);
  gboolean published = bl_series_shape_of (plan->sheet) != BL_SERIES_COLUMNS;

  /* What is known has no columns to choose: the findings say what comes in. */
  if (published)
    g_list_store_remove_all (plan->columns);
  else
    bl_series_offer_measures (plan);
  for (guint c = 0; !published && c < bl_sheet_get_n_columns (plan->sheet); c++)
    {
      BlImportColumn *column = bl_import_plan_get_column (plan, c);
      g_autofree char *rest = NULL;
      BlNamedPeriod period;

      if (measure != NULL && plan->options.values == NULL
               && ((bl_named_period_read (bl_sheet_get_column (plan->sheet, c), TRUE, &period, &rest) && rest == NULL)
                   || g_strcmp0 (bl_import_column_get_target (column), "value") == 0))
        {
          bl_import_plan_add_target (plan, measure_target (measure));
          bl_import_column_set_target (column, measure_target (measure));
        }
    }
  if (published && plan->options.values != NULL)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                   _ ("“%s” is a published file whose columns are known: columns cannot be chosen"), plan->file);
      return FALSE;
    }
  return published || place_said (plan, error);
}

/* --- Periods ------------------------------------------------------------------------ */

/* A stretch of days as people name it, with the kind its length makes it. */
static gboolean
period_of_days (const BlNamedPeriod *named, BlPeriod *period)
{
  g_autofree char *first = bl_text_from_date (named->first), *last = bl_text_from_date (named->last);
  g_autofree char *text = g_strdup_printf ("%s/%s", first, last);

  return bl_period_parse (text, BL_PERIOD_KIND_UNKNOWN, period, NULL);
}

static gboolean
read_period_text (const char *text, gboolean years, BlPeriod *period)
{
  g_autofree char *rest = NULL;
  BlNamedPeriod named;

  if (text == NULL || *text == '\0')
    return FALSE;
  if (bl_named_period_read (text, years, &named, &rest) && rest == NULL)
    return period_of_days (&named, period);
  return bl_period_parse (text, BL_PERIOD_KIND_UNKNOWN, period, NULL);
}

/* "2010-11" is a month unless every such heading could be a year. */
static gboolean
headings_are_years (const BlSheet *sheet)
{
  for (guint c = 0; c < bl_sheet_get_n_columns (sheet); c++)
    if (bl_named_period_get_form (bl_sheet_get_column (sheet, c)) == BL_NAMED_PERIOD_FORM_MONTH)
      return FALSE;
  return TRUE;
}

static gboolean
cells_are_years (const BlSheet *sheet, int column)
{
  for (guint r = 0; column >= 0 && r < bl_sheet_get_n_rows (sheet); r++)
    if (bl_named_period_get_form (bl_sheet_get_cell (sheet, r, (guint) column)) == BL_NAMED_PERIOD_FORM_MONTH)
      return FALSE;
  return TRUE;
}

static gboolean
read_row_period (const Table *table, guint row, gboolean years, BlPeriod *period)
{
  BlSheet *sheet = table->reading->plan->sheet;

  if (table->start >= 0 && table->end >= 0)
    {
      BlNamedPeriod named;

      return bl_named_period_read_day (bl_sheet_get_cell (sheet, row, (guint) table->start), &named.first)
             && bl_named_period_read_day (bl_sheet_get_cell (sheet, row, (guint) table->end), &named.last)
             && named.last >= named.first && period_of_days (&named, period);
    }
  if (table->period >= 0)
    return read_period_text (bl_sheet_get_cell (sheet, row, (guint) table->period), years, period);
  *period = table->said;
  return table->has_said;
}

/* --- Setting out ---------------------------------------------------------------------- */

static gboolean
find_columns (Table *table, GError **error)
{
  BlImportPlan *plan = table->reading->plan;
  gboolean years = headings_are_years (plan->sheet), timed = table->period >= 0 || table->start >= 0 || table->has_said;

  for (guint c = 0; c < bl_sheet_get_n_columns (plan->sheet); c++)
    {
      const char *target = bl_import_plan_column_target (plan, c);
      Column column = { .column = c };

      if (target == NULL || !g_str_has_prefix (target, MEASURE))
        continue;
      column.measure = target + strlen (MEASURE);
      if (!bl_series_check_measure (table->reading, column.measure, error))
        return FALSE;
      column.has_period = read_period_text (bl_sheet_get_column (plan->sheet, c), years, &column.period);
      if (!column.has_period && !timed)
        {
          g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                       _ ("“%s” does not say which month or year “%s” is for: say the year, such as 2023-24"), plan->file,
                       bl_sheet_get_column (plan->sheet, c));
          return FALSE;
        }
      g_array_append_val (table->columns, column);
    }
  if (table->columns->len > 0)
    return TRUE;
  g_autofree char *list = bl_import_plan_list_columns (plan);
  g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
               _ ("Say which measure of the dictionary the values of “%s” are, such as visits_all: its columns are %s"), plan->file,
               list);
  return FALSE;
}

/* Names of libraries, or of authorities: as more rows have it. */
static gboolean
are_authorities (const Table *table)
{
  BlSheet *sheet = table->reading->plan->sheet;
  guint libraries = 0, authorities = 0;

  for (guint r = 0; table->place >= 0 && r < bl_sheet_get_n_rows (sheet); r++)
    {
      const char *place = bl_sheet_get_cell (sheet, r, (guint) table->place);

      libraries += bl_library_match_look (table->reading->match, place) >= 0;
      authorities += bl_series_is_gss (place) || bl_series_find_authority (table->reading, place) != NULL;
    }
  return authorities > libraries;
}

static gboolean
set_out (Table *table, GError **error)
{
  BlImportPlan *plan = table->reading->plan;

  table->place = bl_import_plan_find_target (plan, "place");
  table->period = bl_import_plan_find_target (plan, "period");
  table->start = bl_import_plan_find_target (plan, "start");
  table->end = bl_import_plan_find_target (plan, "end");
  table->low = bl_import_plan_find_target (plan, "low");
  table->high = bl_import_plan_find_target (plan, "high");
  if (plan->options.period != NULL)
    {
      table->has_said = read_period_text (plan->options.period, TRUE, &table->said);
      if (!table->has_said)
        {
          g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                       _ ("“%s” is no month or year that can be read: write it as 2023-24 or 2023-04"), plan->options.period);
          return FALSE;
        }
    }
  else if (bl_import_plan_date (plan) != NULL)
    /* The date of the figures is their year where it says a whole one. */
    table->has_said = read_period_text (bl_import_plan_date (plan), TRUE, &table->said)
                      && bl_period_count (&table->said, BL_PERIOD_KIND_MONTH) == 12;
  table->reading->match = bl_library_match_new (plan, error);
  if (table->reading->match == NULL || !find_columns (table, error))
    return FALSE;
  table->authorities = plan->options.place == NULL && are_authorities (table);
  return TRUE;
}

/* --- Rows ------------------------------------------------------------------------------- */

static void
put_authority (const Table *table, const Column *column, const char *code, const char *name, const BlPeriod *period,
               const BlDraftValue *value)
{
  BlSeriesReading *reading = table->reading;
  gboolean england = g_strcmp0 (code, ENGLAND) == 0;
  gboolean own = g_strcmp0 (code, bl_series_own_code (reading)) == 0;
  g_autofree char *iso = bl_period_to_iso (period);

  if (england || own)
    bl_series_put_value (reading,
                         bl_series_drafts_get (reading->drafts, column->measure,
                                               england ? BL_GEOGRAPHY_ENGLAND : BL_GEOGRAPHY_SERVICE, NULL, code, period->kind),
                         period, value);
  if (table->authorities || (!england && !own))
    bl_series_put_authority (reading, bl_series_drafts_get_comparison (reading->drafts, column->measure, iso), code, name, value);
}

/* Where the values of @row belong; NULL and a reason where nowhere. */
static const char *
find_place (const Table *table, guint row, const char **library, const char **place, const char **name)
{
  BlSeriesReading *reading = table->reading;
  const char *said = reading->plan->options.place;
  const char *text = said != NULL       ? said
                     : table->place >= 0 ? bl_sheet_get_cell (reading->plan->sheet, row, (guint) table->place)
                                         : bl_series_own_code (reading);
  const BlReferenceService *service;
  int found;

  *library = *place = *name = NULL;
  if (text == NULL || *text == '\0')
    return _ ("no name of a place");
  if (bl_series_is_gss (text) || table->authorities)
    {
      service = bl_series_find_authority (reading, text);
      if (service == NULL && !bl_series_is_gss (text))
        return _ ("not an authority with a library service");
      *place = service != NULL ? service->code : text;
      *name = service != NULL ? service->nice_name : NULL;
      return NULL;
    }
  found = bl_library_match_find (reading->match, row,
                                 table->place >= 0 ? bl_sheet_get_column (reading->plan->sheet, (guint) table->place) : NULL, text);
  if (found == BL_LIBRARY_MATCH_TWO)
    return _ ("fits two libraries");
  if (found >= 0)
    *library = ((const BlKnownLibrary *) g_ptr_array_index (reading->plan->snapshot->libraries, found))->id;
  else
    *place = text;
  return NULL;
}

static const char *
read_row (const Table *table, guint row, gboolean years)
{
  BlSeriesReading *reading = table->reading;
  const char *library, *place, *name, *reason = find_place (table, row, &library, &place, &name);
  gboolean timed = FALSE;
  BlPeriod own = { 0 };

  if (reason != NULL)
    return reason;
  for (guint i = 0; i < table->columns->len; i++)
    {
      const Column *column = &g_array_index (table->columns, Column, i);
      const BlPeriod *period = &column->period;
      BlDraftValue value, end;

      if (!bl_series_read_cell (reading, row, column->column, &value))
        continue;
      if (!column->has_period)
        {
          if (!timed && !read_row_period (table, row, years, &own))
            return _ ("no month or year that can be read");
          timed = TRUE;
          period = &own;
        }
      if (table->low >= 0 && bl_series_read_cell (reading, row, (guint) table->low, &end))
        value.low = end.value;
      if (table->high >= 0 && bl_series_read_cell (reading, row, (guint) table->high, &end))
        value.high = end.value;
      if (library == NULL && bl_series_is_gss (place))
        put_authority (table, column, place, name, period, &value);
      else
        bl_series_put_value (reading,
                             bl_series_drafts_get (reading->drafts, column->measure, BL_GEOGRAPHY_LIBRARY, library, place,
                                                   period->kind),
                             period, &value);
    }
  return NULL;
}

gboolean
bl_series_read_columns (BlSeriesReading *reading, GError **error)
{
  BlSheet *sheet = reading->plan->sheet;
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (Column));
  Table table = { .reading = reading, .columns = columns };
  gboolean years;

  if (!set_out (&table, error))
    return FALSE;
  years = cells_are_years (sheet, table.period);
  for (guint r = 0; r < bl_sheet_get_n_rows (sheet); r++)
    if (reading->reasons[r] == NULL)
      reading->reasons[r] = read_row (&table, r, years);
  return TRUE;
}
