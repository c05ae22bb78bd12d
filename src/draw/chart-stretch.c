/* chart-stretch.c: what is said of a stretch of time marked out on a chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "chart-stretch.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "text.h"
#include "verdict-words.h"

/* --- The data --------------------------------------------------------------------------- */

static int
compare_data (gconstpointer a, gconstpointer b)
{
  const BlDatum *one = *(const BlDatum *const *) a, *other = *(const BlDatum *const *) b;

  if (one->x != other->x)
    return one->x < other->x ? -1 : 1;
  return isnan (one->y) - isnan (other->y); /* of two on a day the one with a figure */
}

/* Of BlDatum *, in order of time, one a day. */
static GPtrArray *
gather (const BlChartPanel *panel, const BlChartWalk *walk, guint series)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GPtrArray *data = g_ptr_array_new ();

  for (guint i = 0; i < panel->marks->len; i++)
    {
      const BlChartMark *mark = panel->marks->pdata[i];

      for (guint j = 0; j < mark->data->len && bl_chart_walk_has_mark (walk, series, i); j++)
        if (isfinite (g_array_index (mark->data, BlDatum, j).x))
          g_ptr_array_add (all, &g_array_index (mark->data, BlDatum, j));
    }
  g_ptr_array_sort (all, compare_data);
  for (guint i = 0; i < all->len; i++)
    {
      const BlDatum *datum = all->pdata[i];
      const BlDatum *before = data->len > 0 ? data->pdata[data->len - 1] : NULL;

      if (before == NULL || floor (before->x) != floor (datum->x))
        g_ptr_array_add (data, (gpointer) datum);
    }
  return data;
}

/* Whether a line of the panel breaks after @from, up to @until; or the years there are no guide. */
static gboolean
is_broken (const BlChartPanel *panel, double from, double until)
{
  for (guint i = 0; i < panel->marks->len; i++)
    {
      const BlChartMark *mark = panel->marks->pdata[i];

      for (guint j = 0; j < mark->data->len; j++)
        {
          const BlDatum *datum = &g_array_index (mark->data, BlDatum, j);

          if ((datum->flags & BL_DATUM_BREAK) != 0 && datum->x > from && datum->x <= until)
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_known (const BlDatum *datum)
{
  return isfinite (datum->y) && datum->state != BL_STATE_SUPPRESSED && datum->state != BL_STATE_NO_DATA;
}

/* --- The stretch before ----------------------------------------------------------------- */

/* How many periods make a year; 0: they do not. */
static guint
get_year (BlPeriodKind kind)
{
  switch (kind)
    {
    case BL_PERIOD_KIND_MONTH:
      return 12;
    case BL_PERIOD_KIND_QUARTER:
      return 4;
    case BL_PERIOD_KIND_FY:
    case BL_PERIOD_KIND_AY:
    case BL_PERIOD_KIND_CY:
      return 1;
    default:
      return 0;
    }
}

static guint
count_periods (guint32 from, guint32 until, BlPeriodKind kind)
{
  BlPeriod period = bl_period_of (from, kind);
  guint n = 0;

  for (; period.start <= until && n < 100000; period = bl_period_step (&period, 1))
    n++;
  return n;
}

/* Like with like: the same months, whole years earlier, each with a figure. */
static void
find_earlier (const BlChartPanel *panel, const GPtrArray *data, BlChartStretch *stretch)
{
  guint year = get_year (stretch->period), shift;
  BlPeriod first, last;
  double sum = 0;
  guint n = 0;

  if (year == 0 || stretch->scale.number != BL_INDICATOR_KIND_COUNT || stretch->n_known < stretch->n)
    return;
  stretch->years = (stretch->n + year - 1) / year;
  shift = stretch->years * year;
  first = bl_period_of (stretch->from, stretch->period);
  last = bl_period_of (stretch->until, stretch->period);
  for (guint i = 0; i < shift; i++)
    {
      first = bl_period_step (&first, -1);
      last = bl_period_step (&last, -1);
    }
  if (is_broken (panel, first.start, stretch->until))
    return;
  for (guint i = 0; i < data->len; i++)
    {
      const BlDatum *datum = data->pdata[i];
      gboolean in_earlier = datum->x >= first.start && datum->x < last.end;

      if ((in_earlier || (datum->x >= stretch->from && datum->x < stretch->until + 1.0))
          && (datum->flags & (BL_DATUM_MUTED | BL_DATUM_PARTIAL)) != 0)
        return;
      if (in_earlier && is_known (datum))
        {
          sum += datum->y;
          n++;
        }
    }
  if (n == stretch->n)
    stretch->earlier = sum;
}

/* --- Public ------------------------------------------------------------------------------ */

static void
take (BlChartStretch *stretch, const BlDatum *datum)
{
  if (stretch->first_row < 0)
    stretch->first_row = datum->row;
  stretch->last_row = datum->row;
  stretch->n++;
  if (!is_known (datum))
    return;
  if (stretch->n_known == 0)
    {
      stretch->sum = 0;
      stretch->first = stretch->least = stretch->most = datum->y;
    }
  stretch->n_known++;
  stretch->n_estimated += datum->state == BL_STATE_ESTIMATE;
  stretch->sum += datum->y;
  stretch->last = datum->y;
  stretch->least = MIN (stretch->least, datum->y);
  stretch->most = MAX (stretch->most, datum->y);
}

gboolean
bl_chart_stretch_new (BlChart *chart,
                      const BlChartWalk *walk,
                      guint series,
                      guint32 from,
                      guint32 until,
                      BlChartStretch *stretch)
{
  const BlChartPanel *panel;
  g_autoptr (GPtrArray) data = NULL;
  const BlDatum *first = NULL, *last = NULL;

  g_return_val_if_fail (series < bl_chart_walk_get_n_series (walk), FALSE);

  panel = chart->panels->pdata[bl_chart_walk_get_panel (walk, series)];
  *stretch = (BlChartStretch){ .sum = NAN, .mean = NAN, .least = NAN, .most = NAN, .first = NAN, .last = NAN,
                               .earlier = NAN, .scale = panel->y, .period = panel->x.period,
                               .first_row = -1, .last_row = -1 };
  if (panel->x.kind != BL_SCALE_TIME || from > until)
    return FALSE;
  if (get_year (stretch->period) > 0)
    {
      from = bl_period_of (from, stretch->period).start;
      until = bl_period_of (until, stretch->period).end - 1;
    }
  data = gather (panel, walk, series);
  for (guint i = 0; i < data->len; i++)
    {
      const BlDatum *datum = data->pdata[i];

      if (datum->x < from || datum->x >= until + 1.0)
        continue;
      first = first != NULL ? first : datum;
      last = datum;
      take (stretch, datum);
    }
  if (first == NULL)
    return FALSE;
  stretch->from = (guint32) first->x;
  stretch->until = (guint32) last->x;
  if (get_year (stretch->period) > 0)
    {
      stretch->from = bl_period_of (stretch->from, stretch->period).start;
      stretch->until = bl_period_of (stretch->until, stretch->period).end - 1;
      stretch->n = MAX (stretch->n, count_periods (stretch->from, stretch->until, stretch->period));
    }
  if (stretch->n_known > 0)
    stretch->mean = stretch->sum / stretch->n_known;
  stretch->broken = is_broken (panel, first->x, last->x);
  find_earlier (panel, data, stretch);
  return TRUE;
}

char *
bl_chart_stretch_to_span (const BlChartStretch *self)
{
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;

  if (get_year (self->period) > 0)
    {
      BlPeriod first = bl_period_of (self->from, self->period), last = bl_period_of (self->until, self->period);

      return bl_words_span (&first, &last);
    }
  from = bl_text_date_for_people (self->from);
  until = bl_text_date_for_people (self->until);
  return self->from == self->until ? g_steal_pointer (&from) : g_strdup_printf (_ ("%1$s to %2$s"), from, until);
}

static char *
say_mean (const BlChartStretch *self)
{
  g_autofree char *mean = bl_words_value (self->mean, self->scale.number, self->scale.unit);

  switch (self->period)
    {
    case BL_PERIOD_KIND_MONTH:
      return g_strdup_printf (_ ("%s a month on average"), mean);
    case BL_PERIOD_KIND_QUARTER:
      return g_strdup_printf (_ ("%s a quarter on average"), mean);
    default:
      return g_strdup_printf (_ ("%s a year on average"), mean);
    }
}

/* "25.5% more than in the same stretch a year before"; NULL. */
static char *
say_earlier (const BlChartStretch *self)
{
  g_autofree char *when = NULL;
  g_autofree char *change = NULL;
  double percent;

  if (!isfinite (self->earlier) || self->earlier <= 0)
    return NULL;
  percent = 100 * (self->sum - self->earlier) / self->earlier;
  change = bl_words_percent (fabs (percent), TRUE);
  when = self->years == 1 ? g_strdup (_ ("in the same stretch a year before"))
                          : g_strdup_printf (_ ("in the same stretch %u years before"), self->years);
  if (percent == 0)
    return g_strdup_printf (_ ("as many as %s"), when);
  /* TRANSLATORS: a share and a time: "25.5% more than in the same stretch a year before" */
  return g_strdup_printf (percent > 0 ? _ ("%1$s more than %2$s") : _ ("%1$s fewer than %2$s"), change, when);
}

static void
add_clause (GString *text, char *clause)
{
  if (clause != NULL)
    g_string_append_printf (text, "; %s", clause);
  g_free (clause);
}

/* What is doubtful about it. */
static void
add_doubts (const BlChartStretch *self, GString *text)
{
  guint missing = self->n - self->n_known;

  if (missing > 0)
    add_clause (text, g_strdup_printf (ngettext ("%u of %u has no figure", "%u of %u have no figure", missing), missing,
                                       self->n));
  if (self->n_estimated > 0)
    add_clause (text, g_strdup_printf (ngettext ("%u is an estimate", "%u are estimates", self->n_estimated),
                                       self->n_estimated));
  if (self->broken)
    add_clause (text, g_strdup (_ ("the series breaks within it, so it is not compared")));
}

char *
bl_chart_stretch_to_sentence (const BlChartStretch *self, const char *name)
{
  GString *text = g_string_new (NULL);
  g_autofree char *span = bl_chart_stretch_to_span (self);
  BlIndicatorKind kind = self->scale.number;
  const char *unit = self->scale.unit;

  if (name != NULL)
    g_string_append_printf (text, _ ("%1$s, %2$s"), name, span);
  else
    g_string_append (text, span);
  g_string_append (text, ": ");
  if (self->n_known == 0)
    {
      g_string_append (text, _ ("no figure is known."));
      return g_string_free (text, FALSE);
    }
  if (self->n_known == 1)
    {
      g_autofree char *value = bl_words_value_unit (self->first, kind, unit);

      g_string_append (text, value);
    }
  else if (kind == BL_INDICATOR_KIND_COUNT && get_year (self->period) > 0)
    {
      g_autofree char *sum = bl_words_value_unit (self->sum, kind, unit);
      g_autofree char *mean = say_mean (self);

      /* TRANSLATORS: a sum, then a mean: "551,116 visits in all, 45,926 a month on average" */
      g_string_append_printf (text, _ ("%1$s in all, %2$s"), sum, mean);
    }
  else
    {
      /* Rates of several periods have no sum, and their mean is not their rate. */
      g_autofree char *first = bl_words_value (self->first, kind, unit), *last = bl_words_value_unit (self->last, kind, unit);
      g_autofree char *least = bl_words_value (self->least, kind, unit), *most = bl_words_value (self->most, kind, unit);

      /* TRANSLATORS: values of a series: the first, the last, the lowest, the highest */
      g_string_append_printf (text, _ ("from %1$s to %2$s, between %3$s and %4$s"), first, last, least, most);
    }
  if (!self->broken)
    add_clause (text, say_earlier (self));
  add_doubts (self, text);
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}
