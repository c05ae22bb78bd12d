/* framework-differences-dialog.c: two versions of a framework beside each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "framework-differences-dialog.h"

#include <glib/gi18n-lib.h>

/* Rows that are made; the rest is counted. */
#define MOST_ROWS 400

struct _BlFrameworkDifferencesDialog
{
  AdwWindow parent;
  BlFramework *framework;
  GPtrArray *others; /* BlFramework */
  AdwComboRow *chooser;
  AdwActionRow *to;
  GtkLabel *says;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (BlFrameworkDifferencesDialog, bl_framework_differences_dialog, ADW_TYPE_WINDOW)

static char *
name_of (BlFramework *framework, gboolean shipped)
{
  g_autofree char *name = bl_record_describe (BL_RECORD (framework));
  const char *revision = bl_record_get_text (BL_RECORD (framework), "revision");

  if (shipped)
    return g_strdup_printf (_ ("%s, version %s (comes with the program)"), name, revision != NULL ? revision : "–");
  return revision != NULL ? g_strdup_printf (_ ("%s, version %s"), name, revision) : g_steal_pointer (&name);
}

/* Line by line, so that both can be read one below the other. */
static char *
words_of (const BlFrameworkDifference *difference)
{
  if (difference->change != BL_FRAMEWORK_CHANGE_WORDS)
    return NULL;
  if (difference->before == NULL)
    return g_strdup_printf (_ ("Now: %s"), difference->after);
  if (difference->after == NULL)
    return g_strdup_printf (_ ("Before: %s"), difference->before);
  return g_strdup_printf (_ ("Before: %s\nNow: %s"), difference->before, difference->after);
}

static void
add_row (BlFrameworkDifferencesDialog *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_append (self->list, row);
}

static void
on_chosen (BlFrameworkDifferencesDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->chooser);
  g_autoptr (GPtrArray) differences = NULL;
  g_autofree char *says = NULL;
  GtkListBoxRow *row;

  if (self->framework == NULL || selected >= self->others->len)
    return;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  differences = bl_framework_compare (g_ptr_array_index (self->others, selected), self->framework);
  says = bl_framework_compare_say (differences);
  gtk_label_set_label (self->says, says);
  for (guint i = 0; i < MIN (differences->len, MOST_ROWS); i++)
    {
      const BlFrameworkDifference *difference = g_ptr_array_index (differences, i);
      g_autofree char *words = words_of (difference);

      add_row (self, difference->words, words);
    }
  if (differences->len > MOST_ROWS)
    {
      g_autofree char *rest = g_strdup_printf (ngettext ("and %u difference more", "and %u differences more", differences->len - MOST_ROWS),
                                               differences->len - MOST_ROWS);

      add_row (self, rest, NULL);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), differences->len > 0);
}

static void
bl_framework_differences_dialog_dispose (GObject *object)
{
  BlFrameworkDifferencesDialog *self = BL_FRAMEWORK_DIFFERENCES_DIALOG (object);

  g_clear_object (&self->framework);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  G_OBJECT_CLASS (bl_framework_differences_dialog_parent_class)->dispose (object);
}

static void
bl_framework_differences_dialog_class_init (BlFrameworkDifferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_framework_differences_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/framework-differences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BlFrameworkDifferencesDialog, chooser);
  gtk_widget_class_bind_template_child (widget_class, BlFrameworkDifferencesDialog, to);
  gtk_widget_class_bind_template_child (widget_class, BlFrameworkDifferencesDialog, says);
  gtk_widget_class_bind_template_child (widget_class, BlFrameworkDifferencesDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
}

static void
bl_framework_differences_dialog_init (BlFrameworkDifferencesDialog *self)
{
  self->others = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_choice (BlFrameworkDifferencesDialog *self, GtkStringList *names, BlFramework *framework, gboolean shipped, guint *chosen)
{
  g_autofree char *name = name_of (framework, shipped);
  gboolean same = g_strcmp0 (bl_record_get_text (BL_RECORD (framework), "item"), bl_record_get_text (BL_RECORD (self->framework), "item")) == 0;

  if (framework == self->framework || g_ptr_array_find (self->others, framework, NULL))
    return;
  if (same && *chosen == GTK_INVALID_LIST_POSITION)
    *chosen = self->others->len;
  gtk_string_list_append (names, name);
  g_ptr_array_add (self->others, g_object_ref (framework));
}

GtkWidget *
bl_framework_differences_dialog_new (GtkWindow *parent, BlFramework *framework, GPtrArray *choices, GPtrArray *shipped)
{
  BlFrameworkDifferencesDialog *self
      = g_object_new (BL_TYPE_FRAMEWORK_DIFFERENCES_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *name = name_of (framework, g_ptr_array_find (shipped, framework, NULL));
  guint chosen = GTK_INVALID_LIST_POSITION;

  self->framework = g_object_ref (framework);
  adw_action_row_set_subtitle (self->to, name);
  for (guint i = 0; i < shipped->len; i++)
    add_choice (self, names, g_ptr_array_index (shipped, i), TRUE, &chosen);
  for (guint i = 0; i < choices->len; i++)
    add_choice (self, names, g_ptr_array_index (choices, i), FALSE, &chosen);
  adw_combo_row_set_model (self->chooser, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->chooser, chosen != GTK_INVALID_LIST_POSITION ? chosen : 0);
  on_chosen (self);
  return GTK_WIDGET (self);
}
