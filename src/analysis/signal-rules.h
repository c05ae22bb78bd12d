/* signal-rules.h: named sets of rules that tell a signal from chance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "process-limits.h"

G_BEGIN_DECLS

typedef enum
{
  BL_RULE_POINT,       /* one outside the limits */
  BL_RULE_RUN,         /* so many in a row on one side of the centre */
  BL_RULE_TREND,       /* so many in a row, each higher than the last, or each lower */
  BL_RULE_NEAR,        /* so many of some in a row beyond a line, on the same side */
  BL_RULE_ALTERNATING, /* so many in a row up and down in turn */
  BL_RULE_HUGGING,     /* so many in a row within a line on either side */
  BL_RULE_AVOIDING,    /* so many in a row beyond a line, on both sides */
  BL_RULE_LONGEST_RUN, /* run chart: a run longer than chance gives (Anhøj) */
  BL_RULE_CROSSINGS,   /* run chart: the median crossed too seldom (Anhøj) */
  BL_RULE_RUNS,        /* run chart: too few or too many runs */
} BlRuleKind;

/**
 * BlSignalRule: one rule, as data.
 */
typedef struct
{
  guint number;        /* in its set, from 1 */
  BlRuleKind kind;
  guint points;        /* how many points it takes; 0: follows from how many there are */
  guint of;            /* NEAR: of how many in a row */
  double beyond;       /* how far from the centre, in mean moving ranges */
  gboolean same_side;  /* NEAR: all of them, not only those beyond, on one side */
  gboolean skip;       /* points on the centre are passed over (run charts), else they end a run; repeats likewise */
  const char *words;   /* "seven or more in a row on one side of the centre line"; untranslated (N_()) */
} BlSignalRule;

typedef struct
{
  const char *name;    /* "nhs-mdc" */
  const char *title;   /* untranslated (N_()) */
  gboolean median;     /* a run chart about the median, not a control chart */
  guint n;
  const BlSignalRule *rules;
} BlRuleSet;

/**
 * BlHit: where a rule holds; indexes into the values it was tried on.
 */
typedef struct
{
  const BlSignalRule *rule;
  guint first, last;
  int side;            /* 1 above or rising, -1 below or falling, 0 neither */
} BlHit;

/* "nhs-mdc" (also for NULL), "western-electric", "nelson", "run-ihi", "run-anhoej"; NULL for any other. */
const BlRuleSet *bl_rule_set_find (const char *name);
/* All sets, NULL-terminated. */
const BlRuleSet *const *bl_rule_set_list (void);
/* Hits of the rules of a control chart in order of rule, then time; runs and trends at their full length, NEAR once for each
 * stretch of BlSignalRule.of. @values: NaN is a gap. @ranges: the mean moving range that holds for each
 * value (wider for some, where a season was taken out). Array of BlHit. */
GArray *bl_rule_set_apply (const BlRuleSet *set, const double *values, guint n, double centre, const double *ranges);

G_END_DECLS
