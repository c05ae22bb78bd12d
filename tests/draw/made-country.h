/* made-country.h: a made-up country of areas with crooked borders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "table.h"

/* The crookedness depends on the place alone, so that two neighbours draw the
 * same border. */
static inline gint32
made_country_bend (guint64 x, guint64 y, gint32 most)
{
  guint64 h = (x * 0x9e3779b97f4a7c15u) ^ (y * 0xc2b2ae3d27d4eb4fu);

  h ^= h >> 29;
  h *= 0xbf58476d1ce4e5b9u;
  h ^= h >> 32;
  return (gint32) (h % (guint64) (2 * most + 1)) - most;
}

static inline void
made_country_add (BlOutlinesBuilder *builder, gint32 x, gint32 y, gint32 most)
{
  bl_outlines_builder_add_point (builder, x + made_country_bend ((guint64) x, (guint64) y, most),
                                 y + made_country_bend ((guint64) y + 7, (guint64) x + 3, most));
}

/* @across by @down squares of @side metres, a multiple of @parts, from the south-west corner @x, @y,
 * each side in @parts pieces. */
static inline BlTable *
made_country_new (guint across, guint down, gint32 side, guint parts, gint32 x, gint32 y)
{
  g_autoptr (BlOutlinesBuilder) builder = bl_outlines_builder_new ();
  gint32 step = side / (gint32) parts;
  gint32 most = step / 3;

  for (guint r = 0; r < down; r++)
    for (guint c = 0; c < across; c++)
      {
        gint32 west = x + (gint32) c * side, south = y + (gint32) r * side;

        bl_outlines_builder_add_row (builder);
        bl_outlines_builder_add_polygon (builder);
        bl_outlines_builder_add_ring (builder);
        for (guint i = 0; i < parts; i++)
          made_country_add (builder, west + (gint32) i * step, south, most);
        for (guint i = 0; i < parts; i++)
          made_country_add (builder, west + side, south + (gint32) i * step, most);
        for (guint i = 0; i < parts; i++)
          made_country_add (builder, west + side - (gint32) i * step, south + side, most);
        for (guint i = 0; i < parts; i++)
          made_country_add (builder, west, south + side - (gint32) i * step, most);
      }
  return bl_outlines_builder_to_table (builder);
}
