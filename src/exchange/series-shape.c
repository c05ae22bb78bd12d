/* series-shape.c: which published file of series or of many authorities a table is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "named-period.h"
#include "series-read.h"
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
  return BL_SERIES_COLUMNS;
}

gboolean
bl_series_months_are_series (const BlSheet *sheet)
{
  const char *measure = bl_series_measure_of_name (bl_sheet_get_name (sheet));
  guint months = 0, shares = 0, filled = 0;

  for (guint c = 0; c < bl_sheet_get_n_columns (sheet); c++)
    {
      g_autofree char *rest = NULL;
      BlNamedPeriod period;

      if (!bl_named_period_read (bl_sheet_get_column (sheet, c), FALSE, &period, &rest) || rest != NULL
          || period.last - period.first > 30)
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

void
bl_series_shape_describe (BlSeriesShape shape, const BlSheet *sheet, BlRecognition *seen)
{
  seen->licence = "Open Government Licence v3.0";
  switch (shape)
    {
    case BL_SERIES_RETURN:
      seen->title = g_strdup (_ ("Arts Council activity data 2023-24: the return as made"));
      seen->source = "Arts Council England, Libraries Activity Data 2023-24";
      seen->date = "2023-24";
      /* No licence is stated. */
      seen->licence = NULL;
      break;
    case BL_SERIES_LOANS:
    case BL_SERIES_VISITS:
    case BL_SERIES_EVENTS:
    case BL_SERIES_USERS:
    case BL_SERIES_PLAIN:
      seen->title = g_strdup (_ ("Arts Council activity data, long form"));
      seen->source = "Arts Council England, Libraries Activity Data, long form by Libraries Hacked";
      seen->licence = NULL;
      break;
    case BL_SERIES_INDICATORS:
      seen->title = g_strdup (_ ("Office for National Statistics: an indicator by authority"));
      seen->source = bl_sheet_get_n_rows (sheet) > 0 && strstr (bl_sheet_get_name (sheet), "engagement") != NULL
                         ? "DCMS, Participation Survey, by Explore Local Statistics of the Office for National Statistics"
                         : "Explore Local Statistics of the Office for National Statistics";
      break;
    case BL_SERIES_POPULATION:
      seen->title = g_strdup (_ ("Office for National Statistics: mid-year population by age"));
      seen->source = "Office for National Statistics, mid-year population estimates";
      break;
    case BL_SERIES_NEIGHBOURS:
      seen->title = g_strdup (_ ("Office for National Statistics: statistical nearest neighbours"));
      seen->source = "Office for National Statistics, statistical nearest neighbours of local authorities";
      seen->date = "October 2025";
      break;
    case BL_SERIES_COLUMNS:
    default:
      seen->title = g_strdup (_ ("Values over time"));
      seen->licence = NULL;
      break;
    }
}
