/* test-opening-hours.c: times as people and files write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "errors.h"
#include "opening-hours.h"

static void
test_read (void)
{
  static const struct
  {
    const char *text, *normal;
    guint minutes;
  } right[] = {
    { "10:00-13:00 14:00-17:00", "10:00-13:00 14:00-17:00", 360 },
    { "09:00-12:00,13:00-17:00", "09:00-12:00 13:00-17:00", 420 },
    { "9.30 \342\200\223 17.00", "09:30-17:00", 450 },
    { "0930-1700", "09:30-17:00", 450 },
    { "9-17", "09:00-17:00", 480 },
    { "10:00-12:00 12:00-14:00", "10:00-14:00", 240 },
    { "00:00-24:00", "00:00-24:00", 1440 },
    { "Closed", "closed", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *back = NULL;
      BlOpeningDay day;

      g_assert_true (bl_opening_day_from_text (right[i].text, &day, &error));
      g_assert_no_error (error);
      back = bl_opening_day_to_text (&day);
      g_assert_cmpstr (back, ==, right[i].normal);
      g_assert_cmpuint (bl_opening_day_minutes (&day), ==, right[i].minutes);
    }
}

static void
test_refused (void)
{
  static const char *const wrong[]
      = { "", "ten to five", "17:00-10:00", "10:00", "10:00-", "25:00-26:00", "10:60-11:00", "10:00-12:00 11:00-13:00", "10:00-12:00x", "10:00-10:00" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      BlOpeningDay day = { .n_spans = 99 };

      g_assert_false (bl_opening_day_from_text (wrong[i], &day, &error));
      g_assert_error (error, BL_BASE_ERROR, BL_BASE_ERROR_NUMBER);
      g_assert_cmpuint (day.n_spans, ==, 99);
    }
}

static void
test_halves (void)
{
  BlOpeningDay day;
  gboolean morning, afternoon;

  g_assert_true (bl_opening_day_from_text ("10:00-12:00", &day, NULL));
  g_assert_true (bl_opening_day_morning (&day));
  g_assert_false (bl_opening_day_afternoon (&day));
  g_assert_true (bl_opening_day_from_text ("12:00-16:00", &day, NULL));
  g_assert_false (bl_opening_day_morning (&day));
  g_assert_true (bl_opening_day_afternoon (&day));
  g_assert_true (bl_opening_class_parts ("AM & PM (continuous)", &morning, &afternoon));
  g_assert_true (morning && afternoon);
  g_assert_true (bl_opening_class_parts ("Closed", &morning, &afternoon));
  g_assert_true (!morning && !afternoon);
  g_assert_false (bl_opening_class_parts ("Varied by Schedule", &morning, &afternoon));
  g_assert_false (bl_opening_class_parts (NULL, &morning, &afternoon));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opening-hours/read", test_read);
  g_test_add_func ("/opening-hours/refused", test_refused);
  g_test_add_func ("/opening-hours/halves", test_halves);
  return g_test_run ();
}
