/* area-value.h: one figure for each area, however it came about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "access.h"
#include "classes.h"
#include "count-range.h"
#include "needs.h"

G_BEGIN_DECLS

/**
 * BlAreaValue: what a map colours areas by and its table lists: a value of the
 * project, or one that follows from others. Keeps the facts it is of.
 *
 * Names beside those of the project's values:
 *   distance          metres to the nearest library that counts, by the means asked
 *   minutes           minutes to it
 *   share:NAME        a count of people in percent of the population
 *   density           people per square kilometre, where areas have outlines
 *   use:NAME          people of the area in a set of figures of use ("members")
 *   penetration:NAME  the same in percent of the population: market penetration
 *   needs:ID          an index of need of the project, 0 … 100 (bl_area_value_find() only)
 *   visits-per-1000   visits a year to the nearest library per 1,000 people nearest to it
 *
 * Counts of use are of records of people: fewer than 5 are never given, and where
 * counts are held back the number is the middle of what it may be.
 */
typedef struct
{
  BlFacts *facts;
  char *name, *title, *unit, *source, *date, *licence;
  BlValueKind kind;
  int value;             /* index into facts; -1 where it follows from others */
  const double *numbers; /* facts->n_areas; NaN where not known, or too few to be given */
  guint8 *few;           /* by area: 1 where fewer than 5 were counted or given; NULL: nowhere */
  BlCountRange *ranges;  /* by area, of use; NULL: numbers are exact */
  /*< private >*/
  double *owned;
} BlAreaValue;

/* @access: for what depends on the way to a library; NULL where nothing is known of it.
 * Errors: ASKED where there is no such name, LACKS where the project has not what it needs. */
BlAreaValue *bl_area_value_new (BlFacts *facts, const char *name, const BlAccess *access, GError **error);
/* By an index of need, stored or not; it has that name. */
BlAreaValue *bl_area_value_new_index (BlFacts *facts, const BlNeedsQuestion *question, const char *name,
                                      const char *title, const BlAccess *access, GError **error);
/* By the index of need of a record; main thread. */
BlAreaValue *bl_area_value_new_needs (BlFacts *facts, BlNeedsIndex *index, const BlAccess *access, GError **error);
/* Either of them, by name; main thread. */
BlAreaValue *bl_area_value_find (BlProject *project, BlFacts *facts, const char *name, const BlAccess *access,
                                 GError **error);
void bl_area_value_free (BlAreaValue *self);
/* Names that follow from others and can be shown now, most usual first; array of char*. */
GPtrArray *bl_area_value_offers (const BlFacts *facts, const BlAccess *access);

BlClassFigures bl_area_value_get_figures (const BlAreaValue *self);
/* The figure of an area for people: "1,234", "12.5%", "fewer than 5", "not known". */
char *bl_area_value_to_text (const BlAreaValue *self, guint area);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlAreaValue, bl_area_value_free)

G_END_DECLS
