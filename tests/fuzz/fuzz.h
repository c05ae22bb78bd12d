/* fuzz.h: what each fuzz target is made of
 *
 * A target is one function that is given bytes and aborts when a promise is
 * broken. tools/fuzz links it with libFuzzer; the tests link it with replay.c,
 * which gives it the corpus and a bounded number of changed inputs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "project.h"
#include "record-xml.h"

/* The names are those libFuzzer looks for. */
int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* GLib traps where it gives up; libFuzzer only knows aborts. */
static inline void
fuzz_on_trap (int signal)
{
  abort ();
}

/* Every message of ours that is a warning or worse is a finding. */
static inline void
fuzz_init (void)
{
  signal (SIGTRAP, fuzz_on_trap);
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK);
  bl_project_register_kinds ();
}

static inline void
fuzz_check_sentence (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_cmpuint (strlen (error->message), >, 10);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

/* Ids and a clock of its own, the same each time. */
static inline void
fuzz_give_context (BlProject *project)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("fuzz");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T14:32:00Z");

  bl_project_set_context (project, ids, clock);
}

static inline GBytes *
fuzz_write (BlProject *project)
{
  return bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
}

static inline BlRecordReading *
fuzz_read (GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  BlRecordReading *reading
      = bl_record_read (BL_TYPE_PROJECT, data, length, "fuzz.branchline", NULL, error);

  if (reading != NULL)
    fuzz_give_context (BL_PROJECT (reading->root));
  return reading;
}

static inline void
fuzz_assert_same (GBytes *a, GBytes *b)
{
  if (g_bytes_equal (a, b))
    return;
  g_printerr ("--- first:\n%.*s\n--- second:\n%.*s\n", (int) g_bytes_get_size (a),
              (const char *) g_bytes_get_data (a, NULL), (int) g_bytes_get_size (b),
              (const char *) g_bytes_get_data (b, NULL));
  g_error ("the bytes differ");
}

/* What the program holds can be written, read back without a fault, and written again to the same bytes. */
static inline void
fuzz_check_stored (BlProject *project)
{
  g_autoptr (GBytes) once = fuzz_write (project), twice = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BlRecordReading) reading = fuzz_read (once, &error);

  if (reading == NULL)
    g_error ("what was written cannot be read: %s\n%.*s", error->message, (int) g_bytes_get_size (once),
             (const char *) g_bytes_get_data (once, NULL));
  twice = fuzz_write (BL_PROJECT (reading->root));
  fuzz_assert_same (once, twice);
  for (guint i = 0; i < reading->faults->len; i++)
    {
      const BlFault *fault = reading->faults->pdata[i];

      g_error ("what was written has a fault: line %u: %s\n%.*s", fault->line, fault->message,
               (int) g_bytes_get_size (once), (const char *) g_bytes_get_data (once, NULL));
    }
}
