/* test-chart-table.c: the figures of a chart as files and as what is copied
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "chart-table.h"

#include <math.h>
#include <string.h>

static BlChartTable *
made (void)
{
  BlChartTable *table = bl_chart_table_new ();
  guint row;

  bl_chart_table_add_column (table, "Period", FALSE);
  bl_chart_table_add_column (table, "Visits, all", TRUE);
  bl_chart_table_add_column (table, "Note", FALSE);
  row = bl_chart_table_add_row (table);
  bl_chart_table_set_text (table, row, 0, "Apr 2023");
  bl_chart_table_set_number (table, row, 1, 46812, "46,812");
  row = bl_chart_table_add_row (table);
  bl_chart_table_set_text (table, row, 0, "May 2023");
  bl_chart_table_set_number (table, row, 1, 1234.5678, "1,235");
  bl_chart_table_set_text (table, row, 2, "said \"closed\", then open");
  row = bl_chart_table_add_row (table);
  bl_chart_table_set_text (table, row, 0, "Jun 2023");
  bl_chart_table_set_text (table, row, 1, "fewer than 5");
  bl_chart_table_set_text (table, row, 2, "two\nlines\tand a tab");
  row = bl_chart_table_add_row (table);
  bl_chart_table_set_text (table, row, 0, "Jul 2023");
  bl_chart_table_set_number (table, row, 1, -0.1, "−0.10");
  bl_chart_table_set_text (table, row, 2, " edge ");
  return table;
}

static void
test_cells (void)
{
  BlChartTable *table = made ();

  g_assert_cmpuint (table->rows->len, ==, 4);
  g_assert_cmpstr (bl_chart_table_get (table, 0, 1)->text, ==, "46,812");
  g_assert_cmpfloat (bl_chart_table_get (table, 0, 1)->value, ==, 46812);
  g_assert_cmpstr (bl_chart_table_get (table, 0, 2)->text, ==, "");
  g_assert_true (isnan (bl_chart_table_get (table, 2, 1)->value));
  /* Set again: the number goes. */
  bl_chart_table_set_text (table, 0, 1, "no data");
  g_assert_true (isnan (bl_chart_table_get (table, 0, 1)->value));
  bl_chart_table_set_text (table, 0, 1, NULL);
  g_assert_cmpstr (bl_chart_table_get (table, 0, 1)->text, ==, "");
  bl_chart_table_free (table);
  bl_chart_table_free (NULL);
}

static void
test_csv (void)
{
  g_autoptr (BlChartTable) table = made ();
  g_autofree char *csv = bl_chart_table_to_csv (table);

  /* By hand from RFC 4180; numbers unrounded with a point in every locale. */
  g_assert_cmpstr (csv, ==,
                   "Period,\"Visits, all\",Note\r\n"
                   "Apr 2023,46812,\r\n"
                   "May 2023,1234.5678,\"said \"\"closed\"\", then open\"\r\n"
                   "Jun 2023,fewer than 5,\"two\nlines\tand a tab\"\r\n"
                   "Jul 2023,-0.1,\" edge \"\r\n");
}

static void
test_tabbed (void)
{
  g_autoptr (BlChartTable) table = made ();
  g_autofree char *tabbed = bl_chart_table_to_tabbed (table);

  g_assert_cmpstr (tabbed, ==,
                   "Period\tVisits, all\tNote\n"
                   "Apr 2023\t46,812\t\n"
                   "May 2023\t1,235\tsaid \"closed\", then open\n"
                   "Jun 2023\tfewer than 5\ttwo lines and a tab\n"
                   "Jul 2023\t−0.10\t edge \n");
}

/* One record of a CSV by the rules of RFC 4180, written for this test; the place after it. */
static const char *
read_record (const char *p, GPtrArray *fields)
{
  g_ptr_array_set_size (fields, 0);
  for (;;)
    {
      g_autoptr (GString) field = g_string_new (NULL);

      if (*p == '"')
        {
          for (p++; *p != '\0'; p++)
            {
              if (*p == '"' && p[1] == '"')
                p++;
              else if (*p == '"')
                break;
              g_string_append_c (field, *p);
            }
          g_assert_cmpint (*p, ==, '"');
          p++;
        }
      else
        for (; *p != '\0' && *p != ',' && *p != '\r'; p++)
          g_string_append_c (field, *p);
      g_ptr_array_add (fields, g_string_free (g_steal_pointer (&field), FALSE));
      if (*p == ',')
        {
          p++;
          continue;
        }
      g_assert_true (g_str_has_prefix (p, "\r\n"));
      return p + 2;
    }
}

static void
test_round_trip (void)
{
  static const char *const pieces[] = { "a", ",", "\"", "\r", "\n", " ", "\t", "é", "1,5", ";", "" };
  g_autoptr (GRand) random = g_rand_new_with_seed (20260401);
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (BlChartTable) table = bl_chart_table_new ();
      g_autofree char *csv = NULL;
      guint columns = 1 + (guint) g_rand_int_range (random, 0, 4),
            rows = (guint) g_rand_int_range (random, 0, 5);
      const char *p;

      for (guint c = 0; c < columns; c++)
        bl_chart_table_add_column (table, "Title, \"quoted\"", c % 2 == 1);
      for (guint r = 0; r < rows; r++)
        {
          bl_chart_table_add_row (table);
          for (guint c = 0; c < columns; c++)
            if (c % 2 == 1)
              bl_chart_table_set_number (table, r, c, g_rand_double_range (random, -1e9, 1e9), "shown");
            else
              {
                g_autoptr (GString) text = g_string_new (NULL);

                for (guint k = (guint) g_rand_int_range (random, 0, 6); k > 0; k--)
                  g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
                bl_chart_table_set_text (table, r, c, text->str);
              }
        }
      csv = bl_chart_table_to_csv (table);
      p = read_record (csv, fields);
      g_assert_cmpuint (fields->len, ==, columns);
      for (guint r = 0; r < rows; r++)
        {
          p = read_record (p, fields);
          g_assert_cmpuint (fields->len, ==, columns);
          for (guint c = 0; c < columns; c++)
            {
              const BlChartCell *cell = bl_chart_table_get (table, r, c);

              if (c % 2 == 1)
                g_assert_cmpfloat (g_ascii_strtod (g_ptr_array_index (fields, c), NULL), ==, cell->value);
              else
                g_assert_cmpstr (g_ptr_array_index (fields, c), ==, cell->text);
            }
        }
      g_assert_cmpint (*p, ==, '\0');
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/chart-table/cells", test_cells);
  g_test_add_func ("/draw/chart-table/csv", test_csv);
  g_test_add_func ("/draw/chart-table/tabbed", test_tabbed);
  g_test_add_func ("/draw/chart-table/round-trip", test_round_trip);
  return g_test_run ();
}
