/* use-catchments.h: catchments as used: where the people of each library live
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "access.h"
#include "count-range.h"

G_BEGIN_DECLS

/* An area belongs to a library where this share of its people use it, percent; where no area does, the
 * areas with the most users do, so many of them. Sutton, 2014. */
#define BL_USE_SHARE 5.0
#define BL_USE_MOST_AREAS 2

typedef enum
{
  BL_USE_OUT,
  BL_USE_IN,      /* 5 % or more of the people */
  BL_USE_PERHAPS, /* 5 % or more, or less: small counts are not given */
  BL_USE_MOST,    /* one of the two with most users, since no area has 5 % */
} BlUseBelongs;

/**
 * BlUseLibrary: one library of a set of figures of use.
 */
typedef struct
{
  int library;             /* index into facts->libraries; -1: none of the project's */
  const char *name;        /* as the project has it, else as the source does; NULL where the source has no libraries */
  BlCountRange users;      /* who live in the areas */
  BlCountRange elsewhere;  /* who live outside them, */
  BlCountRange nowhere;    /* and of whom no area is known */
  BlUseBelongs *belongs;   /* by area */
  guint n_in, n_perhaps;   /* areas; n_in holds those of BL_USE_MOST too */
  gboolean by_most;        /* no area has 5 % */
  double population;       /* people of the areas that surely belong */
} BlUseLibrary;

/**
 * BlUseFlow: people who live nearest to one library and use another.
 */
typedef struct
{
  guint nearest;           /* index into facts->libraries */
  guint used;              /* index into libraries of BlUseCatchments */
  BlCountRange users;
} BlUseFlow;

/**
 * BlUseCatchments: a set of figures of use against where people live.
 */
typedef struct
{
  const BlFactsUse *use;
  guint n_areas;
  guint n;
  BlUseLibrary *libraries;     /* in the order of the source */
  BlCountRange *users;         /* by area, of all libraries */
  BlCountRange *penetration;   /* by area: percent of the population; NaN where that is not known */
  BlCountRange *not_nearest;   /* by area: users of a library that is not the nearest; NULL where the source
                                  has no libraries, or nothing is known of the nearest */
  BlCountRange all;            /* users in the areas */
  double population;           /* people in the areas */
  BlCountRange all_penetration;
  BlCountRange all_nearest, all_not_nearest; /* users of areas with a nearest library */
  BlCountRange not_nearest_share;            /* percent */
  guint n_flows;
  BlUseFlow *flows;            /* most first */
  guint n_held_back;           /* counts that are not given, by the source or by us */
} BlUseCatchments;

/* @use: index into facts->uses. @access: which library is nearest, by whatever means; NULL where that is not
 * asked. ASKED when there is no such set. */
BlUseCatchments *bl_use_catchments_compute (const BlFacts *facts, guint use, const BlAccess *access, GError **error);
void bl_use_catchments_free (BlUseCatchments *catchments);
/* What may be shown of the users of a library in an area. */
BlCountRange bl_use_catchments_get (const BlUseCatchments *catchments, guint library, guint area);
/* By name or title; the only one there is where @name is NULL. ASKED or LACKS error; -1. */
int bl_use_catchments_find (const BlFacts *facts, const char *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlUseCatchments, bl_use_catchments_free)

G_END_DECLS
