/* bench-postcodes.c: the postcodes of the country read for one service, in seconds and in memory
 *
 * A made-up directory of 2.6 million rows and 12 columns, 230 MB (peers.md, D16).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-plan.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#define BOUND_SECONDS 1.5
#define BOUND_MEGABYTES 150
#define ROWS 2600000

/* Every 100 m from the south to the north, so that a share of about one in a thousand is near. */
static void
write_directory (const char *path)
{
  FILE *file = fopen (path, "wb");
  char letters[] = "ABDEFGHJLNPQRSTUWXYZ";
  guint n = (guint) strlen (letters);

  g_assert_nonnull (file);
  fputs ("pcd,pcd2,pcds,dointr,doterm,oscty,oslaua,osward,usertype,oseast1m,osnrth1m,osgrdind\n", file);
  for (guint i = 0; i < ROWS; i++)
    {
      char code[16];

      g_snprintf (code, sizeof code, "%c%c%u %u%c%c", letters[i / 200000 % n], letters[i / 10000 % n], i / 4000 % 90 + 1, i % 10,
                  letters[i / 10 % n], letters[i / 200 % n]);
      fprintf (file, "\"%s\",\"%s\",\"%s\",\"198001\",\"\",\"E99999999\",\"E08000021\",\"E05001234\",\"0\",%u,%u,\"1\"\n", code, code,
               code, 100000 + i % 500 * 1000, 50000 + i / 500 * 100);
    }
  g_assert_cmpint (fclose (file), ==, 0);
}

static BlProject *
make_project (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("bench");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T14:32:00Z");
  BlProject *project = bl_project_new (ids, clock);
  g_autofree char *id = bl_ids_make (ids, "library");
  g_autoptr (BlLibrary) library = bl_library_new (id);

  bl_project_begin (project, "Set up");
  bl_record_set_text (BL_RECORD (library), "name", "Harbour Library");
  bl_record_set_real (BL_RECORD (library), "easting", 424000);
  bl_record_set_real (BL_RECORD (library), "northing", 264000);
  bl_record_append (BL_RECORD (project), "libraries", BL_RECORD (library));
  bl_project_commit (project);
  return project;
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL, *path = NULL;
  double best = G_MAXDOUBLE;
  struct rusage usage;
  guint kept = 0;

  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  folder = g_dir_make_tmp ("branchline-bench-XXXXXX", NULL);
  path = g_build_filename (folder, "ONSPD.csv", NULL);
  write_directory (path);
  for (guint round = 0; round < 3; round++)
    {
      g_autoptr (BlProject) project = make_project ();
      BlImportOptions options = { 0 };
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      g_autoptr (BlImportPlan) plan = bl_import_plan_new (project, path, &options, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (bl_import_plan_get_kind (plan), ==, BL_IMPORT_POSTCODES);
      g_autoptr (BlImportReport) report = bl_import_plan_apply (plan, project, &error);
      g_assert_no_error (error);
      best = MIN (best, (g_get_monotonic_time () - start) / 1e6);
      g_assert_cmpuint (report->read, ==, ROWS);
      kept = report->added;
    }
  g_unlink (path);
  g_rmdir (folder);
  getrusage (RUSAGE_SELF, &usage);
  g_print ("2.6 million postcodes, %u kept: %.2f s (bound %.1f s), %ld MB at most (bound %d MB)\n", kept, best, BOUND_SECONDS,
           usage.ru_maxrss / 1024, BOUND_MEGABYTES);
  return best < BOUND_SECONDS && usage.ru_maxrss / 1024 < BOUND_MEGABYTES ? 0 : 1;
}
