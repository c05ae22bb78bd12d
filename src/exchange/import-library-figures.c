/* import-library-figures.c: visits, loans and the like of libraries, by month or year, into the project
 *
 * Months are added up to financial years (April to March). A blank is no
 * data, never 0: a year says of how many months it has figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-figures-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A count of fewer days says nothing of a month, let alone a year. */
#define LEAST_DAYS 28
#define DAYS_PER_MONTH (365.25 / 12)

static void
entry_free (BlFigureEntry *entry)
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
reading_clear (BlFigureReading *reading)
{
  g_array_unref (reading->columns);
  g_array_unref (reading->parts);
  bl_service_rows_free (reading->service);
  bl_library_match_free (reading->match);
  g_free (reading->left_out);
  g_free (reading->counted);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BlFigureReading, reading_clear)

/* --- Adding up ------------------------------------------------------------ */

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const BlFigureCount *left = a, *right = b;

  return left->period.first != right->period.first ? (left->period.first < right->period.first ? -1 : 1)
         : left->period.last != right->period.last ? (left->period.last < right->period.last ? -1 : 1)
                                                   : 0;
}

static const BlKnownFigure *
find_known (const BlKnownLibrary *library, const BlFigureEntry *entry)
{
  for (guint i = 0; i < library->figures->len; i++)
    {
      const BlKnownFigure *figure = g_ptr_array_index (library->figures, i);
      if ((int) figure->kind == entry->measure && g_strcmp0 (figure->period, entry->period) == 0)
        return figure;
    }
  return NULL;
}

static BlEntryState
state_of (const BlKnownLibrary *library, const BlFigureEntry *entry)
{
  const BlKnownFigure *figure;
  double had = NAN;

  if (entry->measure == BL_FIGURES_RUNNING_COST && library->fields[BL_LIBRARY_RUNNING_COST] != NULL)
    had = g_ascii_strtod (library->fields[BL_LIBRARY_RUNNING_COST], NULL);
  else if (entry->measure == BL_FIGURES_FLOOR_AREA)
    had = library->floor_area;
  if (entry->measure < 0)
    return isnan (had) ? BL_ENTRY_ADDED : fabs (had - entry->number) < 0.005 ? BL_ENTRY_UNCHANGED : BL_ENTRY_UPDATED;
  figure = find_known (library, entry);
  if (figure == NULL)
    return BL_ENTRY_ADDED;
  if (figure->number == entry->number && figure->months == entry->months)
    return BL_ENTRY_UNCHANGED;
  /* Part of a year takes nothing away from the whole. */
  if (entry->months > 0 && !isnan (figure->number) && (figure->months == 0 || figure->months > entry->months))
    return BL_ENTRY_KEPT;
  return BL_ENTRY_UPDATED;
}

static void
add_up (BlImportPlan *plan, BlFigureEntry *entry)
{
  const BlKnownLibrary *library = g_ptr_array_index (plan->snapshot->libraries, entry->library);
  guint days = 0, all = entry->period != NULL ? bl_named_period_days_of_label (entry->period) : 0;
  guint32 reached = 0;

  g_array_sort (entry->counts, compare_counts);
  for (guint i = 0; i < entry->counts->len; i++)
    {
      const BlFigureCount *count = &g_array_index (entry->counts, BlFigureCount, i);
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
count_rows (BlImportPlan *plan, BlFigureReading *reading)
{
  BlImportReport *report = plan->report;
  guint n = bl_sheet_get_n_rows (plan->sheet), at = 0;

  for (guint r = 0; r < n; r++)
    {
      gboolean did[BL_ENTRY_N_STATES] = { FALSE };

      report->read++;
      for (; at < reading->parts->len && g_array_index (reading->parts, BlFigurePart, at).row == r; at++)
        did[g_array_index (reading->parts, BlFigurePart, at).entry->state] = TRUE;
      if (did[BL_ENTRY_ADDED])
        report->added++;
      else if (did[BL_ENTRY_UPDATED])
        report->updated++;
      else if (did[BL_ENTRY_UNCHANGED])
        report->unchanged++;
      else if (!reading->service->ours[r])
        report->elsewhere++;
      else
        {
          report->skipped++;
          if (!reading->counted[r])
            bl_import_report_reason (report, did[BL_ENTRY_KEPT]       ? _ ("the project has figures for more of the year")
                                             : did[BL_ENTRY_LEFT_OUT] ? _ ("counted for less than a month")
                                                             : _ ("no figure"),
                                     bl_sheet_get_row_number (plan->sheet, r));
        }
    }
}

static gboolean
is_part_year (const BlFigureEntry *entry)
{
  return entry->months > 0 && entry->state != BL_ENTRY_LEFT_OUT && entry->state != BL_ENTRY_KEPT;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const BlFigureEntry *left = *(const BlFigureEntry *const *) a, *right = *(const BlFigureEntry *const *) b;

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
      const BlFigureEntry *entry = g_ptr_array_index (parts, i);

      for (n = 1; i + n < parts->len && compare_entries (&parts->pdata[i], &parts->pdata[i + n]) == 0;)
        n++;
      /* TRANSLATORS: "visits of 2019-20: 7 libraries have figures for part of the year only". */
      bl_import_report_warn (plan->report, 0, NULL,
                             ngettext ("%s of %s: %u library has figures for part of the year only",
                                       "%s of %s: %u libraries have figures for part of the year only", n),
                             bl_library_figures_measure_title (entry->measure), entry->period, n);
    }
}

static void
judge (BlImportPlan *plan, const BlImportWork *work, BlFigureReading *reading, GError **error)
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
  g_auto (BlFigureReading) reading = { 0 };
  guint n = bl_sheet_get_n_rows (plan->sheet);

  work->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  work->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading.columns = g_array_new (FALSE, FALSE, sizeof (BlFigureColumn));
  reading.parts = g_array_new (FALSE, FALSE, sizeof (BlFigurePart));
  reading.counted = g_new0 (gboolean, n + 1);
  bl_import_plan_note_left_out (plan);
  if (!bl_library_figures_set_out (plan, &reading, error))
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
      else if (!bl_library_figures_read_row (plan, work, &reading, r, error))
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

static gboolean
apply_library_figures (BlImportPlan *plan, BlImportWork *work, BlProject *project, GError **error)
{
  for (guint i = 0; i < work->entries->len; i++)
    bl_library_figures_put (plan, g_ptr_array_index (work->entries, i), project);
  return TRUE;
}

const BlImportVerbs bl_import_library_figures_verbs = { work_library_figures, work_free, apply_library_figures };
