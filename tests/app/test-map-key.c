/* test-map-key.c: what colours and shapes on the map mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-key.h"

#include <adwaita.h>
#include <string.h>

#include "map-fixture.h"

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
get_texts (BlMapKey *key)
{
  GString *text = g_string_new (NULL);

  append_texts (text, GTK_WIDGET (key));
  return g_string_free (text, FALSE);
}

static BlMapKey *
make_key (BlSession *session, const char *value)
{
  BlFacts *facts = bl_session_get_facts (session);
  guint index = (guint) bl_facts_find_value (facts, value);
  g_autoptr (BlClasses) classes = bl_classes_new (facts, index);
  g_autoptr (BlMapShading) shading
      = bl_map_shading_new_classes (classes, facts->n_areas, bl_palette_get (BL_PALETTE_LIGHT), FALSE);
  BlMapKey *key = g_object_ref_sink (g_object_new (BL_TYPE_MAP_KEY, NULL));

  bl_map_key_set_value (key, facts->values[index].title, facts->values[index].date, NULL, classes, shading);
  bl_map_key_set_libraries (key, facts);
  return key;
}

/* Newcastle's legend is that of the published figures: 113,969 people in deciles 1 and 2. */
static void
test_newcastle (void)
{
  g_autoptr (BlSession) session = map_fixture_newcastle ();
  g_autoptr (BlMapKey) key = make_key (session, "imd_decile");
  g_autofree char *text = get_texts (key);

  g_assert_nonnull (strstr (text, "1–2\n113,969\n3–4\n"));
  g_assert_nonnull (strstr (text, "Council\n"));
  g_assert_nonnull (strstr (text, "Filled: statutory. Hollow: not.\n"));
  /* Nothing it explains is not there: no library of Newcastle is without staff. */
  g_assert_null (strstr (text, "Without staff\n"));
  g_assert_null (strstr (text, "No data"));
}

static void
test_unknown (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (TRUE);
  g_autoptr (BlMapKey) key = make_key (session, "imd_decile");
  g_autofree char *text = get_texts (key);

  g_assert_nonnull (strstr (text, "No data: 1 area\n"));
  g_assert_nonnull (strstr (text, "Closed\n"));
}

/* One strip: colours and their words stay. */
static void
test_compact (void)
{
  g_autoptr (BlSession) session = map_fixture_newcastle ();
  g_autoptr (BlMapKey) key = make_key (session, "imd_decile");
  g_autofree char *text = NULL;

  g_object_set (key, "compact", TRUE, NULL);
  text = get_texts (key);
  g_assert_nonnull (strstr (text, "1–2\n3–4\n"));
  g_assert_null (strstr (text, "Council\n"));
  g_assert_null (strstr (text, "113,969"));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/map-key/newcastle", test_newcastle);
  g_test_add_func ("/map-key/unknown", test_unknown);
  g_test_add_func ("/map-key/compact", test_compact);
  return g_test_run ();
}
