/* test-chart-svg.c: what charts draw, against what is worked out by hand from their scales
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <cairo-svg.h>

#include "chart-frame.h"
#include "made-charts.h"
#include "svg-tree.h"

#define WIDTH 600
#define HEIGHT 300
#define BLUE "#12436d"
#define ORANGE "#f46a25"
#define WHITE "#ffffff"
#define NEAR 0.15

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The plot of the first panel, for working out places. */
typedef struct
{
  double left, top, width, height;
} Plot;

static SvgTree *
draw (BlChart *chart, gboolean right_to_left, Plot *plot)
{
  BlChartLook look = { .palette = bl_palette_get (BL_PALETTE_LIGHT), .right_to_left = right_to_left };
  g_autoptr (BlChartFrame) frame = bl_chart_frame_new (chart, WIDTH, HEIGHT, &look);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append, bytes, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) svg = NULL;

  bl_chart_frame_paint (frame, cr, 0, 0);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  if (plot != NULL)
    bl_chart_frame_get_plot (frame, 0, &plot->left, &plot->top, &plot->width, &plot->height);
  svg = g_byte_array_free_to_bytes (g_byte_array_ref (bytes));
  return svg_tree_new (svg);
}

/* On axes of 0 to 100 both ways. */
static BlChartPanel *
hundred (BlChart *chart)
{
  BlChartPanel *panel = bl_chart_add_panel (chart);

  panel->x.low = panel->y.low = 0;
  panel->x.high = panel->y.high = 100;
  return panel;
}

G_GNUC_PRINTF (2, 3)
static void
add (GString *text, const char *format, ...)
{
  va_list list;

  va_start (list, format);
  g_string_append_vprintf (text, format, list);
  va_end (list);
}

/* A place on those axes, a comma between, in every locale with points. */
static void
add_place (GString *text, const Plot *plot, double x, double y)
{
  char across[G_ASCII_DTOSTR_BUF_SIZE], down[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (across, sizeof across, "%.3f", plot->left + plot->width * x / 100);
  g_ascii_formatd (down, sizeof down, "%.3f", plot->top + plot->height * (100 - y) / 100);
  add (text, " %s,%s", across, down);
}

static void
add_box (GString *text, const Plot *plot, double left, double top, double right, double bottom)
{
  add_place (text, plot, left, top);
  add_place (text, plot, right, top);
  add_place (text, plot, right, bottom);
  add_place (text, plot, left, bottom);
}

/* Measured solid, estimate dashed, proxy dotted; what has no figure and what is a break parts the line. */
static void
test_line (void)
{
  g_autoptr (BlChart) chart = bl_chart_new (BL_CHART_LINE);
  BlChartPanel *panel = hundred (chart);
  BlChartMark *line = bl_chart_panel_add_mark (panel, BL_MARK_LINE, BL_TONE_SERIES, NULL);
  g_autoptr (SvgTree) tree = NULL;
  g_autoptr (GString) wanted = g_string_new (NULL);
  Plot plot;

  made_add (line, 0, 10);
  made_add (line, 10, 30);
  made_add (line, 20, 20)->state = BL_STATE_ESTIMATE;
  made_add (line, 30, 40);
  made_add (line, 40, 40)->state = BL_STATE_PROXY;
  made_add (line, 50, NAN)->state = BL_STATE_NO_DATA;
  made_add (line, 60, 50);
  made_add (line, 70, 60);
  made_add (line, 80, 70)->flags = BL_DATUM_BREAK;
  made_add (line, 90, 80);
  tree = draw (chart, FALSE, &plot);
  add (wanted, "line " BLUE " 2 solid:");
  add_place (wanted, &plot, 0, 10);
  add_place (wanted, &plot, 10, 30);
  add (wanted, "\nline " BLUE " 2 dashes 5,3.5:");
  add_place (wanted, &plot, 10, 30);
  add_place (wanted, &plot, 20, 20);
  add_place (wanted, &plot, 30, 40);
  add (wanted, "\nline " BLUE " 2 dashes 0.1,4.5:");
  add_place (wanted, &plot, 30, 40);
  add_place (wanted, &plot, 40, 40);
  add (wanted, "\nline " BLUE " 2 solid:");
  add_place (wanted, &plot, 60, 50);
  add_place (wanted, &plot, 70, 60);
  add (wanted, "\nline " BLUE " 2 solid:");
  add_place (wanted, &plot, 80, 70);
  add_place (wanted, &plot, 90, 80);
  add (wanted, "\n");
  /* The legend's signs of the two states come after the chart. */
  {
    g_autofree char *found = svg_tree_describe (tree, BLUE);
    g_auto (GStrv) lines = g_strsplit (found, "\n", -1), expected = g_strsplit (wanted->str, "\n", -1);

    g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (expected) + 2);
    g_assert_true (g_str_has_prefix (lines[5], "line " BLUE " 2 dashes 5,3.5:"));
    g_assert_true (g_str_has_prefix (lines[6], "line " BLUE " 2 dashes 0.1,4.5:"));
  }
  svg_tree_assert_start (tree, BLUE, wanted->str, NEAR);
}

/* Whatever the figures, no stroke goes through a gap. */
static void
test_gaps (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (BlChart) chart = bl_chart_new (BL_CHART_LINE);
      BlChartPanel *panel = hundred (chart);
      BlChartMark *line = bl_chart_panel_add_mark (panel, BL_MARK_LINE, BL_TONE_SERIES, NULL);
      BlChartMark *points = bl_chart_panel_add_mark (panel, BL_MARK_POINT, BL_TONE_SERIES, NULL);
      g_autoptr (SvgTree) tree = NULL;
      gboolean joined[21] = { FALSE };
      guint n_known = 0, n_joined = 0, n_drawn = 0, n_dots = 0, n_lonely = 0, n_alone = 0;
      Plot plot;

      for (guint i = 0; i <= 20; i++)
        {
          gboolean known = g_rand_int_range (random, 0, 4) > 0, breaks = g_rand_int_range (random, 0, 6) == 0;
          gboolean before = i > 0 && isfinite (g_array_index (line->data, BlDatum, i - 1).y);

          made_add (line, i * 5, known ? g_rand_double_range (random, 1, 99) : NAN)->flags
              = breaks ? BL_DATUM_BREAK : 0;
          made_add (points, i * 5, g_array_index (line->data, BlDatum, i).y);
          joined[i] = known && before && !breaks;
          n_known += known;
          n_joined += joined[i];
        }
      tree = draw (chart, FALSE, &plot);
      for (guint s = 0; s < tree->shapes->len; s++)
        {
          const SvgShape *shape = g_ptr_array_index (tree->shapes, s);
          const double *at = (const double *) (gconstpointer) shape->points->data;
          gboolean dots = g_str_equal (svg_shape_get_kind (shape), "dots");

          if (g_strcmp0 (shape->stroke, BLUE) != 0)
            continue;
          for (guint i = 0; i + 3 < shape->points->len; i += 2)
            if (!isnan (at[i]) && !isnan (at[i + 2]))
              {
                double to = (at[i + 2] - plot.left) / plot.width * 20;

                n_dots += dots && shape->width > 6;
                n_lonely += dots && shape->width < 6;
                n_drawn += !dots;
                if (!dots)
                  {
                    g_assert_cmpfloat_with_epsilon (at[i + 2] - at[i], plot.width / 20, NEAR);
                    g_assert_true (joined[lround (to)]);
                  }
              }
        }
      g_assert_cmpuint (n_drawn, ==, n_joined);
      g_assert_cmpuint (n_dots, ==, n_known);
      /* A figure without neighbours is a small dot of the line itself. */
      for (guint i = 0; i <= 20; i++)
        n_alone += isfinite (g_array_index (line->data, BlDatum, i).y) && !joined[i]
                   && (i == 20 || !joined[i + 1]);
      g_assert_cmpuint (n_lonely, ==, n_alone);
    }
}

/* Filled and round, hollow and round, hollow and square, an orange diamond. */
static void
test_points (void)
{
  g_autoptr (BlChart) chart = bl_chart_new (BL_CHART_FUNNEL);
  BlChartPanel *panel = hundred (chart);
  BlChartMark *points = bl_chart_panel_add_mark (panel, BL_MARK_POINT, BL_TONE_SERIES, NULL);
  g_autoptr (SvgTree) tree = NULL;
  g_autoptr (GString) blue = g_string_new (NULL), orange = g_string_new (NULL);
  g_autofree char *found = NULL;
  g_auto (GStrv) lines = NULL;
  Plot plot;

  points->width = 8;
  made_add (points, 10, 10);
  made_add (points, 20, 20)->state = BL_STATE_ESTIMATE;
  made_add (points, 30, 30)->state = BL_STATE_PROXY;
  made_add (points, 40, 40)->flags = BL_DATUM_PROVISIONAL;
  made_add (points, 50, 50)->flags = BL_DATUM_SIGNAL;
  made_add (points, 60, 60);
  made_add (points, 70, NAN)->state = BL_STATE_NO_DATA;
  tree = draw (chart, FALSE, &plot);
  found = svg_tree_describe (tree, BLUE);
  lines = g_strsplit (found, "\n", -1);
  add (blue, "dots " BLUE " 8:");
  add_place (blue, &plot, 10, 10);
  add (blue, " /");
  add_place (blue, &plot, 60, 60);
  add (blue, "\ndots " BLUE " 8:");
  add_place (blue, &plot, 20, 20);
  add (blue, " /");
  add_place (blue, &plot, 40, 40);
  add (blue, "\n");
  /* The square is white with a blue edge; the signs of the legend come behind. */
  g_assert_cmpuint (g_strv_length (lines), >, 3);
  g_assert_true (g_str_has_prefix (lines[2], "area " WHITE " edge " BLUE " 1.4:"));
  svg_tree_assert_start (tree, BLUE, blue->str, NEAR);
  {
    /* One and a half times as far out as the others. */
    double x = plot.left + plot.width / 2, y = plot.top + plot.height / 2;
    double corners[] = { x, y - 6, x + 6, y, x, y + 6, x - 6, y };

    add (orange, "area " ORANGE ":");
    for (guint i = 0; i < 4; i++)
      {
        char across[G_ASCII_DTOSTR_BUF_SIZE], down[G_ASCII_DTOSTR_BUF_SIZE];

        add (orange, " %s,%s", g_ascii_formatd (across, sizeof across, "%.3f", corners[2 * i]),
             g_ascii_formatd (down, sizeof down, "%.3f", corners[2 * i + 1]));
      }
    add (orange, "\n");
  }
  svg_tree_assert_start (tree, ORANGE, orange->str, NEAR);
}

/* A bar is as high as its figure and starts at nought; hatched, dotted, hollow as its state says. */
static void
test_bars (void)
{
  static const BlState states[] = { BL_STATE_MEASURED, BL_STATE_ESTIMATE, BL_STATE_PROXY, BL_STATE_MEASURED };
  g_autoptr (BlChart) chart = bl_chart_new (BL_CHART_BAR);
  BlChartPanel *panel = bl_chart_add_panel (chart);
  BlChartMark *bars = bl_chart_panel_add_mark (panel, BL_MARK_BAR, BL_TONE_SERIES, NULL);
  g_autoptr (SvgTree) tree = NULL;
  g_autoptr (GString) wanted = g_string_new (NULL);
  g_autofree char *found = NULL;
  g_auto (GStrv) lines = NULL;
  Plot plot;

  bl_scale_init (&panel->x, BL_SCALE_BAND);
  panel->y.high = 100;
  for (guint i = 0; i < 4; i++)
    {
      BlDatum *datum = made_add (bars, i, 40 + 10 * i);

      bl_scale_add_name (&panel->x, "band");
      datum->state = states[i];
      datum->flags = i == 3 ? BL_DATUM_PROVISIONAL : 0;
    }
  tree = draw (chart, FALSE, &plot);
  found = svg_tree_describe (tree, BLUE);
  lines = g_strsplit (found, "\n", -1);
  /* Bands of a quarter, of which bars take 72 in a hundred. */
  add (wanted, "area " BLUE ":");
  add_box (wanted, &plot, 12.5 - 9, 40, 12.5 + 9, 0);
  g_assert_true (g_str_has_prefix (lines[0], "area " BLUE ": "));
  add (wanted, "\n");
  svg_tree_assert_start (tree, BLUE, wanted->str, NEAR);
  /* The estimate: pale, hatched, edged; the proxy: dots within an edge; the provisional: pale and edged. */
  g_assert_true (g_str_has_prefix (lines[1], "area " BLUE " alpha 0."));
  g_assert_true (g_str_has_prefix (lines[2], "hatch " BLUE " "));
  g_assert_true (g_str_has_prefix (lines[3], "line " BLUE " 1.2 solid: "));
  g_assert_true (g_str_has_prefix (lines[4], "stipple " BLUE ": "));
  g_assert_true (g_str_has_prefix (lines[5], "line " BLUE " 1.2 solid: "));
  g_assert_true (g_str_has_prefix (lines[6], "area " BLUE " alpha 0."));
  g_assert_true (g_str_has_prefix (lines[7], "line " BLUE " 1.5 solid: "));
}

/* Bars start at nought whatever else is asked, and stand on it where some are below. */
static void
test_base (void)
{
  g_autoptr (BlChart) chart = bl_chart_new (BL_CHART_BAR);
  BlChartPanel *panel = bl_chart_add_panel (chart);
  BlChartMark *bars = bl_chart_panel_add_mark (panel, BL_MARK_BAR, BL_TONE_SERIES, NULL);
  g_autoptr (SvgTree) tree = NULL;
  g_autoptr (GString) wanted = g_string_new (NULL);
  Plot plot;

  bl_scale_init (&panel->x, BL_SCALE_BAND);
  bl_scale_add_name (&panel->x, "up");
  bl_scale_add_name (&panel->x, "down");
  made_add (bars, 0, 80);
  made_add (bars, 1, -60);
  tree = draw (chart, FALSE, &plot);
  /* From -60 to 80 is 140 by five steps: 50, so that the axis runs from -100 to 100. */
  add (wanted, "area " BLUE ":");
  add_box (wanted, &plot, 25 - 18, 90, 25 + 18, 50);
  add (wanted, "\narea " BLUE ":");
  add_box (wanted, &plot, 75 - 18, 50, 75 + 18, 20);
  add (wanted, "\n");
  svg_tree_assert (tree, BLUE, wanted->str, NEAR);
}

/* Lying bars run from the start of the line of writing. */
static void
test_lying (void)
{
  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (BlChart) chart = bl_chart_new (BL_CHART_RANKED);
      BlChartPanel *panel = bl_chart_add_panel (chart);
      BlChartMark *bars = bl_chart_panel_add_mark (panel, BL_MARK_BAR, BL_TONE_SERIES, NULL);
      g_autoptr (SvgTree) tree = NULL;
      g_autoptr (GString) wanted = g_string_new (NULL);
      Plot plot;

      bl_scale_init (&panel->y, BL_SCALE_BAND);
      bl_scale_add_name (&panel->y, "first");
      bl_scale_add_name (&panel->y, "second");
      panel->x.high = 100;
      bars->across = TRUE;
      made_add (bars, 100, 0);
      made_add (bars, 40, 1);
      tree = draw (chart, rtl, &plot);
      add (wanted, "area " BLUE ":");
      add_box (wanted, &plot, 0, 75 + 18, 100, 75 - 18);
      add (wanted, "\narea " BLUE ":");
      if (rtl)
        add_box (wanted, &plot, 60, 25 + 18, 100, 25 - 18);
      else
        add_box (wanted, &plot, 0, 25 + 18, 40, 25 - 18);
      add (wanted, "\n");
      svg_tree_assert (tree, BLUE, wanted->str, NEAR);
    }
}

/* Only flat lines of a grid, one a name of the standing axis. */
static void
test_grid (void)
{
  g_autoptr (BlChart) chart = bl_chart_new (BL_CHART_LINE);
  BlChartPanel *panel = hundred (chart);
  BlChartMark *line = bl_chart_panel_add_mark (panel, BL_MARK_LINE, BL_TONE_SERIES, NULL);
  g_autoptr (SvgTree) tree = NULL;
  g_autoptr (GString) wanted = g_string_new (NULL);
  Plot plot;

  made_add (line, 0, 10);
  made_add (line, 100, 30);
  tree = draw (chart, FALSE, &plot);
  /* A hundred in five steps; on whole dots, so within half a dot. */
  add (wanted, "line #e3e1de 1 solid:");
  for (guint y = 0; y <= 100; y += 20)
    {
      if (y > 0)
        add (wanted, " /");
      add_place (wanted, &plot, 0, y);
      add_place (wanted, &plot, 100, y);
    }
  add (wanted, "\n");
  svg_tree_assert (tree, "#e3e1de", wanted->str, 0.51);
}

/* Kinds and numbers of what each kind of chart is made of. */
static void
test_kinds (void)
{
  g_autoptr (BlChart) control = made_control (48);
  g_autoptr (BlChart) ranked = made_ranked ();
  g_autoptr (BlChart) heat = made_heat ();
  g_autoptr (BlChart) radar = made_radar ();
  g_autoptr (SvgTree) tree = draw (control, FALSE, NULL);

  /* 48 months without ten and the last two, hollow; one signal and its sign in the legend; two grounds. */
  {
    guint n_dots = 0, n_alpha = 0;

    for (guint i = 0; i < tree->shapes->len; i++)
      {
        const SvgShape *shape = g_ptr_array_index (tree->shapes, i);

        if (g_str_equal (svg_shape_get_kind (shape), "dots") && g_strcmp0 (shape->stroke, BLUE) == 0)
          {
            /* A dot is two places, and a gap to the next. */
            n_dots += (shape->points->len / 2 + 1) / 3;
          }
        n_alpha += shape->fill != NULL && shape->fill_alpha < 1;
      }
    /* All but the ten and the signal, and the legend's hollow one. */
    g_assert_cmpuint (n_dots, ==, 48 - 10 - 1 + 1);
    g_assert_cmpuint (n_alpha, ==, 2);
    g_assert_cmpuint (svg_tree_count (tree, "area", ORANGE), ==, 2);
  }
  g_clear_pointer (&tree, svg_tree_free);

  /* Seven bars, of which one dark and one hatched; one without data, hatched; one held back, an empty box. */
  tree = draw (ranked, FALSE, NULL);
  g_assert_cmpuint (svg_tree_count (tree, "area", BLUE), ==, 1);
  g_assert_cmpuint (svg_tree_count (tree, "hatch", NULL), >=, 2);
  g_clear_pointer (&tree, svg_tree_free);

  /* Two hours without data. */
  tree = draw (heat, FALSE, NULL);
  g_assert_cmpuint (svg_tree_count (tree, "hatch", NULL), ==, 2);
  g_clear_pointer (&tree, svg_tree_free);

  tree = draw (radar, FALSE, NULL);
  g_assert_cmpuint (svg_tree_count (tree, "line", BLUE) + svg_tree_count (tree, "area", BLUE), >=, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/chart-svg/line", test_line);
  g_test_add_func ("/draw/chart-svg/gaps", test_gaps);
  g_test_add_func ("/draw/chart-svg/points", test_points);
  g_test_add_func ("/draw/chart-svg/bars", test_bars);
  g_test_add_func ("/draw/chart-svg/base", test_base);
  g_test_add_func ("/draw/chart-svg/lying", test_lying);
  g_test_add_func ("/draw/chart-svg/grid", test_grid);
  g_test_add_func ("/draw/chart-svg/kinds", test_kinds);
  return g_test_run ();
}
