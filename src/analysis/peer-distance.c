/* peer-distance.c: how unlike authorities are, by figures about them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "peer-distance.h"

#include <math.h>

/* Of the figures known, by n - 1; NaN where fewer than two are. */
static double
standard_deviation (const double *figures, guint n, guint n_variables, guint variable)
{
  double sum = 0, squares = 0, mean;
  guint known = 0;

  for (guint i = 0; i < n; i++)
    if (isfinite (figures[i * n_variables + variable]))
      {
        sum += figures[i * n_variables + variable];
        known++;
      }
  if (known < 2)
    return NAN;
  mean = sum / known;
  for (guint i = 0; i < n; i++)
    if (isfinite (figures[i * n_variables + variable]))
      squares += (figures[i * n_variables + variable] - mean) * (figures[i * n_variables + variable] - mean);
  return sqrt (squares / (known - 1));
}

static double
distance (const double *a, const double *b, const double *deviations, guint n_variables, gboolean *made_up)
{
  double sum = 0;
  guint all = 0, used = 0;

  for (guint v = 0; v < n_variables; v++)
    {
      double z;

      if (!(deviations[v] > 0))
        continue;
      all++;
      z = (a[v] - b[v]) / deviations[v];
      if (!isfinite (z))
        continue;
      used++;
      sum += z * z;
    }
  *made_up = used > 0 && used < all;
  return used > 0 ? sqrt (sum * all / used) : NAN;
}

void
bl_peer_distances (const double *figures, guint n, guint n_variables, double *distances, gboolean *estimated)
{
  g_autofree double *deviations = g_new (double, MAX (n_variables, 1));

  for (guint v = 0; v < n_variables; v++)
    deviations[v] = standard_deviation (figures, n, n_variables, v);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < n; k++)
      {
        gboolean made_up = FALSE;

        distances[i * n + k] = i == k ? 0
                                      : distance (figures + i * n_variables, figures + k * n_variables, deviations, n_variables,
                                                  &made_up);
        if (estimated != NULL)
          estimated[i * n + k] = made_up;
      }
}

void
bl_peer_distances_relate (double *distances, guint n)
{
  double greatest = 0;

  for (guint i = 0; i < n * n; i++)
    if (distances[i] > greatest)
      greatest = distances[i];
  for (guint i = 0; i < n * n && greatest > 0; i++)
    distances[i] /= greatest;
}
