/* test-grid-reference.c: references of the National Grid against worked examples
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "grid-reference.h"

#include <math.h>

/* Published: Ordnance Survey's guide (Caister water tower), Wikipedia's page on
 * the National Grid (Sullom Voe), Ben Nevis and St Mary's by the sheets; Gosforth
 * Library stands at 424,500 568,200 to the hundred metres. */
static void
test_examples (void)
{
  static const struct
  {
    const char *text;
    double x, y, side;
  } examples[] = {
    { "TG 51409 13177", 651409, 313177, 1 }, { "TG5140913177", 651409, 313177, 1 },
    { "HU396753", 439600, 1175300, 100 },    { " nn 166 712 ", 216600, 771200, 100 },
    { "NZ 245 682", 424500, 568200, 100 },   { "SV 9 1", 90000, 10000, 10000 },
    { "NZ\t24\t68", 424000, 568000, 1000 },  { "SV 0000 0000", 0, 0, 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      BlPoint point;
      double side;

      g_assert_true (bl_grid_reference_parse (examples[i].text, &point, &side));
      g_assert_cmpfloat (point.x, ==, examples[i].x);
      g_assert_cmpfloat (point.y, ==, examples[i].y);
      g_assert_cmpfloat (side, ==, examples[i].side);
    }
}

/* The diagram of squares that Ordnance Survey prints, from north to south. */
static const char *const diagram[] = {
  "HL HM HN HO HP JL JM", "HQ HR HS HT HU JQ JR", "HV HW HX HY HZ JV JW", "NA NB NC ND NE OA OB",
  "NF NG NH NJ NK OF OG", "NL NM NN NO NP OL OM", "NQ NR NS NT NU OQ OR", "NV NW NX NY NZ OV OW",
  "SA SB SC SD SE TA TB", "SF SG SH SJ SK TF TG", "SL SM SN SO SP TL TM", "SQ SR SS ST SU TQ TR",
  "SV SW SX SY SZ TV TW",
};

static void
test_every_square (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (diagram), ==, 13);
  for (guint row = 0; row < 13; row++)
    {
      g_auto (GStrv) squares = g_strsplit (diagram[row], " ", -1);

      g_assert_cmpuint (g_strv_length (squares), ==, 7);
      for (guint column = 0; column < 7; column++)
        {
          g_autofree char *text = g_strdup_printf ("%s 12345 67890", squares[column]), *again = NULL;
          BlPoint point;

          g_assert_true (bl_grid_reference_parse (text, &point, NULL));
          g_assert_cmpfloat (point.x, ==, column * 100000.0 + 12345);
          g_assert_cmpfloat (point.y, ==, (12 - row) * 100000.0 + 67890);
          again = bl_grid_reference_to_text (point);
          g_assert_cmpstr (again, ==, text);
        }
    }
}

static void
test_others (void)
{
  static const char *const others[]
      = { NULL,         "",       "NZ",       "NZ 2",    "NZ 245 68", "NI 245 682",
          "ZZ 245 682", "AA 1 1", "N 2 4",    "NE3 3HD", "245 682",   "NZ 245682 456789 1",
          "NZ-245-682", "N3 3HD", "é245 682", "JM",      "HA 10 10" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (bl_grid_reference_parse (others[i], NULL, NULL));
  g_assert_null (bl_grid_reference_to_text ((BlPoint){ -1, 0 }));
  g_assert_null (bl_grid_reference_to_text ((BlPoint){ 0, 1300000 }));
  g_assert_null (bl_grid_reference_to_text ((BlPoint){ NAN, NAN }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid-reference/examples", test_examples);
  g_test_add_func ("/grid-reference/every-square", test_every_square);
  g_test_add_func ("/grid-reference/others", test_others);
  return g_test_run ();
}
