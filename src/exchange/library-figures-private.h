/* library-figures-private.h: what the files that read figures of libraries share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "import-plan-private.h"
#include "library-match.h"
#include "named-period.h"
#include "service-rows.h"

G_BEGIN_DECLS

/* What a column counts: a BlFigureKind, or one of these, which are of no period. */
#define BL_FIGURES_RUNNING_COST -1
#define BL_FIGURES_FLOOR_AREA -2

typedef struct
{
  BlNamedPeriod period;
  double number;
  guint row;
} BlFigureCount;

typedef enum
{
  BL_ENTRY_LEFT_OUT,
  BL_ENTRY_ADDED,
  BL_ENTRY_UPDATED,
  BL_ENTRY_UNCHANGED,
  BL_ENTRY_KEPT, /* the project has more of the year */
  BL_ENTRY_N_STATES
} BlEntryState;

/* One figure of one library for one year. */
typedef struct
{
  guint library;
  int measure;
  char *period; /* NULL for what is of no period */
  GArray *counts; /* Count */
  double number;
  gint64 months; /* 0: the whole period */
  BlEntryState state;
} BlFigureEntry;

struct _BlImportWork
{
  GPtrArray *entries; /* Entry, in the order of the file */
  GHashTable *by_key; /* text → Entry */
};

typedef struct
{
  int column, measure;
  gboolean has_period;
  BlNamedPeriod period;
} BlFigureColumn;

/* That @row gave something to @entry. */
typedef struct
{
  guint row;
  BlFigureEntry *entry;
} BlFigurePart;

typedef struct
{
  int name, period, start, end, item; /* columns, or -1 */
  GArray *columns; /* Column */
  GArray *parts;   /* Part, by row */
  BlServiceRows *service;
  BlLibraryMatch *match;
  gboolean years;  /* "2010-11" in a cell is a year */
  gboolean said;
  BlNamedPeriod said_period;
  guint withheld, first_withheld;
  gboolean *left_out, *counted; /* by row: has its reason already */
} BlFigureReading;

/* What a measure is called, translated. */
const char *bl_library_figures_measure_title (int measure);
/* Which columns hold what, and which rows are this service's. */
gboolean bl_library_figures_set_out (BlImportPlan *plan, BlFigureReading *reading, GError **error);
/* The figures of one row, into the entries; an error stops it all. */
gboolean bl_library_figures_read_row (BlImportPlan *plan, BlImportWork *work, BlFigureReading *reading, guint row, GError **error);
/* Writes one of them into its library, in the open transaction. */
void bl_library_figures_put (BlImportPlan *plan, const BlFigureEntry *entry, BlProject *project);

G_END_DECLS
