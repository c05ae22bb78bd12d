/* framework-load-dialog.c: a framework out of a table or a file of ours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "framework-load-dialog.h"

#include <glib/gi18n-lib.h>

#include "framework-table.h"
#include "framework-versions.h"
#include "text.h"

/* Criteria and notes that are shown before the rest is counted. */
#define SHOWN 5

struct _BlFrameworkLoadDialog
{
  AdwWindow parent;
  BlSession *session;
  BlFramework *starter;    /* whose scales and method it gets */
  BlFrameworkTable *table; /* one of the two is NULL */
  BlFramework *ours;
  GFile *file; /* that is read; NULL where it was pasted */
  BlFramework *made; /* of what stands there now; NULL where it cannot be */
  GtkSpinner *spinner;
  GtkLabel *origin, *problem;
  GtkWidget *windows_button, *rest, *paste_button;
  AdwEntryRow *title_row, *source_row;
  AdwComboRow *scale_row;
  GtkSwitch *official_switch;
  AdwPreferencesGroup *columns, *preview;
  AdwComboRow *column_rows[BL_N_FRAMEWORK_COLUMNS];
  GPtrArray *preview_rows; /* borrowed */
  GtkFileChooserNative *chooser;
  GCancellable *cancellable;
  gboolean filling;
};

enum
{
  LOADED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlFrameworkLoadDialog, bl_framework_load_dialog, ADW_TYPE_WINDOW)

/* --- What stands there -------------------------------------------------------------------- */

static void
show_problem (BlFrameworkLoadDialog *self, const GError *error)
{
  gtk_label_set_label (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
  gtk_widget_set_visible (self->windows_button,
                          self->file != NULL && g_error_matches (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_ENCODING));
}

static void
add_preview (BlFrameworkLoadDialog *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (self->preview, row);
  g_ptr_array_add (self->preview_rows, row);
}

static void
show_preview (BlFrameworkLoadDialog *self, GPtrArray *notes)
{
  g_autoptr (GPtrArray) criteria = NULL, characteristics = NULL;
  g_autofree char *first = NULL, *second = NULL, *words = NULL;

  for (guint i = 0; i < self->preview_rows->len; i++)
    adw_preferences_group_remove (self->preview, g_ptr_array_index (self->preview_rows, i));
  g_ptr_array_set_size (self->preview_rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), self->made != NULL);
  if (self->made == NULL)
    return;
  criteria = bl_framework_list_criteria (self->made, FALSE);
  characteristics = bl_framework_list_characteristics (self->made);
  first = g_strdup_printf (ngettext ("%u characteristic", "%u characteristics", characteristics->len), characteristics->len);
  second = g_strdup_printf (ngettext ("%u criterion", "%u criteria", criteria->len), criteria->len);
  /* Translators: "3 characteristics, 12 criteria" */
  words = g_strdup_printf (_ ("%s, %s"), first, second);
  adw_preferences_group_set_description (self->preview, words);
  for (guint i = 0; notes != NULL && i < MIN (notes->len, SHOWN); i++)
    add_preview (self, _ ("To be looked at"), g_ptr_array_index (notes, i));
  if (notes != NULL && notes->len > SHOWN)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u thing more to be looked at", "and %u things more to be looked at", notes->len - SHOWN),
                                               notes->len - SHOWN);

      add_preview (self, more, NULL);
    }
  for (guint i = 0; i < MIN (criteria->len, SHOWN); i++)
    {
      BlRecord *criterion = g_ptr_array_index (criteria, i);
      g_autofree char *under = bl_record_describe (bl_record_get_parent (criterion)), *name = bl_record_describe (criterion);
      /* Translators: "Clear purpose: A reason everyone shares" */
      g_autofree char *title = g_strdup_printf (_ ("%s: %s"), under, name);

      add_preview (self, title, bl_record_get_text (criterion, "statement"));
    }
  if (criteria->len > SHOWN)
    {
      g_autofree char *more
          = g_strdup_printf (ngettext ("and %u criterion more", "and %u criteria more", criteria->len - SHOWN), criteria->len - SHOWN);

      add_preview (self, more, NULL);
    }
}

static const char *
get_scale (BlFrameworkLoadDialog *self)
{
  GObject *scale = adw_combo_row_get_selected_item (self->scale_row);

  return scale != NULL ? bl_record_get_text (BL_RECORD (scale), "item") : NULL;
}

static BlFramework *
make_of_table (BlFrameworkLoadDialog *self, GPtrArray *notes, GError **error)
{
  BlProject *project = bl_session_get_project (self->session);
  g_autofree char *item = bl_framework_make_name (project);
  g_autofree char *title = bl_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->title_row)));
  BlFrameworkTableAbout about = { .item = item,
                                  .title = title,
                                  .source = gtk_editable_get_text (GTK_EDITABLE (self->source_row)),
                                  .official = gtk_switch_get_active (self->official_switch),
                                  .scale = get_scale (self),
                                  .made = bl_clock_today (bl_project_get_clock (project)) };

  for (guint i = 0; i < BL_N_FRAMEWORK_COLUMNS; i++)
    self->table->columns[i] = (int) adw_combo_row_get_selected (self->column_rows[i]) - 1;
  return bl_framework_table_build (self->table, &about, self->starter, bl_project_get_ids (project), notes, error);
}

/* Ours, with what was said beside it; it keeps its scales. */
static BlFramework *
make_of_ours (BlFrameworkLoadDialog *self, GError **error)
{
  g_autofree char *title = bl_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->title_row)));
  g_autofree char *source = bl_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->source_row)));
  gboolean official = gtk_switch_get_active (self->official_switch);
  BlFramework *copy;

  if (title == NULL)
    g_set_error_literal (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION, _ ("Say what it is called: it has no title"));
  else if (official && source == NULL)
    g_set_error_literal (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                         _ ("Say where the official text is from: an official text has a source"));
  if (title == NULL || (official && source == NULL))
    return NULL;
  copy = bl_framework_copy (self->ours, bl_project_get_ids (bl_session_get_project (self->session)));
  bl_record_set_text (BL_RECORD (copy), "title", title);
  bl_record_set_text (BL_RECORD (copy), "source", source);
  bl_record_set_boolean (BL_RECORD (copy), "official", official);
  return copy;
}

static void
on_changed (BlFrameworkLoadDialog *self)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  if (self->filling || (self->table == NULL && self->ours == NULL))
    return;
  g_clear_object (&self->made);
  self->made = self->table != NULL ? make_of_table (self, notes, &error) : make_of_ours (self, &error);
  show_problem (self, error);
  show_preview (self, notes);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "framework-load.apply", self->made != NULL);
}

/* --- Columns --------------------------------------------------------------------------------- */

static void
fill_columns (BlFrameworkLoadDialog *self)
{
  g_autoptr (GtkStringList) headings = gtk_string_list_new (NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->columns), self->table != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->scale_row), self->table != NULL);
  if (self->table == NULL)
    return;
  gtk_string_list_append (headings, _ ("Not in this table"));
  for (guint c = 0; c < bl_sheet_get_n_columns (self->table->sheet); c++)
    {
      const char *heading = bl_sheet_get_column (self->table->sheet, c);
      g_autofree char *number = g_strdup_printf (_ ("Column %u, without a heading"), c + 1);

      gtk_string_list_append (headings, *heading != '\0' ? heading : number);
    }
  for (guint i = 0; i < BL_N_FRAMEWORK_COLUMNS; i++)
    {
      adw_combo_row_set_model (self->column_rows[i], G_LIST_MODEL (headings));
      adw_combo_row_set_selected (self->column_rows[i], (guint) (self->table->columns[i] + 1));
    }
}

static void
show_read (BlFrameworkLoadDialog *self, const char *origin)
{
  gboolean official = FALSE;
  const char *title = self->ours != NULL ? bl_record_get_text (BL_RECORD (self->ours), "title") : NULL,
             *source = self->ours != NULL ? bl_record_get_text (BL_RECORD (self->ours), "source") : NULL;

  self->filling = TRUE;
  gtk_label_set_label (self->origin, origin);
  gtk_widget_set_visible (GTK_WIDGET (self->origin), TRUE);
  gtk_widget_set_visible (self->rest, TRUE);
  if (self->ours != NULL)
    {
      bl_record_get_boolean (BL_RECORD (self->ours), "official", &official);
      gtk_editable_set_text (GTK_EDITABLE (self->title_row), title != NULL ? title : "");
      gtk_editable_set_text (GTK_EDITABLE (self->source_row), source != NULL ? source : "");
      gtk_switch_set_active (self->official_switch, official);
    }
  fill_columns (self);
  self->filling = FALSE;
  on_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
}

static void
forget_read (BlFrameworkLoadDialog *self)
{
  g_clear_pointer (&self->table, bl_framework_table_free);
  g_clear_object (&self->ours);
  g_clear_object (&self->made);
  gtk_widget_set_visible (self->rest, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->origin), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "framework-load.apply", FALSE);
  show_problem (self, NULL);
}

/* --- Reading a file ------------------------------------------------------------------------------ */

typedef struct
{
  GFile *file;
  char *encoding;
  BlFrameworkTable *table;
  BlFramework *ours;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->file);
  g_free (reading->encoding);
  bl_framework_table_free (reading->table);
  g_clear_object (&reading->ours);
  g_free (reading);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  g_autofree char *path = g_file_get_path (reading->file), *lower = path != NULL ? g_ascii_strdown (path, -1) : NULL;
  g_autofree char *xml = NULL;
  GError *error = NULL;
  gsize length;

  if (path == NULL)
    g_set_error_literal (&error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ, _ ("This file is not on this computer: save a copy here first"));
  else if (!g_str_has_suffix (lower, ".xml"))
    reading->table = bl_framework_table_read (path, reading->encoding, cancellable, &error);
  else if (g_file_get_contents (path, &xml, &length, &error))
    reading->ours = bl_framework_read (xml, length, path, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  BlFrameworkLoadDialog *self = BL_FRAMEWORK_LOAD_DIALOG (source);
  Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  if (g_cancellable_is_cancelled (self->cancellable) || reading->file != self->file) /* closed, or another one chosen */
    return;
  gtk_spinner_set_spinning (self->spinner, FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      show_problem (self, error);
      return;
    }
  self->table = g_steal_pointer (&reading->table);
  self->ours = g_steal_pointer (&reading->ours);
  name = self->table != NULL ? bl_sheet_describe (self->table->sheet) : g_file_get_basename (self->file);
  show_read (self, name);
}

static void
read_file (BlFrameworkLoadDialog *self, const char *encoding)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_read, NULL);
  Reading *reading = g_new0 (Reading, 1);

  forget_read (self);
  reading->file = g_object_ref (self->file);
  reading->encoding = g_strdup (encoding);
  g_task_set_source_tag (task, read_file);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  gtk_spinner_set_spinning (self->spinner, TRUE);
  g_task_run_in_thread (task, read_in_thread);
}

static void
on_file_chosen (GtkNativeDialog *chooser, int response, gpointer data)
{
  g_autoptr (GFile) file
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  if (file != NULL)
    bl_framework_load_dialog_take_file (data, file);
}

static void
choose (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const endings[] = { "csv", "tsv", "txt", "xlsx", "ods", "xml" };
  BlFrameworkLoadDialog *self = BL_FRAMEWORK_LOAD_DIALOG (widget);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Load a Framework"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"),
                                               _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_filter_set_name (filter, _ ("Tables and frameworks"));
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    gtk_file_filter_add_suffix (filter, endings[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_file_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
read_as_windows (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlFrameworkLoadDialog *self = BL_FRAMEWORK_LOAD_DIALOG (widget);

  if (self->file != NULL)
    read_file (self, "windows-1252");
}

/* --- Pasting -------------------------------------------------------------------------------------- */

static void
on_text_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BlFrameworkLoadDialog) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text != NULL ? text : "", text != NULL ? strlen (text) : 0);

  if (!g_cancellable_is_cancelled (self->cancellable))
    bl_framework_load_dialog_take_text (self, bytes);
}

static void
read_plain (BlFrameworkLoadDialog *self, GdkClipboard *clipboard)
{
  gdk_clipboard_read_text_async (clipboard, NULL, on_text_read, g_object_ref (self));
}

/* Of HTML there may be words around no table at all: then its plain text counts. */
static void
on_html_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BlFrameworkLoadDialog) self = data;
  g_autoptr (GBytes) bytes = NULL, table = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) >= 0)
    bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (bytes != NULL)
    {
      g_autoptr (BlFrameworkTable) read = bl_framework_table_read_pasted (bytes, NULL);

      if (read != NULL)
        {
          bl_framework_load_dialog_take_text (self, bytes);
          return;
        }
    }
  read_plain (self, gtk_widget_get_clipboard (GTK_WIDGET (self)));
}

static void
on_stream (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BlFrameworkLoadDialog) self = data;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream == NULL)
    read_plain (self, GDK_CLIPBOARD (source));
  else
    g_output_stream_splice_async (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                  G_PRIORITY_DEFAULT, NULL, on_html_read, g_object_ref (self));
}

static void
paste (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const types[] = { "text/html", NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);

  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), types[0]))
    gdk_clipboard_read_async (clipboard, (const char **) types, G_PRIORITY_DEFAULT, NULL, on_stream, g_object_ref (widget));
  else
    read_plain (BL_FRAMEWORK_LOAD_DIALOG (widget), clipboard);
}

/* --- Taking it in ------------------------------------------------------------------------------------ */

static void
apply (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlFrameworkLoadDialog *self = BL_FRAMEWORK_LOAD_DIALOG (widget);
  BlProject *project = bl_session_get_project (self->session);
  g_autofree char *title = NULL, *step = NULL, *done = NULL;

  if (self->made == NULL || !bl_session_get_editable (self->session))
    return;
  title = bl_record_describe (BL_RECORD (self->made));
  step = g_strdup_printf (_ ("Load “%s”"), title);
  done = g_strdup_printf (_ ("“%s” is now a framework of the project"), title);
  bl_project_begin (project, step);
  bl_record_append (BL_RECORD (project), "frameworks", BL_RECORD (self->made));
  bl_project_commit (project);
  bl_session_announce (self->session, done);
  g_signal_emit (self, signals[LOADED], 0, self->made);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- Overrides ------------------------------------------------------------------------------------------ */

static void
bl_framework_load_dialog_dispose (GObject *object)
{
  BlFrameworkLoadDialog *self = BL_FRAMEWORK_LOAD_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->table, bl_framework_table_free);
  g_clear_object (&self->ours);
  g_clear_object (&self->made);
  g_clear_object (&self->file);
  g_clear_object (&self->starter);
  g_clear_object (&self->session);
  g_clear_pointer (&self->preview_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (bl_framework_load_dialog_parent_class)->dispose (object);
}

static void
bl_framework_load_dialog_finalize (GObject *object)
{
  g_clear_object (&BL_FRAMEWORK_LOAD_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (bl_framework_load_dialog_parent_class)->finalize (object);
}

/* A thread at work keeps it alive, but nobody waits for it any more. */
static void
bl_framework_load_dialog_unrealize (GtkWidget *widget)
{
  g_cancellable_cancel (BL_FRAMEWORK_LOAD_DIALOG (widget)->cancellable);
  GTK_WIDGET_CLASS (bl_framework_load_dialog_parent_class)->unrealize (widget);
}

static void
bl_framework_load_dialog_class_init (BlFrameworkLoadDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_framework_load_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = bl_framework_load_dialog_finalize;
  widget_class->unrealize = bl_framework_load_dialog_unrealize;
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  BL_TYPE_FRAMEWORK);
  gtk_widget_class_install_action (widget_class, "framework-load.paste", NULL, paste);
  gtk_widget_class_install_action (widget_class, "framework-load.choose", NULL, choose);
  gtk_widget_class_install_action (widget_class, "framework-load.windows", NULL, read_as_windows);
  gtk_widget_class_install_action (widget_class, "framework-load.apply", NULL, apply);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/framework-load-dialog.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, BlFrameworkLoadDialog, child)
  BIND (spinner);
  BIND (origin);
  BIND (problem);
  BIND (windows_button);
  BIND (paste_button);
  BIND (rest);
  BIND (title_row);
  BIND (source_row);
  BIND (official_switch);
  BIND (scale_row);
  BIND (columns);
  BIND (preview);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static char *
name_scale (BlRecord *scale, gpointer data)
{
  return bl_record_describe (scale);
}

static gboolean
is_for_criteria (gpointer scale, gpointer data)
{
  return g_strcmp0 (bl_record_get_text (scale, "use"), "criteria") == 0;
}

static void
bl_framework_load_dialog_init (BlFrameworkLoadDialog *self)
{
  g_autoptr (GtkExpression) name
      = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (name_scale), NULL, NULL);

  self->cancellable = g_cancellable_new ();
  self->preview_rows = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_expression (self->scale_row, name);
  for (guint i = 0; i < BL_N_FRAMEWORK_COLUMNS; i++)
    {
      self->column_rows[i] = ADW_COMBO_ROW (adw_combo_row_new ());
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->column_rows[i]), _ (bl_framework_column_get_title (i)));
      g_signal_connect_object (self->column_rows[i], "notify::selected", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->columns, GTK_WIDGET (self->column_rows[i]));
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "framework-load.apply", FALSE);
  self->filling = FALSE;
}

/* --- Public ------------------------------------------------------------------------------------------------ */

GtkWidget *
bl_framework_load_dialog_new (GtkWindow *parent, BlSession *session)
{
  BlFrameworkLoadDialog *self = g_object_new (BL_TYPE_FRAMEWORK_LOAD_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GError) error = NULL;

  self->session = g_object_ref (session);
  self->starter = bl_framework_load ("self-assessment-starter", &error);
  if (self->starter == NULL)
    {
      show_problem (self, error);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "framework-load.paste", FALSE);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "framework-load.choose", FALSE);
    }
  else
    {
      GtkCustomFilter *filter = gtk_custom_filter_new (is_for_criteria, NULL, NULL);
      g_autoptr (GtkFilterListModel) scales = gtk_filter_list_model_new (
          g_object_ref (bl_record_get_list (BL_RECORD (self->starter), "scales")), GTK_FILTER (filter));

      adw_combo_row_set_model (self->scale_row, G_LIST_MODEL (scales));
    }
  gtk_window_set_focus (GTK_WINDOW (self), self->paste_button);
  return GTK_WIDGET (self);
}

void
bl_framework_load_dialog_take_text (BlFrameworkLoadDialog *self, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (BL_IS_FRAMEWORK_LOAD_DIALOG (self));
  forget_read (self);
  g_clear_object (&self->file);
  self->table = bl_framework_table_read_pasted (bytes, &error);
  if (self->table == NULL)
    {
      show_problem (self, error);
      return;
    }
  words = bl_sheet_describe (self->table->sheet);
  show_read (self, words);
}

void
bl_framework_load_dialog_take_file (BlFrameworkLoadDialog *self, GFile *file)
{
  g_return_if_fail (BL_IS_FRAMEWORK_LOAD_DIALOG (self) && G_IS_FILE (file));
  g_set_object (&self->file, file);
  read_file (self, NULL);
}
