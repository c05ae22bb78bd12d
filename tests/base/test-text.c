/* test-text.c: text and numbers, in files and for people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "text.h"

static void
check_double (double value, const char *expected)
{
  g_autofree char *text = bl_text_from_double (value);
  double back;

  g_assert_cmpstr (text, ==, expected);
  g_assert_true (bl_text_to_double (text, &back));
  g_assert_true (back == value);
}

static void
test_doubles (void)
{
  check_double (0, "0");
  check_double (-0.0, "0");
  check_double (0.1, "0.1");
  check_double (93.648, "93.648");
  check_double (424000.25, "424000.25");
  check_double (1e14, "100000000000000");
  check_double (0.000001, "0.000001");
  check_double (-2538, "-2538");
  check_double (1.0 / 3, "0.3333333333333333");
  check_double (1e300, "1.00000000000000e+300");
  g_test_message ("random doubles read back to themselves");
  for (guint i = 0; i < 20000; i++)
    {
      double value = g_test_rand_double_range (-1, 1) * pow (10, g_test_rand_int_range (-12, 18));
      g_autofree char *text = bl_text_from_double (value);
      double back;

      g_assert_true (bl_text_to_double (text, &back) && back == value);
    }
}

static void
test_not_doubles (void)
{
  static const char *const wrong[] = { "", " ", "1 ", " 1", "1,5", "0x10", "inf", "nan", "1e", "--1", "1.2.3", "e5", "+1", "1e999" };
  double value;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (bl_text_to_double (wrong[i], &value));
}

static void
test_typed_numbers (void)
{
  static const struct
  {
    const char *text;
    double value;
  } right[] = { { "29,199", 29199 }, { " 1,296 ", 1296 },      { "715", 715 },      { "1,234,567.5", 1234567.5 },
                { "-1,000", -1000 }, { "0.25", 0.25 },         { "\302\240" "12", 12 } };
  static const char *const wrong[] = { "1,5", "12,34", "1,2345", ",123", "1,", "twelve", "1 000", "12%", "1,234.5,6", "1234,567", "" };
  double value;

  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_assert_true (bl_text_parse_number (right[i].text, &value));
      g_assert_cmpfloat (value, ==, right[i].value);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_test_message ("“%s” is refused", wrong[i]);
      g_assert_false (bl_text_parse_number (wrong[i], &value));
    }
}

static void
check (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_for_people (void)
{
  check (bl_text_number (302820, 0), "302,820");
  check (bl_text_number (816.099, 1), "816.1");
  check (bl_text_number (-1234.5, 1), "\342\210\222" "1,234.5");
  check (bl_text_number (-0.01, 1), "0.0");
  check (bl_text_number (NAN, 0), "not known");
  check (bl_text_percent (93.648), "93.6%");
  check (bl_text_percent (100), "100%");
  check (bl_text_percent (99.99), "over 99.9%");
  check (bl_text_percent (0.01), "under 0.1%");
  check (bl_text_percent (0), "0%");
  check (bl_text_metres (816.4), "816 m");
  check (bl_text_metres (12345), "12.3 km");
  check (bl_text_date_for_people (g_date_get_julian (&(GDate) { .dmy = 1, .day = 24, .month = 11, .year = 2026 })),
         "24 November 2026");
}

static void
test_names (void)
{
  check (bl_text_fold ("  North Somerset \302\240 Council "), "north somerset council");
  check (bl_text_fold (NULL), "");
  check (bl_text_fold ("St Anne\342\200\231s"), "st anne's");
  check (bl_text_fold_library_name ("Gosforth LIBRARY"), "gosforth");
  check (bl_text_fold_library_name ("Library"), "library");
  check (bl_text_short_library_name ("Gosforth Library"), "Gosforth");
  check (bl_text_short_library_name ("City"), "City");
  check (bl_text_short_library_name ("Library"), "Library");
  check (bl_text_clean (" \t\302\240x y "), "x y");
  g_assert_null (bl_text_clean ("\302\240 "));
  g_assert_cmpuint (bl_text_distance ("newcastle", "newcastel"), ==, 2);
  g_assert_cmpuint (bl_text_distance ("caf\303\251", "cafe"), ==, 1);
  g_assert_cmpuint (bl_text_distance ("", "abc"), ==, 3);
}

static void
test_dates (void)
{
  static const char *const wrong[] = { "2026-02-30", "2026-2-3", "26-02-03", "2026-02-03x", "2026/02/03", "0000-01-01" };
  guint32 julian;
  g_autofree char *text = NULL;

  g_assert_true (bl_text_to_date ("2024-02-29", &julian));
  text = bl_text_from_date (julian);
  g_assert_cmpstr (text, ==, "2024-02-29");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (bl_text_to_date (wrong[i], &julian));
}

static void
test_xml_characters (void)
{
  check (bl_text_for_xml ("a\001b\r\nc\rd\te"), "ab\nc\nd\te");
  check (bl_text_for_xml ("\357\277\276x"), "x");
}

/* The short ways of writing and reading numbers agree with printf() and strtod(). */
static void
test_doubles_as_libc (void)
{
  for (guint i = 0; i < 100000; i++)
    {
      guint decimals = g_test_rand_int_range (0, 10);
      double value = (g_test_rand_double () - 0.5) * pow (10, g_test_rand_int_range (-3, 17));
      char buffer[64];
      g_autofree char *text = NULL;
      double back;

      if (i % 2 == 0)
        value = round (value * pow (10, decimals)) / pow (10, decimals);
      text = bl_text_from_double (value);
      g_assert_cmpfloat (g_ascii_strtod (text, NULL), ==, value);
      g_assert_true (bl_text_to_double (text, &back));
      g_assert_cmpfloat (back, ==, value);
      /* No shorter text reads back the same: nothing ends in a nought behind the point. */
      g_assert_false (strchr (text, '.') != NULL && strchr (text, 'e') == NULL && g_str_has_suffix (text, "0"));
      g_ascii_formatd (buffer, sizeof buffer, "%.6f", value);
      g_assert_true (bl_text_to_double (buffer, &back));
      g_assert_cmpfloat (back, ==, g_ascii_strtod (buffer, NULL));
    }
}

static void
test_utf8 (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      char text[200];
      gsize length = g_test_rand_int_range (0, sizeof text);

      for (gsize j = 0; j < length; j++)
        text[j] = 'a';
      for (guint j = g_test_rand_int_range (0, 3); j > 0 && length > 8; j--)
        {
          gsize at = g_test_rand_int_range (0, length - 4);

          if (g_test_rand_bit ())
            memcpy (text + at, "€", 3);
          else
            text[at] = g_test_rand_int_range (0, 256);
        }
      g_assert_cmpint (bl_text_is_utf8 (text, length), ==, g_utf8_validate_len (text, length, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/doubles", test_doubles);
  g_test_add_func ("/text/not-doubles", test_not_doubles);
  g_test_add_func ("/text/typed-numbers", test_typed_numbers);
  g_test_add_func ("/text/for-people", test_for_people);
  g_test_add_func ("/text/names", test_names);
  g_test_add_func ("/text/dates", test_dates);
  g_test_add_func ("/text/xml-characters", test_xml_characters);
  g_test_add_func ("/text/doubles-as-libc", test_doubles_as_libc);
  g_test_add_func ("/text/utf8", test_utf8);
  return g_test_run ();
}
