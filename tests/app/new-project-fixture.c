/* new-project-fixture.c: for the tests of making a project and bringing in files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "new-project-fixture.h"

#include <glib/gstdio.h>

#include "app-fixture.h"
#include "new-project-store.h"

static char *folder;

void
new_project_fixture_init (int *argc, char ***argv)
{
  g_autofree char *state = NULL;

  bl_app_fixture_keep_quarks ();
  folder = g_dir_make_tmp ("branchline-new-project-XXXXXX", NULL);
  g_assert_nonnull (folder);
  state = g_build_filename (folder, "state", NULL);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_setenv ("BRANCHLINE_NOW", "2026-04-17T14:32:00Z", TRUE);
  g_setenv ("BRANCHLINE_SEED", "new-project", TRUE);
  g_test_init (argc, argv, NULL);
  adw_init ();
}

void
new_project_fixture_forget (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bl_new_project_store_discard (&error));
  g_assert_no_error (error);
}

void
new_project_fixture_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
on_deadline (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
new_project_fixture_wait (gboolean (*test) (gpointer data), gpointer data)
{
  gboolean late = FALSE;
  guint source = g_timeout_add_seconds (20, on_deadline, &late);

  while (!test (data) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (source);
  new_project_fixture_settle ();
}

GtkWidget *
new_project_fixture_show (GtkWidget *widget, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  new_project_fixture_settle ();
  return window;
}

static GtkWidget *
find (GtkWidget *widget, GType type, const char *name)
{
  const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget));

  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (name == NULL || g_strcmp0 (id, name) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
new_project_fixture_find (GtkWidget *widget, GType type, const char *name)
{
  GtkWidget *found = find (widget, type, name);

  if (found == NULL)
    g_error ("no %s called %s", g_type_name (type), name);
  return found;
}

static gboolean
has_words (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if ((GTK_IS_LABEL (child) && *gtk_label_get_label (GTK_LABEL (child)) != '\0') || has_words (child))
      return TRUE;
  return FALSE;
}

/* Inner parts of GTK's own widgets: their owner carries the name. */
static gboolean
is_inner (GtkWidget *widget)
{
  return GTK_IS_TEXT (widget) || GTK_IS_LABEL (widget) || GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_VIEWPORT (widget)
         || gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL
         || gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL
         || gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER) != NULL;
}

void
new_project_fixture_assert_named (GtkWidget *widget)
{
  /* Pages of a stack that are not in front are not reached. */
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return;
  if (gtk_widget_get_focusable (widget) && !is_inner (widget) && !has_words (widget)
      && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
      && !gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    g_error ("a %s (%s) takes the keyboard and has no name", G_OBJECT_TYPE_NAME (widget),
             gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    new_project_fixture_assert_named (child);
}

GFile *
new_project_fixture_file (const char *name, const char *content, gssize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, content, length, &error));
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}
