/* classes.c: values into few groups for a map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "classes.h"

#include "class-breaks.h"
#include "natural-breaks.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Lower-layer super output areas of England in 2011: what IMD 2019 ranks. */
#define NATIONAL_RANKS 32844

#define USUAL_GROUPS 5

static char *
range_text (double low, double high, int decimals)
{
  g_autofree char *first = bl_text_number (low, decimals);
  g_autofree char *last = bl_text_number (high, decimals);

  if (strcmp (first, last) == 0)
    return g_steal_pointer (&first);
  /* An en dash beside a minus sign cannot be read. */
  return low < 0 || high < 0 ? g_strdup_printf (_ ("%s to %s"), first, last)
                             : g_strdup_printf ("%s–%s", first, last);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static BlClassBreaks
decile_breaks (void)
{
  return (BlClassBreaks){ USUAL_GROUPS, { 1, 3, 5, 7, 9, 11 } };
}

/* Fifths of 1 … 32,844 where a rank passes the number of areas (a part of a
 * national ranking), else of the range held; a rank above 32,844 is of
 * another ranking, whose end is then the highest held. */
static BlClassBreaks
rank_breaks (const double *known, guint n_known, guint n_areas)
{
  double low = known[0], high = known[n_known - 1];
  BlClassBreaks breaks = { .n = USUAL_GROUPS };

  if (high > n_areas)
    {
      low = 1;
      high = fmax (high, NATIONAL_RANKS);
    }
  for (guint g = 0; g <= USUAL_GROUPS; g++)
    breaks.starts[g] = low + floor (g * (high - low + 1) / USUAL_GROUPS);
  return breaks;
}

/* Quintiles of areas, their limits rounded to a tenth of a usual group's
 * width, so that a legend can be read; equal numbers stay together. */
static BlClassBreaks
quintile_breaks (const double *known, guint n_known)
{
  double low = known[0], high = known[n_known - 1];
  BlClassBreaks breaks = { 0 };
  double unit;
  int power;

  breaks.starts[breaks.n++] = low;
  if (low < high)
    {
      gboolean whole = TRUE;

      for (guint i = 0; i < n_known && whole; i++)
        whole = known[i] == floor (known[i]);
      power = (int) floor (log10 ((high - low) / USUAL_GROUPS)) - 1;
      if (whole && power < 0)
        power = 0;
      unit = pow (10, abs (power)); /* a whole number: 0.1 is not exact */
      breaks.decimals = MAX (0, -power);
      for (guint g = 1; g < USUAL_GROUPS; g++)
        {
          double at = known[(gsize) g * n_known / USUAL_GROUPS];
          double start = power < 0 ? round (at * unit) / unit : round (at / unit) * unit;

          if (start > breaks.starts[breaks.n - 1] && start <= high)
            breaks.starts[breaks.n++] = start;
        }
      /* Two numbers must never be one group for want of a round limit. */
      if (breaks.n == 1)
        breaks.starts[breaks.n++] = high;
    }
  breaks.starts[breaks.n] = INFINITY;
  return breaks;
}

static int
find_group (const BlClassBreaks *breaks, double number)
{
  if (!(number >= breaks->starts[0] && number < breaks->starts[breaks->n]))
    return BL_CLASS_NONE;
  for (guint g = breaks->n; g-- > 0;)
    if (number >= breaks->starts[g])
      return (int) g;
  return BL_CLASS_NONE;
}

static void
label_quintiles (BlClasses *classes, const BlClassBreaks *breaks, double high)
{
  double unit = pow (10, -breaks->decimals);

  for (guint g = 0; g < classes->n; g++)
    {
      g_autofree char *from = bl_text_number (breaks->starts[g], breaks->decimals);
      g_autofree char *next
          = g + 1 < classes->n ? bl_text_number (breaks->starts[g + 1], breaks->decimals) : NULL;

      if (classes->n == 1)
        classes->labels[g] = range_text (breaks->starts[g], high, breaks->decimals);
      else if (g == 0)
        classes->labels[g] = g_strdup_printf (_ ("under %s"), next);
      else if (next == NULL)
        classes->labels[g] = g_strdup_printf (_ ("%s and over"), from);
      else
        classes->labels[g] = range_text (breaks->starts[g], breaks->starts[g + 1] - unit, breaks->decimals);
    }
}

static void
label_low_is_most (BlClasses *classes, const BlClassBreaks *breaks)
{
  for (guint g = 0; g < classes->n; g++)
    {
      guint from_low = classes->n - 1 - g;

      classes->labels[g] = range_text (breaks->starts[from_low], breaks->starts[from_low + 1] - 1, 0);
    }
}

static void
say_ends (BlClasses *classes, const char *name)
{
  if (!classes->low_is_most)
    return;
  if (name != NULL && (g_str_has_prefix (name, "imd") || g_str_has_prefix (name, "iod")))
    {
      classes->low_words = g_strdup (_ ("most deprived"));
      classes->high_words = g_strdup (_ ("least"));
    }
}

/* Every figure in @known between two limits, whole ones at least. */
static gboolean
are_whole (const double *known, guint n_known)
{
  for (guint i = 0; i < n_known; i++)
    if (known[i] != floor (known[i]))
      return FALSE;
  return TRUE;
}

/* By what each group holds, with as few decimals as tell the groups apart. */
static void
label_by_figures (BlClasses *classes, gboolean whole)
{
  int decimals = 0;
  gboolean apart = whole;

  while (!apart && decimals < 6)
    {
      double unit = pow (10, decimals);

      apart = TRUE;
      for (guint g = 0; g < classes->n && apart; g++)
        for (guint h = 0; h < classes->n && apart; h++)
          if (classes->lowest[g] > classes->highest[h])
            apart = round (classes->lowest[g] * unit) > round (classes->highest[h] * unit);
      if (!apart)
        decimals++;
    }
  for (guint g = 0; g < classes->n; g++)
    classes->labels[g] = range_text (classes->lowest[g], classes->highest[g], decimals);
}

/* By its limits; whole figures by the first and last whole number between them. */
static void
label_by_limits (BlClasses *classes, const BlClassBreaks *breaks, gboolean whole)
{
  double unit = pow (10, -breaks->decimals);

  for (guint g = 0; g + 1 < breaks->n; g++)
    whole = whole && ceil (breaks->starts[g + 1]) > (g > 0 ? ceil (breaks->starts[g]) : -INFINITY);
  for (guint from_low = 0; from_low < breaks->n; from_low++)
    {
      guint g = classes->low_is_most ? classes->n - 1 - from_low : from_low;
      double start = breaks->starts[from_low], next = breaks->starts[from_low + 1];
      int decimals = whole ? 0 : breaks->decimals;
      g_autofree char *from = isfinite (start) ? bl_text_number (whole ? ceil (start) : start, decimals) : NULL;
      g_autofree char *to = isfinite (next) ? bl_text_number (whole ? ceil (next) : next, decimals) : NULL;

      if (breaks->n == 1)
        classes->labels[g] = range_text (classes->lowest[g], classes->highest[g], decimals);
      else if (from_low == 0)
        classes->labels[g] = g_strdup_printf (_ ("under %s"), to);
      else if (to == NULL)
        classes->labels[g] = g_strdup_printf (_ ("%s and over"), from);
      else
        classes->labels[g] = whole ? range_text (ceil (start), ceil (next) - 1, 0)
                                   : range_text (start, next - unit, decimals);
    }
}

static void
put_into_groups (BlClasses *classes, const BlFacts *facts, const BlClassFigures *figures,
                 const BlClassBreaks *breaks)
{
  for (guint g = 0; g < classes->n; g++)
    {
      guint from_low = classes->low_is_most ? classes->n - 1 - g : g;

      classes->people[g] = facts->population != NULL ? 0 : NAN;
      classes->lowest[g] = classes->highest[g] = NAN;
      classes->starts[g] = breaks->starts[from_low];
      classes->steps[g] = classes->low_is_most ? -breaks->steps[from_low] : breaks->steps[from_low];
    }
  classes->n_steps = breaks->n_steps;
  for (guint i = 0; i < facts->n_areas; i++)
    {
      double number = figures->numbers[i];
      gboolean few = figures->few != NULL && figures->few[i] != 0;
      int group = !few && isfinite (number) ? find_group (breaks, number) : BL_CLASS_NONE;

      if (group != BL_CLASS_NONE && classes->low_is_most)
        group = (int) classes->n - 1 - group;
      classes->by_area[i] = few ? BL_CLASS_FEW : (gint8) group;
      classes->few += few;
      if (group == BL_CLASS_NONE)
        {
          classes->unknown += !few;
          continue;
        }
      classes->areas[group]++;
      classes->lowest[group] = fmin (classes->lowest[group], number);
      classes->highest[group] = fmax (classes->highest[group], number);
      if (facts->population != NULL && isfinite (facts->population[i]))
        classes->people[group] += facts->population[i];
    }
}

static BlClassBreaks
usual_breaks (BlValueKind kind, const double *known, guint n_known, guint n_areas)
{
  if (kind == BL_VALUE_KIND_DECILE)
    return decile_breaks ();
  if (n_known > 0 && kind == BL_VALUE_KIND_RANK)
    return rank_breaks (known, n_known, n_areas);
  return n_known > 0 ? quintile_breaks (known, n_known) : (BlClassBreaks){ 0 };
}

BlClasses *
bl_classes_new_by (const BlFacts *facts, const BlClassFigures *figures, const BlClassRule *rule)
{
  BlClasses *classes;
  g_autofree double *known = NULL;
  guint n_known = 0;
  BlClassBreaks breaks = { 0 };
  gboolean usual = rule == NULL || (rule->method == BL_CLASSIFY_USUAL && !rule->about);

  g_return_val_if_fail (facts != NULL && figures != NULL, NULL);

  known = g_new (double, MAX (facts->n_areas, 1));
  for (guint i = 0; i < facts->n_areas; i++)
    if ((figures->few == NULL || figures->few[i] == 0) && isfinite (figures->numbers[i]))
      known[n_known++] = figures->numbers[i];
  qsort (known, n_known, sizeof (double), compare_doubles);

  classes = g_new0 (BlClasses, 1);
  classes->by_area = g_new (gint8, MAX (facts->n_areas, 1));
  classes->low_is_most = figures->kind == BL_VALUE_KIND_DECILE || figures->kind == BL_VALUE_KIND_RANK;
  if (usual)
    breaks = usual_breaks (figures->kind, known, n_known, facts->n_areas);
  else if (n_known > 0)
    bl_class_breaks_compute (&breaks, known, n_known, rule);
  classes->n = breaks.n;
  classes->usual = usual;
  put_into_groups (classes, facts, figures, &breaks);
  classes->fit = bl_natural_breaks_fit (known, n_known, breaks.starts, breaks.n);

  if (usual && classes->low_is_most)
    label_low_is_most (classes, &breaks);
  else if (usual && n_known > 0)
    label_quintiles (classes, &breaks, known[n_known - 1]);
  else if (breaks.by_figures)
    label_by_figures (classes, are_whole (known, n_known));
  else
    label_by_limits (classes, &breaks, are_whole (known, n_known));
  say_ends (classes, figures->name);
  return classes;
}

BlClasses *
bl_classes_new (const BlFacts *facts, guint value)
{
  g_return_val_if_fail (facts != NULL && value < facts->n_values, NULL);

  return bl_classes_new_by (facts,
                            &(BlClassFigures){ .name = facts->values[value].name,
                                               .kind = facts->values[value].kind,
                                               .numbers = facts->values[value].numbers },
                            NULL);
}

void
bl_classes_free (BlClasses *classes)
{
  if (classes == NULL)
    return;
  for (guint g = 0; g < BL_CLASSES_MAX; g++)
    g_free (classes->labels[g]);
  g_free (classes->by_area);
  g_free (classes->low_words);
  g_free (classes->high_words);
  g_free (classes);
}
