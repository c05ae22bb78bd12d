/* test-chart-kinds.c: every kind of chart as it is drawn: where marks stand, what they look like, and that words have room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "bullet-chart.h"
#include "chart-private.h"
#include "dots-chart.h"
#include "funnel-chart.h"
#include "gantt-chart.h"
#include "grouped-chart.h"
#include "heat-chart.h"
#include "pyramid-chart.h"
#include "radar-chart.h"
#include "ranked-chart.h"
#include "reach-chart.h"
#include "slope-chart.h"
#include "spread-chart.h"
#include "stacked-chart.h"
#include "svg-read.h"

#define WIDTH 640
#define HEIGHT 320
#define NEAR 1.6 /* px: edges of bars stand on half pixels, strokes inside their boxes */

static const BlPalette *
light (void)
{
  return bl_palette_get (BL_PALETTE_LIGHT);
}

/* --- Drawn and read back ----------------------------------------------------------- */

typedef struct
{
  BlChartFrame *frame;
  GArray *paths;
  double x, y, width, height; /* of the first plot */
} Drawn;

static void
paint (cairo_t *cr, gpointer data)
{
  bl_chart_frame_paint (data, cr, 0, 0);
}

/* Takes @chart. */
static Drawn
draw (BlChart *chart, gboolean right_to_left)
{
  const BlChartLook look = { .palette = light (), .text_scale = 1, .right_to_left = right_to_left };
  Drawn drawn = { bl_chart_frame_new (chart, WIDTH, HEIGHT, &look), NULL, 0, 0, 0, 0 };

  drawn.paths = svg_read (WIDTH, HEIGHT, paint, drawn.frame);
  bl_chart_frame_get_plot (drawn.frame, 0, &drawn.x, &drawn.y, &drawn.width, &drawn.height);
  bl_chart_unref (chart);
  return drawn;
}

static void
drawn_clear (Drawn *drawn)
{
  bl_chart_frame_free (drawn->frame);
  g_array_unref (drawn->paths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Drawn, drawn_clear)

/* A fill of @colour from @x1 to @x2 about the middle @y, as high as it may be. */
static const SvgPath *
find_lying (const Drawn *drawn, BlColour colour, double x1, double x2, double y)
{
  for (guint i = 0; i < drawn->paths->len; i++)
    {
      const SvgPath *path = &g_array_index (drawn->paths, SvgPath, i);

      if (path->filled && svg_same_colour (path->colour, colour) && path->colour.a > 0.99 && fabs (path->x1 - x1) < NEAR
          && fabs (path->x2 - x2) < NEAR && fabs ((path->y1 + path->y2) / 2 - y) < NEAR)
        return path;
    }
  return NULL;
}

static const SvgPath *
find_dashed (const Drawn *drawn, BlColour colour, guint nth)
{
  for (guint i = 0; i < drawn->paths->len; i++)
    {
      const SvgPath *path = &g_array_index (drawn->paths, SvgPath, i);

      if (!path->filled && path->dashes != NULL && svg_same_colour (path->colour, colour) && nth-- == 0)
        return path;
    }
  return NULL;
}

/* --- Where marks stand ------------------------------------------------------------- */

static const BlChartMeasure visits = { "visits", BL_INDICATOR_KIND_COUNT, "visits" };

/* 1,000 and 600 of an axis that ends at 1,000 or, rounded, at 1,200 or less; the third without a figure. */
static void
test_ranked (void)
{
  const BlChartItem items[] = { { .name = "A", .value = 600, .flags = BL_DATUM_RINGED },
                                { .name = "B", .value = NAN, .note = "no return" },
                                { .name = "C", .value = 1000 },
                                { .name = "D", .value = 800, .state = BL_STATE_ESTIMATE } };
  BlRankedChart asked = { .measure = visits, .items = items, .n_items = 4, .median = 500, .median_name = "middle" };

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_auto (Drawn) drawn = draw (bl_ranked_chart_new (&asked), rtl);
      double base = rtl ? drawn.x + drawn.width : drawn.x, one = (rtl ? -1 : 1) * drawn.width / 1000;
      double band = drawn.height / 4, end = base + 600 * one, longest = base + 1000 * one;
      const SvgPath *middle;

      g_assert_nonnull (find_lying (&drawn, light ()->unfocused, fmin (base, longest), fmax (base, longest), drawn.y + band * 0.5));
      g_assert_nonnull (find_lying (&drawn, light ()->series[0], fmin (base, end), fmax (base, end), drawn.y + band * 2.5));
      /* An estimate is not solid. */
      end = base + 800 * one;
      g_assert_null (find_lying (&drawn, light ()->unfocused, fmin (base, end), fmax (base, end), drawn.y + band * 1.5));
      middle = find_dashed (&drawn, light ()->ink, 0);
      g_assert_nonnull (middle);
      g_assert_cmpfloat_with_epsilon (middle->x1, base + 500 * one, 1);
      g_assert_cmpfloat_with_epsilon (middle->x2, middle->x1, 0.01);
      g_assert_cmpfloat_with_epsilon (middle->y2 - middle->y1, drawn.height, 1);
    }
}

static void
test_pyramid (void)
{
  const char *const ages[] = { "0 to 15", "16 and over" };
  const BlChartItem left[] = { { .value = 100 }, { .value = 200 } }, right[] = { { .value = 400 }, { .value = NAN } };
  g_auto (Drawn) drawn = draw (
      bl_pyramid_chart_new (&(BlPyramidChart){ .ages = ages, .n_ages = 2, .sides = { { "users", left }, { "residents", right } } }),
      FALSE);
  double x, y, width, height;

  bl_chart_frame_get_plot (drawn.frame, 1, &x, &y, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, drawn.width, 0.01);
  g_assert_cmpfloat_with_epsilon (y, drawn.y, 0.01);
  g_assert_cmpfloat (x, >, drawn.x + drawn.width);
  /* The left side runs to the left from its right edge, the youngest at the foot: 400 fills a side. */
  g_assert_nonnull (find_lying (&drawn, light ()->series[0], drawn.x + drawn.width * 0.75, drawn.x + drawn.width,
                                drawn.y + drawn.height * 0.75));
  g_assert_nonnull (find_lying (&drawn, light ()->series[0], drawn.x + drawn.width * 0.5, drawn.x + drawn.width,
                                drawn.y + drawn.height * 0.25));
  g_assert_nonnull (find_lying (&drawn, light ()->series[1], x, x + width, y + height * 0.75));
}

static void
test_stacked (void)
{
  const char *const parts[] = { "near", "far" };
  const double all[] = { 75, 25 }, unknown[] = { 1, NAN };
  const BlStackedRow rows[] = { { "Everyone", all, NULL }, { "Others", unknown, NULL } };
  g_auto (Drawn) drawn = draw (
      bl_stacked_chart_new (&(BlStackedChart){ .noun = "people", .parts = parts, .n_parts = 2, .rows = rows, .n_rows = 2 }), FALSE);
  double part = drawn.x + drawn.width * 0.75;

  g_assert_nonnull (find_lying (&drawn, light ()->series[0], drawn.x, part, drawn.y + drawn.height * 0.25));
  g_assert_nonnull (find_lying (&drawn, light ()->series[1], part, drawn.x + drawn.width, drawn.y + drawn.height * 0.25));
}

static void
test_heat (void)
{
  double values[7 * 24] = { 0 };
  g_auto (Drawn) drawn = { 0 };
  double cell_width, cell_height;

  values[9] = 100;
  values[24 + 10] = 25;
  values[6 * 24 + 9] = NAN;
  drawn = draw (bl_heat_chart_new (&(BlHeatChart){ .measure = { "people", BL_INDICATOR_KIND_SHARE, "%" }, .first_hour = 9,
                                                   .end_hour = 11, .values = values, .most = 100 }),
                FALSE);
  cell_width = drawn.width / 2;
  cell_height = drawn.height / 7;
  g_assert_nonnull (svg_find (drawn.paths, TRUE, light ()->need[4], drawn.x, drawn.y, drawn.x + cell_width, drawn.y + cell_height, NEAR));
  g_assert_nonnull (svg_find (drawn.paths, TRUE, light ()->need[1], drawn.x + cell_width, drawn.y + cell_height, drawn.x + drawn.width,
                              drawn.y + 2 * cell_height, NEAR));
  /* Nobody: a box, not filled. */
  for (guint i = 0; i < G_N_ELEMENTS (light ()->need); i++)
    g_assert_null (svg_find (drawn.paths, TRUE, light ()->need[i], drawn.x + cell_width, drawn.y, drawn.x + drawn.width,
                             drawn.y + cell_height, NEAR));
  g_assert_nonnull (svg_find (drawn.paths, FALSE, light ()->grid, drawn.x + cell_width, drawn.y, drawn.x + drawn.width,
                              drawn.y + cell_height, NEAR));
}

static const SvgPath *
find_span (const Drawn *drawn, double y)
{
  for (guint i = 0; i < drawn->paths->len; i++)
    {
      const SvgPath *path = &g_array_index (drawn->paths, SvgPath, i);

      if (!path->filled && fabs ((path->y1 + path->y2) / 2 - y) < NEAR && svg_same_colour (path->colour, light ()->picked)
          && path->x2 - path->x1 > 20)
        return path;
    }
  return NULL;
}

/* A hundred days, and fifty from the same one; today is the 75th. */
static void
test_gantt (void)
{
  const BlGanttItem items[] = { { .name = "Options", .start = 739000, .end = 739099, .done = 0.5 },
                                { .name = "Next", .start = 739000, .end = 739049, .done = 0 } };
  g_auto (Drawn) drawn = draw (bl_gantt_chart_new (&(BlGanttChart){ .items = items, .n_items = 2, .today = 739074 }), FALSE);
  const SvgPath *first = find_span (&drawn, drawn.y + drawn.height * 0.25);
  const SvgPath *second = find_span (&drawn, drawn.y + drawn.height * 0.75);
  gboolean today = FALSE;
  double day;

  g_assert_nonnull (first);
  g_assert_nonnull (second);
  /* Edges are drawn half a pixel inside. */
  day = (first->x2 - first->x1 + 1) / 100;
  g_assert_cmpfloat (first->x1, >=, drawn.x);
  g_assert_cmpfloat (first->x2, <=, drawn.x + drawn.width);
  g_assert_cmpfloat_with_epsilon (second->x1, first->x1, 0.01);
  g_assert_cmpfloat_with_epsilon (second->x2 - second->x1 + 1, 50 * day, 0.5);
  for (guint i = 0; i < drawn.paths->len; i++)
    {
      const SvgPath *path = &g_array_index (drawn.paths, SvgPath, i);

      today = today
              || (!path->filled && svg_same_colour (path->colour, light ()->picked)
                  && fabs (path->x1 - first->x1 - 74.5 * day) < 1 && fabs (path->x2 - path->x1) < 0.01
                  && path->y2 - path->y1 > drawn.height - 2);
    }
  g_assert_true (today);
}

/* Dots are lines of no length as wide as the dot: seven of 30 px, three of them orange. */
static void
test_spread (void)
{
  const char *const levels[] = { "Not yet", "In part", "Mostly", "Fully" };
  const int ratings[] = { 0, 1, 1, 1, 2, 3, 3 };
  g_auto (Drawn) drawn
      = draw (bl_spread_chart_new (&(BlSpreadChart){ .levels = levels, .n_levels = 4, .ratings = ratings, .n_ratings = 7 }), FALSE);
  guint blue = 0, orange = 0;

  for (guint i = 0; i < drawn.paths->len; i++)
    {
      const SvgPath *path = &g_array_index (drawn.paths, SvgPath, i);

      if (path->filled || fabs (path->pen - 30) > 0.01)
        continue;
      if (svg_same_colour (path->colour, light ()->series[0]))
        {
          blue += path->pieces;
          /* From the second level to the third, the lowest dot at a tenth of the height, the highest at half. */
          g_assert_cmpfloat_with_epsilon (path->x1, drawn.x + drawn.width * 0.375, 1);
          g_assert_cmpfloat_with_epsilon (path->x2, drawn.x + drawn.width * 0.625, 1);
          g_assert_cmpfloat_with_epsilon (path->y2, drawn.y + drawn.height * 0.9, 1);
          g_assert_cmpfloat_with_epsilon (path->y1, drawn.y + drawn.height * 0.5, 1);
        }
      else if (svg_same_colour (path->colour, light ()->picked))
        orange += path->pieces;
    }
  g_assert_cmpuint (blue, ==, 4);
  g_assert_cmpuint (orange, ==, 3);
}

/* Four dashed limits, dim, about the dashed centre in ink. */
static void
test_funnel (void)
{
  double counts[12], sizes[12];
  BlChartItem items[12] = { 0 };
  g_autoptr (BlFunnel) funnel = NULL;
  g_auto (Drawn) drawn = { 0 };
  double last = INFINITY;

  for (guint i = 0; i < 12; i++)
    {
      sizes[i] = 1000 * (i + 1);
      counts[i] = sizes[i] * (i % 2 == 0 ? 0.25 : 0.27);
      items[i].name = "Place";
    }
  funnel = bl_funnel_new (counts, sizes, 12, TRUE);
  drawn = draw (bl_funnel_chart_new (&(BlFunnelChart){ .measure = { "users", BL_INDICATOR_KIND_SHARE, "%" }, .funnel = funnel,
                                                       .adjust = BL_FUNNEL_ADDITIVE, .times = 100, .items = items,
                                                       .counts = counts, .sizes = sizes }),
                FALSE);
  for (guint i = 0; i < 4; i++)
    {
      const SvgPath *limit = find_dashed (&drawn, light ()->dim_ink, i);

      g_assert_nonnull (limit);
      /* From 800 people to 12,000, so that they begin at a fifteenth of where they end; from the highest to the lowest. */
      g_assert_cmpfloat_with_epsilon ((limit->x1 - drawn.x) / (limit->x2 - drawn.x), 800 / 12000.0, 0.01);
      g_assert_cmpfloat ((limit->y1 + limit->y2) / 2, >, isinf (last) ? 0 : last);
      last = (limit->y1 + limit->y2) / 2;
    }
  g_assert_null (find_dashed (&drawn, light ()->dim_ink, 4));
  g_assert_nonnull (find_dashed (&drawn, light ()->ink, 0));
}

static void
test_radar (void)
{
  const char *const spokes[] = { "North", "East", "South", "West" }, *const levels[] = { "1", "2" };
  const double values[] = { 2, 1, 2, 1 };
  const BlRadarSeries series = { "Team", values };
  g_auto (Drawn) drawn = draw (bl_radar_chart_new (&(BlRadarChart){ .spokes = spokes, .n_spokes = 4, .levels = levels,
                                                                    .n_levels = 2, .series = &series, .n_series = 1 }),
                               FALSE);
  double middle_x = drawn.x + drawn.width / 2, middle_y = drawn.y + drawn.height / 2;
  double spoke = fmin (drawn.width, drawn.height) / 2;

  /* Twice as far up and down as to the sides. */
  g_assert_nonnull (svg_find (drawn.paths, FALSE, light ()->series[0], middle_x - spoke / 2, middle_y - spoke, middle_x + spoke / 2,
                              middle_y + spoke, NEAR));
}

/* Of two bars side by side the second has an interval: its whisker stands on it, at three quarters of the pair. */
static void
test_whisker (void)
{
  const char *const groups[] = { "City" };
  const BlChartItem before[] = { { .value = 1000 } }, after[] = { { .value = 800, .low = 700, .high = 900 } };
  const BlGroupedSeries series[] = { { "Before", before }, { "After", after } };
  g_auto (Drawn) drawn = draw (
      bl_grouped_chart_new (&(BlGroupedChart){ .measure = visits, .groups = groups, .n_groups = 1, .series = series, .n_series = 2 }), FALSE);
  const SvgPath *bars[2] = { NULL, NULL }, *whisker = NULL;

  for (guint i = 0; i < drawn.paths->len; i++)
    {
      const SvgPath *path = &g_array_index (drawn.paths, SvgPath, i);

      for (guint s = 0; s < 2; s++)
        if (path->filled && svg_same_colour (path->colour, light ()->series[s]) && path->y2 - path->y1 > 50)
          bars[s] = path;
      if (!path->filled && svg_same_colour (path->colour, light ()->ink))
        whisker = path;
    }
  g_assert_nonnull (bars[0]);
  g_assert_nonnull (bars[1]);
  g_assert_nonnull (whisker);
  g_assert_cmpfloat (bars[0]->x2, <=, bars[1]->x1);
  g_assert_cmpfloat_with_epsilon ((whisker->x1 + whisker->x2) / 2, (bars[1]->x1 + bars[1]->x2) / 2, 0.6);
  /* From 700 to 900 of 1,000. */
  g_assert_cmpfloat_with_epsilon (whisker->y1, drawn.y + drawn.height * 0.1, 1);
  g_assert_cmpfloat_with_epsilon (whisker->y2, drawn.y + drawn.height * 0.3, 1);
}

static void
test_slope (void)
{
  const BlSlopeItem items[] = { { "A", { .value = 100 }, { .value = 200 }, FALSE }, { "B", { .value = 150 }, { .value = 50 }, TRUE } };
  g_auto (Drawn) drawn = draw (
      bl_slope_chart_new (&(BlSlopeChart){ .measure = visits, .then = "2019", .now = "2024", .items = items, .n_items = 2 }), FALSE);
  guint lines = 0;

  for (guint i = 0; i < drawn.paths->len; i++)
    {
      const SvgPath *path = &g_array_index (drawn.paths, SvgPath, i);

      if (path->filled || path->x2 - path->x1 < drawn.width * 0.9)
        continue;
      if (svg_same_colour (path->colour, light ()->series[0]))
        lines++;
      /* What cannot be compared is not joined: its two dots are two pieces. */
      if (svg_same_colour (path->colour, light ()->series[1]))
        g_assert_cmpuint (path->pieces, ==, 2);
    }
  g_assert_cmpuint (lines, >=, 1);
}

/* --- Whatever is asked for ---------------------------------------------------------- */

static BlChart *
make_grouped (guint n)
{
  static const char *names[300];
  static BlChartItem items[300];
  const BlGroupedSeries series[] = { { "Before", items }, { "After", items } };

  for (guint i = 0; i < n; i++)
    {
      names[i] = i % 3 == 0 ? "A library with rather a long name" : "City";
      items[i] = (BlChartItem){ .value = i % 5 == 4 ? NAN : 1000.0 * (i + 1), .state = i % 4 == 1 ? BL_STATE_ESTIMATE : BL_STATE_UNKNOWN };
    }
  return bl_grouped_chart_new (
      &(BlGroupedChart){ .measure = visits, .groups = names, .n_groups = n, .series = series, .n_series = 2, .lying = n > 5 });
}

static BlChart *
make_places (guint n, gboolean dots)
{
  static BlChartItem items[300];

  for (guint i = 0; i < n; i++)
    items[i] = (BlChartItem){ .name = i % 3 == 0 ? "Kingston upon Hull, City of" : "Leeds",
                              .value = i % 6 == 5 ? NAN : 900 + i * 37 % 400,
                              .state = i % 6 == 5 && i % 4 == 1 ? BL_STATE_SUPPRESSED : BL_STATE_UNKNOWN,
                              .flags = i == 2 ? BL_DATUM_RINGED : 0,
                              .note = i % 6 == 5 ? "no return" : NULL };
  if (dots)
    return bl_dots_chart_new (&(BlDotsChart){ .measure = visits, .items = items, .n_items = n, .median = 1000,
                                              .lower_quartile = 950, .upper_quartile = 1200 });
  return bl_ranked_chart_new (&(BlRankedChart){ .measure = visits, .items = items, .n_items = n, .median = 1000 });
}

static BlChart *
make_ranked (guint n)
{
  return make_places (n, FALSE);
}

static BlChart *
make_strip (guint n)
{
  return make_places (n, TRUE);
}

static BlChart *
make_lines (guint n)
{
  static BlChartItem items[300];

  for (guint i = 0; i < n; i++)
    items[i] = (BlChartItem){ .name = "Newcastle upon Tyne", .value = 30 + i % 7, .low = 25, .high = 40, .flags = i == 0 ? BL_DATUM_RINGED : 0 };
  return bl_dots_chart_new (&(BlDotsChart){ .measure = { "adults visiting a library", BL_INDICATOR_KIND_SURVEY, "%" }, .items = items,
                                            .n_items = n, .median = 31, .lower_quartile = NAN, .upper_quartile = NAN });
}

static BlChart *
make_slope (guint n)
{
  static BlSlopeItem items[300];

  for (guint i = 0; i < n; i++)
    items[i] = (BlSlopeItem){ "Gosforth Library", { .value = 1000 * i }, { .value = i % 4 == 3 ? NAN : 900 * i + 5000 }, FALSE };
  return bl_slope_chart_new (&(BlSlopeChart){ .measure = visits, .then = "2018-19", .now = "2023-24", .items = items, .n_items = n });
}

static BlChart *
make_bullet (guint n)
{
  static BlBulletItem items[300];

  for (guint i = 0; i < n; i++)
    items[i] = (BlBulletItem){ { .name = "Gosforth Library", .value = i % 4 == 3 ? NAN : 1000 + i }, 1000 + i * 2, 800, 1200, "met" };
  return bl_bullet_chart_new (&(BlBulletChart){ .measure = visits, .items = items, .n_items = n });
}

static BlChart *
make_pyramid (guint n)
{
  static const char *ages[300];
  static BlChartItem items[300];

  for (guint i = 0; i < n; i++)
    {
      ages[i] = i + 1 == n ? "85 and over" : "20 to 24";
      items[i] = (BlChartItem){ .value = i % 9 == 8 ? NAN : 1000 + i };
    }
  return bl_pyramid_chart_new (
      &(BlPyramidChart){ .ages = ages, .n_ages = n, .sides = { { "users", items }, { "residents", items } }, .shares = TRUE });
}

static BlChart *
make_stacked (guint n)
{
  static const char *const parts[] = { "within 1 mile", "1 mile to 2 miles", "farther away" };
  static const double figures[] = { 80, 15, 5 }, unknown[] = { 1, NAN, 1 };
  static BlStackedRow rows[300];

  for (guint i = 0; i < n; i++)
    rows[i] = (BlStackedRow){ "People in deprivation deciles 1 to 2", i % 4 == 3 ? unknown : figures, NULL };
  return bl_stacked_chart_new (&(BlStackedChart){ .noun = "people", .parts = parts, .n_parts = 3, .rows = rows, .n_rows = n });
}

static BlChart *
make_reach (guint n)
{
  static double at[300], people[300], percent[300];
  static BlCurve curve = { BL_MEASURE_DISTANCE, 0, at, people, percent, 0 };
  static const BlReachLine lines[] = { { "Everyone", &curve }, { "People aged 60 and over", &curve } };

  for (guint i = 0; i < n; i++)
    {
      at[i] = (i + 1) * 10;
      people[i] = i + 1;
      percent[i] = 100.0 * (i + 1) / n;
    }
  curve.n = n;
  curve.population = n;
  return bl_reach_chart_new (&(BlReachChart){ .lines = lines, .n_lines = 2, .end = NAN, .mark = 25, .mark_name = "25 m" });
}

static BlChart *
make_heat (guint n)
{
  static double values[7 * 24];

  for (guint i = 0; i < 7 * 24; i++)
    values[i] = i % 11 == 10 ? NAN : i * 100.0 / (7 * 24);
  return bl_heat_chart_new (&(BlHeatChart){ .measure = { "people near an open library", BL_INDICATOR_KIND_SHARE, "%" },
                                            .first_hour = 0, .end_hour = MIN (n, 24), .values = values, .most = 100 });
}

static BlChart *
make_funnel (guint n)
{
  static double counts[300], sizes[300];
  static BlChartItem items[300];
  g_autoptr (BlFunnel) funnel = NULL;

  for (guint i = 0; i < n; i++)
    {
      sizes[i] = 50000 + i * 7919 % 400000;
      counts[i] = sizes[i] * (0.2 + i % 9 / 100.0);
      items[i] = (BlChartItem){ .name = "Cheshire West and Chester", .flags = i == 3 ? BL_DATUM_RINGED : 0 };
    }
  funnel = bl_funnel_new (counts, sizes, n, TRUE);
  return bl_funnel_chart_new (&(BlFunnelChart){ .measure = { "active users under 12", BL_INDICATOR_KIND_SHARE, "%" }, .funnel = funnel,
                                                .adjust = BL_FUNNEL_PLAIN, .times = 100, .size_title = "Active users",
                                                .items = items, .counts = counts, .sizes = sizes });
}

static BlChart *
make_gantt (guint n)
{
  static BlGanttItem items[300];

  for (guint i = 0; i < n; i++)
    items[i] = (BlGanttItem){ .name = i % 2 ? "Early talks with friends’ groups and parish councils" : "Options",
                              .group = i < n / 2 ? "Prepare" : NULL,
                              .start = i % 5 == 4 ? 0 : 739000 + i,
                              .end = i % 5 == 4 ? 0 : 739030 + i,
                              .done = i % 3 / 2.0,
                              .milestone = i % 3 == 2 ? 739030 + i : 0,
                              .milestone_name = "Cabinet",
                              .note = i % 4 == 0 ? "the last two weeks are school holidays" : NULL };
  return bl_gantt_chart_new (&(BlGanttChart){ .items = items, .n_items = n, .today = 739020 });
}

static BlChart *
make_radar (guint n)
{
  static const char *spokes[300], *const levels[] = { "Not yet", "In part", "Mostly", "Fully" };
  static double values[300];
  static const BlRadarSeries series[] = { { "2026", values }, { "2024", values } };

  for (guint i = 0; i < n; i++)
    {
      spokes[i] = "Staff and volunteers";
      values[i] = i % 7 == 6 ? NAN : 1 + i % 4;
    }
  return bl_radar_chart_new (
      &(BlRadarChart){ .spokes = spokes, .n_spokes = n, .levels = levels, .n_levels = 4, .series = series, .n_series = 2 });
}

static BlChart *
make_spread (guint n)
{
  static const char *const levels[] = { "Not yet", "In part", "Mostly", "Fully" };
  static int ratings[300];

  for (guint i = 0; i < n; i++)
    ratings[i] = (int) (i % 5) - 1;
  return bl_spread_chart_new (&(BlSpreadChart){ .levels = levels, .n_levels = 4, .ratings = ratings, .n_ratings = n });
}

static const struct
{
  const char *name;
  BlChart *(*make) (guint n);
} makers[] = {
  { "grouped", make_grouped }, { "ranked", make_ranked }, { "strip", make_strip },     { "lines", make_lines },
  { "slope", make_slope },     { "bullet", make_bullet }, { "pyramid", make_pyramid }, { "stacked", make_stacked },
  { "reach", make_reach },     { "heat", make_heat },     { "funnel", make_funnel },   { "gantt", make_gantt },
  { "radar", make_radar },     { "spread", make_spread },
};

/* Every word in the frame, none on another; what is read is in the frame too. */
static void
assert_room (const char *name, guint n, BlChart *chart, double width, double height, const BlChartLook *look)
{
  g_autoptr (BlChartFrame) frame = bl_chart_frame_new (chart, width, height, look);
  const GArray *words = bl_chart_frame_get_words (frame);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < words->len; i++)
    {
      const BlChartWord *word = &g_array_index (words, BlChartWord, i);

      if (word->box.x < -1 || word->box.y < -1 || word->box.x + word->box.width > width + 1
          || word->box.y + word->box.height > height + 1)
        g_error ("%s of %u in %.0f × %.0f, text %.0f: “%s” falls off", name, n, width, height, look->text_scale, word->text->text);
      for (guint j = 0; j < i; j++)
        if (bl_chart_box_meets (&word->box, &g_array_index (words, BlChartWord, j).box, -1))
          g_error ("%s of %u in %.0f × %.0f, text %.0f: “%s” lies on “%s”", name, n, width, height, look->text_scale,
                   word->text->text, g_array_index (words, BlChartWord, j).text->text);
    }
  for (guint i = 0; i < bl_chart_frame_get_n_spots (frame); i++)
    {
      const BlChartSpot *spot = bl_chart_frame_get_spot (frame, i);

      g_assert_nonnull (bl_chart_frame_get_datum (frame, i)->words);
      g_assert_cmpfloat (spot->x, >=, -1);
      g_assert_cmpfloat (spot->x, <=, width + 1);
    }
  bl_chart_frame_paint (frame, cr, 0, 0);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_room (void)
{
  static const guint sizes[] = { 0, 1, 5, 24, 300 };

  for (guint m = 0; m < G_N_ELEMENTS (makers); m++)
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
      {
        g_autoptr (BlChart) chart = makers[m].make (sizes[s]);

        for (guint turn = 0; chart != NULL && turn < (sizes[s] > 100 ? 2 : 6); turn++)
          {
            const BlChartLook look = { .palette = bl_palette_get (turn % 4), .text_scale = turn % 2 ? 2 : 1, .right_to_left = turn == 2 || turn == 3, .whole = turn != 4 };
            double width = turn == 5 ? 360 : 760, height = turn == 4 ? 220 : bl_chart_get_height (chart, width, &look);

            g_assert_cmpfloat (height, >, 0);
            assert_room (makers[m].name, sizes[s], chart, width, fmin (height, 9000), &look);
          }
      }
}

/* Each datum with a row can be found by it, and by the place where it is. */
static void
test_spots (void)
{
  const BlChartLook look = { .palette = light (), .text_scale = 1 };

  for (guint m = 0; m < G_N_ELEMENTS (makers); m++)
    {
      g_autoptr (BlChart) chart = makers[m].make (m == 10 ? 24 : 5);
      g_autoptr (BlChartFrame) frame = bl_chart_frame_new (chart, 760, bl_chart_get_height (chart, 760, &look), &look);
      guint n = bl_chart_frame_get_n_spots (frame);

      g_assert_cmpuint (n, >, 0);
      for (guint i = 0; i < n; i++)
        {
          const BlDatum *datum = bl_chart_frame_get_datum (frame, i);

          g_assert_cmpint (datum->row, >=, 0);
          g_assert_cmpint (bl_chart_frame_find_row (frame, datum->row), >=, 0);
        }
    }
}

/* --- Told apart without colour ------------------------------------------------------ */

typedef struct
{
  char *dashes;
  double pen;
  BlColour colour;
} Stroke;

static Stroke
stroke_of (BlTone tone, BlPaletteKind kind)
{
  BlChart *chart = bl_chart_new (BL_CHART_LINE);
  BlChartPanel *panel = bl_chart_add_panel (chart);
  BlChartMark *line = bl_chart_panel_add_mark (panel, BL_MARK_LINE, tone, NULL);
  const BlChartLook look = { .palette = bl_palette_get (kind), .text_scale = 1 };
  g_autoptr (BlChartFrame) frame = NULL;
  g_autoptr (GArray) paths = NULL;
  Stroke stroke = { NULL, 0, { 0 } };
  double x, y, width, height;

  for (guint i = 0; i < 3; i++)
    {
      BlDatum datum;

      bl_datum_init (&datum);
      datum.x = i;
      datum.y = 1 + i % 2;
      bl_chart_mark_take (line, &datum);
    }
  frame = bl_chart_frame_new (chart, 300, 200, &look);
  bl_chart_unref (chart);
  bl_chart_frame_get_plot (frame, 0, &x, &y, &width, &height);
  paths = svg_read (300, 200, paint, frame);
  for (guint i = 0; i < paths->len; i++)
    {
      const SvgPath *path = &g_array_index (paths, SvgPath, i);

      if (!path->filled && path->y2 - path->y1 > 5 && path->x2 - path->x1 > width * 0.9)
        {
          g_free (stroke.dashes);
          stroke = (Stroke){ g_strdup (path->dashes), path->pen, path->colour };
        }
    }
  g_assert_cmpfloat (stroke.pen, >, 0);
  return stroke;
}

/* Lines for different things differ in their dashes, or in their width; the series, which do not, are named at their
 * ends (see test_named). */
static void
test_strokes (void)
{
  static const BlTone tones[] = { BL_TONE_SERIES, BL_TONE_OTHERS, BL_TONE_REFERENCE, BL_TONE_LIMIT, BL_TONE_TARGET };

  for (guint k = 0; k < 4; k++)
    {
      Stroke strokes[G_N_ELEMENTS (tones)];

      for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
        strokes[i] = stroke_of (tones[i], (BlPaletteKind) k);
      for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
        for (guint j = i + 1; j < G_N_ELEMENTS (tones); j++)
          if (g_strcmp0 (strokes[i].dashes, strokes[j].dashes) == 0 && fabs (strokes[i].pen - strokes[j].pen) < 0.3)
            g_error ("tones %d and %d of palette %u are told apart by colour alone", (int) tones[i], (int) tones[j], k);
      for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
        {
          /* And each is seen. */
          g_assert_cmpfloat (bl_colour_contrast (strokes[i].colour, bl_palette_get ((BlPaletteKind) k)->view), >=, 3);
          g_free (strokes[i].dashes);
        }
    }
}

static gboolean
has_word (BlChartFrame *frame, const char *text)
{
  const GArray *words = bl_chart_frame_get_words (frame);

  for (guint i = 0; i < words->len; i++)
    if (strstr (g_array_index (words, BlChartWord, i).text->text, text) != NULL)
      return TRUE;
  return FALSE;
}

/* Where there are several series each has its name on the drawing. */
static void
test_named (void)
{
  const struct
  {
    BlChart *(*make) (guint n);
    const char *names[3];
  } charts[] = {
    { make_grouped, { "Before", "After", NULL } },
    { make_stacked, { "within 1 mile", "1 mile to 2 miles", "farther away" } },
    { make_reach, { "Everyone", "People aged 60", NULL } },
    { make_radar, { "2024", "2026", NULL } },
    { make_pyramid, { "users", "residents", NULL } },
  };

  for (guint c = 0; c < G_N_ELEMENTS (charts); c++)
    for (guint rtl = 0; rtl < 2; rtl++)
      {
        const BlChartLook look = { .palette = light (), .text_scale = 1, .right_to_left = rtl };
        g_autoptr (BlChart) chart = charts[c].make (5);
        g_autoptr (BlChartFrame) frame = bl_chart_frame_new (chart, 700, bl_chart_get_height (chart, 700, &look), &look);

        for (guint i = 0; i < G_N_ELEMENTS (charts[c].names) && charts[c].names[i] != NULL; i++)
          if (!has_word (frame, charts[c].names[i]))
            g_error ("chart %u does not name “%s”", c, charts[c].names[i]);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-kinds/ranked", test_ranked);
  g_test_add_func ("/chart-kinds/pyramid", test_pyramid);
  g_test_add_func ("/chart-kinds/stacked", test_stacked);
  g_test_add_func ("/chart-kinds/heat", test_heat);
  g_test_add_func ("/chart-kinds/gantt", test_gantt);
  g_test_add_func ("/chart-kinds/spread", test_spread);
  g_test_add_func ("/chart-kinds/funnel", test_funnel);
  g_test_add_func ("/chart-kinds/radar", test_radar);
  g_test_add_func ("/chart-kinds/slope", test_slope);
  g_test_add_func ("/chart-kinds/whisker", test_whisker);
  g_test_add_func ("/chart-kinds/room", test_room);
  g_test_add_func ("/chart-kinds/spots", test_spots);
  g_test_add_func ("/chart-kinds/strokes", test_strokes);
  g_test_add_func ("/chart-kinds/named", test_named);
  return g_test_run ();
}
