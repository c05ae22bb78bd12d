/* series-nation.c: what the Office for National Statistics has of all authorities: indicators, people, neighbours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "series-read.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define ENGLAND "E92000001"

/* --- Indicators of Explore Local Statistics (indicator-content 3.3.5) ------------- */

static const struct
{
  const char *indicator, *measure;
  BlPeriodKind kind;
  BlState state;
} indicators[] = {
  { "Visited a public library", "survey_used_pct", BL_PERIOD_KIND_FY, BL_STATE_ESTIMATE },
  { "Literacy", "literacy_eyfs_pct", BL_PERIOD_KIND_AY, BL_STATE_MEASURED },
};

typedef struct
{
  int code, name, geography, indicator, period, value, low, high;
} IndicatorColumns;

static const char *
read_indicator (BlSeriesReading *reading, const IndicatorColumns *at, guint row)
{
  BlSheet *sheet = reading->plan->sheet;
  const char *code = bl_sheet_get_cell (sheet, row, (guint) at->code), *own = bl_series_own_code (reading);
  const char *geography = bl_sheet_get_cell (sheet, row, (guint) at->geography);
  const char *indicator = bl_sheet_get_cell (sheet, row, (guint) at->indicator);
  BlDraftValue value, end;
  BlPeriod period;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (indicators) && g_ascii_strcasecmp (indicators[i].indicator, indicator) != 0; i++)
    ;
  if (i == G_N_ELEMENTS (indicators))
    return _ ("an indicator that is not of libraries");
  if (!g_str_equal (geography, "Nation") && !g_str_equal (geography, "Local Authority District")
      && !g_str_equal (geography, "County or Unitary Authority"))
    return _ ("not an authority");
  if (!bl_series_is_gss (code))
    return _ ("no code of an authority");
  if (!bl_period_parse (bl_sheet_get_cell (sheet, row, (guint) at->period), indicators[i].kind, &period, NULL))
    return _ ("no month or year that can be read");
  if (!bl_series_read_cell (reading, row, (guint) at->value, &value))
    return _ ("no figure");
  if (value.state == BL_STATE_MEASURED)
    value.state = indicators[i].state;
  if (at->low >= 0 && bl_series_read_cell (reading, row, (guint) at->low, &end))
    value.low = end.value;
  if (at->high >= 0 && bl_series_read_cell (reading, row, (guint) at->high, &end))
    value.high = end.value;
  g_autofree char *iso = bl_period_to_iso (&period);
  bl_series_put_authority (reading, bl_series_drafts_get_comparison (reading->drafts, indicators[i].measure, iso), code,
                           bl_sheet_get_cell (sheet, row, (guint) at->name), &value);
  if (g_str_equal (code, ENGLAND) || g_strcmp0 (code, own) == 0)
    bl_series_put_value (reading,
                         bl_series_drafts_get (reading->drafts, indicators[i].measure,
                                               g_str_equal (code, ENGLAND) ? BL_GEOGRAPHY_ENGLAND : BL_GEOGRAPHY_AUTHORITY, NULL,
                                               code, period.kind),
                         &period, &value);
  return NULL;
}

gboolean
bl_series_read_indicators (BlSeriesReading *reading, GError **error)
{
  BlSheet *sheet = reading->plan->sheet;
  const IndicatorColumns at
      = { bl_sheet_find_column (sheet, "areacd"), bl_sheet_find_column (sheet, "areanm"),
          bl_sheet_find_column (sheet, "geography"), bl_sheet_find_column (sheet, "indicator"),
          bl_sheet_find_column (sheet, "period"), bl_sheet_find_column (sheet, "observation"),
          bl_sheet_find_column (sheet, "lci_95"), bl_sheet_find_column (sheet, "uci_95") };

  for (guint r = 0; r < bl_sheet_get_n_rows (sheet); r++)
    if (reading->reasons[r] == NULL)
      reading->reasons[r] = read_indicator (reading, &at, r);
  return TRUE;
}

/* --- People by single year of age --------------------------------------------------- */

static const struct
{
  const char *measure;
  int from, to; /* 90 is 90 and over */
} bands[] = {
  { "pop_u12", 0, 11 }, { "pop_4_11", 4, 11 }, { "pop_12_17", 12, 17 }, { "pop_18plus", 18, 90 }, { "pop_75plus", 75, 90 },
};
#define AGES 91

/* "mye24", or the year of what was said: 30 June. */
static gboolean
find_mid_year (BlSeriesReading *reading, BlPeriod *period)
{
  const char *texts[] = { reading->plan->options.period, bl_import_plan_date (reading->plan), reading->plan->file };
  int year = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts) && year == 0; i++)
    {
      const char *mye = texts[i] != NULL ? strstr (texts[i], "mye") : NULL;

      if (mye != NULL)
        year = (int) CLAMP (g_ascii_strtoll (mye + strlen ("mye"), NULL, 10), 0, 9999);
      for (const char *p = texts[i]; p != NULL && *p != '\0' && year == 0; p++)
        if (g_ascii_isdigit (p[0]) && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2]) && g_ascii_isdigit (p[3]))
          year = (int) CLAMP (g_ascii_strtoll (p, NULL, 10), 0, 9999);
      if (year > 0 && year < 100)
        year += 2000;
    }
  if (year < 1900 || year > 2999)
    return FALSE;
  g_autofree char *iso = g_strdup_printf ("%04d-06-30/P0D", year);
  return bl_period_parse (iso, BL_PERIOD_KIND_SNAPSHOT, period, NULL);
}

static void
put_people (BlSeriesReading *reading, const char *measure, const char *iso, const char *code, const char *name,
            const BlDraftValue *value)
{
  bl_series_put_authority (reading, bl_series_drafts_get_comparison (reading->drafts, measure, iso), code, name, value);
}

gboolean
bl_series_read_population (BlSeriesReading *reading, GError **error)
{
  BlSheet *sheet = reading->plan->sheet;
  int code_column = bl_sheet_find_column (sheet, "Code"), name_column = bl_sheet_find_column (sheet, "Name");
  int all = bl_sheet_find_column (sheet, "All ages"), ages[AGES];
  g_autofree char *iso = NULL;
  BlPeriod period;

  if (!find_mid_year (reading, &period))
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                   _ ("“%s” does not say which year its figures are for: say it as their date, such as 2024"),
                   reading->plan->file);
      return FALSE;
    }
  iso = bl_period_to_iso (&period);
  for (int a = 0; a < AGES; a++)
    {
      g_autofree char *name = g_strdup_printf (a == AGES - 1 ? "%d+" : "%d", a);
      ages[a] = bl_sheet_find_column (sheet, name);
    }
  for (guint r = 0; r < bl_sheet_get_n_rows (sheet); r++)
    {
      const char *code = bl_sheet_get_cell (sheet, r, (guint) code_column);
      const char *name = bl_sheet_get_cell (sheet, r, (guint) name_column);
      double people[AGES];
      BlDraftValue value;

      if (reading->reasons[r] != NULL)
        continue;
      if (!bl_series_is_gss (code))
        {
          reading->reasons[r] = _ ("no code of an authority");
          continue;
        }
      if (!bl_series_read_cell (reading, r, (guint) all, &value))
        {
          reading->reasons[r] = _ ("no figure");
          continue;
        }
      put_people (reading, "pop_all", iso, code, name, &value);
      for (int a = 0; a < AGES; a++)
        people[a] = ages[a] >= 0 && bl_series_read_cell (reading, r, (guint) ages[a], &value) ? value.value : NAN;
      for (guint b = 0; b < G_N_ELEMENTS (bands); b++)
        {
          value = BL_DRAFT_VALUE (0, r);
          for (int a = bands[b].from; a <= bands[b].to; a++)
            value.value += people[a];
          if (!isnan (value.value))
            put_people (reading, bands[b].measure, iso, code, name, &value);
        }
    }
  return TRUE;
}

/* --- Nearest neighbours ---------------------------------------------------------------- */

gboolean
bl_series_read_neighbours (BlSeriesReading *reading, GError **error)
{
  BlSheet *sheet = reading->plan->sheet;
  int code_column = bl_sheet_find_column (sheet, "Upper tier local authority code");
  int name_column = bl_sheet_find_column (sheet, "Upper tier local authority name");
  int first = bl_sheet_find_column (sheet, "Neighbour 1");
  const char *own = bl_series_own_code (reading);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  BlSeriesDrafts *drafts = reading->drafts;
  guint found = G_MAXUINT;

  if (own == NULL)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                   _ ("The project has no service with a code yet whose neighbours “%s” could name"), reading->plan->file);
      return FALSE;
    }
  for (guint r = 0; r < bl_sheet_get_n_rows (sheet); r++)
    {
      const char *code = bl_sheet_get_cell (sheet, r, (guint) code_column);

      g_hash_table_insert (names, (char *) code, (char *) bl_sheet_get_cell (sheet, r, (guint) name_column));
      if (g_str_equal (code, own) && found == G_MAXUINT)
        found = r;
      else
        reading->elsewhere[r] = TRUE;
    }
  if (found == G_MAXUINT)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT, _ ("“%s” has no row for the authority %s of this project"),
                   reading->plan->file, own);
      return FALSE;
    }
  drafts->neighbours_code = g_strdup (own);
  drafts->neighbours_row = found;
  for (guint c = (guint) first; c < bl_sheet_get_n_columns (sheet); c++)
    {
      const char *code = bl_sheet_get_cell (sheet, found, c), *name;

      if (!bl_series_is_gss (code))
        continue;
      g_ptr_array_add (drafts->neighbour_codes, g_strdup (code));
      name = g_hash_table_lookup (names, code);
      g_ptr_array_add (drafts->neighbour_names, g_strdup (name != NULL ? name : code));
    }
  return TRUE;
}
