/* stops-access.h: whom the stops of mobile libraries reach, counted apart from the libraries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "access.h"

G_BEGIN_DECLS

/**
 * BlStopVisits: one stop, what its timetable says and whom it serves.
 */
typedef struct
{
  guint stop;          /* index into facts->stops */
  gboolean counted;    /* open to all and on the map */
  gboolean understood; /* its rule is */
  double visits;       /* in an average year; NaN where not known */
  double hours;        /* standing there in an average year; NaN where not known */
  double people;       /* far from a library, and within the first of the limits of this stop, which is
                          the nearest to them */
} BlStopVisits;

/**
 * BlStopsAccess: people too far from an open library, and those of them near a public stop.
 */
typedef struct
{
  BlMeasure measure;   /* the yardstick, */
  double limit;        /* metres or minutes to an open library */
  double population;   /* people counted, as of BlAccess */
  double far;          /* of them, beyond the yardstick of an open library */
  guint n_limits;
  struct
  {
    double limit;      /* metres, in a straight line from the stop */
    double people;     /* of those far, within it of a public stop */
    double percent;    /* of those far; NaN when nobody is */
  } *near;
  guint n_stops;       /* all of them */
  BlStopVisits *stops;
  guint n_counted;     /* public ones on the map */
  guint not_public, not_located, not_understood;
  guint unclear_exceptions; /* days left out that could not be read */
  double visits, hours; /* in an average year over all stops, where known */
  guint visits_unknown, hours_unknown;
  double minutes;      /* of one visit, over all stops where known */
} BlStopsAccess;

/* @question says from which libraries, for whom and by which means; minutes[0], else limits[0], is what
 * is near enough to a library. @near: metres to a stop. LACKS when there are no stops. */
BlStopsAccess *bl_stops_access_compute (const BlFacts *facts, const BlAccessQuestion *question, const double *near,
                                        guint n_near, GError **error);
void bl_stops_access_free (BlStopsAccess *stops);

/**
 * BlStopCalendar: visits a day.
 */
typedef struct
{
  guint32 from;       /* Julian */
  guint n_days;
  guint *visits;      /* by day */
  guint total;
  guint32 busiest;    /* Julian, the first of the days with most; 0 when there is none */
  guint most;
} BlStopCalendar;

/* @exceptions: whether days left out are left out. Stops whose rule or start is not known have no visits. */
BlStopCalendar *bl_stop_calendar_new (const BlFacts *facts, guint32 from, guint32 to, gboolean exceptions);
void bl_stop_calendar_free (BlStopCalendar *calendar);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlStopsAccess, bl_stops_access_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlStopCalendar, bl_stop_calendar_free)

G_END_DECLS
