/* test-reference.c: projects from the facts that come with the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "access.h"
#include "cli-run.h"
#include "figures.h"
#include "import-plan.h"
#include "reference.h"
#include "shared-data.h"

/* What the issue gives from choosing a service to seeing its figures. */
#define SECONDS_A_SERVICE 1.0

static void
check_published (const PublishedService *service, const char *asked, double libraries, double open, double areas,
                 double people)
{
  g_autofree char *path = cli_path ("published.branchline");
  g_autoptr (CliRun) made = cli_run_well ("new", path, "--title", "Plan", "--service", asked, "--from-reference",
                                          "--json", NULL);
  g_autoptr (CliRun) info = cli_run_well ("info", path, "--json", NULL);
  g_autoptr (CliRun) check = cli_run_well ("check", path, "--json", NULL);
  g_autofree char *needed = NULL;

  g_assert_cmpstr (cli_text (info, "service"), ==, service->reporting);
  g_assert_cmpfloat (cli_number (info, "year"), ==, 2023);
  g_assert_cmpfloat (cli_number (info, "libraries"), ==, libraries);
  g_assert_cmpfloat (cli_number (info, "open"), ==, open);
  g_assert_cmpfloat (cli_number (info, "areas"), ==, areas);
  g_assert_cmpfloat (cli_number (info, "population"), ==, people);
  g_assert_cmpuint (cli_length (check, "faults"), ==, 0);
  needed = bl_test_shared_data ("expected.md");
  if (needed != NULL)
    {
      figures_check_access (path, service);
      figures_check_catchments (path, service);
    }
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_newcastle (void)
{
  check_published (&published_newcastle, "e08000021", 21, 20, 175, 302820);
}

static void
test_somerset (void)
{
  /* The name of today's council, not of the one it replaced. */
  check_published (&published_somerset, "Somerset", 34, 32, 327, 562225);
}

static void
test_groups (void)
{
  g_autofree char *path = cli_path ("groups.branchline");
  g_autoptr (CliRun) made = cli_run_well ("new", path, "--title", "Plan", "--service", "Newcastle upon Tyne",
                                          "--from-reference", NULL);

  /* expected.md, Newcastle, “Within 1 mile by A”. */
  figures_check_groups (path, 93.19, 91.977, 96.749);
}

static BlReference *
open_reference (void)
{
  g_autoptr (GError) error = NULL;
  BlReference *reference = bl_reference_new (&error);

  g_assert_no_error (error);
  return reference;
}

static void
test_services (void)
{
  g_autoptr (BlReference) reference = open_reference ();
  GPtrArray *services = bl_reference_get_services (reference);
  guint ended = 0, without_libraries = 0, libraries = 0, open = 0, areas = 0;
  gint64 people = 0;

  /* 153 authorities of April 2023, and two county services that ended then. */
  g_assert_cmpuint (services->len, ==, 155);
  for (guint i = 0; i < services->len; i++)
    {
      const BlReferenceService *service = g_ptr_array_index (services, i);
      const char *names[] = { service->code, service->name };

      for (guint n = 0; n < G_N_ELEMENTS (names); n++)
        g_assert_true (bl_reference_find_service (reference, names[n], NULL) == service);
      if (!service->ended)
        g_assert_true (bl_reference_find_service (reference, service->nice_name, NULL) == service);
      g_assert_cmpuint (service->areas, >, 0);
      ended += service->ended;
      without_libraries += service->libraries == 0;
      libraries += service->libraries;
      open += service->open;
      /* Each of the 32,844 areas belongs to one service of today. */
      areas += service->ended ? 0 : service->areas;
      people += service->ended ? 0 : service->people;
      g_assert_true (service->ended ? service->population < 0 : service->population > 0);
    }
  g_assert_cmpuint (ended, ==, 2);
  g_assert_cmpuint (areas, ==, 32844);
  /* Southend-on-Sea and the Isles of Scilly; each says why. */
  g_assert_cmpuint (without_libraries, ==, 2);
  /* expected.md, Parsing truths: 3,308 static, of which 359 had closed. */
  g_assert_cmpuint (libraries, ==, 3308);
  g_assert_cmpuint (open, ==, 3308 - 359);
  /* England, mid-2019 (ONS): 56,286,961. */
  g_assert_cmpint (people, ==, 56286961);
}

static void
test_unknown_service (void)
{
  g_autoptr (BlReference) reference = open_reference ();
  g_autoptr (GError) error = NULL;

  g_assert_null (bl_reference_find_service (reference, "Gatehead", &error));
  g_assert_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION);
  g_assert_nonnull (strstr (error->message, "Gateshead"));
  g_clear_error (&error);
  g_assert_null (bl_reference_find_service (reference, "newcastle", &error));
  g_assert_nonnull (strstr (error->message, ": Newcastle City Council;"));
  g_clear_error (&error);
  g_assert_null (bl_reference_find_service (reference, "  ", &error));
  g_assert_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION);
}

static void
fill_and_compute (BlReference *reference, const BlReferenceService *service)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded (service->code);
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T14:32:00Z");
  g_autoptr (BlProject) project = bl_project_new (ids, clock);
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (GPtrArray) faults = bl_faults_new ();
  g_autoptr (GArray) libraries = NULL;
  g_autoptr (GArray) points = NULL;
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (BlAccess) access = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) lacking = NULL;
  BlAccessQuestion question = { 0 };
  double people = 0;

  g_assert_true (bl_reference_fill (reference, service, project, &error));
  g_assert_no_error (error);
  facts = bl_facts_new (project);
  access = bl_access_compute (facts, &question, &lacking);
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, SECONDS_A_SERVICE);

  g_assert_cmpuint (facts->n_areas, ==, service->areas);
  g_assert_cmpfloat (facts->total_population, ==, service->people);
  g_assert_true (facts->points_weighted);
  g_assert_cmpint (facts->year, ==, 2023);
  bl_record_validate (BL_RECORD (project), faults);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s: %s", service->name, ((const BlFault *) g_ptr_array_index (faults, i))->message);
  g_assert_cmpuint (faults->len, ==, 0);

  libraries = bl_reference_get_libraries (reference, service, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (libraries->len, ==, service->libraries);
  points = bl_reference_get_area_points (reference, service, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (points->len, ==, service->areas);
  for (guint i = 0; i < points->len; i++)
    people += g_array_index (points, BlReferenceArea, i).people;
  g_assert_cmpfloat (people, ==, service->people);

  if (service->open == 0)
    {
      g_assert_error (lacking, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS);
      g_assert_nonnull (service->note);
      return;
    }
  g_assert_no_error (lacking);
  g_assert_cmpuint (access->n_counted, ==, service->open);
  g_assert_cmpfloat (access->population, ==, service->people);
  /* Nobody lives 40 km from the nearest library of their own service. */
  g_assert_cmpfloat (access->max_distance, <, 40000);
  /* One undoable step. */
  g_assert_true (bl_project_undo (project));
  g_assert_null (bl_project_get_areas (project));
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_libraries (project)), ==, 0);
}

static void
test_every_service (void)
{
  g_autoptr (BlReference) reference = open_reference ();
  GPtrArray *services = bl_reference_get_services (reference);

  for (guint i = 0; i < services->len; i++)
    fill_and_compute (reference, g_ptr_array_index (services, i));
}

/* Several through the program itself, of every type and size. */
static void
test_several_services (void)
{
  /* LSOAs of each, as the Indices of Deprivation 2019 list them by district. */
  static const struct
  {
    const char *service;
    double areas;
  } some[] = {
    { "Kent County Council", 902 }, { "E09000001", 6 },
    { "Rutland", 23 },              { "Cornwall", 326 },
    { "city of   BRADFORD metropolitan district council", 310 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (some); i++)
    {
      g_autofree char *path = cli_path ("some.branchline");
      g_autoptr (CliRun) made
          = cli_run_well ("new", path, "-t", "Plan", "-s", some[i].service, "-r", "--json", NULL);
      g_autoptr (CliRun) info = cli_run_well ("info", path, "--json", NULL);
      g_autoptr (CliRun) check = cli_run_well ("check", path, "--json", NULL);
      g_autoptr (CliRun) access = cli_run_well ("access", path, "--json", NULL);

      g_assert_cmpuint (cli_length (check, "faults"), ==, 0);
      g_assert_cmpfloat (cli_number (info, "areas"), ==, some[i].areas);
      g_assert_cmpfloat (cli_number (info, "population"), ==, cli_number (access, "population"));
      g_assert_cmpfloat (cli_number (info, "open"), ==, cli_number (access, "libraries"));
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
}

/* A service without libraries of its own: a plain word, and its neighbours' when asked for. */
static void
test_southend (void)
{
  g_autofree char *path = cli_path ("southend.branchline");
  g_autoptr (CliRun) made = cli_run_well ("new", path, "-t", "Plan", "-s", "Southend-on-Sea", "-r", "--json", NULL);
  g_autoptr (CliRun) wide = NULL;

  g_assert_nonnull (strstr (cli_text (made, "note"), "Essex County Council"));
  g_assert_cmpfloat (cli_number (made, "libraries"), ==, 0);
  g_assert_cmpfloat (cli_number (made, "libraries_nearby"), >, 0);
  cli_run_badly (1, "librar", "access", path, "--json", NULL);
  wide = cli_run_well ("access", path, "--cross-boundary", "--json", NULL);
  g_assert_cmpfloat (cli_number (wide, "libraries"), ==, cli_number (made, "libraries_nearby"));
  /* Mid-2019 (ONS): 183,125 people live there, and hardly one 2 miles from a library. */
  g_assert_cmpfloat (cli_number (wide, "population"), ==, 183125);
  g_assert_cmpfloat (cli_number (wide, "within.1.percent"), >, 95);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  cli_set_up (argc, argv);
  g_test_add_func ("/cli/reference/newcastle", test_newcastle);
  g_test_add_func ("/cli/reference/somerset", test_somerset);
  g_test_add_func ("/cli/reference/groups", test_groups);
  g_test_add_func ("/cli/reference/services", test_services);
  g_test_add_func ("/cli/reference/unknown-service", test_unknown_service);
  g_test_add_func ("/cli/reference/every-service", test_every_service);
  g_test_add_func ("/cli/reference/several-services", test_several_services);
  g_test_add_func ("/cli/reference/southend", test_southend);
  result = g_test_run ();
  cli_tear_down ();
  return result;
}
