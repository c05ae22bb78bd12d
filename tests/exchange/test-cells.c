/* test-cells.c: what people and spreadsheets write in a cell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cells.h"
#include "damage.h"
#include "lunch.h"

static void
test_uprn (void)
{
  static const struct
  {
    const char *cell;
    BlCellState state;
    const char *uprn;
  } cases[] = {
    { "4510091960", BL_CELL_READ, "4510091960" },
    { " 4510091960 ", BL_CELL_READ, "4510091960" },
    { "4510091960.0", BL_CELL_READ, "4510091960" },
    { "004510091960", BL_CELL_MENDED, "4510091960" },
    { "4.51009E+09", BL_CELL_UNREAD, NULL },
    { "N/A", BL_CELL_BLANK, NULL },
    { "0", BL_CELL_BLANK, NULL },
    { "", BL_CELL_BLANK, NULL },
    { "1234567890123", BL_CELL_UNREAD, NULL },
    { "ask Jim", BL_CELL_UNREAD, NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uprn = NULL;
      g_assert_cmpint (bl_cell_read_uprn (cases[i].cell, &uprn), ==, cases[i].state);
      g_assert_cmpstr (uprn, ==, cases[i].uprn);
    }
}

static void
test_postcode (void)
{
  static const struct
  {
    const char *cell;
    BlCellState state;
    const char *postcode;
  } cases[] = {
    { "NE5 3PN", BL_CELL_READ, "NE5 3PN" },       { "ne53pn", BL_CELL_READ, "NE5 3PN" },
    { " EC1A  1BB", BL_CELL_READ, "EC1A 1BB" },   { "W1A\xC2\xA0" "1AA", BL_CELL_READ, "W1A 1AA" },
    { "NE5 OPN", BL_CELL_MENDED, "NE5 0PN" },     { "NE5", BL_CELL_UNREAD, NULL },
    { "NE5 3PN (rear)", BL_CELL_UNREAD, NULL },   { "NE53 PPN", BL_CELL_UNREAD, NULL },
    { "-", BL_CELL_BLANK, NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *postcode = NULL;
      g_assert_cmpint (bl_cell_read_postcode (cases[i].cell, &postcode), ==, cases[i].state);
      g_assert_cmpstr (postcode, ==, cases[i].postcode);
    }
}

static void
test_year (void)
{
  static const struct
  {
    const char *cell;
    BlCellState state;
    int year;
  } cases[] = {
    { "2014", BL_CELL_READ, 2014 },          { "2014.0", BL_CELL_READ, 2014 }, { "14/10/1968", BL_CELL_MENDED, 1968 },
    { "April 2014", BL_CELL_MENDED, 2014 },  { "xx-xx-1882", BL_CELL_MENDED, 1882 },
    { "2012 or 2013", BL_CELL_UNREAD, 0 },   { "long ago", BL_CELL_UNREAD, 0 }, { "20145", BL_CELL_UNREAD, 0 },
    { "", BL_CELL_BLANK, 0 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int year = -1;
      g_assert_cmpint (bl_cell_read_year (cases[i].cell, &year), ==, cases[i].state);
      g_assert_cmpint (year, ==, cases[i].year);
    }
}

static void
test_hours (void)
{
  static const struct
  {
    const char *cell;
    BlCellState state;
    const char *hours;
  } cases[] = {
    { "10:00-17:00", BL_CELL_READ, "10:00-17:00" },
    { "10:00-13:00, 14:00-17:00", BL_CELL_READ, "10:00-13:00 14:00-17:00" },
    { "0900-1700", BL_CELL_READ, "09:00-17:00" },
    { "9.30 – 17.00", BL_CELL_READ, "09:30-17:00" },
    { "Closed", BL_CELL_READ, "closed" },
    { "9am-5pm", BL_CELL_MENDED, "09:00-17:00" },
    { "10 to 4.30pm", BL_CELL_MENDED, "10:00-16:30" },
    { "10-4", BL_CELL_MENDED, "10:00-16:00" },
    { "2-5", BL_CELL_MENDED, "14:00-17:00" },
    { "10am-12pm and 2pm-5pm", BL_CELL_MENDED, "10:00-12:00 14:00-17:00" },
    { "12am-1am", BL_CELL_MENDED, "00:00-01:00" },
    { "by appointment", BL_CELL_UNREAD, NULL },
    { "10:00-", BL_CELL_UNREAD, NULL },
    { "25:00-26:00", BL_CELL_UNREAD, NULL },
    { "", BL_CELL_BLANK, NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *hours = NULL;
      BlCellState state = bl_cell_read_hours (cases[i].cell, &hours);
      g_test_message ("%s: %s", cases[i].cell, hours != NULL ? hours : "not read");
      g_assert_cmpint (state, ==, cases[i].state);
      g_assert_cmpstr (hours, ==, cases[i].hours);
    }
}

static void
test_words (void)
{
  gboolean yes = FALSE;

  g_assert_cmpint (bl_cell_read_yes_no ("yes", &yes), ==, BL_CELL_READ);
  g_assert_true (yes);
  g_assert_cmpint (bl_cell_read_yes_no (" NO", &yes), ==, BL_CELL_READ);
  g_assert_false (yes);
  g_assert_cmpint (bl_cell_read_yes_no ("X", &yes), ==, BL_CELL_READ);
  g_assert_true (yes);
  g_assert_cmpint (bl_cell_read_yes_no ("n/a", &yes), ==, BL_CELL_BLANK);
  g_assert_cmpint (bl_cell_read_yes_no ("perhaps", &yes), ==, BL_CELL_UNREAD);
  g_assert_true (bl_cell_is_withheld ("*"));
  g_assert_true (bl_cell_is_withheld (" .. "));
  g_assert_true (bl_cell_is_withheld ("[c]"));
  g_assert_false (bl_cell_is_withheld ("0"));
  g_assert_false (bl_cell_is_withheld ("12a"));
}

static void
test_damage (void)
{
  static const struct
  {
    const char *text, *mended, *part, *word;
  } cases[] = {
    { "Community Centre, Post Office, Community Cafï¿½", "Community Centre, Post Office, Community Café",
      "Community Cafï¿½", "Café" },
    { "Caf\xEF\xBF\xBD", "Café", "Caf\xEF\xBF\xBD", "Café" },
    { "CAF\xEF\xBF\xBD", "CAFÉ", "CAF\xEF\xBF\xBD", "CAFÉ" },
    { "CafÃ© and Library", "Café and Library", "CafÃ© and Library", "Café and Library" },
    { "Childrenâ€™s Centre", "Children’s Centre", "Childrenâ€™s Centre", "Children’s Centre" },
    { "St George‰Ûªs Terrace", "St George’s Terrace", "St George‰Ûªs Terrace", "George’s" },
    { "St George\xEF\xBF\xBDs Terrace", "St George’s Terrace", "St George\xEF\xBF\xBDs Terrace", "George’s" },
    { "Xqz\xEF\xBF\xBDq", "Xqz?q", "Xqz\xEF\xBF\xBDq", "Xqz?q" },
    { "Brontë House, Café", NULL, NULL, NULL },
    { "Plain", NULL, NULL, NULL },
    { "", NULL, NULL, NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *part = NULL, *word = NULL, *mended = bl_damage_mend (cases[i].text, &part, &word);
      g_assert_cmpstr (mended, ==, cases[i].mended);
      g_assert_cmpstr (part, ==, cases[i].part);
      g_assert_cmpstr (word, ==, cases[i].word);
    }
}

static void
test_lunch (void)
{
  static const struct
  {
    const char *notes;
    gboolean found;
    guint from, to;
    const char *days; /* Monday first: "x" or "-" */
  } cases[] = {
    { "Open since 1970. Closes for lunch Mon, Tues, Thurs, Fri from 12:30 to 13:30.", TRUE, 750, 810, "xx-xx--" },
    { "Closes for lunch Mon & Thurs 13:00 to 13:30.", TRUE, 780, 810, "x--x---" },
    { "On Mondays, Fawdon library closes 13:00 to 14:00 for lunch", TRUE, 780, 840, "x------" },
    { "Closes for lunch Tues 12:30 to 13:00 only.", TRUE, 750, 780, "-x-----" },
    { "Closed for lunch 1pm to 2pm", TRUE, 780, 840, "xxxxxxx" },
    { "Closed Monday to Friday 12.30-13.30 for lunch", TRUE, 750, 810, "xxxxx--" },
    { "Open over lunch 12:00 to 14:00 on Fridays", FALSE, 0, 0, NULL },
    { "Lunch club on Tuesdays", FALSE, 0, 0, NULL },
    { "Closed 12:30 to 13:30", FALSE, 0, 0, NULL },
    { NULL, FALSE, 0, 0, NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BlLunch lunch = { 0 };
      g_test_message ("%s", cases[i].notes != NULL ? cases[i].notes : "no notes");
      g_assert_cmpint (bl_lunch_from_notes (cases[i].notes, &lunch), ==, cases[i].found);
      if (!cases[i].found)
        continue;
      g_assert_cmpuint (lunch.from, ==, cases[i].from);
      g_assert_cmpuint (lunch.to, ==, cases[i].to);
      for (guint d = 0; d < 7; d++)
        g_assert_cmpint (lunch.days[d], ==, cases[i].days[d] == 'x');
    }
}

static void
test_take_out (void)
{
  BlLunch lunch = { 750, 810, { TRUE, FALSE } };
  BlOpeningDay day;

  g_assert_true (bl_opening_day_from_text ("10:00-16:30", &day, NULL));
  g_assert_true (bl_lunch_take_out (&lunch, 0, &day));
  g_autofree char *text = bl_opening_day_to_text (&day);
  g_assert_cmpstr (text, ==, "10:00-12:30 13:30-16:30");
  /* It is out already; and another day is not meant. */
  g_assert_false (bl_lunch_take_out (&lunch, 0, &day));
  g_assert_true (bl_opening_day_from_text ("10:00-16:30", &day, NULL));
  g_assert_false (bl_lunch_take_out (&lunch, 1, &day));
  /* A morning that ends at lunch loses nothing. */
  g_assert_true (bl_opening_day_from_text ("10:00-12:30", &day, NULL));
  g_assert_false (bl_lunch_take_out (&lunch, 0, &day));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cells/uprn", test_uprn);
  g_test_add_func ("/cells/postcode", test_postcode);
  g_test_add_func ("/cells/year", test_year);
  g_test_add_func ("/cells/hours", test_hours);
  g_test_add_func ("/cells/words", test_words);
  g_test_add_func ("/damage/mend", test_damage);
  g_test_add_func ("/lunch/notes", test_lunch);
  g_test_add_func ("/lunch/take-out", test_take_out);
  return g_test_run ();
}
