/* newcastle.h: the monthly series of Newcastle's libraries as published, a row a library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "observation.h"

#define NEWCASTLE_ISSUES "newcastle/2008-onwards-monthly-issues-by-branch.csv"
#define NEWCASTLE_VISITS "newcastle/2008-onwards-monthly-visits.csv"
#define NEWCASTLE_COMPUTERS "newcastle/2008-onwards-monthly-computer-use.csv"
#define NEWCASTLE_ENQUIRIES "newcastle/2008-onwards-monthly-enquiries.csv"
#define NEWCASTLE_WIFI "newcastle/2019-onwards-monthly-wifi-users.csv"

typedef struct
{
  guint n;
  char **names;
  BlObservations **rows;
} NewcastleFile;

/* NULL, with the test skipped, where there is no file. Read apart from the product's importers. */
NewcastleFile *newcastle_read (const char *name);
void newcastle_free (NewcastleFile *file);
/* The row of a library; aborts where there is none. */
const BlObservations *newcastle_row (const NewcastleFile *file, const char *library);
/* All rows, or all but one, added up. */
BlObservations *newcastle_total (const NewcastleFile *file, const char *but);
/* "2023-04", "2023-24": aborts where it is none. */
BlPeriod newcastle_period (const char *text, BlPeriodKind kind);
double newcastle_value (const BlObservations *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewcastleFile, newcastle_free)
