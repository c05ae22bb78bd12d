/* test-map-pane.c: what is picked on the map, in figures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-pane.h"

#include <adwaita.h>
#include <string.h>

#include "map-fixture.h"
#include "map-sheet.h"

/* Every label that is to be seen, a line each. */
static void
append_texts (GString *text, GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_texts (text, child);
}

static char *
get_texts (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  append_texts (text, widget);
  return g_string_free (text, FALSE);
}

static char *
show (BlSession *session)
{
  g_autoptr (BlMapPane) pane = g_object_ref_sink (g_object_new (BL_TYPE_MAP_PANE, NULL));
  g_autoptr (BlMapStudy) study = bl_map_study_new (session);

  bl_map_pane_show (pane, study);
  return get_texts (GTK_WIDGET (pane));
}

static void
pick (BlSession *session, const char *library)
{
  bl_session_set_library (session,
                          bl_session_get_facts (session)->libraries[map_fixture_library (session, library)].id);
}

#define assert_says(text, words) g_assert_nonnull (strstr (text, words))

static void
test_gosforth (void)
{
  g_autoptr (BlSession) session = map_fixture_newcastle ();
  g_autofree char *text = NULL;

  pick (session, "Gosforth Library");
  text = show (session);
  assert_says (text, "Gosforth Library\n");
  assert_says (text, "Regent Farm Road, NE3 3HD\n");
  assert_says (text, "Council run\nStatutory\n23 hours a week\n");
  assert_says (text, "23,502\npeople live nearest to it, 7.8% of the service\n");
  assert_says (text, "4,307\naged 0–15\n6,103\naged 60 and over\n974 m\naverage distance\n85.2%\nwithin one mile\n");
  assert_says (text, "Over half live in the least deprived tenth\n");
  assert_says (text, "611 m further");
  assert_says (text, "Population mid-2019.");
}

/* It never says 0 for what has no answer, but why there is none. */
static void
test_without_catchment (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (TRUE);
  g_autofree char *closed = NULL;
  g_autofree char *not_counted = NULL;
  g_autofree char *nobody = NULL;
  g_autoptr (BlSession) little = map_fixture_empty (TRUE);
  g_autoptr (BlSession) newcastle = map_fixture_newcastle ();

  pick (session, "Gone Library");
  closed = show (session);
  assert_says (closed, "Closed\n");
  assert_says (closed, "It is closed: nobody is counted as nearest to it.");

  pick (session, "East Library");
  g_object_set (session, "statutory-only", TRUE, NULL);
  not_counted = show (session);
  assert_says (not_counted, "only statutory libraries are counted now");

  pick (newcastle, "The Multilingual Library");
  nobody = show (newcastle);
  assert_says (nobody, "Every area has another library nearer");
}

static void
test_area (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (TRUE);
  g_autofree char *known = NULL;
  g_autofree char *unknown = NULL;

  bl_session_set_area (session, "E03");
  known = show (session);
  assert_says (known, "300\npeople live in this area\n");
  assert_says (known, "Nearest to it is East Library.");
  bl_session_set_area (session, "E12");
  unknown = show (session);
  assert_says (unknown, "not known\npeople live in this area\n");
}

static void
test_service (void)
{
  g_autoptr (BlSession) session = map_fixture_newcastle ();
  g_autoptr (BlSession) little = map_fixture_empty (TRUE);
  g_autofree char *text = show (session);
  g_autofree char *without = NULL;
  const char *reason;

  assert_says (text, "The whole service, 20 libraries counted\n");
  assert_says (text, "302,820\npeople live in its 175 areas\n");
  assert_says (text, "93.6%\nwithin one mile\n");

  /* Without areas it says what is lacking. */
  g_assert_null (bl_session_get_catchments (little, &reason));
  without = show (little);
  assert_says (without, reason);
}

/* The sheet of narrow windows has the same five figures. */
static void
test_sheet (void)
{
  g_autoptr (BlSession) session = map_fixture_newcastle ();
  g_autoptr (BlMapSheet) sheet = g_object_ref_sink (g_object_new (BL_TYPE_MAP_SHEET, NULL));
  g_autoptr (BlMapStudy) study = bl_map_study_new (session);
  g_autofree char *text = NULL;

  pick (session, "Gosforth Library");
  bl_map_sheet_show (sheet, study);
  text = get_texts (GTK_WIDGET (sheet));
  assert_says (text, "Council run, statutory, 23 hours a week\n");
  assert_says (text, "23,502\n");
  assert_says (text, "4,307\n");
  assert_says (text, "6,103\n");
  assert_says (text, "974 m\n");
  assert_says (text, "85.2%\n");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/map-pane/gosforth", test_gosforth);
  g_test_add_func ("/map-pane/without-catchment", test_without_catchment);
  g_test_add_func ("/map-pane/area", test_area);
  g_test_add_func ("/map-pane/service", test_service);
  g_test_add_func ("/map-pane/sheet", test_sheet);
  return g_test_run ();
}
