/* bench-needs-weight.c: how soon the map and the order follow a slider
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a weight that is tried to the new colours on the map, with order, firmness, profiles and
 * chart: within a tenth of a second, so that it feels like moving the map.
 */
#include <time.h>

#include "app-fixture.h"
#include "needs-map.h"
#include "needs-page.h"
#include "places.h"

#define BOUND_MS 100.0
#define N_TRIES 15

/* Time this thread was at work, whatever else the machine does, in milliseconds. */
static double
get_work_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1000.0 + time.tv_nsec / 1e6;
}

static gboolean
is_painted (gpointer map)
{
  return bl_needs_map_is_painted (map);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

int
main (int argc, char **argv)
{
  g_autoptr (BlContext) context = NULL;
  g_autoptr (BlSession) session = NULL;
  BlNeedsPage *page;
  BlNeedsModel *model;
  GtkWidget *window, *map;
  double times[N_TRIES], work[N_TRIES];

  bl_app_fixture_init (&argc, &argv);
  context = bl_app_fixture_context ();
  {
    g_autofree char *path = bl_places_find_data ("sample/newcastle.branchline");
    g_autoptr (BlDocument) document = NULL;
    g_autoptr (GError) error = NULL;

    if (path == NULL)
      {
        g_print ("There is no sample to move weights in\n");
        return 77;
      }
    document = bl_document_open_with (path, BL_OPEN_FAULTY, bl_context_get_ids (context), bl_context_get_clock (context),
                                      NULL, NULL, &error);
    g_assert_no_error (error);
    session = bl_session_new (context, document);
  }
  page = g_object_ref_sink (bl_needs_page_new (session));
  model = bl_needs_page_get_model (page);
  window = bl_app_fixture_show (GTK_WIDGET (page), 1048, 750);
  map = bl_app_fixture_find (GTK_WIDGET (page), BL_TYPE_NEEDS_MAP, "map");
  bl_app_fixture_wait (is_painted, map);
  for (guint i = 0; i < N_TRIES; i++)
    {
      gint64 start = g_get_monotonic_time ();
      double work_start = get_work_ms ();

      bl_needs_model_try_weight (model, 3, 20 + 3 * i);
      work[i] = get_work_ms () - work_start;
      gtk_test_widget_wait_for_draw (map);
      g_assert_true (bl_needs_map_is_painted (BL_NEEDS_MAP (map)));
      times[i] = (double) (g_get_monotonic_time () - start) / 1000;
    }
  qsort (times, N_TRIES, sizeof (double), compare);
  qsort (work, N_TRIES, sizeof (double), compare);
  g_print ("Map and order follow a weight in %.0f ms, of which %.1f ms hold the window (medians of %d; bound %.0f ms)\n",
           times[N_TRIES / 2], work[N_TRIES / 2], N_TRIES, BOUND_MS);
  gtk_window_destroy (GTK_WINDOW (window));
  bl_app_fixture_settle ();
  g_object_unref (page);
  return times[N_TRIES / 2] < BOUND_MS ? 0 : 1;
}
