/* appraisal-study.c: an appraisal worked out: scores, order, what would change it, money over years, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "appraisal-study.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "text.h"

#define USUAL_YEARS 10

/* --- Money ------------------------------------------------------------------------- */

static BlCostKind
get_kind (const char *category)
{
  if (category == NULL)
    return BL_COST_RUNNING;
  if (g_str_has_prefix (category, "memo.") || g_str_has_prefix (category, "user."))
    return BL_COST_MEMO;
  return g_str_has_prefix (category, "once.") || g_str_has_prefix (category, "life.") ? BL_COST_ONCE
                                                                                      : BL_COST_RUNNING;
}

static BlCostYears *
reckon (BlRecord *option, guint last, double rate)
{
  GListModel *costs = bl_record_get_list (option, "costs");
  guint n = g_list_model_get_n_items (costs);
  g_autofree BlCostFlow *flows = g_new0 (BlCostFlow, n + 1);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlRecord) cost = g_list_model_get_item (costs, i);
      gint64 from = 0, to = 0, pence = 0;
      double optimism = 0;

      bl_record_get_integer (cost, "from", &from);
      if (!bl_record_get_integer (cost, "to", &to))
        to = from;
      bl_record_get_money (cost, "amount", &pence);
      bl_record_get_real (cost, "optimism", &optimism);
      flows[i] = (BlCostFlow){ get_kind (bl_record_get_text (cost, "category")),
                               (guint) CLAMP (from, 0, BL_COST_LAST_YEAR),
                               (guint) CLAMP (to, 0, BL_COST_LAST_YEAR), pence, optimism };
    }
  return n > 0 ? bl_cost_years_new (flows, n, last, rate, 0) : NULL;
}

/* --- Gathering ---------------------------------------------------------------------- */

static void
gather_options (BlAppraisalStudy *self)
{
  GListModel *options = bl_record_get_list (BL_RECORD (self->appraisal), "options");
  guint n = g_list_model_get_n_items (options);
  int nothing = -1;

  self->options = g_new0 (BlAppraisalOption, n + 1);
  self->minimum = -1;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlRecord) option = g_list_model_get_item (options, i); /* the list holds it */
      const char *baseline = bl_record_get_text (option, "baseline");
      BlAppraisalOption *entry = &self->options[self->n_options];

      /* The baselines stay in for comparison even when they fail. */
      if (bl_record_is_known (option, "dropped") && baseline == NULL)
        continue;
      entry->option = BL_OPTION (option);
      entry->baseline = baseline != NULL;
      entry->years = reckon (option, self->years, self->rate);
      if (g_strcmp0 (baseline, "minimum") == 0)
        self->minimum = (int) self->n_options;
      else if (g_strcmp0 (baseline, "nothing") == 0)
        nothing = (int) self->n_options;
      self->n_options++;
    }
  if (self->minimum < 0)
    self->minimum = nothing;
  for (guint i = 0; i < self->n_options; i++)
    if (self->minimum >= 0 && (int) i != self->minimum && self->options[i].years != NULL
        && self->options[self->minimum].years != NULL)
      self->options[i].pair = bl_cost_pair_new (self->options[self->minimum].years, self->options[i].years);
}

static void
gather_criteria (BlAppraisalStudy *self)
{
  GListModel *criteria = bl_record_get_list (BL_RECORD (self->appraisal), "criteria");

  self->criteria = g_new0 (BlWeighedCriterion *, g_list_model_get_n_items (criteria) + 1);
  for (guint i = 0; i < g_list_model_get_n_items (criteria); i++)
    {
      g_autoptr (BlRecord) criterion = g_list_model_get_item (criteria, i);

      self->criteria[self->n_criteria++] = BL_WEIGHED_CRITERION (criterion);
    }
}

/* Agreed by all, else the middle of what the scorers gave, with its spread. */
static BlAppraisalMark
find_score (BlAppraisalStudy *self, BlRecord *option, BlRecord *criterion)
{
  GListModel *scores = bl_record_get_list (BL_RECORD (self->appraisal), "scores");
  BlAppraisalMark mark = { NAN, NAN, NAN, NAN };
  double sum = 0, agreed = NAN, value;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (scores); i++)
    {
      g_autoptr (BlRecord) score = g_list_model_get_item (scores, i);

      if (g_strcmp0 (bl_record_get_text (score, "option"), bl_record_get_id (option)) != 0
          || g_strcmp0 (bl_record_get_text (score, "criterion"), bl_record_get_id (criterion)) != 0
          || !bl_record_get_real (score, "value", &value))
        continue;
      if (bl_record_get_text (score, "scorer") == NULL)
        agreed = value;
      else
        {
          sum += value;
          n++;
          mark.low = n == 1 ? value : fmin (mark.low, value);
          mark.high = n == 1 ? value : fmax (mark.high, value);
        }
    }
  if (n < 2)
    mark.low = mark.high = NAN;
  mark.value = !isnan (agreed) ? agreed : n > 0 ? sum / n : NAN;
  return mark;
}

static BlValueFunction
get_function (const char *name)
{
  return g_strcmp0 (name, "threshold") == 0 ? BL_VALUE_THRESHOLD
         : g_strcmp0 (name, "plateau") == 0 ? BL_VALUE_PLATEAU
         : g_strcmp0 (name, "curve") == 0   ? BL_VALUE_CURVE
                                            : BL_VALUE_LINEAR;
}

/* Figures of the appraisal itself: whole-life cost, and the saving of the last year against do minimum. */
static double
find_measure (const BlAppraisalStudy *self, guint option, const char *measure)
{
  const BlCostYears *years = self->options[option].years;
  const BlCostYears *base = self->minimum >= 0 ? self->options[self->minimum].years : NULL;

  if (years == NULL)
    return NAN;
  if (g_str_equal (measure, "npc"))
    return years->net_present;
  if (g_str_equal (measure, "saving") && base != NULL)
    return base->cash[base->n - 1] - years->cash[years->n - 1];
  return NAN;
}

static void
measure (BlAppraisalStudy *self, guint criterion)
{
  BlRecord *record = BL_RECORD (self->criteria[criterion]);
  const char *measure = bl_record_get_text (record, "measure"),
             *function = bl_record_get_text (record, "function");
  double worst = NAN, best = NAN, least = NAN, most = NAN;
  gboolean less_is_better = g_strcmp0 (measure, "npc") == 0;

  for (guint i = 0; i < self->n_options; i++)
    {
      double found = find_measure (self, i, measure);

      self->marks[i * self->n_criteria + criterion].measure = found;
      least = isnan (least) ? found : fmin (least, found);
      most = isnan (most) ? found : fmax (most, found);
    }
  /* Without anchors, those of the options at hand. */
  if (!bl_record_get_real (record, "worst", &worst))
    worst = less_is_better ? most : least;
  if (!bl_record_get_real (record, "best", &best))
    best = less_is_better ? least : most;
  for (guint i = 0; i < self->n_options; i++)
    {
      BlAppraisalMark *mark = &self->marks[i * self->n_criteria + criterion];

      mark->value = bl_value_function (get_function (function), mark->measure, worst, best);
    }
}

static void
gather_marks (BlAppraisalStudy *self)
{
  self->marks = g_new0 (BlAppraisalMark, self->n_options * self->n_criteria + 1);
  self->values = g_new0 (double, self->n_options * self->n_criteria + 1);
  for (guint j = 0; j < self->n_criteria; j++)
    {
      BlRecord *criterion = BL_RECORD (self->criteria[j]);

      if (bl_record_get_text (criterion, "measure") != NULL
          && g_strcmp0 (bl_record_get_text (criterion, "function"), "direct") != 0)
        measure (self, j);
      else
        for (guint i = 0; i < self->n_options; i++)
          self->marks[i * self->n_criteria + j]
              = find_score (self, BL_RECORD (self->options[i].option), criterion);
    }
  self->n_marks = self->n_options * self->n_criteria;
  for (guint i = 0; i < self->n_marks; i++)
    {
      self->values[i] = self->marks[i].value;
      self->n_unknown += isnan (self->values[i]);
    }
}

/* --- Words --------------------------------------------------------------------------- */

const char *
bl_appraisal_study_get_title (const BlAppraisalStudy *self, guint option)
{
  const char *title = bl_record_get_text (BL_RECORD (self->options[option].option), "title");

  return title != NULL ? title : _ ("an option");
}

static const char *
get_criterion (const BlAppraisalStudy *self, guint criterion)
{
  const char *title = bl_record_get_text (BL_RECORD (self->criteria[criterion]), "title");

  return title != NULL ? title : _ ("a criterion");
}

static void
say (BlAppraisalStudy *self, char *sentence)
{
  g_ptr_array_add (self->sentences, sentence);
}

/* The nearest change of the first place by one weight alone. */
static void
say_firm (BlAppraisalStudy *self)
{
  const BlAppraise *answer = self->answer;
  double nearest = NAN;
  guint at = 0;
  gboolean up = FALSE;

  for (guint i = 0; i < self->n_criteria; i++)
    {
      double above = answer->above[i].option >= 0 ? answer->above[i].weight - answer->weights[i] : NAN;
      double below = answer->below[i].option >= 0 ? answer->weights[i] - answer->below[i].weight : NAN;

      if (!isnan (above) && (isnan (nearest) || above < nearest))
        {
          nearest = above;
          at = i;
          up = TRUE;
        }
      if (!isnan (below) && (isnan (nearest) || below < nearest))
        {
          nearest = below;
          at = i;
          up = FALSE;
        }
    }
  if (isnan (nearest))
    say (self, g_strdup (_ ("No single weight changes the first place.")));
  else
    {
      g_autofree char *from = bl_text_number (100 * answer->weights[at], 1);
      g_autofree char *to
          = bl_text_number (100 * (up ? answer->above[at].weight : answer->below[at].weight), 1);

      say (self, g_strdup_printf (_ ("The order changes if the weight of %s moves from %s%% to %s%%."),
                                  get_criterion (self, at), from, to));
    }
}

static void
say_spread (BlAppraisalStudy *self)
{
  guint widest = 0;
  double most = 0;

  for (guint i = 0; i < self->n_marks; i++)
    if (self->marks[i].high - self->marks[i].low > most)
      {
        most = self->marks[i].high - self->marks[i].low;
        widest = i;
      }
  if (most > 0)
    {
      g_autofree char *low = bl_text_number (self->marks[widest].low, 0),
                      *high = bl_text_number (self->marks[widest].high, 0);

      say (self, g_strdup_printf (_ ("Scorers differ most on %s for %s: from %s to %s."),
                                  get_criterion (self, widest % self->n_criteria),
                                  bl_appraisal_study_get_title (self, widest / self->n_criteria), low, high));
    }
}

static void
say_money (BlAppraisalStudy *self)
{
  const BlAppraise *answer = self->answer;
  const BlCostYears *first = answer->first >= 0 ? self->options[answer->first].years : NULL;
  const BlCostYears *second = answer->second >= 0 ? self->options[answer->second].years : NULL;
  g_autofree char *sum = NULL, *rate = NULL;
  double more;

  if (first == NULL || second == NULL)
    return;
  more = first->net_present - second->net_present;
  sum = bl_text_number (fabs (more), 0);
  rate = bl_text_number (self->rate, self->rate == round (self->rate) ? 0 : 1);
  say (self,
       g_strdup_printf (more >= 0 ? _ ("%s costs £%s more than %s over %u years at %s%%.")
                                  : _ ("%s costs £%s less than %s over %u years at %s%%."),
                        bl_appraisal_study_get_title (self, (guint) answer->first), sum,
                        bl_appraisal_study_get_title (self, (guint) answer->second), self->years + 1, rate));
}

static void
say_all (BlAppraisalStudy *self)
{
  const BlAppraise *answer = self->answer;

  if (answer->first >= 0 && answer->second >= 0)
    {
      g_autofree char *total = bl_text_number (answer->totals[answer->first], 1),
                      *gap = bl_text_number (answer->gap, 1);

      say (self, g_strdup_printf (_ ("%s scores highest (%s); %s is %s points behind."),
                                  bl_appraisal_study_get_title (self, (guint) answer->first), total,
                                  bl_appraisal_study_get_title (self, (guint) answer->second), gap));
      say_firm (self);
    }
  say_spread (self);
  for (guint i = 0; i < self->n_options; i++)
    if (answer->dominated_by[i] >= 0)
      say (self, g_strdup_printf (_ ("%s is no better than %s on any criterion and worse on %u."),
                                  bl_appraisal_study_get_title (self, i),
                                  bl_appraisal_study_get_title (self, (guint) answer->dominated_by[i]),
                                  answer->worse_on[i]));
  say_money (self);
  if (self->n_unknown > 0)
    say (self, g_strdup_printf (_ ("%u of %u marks are not known; they are left out, not counted as nought."),
                                self->n_unknown, self->n_marks));
  say (self, g_strdup (_ ("This comparison helps a decision; it does not make one.")));
}

/* --- Public ---------------------------------------------------------------------------- */

static double
get_swing (BlRecord *criterion, GHashTable *weights)
{
  const char *item = bl_record_get_text (criterion, "item");
  const double *own = weights != NULL ? g_hash_table_lookup (weights, bl_record_get_id (criterion)) : NULL;
  double swing = 0;

  if (own == NULL && weights != NULL && item != NULL)
    own = g_hash_table_lookup (weights, item);
  if (own != NULL)
    return *own;
  bl_record_get_real (criterion, "swing", &swing);
  return fmax (swing, 0);
}

BlAppraisalStudy *
bl_appraisal_study_new (BlProject *project, BlAppraisal *appraisal, GHashTable *weights)
{
  BlAppraisalStudy *self = g_new0 (BlAppraisalStudy, 1);
  gint64 years = USUAL_YEARS;
  g_autofree double *swings = NULL;

  self->appraisal = g_object_ref (appraisal);
  self->sentences = g_ptr_array_new_with_free_func (g_free);
  self->rate = BL_COST_STANDARD_RATE;
  bl_record_get_real (BL_RECORD (appraisal), "rate", &self->rate);
  bl_record_get_integer (BL_RECORD (appraisal), "years", &years);
  self->years = (guint) CLAMP (years, 0, BL_COST_LAST_YEAR);
  self->n_scorers = g_list_model_get_n_items (bl_record_get_list (BL_RECORD (appraisal), "scorers"));
  gather_options (self);
  gather_criteria (self);
  gather_marks (self);
  swings = g_new0 (double, self->n_criteria + 1);
  for (guint i = 0; i < self->n_criteria; i++)
    swings[i] = get_swing (BL_RECORD (self->criteria[i]), weights);
  self->answer = bl_appraise_new (swings, self->values, self->n_options, self->n_criteria);
  say_all (self);
  return self;
}

void
bl_appraisal_study_free (BlAppraisalStudy *self)
{
  for (guint i = 0; i < self->n_options; i++)
    {
      g_clear_pointer (&self->options[i].years, bl_cost_years_free);
      g_clear_pointer (&self->options[i].pair, bl_cost_pair_free);
    }
  g_free (self->options);
  g_free (self->criteria);
  g_free (self->marks);
  g_free (self->values);
  bl_appraise_free (self->answer);
  g_ptr_array_unref (self->sentences);
  g_object_unref (self->appraisal);
  g_free (self);
}
