/* classes.c: values into few groups for a map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "classes.h"

#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Lower-layer super output areas of England in 2011: what IMD 2019 ranks. */
#define NATIONAL_RANKS 32844

/* Where groups begin, from low numbers to high: group g is from starts[g] to
 * below starts[g + 1]. */
typedef struct
{
  guint n;
  double starts[BL_CLASSES_MAX + 1];
  int decimals;
} Breaks;

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

static guint
sorted_known (const double *numbers, guint n, double *known)
{
  guint n_known = 0;

  for (guint i = 0; i < n; i++)
    if (isfinite (numbers[i]))
      known[n_known++] = numbers[i];
  qsort (known, n_known, sizeof (double), compare_doubles);
  return n_known;
}

static Breaks
decile_breaks (void)
{
  return (Breaks){ 5, { 1, 3, 5, 7, 9, 11 }, 0 };
}

/* Fifths of 1 … 32,844 where a rank passes the number of areas (a part of a
 * national ranking), else of the range held; a rank above 32,844 is of
 * another ranking, whose end is then the highest held. */
static Breaks
rank_breaks (const double *known, guint n_known, guint n_areas)
{
  double low = known[0], high = known[n_known - 1];
  Breaks breaks = { BL_CLASSES_MAX, { 0 }, 0 };

  if (high > n_areas)
    {
      low = 1;
      high = fmax (high, NATIONAL_RANKS);
    }
  for (guint g = 0; g <= BL_CLASSES_MAX; g++)
    breaks.starts[g] = low + floor (g * (high - low + 1) / BL_CLASSES_MAX);
  return breaks;
}

/* Quintiles of areas, their limits rounded to a tenth of a usual group's
 * width, so that a legend can be read; equal numbers stay together. */
static Breaks
quintile_breaks (const double *known, guint n_known)
{
  double low = known[0], high = known[n_known - 1];
  Breaks breaks = { 0 };
  double unit;
  int power;

  breaks.starts[breaks.n++] = low;
  if (low < high)
    {
      gboolean whole = TRUE;

      for (guint i = 0; i < n_known && whole; i++)
        whole = known[i] == floor (known[i]);
      power = (int) floor (log10 ((high - low) / BL_CLASSES_MAX)) - 1;
      if (whole && power < 0)
        power = 0;
      unit = pow (10, abs (power)); /* a whole number: 0.1 is not exact */
      breaks.decimals = MAX (0, -power);
      for (guint g = 1; g < BL_CLASSES_MAX; g++)
        {
          double at = known[(gsize) g * n_known / BL_CLASSES_MAX];
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
find_group (const Breaks *breaks, double number)
{
  if (!(number >= breaks->starts[0] && number < breaks->starts[breaks->n]))
    return BL_CLASS_NONE;
  for (guint g = breaks->n; g-- > 0;)
    if (number >= breaks->starts[g])
      return (int) g;
  return BL_CLASS_NONE;
}

static void
label_quintiles (BlClasses *classes, const Breaks *breaks, double high)
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
label_low_is_most (BlClasses *classes, const Breaks *breaks)
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

BlClasses *
bl_classes_new (const BlFacts *facts, guint value)
{
  BlClasses *classes;
  g_autofree double *known = NULL;
  const double *numbers;
  BlValueKind kind;
  guint n_known;
  Breaks breaks = { 0 };

  g_return_val_if_fail (facts != NULL && value < facts->n_values, NULL);

  numbers = facts->values[value].numbers;
  kind = facts->values[value].kind;
  known = g_new (double, MAX (facts->n_areas, 1));
  n_known = sorted_known (numbers, facts->n_areas, known);

  classes = g_new0 (BlClasses, 1);
  classes->by_area = g_new (gint8, MAX (facts->n_areas, 1));
  classes->low_is_most = kind == BL_VALUE_KIND_DECILE || kind == BL_VALUE_KIND_RANK;
  if (kind == BL_VALUE_KIND_DECILE)
    breaks = decile_breaks ();
  else if (n_known > 0 && kind == BL_VALUE_KIND_RANK)
    breaks = rank_breaks (known, n_known, facts->n_areas);
  else if (n_known > 0)
    breaks = quintile_breaks (known, n_known);
  classes->n = breaks.n;

  for (guint g = 0; g < classes->n; g++)
    classes->people[g] = facts->population != NULL ? 0 : NAN;
  for (guint i = 0; i < facts->n_areas; i++)
    {
      int group = isfinite (numbers[i]) ? find_group (&breaks, numbers[i]) : BL_CLASS_NONE;

      if (group != BL_CLASS_NONE && classes->low_is_most)
        group = (int) classes->n - 1 - group;
      classes->by_area[i] = (gint8) group;
      if (group == BL_CLASS_NONE)
        {
          classes->unknown++;
          continue;
        }
      classes->areas[group]++;
      if (facts->population != NULL && isfinite (facts->population[i]))
        classes->people[group] += facts->population[i];
    }

  if (classes->low_is_most)
    label_low_is_most (classes, &breaks);
  else if (n_known > 0)
    label_quintiles (classes, &breaks, known[n_known - 1]);
  say_ends (classes, facts->values[value].name);
  return classes;
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
