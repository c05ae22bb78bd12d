/* series-return.c: the Arts Council's yearly return as it is made, a service a row
 *
 * Reading rules: indicator-content 3.3.1. A quarterly figure stands in the
 * quarter's last month, a yearly one in March or April.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "series-read.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MONTHS 12
#define FIRST_YEAR 2023
#define YEAR "2023-04-01/P1Y"
#define YEAR_END "2024-03-31/P0D"
/* No computer is used for more hours a year. */
#define MOST_HOURS 2500
/* Ages that differ by more from their total are worth a word. */
#define AGES_DIFFER 0.05

static const char *const month_names[MONTHS]
    = { "april", "may", "june", "july", "august", "september", "october", "november", "december", "january", "february", "march" };

/* One measure: the columns are @stem, "_", month and @end. Ages follow their total. */
typedef struct
{
  const char *stem, *end, *measure;
  gboolean is_age;
} Measure;

static const Measure measures[] = {
  { "total_physical_events", "", "events_physical", FALSE },
  { "physical_events_11_under", "", "events_physical_u12", TRUE },
  { "physical_events_12_17", "", "events_physical_12_17", TRUE },
  { "physical_events_adults", "", "events_physical_adult", TRUE },
  { "physical_events_all_ages", "", "events_physical_all_ages", TRUE },
  { "total_digital_events", "", "events_digital", FALSE },
  { "digital_events_11_under", "", "events_digital_u12", TRUE },
  { "digital_events_12_17", "", "events_digital_12_17", TRUE },
  { "digital_events_adults", "", "events_digital_adult", TRUE },
  { "digital_events_all_ages", "", "events_digital_all_ages", TRUE },
  { "total_attendees_physical_events", "", "attend_physical", FALSE },
  { "physical_attendees_11_under", "", "attend_physical_u12", TRUE },
  { "physical_attendees_12_17", "", "attend_physical_12_17", TRUE },
  { "physical_attendees_adults", "", "attend_physical_adult", TRUE },
  { "total_attendees_digital_events", "", "attend_digital", FALSE },
  { "digital_attendees_11_under", "", "attend_digital_u12", TRUE },
  { "digital_attendees_12_17", "", "attend_digital_12_17", TRUE },
  { "digital_attendees_adults", "", "attend_digital_adult", TRUE },
  { "total_physical_book_issues", "", "loans_book_all", FALSE },
  { "loans_11_under", "", "loans_book_u12", TRUE },
  { "loans_12_17", "", "loans_book_12_17", TRUE },
  { "loans_adult", "", "loans_book_adult", TRUE },
  /* Despite their names these are the ages of audiobooks on disc. */
  { "total_physical_audiobook_issues", "", "loans_audio_all", FALSE },
  { "loans_11_under", "_digital", "loans_audio_u12", TRUE },
  { "loans_12_17", "_digital", "loans_audio_12_17", TRUE },
  { "loans_adult", "_digital", "loans_audio_adult", TRUE },
  { "total_ebook_issues", "", "loans_ebook_all", FALSE },
  { "ebooks_11_under", "", "loans_ebook_u12", TRUE },
  { "ebooks_12_17", "", "loans_ebook_12_17", TRUE },
  { "ebooks_adult", "", "loans_ebook_adult", TRUE },
  { "total_digital_audiobook_issues", "", "loans_eaudio_all", FALSE },
  { "digital_audiobook_issues_11_under", "", "loans_eaudio_u12", TRUE },
  { "digital_audiobook_issues_12_17", "", "loans_eaudio_12_17", TRUE },
  { "digital_audiobook_issues_adult", "", "loans_eaudio_adult", TRUE },
  { "physical_visits_no_colocation", "", "visits_not_shared", FALSE },
  { "physical_visits_colocation", "", "visits_shared", FALSE },
  { "click_and_collect", "", "contacts_click_collect", FALSE },
  { "mobile_libraries", "", "contacts_mobile", FALSE },
  { "home_delivery", "", "contacts_home", FALSE },
  { "hours_public_computers", "", "pc_hours_used", FALSE },
  { "wifi_sessions", "", "wifi_sessions", FALSE },
};

/* Measures with one column: of the year, or as they were at its end. */
static const struct
{
  const char *column, *measure, *period;
} singles[] = {
  { "total_active_members", "users_active_all", YEAR },
  { "active_members_11_under", "users_active_u12", YEAR },
  { "active_members_12_17", "users_active_12_17", YEAR },
  { "active_members_adults", "users_active_18plus", YEAR },
  { "computers_and_devices", "pcs", YEAR_END },
  { "devices_loan", "devices_loanable", YEAR_END },
  { "device_loan_issues", "device_loans", YEAR },
};

typedef enum
{
  NOTHING,
  MONTHLY,
  QUARTERLY,
  YEARLY,
  PARTIAL,
} Filling;

/* A measure of a service in the year. */
typedef struct
{
  double cells[MONTHS]; /* NaN: no data */
  double total;         /* NaN: nothing */
  guint n;
  Filling filling;
  const char *implausible; /* why what was given cannot be; interned; NULL */
} Year;

static void
sum_up (Year *year)
{
  guint quarters = 0;

  year->n = 0;
  year->total = 0;
  for (guint m = 0; m < MONTHS; m++)
    if (!isnan (year->cells[m]))
      {
        year->n++;
        year->total += year->cells[m];
        quarters += m % 3 == 2;
      }
  if (year->n == 0)
    year->total = NAN;
  year->filling = year->n == 0                                             ? NOTHING
                  : year->n == MONTHS                                      ? MONTHLY
                  : year->n == 4 && quarters == 4                          ? QUARTERLY
                  : year->n == 1 && (!isnan (year->cells[0]) || !isnan (year->cells[MONTHS - 1])) ? YEARLY
                                                                           : PARTIAL;
}

/* The column of each month of each measure, or -1. */
typedef int Columns[G_N_ELEMENTS (measures)][MONTHS];

static void
find_columns (const BlSheet *sheet, Columns columns)
{
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    for (guint m = 0; m < MONTHS; m++)
      {
        g_autofree char *name = g_strdup_printf ("%s_%s%s", measures[i].stem, month_names[m], measures[i].end);
        columns[i][m] = bl_sheet_find_column (sheet, name);
      }
}

static Year
read_year (BlSeriesReading *reading, guint row, const int *columns)
{
  Year year = { 0 };

  for (guint m = 0; m < MONTHS; m++)
    {
      BlDraftValue value;

      year.cells[m] = columns[m] >= 0 && bl_series_read_cell (reading, row, (guint) columns[m], &value) ? value.value : NAN;
    }
  sum_up (&year);
  return year;
}

static guint
count_ages (guint total)
{
  guint n = 0;

  while (total + 1 + n < G_N_ELEMENTS (measures) && measures[total + 1 + n].is_age)
    n++;
  return n;
}

/* The total row as it stands; twelve noughts beside filled ages are a blank; a blank total beside all ages is their sum. */
static void
settle_total (BlSeriesReading *reading, guint row, const char *name, Year *years, guint at)
{
  Year *total = &years[at];
  guint n = count_ages (at), given = 0, more = 0;
  double sum = 0;

  for (guint i = 1; i <= n; i++)
    {
      given += years[at + i].filling != NOTHING;
      more += years[at + i].total > 0;
      sum += years[at + i].filling != NOTHING ? years[at + i].total : 0;
    }
  if (total->filling == MONTHLY && total->total == 0 && more > 0)
    {
      for (guint m = 0; m < MONTHS; m++)
        total->cells[m] = NAN;
      sum_up (total);
      bl_import_report_warn (reading->plan->report, bl_sheet_get_row_number (reading->plan->sheet, row), measures[at].stem,
                             _ ("%s, %s: twelve noughts beside ages that have figures are taken for a blank"), name,
                             measures[at].measure);
    }
  if (n == 0 || given < n)
    return;
  if (total->filling == NOTHING)
    {
      for (guint m = 0; m < MONTHS; m++)
        {
          total->cells[m] = 0;
          for (guint i = 1; i <= n; i++)
            total->cells[m] += years[at + i].cells[m];
        }
      sum_up (total);
      return;
    }
  if (total->filling == PARTIAL || fabs (sum - total->total) <= AGES_DIFFER * total->total)
    return;
  g_autofree char *ages = bl_text_number (sum, 0), *whole = bl_text_number (total->total, 0);
  bl_import_report_warn (reading->plan->report, bl_sheet_get_row_number (reading->plan->sheet, row), measures[at].stem,
                         _ ("%s, %s: the ages add up to %s and the total is %s; the total is taken"), name,
                         measures[at].measure, ages, whole);
}

/* Two measures with the same twelve figures: one of them was put in the wrong place. */
static void
warn_of_copies (BlSeriesReading *reading, guint row, const char *name, const Year *years)
{
  for (guint a = 0; a < G_N_ELEMENTS (measures); a++)
    for (guint b = a + 1; b < G_N_ELEMENTS (measures); b++)
      if (!measures[a].is_age && !measures[b].is_age && years[a].filling == MONTHLY && years[a].total > 0
          && memcmp (years[a].cells, years[b].cells, sizeof years[a].cells) == 0)
        {
          g_autofree char *total = bl_text_number (years[a].total, 0);
          bl_import_report_warn (reading->plan->report, bl_sheet_get_row_number (reading->plan->sheet, row), measures[a].stem,
                                 _ ("%s: %s and %s have the same twelve figures (%s)"), name, measures[a].measure,
                                 measures[b].measure, total);
        }
}

/* What is shown of the year for all authorities. */
static BlDraftValue
of_year (const Year *year, guint row)
{
  BlDraftValue value = BL_DRAFT_VALUE (year->total, row);

  if (year->filling == NOTHING)
    value.state = BL_STATE_NO_DATA;
  else if (year->filling == PARTIAL)
    value.parts = year->n;
  value.implausible = year->implausible;
  return value;
}

/* The project's own service, as finely as it was given. */
static void
put_own (BlSeriesReading *reading, guint row, const char *code, const char *measure, const Year *year)
{
  static const struct
  {
    BlPeriodKind kind;
    int months;
  } steps[] = {
    [MONTHLY] = { BL_PERIOD_KIND_MONTH, 1 },
    [QUARTERLY] = { BL_PERIOD_KIND_QUARTER, 3 },
    [YEARLY] = { BL_PERIOD_KIND_FY, 12 },
    [PARTIAL] = { BL_PERIOD_KIND_MONTH, 1 },
  };
  BlSeriesDraft *draft;

  if (year->filling == NOTHING)
    return;
  draft = bl_series_drafts_get (reading->drafts, measure, BL_GEOGRAPHY_SERVICE, NULL, code, steps[year->filling].kind);
  for (int m = 0; m < MONTHS; m++)
    {
      int first = year->filling == YEARLY ? 0 : m - steps[year->filling].months + 1;
      GDate *day = NULL;
      BlPeriod period;
      BlDraftValue value = BL_DRAFT_VALUE (year->cells[m], row);

      if (isnan (year->cells[m]))
        continue;
      day = g_date_new_dmy (1, (GDateMonth) ((3 + first) % 12 + 1), (GDateYear) (FIRST_YEAR + (3 + first) / 12));
      period = bl_period_of (g_date_get_julian (day), steps[year->filling].kind);
      g_date_free (day);
      bl_series_put_value (reading, draft, &period, &value);
    }
}

/* All visits: those to sites that share their building and those to sites that do not; a blank beside a figure is none. */
static void
put_all_visits (BlSeriesReading *reading, guint row, const BlReferenceService *service, const Year *apart, const Year *shared)
{
  gboolean ours = g_strcmp0 (service->code, bl_series_own_code (reading)) == 0;
  BlDraftValue value = of_year (apart, row), other = of_year (shared, row);

  if (apart->filling == NOTHING)
    value = other;
  else if (shared->filling != NOTHING)
    {
      value.value += other.value;
      value.parts = isnan (value.parts) ? other.parts : isnan (other.parts) ? value.parts : MIN (value.parts, other.parts);
    }
  bl_series_put_authority (reading, bl_series_drafts_get_comparison (reading->drafts, "visits_all", YEAR), service->code,
                           service->nice_name, &value);
  if (ours && shared->filling == NOTHING)
    put_own (reading, row, service->code, "visits_all", apart);
  else if (ours && apart->filling == NOTHING)
    put_own (reading, row, service->code, "visits_all", shared);
  else if (ours && apart->filling == shared->filling && apart->filling != PARTIAL)
    {
      Year both = *apart;

      for (guint m = 0; m < MONTHS; m++)
        both.cells[m] += shared->cells[m];
      put_own (reading, row, service->code, "visits_all", &both);
    }
}

/* The hours that public computers were used are bounded by how many there are. */
static void
check_hours (BlSeriesReading *reading, guint row, const char *name, Year *year)
{
  int column = bl_sheet_find_column (reading->plan->sheet, "computers_and_devices");
  BlDraftValue computers;

  if (column < 0 || !(year->total > 0) || !bl_series_read_cell (reading, row, (guint) column, &computers)
      || !(computers.value > 0) || year->total <= MOST_HOURS * computers.value)
    return;
  g_autofree char *hours = bl_text_number (year->total, 0), *number = bl_text_number (computers.value, 0);
  bl_import_report_warn (reading->plan->report, bl_sheet_get_row_number (reading->plan->sheet, row), "hours_public_computers",
                         _ ("%s, pc_hours_used: %s hours on %s computers cannot be; taken as no data"), name, hours, number);
  g_autofree char *why = g_strdup_printf (_ ("%s hours on %s computers cannot be"), hours, number);
  year->implausible = g_intern_string (why);
  for (guint m = 0; m < MONTHS; m++)
    year->cells[m] = NAN;
  sum_up (year);
}

static void
read_service (BlSeriesReading *reading, guint row, const BlReferenceService *service, const Columns columns)
{
  BlSheet *sheet = reading->plan->sheet;
  gboolean ours = g_strcmp0 (service->code, bl_series_own_code (reading)) == 0;
  Year years[G_N_ELEMENTS (measures)];
  const Year *apart = NULL, *shared = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    years[i] = read_year (reading, row, columns[i]);
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    if (!measures[i].is_age)
      settle_total (reading, row, service->nice_name, years, i);
  warn_of_copies (reading, row, service->nice_name, years);
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      BlDraftValue value;

      if (g_str_equal (measures[i].measure, "pc_hours_used"))
        check_hours (reading, row, service->nice_name, &years[i]);
      if (g_str_equal (measures[i].measure, "visits_not_shared"))
        apart = &years[i];
      if (g_str_equal (measures[i].measure, "visits_shared"))
        shared = &years[i];
      value = of_year (&years[i], row);
      bl_series_put_authority (reading, bl_series_drafts_get_comparison (reading->drafts, measures[i].measure, YEAR),
                               service->code, service->nice_name, &value);
      if (ours)
        put_own (reading, row, service->code, measures[i].measure, &years[i]);
    }
  put_all_visits (reading, row, service, apart, shared);
  for (guint i = 0; i < G_N_ELEMENTS (singles); i++)
    {
      int column = bl_sheet_find_column (sheet, singles[i].column);
      BlDraftValue value = BL_DRAFT_VALUE (NAN, row);

      if (column < 0 || !bl_series_read_cell (reading, row, (guint) column, &value))
        {
          value = BL_DRAFT_VALUE (NAN, row);
          value.state = BL_STATE_NO_DATA;
        }
      bl_series_put_authority (reading, bl_series_drafts_get_comparison (reading->drafts, singles[i].measure, singles[i].period),
                               service->code, service->nice_name, &value);
    }
}

gboolean
bl_series_read_return (BlSeriesReading *reading, GError **error)
{
  BlSheet *sheet = reading->plan->sheet;
  int name = bl_sheet_find_column (sheet, "authority");
  Columns columns;

  find_columns (sheet, columns);
  for (guint r = 0; r < bl_sheet_get_n_rows (sheet); r++)
    {
      const BlReferenceService *service;

      if (reading->reasons[r] != NULL)
        continue;
      service = bl_series_find_authority (reading, bl_sheet_get_cell (sheet, r, (guint) name));
      if (service == NULL)
        reading->reasons[r] = _ ("not an authority with a library service");
      else
        read_service (reading, r, service, (const int (*)[MONTHS]) columns);
    }
  return TRUE;
}
