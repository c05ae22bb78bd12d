/* test-allocate.c: branchline-cli allocate, on the sample that comes with the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "cli-run.h"

static char *
get_sample (void)
{
  return g_build_filename (g_getenv ("BRANCHLINE_DATADIR"), "sample", "newcastle.branchline", NULL);
}

static void
test_keep (void)
{
  g_autofree char *sample = get_sample ();
  g_autoptr (CliRun) run = cli_run_well ("allocate", sample, "--keep", "12", "--fixed", "Blakelaw", "--closed",
                                         "City Library", "--json", NULL);
  g_autoptr (CliRun) access = cli_run_well ("access", sample, "--json", NULL);
  gboolean blakelaw = FALSE;

  g_assert_cmpuint (cli_length (run, "libraries"), ==, 12);
  g_assert_cmpuint (cli_length (run, "not_kept"), ==, 8);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *path = g_strdup_printf ("libraries.%u.library", i);

      blakelaw = blakelaw || g_str_equal (cli_text (run, path), "Blakelaw Library");
      g_assert_cmpstr (cli_text (run, path), !=, "City Library");
    }
  g_assert_true (blakelaw);
  g_assert_cmpfloat (cli_number (run, "bound"), ==, cli_number (run, "objective"));
  g_assert_cmpfloat (cli_number (run, "gap"), ==, 0);
  g_assert_cmpfloat_with_epsilon (cli_number (run, "objective") / cli_number (run, "population"),
                                  cli_number (run, "mean_distance"), 1e-9);
  /* Today's travel is what the other command says of it. */
  g_assert_cmpfloat_with_epsilon (cli_number (run, "today.mean_distance"), cli_number (access, "mean_distance"), 1e-6);
  g_assert_cmpfloat (cli_number (run, "mean_distance"), >, cli_number (run, "today.mean_distance"));
  for (guint i = 0; i < cli_length (run, "alternatives"); i++)
    {
      g_autofree char *path = g_strdup_printf ("alternatives.%u.objective", i);

      g_assert_cmpfloat (cli_number (run, path), <=, 1.02 * cli_number (run, "objective"));
    }
}

/* More libraries never cover fewer people, and the covered are those of the other command. */
static void
test_cover (void)
{
  g_autofree char *sample = get_sample ();
  g_autoptr (CliRun) all = cli_run_well ("allocate", sample, "--keep", "20", "--objective", "cover", "--within", "1mi",
                                         "--json", NULL);
  g_autoptr (CliRun) one = cli_run_well ("allocate", sample, "--add", "1", "--objective", "cover", "--within", "1mi",
                                         "--json", NULL);
  g_autoptr (CliRun) walk = cli_run_well ("allocate", sample, "--keep", "20", "--objective", "cover", "--within",
                                          "15min", "--json", NULL);
  g_autoptr (CliRun) access = cli_run_well ("access", sample, "--within", "1mi", "--within", "1200m", "--json", NULL);

  g_assert_cmpfloat (cli_number (all, "objective"), ==, cli_number (access, "within.0.population"));
  g_assert_cmpfloat (cli_number (one, "objective"), >, cli_number (all, "objective"));
  g_assert_cmpfloat (cli_number (one, "today.objective"), ==, cli_number (all, "objective"));
  g_assert_cmpuint (cli_length (one, "libraries"), ==, 21);
  /* A quarter of an hour at 4.8 km an hour. */
  g_assert_cmpfloat (cli_number (walk, "limit"), ==, 1200);
  g_assert_cmpfloat (cli_number (walk, "objective"), ==, cli_number (access, "within.1.population"));
}

static void
test_text (void)
{
  g_autofree char *sample = get_sample ();
  g_autoptr (CliRun) run = cli_run_well ("allocate", sample, "--keep", "12", NULL);

  g_assert_nonnull (strstr (run->out, "Proven"));
  g_assert_nonnull (strstr (run->out, "no recommendation"));
}

static void
test_wrong_use (void)
{
  g_autofree char *sample = get_sample ();

  cli_run_badly (2, "Say either --keep", "allocate", sample, NULL);
  cli_run_badly (2, "Say either --keep", "allocate", sample, "--keep", "3", "--add", "1", NULL);
  cli_run_badly (2, "not an objective", "allocate", sample, "--keep", "3", "--objective", "best", NULL);
  cli_run_badly (2, "wants --within", "allocate", sample, "--keep", "3", "--objective", "cover", NULL);
  cli_run_badly (2, "not a distance", "allocate", sample, "--keep", "3", "--objective", "cover", "--within", "far", NULL);
  cli_run_badly (2, "The nearest names are: Gosforth Library", "allocate", sample, "--keep", "3", "--fixed", "Gosfort", NULL);
  cli_run_badly (2, "only 20 places", "allocate", sample, "--keep", "21", NULL);
  cli_run_badly (1, "road", "allocate", sample, "--keep", "3", "--by", "walk", NULL);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  cli_set_up (argc, argv);
  g_test_add_func ("/allocate/keep", test_keep);
  g_test_add_func ("/allocate/cover", test_cover);
  g_test_add_func ("/allocate/text", test_text);
  g_test_add_func ("/allocate/wrong-use", test_wrong_use);
  status = g_test_run ();
  cli_tear_down ();
  return status;
}
