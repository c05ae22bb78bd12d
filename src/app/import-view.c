/* import-view.c: a file on its way into a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-view-private.h"

#include <glib/gi18n-lib.h>

#include "import-encodings.h"
#include "text.h"

enum
{
  CHANGED,
  APPLIED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlImportView, bl_import_view, ADW_TYPE_BIN)

/* --- State ------------------------------------------------------------------------ */

char *
bl_import_view_dup_file_name (BlImportView *self)
{
  if (self->pasted != NULL)
    return g_strdup (_("Pasted figures"));
  g_autofree char *base = self->file != NULL ? g_file_get_basename (self->file) : NULL;

  return base != NULL ? g_filename_display_name (base) : g_strdup ("");
}

/* Distinct rows that will be mended. */
static guint
count_mended (BlImportView *self)
{
  GListModel *mends = bl_import_plan_get_mends (self->plan);
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (mends); i++)
    {
      g_autoptr (BlImportMend) mend = g_list_model_get_item (mends, i);

      /* What is mended in the project stands in no row of the file. */
      if (bl_import_mend_get_accepted (mend) && bl_import_mend_get_row (mend) > 0)
        g_hash_table_add (rows, GUINT_TO_POINTER (bl_import_mend_get_row (mend)));
    }
  return g_hash_table_size (rows);
}

/* @format holds one %s for the number. */
static void
append_count (GString *text, guint n, const char *format)
{
  g_autofree char *number = bl_text_number (n, 0);
  g_auto (GStrv) around = g_strsplit (format, "%s", 2);

  g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? ", " : "", around[0], number,
                          around[1] != NULL ? around[1] : "");
}

static void
describe_plan (BlImportView *self)
{
  const BlImportReport *report = bl_import_plan_preview (self->plan, NULL);
  g_autoptr (GString) footer = g_string_new (NULL);
  g_autofree char *rows = NULL;
  guint in, mended, as_they_are;

  if (report == NULL)
    {
      self->footer = g_strdup (_("One thing must be settled first: see above"));
      self->apply_label = g_strdup (_("Bring in"));
      return;
    }
  in = report->added + report->updated + report->unchanged;
  mended = MIN (count_mended (self), in);
  as_they_are = in - mended;
  rows = bl_import_kind_describe_rows (bl_import_plan_get_kind (self->plan), in);
  self->apply_label = in > 0 ? g_strdup_printf (_("Bring in %s"), rows) : g_strdup (_("Nothing to bring in"));
  if (in > 0 && report->added + report->updated == 0)
    {
      g_string_append (footer, _("All of it is there already"));
    }
  else
    {
      /* Roads are not rows. */
      if (bl_import_plan_get_kind (self->plan) != BL_IMPORT_NETWORK)
        append_count (footer, as_they_are, ngettext ("%s row as it is", "%s rows as they are", as_they_are));
      if (mended > 0)
        append_count (footer, mended, _("%s mended"));
    }
  if (report->skipped > 0)
    append_count (footer, report->skipped, _("%s left out"));
  if (report->elsewhere > 0)
    append_count (footer, report->elsewhere,
                  bl_import_plan_get_kind (self->plan) == BL_IMPORT_LIBRARIES ? _("%s of other services")
                                                                               : _("%s of other places"));
  self->footer = g_string_free (g_steal_pointer (&footer), FALSE);
}

static void
changed (BlImportView *self)
{
  g_clear_pointer (&self->apply_label, g_free);
  g_clear_pointer (&self->footer, g_free);
  switch (self->state)
    {
    case BL_IMPORT_VIEW_PLAN:
      describe_plan (self);
      break;
    case BL_IMPORT_VIEW_REPORT:
      self->apply_label = g_strdup (_("Go on"));
      self->footer = self->plan == NULL || bl_import_plan_get_kind (self->plan) != BL_IMPORT_NETWORK
                         ? bl_import_report_describe (self->report)
                         : g_strdup ("");
      break;
    case BL_IMPORT_VIEW_FILES:
      {
        guint n = bl_import_view_count_files (self);

        self->apply_label = n > 0 ? g_strdup_printf (ngettext ("Bring in %u file", "Bring in %u files", n), n)
                                  : g_strdup (_("Nothing to bring in"));
        self->footer = n > 0 ? g_strdup (_("One step, which can be undone")) : g_strdup ("");
      }
      break;
    case BL_IMPORT_VIEW_CHOOSE:
    case BL_IMPORT_VIEW_READING:
    case BL_IMPORT_VIEW_QUESTION:
    case BL_IMPORT_VIEW_PROBLEM:
    default:
      self->apply_label = g_strdup (_("Bring in"));
      self->footer = g_strdup ("");
      break;
    }
  if (self->looking)
    {
      g_free (self->apply_label);
      self->apply_label = g_strdup (_("Back to all files"));
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.paste", self->state != BL_IMPORT_VIEW_READING && self->project != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.cancel", self->state == BL_IMPORT_VIEW_READING);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.again", self->state == BL_IMPORT_VIEW_PROBLEM);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.choose", self->state != BL_IMPORT_VIEW_READING);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.save-list", self->state == BL_IMPORT_VIEW_PLAN);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
bl_import_view_show_state (BlImportView *self, BlImportViewState state)
{
  static const char *const pages[] = { "choose", "reading", "question", "problem", "plan", "report", "files" };

  self->state = state;
  gtk_spinner_set_spinning (self->spinner, state == BL_IMPORT_VIEW_READING);
  gtk_stack_set_visible_child_name (self->stack, pages[state]);
  changed (self);
}

void
bl_import_view_show_choose (BlImportView *self)
{
  bl_import_view_describe_choice (self);
  bl_import_view_show_state (self, BL_IMPORT_VIEW_CHOOSE);
}

/* --- What went wrong ------------------------------------------------------------------ */

/* Outlines, by what is wanted or by the file's name: a file that could not be read says nothing more. */
static gboolean
is_map (BlImportView *self)
{
  static const char *const endings[] = { ".geojson", ".topojson", ".json", ".gpkg", ".shp", ".kml" };
  g_autofree char *name = self->file != NULL ? bl_import_view_dup_file_name (self) : NULL;
  g_autofree char *folded = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  if (self->wanted != BL_IMPORT_UNKNOWN)
    return self->wanted == BL_IMPORT_AREAS;
  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (folded, endings[i]))
      return TRUE;
  return FALSE;
}

void
bl_import_view_show_problem (BlImportView *self, const GError *error)
{
  g_autofree char *name = bl_import_view_dup_file_name (self);
  g_autofree char *escaped = g_markup_escape_text (name, -1);
  g_autofree char *title = g_strdup_printf (_("“%s” was not brought in"), escaped);
  g_autofree char *message = g_markup_escape_text (error->message, -1);
  g_autofree char *description = g_strdup_printf (_("%s\n\nNothing has changed."), message);
  gboolean content = g_error_matches (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT)
                     || g_error_matches (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION);

  adw_status_page_set_title (self->problem_page, title);
  adw_status_page_set_description (self->problem_page, description);
  /* A project without a service cannot tell which rows are its own. */
  gtk_widget_set_visible (self->service_list,
                          content && self->project != NULL && bl_project_get_service (self->project) == NULL
                              && self->wanted != BL_IMPORT_AREAS);
  gtk_widget_set_visible (self->crs_list, content && is_map (self));
  bl_import_view_show_state (self, BL_IMPORT_VIEW_PROBLEM);
}

static void
show_question (BlImportView *self, const GError *error)
{
  g_autofree char *path = g_file_get_path (self->file);
  g_autoptr (GBytes) line = bl_import_encodings_find_line (path);
  g_autofree char *description = g_markup_escape_text (error->message, -1);
  GtkListBoxRow *old;

  adw_status_page_set_description (self->question_page, description);
  while ((old = gtk_list_box_get_row_at_index (self->encodings, 0)) != NULL)
    gtk_list_box_remove (self->encodings, GTK_WIDGET (old));
  for (guint i = 0; i < bl_import_n_encodings; i++)
    {
      g_autofree char *reads = line != NULL ? bl_import_encodings_show (line, bl_import_encodings[i].name) : NULL;
      GtkWidget *row;

      if (line != NULL && reads == NULL)
        continue;
      row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", reads != NULL ? reads : "", "subtitle",
                          _(bl_import_encodings[i].title), "activatable", TRUE, "title-lines", 2, NULL);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_object_set_data (G_OBJECT (row), "encoding", (gpointer) bl_import_encodings[i].name);
      gtk_list_box_append (self->encodings, row);
    }
  bl_import_view_show_state (self, BL_IMPORT_VIEW_QUESTION);
}

/* --- Reading ---------------------------------------------------------------------------- */

static void
on_plan_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BlImportView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BlImportPlan) plan = bl_import_plan_new_finish (result, &error);

  /* Another file was chosen meanwhile, or nobody waits. */
  if (self->reading == NULL || g_task_get_cancellable (G_TASK (result)) != self->reading)
    return;
  g_clear_object (&self->reading);
  if (!bl_import_view_take_read (self, plan, error))
    bl_import_view_show_read (self, plan, error);
}

void
bl_import_view_show_read (BlImportView *self, BlImportPlan *plan, const GError *error)
{
  if (plan != NULL)
    {
      g_set_object (&self->plan, plan);
      bl_import_plan_page_set_plan (self->plan_page, plan, self->wanted == BL_IMPORT_UNKNOWN);
      bl_import_view_show_state (self, BL_IMPORT_VIEW_PLAN);
    }
  else if (g_error_matches (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_ENCODING) && self->encoding == NULL)
    {
      show_question (self, error);
    }
  else
    {
      bl_import_view_show_problem (self, error);
    }
}

static void
stop_reading (BlImportView *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

void
bl_import_view_forget_plan (BlImportView *self)
{
  if (self->plan_page != NULL)
    bl_import_plan_page_set_plan (self->plan_page, NULL, FALSE);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->report, bl_import_report_free);
}

void
bl_import_view_read (BlImportView *self)
{
  g_autofree char *path = self->file != NULL ? g_file_get_path (self->file) : NULL;
  g_autofree char *name = bl_import_view_dup_file_name (self);
  g_autofree char *words = NULL;
  BlImportOptions options = { 0 };

  if (self->entries != NULL && !self->looking)
    words = g_strdup_printf (_("Reading %d of %u: “%s”…"), self->entry + 1, self->entries->len, name);
  else
    words = g_strdup_printf (_("Reading “%s”…"), name);
  stop_reading (self);
  bl_import_view_forget_plan (self);
  if (path == NULL && self->pasted == NULL)
    {
      g_autoptr (GError) error = g_error_new (BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ,
                                              _("“%s” is not on this computer. Copy it here first."), name);

      bl_import_view_show_read (self, NULL, error);
      return;
    }
  gtk_label_set_label (self->reading_label, words);
  options.kind = self->kind != BL_IMPORT_UNKNOWN ? self->kind : self->wanted;
  options.encoding = self->encoding;
  options.service = self->service;
  options.crs = self->crs;
  options.code_field = self->code_field;
  options.text = self->pasted;
  options.must_name = self->pasted != NULL;
  self->reading = g_cancellable_new ();
  bl_import_plan_new_async (self->project, path != NULL ? path : name, &options, self->reading, on_plan_ready, g_object_ref (self));
  bl_import_view_show_state (self, BL_IMPORT_VIEW_READING);
}

void
bl_import_view_take_file (BlImportView *self, GFile *file)
{
  bl_import_view_forget_files (self);
  g_clear_pointer (&self->pasted, g_bytes_unref);
  g_set_object (&self->file, file);
  g_clear_pointer (&self->encoding, g_free);
  g_clear_pointer (&self->crs, g_free);
  g_clear_pointer (&self->code_field, g_free);
  self->kind = BL_IMPORT_UNKNOWN;
  bl_import_view_read (self);
}

/* Not at once: the page that asks is still at it. */
static gboolean
read_again (gpointer data)
{
  BlImportView *self = data;

  self->again_source = 0;
  if ((self->file != NULL || self->pasted != NULL) && self->project != NULL)
    bl_import_view_read (self);
  return G_SOURCE_REMOVE;
}

/* --- Answers ------------------------------------------------------------------------------- */

static void
on_encoding_activated (BlImportView *self, GtkListBoxRow *row)
{
  g_free (self->encoding);
  self->encoding = g_strdup (g_object_get_data (G_OBJECT (row), "encoding"));
  bl_import_view_read (self);
}

static void
on_service_applied (BlImportView *self)
{
  g_free (self->service);
  self->service = g_strdup (gtk_editable_get_text (self->service_entry));
  bl_import_view_read (self);
}

static void
on_crs_applied (BlImportView *self)
{
  g_free (self->crs);
  self->crs = g_strdup (gtk_editable_get_text (self->crs_entry));
  bl_import_view_read (self);
}

static void
on_code_applied (BlImportView *self)
{
  g_free (self->code_field);
  self->code_field = g_strdup (gtk_editable_get_text (self->code_entry));
  bl_import_view_read (self);
}

static void
cancel (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlImportView *self = BL_IMPORT_VIEW (widget);

  stop_reading (self);
  if (self->looking)
    {
      bl_import_view_show_files (self);
      return;
    }
  bl_import_view_forget_files (self);
  bl_import_view_show_choose (self);
}

static void
again (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlImportView *self = BL_IMPORT_VIEW (widget);

  if ((self->file != NULL || self->pasted != NULL) && self->project != NULL)
    bl_import_view_read (self);
}

/* --- Other callbacks ------------------------------------------------------------------------------- */

static void
on_kind_wanted (BlImportView *self, guint kind)
{
  self->kind = (BlImportKind) kind;
  if (self->again_source == 0)
    self->again_source = g_idle_add (read_again, self);
}

static void
on_entry_activated (BlImportView *self, guint index)
{
  bl_import_view_open_entry (self, index);
}

static void
on_files_changed (BlImportView *self)
{
  if (self->state == BL_IMPORT_VIEW_FILES)
    changed (self);
}

static void
on_plan_changed (BlImportView *self)
{
  if (self->state == BL_IMPORT_VIEW_PLAN)
    changed (self);
}

/* --- Class ---------------------------------------------------------------------------------------------- */

static void
bl_import_view_dispose (GObject *object)
{
  BlImportView *self = BL_IMPORT_VIEW (object);

  stop_reading (self);
  g_clear_handle_id (&self->again_source, g_source_remove);
  g_clear_object (&self->chooser);
  bl_import_view_forget_files (self);
  bl_import_view_forget_plan (self);
  g_clear_pointer (&self->pasted, g_bytes_unref);
  g_clear_object (&self->project);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (bl_import_view_parent_class)->dispose (object);
}

static void
bl_import_view_finalize (GObject *object)
{
  BlImportView *self = BL_IMPORT_VIEW (object);

  g_free (self->encoding);
  g_free (self->service);
  g_free (self->crs);
  g_free (self->code_field);
  g_free (self->apply_label);
  g_free (self->footer);
  G_OBJECT_CLASS (bl_import_view_parent_class)->finalize (object);
}

static void
bl_import_view_class_init (BlImportViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bl_import_view_dispose;
  object_class->finalize = bl_import_view_finalize;
  g_type_ensure (BL_TYPE_IMPORT_FILES_PAGE);
  g_type_ensure (BL_TYPE_IMPORT_PLAN_PAGE);
  g_type_ensure (BL_TYPE_IMPORT_REPORT_VIEW);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[APPLIED] = g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "import.choose", NULL, bl_import_view_choose);
  gtk_widget_class_install_action (widget_class, "import.paste", NULL, bl_import_view_paste_action);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "import.again", NULL, again);
  gtk_widget_class_install_action (widget_class, "import.save-list", NULL, bl_import_view_save_list);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "import.paste", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/import-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BlImportView, stack);
  gtk_widget_class_bind_template_child (widget_class, BlImportView, choose_page);
  gtk_widget_class_bind_template_child (widget_class, BlImportView, spinner);
  gtk_widget_class_bind_template_child (widget_class, BlImportView, reading_label);
  gtk_widget_class_bind_template_child (widget_class, BlImportView, question_page);
  gtk_widget_class_bind_template_child (widget_class, BlImportView, encodings);
  gtk_widget_class_bind_template_child (widget_class, BlImportView, problem_page);
  gtk_widget_class_bind_template_child (widget_class, BlImportView, service_list);
  gtk_widget_class_bind_template_child (widget_class, BlImportView, service_entry);
  gtk_widget_class_bind_template_child (widget_class, BlImportView, crs_list);
  gtk_widget_class_bind_template_child (widget_class, BlImportView, crs_entry);
  gtk_widget_class_bind_template_child (widget_class, BlImportView, code_entry);
  gtk_widget_class_bind_template_child (widget_class, BlImportView, plan_page);
  gtk_widget_class_bind_template_child (widget_class, BlImportView, files_page);
  gtk_widget_class_bind_template_child (widget_class, BlImportView, paste_button);
  gtk_widget_class_bind_template_child (widget_class, BlImportView, report_view);
  gtk_widget_class_bind_template_callback (widget_class, on_encoding_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_service_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_crs_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_code_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_plan_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_wanted);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_files_changed);
}

static void
bl_import_view_init (BlImportView *self)
{
  GtkDropTarget *target;

  self->entry = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect_object (target, "drop", G_CALLBACK (bl_import_view_on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  bl_import_view_show_choose (self);
}

/* --- Public ------------------------------------------------------------------------------------------------ */

GtkWidget *
bl_import_view_new (void)
{
  return g_object_new (BL_TYPE_IMPORT_VIEW, NULL);
}

void
bl_import_view_start (BlImportView *self, BlProject *project, BlImportKind wanted, GFile *file)
{
  g_return_if_fail (BL_IS_IMPORT_VIEW (self));
  g_return_if_fail (BL_IS_PROJECT (project));

  bl_import_view_stop (self);
  g_set_object (&self->project, project);
  self->wanted = wanted;
  if (file != NULL)
    bl_import_view_take_file (self, file);
  else
    bl_import_view_show_choose (self);
}

void
bl_import_view_stop (BlImportView *self)
{
  g_return_if_fail (BL_IS_IMPORT_VIEW (self));

  stop_reading (self);
  g_clear_handle_id (&self->again_source, g_source_remove);
  self->kind = BL_IMPORT_UNKNOWN;
  if (self->chooser != NULL)
    gtk_native_dialog_hide (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  bl_import_view_forget_files (self);
  bl_import_view_forget_plan (self);
  g_clear_pointer (&self->pasted, g_bytes_unref);
  g_clear_object (&self->project);
  g_clear_object (&self->file);
  g_clear_pointer (&self->encoding, g_free);
  g_clear_pointer (&self->service, g_free);
  g_clear_pointer (&self->crs, g_free);
  g_clear_pointer (&self->code_field, g_free);
  bl_import_view_show_choose (self);
}

BlImportViewState
bl_import_view_get_state (BlImportView *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_VIEW (self), BL_IMPORT_VIEW_CHOOSE);
  return self->state;
}

gboolean
bl_import_view_can_apply (BlImportView *self)
{
  const BlImportReport *report;

  g_return_val_if_fail (BL_IS_IMPORT_VIEW (self), FALSE);

  if (self->looking)
    return self->state != BL_IMPORT_VIEW_READING;
  if (self->state == BL_IMPORT_VIEW_FILES)
    return bl_import_view_count_files (self) > 0;
  if (self->state != BL_IMPORT_VIEW_PLAN)
    return FALSE;
  report = bl_import_plan_preview (self->plan, NULL);
  return report != NULL && report->added + report->updated > 0;
}

const char *
bl_import_view_get_apply_label (BlImportView *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_VIEW (self), "");
  return self->apply_label;
}

const char *
bl_import_view_get_footer (BlImportView *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_VIEW (self), "");
  return self->footer;
}

void
bl_import_view_apply (BlImportView *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (BL_IS_IMPORT_VIEW (self));

  if (!bl_import_view_can_apply (self))
    return;
  if (self->looking)
    {
      bl_import_view_show_files (self);
      return;
    }
  if (self->state == BL_IMPORT_VIEW_FILES)
    {
      bl_import_view_apply_files (self);
      return;
    }
  self->report = bl_import_plan_apply (self->plan, self->project, &error);
  if (self->report == NULL)
    {
      bl_import_view_show_problem (self, error);
      return;
    }
  name = bl_import_view_dup_file_name (self);
  bl_import_report_view_set_report (self->report_view, self->report, bl_import_plan_get_kind (self->plan), name);
  bl_import_view_show_state (self, BL_IMPORT_VIEW_REPORT);
  g_signal_emit (self, signals[APPLIED], 0);
}

void
bl_import_view_emit_applied (BlImportView *self)
{
  g_signal_emit (self, signals[APPLIED], 0);
}

void
bl_import_view_set_many (BlImportView *self, gboolean many)
{
  g_return_if_fail (BL_IS_IMPORT_VIEW (self));
  self->many = many;
}

void
bl_import_view_take (BlImportView *self, GPtrArray *files)
{
  g_return_if_fail (BL_IS_IMPORT_VIEW (self));
  g_return_if_fail (self->project != NULL && files->len > 0);

  if (files->len > 1 && self->many)
    bl_import_view_take_files (self, files);
  else
    bl_import_view_take_file (self, g_ptr_array_index (files, 0));
}

gboolean
bl_import_view_is_looking (BlImportView *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_VIEW (self), FALSE);
  return self->looking;
}

GFile *
bl_import_view_get_file (BlImportView *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_VIEW (self), NULL);
  return self->file;
}

BlImportPlan *
bl_import_view_get_plan (BlImportView *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_VIEW (self), NULL);
  return self->plan;
}

const BlImportOptions *
bl_import_view_get_options (BlImportView *self)
{
  BlImportAbout about;

  g_return_val_if_fail (BL_IS_IMPORT_VIEW (self), NULL);

  about = bl_import_plan_page_get_about (self->plan_page);
  self->options = (BlImportOptions) {
    .kind = self->plan != NULL ? bl_import_plan_get_kind (self->plan) : self->wanted,
    .encoding = self->encoding,
    .service = self->service,
    .crs = self->crs,
    .code_field = self->code_field,
    .source = about.source,
    .date = about.date,
    .geography = about.geography,
    .licence = about.licence,
  };
  return &self->options;
}

const char *const *
bl_import_view_get_proposed (BlImportView *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_VIEW (self), NULL);
  return bl_import_plan_page_get_proposed (self->plan_page);
}

const BlImportReport *
bl_import_view_get_report (BlImportView *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_VIEW (self), NULL);
  return self->report;
}
