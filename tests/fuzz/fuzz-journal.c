/* fuzz-journal.c: any bytes, read as a journal and as a change that was kept
 *
 * The first letter says how to take the rest: a whole log ("L"), the bytes of
 * one entry as if its sum were right ("B"), or an entry in GVariant's text form
 * ("T"), which lets a fuzzer reach further in. An entry that does not fit
 * leaves the project as it was; one that fits is one step back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "small-project.h"

#include "journal-entry.h"
#include "journal-frame.h"

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  fuzz_init ();
  return 0;
}

static void
replay (BlProject *project, BlJournalReplay *replay, GVariant *entry)
{
  g_autoptr (GBytes) before = fuzz_write (project), after = NULL, again = NULL;
  guint64 revision = bl_project_get_revision (project);
  g_autoptr (GError) error = NULL;

  if (!bl_journal_replay_apply (replay, entry, &error))
    {
      fuzz_check_sentence (error);
      after = fuzz_write (project);
      fuzz_assert_same (before, after);
      return;
    }
  g_assert_no_error (error);
  fuzz_check_stored (project);
  if (bl_project_get_revision (project) == revision)
    return;
  after = fuzz_write (project);
  g_assert_true (bl_project_undo (project));
  again = fuzz_write (project);
  fuzz_assert_same (before, again);
  g_clear_pointer (&again, g_bytes_unref);
  g_assert_true (bl_project_redo (project));
  again = fuzz_write (project);
  fuzz_assert_same (after, again);
}

/* What the bytes hold: an array of entries. */
static GPtrArray *
entries_of (char how, const uint8_t *data, size_t size)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  if (how == 'L')
    {
      g_autoptr (BlJournalLog) log = bl_journal_log_read (bytes);

      g_assert_true (log->header != NULL || log->frames->len == 0);
      for (guint i = 0; i < log->frames->len; i++)
        g_ptr_array_add (entries, g_variant_get_child_value (log->frames->pdata[i], 1));
    }
  else if (how == 'B')
    {
      g_autoptr (GVariant) raw
          = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (BL_JOURNAL_ENTRY_TYPE), bytes, FALSE));

      g_ptr_array_add (entries, g_variant_get_normal_form (raw));
    }
  else
    {
      const char *text = (const char *) data;
      GVariant *entry = !g_utf8_validate_len (text, size, NULL)
                            ? NULL
                            : g_variant_parse (G_VARIANT_TYPE (BL_JOURNAL_ENTRY_TYPE), text, text + size, NULL, NULL);

      if (entry != NULL)
        g_ptr_array_add (entries, entry);
    }
  return entries;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GPtrArray) entries = size < 1 ? NULL : entries_of (data[0], data + 1, size - 1);
  g_autoptr (BlProject) project = NULL;
  g_autoptr (BlJournalReplay) state = NULL;

  if (entries == NULL || entries->len == 0)
    return 0;
  project = small_project_new ();
  state = bl_journal_replay_new (project);
  for (guint i = 0; i < entries->len; i++)
    replay (project, state, entries->pdata[i]);
  return 0;
}
