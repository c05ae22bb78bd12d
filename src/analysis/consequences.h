/* consequences.h: what a scenario does to people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "access.h"
#include "scenario.h"
#include "travel.h"

G_BEGIN_DECLS

/* The facts as they would be: libraries of today keep their index (a closed one
 * is not open), opened ones follow behind, costs and hours as changed; stops of
 * the scenario are added. Main thread (it reads the record). What cannot be applied (a library
 * that is gone, a place that is missing) is left out and named in @faults (of char *, may be NULL). */
BlFacts *bl_scenario_apply (const BlFacts *facts, BlScenario *scenario, GPtrArray *faults);

/* What changes for the people of an area. */
typedef enum
{
  BL_EFFECT_NONE,    /* same distance, or not known */
  BL_EFFECT_LOST,    /* was within the yardstick, is beyond it */
  BL_EFFECT_FURTHER, /* further, still within */
  BL_EFFECT_BEYOND,  /* beyond before, further now */
  BL_EFFECT_NEARER,  /* nearer, and as before within or beyond */
  BL_EFFECT_GAINED,  /* was beyond, is within */
  BL_N_EFFECTS,
} BlEffect;

/**
 * BlFlow: people whose nearest library changes from one to another.
 */
typedef struct
{
  guint from, to;        /* indices into the facts as they would be */
  guint areas;
  double population;
  double extra_distance; /* mean metres further, weighted by people; negative: nearer */
  double extra_minutes;  /* the same in minutes; either is NaN where it is not known */
} BlFlow;

/**
 * BlConsequences: today against one scenario, by one yardstick.
 */
typedef struct
{
  BlAccess *before, *after;
  BlEffect *effects;                   /* by area */
  double people[BL_N_EFFECTS];         /* and how many areas: */
  guint areas[BL_N_EFFECTS];
  double moved, moved_extra_distance;  /* people whose nearest library is another one; their mean extra metres */
  double moved_extra_minutes;          /* either is NaN where nobody moves or it is not known */
  guint n_flows;
  BlFlow *flows;                       /* largest first */
  guint n_groups;
  struct
  {
    double people;                     /* of the group, where known */
    double moved, lost, gained;
    double further;                    /* who would have further to go, by the yardstick's measure; those lost too */
    double mean_before, mean_after;    /* metres; NaN where only minutes are known */
    double minutes_before, minutes_after; /* mean */
    guint unknown;                     /* areas without a figure of the group */
  } *groups;                           /* as asked for; the first is everyone */
  double hours_before, hours_after;    /* open a week over the libraries that count; of those known */
  guint hours_unknown_before, hours_unknown_after;
  double cost_before, cost_after;      /* pounds a year, of those known */
  guint cost_unknown_before, cost_unknown_after;
  double once_cost;                    /* pounds, of the changes that give it */
  guint once_cost_unknown;
  gboolean saving_known;               /* every changed library's cost is known before and after */
  double saving;                       /* pounds a year; NaN where not known */
} BlConsequences;

/* @question: limits[0], or minutes[0] where there are no limits, is the yardstick. @matrix and
 * @changed_matrix: of today and of the scenario where the question is not in a straight line;
 * without the second it is made from the first, without either they are worked out (which
 * takes long by road). @groups: besides everyone. Errors as of bl_access_compute(). */
BlConsequences *bl_consequences_compute (const BlFacts *facts, const BlFacts *changed, const BlAccessQuestion *question,
                                         const BlTravelMatrix *matrix, const BlTravelMatrix *changed_matrix,
                                         BlGroupCounts *const *groups, guint n_groups, GError **error);
void bl_consequences_free (BlConsequences *consequences);
/* People (by area, of a group or of everyone) who lose or gain a library within
 * the yardstick at that index of before->within; either may be NULL. */
void bl_consequences_count_within (const BlConsequences *consequences, guint within, const double *people, double *lost,
                                   double *gained);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlConsequences, bl_consequences_free)

G_END_DECLS
