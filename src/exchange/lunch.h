/* lunch.h: the hour at midday that the hours leave in and the notes take out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "opening-hours.h"

G_BEGIN_DECLS

/**
 * BlLunch: a time each day at which the notes say the library is shut.
 */
typedef struct
{
  guint16 from, to; /* minutes after midnight */
  gboolean days[7]; /* Monday first */
} BlLunch;

/* Reads "Closes for lunch Mon, Tues, Thurs, Fri from 12:30 to 13:30." and its
 * like: a sentence with the word lunch and a span of time; the days it names,
 * or every day. FALSE when there is no such sentence. */
gboolean bl_lunch_from_notes (const char *notes, BlLunch *lunch);
/* Takes it out of @day, number @weekday (0 Monday); FALSE when the day was not open across it. */
gboolean bl_lunch_take_out (const BlLunch *lunch, guint weekday, BlOpeningDay *day);

G_END_DECLS
