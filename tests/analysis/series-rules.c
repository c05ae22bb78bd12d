/* series-rules.c: limits and rule sets for lines of numbers, to be held against another implementation
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdio.h>

#include "run-chart.h"
#include "text.h"

static void
print_number (const char *name, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  printf (" %s=%s", name, isfinite (value) ? g_ascii_dtostr (buffer, sizeof buffer, value) : "nan");
}

int
main (void)
{
  static char line[65536];

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_auto (GStrv) words = g_strsplit (g_strstrip (line), " ", -1);
      guint n = g_strv_length (words);
      g_autofree double *values = g_new (double, n + 1), *ranges = g_new (double, n + 1);
      BlProcessLimits limits, screened;
      BlRunChart chart;

      for (guint i = 0; i < n; i++)
        if (!bl_text_to_double (words[i], &values[i]))
          values[i] = NAN;
      bl_process_limits_find (values, n, FALSE, &limits);
      bl_process_limits_find (values, n, TRUE, &screened);
      bl_run_chart_find (values, n, &chart);
      print_number ("centre", limits.centre);
      print_number ("range", limits.mean_range);
      print_number ("lower", limits.lower);
      print_number ("upper", limits.upper);
      print_number ("screened", screened.mean_range);
      print_number ("median", chart.median);
      printf (" useful=%u runs=%u longest=%u least=%u most=%u allowed=%u crossings=%u", chart.useful,
              chart.runs, chart.longest, chart.least_runs, chart.most_runs, chart.longest_allowed,
              chart.least_crossings);
      for (guint i = 0; i < n; i++)
        ranges[i] = limits.mean_range;
      for (const BlRuleSet *const *set = bl_rule_set_list (); *set != NULL; set++)
        {
          g_autoptr (GArray) hits = (*set)->median
                                        ? bl_run_chart_apply (&chart, *set, values, n)
                                        : bl_rule_set_apply (*set, values, n, limits.centre, ranges);

          for (guint h = 0; h < hits->len; h++)
            {
              const BlHit *hit = &g_array_index (hits, BlHit, h);

              printf (" %s:%u:%u:%u:%d", (*set)->name, hit->rule->number, hit->first, hit->last, hit->side);
            }
        }
      printf ("\n");
    }
  return 0;
}
