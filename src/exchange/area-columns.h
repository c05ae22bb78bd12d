/* area-columns.h: a table by area with a column for each library, grown row by row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "import-plan-private.h"

G_BEGIN_DECLS

/**
 * BlAreaColumn: what the areas have to do with one library. @library is an
 * index into the snapshot's libraries, or -1 for one that is none of the
 * project's, which then has a @name; both may be missing for a table without
 * libraries. @numbers and @suppressed have a row for each area, NaN for none.
 */
typedef struct
{
  int library;
  char *name;
  double *numbers, *suppressed;
  gint64 elsewhere, elsewhere_suppressed, nowhere, nowhere_suppressed;
} BlAreaColumn;

/**
 * BlAreaColumns: all of them, in the order of the file.
 */
typedef struct
{
  guint n_areas;
  GPtrArray *columns; /* BlAreaColumn */
} BlAreaColumns;

BlAreaColumns *bl_area_columns_new (guint n_areas);
void bl_area_columns_free (BlAreaColumns *columns);
/* The column of @library, or where it is -1 of @name (folded); made when it is not there. */
BlAreaColumn *bl_area_columns_get (BlAreaColumns *columns, int library, const char *name);
/* The same columns as the project has them. */
const BlKnownColumn *bl_area_columns_find_known (BlImportPlan *plan, const BlKnownColumns *known, const BlAreaColumn *column);

/* Puts them into the list "columns" of @record, a BlUse or a BlTravelTimes of
 * @project: columns that are there already change in place, others go. @table
 * is the field of the numbers. */
void bl_area_columns_put (const BlAreaColumns *columns, BlImportPlan *plan, BlProject *project, BlRecord *record,
                          const char *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlAreaColumns, bl_area_columns_free)

G_END_DECLS
