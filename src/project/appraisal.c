/* appraisal.c: options weighed: sift, criteria, weights, scores, costs over years, risks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "appraisal.h"

#include <glib/gi18n-lib.h>

struct _BlSift
{
  BlRecord parent;
};

struct _BlCostLine
{
  BlRecord parent;
};

struct _BlOption
{
  BlRecord parent;
};

struct _BlWeighedCriterion
{
  BlRecord parent;
};

struct _BlScorer
{
  BlRecord parent;
};

struct _BlScore
{
  BlRecord parent;
};

struct _BlSwing
{
  BlRecord parent;
};

struct _BlAppraisal
{
  BlRecord parent;
};

struct _BlRisk
{
  BlRecord parent;
};

G_DEFINE_FINAL_TYPE (BlSift, bl_sift, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlCostLine, bl_cost_line, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlOption, bl_option, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlWeighedCriterion, bl_weighed_criterion, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlScorer, bl_scorer, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlScore, bl_score, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlSwing, bl_swing, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlAppraisal, bl_appraisal, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlRisk, bl_risk, BL_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (BlSiftMark,
                    bl_sift_mark,
                    G_DEFINE_ENUM_VALUE (BL_SIFT_UNKNOWN, "not-known"),
                    G_DEFINE_ENUM_VALUE (BL_SIFT_PASS, "pass"),
                    G_DEFINE_ENUM_VALUE (BL_SIFT_CONDITION, "condition"),
                    G_DEFINE_ENUM_VALUE (BL_SIFT_FAIL, "fail"))

const char *
bl_sift_mark_get_title (BlSiftMark self)
{
  switch (self)
    {
    case BL_SIFT_PASS:
      return N_ ("Passes");
    case BL_SIFT_CONDITION:
      return N_ ("Passes with a condition");
    case BL_SIFT_FAIL:
      return N_ ("Fails");
    case BL_SIFT_UNKNOWN:
    default:
      return N_ ("Not known");
    }
}

static void
bl_sift_class_init (BlSiftClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "sift", N_ ("sift"));
  bl_record_class_add_text (record_class, "factor", N_ ("factor"));
  bl_record_class_add_enum (record_class, "mark", N_ ("mark"), BL_TYPE_SIFT_MARK);
  bl_record_class_add_date (record_class, "date", N_ ("date"));
  bl_record_class_add_text (record_class, "by", N_ ("by"));
  bl_record_class_add_long_text (record_class, "reason", N_ ("reason"));
}

static void
bl_sift_init (BlSift *self)
{
}

BlSift *
bl_sift_new (const char *id)
{
  BlSift *self = g_object_new (BL_TYPE_SIFT, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_cost_line_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("cost"));
}

static void
bl_cost_line_class_init (BlCostLineClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_cost_line_describe;
  bl_record_class_set_kind (record_class, "cost", N_ ("cost"));
  bl_record_class_add_text (record_class, "category", N_ ("category"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_integer (record_class, "from", N_ ("first year"));
  bl_record_class_add_integer (record_class, "to", N_ ("last year"));
  bl_record_class_add_money (record_class, "amount", N_ ("amount a year"));
  bl_record_class_add_real (record_class, "optimism", N_ ("percent added for optimism"));
  bl_record_class_add_text (record_class, "certainty", N_ ("certainty"));
  bl_record_class_add_text (record_class, "budget", N_ ("budget"));
  bl_record_class_add_reference (record_class, "library", N_ ("library"));
  bl_record_class_add_long_text (record_class, "note", N_ ("note"));
}

static void
bl_cost_line_init (BlCostLine *self)
{
}

BlCostLine *
bl_cost_line_new (const char *id)
{
  BlCostLine *self = g_object_new (BL_TYPE_COST_LINE, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_option_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("option"));
}

static void
bl_option_class_init (BlOptionClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_option_describe;
  bl_record_class_set_kind (record_class, "option", N_ ("option"));
  bl_record_class_add_text (record_class, "letter", N_ ("letter"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "type", N_ ("kind of option"));
  bl_record_class_add_reference (record_class, "scenario", N_ ("scenario"));
  bl_record_class_add_text (record_class, "baseline", N_ ("baseline"));
  bl_record_class_add_text (record_class, "counter-by", N_ ("proposed by"));
  bl_record_class_add_date (record_class, "received", N_ ("received"));
  bl_record_class_add_date (record_class, "replied", N_ ("replied"));
  bl_record_class_add_boolean (record_class, "short-listed", N_ ("on the short list"));
  bl_record_class_add_date (record_class, "dropped", N_ ("date dropped"));
  bl_record_class_add_text (record_class, "consulted", N_ ("open to change"));
  bl_record_class_add_long_text (record_class, "summary", N_ ("summary"));
  bl_record_class_add_long_text (record_class, "reason", N_ ("reason"));
  bl_record_class_add_long_text (record_class, "conditions", N_ ("conditions"));
  bl_record_class_add_list (record_class, "sifts", N_ ("sift"), BL_TYPE_SIFT, FALSE);
  bl_record_class_add_list (record_class, "costs", N_ ("costs"), BL_TYPE_COST_LINE, FALSE);
  bl_record_class_add_list (record_class, "marks", N_ ("marks"), BL_TYPE_LENS_MARKING, FALSE);
}

static void
bl_option_init (BlOption *self)
{
}

BlOption *
bl_option_new (const char *id)
{
  BlOption *self = g_object_new (BL_TYPE_OPTION, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_weighed_criterion_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("criterion of an appraisal"));
}

static void
bl_weighed_criterion_class_init (BlWeighedCriterionClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_weighed_criterion_describe;
  bl_record_class_set_kind (record_class, "weighed", N_ ("criterion of an appraisal"));
  bl_record_class_add_text (record_class, "item", N_ ("of the library of criteria"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "theme", N_ ("theme"));
  bl_record_class_add_real (record_class, "swing", N_ ("swing weight"));
  bl_record_class_add_text (record_class, "function", N_ ("value function"));
  bl_record_class_add_text (record_class, "measure", N_ ("figure that feeds it"));
  bl_record_class_add_real (record_class, "worst", N_ ("worst, worth 0"));
  bl_record_class_add_real (record_class, "best", N_ ("best, worth 100"));
  bl_record_class_add_long_text (record_class, "note", N_ ("note"));
}

static void
bl_weighed_criterion_init (BlWeighedCriterion *self)
{
}

BlWeighedCriterion *
bl_weighed_criterion_new (const char *id)
{
  BlWeighedCriterion *self = g_object_new (BL_TYPE_WEIGHED_CRITERION, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_scorer_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "name");

  return g_strdup (words != NULL ? words : _ ("scorer"));
}

static void
bl_scorer_class_init (BlScorerClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_scorer_describe;
  bl_record_class_set_kind (record_class, "scorer", N_ ("scorer"));
  bl_record_class_add_text (record_class, "name", N_ ("name"));
  bl_record_class_add_text (record_class, "role", N_ ("role"));
}

static void
bl_scorer_init (BlScorer *self)
{
}

BlScorer *
bl_scorer_new (const char *id)
{
  BlScorer *self = g_object_new (BL_TYPE_SCORER, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static void
bl_score_class_init (BlScoreClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "score", N_ ("score"));
  bl_record_class_add_reference (record_class, "option", N_ ("option"));
  bl_record_class_add_reference (record_class, "criterion", N_ ("criterion"));
  bl_record_class_add_reference (record_class, "scorer", N_ ("scorer"));
  bl_record_class_add_real (record_class, "value", N_ ("score"));
  bl_record_class_add_date (record_class, "date", N_ ("date"));
  bl_record_class_add_long_text (record_class, "reason", N_ ("reason"));
}

static void
bl_score_init (BlScore *self)
{
}

BlScore *
bl_score_new (const char *id)
{
  BlScore *self = g_object_new (BL_TYPE_SCORE, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static void
bl_swing_class_init (BlSwingClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "swing", N_ ("weight of a scorer"));
  bl_record_class_add_reference (record_class, "criterion", N_ ("criterion"));
  bl_record_class_add_reference (record_class, "scorer", N_ ("scorer"));
  bl_record_class_add_real (record_class, "value", N_ ("weight"));
}

static void
bl_swing_init (BlSwing *self)
{
}

BlSwing *
bl_swing_new (const char *id)
{
  BlSwing *self = g_object_new (BL_TYPE_SWING, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_appraisal_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("appraisal"));
}

static void
bl_appraisal_class_init (BlAppraisalClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_appraisal_describe;
  bl_record_class_set_kind (record_class, "appraisal", N_ ("appraisal"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_date (record_class, "agreed", N_ ("criteria and weights agreed"));
  bl_record_class_add_text (record_class, "price-year", N_ ("prices of"));
  bl_record_class_add_integer (record_class, "years", N_ ("last year"));
  bl_record_class_add_real (record_class, "rate", N_ ("rate of discount"));
  bl_record_class_add_date (record_class, "rate-date", N_ ("date of the rate"));
  bl_record_class_add_money (record_class, "target", N_ ("saving wanted"));
  bl_record_class_add_date (record_class, "signed", N_ ("financial case signed"));
  bl_record_class_add_text (record_class, "signed-by", N_ ("signed by"));
  bl_record_class_add_boolean (record_class, "public-heard", N_ ("the public was heard"));
  bl_record_class_add_long_text (record_class, "question", N_ ("question"));
  bl_record_class_add_long_text (record_class, "note", N_ ("note"));
  bl_record_class_add_list (record_class, "options", N_ ("options"), BL_TYPE_OPTION, TRUE);
  bl_record_class_add_list (record_class, "criteria", N_ ("criteria"), BL_TYPE_WEIGHED_CRITERION, TRUE);
  bl_record_class_add_list (record_class, "scorers", N_ ("scorers"), BL_TYPE_SCORER, TRUE);
  bl_record_class_add_list (record_class, "scores", N_ ("scores"), BL_TYPE_SCORE, TRUE);
  bl_record_class_add_list (record_class, "swings", N_ ("weights of scorers"), BL_TYPE_SWING, TRUE);
}

static void
bl_appraisal_init (BlAppraisal *self)
{
}

BlAppraisal *
bl_appraisal_new (const char *id)
{
  BlAppraisal *self = g_object_new (BL_TYPE_APPRAISAL, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_risk_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("risk"));
}

static void
bl_risk_class_init (BlRiskClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_risk_describe;
  bl_record_class_set_kind (record_class, "risk", N_ ("risk"));
  bl_record_class_add_text (record_class, "item", N_ ("of the library of risks"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_integer (record_class, "likelihood", N_ ("likelihood"));
  bl_record_class_add_integer (record_class, "impact", N_ ("impact"));
  bl_record_class_add_integer (record_class, "left-likelihood", N_ ("likelihood left"));
  bl_record_class_add_integer (record_class, "left-impact", N_ ("impact left"));
  bl_record_class_add_text (record_class, "response", N_ ("response"));
  bl_record_class_add_text (record_class, "owner", N_ ("owner"));
  bl_record_class_add_text (record_class, "stage", N_ ("stage"));
  bl_record_class_add_date (record_class, "review", N_ ("look again on"));
  bl_record_class_add_date (record_class, "looked-at", N_ ("last looked at"));
  bl_record_class_add_date (record_class, "closed", N_ ("closed"));
  bl_record_class_add_reference (record_class, "about", N_ ("what it is about"));
  bl_record_class_add_long_text (record_class, "cause", N_ ("cause"));
  bl_record_class_add_long_text (record_class, "effect", N_ ("effect"));
  bl_record_class_add_long_text (record_class, "early-sign", N_ ("early sign"));
  bl_record_class_add_long_text (record_class, "mitigation", N_ ("mitigation"));
  bl_record_class_add_long_text (record_class, "note", N_ ("note"));
}

static void
bl_risk_init (BlRisk *self)
{
}

BlRisk *
bl_risk_new (const char *id)
{
  BlRisk *self = g_object_new (BL_TYPE_RISK, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}
