/* chart-walk.h: going from datum to datum with keys, along a series and from one to the next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart-frame.h"

G_BEGIN_DECLS

typedef enum
{
  BL_CHART_STEP_ON,     /* along its series, to the right (down, where bars lie) */
  BL_CHART_STEP_BACK,
  BL_CHART_STEP_FIRST,
  BL_CHART_STEP_LAST,
  BL_CHART_STEP_FAR_ON, /* a year on an axis of time, else ten */
  BL_CHART_STEP_FAR_BACK,
  BL_CHART_STEP_NEXT,   /* the series after it: below, or in the next panel */
  BL_CHART_STEP_BEFORE,
} BlChartStep;

/**
 * BlChartWalk: the spots of a frame by series. Marks of a panel that never have two data at one place are one series,
 * drawn in parts: bars in two colours, say, or the dot that is ours among the others.
 */
typedef struct _BlChartWalk BlChartWalk;

/* @frame, a layout of @chart, must outlive it. */
BlChartWalk *bl_chart_walk_new (BlChart *chart, BlChartFrame *frame);
void bl_chart_walk_free (BlChartWalk *self);
/* The spot to go to from @spot; with -1 that of FIRST for ON, FAR_ON, FIRST and NEXT, else that of LAST in the first
 * series. -1: there is nothing further that way. */
int bl_chart_walk_step (const BlChartWalk *self, int spot, BlChartStep step);
/* Whether the series of @spot goes downwards, so that up and down walk along it. */
gboolean bl_chart_walk_lies (const BlChartWalk *self, int spot);
/* Series in the order they are gone through. */
guint bl_chart_walk_get_n_series (const BlChartWalk *self);
int bl_chart_walk_get_series (const BlChartWalk *self, int spot);
guint bl_chart_walk_get_panel (const BlChartWalk *self, guint series);
/* Spots of @series in order. */
const guint *bl_chart_walk_get_spots (const BlChartWalk *self, guint series, guint *n);
/* Whether @mark of its panel is part of @series. */
gboolean bl_chart_walk_has_mark (const BlChartWalk *self, guint series, guint mark);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlChartWalk, bl_chart_walk_free)

G_END_DECLS
