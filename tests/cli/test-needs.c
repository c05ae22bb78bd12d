/* test-needs.c: branchline-cli needs, on the sample
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "cli-run.h"

static const char *sample;

/* The first rows of the mock-up of the Needs page, worked out without this program. */
static void
test_areas (void)
{
  g_autoptr (CliRun) run = cli_run_well ("needs", sample, "--json", NULL);

  g_assert_cmpstr (cli_text (run, "index.preset"), ==, "branchline");
  g_assert_cmpstr (cli_text (run, "index.subject"), ==, "areas");
  g_assert_true (cli_is_null (run, "index.unpublished"));
  g_assert_cmpuint (cli_length (run, "index.measures"), ==, 5);
  g_assert_cmpstr (cli_text (run, "index.measures.0.direction"), ==, "less");
  g_assert_cmpuint (cli_length (run, "areas"), ==, 175);
  g_assert_true (g_str_has_suffix (cli_text (run, "areas.0.name"), "025E"));
  g_assert_cmpfloat (round (cli_number (run, "areas.0.need")), ==, 84);
  g_assert_cmpfloat (cli_number (run, "areas.0.rank"), ==, 1);
  g_assert_cmpfloat (cli_number (run, "areas.0.fifth"), ==, 5);
  g_assert_cmpstr (cli_text (run, "areas.0.nearest"), ==, "Denton Burn Library");
  g_assert_cmpfloat (cli_number (run, "areas.174.fifth"), ==, 1);
  g_assert_cmpfloat (cli_number (run, "firmness.stay"), ==, 4);
  g_assert_cmpfloat (cli_number (run, "firmness.top"), ==, 10);
}

static void
test_libraries (void)
{
  g_autoptr (CliRun) run = cli_run_well ("needs", sample, "--libraries", "--json", NULL);
  g_autoptr (CliRun) text = cli_run_well ("needs", sample, "--libraries", NULL);

  g_assert_cmpuint (cli_length (run, "libraries"), ==, 20);
  g_assert_cmpstr (cli_text (run, "libraries.0.library"), ==, "West End Library");
  g_assert_cmpstr (cli_text (run, "libraries.1.library"), ==, "Walker Library");
  g_assert_cmpfloat (round (cli_number (run, "libraries.1.need")), ==, 64);
  g_assert_true (cli_is_null (run, "libraries.19.need"));
  g_assert_nonnull (strstr (text->out, "not known"));
}

/* What is not known of the original and what the project lacks are said. */
static void
test_presets (void)
{
  g_autoptr (CliRun) worcestershire = cli_run_well ("needs", sample, "--preset", "worcestershire", "--json", NULL);
  g_autoptr (CliRun) essex = cli_run_well ("needs", sample, "--preset", "essex", "--json", NULL);
  guint n_tiers[5] = { 0 };

  g_assert_nonnull (strstr (cli_text (worcestershire, "index.unpublished"), "sum of ranks"));
  g_assert_cmpuint (cli_length (worcestershire, "index.lacks"), >, 0);
  g_assert_nonnull (strstr (cli_text (essex, "index.unpublished"), "not known to us"));
  for (guint i = 0; i < cli_length (essex, "libraries"); i++)
    {
      g_autofree char *path = g_strdup_printf ("libraries.%u.tier", i);

      if (!cli_is_null (essex, path))
        n_tiers[(guint) cli_number (essex, path)]++;
    }
  g_assert_cmpuint (n_tiers[0], ==, 0);
  for (guint tier = 1; tier <= 4; tier++)
    {
      g_assert_cmpuint (n_tiers[tier], >=, 4);
      g_assert_cmpuint (n_tiers[tier], <=, 5);
    }
}

static void
test_weights (void)
{
  g_autoptr (CliRun) run
      = cli_run_well ("needs", sample, "--weights", "distance=1", "--normalise", "min-max", "--json", NULL);
  g_autoptr (CliRun) list = cli_run_well ("needs", sample, "list", "--json", NULL);

  /* Ranked by one measure, least to most: the first is the furthest and 100, the last 0. */
  g_assert_cmpfloat (cli_number (run, "areas.0.need"), ==, 100);
  g_assert_cmpfloat (cli_number (run, "areas.174.need"), ==, 0);
  g_assert_cmpfloat (cli_number (run, "areas.0.values.0"), >, cli_number (run, "areas.1.values.0"));
  g_assert_cmpfloat (cli_number (run, "firmness.tests"), ==, 0);
  g_assert_cmpuint (cli_length (list, "presets"), ==, 3);
  g_assert_cmpuint (cli_length (list, "indices"), ==, 0);
  g_assert_cmpuint (cli_length (list, "area_measures"), >=, 6);
}

/* Walker in the mock-up: second-highest need, 84 % in the most deprived fifth, 6.3 hours per 10,000 people. */
static void
test_profile (void)
{
  g_autoptr (CliRun) run = cli_run_well ("needs", sample, "--profile", "walker", "--json", NULL);
  gboolean deprived = FALSE, cost = FALSE;

  g_assert_cmpstr (cli_text (run, "library"), ==, "Walker Library");
  g_assert_true (g_str_has_prefix (cli_text (run, "finding"), "Second-highest need, "));
  for (guint i = 0; i < cli_length (run, "measures"); i++)
    {
      g_autofree char *key = g_strdup_printf ("measures.%u.measure", i);
      g_autofree char *value = g_strdup_printf ("measures.%u.value", i);
      g_autofree char *to_do = g_strdup_printf ("measures.%u.to_do", i);

      if (g_str_equal (cli_text (run, key), "deprived"))
        {
          deprived = TRUE;
          g_assert_cmpfloat (round (cli_number (run, value)), ==, 84);
          g_assert_true (cli_is_null (run, to_do));
        }
      if (g_str_equal (cli_text (run, key), "running_cost"))
        {
          cost = TRUE;
          g_assert_true (cli_is_null (run, value));
          g_assert_nonnull (strstr (cli_text (run, to_do), "Libraries page"));
        }
    }
  g_assert_true (deprived && cost);
  {
    g_autofree char *path = cli_path ("walker.html"), *page = NULL, *wrong = cli_path ("walker.doc");
    g_autoptr (CliRun) written = cli_run_well ("needs", sample, "--profile", "walker", "--out", path, "--json", NULL);

    g_assert_true (g_file_get_contents (path, &page, NULL, NULL));
    g_assert_nonnull (strstr (page, "Profile of Walker Library"));
    g_assert_nonnull (strstr (page, "People in the most deprived fifth"));
    g_assert_nonnull (strstr (page, "Enter its running cost on the Libraries page."));
    cli_run_badly (2, "PDF or an HTML", "needs", sample, "--profile", "walker", "--out", wrong, NULL);
    cli_run_badly (2, "--profile", "needs", sample, "--out", path, NULL);
  }
  cli_run_badly (2, "no open library “Hogwarts”", "needs", sample, "--profile", "Hogwarts", NULL);
}

static void
test_wrong_use (void)
{
  cli_run_badly (2, "no measure called “imd”", "needs", sample, "--weights", "imd=4", NULL);
  cli_run_badly (2, "is not a measure with a weight", "needs", sample, "--weights", "imd_rank", NULL);
  cli_run_badly (2, "is not a measure with a weight", "needs", sample, "--weights", "imd_rank=-1", NULL);
  cli_run_badly (2, "given twice", "needs", sample, "--weights", "imd_rank=1,imd_rank=2", NULL);
  cli_run_badly (2, "No measure has a weight", "needs", sample, "--weights", "imd_rank=0", NULL);
  cli_run_badly (2, "no preset “kent”", "needs", sample, "--preset", "kent", NULL);
  cli_run_badly (2, "no way of scaling", "needs", sample, "--normalise", "log", NULL);
  cli_run_badly (2, "only one can be given", "needs", sample, "--preset", "essex", "--weights", "imd_rank=1", NULL);
  cli_run_badly (2, "no index of need yet", "needs", sample, "--index", "Ours", NULL);
  cli_run_badly (2, "no verb of needs", "needs", sample, "lists", NULL);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  cli_set_up (argc, argv);
  sample = argv[2];
  g_test_add_func ("/cli/needs/areas", test_areas);
  g_test_add_func ("/cli/needs/libraries", test_libraries);
  g_test_add_func ("/cli/needs/presets", test_presets);
  g_test_add_func ("/cli/needs/weights", test_weights);
  g_test_add_func ("/cli/needs/profile", test_profile);
  g_test_add_func ("/cli/needs/wrong-use", test_wrong_use);
  result = g_test_run ();
  cli_tear_down ();
  return result;
}
