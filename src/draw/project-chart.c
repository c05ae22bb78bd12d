/* project-chart.c: charts about a project and not about one of its indicators
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "project-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "access-findings.h"
#include "age-bands.h"
#include "heat-chart.h"
#include "pyramid-chart.h"
#include "reach-chart.h"
#include "stacked-chart.h"
#include "text.h"

#define HOURS (7 * 24)
#define NEARLY_ALL 99 /* percent: the curve is drawn so far; the few farther away would squash the rest */

static const double miles[] = { BL_MILE, 2 * BL_MILE }, walks[] = { 15, 30 }, drives[] = { 10, 20 };

/* The question with the usual limits where it has none, and what it asks about in words. */
typedef struct
{
  const BlProjectChart *asked;
  BlAccessQuestion question;
  BlMeasure measure;
  char *yardstick; /* "1 mile in a straight line": the first limit */
  char *subtitle, *source;
} Work;

static void
work_clear (Work *work)
{
  g_free (work->yardstick);
  g_free (work->subtitle);
  g_free (work->source);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static void
add_source (GString *text, const char *source, const char *date)
{
  if (source != NULL && strstr (text->str, source) == NULL)
    g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? "; " : "", source, date != NULL ? ", " : "",
                            date != NULL ? date : "");
}

/* A group's name begins with that of the value it is made of. */
static gboolean
is_made_of (const char *group, const char *value)
{
  gsize length = strlen (value);

  return g_str_has_prefix (group, value) && !g_ascii_isalnum (group[length]) && group[length] != '_';
}

static char *
say_sources (const BlProjectChart *asked, gboolean ages)
{
  const BlFacts *facts = asked->facts;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < facts->n_values; i++)
    {
      guint first, last;
      gboolean used = ages ? bl_age_bands_parse (facts->values[i].name, &first, &last)
                           : g_str_equal (facts->values[i].name, "population");

      for (guint g = 0; !ages && g < asked->n_groups && !used; g++)
        used = is_made_of (asked->groups[g]->name, facts->values[i].name);
      if (used)
        add_source (text, facts->values[i].source, facts->values[i].date);
    }
  for (guint i = 0; i < facts->sources->len; i++)
    {
      const BlFactsSource *source = g_ptr_array_index (facts->sources, i);

      if (g_strcmp0 (source->what, _ ("Libraries")) == 0)
        add_source (text, source->source, source->date);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
prepare (Work *work, const BlProjectChart *asked, gboolean ages)
{
  BlAccessQuestion *question = &work->question;

  work->asked = asked;
  *question = asked->question;
  question->group = NULL;
  question->at_time = FALSE;
  if (question->n_limits + question->n_minutes == 0)
    {
      if (question->travel.by == BL_BY_STRAIGHT)
        {
          question->limits = miles;
          question->n_limits = G_N_ELEMENTS (miles);
        }
      else
        {
          question->minutes = question->travel.by == BL_BY_DRIVE ? drives : walks;
          question->n_minutes = 2;
        }
    }
  work->measure = question->n_limits > 0 ? BL_MEASURE_DISTANCE : BL_MEASURE_MINUTES;
  work->yardstick = bl_yardstick_to_text (asked->facts, &question->travel, work->measure,
                                          question->n_limits > 0 ? question->limits[0] : question->minutes[0]);
  work->source = say_sources (asked, ages);
}

static char *
say_limit (const Work *work, guint i)
{
  return bl_access_within_to_text (work->measure, work->measure == BL_MEASURE_DISTANCE ? work->question.limits[i]
                                                                                       : work->question.minutes[i]);
}

static char *
say_unknown (guint unknown)
{
  return unknown > 0 ? g_strdup_printf (ngettext ("%u area is not known", "%u areas are not known", unknown), unknown)
                     : NULL;
}

/* --- Ages ------------------------------------------------------------------------- */

static void
take_age (BlChartItem *item, double people, char *note, GPtrArray *notes)
{
  item->value = people;
  item->note = note;
  if (note != NULL)
    g_ptr_array_add (notes, note);
}

static BlChart *
draw_ages (Work *work, GError **error)
{
  const BlFacts *facts = work->asked->facts;
  g_autoptr (GPtrArray) bands = bl_age_bands_find (facts), notes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *limit = say_limit (work, 0), *near_name = NULL, *subtitle = NULL;
  g_autofree const char **ages = g_new0 (const char *, bands->len + 1);
  g_autofree BlChartItem *near = g_new0 (BlChartItem, bands->len + 1), *far = g_new0 (BlChartItem, bands->len + 1);
  g_autoptr (BlAccess) access = NULL;
  BlPyramidChart chart = { .shares = TRUE };

  if (bands->len < 2)
    {
      g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS,
                           _ ("The project does not know how old people are: import counts of people by age, with names like "
                              "aged_0_15, aged_16_64 and aged_65_plus."));
      return NULL;
    }
  access = bl_access_compute (facts, &work->question, error);
  if (access == NULL)
    return NULL;
  for (guint i = 0; i < bands->len; i++)
    {
      const BlAgeBand *band = g_ptr_array_index (bands, i);
      BlAccessQuestion question = work->question;
      g_autoptr (BlGroupCounts) people = bl_group_counts_new (facts, facts->values[band->value].name, error);
      g_autoptr (BlAccess) of_age = NULL;

      if (people == NULL)
        return NULL;
      question.group = people;
      of_age = bl_access_recount (access, facts, &question);
      ages[i] = band->title;
      take_age (&near[i], of_age->within[0].people, say_unknown (of_age->unknown), notes);
      take_age (&far[i], of_age->population - of_age->within[0].people, say_unknown (of_age->unknown), notes);
    }
  /* TRANSLATORS: a distance or a time */
  near_name = g_strdup_printf (_ ("within %s"), limit);
  /* TRANSLATORS: a yardstick: "1 mile in a straight line" */
  subtitle = g_strdup_printf (_ ("Share of people by age, near a library (%s) and farther away"), work->yardstick);
  chart.words.subtitle = subtitle;
  chart.words.source = work->source;
  chart.ages = ages;
  chart.n_ages = bands->len;
  chart.sides[0] = (BlPyramidSide){ near_name, near };
  chart.sides[1] = (BlPyramidSide){ _ ("farther away"), far };
  return bl_pyramid_chart_new (&chart);
}

/* --- How far ---------------------------------------------------------------------- */

static BlChart *
draw_curve (Work *work, GError **error)
{
  const BlProjectChart *asked = work->asked;
  g_autoptr (BlAccess) access = bl_access_compute (asked->facts, &work->question, error);
  g_autoptr (GPtrArray) curves = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_curve_free);
  g_autofree char *limit = say_limit (work, 0), *sentence = NULL, *finding = NULL, *share = NULL;
  BlReachLine lines[BL_REACH_LINES_MAX] = { 0 };
  BlReachChart chart = { .lines = lines, .mark_name = limit };
  double percent;

  if (access == NULL)
    return NULL;
  for (guint i = 0; i < MIN (asked->n_groups + 1, BL_REACH_LINES_MAX); i++)
    {
      const double *people = i == 0 ? asked->facts->population : asked->groups[i - 1]->people;

      g_ptr_array_add (curves, bl_curve_new (access, work->measure, people));
      lines[i] = (BlReachLine){ i == 0 ? _ ("Everyone") : asked->groups[i - 1]->title, g_ptr_array_index (curves, i) };
    }
  chart.n_lines = curves->len;
  chart.end = bl_curve_find (lines[0].curve, NEARLY_ALL);
  chart.mark = work->measure == BL_MEASURE_DISTANCE ? work->question.limits[0] : work->question.minutes[0];
  if (isfinite (chart.end))
    chart.end = fmax (chart.end, chart.mark);
  finding = bl_finding_curve (lines[0].curve);
  percent = bl_curve_at (lines[0].curve, chart.mark);
  share = isfinite (percent) ? bl_text_percent (percent) : g_strdup (_ ("an unknown share"));
  /* TRANSLATORS: a finding, a share, a yardstick */
  sentence = g_strdup_printf (_ ("%1$s; %2$s live within %3$s."), finding, share, work->yardstick);
  chart.words.sentence = sentence;
  chart.words.subtitle = work->measure == BL_MEASURE_DISTANCE ? _ ("Share of people by the distance to the nearest library")
                                                              : _ ("Share of people by the time to the nearest library");
  chart.words.source = work->source;
  return bl_reach_chart_new (&chart);
}

/* --- When ------------------------------------------------------------------------- */

static BlChart *
draw_week (Work *work, GError **error)
{
  g_autoptr (BlOpenTimes) times = bl_open_times_compute (work->asked->facts, &work->question, 60, NULL, error);
  g_autofree char *title = NULL, *note = NULL, *sentence = NULL;
  guint first = 24, end = 0;
  BlHeatChart chart = { .most = 100 };

  if (times == NULL)
    return NULL;
  for (guint i = 0; i < HOURS; i++)
    if (times->open[i] > 0)
      {
        first = MIN (first, i % 24);
        end = MAX (end, i % 24 + 1);
      }
  title = bl_finding_open_times (times);
  note = bl_finding_open_times_note (work->asked->facts, times, &work->question.travel);
  sentence = g_strdup_printf ("%s.", title);
  chart.words = (BlChartWords){ .title = title, .subtitle = note, .sentence = sentence, .source = work->source };
  chart.measure = (BlChartMeasure){ .noun = _ ("people near an open library"), .number = BL_INDICATOR_KIND_SHARE, .unit = "%" };
  chart.first_hour = MIN (first, end);
  chart.end_hour = end;
  chart.values = times->percent;
  return bl_heat_chart_new (&chart);
}

/* --- Shares ----------------------------------------------------------------------- */

/* Within the first limit, between it and each further one, and beyond. */
static void
share_out (const BlAccess *access, guint n_limits, double *parts)
{
  double nearer = 0;

  for (guint i = 0; i < n_limits; i++)
    {
      parts[i] = access->within[i].people - nearer;
      nearer = access->within[i].people;
    }
  parts[n_limits] = access->population - nearer;
}

static gboolean
check_limits (const Work *work, GError **error)
{
  const BlAccessQuestion *question = &work->question;
  const double *limits = question->n_limits > 0 ? question->limits : question->minutes;
  guint n = MAX (question->n_limits, question->n_minutes);
  gboolean rising = TRUE;

  for (guint i = 1; i < n; i++)
    rising = rising && limits[i] > limits[i - 1];
  if (rising && n < BL_STACKED_PARTS_MAX && (question->n_limits == 0 || question->n_minutes == 0))
    return TRUE;
  g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
                       _ ("Shares are told within one to three distances or within one to three times, from near to far."));
  return FALSE;
}

static BlChart *
draw_shares (Work *work, GError **error)
{
  const BlProjectChart *asked = work->asked;
  guint n_limits = work->question.n_limits + work->question.n_minutes, n_rows = asked->n_groups + 1;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free), notes = g_ptr_array_new_with_free_func (g_free);
  g_autofree double *people = g_new0 (double, n_rows * (n_limits + 1));
  g_autofree BlStackedRow *rows = g_new0 (BlStackedRow, n_rows);
  g_autoptr (BlAccess) access = NULL;
  BlStackedChart chart = { .noun = _ ("people"), .rows_title = _ ("Group"), .rows = rows, .n_rows = n_rows };

  if (!check_limits (work, error))
    return NULL;
  access = bl_access_compute (asked->facts, &work->question, error);
  if (access == NULL)
    return NULL;
  for (guint i = 0; i <= n_limits; i++)
    {
      g_autofree char *from = i > 0 ? say_limit (work, i - 1) : NULL, *to = i < n_limits ? say_limit (work, i) : NULL;

      g_ptr_array_add (parts, i == 0          ? g_strdup_printf (_ ("within %s"), to)
                              : i < n_limits ? g_strdup_printf (_ ("%1$s to %2$s"), from, to)
                                             : g_strdup (_ ("farther away")));
    }
  for (guint r = 0; r < n_rows; r++)
    {
      BlAccessQuestion question = work->question;
      g_autoptr (BlAccess) of_group = NULL;
      char *note;

      question.group = r > 0 ? asked->groups[r - 1] : NULL;
      of_group = r > 0 ? bl_access_recount (access, asked->facts, &question) : NULL;
      share_out (r > 0 ? of_group : access, n_limits, people + r * (n_limits + 1));
      note = say_unknown (r > 0 ? of_group->unknown : access->unknown);
      if (note != NULL)
        g_ptr_array_add (notes, note);
      rows[r] = (BlStackedRow){ r > 0 ? asked->groups[r - 1]->title : _ ("Everyone"), people + r * (n_limits + 1), note };
    }
  chart.parts = (const char *const *) parts->pdata;
  chart.n_parts = parts->len;
  chart.words.subtitle = work->measure == BL_MEASURE_DISTANCE ? _ ("Share of people by the distance to the nearest library")
                                                              : _ ("Share of people by the time to the nearest library");
  chart.words.source = work->source;
  return bl_stacked_chart_new (&chart);
}

/* --- All -------------------------------------------------------------------------- */

gboolean
bl_project_chart_is_kind (BlChartKind kind)
{
  return kind == BL_CHART_PYRAMID || kind == BL_CHART_CURVE || kind == BL_CHART_HEAT || kind == BL_CHART_STACKED;
}

BlChart *
bl_project_chart_new (const BlProjectChart *asked, BlChartKind kind, GError **error)
{
  g_auto (Work) work = { 0 };

  prepare (&work, asked, kind == BL_CHART_PYRAMID);
  switch (kind)
    {
    case BL_CHART_PYRAMID:
      return draw_ages (&work, error);
    case BL_CHART_CURVE:
      return draw_curve (&work, error);
    case BL_CHART_HEAT:
      return draw_week (&work, error);
    case BL_CHART_STACKED:
      return draw_shares (&work, error);
    default:
      g_return_val_if_reached (NULL);
    }
}
