/* series-history.c: what a figure was before its publisher corrected it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "series-history.h"

#include <math.h>

#include "text.h"

char *
bl_series_history_add (const char *history, guint32 replaced, double value, const char *state)
{
  g_autofree char *day = bl_text_from_date (replaced), *number = isnan (value) ? g_strdup ("-") : bl_text_from_double (value);

  return g_strdup_printf ("%s%s%s %s%s%s", history != NULL ? history : "", history != NULL ? "; " : "", day, number,
                          state != NULL ? " " : "", state != NULL ? state : "");
}

char *
bl_series_history_number (double value)
{
  guint decimals = 0;

  while (decimals < 4 && fabs (value * pow (10, decimals) - round (value * pow (10, decimals))) > 1e-6)
    decimals++;
  return bl_text_number (value, decimals);
}
