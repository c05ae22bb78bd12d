/* needs-page.c: the page Needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "needs-page.h"

#include <glib/gi18n-lib.h>

#include "adaptive-bin.h"
#include "map-share.h"
#include "needs-areas-view.h"
#include "needs-edit.h"
#include "needs-groups-view.h"
#include "needs-libraries-view.h"
#include "page.h"

struct _BlNeedsPage
{
  AdwBin parent_instance;
  AdwViewStack *stack;
  AdwViewSwitcherTitle *switcher;
  AdwViewSwitcherBar *switcher_bar;
  BlNeedsAreasView *areas;
  BlNeedsLibrariesView *libraries;
  BlNeedsGroupsView *groups;
  GtkWidget *end_widget, *pane_button;

  BlSession *session;
  BlNeedsModel *model;
  char *subtitle;
  gboolean table_shown, pane_shown, two_way;
};

static void bl_needs_page_page_init (BlPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BlNeedsPage,
                               bl_needs_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (BL_TYPE_PAGE, bl_needs_page_page_init))

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_VIEW,
  PROP_NORMALISE,
  PROP_TABLE_SHOWN,
  PROP_PANE_SHOWN,
  PROP_TWO_WAY,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static const char *
get_view (BlNeedsPage *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->stack);

  return name != NULL ? name : "areas";
}

static gboolean
is_areas (BlNeedsPage *self)
{
  return g_strcmp0 (get_view (self), "areas") == 0;
}

/* --- BlPage ------------------------------------------------------------------------ */

static const char *
bl_needs_page_get_title (BlPage *page)
{
  return _ ("Needs");
}

static const char *
bl_needs_page_get_subtitle (BlPage *page)
{
  return BL_NEEDS_PAGE (page)->subtitle;
}

static GtkWidget *
bl_needs_page_get_end (BlPage *page)
{
  return BL_NEEDS_PAGE (page)->end_widget;
}

static GtkWidget *
bl_needs_page_get_title_widget (BlPage *page)
{
  return GTK_WIDGET (BL_NEEDS_PAGE (page)->switcher);
}

static void
bl_needs_page_page_init (BlPageInterface *iface)
{
  iface->get_title = bl_needs_page_get_title;
  iface->get_subtitle = bl_needs_page_get_subtitle;
  iface->get_end = bl_needs_page_get_end;
  iface->get_title_widget = bl_needs_page_get_title_widget;
}

/* --- What is in force ---------------------------------------------------------------- */

static const char *
get_normalise (BlNeedsPage *self)
{
  const BlNeedsQuestion *question = bl_needs_model_get_question (self->model);
  g_autoptr (GEnumClass) klass = g_type_class_ref (BL_TYPE_NORMALISE);
  BlNormalise normalise = question->n_measures > 0 ? question->measures[0].normalise : BL_NORMALISE_RANK;

  /* Nicks are static. */
  return g_enum_get_value (klass, normalise)->value_nick;
}

static void
on_changed (BlNeedsPage *self)
{
  gboolean editable = bl_session_get_editable (self->session);
  const char *const changing[] = { "needs.new", "needs.duplicate", "needs.rename", "needs.normalise" };

  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), changing[i], editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "needs.delete",
                                 editable && bl_needs_model_get_index (self->model) != NULL);
  g_free (self->subtitle);
  self->subtitle = bl_needs_model_describe_choice (self->model, bl_needs_model_get_choice (self->model));
  adw_view_switcher_title_set_title (self->switcher, _ ("Needs"));
  adw_view_switcher_title_set_subtitle (self->switcher, self->subtitle);
  bl_page_header_changed (BL_PAGE (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NORMALISE]);
}

static void
on_view_changed (BlNeedsPage *self)
{
  bl_needs_model_keep_weight (self->model);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.toggle-pane", is_areas (self));
  gtk_widget_set_visible (self->pane_button, is_areas (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

/* --- Actions -------------------------------------------------------------------------- */

static void
show_profile (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_view_stack_set_visible_child_name (BL_NEEDS_PAGE (widget)->stack, "libraries");
}

static void
show_view (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_view_stack_set_visible_child_name (BL_NEEDS_PAGE (widget)->stack, name + strlen ("needs.show-"));
}

static void
change_index (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlNeedsPage *self = BL_NEEDS_PAGE (widget);

  bl_needs_model_keep_weight (self->model);
  if (g_str_has_suffix (name, "new"))
    bl_needs_edit_new (self->model);
  else if (g_str_has_suffix (name, "duplicate"))
    bl_needs_edit_duplicate (self->model);
  else
    bl_needs_edit_delete (self->model);
}

static void
on_rename_answered (AdwMessageDialog *dialog, const char *answer, BlNeedsPage *self)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));

  if (g_strcmp0 (answer, "rename") == 0)
    bl_needs_edit_rename (self->model, gtk_editable_get_text (entry));
}

static void
rename_index (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlNeedsPage *self = BL_NEEDS_PAGE (widget);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Rename the Index"), NULL);
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *title = bl_needs_model_describe_choice (self->model, bl_needs_model_get_choice (self->model));

  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name of the index"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "rename", _ ("_Rename"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "rename", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "rename");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_rename_answered), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlNeedsPage *self = BL_NEEDS_PAGE (widget);

  if (is_areas (self))
    bl_needs_areas_view_find (self->areas);
  else
    {
      adw_view_stack_set_visible_child_name (self->stack, "libraries");
      bl_needs_libraries_view_find (self->libraries);
    }
}

static void
toggle_table (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_object_set (widget, "table-shown", !BL_NEEDS_PAGE (widget)->table_shown, NULL);
}

static void
toggle_pane (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_object_set (widget, "pane-shown", !BL_NEEDS_PAGE (widget)->pane_shown, NULL);
}

static void
copy_table (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlNeedsPage *self = BL_NEEDS_PAGE (widget);
  g_autofree char *text = is_areas (self) ? bl_needs_areas_view_to_text (self->areas)
                          : g_strcmp0 (get_view (self), "groups") == 0
                              ? bl_needs_groups_view_to_text (self->groups)
                              : bl_needs_libraries_view_to_text (self->libraries);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

/* --- Overrides -------------------------------------------------------------------------- */

static gboolean *
get_switch (BlNeedsPage *self, guint id)
{
  switch (id)
    {
    case PROP_TABLE_SHOWN:
      return &self->table_shown;
    case PROP_PANE_SHOWN:
      return &self->pane_shown;
    case PROP_TWO_WAY:
      return &self->two_way;
    default:
      return NULL;
    }
}

static void
bl_needs_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlNeedsPage *self = BL_NEEDS_PAGE (object);
  gboolean *place = get_switch (self, id);

  if (place != NULL)
    {
      g_value_set_boolean (value, *place);
      return;
    }
  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_VIEW:
      g_value_set_string (value, get_view (self));
      break;
    case PROP_NORMALISE:
      g_value_set_string (value, self->model != NULL ? get_normalise (self) : NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_normalise (BlNeedsPage *self, const char *nick)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (BL_TYPE_NORMALISE);
  const GEnumValue *found = g_enum_get_value_by_nick (klass, nick);

  bl_needs_model_keep_weight (self->model);
  if (found != NULL && g_strcmp0 (nick, get_normalise (self)) != 0)
    bl_needs_edit_set_normalise (self->model, found->value);
}

static void
bl_needs_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlNeedsPage *self = BL_NEEDS_PAGE (object);
  gboolean *place = get_switch (self, id);

  if (place != NULL)
    {
      if (*place == g_value_get_boolean (value))
        return;
      *place = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      return;
    }
  switch (id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_VIEW:
      adw_view_stack_set_visible_child_name (self->stack, g_value_get_string (value));
      break;
    case PROP_NORMALISE:
      set_normalise (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_needs_page_constructed (GObject *object)
{
  BlNeedsPage *self = BL_NEEDS_PAGE (object);

  G_OBJECT_CLASS (bl_needs_page_parent_class)->constructed (object);
  self->model = bl_needs_model_new (self->session);
  bl_needs_areas_view_set_model (self->areas, self->model);
  bl_needs_libraries_view_set_model (self->libraries, self->model);
  bl_needs_groups_view_set_session (self->groups, self->session);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  on_changed (self);
}

static void
bl_needs_page_dispose (GObject *object)
{
  BlNeedsPage *self = BL_NEEDS_PAGE (object);

  if (self->model != NULL)
    {
      bl_needs_model_keep_weight (self->model);
      g_signal_handlers_disconnect_by_data (self->model, self);
    }
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_needs_page_parent_class)->dispose (object);
}

static void
bl_needs_page_finalize (GObject *object)
{
  g_free (BL_NEEDS_PAGE (object)->subtitle);
  G_OBJECT_CLASS (bl_needs_page_parent_class)->finalize (object);
}

/* The index as it is weighed now. */
static void
share_map (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlNeedsPage *self = BL_NEEDS_PAGE (widget);
  g_autofree char *title = bl_needs_model_describe_choice (self->model, bl_needs_model_get_choice (self->model));
  const BlNeedsQuestion *question = bl_needs_model_get_question (self->model);
  BlMapAsked asked = { .project = bl_session_get_project (self->session),
                       .needs = question->of_libraries ? NULL : question,
                       .needs_title = title };
  g_autoptr (GError) error = NULL;
  BlMapPrint *print;

  g_object_get (self->session, "statutory-only", &asked.question.statutory, "cross-boundary",
                &asked.question.cross_boundary, NULL);
  print = bl_map_print_new (bl_needs_model_get_facts (self->model), &asked, &error);
  if (print == NULL)
    {
      g_info ("No map to share: %s", error->message);
      return;
    }
  if (g_str_has_suffix (name, "save-map"))
    bl_map_share_save (widget, print);
  else if (g_str_has_suffix (name, "print-map"))
    bl_map_share_print (widget, print);
  else
    bl_map_share_copy (widget, print);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "needs.save-map", share_map },
    { "needs.print-map", share_map },
    { "needs.copy-map", share_map },
    { "needs.new", change_index },     { "needs.duplicate", change_index },
    { "needs.delete", change_index },  { "needs.rename", rename_index },
    { "needs.profile", show_profile }, { "needs.show-areas", show_view },
    { "needs.show-libraries", show_view }, { "needs.show-groups", show_view },
    { "needs.copy-table", copy_table },
    { "page.find", find },             { "page.toggle-table", toggle_table },
    { "page.toggle-pane", toggle_pane },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "needs.print-map", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "needs.save-map", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "needs.copy-map",
                                       NULL);
  gtk_widget_class_install_property_action (widget_class, "needs.normalise", "normalise");
  gtk_widget_class_install_property_action (widget_class, "needs.two-way", "two-way");
}

static void
bl_needs_page_class_init (BlNeedsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = bl_needs_page_constructed;
  object_class->dispose = bl_needs_page_dispose;
  object_class->finalize = bl_needs_page_finalize;
  object_class->get_property = bl_needs_page_get_property;
  object_class->set_property = bl_needs_page_set_property;
  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, BL_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "areas", flags);
  properties[PROP_NORMALISE] = g_param_spec_string ("normalise", NULL, NULL, NULL, flags);
  properties[PROP_TABLE_SHOWN] = g_param_spec_boolean ("table-shown", NULL, NULL, TRUE, flags);
  properties[PROP_PANE_SHOWN] = g_param_spec_boolean ("pane-shown", NULL, NULL, TRUE, flags);
  properties[PROP_TWO_WAY] = g_param_spec_boolean ("two-way", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_actions (widget_class);

  g_type_ensure (BL_TYPE_NEEDS_AREAS_VIEW);
  g_type_ensure (BL_TYPE_NEEDS_GROUPS_VIEW);
  g_type_ensure (BL_TYPE_NEEDS_LIBRARIES_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/needs-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BlNeedsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsPage, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsPage, areas);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsPage, libraries);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsPage, groups);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsPage, end_widget);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsPage, pane_button);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
}

static void
bl_needs_page_init (BlNeedsPage *self)
{
  self->table_shown = self->pane_shown = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

BlNeedsPage *
bl_needs_page_new (BlSession *session)
{
  return g_object_new (BL_TYPE_NEEDS_PAGE, "session", session, NULL);
}

BlNeedsModel *
bl_needs_page_get_model (BlNeedsPage *self)
{
  g_return_val_if_fail (BL_IS_NEEDS_PAGE (self), NULL);

  return self->model;
}
