/* scenario-compare.h: several scenarios side by side with today
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "consequences.h"

G_BEGIN_DECLS

typedef enum
{
  BL_COMPARE_PEOPLE,
  BL_COMPARE_PERCENT,
  BL_COMPARE_METRES,
  BL_COMPARE_MINUTES,
  BL_COMPARE_HOURS,
  BL_COMPARE_POUNDS,
  BL_COMPARE_COUNT,
} BlCompareUnit;

/**
 * BlCompareCell: a figure; value is NaN where not known. @unknown: libraries or
 * changes whose part of it is not known, and is not in it. @none: the figure makes no sense here
 * (who changes library today): shown as a dash.
 */
typedef struct
{
  double value;
  guint unknown;
  gboolean none;
} BlCompareCell;

/**
 * BlCompareMeasure: one row: today and each scenario.
 */
typedef struct
{
  char *key;         /* "moved", "lost-0", "within-1", "group-moved-2" */
  char *title;       /* "Lose a library within a mile" */
  BlCompareUnit unit;
  int better;        /* 1: more is better, -1: fewer is, 0: neither */
  BlCompareCell today;
  BlCompareCell *scenarios;
} BlCompareMeasure;

/**
 * BlCompareArea: an area that some scenario changes something for.
 */
typedef struct
{
  guint area;
  double people;         /* NaN where not known */
} BlCompareArea;

/**
 * BlScenariosCompared: the whole table.
 */
typedef struct
{
  guint n_scenarios;
  BlConsequences **consequences; /* by scenario, with the groups asked for */
  guint n_measures;
  BlCompareMeasure *measures;
  guint n_areas;
  BlCompareArea *areas;          /* most people first; details in consequences */
} BlScenariosCompared;

/* @question: all its limits and minutes are yardsticks, the first is that of the effects. @matrix, @changed_matrices
 * (by scenario; may be NULL) as of bl_consequences_compute(). */
BlScenariosCompared *bl_scenario_compare (const BlFacts *facts, BlFacts *const *changed, guint n_scenarios,
                                   const BlAccessQuestion *question, const BlTravelMatrix *matrix,
                                   BlTravelMatrix *const *changed_matrices, BlGroupCounts *const *groups,
                                   guint n_groups, GError **error);
void bl_scenarios_compared_free (BlScenariosCompared *comparison);

/* "23,502", "90.6%", "864 m", "441.5 (1 not known)", "£92,000", "not known", "–". */
char *bl_compare_cell_to_text (const BlCompareMeasure *measure, const BlCompareCell *cell);
/* Against today: "3.0 points lower", "47 m further", "23 fewer", "same"; NULL where there is no today or it is not known. */
char *bl_compare_cell_to_difference (const BlCompareMeasure *measure, const BlCompareCell *cell);
/* 1 where the cell is better than today's, -1 where it is worse, 0 where neither or not known. */
int bl_compare_cell_judge (const BlCompareMeasure *measure, const BlCompareCell *cell);
/* "Fewest lose a library in reach in B: 1,204", ten words or fewer. @letters: by scenario. */
char *bl_scenarios_compared_finding (const BlScenariosCompared *comparison, const char *const *letters);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlScenariosCompared, bl_scenarios_compared_free)

G_END_DECLS
