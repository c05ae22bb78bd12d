/* test-framework-dialog.c: reading, changing, versions and loading of frameworks in the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app-fixture.h"
#include "assessment.h"
#include "field-row.h"
#include "framework-dialog.h"
#include "framework-differences-dialog.h"
#include "framework-load-dialog.h"
#include "framework-versions.h"
#include "long-text-row.h"

static BlProject *
get_project (BlSession *session)
{
  return bl_session_get_project (session);
}

static guint
count_frameworks (BlSession *session)
{
  return g_list_model_get_n_items (bl_record_get_list (BL_RECORD (get_project (session)), "frameworks"));
}

/* A self-assessment made with the starter set, in which somebody has rated where @rated. */
static BlFramework *
begin_assessment (BlSession *session, gboolean rated)
{
  BlProject *project = get_project (session);
  g_autoptr (BlFramework) starter = bl_framework_load ("self-assessment-starter", NULL), copy = NULL;
  g_autoptr (BlAssessment) assessment = bl_assessment_new (NULL);
  g_autoptr (BlRating) rating = bl_rating_new (NULL);

  copy = bl_framework_copy (starter, bl_project_get_ids (project));
  bl_project_begin (project, "Begin");
  bl_record_append (BL_RECORD (project), "frameworks", BL_RECORD (copy));
  bl_record_set_text (BL_RECORD (assessment), "title", "Spring");
  bl_record_append (BL_RECORD (project), "assessments", BL_RECORD (assessment));
  bl_record_set_text (BL_RECORD (assessment), "framework", bl_record_get_id (BL_RECORD (copy)));
  if (rated)
    bl_record_append (BL_RECORD (assessment), "ratings", BL_RECORD (rating));
  bl_project_commit (project);
  return copy; /* the project keeps it */
}

static GtkWidget *
open_dialog (BlSession *session, BlFramework *framework)
{
  GtkWidget *dialog = g_object_ref (bl_framework_dialog_new (NULL, session, framework));

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (dialog);
  bl_app_fixture_settle ();
  bl_app_fixture_assert_named (dialog);
  return dialog;
}

static void
close_dialog (GtkWidget *dialog)
{
  gtk_window_destroy (GTK_WINDOW (dialog));
  bl_app_fixture_settle ();
  g_assert_finalize_object (dialog);
}

static void
act (GtkWidget *dialog, const char *action)
{
  g_assert_true (gtk_widget_activate_action (dialog, action, NULL));
  bl_app_fixture_settle ();
}

static GtkWidget *
find_field (GtkWidget *widget, GType type, const char *field)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (G_OBJECT_TYPE (child) == type)
        {
          g_autofree char *name = NULL;

          g_object_get (child, "field", &name, NULL);
          if (g_strcmp0 (name, field) == 0)
            return child;
        }
      found = find_field (child, type, field);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What nobody has said anything under is changed as it stands. */
static void
test_change (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlFramework *framework = begin_assessment (session, FALSE);
  GtkWidget *dialog = open_dialog (session, framework);
  BlRecord *criterion = BL_RECORD (bl_framework_find_criterion (framework, "purpose-choices")), *made;
  GtkWidget *title;

  bl_framework_dialog_pick (BL_FRAMEWORK_DIALOG (dialog), criterion);
  title = find_field (dialog, BL_TYPE_FIELD_ROW, "title");
  g_assert_nonnull (title);
  g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (title)));
  gtk_editable_set_text (GTK_EDITABLE (title), "Choices one can see");
  bl_field_row_flush (BL_FIELD_ROW (title));
  g_assert_cmpstr (bl_record_get_text (criterion, "title"), ==, "Choices one can see");
  g_assert_nonnull (find_field (dialog, BL_TYPE_LONG_TEXT_ROW, "statement"));

  act (dialog, "framework.add-criterion");
  made = bl_framework_dialog_get_picked (BL_FRAMEWORK_DIALOG (dialog));
  g_assert_cmpstr (bl_record_get_text (made, "item"), ==, "purpose-1");
  g_assert_true (bl_record_get_parent (made) == bl_record_get_parent (criterion));
  act (dialog, "framework.up");
  g_assert_true (bl_framework_dialog_get_picked (BL_FRAMEWORK_DIALOG (dialog)) == made);
  act (dialog, "framework.remove");
  g_assert_null (bl_framework_find_criterion (framework, "purpose-1"));
  act (dialog, "framework.undo");
  g_assert_nonnull (bl_framework_find_criterion (framework, "purpose-1"));
  g_assert_cmpuint (count_frameworks (session), ==, 1);
  close_dialog (dialog);
}

/* What somebody rated under stays; a version is made, and what may choose it can. */
static void
test_version (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  BlFramework *framework = begin_assessment (session, TRUE), *second;
  GtkWidget *dialog = open_dialog (session, framework);
  GtkWidget *title;

  bl_framework_dialog_pick (BL_FRAMEWORK_DIALOG (dialog), BL_RECORD (bl_framework_find_criterion (framework, "offer-reading")));
  title = find_field (dialog, BL_TYPE_FIELD_ROW, "title");
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (title)));
  act (dialog, "framework.edit");
  second = bl_framework_dialog_get_framework (BL_FRAMEWORK_DIALOG (dialog));
  g_assert_true (second != framework);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (second), "revision"), ==, "2");
  g_assert_cmpstr (bl_record_get_text (bl_framework_dialog_get_picked (BL_FRAMEWORK_DIALOG (dialog)), "item"), ==, "offer-reading");
  title = find_field (dialog, BL_TYPE_FIELD_ROW, "title");
  g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (title)));
  gtk_editable_set_text (GTK_EDITABLE (title), "Readers");
  bl_field_row_flush (BL_FIELD_ROW (title));
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (bl_framework_find_criterion (framework, "offer-reading")), "title"), ==,
                   "Readers at every stage");
  /* Undone, it goes, and the first is shown again. */
  act (dialog, "framework.undo");
  act (dialog, "framework.undo");
  g_assert_cmpuint (count_frameworks (session), ==, 1);
  g_assert_true (bl_framework_dialog_get_framework (BL_FRAMEWORK_DIALOG (dialog)) == framework);
  close_dialog (dialog);
}

/* A project without any shows those of the program, which are not changed but taken. */
static void
test_shipped (void)
{
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  GtkWidget *dialog = open_dialog (session, NULL), *differences;
  g_autoptr (GPtrArray) choices = g_ptr_array_new (), shipped = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_cmpuint (count_frameworks (session), ==, 0);
  act (dialog, "framework.edit");
  g_assert_cmpuint (count_frameworks (session), ==, 1);
  act (dialog, "framework.own");
  g_assert_cmpuint (count_frameworks (session), ==, 2);
  act (dialog, "framework.drop");
  g_assert_cmpuint (count_frameworks (session), ==, 1);
  g_ptr_array_add (shipped, bl_framework_load ("self-assessment-starter", NULL));
  differences = g_object_ref (bl_framework_differences_dialog_new (
      GTK_WINDOW (dialog), bl_framework_dialog_get_framework (BL_FRAMEWORK_DIALOG (dialog)), choices, shipped));
  gtk_window_present (GTK_WINDOW (differences));
  bl_app_fixture_settle ();
  bl_app_fixture_assert_named (differences);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (bl_app_fixture_find (differences, GTK_TYPE_LABEL, "says"))), ==, "Both say the same.");
  close_dialog (differences);
  close_dialog (dialog);
}

static void
on_loaded (BlFramework **loaded, BlFramework *framework)
{
  *loaded = framework;
}

/* From pasted text to a framework of the project; what is missing is said first. */
static void
test_load (void)
{
  static const char text[] = "Theme\tCriterion\tDescription\nPurpose\tShared aim\tPeople say the same\n\tChoices\tThey show\n";
  g_autoptr (BlContext) context = bl_app_fixture_context ();
  g_autoptr (BlSession) session = bl_app_fixture_small (context);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text)), nothing = g_bytes_new_static ("words", 5);
  GtkWidget *dialog = g_object_ref (bl_framework_load_dialog_new (NULL, session)), *problem, *title, *official, *source;
  BlFramework *loaded = NULL;
  gboolean marked = FALSE;

  g_signal_connect_swapped (dialog, "loaded", G_CALLBACK (on_loaded), &loaded);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (dialog);
  problem = bl_app_fixture_find (dialog, GTK_TYPE_LABEL, "problem");
  bl_framework_load_dialog_take_text (BL_FRAMEWORK_LOAD_DIALOG (dialog), nothing);
  g_assert_true (gtk_widget_get_visible (problem));
  bl_framework_load_dialog_take_text (BL_FRAMEWORK_LOAD_DIALOG (dialog), bytes);
  bl_app_fixture_settle ();
  bl_app_fixture_assert_named (dialog);
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (problem)), "no title"));
  title = bl_app_fixture_find (dialog, ADW_TYPE_ENTRY_ROW, "title_row");
  source = bl_app_fixture_find (dialog, ADW_TYPE_ENTRY_ROW, "source_row");
  official = bl_app_fixture_find (dialog, GTK_TYPE_SWITCH, "official_switch");
  gtk_editable_set_text (GTK_EDITABLE (title), "The real one");
  g_assert_false (gtk_widget_get_visible (problem));
  gtk_switch_set_active (GTK_SWITCH (official), TRUE);
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (problem)), "has a source"));
  act (dialog, "framework-load.apply");
  g_assert_null (loaded);
  gtk_editable_set_text (GTK_EDITABLE (source), "A public body");
  act (dialog, "framework-load.apply");
  g_assert_nonnull (loaded);
  g_assert_cmpuint (count_frameworks (session), ==, 1);
  g_assert_true (bl_record_get_boolean (BL_RECORD (loaded), "official", &marked) && marked);
  bl_app_fixture_settle ();
  g_assert_finalize_object (dialog);

  /* It is read, not typed in, until the mark is taken away. */
  dialog = open_dialog (session, loaded);
  bl_framework_dialog_pick (BL_FRAMEWORK_DIALOG (dialog), BL_RECORD (bl_framework_find_criterion (loaded, "purpose-2")));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (find_field (dialog, BL_TYPE_FIELD_ROW, "title"))));
  act (dialog, "framework.unmark");
  g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (find_field (dialog, BL_TYPE_FIELD_ROW, "title"))));
  close_dialog (dialog);
}

static void
show_each (void)
{
  test_change ();
  test_shipped ();
}

static void
test_dresses (void)
{
  bl_app_fixture_in_every_dress (show_each);
}

int
main (int argc, char **argv)
{
  bl_app_fixture_init (&argc, &argv);
  g_test_add_func ("/framework-dialog/change", test_change);
  g_test_add_func ("/framework-dialog/version", test_version);
  g_test_add_func ("/framework-dialog/shipped", test_shipped);
  g_test_add_func ("/framework-dialog/load", test_load);
  g_test_add_func ("/framework-dialog/dresses", test_dresses);
  return g_test_run ();
}
