/* series-own.c: what single services publish of themselves in shapes of their own (indicator-content 3.3.6 and 3.3.7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "named-period.h"
#include "series-read.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* --- W3: issues and renewals by month, authority and kind of item --------------------- */

/* A month of the project's own authority, over all kinds of item. */
typedef struct
{
  BlPeriod period;
  guint row; /* the first */
  double issues, renewals;
} Month;

static Month *
find_month (GArray *months, const BlPeriod *period, guint row)
{
  Month made = { .period = *period, .row = row };

  for (guint i = months->len; i-- > 0;)
    if (bl_period_equal (&g_array_index (months, Month, i).period, period))
      return &g_array_index (months, Month, i);
  g_array_append_val (months, made);
  return &g_array_index (months, Month, months->len - 1);
}

static void
put_month (BlSeriesReading *reading, const Month *month, const char *measure, double number)
{
  BlDraftValue value = BL_DRAFT_VALUE (number, month->row);

  bl_series_put_value (reading,
                       bl_series_drafts_get (reading->drafts, measure, BL_GEOGRAPHY_SERVICE, NULL, bl_series_own_code (reading),
                                             BL_PERIOD_KIND_MONTH),
                       &month->period, &value);
}

/* Kinds of item are added up: an absent row is none, not unknown. Loans in the Arts Council's sense are both together. */
gboolean
bl_series_read_issues (BlSeriesReading *reading, GError **error)
{
  BlSheet *sheet = reading->plan->sheet;
  int authority = bl_sheet_find_column (sheet, "authority"), when = bl_sheet_find_column (sheet, "month_issued");
  int issues = bl_sheet_find_column (sheet, "issues"), renewals = bl_sheet_find_column (sheet, "renewals");
  const char *own = bl_series_own_code (reading);
  g_autoptr (GArray) months = g_array_new (FALSE, FALSE, sizeof (Month));

  if (own == NULL)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                   _ ("The project has no service with a code yet whose loans “%s” could hold"), reading->plan->file);
      return FALSE;
    }
  for (guint r = 0; r < bl_sheet_get_n_rows (sheet); r++)
    {
      const BlReferenceService *service;
      BlDraftValue first, again;
      BlPeriod period;
      Month *month;

      if (reading->reasons[r] != NULL)
        continue;
      service = bl_series_find_authority (reading, bl_sheet_get_cell (sheet, r, (guint) authority));
      if (service == NULL)
        reading->reasons[r] = _ ("not an authority with a library service");
      else if (g_strcmp0 (service->code, own) != 0)
        reading->elsewhere[r] = TRUE;
      else if (!bl_period_parse (bl_sheet_get_cell (sheet, r, (guint) when), BL_PERIOD_KIND_MONTH, &period, NULL)
               || period.kind != BL_PERIOD_KIND_MONTH)
        reading->reasons[r] = _ ("no month or year that can be read");
      else if (!bl_series_read_cell (reading, r, (guint) issues, &first) || !bl_series_read_cell (reading, r, (guint) renewals, &again)
               || !isfinite (first.value) || !isfinite (again.value))
        reading->reasons[r] = _ ("no figure");
      else
        {
          month = find_month (months, &period, r);
          month->issues += first.value;
          month->renewals += again.value;
          reading->with[r] = month->row;
        }
    }
  for (guint i = 0; i < months->len; i++)
    {
      const Month *month = &g_array_index (months, Month, i);

      put_month (reading, month, "issues_first", month->issues);
      put_month (reading, month, "renewals", month->renewals);
      put_month (reading, month, "loans_physical_all", month->issues + month->renewals);
    }
  return TRUE;
}

/* --- N8: visits in the open schema ------------------------------------------------------ */

/* "Automatic counter", "Manual (daily)": every day of the period; "Manual (one week every quarter)": a sample. */
static gboolean
is_sample (const char *type)
{
  g_autofree char *folded = bl_text_fold (type);

  return strstr (folded, "week") != NULL || strstr (folded, "sample") != NULL;
}

static const char *
read_count (BlSeriesReading *reading, const int columns[5], guint row)
{
  BlSheet *sheet = reading->plan->sheet;
  const char *text = bl_sheet_get_cell (sheet, row, (guint) columns[0]), *library = NULL, *place = NULL;
  BlNamedPeriod named;
  g_autofree char *first = NULL, *last = NULL, *interval = NULL;
  BlPeriod period;
  BlDraftValue value;
  const char *measure;
  int found;

  if (*text == '\0')
    return _ ("no name of a place");
  if (!bl_named_period_read_day (bl_sheet_get_cell (sheet, row, (guint) columns[1]), &named.first)
      || !bl_named_period_read_day (bl_sheet_get_cell (sheet, row, (guint) columns[2]), &named.last) || named.last < named.first)
    return _ ("no first and last day that can be read");
  if (!bl_series_read_cell (reading, row, (guint) columns[4], &value))
    return _ ("no figure");
  first = bl_text_from_date (named.first);
  last = bl_text_from_date (named.last);
  interval = g_strdup_printf ("%s/%s", first, last);
  if (!bl_period_parse (interval, BL_PERIOD_KIND_UNKNOWN, &period, NULL))
    return _ ("no first and last day that can be read");
  found = bl_library_match_find (reading->match, row, bl_sheet_get_column (sheet, (guint) columns[0]), text);
  if (found == BL_LIBRARY_MATCH_TWO)
    return _ ("fits two libraries");
  if (found >= 0)
    library = ((const BlKnownLibrary *) g_ptr_array_index (reading->plan->snapshot->libraries, found))->id;
  else
    place = text;
  measure = is_sample (bl_sheet_get_cell (sheet, row, (guint) columns[3])) ? "visits_sample" : "visits_all";
  bl_series_put_value (reading, bl_series_drafts_get (reading->drafts, measure, BL_GEOGRAPHY_LIBRARY, library, place, period.kind),
                       &period, &value);
  return NULL;
}

gboolean
bl_series_read_counts (BlSeriesReading *reading, GError **error)
{
  BlSheet *sheet = reading->plan->sheet;
  const int columns[5] = { bl_sheet_find_column (sheet, "Library name"), bl_sheet_find_column (sheet, "Count start"),
                           bl_sheet_find_column (sheet, "Count end"), bl_sheet_find_column (sheet, "Count type"),
                           bl_sheet_find_column (sheet, "Visits") };

  reading->match = bl_library_match_new (reading->plan, error);
  if (reading->match == NULL)
    return FALSE;
  for (guint r = 0; r < bl_sheet_get_n_rows (sheet); r++)
    if (reading->reasons[r] == NULL)
      reading->reasons[r] = read_count (reading, columns, r);
  return TRUE;
}

/* --- N6: a printed report of borrowers by branch ------------------------------------------ */

/* "30/10/12" at the head of each page. */
static gboolean
read_report_day (const char *heading, BlPeriod *period)
{
  int day, month, year;
  char slash_1, slash_2;
  g_autofree char *iso = NULL;

  if (sscanf (heading, "%2d%c%2d%c%2d", &day, &slash_1, &month, &slash_2, &year) != 5 || slash_1 != '/' || slash_2 != '/')
    return FALSE;
  iso = g_strdup_printf ("20%02d-%02d-%02d/P0D", year, month, day);
  return bl_period_parse (iso, BL_PERIOD_KIND_SNAPSHOT, period, NULL);
}

/* "OUTER WEST LIBRARY" of "Registration Branch:    1  OUTER WEST LIBRARY". */
static char *
read_branch (const char *cell)
{
  const char *name = cell + strlen ("Registration Branch:");
  g_autofree char *clean = NULL;

  while (*name == ' ' || g_ascii_isdigit (*name))
    name++;
  clean = bl_text_clean (name);
  return g_steal_pointer (&clean);
}

/* The last number of "Active at this Branch:           5433". */
static gboolean
read_total (const char *cell, double *total)
{
  g_autofree char *clean = bl_text_clean (strchr (cell, ':') + 1);

  return clean != NULL && bl_text_parse_number (clean, total) && isfinite (*total);
}

static void
put_branch (BlSeriesReading *reading, const char *branch, guint row, const BlPeriod *period, double total)
{
  BlDraftValue value = BL_DRAFT_VALUE (total, row);
  int found = bl_library_match_find (reading->match, row, NULL, branch);
  const char *library
      = found >= 0 ? ((const BlKnownLibrary *) g_ptr_array_index (reading->plan->snapshot->libraries, found))->id : NULL;

  bl_series_put_value (reading,
                       bl_series_drafts_get (reading->drafts, "members_registered", BL_GEOGRAPHY_LIBRARY, library,
                                             library == NULL ? branch : NULL, BL_PERIOD_KIND_SNAPSHOT),
                       period, &value);
}

gboolean
bl_series_read_borrowers (BlSeriesReading *reading, GError **error)
{
  BlSheet *sheet = reading->plan->sheet;
  g_autofree char *branch = NULL;
  guint opened = 0;
  BlPeriod period;

  if (!read_report_day (bl_sheet_get_column (sheet, 0), &period))
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT, _ ("“%s” does not begin with the day of the report"),
                   reading->plan->file);
      return FALSE;
    }
  reading->match = bl_library_match_new (reading->plan, error);
  if (reading->match == NULL)
    return FALSE;
  for (guint r = 0; r < bl_sheet_get_n_rows (sheet); r++)
    {
      const char *cell = bl_sheet_get_cell (sheet, r, 0);
      double total;

      if (g_str_has_prefix (cell, "Registration Branch:"))
        {
          g_free (branch);
          branch = read_branch (cell);
          opened = r;
        }
      else if (g_str_has_prefix (cell, "Active at this Branch:") && branch != NULL && read_total (cell, &total))
        {
          put_branch (reading, branch, r, &period, total);
          reading->reasons[r] = NULL;
          reading->with[opened] = r;
          continue;
        }
      if (reading->reasons[r] == NULL && reading->with[r] == r && !g_str_has_prefix (cell, "Registration Branch:"))
        reading->reasons[r] = _ ("a line of the printed page that is not a branch’s total");
    }
  return TRUE;
}
