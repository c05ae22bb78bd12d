/* visit-rule.h: on which days a mobile library comes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BL_VISITS_DAILY,
  BL_VISITS_WEEKLY,
  BL_VISITS_MONTHLY,
} BlVisitFrequency;

#define BL_VISIT_DAYS_MOST 16

/**
 * BlVisitRule: the part of an iCalendar recurrence rule (RFC 5545, 3.3.10) that
 * timetables of mobile libraries use: FREQ, INTERVAL, BYDAY, COUNT, UNTIL, WKST.
 */
typedef struct
{
  BlVisitFrequency frequency;
  guint interval;          /* 1 or more */
  guint n_days;            /* of BYDAY; 0: the day of the start */
  struct
  {
    guint weekday;         /* 0 Monday … 6 */
    int nth;               /* of the month: 1 the first, -1 the last, 0 each */
  } days[BL_VISIT_DAYS_MOST];
  guint count;             /* 0: without end */
  guint32 until;           /* last day, Julian; 0: without end */
  guint week_start;        /* 0 Monday … 6 */
} BlVisitRule;

/* "FREQ=WEEKLY;INTERVAL=4", with or without "RRULE:"; an error in plain words for what is not
 * understood, BY… parts that are not in the list above too. */
gboolean bl_visit_rule_parse (const char *text, BlVisitRule *rule, GError **error);
/* Days, Julian, from @from to @to inclusive, in order. @start is the first visit; @end the last day
 * (0: none); @exceptions are days without one (may be NULL). At most one visit a day. Array of guint32. */
GArray *bl_visit_rule_days (const BlVisitRule *rule, guint32 start, guint32 end, GArray *exceptions, guint32 from,
                            guint32 to);
/* Visits in an average year of 365.25 days, exceptions and ends left aside. */
double bl_visit_rule_yearly (const BlVisitRule *rule);
/* Dates parted by commas, 2019-12-24 or 24/12/2019: Array of guint32, Julian. @unclear counts those that
 * could not be read (may be NULL). */
GArray *bl_visit_exceptions_parse (const char *text, guint *unclear);

G_END_DECLS
