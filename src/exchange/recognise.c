/* recognise.c: what a file is, by its columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "recognise.h"

#include "named-period.h"
#include "reference-sources.h"
#include "series-read.h"
#include "stop-cells.h"
#include "targets.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Columns found under @kind's synonyms. */
static gboolean
has_target (const BlSheet *sheet, BlImportKind kind, const char *target)
{
  for (guint c = 0; c < bl_sheet_get_n_columns (sheet); c++)
    if (g_strcmp0 (bl_target_find (kind, bl_sheet_get_column (sheet, c)), target) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_column (const BlSheet *sheet, const char *normal)
{
  for (guint c = 0; c < bl_sheet_get_n_columns (sheet); c++)
    {
      g_autofree char *name = bl_target_normalise (bl_sheet_get_column (sheet, c));
      if (g_str_equal (name, normal))
        return TRUE;
    }
  return FALSE;
}

/* The newest year that a column such as "Operation in 2023" names. */
static int
newest_year (const BlSheet *sheet)
{
  int newest = 0;

  for (guint c = 0; c < bl_sheet_get_n_columns (sheet); c++)
    {
      const char *target = bl_target_find (BL_IMPORT_LIBRARIES, bl_sheet_get_column (sheet, c));
      if (target != NULL)
        newest = MAX (newest, bl_target_get_year (target, NULL));
    }
  return newest;
}

/* A column of small-area codes: the first cells look like them. */
static gboolean
has_area_codes (const BlSheet *sheet)
{
  for (guint c = 0; c < bl_sheet_get_n_columns (sheet); c++)
    {
      guint codes = 0, filled = 0;
      if (g_strcmp0 (bl_target_find (BL_IMPORT_VALUES, bl_sheet_get_column (sheet, c)), "code") != 0)
        continue;
      for (guint r = 0; r < MIN (bl_sheet_get_n_rows (sheet), 20); r++)
        {
          const char *cell = bl_sheet_get_cell (sheet, r, c);
          filled += *cell != '\0';
          codes += bl_recognise_geography (NULL, cell) != NULL;
        }
      if (filled > 0 && codes * 2 >= filled)
        return TRUE;
    }
  return FALSE;
}

/* Their codes are those of districts, counties and unitary authorities: what is beside them is of whole authorities. */
static gboolean
are_authorities (const BlSheet *sheet)
{
  static const char *const starts[] = { "E06", "E07", "E08", "E09", "E10", "E92", "W06", "S12", "N09" };
  guint codes = 0, filled = 0;

  for (guint c = 0; c < bl_sheet_get_n_columns (sheet) && filled == 0; c++)
    if (g_strcmp0 (bl_target_find (BL_IMPORT_VALUES, bl_sheet_get_column (sheet, c)), "code") == 0)
      for (guint r = 0; r < MIN (bl_sheet_get_n_rows (sheet), 20); r++)
        {
          const char *cell = bl_sheet_get_cell (sheet, r, c);

          filled += *cell != '\0';
          for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
            codes += strlen (cell) == 9 && g_str_has_prefix (cell, starts[i]);
        }
  return codes > 0 && codes * 2 >= filled;
}

/* Columns of figures of use, or headed by a month or a financial year. */
static gboolean
has_figures (const BlSheet *sheet)
{
  guint periods = 0;

  for (guint c = 0; c < bl_sheet_get_n_columns (sheet); c++)
    {
      const char *column = bl_sheet_get_column (sheet, c);
      const char *target = bl_target_find (BL_IMPORT_FIGURES, column);
      g_autofree char *rest = NULL;
      BlNamedPeriod period;

      if (target != NULL && (g_str_has_prefix (target, "figure:") || g_str_equal (target, "floor-area")))
        return TRUE;
      periods += bl_named_period_read (column, TRUE, &period, &rest) && rest == NULL;
    }
  return periods >= 2;
}

static gboolean
has_stops (const BlSheet *sheet)
{
  return has_target (sheet, BL_IMPORT_STOPS, "name") && has_target (sheet, BL_IMPORT_STOPS, "arrival")
         && has_target (sheet, BL_IMPORT_STOPS, "departure")
         && (has_target (sheet, BL_IMPORT_STOPS, "route") || has_target (sheet, BL_IMPORT_STOPS, "day"));
}

/* The council's timetable: route, community, stop, postcode, two times, day, first day. */
static gboolean
is_bare_timetable (const BlSheet *sheet)
{
  g_autofree char *postcode = NULL, *arrival = NULL, *departure = NULL, *day = NULL;
  guint32 first;

  return bl_sheet_get_n_columns (sheet) == 8
         && bl_cell_read_postcode (bl_sheet_get_column (sheet, 3), &postcode) != BL_CELL_UNREAD && postcode != NULL
         && bl_cell_read_time (bl_sheet_get_column (sheet, 4), &arrival) == BL_CELL_READ
         && bl_cell_read_time (bl_sheet_get_column (sheet, 5), &departure) == BL_CELL_READ
         && bl_cell_read_weekday (bl_sheet_get_column (sheet, 6), &day) == BL_CELL_READ
         && bl_named_period_read_day (bl_sheet_get_column (sheet, 7), &first);
}

void
bl_recognise_headings (BlSheet *sheet, BlImportKind wanted)
{
  static const char *const timetable[]
      = { "route", "community", "stop", "postcode", "arrival", "departure", "day", "start", NULL };

  if ((wanted == BL_IMPORT_UNKNOWN || wanted == BL_IMPORT_STOPS) && is_bare_timetable (sheet))
    bl_sheet_set_headings (sheet, timetable);
}

/* Two ends and a time. */
static gboolean
has_travel (const BlSheet *sheet)
{
  gboolean time = has_target (sheet, BL_IMPORT_TRAVEL, "minutes") || has_target (sheet, BL_IMPORT_TRAVEL, "seconds");

  return time
         && ((has_column (sheet, "from id") && has_column (sheet, "to id"))
             || (has_target (sheet, BL_IMPORT_TRAVEL, "code") && has_target (sheet, BL_IMPORT_TRAVEL, "library")));
}

/* People by area: with their libraries, or where nothing else can be meant. */
static gboolean
has_members (const BlSheet *sheet)
{
  return has_target (sheet, BL_IMPORT_MEMBERS, "count") && has_area_codes (sheet)
         && (has_target (sheet, BL_IMPORT_MEMBERS, "library") || has_column (sheet, "members")
             || has_column (sheet, "active members") || has_column (sheet, "borrowers")
             || has_column (sheet, "active borrowers"));
}

/* Names of libraries beside what they are used for; lists of libraries and tables of areas have figures too. */
static gboolean
has_figures_of_libraries (const BlSheet *sheet)
{
  return has_target (sheet, BL_IMPORT_FIGURES, "name") && !has_target (sheet, BL_IMPORT_LIBRARIES, "postcode")
         && !has_target (sheet, BL_IMPORT_LIBRARIES, "easting") && !has_target (sheet, BL_IMPORT_LIBRARIES, "latitude")
         && !has_area_codes (sheet) && has_figures (sheet);
}

/* Rows that say where they are list places, whatever years stand in their headings. */
static gboolean
says_where (const BlSheet *sheet)
{
  return has_target (sheet, BL_IMPORT_LIBRARIES, "postcode") || has_target (sheet, BL_IMPORT_LIBRARIES, "easting")
         || has_target (sheet, BL_IMPORT_LIBRARIES, "latitude") || has_target (sheet, BL_IMPORT_LIBRARIES, "address");
}

static gboolean
is_list_of_libraries (const BlSheet *sheet)
{
  return has_target (sheet, BL_IMPORT_LIBRARIES, "name")
         && (has_target (sheet, BL_IMPORT_LIBRARIES, "service") || says_where (sheet));
}

guint
bl_recognise_kinds (const BlSheet *sheet, BlImportKind kinds[BL_RECOGNISE_MOST_KINDS])
{
  gboolean published = bl_series_shape_of (sheet) != BL_SERIES_COLUMNS;
  gboolean figures = has_figures_of_libraries (sheet);
  gboolean small_areas = has_area_codes (sheet) && !are_authorities (sheet);
  guint n = 0;

  if (published)
    {
      kinds[n++] = BL_IMPORT_SERIES;
      if (figures)
        kinds[n++] = BL_IMPORT_FIGURES;
    }
  else if (has_stops (sheet))
    kinds[n++] = BL_IMPORT_STOPS;
  else if (has_travel (sheet))
    kinds[n++] = BL_IMPORT_TRAVEL;
  else if (has_members (sheet))
    kinds[n++] = BL_IMPORT_MEMBERS;
  else if (bl_series_has_months (sheet) && !small_areas)
    {
      /* A month a column is a series; its yearly totals can be kept with the libraries instead, unless they are shares. */
      kinds[n++] = BL_IMPORT_SERIES;
      if (figures && !bl_series_months_are_series (sheet))
        kinds[n++] = BL_IMPORT_FIGURES;
    }
  else if (figures)
    {
      kinds[n++] = BL_IMPORT_FIGURES;
      kinds[n++] = BL_IMPORT_SERIES;
    }
  else if (has_target (sheet, BL_IMPORT_POINTS, "code") && has_target (sheet, BL_IMPORT_POINTS, "x")
           && has_target (sheet, BL_IMPORT_POINTS, "y") && has_area_codes (sheet))
    kinds[n++] = BL_IMPORT_POINTS;
  else if (has_area_codes (sheet) && !small_areas && bl_series_is_likely (sheet))
    {
      kinds[n++] = BL_IMPORT_SERIES;
      kinds[n++] = BL_IMPORT_VALUES;
    }
  else if (has_area_codes (sheet))
    kinds[n++] = BL_IMPORT_VALUES;
  else if (bl_series_is_likely (sheet) && !says_where (sheet))
    {
      kinds[n++] = BL_IMPORT_SERIES;
      if (is_list_of_libraries (sheet))
        kinds[n++] = BL_IMPORT_LIBRARIES;
    }
  else if (is_list_of_libraries (sheet))
    kinds[n++] = BL_IMPORT_LIBRARIES;
  return n;
}

static BlImportKind
find_kind (const BlSheet *sheet)
{
  BlImportKind kinds[BL_RECOGNISE_MOST_KINDS];

  return bl_recognise_kinds (sheet, kinds) > 0 ? kinds[0] : BL_IMPORT_UNKNOWN;
}

static void
recognise_libraries (const BlSheet *sheet, BlRecognition *seen)
{
  int year = newest_year (sheet);

  if (year > 0 && has_column (sheet, "reporting service"))
    {
      seen->title = g_strdup_printf (_ ("Arts Council basic dataset of libraries, %d"), year);
      seen->year = year;
      seen->source = year == 2023 ? bl_reference_source_libraries.source : "Arts Council England, basic dataset for libraries";
      seen->date = year == 2023 ? bl_reference_source_libraries.date : NULL;
      seen->licence = bl_reference_source_libraries.licence;
    }
  else if (has_column (sheet, "local authority") && has_column (sheet, "library name")
           && has_column (sheet, "type of library"))
    seen->title = g_strdup (_ ("Library open-data schema: libraries"));
  else if (has_column (sheet, "authority") && has_column (sheet, "uprn") && has_column (sheet, "address1"))
    {
      seen->title = g_strdup (_ ("Arts Council basic dataset of libraries, 2021 edition"));
      seen->year = 2021;
      seen->plain_list = TRUE;
      seen->source = "Arts Council England, basic dataset for libraries 2021, reduced by Libraries Hacked";
      seen->date = "2021";
    }
  else if (has_column (sheet, "library service") && has_column (sheet, "postal address"))
    {
      seen->title = g_strdup (_ ("Libraries Taskforce list of libraries, 2016"));
      seen->year = 2016;
      seen->plain_list = TRUE;
      seen->source = "Libraries Taskforce, basic dataset for libraries 2016";
      seen->date = "2016";
      seen->licence = "Open Government Licence v3.0";
    }
  else
    seen->title = g_strdup (_ ("A list of libraries"));
}

static void
take_source (BlRecognition *seen, const BlReferenceSource *source)
{
  seen->source = source->source;
  seen->date = source->date;
  seen->geography = source->geography;
  seen->licence = source->licence;
}

static void
recognise_values (const BlSheet *sheet, BlRecognition *seen)
{
  if (has_column (sheet, "lsoa code 2011") && has_column (sheet, "index of multiple deprivation imd rank"))
    {
      seen->title = g_strdup (_ ("Index of Multiple Deprivation 2019"));
      take_source (seen, &bl_reference_source_deprivation);
    }
  else if (has_column (sheet, "total population mid 2015 excluding prisoners"))
    {
      seen->title = g_strdup (_ ("Population by age of the Indices of Deprivation 2019"));
      take_source (seen, &bl_reference_source_ages);
    }
  else if (bl_sheet_get_n_columns (sheet) == 2 && has_column (sheet, "lsoa") && has_column (sheet, "pop")
           && strstr (bl_sheet_get_name (sheet), "2019") != NULL)
    {
      seen->title = g_strdup (_ ("Population of small areas, mid-2019"));
      take_source (seen, &bl_reference_source_people);
    }
  else
    seen->title = g_strdup (_ ("Figures for small areas"));
}

/* What a file called so counts, where its headings say only when. */
static BlFigureKind
figure_kind_of_name (const char *file)
{
  static const struct
  {
    const char *word;
    BlFigureKind kind;
  } words[] = {
    { "visit", BL_FIGURE_VISITS },     { "footfall", BL_FIGURE_VISITS },        { "issue", BL_FIGURE_LOANS },
    { "loan", BL_FIGURE_LOANS },       { "enquir", BL_FIGURE_ENQUIRIES },       { "member", BL_FIGURE_MEMBERS },
    { "borrower", BL_FIGURE_MEMBERS }, { "computer", BL_FIGURE_COMPUTER_HOURS }, { "attendance", BL_FIGURE_ATTENDANCES },
  };
  g_autofree char *folded = bl_text_fold (file);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i].word) != NULL)
      return words[i].kind;
  return BL_FIGURE_UNKNOWN;
}

static void
recognise_figures (const BlSheet *sheet, BlRecognition *seen)
{
  seen->figure_kind = figure_kind_of_name (bl_sheet_get_name (sheet));
  if (has_column (sheet, "count start") && has_column (sheet, "count end") && has_column (sheet, "visits"))
    seen->title = g_strdup (_ ("Library open-data schema: physical visits"));
  else if (has_column (sheet, "library name") && has_column (sheet, "month") && has_column (sheet, "loans"))
    seen->title = g_strdup (_ ("Library open-data schema: loans"));
  else if (has_target (sheet, BL_IMPORT_FIGURES, "figure:visits") || seen->figure_kind == BL_FIGURE_UNKNOWN)
    seen->title = g_strdup (_ ("Figures of use by library"));
  else
    /* TRANSLATORS: %s is "visits", "loans" … */
    seen->title = g_strdup_printf (_ ("Figures of use by library: %s"), _ (bl_figure_kind_get_title (seen->figure_kind)));
}

void
bl_recognise_sheet (const BlSheet *sheet, BlImportKind wanted, BlRecognition *seen)
{
  memset (seen, 0, sizeof *seen);
  seen->kind = wanted != BL_IMPORT_UNKNOWN ? wanted : find_kind (sheet);
  switch (seen->kind)
    {
    case BL_IMPORT_LIBRARIES:
      recognise_libraries (sheet, seen);
      break;
    case BL_IMPORT_VALUES:
      recognise_values (sheet, seen);
      break;
    case BL_IMPORT_POINTS:
      seen->title = g_strdup (_ ("A point for each small area"));
      if (has_column (sheet, "lsoa11cd") && has_target (sheet, BL_IMPORT_POINTS, "x"))
        take_source (seen, &bl_reference_source_points);
      else if (has_column (sheet, "oa11cd"))
        {
          take_source (seen, &bl_reference_source_points);
          seen->geography = "OA 2011";
        }
      break;
    case BL_IMPORT_FIGURES:
      recognise_figures (sheet, seen);
      break;
    case BL_IMPORT_STOPS:
      seen->title = g_strdup (has_column (sheet, "organisation") && has_column (sheet, "geox")
                                  ? _ ("Library open-data schema: mobile library stops")
                                  : _ ("Timetable of a mobile library"));
      break;
    case BL_IMPORT_TRAVEL:
      seen->title = g_strdup (_ ("Travel times from areas to libraries"));
      break;
    case BL_IMPORT_MEMBERS:
      if (has_column (sheet, "registered authority") && has_column (sheet, "registered library"))
        {
          seen->title = g_strdup (_ ("LibrariesWest: members by home library and small area"));
          seen->source = "LibrariesWest, open data: members by home library and LSOA";
          seen->licence = "Open Government Licence v3.0";
        }
      else if (has_column (sheet, "local authority") && has_column (sheet, "count date"))
        seen->title = g_strdup (_ ("Library open-data schema: membership"));
      else
        seen->title = g_strdup (_ ("Members by area"));
      break;
    case BL_IMPORT_SERIES:
      bl_series_shape_describe (bl_series_shape_of (sheet), sheet, seen);
      break;
    case BL_IMPORT_AREAS:
    case BL_IMPORT_N_KINDS:
    case BL_IMPORT_POSTCODES:
    case BL_IMPORT_ISOCHRONES:
    case BL_IMPORT_UNKNOWN:
    default:
      break;
    }
}

void
bl_recognise_areas (const char *code_field, const char *code, BlRecognition *seen)
{
  memset (seen, 0, sizeof *seen);
  seen->kind = BL_IMPORT_AREAS;
  seen->geography = bl_recognise_geography (code_field, code);
  if (seen->geography != NULL)
    {
      seen->title = g_strdup_printf (_ ("Outlines of areas (%s)"), seen->geography);
      /* Nobody else draws these. */
      seen->source = "Office for National Statistics, boundaries of small areas";
      seen->licence = "Open Government Licence v3.0";
      seen->date = strstr (seen->geography, "2011") != NULL   ? "2011"
                   : strstr (seen->geography, "2021") != NULL ? "2021"
                                                              : NULL;
    }
  else
    seen->title = g_strdup (_ ("Outlines of areas"));
}

void
bl_recognition_clear (BlRecognition *seen)
{
  g_clear_pointer (&seen->title, g_free);
}

const char *
bl_recognise_geography (const char *code_column, const char *code)
{
  g_autofree char *column = code_column != NULL ? bl_target_normalise (code_column) : g_strdup ("");
  gboolean is_2021 = strstr (column, "21") != NULL, is_2011 = strstr (column, "11") != NULL;
  gboolean is_code = code != NULL && strlen (code) == 9 && strspn (code + 1, "0123456789") == 8;

  if (strstr (column, "lsoa") != NULL || (is_code && g_str_has_prefix (code, "E01")))
    return is_2021 ? "LSOA 2021" : is_2011 ? "LSOA 2011" : code_column == NULL || is_code ? "LSOA" : NULL;
  if (strstr (column, "msoa") != NULL || (is_code && g_str_has_prefix (code, "E02")))
    return is_2021 ? "MSOA 2021" : is_2011 ? "MSOA 2011" : "MSOA";
  if (g_str_has_prefix (column, "oa") || (is_code && g_str_has_prefix (code, "E00")))
    return is_2021 ? "OA 2021" : is_2011 ? "OA 2011" : "OA";
  if (is_code && (*code == 'W' || *code == 'S' || *code == 'E'))
    return code_column == NULL ? "GSS" : NULL;
  /* Northern Ireland's. */
  if (code_column == NULL && code != NULL && (g_str_has_prefix (code, "95") || g_str_has_prefix (code, "N2")))
    return "GSS";
  return NULL;
}

BlValueGuess
bl_recognise_value (const char *name, const char *column, const BlRecognition *seen)
{
  g_autofree char *plain = bl_target_normalise (column);
  BlValueGuess guess = { NULL, NULL, BL_VALUE_KIND_UNKNOWN };
  gboolean imd_2019 = g_strcmp0 (seen->source, bl_reference_source_deprivation.source) == 0;

  if (g_str_equal (name, "population") && g_strcmp0 (seen->source, bl_reference_source_people.source) == 0)
    guess = (BlValueGuess) { _ ("Population, mid-2019"), _ ("people"), BL_VALUE_KIND_COUNT };
  else if (imd_2019 && strstr (plain, "decile") != NULL)
    guess = (BlValueGuess) { _ ("Deprivation (IMD 2019)"), _ ("decile, 1 most deprived"), BL_VALUE_KIND_DECILE };
  else if (imd_2019 && strstr (plain, "rank") != NULL)
    guess = (BlValueGuess) { _ ("Deprivation rank (IMD 2019)"), _ ("rank, 1 most deprived"), BL_VALUE_KIND_RANK };
  else
    {
      for (guint i = 0; i < bl_reference_n_values; i++)
        if (g_str_equal (bl_reference_values[i].name, name))
          {
            /* The year in a title belongs to the file it names. */
            if (strchr (bl_reference_values[i].title, '(') == NULL)
              guess.title = _ (bl_reference_values[i].title);
            guess.unit = bl_reference_values[i].unit != NULL ? _ (bl_reference_values[i].unit) : NULL;
            guess.kind = bl_reference_values[i].kind;
            return guess;
          }
      if (strstr (plain, "decile") != NULL)
        guess.kind = BL_VALUE_KIND_DECILE;
      else if (strstr (plain, "rank") != NULL)
        guess.kind = BL_VALUE_KIND_RANK;
      else if (strstr (plain, "rate") != NULL || strstr (plain, "score") != NULL || strstr (plain, "percent") != NULL
               || strchr (column, '%') != NULL)
        guess.kind = BL_VALUE_KIND_RATE;
      else if (strstr (plain, "population") != NULL || strstr (plain, "people") != NULL)
        guess = (BlValueGuess) { NULL, _ ("people"), BL_VALUE_KIND_COUNT };
    }
  return guess;
}

char *
bl_recognise_value_name (const char *column)
{
  g_autofree char *plain = bl_target_normalise (column);
  GString *name = g_string_new (NULL);

  for (const char *p = plain; *p != '\0' && name->len < 40; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (name, *p);
      else if (*p == ' ' && name->len > 0)
        g_string_append_c (name, '_');
    }
  while (name->len > 0 && name->str[name->len - 1] == '_')
    g_string_truncate (name, name->len - 1);
  if (name->len == 0 || g_ascii_isdigit (name->str[0]))
    g_string_prepend (name, "value_");
  return g_string_free (name, FALSE);
}

gboolean
bl_recognise_value_name_is_valid (const char *name)
{
  if (name == NULL || !(g_ascii_isalpha (*name) || *name == '_') || strlen (name) > 60)
    return FALSE;
  for (const char *p = name; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '_')
      return FALSE;
  return TRUE;
}
