/* capacity.h: whether the libraries people would go to can take them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "consequences.h"

G_BEGIN_DECLS

/**
 * BlCapacity: one library that people would come to. What is not known is NaN.
 */
typedef struct
{
  guint library;               /* index into the facts as they would be */
  double coming;               /* people who would come to it from others */
  double people_before, people_after; /* people it is nearest to */
  double hours_before, hours_after;   /* open a week */
  double hours_per_1000_before, hours_per_1000_after; /* a week, for each 1,000 people it is nearest to */
  double floor_area;           /* square metres */
  double area_per_1000_before, area_per_1000_after; /* square metres for each 1,000 people */
  /* A year. After: if those who change library go as often as the visitors of the
   * library they come from do today, which is as near as the figures at hand lead. */
  double visits_before, visits_after;
  double visits_per_hour_before, visits_per_hour_after; /* for each hour it is open, over 52 weeks */
  gboolean new_library;        /* it is not there today */
  gboolean statutory;          /* as it would be */
  /* More people for each hour open, or for each square metre, than at any library that counts today. */
  gboolean hours_beyond_any, area_beyond_any;
} BlCapacity;

/* The libraries with people coming, most first: array of BlCapacity, may be empty. @question as
 * @consequences were computed with. */
GArray *bl_capacity_compute (const BlFacts *facts, const BlFacts *changed, const BlAccessQuestion *question,
                             const BlConsequences *consequences);
/* "Jesmond would be nearest to 25,369 people instead of 16,004, 59% more. Hours open a
 * week for each 1,000 people: 1.6, now 2.6. Its floor area is not known. Visits a year, if …" */
char *bl_capacity_sentence (const BlFacts *changed, const BlCapacity *capacity);
/* Of all of them in ten words or fewer: "2 libraries would be busier than any now". */
char *bl_capacity_finding (const BlFacts *changed, GArray *capacities);

G_END_DECLS
