/* series-origin.c: what published files of series are called, who published them, for when, on what terms
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "named-period.h"
#include "period.h"
#include "series-read.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define OGL "Open Government Licence v3.0"

/* "2023-24", "2021/22 to 2024/25": from the first to the last of a column of ISO intervals; NULL where it holds none. */
static const char *
span_of (const BlSheet *sheet, const char *column, BlPeriodKind kind)
{
  int at = bl_sheet_find_column (sheet, column);
  BlPeriod first = { 0 }, last = { 0 };
  g_autofree char *from = NULL, *to = NULL, *both = NULL;

  for (guint r = 0; at >= 0 && r < bl_sheet_get_n_rows (sheet); r++)
    {
      BlPeriod period;

      if (!bl_period_parse (bl_sheet_get_cell (sheet, r, (guint) at), kind, &period, NULL))
        continue;
      /* Months and quarters of a year tell which year. */
      if (kind == BL_PERIOD_KIND_FY && period.kind != kind)
        period = bl_period_of (period.start, kind);
      if (first.start == 0 || bl_period_compare (&period, &first) < 0)
        first = period;
      if (last.start == 0 || bl_period_compare (&period, &last) > 0)
        last = period;
    }
  if (first.start == 0)
    return NULL;
  from = bl_period_to_text (&first);
  to = bl_period_to_text (&last);
  /* TRANSLATORS: "2021-22 to 2023-24". */
  both = bl_period_equal (&first, &last) ? g_strdup (from) : g_strdup_printf (_ ("%1$s to %2$s"), from, to);
  return g_intern_string (both);
}

/* "to August 2024": the newest month that has a figure. */
static const char *
newest_of_headings (const BlSheet *sheet)
{
  guint32 newest = 0;
  BlPeriod month;
  g_autofree char *text = NULL, *words = NULL;

  for (guint c = 0; c < bl_sheet_get_n_columns (sheet); c++)
    {
      g_autofree char *rest = NULL;
      BlNamedPeriod named;
      gboolean filled = FALSE;

      if (!bl_named_period_read (bl_sheet_get_column (sheet, c), FALSE, &named, &rest) || rest != NULL || named.first <= newest)
        continue;
      for (guint r = 0; r < bl_sheet_get_n_rows (sheet) && !filled; r++)
        filled = *bl_sheet_get_cell (sheet, r, c) != '\0';
      if (filled)
        newest = named.first;
    }
  if (newest == 0)
    return NULL;
  month = bl_period_of (newest, BL_PERIOD_KIND_MONTH);
  text = bl_period_to_text (&month);
  /* TRANSLATORS: of figures month by month: "to Aug 2024". */
  words = g_strdup_printf (_ ("to %s"), text);
  return g_intern_string (words);
}

gboolean
bl_series_is_newcastle (const BlSheet *sheet)
{
  /* No other city has these side by side. */
  static const char *const branches[] = { "Cruddas Park", "Denton Burn", "Fawdon", "Fenham", "High Heaton", "Newbiggin Hall", "Outer West" };
  guint found = 0;

  if (bl_series_shape_of (sheet) != BL_SERIES_COLUMNS || !bl_series_has_months (sheet) || bl_sheet_find_column (sheet, "Library") != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (branches); i++)
    for (guint r = 0; r < bl_sheet_get_n_rows (sheet); r++)
      if (g_str_has_prefix (bl_sheet_get_cell (sheet, r, 0), branches[i]))
        {
          found++;
          break;
        }
  return found >= 4;
}

static void
describe_columns (const BlSheet *sheet, BlRecognition *seen)
{
  const char *measure = bl_series_measure_of_name (bl_sheet_get_name (sheet));
  const char *counted = measure != NULL ? bl_series_measure_title (measure) : NULL;

  if (bl_series_is_newcastle (sheet))
    {
      /* TRANSLATORS: %s is "Visits", "Enquiries" … */
      seen->title = counted != NULL ? g_strdup_printf (_ ("Newcastle Libraries open data, month by month: %s"), counted)
                                    : g_strdup (_ ("Newcastle Libraries open data, month by month"));
      seen->source = "Newcastle Libraries, open data";
      seen->licence = "Public domain (Unlicense)";
      seen->date = newest_of_headings (sheet);
    }
  else
    /* TRANSLATORS: %s is "Visits", "Enquiries" … */
    seen->title = counted != NULL ? g_strdup_printf (_ ("Values over time: %s"), counted) : g_strdup (_ ("Values over time"));
}

/* The measures of Explore Local Statistics come from several departments. */
static void
describe_indicators (const BlSheet *sheet, BlRecognition *seen)
{
  int column = bl_sheet_find_column (sheet, "indicator");
  gboolean visited = FALSE, literacy = FALSE;

  for (guint r = 0; column >= 0 && r < bl_sheet_get_n_rows (sheet); r++)
    {
      visited |= g_ascii_strcasecmp (bl_sheet_get_cell (sheet, r, (guint) column), "Visited a public library") == 0;
      literacy |= g_ascii_strcasecmp (bl_sheet_get_cell (sheet, r, (guint) column), "Literacy") == 0;
    }
  seen->title = g_strdup (visited    ? _ ("Participation Survey, by authority")
                          : literacy ? _ ("Early years foundation stage, by authority")
                                     : _ ("Office for National Statistics: an indicator by authority"));
  seen->source = visited    ? "DCMS, Participation Survey, by Explore Local Statistics of the Office for National Statistics"
                 : literacy ? "Department for Education, early years foundation stage profile, by Explore Local Statistics of the "
                              "Office for National Statistics"
                            : "Explore Local Statistics of the Office for National Statistics";
  seen->date = span_of (sheet, "period", literacy ? BL_PERIOD_KIND_AY : BL_PERIOD_KIND_FY);
  seen->licence = OGL;
}

/* "mid-2024" of mye24…, as the Office for National Statistics calls its files. */
static const char *
mid_year_of_name (const char *name)
{
  const char *mye = name != NULL ? strstr (name, "mye") : NULL;
  g_autofree char *words = NULL;

  if (mye == NULL || !g_ascii_isdigit (mye[3]) || !g_ascii_isdigit (mye[4]) || g_ascii_isdigit (mye[5]))
    return NULL;
  words = g_strdup_printf ("mid-20%c%c", mye[3], mye[4]);
  return g_intern_string (words);
}

/* The council whose table it is, as the first row names it. */
static const char *
council_of (const BlSheet *sheet, const char *column)
{
  int at = bl_sheet_find_column (sheet, column);
  g_autofree char *name = at >= 0 && bl_sheet_get_n_rows (sheet) > 0 ? bl_text_clean (bl_sheet_get_cell (sheet, 0, (guint) at)) : NULL;
  g_autofree char *words = name != NULL ? g_strdup_printf (_ ("%s, open data in the library schema"), name) : NULL;

  return words != NULL ? g_intern_string (words) : NULL;
}

void
bl_series_shape_describe (BlSeriesShape shape, const BlSheet *sheet, BlRecognition *seen)
{
  switch (shape)
    {
    case BL_SERIES_RETURN:
      /* No licence is stated. */
      seen->title = g_strdup (_ ("Arts Council activity data 2023-24: the return as made"));
      seen->source = "Arts Council England, Libraries Activity Data 2023-24";
      seen->date = "2023-24";
      break;
    case BL_SERIES_SUMMARY:
      seen->title = g_strdup (_ ("Arts Council activity data, added up"));
      break;
    case BL_SERIES_LOANS:
    case BL_SERIES_VISITS:
    case BL_SERIES_EVENTS:
    case BL_SERIES_USERS:
    case BL_SERIES_PLAIN:
      seen->title = g_strdup (_ ("Arts Council activity data, long form"));
      seen->source = "Arts Council England, Libraries Activity Data, long form by Libraries Hacked";
      seen->date = span_of (sheet, "Period", BL_PERIOD_KIND_FY);
      break;
    case BL_SERIES_INDICATORS:
      describe_indicators (sheet, seen);
      break;
    case BL_SERIES_POPULATION:
      seen->title = g_strdup (_ ("Office for National Statistics: mid-year population by age"));
      seen->source = "Office for National Statistics, mid-year population estimates";
      seen->date = mid_year_of_name (bl_sheet_get_name (sheet));
      seen->licence = OGL;
      break;
    case BL_SERIES_NEIGHBOURS:
      seen->title = g_strdup (_ ("Office for National Statistics: statistical nearest neighbours"));
      seen->source = "Office for National Statistics, statistical nearest neighbours of local authorities";
      seen->date = "October 2025";
      seen->licence = OGL;
      break;
    case BL_SERIES_ISSUES:
      seen->title = g_strdup (_ ("LibrariesWest: issues and renewals by month"));
      seen->source = "LibrariesWest, open data: issues and renewals by month and kind of item";
      seen->date = span_of (sheet, "month_issued", BL_PERIOD_KIND_MONTH);
      seen->licence = OGL;
      break;
    case BL_SERIES_COUNTS:
      seen->title = g_strdup (_ ("Library open-data schema: physical visits"));
      seen->source = council_of (sheet, "Local authority");
      break;
    case BL_SERIES_BORROWERS:
      seen->title = g_strdup (_ ("Newcastle Libraries open data: borrowers by branch"));
      seen->source = "Newcastle Libraries, open data";
      seen->licence = "Public domain (Unlicense)";
      break;
    case BL_SERIES_COLUMNS:
    default:
      describe_columns (sheet, seen);
      break;
    }
}
