/* gantt-chart.h: what is done when, as bars over dates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart-item.h"

G_BEGIN_DECLS

/**
 * BlGanttItem: a stage, a task or an action. Days are Julian.
 */
typedef struct
{
  const char *name;
  const char *group;           /* those of one group follow each other, under its name; NULL: none */
  guint32 start, end;          /* first and last day; 0: not known */
  double done;                 /* 0 … 1; NaN: not known, drawn as nothing */
  guint32 milestone;           /* a moment of its own in the same row; 0: none */
  const char *milestone_name;  /* "Cabinet, 14 October" */
  const char *note;            /* beside the bar: "the last two weeks are school holidays"; NULL */
} BlGanttItem;

typedef enum
{
  BL_GANTT_NO_DATES,
  BL_GANTT_DONE,
  BL_GANTT_UNDER_WAY,
  BL_GANTT_LATE,
  BL_GANTT_TO_COME,
} BlGanttStanding;

typedef struct
{
  BlChartWords words;
  const char *items_title;     /* of the table: "Stage" */
  const BlGanttItem *items;
  guint n_items;
  guint32 today;               /* 0: no line, and nothing is late */
} BlGanttChart;

BlChart *bl_gantt_chart_new (const BlGanttChart *asked);
/* Late: not done the day after its last one. A single known day is both first and last. */
BlGanttStanding bl_gantt_item_get_standing (const BlGanttItem *item, guint32 today);

G_END_DECLS
