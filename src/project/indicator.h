/* indicator.h: what is measured, and how it is judged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/* BlState: what kind of number a value is. */
typedef enum
{
  BL_STATE_UNKNOWN,
  BL_STATE_MEASURED, /* counted or computed for the very thing named */
  BL_STATE_ESTIMATE, /* grossed up, modelled, or with parts missing but bounded */
  BL_STATE_PROXY, /* measured well, but of something near the thing meant */
  BL_STATE_SUPPRESSED, /* known, but not shown: fewer than five people */
  BL_STATE_NO_DATA, /* not collected, not returned, lost */
} BlState;
#define BL_TYPE_STATE (bl_state_get_type ())
GType bl_state_get_type (void);

/* BlWanted: which direction is wanted. */
typedef enum
{
  BL_WANTED_UNKNOWN,
  BL_WANTED_UP, /* more */
  BL_WANTED_DOWN, /* less */
  BL_WANTED_RANGE, /* inside a band */
  BL_WANTED_NEUTRAL, /* none, or it depends */
} BlWanted;
#define BL_TYPE_WANTED (bl_wanted_get_type ())
GType bl_wanted_get_type (void);

/* BlIndicatorKind: decides chart and wording. */
typedef enum
{
  BL_INDICATOR_KIND_UNKNOWN,
  BL_INDICATOR_KIND_COUNT, /* events in a period */
  BL_INDICATOR_KIND_STOCK, /* how many at a date */
  BL_INDICATOR_KIND_RATE, /* count for each 1,000 people or so */
  BL_INDICATOR_KIND_SHARE, /* part of a whole, from a full count */
  BL_INDICATOR_KIND_SURVEY, /* share from a sample, with an interval */
  BL_INDICATOR_KIND_RATIO, /* one thing for each of another */
  BL_INDICATOR_KIND_MEAN,
  BL_INDICATOR_KIND_MONEY, /* pounds */
  BL_INDICATOR_KIND_INDEX, /* ratio to what is expected; 1 is as expected */
  BL_INDICATOR_KIND_DISTANCE,
  BL_INDICATOR_KIND_YESNO,
  BL_INDICATOR_KIND_RANK,
} BlIndicatorKind;
#define BL_TYPE_INDICATOR_KIND (bl_indicator_kind_get_type ())
GType bl_indicator_kind_get_type (void);

/* BlPeriodKind: how long a period is. */
typedef enum
{
  BL_PERIOD_KIND_UNKNOWN,
  BL_PERIOD_KIND_MONTH, /* calendar month */
  BL_PERIOD_KIND_QUARTER, /* of the financial year; Q1 is April to June */
  BL_PERIOD_KIND_FY, /* financial year, from April */
  BL_PERIOD_KIND_AY, /* school year, from September */
  BL_PERIOD_KIND_CY, /* calendar year */
  BL_PERIOD_KIND_SPAN, /* any first and last day */
  BL_PERIOD_KIND_SNAPSHOT, /* state at a date */
  BL_PERIOD_KIND_ROLLING, /* the last 12 months; made by the program */
} BlPeriodKind;
#define BL_TYPE_PERIOD_KIND (bl_period_kind_get_type ())
GType bl_period_kind_get_type (void);

/* BlGeographyKind: what a figure is about. */
typedef enum
{
  BL_GEOGRAPHY_UNKNOWN,
  BL_GEOGRAPHY_LIBRARY,
  BL_GEOGRAPHY_CATCHMENT, /* areas nearest to a library */
  BL_GEOGRAPHY_SMALL_AREA,
  BL_GEOGRAPHY_SERVICE, /* all one authority runs or pays for */
  BL_GEOGRAPHY_AUTHORITY, /* the council area and its residents */
  BL_GEOGRAPHY_ENGLAND,
} BlGeographyKind;
#define BL_TYPE_GEOGRAPHY_KIND (bl_geography_kind_get_type ())
GType bl_geography_kind_get_type (void);

/* BlBreakCause: why two stretches of a series cannot be compared. */
typedef enum
{
  BL_BREAK_UNKNOWN,
  BL_BREAK_DEFINITION, /* what is counted changed */
  BL_BREAK_METHOD, /* how it is counted changed */
  BL_BREAK_COVERAGE, /* who is counted changed */
  BL_BREAK_BOUNDARY, /* the place changed */
  BL_BREAK_GAP, /* nothing was counted for a time */
  BL_BREAK_SURVEY, /* another survey */
  BL_BREAK_STEP, /* a change somebody agreed to: new centre and limits */
} BlBreakCause;
#define BL_TYPE_BREAK_CAUSE (bl_break_cause_get_type ())
GType bl_break_cause_get_type (void);

const char *bl_state_get_title (BlState state); /* "Measured", "No data"; untranslated (N_()) */

/* Kind "break": a place where a series starts again. Fields: cause
 * (BlBreakCause), from (date: first day of the new stretch), until (date: last
 * day before it that still counts, where there are days that belong to neither), reason (text), agreed-by (text).
 * Of a series it holds for all; of an indicator for its own chart. */
#define BL_TYPE_BREAK (bl_break_get_type ())
G_DECLARE_FINAL_TYPE (BlBreak, bl_break, BL, BREAK, BlRecord)
BlBreak *bl_break_new (const char *id);

/* Kind "comment": what somebody says about one period. Fields: period (text, an
 * ISO 8601 interval), text (long text), by (text). */
#define BL_TYPE_COMMENT (bl_comment_get_type ())
G_DECLARE_FINAL_TYPE (BlComment, bl_comment, BL, COMMENT, BlRecord)
BlComment *bl_comment_new (const char *id);

/* Kind "indicator", both in data/frameworks/indicators.xml and, copied, in a
 * project. Fields, as indicator-content says of them: item (text: its own id in
 * the dictionary, "visits-per-1000"; unset: the user's own), name, noun (without
 * its number), plural (boolean), serves (text: areas and Outcomes, "use O7"),
 * unit, direction (BlWanted), kind (BlIndicatorKind), formula, state (BlState,
 * the usual one), geography (text: kinds allowed, the first is the default),
 * period (text, likewise), origin (text: "official", "closure-proxy",
 * "derived", "ours" and what follows), confidence (text), verified (date),
 * starter (boolean), rules (text: name of a rule set), parameters (text: of
 * access measures, "distance=1609.344"), library (reference: where it is about one
 * library), owner, review (date), baseline (real), baseline-period, target,
 * target-low, target-high (real), target-period (BlPeriodKind: of how long a
 * time baseline and target speak; unset: see bl_indicator_values_ask()), target-date (date), local-direction (boolean: the
 * service set the direction); long texts: means, source, pitfalls, note, differently (what
 * similar authorities do differently, where somebody has asked); lists,
 * not wrapped: breaks (BlBreak), comments (BlComment). */
#define BL_TYPE_INDICATOR (bl_indicator_get_type ())
G_DECLARE_FINAL_TYPE (BlIndicator, bl_indicator, BL, INDICATOR, BlRecord)
BlIndicator *bl_indicator_new (const char *id);

/* The numbers of the Outcomes it serves (1 … 7) into @outcomes; how many. */
guint bl_indicator_get_outcomes (BlIndicator *self, guint outcomes[7]);

G_END_DECLS
