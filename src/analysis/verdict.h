/* verdict.h: what a series says: has anything changed, and where does it stand against its target
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "observation.h"
#include "run-chart.h"
#include "season.h"

G_BEGIN_DECLS

/* In the order of indicator-content 4.3, which is the order of testing. */
typedef enum
{
  BL_VERDICT_NONE,          /* five to nine months: a line and its median */
  BL_VERDICT_NO_DATA,
  BL_VERDICT_SUPPRESSED,
  BL_VERDICT_PARTIAL,       /* part of a year against the same months of the year before */
  BL_VERDICT_PARTIAL_ALONE,
  BL_VERDICT_BREAK,         /* what was asked crosses a break */
  BL_VERDICT_REPEATED,      /* a quarter's figure written into three months: not tested */
  BL_VERDICT_NOUGHT,        /* a true nought while the place was closed */
  BL_VERDICT_TOO_FEW,
  BL_VERDICT_POINT_HIGH,
  BL_VERDICT_POINT_LOW,
  BL_VERDICT_SHIFT_UP,
  BL_VERDICT_SHIFT_DOWN,
  BL_VERDICT_SHIFT_PAST,
  BL_VERDICT_TREND_UP,
  BL_VERDICT_TREND_DOWN,
  BL_VERDICT_NEAR_LIMIT,
  BL_VERDICT_SEASONAL_LOW,
  BL_VERDICT_SEASONAL_HIGH,
  BL_VERDICT_PATTERN,       /* a rule without words of its own, such as fourteen up and down in turn */
  BL_VERDICT_STEADY,
  BL_VERDICT_RISE,          /* of a yearly pair */
  BL_VERDICT_FALL,
  BL_VERDICT_FLAT,
  BL_VERDICT_RISE_POINTS,   /* of a share */
  BL_VERDICT_FALL_POINTS,
  BL_VERDICT_SURVEY_SAME,
  BL_VERDICT_SURVEY_DIFFERS,
  BL_VERDICT_PEERS,
  BL_VERDICT_TARGET_MET,
  BL_VERDICT_TARGET_MISSED,
  BL_VERDICT_TARGET_PATH,   /* short of the target, but on the straight way to it */
  BL_N_VERDICTS,
} BlVerdict;

/* "point-high", "rise-pts": as indicator-content writes it. */
const char *bl_verdict_get_nick (BlVerdict verdict);
/* In two or three words, for a table: "Unusually high", "No clear change"; untranslated (N_()). */
const char *bl_verdict_get_title (BlVerdict verdict);

/* Where a figure stands against its target. */
typedef enum
{
  BL_RAG_NONE,              /* no target: no light */
  BL_RAG_MET,               /* green, tick */
  BL_RAG_CLOSE,             /* amber, wave */
  BL_RAG_NOT_MET,           /* red, cross */
  BL_RAG_NOT_RATED,         /* grey, dash */
} BlRag;
const char *bl_rag_get_title (BlRag rag); /* "Met", untranslated (N_()); "" of none */

/* Can we rely on it? */
typedef enum
{
  BL_RELY_NONE,             /* no target, or no limits */
  BL_RELY_WILL,
  BL_RELY_BY_CHANCE,
  BL_RELY_WILL_NOT,
} BlRely;

/* The lines somebody may want elsewhere; all (ours) of indicator-content 8. */
typedef struct
{
  double small_change;      /* percent: 2.5 */
  double small_points;      /* percentage points: 1 */
  double sister;            /* share of a change that its sister must make: 0.2 */
  double close;             /* percent of the target: 5 */
  double close_points;      /* 2 */
  double season;            /* shapes of two years that go together by as much are a season: 0.6 */
  double limit_points;      /* fewer get no limits: 12 */
  double firm_points;       /* limits from fewer are on trial: 20 */
  double stale_months;      /* older than its own length and this is stale: 18 */
  double people_least;      /* no rate on fewer: 5 */
  double percent_least;     /* below it "n of N" stands for a percentage: 30 */
  double funnel_places;     /* fewer make no funnel: 10 */
  double funnel_dispersion; /* a wilder one shows spread: 10 */
} BlJudgeLines;
extern const BlJudgeLines bl_judge_lines;

/**
 * BlJudgeQuestion: what is asked of a series, and in which words. Begin with
 * bl_judge_question_init(). Nothing in it is taken over.
 */
typedef struct
{
  /* words */
  const char *noun;         /* "library visits"; of one library "Gosforth loans" */
  gboolean plural;          /* of the noun */
  const char *title_noun;   /* shorter, for the title; NULL: the noun */
  const char *place;        /* "Newcastle"; NULL where the noun names it */
  const char *unit;         /* "visits", "%", "£ per visit"; NULL */
  BlIndicatorKind kind;
  BlWanted wanted;
  const char *reason;       /* why there is no figure, or a nought: "the library moved"; NULL: the note beside it */
  const char *missing;      /* places without a figure: "Walker"; NULL */
  const char *method;       /* where an estimate comes from: "quarterly sample weeks" */
  const char *meant;        /* what a proxy stands for */
  const char *doubt;        /* one more clause, in the user's words; NULL */

  /* what is asked */
  BlPeriod period;          /* the value judged; none: the latest known */
  BlPeriod against;         /* of a pair of years; none: the year before that is no COVID year */
  BlPeriod from, until;     /* only this stretch is looked at; none: all */
  BlPeriod base_from, base_until; /* limits from these; none: the first 24 of the segment */
  gboolean raw;             /* leave the season in */
  gboolean screen;          /* leave extreme moving ranges out of the limits */
  gboolean one_place;       /* a library's own series: repeated quarters are not tested */
  gboolean long_base;       /* say also what 2018-19 was */
  const char *rules;        /* name of a rule set; NULL: nhs-mdc */
  const BlJudgeLines *lines; /* NULL: the usual */

  /* what else is known */
  const BlObservations *months;   /* of years judged: the same by month (or quarter); NULL */
  const BlObservations *const *parts; /* the same by place, by month: for like with like; NULL */
  guint n_parts;
  const BlObservations *sister;   /* loans beside visits, by the same periods; NULL */
  const char *sister_noun;  /* "loans at the same libraries" */
  const char *counted;      /* what may have been counted otherwise: "visits" */

  /* target and baseline, in the unit and the length of period of the observations */
  double target, target_low, target_high; /* NaN: none */
  guint32 target_date;      /* Julian; 0: now */
  double baseline;          /* NaN: none */
  BlPeriod baseline_period;
  guint32 today;            /* to know what is stale; 0: not asked */
} BlJudgeQuestion;

/**
 * BlSegment: a stretch between breaks, judged by its own limits. All in the values judged: where the
 * season was taken out (BlJudgement.season), a month's own lines are in BlJudgedPoint.
 */
typedef struct
{
  guint first, last;        /* indexes into the observations, both in */
  guint n;                  /* points that count */
  guint base_first, base_last; /* the limits come from these */
  gboolean limits;          /* there are limits: 12 points or more, no years */
  gboolean trial;           /* dashed: under 20 points */
  gboolean run_chart;       /* about the median, 10 or 11 points or a rule set of that kind */
  BlProcessLimits process;  /* centre and limits, where there are limits */
  BlRunChart run;           /* median, from five points */
  const BlRuleSet *rules;
  BlSeason season;          /* not seasonal: nothing was taken out */
  const BlMark *mark;       /* what it begins with; NULL: the beginning, or the end of the COVID years */
} BlSegment;

/**
 * BlJudgedPoint: one for each observation; NaN where there is none.
 */
typedef struct
{
  gboolean counts;          /* tested */
  double adjusted;          /* value ÷ factor of its month; the value where there is no season */
  double centre, lower, upper, outer_lower, outer_upper; /* on the scale of the value */
} BlJudgedPoint;

/**
 * BlSignal: where a rule holds. Stretches of "two of three" and the like that overlap are one.
 */
typedef struct
{
  guint segment;
  const BlSignalRule *rule;
  guint first, last;        /* indexes into the observations */
  int side;                 /* 1, -1, 0 */
  BlVerdict verdict;        /* as what it would be told */
  char *title, *sentence;   /* as if it were all there is to say */
} BlSignal;

/**
 * BlJudgement: everything a page, a chart, a report says of a series.
 */
typedef struct
{
  BlVerdict verdict;
  char *title;              /* ten words or fewer, no stop */
  char *sentence;           /* one, with its doubts, with a stop */
  guint n;                  /* as many as observations */
  int first, last;          /* the stretch looked at, both in; -1: there is none */
  BlJudgedPoint *points;
  guint n_segments, n_signals;
  BlSegment *segments;
  BlSignal *signals;

  int latest;               /* index of the value judged; -1: none */
  int whole;                /* that one, or where it is part of a year the newest whole one before: what is held against
                               target and baseline (1.8, 5.11); -1: none */
  int before;               /* of what it was compared with; -1: none */
  double value, earlier;    /* of the pair, like for like where that was counted; NaN */
  double change;            /* value − earlier; of shares in points */
  double percent;           /* NaN of shares, and where earlier is 0 */
  gboolean like_for_like;   /* only places and months known in both */
  guint n_like, n_like_months; /* pairs counted; months of the latest year known */
  double plain_value, plain_earlier; /* the same without that; NaN */

  double since_baseline;    /* value − baseline; NaN */
  double since_percent;
  double distance;          /* value − target (to the nearer end of a range, 0 inside); NaN */
  double planned;           /* on the straight way from baseline to target; NaN */
  BlRag rag;
  char *rag_rule;           /* the rule in words; NULL where no target */
  BlRely rely;
  char *rely_words;         /* "will be met", …; NULL */
  BlVerdict target_verdict; /* TARGET_…; NONE without a target */
  char *target_title, *target_sentence; /* NULL */

  gboolean sister_differs;  /* its sister did not move with it */
  double sister_percent, sister_own; /* how it moved, and the series itself over the same two stretches; NaN */
  gboolean stale;           /* newest value older than its length and 18 months */
  gboolean rebase_offered;  /* the shift at the end is long enough to ask for its cause */
  guint rebase_from;        /* index */
} BlJudgement;

void bl_judge_question_init (BlJudgeQuestion *question);
/* Never NULL: of an empty series NO_DATA. */
BlJudgement *bl_judge (const BlObservations *self, const BlJudgeQuestion *question);
void bl_judgement_free (BlJudgement *self);

/* The difference of two survey shares by the ends of their published 95 % intervals, and the interval of it
 * (indicator-content 5.8: standard error of each a quarter of its width, 0.3 at least). FALSE where one is not known. */
gboolean bl_judge_survey_difference (double value, double low, double high, double other, double other_low, double other_high,
                                     double *difference_low, double *difference_high);

/* Sums over what both have: for each month of @period known at a place, the same month of the period
 * before (@against) where that place knows it too. How many pairs. */
guint bl_judge_like_for_like (const BlObservations *const *parts, guint n_parts, const BlPeriod *period,
                              const BlPeriod *against, double *value, double *earlier);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlJudgement, bl_judgement_free)

G_END_DECLS
