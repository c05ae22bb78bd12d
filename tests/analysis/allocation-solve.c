/* allocation-solve.c: answers questions of which sites to open, for the test that asks another solver too
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads, as often as there is something to read: "travel" or "cover", sites,
 * areas, how many, the reach; a state for each site (0 free, 1 open, 2
 * closed); people by area; costs by site and area. Writes the objective, the
 * bound, the gap, whether it is proven, and the open sites.
 */
#include <stdio.h>
#include <stdlib.h>

#include "allocation.h"

static double
next_number (void)
{
  char word[64];

  if (scanf ("%63s", word) != 1)
    g_error ("The question is cut off.");
  return g_ascii_strtod (word, NULL);
}

int
main (void)
{
  char objective[16];

  while (scanf ("%15s", objective) == 1)
    {
      guint n_sites = (guint) next_number (), n_areas = (guint) next_number (), choose = (guint) next_number ();
      double within = next_number ();
      g_autofree BlSiteState *states = g_new (BlSiteState, n_sites);
      g_autofree double *people = g_new (double, n_areas), *costs = g_new (double, n_sites * n_areas);
      BlAllocationQuestion question = { n_sites, n_areas, costs, people, choose, states,
                                        g_str_equal (objective, "cover") ? BL_OBJECTIVE_COVER : BL_OBJECTIVE_TRAVEL,
                                        within };
      g_autoptr (BlAllocation) allocation = NULL;
      g_autoptr (GError) error = NULL;
      char text[3][G_ASCII_DTOSTR_BUF_SIZE];

      for (guint s = 0; s < n_sites; s++)
        states[s] = (BlSiteState) next_number ();
      for (guint a = 0; a < n_areas; a++)
        people[a] = next_number ();
      for (guint i = 0; i < n_sites * n_areas; i++)
        costs[i] = next_number ();
      allocation = bl_allocation_compute (&question, &error);
      if (allocation == NULL)
        g_error ("%s", error->message);
      printf ("%s %s %s %d", g_ascii_dtostr (text[0], sizeof text[0], allocation->best.objective),
              g_ascii_dtostr (text[1], sizeof text[1], allocation->bound),
              g_ascii_dtostr (text[2], sizeof text[2], allocation->gap), allocation->proven);
      for (guint s = 0; s < n_sites; s++)
        if (allocation->best.open[s])
          printf (" %u", s);
      printf ("\n");
    }
  return 0;
}
