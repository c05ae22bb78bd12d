/* test-growth.c: a file four times as large takes about four times as long
 *
 * Processor time of a process of its own, which other programs hardly disturb;
 * the best of five, since a machine has moods. Linear work measures between 2
 * and 5, quadratic work 16. With the sanitizers their own work would be
 * measured, so that the tests are skipped there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "child.h"
#include "hostile-files.h"
#include "project.h"
#include "record-xml.h"

/* The shortest time that is measured against: less says nothing. */
#define MIN_SECONDS 0.02
#define MAX_RATIO 7.5

typedef struct
{
  const HostileFile *file;
  guint n;
} Work;

static void
read_and_write (gconstpointer data)
{
  const Work *work = data;
  GString *xml = hostile_make (work->file, work->n);
  g_autoptr (BlRecordReading) reading
      = bl_record_read (BL_TYPE_PROJECT, xml->str, xml->len, "test.branchline", NULL, NULL);
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("growth");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");
  g_autoptr (GPtrArray) faults = bl_faults_new ();

  if (reading != NULL)
    {
      g_autoptr (GBytes) bytes = NULL;

      bl_project_set_context (BL_PROJECT (reading->root), ids, clock);
      bl_record_validate (reading->root, faults);
      bytes = bl_record_write (reading->root, BL_PROJECT_VERSION);
    }
  g_string_free (xml, TRUE);
}

static void
test_growth (gconstpointer data)
{
  Work once = { data, 2000 }, fourfold;
  double best = G_MAXDOUBLE, seconds;

  if (CHILD_IS_WATCHED)
    {
      g_test_skip ("the sanitizers take more time than what is measured");
      return;
    }
  /* Large enough to be measured, small enough to stay within the bounds of a file. */
  for (seconds = 0; seconds < MIN_SECONDS && once.n < 100000; once.n *= 2)
    seconds = child_run (read_and_write, &once, 3072, 60);
  once.n /= 2;
  fourfold = (Work) { data, once.n * 4 };
  for (guint i = 0; i < 5 && best > MAX_RATIO; i++)
    {
      double one = child_run (read_and_write, &once, 3072, 60);
      double four = child_run (read_and_write, &fourfold, 3072, 60);

      best = MIN (best, four / MAX (one, MIN_SECONDS / 2));
    }
  g_test_message ("%u and %u: %.1f times as long", once.n, fourfold.n, best);
  g_assert_cmpfloat (best, <=, MAX_RATIO);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  for (guint i = 0; i < G_N_ELEMENTS (hostile_files); i++)
    {
      g_autofree char *path = g_strconcat ("/growth/", hostile_files[i].name, NULL);

      g_test_add_data_func (path, &hostile_files[i], test_growth);
    }
  return g_test_run ();
}
