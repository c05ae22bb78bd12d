/* indicator-summary.h: an indicator in one line: latest figure, change, verdict in a word or two
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "indicator-values.h"

G_BEGIN_DECLS

/* How a verdict is coloured, which never says more than its word. */
typedef enum
{
  BL_SUMMARY_PLAIN, /* no judgement */
  BL_SUMMARY_NEWS,  /* something has happened, and nobody can say yet whether that is good */
  BL_SUMMARY_GOOD,
  BL_SUMMARY_BAD,
} BlSummaryTone;

/* How well its figure is known, as a list counts it. */
typedef enum
{
  BL_SUMMARY_KNOWN,
  BL_SUMMARY_HIDDEN,  /* fewer than five people */
  BL_SUMMARY_NO_DATA,
} BlSummaryFigure;

/**
 * BlIndicatorSummary: what a list, a picture of an Outcome and a report say of an indicator.
 */
typedef struct
{
  BlSummaryFigure figure;
  char *value;            /* "1,719", "fewer than 5"; NULL: no data */
  char *unit;             /* "visits per 1,000 people"; NULL */
  char *period;           /* "2023-24"; NULL */
  char *interval;         /* "19 to 27%"; NULL */
  char *change;           /* "+25.5% on 2022-23"; NULL: there is nothing to compare with */
  BlState state;
  char *part;             /* "2024-25 so far: 238,406 in 5 of 12 months": newer than the latest whole one; NULL */
  char *tag;              /* "Measured", "Estimate, 11 of 12 months" */
  const char *verdict;    /* "Improved", "No clear change", untranslated (N_()) */
  const char *icon;       /* name of an icon that says the same */
  BlSummaryTone tone;
  char *attention;        /* why somebody should look at it, a sentence; NULL */
  char *source;           /* whose figures, or what brings them, in one line; never NULL */
  gboolean official;      /* a row the Taskforce published */
} BlIndicatorSummary;

BlIndicatorSummary *bl_indicator_summary_new (const BlIndicatorValues *values, const BlJudgement *judgement);
void bl_indicator_summary_free (BlIndicatorSummary *self);
/* "Of 14 indicators, two have improved and five have no data"; of @n (of BlIndicatorSummary, none NULL). */
char *bl_indicator_summaries_finding (const BlIndicatorSummary *const *summaries, guint n);

/* "1,000 × library visits ÷ residents": a formula with the names of its measures; NULL where it is none. */
char *bl_indicator_formula_words (BlDictionary *dictionary, const char *formula);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlIndicatorSummary, bl_indicator_summary_free)

G_END_DECLS
