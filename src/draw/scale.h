/* scale.h: from figures, dates and names to places on an axis
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "period.h"

G_BEGIN_DECLS

typedef enum
{
  BL_SCALE_NUMBER,
  BL_SCALE_TIME,    /* Julian days */
  BL_SCALE_BAND,    /* 0 … n − 1, each with its name */
} BlScaleKind;

/**
 * BlScale: an axis. Set what is known and leave the rest; bl_scale_fit() fills it.
 * What a period holds stands at its middle: (start + end) / 2. Bands of a standing
 * axis run down from the top.
 */
typedef struct
{
  BlScaleKind kind;
  double low, high;       /* NaN: as the marks need */
  gboolean from_zero;     /* bars always, lines where they can */
  gboolean exact;         /* low and high are not moved out to round figures */
  gboolean hidden;        /* no axis, no grid, no names */
  gboolean no_grid;
  char *title;            /* the unit, above a standing axis or at the end of a lying one; NULL */
  BlIndicatorKind number; /* how its figures are written */
  char *unit;             /* "%", "£"; NULL */
  BlPeriodKind period;    /* of time: which dates get names */
  GPtrArray *names;       /* of char *, of a band; NULL: as many without a name as are covered. Of numbers: the names of 0, 1, 2 … */
  GArray *headings;       /* of guint: bands that are no more than names over those that follow; NULL */
  double least, most;     /* of what was covered; NaN: nothing yet */
} BlScale;

/**
 * BlScaleTick: a name on an axis.
 */
typedef struct
{
  double at;              /* where the name stands: the middle of the part of a period that is in sight */
  double from;            /* where what is named begins: the first day of a period; else at */
  char *text;             /* "": only its stroke */
  gboolean minor;         /* no grid line, may be left out first */
} BlScaleTick;

void bl_scale_init (BlScale *self, BlScaleKind kind);
void bl_scale_clear (BlScale *self);
void bl_scale_add_name (BlScale *self, const char *name);
/* A name that begins so stands in from the heading above it. */
#define BL_SCALE_BELOW "\342\200\203"
gboolean bl_scale_name_is_below (const char *name);
/* A band without anything in it, whose name stands over the next ones. */
void bl_scale_add_heading (BlScale *self, const char *name);
gboolean bl_scale_is_heading (const BlScale *self, guint band);
/* Takes @value in where low and high were not given; NaN is passed over. */
void bl_scale_cover (BlScale *self, double value);
/* Rounds the ends of a number out to whole steps, about @wanted of them; an axis of one value gets a span about
 * it. Time ends where it was covered. Fitting again changes nothing. */
void bl_scale_fit (BlScale *self, guint wanted);
/* Bands there are; 0 of other kinds. */
guint bl_scale_get_n_bands (const BlScale *self);
/* 0 … 1 from low to high; a band at its middle. Not cut off. After fitting. */
double bl_scale_place (const BlScale *self, double value);
double bl_scale_value (const BlScale *self, double place);
/* Share of the axis one band takes. */
double bl_scale_get_band (const BlScale *self);
/* Of BlScaleTick: round figures; years, quarters or months as fit into about @wanted; every band. */
GArray *bl_scale_get_ticks (const BlScale *self, guint wanted);
/* The smallest of 1, 2, 2.5 or 5 times a power of ten of which @wanted reach over @span. */
double bl_scale_get_step (double span, guint wanted);

G_END_DECLS
