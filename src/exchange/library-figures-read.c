/* library-figures-read.c: the rows of a table of figures of libraries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-figures-private.h"

#include "cells.h"
#include "targets.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* More than any library of the country counts in a month. */
#define ABSURD 1e8
const char *
bl_library_figures_measure_title (int measure)
{
  return measure == BL_FIGURES_RUNNING_COST ? _ ("running cost")
         : measure == BL_FIGURES_FLOOR_AREA ? _ ("floor area")
                                 : _ (bl_figure_kind_get_title ((BlFigureKind) measure));
}

/* --- Setting out ---------------------------------------------------------- */

/* "2010-11" is a month unless every such text of the heading, or of the column, could be a year. */
static gboolean
headings_are_years (BlImportPlan *plan)
{
  for (guint c = 0; c < bl_sheet_get_n_columns (plan->sheet); c++)
    if (bl_named_period_get_form (bl_sheet_get_column (plan->sheet, c)) == BL_NAMED_PERIOD_FORM_MONTH)
      return FALSE;
  return TRUE;
}

static gboolean
cells_are_years (BlImportPlan *plan, int column)
{
  for (guint r = 0; column >= 0 && r < bl_sheet_get_n_rows (plan->sheet); r++)
    if (bl_named_period_get_form (bl_sheet_get_cell (plan->sheet, r, column)) == BL_NAMED_PERIOD_FORM_MONTH)
      return FALSE;
  return TRUE;
}

static void
find_figure_columns (BlImportPlan *plan, BlFigureReading *reading)
{
  gboolean years = headings_are_years (plan);

  for (guint c = 0; c < bl_sheet_get_n_columns (plan->sheet); c++)
    {
      const char *target = bl_import_plan_column_target (plan, c);
      BlFigureColumn column = { .column = (int) c };

      if (target == NULL)
        continue;
      if (g_str_has_prefix (target, "figure:"))
        column.measure = bl_target_get_figure (target);
      else if (g_str_equal (target, "running-cost"))
        column.measure = BL_FIGURES_RUNNING_COST;
      else if (g_str_equal (target, "floor-area"))
        column.measure = BL_FIGURES_FLOOR_AREA;
      else
        continue;
      if (column.measure > 0)
        column.has_period = bl_named_period_read (bl_sheet_get_column (plan->sheet, c), years, &column.period, NULL);
      g_array_append_val (reading->columns, column);
    }
}

/* Whether a period is known for every figure that needs one. */
static gboolean
find_period (BlImportPlan *plan, BlFigureReading *reading, GError **error)
{
  const char *date = bl_import_plan_date (plan);
  gboolean needed = FALSE;

  if (plan->options.period != NULL)
    {
      reading->said = bl_named_period_read (plan->options.period, TRUE, &reading->said_period, NULL);
      if (!reading->said)
        {
          g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                       _ ("“%s” is no year that can be read: write it as 2023-24"), plan->options.period);
          return FALSE;
        }
    }
  else if (date != NULL)
    /* The date of the figures is their year where it says a whole one. */
    reading->said = bl_named_period_read (date, TRUE, &reading->said_period, NULL)
                    && reading->said_period.last - reading->said_period.first >= 364;
  for (guint i = 0; i < reading->columns->len; i++)
    {
      const BlFigureColumn *column = &g_array_index (reading->columns, BlFigureColumn, i);
      needed = needed || (column->measure > 0 && !column->has_period);
    }
  if (!needed || reading->said || reading->period >= 0 || reading->start >= 0)
    return TRUE;
  g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
               _ ("“%s” does not say which year its figures are for: say it as their date, such as 2023-24"), plan->file);
  return FALSE;
}

gboolean
bl_library_figures_set_out (BlImportPlan *plan, BlFigureReading *reading, GError **error)
{
  g_autofree char *list = bl_import_plan_list_columns (plan);

  reading->name = bl_import_plan_find_target (plan, "name");
  reading->period = bl_import_plan_find_target (plan, "period");
  reading->start = bl_import_plan_find_target (plan, "start");
  reading->end = bl_import_plan_find_target (plan, "end");
  reading->item = bl_import_plan_find_target (plan, "item");
  reading->years = cells_are_years (plan, reading->period);
  find_figure_columns (plan, reading);
  if (reading->name < 0)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                   _ ("Say which column of “%s” holds the names of the libraries: its columns are %s"), plan->file, list);
      return FALSE;
    }
  if (reading->columns->len == 0)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                   _ ("Say what the figures of “%s” count, visits or loans: its columns are %s"), plan->file, list);
      return FALSE;
    }
  if (plan->snapshot->libraries->len == 0)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                   _ ("The project has no libraries yet that the figures of “%s” could be for: add libraries first"),
                   plan->file);
      return FALSE;
    }
  if (!find_period (plan, reading, error))
    return FALSE;
  reading->service = bl_service_rows_find (plan, bl_import_plan_find_target (plan, "service"),
                                           bl_import_plan_find_target (plan, "service-code"), -1, error);
  if (reading->service == NULL)
    return FALSE;
  reading->match = bl_library_match_new (plan, error);
  return reading->match != NULL;
}

/* --- Cells ---------------------------------------------------------------- */

/* FALSE where there is no number to count. An error for a table of shares, which no year is the sum of. */
static gboolean
read_number (BlImportPlan *plan, BlFigureReading *reading, guint row, const char *record, int column, double *number, GError **error)
{
  const char *cell = bl_sheet_get_cell (plan->sheet, row, column), *field = bl_sheet_get_column (plan->sheet, column);
  g_autofree char *clean = bl_text_clean (cell);
  const char *digits = clean;
  gboolean read;

  if (clean == NULL)
    return FALSE;
  if (g_str_has_prefix (clean, "£"))
    digits += strlen ("£");
  read = bl_text_parse_number (digits, number);
  if (read && *number >= 0 && *number <= ABSURD)
    return TRUE;
  if (!read && bl_cell_is_withheld (clean))
    {
      if (reading->withheld++ == 0)
        reading->first_withheld = bl_sheet_get_row_number (plan->sheet, row);
      return FALSE;
    }
  if (!read && g_str_has_suffix (clean, "%"))
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                     _ ("“%s” in “%s” of “%s” is a share: shares of months do not add up to a year, only counts do"), clean,
                     field, plan->file);
      return FALSE;
    }
  g_autofree char *reason = g_strdup_printf (!read         ? _ ("“%s” in “%s” is not a number")
                                             : *number < 0 ? _ ("“%s” in “%s” is less than nothing")
                                                           : _ ("“%s” in “%s” is more than any library can have"),
                                             clean, field);
  g_autofree char *refusal = g_strdup_printf (_ ("%s: mend it, or leave it out"), reason);
  (void) bl_import_plan_refuse (plan, row, record, field, reason, _ ("Leave it out: not known"), refusal);
  return FALSE;
}

/* The days that the figures of @row are for. */
static gboolean
read_period (BlImportPlan *plan, BlFigureReading *reading, guint row, const char *record, BlNamedPeriod *period)
{
  int column = reading->start >= 0 ? reading->start : reading->period;
  const char *cell = column >= 0 ? bl_sheet_get_cell (plan->sheet, row, column) : NULL;
  const char *end = reading->start >= 0 && reading->end >= 0 ? bl_sheet_get_cell (plan->sheet, row, reading->end) : NULL;
  gboolean read;

  if (column < 0 || bl_cell_is_blank (cell))
    {
      *period = reading->said_period;
      if (!reading->said)
        bl_import_report_reason (plan->report, _ ("no month or year"), bl_sheet_get_row_number (plan->sheet, row));
      return reading->said;
    }
  if (end != NULL && !bl_cell_is_blank (end))
    read = bl_named_period_read_day (cell, &period->first) && bl_named_period_read_day (end, &period->last)
           && period->last >= period->first;
  else
    read = bl_named_period_read (cell, reading->years, period, NULL);
  if (!read)
    {
      const char *field = bl_sheet_get_column (plan->sheet, column);
      g_autofree char *reason
          = end != NULL ? g_strdup_printf (_ ("“%s” to “%s” is no time that can be read"), cell, end)
                        : g_strdup_printf (_ ("“%s” in “%s” is no month or year"), cell, field);
      g_autofree char *refusal = g_strdup_printf (_ ("%s: mend it, or leave the row out"), reason);

      (void) bl_import_plan_refuse (plan, row, record, field, reason, _ ("Leave the row out"), refusal);
      bl_import_report_reason (plan->report, _ ("no month or year that can be read"),
                               bl_sheet_get_row_number (plan->sheet, row));
    }
  return read;
}

/* --- Rows ----------------------------------------------------------------- */

static BlFigureEntry *
get_entry (BlImportWork *work, guint library, int measure, const char *period)
{
  g_autofree char *key = g_strdup_printf ("%u %d %s", library, measure, period != NULL ? period : "");
  BlFigureEntry *entry = g_hash_table_lookup (work->by_key, key);

  if (entry == NULL)
    {
      entry = g_new0 (BlFigureEntry, 1);
      entry->library = library;
      entry->measure = measure;
      entry->period = g_strdup (period);
      entry->counts = g_array_new (FALSE, FALSE, sizeof (BlFigureCount));
      g_ptr_array_add (work->entries, entry);
      g_hash_table_insert (work->by_key, g_steal_pointer (&key), entry);
    }
  return entry;
}

/* Another count of the same days: the same is no harm, another cannot be chosen between. */
static gboolean
is_repeated (BlImportPlan *plan, const BlFigureEntry *entry, const BlFigureCount *count, const char *record, int column)
{
  for (guint i = 0; i < entry->counts->len; i++)
    {
      const BlFigureCount *had = &g_array_index (entry->counts, BlFigureCount, i);
      guint first;

      if (had->period.last < count->period.first || had->period.first > count->period.last)
        continue;
      if (had->number == count->number && had->period.first == count->period.first
          && had->period.last == count->period.last)
        return TRUE;
      first = bl_sheet_get_row_number (plan->sheet, had->row);
      g_autofree char *reason
          = had->row != count->row
                ? g_strdup_printf (_ ("%s has another figure for the same time in row %u"), record, first)
                : g_strdup_printf (_ ("%s has two figures for the same time in this row"), record);
      g_autofree char *refusal = g_strdup_printf (_ ("%s: mend one, or leave this one out"), reason);
      (void) bl_import_plan_refuse (plan, count->row, record, bl_sheet_get_column (plan->sheet, column), reason,
                                    _ ("Leave this one out"), refusal);
      return TRUE;
    }
  return FALSE;
}

static void
add_count (BlImportPlan *plan, BlImportWork *work, BlFigureReading *reading, const BlFigureColumn *column, guint library, const BlFigureCount *count)
{
  const BlKnownLibrary *known = g_ptr_array_index (plan->snapshot->libraries, library);
  g_autofree char *label = column->measure > 0 ? bl_named_period_dup_label (&count->period) : NULL;
  BlFigurePart part = { .row = count->row };

  if (column->measure > 0 && label == NULL)
    {
      bl_import_report_reason (plan->report, _ ("a count that lies in two financial years"),
                               bl_sheet_get_row_number (plan->sheet, count->row));
      reading->counted[count->row] = TRUE;
      return;
    }
  part.entry = get_entry (work, library, column->measure, label);
  /* Where each kind of item has a row of its own, a month has many. */
  if (reading->item < 0 && is_repeated (plan, part.entry, count, known->fields[BL_LIBRARY_NAME], column->column))
    {
      if (!reading->counted[count->row])
        bl_import_report_reason (plan->report, _ ("a figure for the same library and time as another"),
                                 bl_sheet_get_row_number (plan->sheet, count->row));
      reading->counted[count->row] = TRUE;
      return;
    }
  g_array_append_val (part.entry->counts, *count);
  g_array_append_val (reading->parts, part);
}

gboolean
bl_library_figures_read_row (BlImportPlan *plan, BlImportWork *work, BlFigureReading *reading, guint row, GError **error)
{
  guint number = bl_sheet_get_row_number (plan->sheet, row);
  const char *name = bl_sheet_get_cell (plan->sheet, row, reading->name);
  GError *wrong = NULL;
  BlNamedPeriod period;
  gboolean timed = FALSE, held = FALSE;
  int library;

  if (bl_cell_is_blank (name))
    {
      bl_import_report_reason (plan->report, _ ("no name of a library"), number);
      reading->counted[row] = TRUE;
      return TRUE;
    }
  library = bl_library_match_find (reading->match, row, bl_sheet_get_column (plan->sheet, reading->name), name);
  if (library < 0)
    {
      bl_import_report_reason (plan->report,
                               library == BL_LIBRARY_MATCH_TWO ? _ ("fits two libraries") : _ ("not a library of this project"),
                               number);
      reading->counted[row] = TRUE;
      return TRUE;
    }
  for (guint i = 0; i < reading->columns->len; i++)
    {
      const BlFigureColumn *column = &g_array_index (reading->columns, BlFigureColumn, i);
      BlFigureCount count = { .period = column->period, .row = row };

      if (!read_number (plan, reading, row, name, column->column, &count.number, &wrong))
        continue;
      held = TRUE;
      if (column->measure > 0 && !column->has_period)
        {
          if (!timed && !read_period (plan, reading, row, name, &period))
            {
              reading->counted[row] = TRUE;
              break;
            }
          timed = TRUE;
          count.period = period;
        }
      add_count (plan, work, reading, column, library, &count);
    }
  if (wrong != NULL)
    {
      g_propagate_error (error, wrong);
      return FALSE;
    }
  if (!held)
    {
      bl_import_report_reason (plan->report, _ ("no figure"), number);
      reading->counted[row] = TRUE;
    }
  return TRUE;
}
