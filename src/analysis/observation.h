/* observation.h: values over time, as plain arrays for judging and drawing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base-measure.h"
#include "period.h"
#include "series.h"

G_BEGIN_DECLS

/* What rides on a value of any state. */
typedef enum
{
  BL_OBSERVATION_PROVISIONAL = 1 << 0,
  BL_OBSERVATION_PARTIAL = 1 << 1,     /* of a year, some parts are missing: parts of parts_expected */
  BL_OBSERVATION_EXCEPTIONAL = 1 << 2, /* a COVID year: drawn, left out of limits, baselines and "change since" */
  BL_OBSERVATION_REPEATED = 1 << 3,    /* one of three equal months in a row: a quarter's figure written thrice */
  BL_OBSERVATION_PLACES = 1 << 4,      /* PARTIAL, and what is missing are places, not months */
  BL_OBSERVATION_RANGE = 1 << 5,       /* low and high are the least and the most of the places: no interval of doubt */
} BlObservationFlags;

/**
 * BlObservation: one value. Never without its period and its state.
 */
typedef struct
{
  BlPeriod period;
  double value;                  /* NaN: no data, or suppressed */
  double low, high;              /* interval or bounds; NaN */
  double numerator, denominator; /* of rates, shares, ratios; NaN */
  BlState state;
  BlObservationFlags flags;
  guint parts, parts_expected;   /* 0: whole */
  double estimated;              /* how much of the value is estimate: 0 … 1 */
  double missing;                /* with PLACES: what those missing had of the whole when last known: 0 … 1 */
  char *note;                    /* with the figure as it came, such as why there is none; NULL */
  char *comment;                 /* what somebody has said of it since; NULL */
} BlObservation;

/**
 * BlMark: where a series starts again.
 */
typedef struct
{
  BlBreakCause cause;
  guint32 from;    /* first day of what comes after */
  guint32 until;   /* the last day before it that counts; 0: the day before @from */
  char *reason;    /* NULL */
} BlMark;

/**
 * BlObservations: values of one thing at one place, in order of time, with
 * the breaks between them. Every period of the kind between the first and the
 * last is there, those without a figure as NO_DATA.
 */
typedef struct
{
  guint n;
  BlObservation *items;
  guint n_marks;
  BlMark *marks;
  BlPeriodKind kind;
} BlObservations;


/* Main thread: reads the record. */
BlObservations *bl_observations_new (BlSeries *series);
/* Longer periods from shorter ones (month to quarter, year, rolling; quarter to year), by the rules of
 * indicator-content 1.2, 1.8 and 3.1; never the other way. @weights for WEIGHTED, else NULL. */
BlObservations *bl_observations_over_time (const BlObservations *self, BlPeriodKind kind, BlAdd add,
                                           const BlObservations *weights);
/* One total of several places, period by period; a place without a figure makes the total PARTIAL in
 * its parts unless its series has ended there (coverage): marked so, or without a figure for the last twelve months and more. */
BlObservations *bl_observations_over_places (const BlObservations *const *parts, guint n_parts, BlAdd add,
                                             const BlObservations *const *weights);
BlObservations *bl_observations_copy (const BlObservations *self);
void bl_observations_free (BlObservations *self);
/* Empty: @n items of no data, periods of @kind one after the other from the one @start lies in. */
BlObservations *bl_observations_new_empty (BlPeriodKind kind, guint32 start, guint n);
/* Marks what the dates and the values tell: COVID periods, and of @counts three equal months in a row over 0
 * (then estimates, indicator-content 3.4). bl_observations_new() has done so. */
void bl_observations_recognise (BlObservations *self, gboolean counts);
/* The index of @period, or -1. */
int bl_observations_find (const BlObservations *self, const BlPeriod *period);
/* Whether the value of an item is known. */
gboolean bl_observation_is_known (const BlObservation *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlObservations, bl_observations_free)

G_END_DECLS
