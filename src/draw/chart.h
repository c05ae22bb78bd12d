/* chart.h: the grammar of charts: panels of marks over scales, with their words and their table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart-table.h"
#include "scale.h"
#include "series.h"

G_BEGIN_DECLS

/* What a chart is called; the grammar is the same for all. */
typedef enum
{
  BL_CHART_LINE,       /* a line over time, with its states and breaks */
  BL_CHART_RUN,        /* the same about its median */
  BL_CHART_CONTROL,    /* the same with natural limits, by segment (XmR) */
  BL_CHART_SEASON,     /* months of each year laid over each other */
  BL_CHART_BAR,        /* standing bars */
  BL_CHART_GROUPED,    /* two to four bars side by side */
  BL_CHART_RANKED,     /* lying bars in order of size */
  BL_CHART_DOTS,       /* dot strip: one among the others */
  BL_CHART_SLOPE,      /* two moments */
  BL_CHART_BULLET,     /* value against its target and bands */
  BL_CHART_PYRAMID,    /* ages, two sides */
  BL_CHART_STACKED,    /* shares of 100 */
  BL_CHART_CURVE,      /* cumulative: reached within so far */
  BL_CHART_HEAT,       /* day by hour */
  BL_CHART_FUNNEL,     /* figure against size */
  BL_CHART_GANTT,      /* bars over dates */
  BL_CHART_RADAR,      /* spokes; only where a framework's readers expect it */
  BL_CHART_SPREAD,     /* dots of a team's ratings over named levels */
  BL_CHART_MULTIPLES,  /* small ones of the same kind and scale */
  BL_N_CHARTS,
} BlChartKind;

/* "line", "dots": as the command line says it. -1: no such kind. */
const char *bl_chart_kind_get_nick (BlChartKind kind);
int bl_chart_kind_find (const char *nick);
/* "Control chart", untranslated (N_()). */
const char *bl_chart_kind_get_title (BlChartKind kind);

typedef enum
{
  BL_MARK_LINE,        /* from datum to datum; a datum without y breaks it, and so does BL_DATUM_BREAK */
  BL_MARK_STEP,        /* the same in steps: y holds from its x to the next */
  BL_MARK_POINT,       /* round, square or diamond by state and flags */
  BL_MARK_BAR,         /* from y0 (0 where NaN) to y at x; lying (BlChartMark.across) from y0 to x at y */
  BL_MARK_WHISKER,     /* from low to high at x; lying at y */
  BL_MARK_TINT,        /* ground from (x, low) to (x2, high), whole bands where these are bands; NaN: to the edge of the
                        * panel; hatched where its state is no data */
  BL_MARK_RULE,        /* a straight line at y, or at x with across; from x to x2 where these are given */
  BL_MARK_TICK,        /* a short stroke at (x, y), flat; standing with across: a median on a strip */
  BL_MARK_CELL,        /* band by band, shaded by part on the need ramp: 0 an empty box, NaN hatched; label within */
  BL_MARK_SPAN,        /* Gantt: from x to x2 in the band y; without x2 a milestone: a diamond at x */
  BL_MARK_TEXT,        /* words (label) at (x, y), beginning there; with x2 about the middle of x and x2, wrapped between
                        * them; without y at the top */
} BlChartMarkKind;

/* What a mark is for; the palette gives the colour, the kind of stroke says it again. */
typedef enum
{
  BL_TONE_SERIES,      /* BlChartMark.series: 0 … 3 of the palette */
  BL_TONE_FOCUS,       /* look here: orange */
  BL_TONE_OTHERS,      /* grey */
  BL_TONE_REFERENCE,   /* dashed ink: average, median, England */
  BL_TONE_LIMIT,       /* dashed, dim: natural limits */
  BL_TONE_TARGET,      /* dashed teal */
  BL_TONE_INK,
  BL_TONE_BETTER, BL_TONE_WORSE,
} BlTone;

typedef enum
{
  BL_DATUM_FOCUS = 1 << 0,       /* the one spoken of: larger, orange or ringed */
  BL_DATUM_SIGNAL = 1 << 1,      /* outside its limits: an orange diamond */
  BL_DATUM_RUN = 1 << 2,         /* part of a run that a rule found: orange edge */
  BL_DATUM_PROVISIONAL = 1 << 3, /* hollow */
  BL_DATUM_PARTIAL = 1 << 4,     /* hollow, with "n of 12" */
  BL_DATUM_MUTED = 1 << 5,       /* exceptional years, not tested: grey */
  BL_DATUM_BREAK = 1 << 6,       /* no line is drawn to it from the one before */
  BL_DATUM_RINGED = 1 << 7,      /* ours among others */
} BlDatumFlags;

/**
 * BlDatum: one thing that can be read off. Positions are on the scales of the panel: numbers, Julian days (with a
 * fraction) or the index of a band, of which a fraction is a place beside its middle. The first band of a standing
 * scale is at the top.
 */
typedef struct
{
  double x, y;          /* y (x of what lies) NaN: no data, or suppressed, as @state says */
  double x2;            /* end of spans, tints and rules; NaN */
  double y0, low, high; /* base of bars; interval; NaN */
  BlState state;        /* measured solid; estimate dashed, hollow; proxy dotted, square; suppressed and no data in words */
  BlDatumFlags flags;
  int tone;             /* -1: that of its mark */
  double part;          /* of a span: how much of it is done; of a cell: how dark; 0 … 1; NaN */
  char *label;          /* drawn beside it where there is room; NULL */
  char *words;          /* all of it, as it is read out: "September 2022: 46,812 visits, estimate"; NULL: it is not read */
  int row;              /* of the table; -1: none */
} BlDatum;

/**
 * BlChartMark: a layer.
 */
typedef struct
{
  BlChartMarkKind kind;
  BlTone tone;
  guint series;
  char *name;           /* at its end where @direct, else in the legend; NULL */
  gboolean direct;
  gboolean across;      /* bars and whiskers lie down; rules and ticks stand */
  gboolean stacked;     /* bars: y0 is the sum of what is below */
  guint side, n_sides;  /* grouped bars: which of how many; 0 of 0: alone */
  double width;         /* px; 0: the usual of its kind */
  GArray *data;         /* of BlDatum */
} BlChartMark;

/**
 * BlChartNote: a reason beside its moment: numbered tabs below the axis, the sentence in the legend under it.
 */
typedef struct
{
  double x;
  gboolean upright;     /* with a standing line through the panel: a break, a new segment */
  char *text;           /* "Counting changed: door counters" */
} BlChartNote;

/**
 * BlChartPanel: marks on a pair of scales. One in most charts, two in a pyramid, many in small multiples.
 */
typedef struct
{
  char *title;          /* of a small multiple; NULL */
  BlScale x, y;
  gboolean polar;       /* x goes round: radar */
  gboolean mirrored;    /* x runs to the left: left half of a pyramid */
  gboolean bare;        /* no axes: a sparkline */
  GPtrArray *marks;     /* of BlChartMark */
  GArray *notes;        /* of BlChartNote */
} BlChartPanel;

/**
 * BlChart: what is drawn, read out and tabled. Made once on the main thread, then only read: it may be painted in
 * any thread.
 */
typedef struct
{
  gatomicrefcount refs;
  BlChartKind kind;
  char *title;          /* the finding, ten words or fewer */
  char *subtitle;       /* unit and period: "Visits a month, April 2012 to August 2024" */
  char *sentence;       /* the plain sentence: the description for those who do not see it */
  char *doubt;          /* NULL */
  char *source;         /* "Newcastle City Council, Open Government Licence" */
  guint columns;        /* of small multiples; 0: as fits */
  gboolean shared;      /* panels share their scales, and only outer ones have axes; time is always shared, and so are
                         * the two sides of a pyramid */
  GPtrArray *panels;    /* of BlChartPanel */
  BlChartTable *table;  /* the same figures; never NULL */
} BlChart;

BlChart *bl_chart_new (BlChartKind kind);
BlChart *bl_chart_ref (BlChart *self);
void bl_chart_unref (BlChart *self);
/* The chart's. */
BlChartPanel *bl_chart_add_panel (BlChart *self);
/* The panel's; later ones are painted over earlier ones. */
BlChartMark *bl_chart_panel_add_mark (BlChartPanel *self, BlChartMarkKind kind, BlTone tone, const char *name);
void bl_chart_panel_add_note (BlChartPanel *self, double x, gboolean upright, const char *text);
/* All NaN and NULL, measured, without flags or row. */
void bl_datum_init (BlDatum *datum);
/* Takes what @datum owns; @datum is set to its beginning again. */
void bl_chart_mark_take (BlChartMark *self, BlDatum *datum);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlChart, bl_chart_unref)

G_END_DECLS
