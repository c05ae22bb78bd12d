/* test-chart-project.c: branchline-cli chart of the project itself, on the sample
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "cli-run.h"

static const char *sample;

/* The lines of a CSV file, each split at its commas (none of its cells has one). */
static GPtrArray *
read_csv (const char *path)
{
  g_autofree char *text = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    g_ptr_array_add (rows, g_strsplit (lines[i], ",", -1));
  return rows;
}

static double
number (const GPtrArray *rows, guint row, guint column)
{
  const char *const *cells = g_ptr_array_index (rows, row);
  double value = NAN;

  g_assert_cmpuint (g_strv_length ((char **) cells), >, column);
  value = g_ascii_strtod (cells[column], NULL);
  return value;
}

static GPtrArray *
draw (const char *kind, const char *option, const char *word)
{
  g_autofree char *csv = cli_path ("figures.csv");
  g_autoptr (CliRun) run = cli_run_well ("chart", sample, "--kind", kind, "--out", csv, option, word, NULL);

  return read_csv (csv);
}

/* expected.md, method A: of those aged 0–15 93.19 % within a mile, of 60 and over 91.977 %; of 50,575 and 55,053. */
static void
test_ages (void)
{
  g_autoptr (GPtrArray) rows = draw ("pyramid", NULL, NULL);

  g_assert_cmpuint (rows->len, ==, 4);
  for (guint i = 0; i < 2; i++)
    {
      guint row = i == 0 ? 3 : 1; /* the oldest first */
      double near = number (rows, row, 1), far = number (rows, row, 3);

      g_assert_cmpfloat (near + far, ==, i == 0 ? 50575 : 55053);
      g_assert_cmpfloat_with_epsilon (near / (near + far) * 100, i == 0 ? 93.19 : 91.977, 0.000501);
    }
}

/* The same: of all 93.648 % within a mile and everybody within two. */
static void
test_shares (void)
{
  g_autoptr (GPtrArray) rows = draw ("stacked", NULL, NULL), statutory = draw ("stacked", "--statutory", NULL);
  g_autoptr (GPtrArray) few = draw ("stacked", "--group", "aged_60_plus");

  g_assert_cmpfloat_with_epsilon (number (rows, 1, 2), 93.648, 0.000501);
  g_assert_cmpfloat (number (rows, 1, 5), ==, 0);
  g_assert_cmpuint (rows->len, ==, 5);
  g_assert_cmpuint (few->len, ==, 3);
  /* Method C. */
  g_assert_cmpfloat_with_epsilon (number (statutory, 1, 2), 91.9, 0.000501);
  g_assert_cmpfloat_with_epsilon (number (statutory, 1, 2) + number (statutory, 1, 4), 97.603, 0.001);
}

/* The curve passes its half at the median, 701.6 m. */
static void
test_curve (void)
{
  g_autoptr (GPtrArray) rows = draw ("curve", "--group", "aged_60_plus");
  guint half = 0;

  for (guint i = 1; i < rows->len; i++)
    {
      if (number (rows, i, 1) >= 50 && half == 0)
        half = i;
      g_assert_true (i == 1 || number (rows, i, 1) >= number (rows, i - 1, 1));
    }
  g_assert_cmpuint (half, >, 1);
  g_assert_cmpfloat (number (rows, half, 0), >=, 701.6);
  g_assert_cmpfloat (number (rows, half - 1, 0), <, 701.6);
}

/* What access --open-times says of the hours. */
static void
test_week (void)
{
  g_autoptr (GPtrArray) rows = draw ("heat", NULL, NULL);
  g_autoptr (CliRun) run = cli_run_well ("access", sample, "--open-times", "--within", "1mi", "--json", NULL);
  static const char *const days[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
  guint compared = 0;

  for (guint i = 1; i < rows->len; i++)
    {
      const char *const *cells = g_ptr_array_index (rows, i);
      guint hour = (guint) g_ascii_strtoull (cells[1], NULL, 10);

      for (guint d = 0; d < 7; d++)
        if (g_str_equal (cells[0], days[d]))
          {
            g_autofree char *path = g_strdup_printf ("open_times.days.%u.percent.%u", d, hour * 2);

            g_assert_cmpfloat_with_epsilon (number (rows, i, 2), cli_number (run, path), 1e-9);
            compared++;
          }
    }
  g_assert_cmpuint (compared, ==, rows->len - 1);
  g_assert_cmpuint (compared % 7, ==, 0);
}

static void
test_wrong (void)
{
  g_autofree char *out = cli_path ("no.svg");

  cli_run_badly (2, "from near to far", "chart", sample, "--kind", "stacked", "--within", "2mi", "--within", "1mi", "--out", out, NULL);
  cli_run_badly (2, "not both", "chart", sample, "--kind", "curve", "--within", "1mi", "--within", "15min", "--out", out, NULL);
  cli_run_badly (2, "--within", "chart", sample, "--kind", "curve", "--within", "soon", "--out", out, NULL);
  cli_run_badly (2, "--at is of no use", "chart", sample, "--kind", "heat", "--at", "Sat 14:00", "--out", out, NULL);
  cli_run_badly (2, "pyramid, curve, heat or stacked", "chart", sample, "--kind", "gantt", "--out", out, NULL);
  cli_run_badly (2, "", "chart", sample, "--kind", "stacked", "--group", "giants", "--out", out, NULL);
  cli_run_badly (1, "road network", "chart", sample, "--kind", "curve", "--by", "drive", "--out", out, NULL);
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  cli_set_up (argc, argv);
  sample = argv[2];
  g_test_add_func ("/cli-chart-project/ages", test_ages);
  g_test_add_func ("/cli-chart-project/shares", test_shares);
  g_test_add_func ("/cli-chart-project/curve", test_curve);
  g_test_add_func ("/cli-chart-project/week", test_week);
  g_test_add_func ("/cli-chart-project/wrong", test_wrong);
  result = g_test_run ();
  cli_tear_down ();
  return result;
}
