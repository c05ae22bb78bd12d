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
} BlSeriesShape;

BlSeriesShape bl_series_shape_of (const BlSheet *sheet);
/* Whether a table of months by library can only be series: shares, or what no figure of a library counts. */
gboolean bl_series_months_are_series (const BlSheet *sheet);
/* The base measure that a file called so is of; NULL for none. */
const char *bl_series_measure_of_name (const char *file);
/* Words for a measure that services count themselves ("Visits"), translated; NULL for any other. */
const char *bl_series_measure_title (const char *measure);
/* Makes those measures targets that a column can go to. */
void bl_series_offer_measures (BlImportPlan *plan);
/* Title of a shape, translated; NULL for COLUMNS. And its source, date and licence. */
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
/* Adds to a draft and counts what was there already. */
void bl_series_put_value (BlSeriesReading *reading, BlSeriesDraft *draft, const BlPeriod *period, const BlDraftValue *value);
void bl_series_put_authority (BlSeriesReading *reading, BlComparisonDraft *draft, const char *code, const char *name,
                              const BlDraftValue *value);

gboolean bl_series_read_return (BlSeriesReading *reading, GError **error);
gboolean bl_series_read_long (BlSeriesReading *reading, BlSeriesShape shape, GError **error);
gboolean bl_series_read_indicators (BlSeriesReading *reading, GError **error);
gboolean bl_series_read_population (BlSeriesReading *reading, GError **error);
gboolean bl_series_read_neighbours (BlSeriesReading *reading, GError **error);
gboolean bl_series_read_columns (BlSeriesReading *reading, GError **error);
/* An error (OPTION), with what is like it, where the dictionary has no measure or indicator of that name. */
gboolean bl_series_check_measure (BlSeriesReading *reading, const char *measure, GError **error);

G_END_DECLS
