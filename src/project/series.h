/* series.h: values over time of one measure at one place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "indicator.h"

G_BEGIN_DECLS

/* Kind "series". Fields: measure (text: a base measure of the dictionary,
 * "visits_all", or an indicator's item), geography (BlGeographyKind), library (reference), place
 * (text: a GSS code, or the name of a point that is no library: "Mobile"),
 * period-kind (BlPeriodKind), source, date, licence, obtained (date), method
 * (text); tables with a row for each value, in order of time: periods (texts: ISO 8601
 * intervals "2023-04-01/P1M", "2024-03-31/P0D" for a state at a date), values
 * (numbers; NaN no data), states (texts: nick of a BlState where it is not
 * measured, and " provisional", " exceptional" behind it), lows, highs
 * (numbers: interval or bounds), parts (numbers: of how many parts, where some are missing; NaN all),
 * notes (texts), history (texts: what a value was before its publisher corrected it, "2026-04-17 4870 estimate; …": the day it was
 * replaced, the figure, its state where not measured). All but periods and values may be absent; list: breaks (BlBreak, not wrapped). */
#define BL_TYPE_SERIES (bl_series_get_type ())
G_DECLARE_FINAL_TYPE (BlSeries, bl_series, BL, SERIES, BlRecord)
BlSeries *bl_series_new (const char *id);

/* Kind "comparison": one measure of one period for many authorities. Fields:
 * measure, period (text, ISO 8601 interval), source, date, licence, obtained
 * (date); tables of the same rows: codes (texts, GSS), names (texts), values
 * (numbers), states (texts, as of a series; "no-data implausible" where a figure was given that cannot
 * be), lows, highs, parts (numbers), notes (texts: what was given, and why it does not count), history
 * (texts, as of a series). */
#define BL_TYPE_COMPARISON (bl_comparison_get_type ())
G_DECLARE_FINAL_TYPE (BlComparison, bl_comparison, BL, COMPARISON, BlRecord)
BlComparison *bl_comparison_new (const char *id);

/* Kind "neighbours": whom an authority is compared with. Fields: name ("ONS
 * nearest neighbours"), code (text, GSS, whose they are), source, date, licence, own (boolean: chosen by the
 * users of the project, not published); tables: codes, names (texts), nearest first. */
#define BL_TYPE_NEIGHBOURS (bl_neighbours_get_type ())
G_DECLARE_FINAL_TYPE (BlNeighbours, bl_neighbours, BL, NEIGHBOURS, BlRecord)
BlNeighbours *bl_neighbours_new (const char *id);

G_END_DECLS
