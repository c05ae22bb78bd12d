/* bench-allocation.c: which libraries to keep and where to open some, in time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../analysis/made-sites.h"

#define ROUNDS 5

typedef struct
{
  const char *name;
  guint n_sites, n_areas, choose, seeds;
  double seconds, gap; /* the bounds */
} Case;

static const Case cases[] = {
  { "keep 25 of 40 for 200 areas", 40, 200, 25, 5, 0.02, 0.0 },
  { "keep 70 of 100 for 1,000 areas", 100, 1000, 70, 5, 0.1, 0.01 },
  { "pick 15 of 150 for 1,000 areas", 150, 1000, 15, 5, 2.0, 1.0 },
};

static void
test_case (gconstpointer data)
{
  const Case *bench = data;
  double worst = 0, worst_gap = 0;

  for (guint seed = 1; seed <= bench->seeds; seed++)
    {
      g_autoptr (MadeSites) made = made_sites_new (bench->n_sites, bench->n_areas, seed);
      BlAllocationQuestion question = { .n_sites = made->n_sites, .n_areas = made->n_areas, .costs = made->costs,
                                        .people = made->people, .choose = bench->choose, .good_enough = bench->gap };
      double best = INFINITY;

      /* The least of several rounds: other work on the machine can only add. */
      for (guint round = 0; round < ROUNDS; round++)
        {
          gint64 start = g_get_monotonic_time ();
          g_autoptr (BlAllocation) allocation = bl_allocation_compute (&question, NULL);

          best = fmin (best, (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
          worst_gap = fmax (worst_gap, allocation->gap);
        }
      worst = fmax (worst, best);
    }
  g_test_message ("%s: %.3f s the slowest of %u (bound %.2f s), gap at most %.4f %% (bound %g %%)", bench->name, worst,
                  bench->seeds, bench->seconds, worst_gap, bench->gap);
  g_assert_cmpfloat (worst, <, bench->seconds);
  g_assert_cmpfloat (worst_gap, <=, bench->gap);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/bench/allocation/%u-of-%u", cases[i].choose, cases[i].n_sites);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
