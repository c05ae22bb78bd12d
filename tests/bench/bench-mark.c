/* bench-mark.c: how long marking a version of a national project holds the main loop
 *
 * What is measured is the time between two turns of a main loop that has nothing
 * else to do, from asking to the version being there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <stdlib.h>

#include "large-project.h"
#include "version.h"

/* Seconds. Taking the records down as text is done on the main loop, as for a save; the rest is not. */
#define BOUND 0.100

typedef struct
{
  GMainLoop *loop;
  gint64 last;
  double longest;
  BlVersion *version;
} Watch;

static void
note_turn (Watch *watch)
{
  gint64 now = g_get_monotonic_time ();

  watch->longest = MAX (watch->longest, (now - watch->last) / 1e6);
  watch->last = now;
}

static gboolean
on_turn (gpointer data)
{
  note_turn (data);
  return G_SOURCE_CONTINUE;
}

static void
on_marked (GObject *source, GAsyncResult *result, gpointer data)
{
  Watch *watch = data;

  watch->version = bl_version_mark_finish (BL_PROJECT (source), result, NULL);
  note_turn (watch);
  g_main_loop_quit (watch->loop);
}

int
main (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("bench");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-05-03T10:00:00Z");
  g_autoptr (BlProject) project = bl_large_project_new (ids, clock, BL_LARGE_AREAS, BL_LARGE_LIBRARIES, 0);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Watch watch = { loop, g_get_monotonic_time (), 0, NULL };
  gint64 start;
  double whole, at_once;

  start = g_get_monotonic_time ();
  if (bl_version_mark (project, "At once", NULL, NULL) == NULL)
    return EXIT_FAILURE;
  at_once = (g_get_monotonic_time () - start) / 1e6;
  g_idle_add (on_turn, &watch);
  start = watch.last = g_get_monotonic_time ();
  bl_version_mark_async (project, "In a thread", NULL, on_marked, &watch);
  g_main_loop_run (loop);
  whole = (g_get_monotonic_time () - start) / 1e6;
  printf ("marking a national project: %.3f s at once; in a thread %.3f s, holding the main loop %.3f s at most (bound %.3f)\n",
          at_once, whole, watch.longest, BOUND);
  return watch.version != NULL && watch.longest < BOUND ? EXIT_SUCCESS : EXIT_FAILURE;
}
