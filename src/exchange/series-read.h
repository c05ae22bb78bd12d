/* series-read.h: what the readers of series and figures of many authorities share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dictionary.h"
#include "library-match.h"
#include "reference.h"
#include "series-draft.h"

G_BEGIN_DECLS

/* Which published file it is, by its headings (indicator-content 3.3). */
typedef enum
{
  BL_SERIES_COLUMNS,    /* any: columns that the user, or their headings, say what they are */
  BL_SERIES_RETURN,     /* A1: a service a row, 504 columns */
  BL_SERIES_LOANS,      /* A2 */
  BL_SERIES_VISITS,     /* A3 */
  BL_SERIES_EVENTS,     /* A4, A5 */
  BL_SERIES_USERS,      /* A8 */
  BL_SERIES_PLAIN,      /* A6, A7, A10: one measure, by the file's name */
  BL_SERIES_INDICATORS, /* I1, I2 */
  BL_SERIES_POPULATION, /* P1 */
  BL_SERIES_NEIGHBOURS, /* A11 */
  BL_SERIES_SUMMARY,    /* A9: sums of the other files, with their faults */
  BL_SERIES_ISSUES,     /* W3: LibrariesWest, issues and renewals by month and kind of item */
  BL_SERIES_COUNTS,     /* N8: visits in the open schema, by day of the first and last count */
  BL_SERIES_BORROWERS,  /* N6: a printed report of borrowers by branch */
} BlSeriesShape;

BlSeriesShape bl_series_shape_of (const BlSheet *sheet);
/* Whether columns are headed by months: two and more. */
gboolean bl_series_has_months (const BlSheet *sheet);
/* Whether a table of columns could be values over time: places, with periods in their headings or beside them. */
gboolean bl_series_is_likely (const BlSheet *sheet);
/* Whether a table of months by library can only be series: shares, or what no figure of a library counts. */
gboolean bl_series_months_are_series (const BlSheet *sheet);
/* The base measure that a file called so is of; NULL for none. */
const char *bl_series_measure_of_name (const char *file);
/* Words for a measure that services count themselves ("Visits"), translated; NULL for any other. */
const char *bl_series_measure_title (const char *measure);
/* Makes those measures targets that a column can go to. */
void bl_series_offer_measures (BlImportPlan *plan);
/* Whether a table of months is one of those that Newcastle Libraries publish, by the names of its branches. */
gboolean bl_series_is_newcastle (const BlSheet *sheet);
/* Title of a shape, translated, and its source, date and licence where they are known. */
void bl_series_shape_describe (BlSeriesShape shape, const BlSheet *sheet, BlRecognition *seen);

/**
 * BlSeriesReading: a file on its way to drafts.
 */
typedef struct
{
  BlImportPlan *plan;
  BlSeriesDrafts *drafts;
  BlReference *reference;  /* NULL until asked for */
  BlLibraryMatch *match;   /* of COLUMNS */
  BlDictionary *dictionary;
  guint *with;             /* by row: the row whose figure it is part of, itself for most */
  const char **reasons;    /* by row: why it brings nothing; NULL for a row that does */
  gboolean *elsewhere;     /* by row: of another authority, and only that of the project is kept */
  guint n_unread, first_unread; /* cells that are no number */
  guint n_suppressed, first_suppressed;
  guint n_repeated, first_repeated; /* another value for the same time and place */
} BlSeriesReading;

/* A cell: FALSE for nothing known; numbers in their quotes, shares with their sign; counts what it cannot read. What is hidden is
 * BL_STATE_SUPPRESSED, 1 to 4. */
gboolean bl_series_read_cell (BlSeriesReading *reading, guint row, guint column, BlDraftValue *value);
/* GSS code of the project's authority; NULL. */
const char *bl_series_own_code (const BlSeriesReading *reading);
gboolean bl_series_is_gss (const char *text);
/* The authority that a name or code means, of those that have a library service; NULL for none. */
const BlReferenceService *bl_series_find_authority (BlSeriesReading *reading, const char *text);
/* Marks where the series of the drafts start again, and says so among the findings. After bl_series_drafts_finish(). */
void bl_series_find_breaks (BlSeriesReading *reading);
/* Adds to a draft and counts what was there already. */
void bl_series_put_value (BlSeriesReading *reading, BlSeriesDraft *draft, const BlPeriod *period, const BlDraftValue *value);
void bl_series_put_authority (BlSeriesReading *reading, BlComparisonDraft *draft, const char *code, const char *name,
                              const BlDraftValue *value);

gboolean bl_series_read_return (BlSeriesReading *reading, GError **error);
gboolean bl_series_read_long (BlSeriesReading *reading, BlSeriesShape shape, GError **error);
gboolean bl_series_read_indicators (BlSeriesReading *reading, GError **error);
gboolean bl_series_read_population (BlSeriesReading *reading, GError **error);
gboolean bl_series_read_neighbours (BlSeriesReading *reading, GError **error);
gboolean bl_series_read_issues (BlSeriesReading *reading, GError **error);
gboolean bl_series_read_counts (BlSeriesReading *reading, GError **error);
gboolean bl_series_read_borrowers (BlSeriesReading *reading, GError **error);
gboolean bl_series_read_columns (BlSeriesReading *reading, GError **error);
/* An error (OPTION), with what is like it, where the dictionary has no measure or indicator of that name. */
gboolean bl_series_check_measure (BlSeriesReading *reading, const char *measure, GError **error);

G_END_DECLS
