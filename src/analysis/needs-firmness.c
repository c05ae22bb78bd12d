/* needs-firmness.c: how far an order of need rests on its weights
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "needs.h"

#include <math.h>
#include <string.h>

/* What is worked out again for every test; the figures themselves are shared. */
static BlNeeds *
trial_new (const BlNeeds *needs)
{
  BlNeeds *trial = g_new0 (BlNeeds, 1);
  guint n = MAX (needs->n_rows, 1);

  trial->n_rows = needs->n_rows;
  trial->n_measures = needs->n_measures;
  trial->scaled = needs->scaled;
  trial->index = g_new (double, n);
  trial->rank = g_new0 (guint, n);
  trial->missing = g_new0 (guint, n);
  trial->order = g_new0 (guint, n);
  return trial;
}

static void
trial_free (BlNeeds *trial)
{
  trial->scaled = NULL;
  bl_needs_free (trial);
}

/* @moved with one weight set to @weight, the others in proportion to fill what is left of the total. */
static void
move_weight (BlNeedsQuestion *moved, const BlNeedsQuestion *question, guint measure, double weight, double total)
{
  double own = question->measures[measure].weight;
  double others = (total - weight) / (total - own);

  for (guint m = 0; m < question->n_measures; m++)
    moved->measures[m].weight = m == measure ? weight : fmax (0, question->measures[m].weight) * others;
}

static void
take_test (BlNeedsFirmness *firmness, const BlNeeds *needs, const BlNeeds *trial, const gint8 *classes, guint n_classes,
           gboolean *stays)
{
  g_autofree gint8 *moved = bl_needs_classes (trial, n_classes);

  firmness->n_tests++;
  for (guint i = 0; i < needs->n_rows; i++)
    firmness->changed_class[i] += moved[i] != classes[i];
  for (guint i = 0; i < firmness->top; i++)
    if (trial->rank[needs->order[i]] > firmness->top)
      stays[i] = FALSE;
}

BlNeedsFirmness *
bl_needs_firmness_new (const BlNeeds *needs,
                       const BlNeedsQuestion *question,
                       double share,
                       double points,
                       guint top,
                       guint n_classes)
{
  BlNeedsFirmness *firmness = g_new0 (BlNeedsFirmness, 1);
  g_autoptr (BlNeedsQuestion) moved = bl_needs_question_copy (question);
  g_autofree gint8 *classes = bl_needs_classes (needs, n_classes);
  g_autofree gboolean *stays = NULL;
  BlNeeds *trial = trial_new (needs);
  double total = bl_needs_question_total (question);

  firmness->n_rows = needs->n_rows;
  firmness->top = MIN (top, needs->n_known);
  firmness->changed_class = g_new0 (guint, MAX (needs->n_rows, 1));
  stays = g_new (gboolean, MAX (firmness->top, 1));
  for (guint i = 0; i < firmness->top; i++)
    stays[i] = TRUE;

  for (guint m = 0; m < question->n_measures; m++)
    {
      double weight = question->measures[m].weight;
      double step = points > 0 ? points * total / 100 : share * weight;

      if (!(weight > 0) || !(total > weight))
        continue;
      for (int sign = -1; sign <= 1; sign += 2)
        {
          move_weight (moved, question, m, CLAMP (weight + sign * step, 0, total), total);
          bl_needs_weigh (trial, moved);
          take_test (firmness, needs, trial, classes, n_classes, stays);
        }
    }
  trial_free (trial);

  for (guint i = 0; i < firmness->top; i++)
    firmness->stay += stays[i];
  for (guint i = 0; i < needs->n_rows; i++)
    firmness->n_changed += firmness->changed_class[i] > 0;
  return firmness;
}

BlNeedsFirmness *
bl_needs_firmness_compute (const BlFacts *facts,
                           const BlNeedsQuestion *question,
                           const BlAccess *access,
                           double share,
                           double points,
                           guint top,
                           guint n_classes,
                           GError **error)
{
  g_autoptr (BlNeeds) needs = bl_needs_compute (facts, question, access, error);

  return needs != NULL ? bl_needs_firmness_new (needs, question, share, points, top, n_classes) : NULL;
}

void
bl_needs_firmness_free (BlNeedsFirmness *firmness)
{
  if (firmness == NULL)
    return;
  g_free (firmness->changed_class);
  g_free (firmness);
}
