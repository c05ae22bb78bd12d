/* import-library-figures.c: visits, loans and the like of libraries, by month or year, into the project
 *
 * Months are added up to financial years (April to March). A blank is no
 * data, never 0: a year says of how many months it has figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cells.h"
#include "import-plan-private.h"
#include "library-match.h"
#include "named-period.h"
#include "service-rows.h"
#include "targets.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* More than any library of the country counts in a month. */
#define ABSURD 1e8
/* A count of fewer days says nothing of a month, let alone a year. */
#define LEAST_DAYS 28
#define DAYS_PER_MONTH (365.25 / 12)

/* What a column counts: a BlFigureKind, or one of these, which are of no period. */
#define RUNNING_COST -1
#define FLOOR_AREA -2

typedef struct
{
  BlNamedPeriod period;
  double number;
  guint row;
} Count;

typedef enum
{
  LEFT_OUT,
  ADDED,
  UPDATED,
  UNCHANGED,
  KEPT, /* the project has more of the year */
  N_STATES
} State;

/* One figure of one library for one year. */
typedef struct
{
  guint library;
  int measure;
  char *period; /* NULL for what is of no period */
  GArray *counts; /* Count */
  double number;
  gint64 months; /* 0: the whole period */
  State state;
} Entry;

struct _BlImportWork
{
  GPtrArray *entries; /* Entry, in the order of the file */
  GHashTable *by_key; /* text → Entry */
};

typedef struct
{
  int column, measure;
  gboolean has_period;
  BlNamedPeriod period;
} Column;

/* That @row gave something to @entry. */
typedef struct
{
  guint row;
  Entry *entry;
} Part;

typedef struct
{
  int name, period, start, end, item; /* columns, or -1 */
  GArray *columns; /* Column */
  GArray *parts;   /* Part, by row */
  BlServiceRows *service;
  BlLibraryMatch *match;
  gboolean years;  /* "2010-11" in a cell is a year */
  gboolean said;
  BlNamedPeriod said_period;
  guint withheld, first_withheld;
  gboolean *left_out, *counted; /* by row: has its reason already */
} Reading;

static void
entry_free (Entry *entry)
{
  g_free (entry->period);
  g_array_unref (entry->counts);
  g_free (entry);
}

static void
work_free (BlImportWork *work)
{
  g_ptr_array_unref (work->entries);
  g_hash_table_unref (work->by_key);
  g_free (work);
}

static void
reading_clear (Reading *reading)
{
  g_array_unref (reading->columns);
  g_array_unref (reading->parts);
  bl_service_rows_free (reading->service);
  bl_library_match_free (reading->match);
  g_free (reading->left_out);
  g_free (reading->counted);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static const char *
measure_title (int measure)
{
  return measure == RUNNING_COST ? _ ("running cost")
         : measure == FLOOR_AREA ? _ ("floor area")
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
find_figure_columns (BlImportPlan *plan, Reading *reading)
{
  gboolean years = headings_are_years (plan);

  for (guint c = 0; c < bl_sheet_get_n_columns (plan->sheet); c++)
    {
      const char *target = bl_import_plan_column_target (plan, c);
      Column column = { .column = (int) c };

      if (target == NULL)
        continue;
      if (g_str_has_prefix (target, "figure:"))
        column.measure = bl_target_get_figure (target);
      else if (g_str_equal (target, "running-cost"))
        column.measure = RUNNING_COST;
      else if (g_str_equal (target, "floor-area"))
        column.measure = FLOOR_AREA;
      else
        continue;
      if (column.measure > 0)
        column.has_period = bl_named_period_read (bl_sheet_get_column (plan->sheet, c), years, &column.period, NULL);
      g_array_append_val (reading->columns, column);
    }
}

/* Whether a period is known for every figure that needs one. */
static gboolean
find_period (BlImportPlan *plan, Reading *reading, GError **error)
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
      const Column *column = &g_array_index (reading->columns, Column, i);
      needed = needed || (column->measure > 0 && !column->has_period);
    }
  if (!needed || reading->said || reading->period >= 0 || reading->start >= 0)
    return TRUE;
  g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
               _ ("“%s” does not say which year its figures are for: say it as their date, such as 2023-24"), plan->file);
  return FALSE;
}

static gboolean
set_out (BlImportPlan *plan, Reading *reading, GError **error)
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
read_number (BlImportPlan *plan, Reading *reading, guint row, const char *record, int column, double *number, GError **error)
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
read_period (BlImportPlan *plan, Reading *reading, guint row, const char *record, BlNamedPeriod *period)
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

static Entry *
get_entry (BlImportWork *work, guint library, int measure, const char *period)
{
  g_autofree char *key = g_strdup_printf ("%u %d %s", library, measure, period != NULL ? period : "");
  Entry *entry = g_hash_table_lookup (work->by_key, key);

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->library = library;
      entry->measure = measure;
      entry->period = g_strdup (period);
      entry->counts = g_array_new (FALSE, FALSE, sizeof (Count));
      g_ptr_array_add (work->entries, entry);
      g_hash_table_insert (work->by_key, g_steal_pointer (&key), entry);
    }
  return entry;
}

/* Another count of the same days: the same is no harm, another cannot be chosen between. */
static gboolean
is_repeated (BlImportPlan *plan, const Entry *entry, const Count *count, const char *record, int column)
{
  for (guint i = 0; i < entry->counts->len; i++)
    {
      const Count *had = &g_array_index (entry->counts, Count, i);
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
add_count (BlImportPlan *plan, BlImportWork *work, Reading *reading, const Column *column, guint library, const Count *count)
{
  const BlKnownLibrary *known = g_ptr_array_index (plan->snapshot->libraries, library);
  g_autofree char *label = column->measure > 0 ? bl_named_period_dup_label (&count->period) : NULL;
  Part part = { .row = count->row };

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

static gboolean
read_row (BlImportPlan *plan, BlImportWork *work, Reading *reading, guint row, GError **error)
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
      const Column *column = &g_array_index (reading->columns, Column, i);
      Count count = { .period = column->period, .row = row };

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

/* --- Adding up ------------------------------------------------------------ */

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const Count *left = a, *right = b;

  return left->period.first != right->period.first ? (left->period.first < right->period.first ? -1 : 1)
         : left->period.last != right->period.last ? (left->period.last < right->period.last ? -1 : 1)
                                                   : 0;
}

static const BlKnownFigure *
find_known (const BlKnownLibrary *library, const Entry *entry)
{
  for (guint i = 0; i < library->figures->len; i++)
    {
      const BlKnownFigure *figure = g_ptr_array_index (library->figures, i);
      if ((int) figure->kind == entry->measure && g_strcmp0 (figure->period, entry->period) == 0)
        return figure;
    }
  return NULL;
}

static State
state_of (const BlKnownLibrary *library, const Entry *entry)
{
  const BlKnownFigure *figure;
  double had = NAN;

  if (entry->measure == RUNNING_COST && library->fields[BL_LIBRARY_RUNNING_COST] != NULL)
    had = g_ascii_strtod (library->fields[BL_LIBRARY_RUNNING_COST], NULL);
  else if (entry->measure == FLOOR_AREA)
    had = library->floor_area;
  if (entry->measure < 0)
    return isnan (had) ? ADDED : fabs (had - entry->number) < 0.005 ? UNCHANGED : UPDATED;
  figure = find_known (library, entry);
  if (figure == NULL)
    return ADDED;
  if (figure->number == entry->number && figure->months == entry->months)
    return UNCHANGED;
  /* Part of a year takes nothing away from the whole. */
  if (entry->months > 0 && !isnan (figure->number) && (figure->months == 0 || figure->months > entry->months))
    return KEPT;
  return UPDATED;
}

static void
add_up (BlImportPlan *plan, Entry *entry)
{
  const BlKnownLibrary *library = g_ptr_array_index (plan->snapshot->libraries, entry->library);
  guint days = 0, all = entry->period != NULL ? bl_named_period_days_of_label (entry->period) : 0;
  guint32 reached = 0;

  g_array_sort (entry->counts, compare_counts);
  for (guint i = 0; i < entry->counts->len; i++)
    {
      const Count *count = &g_array_index (entry->counts, Count, i);
      guint32 from = MAX (count->period.first, reached);

      entry->number += count->number;
      if (count->period.last >= from)
        days += count->period.last - from + 1;
      reached = MAX (reached, count->period.last + 1);
    }
  if (entry->measure > 0)
    {
      entry->months = (gint64) round (days / DAYS_PER_MONTH);
      if (days >= all || entry->months >= 12)
        entry->months = 0;
      if (days < LEAST_DAYS)
        return;
    }
  if (entry->counts->len > 0)
    entry->state = state_of (library, entry);
}

/* Each row is counted once: by the most that it did. */
static void
count_rows (BlImportPlan *plan, Reading *reading)
{
  BlImportReport *report = plan->report;
  guint n = bl_sheet_get_n_rows (plan->sheet), at = 0;

  for (guint r = 0; r < n; r++)
    {
      gboolean did[N_STATES] = { FALSE };

      report->read++;
      for (; at < reading->parts->len && g_array_index (reading->parts, Part, at).row == r; at++)
        did[g_array_index (reading->parts, Part, at).entry->state] = TRUE;
      if (did[ADDED])
        report->added++;
      else if (did[UPDATED])
        report->updated++;
      else if (did[UNCHANGED])
        report->unchanged++;
      else if (!reading->service->ours[r])
        report->elsewhere++;
      else
        {
          report->skipped++;
          if (!reading->counted[r])
            bl_import_report_reason (report, did[KEPT]       ? _ ("the project has figures for more of the year")
                                             : did[LEFT_OUT] ? _ ("counted for less than a month")
                                                             : _ ("no figure"),
                                     bl_sheet_get_row_number (plan->sheet, r));
        }
    }
}

static gboolean
is_part_year (const Entry *entry)
{
  return entry->months > 0 && entry->state != LEFT_OUT && entry->state != KEPT;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *left = *(const Entry *const *) a, *right = *(const Entry *const *) b;

  return left->measure != right->measure ? left->measure - right->measure : g_strcmp0 (left->period, right->period);
}

/* A year of which some libraries have fewer than twelve months is named once. */
static void
warn_of_part_years (BlImportPlan *plan, BlImportWork *work)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint i = 0; i < work->entries->len; i++)
    if (is_part_year (g_ptr_array_index (work->entries, i)))
      g_ptr_array_add (parts, g_ptr_array_index (work->entries, i));
  g_ptr_array_sort (parts, compare_entries);
  for (guint i = 0, n = 0; i < parts->len; i += n)
    {
      const Entry *entry = g_ptr_array_index (parts, i);

      for (n = 1; i + n < parts->len && compare_entries (&parts->pdata[i], &parts->pdata[i + n]) == 0;)
        n++;
      /* TRANSLATORS: "visits of 2019-20: 7 libraries have figures for part of the year only". */
      bl_import_report_warn (plan->report, 0, NULL,
                             ngettext ("%s of %s: %u library has figures for part of the year only",
                                       "%s of %s: %u libraries have figures for part of the year only", n),
                             measure_title (entry->measure), entry->period, n);
    }
}

static void
judge (BlImportPlan *plan, const BlImportWork *work, Reading *reading, GError **error)
{
  BlImportReport *report = plan->report;

  if (work->entries->len == 0 && plan->first_refusal == NULL)
    g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                 _ ("“%s” has no figure for any library of this project: it has names such as “%s”"), plan->file,
                 bl_sheet_get_cell (plan->sheet, 0, reading->name));
  if (reading->withheld > 0)
    bl_import_report_warn (report, reading->first_withheld, NULL,
                           ngettext ("%u figure is withheld or missing in the file: not known",
                                     "%u figures are withheld or missing in the file: not known", reading->withheld),
                           reading->withheld);
  bl_library_match_warn (reading->match, _ ("left out"));
}

static BlImportWork *
work_library_figures (BlImportPlan *plan, GError **error)
{
  BlImportWork *work = g_new0 (BlImportWork, 1);
  g_auto (Reading) reading = { 0 };
  guint n = bl_sheet_get_n_rows (plan->sheet);

  work->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  work->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading.columns = g_array_new (FALSE, FALSE, sizeof (Column));
  reading.parts = g_array_new (FALSE, FALSE, sizeof (Part));
  reading.counted = g_new0 (gboolean, n + 1);
  bl_import_plan_note_left_out (plan);
  if (!set_out (plan, &reading, error))
    return work;
  reading.left_out = bl_import_plan_check_rows (plan, plan->report);
  for (guint r = 0; r < n; r++)
    {
      gboolean empty = bl_import_plan_row_is_empty (plan, r);

      if (reading.left_out[r] || empty)
        bl_import_report_reason (plan->report, empty ? _ ("empty") : _ ("another number of cells than the header"),
                                 bl_sheet_get_row_number (plan->sheet, r));
      else if (!reading.service->ours[r])
        bl_import_report_reason (plan->report, _ ("of another service"), bl_sheet_get_row_number (plan->sheet, r));
      else if (!read_row (plan, work, &reading, r, error))
        return work;
      reading.counted[r] = reading.counted[r] || reading.left_out[r] || empty;
      if (empty)
        reading.service->ours[r] = TRUE;
    }
  for (guint i = 0; i < work->entries->len; i++)
    add_up (plan, g_ptr_array_index (work->entries, i));
  count_rows (plan, &reading);
  judge (plan, work, &reading, error);
  warn_of_part_years (plan, work);
  return work;
}

/* --- Bringing in ---------------------------------------------------------- */

static BlRecord *
find_figure (BlRecord *library, const Entry *entry)
{
  GListModel *figures = bl_record_get_list (library, "figures");

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (BlRecord) figure = g_list_model_get_item (figures, i);
      if (bl_record_get_enum (figure, "kind") == entry->measure
          && g_strcmp0 (bl_record_get_text (figure, "period"), entry->period) == 0)
        return figure; /* the list keeps it */
    }
  return NULL;
}

/* What the plan says of where figures are from; what is not said stays with a figure that is the same. */
static void
put_origin (BlImportPlan *plan, const Entry *entry, BlRecord *figure)
{
  const struct
  {
    const char *field, *text;
  } origin[] = { { "source", bl_import_plan_source (plan) },
                 { "source-date", bl_import_plan_date (plan) },
                 { "licence", bl_import_plan_licence (plan) } };

  for (guint i = 0; i < G_N_ELEMENTS (origin); i++)
    if (origin[i].text != NULL || entry->state != UNCHANGED)
      bl_record_set_text (figure, origin[i].field, origin[i].text);
}

static void
put_entry (BlImportPlan *plan, const Entry *entry, BlProject *project)
{
  const BlKnownLibrary *known = g_ptr_array_index (plan->snapshot->libraries, entry->library);
  BlRecord *library = bl_project_find (project, known->id);
  g_autoptr (BlRecord) made = NULL;
  BlRecord *figure;

  if (entry->state == LEFT_OUT || entry->state == KEPT || library == NULL)
    return;
  if (entry->measure == RUNNING_COST)
    bl_record_set_money (library, "running-cost", (gint64) round (entry->number * 100));
  else if (entry->measure == FLOOR_AREA)
    bl_record_set_real (library, "floor-area", entry->number);
  if (entry->measure < 0)
    return;
  figure = find_figure (library, entry);
  if (figure == NULL)
    {
      g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "figure");

      figure = made = BL_RECORD (bl_figure_new (id));
      bl_record_set_enum (figure, "kind", entry->measure);
      bl_record_set_text (figure, "period", entry->period);
    }
  bl_record_set_real (figure, "number", entry->number);
  if (entry->months > 0)
    bl_record_set_integer (figure, "months", entry->months);
  else
    bl_record_set_value (figure, "months", NULL);
  put_origin (plan, entry, figure);
  if (made != NULL)
    bl_record_append (library, "figures", made);
}

static gboolean
apply_library_figures (BlImportPlan *plan, BlImportWork *work, BlProject *project, GError **error)
{
  for (guint i = 0; i < work->entries->len; i++)
    put_entry (plan, g_ptr_array_index (work->entries, i), project);
  return TRUE;
}

const BlImportVerbs bl_import_library_figures_verbs = { work_library_figures, work_free, apply_library_figures };
