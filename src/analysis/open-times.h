/* open-times.h: who can reach an open library, hour by hour through the week
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "access.h"

G_BEGIN_DECLS

/* Parts of a day, as opening hours are planned by. */
typedef enum
{
  BL_DAYPART_MORNING,   /* before 12:00 */
  BL_DAYPART_AFTERNOON, /* 12:00 to 17:00 */
  BL_DAYPART_EVENING,   /* from 17:00 */
  BL_N_DAYPARTS,
} BlDaypart;

/**
 * BlOpenTimes: a heat strip of the week, and where the hours of opening go.
 * A slot answers for its first minute, as bl_access_compute() does for that time.
 */
typedef struct
{
  BlMeasure measure;
  double limit;          /* the yardstick */
  guint step;            /* minutes of a slot */
  guint n_slots;         /* of the week, Monday 00:00 first */
  double *people;        /* by slot: within the yardstick of a library open then; NaN where no hours of
                            that day are known */
  double *percent;
  guint *open;           /* by slot: libraries open then */
  double population;     /* people counted */
  double always_percent; /* were all of them open */
  guint n_libraries;     /* that count and are joined */
  guint unknown[7];      /* by day: libraries whose hours of that day are not known; they are taken as closed */
  GPtrArray *no_hours;   /* of char *: names of those of which not one day is known */
  double hours[7][BL_N_DAYPARTS]; /* library-hours of opening, of known days */
  double total_hours;
  double served[7];      /* hours of the day in which at least one is open */
} BlOpenTimes;

/* @question: minutes[0], else limits[0], is the yardstick; it says whom, which libraries and how people
 * travel; its time is not looked at. @step: minutes, a divisor of a day. Errors as of bl_access_compute(),
 * and LACKS when no library's hours of any day are known. */
BlOpenTimes *bl_open_times_compute (const BlFacts *facts, const BlAccessQuestion *question, guint step,
                                    GCancellable *cancellable, GError **error);
void bl_open_times_free (BlOpenTimes *times);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlOpenTimes, bl_open_times_free)

G_END_DECLS
