/* made-roads.h: made-up road networks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <math.h>

#include "reach.h"
#include "roads-builder.h"

/* A grid of streets with corners moved and a share of them gone, some of them
 * one-way, bent, for some only, with a limit, or twice. */
static inline BlTable *
make_random_roads (guint side, double gone)
{
  g_autoptr (BlRoadsBuilder) builder = bl_roads_builder_new ();
  g_autofree gint32 *places = g_new (gint32, (gsize) side * side * 2);
  static const guint access[] = { 63, 63, 63, 3 | 4 | 16, 3 | 8 | 32, 3, 12 };

  for (guint i = 0; i < side * side; i++)
    {
      places[2 * i] = 300000 + (gint32) (i % side) * 100 + g_test_rand_int_range (-40, 41);
      places[2 * i + 1] = 200000 + (gint32) (i / side) * 100 + g_test_rand_int_range (-40, 41);
      bl_roads_builder_add_node (builder, places[2 * i], places[2 * i + 1]);
    }
  for (guint i = 0; i < side * side; i++)
    for (guint along = 0; along < 2; along++)
      {
        guint other = along ? i + 1 : i + side;
        const gint32 *a = places + 2 * i, *b = places + 2 * other;
        gboolean bent = g_test_rand_int_range (0, 3) == 0;
        guint times = g_test_rand_int_range (0, 30) == 0 ? 2 : 1;

        if ((along ? (i + 1) % side == 0 : other >= side * side) || g_test_rand_double () < gone)
          continue;
        while (times-- > 0)
          {
            gint32 bend[2] = { (a[0] + b[0]) / 2 + g_test_rand_int_range (-20, 21),
                               (a[1] + b[1]) / 2 + g_test_rand_int_range (-20, 21) };
            double metres = bent ? hypot (a[0] - bend[0], a[1] - bend[1]) + hypot (b[0] - bend[0], b[1] - bend[1])
                                 : hypot (a[0] - b[0], a[1] - b[1]);

            bl_roads_builder_add_edge (builder, i, other, (guint32) lround (metres * 10),
                                       g_test_rand_int_range (BL_ROAD_MOTORWAY, BL_ROAD_TRACK + 1),
                                       access[g_test_rand_int_range (0, G_N_ELEMENTS (access))],
                                       g_test_rand_int_range (0, 2) * 48, bend, bent ? 1 : 0);
          }
      }
  return bl_roads_builder_to_table (builder);
}
