/* assessment-study.h: what a team thinks, where it differs, what is agreed and what is missing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "framework-items.h"
#include "project.h"

G_BEGIN_DECLS

/* A gap of so many levels and more is wide (self-assessment-content 1.1). */
#define BL_ASSESS_WIDE_GAP 2
/* Strengths, and areas for improvement, wanted of a characteristic (the 2017 Framework, shorter template). */
#define BL_ASSESS_FEWEST 2
#define BL_ASSESS_MOST 4
/* The most levels of a scale. */
#define BL_ASSESS_LEVELS 10

/**
 * BlAssessSpread: how the ratings of one criterion lie. Never averaged, never summed.
 */
typedef enum
{
  BL_ASSESS_SPREAD_NONE,   /* nobody has rated, or all are not sure */
  BL_ASSESS_SPREAD_ONE,    /* one alone has a level */
  BL_ASSESS_SPREAD_AGREED, /* all at one level */
  BL_ASSESS_SPREAD_NEAR,   /* within one level: confirmed without talk unless somebody asks */
  BL_ASSESS_SPREAD_WIDE,   /* two levels and more apart */
} BlAssessSpread;
/* "none", "one", "agreed", "near", "wide": as the command line says it. */
const char *bl_assess_spread_get_nick (BlAssessSpread spread);

/**
 * BlAssessRating: one member's present answer to one criterion.
 */
typedef struct
{
  BlRating *rating;    /* the latest of theirs; NULL: not rated */
  BlScaleLevel *level; /* NULL: not rated, or of another scale */
  int number;          /* of the level; 0: none (not sure, no data) */
} BlAssessRating;

/**
 * BlAssessItem: one criterion.
 */
typedef struct
{
  BlCriterion *criterion;
  BlCharacteristic *characteristic;
  const char *item;
  guint n_rated, n_not_sure;          /* not sure is counted in both */
  guint counts[BL_ASSESS_LEVELS + 1]; /* at level 1 …; [0] is not sure */
  int low, high;                      /* levels; 0: none has one */
  guint gap;                          /* high − low */
  BlAssessSpread spread;
  int suggested; /* the level to offer: the more common within one level, the lower of a tie; 0: none */
  BlAgreement *agreement; /* NULL: nothing is agreed */
  BlScaleLevel *agreed;   /* NULL: no level is */
  gboolean set_aside;
  guint n_dissents;
  const BlAssessRating *ratings; /* one for each member that rates, in the order of the team */
} BlAssessItem;

/**
 * BlAssessMember: how far one member is.
 */
typedef struct
{
  BlAssessmentMember *member;
  guint done, of; /* criteria */
  guint n_not_sure, n_reasons;
  gboolean finished; /* all are rated, or said so */
} BlAssessMember;

/**
 * BlAssessPart: a characteristic, or a results area.
 */
typedef struct
{
  BlRecord *record; /* BlCharacteristic or BlResultsArea */
  const char *item;
  guint first, n;             /* of items, in the order of the framework; 0 of a results area */
  guint n_agreed;             /* agreed or set aside */
  guint n_strengths, n_areas; /* agreed ones, not merged into another */
  BlDiscussion *discussion;   /* NULL */
  BlResult *result;           /* of a results area; NULL */
  gboolean complete; /* all agreed, and two to four of each; of a results area: judged, or no data said */
} BlAssessPart;

/**
 * BlAssessStudy: all of an assessment, worked out. Borrows its records.
 */
typedef struct
{
  BlAssessment *assessment;
  BlFramework *framework; /* NULL: the project has lost it; then there is nothing else */
  BlScaleOfLevels *scale;
  GPtrArray *levels; /* of BlScaleLevel with a number, lowest first */
  gboolean short_route;
  guint n_items, n_members, n_parts, n_areas;
  BlAssessItem *items;     /* in the order of the framework */
  BlAssessMember *members; /* those who rate */
  BlAssessPart *parts;     /* characteristics */
  BlAssessPart *areas;     /* results areas */
  guint n_ratings;         /* present answers */
  guint n_agreed;          /* items agreed or set aside */
  gboolean complete;       /* the plan may open */
  gboolean plan_open;      /* complete, or opened early with a reason */
  GPtrArray *missing;      /* of char *: what stands between it and being complete, sentences; never NULL */
} BlAssessStudy;

/* Main thread. Never NULL. */
BlAssessStudy *bl_assess_study_new (BlProject *project, BlAssessment *assessment);
void bl_assess_study_free (BlAssessStudy *self);
/* The framework of an assessment; NULL where the project has none such. */
BlFramework *bl_assessment_find_framework (BlProject *project, BlAssessment *assessment);
const BlAssessItem *bl_assess_study_find (const BlAssessStudy *self, const char *criterion);
const BlAssessMember *bl_assess_study_find_member (const BlAssessStudy *self, const char *member_id);
/* Indexes of the items of @part (-1: of all) as a meeting takes them: widest gap first, then the most not
 * sure, then the lowest, then the framework's order. GArray of guint. */
GArray *bl_assess_study_order (const BlAssessStudy *self, int part);
/* "People differ by three levels.", "All say Working well.", "Within one level.", "Nobody has rated this
 * yet."; g_free(). */
char *bl_assess_item_say (const BlAssessStudy *self, const BlAssessItem *item);
/* "2 of 6 are not sure"; NULL where nobody is. */
char *bl_assess_item_say_not_sure (const BlAssessItem *item);
/* The present answer of @member_id to @criterion, and those before it, newest first; of BlRating. */
GPtrArray *
bl_assessment_list_ratings (BlAssessment *assessment, const char *member_id, const char *criterion);
/* Whether one more strength (or area) may be agreed for @item, and the kind sentence to say when not;
 * g_free(). */
gboolean bl_assessment_may_add_finding (BlAssessment *assessment,
                                        const char *item,
                                        BlFindingSide side,
                                        char **why_not);
/* Place on the grid (planning and content 5.11): "grid-first", "grid-plan", "grid-fit", "grid-leave" of
 * effect and effort 1 to 3; middling is large for effect and small for effort. NULL where one is not known.
 */
const char *bl_assess_grid_place (int effect, int effort);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlAssessStudy, bl_assess_study_free)

G_END_DECLS
