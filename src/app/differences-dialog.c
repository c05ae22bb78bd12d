/* differences-dialog.c: what differs between two states of a project, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "differences-dialog.h"

#include <glib/gi18n-lib.h>

/* Nobody reads more than these; how many there are is said. */
#define MOST_SHOWN 300

struct _BlDifferencesDialog
{
  AdwWindow parent;
  GtkBox *parts;
};

G_DEFINE_FINAL_TYPE (BlDifferencesDialog, bl_differences_dialog, ADW_TYPE_WINDOW)

static GtkWidget *
make_label (const char *words, const char *style)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  return label;
}

static const char *
get_icon (BlDifferenceKind kind)
{
  switch (kind)
    {
    case BL_DIFFERENCE_ADDED:
      return "list-add-symbolic";
    case BL_DIFFERENCE_REMOVED:
      return "list-remove-symbolic";
    case BL_DIFFERENCE_MOVED:
      return "view-sort-descending-symbolic";
    case BL_DIFFERENCE_CHANGED:
    default:
      return "document-edit-symbolic";
    }
}

/* One row a record: its name and, one a line, what differs. */
static GtkWidget *
make_row (GPtrArray *differences, guint first, guint end)
{
  const BlDifference *difference = g_ptr_array_index (differences, first);
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    {
      g_autofree char *line = bl_difference_values_to_text (g_ptr_array_index (differences, i));

      if (i > first)
        g_string_append_c (lines, '\n');
      g_string_append (lines, line);
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), difference->name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), lines->str);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), get_icon (difference->kind));
  return row;
}

static void
bl_differences_dialog_class_init (BlDifferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/branchline/Branchline/differences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BlDifferencesDialog, parts);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bl_differences_dialog_init (BlDifferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bl_differences_dialog_new (GtkWindow *parent, const char *title)
{
  return g_object_new (BL_TYPE_DIFFERENCES_DIALOG, "transient-for", parent, "title", title, NULL);
}

void
bl_differences_dialog_add (BlDifferencesDialog *self, const char *heading, GPtrArray *differences, const char *none)
{
  GtkWidget *list;
  guint shown = MIN (differences->len, MOST_SHOWN);

  g_return_if_fail (BL_IS_DIFFERENCES_DIALOG (self));

  gtk_box_append (self->parts, make_label (heading, "heading"));
  if (differences->len == 0)
    {
      gtk_box_append (self->parts, make_label (none, "dim-label"));
      return;
    }
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  for (guint i = 0, end; i < shown; i = end)
    {
      const BlDifference *first = g_ptr_array_index (differences, i);

      for (end = i + 1; end < shown; end++)
        {
          const BlDifference *next = g_ptr_array_index (differences, end);

          if (g_strcmp0 (first->record, next->record) != 0)
            break;
        }
      gtk_list_box_append (GTK_LIST_BOX (list), make_row (differences, i, end));
    }
  gtk_box_append (self->parts, list);
  if (differences->len > shown)
    {
      guint more = differences->len - shown;
      g_autofree char *words
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", more), more);

      gtk_box_append (self->parts, make_label (words, "dim-label"));
    }
}
