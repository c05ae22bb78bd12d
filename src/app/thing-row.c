/* thing-row.c: one thing that differs from an earlier state, to be ticked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "thing-row.h"

#include <glib/gi18n-lib.h>

struct _BlThingRow
{
  AdwActionRow parent;
  char *record;
  GtkCheckButton *tick; /* NULL: it cannot be brought back */
};

enum
{
  PROP_TICKED = 1,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BlThingRow, bl_thing_row, ADW_TYPE_ACTION_ROW)

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

static void
on_ticked (BlThingRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TICKED]);
}

/* A check button cannot be pressed through the accessibility tree of GTK 4.8; the row can. */
static void
toggle (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_thing_row_set_ticked (BL_THING_ROW (widget), !bl_thing_row_get_ticked (BL_THING_ROW (widget)));
}

static void
add_tick (BlThingRow *self)
{
  self->tick = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->tick), GTK_ALIGN_CENTER);
  /* The name of the row is read after it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tick), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Bring back"), -1);
  g_signal_connect_object (self->tick, "notify::active", G_CALLBACK (on_ticked), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->tick));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->tick));
}

static void
bl_thing_row_finalize (GObject *object)
{
  g_free (BL_THING_ROW (object)->record);
  G_OBJECT_CLASS (bl_thing_row_parent_class)->finalize (object);
}

static void
bl_thing_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TICKED)
    g_value_set_boolean (value, bl_thing_row_get_ticked (BL_THING_ROW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bl_thing_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TICKED)
    bl_thing_row_set_ticked (BL_THING_ROW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bl_thing_row_class_init (BlThingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bl_thing_row_finalize;
  object_class->get_property = bl_thing_row_get_property;
  object_class->set_property = bl_thing_row_set_property;
  properties[PROP_TICKED]
      = g_param_spec_boolean ("ticked", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "thing.tick", NULL, toggle);
}

static void
bl_thing_row_init (BlThingRow *self)
{
}

GtkWidget *
bl_thing_row_new (const BlDifferingThing *thing, gboolean with_tick)
{
  BlThingRow *self = g_object_new (BL_TYPE_THING_ROW, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autofree char *words = NULL;

  self->record = g_strdup (thing->record);
  for (guint i = 0; i < thing->lines->len; i++)
    g_ptr_array_add (lines, thing->lines->pdata[i]);
  g_ptr_array_add (lines, NULL);
  words = g_strjoinv ("\n", (char **) lines->pdata);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), thing->name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (self), get_icon (thing->kind));
  if (with_tick)
    add_tick (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "thing.tick", with_tick);
  return GTK_WIDGET (self);
}

const char *
bl_thing_row_get_record (BlThingRow *self)
{
  g_return_val_if_fail (BL_IS_THING_ROW (self), NULL);
  return self->record;
}

gboolean
bl_thing_row_get_ticked (BlThingRow *self)
{
  g_return_val_if_fail (BL_IS_THING_ROW (self), FALSE);
  return self->tick != NULL && gtk_check_button_get_active (self->tick);
}

void
bl_thing_row_set_ticked (BlThingRow *self, gboolean ticked)
{
  g_return_if_fail (BL_IS_THING_ROW (self));
  if (self->tick != NULL)
    gtk_check_button_set_active (self->tick, ticked);
}
