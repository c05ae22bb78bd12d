/* series-long.c: the long files of the Arts Council's return, a figure a row
 *
 * Their labels are mapped as indicator-content 3.3.2 to 3.3.4 has found them to
 * be: two places of visits are exchanged, totals of e-audiobooks stand among the
 * audiobooks, and where ages were given their total is lost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "series-read.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MONTHS 12

/* What a row's labels make it; @rest: the second label, NULL for any. @total: also counts towards this. */
typedef struct
{
  BlSeriesShape shape;
  const char *file;  /* a word of the file's name; NULL for any */
  const char *label, *rest;
  const char *measure, *total;
} Mapping;

static const Mapping mappings[] = {
  { BL_SERIES_LOANS, NULL, "Physical book", "Adult", "loans_book_adult", "loans_book_all" },
  { BL_SERIES_LOANS, NULL, "Physical book", "Under 12", "loans_book_u12", "loans_book_all" },
  { BL_SERIES_LOANS, NULL, "Physical book", "12-17", "loans_book_12_17", "loans_book_all" },
  { BL_SERIES_LOANS, NULL, "Physical book", "Unknown", "loans_book_all", NULL },
  { BL_SERIES_LOANS, NULL, "Physical audiobook", "Adult", "loans_audio_adult", "loans_audio_all" },
  { BL_SERIES_LOANS, NULL, "Physical audiobook", "Under 12", "loans_audio_u12", "loans_audio_all" },
  { BL_SERIES_LOANS, NULL, "Physical audiobook", "12-17", "loans_audio_12_17", "loans_audio_all" },
  { BL_SERIES_LOANS, NULL, "Physical audiobook", "Unknown", "loans_audio_all", NULL }, /* or of e-audiobooks: below */
  { BL_SERIES_LOANS, NULL, "Ebook", "Adult", "loans_ebook_adult", "loans_ebook_all" },
  { BL_SERIES_LOANS, NULL, "Ebook", "Under 12", "loans_ebook_u12", "loans_ebook_all" },
  { BL_SERIES_LOANS, NULL, "Ebook", "12-17", "loans_ebook_12_17", "loans_ebook_all" },
  { BL_SERIES_LOANS, NULL, "Ebook", "Unknown", "loans_ebook_all", NULL },
  { BL_SERIES_LOANS, NULL, "Eaudio", "Adult", "loans_eaudio_adult", "loans_eaudio_all" },
  { BL_SERIES_LOANS, NULL, "Eaudio", "Under 12", "loans_eaudio_u12", "loans_eaudio_all" },
  { BL_SERIES_LOANS, NULL, "Eaudio", "12-17", "loans_eaudio_12_17", "loans_eaudio_all" },
  { BL_SERIES_VISITS, NULL, "Library", NULL, "visits_shared", "visits_all" },
  { BL_SERIES_VISITS, NULL, "Shared building", NULL, "visits_not_shared", "visits_all" },
  { BL_SERIES_VISITS, NULL, "Mobile library", NULL, "contacts_mobile", NULL },
  { BL_SERIES_VISITS, NULL, "Home delivery", NULL, "contacts_home", NULL },
  { BL_SERIES_EVENTS, "attend", "Physical", "Adult", "attend_physical_adult", "attend_physical" },
  { BL_SERIES_EVENTS, "attend", "Physical", "Under 12", "attend_physical_u12", "attend_physical" },
  { BL_SERIES_EVENTS, "attend", "Physical", "12-17", "attend_physical_12_17", "attend_physical" },
  { BL_SERIES_EVENTS, "attend", "Digital", "Adult", "attend_digital_adult", "attend_digital" },
  { BL_SERIES_EVENTS, "attend", "Digital", "Under 12", "attend_digital_u12", "attend_digital" },
  { BL_SERIES_EVENTS, "attend", "Digital", "12-17", "attend_digital_12_17", "attend_digital" },
  { BL_SERIES_EVENTS, NULL, "Physical", "Adult", "events_physical_adult", "events_physical" },
  { BL_SERIES_EVENTS, NULL, "Physical", "Under 12", "events_physical_u12", "events_physical" },
  { BL_SERIES_EVENTS, NULL, "Physical", "12-17", "events_physical_12_17", "events_physical" },
  { BL_SERIES_EVENTS, NULL, "Physical", "All ages", "events_physical_all_ages", "events_physical" },
  { BL_SERIES_EVENTS, NULL, "Digital", "Adult", "events_digital_adult", "events_digital" },
  { BL_SERIES_EVENTS, NULL, "Digital", "Under 12", "events_digital_u12", "events_digital" },
  { BL_SERIES_EVENTS, NULL, "Digital", "12-17", "events_digital_12_17", "events_digital" },
  { BL_SERIES_EVENTS, NULL, "Digital", "All ages", "events_digital_all_ages", "events_digital" },
  { BL_SERIES_USERS, NULL, "Adult", NULL, "users_active_18plus", "users_active_all" },
  { BL_SERIES_USERS, NULL, "Under 12", NULL, "users_active_u12", "users_active_all" },
  { BL_SERIES_USERS, NULL, "12-17", NULL, "users_active_12_17", "users_active_all" },
  { BL_SERIES_USERS, NULL, "Unknown", NULL, "users_active_all", NULL },
};

/* A measure of an authority in one financial year. */
typedef struct
{
  char *code, *measure;
  BlPeriod year;
  double sum;
  guint known; /* its months, as bits from April */
  guint row;   /* the first */
} Sum;

typedef struct
{
  BlSeriesReading *reading;
  BlSeriesShape shape;
  const char *file;  /* folded */
  const char *plain; /* measure of a file without labels */
  int label, rest;   /* columns, or -1 */
  int code, period, count;
  GPtrArray *sums;   /* Sum */
  GHashTable *by_key;
  GHashTable *own;   /* "measure period" → BlDraftItem of the project's service */
  GHashTable *ages;  /* codes with ages of audiobooks */
  GHashTable *times; /* "code period" of audiobooks of unknown age → how many rows there are */
  GHashTable *seen;  /* likewise, up to here */
  guint n_mixed, first_mixed;
} Long;

static void
sum_free (Sum *sum)
{
  g_free (sum->code);
  g_free (sum->measure);
  g_free (sum);
}

static void
long_clear (Long *file)
{
  g_free ((char *) file->file);
  g_clear_pointer (&file->sums, g_ptr_array_unref);
  g_clear_pointer (&file->by_key, g_hash_table_unref);
  g_clear_pointer (&file->own, g_hash_table_unref);
  g_clear_pointer (&file->ages, g_hash_table_unref);
  g_clear_pointer (&file->times, g_hash_table_unref);
  g_clear_pointer (&file->seen, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Long, long_clear)

static const char *
cell (const Long *file, guint row, int column)
{
  return column >= 0 ? bl_sheet_get_cell (file->reading->plan->sheet, row, (guint) column) : NULL;
}

static const Mapping *
find_mapping (const Long *file, guint row)
{
  for (guint i = 0; i < G_N_ELEMENTS (mappings); i++)
    {
      const Mapping *mapping = &mappings[i];
      if (mapping->shape == file->shape && (mapping->file == NULL || strstr (file->file, mapping->file) != NULL)
          && g_ascii_strcasecmp (mapping->label, cell (file, row, file->label)) == 0
          && (mapping->rest == NULL || g_ascii_strcasecmp (mapping->rest, cell (file, row, file->rest)) == 0))
        return mapping;
    }
  return NULL;
}

/* --- Audiobooks of unknown age ------------------------------------------------- */

static gboolean
is_unknown_audio (const Long *file, guint row)
{
  return file->shape == BL_SERIES_LOANS && g_ascii_strcasecmp (cell (file, row, file->label), "Physical audiobook") == 0
         && g_ascii_strcasecmp (cell (file, row, file->rest), "Unknown") == 0;
}

static guint
add_one (GHashTable *counts, const Long *file, guint row)
{
  char *key = g_strdup_printf ("%s %s", cell (file, row, file->code), cell (file, row, file->period));
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;

  g_hash_table_replace (counts, key, GUINT_TO_POINTER (n));
  return n;
}

static void
look_at_audio (Long *file)
{
  file->ages = g_hash_table_new (g_str_hash, g_str_equal);
  file->times = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  file->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint r = 0; file->shape == BL_SERIES_LOANS && r < bl_sheet_get_n_rows (file->reading->plan->sheet); r++)
    if (is_unknown_audio (file, r))
      add_one (file->times, file, r);
    else if (g_ascii_strcasecmp (cell (file, r, file->label), "Physical audiobook") == 0)
      g_hash_table_add (file->ages, (char *) cell (file, r, file->code));
}

/* A total stands there only where no ages do: beside ages it is of e-audiobooks, and of two rows the second. NULL: cannot be told. */
static const char *
measure_of_unknown_audio (Long *file, guint row)
{
  g_autofree char *key = g_strdup_printf ("%s %s", cell (file, row, file->code), cell (file, row, file->period));
  guint at = add_one (file->seen, file, row);

  if (GPOINTER_TO_UINT (g_hash_table_lookup (file->times, key)) == 2)
    return at == 1 ? "loans_audio_all" : "loans_eaudio_all";
  if (g_hash_table_contains (file->ages, cell (file, row, file->code)))
    return "loans_eaudio_all";
  return NULL;
}

/* --- Rows ------------------------------------------------------------------------- */

static void
add_to_sum (Long *file, const char *code, const char *measure, const BlPeriod *period, const BlDraftValue *value)
{
  BlPeriod year = bl_period_of (period->start, BL_PERIOD_KIND_FY);
  g_autofree char *key = g_strdup_printf ("%s %s %u", code, measure, year.start);
  Sum *sum = g_hash_table_lookup (file->by_key, key);
  BlPeriod month = bl_period_of (year.start, BL_PERIOD_KIND_MONTH);

  if (sum == NULL)
    {
      sum = g_new0 (Sum, 1);
      sum->code = g_strdup (code);
      sum->measure = g_strdup (measure);
      sum->year = year;
      sum->row = value->row;
      g_ptr_array_add (file->sums, sum);
      g_hash_table_insert (file->by_key, g_steal_pointer (&key), sum);
    }
  file->reading->with[value->row] = sum->row;
  sum->sum += value->value;
  for (guint m = 0; m < MONTHS; m++, month = bl_period_step (&month, 1))
    if (month.start >= period->start && month.end <= period->end)
      sum->known |= 1u << m;
}

/* Values of one period add up: ages to their total. */
static void
add_own (Long *file, const char *code, const char *measure, const BlPeriod *period, const BlDraftValue *value)
{
  g_autofree char *key = g_strdup_printf ("%s %u %u", measure, period->start, period->end);
  BlDraftValue *had = g_hash_table_lookup (file->own, key);
  BlSeriesDraft *draft;

  if (had != NULL)
    {
      had->value += value->value;
      return;
    }
  draft = bl_series_drafts_get (file->reading->drafts, measure, BL_GEOGRAPHY_SERVICE, NULL, code, period->kind);
  draft->weak = TRUE;
  bl_series_put_value (file->reading, draft, period, value);
  g_hash_table_insert (file->own, g_steal_pointer (&key), g_memdup2 (value, sizeof *value));
}

static void
add_value (Long *file, const char *code, const char *measure, const BlPeriod *period, const BlDraftValue *value)
{
  if (measure == NULL)
    return;
  add_to_sum (file, code, measure, period, value);
  if (g_strcmp0 (code, bl_series_own_code (file->reading)) == 0)
    add_own (file, code, measure, period, value);
}

static const char *
read_row (Long *file, guint row)
{
  const char *code = cell (file, row, file->code), *measure = file->plain, *total = NULL;
  BlDraftValue value;
  BlPeriod period;

  if (!bl_series_is_gss (code))
    return _ ("no code of an authority");
  if (!bl_period_parse (cell (file, row, file->period), BL_PERIOD_KIND_FY, &period, NULL) || period.start == period.end)
    return _ ("no month or year that can be read");
  if (!bl_series_read_cell (file->reading, row, (guint) file->count, &value) || isnan (value.value))
    return _ ("no figure");
  if (measure == NULL && is_unknown_audio (file, row))
    {
      measure = measure_of_unknown_audio (file, row);
      if (measure == NULL)
        return _ ("audiobooks on disc or downloaded ones: the file does not tell them apart");
      file->n_mixed += g_str_equal (measure, "loans_eaudio_all");
    }
  else if (measure == NULL)
    {
      const Mapping *mapping = find_mapping (file, row);

      if (mapping == NULL)
        return _ ("counts something that is not known");
      measure = mapping->measure;
      total = mapping->total;
    }
  /* Its own measure says what becomes of the row. */
  add_value (file, code, total, &period, &value);
  add_value (file, code, measure, &period, &value);
  return NULL;
}

/* --- What comes of it --------------------------------------------------------------- */

static void
put_sums (Long *file)
{
  for (guint i = 0; i < file->sums->len; i++)
    {
      const Sum *sum = g_ptr_array_index (file->sums, i);
      const BlReferenceService *service = bl_series_find_authority (file->reading, sum->code);
      g_autofree char *iso = bl_period_to_iso (&sum->year);
      BlComparisonDraft *draft = bl_series_drafts_get_comparison (file->reading->drafts, sum->measure, iso);
      BlDraftValue value = BL_DRAFT_VALUE (sum->sum, sum->row);
      guint known = 0;

      for (guint m = 0; m < MONTHS; m++)
        known += (sum->known >> m) & 1;
      if (known < MONTHS)
        value.parts = known;
      /* What the return itself says is better. */
      draft->weak = TRUE;
      bl_series_put_authority (file->reading, draft, sum->code, service != NULL ? service->nice_name : NULL, &value);
    }
}

static void
put_own_sums (Long *file)
{
  for (guint i = 0; i < file->reading->drafts->series->len; i++)
    {
      BlSeriesDraft *draft = g_ptr_array_index (file->reading->drafts->series, i);

      for (guint k = 0; k < draft->items->len; k++)
        {
          BlDraftItem *item = &g_array_index (draft->items, BlDraftItem, k);
          g_autofree char *key = g_strdup_printf ("%s %u %u", draft->measure, item->period.start, item->period.end);
          const BlDraftValue *sum = g_hash_table_lookup (file->own, key);

          if (sum != NULL)
            item->value.value = sum->value;
        }
    }
}

static void
warn (const Long *file)
{
  BlImportReport *report = file->reading->plan->report;

  if (file->shape == BL_SERIES_VISITS)
    bl_import_report_warn (report, 0, "Location", "%s",
                           _ ("The labels “Library” and “Shared building” of this file are exchanged: taken for what the "
                              "return itself says they are"));
  if (file->shape == BL_SERIES_LOANS && file->n_mixed > 0)
    bl_import_report_warn (report, 0, "Format",
                           ngettext ("%u total of downloaded audiobooks stands among the audiobooks on disc: put right",
                                     "%u totals of downloaded audiobooks stand among the audiobooks on disc: put right",
                                     file->n_mixed),
                           file->n_mixed);
  if (file->shape == BL_SERIES_LOANS || file->shape == BL_SERIES_EVENTS || file->shape == BL_SERIES_USERS)
    bl_import_report_warn (report, 0, NULL, "%s",
                           _ ("Totals are the ages added up: where an authority gave some ages only, this file has lost its "
                              "total. The return itself, with a column for each month, has it"));
}

gboolean
bl_series_read_long (BlSeriesReading *reading, BlSeriesShape shape, GError **error)
{
  BlSheet *sheet = reading->plan->sheet;
  g_auto (Long) file = { .reading = reading, .shape = shape, .label = -1, .rest = -1 };

  file.file = bl_text_fold (reading->plan->file);
  file.code = bl_sheet_find_column (sheet, "Authority");
  file.period = bl_sheet_find_column (sheet, "Period");
  file.count = bl_sheet_find_column (sheet, "Count");
  file.label = bl_sheet_find_column (sheet, shape == BL_SERIES_LOANS    ? "Format"
                                            : shape == BL_SERIES_VISITS ? "Location"
                                            : shape == BL_SERIES_EVENTS ? "Event type"
                                                                        : "Age group");
  file.rest = bl_sheet_find_column (sheet, shape == BL_SERIES_LOANS ? "Content age group" : "Age group");
  if (shape == BL_SERIES_PLAIN)
    {
      file.plain = reading->plan->options.measure != NULL ? reading->plan->options.measure
                                                          : bl_series_measure_of_name (reading->plan->file);
      if (file.plain == NULL)
        {
          g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                       _ ("“%s” does not say what it counts: say which measure of the dictionary it is, such as wifi_sessions"),
                       reading->plan->file);
          return FALSE;
        }
    }
  file.sums = g_ptr_array_new_with_free_func ((GDestroyNotify) sum_free);
  file.by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  file.own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  look_at_audio (&file);
  for (guint r = 0; r < bl_sheet_get_n_rows (sheet); r++)
    if (reading->reasons[r] == NULL)
      reading->reasons[r] = read_row (&file, r);
  put_own_sums (&file);
  put_sums (&file);
  warn (&file);
  return TRUE;
}
