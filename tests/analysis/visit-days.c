/* visit-days.c: says the days of a rule of visits, for another implementation to compare
 *
 * Reads lines "RULE START FROM TO" with Julian days, answers one line each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "visit-rule.h"

#include <stdio.h>

int
main (void)
{
  char text[200];
  guint start, from, to;

  while (scanf ("%199s %u %u %u", text, &start, &from, &to) == 4)
    {
      BlVisitRule rule;
      g_autoptr (GArray) days = NULL;

      if (!bl_visit_rule_parse (text, &rule, NULL))
        return 1;
      days = bl_visit_rule_days (&rule, start, 0, NULL, from, to);
      for (guint i = 0; i < days->len; i++)
        printf ("%s%u", i > 0 ? " " : "", g_array_index (days, guint32, i));
      printf ("\n");
    }
  return 0;
}
