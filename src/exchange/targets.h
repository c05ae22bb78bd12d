/* targets.h: where a column of a file can go, and the names by which it is known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "import-plan.h"

G_BEGIN_DECLS

/* A column's name for comparing: case, punctuation and runs of blanks folded ("UPRN_No." is "uprn no"). */
char *bl_target_normalise (const char *column);

/**
 * bl_target_find: the target of a file of @kind that a column called @column
 * is known for, as an interned id; %NULL for none. Libraries: ids are fields
 * of #BlLibrary, or "service", "service-code", "service-other", "longitude",
 * "latitude", "operation", "statutory", "operation-2023" (any year),
 * "statutory-2023", "co-located-flag", "contact". Points: "code", "name", "x",
 * "y", "district-code", "district-name". Values: "code", "name", "value:NAME".
 * Areas: "code", "name". Figures of libraries: "name", "service",
 * "service-code", "period", "start", "end", "item", "figure:NICK" of a
 * #BlFigureKind, "running-cost", "floor-area".
 * Travel times: "code", "library", "minutes", "seconds", "mode",
 * "library-minutes", "library-seconds". Postcodes: "code", "x", "y", "end-date".
 * Outlines of times: "seconds", "minutes".
 * Stops: the texts of #BlStop, "service", "service-code", "x", "y", "start", "end".
 * Series: "place", "period", "start", "end", "value", "low", "high", "measure:ID" of a base measure.
 * Members: "code", "library", "service", "service-code", "count", "count-date".
 */
const char *bl_target_find (BlImportKind kind, const char *column);

/* All targets of a kind, in the order in which they are offered; of values only those that need no column. */
const char *const *bl_target_list (BlImportKind kind);
/* For people ("Opening hours, Monday"), translated. Free with g_free(). */
char *bl_target_title (BlImportKind kind, const char *target);
/* Whether several columns may go to it. */
gboolean bl_target_takes_many (const char *target);
/* "operation-2023" is "operation" with the year 2023; 0 when the target names no year. */
int bl_target_get_year (const char *target, const char **stem);
/* "statutory", 2023: "statutory-2023", interned. */
const char *bl_target_with_year (const char *stem, int year);
/* BL_FIGURE_VISITS: "figure:visits", interned; and back: UNKNOWN for another target. */
const char *bl_target_of_figure (BlFigureKind kind);
BlFigureKind bl_target_get_figure (const char *target);

G_END_DECLS
