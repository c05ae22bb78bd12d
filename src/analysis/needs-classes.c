/* needs-classes.c: an order of need as groups for a map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "needs-classes.h"

#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

BlClasses *
bl_needs_to_classes (const BlFacts *facts, const BlNeeds *areas, guint n)
{
  BlClasses *classes = g_new0 (BlClasses, 1);
  g_autofree gint8 *by_row = bl_needs_classes (areas, n);

  g_return_val_if_fail (n <= BL_CLASSES_MAX && areas->n_rows == facts->n_areas, classes);

  classes->n = areas->n_known > 0 ? n : 0;
  classes->by_area = g_new (gint8, MAX (facts->n_areas, 1));
  classes->fit = NAN;
  for (guint g = 0; g < n; g++)
    {
      classes->lowest[g] = classes->highest[g] = NAN;
      classes->people[g] = facts->population != NULL ? 0 : NAN;
    }
  for (guint i = 0; i < areas->n_rows; i++)
    {
      int group = by_row[i];

      classes->by_area[i] = group >= 0 ? (gint8) group : BL_CLASS_NONE;
      if (group < 0)
        {
          classes->unknown++;
          continue;
        }
      classes->areas[group]++;
      classes->lowest[group] = fmin (classes->lowest[group], areas->index[i]);
      classes->highest[group] = fmax (classes->highest[group], areas->index[i]);
      if (facts->population != NULL && isfinite (facts->population[i]))
        classes->people[group] += facts->population[i];
    }
  for (guint g = 0; g < classes->n; g++)
    {
      g_autofree char *low = isnan (classes->lowest[g]) ? NULL : bl_text_number (classes->lowest[g], 0);
      g_autofree char *high = isnan (classes->highest[g]) ? NULL : bl_text_number (classes->highest[g], 0);

      classes->starts[g] = classes->lowest[g];
      classes->labels[g] = low == NULL ? g_strdup ("") : g_strdup_printf ("%s–%s", low, high);
    }
  return classes;
}

gint8 *
bl_needs_two_way (const BlNeeds *areas, const double *other)
{
  g_autofree gint8 *need = bl_needs_classes (areas, 3);
  g_autofree double *scaled = g_new (double, MAX (areas->n_rows, 1));
  gint8 *both = g_new (gint8, MAX (areas->n_rows, 1));

  bl_needs_scale (other, areas->n_rows, BL_DIRECTION_MORE, BL_NORMALISE_RANK, scaled);
  for (guint i = 0; i < areas->n_rows; i++)
    both[i] = need[i] < 0 || isnan (scaled[i])
                  ? BL_CLASS_NONE
                  : (gint8) (need[i] + 3 * (int) fmin (2, floor (scaled[i] * 3 / 100)));
  return both;
}
