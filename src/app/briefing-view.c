/* briefing-view.c: the project shown to councillors, large, one thing at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "briefing-view.h"

#include <glib/gi18n-lib.h>

#include "briefing-slide-view.h"
#include "theme.h"

/* From this size of text on it is large already. */
#define LARGE 1.4

struct _BlBriefingView
{
  AdwBin parent;
  BlSession *session;
  char *first;       /* key it began with; NULL */
  GPtrArray *keys;   /* of char * */
  guint slide;
  AdwBin *slot;
  GtkBox *dots;
  GtkLabel *source, *place;
  GtkWidget *nothing;
  GtkToggleButton *table_button, *notes_button;
  gboolean table_shown, notes_shown;
};

enum
{
  PROP_TABLE_SHOWN = 1,
  PROP_NOTES_SHOWN,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  CLOSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlBriefingView, bl_briefing_view, ADW_TYPE_BIN)

static void
on_text_changed (GtkWidget *widget)
{
  if (bl_theme_get_text_scale (widget) >= LARGE)
    gtk_widget_add_css_class (widget, "large-text");
  else
    gtk_widget_remove_css_class (widget, "large-text");
}

static void
show_dots (BlBriefingView *self)
{
  GtkWidget *dot = gtk_widget_get_first_child (GTK_WIDGET (self->dots));

  for (guint i = 0; i < self->keys->len; i++)
    {
      if (dot == NULL)
        {
          dot = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign",
                              GTK_ALIGN_CENTER, NULL);
          gtk_widget_add_css_class (dot, "briefing-dot");
          gtk_box_append (self->dots, dot);
        }
      if (i == self->slide)
        gtk_widget_add_css_class (dot, "now");
      else
        gtk_widget_remove_css_class (dot, "now");
      dot = gtk_widget_get_next_sibling (dot);
    }
}

/* What is behind a slide that can no longer be made goes with it; the rest stays where it was. */
static void
show (BlBriefingView *self, gboolean focus)
{
  g_autoptr (BlBriefingSlide) slide = NULL;
  GtkWidget *view;
  g_autofree char *place = NULL;
  gboolean any = self->keys->len > 0;

  gtk_widget_set_visible (self->nothing, !any);
  gtk_widget_set_visible (GTK_WIDGET (self->slot), any);
  if (!any)
    return;
  self->slide = MIN (self->slide, self->keys->len - 1);
  slide = bl_briefing_slide_make (self->session, g_ptr_array_index (self->keys, self->slide));
  view = bl_briefing_slide_view_new (slide, self->slide + 1, self->keys->len);
  g_object_set (view, "table-shown", self->table_shown, "notes-shown", self->notes_shown, NULL);
  adw_bin_set_child (self->slot, view);
  place = g_strdup_printf (_ ("%u of %u"), self->slide + 1, self->keys->len);
  gtk_label_set_label (self->place, place);
  gtk_label_set_label (self->source, slide->source != NULL ? slide->source : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->source), slide->source);
  show_dots (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "briefing.next", self->slide + 1 < self->keys->len);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "briefing.previous", self->slide > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->table_button), slide->table != NULL);
  if (focus)
    gtk_widget_grab_focus (view);
}

static void
move (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlBriefingView *self = BL_BRIEFING_VIEW (widget);
  guint wanted = self->slide, last = self->keys->len > 0 ? self->keys->len - 1 : 0;

  if (g_str_has_suffix (name, "next"))
    wanted = MIN (wanted + 1, last);
  else if (g_str_has_suffix (name, "previous"))
    wanted = wanted > 0 ? wanted - 1 : 0;
  else
    wanted = g_str_has_suffix (name, "last") ? last : 0;
  if (wanted != self->slide)
    bl_briefing_view_show_slide (self, wanted);
}

static void
toggle (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlBriefingView *self = BL_BRIEFING_VIEW (widget);

  if (g_str_has_suffix (name, "table"))
    g_object_set (self, "table-shown", !self->table_shown, NULL);
  else
    g_object_set (self, "notes-shown", !self->notes_shown, NULL);
}

static void
close_briefing (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[CLOSED], 0);
}

/* Before the drawing or the table has its say: one who speaks has the keys of a slide show in the fingers. In a table
 * Up, Down and Space are the table's. */
static gboolean
on_key_pressed (BlBriefingView *self, guint key, guint code, GdkModifierType state)
{
  static const struct
  {
    guint key;
    const char *action;
    gboolean of_table;
  } keys[] = {
    { GDK_KEY_Right, "briefing.next", FALSE },      { GDK_KEY_KP_Right, "briefing.next", FALSE },
    { GDK_KEY_Page_Down, "briefing.next", FALSE },  { GDK_KEY_Down, "briefing.next", TRUE },
    { GDK_KEY_space, "briefing.next", TRUE },       { GDK_KEY_Left, "briefing.previous", FALSE },
    { GDK_KEY_KP_Left, "briefing.previous", FALSE }, { GDK_KEY_Page_Up, "briefing.previous", FALSE },
    { GDK_KEY_Up, "briefing.previous", TRUE },      { GDK_KEY_BackSpace, "briefing.previous", FALSE },
    { GDK_KEY_Home, "briefing.first", FALSE },      { GDK_KEY_End, "briefing.last", FALSE },
    { GDK_KEY_t, "briefing.toggle-table", FALSE },  { GDK_KEY_T, "briefing.toggle-table", FALSE },
    { GDK_KEY_n, "briefing.toggle-notes", FALSE },  { GDK_KEY_N, "briefing.toggle-notes", FALSE },
    { GDK_KEY_Escape, "briefing.close", FALSE },    { GDK_KEY_F5, "briefing.close", FALSE },
  };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *view = adw_bin_get_child (self->slot);
  gboolean elsewhere = focus != NULL && !BL_IS_BRIEFING_SLIDE_VIEW (focus);

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == key && !(keys[i].of_table && elsewhere))
      {
        /* What is below the edge comes before what is next. */
        if ((key == GDK_KEY_Down || key == GDK_KEY_Up) && view != NULL
            && bl_briefing_slide_view_scroll (BL_BRIEFING_SLIDE_VIEW (view), key == GDK_KEY_Down ? 1 : -1))
          return GDK_EVENT_STOP;
        gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

/* Nobody edits here, but undo may come from elsewhere, and another person's changes may be taken in. */
static void
on_facts_changed (BlBriefingView *self)
{
  g_autofree char *now = g_strdup (bl_briefing_view_get_key (self));

  g_ptr_array_unref (self->keys);
  self->keys = bl_briefing_slides_find (self->session, self->first);
  for (guint i = 0; i < self->keys->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->keys, i), now) == 0)
      self->slide = i;
  show (self, FALSE);
}

static void
bl_briefing_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlBriefingView *self = BL_BRIEFING_VIEW (object);

  switch (id)
    {
    case PROP_TABLE_SHOWN:
      g_value_set_boolean (value, self->table_shown);
      break;
    case PROP_NOTES_SHOWN:
      g_value_set_boolean (value, self->notes_shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_briefing_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlBriefingView *self = BL_BRIEFING_VIEW (object);
  gboolean *place = id == PROP_TABLE_SHOWN ? &self->table_shown : &self->notes_shown;
  GtkWidget *view = adw_bin_get_child (self->slot);

  if (id != PROP_TABLE_SHOWN && id != PROP_NOTES_SHOWN)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (*place == g_value_get_boolean (value))
    return;
  *place = g_value_get_boolean (value);
  /* With notes beside it a slide is laid out anew. */
  if (id == PROP_NOTES_SHOWN && self->keys != NULL)
    show (self, TRUE);
  else if (view != NULL)
    g_object_set (view, pspec->name, *place, NULL);
  g_object_notify_by_pspec (object, pspec);
}

static void
bl_briefing_view_dispose (GObject *object)
{
  BlBriefingView *self = BL_BRIEFING_VIEW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->first, g_free);
  G_OBJECT_CLASS (bl_briefing_view_parent_class)->dispose (object);
}

static void
bl_briefing_view_class_init (BlBriefingViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bl_briefing_view_get_property;
  object_class->set_property = bl_briefing_view_set_property;
  object_class->dispose = bl_briefing_view_dispose;
  properties[PROP_TABLE_SHOWN] = g_param_spec_boolean ("table-shown", NULL, NULL, FALSE, flags);
  properties[PROP_NOTES_SHOWN] = g_param_spec_boolean ("notes-shown", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CLOSED]
      = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "briefing.next", NULL, move);
  gtk_widget_class_install_action (widget_class, "briefing.previous", NULL, move);
  gtk_widget_class_install_action (widget_class, "briefing.first", NULL, move);
  gtk_widget_class_install_action (widget_class, "briefing.last", NULL, move);
  gtk_widget_class_install_action (widget_class, "briefing.toggle-table", NULL, toggle);
  gtk_widget_class_install_action (widget_class, "briefing.toggle-notes", NULL, toggle);
  gtk_widget_class_install_action (widget_class, "briefing.close", NULL, close_briefing);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/briefing-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BlBriefingView, slot);
  gtk_widget_class_bind_template_child (widget_class, BlBriefingView, dots);
  gtk_widget_class_bind_template_child (widget_class, BlBriefingView, source);
  gtk_widget_class_bind_template_child (widget_class, BlBriefingView, place);
  gtk_widget_class_bind_template_child (widget_class, BlBriefingView, nothing);
  gtk_widget_class_bind_template_child (widget_class, BlBriefingView, table_button);
  gtk_widget_class_bind_template_child (widget_class, BlBriefingView, notes_button);
}

static void
bl_briefing_view_init (BlBriefingView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  bl_theme_connect (GTK_WIDGET (self), on_text_changed);
  on_text_changed (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
bl_briefing_view_new (BlSession *session, const char *first)
{
  BlBriefingView *self = g_object_new (BL_TYPE_BRIEFING_VIEW, NULL);

  self->session = g_object_ref (session);
  self->first = g_strdup (first);
  self->keys = bl_briefing_slides_find (session, first);
  g_signal_connect_object (session, "facts-changed", G_CALLBACK (on_facts_changed), self, G_CONNECT_SWAPPED);
  show (self, FALSE);
  return GTK_WIDGET (self);
}

guint
bl_briefing_view_get_n_slides (BlBriefingView *self)
{
  g_return_val_if_fail (BL_IS_BRIEFING_VIEW (self), 0);
  return self->keys->len;
}

guint
bl_briefing_view_get_slide (BlBriefingView *self)
{
  g_return_val_if_fail (BL_IS_BRIEFING_VIEW (self), 0);
  return self->slide;
}

const char *
bl_briefing_view_get_key (BlBriefingView *self)
{
  g_return_val_if_fail (BL_IS_BRIEFING_VIEW (self), NULL);
  return self->slide < self->keys->len ? g_ptr_array_index (self->keys, self->slide) : NULL;
}

void
bl_briefing_view_show_slide (BlBriefingView *self, guint slide)
{
  g_return_if_fail (BL_IS_BRIEFING_VIEW (self));
  g_return_if_fail (slide < self->keys->len);

  self->slide = slide;
  show (self, TRUE);
}
