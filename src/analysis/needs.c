/* needs.c: which areas and which libraries' people need a library most
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "needs-measure.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Indices that agree to so many parts of 1 are one: they are sums of the same figures in another order. */
#define ALIKE 1e9
/* The share of the weight that must be known for a row to be ranked, but for rounding. */
#define KNOWN_SHARE (0.5 - 1e-9)

/* --- Questions ----------------------------------------------------------- */

BlNeedsQuestion *
bl_needs_question_new_empty (gboolean of_libraries)
{
  BlNeedsQuestion *question = g_new0 (BlNeedsQuestion, 1);

  question->of_libraries = of_libraries;
  return question;
}

void
bl_needs_question_add (BlNeedsQuestion *question,
                       const char *value,
                       const char *title,
                       BlDirection direction,
                       BlNormalise normalise,
                       double weight)
{
  question->measures = g_renew (BlNeedsMeasure, question->measures, question->n_measures + 1);
  question->measures[question->n_measures++] = (BlNeedsMeasure){
    .value = g_strdup (value),
    .title = g_strdup (title),
    .direction = direction,
    .normalise = normalise != BL_NORMALISE_UNKNOWN ? normalise : BL_NORMALISE_RANK,
    .weight = weight,
  };
}

BlNeedsQuestion *
bl_needs_question_new (BlNeedsIndex *index)
{
  BlRecord *record = BL_RECORD (index);
  BlNormalise usual = bl_record_get_enum (record, "normalise");
  BlNeedsQuestion *question
      = bl_needs_question_new_empty (g_strcmp0 (bl_record_get_text (record, "subject"), "libraries") == 0);
  GListModel *measures = bl_record_get_list (record, "measures");

  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr (BlRecord) measure = g_list_model_get_item (measures, i);
      BlNormalise own = bl_record_get_enum (measure, "normalise");
      double weight = 0;

      bl_record_get_real (measure, "weight", &weight);
      bl_needs_question_add (question, bl_record_get_text (measure, "value"), bl_record_get_text (measure, "title"),
                             bl_record_get_enum (measure, "direction"), own != BL_NORMALISE_UNKNOWN ? own : usual,
                             weight);
    }
  return question;
}

BlNeedsQuestion *
bl_needs_question_copy (const BlNeedsQuestion *question)
{
  BlNeedsQuestion *copy = bl_needs_question_new_empty (question->of_libraries);

  copy->statutory = question->statutory;
  copy->cross_boundary = question->cross_boundary;
  for (guint i = 0; i < question->n_measures; i++)
    {
      const BlNeedsMeasure *it = &question->measures[i];

      bl_needs_question_add (copy, it->value, it->title, it->direction, it->normalise, it->weight);
    }
  return copy;
}

void
bl_needs_question_free (BlNeedsQuestion *question)
{
  if (question == NULL)
    return;
  for (guint i = 0; i < question->n_measures; i++)
    {
      g_free (question->measures[i].value);
      g_free (question->measures[i].title);
    }
  g_free (question->measures);
  g_free (question);
}

double
bl_needs_question_total (const BlNeedsQuestion *question)
{
  double total = 0;

  for (guint i = 0; i < question->n_measures; i++)
    total += fmax (0, question->measures[i].weight);
  return total;
}

/* --- Rows ---------------------------------------------------------------- */

static BlNeeds *
needs_new (guint n_rows, guint n_measures)
{
  BlNeeds *needs = g_new0 (BlNeeds, 1);
  gsize cells = MAX ((gsize) n_rows * n_measures, 1);

  needs->n_rows = n_rows;
  needs->n_measures = n_measures;
  needs->rows = g_new0 (guint, MAX (n_rows, 1));
  needs->raw = g_new (double, cells);
  needs->scaled = g_new (double, cells);
  needs->index = g_new (double, MAX (n_rows, 1));
  needs->rank = g_new0 (guint, MAX (n_rows, 1));
  needs->missing = g_new0 (guint, MAX (n_rows, 1));
  needs->order = g_new0 (guint, MAX (n_rows, 1));
  needs->unknown = g_new0 (guint, MAX (n_measures, 1));
  return needs;
}

gboolean
bl_needs_ranks_library (const BlFacts *facts, const BlNeedsQuestion *question, guint library)
{
  return !facts->libraries[library].nearby
         && bl_access_counts (facts, &(BlAccessQuestion){ .statutory = question->statutory }, library);
}

static BlNeeds *
rows_of_areas (const BlFacts *facts, const BlNeedsQuestion *question)
{
  BlNeeds *needs = needs_new (facts->n_areas, question->n_measures);

  for (guint i = 0; i < facts->n_areas; i++)
    needs->rows[i] = i;
  return needs;
}

static BlNeeds *
rows_of_libraries (const BlFacts *facts, const BlNeedsQuestion *question)
{
  BlNeeds *needs = needs_new (facts->n_libraries, question->n_measures);

  needs->n_rows = 0;
  for (guint i = 0; i < facts->n_libraries; i++)
    if (bl_needs_ranks_library (facts, question, i))
      needs->rows[needs->n_rows++] = i;
  return needs;
}

static BlDirection
usual_direction (const BlFacts *facts, const BlNeedsMeasure *measure, gboolean of_libraries)
{
  g_autoptr (BlNeedsMeasureAbout) about = NULL;

  if (measure->direction != BL_DIRECTION_UNKNOWN)
    return measure->direction;
  about = bl_needs_measure_about (facts, measure->value, of_libraries);
  return about->direction;
}

/* One column: the figures of a measure in every row, as they are and brought to 0 … 100. */
static void
fill_column (BlNeeds *needs, const BlFacts *facts, const BlNeedsQuestion *question, const BlAccess *access, guint measure)
{
  const BlNeedsMeasure *it = &question->measures[measure];
  guint n = MAX (MAX (facts->n_areas, facts->n_libraries), 1);
  g_autofree double *all = g_new (double, n), *raw = g_new (double, n), *scaled = g_new (double, n);

  if (question->of_libraries)
    bl_needs_measure_of_libraries (facts, question, access, it->value, all);
  else
    bl_needs_measure_of_areas (facts, access, it->value, all);
  for (guint i = 0; i < needs->n_rows; i++)
    raw[i] = all[needs->rows[i]];
  bl_needs_scale (raw, needs->n_rows, usual_direction (facts, it, question->of_libraries), it->normalise, scaled);
  for (guint i = 0; i < needs->n_rows; i++)
    {
      needs->raw[i * needs->n_measures + measure] = isfinite (raw[i]) ? raw[i] : NAN;
      needs->scaled[i * needs->n_measures + measure] = scaled[i];
      needs->unknown[measure] += !isfinite (raw[i]);
    }
}

/* --- Weights ------------------------------------------------------------- */

/* What rows are ordered by: not known comes last. */
static gint64
sort_key (const double *index, guint row)
{
  return isnan (index[row]) ? -1 : llround (index[row] * ALIKE);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  guint first = *(const guint *) a, second = *(const guint *) b;
  gint64 one = sort_key (data, first), other = sort_key (data, second);

  if (one != other)
    return one > other ? -1 : 1;
  return (first > second) - (first < second);
}

static void
rank_rows (BlNeeds *needs)
{
  needs->n_known = 0;
  for (guint i = 0; i < needs->n_rows; i++)
    {
      needs->order[i] = i;
      needs->n_known += !isnan (needs->index[i]);
    }
  if (needs->n_rows > 1)
    g_qsort_with_data (needs->order, (int) needs->n_rows, sizeof (guint), compare_rows, needs->index);
  for (guint i = 0; i < needs->n_rows; i++)
    {
      guint row = needs->order[i];

      if (isnan (needs->index[row]))
        needs->rank[row] = 0;
      else if (i > 0 && sort_key (needs->index, needs->order[i - 1]) == sort_key (needs->index, row))
        needs->rank[row] = needs->rank[needs->order[i - 1]];
      else
        needs->rank[row] = i + 1;
    }
}

void
bl_needs_weigh (BlNeeds *needs, const BlNeedsQuestion *question)
{
  g_return_if_fail (question->n_measures == needs->n_measures);

  needs->total_weight = bl_needs_question_total (question);
  for (guint i = 0; i < needs->n_rows; i++)
    {
      const double *scaled = &needs->scaled[i * needs->n_measures];
      double sum = 0, weights = 0;

      needs->missing[i] = 0;
      for (guint m = 0; m < needs->n_measures; m++)
        {
          double weight = question->measures[m].weight;

          if (!(weight > 0))
            continue;
          if (isnan (scaled[m]))
            {
              needs->missing[i]++;
              continue;
            }
          sum += weight * scaled[m];
          weights += weight;
        }
      /* On one measure in five a row could come first: that would be no more than an accident of what is known. */
      needs->index[i] = weights > 0 && weights >= needs->total_weight * KNOWN_SHARE ? sum / weights : NAN;
    }
  rank_rows (needs);
}

BlNeeds *
bl_needs_compute (const BlFacts *facts, const BlNeedsQuestion *question, const BlAccess *access, GError **error)
{
  BlNeeds *needs;

  g_return_val_if_fail (facts != NULL && question != NULL, NULL);

  if (facts->n_areas == 0 && !question->of_libraries)
    {
      g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS,
                           _ ("This project has no areas yet. Import outlines or points of small areas first."));
      return NULL;
    }
  if (!(bl_needs_question_total (question) > 0))
    {
      g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
                           _ ("No measure has a weight, so there is nothing to rank by."));
      return NULL;
    }
  needs = question->of_libraries ? rows_of_libraries (facts, question) : rows_of_areas (facts, question);
  if (needs->n_rows == 0)
    {
      bl_needs_free (needs);
      g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS,
                           _ ("No static library of this project is open, so there is none to rank."));
      return NULL;
    }
  for (guint m = 0; m < question->n_measures; m++)
    fill_column (needs, facts, question, access, m);
  bl_needs_weigh (needs, question);
  return needs;
}

/* --- Areas seen by library ------------------------------------------------ */

/* Mean of one figure of the areas over the people nearest to each row's library. */
static void
mean_by_row (const BlFacts *facts, const BlAccess *access, const double *numbers, guint stride, const int *row_of,
             double *means, guint means_stride, guint n_rows)
{
  g_autofree double *people = g_new0 (double, MAX (n_rows, 1)), *sums = g_new0 (double, MAX (n_rows, 1));

  for (guint i = 0; i < facts->n_areas; i++)
    {
      int row = access->nearest[i] >= 0 ? row_of[access->nearest[i]] : -1;
      double number = numbers[(gsize) i * stride], weight = facts->population != NULL ? facts->population[i] : NAN;

      if (row < 0 || isnan (number) || !(weight > 0))
        continue;
      people[row] += weight;
      sums[row] += weight * number;
    }
  for (guint row = 0; row < n_rows; row++)
    means[(gsize) row * means_stride] = people[row] > 0 ? sums[row] / people[row] : NAN;
}

BlNeeds *
bl_needs_by_library (const BlFacts *facts, const BlNeedsQuestion *question, const BlAccess *access, const BlNeeds *areas)
{
  BlNeeds *needs;
  g_autofree int *row_of = NULL;
  guint n = areas->n_measures;

  g_return_val_if_fail (!question->of_libraries && access != NULL && areas->n_rows == facts->n_areas, NULL);

  needs = rows_of_libraries (facts, question);
  row_of = g_new (int, MAX (facts->n_libraries, 1));
  for (guint i = 0; i < facts->n_libraries; i++)
    row_of[i] = -1;
  for (guint row = 0; row < needs->n_rows; row++)
    row_of[needs->rows[row]] = (int) row;
  for (guint m = 0; m < n; m++)
    {
      mean_by_row (facts, access, areas->raw + m, n, row_of, needs->raw + m, n, needs->n_rows);
      mean_by_row (facts, access, areas->scaled + m, n, row_of, needs->scaled + m, n, needs->n_rows);
      for (guint row = 0; row < needs->n_rows; row++)
        {
          gboolean unknown = isnan (needs->scaled[row * n + m]);

          needs->unknown[m] += unknown;
          needs->missing[row] += unknown && question->measures[m].weight > 0;
        }
    }
  mean_by_row (facts, access, areas->index, 1, row_of, needs->index, 1, needs->n_rows);
  needs->total_weight = areas->total_weight;
  rank_rows (needs);
  return needs;
}

/* --- Classes -------------------------------------------------------------- */

gint8 *
bl_needs_classes (const BlNeeds *needs, guint n_classes)
{
  gint8 *classes = g_new (gint8, MAX (needs->n_rows, 1));

  g_return_val_if_fail (n_classes > 0 && n_classes < 100, classes);

  for (guint i = 0; i < needs->n_rows; i++)
    classes[i] = needs->rank[i] == 0
                     ? -1
                     : (gint8) (n_classes - 1 - (guint64) (needs->rank[i] - 1) * n_classes / needs->n_known);
  return classes;
}

void
bl_needs_free (BlNeeds *needs)
{
  if (needs == NULL)
    return;
  g_free (needs->rows);
  g_free (needs->raw);
  g_free (needs->scaled);
  g_free (needs->index);
  g_free (needs->rank);
  g_free (needs->missing);
  g_free (needs->order);
  g_free (needs->unknown);
  g_free (needs);
}
