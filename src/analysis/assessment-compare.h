/* assessment-compare.h: looking back: what moved between two assessments, or between a friend and the team
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "assessment-study.h"

G_BEGIN_DECLS

/**
 * BlAssessBackKind: what is compared with what.
 */
typedef enum
{
  BL_ASSESS_BACK_EARLIER, /* an assessment with a later one */
  BL_ASSESS_BACK_PLACE,   /* a library with its service, or the other way about */
  BL_ASSESS_BACK_FRIEND,  /* the team with its critical friends, in one assessment */
} BlAssessBackKind;

/**
 * BlAssessBackFit: whether a criterion of the one may be laid beside one of the other.
 */
typedef enum
{
  BL_ASSESS_BACK_SAME,      /* in both, with the same words */
  BL_ASSESS_BACK_REWORDED,  /* in both, with other words: not compared */
  BL_ASSESS_BACK_ONLY_THEN, /* no longer there, or not on this route */
  BL_ASSESS_BACK_ONLY_NOW,
} BlAssessBackFit;

/**
 * BlAssessSide: how one criterion stood on one side. Never averaged, never summed.
 */
typedef struct
{
  gboolean there;
  guint n_rated, n_not_sure;
  guint counts[BL_ASSESS_LEVELS + 1]; /* at level 1 …; [0] is not sure */
  int low, high;                      /* 0: nobody gave a level */
  BlScaleLevel *agreed;               /* NULL: no level is */
  int agreed_number;                  /* 0: none */
  gboolean set_aside;
  guint n_dissents;
  const char *why; /* the reason that was agreed with the level; NULL */
} BlAssessSide;

/**
 * BlAssessPair: one criterion, then and now (the service and the library, the team and the friend).
 */
typedef struct
{
  BlCriterion *criterion; /* of now, where it is there */
  BlCharacteristic *characteristic;
  const char *item;
  BlAssessBackFit fit;
  BlAssessSide then, now;
  gboolean moves; /* both have a level and the levels mean the same */
  int moved;      /* levels, now less then; 0 where it does not move */
  int widened;    /* the gap between the outermost, now less then; 0 where one of the two has none or scales differ */
} BlAssessPair;

/**
 * BlAssessBack: two assessments, or two parts of a team.
 */
typedef struct
{
  BlAssessBackKind kind;
  BlAssessStudy *then, *now; /* of a friend: both the same one */
  gboolean same_scale;       /* levels mean the same; else nothing is converted, and nothing moves */
  guint n_pairs;
  BlAssessPair *pairs; /* in the order of now's framework, then those only then */
  guint n_same, n_reworded, n_only_then, n_only_now;
  guint n_both;       /* of the same: a level on both sides that can be compared */
  guint n_moved;      /* of these: another level */
  guint n_nearer, n_wider; /* of the same: people nearer to each other than then; further apart */
  guint n_friends;    /* critical friends that rate */
} BlAssessBack;

/* Main thread. Never NULL. */
BlAssessBack *bl_assess_back_new (BlProject *project, BlAssessment *then, BlAssessment *now);
/* The team ("then") beside its critical friends ("now"); what the friends have instead of an agreed level is where they
 * rated, all of them at one. NULL: no critical friend rates. */
BlAssessBack *bl_assess_back_new_friend (BlProject *project, BlAssessment *assessment);
void bl_assess_back_free (BlAssessBack *self);
/* Indexes of pairs, those that moved most first, then those on which people came nearer or further apart, then as the
 * framework has them; those that cannot be compared last. GArray of guint. */
GArray *bl_assess_back_order (const BlAssessBack *self);
/* What the two sides are called: "Then", "Now"; "Service", "Library"; "Team", "Critical friend". Translated. */
const char *bl_assess_back_get_then (const BlAssessBack *self);
const char *bl_assess_back_get_now (const BlAssessBack *self);
/* "Of 40 criteria agreed both times, 9 moved." Counts, and no score; g_free(). */
char *bl_assess_back_say (const BlAssessBack *self);
/* What could not be compared and why, a sentence each; of char *. */
GPtrArray *bl_assess_back_list_doubts (const BlAssessBack *self);
/* "From Taking shape to Working well.", "Working well both times; people are nearer to each other."; g_free(). */
char *bl_assess_pair_say (const BlAssessBack *self, const BlAssessPair *pair);
/* "2 said Taking shape, 3 Working well, 1 not sure"; "nobody rated this"; of the levels of @study; g_free(). */
char *bl_assess_side_say (const BlAssessStudy *study, const BlAssessSide *side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlAssessBack, bl_assess_back_free)

G_END_DECLS
