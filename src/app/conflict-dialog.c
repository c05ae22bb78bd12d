/* conflict-dialog.c: choosing between two people's changes where they clash
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "conflict-dialog.h"

#include <glib/gi18n-lib.h>

#include "conflict-row.h"

struct _BlConflictDialog
{
  AdwWindow parent;
  GtkLabel *lead, *count;
  GtkBox *rows;
};

enum
{
  DONE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlConflictDialog, bl_conflict_dialog, ADW_TYPE_WINDOW)

static GtkWidget *
get_first (BlConflictDialog *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self->rows));
}

/* Nothing is decided for a person who has not looked. */
static void
update (BlConflictDialog *self)
{
  g_autofree char *words = NULL;
  guint n = 0, chosen = 0;

  for (GtkWidget *row = get_first (self); row != NULL; row = gtk_widget_get_next_sibling (row), n++)
    if (bl_conflict_row_get_choice (BL_CONFLICT_ROW (row)) != BL_CONFLICT_CHOICE_NONE)
      chosen++;
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u chosen", "%u of %u chosen", n), chosen, n);
  gtk_label_set_label (self->count, words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conflict.take-in", chosen == n);
}

static void
choose_all (BlConflictDialog *self, BlConflictChoice choice)
{
  for (GtkWidget *row = get_first (self); row != NULL; row = gtk_widget_get_next_sibling (row))
    bl_conflict_row_choose (BL_CONFLICT_ROW (row), choice);
  update (self);
}

static void
choose_ours (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose_all (BL_CONFLICT_DIALOG (widget), BL_CONFLICT_CHOICE_OURS);
}

static void
choose_theirs (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose_all (BL_CONFLICT_DIALOG (widget), BL_CONFLICT_CHOICE_THEIRS);
}

static void
take_in (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_object_ref (widget);
  g_signal_emit (widget, signals[DONE], 0);
  gtk_window_destroy (GTK_WINDOW (widget));
  g_object_unref (widget);
}

static void
bl_conflict_dialog_class_init (BlConflictDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[DONE]
      = g_signal_new ("done", BL_TYPE_CONFLICT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/conflict-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BlConflictDialog, lead);
  gtk_widget_class_bind_template_child (widget_class, BlConflictDialog, count);
  gtk_widget_class_bind_template_child (widget_class, BlConflictDialog, rows);
  gtk_widget_class_install_action (widget_class, "conflict.all-ours", NULL, choose_ours);
  gtk_widget_class_install_action (widget_class, "conflict.all-theirs", NULL, choose_theirs);
  gtk_widget_class_install_action (widget_class, "conflict.take-in", NULL, take_in);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "conflict.take-in", NULL);
}

static void
bl_conflict_dialog_init (BlConflictDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bl_conflict_dialog_new (GtkWindow *parent, const BlMerge *merge, const char *who)
{
  BlConflictDialog *self = g_object_new (BL_TYPE_CONFLICT_DIALOG, "transient-for", parent, NULL);
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing was changed differently by you and by %s.",
                                                         "%u things were changed differently by you and by %s.",
                                                         merge->clashes->len),
                                            merge->clashes->len, who != NULL ? who : _ ("somebody else"));
  g_autofree char *lead = NULL;

  if (merge->n_theirs > 0)
    {
      g_autofree char *rest = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u other change of theirs fits yours.", "%u other changes of theirs fit yours.",
                       merge->n_theirs),
          merge->n_theirs);

      lead = g_strdup_printf ("%s %s", count, rest);
    }
  gtk_label_set_label (self->lead, lead != NULL ? lead : count);
  for (guint i = 0; i < merge->clashes->len; i++)
    {
      GtkWidget *row = bl_conflict_row_new (g_ptr_array_index (merge->clashes, i));

      g_signal_connect_object (row, "chosen", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->rows, row);
    }
  update (self);
  return GTK_WIDGET (self);
}

void
bl_conflict_dialog_settle (BlConflictDialog *self, BlProject *merged, BlProject *theirs)
{
  g_return_if_fail (BL_IS_CONFLICT_DIALOG (self));

  bl_project_begin (merged, _ ("Choose between changes"));
  for (GtkWidget *row = get_first (self); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (bl_conflict_row_get_choice (BL_CONFLICT_ROW (row)) == BL_CONFLICT_CHOICE_THEIRS)
      bl_clash_take (bl_conflict_row_get_clash (BL_CONFLICT_ROW (row)), merged, theirs);
  bl_project_commit (merged);
}
