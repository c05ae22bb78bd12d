/* import-series.c: values over time, and of many authorities, into the project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cells.h"
#include "series-read.h"
#include "targets.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A table names hidden counts of fewer than five people so: "*", "x", "<5". */
#define HIDDEN_LOW 1
#define HIDDEN_HIGH 4
/* How far a slip of the pen goes, and how many names are told. */
#define SLIP 3
#define MOST_LIKE 5
/* Measures told one by one. */
#define MOST_TOLD 6

struct _BlImportWork
{
  BlSeriesDrafts *drafts;
};

static void
work_free (BlImportWork *work)
{
  bl_series_drafts_free (work->drafts);
  g_free (work);
}

static void
reading_clear (BlSeriesReading *reading)
{
  g_clear_pointer (&reading->reference, bl_reference_free);
  g_clear_pointer (&reading->match, bl_library_match_free);
  g_clear_object (&reading->dictionary);
  g_free (reading->with);
  g_free (reading->reasons);
  g_free (reading->elsewhere);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BlSeriesReading, reading_clear)

/* --- For the readers ------------------------------------------------------------- */

/* The marks that official tables put behind a figure: provisional, estimated; a revised one is a figure like others. */
static void
take_mark (char *text, BlDraftValue *value)
{
  static const struct
  {
    const char *mark;
    gboolean provisional;
    BlState state;
  } marks[] = { { "[p]", TRUE, BL_STATE_MEASURED },  { "(p)", TRUE, BL_STATE_MEASURED },  { "[e]", FALSE, BL_STATE_ESTIMATE },
                { "(e)", FALSE, BL_STATE_ESTIMATE }, { "[r]", FALSE, BL_STATE_MEASURED }, { "(r)", FALSE, BL_STATE_MEASURED } };
  g_autofree char *lower = g_ascii_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_suffix (lower, marks[i].mark))
      {
        text[strlen (text) - strlen (marks[i].mark)] = '\0';
        g_strchomp (text);
        value->provisional = marks[i].provisional;
        value->state = marks[i].state;
        return;
      }
}

gboolean
bl_series_read_cell (BlSeriesReading *reading, guint row, guint column, BlDraftValue *value)
{
  g_autofree char *clean = bl_text_clean (bl_sheet_get_cell (reading->plan->sheet, row, column));
  const char *digits = clean;

  *value = BL_DRAFT_VALUE (NAN, row);
  if (clean == NULL || bl_cell_is_blank (clean) || g_ascii_strcasecmp (clean, "nan") == 0)
    return FALSE;
  if (g_str_equal (clean, "*") || g_ascii_strcasecmp (clean, "x") == 0 || *clean == '<')
    {
      value->state = BL_STATE_SUPPRESSED;
      value->low = HIDDEN_LOW;
      value->high = HIDDEN_HIGH;
      if (reading->n_suppressed++ == 0)
        reading->first_suppressed = row;
      return TRUE;
    }
  if (strlen (clean) > 3)
    take_mark (clean, value);
  if (g_str_has_prefix (clean, "£"))
    digits += strlen ("£");
  if (g_str_has_suffix (clean, "%"))
    clean[strlen (clean) - 1] = '\0';
  if (bl_text_parse_number (digits, &value->value) && isfinite (value->value))
    return TRUE;
  value->value = NAN;
  if (!bl_cell_is_withheld (clean) && reading->n_unread++ == 0)
    reading->first_unread = row;
  return FALSE;
}

const char *
bl_series_own_code (const BlSeriesReading *reading)
{
  return reading->plan->snapshot->service_code;
}

gboolean
bl_series_is_gss (const char *text)
{
  return text != NULL && strlen (text) == 9 && strchr ("EWSNK", text[0]) != NULL && text[0] != '\0'
         && strspn (text + 1, "0123456789") == 8;
}

const BlReferenceService *
bl_series_find_authority (BlSeriesReading *reading, const char *text)
{
  return bl_cell_is_blank (text) ? NULL : bl_reference_find_service (reading->reference, text, NULL);
}

static void
note_repeat (BlSeriesReading *reading, guint row)
{
  if (reading->n_repeated++ == 0)
    reading->first_repeated = row;
}

void
bl_series_put_value (BlSeriesReading *reading, BlSeriesDraft *draft, const BlPeriod *period, const BlDraftValue *value)
{
  if (!bl_series_draft_add (draft, period, value))
    note_repeat (reading, value->row);
}

void
bl_series_put_authority (BlSeriesReading *reading,
                         BlComparisonDraft *draft,
                         const char *code,
                         const char *name,
                         const BlDraftValue *value)
{
  if (!bl_comparison_draft_add (draft, code, name, value))
    note_repeat (reading, value->row);
}

/* The measures whose names are nearest to what was typed, or hold it: "a, b"; "" for none. */
static char *
measures_like (BlSeriesReading *reading, const char *typed)
{
  GListModel *measures = bl_record_get_list (BL_RECORD (reading->dictionary), "measures");
  GString *list = g_string_new (NULL);

  for (guint distance = 0, n = 0; distance <= SLIP && n < MOST_LIKE; distance++)
    for (guint i = 0; i < g_list_model_get_n_items (measures) && n < MOST_LIKE; i++)
      {
        g_autoptr (BlRecord) measure = g_list_model_get_item (measures, i);
        const char *item = bl_record_get_text (measure, "item");
        gboolean holds = strstr (item, typed) != NULL;

        if (distance == 0 ? !holds : holds || bl_text_distance (item, typed) != distance)
          continue;
        g_string_append_printf (list, "%s%s", n++ > 0 ? ", " : "", item);
      }
  return g_string_free (list, FALSE);
}

gboolean
bl_series_check_measure (BlSeriesReading *reading, const char *measure, GError **error)
{
  g_autofree char *like = NULL;

  if (bl_dictionary_find_measure (reading->dictionary, measure) != NULL
      || bl_dictionary_find_indicator (reading->dictionary, measure) != NULL)
    return TRUE;
  like = measures_like (reading, measure);
  if (*like != '\0')
    g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                 _ ("The dictionary has no measure “%s”: the nearest are %s"), measure, like);
  else
    g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION, _ ("The dictionary has no measure “%s”"), measure);
  return FALSE;
}

/* --- Counting ----------------------------------------------------------------------- */

/* What messages call whose figures they are. */
static void
name_drafts (BlSeriesReading *reading)
{
  GPtrArray *libraries = reading->plan->snapshot->libraries;

  for (guint i = 0; i < reading->drafts->series->len; i++)
    {
      BlSeriesDraft *draft = g_ptr_array_index (reading->drafts->series, i);
      const char *name = draft->place;
      const BlReferenceService *service = name != NULL && bl_series_is_gss (name) ? bl_series_find_authority (reading, name) : NULL;

      for (guint k = 0; draft->library != NULL && k < libraries->len; k++)
        if (g_strcmp0 (((const BlKnownLibrary *) g_ptr_array_index (libraries, k))->id, draft->library) == 0)
          name = ((const BlKnownLibrary *) g_ptr_array_index (libraries, k))->fields[BL_LIBRARY_NAME];
      g_free (draft->title);
      draft->title = g_strdup (service != NULL ? service->nice_name : name);
    }
}

static void
count_rows (BlSeriesReading *reading)
{
  BlImportPlan *plan = reading->plan;
  BlImportReport *report = plan->report;
  guint n = bl_sheet_get_n_rows (plan->sheet);
  g_autofree guint8 *did = g_new0 (guint8, n + 1);
  guint kept, changed;

  name_drafts (reading);
  kept = bl_series_drafts_compare (reading->drafts, plan->snapshot->known_series, did, plan->sheet, report, &changed);
  if (changed > 0)
    g_ptr_array_add (plan->findings,
                     g_strdup_printf (ngettext ("%u figure is another than before; what it was is kept beside it",
                                                "%u figures are others than before; what they were is kept beside them", changed),
                                      changed));
  if (kept > 0)
    bl_import_report_warn (report, 0, NULL,
                           ngettext ("%u figure is not what the project has already: the project’s is kept",
                                     "%u figures are not what the project has already: the project’s are kept", kept),
                           kept);
  for (guint r = 0; r < n; r++)
    {
      guint8 done = reading->reasons[r] == NULL ? did[r] | did[reading->with[r]] : 0;

      report->read++;
      if (done & BL_DRAFT_UPDATED)
        report->updated++;
      else if (done & BL_DRAFT_ADDED)
        report->added++;
      else if (done & BL_DRAFT_UNCHANGED)
        report->unchanged++;
      else if (reading->elsewhere[r])
        {
          report->elsewhere++;
          bl_import_report_reason (report, _ ("of another authority"), bl_sheet_get_row_number (plan->sheet, r));
        }
      else
        {
          report->skipped++;
          bl_import_report_reason (report,
                                   reading->reasons[r] != NULL ? reading->reasons[r]
                                   : done & BL_DRAFT_KEPT      ? _ ("the project has other figures of it: kept")
                                                               : _ ("no figure"),
                                   bl_sheet_get_row_number (plan->sheet, r));
        }
    }
}

static void
tell (BlSeriesReading *reading, guint n_runs)
{
  BlImportReport *report = reading->plan->report;
  BlSheet *sheet = reading->plan->sheet;

  if (reading->n_unread > 0)
    bl_import_report_warn (report, bl_sheet_get_row_number (sheet, reading->first_unread), NULL,
                           ngettext ("%u cell holds no number: no data", "%u cells hold no number: no data", reading->n_unread),
                           reading->n_unread);
  if (reading->n_suppressed > 0)
    bl_import_report_warn (report, bl_sheet_get_row_number (sheet, reading->first_suppressed), NULL,
                           ngettext ("%u figure is too small to be given: kept as such, not as 0",
                                     "%u figures are too small to be given: kept as such, not as 0", reading->n_suppressed),
                           reading->n_suppressed);
  if (reading->n_repeated > 0)
    bl_import_report_warn (report, bl_sheet_get_row_number (sheet, reading->first_repeated), NULL,
                           ngettext ("%u figure is another for the same time and place: the first is taken",
                                     "%u figures are others for the same time and place: the first are taken",
                                     reading->n_repeated),
                           reading->n_repeated);
  if (n_runs > 0)
    bl_import_report_warn (report, 0, NULL,
                           ngettext ("%u month has the figure of the months beside it: taken for a quarter’s figure, an "
                                     "estimate",
                                     "%u months have the figure of the months beside them: taken for a quarter’s figure, "
                                     "estimates",
                                     n_runs),
                           n_runs);
  if (reading->match != NULL)
    bl_library_match_warn (reading->match, _ ("kept under that name"));
}

/* --- What is found --------------------------------------------------------------------- */

/* Of one measure, the places there are and from when to when. */
typedef struct
{
  const char *measure;
  guint places;
  BlPeriod first, last;
} Stretch;

/* The dictionary's word for it where it is one, else its name without its lines. */
static char *
name_measure (BlSeriesReading *reading, const char *item)
{
  BlBaseMeasure *measure = bl_dictionary_find_measure (reading->dictionary, item);
  const char *name = measure != NULL ? bl_record_get_text (BL_RECORD (measure), "name") : NULL;
  g_autofree char *words = NULL;

  if (bl_series_measure_title (item) != NULL)
    return g_strdup (bl_series_measure_title (item));
  if (name != NULL && strchr (name, '_') == NULL)
    words = g_strndup (name, strcspn (name, ":;"));
  else
    words = g_strdelimit (g_strdup (item), "_-", ' ');
  return bl_text_sentence (words);
}

static void
find_stretches (const BlSeriesDrafts *drafts, GArray *stretches)
{
  for (guint i = 0; i < drafts->series->len; i++)
    {
      const BlSeriesDraft *draft = g_ptr_array_index (drafts->series, i);
      Stretch made = { .measure = draft->measure }, *stretch = NULL;

      if (draft->items->len == 0)
        continue;
      for (guint k = 0; k < stretches->len && stretch == NULL; k++)
        if (g_str_equal (g_array_index (stretches, Stretch, k).measure, draft->measure))
          stretch = &g_array_index (stretches, Stretch, k);
      if (stretch == NULL)
        {
          made.first = g_array_index (draft->items, BlDraftItem, 0).period;
          g_array_append_val (stretches, made);
          stretch = &g_array_index (stretches, Stretch, stretches->len - 1);
        }
      stretch->places++;
      if (bl_period_compare (&g_array_index (draft->items, BlDraftItem, 0).period, &stretch->first) < 0)
        stretch->first = g_array_index (draft->items, BlDraftItem, 0).period;
      if (stretch->last.start == 0
          || bl_period_compare (&g_array_index (draft->items, BlDraftItem, draft->items->len - 1).period, &stretch->last) > 0)
        stretch->last = g_array_index (draft->items, BlDraftItem, draft->items->len - 1).period;
    }
}

static void
tell_findings (BlSeriesReading *reading)
{
  const BlSeriesDrafts *drafts = reading->drafts;
  GPtrArray *findings = reading->plan->findings;
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  guint most = 0;

  find_stretches (drafts, stretches);
  for (guint i = 0; i < drafts->comparisons->len; i++)
    most = MAX (most, ((BlComparisonDraft *) g_ptr_array_index (drafts->comparisons, i))->items->len);
  if (most > 0)
    g_ptr_array_add (findings, g_strdup_printf (ngettext ("%u measure, of up to %u authorities",
                                                          "%u measures, of up to %u authorities", drafts->comparisons->len),
                                                drafts->comparisons->len, most));
  if (stretches->len > MOST_TOLD)
    g_ptr_array_add (findings, g_strdup_printf (ngettext ("%u measure of this project’s own authority over time",
                                                          "%u measures of this project’s own authority over time",
                                                          stretches->len),
                                                stretches->len));
  for (guint i = 0; stretches->len <= MOST_TOLD && i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);
      g_autofree char *name = name_measure (reading, stretch->measure);
      g_autofree char *first = bl_period_to_text (&stretch->first), *last = bl_period_to_text (&stretch->last);

      /* TRANSLATORS: "Visits: 19 places, Apr 2008 to Aug 2024". */
      g_ptr_array_add (findings, g_strdup_printf (ngettext ("%s: %u place, %s to %s", "%s: %u places, %s to %s", stretch->places),
                                                  name, stretch->places, first, last));
    }
  if (drafts->neighbour_codes->len > 2)
    g_ptr_array_add (findings, g_strdup_printf (_ ("The authorities that are most like this one: %s, %s, %s and %u more"),
                                                (char *) g_ptr_array_index (drafts->neighbour_names, 0),
                                                (char *) g_ptr_array_index (drafts->neighbour_names, 1),
                                                (char *) g_ptr_array_index (drafts->neighbour_names, 2),
                                                drafts->neighbour_codes->len - 3));
}

/* --- Working through ----------------------------------------------------------------- */

static gboolean
read_drafts (BlSeriesReading *reading, BlSeriesShape shape, GError **error)
{
  switch (shape)
    {
    case BL_SERIES_RETURN:
      return bl_series_read_return (reading, error);
    case BL_SERIES_LOANS:
    case BL_SERIES_VISITS:
    case BL_SERIES_EVENTS:
    case BL_SERIES_USERS:
    case BL_SERIES_PLAIN:
      return bl_series_read_long (reading, shape, error);
    case BL_SERIES_INDICATORS:
      return bl_series_read_indicators (reading, error);
    case BL_SERIES_POPULATION:
      return bl_series_read_population (reading, error);
    case BL_SERIES_NEIGHBOURS:
      return bl_series_read_neighbours (reading, error);
    case BL_SERIES_ISSUES:
      return bl_series_read_issues (reading, error);
    case BL_SERIES_COUNTS:
      return bl_series_read_counts (reading, error);
    case BL_SERIES_BORROWERS:
      return bl_series_read_borrowers (reading, error);
    case BL_SERIES_SUMMARY:
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                   _ ("“%s” adds up other files of the Arts Council’s activity data, with the faults of their conversion: bring in the "
                      "return as made (libraries_activity_data_2023_2024.csv) or those files themselves"),
                   reading->plan->file);
      return FALSE;
    case BL_SERIES_COLUMNS:
    default:
      return bl_series_read_columns (reading, error);
    }
}

/* Which measures are counted, so that a figure thrice in a row is a quarter's. */
static void
mark_counts (BlSeriesReading *reading)
{
  for (guint i = 0; i < reading->drafts->series->len; i++)
    {
      BlSeriesDraft *draft = g_ptr_array_index (reading->drafts->series, i);
      BlBaseMeasure *measure = bl_dictionary_find_measure (reading->dictionary, draft->measure);

      draft->counts = measure != NULL && bl_record_get_enum (BL_RECORD (measure), "over-time") == BL_ADD_SUM;
    }
}

static gboolean
has_anything (const BlSeriesDrafts *drafts)
{
  for (guint i = 0; i < drafts->series->len; i++)
    if (((BlSeriesDraft *) g_ptr_array_index (drafts->series, i))->items->len > 0)
      return TRUE;
  return drafts->comparisons->len > 0 || drafts->neighbours_code != NULL;
}

static BlImportWork *
work_series (BlImportPlan *plan, GError **error)
{
  BlImportWork *work = g_new0 (BlImportWork, 1);
  BlSeriesShape shape = bl_series_shape_of (plan->sheet);
  g_auto (BlSeriesReading) reading = { .plan = plan };
  g_autofree gboolean *left_out = NULL;
  g_autoptr (GError) wrong = NULL;
  guint n = bl_sheet_get_n_rows (plan->sheet);

  g_ptr_array_set_size (plan->findings, 0);
  reading.drafts = work->drafts = bl_series_drafts_new ();
  reading.with = g_new (guint, n + 1);
  for (guint r = 0; r < n; r++)
    reading.with[r] = r;
  reading.reasons = g_new0 (const char *, n + 1);
  reading.elsewhere = g_new0 (gboolean, n + 1);
  if (shape == BL_SERIES_COLUMNS)
    bl_import_plan_note_left_out (plan);
  reading.dictionary = bl_dictionary_load (&wrong);
  reading.reference = wrong == NULL ? bl_reference_new (&wrong) : NULL;
  if (wrong != NULL)
    {
      g_set_error_literal (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ, wrong->message);
      return work;
    }
  if (plan->options.measure != NULL && !bl_series_check_measure (&reading, plan->options.measure, error))
    return work;
  left_out = bl_import_plan_check_rows (plan, plan->report);
  for (guint r = 0; r < n; r++)
    if (left_out[r])
      reading.reasons[r] = _ ("another number of cells than the header");
    else if (bl_import_plan_row_is_empty (plan, r))
      reading.reasons[r] = _ ("empty");
  if (!read_drafts (&reading, shape, error))
    return work;
  mark_counts (&reading);
  tell (&reading, bl_series_drafts_finish (work->drafts));
  tell_findings (&reading);
  bl_series_find_breaks (&reading);
  count_rows (&reading);
  if (!has_anything (work->drafts) && plan->first_refusal == NULL)
    g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT, _ ("“%s” has no figure that can be brought in"),
                 plan->file);
  return work;
}

static gboolean
apply_series (BlImportPlan *plan, BlImportWork *work, BlProject *project, GError **error)
{
  bl_series_drafts_put (work->drafts, plan, project);
  return TRUE;
}

const BlImportVerbs bl_import_series_verbs = { work_series, work_free, apply_series };
