/* fuzz-import.c: any bytes, brought in as libraries, figures, points and the rest
 *
 * The first letter says as which, the rest is a CSV file. It is refused in a
 * sentence, or comes in as the preview said, can be stored, and one step back
 * undoes it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "small-project.h"

#include "import-plan.h"

#include <glib/gstdio.h>
#include <stdlib.h>

static char *path;
static BlProject *project;

static void
tidy (void)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
  g_clear_pointer (&path, g_free);
  g_clear_object (&project);
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_autofree char *folder = g_dir_make_tmp ("branchline-XXXXXX", NULL);

  fuzz_init ();
  path = g_build_filename (folder, "fuzz.csv", NULL);
  project = small_project_new ();
  atexit (tidy);
  return 0;
}

static void
check_report (const BlImportReport *report)
{
  g_assert_cmpuint (report->read, ==,
                    report->added + report->updated + report->unchanged + report->skipped + report->elsewhere);
}

static void
check_plan (BlImportPlan *plan)
{
  GListModel *columns = bl_import_plan_get_columns (plan), *mends = bl_import_plan_get_mends (plan);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (BlImportColumn) column = g_list_model_get_item (columns, i);

      g_assert_true (g_utf8_validate (bl_import_column_get_name (column), -1, NULL));
      g_assert_true (g_utf8_validate (bl_import_column_get_example (column), -1, NULL));
    }
  for (guint i = 0; i < g_list_model_get_n_items (mends); i++)
    {
      g_autoptr (BlImportMend) mend = g_list_model_get_item (mends, i);

      g_assert_true (g_utf8_validate (bl_import_mend_get_reason (mend), -1, NULL));
      bl_import_mend_set_accepted (mend, TRUE);
    }
}

static void
bring_in (BlImportPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlImportReport) report = NULL;
  const BlImportReport *preview;
  guint added, updated;

  check_plan (plan);
  preview = bl_import_plan_preview (plan, &error);
  if (preview == NULL)
    {
      fuzz_check_sentence (error);
      return;
    }
  check_report (preview);
  added = preview->added;
  updated = preview->updated;
  report = bl_import_plan_apply (plan, project, &error);
  if (report == NULL)
    {
      fuzz_check_sentence (error);
      return;
    }
  check_report (report);
  g_assert_cmpuint (report->added, ==, added);
  g_assert_cmpuint (report->updated, ==, updated);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const BlImportKind kinds[]
      = { BL_IMPORT_LIBRARIES, BL_IMPORT_VALUES, BL_IMPORT_POINTS, BL_IMPORT_UNKNOWN, BL_IMPORT_FIGURES,
          BL_IMPORT_MEMBERS,   BL_IMPORT_STOPS,  BL_IMPORT_TRAVEL, BL_IMPORT_POSTCODES };
  BlImportOptions options = { 0 };
  g_autoptr (GBytes) before = NULL, after = NULL;
  g_autoptr (BlImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  guint64 revision;

  if (size < 2)
    return 0;
  options.kind = kinds[data[0] % G_N_ELEMENTS (kinds)];
  g_assert_true (g_file_set_contents_full (path, (const char *) data + 1, size - 1, G_FILE_SET_CONTENTS_NONE, 0600,
                                           NULL));
  before = fuzz_write (project);
  revision = bl_project_get_revision (project);
  plan = bl_import_plan_new (project, path, &options, NULL, &error);
  if (plan == NULL)
    {
      fuzz_check_sentence (error);
      return 0;
    }
  bring_in (plan);
  if (bl_project_get_revision (project) != revision)
    {
      fuzz_check_stored (project);
      g_assert_true (bl_project_undo (project));
    }
  after = fuzz_write (project);
  fuzz_assert_same (before, after);
  return 0;
}
