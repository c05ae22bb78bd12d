/* peers-files.c: which published files a comparison with other authorities needs, and bringing them in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "peers-files.h"

#include <glib/gi18n-lib.h>

#include "file-filters.h"
#include "import-plan.h"
#include "peers.h"

/* What it brings, told by a measure of it that the comparisons then have; NULL: the list of neighbours. */
static const struct
{
  const char *title, *file, *measures[3];
} wanted[] = {
  { N_ ("Which authorities are alike"), N_ ("localauthoritynearestneighboursengland.csv, Office for National Statistics"), { NULL } },
  { N_ ("What library services return"), N_ ("libraries_activity_data_2023_2024.csv, Arts Council England"),
    { "visits_all", "loans_book_all", "visits_not_shared" } },
  { N_ ("How many people live there"), N_ ("mye24tablesew.csv, Office for National Statistics"), { "pop_all" } },
  { N_ ("Who visits a library, by survey"), N_ ("engagement-with-culture-and-heritage.csv, Participation Survey"), { "survey_used_pct" } },
};
#define N_WANTED G_N_ELEMENTS (wanted)

struct _BlPeersFiles
{
  AdwBin parent_instance;
  AdwStatusPage *status;
  GtkListBox *list;
  GtkWidget *choose;
  GtkSpinner *spinner;
  GtkLabel *result;
  GtkLabel *states[N_WANTED];

  BlSession *session;
  GtkFileChooserNative *chooser;
  GCancellable *cancellable;
  GPtrArray *waiting; /* of GFile */
  GString *faults;
  gboolean busy;
};

enum
{
  PROP_BUSY = 1,
  PROP_FAULT,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (BlPeersFiles, bl_peers_files, ADW_TYPE_BIN)

/* --- What is there ------------------------------------------------------------------- */

static gboolean
has (BlProject *project, guint i)
{
  GListModel *all = bl_record_get_list (BL_RECORD (project), "comparisons");

  if (wanted[i].measures[0] == NULL)
    return bl_peers_find_list (project) != NULL;
  for (guint c = 0; c < g_list_model_get_n_items (all); c++)
    {
      g_autoptr (BlRecord) comparison = g_list_model_get_item (all, c);

      for (guint m = 0; m < G_N_ELEMENTS (wanted[i].measures) && wanted[i].measures[m] != NULL; m++)
        if (g_strcmp0 (bl_record_get_text (comparison, "measure"), wanted[i].measures[m]) == 0)
          return TRUE;
    }
  return FALSE;
}

static void
refresh (BlPeersFiles *self)
{
  BlProject *project = bl_session_get_project (self->session);

  for (guint i = 0; i < N_WANTED; i++)
    {
      gboolean there = has (project, i);

      gtk_label_set_label (self->states[i], there ? _ ("There") : _ ("Not there yet"));
      if (there)
        gtk_widget_remove_css_class (GTK_WIDGET (self->states[i]), "dim-label");
      else
        gtk_widget_add_css_class (GTK_WIDGET (self->states[i]), "dim-label");
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "peers-files.choose", bl_session_get_editable (self->session) && !self->busy);
}

static void
set_busy (BlPeersFiles *self, gboolean busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* --- Bringing in ----------------------------------------------------------------------- */

static void read_next (BlPeersFiles *self);

static void
add_fault (BlPeersFiles *self, const char *text)
{
  g_string_append_printf (self->faults, "%s%s", self->faults->len > 0 ? "\n" : "", text);
}

static void
apply (BlPeersFiles *self, BlImportPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlImportReport) report = NULL;
  g_autofree char *other = NULL;

  if (bl_import_plan_get_kind (plan) != BL_IMPORT_SERIES)
    {
      other = g_strdup_printf (_ ("“%s” is no file of figures over time or of authorities: bring it in with Import."),
                               bl_import_plan_get_title (plan));
      add_fault (self, other);
      return;
    }
  report = bl_import_plan_apply (plan, bl_session_get_project (self->session), &error);
  if (report == NULL)
    add_fault (self, error->message);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BlPeersFiles) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BlImportPlan) plan = bl_import_plan_new_finish (result, &error);

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (plan != NULL)
    apply (self, plan);
  else
    add_fault (self, error->message);
  read_next (self);
}

static void
finish (BlPeersFiles *self)
{
  /* Each file is a step of its own, which the toast of that step offers to undo. */
  set_busy (self, FALSE);
  gtk_label_set_label (self->result, self->faults->str);
  gtk_widget_set_visible (GTK_WIDGET (self->result), self->faults->len > 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAULT]);
}

/* One after the other: each is read against what those before have brought. */
static void
read_next (BlPeersFiles *self)
{
  BlImportOptions options = { 0 };
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  while (path == NULL && self->waiting->len > 0)
    {
      g_clear_object (&file);
      file = g_ptr_array_steal_index (self->waiting, 0);
      path = g_file_get_path (file);
      if (path == NULL)
        add_fault (self, _ ("That file is not on this computer. Save it here first."));
    }
  if (path == NULL)
    {
      finish (self);
      return;
    }
  bl_import_plan_new_async (bl_session_get_project (self->session), path, &options, self->cancellable, on_read, g_object_ref (self));
}

void
bl_peers_files_take (BlPeersFiles *self, GListModel *files)
{
  g_return_if_fail (BL_IS_PEERS_FILES (self) && self->session != NULL);

  if (self->busy || !bl_session_get_editable (self->session) || g_list_model_get_n_items (files) == 0)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (self->waiting, g_list_model_get_item (files, i));
  g_string_truncate (self->faults, 0);
  set_busy (self, TRUE);
  read_next (self);
}

static void
on_chosen (GtkNativeDialog *chooser, int response, BlPeersFiles *self)
{
  g_autoptr (GListModel) files = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser)) : NULL;

  g_clear_object (&self->chooser);
  if (files != NULL && self->session != NULL)
    bl_peers_files_take (self, files);
}

static void
choose (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlPeersFiles *self = BL_PEERS_FILES (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (self->chooser != NULL || self->session == NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_ ("Bring in the Files"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Bring in"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  bl_file_filters_add_data (GTK_FILE_CHOOSER (self->chooser));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* --- Overrides --------------------------------------------------------------------------- */

static void
bl_peers_files_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_BUSY)
    g_value_set_boolean (value, BL_PEERS_FILES (object)->busy);
  else if (id == PROP_FAULT)
    g_value_set_string (value, BL_PEERS_FILES (object)->faults->str);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bl_peers_files_dispose (GObject *object)
{
  BlPeersFiles *self = BL_PEERS_FILES (object);

  g_cancellable_cancel (self->cancellable);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_peers_files_parent_class)->dispose (object);
}

static void
bl_peers_files_finalize (GObject *object)
{
  BlPeersFiles *self = BL_PEERS_FILES (object);

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->waiting);
  g_string_free (self->faults, TRUE);
  G_OBJECT_CLASS (bl_peers_files_parent_class)->finalize (object);
}

static void
bl_peers_files_class_init (BlPeersFilesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bl_peers_files_get_property;
  object_class->dispose = bl_peers_files_dispose;
  object_class->finalize = bl_peers_files_finalize;
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FAULT] = g_param_spec_string ("fault", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_install_action (widget_class, "peers-files.choose", NULL, choose);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/peers-files.ui");
  gtk_widget_class_bind_template_child (widget_class, BlPeersFiles, status);
  gtk_widget_class_bind_template_child (widget_class, BlPeersFiles, list);
  gtk_widget_class_bind_template_child (widget_class, BlPeersFiles, choose);
  gtk_widget_class_bind_template_child (widget_class, BlPeersFiles, spinner);
  gtk_widget_class_bind_template_child (widget_class, BlPeersFiles, result);
}

static void
bl_peers_files_init (BlPeersFiles *self)
{
  self->cancellable = g_cancellable_new ();
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  self->faults = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_WANTED; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (wanted[i].title));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (wanted[i].file));
      self->states[i] = GTK_LABEL (gtk_label_new (NULL));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->states[i]));
      gtk_list_box_append (self->list, row);
    }
}

void
bl_peers_files_set_session (BlPeersFiles *self, BlSession *session)
{
  g_return_if_fail (BL_IS_PEERS_FILES (self) && self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "facts-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

void
bl_peers_files_set_lacks (BlPeersFiles *self, const char *lacks)
{
  adw_status_page_set_description (self->status, lacks != NULL ? lacks
                                                               : _ ("Published files of all authorities bring them, once for the whole project. Choose "
                                                                    "all of them at once."));
}
