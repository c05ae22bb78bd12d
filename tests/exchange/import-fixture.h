/* import-fixture.h: projects and files for tests of imports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "import-plan.h"
#include "record-xml.h"

#include <glib/gstdio.h>

#define BASIC_DATASET "national/basic-dataset-for-libraries-2023-enhanced.csv"

static inline BlProject *
fixture_project (const char *service, const char *code, const char *other_names)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("import");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T14:32:00Z");
  BlProject *project = bl_project_new (ids, clock);

  if (service != NULL)
    {
      g_autofree char *id = bl_ids_make (ids, "service");
      g_autoptr (BlService) record = bl_service_new (id);

      bl_record_set_text (BL_RECORD (record), "name", service);
      bl_record_set_text (BL_RECORD (record), "code", code);
      bl_record_set_text (BL_RECORD (record), "other-names", other_names);
      bl_project_begin (project, "Set up");
      bl_record_set_child (BL_RECORD (project), "service", BL_RECORD (record));
      bl_project_commit (project);
    }
  return project;
}

/* Brings @path in and expects it to work; the report is the caller's. */
static inline BlImportReport *
fixture_import (BlProject *project, const char *path, const BlImportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlImportPlan) plan = bl_import_plan_new (project, path, options, NULL, &error);
  BlImportReport *report;

  g_assert_no_error (error);
  report = bl_import_plan_apply (plan, project, &error);
  g_assert_no_error (error);
  g_assert_nonnull (report);
  g_assert_cmpuint (report->read, ==,
                    report->added + report->updated + report->unchanged + report->skipped + report->elsewhere);
  return report;
}

/* Rows counted under @reason; 0 when it is not there. */
static inline guint
fixture_reason (const BlImportReport *report, const char *reason)
{
  for (guint i = 0; i < report->reasons->len; i++)
    {
      const BlImportReason *known = g_ptr_array_index (report->reasons, i);
      if (g_str_equal (known->reason, reason))
        return known->rows;
    }
  return 0;
}

static inline GBytes *
fixture_bytes (BlProject *project)
{
  return bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
}

/* A file of its own in a folder of its own. */
static inline char *
fixture_file (const char *folder, const char *name, const char *text, gssize length)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  /* Written without a sync, which leaves the end of a longer file standing. */
  g_unlink (path);
  g_file_set_contents_full (path, text, length, G_FILE_SET_CONTENTS_NONE, 0644, &error);
  g_assert_no_error (error);
  return path;
}

static inline BlLibrary *
fixture_library (BlProject *project, const char *name)
{
  GListModel *libraries = bl_project_get_libraries (project);

  for (guint i = 0; i < g_list_model_get_n_items (libraries); i++)
    {
      g_autoptr (BlRecord) library = g_list_model_get_item (libraries, i);
      if (g_strcmp0 (bl_record_get_text (library, "name"), name) == 0)
        return BL_LIBRARY (library);
    }
  return NULL;
}
