/* test-palette.c: colours hold what the visual rules promise
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "palette.h"

#include <math.h>

static const BlPaletteKind kinds[] = { BL_PALETTE_LIGHT, BL_PALETTE_DARK, BL_PALETTE_LIGHT_HIGH_CONTRAST,
                                       BL_PALETTE_DARK_HIGH_CONTRAST };

/* The worked examples of WCAG 2: black on white is 21; #777777 on white just misses 4.5. */
static void
test_contrast_formula (void)
{
  BlColour black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 }, grey = { 0x77 / 255.0, 0x77 / 255.0, 0x77 / 255.0, 1 };

  g_assert_cmpfloat_with_epsilon (bl_colour_contrast (black, white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (bl_colour_contrast (white, black), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (bl_colour_contrast (white, white), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (bl_colour_contrast (grey, white), 4.48, 0.005);
}

static void
assert_contrast (const char *what, BlColour a, BlColour b, double least)
{
  double contrast = bl_colour_contrast (a, b);

  if (contrast < least)
    g_error ("%s: contrast %.2f is below %.1f", what, contrast, least);
}

static void
test_text (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const BlPalette *p = bl_palette_get (kinds[i]);
      gboolean high = p->outline > 0;
      const BlColour grounds[] = { p->card, p->view };

      g_assert_cmpint (p->kind, ==, kinds[i]);
      for (guint g = 0; g < G_N_ELEMENTS (grounds); g++)
        {
          assert_contrast ("ink", p->ink, grounds[g], 7);
          assert_contrast ("dim ink", p->dim_ink, grounds[g], high ? 7 : 4.5);
          assert_contrast ("accent text", p->accent_text, grounds[g], 4.5);
          assert_contrast ("good", p->text_good, grounds[g], 4.5);
          assert_contrast ("bad", p->text_bad, grounds[g], 4.5);
          assert_contrast ("warn", p->text_warn, grounds[g], 4.5);
        }
      /* Words of the map: names on their halo, the attribution on the land. */
      assert_contrast ("names on their halo", p->ink, p->halo, 7);
      assert_contrast ("attribution", p->dim_ink, p->land, 4.5);
      assert_contrast ("picked on land", p->picked, p->land, high || bl_palette_is_dark (p) ? 2.9 : 2.4);
    }
}

static void
test_marks (void)
{
  const BlPalette *dark = bl_palette_get (BL_PALETTE_DARK);
  const BlPalette *light = bl_palette_get (BL_PALETTE_LIGHT);
  BlColour white = { 1, 1, 1, 1 };

  for (guint i = 0; i < 4; i++)
    {
      assert_contrast ("dark series on a card", dark->series[i], dark->card, 3);
      assert_contrast ("dark series on the view", dark->series[i], dark->view, 4);
    }
  assert_contrast ("white on the accent", white, light->accent, 7.2 - 0.05);
  assert_contrast ("white on the dark accent", white, dark->accent, 5.3 - 0.05);
  /* A marker is told from any colour it can stand on by itself or by its halo. */
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const BlPalette *p = bl_palette_get (kinds[i]);

      for (guint n = 0; n < G_N_ELEMENTS (p->need); n++)
        g_assert_cmpfloat (MAX (bl_colour_contrast (p->ink, p->need[n]), bl_colour_contrast (p->halo, p->need[n])),
                           >=, 3);
    }
}

/* The ramp goes one way, and turns round in the dark: most stands out. */
static void
test_ramp (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const BlPalette *p = bl_palette_get (kinds[i]);

      for (guint n = 1; n < G_N_ELEMENTS (p->need); n++)
        {
          double before = bl_colour_luminance (p->need[n - 1]);
          double here = bl_colour_luminance (p->need[n]);

          g_assert_true (bl_palette_is_dark (p) ? here > before : here < before);
          g_assert_cmpfloat (bl_colour_contrast (p->need[n - 1], p->need[n]), >=, 1.4);
        }
    }
}

/* --- Colour-blind sight --------------------------------------------------- */

typedef struct
{
  double l, a, b;
} Lab;

/* Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB. */
static const double sights[4][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
};
static const char *const sight_names[4] = { "normal", "protan", "deutan", "tritan" };

static double
linear (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
lab_curve (double t)
{
  return t > 0.008856 ? cbrt (t) : 7.787 * t + 16.0 / 116;
}

static Lab
seen (BlColour colour, const double sight[3][3])
{
  double from[3] = { linear (colour.r), linear (colour.g), linear (colour.b) };
  double rgb[3], x, y, z;

  for (guint i = 0; i < 3; i++)
    rgb[i] = CLAMP (sight[i][0] * from[0] + sight[i][1] * from[1] + sight[i][2] * from[2], 0, 1);
  x = (0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047;
  y = 0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2];
  z = (0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883;
  return (Lab){ 116 * lab_curve (y) - 16, 500 * (lab_curve (x) - lab_curve (y)),
                200 * (lab_curve (y) - lab_curve (z)) };
}

static double
difference (Lab p, Lab q)
{
  return sqrt ((p.l - q.l) * (p.l - q.l) + (p.a - q.a) * (p.a - q.a) + (p.b - q.b) * (p.b - q.b));
}

static void
test_colour_blind (void)
{
  const BlPaletteKind dark[] = { BL_PALETTE_DARK, BL_PALETTE_DARK_HIGH_CONTRAST };

  for (guint k = 0; k < G_N_ELEMENTS (dark); k++)
    for (guint s = 0; s < 4; s++)
      for (guint i = 0; i < 4; i++)
        for (guint j = i + 1; j < 4; j++)
          {
            const BlPalette *p = bl_palette_get (dark[k]);
            double apart = difference (seen (p->series[i], sights[s]), seen (p->series[j], sights[s]));

            if (apart < 22)
              g_error ("series %u and %u are %.1f apart for %s sight", i + 1, j + 1, apart, sight_names[s]);
          }
  /* Blue and orange, the two that carry everything, hold in the light too. */
  for (guint s = 0; s < 4; s++)
    {
      const BlPalette *p = bl_palette_get (BL_PALETTE_LIGHT);

      g_assert_cmpfloat (difference (seen (p->series[0], sights[s]), seen (p->picked, sights[s])), >=, 40);
    }
}

static void
test_hex (void)
{
  g_autofree char *accent = bl_colour_to_hex (bl_palette_get (BL_PALETTE_LIGHT)->accent_text);

  g_assert_cmpstr (accent, ==, "#12436d");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/contrast-formula", test_contrast_formula);
  g_test_add_func ("/palette/text", test_text);
  g_test_add_func ("/palette/marks", test_marks);
  g_test_add_func ("/palette/ramp", test_ramp);
  g_test_add_func ("/palette/colour-blind", test_colour_blind);
  g_test_add_func ("/palette/hex", test_hex);
  return g_test_run ();
}
