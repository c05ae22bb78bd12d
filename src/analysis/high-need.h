/* high-need.h: people of areas where need is high and libraries are used little
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "access.h"
#include "project.h"

G_BEGIN_DECLS

/**
 * BlHighNeed: the people of the areas in the top fifth of need and the bottom fifth of use (after Wirral, 2016;
 * indicator-content 2.3, high-need-low-use).
 */
typedef struct
{
  double people;    /* counts that are not given taken at their least, which is nearest to what they are; NaN: see @lacks */
  double low, high; /* the least and most of both ends; equal where nothing is held back */
  guint n_areas;    /* how many */
  char *note;       /* by which index and which figures of use, a sentence; NULL */
  char *lacks;      /* what is missing, a sentence; NULL */
} BlHighNeed;

/* Need by the first index of areas of @project, use by its members (else what is first counted by area) per person;
 * @access may be NULL: then nothing that rests on distance is known. Both in five groups of equal size by rank. */
BlHighNeed *bl_high_need_new (BlProject *project, const BlFacts *facts, const BlAccess *access);
void bl_high_need_free (BlHighNeed *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlHighNeed, bl_high_need_free)

G_END_DECLS
