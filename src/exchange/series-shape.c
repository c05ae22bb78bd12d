/* series-shape.c: which published file of series or of many authorities a table is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "named-period.h"
#include "series-read.h"
#include "targets.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
has_columns (const BlSheet *sheet, const char *const *names, guint n)
{
  for (guint i = 0; i < n; i++)
    if (bl_sheet_find_column (sheet, names[i]) < 0)
      return FALSE;
  return TRUE;
}
#define HAS(sheet, ...)                                                                                                \
  has_columns (sheet, (const char *const[]){ __VA_ARGS__ }, G_N_ELEMENTS (((const char *const[]){ __VA_ARGS__ })))

static const struct
{
  const char *word, *measure;
} words[] = {
  { "wifi user", "wifi_users" }, { "wi-fi user", "wifi_users" },
  { "wifi", "wifi_sessions" },   { "wi-fi", "wifi_sessions" },
  { "click", "contacts_click_collect" },
  { "visit", "visits_all" },     { "footfall", "visits_all" },
  { "issue", "loans_physical_all" }, { "loan", "loans_physical_all" },
  { "enquir", "enquiries" },     { "computer use", "pc_use_pct" },
  { "computer", "pc_hours_used" },
  { "joiner", "joiners" },       { "member", "members_registered" },
};

const char *
bl_series_measure_of_name (const char *file)
{
  g_autofree char *folded = bl_text_fold (file);

  /* "Wi-Fi" keeps its hyphen; the others are blanks. */
  for (char *p = folded; *p != '\0'; p++)
    if (*p == '_' || (*p == '-' && !(p - folded >= 2 && strncmp (p - 2, "wi-fi", 5) == 0)))
      *p = ' ';
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i].word) != NULL)
      return words[i].measure;
  return NULL;
}

/* What services count themselves, in the order in which it is offered. */
static const struct
{
  const char *measure, *title;
} usual[] = {
  { "visits_all", N_ ("Visits") },
  { "loans_physical_all", N_ ("Loans of books and other things") },
  { "loans_digital_all", N_ ("Loans of e-books and e-audiobooks") },
  { "enquiries", N_ ("Enquiries") },
  { "joiners", N_ ("New members") },
  { "members_registered", N_ ("Members") },
  { "users_active_all", N_ ("Active users") },
  { "pc_hours_used", N_ ("Hours computers were used") },
  { "pc_use_pct", N_ ("Computer use, %") },
  { "wifi_sessions", N_ ("Wi-Fi sessions") },
  { "wifi_users", N_ ("Wi-Fi users") },
  { "events_physical", N_ ("Events") },
  { "attend_physical", N_ ("Attendances") },
  { "hours_delivered", N_ ("Hours open") },
  { "staff_fte", N_ ("Staff, full-time equivalent") },
  { "volunteer_hours", N_ ("Hours of volunteers") },
  { "spend_gross", N_ ("Spending") },
  { "income_all", N_ ("Income") },
  { "spend_net", N_ ("Net spending") },
};

const char *
bl_series_measure_title (const char *measure)
{
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (g_str_equal (usual[i].measure, measure))
      return _ (usual[i].title);
  return NULL;
}

void
bl_series_offer_measures (BlImportPlan *plan)
{
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      g_autofree char *target = g_strconcat ("measure:", usual[i].measure, NULL);
      bl_import_plan_add_target (plan, target);
    }
}

/* A printed page: its first line is no heading but the date and the name of the report. */
static gboolean
is_borrowers_report (const BlSheet *sheet)
{
  if (bl_sheet_get_n_columns (sheet) < 2 || strstr (bl_sheet_get_column (sheet, 0), "Report: reg_active_borrow") == NULL)
    return FALSE;
  for (guint r = 0; r < MIN (bl_sheet_get_n_rows (sheet), 20); r++)
    if (g_str_has_prefix (bl_sheet_get_cell (sheet, r, 0), "Registration Branch:"))
      return TRUE;
  return FALSE;
}

BlSeriesShape
bl_series_shape_of (const BlSheet *sheet)
{
  if (HAS (sheet, "library_details", "authority", "total_active_members", "total_physical_book_issues_april"))
    return BL_SERIES_RETURN;
  if (HAS (sheet, "Authority", "Format", "Content age group", "Period", "Count"))
    return BL_SERIES_LOANS;
  if (HAS (sheet, "Authority", "Location", "Period", "Count"))
    return BL_SERIES_VISITS;
  if (HAS (sheet, "Authority", "Event type", "Age group", "Period", "Count"))
    return BL_SERIES_EVENTS;
  if (HAS (sheet, "Authority", "Period", "Age group", "Count"))
    return BL_SERIES_USERS;
  if (bl_sheet_get_n_columns (sheet) == 3 && HAS (sheet, "Authority", "Period", "Count"))
    return BL_SERIES_PLAIN;
  if (HAS (sheet, "areacd", "areanm", "geography", "indicator", "period", "observation"))
    return BL_SERIES_INDICATORS;
  if (HAS (sheet, "Code", "Name", "Geography", "All ages", "0", "17", "90+"))
    return BL_SERIES_POPULATION;
  if (HAS (sheet, "Upper tier local authority code", "Upper tier local authority name", "Neighbour 1", "Neighbour 2"))
    return BL_SERIES_NEIGHBOURS;
  if (HAS (sheet, "Authority code", "Authority nice name", "Library service", "Users", "Events", "Loans", "Visits"))
    return BL_SERIES_SUMMARY;
  if (HAS (sheet, "month_issued", "authority", "item_type", "issues", "renewals"))
    return BL_SERIES_ISSUES;
  if (HAS (sheet, "Local authority", "Library name", "Count start", "Count end", "Count type", "Visits"))
    return BL_SERIES_COUNTS;
  if (is_borrowers_report (sheet))
    return BL_SERIES_BORROWERS;
  return BL_SERIES_COLUMNS;
}

static gboolean
is_headed_by_month (const BlSheet *sheet, guint column)
{
  g_autofree char *rest = NULL;
  BlNamedPeriod period;

  return bl_named_period_read (bl_sheet_get_column (sheet, column), FALSE, &period, &rest) && rest == NULL
         && period.last - period.first <= 30;
}

gboolean
bl_series_has_months (const BlSheet *sheet)
{
  guint months = 0, unsure = 0;

  for (guint c = 0; c < bl_sheet_get_n_columns (sheet); c++)
    if (is_headed_by_month (sheet, c))
      {
        months++;
        unsure += bl_named_period_get_form (bl_sheet_get_column (sheet, c)) == BL_NAMED_PERIOD_FORM_BOTH;
      }
  /* "2010-11" beside "2011-12" and nothing else are years. */
  return months >= 2 && unsure < months;
}

gboolean
bl_series_is_likely (const BlSheet *sheet)
{
  gboolean place = FALSE, period = FALSE, start = FALSE, end = FALSE, value = FALSE;
  guint headed = 0;

  for (guint c = 0; c < bl_sheet_get_n_columns (sheet); c++)
    {
      const char *target = bl_target_find (BL_IMPORT_SERIES, bl_sheet_get_column (sheet, c));
      g_autofree char *rest = NULL;
      BlNamedPeriod named;

      place |= g_strcmp0 (target, "place") == 0;
      period |= g_strcmp0 (target, "period") == 0;
      start |= g_strcmp0 (target, "start") == 0;
      end |= g_strcmp0 (target, "end") == 0;
      value |= g_strcmp0 (target, "value") == 0;
      headed += bl_named_period_read (bl_sheet_get_column (sheet, c), TRUE, &named, &rest);
    }
  return (place && (headed > 0 || period || (start && end))) || (period && value) || headed >= 2;
}

gboolean
bl_series_months_are_series (const BlSheet *sheet)
{
  const char *measure = bl_series_measure_of_name (bl_sheet_get_name (sheet));
  guint months = 0, shares = 0, filled = 0;

  for (guint c = 0; c < bl_sheet_get_n_columns (sheet); c++)
    {
      if (!is_headed_by_month (sheet, c))
        continue;
      months++;
      for (guint r = 0; r < MIN (bl_sheet_get_n_rows (sheet), 50); r++)
        {
          const char *cell = bl_sheet_get_cell (sheet, r, c);
          filled += *cell != '\0';
          shares += g_str_has_suffix (cell, "%");
        }
    }
  return months >= 2
         && ((shares > 0 && shares * 2 > filled) || (measure != NULL && g_str_has_prefix (measure, "wifi")));
}
