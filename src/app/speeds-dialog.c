/* speeds-dialog.c: how fast people walk, cycle and drive
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "speeds-dialog.h"

#include <glib/gi18n-lib.h>

#include "field-row.h"
#include "router.h"
#include "text.h"

struct _BlSpeedsDialog
{
  AdwWindow parent;
  BlSession *session;
  BlRecord *network;
  GtkLabel *about;
  GtkLabel *wrong;
  GtkListBox *own_power, *roads, *added;
  GtkWidget *usual;
  GPtrArray *rows; /* BlFieldRow */
};

G_DEFINE_FINAL_TYPE (BlSpeedsDialog, bl_speeds_dialog, ADW_TYPE_WINDOW)

/* --- Rows ---------------------------------------------------------------------- */

/* Shorter than the names of the fields: the headings say the rest. */
static const char *
title_for_road (BlRoadClass road_class)
{
  static const char *const titles[BL_N_ROAD_CLASSES] = {
    [BL_ROAD_MOTORWAY] = N_("Motorways"),           [BL_ROAD_TRUNK] = N_("Trunk roads"),
    [BL_ROAD_PRIMARY] = N_("Main (A) roads"),       [BL_ROAD_SECONDARY] = N_("B roads"),
    [BL_ROAD_TERTIARY] = N_("Minor through roads"), [BL_ROAD_UNCLASSIFIED] = N_("Country lanes"),
    [BL_ROAD_RESIDENTIAL] = N_("Residential streets"), [BL_ROAD_LIVING_STREET] = N_("Home zones"),
    [BL_ROAD_SERVICE] = N_("Service roads"),        [BL_ROAD_TRACK] = N_("Tracks"),
  };

  return _(titles[road_class]);
}

static void
add_row (BlSpeedsDialog *self, GtkListBox *list, const char *field, const char *title, double usual)
{
  g_autofree char *number = bl_text_number (usual, usual == (int) usual ? 0 : 1);
  /* TRANSLATORS: what counts where nobody said otherwise: "usual: 4.8" */
  g_autofree char *unset = g_strdup_printf (_("usual: %s"), number);
  BlFieldRow *row = g_object_new (BL_TYPE_FIELD_ROW, "use-markup", FALSE, "title", title, "field", field, "unset",
                                  unset, NULL);

  bl_field_row_set_record (row, self->session, self->network);
  g_ptr_array_add (self->rows, row);
  gtk_list_box_append (list, GTK_WIDGET (row));
}

static void
fill (BlSpeedsDialog *self)
{
  BlSpeeds speeds;

  bl_speeds_init (&speeds);
  add_row (self, self->own_power, "walk-speed", _("Walking, km/h"), speeds.walk);
  add_row (self, self->own_power, "cycle-speed", _("Cycling, km/h"), speeds.cycle);
  for (BlRoadClass c = BL_ROAD_MOTORWAY; c < BL_N_ROAD_CLASSES; c++)
    if (bl_network_get_drive_field (c) != NULL)
      add_row (self, self->roads, bl_network_get_drive_field (c), title_for_road (c), speeds.drive[c]);
  add_row (self, self->added, "limit-share", _("Percent of a speed limit"), speeds.limit_share);
  add_row (self, self->added, "junction-allowance", _("Percent for junctions"), speeds.junction_allowance);
  add_row (self, self->added, "parking-seconds", _("Seconds for parking"), speeds.parking_seconds);
}

static void
show_about (BlSpeedsDialog *self)
{
  const char *const fields[] = { "source", "date", "extent" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *said = bl_record_get_text (self->network, fields[i]);

      if (said != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", said);
    }
  gtk_label_set_label (self->about, text->len > 0 ? text->str : _("Where the roads are from is not known"));
}

/* What is wrong, and whether there is anything to give up for the usual. */
static void
refresh (BlSpeedsDialog *self)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_fault_free);
  g_autoptr (GString) wrong = g_string_new (NULL);
  gboolean changed = FALSE;

  /* Undone, or another took its place. */
  if (bl_record_get_parent (self->network) == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  show_about (self);
  bl_record_validate (self->network, faults);
  for (guint i = 0; i < faults->len; i++)
    {
      const BlFault *fault = g_ptr_array_index (faults, i);

      if (fault->severity == BL_SEVERITY_ERROR)
        g_string_append_printf (wrong, "%s%s", wrong->len > 0 ? "\n" : "", fault->message);
    }
  if (wrong->len > 0)
    g_string_append_printf (wrong, "\n%s", _("Until it is mended the usual one counts."));
  gtk_label_set_label (self->wrong, wrong->str);
  gtk_widget_set_visible (GTK_WIDGET (self->wrong), wrong->len > 0);
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *field = NULL;

      g_object_get (self->rows->pdata[i], "field", &field, NULL);
      changed |= bl_record_is_known (self->network, field);
    }
  gtk_widget_set_sensitive (self->usual, changed);
}

/* --- Callbacks -------------------------------------------------------------------- */

static void
on_usual_clicked (BlSpeedsDialog *self)
{
  BlProject *project = bl_session_get_project (self->session);

  bl_project_begin (project, _("Use the usual speeds"));
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *field = NULL;

      g_object_get (self->rows->pdata[i], "field", &field, NULL);
      bl_record_clear (self->network, field);
    }
  bl_project_commit (project);
}

/* --- Class ------------------------------------------------------------------------- */

static void
bl_speeds_dialog_dispose (GObject *object)
{
  BlSpeedsDialog *self = BL_SPEEDS_DIALOG (object);

  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    bl_field_row_set_record (self->rows->pdata[i], NULL, NULL);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->network);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_speeds_dialog_parent_class)->dispose (object);
}

static void
bl_speeds_dialog_class_init (BlSpeedsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_speeds_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/speeds-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BlSpeedsDialog, about);
  gtk_widget_class_bind_template_child (widget_class, BlSpeedsDialog, wrong);
  gtk_widget_class_bind_template_child (widget_class, BlSpeedsDialog, own_power);
  gtk_widget_class_bind_template_child (widget_class, BlSpeedsDialog, roads);
  gtk_widget_class_bind_template_child (widget_class, BlSpeedsDialog, added);
  gtk_widget_class_bind_template_child (widget_class, BlSpeedsDialog, usual);
  gtk_widget_class_bind_template_callback (widget_class, on_usual_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bl_speeds_dialog_init (BlSpeedsDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bl_speeds_dialog_new (GtkWindow *parent, BlSession *session)
{
  BlProject *project = bl_session_get_project (session);
  BlSpeedsDialog *self;

  g_return_val_if_fail (bl_project_get_network (project) != NULL, NULL);

  self = g_object_new (BL_TYPE_SPEEDS_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->network = g_object_ref (BL_RECORD (bl_project_get_network (project)));
  fill (self);
  g_signal_connect_object (project, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
