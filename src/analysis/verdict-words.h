/* verdict-words.h: numbers and sentences about series, by one grammar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "verdict.h"

G_BEGIN_DECLS

/* How a value of @kind is written (indicator-content 5.10), half away from zero, without its unit:
 * "551,116", "0.52", "33.8%" (the sign belongs to shares), "£2.31", "816 m". @unit may be NULL. */
char *bl_words_value (double value, BlIndicatorKind kind, const char *unit);
/* The same for a title or an axis: counts from 10,000 on with three figures ("551,000"). */
char *bl_words_value_short (double value, BlIndicatorKind kind, const char *unit);
/* With its unit: "551,116 visits", "33.8%", "£2.31 per visit". */
char *bl_words_value_unit (double value, BlIndicatorKind kind, const char *unit);
/* "26%", "5.6%", "−1.4%", "under 0.1%" of a change other than none. @exact: one decimal always, as sentences have it. */
char *bl_words_percent (double percent, gboolean exact);
/* "2.3": percentage points, without a sign. */
char *bl_words_points (double points);
/* "+12,019", "−2.3 points": a change, with its sign. */
char *bl_words_change (double change, BlIndicatorKind kind, const char *unit);
/* "seven" under ten, else "18". */
char *bl_words_count (guint n);
/* Long, as sentences have it: "September 2022", "2023-24", "the quarter April to June 2023". */
char *bl_words_period (const BlPeriod *period);
/* "April to August 2024", "June and July 2023". */
char *bl_words_span (const BlPeriod *first, const BlPeriod *last);

/* The survey difference test in words: @low and @high are the ends of the difference. Fills the two texts. */
typedef struct
{
  const char *noun;         /* "the share of adults who visited a library" */
  const char *title_noun;   /* "adults visiting a library" */
  const char *place, *other;
  double value, low, high;  /* percent, and its interval */
  double other_value;
  double difference_low, difference_high;
} BlSurveyPair;
BlVerdict bl_words_survey (const BlSurveyPair *pair, char **title, char **sentence);

/* A place among those like it. */
typedef struct
{
  const char *title_noun;   /* "library visits per 1,000 people" */
  gboolean plural;
  const char *place;
  BlIndicatorKind kind;
  const char *unit;
  double value, median, lower_quartile, upper_quartile;
  guint n, n_all, n_higher; /* with usable figures, all asked for, higher than the place */
  gboolean unplaceable;     /* those missing could turn it round (indicator-content 6.4) */
} BlPeersPlace;
BlVerdict bl_words_peers (const BlPeersPlace *place, char **title, char **sentence);

/* Who lives near an open library, by day: people of all, and their number near one on a Sunday, a Saturday, any day. */
typedef struct
{
  const char *place;        /* "Newcastle" */
  const char *distance;     /* "a mile" */
  double people, sunday, saturday, any;
} BlReachByDay;
void bl_words_reach (const BlReachByDay *reach, char **title, char **sentence);

/* Fills title, sentence (and those of the target and of each signal) of a judgement; bl_judge() calls it. */
void bl_words_judgement (BlJudgement *self, const BlObservations *observations, const BlJudgeQuestion *question);

G_END_DECLS
