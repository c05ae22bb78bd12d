/* import-snapshot.h: what an import needs to know of the project, copied out of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "library-fields.h"
#include "project.h"
#include "stop-fields.h"

G_BEGIN_DECLS

/**
 * BlKnownLibrary: a library as the project has it.
 */
typedef struct
{
  char *id;
  char *service; /* of neighbours */
  BlLibraryType type;
  char *fields[BL_LIBRARY_N_FIELDS]; /* as text; NULL is not known */
  GArray *statuses; /* BlRowStatus */
  GPtrArray *figures; /* BlKnownFigure */
  double floor_area;  /* NaN: not known */
} BlKnownLibrary;

typedef struct
{
  BlFigureKind kind;
  char *period, *source, *date, *licence;
  double number; /* NaN: not known */
  gint64 months; /* 0: the whole period */
} BlKnownFigure;

typedef struct
{
  char *id, *name, *title, *unit, *source, *date, *geography, *licence;
  BlValueKind kind;
  BlTable *numbers, *outlines;
} BlKnownValue;

/* A table by library and area: a column of BlUse or BlTravelTimes. */
typedef struct
{
  char *library, *name; /* id; as the file has it */
  BlTable *numbers;     /* counts or minutes */
  BlTable *suppressed;  /* of use */
} BlKnownColumn;

typedef struct
{
  char *name;
  GPtrArray *columns; /* BlKnownColumn */
} BlKnownColumns;

typedef struct
{
  char *id, *texts[BL_STOP_N_TEXTS];
  guint32 start, end; /* day numbers; 0 not known */
  BlPoint point;      /* NaN: not known */
} BlKnownStop;

/**
 * BlImportSnapshot: immutable once taken; safe in any thread.
 */
typedef struct
{
  guint64 revision;
  int this_year; /* by the project's clock */
  /* Service; NULL where not known. */
  gboolean has_service;
  char *service_name, *service_code;
  char **other_names;
  /* Years. */
  int year;           /* the project's effective year; 0 when none is known */
  gboolean year_said; /* the project says it, rather than its newest status */
  GPtrArray *libraries, *nearby; /* BlKnownLibrary */
  /* Areas. Tables are NULL where there are none. */
  guint n_areas;
  BlTable *codes, *names, *centroids, *points, *outlines;
  BlTable *roads; /* of the road network, or NULL */
  char *geography;
  GHashTable *code_rows; /* code → row + 1 */
  GPtrArray *values;     /* BlKnownValue */
  GPtrArray *uses, *travel; /* BlKnownColumns */
  GPtrArray *stops;         /* BlKnownStop */
  GHashTable *known_series; /* of bl_known_series_new() */
  BlTable *postcodes, *postcode_points; /* NULL where there are none */
} BlImportSnapshot;

/* On the thread of the project. */
BlImportSnapshot *bl_import_snapshot_new (BlProject *project);
void bl_import_snapshot_free (BlImportSnapshot *snapshot);
/* Row of an area's code, or -1. */
int bl_import_snapshot_find_area (const BlImportSnapshot *snapshot, const char *code);
const BlKnownValue *bl_import_snapshot_find_value (const BlImportSnapshot *snapshot, const char *name);
/* The table of that name in @list, uses or travel; NULL for none. */
const BlKnownColumns *bl_import_snapshot_find_columns (const GPtrArray *list, const char *name);
/* Its column for the library of that id, or where @library is NULL of that name; NULL for none. */
const BlKnownColumn *bl_known_columns_find (const BlKnownColumns *columns, const char *library, const char *name);

G_END_DECLS
