/* yardsticks.h: who is within reach by every yardstick in use, side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "access.h"

G_BEGIN_DECLS

/* Which libraries count. */
typedef enum
{
  BL_COUNTING_OWN,              /* the service's own */
  BL_COUNTING_OWN_STATUTORY,
  BL_COUNTING_AROUND,           /* neighbouring services' too */
  BL_COUNTING_AROUND_STATUTORY,
  BL_N_COUNTINGS,
} BlCounting;
/* "All open libraries"; untranslated (N_()). */
const char *bl_counting_get_title (BlCounting counting);

/**
 * BlYardstickFigure: people of one group by one yardstick. All NaN where it cannot be told.
 */
typedef struct
{
  double population; /* of whom: as of BlAccess */
  double people, percent;
} BlYardstickFigure;

/**
 * BlYardstick: one way of saying "near enough".
 */
typedef struct
{
  BlTravel travel;
  BlMeasure measure;
  double limit;               /* metres or minutes */
  gboolean own;               /* the user's */
  char *name;                 /* "1mi", "walk-15min", "bus_am-30min" */
  char *title;                /* "15-minute walk by road" */
  char *used;                 /* who used it, or NULL */
  char *lacks;                /* why nothing can be told by it; NULL when something can */
  BlYardstickFigure *figures; /* counting * n_groups + group */
} BlYardstick;

/**
 * BlYardsticks: all of them. The first group is everyone.
 */
typedef struct
{
  guint n;
  BlYardstick *items;
  guint n_groups;
  char *lacks[BL_N_COUNTINGS]; /* why nothing is known for these libraries ("No static library is open and
                                  statutory in 2023."); NULL when something is */
} BlYardsticks;

/**
 * BlYardstickAsked: one of the user's own.
 */
typedef struct
{
  BlTravel travel;
  BlMeasure measure;
  double limit;
} BlYardstickAsked;

/* The usual ones and @own, for everyone and @groups (may be NULL). Blocking; safe in any thread. An error when
 * the project has no areas, people or libraries at all, or when cancelled. */
BlYardsticks *bl_yardsticks_compute (const BlFacts *facts, const BlYardstickAsked *own, guint n_own,
                                     BlGroupCounts *const *groups, guint n_groups, GCancellable *cancellable,
                                     GError **error);
const BlYardstickFigure *bl_yardsticks_get (const BlYardsticks *yardsticks, guint item, BlCounting counting,
                                            guint group);
void bl_yardsticks_free (BlYardsticks *yardsticks);
/* "15-minute walk by road", "2 miles in a straight line": any travel and limit in words. */
char *bl_yardstick_to_text (const BlFacts *facts, const BlTravel *travel, BlMeasure measure, double limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlYardsticks, bl_yardsticks_free)

G_END_DECLS
