/* test-stop-cells.c: times, days and rules of timetables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "stop-cells.h"

typedef BlCellState (*Reader) (const char *text, char **read);

static void
check (Reader reader, const char *text, BlCellState state, const char *expected)
{
  g_autofree char *read = NULL;
  BlCellState is = reader (text, &read);

  if (is != state)
    g_error ("“%s” is read as %d, not %d", text, is, state);
  g_assert_cmpstr (read, ==, expected);
}

static void
test_times (void)
{
  check (bl_cell_read_time, "10:05", BL_CELL_READ, "10:05");
  check (bl_cell_read_time, "09.40", BL_CELL_READ, "09:40");
  check (bl_cell_read_time, "9.40", BL_CELL_READ, "09:40");
  check (bl_cell_read_time, "0940", BL_CELL_READ, "09:40");
  check (bl_cell_read_time, " 2.15pm ", BL_CELL_READ, "14:15");
  check (bl_cell_read_time, "9 am", BL_CELL_READ, "09:00");
  check (bl_cell_read_time, "12:00 am", BL_CELL_READ, "00:00");
  check (bl_cell_read_time, "12 pm", BL_CELL_READ, "12:00");
  check (bl_cell_read_time, "", BL_CELL_BLANK, NULL);
  check (bl_cell_read_time, "tbc", BL_CELL_BLANK, NULL);
  check (bl_cell_read_time, "25:00", BL_CELL_UNREAD, NULL);
  check (bl_cell_read_time, "10:75", BL_CELL_UNREAD, NULL);
  check (bl_cell_read_time, "soon", BL_CELL_UNREAD, NULL);
  check (bl_cell_read_time, "10", BL_CELL_UNREAD, NULL);
  check (bl_cell_read_time, "10:05-10:20", BL_CELL_UNREAD, NULL);
  check (bl_cell_read_time, "10:05 approx", BL_CELL_UNREAD, NULL);
}

static void
test_days (void)
{
  check (bl_cell_read_weekday, "Tuesday", BL_CELL_READ, "Tuesday");
  check (bl_cell_read_weekday, "tues", BL_CELL_READ, "Tuesday");
  check (bl_cell_read_weekday, "THU", BL_CELL_READ, "Thursday");
  check (bl_cell_read_weekday, "Fridays", BL_CELL_READ, "Friday");
  check (bl_cell_read_weekday, "", BL_CELL_BLANK, NULL);
  check (bl_cell_read_weekday, "Someday", BL_CELL_UNREAD, NULL);
  check (bl_cell_read_weekday, "T", BL_CELL_UNREAD, NULL);
  g_assert_cmpint (bl_weekday_number ("Monday"), ==, 1);
  g_assert_cmpint (bl_weekday_number ("Sunday"), ==, 7);
  g_assert_cmpint (bl_weekday_number (NULL), ==, 0);
}

static void
test_rules (void)
{
  check (bl_cell_read_frequency, "FREQ=WEEKLY;INTERVAL=4", BL_CELL_READ, "FREQ=WEEKLY;INTERVAL=4");
  check (bl_cell_read_frequency, "RRULE:FREQ=MONTHLY;BYDAY=2MO", BL_CELL_READ, "FREQ=MONTHLY;BYDAY=2MO");
  check (bl_cell_read_frequency, "freq=monthly;byday=-1fr", BL_CELL_READ, "FREQ=MONTHLY;BYDAY=-1FR");
  check (bl_cell_read_frequency, "Fortnightly", BL_CELL_MENDED, "FREQ=WEEKLY;INTERVAL=2");
  check (bl_cell_read_frequency, "weekly", BL_CELL_MENDED, "FREQ=WEEKLY");
  check (bl_cell_read_frequency, "Every 4 weeks", BL_CELL_MENDED, "FREQ=WEEKLY;INTERVAL=4");
  check (bl_cell_read_frequency, "3-weekly", BL_CELL_MENDED, "FREQ=WEEKLY;INTERVAL=3");
  check (bl_cell_read_frequency, "", BL_CELL_BLANK, NULL);
  check (bl_cell_read_frequency, "FREQ=WEEKLY;INTERVAL=0", BL_CELL_UNREAD, NULL);
  check (bl_cell_read_frequency, "FREQ=SOMETIMES", BL_CELL_UNREAD, NULL);
  check (bl_cell_read_frequency, "FREQ=WEEKLY;DROP=TABLE", BL_CELL_UNREAD, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/stop-cells/times", test_times);
  g_test_add_func ("/exchange/stop-cells/days", test_days);
  g_test_add_func ("/exchange/stop-cells/rules", test_rules);
  return g_test_run ();
}
