/* bench-first-frame.c: how soon the sample is on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the start of the process, its libraries' loading included, to the first
 * frame of the overview with every figure: in under a second.
 */
#include <time.h>
#include <unistd.h>

#include "app-fixture.h"
#include "application.h"
#include "overview-page.h"
#include "places.h"
#include "tile.h"
#include "window.h"

#define BOUND_MS 1000.0

/* Since the kernel made this process, to its ten milliseconds. */
static double
get_age_ms (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) fields = NULL;
  struct timespec now;

  g_assert_true (g_file_get_contents ("/proc/self/stat", &text, NULL, NULL));
  /* The second field is the name in brackets, which may hold blanks. */
  fields = g_strsplit (strrchr (text, ')') + 2, " ", -1);
  clock_gettime (CLOCK_BOOTTIME, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1e6
         - g_ascii_strtoull (fields[19], NULL, 10) * 1000.0 / sysconf (_SC_CLK_TCK);
}

static gboolean
has_session (gpointer data)
{
  return bl_window_get_session (data) != NULL;
}

int
main (int argc, char **argv)
{
  g_autoptr (BlApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sample = NULL;
  BlWindow *window;
  GtkWidget *tile;
  double age;

  bl_app_fixture_init (&argc, &argv);
  sample = bl_places_find_data ("sample/newcastle.branchline");
  if (sample == NULL)
    {
      g_print ("There is no sample to show\n");
      return 77;
    }
  application = bl_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  window = BL_WINDOW (bl_window_new (GTK_APPLICATION (application), bl_application_get_context (application)));
  bl_window_open_sample (window);
  gtk_window_present (GTK_WINDOW (window));
  bl_app_fixture_wait (has_session, window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  age = get_age_ms ();

  tile = bl_app_fixture_find (GTK_WIDGET (window), BL_TYPE_TILE, "mile_tile");
  g_assert_cmpstr (bl_tile_get_figure (BL_TILE (tile)), ==, "93.6%");
  g_print ("The sample's first frame after %.0f ms (bound %.0f ms)\n", age, BOUND_MS);
  gtk_window_destroy (GTK_WINDOW (window));
  bl_app_fixture_settle ();
  return age < BOUND_MS ? 0 : 1;
}
