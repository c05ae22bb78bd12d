/* test-value.c: values that may be not known, ids and clocks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "clock.h"
#include "errors.h"
#include "ids.h"
#include "value.h"

static void
round_trip (BlValueType type, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlValue) value = bl_value_from_text (type, text, &error);
  g_autoptr (BlValue) copy = NULL;
  g_autofree char *back = NULL;

  g_assert_no_error (error);
  back = bl_value_to_text (value);
  g_assert_cmpstr (back, ==, text);
  copy = bl_value_copy (value);
  g_assert_true (bl_value_equal (value, copy));
}

static void
test_round_trips (void)
{
  round_trip (BL_VALUE_INTEGER, "-9223372036854775808");
  round_trip (BL_VALUE_REAL, "816.099");
  round_trip (BL_VALUE_MONEY, "1234");
  round_trip (BL_VALUE_MONEY, "1234.50");
  round_trip (BL_VALUE_MONEY, "-0.05");
  round_trip (BL_VALUE_DATE, "2026-04-17");
  round_trip (BL_VALUE_BOOLEAN, "yes");
  round_trip (BL_VALUE_BOOLEAN, "no");
}

static void
test_refused (void)
{
  static const struct
  {
    BlValueType type;
    const char *text;
  } wrong[] = {
    { BL_VALUE_INTEGER, "1.5" },     { BL_VALUE_INTEGER, "99999999999999999999" }, { BL_VALUE_REAL, "1,5" },
    { BL_VALUE_MONEY, "12.345" },    { BL_VALUE_MONEY, "£12" },                    { BL_VALUE_MONEY, "12." },
    { BL_VALUE_DATE, "17/04/2026" }, { BL_VALUE_BOOLEAN, "Yes" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (bl_value_from_text (wrong[i].type, wrong[i].text, &error));
      g_assert_error (error, BL_BASE_ERROR, BL_BASE_ERROR_NUMBER);
      g_assert_nonnull (strstr (error->message, wrong[i].text));
    }
}

static void
test_not_known (void)
{
  g_autoptr (BlValue) nought = bl_value_new_integer (0);

  g_assert_false (bl_value_equal (nought, NULL));
  g_assert_true (bl_value_equal (NULL, NULL));
  g_assert_null (bl_value_to_text (NULL));
}

static void
test_ids (void)
{
  g_autoptr (BlIds) one = bl_ids_new_seeded ("sample");
  g_autoptr (BlIds) two = bl_ids_new_seeded ("sample");
  g_autoptr (BlIds) other = bl_ids_new_seeded ("other");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 5000; i++)
    {
      char *a = bl_ids_make (one, "library");
      g_autofree char *b = bl_ids_make (two, "library");
      g_autofree char *c = bl_ids_make (other, "library");

      g_assert_cmpstr (a, ==, b);
      g_assert_cmpstr (a, !=, c);
      g_assert_true (bl_ids_is_valid (a, "library"));
      g_assert_false (bl_ids_is_valid (a, "service"));
      g_assert_true (g_hash_table_add (seen, a));
    }
  g_assert_false (bl_ids_is_valid ("library-0000000000", NULL));
  g_assert_false (bl_ids_is_valid ("library-abc", NULL));
  g_assert_false (bl_ids_is_valid (NULL, NULL));
}

static void
test_clock (void)
{
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T14:32:00Z");
  g_autoptr (GDateTime) now = bl_clock_now (clock);
  g_autofree char *text = g_date_time_format_iso8601 (now);
  GDate date;

  g_assert_cmpstr (text, ==, "2026-04-17T14:32:00Z");
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 17, G_DATE_APRIL, 2026);
  g_assert_cmpuint (bl_clock_today (clock), ==, g_date_get_julian (&date));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/value/round-trips", test_round_trips);
  g_test_add_func ("/value/refused", test_refused);
  g_test_add_func ("/value/not-known", test_not_known);
  g_test_add_func ("/ids/random-and-seeded", test_ids);
  g_test_add_func ("/clock/fixed", test_clock);
  return g_test_run ();
}
