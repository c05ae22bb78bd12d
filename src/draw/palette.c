/* palette.c: the colours, by meaning
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "palette.h"

#include <math.h>
#include <stdlib.h>

/* Light series are those of the Government Analysis Function; the dark set was
 * chosen so that the first four stay apart for normal, protan, deutan and
 * tritan sight (tests/draw/test-palette.c holds it to that). */

#define RGB(hex)                                                                                          \
  {                                                                                                       \
    (((hex) >> 16) & 0xff) / 255.0, (((hex) >> 8) & 0xff) / 255.0, ((hex) &0xff) / 255.0, 1.0             \
  }

/* Blue against orange holds for protan, deutan and tritan sight alike; where both
 * meet in a map of two values the colour goes to ink, so that lightness tells it.
 * Each of the nine, and of the seven about a middle, is at least 20 ΔE from every
 * other for all four sights (the test computes it). */
#define DIVERGING_LIGHT                                                                                   \
  .below = { RGB (0xf9c3a0), RGB (0xe8702f), RGB (0x8a3208) }, .middle = RGB (0xf2f2f2),                   \
  .above = { RGB (0xa3caec), RGB (0x4688c4), RGB (0x12436d) }
#define DIVERGING_DARK                                                                                    \
  .below = { RGB (0x8a4a26), RGB (0xe0702f), RGB (0xffb38a) }, .middle = RGB (0x38383b),                   \
  .above = { RGB (0x2b5a85), RGB (0x3f89c8), RGB (0xa9d2f5) }
#define TWO_WAY_LIGHT                                                                                     \
  .two_way = { { RGB (0xeef0f2), RGB (0x9fc3e6), RGB (0x2f78bd) },                                         \
               { RGB (0xf5c48a), RGB (0xa58f8c), RGB (0x35456f) },                                         \
               { RGB (0xe0822a), RGB (0x8a4a20), RGB (0x261a1a) } }
#define TWO_WAY_DARK                                                                                      \
  .two_way = { { RGB (0x2e2e32), RGB (0x2f5a8c), RGB (0x5a9fe6) },                                         \
               { RGB (0x79552f), RGB (0x898079), RGB (0xadc6e8) },                                         \
               { RGB (0xe08a3a), RGB (0xf0c090), RGB (0xfbf3ea) } }

static const BlPalette light = {
  .kind = BL_PALETTE_LIGHT,
  .accent = RGB (0x1d5a8e),
  .accent_text = RGB (0x12436d),
  .series = { RGB (0x12436d), RGB (0xf46a25), RGB (0x28a197), RGB (0x801650), RGB (0x3d3d3d), RGB (0xa285d1) },
  .unfocused = RGB (0xb8bcc2),
  .unfocused_fill = RGB (0xdfe3e8),
  .unfocused_line = RGB (0x8b8f96),
  .need = { RGB (0xe6f0f9), RGB (0xa3caec), RGB (0x5fa0d8), RGB (0x2a6fae), RGB (0x12436d) },
  .worse = { RGB (0xfde4d6), RGB (0xf9b48d), RGB (0xf46a25) },
  .better = { RGB (0xd5ece9), RGB (0x7fc9c1), RGB (0x28a197) },
  DIVERGING_LIGHT,
  TWO_WAY_LIGHT,
  .text_good = RGB (0x12615b),
  .text_bad = RGB (0xa83a06),
  .text_warn = RGB (0x7a4700),
  .ink = RGB (0x2e2e2e),
  .dim_ink = RGB (0x5e5c64),
  .grid = RGB (0xe3e1de),
  .axis = RGB (0x9a9996),
  .card = RGB (0xffffff),
  .view = RGB (0xffffff),
  .land = RGB (0xeceae6),
  .water = RGB (0xdce6ec),
  .area_line = RGB (0xffffff),
  .service_line = RGB (0x3d3d3d),
  .picked = RGB (0xf46a25),
  .halo = RGB (0xffffff),
};

/* In the dark the ramp turns round: most is lightest, because more must stand
 * out from the ground. */
static const BlPalette dark = {
  .kind = BL_PALETTE_DARK,
  .accent = RGB (0x35709f),
  .accent_text = RGB (0x9cccf5),
  .series = { RGB (0x8fbef5), RGB (0xfd7e33), RGB (0x429186), RGB (0xeab8cb), RGB (0xf2f2f2), RGB (0xa06ccc) },
  .unfocused = RGB (0x6d7178),
  .unfocused_fill = RGB (0x4a4d52),
  .unfocused_line = RGB (0x909499),
  .need = { RGB (0x23394d), RGB (0x2b5a85), RGB (0x3f89c8), RGB (0x8dc0ee), RGB (0xd9ecfb) },
  .worse = { RGB (0x4a2f22), RGB (0x8a4a26), RGB (0xe0702f) },
  .better = { RGB (0x1f4743), RGB (0x2c8a81), RGB (0x7fded4) },
  DIVERGING_DARK,
  TWO_WAY_DARK,
  .text_good = RGB (0x8ce0d7),
  .text_bad = RGB (0xffb38a),
  .text_warn = RGB (0xf8d98a),
  .ink = RGB (0xf2f2f2),
  .dim_ink = RGB (0xb9b9bd),
  .grid = RGB (0x454548),
  .axis = RGB (0x7d7d82),
  .card = RGB (0x363636),
  .view = RGB (0x1e1e1e),
  .land = RGB (0x2e2e30),
  .water = RGB (0x22282c),
  .area_line = RGB (0x1b1b1d),
  .service_line = RGB (0xd0d0d4),
  .picked = RGB (0xfd7e33),
  .halo = RGB (0x1b1b1d),
};

/* High contrast: lines between areas stand out, dim text is full ink, what is
 * not in focus is an outline rather than a grey, floating parts have an edge. */
static const BlPalette light_high_contrast = {
  .kind = BL_PALETTE_LIGHT_HIGH_CONTRAST,
  .accent = RGB (0x12436d),
  .accent_text = RGB (0x12436d),
  .series = { RGB (0x12436d), RGB (0xf46a25), RGB (0x28a197), RGB (0x801650), RGB (0x3d3d3d), RGB (0xa285d1) },
  .unfocused = RGB (0x767a80),
  .unfocused_fill = RGB (0xffffff),
  .unfocused_line = RGB (0x767a80),
  .need = { RGB (0xe6f0f9), RGB (0xa3caec), RGB (0x5fa0d8), RGB (0x2a6fae), RGB (0x12436d) },
  .worse = { RGB (0xfde4d6), RGB (0xf9b48d), RGB (0xf46a25) },
  .better = { RGB (0xd5ece9), RGB (0x7fc9c1), RGB (0x28a197) },
  DIVERGING_LIGHT,
  TWO_WAY_LIGHT,
  .text_good = RGB (0x0b4a45),
  .text_bad = RGB (0x7d2a03),
  .text_warn = RGB (0x5c3500),
  .ink = RGB (0x000000),
  .dim_ink = RGB (0x1a1a1a),
  .grid = RGB (0x8a8986),
  .axis = RGB (0x3d3d3d),
  .card = RGB (0xffffff),
  .view = RGB (0xffffff),
  .land = RGB (0xffffff),
  .water = RGB (0xdce6ec),
  .area_line = RGB (0x3d3d3d),
  .service_line = RGB (0x000000),
  .picked = RGB (0xf46a25),
  .halo = RGB (0xffffff),
  .outline = 1.5,
};

static const BlPalette dark_high_contrast = {
  .kind = BL_PALETTE_DARK_HIGH_CONTRAST,
  .accent = RGB (0x9cccf5),
  .accent_text = RGB (0xbfe0fb),
  .series = { RGB (0x8fbef5), RGB (0xfd7e33), RGB (0x429186), RGB (0xeab8cb), RGB (0xf2f2f2), RGB (0xa06ccc) },
  .unfocused = RGB (0xa0a4aa),
  .unfocused_fill = RGB (0x1e1e1e),
  .unfocused_line = RGB (0xa0a4aa),
  .need = { RGB (0x23394d), RGB (0x2b5a85), RGB (0x3f89c8), RGB (0x8dc0ee), RGB (0xd9ecfb) },
  .worse = { RGB (0x4a2f22), RGB (0x8a4a26), RGB (0xe0702f) },
  .better = { RGB (0x1f4743), RGB (0x2c8a81), RGB (0x7fded4) },
  DIVERGING_DARK,
  TWO_WAY_DARK,
  .text_good = RGB (0xb5efe8),
  .text_bad = RGB (0xffcdb3),
  .text_warn = RGB (0xfdeac0),
  .ink = RGB (0xffffff),
  .dim_ink = RGB (0xf2f2f2),
  .grid = RGB (0x7d7d82),
  .axis = RGB (0xd0d0d4),
  .card = RGB (0x1e1e1e),
  .view = RGB (0x000000),
  .land = RGB (0x141416),
  .water = RGB (0x22282c),
  .area_line = RGB (0xb9b9bd),
  .service_line = RGB (0xffffff),
  .picked = RGB (0xfd7e33),
  .halo = RGB (0x000000),
  .outline = 1.5,
};

static double
channel_to_linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

const BlPalette *
bl_palette_get (BlPaletteKind kind)
{
  switch (kind)
    {
    case BL_PALETTE_DARK:
      return &dark;
    case BL_PALETTE_LIGHT_HIGH_CONTRAST:
      return &light_high_contrast;
    case BL_PALETTE_DARK_HIGH_CONTRAST:
      return &dark_high_contrast;
    case BL_PALETTE_LIGHT:
    default:
      return &light;
    }
}

gboolean
bl_palette_is_dark (const BlPalette *palette)
{
  return palette->kind == BL_PALETTE_DARK || palette->kind == BL_PALETTE_DARK_HIGH_CONTRAST;
}

double
bl_colour_luminance (BlColour colour)
{
  return 0.2126 * channel_to_linear (colour.r) + 0.7152 * channel_to_linear (colour.g)
         + 0.0722 * channel_to_linear (colour.b);
}

double
bl_colour_contrast (BlColour a, BlColour b)
{
  double la = bl_colour_luminance (a);
  double lb = bl_colour_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

char *
bl_colour_to_hex (BlColour colour)
{
  return g_strdup_printf ("#%02x%02x%02x", (guint) lround (colour.r * 255), (guint) lround (colour.g * 255),
                          (guint) lround (colour.b * 255));
}

static BlColour
mix (BlColour from, BlColour to, double share)
{
  return (BlColour){ from.r + (to.r - from.r) * share, from.g + (to.g - from.g) * share,
                     from.b + (to.b - from.b) * share, 1 };
}

BlColour
bl_palette_sequential (const BlPalette *palette, guint group, guint n)
{
  guint last = G_N_ELEMENTS (palette->need) - 1;
  double at;

  if (n <= 1)
    return palette->need[last / 2];
  group = MIN (group, n - 1);
  if (n <= last + 1)
    return palette->need[group * last / (n - 1)];
  at = (double) group * last / (n - 1);
  return mix (palette->need[(guint) at], palette->need[MIN ((guint) at + 1, last)], at - floor (at));
}

BlColour
bl_palette_diverging (const BlPalette *palette, int step, guint n_steps)
{
  const BlColour *side = step < 0 ? palette->below : palette->above;
  guint last = G_N_ELEMENTS (palette->below);
  guint out = (guint) abs (step);

  if (step == 0)
    return palette->middle;
  n_steps = CLAMP (n_steps, 1, last);
  out = MIN (out, n_steps);
  /* One step is the middle of the side, two leave the palest out. */
  return n_steps == 1 ? side[1] : side[last - n_steps + out - 1];
}

BlColour
bl_palette_two_way (const BlPalette *palette, guint first, guint second)
{
  return palette->two_way[MIN (second, 2)][MIN (first, 2)];
}

BlColour
bl_palette_text_on (const BlPalette *palette, BlColour ground)
{
  const BlColour words[] = { palette->ink, palette->halo, { 0, 0, 0, 1 }, { 1, 1, 1, 1 } };
  double ink = bl_colour_contrast (words[0], ground), halo = bl_colour_contrast (words[1], ground);

  if (MAX (ink, halo) >= 4.5)
    return words[ink >= halo ? 0 : 1];
  return words[bl_colour_contrast (words[2], ground) >= bl_colour_contrast (words[3], ground) ? 2 : 3];
}
