/* test-facts.c: what analysis is told of libraries, tables and stops
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "facts.h"

#include "made.h"
#include "use.h"

#include <math.h>

static const BlPoint points[] = { { 0, 0 }, { 100, 0 }, { 200, 0 } };
static const double people[] = { 10, 20, 30 };

#define AT(day, hour, minute) ((day) * 24 * 60 + (hour) * 60 + (minute))

static void
test_hours (void)
{
  g_autoptr (BlProject) project = made_project_new (points, people, 3);
  BlLibrary *library = made_library_add (project, "One", 0, 0);
  g_autoptr (BlFacts) facts = NULL;
  gboolean known;

  bl_record_set_text (BL_RECORD (library), "monday", "10:00-13:00 14:00-17:30");
  bl_record_set_text (BL_RECORD (library), "tuesday", "closed");
  bl_record_set_text (BL_RECORD (library), "sunday-class", "Closed");
  bl_record_set_text (BL_RECORD (library), "saturday-class", "AM Only");
  bl_record_set_real (BL_RECORD (library), "hours", 24);
  bl_project_commit (project);
  facts = bl_facts_new (project);

  const BlFactsLibrary *it = &facts->libraries[0];

  g_assert_cmpfloat (it->week_hours, ==, 24);
  g_assert_false (bl_facts_library_is_open_at (it, AT (0, 9, 59), &known));
  g_assert_true (known);
  g_assert_true (bl_facts_library_is_open_at (it, AT (0, 10, 0), &known));
  g_assert_false (bl_facts_library_is_open_at (it, AT (0, 13, 0), NULL));
  g_assert_true (bl_facts_library_is_open_at (it, AT (0, 17, 29), NULL));
  g_assert_false (bl_facts_library_is_open_at (it, AT (0, 17, 30), NULL));
  g_assert_false (bl_facts_library_is_open_at (it, AT (1, 11, 0), &known));
  g_assert_true (known);
  g_assert_false (bl_facts_library_is_open_at (it, AT (2, 11, 0), &known));
  g_assert_false (known); /* nothing is said of Wednesday */
  bl_facts_library_is_open_at (it, AT (5, 11, 0), &known);
  g_assert_false (known); /* mornings, but which hours is not said */
  bl_facts_library_is_open_at (it, AT (6, 11, 0), &known);
  g_assert_true (known);
}

static void
test_figures (void)
{
  g_autoptr (BlProject) project = made_project_new (points, people, 3);
  BlLibrary *library = made_library_add (project, "One", 0, 0);
  g_autoptr (BlFacts) facts = NULL;
  const struct
  {
    BlFigureKind kind;
    const char *period;
    double number;
    int months;
  } figures[] = { { BL_FIGURE_LOANS, "2022-23", 500, 0 },
                  { BL_FIGURE_LOANS, "2023-24", 120, 3 },
                  { BL_FIGURE_MEMBERS, "2023-24", 77, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (BlFigure) figure = bl_figure_new (NULL);

      bl_record_set_enum (BL_RECORD (figure), "kind", figures[i].kind);
      bl_record_set_text (BL_RECORD (figure), "period", figures[i].period);
      bl_record_set_real (BL_RECORD (figure), "number", figures[i].number);
      if (figures[i].months > 0)
        bl_record_set_integer (BL_RECORD (figure), "months", figures[i].months);
      bl_record_append (BL_RECORD (library), "figures", BL_RECORD (figure));
    }
  bl_record_set_money (BL_RECORD (library), "running-cost", 1234567);
  bl_record_set_real (BL_RECORD (library), "floor-area", 320.5);
  bl_project_commit (project);
  facts = bl_facts_new (project);

  const BlFactsLibrary *it = &facts->libraries[0];

  /* The newest whole year, not a newer quarter. */
  g_assert_cmpfloat (bl_facts_library_figure (it, BL_FIGURE_LOANS, NULL)->number, ==, 500);
  g_assert_cmpfloat (bl_facts_library_figure (it, BL_FIGURE_LOANS, "2023-24")->number, ==, 120);
  g_assert_cmpint (bl_facts_library_figure (it, BL_FIGURE_LOANS, "2023-24")->months, ==, 3);
  g_assert_cmpfloat (bl_facts_library_figure (it, BL_FIGURE_MEMBERS, NULL)->number, ==, 77);
  g_assert_null (bl_facts_library_figure (it, BL_FIGURE_VISITS, NULL));
  g_assert_true (isnan (it->visits));
  g_assert_null (it->visits_period);
  g_assert_cmpfloat (it->running_cost, ==, 12345.67);
  g_assert_cmpfloat (it->floor_area, ==, 320.5);
}

static void
test_tables (void)
{
  g_autoptr (BlProject) project = made_project_new (points, people, 3);
  BlLibrary *library = made_library_add (project, "One", 0, 0);
  const double minutes[] = { 1, 2, NAN };
  BlRecord *travel = made_travel_add (project, "bus");
  g_autoptr (BlUse) use = bl_use_new (NULL);
  g_autoptr (BlUseColumn) column = bl_use_column_new (NULL);
  g_autoptr (BlTable) counts = bl_table_new_numbers (minutes, 3);
  g_autoptr (BlTable) short_one = bl_table_new_numbers (minutes, 2);
  g_autoptr (BlStop) stop = bl_stop_new (NULL);
  g_autoptr (BlFacts) facts = NULL;

  made_travel_column_add (travel, library, minutes, 3);
  made_travel_column_add (travel, NULL, minutes, 3);
  made_travel_column_add (travel, library, minutes, 2); /* of other areas: not trusted */
  bl_record_set_text (BL_RECORD (use), "name", "members");
  bl_record_set_integer (BL_RECORD (use), "suppressed-below", 5);
  bl_record_set_text (BL_RECORD (column), "library", bl_record_get_id (BL_RECORD (library)));
  bl_record_set_table (BL_RECORD (column), "counts", counts);
  bl_record_set_table (BL_RECORD (column), "suppressed", short_one);
  bl_record_set_integer (BL_RECORD (column), "elsewhere", 9);
  bl_record_append (BL_RECORD (use), "columns", BL_RECORD (column));
  bl_record_append (BL_RECORD (project), "members", BL_RECORD (use));
  bl_record_set_text (BL_RECORD (stop), "name", "Green");
  bl_record_set_text (BL_RECORD (stop), "type", "Public");
  bl_record_set_text (BL_RECORD (stop), "arrival", "10:05");
  bl_record_set_text (BL_RECORD (stop), "departure", "10:20");
  bl_record_append (BL_RECORD (project), "stops", BL_RECORD (stop));
  bl_project_commit (project);
  facts = bl_facts_new (project);

  g_assert_cmpuint (facts->n_travel, ==, 1);
  g_assert_cmpint (bl_facts_find_travel (facts, "bus"), ==, 0);
  g_assert_cmpint (bl_facts_find_travel (facts, "tram"), ==, -1);
  g_assert_cmpuint (facts->travel[0].n_columns, ==, 2);
  g_assert_cmpint (facts->travel[0].columns[0].library, ==, 0);
  g_assert_cmpint (facts->travel[0].columns[1].library, ==, -1);
  g_assert_cmpfloat (facts->travel[0].columns[0].minutes[1], ==, 2);

  g_assert_cmpuint (facts->n_uses, ==, 1);
  g_assert_cmpint (bl_facts_find_use (facts, "members"), ==, 0);
  g_assert_cmpuint (facts->uses[0].suppressed_below, ==, 5);
  g_assert_cmpuint (facts->uses[0].n_columns, ==, 1);
  g_assert_cmpint (facts->uses[0].columns[0].library, ==, 0);
  g_assert_nonnull (facts->uses[0].columns[0].counts);
  g_assert_null (facts->uses[0].columns[0].suppressed);
  g_assert_cmpfloat (facts->uses[0].columns[0].elsewhere, ==, 9);

  g_assert_cmpuint (facts->n_stops, ==, 1);
  g_assert_false (facts->stops[0].located);
  g_assert_true (facts->stops[0].open_to_all);
  g_assert_cmpfloat (facts->stops[0].minutes, ==, 15);
}

/* A copy has libraries and stops of its own, outlives the first, and copies of copies stand on the first. */
static void
test_copy (void)
{
  g_autoptr (BlProject) project = made_project_new (points, people, 3);
  g_autoptr (BlStop) stop = bl_stop_new (NULL);
  g_autoptr (BlLibrary) opened = bl_library_new (NULL);
  BlFacts *facts, *copy;
  g_autoptr (BlFacts) second = NULL;

  made_library_add (project, "One", 0, 0);
  bl_project_commit (project);
  facts = bl_facts_new (project);
  copy = bl_facts_copy_with_libraries (facts, 1);
  bl_facts_library_take (&copy->libraries[1], opened, 2023, FALSE);
  bl_facts_append_stop (copy, stop);
  bl_facts_append_stop (copy, stop);
  g_assert_cmpuint (copy->n_libraries, ==, 2);
  g_assert_cmpuint (facts->n_libraries, ==, 1);
  g_assert_cmpuint (copy->n_stops, ==, 2);
  g_assert_cmpuint (facts->n_stops, ==, 0);
  g_assert_true (copy->population == facts->population);
  copy->libraries[0].point.x = 5;
  g_assert_cmpfloat (facts->libraries[0].point.x, ==, 0);
  bl_facts_unref (facts);

  second = bl_facts_copy_with_libraries (copy, 0);
  bl_facts_unref (copy);
  g_assert_cmpuint (second->n_libraries, ==, 2);
  g_assert_cmpuint (second->n_stops, ==, 2);
  g_assert_cmpfloat (second->libraries[0].point.x, ==, 5);
  g_assert_cmpstr (second->libraries[0].name, ==, "One");
  g_assert_cmpfloat (second->population[2], ==, 30);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/facts/hours", test_hours);
  g_test_add_func ("/analysis/facts/figures", test_figures);
  g_test_add_func ("/analysis/facts/tables", test_tables);
  g_test_add_func ("/analysis/facts/copy", test_copy);
  return g_test_run ();
}
