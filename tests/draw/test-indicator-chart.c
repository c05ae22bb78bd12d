/* test-indicator-chart.c: charts of indicators against the worked examples of indicator-content 4 and 5
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "../analysis/measured.h"
#include "../analysis/newcastle.h"
#include "chart-frame.h"
#include "indicator-chart.h"
#include "verdict-words.h"

static BlDictionary *dictionary;

/**
 * Case: an indicator's values with what was judged of them.
 */
typedef struct
{
  BlProject *project;
  BlBaseFigures *figures;
  BlIndicator *indicator;
  BlIndicatorValues *values;
  BlJudgement *judgement;
} Case;

static void
case_free (Case *self)
{
  bl_judgement_free (self->judgement);
  bl_indicator_values_free (self->values);
  bl_base_figures_free (self->figures);
  g_clear_object (&self->indicator);
  g_clear_object (&self->project);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Case, case_free)

static const char *
library_id (BlProject *project, const char *name)
{
  GListModel *libraries = bl_project_get_libraries (project);

  for (guint k = 0; k < g_list_model_get_n_items (libraries); k++)
    {
      g_autoptr (BlRecord) library = g_list_model_get_item (libraries, k);

      if (g_str_equal (bl_record_get_text (library, "name"), name))
        return bl_record_get_id (library);
    }
  g_error ("no library %s", name);
}

/* Takes @project, with its transaction open. @from, @until: the stretch looked at; NULL: all. */
static Case *
look (BlProject *project, BlIndicator *indicator, const char *library, BlPeriodKind kind, const char *from, const char *until)
{
  Case *self = g_new0 (Case, 1);
  BlPlaceAsked place = { NULL, NULL };
  BlJudgeQuestion question;

  bl_project_commit (project);
  self->project = project;
  self->indicator = indicator;
  self->figures = bl_base_figures_new (project, NULL, dictionary);
  place.library = library != NULL ? library_id (project, library) : NULL;
  self->values = bl_indicator_values_new (self->figures, indicator, library != NULL ? &place : NULL, kind);
  bl_indicator_values_ask (self->values, &question);
  if (from != NULL)
    question.from = newcastle_period (from, self->values->values->kind);
  if (until != NULL)
    question.until = newcastle_period (until, self->values->values->kind);
  self->judgement = bl_judge (self->values->values, &question);
  return self;
}

static BlIndicator *
of_dictionary (const char *item)
{
  return bl_dictionary_copy_indicator (dictionary, item);
}

/* A month's figure of one published file at one library; NULL without the file. */
static Case *
look_at (const char *file, const char *measure, const char *item, const char *library, const char *from, const char *until)
{
  g_autoptr (BlProject) project = measured_project_new ();

  if (!measured_add_file (project, file, measure))
    return NULL;
  return look (g_steal_pointer (&project), of_dictionary (item), library, BL_PERIOD_KIND_MONTH, from, until);
}

static guint
find_mark (const BlChart *chart, BlChartMarkKind kind, int tone, guint from)
{
  const BlChartPanel *panel = g_ptr_array_index (chart->panels, 0);

  for (guint m = from; m < panel->marks->len; m++)
    {
      const BlChartMark *mark = g_ptr_array_index (panel->marks, m);

      if (mark->kind == kind && (tone < 0 || mark->tone == (BlTone) tone))
        return m;
    }
  return G_MAXUINT;
}

static const BlChartMark *
mark_at (const BlChart *chart, guint index)
{
  g_assert_cmpuint (index, !=, G_MAXUINT);
  return g_ptr_array_index (((BlChartPanel *) g_ptr_array_index (chart->panels, 0))->marks, index);
}

static const BlChartMark *
mark_of (const BlChart *chart, BlChartMarkKind kind, int tone)
{
  return mark_at (chart, find_mark (chart, kind, tone, 0));
}

/* The row of the table of a period as the table says it. */
static int
row_of (const BlChart *chart, const char *period)
{
  for (guint r = 0; r < chart->table->rows->len; r++)
    if (g_str_equal (bl_chart_table_get (chart->table, r, 0)->text, period))
      return (int) r;
  return -1;
}

static guint
column_of (const BlChart *chart, const char *title)
{
  for (guint c = 0; c < chart->table->columns->len; c++)
    if (g_str_equal (g_ptr_array_index (chart->table->columns, c), title))
      return c;
  g_error ("no column %s", title);
}

static gboolean
has_column (const BlChart *chart, const char *title)
{
  return g_ptr_array_find_with_equal_func (chart->table->columns, title, g_str_equal, NULL);
}

static const char *
cell (const BlChart *chart, const char *period, const char *column)
{
  int row = row_of (chart, period);

  g_assert_cmpint (row, >=, 0);
  return bl_chart_table_get (chart->table, (guint) row, column_of (chart, column))->text;
}

/* The datum that can be read of a period. */
static const BlDatum *
datum_of (const BlChart *chart, const char *period)
{
  const BlChartPanel *panel = g_ptr_array_index (chart->panels, 0);
  int row = row_of (chart, period);

  for (guint m = 0; m < panel->marks->len; m++)
    {
      const BlChartMark *mark = g_ptr_array_index (panel->marks, m);

      for (guint d = 0; d < mark->data->len; d++)
        {
          const BlDatum *datum = &g_array_index (mark->data, BlDatum, d);

          if (datum->words != NULL && datum->row == row && row >= 0)
            return datum;
        }
    }
  g_error ("nothing is read of %s", period);
}

static gboolean
has_kind (const Case *self, BlChartKind kind)
{
  BlChartKind kinds[8];
  guint n = bl_indicator_chart_get_kinds (self->values, self->judgement, kinds);

  for (guint i = 0; i < n; i++)
    if (kinds[i] == kind)
      return TRUE;
  return FALSE;
}

static BlChartKind
first_kind (const Case *self)
{
  BlChartKind kinds[8];

  g_assert_cmpuint (bl_indicator_chart_get_kinds (self->values, self->judgement, kinds), >, 0);
  return kinds[0];
}

/* Everything read has its row, and the row says the same figure. */
static void
check_table (const BlChart *chart)
{
  for (guint p = 0; p < chart->panels->len; p++)
    {
      const BlChartPanel *panel = g_ptr_array_index (chart->panels, p);

      for (guint m = 0; m < panel->marks->len; m++)
        {
          const BlChartMark *mark = g_ptr_array_index (panel->marks, m);

          for (guint d = 0; d < mark->data->len; d++)
            {
              const BlDatum *datum = &g_array_index (mark->data, BlDatum, d);

              if (datum->words == NULL)
                continue;
              g_assert_cmpint (datum->row, >=, 0);
              g_assert_cmpint (datum->row, <, (int) chart->table->rows->len);
            }
        }
    }
  for (guint r = 0; r < chart->table->rows->len; r++)
    g_assert_cmpuint (((GArray *) g_ptr_array_index (chart->table->rows, r))->len, ==, chart->table->columns->len);
}

/* 5.4: Gosforth's loans, with the season left in as there. */
static void
test_limits (void)
{
  g_autoptr (Case) self
      = look_at (NEWCASTLE_ISSUES, "loans_physical_all", "loans-total", "Gosforth", "2022-09", "2024-08");
  g_autoptr (BlChart) chart = NULL;
  BlJudgeQuestion question;
  const BlChartMark *limits, *centre, *ground;
  guint signals = 0, runs = 0;

  if (self == NULL)
    return;
  bl_indicator_values_ask (self->values, &question);
  question.from = newcastle_period ("2022-09", BL_PERIOD_KIND_MONTH);
  question.until = newcastle_period ("2024-08", BL_PERIOD_KIND_MONTH);
  question.raw = TRUE;
  bl_judgement_free (self->judgement);
  self->judgement = bl_judge (self->values->values, &question);
  g_assert_cmpint (first_kind (self), ==, BL_CHART_CONTROL);
  chart = bl_indicator_chart_new (self->values, self->judgement, BL_CHART_CONTROL);
  check_table (chart);
  limits = mark_of (chart, BL_MARK_RULE, BL_TONE_LIMIT);
  centre = mark_of (chart, BL_MARK_RULE, BL_TONE_SERIES);
  ground = mark_of (chart, BL_MARK_TINT, BL_TONE_LIMIT);
  g_assert_cmpuint (limits->data->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (g_array_index (limits->data, BlDatum, 0).y, 3462.1173, 0.0001);
  g_assert_cmpfloat_with_epsilon (g_array_index (limits->data, BlDatum, 1).y, 6488.9660, 0.0001);
  g_assert_cmpfloat_with_epsilon (g_array_index (centre->data, BlDatum, 0).y, 4975.5417, 0.0001);
  g_assert_cmpuint (ground->data->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (g_array_index (ground->data, BlDatum, 0).low, 3462.1173, 0.0001);
  g_assert_cmpuint (chart->table->rows->len, ==, 24);
  g_assert_cmpstr (cell (chart, "Dec 2022", "Average"), ==, "4,976");
  g_assert_cmpstr (cell (chart, "Dec 2022", "Lower limit"), ==, "3,462");
  g_assert_cmpstr (cell (chart, "Dec 2022", "Upper limit"), ==, "6,489");
  /* Rule 2: December to June below the average; rule 4: July and August in the outer third. */
  g_assert_nonnull (strstr (cell (chart, "Dec 2022", "Signal"), "one of 7 in a row below the average"));
  g_assert_nonnull (strstr (cell (chart, "Aug 2023", "Signal"), "near its upper limit"));
  g_assert_cmpstr (cell (chart, "Sep 2023", "Signal"), ==, "");
  for (guint r = 0; r < 24; r++)
    {
      const BlDatum *datum = datum_of (chart, bl_chart_table_get (chart->table, r, 0)->text);

      signals += (datum->flags & BL_DATUM_SIGNAL) != 0;
      runs += (datum->flags & BL_DATUM_RUN) != 0;
    }
  g_assert_cmpuint (signals, ==, 0);
  g_assert_cmpuint (runs, ==, 9);
  g_assert_cmpstr (chart->title, ==, self->judgement->title);
  g_assert_cmpstr (chart->sentence, ==, self->judgement->sentence);
  g_assert_true (g_str_has_prefix (datum_of (chart, "Sep 2022")->words, "September 2022: 4,987"));
}

/* Every month can be walked to, from left to right, and is found by its row and where it is. */
static void
test_spots (void)
{
  const BlChartLook look = { .palette = bl_palette_get (BL_PALETTE_LIGHT), .text_scale = 1 };
  g_autoptr (Case) self
      = look_at (NEWCASTLE_ISSUES, "loans_physical_all", "loans-total", "Gosforth", "2022-09", "2024-08");
  g_autoptr (BlChart) chart = NULL;
  g_autoptr (BlChartFrame) frame = NULL;
  double left, top, width, height, before = 0;

  if (self == NULL)
    return;
  chart = bl_indicator_chart_new (self->values, self->judgement, BL_CHART_CONTROL);
  frame = bl_chart_frame_new (chart, 700, 300, &look);
  bl_chart_frame_get_plot (frame, 0, &left, &top, &width, &height);
  g_assert_cmpuint (bl_chart_frame_get_n_spots (frame), ==, 24);
  for (guint i = 0; i < 24; i++)
    {
      const BlChartSpot *spot = bl_chart_frame_get_spot (frame, i);

      g_assert_cmpint (bl_chart_frame_get_datum (frame, i)->row, ==, (int) i);
      g_assert_cmpint (bl_chart_frame_find_row (frame, (int) i), ==, (int) i);
      g_assert_cmpint (bl_chart_frame_find (frame, spot->x, spot->y), ==, (int) i);
      g_assert_cmpfloat (spot->x, >, before);
      g_assert_cmpfloat (spot->x, >=, left);
      g_assert_cmpfloat (spot->x, <=, left + width);
      g_assert_cmpfloat (spot->y, >=, top);
      g_assert_cmpfloat (spot->y, <=, top + height);
      before = spot->x;
    }
  /* Heights go with the figures, by one scale from nought at the foot: July's 5,999 and December's 3,620. */
  for (guint i = 0; i < 24; i++)
    g_assert_cmpfloat_with_epsilon ((top + height - bl_chart_frame_get_spot (frame, i)->y) / bl_chart_frame_get_datum (frame, i)->y,
                                    (top + height - bl_chart_frame_get_spot (frame, 10)->y) / 5999, 0.00005);
  g_assert_cmpfloat (bl_chart_frame_get_datum (frame, 3)->y, ==, 3620);
}

/* Example 8: the step of August 2023 is a signal, with what loans did; no new stretch begins. */
static void
test_august (void)
{
  g_autoptr (BlProject) project = measured_project_new ();
  g_autoptr (Case) self = NULL;
  g_autoptr (BlChart) chart = NULL;
  const BlChartPanel *panel;
  guint segments = 0;

  if (!measured_add_file (project, NEWCASTLE_VISITS, "visits_all")
      || !measured_add_file (project, NEWCASTLE_ISSUES, "loans_physical_all"))
    return;
  self = look (g_steal_pointer (&project), of_dictionary ("visits-total"), NULL, BL_PERIOD_KIND_MONTH, NULL, NULL);
  chart = bl_indicator_chart_new (self->values, self->judgement, BL_CHART_CONTROL);
  check_table (chart);
  g_assert_true (datum_of (chart, "Aug 2023")->flags & BL_DATUM_SIGNAL);
  g_assert_nonnull (strstr (datum_of (chart, "Aug 2023")->words, "52,043"));
  g_assert_nonnull (strstr (cell (chart, "Aug 2023", "Signal"), "above"));
  g_assert_nonnull (strstr (chart->sentence, "so check how visits were counted"));
  panel = g_ptr_array_index (chart->panels, 0);
  for (guint n = 0; n < panel->notes->len; n++)
    g_assert_false (g_array_index (panel->notes, BlChartNote, n).upright);
  for (guint s = 0; s < self->judgement->n_segments; s++)
    segments += self->judgement->segments[s].limits;
  /* Before COVID, and after it: nothing in between. */
  g_assert_cmpuint (segments, ==, 2);
  g_assert_true (datum_of (chart, "Jun 2021")->flags & BL_DATUM_MUTED);
  g_assert_nonnull (strstr (cell (chart, "Jun 2021", "State"), "COVID year"));
  g_assert_cmpstr (cell (chart, "Jun 2021", "Upper limit"), ==, "");
  /* Ten months have no column. */
  g_assert_true (isnan (datum_of (chart, "Sep 2020")->y));
  g_assert_true (g_str_has_suffix (datum_of (chart, "Sep 2020")->words, "no data, COVID year"));
}

/* Ten and eleven points: a median, no limits. */
static void
test_few (void)
{
  g_autoptr (Case) eleven
      = look_at (NEWCASTLE_ISSUES, "loans_physical_all", "loans-total", "Gosforth", "2023-10", "2024-08");
  g_autoptr (BlChart) chart = NULL, line = NULL;

  if (eleven == NULL)
    return;
  g_assert_false (has_kind (eleven, BL_CHART_CONTROL));
  g_assert_cmpint (first_kind (eleven), ==, BL_CHART_RUN);
  chart = bl_indicator_chart_new (eleven->values, eleven->judgement, BL_CHART_RUN);
  check_table (chart);
  g_assert_cmpuint (chart->table->rows->len, ==, 11);
  g_assert_cmpuint (find_mark (chart, BL_MARK_RULE, BL_TONE_LIMIT, 0), ==, G_MAXUINT);
  g_assert_false (has_column (chart, "Upper limit"));
  /* 3814 4645 4762 4772 4937 [4983] 4999 5096 5318 5398 5863 */
  g_assert_cmpfloat (g_array_index (mark_of (chart, BL_MARK_RULE, BL_TONE_REFERENCE)->data, BlDatum, 0).y, ==, 4983);
  g_assert_cmpstr (cell (chart, "Oct 2023", "Median"), ==, "4,983");
  line = bl_indicator_chart_new (eleven->values, eleven->judgement, BL_CHART_LINE);
  g_assert_cmpuint (find_mark (line, BL_MARK_RULE, -1, 0), ==, G_MAXUINT);
}

/* From twelve to nineteen points: limits on trial, and said so. */
static void
test_trial (void)
{
  g_autoptr (Case) self
      = look_at (NEWCASTLE_VISITS, "visits_all", "visits-total", "City", "2023-08", "2024-08");
  g_autoptr (BlChart) chart = NULL;
  const BlChartMark *centre;

  if (self == NULL)
    return;
  g_assert_true (self->judgement->segments[0].trial);
  chart = bl_indicator_chart_new (self->values, self->judgement, BL_CHART_CONTROL);
  centre = mark_of (chart, BL_MARK_RULE, BL_TONE_REFERENCE);
  g_assert_true (g_str_has_prefix (g_array_index (centre->data, BlDatum, 0).label, "average so far"));
  g_assert_true (
      g_str_has_prefix (g_array_index (mark_of (chart, BL_MARK_RULE, BL_TONE_LIMIT)->data, BlDatum, 1).label, "trial limit"));
}

/* 5.7: all loans; August 2024 lies outside what is usual for an August, and limits go with the month. */
static void
test_season (void)
{
  g_autoptr (BlProject) project = measured_project_new ();
  g_autoptr (BlIndicator) loans = of_dictionary ("loans-total");
  g_autoptr (Case) self = NULL;
  g_autoptr (BlChart) chart = NULL, years = NULL;
  const BlChartMark *lower;
  const BlChartPanel *panel;
  double at = NAN, october = NAN;

  if (!measured_add_file (project, NEWCASTLE_ISSUES, "loans_physical_all"))
    return;
  bl_record_set_text (BL_RECORD (loans), "parameters", "without=loans_digital_all");
  self = look (g_steal_pointer (&project), g_steal_pointer (&loans), NULL, BL_PERIOD_KIND_MONTH, "2022-04", NULL);
  g_assert_true (self->judgement->segments[0].season.seasonal);
  chart = bl_indicator_chart_new (self->values, self->judgement, BL_CHART_CONTROL);
  check_table (chart);
  g_assert_cmpstr (cell (chart, "Aug 2024", "Without the season"), ==, "19,888");
  g_assert_true (datum_of (chart, "Aug 2024")->flags & BL_DATUM_SIGNAL);
  g_assert_false (datum_of (chart, "Jul 2024")->flags & BL_DATUM_SIGNAL);
  g_assert_cmpstr (cell (chart, "Aug 2024", "Signal"), ==, "below what is usual for the season");
  /* The widened 22,092 of the season's own scale, for an August: times 1.257; and 22,886 for an October of the baseline. */
  lower = mark_of (chart, BL_MARK_STEP, BL_TONE_LIMIT);
  for (guint i = 0; i < lower->data->len; i++)
    {
      const BlDatum *datum = &g_array_index (lower->data, BlDatum, i);

      if (datum->x == newcastle_period ("2024-08", BL_PERIOD_KIND_MONTH).start)
        at = datum->y;
      if (datum->x == newcastle_period ("2022-10", BL_PERIOD_KIND_MONTH).start)
        october = datum->y;
    }
  g_assert_cmpfloat_with_epsilon (at, 22092 * 1.2573, 15);
  g_assert_cmpfloat_with_epsilon (october, 22886 * 1.033, 15);
  g_assert_true (has_kind (self, BL_CHART_SEASON));
  years = bl_indicator_chart_new (self->values, self->judgement, BL_CHART_SEASON);
  check_table (years);
  panel = g_ptr_array_index (years->panels, 0);
  g_assert_cmpuint (panel->x.names->len, ==, 12);
  g_assert_cmpstr (g_ptr_array_index (panel->x.names, 0), ==, "Apr");
  g_assert_cmpstr (mark_of (years, BL_MARK_LINE, BL_TONE_FOCUS)->name, ==, "2024-25");
  g_assert_cmpstr (mark_of (years, BL_MARK_LINE, BL_TONE_SERIES)->name, ==, "2023-24");
  g_assert_cmpstr (mark_of (years, BL_MARK_LINE, BL_TONE_OTHERS)->name, ==, "2022-23");
  g_assert_cmpfloat (datum_of (years, "Aug 2024")->x, ==, 4);
  g_assert_cmpfloat (datum_of (years, "Aug 2024")->y, ==, 25005);
}

/* A missing month is a gap, not nought; a break parts the line and has its reason. */
static void
test_gaps (void)
{
  static const char *const periods[] = { "2023-04-01/P1M", "2023-05-01/P1M", "2023-06-01/P1M", "2023-07-01/P1M",
                                         "2023-08-01/P1M", "2023-09-01/P1M" };
  static const double values[] = { 10, NAN, 0, 30, 40, NAN };
  static const char *const states[] = { "", "no-data", "", "estimate", "proxy provisional", "suppressed" };
  g_autoptr (BlProject) project = measured_project_new ();
  g_autoptr (BlIndicator) events = of_dictionary ("visits-total");
  g_autoptr (BlBreak) mark = bl_break_new (NULL);
  g_autoptr (BlComment) comment = bl_comment_new (NULL);
  g_autoptr (Case) self = NULL;
  g_autoptr (BlChart) chart = NULL;
  const BlChartPanel *panel;
  const BlChartMark *line;

  measured_add_series (project, "visits_all", BL_PERIOD_KIND_MONTH, periods, values, states, 6);
  bl_record_set_enum (BL_RECORD (mark), "cause", BL_BREAK_METHOD);
  bl_record_set_date (BL_RECORD (mark), "from", newcastle_period ("2023-07", BL_PERIOD_KIND_MONTH).start);
  bl_record_set_text (BL_RECORD (mark), "reason", "door counters fitted");
  bl_record_append (BL_RECORD (events), "breaks", BL_RECORD (mark));
  bl_record_set_text (BL_RECORD (comment), "period", "2023-06-01/P1M");
  bl_record_set_text (BL_RECORD (comment), "text", "Closed for a month");
  bl_record_append (BL_RECORD (events), "comments", BL_RECORD (comment));
  self = look (g_steal_pointer (&project), g_steal_pointer (&events), NULL, BL_PERIOD_KIND_MONTH, NULL, NULL);
  g_assert_cmpint (first_kind (self), ==, BL_CHART_LINE);
  chart = bl_indicator_chart_new (self->values, self->judgement, BL_CHART_LINE);
  check_table (chart);
  line = mark_of (chart, BL_MARK_LINE, BL_TONE_SERIES);
  g_assert_cmpuint (line->data->len, ==, 6);
  g_assert_true (isnan (g_array_index (line->data, BlDatum, 1).y));
  g_assert_cmpfloat (g_array_index (line->data, BlDatum, 2).y, ==, 0);
  g_assert_true (g_array_index (line->data, BlDatum, 3).flags & BL_DATUM_BREAK);
  g_assert_false (g_array_index (line->data, BlDatum, 4).flags & BL_DATUM_BREAK);
  g_assert_cmpstr (cell (chart, "May 2023", "Visits"), ==, "no data");
  g_assert_cmpstr (cell (chart, "Sep 2023", "Visits"), ==, "fewer than 5");
  g_assert_cmpint (datum_of (chart, "Jul 2023")->state, ==, BL_STATE_ESTIMATE);
  g_assert_nonnull (strstr (datum_of (chart, "Jul 2023")->words, "an estimate"));
  g_assert_true (datum_of (chart, "Aug 2023")->flags & BL_DATUM_PROVISIONAL);
  g_assert_nonnull (strstr (datum_of (chart, "Aug 2023")->words, "provisional"));
  g_assert_cmpstr (cell (chart, "Jun 2023", "Note"), ==, "Closed for a month");
  g_assert_cmpstr (cell (chart, "Jul 2023", "Note"), ==, "door counters fitted");
  panel = g_ptr_array_index (chart->panels, 0);
  g_assert_cmpuint (panel->notes->len, ==, 2);
  g_assert_false (g_array_index (panel->notes, BlChartNote, 0).upright);
  g_assert_cmpstr (g_array_index (panel->notes, BlChartNote, 0).text, ==, "June 2023: Closed for a month");
  g_assert_true (g_array_index (panel->notes, BlChartNote, 1).upright);
  g_assert_cmpstr (g_array_index (panel->notes, BlChartNote, 1).text, ==, "July 2023: door counters fitted");
}

/* Example 7: enquiries; the months between belong to neither stretch. */
static void
test_break (void)
{
  g_autoptr (BlProject) project = measured_project_new ();
  g_autoptr (BlIndicator) enquiries = of_dictionary ("enquiries-total");
  g_autoptr (BlBreak) mark = bl_break_new (NULL);
  g_autoptr (Case) self = NULL;
  g_autoptr (BlChart) chart = NULL;

  if (!measured_add_file (project, NEWCASTLE_ENQUIRIES, "enquiries"))
    return;
  bl_record_set_enum (BL_RECORD (mark), "cause", BL_BREAK_DEFINITION);
  bl_record_set_date (BL_RECORD (mark), "from", newcastle_period ("2018-09", BL_PERIOD_KIND_MONTH).start);
  bl_record_set_date (BL_RECORD (mark), "until", newcastle_period ("2018-04", BL_PERIOD_KIND_MONTH).start - 1);
  bl_record_append (BL_RECORD (enquiries), "breaks", BL_RECORD (mark));
  self = look (g_steal_pointer (&project), g_steal_pointer (&enquiries), NULL, BL_PERIOD_KIND_MONTH, "2016-04", "2019-08");
  chart = bl_indicator_chart_new (self->values, self->judgement, BL_CHART_CONTROL);
  g_assert_true (datum_of (chart, "Apr 2018")->flags & BL_DATUM_BREAK);
  g_assert_true (datum_of (chart, "Sep 2018")->flags & BL_DATUM_BREAK);
  g_assert_false (datum_of (chart, "Jun 2018")->flags & BL_DATUM_BREAK);
  g_assert_true (datum_of (chart, "Jun 2018")->flags & BL_DATUM_MUTED);
  g_assert_cmpstr (cell (chart, "Jun 2018", "Average"), ==, "");
  g_assert_cmpstr (cell (chart, "Mar 2018", "Average"), !=, "");
  g_assert_nonnull (strstr (cell (chart, "Jun 2018", "State"), "not tested"));
}

/* Years: bars, the part of a year as what it is; against a target; then and now. */
static void
test_years (void)
{
  g_autoptr (BlProject) project = measured_project_new ();
  g_autoptr (BlIndicator) visits = of_dictionary ("visits-total");
  g_autoptr (Case) self = NULL;
  g_autoptr (BlChart) bars = NULL, bullet = NULL, slope = NULL;
  const BlChartMark *mark;
  const BlChartPanel *panel;
  BlChartKind kinds[8];

  if (!measured_add_file (project, NEWCASTLE_VISITS, "visits_all"))
    return;
  bl_record_set_enum (BL_RECORD (visits), "direction", BL_WANTED_UP);
  bl_record_set_real (BL_RECORD (visits), "target", 600000);
  bl_record_set_enum (BL_RECORD (visits), "target-period", BL_PERIOD_KIND_FY);
  self = look (g_steal_pointer (&project), g_steal_pointer (&visits), NULL, BL_PERIOD_KIND_FY, "2018-19", NULL);
  g_assert_cmpuint (bl_indicator_chart_get_kinds (self->values, self->judgement, kinds), >=, 4);
  g_assert_cmpint (kinds[0], ==, BL_CHART_BAR);
  bars = bl_indicator_chart_new (self->values, self->judgement, BL_CHART_BAR);
  check_table (bars);
  g_assert_cmpuint (bars->table->rows->len, ==, 7);
  panel = g_ptr_array_index (bars->panels, 0);
  g_assert_true (panel->y.from_zero);
  g_assert_cmpstr (g_ptr_array_index (panel->x.names, 5), ==, "2023-24");
  g_assert_cmpfloat (datum_of (bars, "2023-24")->y, ==, 551116);
  g_assert_cmpfloat (datum_of (bars, "2018-19")->y, ==, 893681);
  g_assert_true (datum_of (bars, "2024-25")->flags & BL_DATUM_PARTIAL);
  g_assert_cmpstr (datum_of (bars, "2024-25")->label, ==, "238,000\n5 of 12");
  g_assert_nonnull (strstr (cell (bars, "2024-25", "State"), "5 of 12 months"));
  g_assert_true (isnan (datum_of (bars, "2020-21")->y));
  g_assert_cmpfloat (g_array_index (mark_of (bars, BL_MARK_RULE, BL_TONE_TARGET)->data, BlDatum, 0).y, ==, 600000);
  g_assert_true (has_kind (self, BL_CHART_SLOPE));
  slope = bl_indicator_chart_new (self->values, self->judgement, BL_CHART_SLOPE);
  check_table (slope);
  mark = mark_of (slope, BL_MARK_POINT, BL_TONE_SERIES);
  /* Like for like: example 4. */
  g_assert_cmpfloat (g_array_index (mark->data, BlDatum, 0).y, ==, 210972);
  g_assert_cmpfloat (g_array_index (mark->data, BlDatum, 1).y, ==, 238406);
  g_assert_nonnull (strstr (g_array_index (mark->data, BlDatum, 0).words, "like for like"));
  g_assert_true (has_kind (self, BL_CHART_BULLET));
  bullet = bl_indicator_chart_new (self->values, self->judgement, BL_CHART_BULLET);
  check_table (bullet);
  panel = g_ptr_array_index (bullet->panels, 0);
  mark = mark_of (bullet, BL_MARK_TINT, BL_TONE_WORSE);
  g_assert_cmpfloat (g_array_index (mark->data, BlDatum, 0).x2, ==, 570000); /* 5% short of 600,000 */
  g_assert_cmpstr (mark->name, ==, "Not met");
  mark = mark_of (bullet, BL_MARK_TINT, BL_TONE_BETTER);
  g_assert_cmpfloat (g_array_index (mark->data, BlDatum, 0).x, ==, 600000);
  mark = mark_of (bullet, BL_MARK_BAR, -1);
  g_assert_true (mark->across);
  /* Five months of 2024-25 are not held against a year's target. */
  g_assert_cmpfloat (g_array_index (mark->data, BlDatum, 0).x, ==, 551116);
  g_assert_cmpfloat (g_array_index (mark->data, BlDatum, 1).x, ==, 439097);
}

/* What the service aims at is no library's target. */
static void
test_target (void)
{
  g_autoptr (BlProject) project = measured_project_new ();
  g_autoptr (BlIndicator) visits = of_dictionary ("visits-total");
  g_autoptr (Case) self = NULL;
  g_autoptr (BlChart) chart = NULL;

  if (!measured_add_file (project, NEWCASTLE_VISITS, "visits_all"))
    return;
  bl_record_set_enum (BL_RECORD (visits), "direction", BL_WANTED_UP);
  bl_record_set_real (BL_RECORD (visits), "target", 50000);
  self = look (g_steal_pointer (&project), g_steal_pointer (&visits), "City", BL_PERIOD_KIND_MONTH, "2022-09", "2024-08");
  g_assert_cmpint (self->judgement->rag, ==, BL_RAG_NONE);
  g_assert_false (has_kind (self, BL_CHART_BULLET));
  chart = bl_indicator_chart_new (self->values, self->judgement, BL_CHART_CONTROL);
  g_assert_cmpuint (find_mark (chart, BL_MARK_RULE, BL_TONE_TARGET, 0), ==, G_MAXUINT);
  /* Example 10. */
  g_assert_cmpstr (chart->title, ==, "City visits: no clear change since September 2022");
}

/* A change too small to read anything into does not look like one. */
static void
test_scale (void)
{
  static const char *const periods[] = { "2021-09-01/P1Y", "2022-09-01/P1Y", "2023-09-01/P1Y" };
  static const double shares[] = { 67.1, 67.5, 68.2 }, high[] = { 96, 97, 96.5 };
  static const double *const cases[] = { shares, high };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BlProject) project = measured_project_new ();
      g_autoptr (BlIndicator) literacy = of_dictionary ("early-literacy");
      g_autoptr (Case) self = NULL;
      g_autoptr (BlChart) chart = NULL;
      const BlChartPanel *panel;
      BlScale scale;

      measured_add_series (project, "early-literacy", BL_PERIOD_KIND_AY, periods, cases[i], NULL, 3);
      self = look (g_steal_pointer (&project), g_steal_pointer (&literacy), NULL, BL_PERIOD_KIND_AY, NULL, NULL);
      chart = bl_indicator_chart_new (self->values, self->judgement, BL_CHART_LINE);
      panel = g_ptr_array_index (chart->panels, 0);
      scale = panel->y;
      bl_scale_fit (&scale, 5);
      g_assert_cmpfloat (scale.high - scale.low, >=, 20);
      g_assert_cmpfloat (scale.high, <=, 100);
      g_assert_nonnull (strstr (chart->doubt, "does not begin at 0"));
    }
}

/* A survey: marks with their intervals, not joined. */
static void
test_survey (void)
{
  static const char *const periods[] = { "2022-04-01/P1Y", "2023-04-01/P1Y" };
  static const double values[] = { 25, 23 }, lows[] = { 21, 19 }, highs[] = { 29, 27 };
  g_autoptr (BlProject) project = measured_project_new ();
  g_autoptr (BlIndicator) visitors = of_dictionary ("adult-visitors-share");
  g_autoptr (BlTable) low = bl_table_new_numbers (lows, 2), high = bl_table_new_numbers (highs, 2);
  g_autoptr (Case) self = NULL;
  g_autoptr (BlChart) chart = NULL;
  const BlChartMark *mark;
  BlRecord *series;
  BlChartKind kinds[8];

  series = measured_add_series (project, "adult-visitors-share", BL_PERIOD_KIND_FY, periods, values, NULL, 2);
  bl_record_set_table (series, "lows", low);
  bl_record_set_table (series, "highs", high);
  self = look (g_steal_pointer (&project), g_steal_pointer (&visitors), NULL, BL_PERIOD_KIND_FY, NULL, NULL);
  g_assert_cmpuint (bl_indicator_chart_get_kinds (self->values, self->judgement, kinds), ==, 1);
  g_assert_cmpint (kinds[0], ==, BL_CHART_LINE);
  chart = bl_indicator_chart_new (self->values, self->judgement, BL_CHART_LINE);
  check_table (chart);
  g_assert_cmpuint (find_mark (chart, BL_MARK_LINE, -1, 0), ==, G_MAXUINT);
  mark = mark_of (chart, BL_MARK_WHISKER, -1);
  g_assert_cmpuint (mark->data->len, ==, 2);
  g_assert_cmpfloat (g_array_index (mark->data, BlDatum, 1).low, ==, 19);
  g_assert_cmpfloat (g_array_index (mark->data, BlDatum, 1).high, ==, 27);
  g_assert_cmpstr (cell (chart, "2023-24", "Likely from"), ==, "19%");
  g_assert_nonnull (strstr (datum_of (chart, "2023-24")->words, "likely between 19% and 27%"));
}

static void
test_spark (void)
{
  g_autoptr (Case) self = look_at (NEWCASTLE_VISITS, "visits_all", "visits-total", NULL, NULL, NULL);
  g_autoptr (BlChart) chart = NULL;
  const BlChartMark *last;

  if (self == NULL)
    return;
  chart = bl_indicator_chart_new_spark (self->values, self->judgement);
  g_assert_nonnull (chart);
  check_table (chart);
  g_assert_true (((BlChartPanel *) g_ptr_array_index (chart->panels, 0))->bare);
  g_assert_cmpuint (chart->table->rows->len, ==, 60);
  last = mark_of (chart, BL_MARK_POINT, -1);
  g_assert_cmpuint (last->data->len, ==, 1);
  g_assert_cmpint (g_array_index (last->data, BlDatum, 0).row, ==, 59);
}

/* A library a panel; the same table of all. */
static void
test_libraries (void)
{
  g_autoptr (BlProject) project = measured_project_new ();
  g_autoptr (BlBaseFigures) figures = NULL;
  g_autoptr (BlIndicator) visits = of_dictionary ("visits-total");
  g_autoptr (GPtrArray) panels = NULL, none = g_ptr_array_new ();
  g_autoptr (BlChart) chart = NULL;
  gboolean gosforth = FALSE;

  if (!measured_add_file (project, NEWCASTLE_VISITS, "visits_all"))
    return;
  bl_project_commit (project);
  figures = bl_base_figures_new (project, NULL, dictionary);
  panels = bl_indicator_panels_of_libraries (figures, visits, BL_PERIOD_KIND_MONTH);
  g_assert_cmpuint (panels->len, ==, 18); /* 19 rows, of which Mobile is no library */
  chart = bl_indicator_charts_new_multiples (panels, NULL, "Visits by library", FALSE);
  check_table (chart);
  g_assert_cmpint (chart->kind, ==, BL_CHART_MULTIPLES);
  g_assert_cmpuint (chart->panels->len, ==, 18);
  g_assert_false (chart->shared);
  g_assert_nonnull (chart->doubt);
  g_assert_nonnull (strstr (chart->title, "of 13 libraries with figures"));
  for (guint p = 0; p < chart->panels->len; p++)
    {
      const BlChartPanel *panel = g_ptr_array_index (chart->panels, p);

      if (!g_str_equal (panel->title, "Gosforth"))
        continue;
      gosforth = TRUE;
      for (guint m = 0; m < panel->marks->len; m++)
        {
          const BlChartMark *mark = g_ptr_array_index (panel->marks, m);

          for (guint d = 0; d < mark->data->len; d++)
            {
              const BlDatum *datum = &g_array_index (mark->data, BlDatum, d);

              if (datum->words != NULL)
                g_assert_cmpstr (bl_chart_table_get (chart->table, (guint) datum->row, 0)->text, ==, "Gosforth");
            }
        }
    }
  g_assert_true (gosforth);
  g_assert_null (bl_indicator_charts_new_multiples (none, NULL, NULL, FALSE));
}

/* Nothing is known: no kind suits, and among others it says so. */
static void
test_nothing (void)
{
  g_autoptr (BlProject) project = measured_project_new ();
  g_autoptr (BlIndicator) own = of_dictionary ("src-reach");
  g_autoptr (BlBaseFigures) figures = NULL;
  g_autoptr (GPtrArray) panels = NULL;
  g_autoptr (Case) self = NULL;
  g_autoptr (BlChart) chart = NULL;
  BlChartKind kinds[8];

  if (bl_record_get_id (BL_RECORD (own)) == NULL)
    bl_record_assign_id (BL_RECORD (own), "indicator-aaaaaaaaaa");
  bl_record_append (BL_RECORD (project), "indicators", BL_RECORD (own));
  self = look (g_object_ref (project), g_object_ref (own), NULL, BL_PERIOD_KIND_UNKNOWN, NULL, NULL);
  g_assert_cmpuint (bl_indicator_chart_get_kinds (self->values, self->judgement, kinds), ==, 0);
  g_assert_null (bl_indicator_chart_new_spark (self->values, self->judgement));
  figures = bl_base_figures_new (project, NULL, dictionary);
  panels = bl_indicator_panels_of_outcome (figures, 2);
  g_assert_cmpuint (panels->len, ==, 1);
  chart = bl_indicator_charts_new_multiples (panels, NULL, NULL, FALSE);
  check_table (chart);
  g_assert_cmpuint (chart->table->rows->len, ==, 1);
  g_assert_cmpstr (bl_chart_table_get (chart->table, 0, 2)->text, ==, "no data");
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  dictionary = bl_dictionary_load (&error);
  g_assert_no_error (error);
  g_test_add_func ("/indicator-chart/limits", test_limits);
  g_test_add_func ("/indicator-chart/spots", test_spots);
  g_test_add_func ("/indicator-chart/august", test_august);
  g_test_add_func ("/indicator-chart/few", test_few);
  g_test_add_func ("/indicator-chart/trial", test_trial);
  g_test_add_func ("/indicator-chart/season", test_season);
  g_test_add_func ("/indicator-chart/gaps", test_gaps);
  g_test_add_func ("/indicator-chart/break", test_break);
  g_test_add_func ("/indicator-chart/years", test_years);
  g_test_add_func ("/indicator-chart/target", test_target);
  g_test_add_func ("/indicator-chart/scale", test_scale);
  g_test_add_func ("/indicator-chart/survey", test_survey);
  g_test_add_func ("/indicator-chart/spark", test_spark);
  g_test_add_func ("/indicator-chart/libraries", test_libraries);
  g_test_add_func ("/indicator-chart/nothing", test_nothing);
  result = g_test_run ();
  g_object_unref (dictionary);
  return result;
}
