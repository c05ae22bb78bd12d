/* fuzz-project.c: any bytes, read as a project
 *
 * They are refused in a sentence, or read; what was read can be checked,
 * written, read again without a fault and written to the same bytes; and an
 * edit of it can be undone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  fuzz_init ();
  return 0;
}

/* Takes out the first library, with the references to it. */
static gboolean
delete_first (BlProject *project)
{
  g_autoptr (BlRecord) library = g_list_model_get_item (bl_project_get_libraries (project), 0);

  if (library == NULL)
    return FALSE;
  bl_project_begin (project, "Delete");
  bl_project_delete (project, library);
  return bl_project_commit (project);
}

/* A faulty file is opened as a copy as far as it can be read; that copy can be stored. */
static void
open_what_can_be_read (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlRecordReading) reading
      = bl_record_read_with (BL_TYPE_PROJECT, (const char *) data, size, "fuzz.branchline",
                             BL_RECORD_READ_DAMAGED | BL_RECORD_READ_NEWER, NULL, NULL, &error);

  if (reading == NULL)
    {
      fuzz_check_sentence (error);
      return;
    }
  fuzz_give_context (BL_PROJECT (reading->root));
  fuzz_check_stored (BL_PROJECT (reading->root));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size), before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BlRecordReading) reading = fuzz_read (bytes, &error);
  g_autoptr (GPtrArray) faults = bl_faults_new ();
  BlProject *project;

  if (reading == NULL)
    {
      fuzz_check_sentence (error);
      open_what_can_be_read (data, size);
      return 0;
    }
  project = BL_PROJECT (reading->root);
  for (guint i = 0; i < reading->faults->len; i++)
    g_assert_true (g_utf8_validate (((BlFault *) reading->faults->pdata[i])->message, -1, NULL));
  bl_record_validate (BL_RECORD (project), faults);
  fuzz_check_stored (project);
  before = fuzz_write (project);
  if (delete_first (project))
    {
      fuzz_check_stored (project);
      bl_project_undo (project);
      after = fuzz_write (project);
      fuzz_assert_same (before, after);
    }
  return 0;
}
