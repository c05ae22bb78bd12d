/* appraisal.h: options weighed: sift, criteria, weights, scores, costs over years, risks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "thread.h"

G_BEGIN_DECLS

/* BlSiftMark: whether an option passes a factor. */
typedef enum
{
  BL_SIFT_UNKNOWN,
  BL_SIFT_PASS,
  BL_SIFT_CONDITION,
  BL_SIFT_FAIL,
} BlSiftMark;
#define BL_TYPE_SIFT_MARK (bl_sift_mark_get_type ())
GType bl_sift_mark_get_type (void);
const char *bl_sift_mark_get_title (BlSiftMark self); /* untranslated (N_()) */

/* Kind "sift": an option against a critical success factor. Fields: factor (text: "csf.fit"), mark
 * (BlSiftMark), date (date), by (text); long text reason. */
#define BL_TYPE_SIFT (bl_sift_get_type ())
G_DECLARE_FINAL_TYPE (BlSift, bl_sift, BL, SIFT, BlRecord)
BlSift *bl_sift_new (const char *id);

/* Kind "cost": money of an option over years. Fields: category (text: "cost.employees"), title, from, to
 * (integers: years from 0; one year where to is unset), amount (money a year in today's prices; cost
 * positive, income negative), optimism (real: percent added), certainty (text: quoted, estimated, guessed),
 * budget (text), library (reference); long text note. */
#define BL_TYPE_COST_LINE (bl_cost_line_get_type ())
G_DECLARE_FINAL_TYPE (BlCostLine, bl_cost_line, BL, COST_LINE, BlRecord)
BlCostLine *bl_cost_line_new (const char *id);

/* Kind "option": something that could be done. Fields: letter (text), title, type (text: "opt.coloc-in"),
 * scenario (reference), baseline (text: "nothing", "minimum"; these stay in), counter-by (text: whose
 * proposal it is, when it is not ours), received, replied (dates), short-listed (boolean), dropped (date),
 * consulted (text: open, partly open, not open); long texts: summary, reason (why dropped or kept),
 * conditions; lists sifts (BlSift), costs (BlCostLine), marks (BlLensMarking). */
#define BL_TYPE_OPTION (bl_option_get_type ())
G_DECLARE_FINAL_TYPE (BlOption, bl_option, BL, OPTION, BlRecord)
BlOption *bl_option_new (const char *id);

/* Kind "weighed": what options are scored by. Fields: item ("crit.need"), title, theme (text: desirability,
 * viability, feasibility), swing (real: raw weight, 100 for the first), function (text: linear, threshold,
 * plateau, curve, direct), measure (text: a figure of the scenario or the appraisal that feeds it; unset:
 * scored by people), worst, best (real: anchors, 0 and 100), note (long text). */
#define BL_TYPE_WEIGHED_CRITERION (bl_weighed_criterion_get_type ())
G_DECLARE_FINAL_TYPE (BlWeighedCriterion, bl_weighed_criterion, BL, WEIGHED_CRITERION, BlRecord)
BlWeighedCriterion *bl_weighed_criterion_new (const char *id);

/* Kind "scorer": somebody who scores. Fields: name, role. */
#define BL_TYPE_SCORER (bl_scorer_get_type ())
G_DECLARE_FINAL_TYPE (BlScorer, bl_scorer, BL, SCORER, BlRecord)
BlScorer *bl_scorer_new (const char *id);

/* Kind "score": what a scorer gives an option on a criterion. Fields: option, criterion, scorer (references;
 * scorer unset: agreed by all), value (real: 0 to 100), date (date); long text reason. */
#define BL_TYPE_SCORE (bl_score_get_type ())
G_DECLARE_FINAL_TYPE (BlScore, bl_score, BL, SCORE, BlRecord)
BlScore *bl_score_new (const char *id);

/* Kind "swing": a raw weight that one scorer gives. Fields: criterion, scorer (references), value (real). */
#define BL_TYPE_SWING (bl_swing_get_type ())
G_DECLARE_FINAL_TYPE (BlSwing, bl_swing, BL, SWING, BlRecord)
BlSwing *bl_swing_new (const char *id);

/* Kind "appraisal": an appraisal of options. Fields: title, agreed (date: criteria and weights), price-year
 * (text), years (integer: the last year, 10), rate (real: percent, 3.5), rate-date (date: of the rate),
 * target (money: saving a year wanted), signed, signed-by (financial case), public-heard (boolean: views of
 * the public count now); long texts: question, note; lists, wrapped: options (BlOption), criteria
 * (BlWeighedCriterion), scorers (BlScorer), scores (BlScore), swings (BlSwing). */
#define BL_TYPE_APPRAISAL (bl_appraisal_get_type ())
G_DECLARE_FINAL_TYPE (BlAppraisal, bl_appraisal, BL, APPRAISAL, BlRecord)
BlAppraisal *bl_appraisal_new (const char *id);

/* Kind "risk": a risk. Fields: item ("risk.staff"; unset: one of the user's own), title, likelihood, impact
 * (integers 1 to 5), left-likelihood, left-impact (integers: after the response), response (text: avoid,
 * reduce, share, accept), owner, stage, review, looked-at, closed (dates), about (reference: an option, an
 * action); long texts: cause, effect, early-sign, mitigation, note. */
#define BL_TYPE_RISK (bl_risk_get_type ())
G_DECLARE_FINAL_TYPE (BlRisk, bl_risk, BL, RISK, BlRecord)
BlRisk *bl_risk_new (const char *id);

G_END_DECLS
