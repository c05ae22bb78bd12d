/* assessment-timetable.h: the hours of a meeting, and the days before it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "framework-items.h"

G_BEGIN_DECLS

#define BL_TIMETABLE_SESSIONS 2

/**
 * BlTimetableEntry: a step of the route.
 */
typedef struct
{
  BlScriptEntry *entry;
  guint session;     /* 1 or 2 */
  int at, minutes;   /* from the beginning of its session */
  int clock;         /* minutes after midnight; -1: nobody has said when it starts */
  const char *title; /* the characteristic it takes up, else what is done */
  const char *how;   /* title of the cycle a characteristic is taken up by; NULL */
  const char *say;   /* what the facilitator says: NULL */
} BlTimetableEntry;

/**
 * BlTimetableTask: something to do before the day.
 */
typedef struct
{
  BlScriptEntry *entry;
  guint32 date; /* Julian day; 0: the day of the meeting is not known */
} BlTimetableTask;

/**
 * BlTimetable: all borrowed from the framework.
 */
typedef struct
{
  BlFramework *framework;
  BlScript *route; /* NULL: the assessment has none; then there are no entries */
  guint n_sessions;
  guint32 dates[BL_TIMETABLE_SESSIONS]; /* 0: not known */
  guint n_entries, n_before;
  BlTimetableEntry *entries;
  BlTimetableTask *before; /* in the order of the script */
} BlTimetable;

/* Never NULL. */
BlTimetable *bl_timetable_new (BlFramework *framework, BlAssessment *assessment);
void bl_timetable_free (BlTimetable *self);
/* "9:15", "09.15", "9" into minutes after midnight; FALSE where it is no time of day. */
gboolean bl_timetable_read_time (const char *text, int *minutes);
/* "09:15"; g_free(). */
char *bl_timetable_say_time (int minutes);
/* "two weeks before" is 14; FALSE where it does not say. */
gboolean bl_timetable_read_days_before (const char *when, guint *days);
/* "Half a day: 3 hours 45 minutes"; of 90 minutes, half a day and two sessions; g_free(). */
char *bl_timetable_say_length (int minutes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlTimetable, bl_timetable_free)

G_END_DECLS
