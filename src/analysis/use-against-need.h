/* use-against-need.h: libraries that are used little where need is high
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "profile.h"

G_BEGIN_DECLS

/**
 * BlUsePoint: one library in the picture.
 */
typedef struct
{
  guint library;   /* index into facts->libraries */
  double need;     /* 0 … 100 */
  double use;      /* per 1,000 people nearest to it */
  gboolean little; /* need above the middle and use below it */
} BlUsePoint;

/**
 * BlUseAgainstNeed: the libraries of the profiles by need and by visits (or,
 * where no visits are known, loans) per 1,000 people.
 */
typedef struct
{
  BlFigureKind kind;
  char *period;         /* NULL when no use is known */
  guint n;
  BlUsePoint *points;   /* highest need first */
  double middle_need, middle_use; /* medians of the points; NaN without any */
  guint n_little;
  GArray *beyond;       /* guint: so much more used than all others that its users must come from elsewhere */
  GArray *no_use;       /* guint: no figure of use for the period */
  GArray *no_need;      /* guint: no need known, since nobody lives nearest to it */
} BlUseAgainstNeed;

BlUseAgainstNeed *bl_use_against_need_new (const BlProfiles *profiles);
/* "High need and little use: four libraries", "No library has high need and little use". */
char *bl_use_against_need_finding (const BlUseAgainstNeed *self);
/* "visits per 1,000 people, 2023-24". */
char *bl_use_against_need_unit (const BlUseAgainstNeed *self);
/* Which libraries are left out, and why; "" when none is. */
char *bl_use_against_need_left_out (const BlUseAgainstNeed *self, const BlFacts *facts);
/* Use of each area: members (or what else is counted by area) per 1,000 people living there where the project
 * knows who uses its libraries by area; else NULL. @what (may be NULL) says in words what it is. Free with g_free(). */
double *bl_use_by_area (const BlFacts *facts, char **what);
void bl_use_against_need_free (BlUseAgainstNeed *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlUseAgainstNeed, bl_use_against_need_free)

G_END_DECLS
