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

/* What charts are drawn with stands out from what they stand on (WCAG 1.4.11); greys that only fill have an edge that does.
 * Grid lines are left faint on purpose: they carry nothing that is not written. */
static void
test_chart_marks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const BlPalette *p = bl_palette_get (kinds[i]);
      const BlColour grounds[] = { p->card, p->view };
      const struct
      {
        const char *name;
        BlColour colour;
      } marks[] = {
        { "picked", p->picked },        { "not in focus", p->unfocused_line }, { "reference", p->ink },
        { "limits", p->dim_ink },       { "target", p->text_good },            { "better", p->better[2] },
        { "worse", p->worse[2] },       { "first series", p->series[0] },      { "second series", p->series[1] },
        { "third series", p->series[2] }, { "fourth series", p->series[3] },   { "total", p->series[4] },
        { "sixth series", p->series[5] },
      };

      for (guint g = 0; g < G_N_ELEMENTS (grounds); g++)
        for (guint m = 0; m < G_N_ELEMENTS (marks); m++)
          assert_contrast (marks[m].name, marks[m].colour, grounds[g], 3);
      if (p->outline > 0)
        for (guint g = 0; g < G_N_ELEMENTS (grounds); g++)
          {
            assert_contrast ("axis in high contrast", p->axis, grounds[g], 4.5);
            assert_contrast ("grid in high contrast", p->grid, grounds[g], 3);
          }
    }
}

/* Words that stand on what is drawn: numbers in cells and in bars. */
static void
test_words_on_marks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const BlPalette *p = bl_palette_get (kinds[i]);
      const BlColour *grounds[] = { p->need, p->series, p->worse, p->better };
      const guint n[] = { G_N_ELEMENTS (p->need), 4, G_N_ELEMENTS (p->worse), G_N_ELEMENTS (p->better) };

      for (guint g = 0; g < G_N_ELEMENTS (grounds); g++)
        for (guint c = 0; c < n[g]; c++)
          {
            double contrast = bl_colour_contrast (bl_palette_text_on (p, grounds[g][c]), grounds[g][c]);

            if (contrast < 4.5)
              g_error ("words on colour %u of list %u of palette %d: %.2f", c, g, (int) p->kind, contrast);
          }
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

/* The light set is the Government Analysis Function's: its first and fourth are near each other for protan sight (and the
 * visual rules say: never the only two); all others are as far apart as those of the dark set. */
static void
test_colour_blind_light (void)
{
  const BlPaletteKind light[] = { BL_PALETTE_LIGHT, BL_PALETTE_LIGHT_HIGH_CONTRAST };

  for (guint k = 0; k < G_N_ELEMENTS (light); k++)
    for (guint s = 0; s < 4; s++)
      for (guint i = 0; i < 4; i++)
        for (guint j = i + 1; j < 4; j++)
          {
            const BlPalette *p = bl_palette_get (light[k]);
            double apart = difference (seen (p->series[i], sights[s]), seen (p->series[j], sights[s]));

            if (apart < (i == 0 && j == 3 ? 11 : 22))
              g_error ("light series %u and %u are %.1f apart for %s sight", i + 1, j + 1, apart, sight_names[s]);
          }
}

/* Blue and grey, orange and grey: the one spoken of among the others, on every ground and for every sight. */
static void
test_focus_among_grey (void)
{
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint s = 0; s < 4; s++)
      {
        const BlPalette *p = bl_palette_get (kinds[k]);
        const BlColour greys[] = { p->unfocused, p->unfocused_line };

        for (guint g = 0; g < G_N_ELEMENTS (greys); g++)
          {
            g_assert_cmpfloat (difference (seen (p->series[0], sights[s]), seen (greys[g], sights[s])), >=, 22);
            g_assert_cmpfloat (difference (seen (p->picked, sights[s]), seen (greys[g], sights[s])), >=, 22);
          }
      }
}

/* The least distance among @n colours for a sight, and which two have it. */
static double
least_apart (const BlColour *colours, guint n, guint sight, guint *first, guint *second)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        double apart = difference (seen (colours[i], sights[sight]), seen (colours[j], sights[sight]));

        if (apart >= least)
          continue;
        least = apart;
        *first = i;
        *second = j;
      }
  return least;
}

static void
assert_all_apart (const char *what, const BlPalette *p, const BlColour *colours, guint n, double least)
{
  for (guint s = 0; s < G_N_ELEMENTS (sights); s++)
    {
      guint first = 0, second = 0;
      double apart = least_apart (colours, n, s, &first, &second);

      if (apart < least)
        g_error ("%s of palette %d: colours %u and %u are %.1f apart for %s sight", what, (int) p->kind, first, second,
                 apart, sight_names[s]);
    }
}

/* More groups than the ramp has colours lie between them, in order. */
static void
test_sequential (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const BlPalette *p = bl_palette_get (kinds[i]);

      for (guint n = 2; n <= 7; n++)
        {
          BlColour colours[7];

          for (guint g = 0; g < n; g++)
            {
              colours[g] = bl_palette_sequential (p, g, n);
              if (g == 0)
                continue;
              g_assert_true (bl_palette_is_dark (p)
                             == (bl_colour_luminance (colours[g]) > bl_colour_luminance (colours[g - 1])));
              g_assert_cmpfloat (bl_colour_contrast (colours[g], colours[g - 1]), >=, n <= 5 ? 1.4 : 1.2);
            }
          assert_all_apart ("groups", p, colours, n, n <= 5 ? 11 : 7);
          g_assert_cmpmem (&colours[0], sizeof colours[0], &p->need[0], sizeof p->need[0]);
          g_assert_cmpmem (&colours[n - 1], sizeof colours[0], &p->need[4], sizeof p->need[4]);
        }
    }
}

/* Above and below the middle are told apart whatever the sight, strongest outermost. */
static void
test_diverging (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const BlPalette *p = bl_palette_get (kinds[i]);

      for (int steps = 1; steps <= 3; steps++)
        {
          BlColour colours[7];
          guint n = 0;

          for (int step = -steps; step <= steps; step++)
            colours[n++] = bl_palette_diverging (p, step, (guint) steps);
          g_assert_cmpuint (n, ==, 2 * (guint) steps + 1);
          assert_all_apart ("groups about a middle", p, colours, n, 20);
          for (guint g = 1; g < n; g++)
            {
              gboolean outwards = g > (guint) steps;

              /* Farther from the middle is farther from its lightness. */
              g_assert_true ((bl_palette_is_dark (p) == outwards)
                             == (bl_colour_luminance (colours[g]) > bl_colour_luminance (colours[g - 1])));
            }
          for (guint s = 0; s < G_N_ELEMENTS (sights); s++)
            for (int step = 1; step <= steps; step++)
              g_assert_cmpfloat (difference (seen (colours[steps - step], sights[s]),
                                             seen (colours[steps + step], sights[s])),
                                 >=, 40);
        }
    }
}

/* The nine colours of two values: each its own for every sight, and more of
 * either value stands out more. */
static void
test_two_way (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const BlPalette *p = bl_palette_get (kinds[i]);
      double sign = bl_palette_is_dark (p) ? 1 : -1;

      assert_all_apart ("nine", p, &p->two_way[0][0], 9, 20);
      for (guint second = 0; second < 3; second++)
        for (guint first = 0; first < 3; first++)
          {
            double here = bl_colour_luminance (bl_palette_two_way (p, first, second));

            if (first > 0)
              g_assert_cmpfloat (sign * (here - bl_colour_luminance (bl_palette_two_way (p, first - 1, second))), >,
                                 0.01);
            if (second > 0)
              g_assert_cmpfloat (sign * (here - bl_colour_luminance (bl_palette_two_way (p, first, second - 1))), >,
                                 0.01);
          }
      /* A marker is told from any of them by itself or by its halo. */
      for (guint n = 0; n < 9; n++)
        {
          BlColour ground = bl_palette_two_way (p, n % 3, n / 3);

          g_assert_cmpfloat (MAX (bl_colour_contrast (p->ink, ground), bl_colour_contrast (p->halo, ground)), >=, 3);
        }
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
  g_test_add_func ("/palette/chart-marks", test_chart_marks);
  g_test_add_func ("/palette/words-on-marks", test_words_on_marks);
  g_test_add_func ("/palette/ramp", test_ramp);
  g_test_add_func ("/palette/colour-blind", test_colour_blind);
  g_test_add_func ("/palette/colour-blind-light", test_colour_blind_light);
  g_test_add_func ("/palette/focus-among-grey", test_focus_among_grey);
  g_test_add_func ("/palette/sequential", test_sequential);
  g_test_add_func ("/palette/diverging", test_diverging);
  g_test_add_func ("/palette/two-way", test_two_way);
  g_test_add_func ("/palette/hex", test_hex);
  return g_test_run ();
}
