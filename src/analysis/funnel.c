/* funnel.c: places of different size about their common figure, and what chance alone would do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "funnel.h"

#include <math.h>
#include <stdlib.h>

#include "peers.h"

#define Z95 1.96
#define Z998 3.09
#define FEW_EXPECTED 20
#define PULL 0.1 /* the share of places pulled in at either end */

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
error_at (const BlFunnel *self, double size)
{
  return sqrt ((self->proportion ? self->centre * (1 - self->centre) : self->centre) / size);
}

static gboolean
is_usable (double count, double size)
{
  return isfinite (count) && isfinite (size) && count >= 0 && size > 0;
}

/* Places without a figure, or that cannot differ (nobody counted, or all), have no z. */
static void
disperse (BlFunnel *self)
{
  g_autofree double *sorted = g_new (double, MAX (self->n, 1));
  double sum = 0, weights = 0, squares = 0, chance;
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    if (isfinite (self->points[i].z))
      sorted[n++] = self->points[i].z;
  if (n < 2)
    return;
  qsort (sorted, n, sizeof *sorted, compare_doubles);
  self->pulled_low = bl_peers_quantile (sorted, n, PULL);
  self->pulled_high = bl_peers_quantile (sorted, n, 1 - PULL);
  for (guint i = 0; i < self->n; i++)
    if (isfinite (self->points[i].z))
      {
        double z = CLAMP (self->points[i].z, self->pulled_low, self->pulled_high);
        double weight = 1 / (self->points[i].error * self->points[i].error);

        sum += z * z;
        weights += weight;
        squares += weight * weight;
      }
  self->dispersion = sum / n;
  chance = n - 1;
  if (sum > chance)
    self->between = (sum - chance) / (weights - squares / weights);
}

BlFunnel *
bl_funnel_new (const double *counts, const double *sizes, guint n, gboolean proportion)
{
  BlFunnel *self = g_new0 (BlFunnel, 1);
  double count = 0, size = 0;

  self->proportion = proportion;
  self->n = n;
  self->fewest = BL_FUNNEL_FEWEST;
  self->wild = BL_FUNNEL_WILD;
  self->points = g_new (BlFunnelPoint, MAX (n, 1));
  self->pulled_low = self->pulled_high = NAN;
  for (guint i = 0; i < n; i++)
    if (is_usable (counts[i], sizes[i]))
      {
        self->used++;
        count += counts[i];
        size += sizes[i];
      }
  self->centre = size > 0 ? count / size : NAN;
  for (guint i = 0; i < n; i++)
    {
      BlFunnelPoint *point = &self->points[i];

      *point = (BlFunnelPoint){ NAN, NAN, NAN };
      if (!is_usable (counts[i], sizes[i]))
        continue;
      point->value = counts[i] / sizes[i];
      point->error = error_at (self, sizes[i]);
      if (point->error > 0)
        point->z = (point->value - self->centre) / point->error;
    }
  disperse (self);
  return self;
}

void
bl_funnel_free (BlFunnel *self)
{
  if (self == NULL)
    return;
  g_free (self->points);
  g_free (self);
}

double
bl_funnel_exact (gboolean proportion, double centre, double size, double share)
{
  double most = proportion ? round (size) : HUGE_VAL;
  double here, so_far, k = 0;

  if (proportion && centre >= 1)
    return most;
  here = so_far = proportion ? exp (most * log1p (-centre)) : exp (-centre * size);
  /* The tail beyond adds nothing more once a term is lost beside the sum. */
  while (so_far <= share && k < most && (k < centre * size || here > 0))
    {
      here *= proportion ? (most - k) / (k + 1) * centre / (1 - centre) : centre * size / (k + 1);
      k++;
      so_far += here;
    }
  return here > 0 ? k - (so_far - share) / here : k;
}

BlFunnelLimits
bl_funnel_get_limits (const BlFunnel *self, double size, BlFunnelAdjust adjust)
{
  BlFunnelLimits limits = { NAN, NAN, NAN, NAN };
  double most = self->proportion ? 1 : HUGE_VAL;
  double error, centre = self->centre;

  if (!isfinite (centre) || !(size > 0))
    return limits;
  error = error_at (self, size);
  if (adjust == BL_FUNNEL_ADDITIVE)
    error = sqrt (error * error + self->between);
  else if (adjust == BL_FUNNEL_MULTIPLICATIVE)
    error *= sqrt (MAX (self->dispersion, 1));
  if (adjust == BL_FUNNEL_PLAIN && centre * size < FEW_EXPECTED)
    limits = (BlFunnelLimits){ bl_funnel_exact (self->proportion, centre, size, 0.001) / size,
                               bl_funnel_exact (self->proportion, centre, size, 0.025) / size,
                               bl_funnel_exact (self->proportion, centre, size, 0.975) / size,
                               bl_funnel_exact (self->proportion, centre, size, 0.999) / size };
  else
    limits = (BlFunnelLimits){ centre - Z998 * error, centre - Z95 * error, centre + Z95 * error, centre + Z998 * error };
  limits.low998 = CLAMP (limits.low998, 0, most);
  limits.low95 = CLAMP (limits.low95, 0, most);
  limits.high95 = CLAMP (limits.high95, 0, most);
  limits.high998 = CLAMP (limits.high998, 0, most);
  return limits;
}
