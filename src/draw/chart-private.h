/* chart-private.h: a chart laid out, as its makers and painters see it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart-frame.h"
#include "text-painter.h"

G_BEGIN_DECLS

/* px, before the scale of the text. */
#define BL_CHART_GAP 6.0
#define BL_CHART_TITLE_SIZE 16.0

typedef struct
{
  double x, y, width, height;
} BlChartBox;

/**
 * BlChartFont: how words of a chart are laid out.
 */
typedef struct
{
  double size; /* px, before the scale of the text */
  gboolean bold;
  double width; /* wraps at this; 0: never */
  int lines;    /* the most there may be, the last ends in an ellipsis; 0: any */
  gboolean centred;
} BlChartFont;

/**
 * BlChartText: words laid out once, wherever and however often they are painted.
 */
typedef struct
{
  char *text;
  BlChartFont font;
  PangoLayout *layout;
  double width, height;
} BlChartText;

/**
 * BlChartWord: words at their place.
 */
typedef struct
{
  const BlChartText *text;
  BlChartBox box;
  BlColour colour;
  gboolean halo;
} BlChartWord;

/* A thin line from a label to what it names. */
typedef struct
{
  double x1, y1, x2, y2;
  BlColour colour;
} BlChartLeader;

/* The number of a note below the axis. */
typedef struct
{
  BlChartBox box;
  double x; /* of the moment */
  guint number;
} BlChartTab;

/* One entry of the legend: a mark, a state, a flag or a note. */
typedef struct
{
  const BlChartMark *mark; /* NULL: not of a mark */
  BlState state;           /* UNKNOWN: not of a state */
  BlDatumFlags flag;       /* 0: not of a flag */
  guint number;            /* of a note; 0: of none */
  const char *name;
  BlChartBox box; /* of the sign */
} BlChartKey;

/**
 * BlChartPlot: a panel at its place. @x and @y are fitted and borrow from the panel.
 */
typedef struct
{
  const BlChartPanel *panel;
  guint index;
  BlScale x, y;
  guint wanted_x, wanted_y;
  BlChartBox cell;                  /* all that belongs to the panel */
  BlChartBox plot;                  /* within the axes */
  gboolean flipped;                 /* x runs to the left */
  gboolean axis_right;              /* names of the y axis stand at its right */
  gboolean shows_x, shows_y;        /* has names on that axis */
  GArray *x_ticks, *y_ticks;        /* of BlScaleTick; NULL: none */
  double bar, step;                 /* width of a band of bars, and from one to the next, px */
  double radius;                    /* of a usual point, px */
  double centre_x, centre_y, spoke; /* of a polar one */
  guint first_word;                 /* of the panel among all */
} BlChartPlot;

struct _BlChartFrame
{
  BlChart *chart;
  BlChartLook look;
  const BlPalette *palette;
  double width, height, scale;
  guint level; /* how much is left out for want of room; 0: nothing */

  GThread *thread; /* whose font map the words were laid out with */
  PangoContext *context;
  PangoAttrList *figures; /* tabular */
  GHashTable *texts;      /* set of BlChartText */

  GArray *words; /* of BlChartWord */
  guint n_dropped;           /* words that had no room in the end; 0 in any size in which a chart is well read */
  GArray *leaders, *tabs, *keys;
  BlChartPlot *plots;
  guint n_plots, columns;
  GPtrArray *notes; /* of char *, borrowed: the different ones, in order */
  GArray *spots;    /* of BlChartSpot */
};

/* chart-text.c */
void bl_chart_text_init (BlChartFrame *frame);
void bl_chart_text_clear (BlChartFrame *frame);
/* The frame's; the same words in the same font are laid out once. */
const BlChartText *bl_chart_text_get (BlChartFrame *frame, const char *text, const BlChartFont *font);
void bl_chart_word_add (
    BlChartFrame *frame, const BlChartText *text, double x, double y, BlColour colour, gboolean halo);
void bl_chart_text_paint (BlChartFrame *frame, cairo_t *cr);
double bl_chart_text_line (BlChartFrame *frame, double size);
gboolean bl_chart_box_meets (const BlChartBox *a, const BlChartBox *b, double gap);
/* Moves intervals of @sizes, wished at @places (their starts), apart within @low to @high as little as may
 * be; they are in order. FALSE: there is no room. */
gboolean bl_chart_spread (double *places, const double *sizes, guint n, double low, double high, double gap);

/* chart-look.c */
BlTone bl_chart_tone (const BlChartMark *mark, const BlDatum *datum);
BlColour bl_chart_colour (const BlChartFrame *frame, const BlChartMark *mark, const BlDatum *datum);
/* The same for words: dark enough to be read. */
BlColour bl_chart_text_colour (const BlChartFrame *frame, const BlChartMark *mark, const BlDatum *datum);
/* Of a ground: pale, so that what lies on it is read. */
BlColour bl_chart_tint_colour (const BlChartFrame *frame, const BlChartMark *mark, const BlDatum *datum);
double bl_chart_line_width (const BlChartFrame *frame, const BlChartMark *mark);
/* Of a mark by its tone, of a datum by its state. */
void bl_chart_set_dash (const BlChartFrame *frame, cairo_t *cr, BlTone tone, BlState state);
/* Its label is bold. */
gboolean bl_datum_is_strong (const BlDatum *datum);
BlColour bl_colour_faded (BlColour colour, double alpha);
gboolean bl_datum_is_hollow (const BlDatum *datum);
/* "no data", "fewer than 5"; NULL: there is a figure. */
const char *bl_datum_say_missing (const BlDatum *datum);

/* chart-place.c: where things of a panel are */
double bl_chart_plot_x (const BlChartPlot *plot, double x);
double bl_chart_plot_y (const BlChartPlot *plot, double y);
/* Where a datum is read off: its point, the end of its bar, the middle of its cell. FALSE: nowhere. */
gboolean bl_chart_plot_datum (
    const BlChartPlot *plot, const BlChartMark *mark, const BlDatum *datum, double *x, double *y);
/* What a bar, cell, span or tint covers; of a bar without a figure the little box that stands for it. */
gboolean
bl_chart_plot_box (const BlChartPlot *plot, const BlChartMark *mark, const BlDatum *datum, BlChartBox *box);
/* Bars and spans of this panel lie: its value axis is x. */
gboolean bl_chart_panel_lies (const BlChartPanel *panel);
/* How far from the middle of its band a bar among several stands, and what belongs to it. */
double bl_chart_plot_side (const BlChartPlot *plot, const BlChartMark *mark);
/* Where words of @width at height @y are not struck through by a tick, a whisker or a standing rule: beginning at @x or, @left of it,
 * ending there, or beyond the stroke. */
double bl_chart_plot_clear (const BlChartPlot *plot, double x, double y, double width, gboolean left);
gboolean bl_chart_plot_holds (const BlChartPlot *plot, double x, double y);

/* chart-scales.c */
void bl_chart_scales_fit (BlChartFrame *frame, double plot_width, double plot_height);
/* How wide bars are, after the plot has its place. */
void bl_chart_scales_measure_bars (BlChartPlot *plot);
gboolean bl_chart_panel_has (const BlChartPanel *panel, BlChartMarkKind kind);

/* chart-axes.c */
/* What an axis needs beside @plot, at the sizes it has: left, top, right, bottom. */
typedef struct
{
  double left, top, right, bottom;
} BlChartMargins;
void bl_chart_axes_measure (BlChartFrame *frame, BlChartPlot *plot, BlChartMargins *margins);
/* The height of the longest name of a band, in as many lines as it has at the height that the plot has. */
double bl_chart_axes_tallest_name (BlChartFrame *frame, BlChartPlot *plot);
void bl_chart_axes_lay_out (BlChartFrame *frame, BlChartPlot *plot);
/* The tabs of notes: they stand under the names of the x axis. */
double bl_chart_tabs_height (const BlChartFrame *frame, const BlChartPlot *plot);
void bl_chart_tabs_lay_out (BlChartFrame *frame, BlChartPlot *plot, double top);
void bl_chart_tabs_paint (const BlChartFrame *frame, cairo_t *cr);
/* From 1. */
guint bl_chart_note_number (const BlChartFrame *frame, const BlChartNote *note);

/* chart-grid.c */
void bl_chart_axes_paint_under (const BlChartFrame *frame, const BlChartPlot *plot, cairo_t *cr);
void bl_chart_axes_paint_over (const BlChartFrame *frame, const BlChartPlot *plot, cairo_t *cr);

/* chart-ends.c */
/* A name or figure beyond the edge of the plot, at the height of its mark. */
typedef struct
{
  const BlChartMark *mark;
  const BlDatum *datum;
  const BlChartText *text;
  double x, y;       /* of what it names */
  gboolean start;    /* before the plot and not after it */
} BlChartEnd;
/* Of BlChartEnd: what stands beyond the edge of the plot and not in it. */
void bl_chart_ends_collect (BlChartFrame *frame, const BlChartPlot *plot, GArray *ends);
void bl_chart_ends_lay_out (BlChartFrame *frame, BlChartPlot *plot, const GArray *ends, gboolean start);
/* Names stand where lines begin. */
gboolean bl_chart_ends_start (const BlChartFrame *frame);
gboolean bl_chart_mark_is_line (const BlChartMark *mark);
/* The last datum of a line that has a place, or the first; NULL. */
const BlDatum *bl_chart_end_of_line (const BlChartMark *mark, gboolean first);
/* One of several side by side, with little room for words. */
gboolean bl_chart_plot_is_small (const BlChartFrame *frame, const BlChartPlot *plot);
/* "Newcastle 2,050": what is to be said at @datum; NULL. */
char *bl_chart_name_and_label (const BlChartFrame *frame, const BlChartMark *mark, const BlDatum *datum);
/* Width of names at the ends of lines and of figures at the ends of bars: at the start and at the end. */
void
bl_chart_labels_measure (BlChartFrame *frame, BlChartPlot *plot, double *start, double *end, double *top);
/* The name of @mark stands at its end and not in the legend. */
gboolean bl_chart_mark_is_direct (const BlChartFrame *frame, const BlChartMark *mark);

/* chart-label-place.c */
/* Where a label may stand: its box hangs at (x, y) by that part of itself. */
typedef struct
{
  double x, y, across, down;
} BlChartHang;
/* Puts @text where nothing else stands and, over @halo, least of the figures lies, the first of equals; at most 24
 * places. FALSE: there is no room. */
gboolean bl_chart_label_place (BlChartFrame *frame, const BlChartPlot *plot, const BlChartText *text,
                               const BlChartHang *spots, guint n, BlColour colour, gboolean halo);

/* chart-labels.c */
void bl_chart_labels_lay_out (BlChartFrame *frame, BlChartPlot *plot);

/* chart-legend.c */
void bl_chart_legend_collect (BlChartFrame *frame);
/* Lays entries out from the top left of @within down; the height they take. Without @add nothing is placed.
 */
double bl_chart_legend_lay_out (BlChartFrame *frame, const BlChartBox *within, gboolean add);
void bl_chart_legend_paint (const BlChartFrame *frame, cairo_t *cr);

/* chart-marks.c, chart-bars.c, chart-points.c */
void bl_chart_marks_paint (const BlChartFrame *frame, const BlChartPlot *plot, cairo_t *cr);
void bl_chart_line_paint (const BlChartFrame *frame,
                          const BlChartPlot *plot,
                          const BlChartMark *mark,
                          cairo_t *cr);
void bl_chart_points_paint (const BlChartFrame *frame,
                            const BlChartPlot *plot,
                            const BlChartMark *mark,
                            cairo_t *cr);
void bl_chart_bars_paint (const BlChartFrame *frame,
                          const BlChartPlot *plot,
                          const BlChartMark *mark,
                          cairo_t *cr);
void bl_chart_cells_paint (const BlChartFrame *frame,
                           const BlChartPlot *plot,
                           const BlChartMark *mark,
                           cairo_t *cr);
void bl_chart_spans_paint (const BlChartFrame *frame,
                           const BlChartPlot *plot,
                           const BlChartMark *mark,
                           cairo_t *cr);
/* One sign by itself, for the legend. */
void bl_chart_point_paint (const BlChartFrame *frame,
                           cairo_t *cr,
                           double x,
                           double y,
                           double radius,
                           BlColour colour,
                           BlState state,
                           BlDatumFlags flags);
/* Fills a box as a bar of this state is. */
void bl_chart_bar_fill (const BlChartFrame *frame,
                        cairo_t *cr,
                        const BlChartBox *box,
                        BlColour colour,
                        BlState state,
                        BlDatumFlags flags);
void bl_chart_points_measure (const BlChartFrame *frame, BlChartPlot *plot);
double bl_chart_point_radius (const BlChartPlot *plot, const BlChartMark *mark, const BlDatum *datum);
/* How dark a cell is, as a colour. */
BlColour bl_chart_cell_colour (const BlChartFrame *frame, double part);

/* chart-spots.c */
void bl_chart_spots_find (BlChartFrame *frame);

/* Tests ask what words stand where: of BlChartWord. */
const GArray *bl_chart_frame_get_words (BlChartFrame *frame);

G_END_DECLS
