/* test-assess-export.c: the papers of a self-assessment out of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-export.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "app-fixture.h"
#include "assess-page.h"
#include "places.h"
#include "workspace.h"

typedef struct
{
  BlContext *context;
  BlSession *session;
  BlWorkspace *workspace;
  GtkWidget *window;
  BlAssessPage *page;
  char *folder;
} Desk;

static GtkWidget *
find_page (GtkWidget *widget)
{
  return bl_app_fixture_find (widget, BL_TYPE_ASSESS_PAGE, NULL);
}

/* The sample has a self-assessment; NULL, said aloud, where it is not there. */
static Desk *
desk_new (void)
{
  g_autofree char *path = bl_places_find_data ("sample/newcastle.branchline");
  g_autoptr (BlDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  Desk *desk;

  if (path == NULL)
    {
      g_test_skip ("there is no sample");
      return NULL;
    }
  desk = g_new0 (Desk, 1);
  desk->context = bl_app_fixture_context ();
  document = bl_document_open (path, bl_context_get_ids (desk->context), bl_context_get_clock (desk->context), NULL, &error);
  g_assert_no_error (error);
  desk->session = bl_session_new (desk->context, document);
  desk->workspace = BL_WORKSPACE (bl_workspace_new (desk->session));
  desk->window = bl_app_fixture_show (GTK_WIDGET (desk->workspace), 1000, 700);
  bl_workspace_show_page (desk->workspace, "assess");
  bl_app_fixture_settle ();
  desk->page = BL_ASSESS_PAGE (find_page (GTK_WIDGET (desk->workspace)));
  desk->folder = g_dir_make_tmp ("branchline-XXXXXX", NULL);
  return desk;
}

static void
desk_free (Desk *desk)
{
  gtk_window_destroy (GTK_WINDOW (desk->window));
  bl_app_fixture_settle ();
  g_object_unref (desk->session);
  g_object_unref (desk->context);
  g_rmdir (desk->folder);
  g_free (desk->folder);
  g_free (desk);
}

static BlAssessment *
get_assessment (Desk *desk)
{
  g_autoptr (BlAssessment) first
      = g_list_model_get_item (bl_record_get_list (BL_RECORD (bl_session_get_project (desk->session)), "assessments"), 0);

  return first; /* the project holds it */
}

/* A label of the window that says @words; a toast's too. */
static gboolean
is_said (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_said (child, words))
      return TRUE;
  return FALSE;
}

static gboolean
is_saved (gpointer desk)
{
  return is_said (GTK_WIDGET (((Desk *) desk)->workspace), "Saved as");
}

static void
test_write (void)
{
  Desk *desk = desk_new ();

  for (BlAssessPaper paper = 0; desk != NULL && paper < BL_N_ASSESS_PAPERS; paper++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s.pdf", desk->folder, bl_assess_paper_get_nick (paper)), *text = NULL;

      bl_assess_export_write (GTK_WIDGET (desk->page), desk->session, get_assessment (desk), paper, path, FALSE);
      bl_app_fixture_wait (is_saved, desk);
      while (!g_file_test (path, G_FILE_TEST_EXISTS)) /* those before have toasts too */
        g_main_context_iteration (NULL, TRUE);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_true (g_str_has_prefix (text, "%PDF"));
      g_unlink (path);
    }
  if (desk != NULL)
    desk_free (desk);
}

static gboolean
is_dialog (gpointer desk)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *each = windows; each != NULL; each = each->next)
    if (ADW_IS_MESSAGE_DIALOG (each->data))
      return TRUE;
  return FALSE;
}

static void
close_dialogs (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *each = windows; each != NULL; each = each->next)
    if (ADW_IS_MESSAGE_DIALOG (each->data))
      gtk_window_destroy (each->data);
}

/* Where it cannot be written, and what kind there is not: said in a dialog. */
static void
test_refused (void)
{
  Desk *desk = desk_new ();
  static const char *const paths[] = { "/nowhere/at/all.pdf", "paper.docx" };

  for (guint i = 0; desk != NULL && i < G_N_ELEMENTS (paths); i++)
    {
      bl_assess_export_write (GTK_WIDGET (desk->page), desk->session, get_assessment (desk), BL_ASSESS_WRITE_UP, paths[i], FALSE);
      bl_app_fixture_wait (is_dialog, desk);
      close_dialogs ();
    }
  if (desk != NULL)
    desk_free (desk);
}

/* The button in the window's header, for screen readers too. */
static void
test_actions (void)
{
  Desk *desk = desk_new ();
  GtkWidget *button;

  if (desk == NULL)
    return;
  button = bl_page_get_end (BL_PAGE (desk->page));
  g_assert_true (GTK_IS_MENU_BUTTON (button));
  g_assert_nonnull (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button)));
  bl_app_fixture_assert_named (button);
  bl_assess_page_choose (desk->page, get_assessment (desk));
  desk_free (desk);
}

int
main (int argc, char **argv)
{
  bl_app_fixture_init (&argc, &argv);
  g_test_add_func ("/assess-export/write", test_write);
  g_test_add_func ("/assess-export/refused", test_refused);
  g_test_add_func ("/assess-export/actions", test_actions);
  return g_test_run ();
}
