/* named-period.h: the month or year that a heading or a cell names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BlNamedPeriod: from the first day to the last, both in it, as day numbers of GDate.
 */
typedef struct
{
  guint32 first, last;
} BlNamedPeriod;

/* Reads "2019-04", "2023-1", "Apr 2019", "April-19", "04/2019", "2019-20", "2019/2020",
 * "2019", "2023-04-01/P3M", "2023-04-01/2023-06-30" out of @text. "2010-11" is
 * November 2010, or with @years the financial year. What else stands there
 * ("visits" of "Visits 2019-20") goes to @rest, folded; may be NULL. FALSE when
 * no period is named. */
gboolean bl_named_period_read (const char *text, gboolean years, BlNamedPeriod *period, char **rest);
/* Whether "2010-11" in @text could be a month and a financial year (@both), or
 * only a month or only a year: so that a whole row of headings can decide. */
typedef enum
{
  BL_NAMED_PERIOD_FORM_OTHER,
  BL_NAMED_PERIOD_FORM_BOTH,  /* 2010-11 */
  BL_NAMED_PERIOD_FORM_MONTH, /* 2010-09 */
} BlNamedPeriodForm;
BlNamedPeriodForm bl_named_period_get_form (const char *text);
/* A day as people write it: "2019-01-31", "31/01/2019". */
gboolean bl_named_period_read_day (const char *text, guint32 *julian);
/* A month's, a financial year's (April to March) or a calendar year's. */
BlNamedPeriod bl_named_period_of_month (int year, int month);
BlNamedPeriod bl_named_period_of_financial_year (int year);
BlNamedPeriod bl_named_period_of_year (int year);
/* "2023-24" of what lies in that financial year, "2023" of exactly that
 * calendar year, NULL of anything else. Free with g_free(). */
char *bl_named_period_dup_label (const BlNamedPeriod *period);
/* Days in the period that a label names; 0 for none. */
guint bl_named_period_days_of_label (const char *label);

G_END_DECLS
