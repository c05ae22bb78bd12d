/* test-assessment-timetable.c: clock times and days of a meeting, as the content page has them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assessment-timetable.h"

#include "text.h"

static BlFramework *
load (void)
{
  g_autoptr (GError) error = NULL;
  BlFramework *framework = bl_framework_load ("self-assessment-starter", &error);

  g_assert_no_error (error);
  return framework;
}

static BlAssessment *
make (const char *route, const char *meeting, const char *starts)
{
  BlAssessment *assessment = bl_assessment_new (NULL);
  guint32 day;

  bl_record_set_text (BL_RECORD (assessment), "route", route);
  bl_record_set_text (BL_RECORD (assessment), "starts", starts);
  if (meeting != NULL)
    {
      g_assert_true (bl_text_to_date (meeting, &day));
      bl_record_set_date (BL_RECORD (assessment), "meeting", day);
    }
  return assessment;
}

static void
assert_entry (const BlTimetable *timetable, guint i, const char *clock, int minutes, const char *title)
{
  g_autofree char *time = bl_timetable_say_time (timetable->entries[i].clock);

  g_assert_cmpstr (time, ==, clock);
  g_assert_cmpint (timetable->entries[i].minutes, ==, minutes);
  g_assert_cmpstr (timetable->entries[i].title, ==, title);
}

/* Section 5.6: "Suits 09:15 to 13:00". */
static void
test_half (void)
{
  g_autoptr (BlFramework) framework = load ();
  g_autoptr (BlAssessment) assessment = make ("route-half", "2026-04-30", "09:15");
  g_autoptr (BlTimetable) timetable = bl_timetable_new (framework, assessment);
  const BlTimetableEntry *last;
  static const char *const days[] = { "2026-04-09", "2026-04-16", "2026-04-16", "2026-04-16",
                                      "2026-04-23", "2026-04-27", "2026-04-29", "2026-04-30" };

  g_assert_cmpuint (timetable->n_entries, ==, 18);
  g_assert_cmpuint (timetable->n_sessions, ==, 1);
  assert_entry (timetable, 0, "09:15", 10, "Welcome, names, purpose, ground rules, timetable.");
  assert_entry (timetable, 3, "10:05", 12, "Clear purpose and direction");
  g_assert_cmpstr (timetable->entries[3].how, ==, "One characteristic, twelve minutes");
  g_assert_nonnull (timetable->entries[3].say);
  last = &timetable->entries[timetable->n_entries - 1];
  g_assert_cmpint (last->clock + last->minutes, ==, 13 * 60);
  /* Section 5.2, counted back from 30 April 2026. */
  g_assert_cmpuint (timetable->n_before, ==, G_N_ELEMENTS (days));
  for (guint i = 0; i < timetable->n_before; i++)
    {
      g_autofree char *day = bl_text_from_date (timetable->before[i].date);

      g_assert_cmpstr (day, ==, days[i]);
    }
}

/* Each step begins where the one before it ends, in every route that is shipped. */
static void
test_no_gaps (void)
{
  g_autoptr (BlFramework) framework = load ();
  g_autoptr (GPtrArray) routes = bl_framework_list_routes (framework);

  g_assert_cmpuint (routes->len, ==, 3);
  for (guint i = 0; i < routes->len; i++)
    {
      g_autoptr (BlAssessment) assessment = make (bl_record_get_text (routes->pdata[i], "item"), NULL, "10");
      g_autoptr (BlTimetable) timetable = bl_timetable_new (framework, assessment);
      int sum = 0;
      gint64 whole;

      for (guint j = 0; j < timetable->n_entries; j++)
        {
          sum += timetable->entries[j].minutes;
          if (j > 0 && timetable->entries[j].session == timetable->entries[j - 1].session)
            g_assert_cmpint (timetable->entries[j].at, ==, timetable->entries[j - 1].at + timetable->entries[j - 1].minutes);
          else
            g_assert_cmpint (timetable->entries[j].clock, ==, 600);
        }
      g_assert_true (bl_record_get_integer (routes->pdata[i], "minutes", &whole));
      g_assert_cmpint (sum, ==, (int) whole);
      g_assert_cmpuint (timetable->n_sessions, ==, i == 2 ? 2 : 1);
    }
}

/* Nobody has said when: there are no days and no clock times. */
static void
test_unknown (void)
{
  g_autoptr (BlFramework) framework = load ();
  g_autoptr (BlAssessment) assessment = make ("route-90", NULL, "in the morning"), none = make ("no-such", NULL, NULL);
  g_autoptr (BlTimetable) timetable = bl_timetable_new (framework, assessment), empty = bl_timetable_new (framework, none);

  g_assert_cmpint (timetable->entries[0].clock, ==, -1);
  g_assert_cmpuint (timetable->before[0].date, ==, 0);
  g_assert_null (empty->route);
  g_assert_cmpuint (empty->n_entries, ==, 0);
}

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    int minutes;
  } times[] = { { "09:15", 555 }, { "9.15", 555 }, { " 14:00 ", 840 }, { "9", 540 }, { "0:00", 0 }, { "24:00", -1 },
                { "9:60", -1 }, { "9:5", -1 }, { "nine", -1 }, { "", -1 }, { "9:15pm", -1 }, { "9:", -1 }, { NULL, -1 } };
  static const struct
  {
    const char *text;
    int days;
  } befores[] = { { "three weeks before", 21 }, { "the day before", 1 }, { "on the day", 0 }, { "10 days before", 10 },
                  { "One week before", 7 }, { "two weeks after", -1 }, { "soon", -1 }, { NULL, -1 } };
  static const struct
  {
    int minutes;
    const char *says;
  } lengths[] = { { 90, "90 minutes" }, { 225, "3 hours 45 minutes" }, { 300, "5 hours" }, { 1, "1 minute" } };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      int minutes = -1;

      g_assert_true (bl_timetable_read_time (times[i].text, &minutes) == (times[i].minutes >= 0));
      g_assert_cmpint (minutes, ==, times[i].minutes);
    }
  for (guint i = 0; i < G_N_ELEMENTS (befores); i++)
    {
      guint days = 99;

      g_assert_true (bl_timetable_read_days_before (befores[i].text, &days) == (befores[i].days >= 0));
      if (befores[i].days >= 0)
        g_assert_cmpint ((int) days, ==, befores[i].days);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *says = bl_timetable_say_length (lengths[i].minutes);

      g_assert_cmpstr (says, ==, lengths[i].says);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assessment-timetable/half", test_half);
  g_test_add_func ("/assessment-timetable/no-gaps", test_no_gaps);
  g_test_add_func ("/assessment-timetable/unknown", test_unknown);
  g_test_add_func ("/assessment-timetable/words", test_words);
  return g_test_run ();
}
