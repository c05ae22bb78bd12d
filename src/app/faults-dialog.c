/* faults-dialog.c: what is wrong with a file, and the offer to open the rest as a copy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "faults-dialog.h"

#include <glib/gi18n-lib.h>

#include "text.h"

struct _BlFaultsDialog
{
  AdwWindow parent;
  GtkLabel *heading, *explanation, *more;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (BlFaultsDialog, bl_faults_dialog, ADW_TYPE_WINDOW)

enum
{
  OPEN_COPY,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* Nobody reads more than these; the command “check” gives them all. */
#define MOST_SHOWN 200

/* "Line 14 · Gosforth Library · easting": as much of it as is known. */
static char *
describe_place (BlDocument *document, const BlFault *fault)
{
  BlRecord *record = fault->record != NULL ? bl_project_find (bl_document_get_project (document), fault->record) : NULL;
  const BlField *field = record != NULL && fault->field != NULL ? bl_record_find_field (record, fault->field) : NULL;
  g_autofree char *line = NULL, *name = NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (fault->line > 0)
    {
      g_autofree char *number = bl_text_number (fault->line, 0);

      /* Translators: of a file; a number follows. */
      line = g_strdup_printf (_ ("Line %s"), number);
      g_ptr_array_add (parts, line);
    }
  name = record != NULL ? bl_record_describe (record) : g_strdup (fault->record);
  if (name != NULL)
    g_ptr_array_add (parts, name);
  if (field != NULL)
    g_ptr_array_add (parts, (char *) _ (field->title));
  else if (fault->field != NULL)
    g_ptr_array_add (parts, fault->field);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
add_row (BlFaultsDialog *self, BlDocument *document, const BlFault *fault)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *place = describe_place (document, fault);
  g_autofree char *first = g_utf8_substring (fault->message, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);
  g_autofree char *sentence = g_strconcat (upper, g_utf8_next_char (fault->message), NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_append (self->list, row);
}

static void
show_faults (BlFaultsDialog *self, const char *path, BlDocument *document)
{
  GPtrArray *faults = bl_document_get_faults (document);
  g_autofree char *name = g_path_get_basename (path), *count = NULL, *heading = NULL, *rest = NULL, *text = NULL;
  guint told = 0;

  for (guint i = 0; i < faults->len; i++)
    {
      const BlFault *fault = g_ptr_array_index (faults, i);

      if (fault->severity == BL_SEVERITY_NOTE || fault->message == NULL)
        continue;
      if (told < MOST_SHOWN)
        add_row (self, document, fault);
      told++;
    }
  count = bl_text_number (told, 0);
  heading = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s thing in “%s” is wrong", "%s things in “%s” are wrong", told),
                             count, name);
  gtk_label_set_label (self->heading, heading);
  text = g_strdup_printf (_ ("All else could be read. Open it as a copy to go on working with that: the file “%s” "
                             "stays as it is until you save the copy in a place you choose."),
                          name);
  gtk_label_set_label (self->explanation, text);
  gtk_widget_set_visible (GTK_WIDGET (self->more), told > MOST_SHOWN);
  if (told > MOST_SHOWN)
    {
      g_autofree char *number = bl_text_number (told - MOST_SHOWN, 0);

      rest = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %s more", "and %s more", told - MOST_SHOWN), number);
      gtk_label_set_label (self->more, rest);
    }
}

/* --- Callbacks ------------------------------------------------------------ */

static void
on_open_copy (BlFaultsDialog *self)
{
  g_object_ref (self);
  g_signal_emit (self, signals[OPEN_COPY], 0);
  gtk_window_close (GTK_WINDOW (self));
  g_object_unref (self);
}

static void
bl_faults_dialog_class_init (BlFaultsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[OPEN_COPY] = g_signal_new ("open-copy", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/faults-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BlFaultsDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, BlFaultsDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, BlFaultsDialog, more);
  gtk_widget_class_bind_template_child (widget_class, BlFaultsDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_open_copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bl_faults_dialog_init (BlFaultsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- Public --------------------------------------------------------------- */

GtkWidget *
bl_faults_dialog_new (GtkWindow *parent, const char *path, BlDocument *document)
{
  BlFaultsDialog *self;

  g_return_val_if_fail (path != NULL && BL_IS_DOCUMENT (document), NULL);

  self = g_object_new (BL_TYPE_FAULTS_DIALOG, "transient-for", parent, NULL);
  show_faults (self, path, document);
  return GTK_WIDGET (self);
}

gboolean
bl_faults_dialog_can_help (const GError *error)
{
  return g_error_matches (error, BL_STORE_ERROR, BL_STORE_ERROR_FAULTY)
         || g_error_matches (error, BL_BASE_ERROR, BL_BASE_ERROR_SYNTAX);
}

gboolean
bl_faults_dialog_is_worth_it (BlDocument *document)
{
  BlProject *project = bl_document_get_project (document);

  return bl_project_get_service (project) != NULL || g_list_model_get_n_items (bl_project_get_libraries (project)) > 0
         || g_list_model_get_n_items (bl_project_get_values (project)) > 0;
}
