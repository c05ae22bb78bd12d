/* two-way.h: two values at once, each in thirds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "classes.h"

G_BEGIN_DECLS

#define BL_TWO_WAY_GROUPS 9

/**
 * BlTwoWay: each area by the third it falls in of a first and a second value.
 * Group second * 3 + first: 0 is least of both, 8 most of both, 2 most of the
 * first and least of the second. Low deciles and ranks are the most, as in
 * BlClasses. Thirds are of areas; equal figures stay together.
 */
typedef struct
{
  guint n_areas;
  gint8 *by_area;       /* n_areas; BL_CLASS_NONE where either is not known, BL_CLASS_FEW where either is suppressed */
  guint areas[BL_TWO_WAY_GROUPS];
  double people[BL_TWO_WAY_GROUPS]; /* population; NaN when there is none */
  char *first_labels[3], *second_labels[3]; /* "1–2"; NULL where equal figures leave fewer than three groups */
  guint unknown, few;   /* areas */
} BlTwoWay;

BlTwoWay *bl_two_way_new (const BlFacts *facts, const BlClassFigures *first, const BlClassFigures *second);
/* A copy of its own: it does not need the facts. */
BlTwoWay *bl_two_way_copy (const BlTwoWay *self);
void bl_two_way_free (BlTwoWay *self);

/* "least", "middle" or "most" third, for people; untranslated (N_()). */
const char *bl_two_way_get_third (guint third);
/* "13,456 people live where Deprivation is most and Members is least"; what is missing
 * where nothing can be said. */
char *bl_two_way_finding (const BlTwoWay *self, const char *first, const char *second);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlTwoWay, bl_two_way_free)

G_END_DECLS
