/* test-map-classing.c: choosing how figures are grouped
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-classing.h"

#include <adwaita.h>

#include "map-fixture.h"

typedef struct
{
  BlSession *session;
  BlMapStudy *study;
  BlMapClassing *classing;
  BlAreaValue *value;
} Fixture;

static void
start (Fixture *fixture)
{
  fixture->session = map_fixture_squares (TRUE);
  fixture->study = bl_map_study_new (fixture->session);
  fixture->classing = g_object_ref_sink (g_object_new (BL_TYPE_MAP_CLASSING, NULL));
  fixture->value = bl_area_value_new (bl_session_get_facts (fixture->session), "population", NULL, NULL);
  bl_map_classing_show (fixture->classing, fixture->study, fixture->value, NULL);
}

static void
finish (Fixture *fixture)
{
  bl_area_value_free (fixture->value);
  g_assert_finalize_object (fixture->classing);
  g_object_unref (fixture->study);
  g_object_unref (fixture->session);
}

static GtkWidget *
child (Fixture *fixture, const char *name)
{
  GObject *found = gtk_widget_get_template_child (GTK_WIDGET (fixture->classing), BL_TYPE_MAP_CLASSING, name);

  g_assert_nonnull (found);
  return GTK_WIDGET (found);
}

static BlClassRule
rule (Fixture *fixture)
{
  return bl_map_study_get_rule (fixture->study, "population");
}

static void
test_method (void)
{
  Fixture fixture;

  start (&fixture);
  g_assert_false (gtk_widget_get_visible (child (&fixture, "groups_row")));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (child (&fixture, "method")), BL_CLASSIFY_NATURAL);
  g_assert_true (gtk_widget_get_visible (child (&fixture, "groups_row")));
  g_assert_cmpint (rule (&fixture).method, ==, BL_CLASSIFY_NATURAL);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (child (&fixture, "groups")), 3);
  g_assert_cmpuint (rule (&fixture).n_groups, ==, 3);
  finish (&fixture);
}

/* What is not understood is said, and the groups stay as they were. */
static void
test_limits (void)
{
  Fixture fixture;
  GtkWidget *limits, *wrong;

  start (&fixture);
  limits = child (&fixture, "limits");
  wrong = child (&fixture, "wrong");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (child (&fixture, "method")), BL_CLASSIFY_OWN);
  gtk_editable_set_text (GTK_EDITABLE (limits), "300; 600");
  g_assert_false (gtk_widget_get_visible (wrong));
  g_assert_cmpint (rule (&fixture).method, ==, BL_CLASSIFY_OWN);
  g_assert_cmpuint (rule (&fixture).n_breaks, ==, 2);
  gtk_editable_set_text (GTK_EDITABLE (limits), "600; 300");
  g_assert_true (gtk_widget_get_visible (wrong));
  g_assert_cmpuint (rule (&fixture).n_breaks, ==, 2);
  g_assert_cmpfloat (rule (&fixture).breaks[0], ==, 300);
  finish (&fixture);
}

/* The middle begins as the mean of the areas: 100 … 1,100 are 600. */
static void
test_middle (void)
{
  Fixture fixture;
  GtkWidget *middle;

  start (&fixture);
  middle = child (&fixture, "middle");
  gtk_switch_set_active (GTK_SWITCH (child (&fixture, "about")), TRUE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (middle)), ==, "600");
  g_assert_true (rule (&fixture).about);
  g_assert_cmpfloat (rule (&fixture).middle, ==, 600);
  gtk_editable_set_text (GTK_EDITABLE (middle), "much");
  g_assert_true (gtk_widget_get_visible (child (&fixture, "wrong")));
  gtk_editable_set_text (GTK_EDITABLE (middle), "450.5");
  g_assert_cmpfloat (rule (&fixture).middle, ==, 450.5);
  finish (&fixture);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/map-classing/method", test_method);
  g_test_add_func ("/map-classing/limits", test_limits);
  g_test_add_func ("/map-classing/middle", test_middle);
  return g_test_run ();
}
