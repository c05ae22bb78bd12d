/* needs-measure.h: what an index of need can be made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "needs.h"

G_BEGIN_DECLS

/**
 * BlNeedsMeasureAbout: what a measure is in this project. Texts are for people.
 */
typedef struct
{
  char *value;
  char *title;          /* "Deprivation", "Children" */
  char *about;          /* what is measured, of when: "share aged 0–15, mid-2015" */
  char *source;         /* whose figures; NULL where not known */
  BlDirection direction; /* the usual one, never unknown */
  char *lacks;          /* what the project lacks for it, and what to do: a sentence; NULL when nothing */
} BlNeedsMeasureAbout;

/* Names that can be asked for in this project, most usual first; array of char*.
 * Of areas: values that are not counts, "share:NAME" for counts, "population", "density",
 * "distance". Of libraries: "catchment:" before any of those (rates, ranks, deciles, distances:
 * mean over the people nearest to it; shares: of the people nearest), and
 *   catchment-population  people nearest to it
 *   isolation             metres from it to the nearest other library that counts
 *   exclusive             share of its users who use no other library, 0–100
 *   visits, loans         in the newest whole period
 *   visits-per-hour       visits per hour open, taken as 52 weeks a year
 *   visits-per-1000       visits per 1,000 people nearest to it
 *   hours                 open a week
 *   floor-area            square metres */
GPtrArray *bl_needs_measure_offers (const BlFacts *facts, gboolean of_libraries);

/* Never NULL: a name that means nothing is described as such. */
BlNeedsMeasureAbout *bl_needs_measure_about (const BlFacts *facts, const char *value, gboolean of_libraries);
void bl_needs_measure_about_free (BlNeedsMeasureAbout *about);

/* Whether @value is a name of this program or of a value here; else an ASKED error that lists what there is. */
gboolean bl_needs_measure_check (const BlFacts *facts, const char *value, gboolean of_libraries, GError **error);

/* Figures for every area (n_areas) or library (n_libraries) of the facts; NaN where not known. */
void bl_needs_measure_of_areas (const BlFacts *facts, const BlAccess *access, const char *value, double *numbers);
void bl_needs_measure_of_libraries (const BlFacts *facts, const BlNeedsQuestion *question, const BlAccess *access,
                                    const char *value, double *numbers);
/* Whether library @library is one of the rows: open, static, of the service (and statutory, as asked). */
gboolean bl_needs_ranks_library (const BlFacts *facts, const BlNeedsQuestion *question, guint library);
/* Metres from @library to the nearest other library that counts, and which (may be NULL, -1); NaN where not known. */
double bl_needs_isolation (const BlFacts *facts, const BlNeedsQuestion *question, guint library, int *other);

/* "21.3%", "816 m", "4,512", for people; "not known" for NaN. */
char *bl_needs_measure_to_text (const BlFacts *facts, const char *value, double number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlNeedsMeasureAbout, bl_needs_measure_about_free)

G_END_DECLS
