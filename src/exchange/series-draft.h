/* series-draft.h: series and figures of many authorities as a file has them, before they are a project's
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "import-plan-private.h"
#include "known-series.h"

G_BEGIN_DECLS

/**
 * BlDraftValue: a value of a period or of an authority, and the row of the file it is from.
 */
typedef struct
{
  double value, low, high; /* NaN: not known, no interval */
  double parts;            /* months known of the year; NaN: all */
  BlState state;
  gboolean provisional;    /* its publisher says that it may change */
  guint row;
  const char *implausible; /* why a figure that was given cannot be; interned; NULL. Then NO_DATA */
} BlDraftValue;

#define BL_DRAFT_VALUE(number, at_row)                                                                                 \
  ((BlDraftValue) { .value = (number), .low = NAN, .high = NAN, .parts = NAN, .state = BL_STATE_MEASURED, .row = (at_row) })

/**
 * BlDraftBreak: where a series starts again.
 */
typedef struct
{
  BlBreakCause cause;
  guint32 from, until; /* days; until: 0 for none */
  char *reason;
} BlDraftBreak;

typedef struct
{
  char *key, *measure, *library, *place; /* library: an id */
  char *title; /* "Gosforth Library", for messages; NULL: the measure */
  BlGeographyKind geography;
  BlPeriodKind kind;
  GArray *items; /* BlDraftItem */
  GHashTable *by_period;
  GArray *breaks; /* BlDraftBreak, in time */
  gboolean weak;   /* adds to what the project has of it, takes nothing away */
  gboolean counts; /* three equal months in a row are a quarter's figure */
} BlSeriesDraft;

typedef struct
{
  BlPeriod period;
  BlDraftValue value;
  char *code, *name; /* of comparisons */
} BlDraftItem;

/* "estimate provisional": what a table of states holds; NULL for measured. */
const char *bl_draft_value_state (const BlDraftValue *value);

typedef struct
{
  char *key, *measure, *period; /* ISO 8601 */
  GArray *items; /* BlDraftItem */
  GHashTable *by_code;
  gboolean weak; /* likewise */
} BlComparisonDraft;

/**
 * BlSeriesDrafts: all of a file.
 */
typedef struct
{
  GPtrArray *series, *comparisons; /* BlSeriesDraft, BlComparisonDraft; in the order of the file */
  GHashTable *by_key;
  char *neighbours_code; /* NULL: the file has no neighbours */
  guint neighbours_row;
  GPtrArray *neighbour_codes, *neighbour_names;
} BlSeriesDrafts;

BlSeriesDrafts *bl_series_drafts_new (void);
void bl_series_drafts_free (BlSeriesDrafts *self);
/* The one of that kind, made if need be. */
BlSeriesDraft *bl_series_drafts_get (BlSeriesDrafts *self, const char *measure, BlGeographyKind geography,
                                     const char *library, const char *place, BlPeriodKind kind);
BlComparisonDraft *bl_series_drafts_get_comparison (BlSeriesDrafts *self, const char *measure, const char *period);
/* Says that the series starts again at @from; once for each cause and day. */
void bl_series_draft_break (BlSeriesDraft *self, BlBreakCause cause, guint32 from, guint32 until, const char *reason);
/* FALSE where the period, or the authority, has another value already. */
gboolean bl_series_draft_add (BlSeriesDraft *self, const BlPeriod *period, const BlDraftValue *value);
gboolean bl_comparison_draft_add (BlComparisonDraft *self, const char *code, const char *name, const BlDraftValue *value);
/* In time; and three equal months in a row over 0 become estimates (indicator-content 3.4). How many months those are. */
guint bl_series_drafts_finish (BlSeriesDrafts *self);

typedef enum
{
  BL_DRAFT_ADDED = 1 << 0,
  BL_DRAFT_UPDATED = 1 << 1,
  BL_DRAFT_UNCHANGED = 1 << 2,
  BL_DRAFT_KEPT = 1 << 3, /* the project's own stays */
} BlDraftDid;
/* What bringing each value in would do, into @did by row of the file. How many are kept. @report: told what is another figure now
 * than the project has, as the file's @sheet numbers its rows; how many into @changed. */
guint bl_series_drafts_compare (const BlSeriesDrafts *self, GHashTable *known, guint8 *did, const BlSheet *sheet,
                                BlImportReport *report, guint *changed);

/* Writes all of it into @project, in the open transaction. */
void bl_series_drafts_put (const BlSeriesDrafts *self, BlImportPlan *plan, BlProject *project);

G_END_DECLS
