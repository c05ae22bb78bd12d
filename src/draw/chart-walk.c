/* chart-walk.c: going from datum to datum with keys, along a series and from one to the next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "chart-walk.h"

#include <math.h>

#define YEAR 365.2425
#define FAR 10

typedef struct
{
  guint panel;
  gboolean lies;
  int row;        /* of cells: the band; -1 */
  GArray *marks;  /* of guint */
  GArray *spots;  /* of guint, in the order of the frame */
  GArray *ats;    /* of double, beside them */
  double level;   /* mean place across: what is higher on the picture comes first */
} Series;

struct _BlChartWalk
{
  BlChart *chart;
  BlChartFrame *frame;
  GPtrArray *series; /* of Series */
  int *of_spot;      /* of each spot: its series */
  guint n_spots;
};

static void
series_free (Series *series)
{
  g_array_unref (series->marks);
  g_array_unref (series->spots);
  g_array_unref (series->ats);
  g_free (series);
}

/* --- Which marks are one series -------------------------------------------------------- */

static gboolean
panel_lies (const BlChartPanel *panel)
{
  return panel->y.kind == BL_SCALE_BAND && panel->x.kind != BL_SCALE_BAND;
}

/* Points about an axis of numbers are one cloud, even where two stand above each other; lines are not. */
static gboolean
is_cloud (const BlChartPanel *panel, const BlChartMark *mark)
{
  return panel->x.kind == BL_SCALE_NUMBER && panel->y.kind != BL_SCALE_BAND && mark->kind != BL_MARK_LINE
         && mark->kind != BL_MARK_STEP;
}

static gboolean
shares_place (const Series *series, const GArray *ats)
{
  for (guint i = 0; i < ats->len; i++)
    for (guint j = 0; j < series->ats->len; j++)
      if (fabs (g_array_index (ats, double, i) - g_array_index (series->ats, double, j)) < 1e-6)
        return TRUE;
  return FALSE;
}

static Series *
find_series (BlChartWalk *self, guint first, guint panel, int row, const GArray *ats, gboolean cloud, gboolean lies)
{
  Series *series;

  for (guint i = first; i < self->series->len; i++)
    {
      series = self->series->pdata[i];
      if (row >= 0 ? series->row == row : series->row < 0 && (cloud || !shares_place (series, ats)))
        return series;
    }
  series = g_new0 (Series, 1);
  series->panel = panel;
  series->lies = lies;
  series->row = row;
  series->marks = g_array_new (FALSE, FALSE, sizeof (guint));
  series->spots = g_array_new (FALSE, FALSE, sizeof (guint));
  series->ats = g_array_new (FALSE, FALSE, sizeof (double));
  g_ptr_array_add (self->series, series);
  return series;
}

static double
get_at (const BlChartPanel *panel, const BlDatum *datum, gboolean lies)
{
  return lies ? datum->y : datum->x;
}

static void
add_spot (BlChartWalk *self, Series *series, guint spot, double at)
{
  const BlChartSpot *place = bl_chart_frame_get_spot (self->frame, spot);

  if (series->marks->len == 0 || g_array_index (series->marks, guint, series->marks->len - 1) != place->mark)
    g_array_append_val (series->marks, place->mark);
  series->level += series->lies ? place->x : place->y;
  g_array_append_val (series->spots, spot);
  g_array_append_val (series->ats, at);
}

/* @spots: those of one mark, in the order of the frame. */
static void
add_mark (BlChartWalk *self, guint first, guint panel_index, guint mark_index, const GArray *spots)
{
  const BlChartPanel *panel = self->chart->panels->pdata[panel_index];
  const BlChartMark *mark = panel->marks->pdata[mark_index];
  gboolean lies = panel_lies (panel) && mark->kind != BL_MARK_CELL;
  g_autoptr (GArray) ats = g_array_new (FALSE, FALSE, sizeof (double));
  Series *series = NULL;

  for (guint i = 0; i < spots->len; i++)
    {
      const BlDatum *datum = bl_chart_frame_get_datum (self->frame, g_array_index (spots, guint, i));
      double at = mark->kind == BL_MARK_SPAN ? (double) i : get_at (panel, datum, lies);

      g_array_append_val (ats, at);
    }
  if (mark->kind != BL_MARK_CELL)
    series = find_series (self, first, panel_index, -1, ats, is_cloud (panel, mark), lies);
  for (guint i = 0; i < spots->len; i++)
    {
      guint spot = g_array_index (spots, guint, i);
      const BlDatum *datum = bl_chart_frame_get_datum (self->frame, spot);

      add_spot (self,
                series != NULL ? series
                               : find_series (self, first, panel_index, (int) lround (datum->y), ats, FALSE, FALSE),
                spot, g_array_index (ats, double, i));
    }
}

/* The frame has the spots of a panel together: from @begin on, before @end. */
static void
add_panel (BlChartWalk *self, guint panel, guint begin, guint end)
{
  guint first = self->series->len;
  guint n_marks = ((const BlChartPanel *) self->chart->panels->pdata[panel])->marks->len;

  for (guint mark = 0; mark < n_marks && begin < end; mark++)
    {
      g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint spot = begin; spot < end; spot++)
        if (bl_chart_frame_get_spot (self->frame, spot)->mark == mark)
          g_array_append_val (spots, spot);
      if (spots->len > 0)
        add_mark (self, first, panel, mark, spots);
    }
}

static int
compare_spots (gconstpointer a, gconstpointer b)
{
  return *(const guint *) a < *(const guint *) b ? -1 : *(const guint *) a > *(const guint *) b;
}

static int
compare_series (gconstpointer a, gconstpointer b)
{
  const Series *one = *(Series *const *) a, *other = *(Series *const *) b;

  if (one->panel != other->panel)
    return one->panel < other->panel ? -1 : 1;
  return one->level < other->level ? -1 : one->level > other->level;
}

/* Marks were put one after another: their spots go back to the order of the frame, which is that of the eye. */
static void
put_in_order (BlChartWalk *self, Series *series)
{
  g_autofree double *at_of = g_new (double, MAX (self->n_spots, 1));

  for (guint i = 0; i < series->spots->len; i++)
    at_of[g_array_index (series->spots, guint, i)] = g_array_index (series->ats, double, i);
  g_array_sort (series->spots, compare_spots);
  for (guint i = 0; i < series->spots->len; i++)
    g_array_index (series->ats, double, i) = at_of[g_array_index (series->spots, guint, i)];
  series->level /= MAX (series->spots->len, 1);
}

BlChartWalk *
bl_chart_walk_new (BlChart *chart, BlChartFrame *frame)
{
  BlChartWalk *self = g_new0 (BlChartWalk, 1);

  self->chart = bl_chart_ref (chart);
  self->frame = frame;
  self->n_spots = bl_chart_frame_get_n_spots (frame);
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) series_free);
  self->of_spot = g_new0 (int, MAX (self->n_spots, 1));
  for (guint panel = 0, spot = 0; panel < chart->panels->len; panel++)
    {
      guint begin = spot;

      while (spot < self->n_spots && bl_chart_frame_get_spot (frame, spot)->panel == panel)
        spot++;
      add_panel (self, panel, begin, spot);
    }
  for (guint i = 0; i < self->series->len; i++)
    put_in_order (self, self->series->pdata[i]);
  g_ptr_array_sort (self->series, compare_series);
  for (guint i = 0; i < self->series->len; i++)
    {
      const Series *series = self->series->pdata[i];

      for (guint j = 0; j < series->spots->len; j++)
        self->of_spot[g_array_index (series->spots, guint, j)] = (int) i;
    }
  return self;
}

void
bl_chart_walk_free (BlChartWalk *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->series);
  g_free (self->of_spot);
  bl_chart_unref (self->chart);
  g_free (self);
}

/* --- Going ----------------------------------------------------------------------------- */

static guint
get_position (const Series *series, int spot)
{
  for (guint i = 0; i < series->spots->len; i++)
    if (g_array_index (series->spots, guint, i) == (guint) spot)
      return i;
  g_assert_not_reached ();
}

/* Where the series is nearest to @at. */
static guint
get_nearest (const Series *series, double at)
{
  guint nearest = 0;

  for (guint i = 1; i < series->ats->len; i++)
    if (fabs (g_array_index (series->ats, double, i) - at) < fabs (g_array_index (series->ats, double, nearest) - at))
      nearest = i;
  return nearest;
}

static int
step_far (const BlChartWalk *self, const Series *series, guint position, int by)
{
  const BlChartPanel *panel = self->chart->panels->pdata[series->panel];
  int last = (int) series->spots->len - 1, to = (int) position + by * FAR;

  if (panel->x.kind == BL_SCALE_TIME && !series->lies)
    {
      to = (int) get_nearest (series, g_array_index (series->ats, double, position) + by * YEAR);
      if (by > 0 ? to <= (int) position : to >= (int) position) /* years, or a gap: at least one */
        to = (int) position + by;
    }
  return CLAMP (to, 0, last);
}

static int
step_across (const BlChartWalk *self, int series, guint position, int by)
{
  const Series *from = self->series->pdata[series], *to;
  guint place;

  if (series + by < 0 || series + by >= (int) self->series->len)
    return -1;
  to = self->series->pdata[series + by];
  place = get_nearest (to, g_array_index (from->ats, double, position));
  return (int) g_array_index (to->spots, guint, place);
}

int
bl_chart_walk_step (const BlChartWalk *self, int spot, BlChartStep step)
{
  const Series *series;
  guint position;
  int to;

  g_return_val_if_fail (self != NULL, -1);

  if (self->series->len == 0)
    return -1;
  if (spot < 0 || spot >= (int) self->n_spots)
    {
      gboolean first = step == BL_CHART_STEP_ON || step == BL_CHART_STEP_FAR_ON || step == BL_CHART_STEP_FIRST
                       || step == BL_CHART_STEP_NEXT;

      series = self->series->pdata[0];
      return (int) g_array_index (series->spots, guint, first ? 0 : series->spots->len - 1);
    }
  series = self->series->pdata[self->of_spot[spot]];
  position = get_position (series, spot);
  switch (step)
    {
    case BL_CHART_STEP_ON:
      to = (int) position + 1;
      break;
    case BL_CHART_STEP_BACK:
      to = (int) position - 1;
      break;
    case BL_CHART_STEP_FIRST:
      to = 0;
      break;
    case BL_CHART_STEP_LAST:
      to = (int) series->spots->len - 1;
      break;
    case BL_CHART_STEP_FAR_ON:
      to = step_far (self, series, position, 1);
      break;
    case BL_CHART_STEP_FAR_BACK:
      to = step_far (self, series, position, -1);
      break;
    case BL_CHART_STEP_NEXT:
      return step_across (self, self->of_spot[spot], position, 1);
    case BL_CHART_STEP_BEFORE:
      return step_across (self, self->of_spot[spot], position, -1);
    default:
      g_return_val_if_reached (-1);
    }
  if (to < 0 || to >= (int) series->spots->len || to == (int) position)
    return -1;
  return (int) g_array_index (series->spots, guint, to);
}

gboolean
bl_chart_walk_lies (const BlChartWalk *self, int spot)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->series->len == 0)
    return FALSE;
  return ((const Series *) self->series->pdata[MAX (bl_chart_walk_get_series (self, spot), 0)])->lies;
}

guint
bl_chart_walk_get_n_series (const BlChartWalk *self)
{
  return self->series->len;
}

int
bl_chart_walk_get_series (const BlChartWalk *self, int spot)
{
  return spot >= 0 && spot < (int) self->n_spots ? self->of_spot[spot] : -1;
}

guint
bl_chart_walk_get_panel (const BlChartWalk *self, guint series)
{
  g_return_val_if_fail (series < self->series->len, 0);
  return ((const Series *) self->series->pdata[series])->panel;
}

const guint *
bl_chart_walk_get_spots (const BlChartWalk *self, guint series, guint *n)
{
  const Series *it;

  g_return_val_if_fail (series < self->series->len, NULL);

  it = self->series->pdata[series];
  *n = it->spots->len;
  return (const guint *) (gconstpointer) it->spots->data;
}

gboolean
bl_chart_walk_has_mark (const BlChartWalk *self, guint series, guint mark)
{
  const Series *it;

  g_return_val_if_fail (series < self->series->len, FALSE);

  it = self->series->pdata[series];
  for (guint i = 0; i < it->marks->len; i++)
    if (g_array_index (it->marks, guint, i) == mark)
      return TRUE;
  return FALSE;
}
