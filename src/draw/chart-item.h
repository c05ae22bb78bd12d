/* chart-item.h: what the builders of charts are given: words, what is measured, and named figures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart.h"

G_BEGIN_DECLS

/**
 * BlChartWords: what is said over, under and instead of a chart. Title and sentence may be NULL: they are then made of
 * the figures. The others are left out where they are NULL.
 */
typedef struct
{
  const char *title;     /* the finding, ten words or fewer */
  const char *subtitle;  /* unit and period */
  const char *sentence;
  const char *doubt;
  const char *source;
} BlChartWords;

/**
 * BlChartMeasure: what the figures are of, and how they are written (indicator-content 5.10).
 */
typedef struct
{
  const char *noun;       /* "library visits per 1,000 people" */
  BlIndicatorKind number;
  const char *unit;       /* "visits per 1,000 people", "%", "£ per visit"; NULL */
} BlChartMeasure;

/**
 * BlChartItem: a figure with its name. Nothing is owned.
 */
typedef struct
{
  const char *name;
  double value;           /* NaN: none */
  double low, high;       /* interval, in the unit of the value; none where it is not from low up to high (as 0 to 0) */
  BlState state;          /* BL_STATE_UNKNOWN: measured, or no data without a value */
  BlDatumFlags flags;     /* BL_DATUM_RINGED: ours; BL_DATUM_PARTIAL, BL_DATUM_PROVISIONAL: drawn hollow */
  const char *note;       /* why there is no figure, or what to know of it: "no return", "11 of 12 months"; NULL */
} BlChartItem;

/* Unit, title and the way of writing numbers of an axis of it; the rest of the axis is the caller's. */
void bl_chart_measure_axis (const BlChartMeasure *measure, BlScale *scale);
gboolean bl_chart_item_is_known (const BlChartItem *item);
gboolean bl_chart_item_has_interval (const BlChartItem *item);
/* Measured, or no data, where the item does not say. */
BlState bl_chart_item_get_state (const BlChartItem *item);
/* "1,719", "33.8%"; "fewer than 5" or "no data" where there is none. */
char *bl_chart_item_say_value (const BlChartItem *item, const BlChartMeasure *measure);
/* "Leeds: 1,719 visits per 1,000 people, likely between 1,650 and 1,790, estimate (11 of 12 months)"; "Plymouth: no return". */
char *bl_chart_item_say (const BlChartItem *item, const BlChartMeasure *measure);
/* Why there is no figure, else what it is beside measured: "no return", "estimate; 11 of 12 months"; NULL: nothing to say. */
char *bl_chart_item_say_doubt (const BlChartItem *item);
/* "Plymouth (no return), Luton (no data)": those without a figure; NULL: all have one. */
char *bl_chart_items_say_missing (const BlChartItem *items, guint n);

/* The one that is ringed among the others, or without it the least and the most; who is missing and why. */
void bl_chart_items_say_places (const BlChartItem *items, guint n, const BlChartMeasure *measure, char **title,
                                char **sentence);
/* The first that is ringed; -1. */
int bl_chart_items_find_ringed (const BlChartItem *items, guint n);

/* @title and @sentence, taken, where @words has none. */
void bl_chart_take_words (BlChart *chart, const BlChartWords *words, char *title, char *sentence);
/* State, flags, interval, @words (taken) and row of @item; the place is the caller's. */
void bl_chart_item_fill (const BlChartItem *item, const BlChartMeasure *measure, int row, BlDatum *datum);
/* Columns "Name" (@first, what the items are), value, "State", "Note", and where any has one "Low" and "High". */
void bl_chart_items_tabulate (BlChart *chart, const char *first, const BlChartItem *items, guint n,
                              const BlChartMeasure *measure);

G_END_DECLS
