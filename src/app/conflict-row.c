/* conflict-row.c: one clash of two people's changes, and the choice between them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "conflict-row.h"

#include <glib/gi18n-lib.h>

struct _BlConflictRow
{
  AdwBin parent;
  const BlClash *clash;
  GtkLabel *title, *before, *ours_label, *theirs_label;
  GtkCheckButton *ours, *theirs;
};

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlConflictRow, bl_conflict_row, ADW_TYPE_BIN)

static char *
quote (const char *value)
{
  /* Translators: a value in quotation marks. */
  return value != NULL ? g_strdup_printf (_ ("“%s”"), value) : g_strdup (_ ("not known"));
}

/* What a side made of it. With no field, a side without words removed the whole record. */
static char *
describe_side (const BlClash *clash, const char *value)
{
  if (clash->field != NULL)
    return quote (value);
  return g_strdup (value == NULL ? _ ("removed") : _ ("changed, and still there"));
}

static void
on_toggled (BlConflictRow *self, GtkCheckButton *button)
{
  if (gtk_check_button_get_active (button))
    g_signal_emit (self, signals[CHOSEN], 0);
}

/* A check button of GTK 4.8 offers a screen reader nothing to press. */
static void
choose_ours (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_conflict_row_choose (BL_CONFLICT_ROW (widget), BL_CONFLICT_CHOICE_OURS);
}

static void
choose_theirs (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_conflict_row_choose (BL_CONFLICT_ROW (widget), BL_CONFLICT_CHOICE_THEIRS);
}

static void
bl_conflict_row_class_init (BlConflictRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHOSEN]
      = g_signal_new ("chosen", BL_TYPE_CONFLICT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/conflict-row.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, BlConflictRow, title);
  gtk_widget_class_bind_template_child (widget_class, BlConflictRow, before);
  gtk_widget_class_bind_template_child (widget_class, BlConflictRow, ours);
  gtk_widget_class_bind_template_child (widget_class, BlConflictRow, theirs);
  gtk_widget_class_bind_template_child (widget_class, BlConflictRow, ours_label);
  gtk_widget_class_bind_template_child (widget_class, BlConflictRow, theirs_label);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
  gtk_widget_class_install_action (widget_class, "clash.take-ours", NULL, choose_ours);
  gtk_widget_class_install_action (widget_class, "clash.take-theirs", NULL, choose_theirs);
}

static void
bl_conflict_row_init (BlConflictRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bl_conflict_row_new (const BlClash *clash)
{
  BlConflictRow *self = g_object_new (BL_TYPE_CONFLICT_ROW, NULL);
  g_autofree char *title = NULL, *before = NULL, *ours_name = NULL, *theirs_name = NULL;
  g_autofree char *ours = describe_side (clash, clash->ours), *theirs = describe_side (clash, clash->theirs);

  self->clash = clash;
  if (clash->field != NULL)
    {
      g_autofree char *base = quote (clash->base);

      /* Translators: name of a thing, one of its fields. */
      title = g_strdup_printf (_ ("%s: %s"), clash->name, clash->field_title);
      before = g_strdup_printf (_ ("Was %s when you opened it"), base);
    }
  else
    {
      title = g_strdup (clash->name);
      before = g_strdup (clash->theirs == NULL ? _ ("You changed it, they removed it")
                                               : _ ("You removed it, they changed it"));
    }
  ours_name = g_strdup_printf (_ ("Yours: %s"), ours);
  theirs_name = g_strdup_printf (_ ("Theirs: %s"), theirs);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->before, before);
  gtk_label_set_label (self->ours_label, ours_name);
  gtk_label_set_label (self->theirs_label, theirs_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->ours), GTK_ACCESSIBLE_PROPERTY_LABEL, ours_name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->theirs), GTK_ACCESSIBLE_PROPERTY_LABEL, theirs_name, -1);
  return GTK_WIDGET (self);
}

const BlClash *
bl_conflict_row_get_clash (BlConflictRow *self)
{
  g_return_val_if_fail (BL_IS_CONFLICT_ROW (self), NULL);
  return self->clash;
}

BlConflictChoice
bl_conflict_row_get_choice (BlConflictRow *self)
{
  g_return_val_if_fail (BL_IS_CONFLICT_ROW (self), BL_CONFLICT_CHOICE_NONE);

  if (gtk_check_button_get_active (self->ours))
    return BL_CONFLICT_CHOICE_OURS;
  if (gtk_check_button_get_active (self->theirs))
    return BL_CONFLICT_CHOICE_THEIRS;
  return BL_CONFLICT_CHOICE_NONE;
}

void
bl_conflict_row_choose (BlConflictRow *self, BlConflictChoice choice)
{
  g_return_if_fail (BL_IS_CONFLICT_ROW (self));

  gtk_check_button_set_active (self->ours, choice == BL_CONFLICT_CHOICE_OURS);
  gtk_check_button_set_active (self->theirs, choice == BL_CONFLICT_CHOICE_THEIRS);
}
