/* indicator-values.h: an indicator's values at a place, and the question that judges them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base-figures.h"
#include "verdict.h"

G_BEGIN_DECLS

/**
 * BlIndicatorValues: what page, chart, report and command line show of an indicator. The first
 * function is the one way to come by its figures.
 */
typedef struct
{
  BlIndicator *indicator;   /* kept alive */
  BlGeographyKind geography;
  BlPeriodKind kind;
  char *place;              /* "Newcastle upon Tyne", "Gosforth Library" */
  char *library;            /* id, or the point's name; NULL: the service */
  BlObservations *values;   /* never NULL; n is 0 where nothing is known */
  BlObservations *months;   /* the shorter ones they are made of; NULL */
  GPtrArray *parts;         /* of BlObservations: by place and month, for like with like; empty: none */
  GPtrArray *part_names;    /* of char * */
  BlObservations *sister;   /* what moves with it, by the same periods; NULL */
  char *sister_noun;        /* NULL */
  char *source;             /* whose figures in words; NULL */
  char *notes;              /* what to know beside them: vintage of a population, parameters; sentences; NULL */
  BlPeriodKind target_kind; /* of how long a time its baseline and target speak */
  char *lacks;              /* why there is no value, a sentence naming what is missing; NULL */
  GPtrArray *missing;       /* of char *: base measures without any figure */
  /*< private >*/
  char *noun, *missing_places, *method, *counted;
  BlJudgeLines lines;
  guint32 today;
} BlIndicatorValues;

/* The place of @indicator is its library where it has one and @place is NULL, else the service.
 * @kind: BL_PERIOD_KIND_UNKNOWN for the first of the
 * indicator's own by which anything is known. Main thread. Never NULL. */
BlIndicatorValues *bl_indicator_values_new (BlBaseFigures *figures, BlIndicator *indicator, const BlPlaceAsked *place,
                                            BlPeriodKind kind);
void bl_indicator_values_free (BlIndicatorValues *self);
/* Kinds of period it can be shown by, the usual first; how many (at least one). */
guint bl_indicator_get_periods (BlIndicator *indicator, BlPeriodKind kinds[8]);
/* The geography it is of, and whether it can be asked of a library too. */
BlGeographyKind bl_indicator_get_geography (BlIndicator *indicator, gboolean *libraries);
/* Whether it can be asked of the areas nearest to a library: BlPlaceAsked.library names that library then. */
gboolean bl_indicator_has_catchments (BlIndicator *indicator);
/* Of how long a time the baseline and target of @indicator speak: as its target-period says, else that of its baseline,
 * else UNKNOWN: the first of its kinds of period by which anything is known. */
BlPeriodKind bl_indicator_get_target_period (BlIndicator *indicator);
/* "60,000 visits a month", "50 to 60%": the target of @indicator in words, of a count with how long a time it is for;
 * NULL: it has none. */
char *bl_indicator_values_say_target (const BlIndicatorValues *self);
/* Whether baseline and target speak of periods such as these: 60,000 a month is no target of a year. */
gboolean bl_indicator_values_has_target_here (const BlIndicatorValues *self);
/* Fills @question with its words, target and baseline (of the place that the indicator is of, not of its libraries,
 * and of the periods they speak of), lines and parts; nothing in it outlives @self. Change what is asked (period, against, from, raw) and give it to
 * bl_judge() with the values. */
void bl_indicator_values_ask (const BlIndicatorValues *self, BlJudgeQuestion *question);
/* Where what is shown first begins: of months and quarters that go back further, some whole financial years before the
 * newest known (BlJudgeQuestion.from). FALSE: all is shown. */
gboolean bl_indicator_values_get_recent (const BlIndicatorValues *self, BlPeriod *from);
/* The two in one, for who asks nothing else. */
BlJudgement *bl_indicator_values_judge (const BlIndicatorValues *self);
/* The lines of the dictionary, the usual ones where it has none. */
BlJudgeLines bl_judge_lines_of (BlDictionary *dictionary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlIndicatorValues, bl_indicator_values_free)

G_END_DECLS
