/* workspace.c: an open project in its window: sidebar, header bar, pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workspace.h"

#include <glib/gi18n-lib.h>

#include "adaptive-bin.h"
#include "actions-page.h"
#include "assess-page.h"
#include "indicators-page.h"
#include "libraries-page.h"
#include "map-page.h"
#include "needs-page.h"
#include "overview-page.h"
#include "scenarios-page.h"
#include "sidebar-row.h"
#include "theme.h"

/* At the usual size of text, in pixels. */
#define SIDEBAR_WIDTH 232

struct _BlWorkspace
{
  AdwBin parent;
  BlSession *session;
  BlAdaptiveBin *bin;
  AdwFlap *flap;
  AdwClamp *sidebar;
  AdwWindowTitle *project_title, *page_title;
  AdwHeaderBar *header;
  GtkListBox *list;
  GtkMenuButton *menu_button;
  GtkToggleButton *sidebar_button;
  GtkButton *undo_button, *redo_button, *save_button;
  AdwBin *start_slot, *end_slot;
  AdwToastOverlay *toasts;
  GtkBox *notices;
  GtkStack *stack;
  gboolean sidebar_wanted; /* beside the page, where there is room */
  gboolean whole;          /* the page has the window to itself */
};

enum
{
  PROP_SESSION = 1,
  PROP_PAGE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BlWorkspace, bl_workspace, ADW_TYPE_BIN)

/* The pages that exist, in the order of the sidebar. People and tests
 * navigate by these titles. */
static const struct
{
  const char *name, *group, *title, *icon;
  GType (*get_type) (void);
} pages[] = {
  { "overview", N_ ("Service"), N_ ("Overview"), "go-home-symbolic", bl_overview_page_get_type },
  { "libraries", N_ ("Service"), N_ ("Libraries"), "accessories-dictionary-symbolic", bl_libraries_page_get_type },
  { "map", N_ ("Service"), N_ ("Map"), "mark-location-symbolic", bl_map_page_get_type },
  { "needs", N_ ("Need"), N_ ("Needs"), "system-users-symbolic", bl_needs_page_get_type },
  { "scenarios", N_ ("Options"), N_ ("Scenarios"), "media-playlist-shuffle-symbolic", bl_scenarios_page_get_type },
  { "assess", N_ ("Assess"), N_ ("Self-assessment"), "checkbox-checked-symbolic", bl_assess_page_get_type },
  { "indicators", N_ ("Measure"), N_ ("Indicators"), "power-profile-performance-symbolic", bl_indicators_page_get_type },
  { "actions", N_ ("Plan"), N_ ("Actions"), "x-office-calendar-symbolic", bl_actions_page_get_type },
};

static void
update_undo (BlWorkspace *self)
{
  BlProject *project = bl_session_get_project (self->session);
  const char *undo = bl_project_get_undo_name (project), *redo = bl_project_get_redo_name (project);
  /* Translators: %s is a step: "Change name of Gosforth Library". */
  g_autofree char *undo_text = undo != NULL ? g_strdup_printf (_ ("Undo %s"), undo) : g_strdup (_ ("Nothing to undo"));
  g_autofree char *redo_text = redo != NULL ? g_strdup_printf (_ ("Redo %s"), redo) : g_strdup (_ ("Nothing to redo"));

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->undo_button), undo_text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->redo_button), redo_text);
}

/* A page that wants the whole window has a header bar of its own. */
static void
update_whole (BlWorkspace *self, gboolean whole)
{
  if (self->whole == whole)
    return;
  self->whole = whole;
  gtk_widget_set_visible (GTK_WIDGET (self->header), !whole);
  adw_flap_set_swipe_to_open (self->flap, !whole);
  adw_flap_set_reveal_flap (self->flap, !whole && self->sidebar_wanted && !bl_adaptive_bin_get_narrow (self->bin));
}

static void
update_header (BlWorkspace *self)
{
  BlPage *page = bl_workspace_get_page (self);
  const char *subtitle;
  GtkWidget *title_widget;

  if (page == NULL)
    return;
  title_widget = bl_page_get_title_widget (page);
  adw_header_bar_set_title_widget (self->header, title_widget != NULL ? title_widget : GTK_WIDGET (self->page_title));
  subtitle = bl_page_get_subtitle (page);
  adw_window_title_set_title (self->page_title, bl_page_get_title (page));
  adw_window_title_set_subtitle (self->page_title, subtitle != NULL ? subtitle : "");
  adw_bin_set_child (self->start_slot, bl_page_get_start (page));
  adw_bin_set_child (self->end_slot, bl_page_get_end (page));
  update_whole (self, bl_page_get_whole (page));
}

static void
on_header_changed (BlWorkspace *self, BlPage *page)
{
  if (page == bl_workspace_get_page (self))
    update_header (self);
}

/* Makes a group's name before its first page. */
static void
fill_sidebar (BlWorkspace *self)
{
  const char *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      if (g_strcmp0 (group, pages[i].group) != 0)
        {
          GtkWidget *label = gtk_label_new (_ (pages[i].group));
          GtkWidget *row = gtk_list_box_row_new ();

          group = pages[i].group;
          gtk_label_set_xalign (GTK_LABEL (label), 0);
          gtk_widget_add_css_class (label, "over");
          gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
          gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
          gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
          gtk_widget_set_focusable (row, FALSE);
          gtk_widget_add_css_class (row, "nav-group");
          gtk_list_box_append (self->list, row);
        }
      gtk_list_box_append (self->list, bl_sidebar_row_new (pages[i].name, _ (pages[i].title), pages[i].icon));
    }
}

static void
select_row (BlWorkspace *self, const char *name)
{
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      if (row == NULL)
        return;
      if (BL_IS_SIDEBAR_ROW (row) && g_strcmp0 (bl_sidebar_row_get_page (BL_SIDEBAR_ROW (row)), name) == 0)
        gtk_list_box_select_row (self->list, row);
    }
}

static void
on_row_activated (BlWorkspace *self, GtkListBoxRow *row)
{
  if (!BL_IS_SIDEBAR_ROW (row))
    return;
  bl_workspace_show_page (self, bl_sidebar_row_get_page (BL_SIDEBAR_ROW (row)));
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

/* As wide as its words are large. */
static void
update_sidebar_width (GtkWidget *widget)
{
  BlWorkspace *self = BL_WORKSPACE (widget);
  int width = SIDEBAR_WIDTH * bl_theme_get_text_scale (widget);

  adw_clamp_set_maximum_size (self->sidebar, width);
  adw_clamp_set_tightening_threshold (self->sidebar, width);
  gtk_widget_set_size_request (GTK_WIDGET (self->sidebar), MIN (width, 320), -1);
}

static void
on_narrow_changed (BlWorkspace *self)
{
  gboolean narrow = bl_adaptive_bin_get_narrow (self->bin);

  adw_flap_set_fold_policy (self->flap, narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_reveal_flap (self->flap, !narrow && self->sidebar_wanted && !self->whole);
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar_button), narrow || !self->sidebar_wanted);
}

/* The button is there only while the sidebar is not. */
static void
on_revealed (BlWorkspace *self)
{
  gboolean shown = adw_flap_get_reveal_flap (self->flap);

  if (!bl_adaptive_bin_get_narrow (self->bin) && !self->whole)
    self->sidebar_wanted = shown;
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar_button), !shown || bl_adaptive_bin_get_narrow (self->bin));
  adw_header_bar_set_show_start_title_buttons (self->header, !shown);
}

static void
bl_workspace_constructed (GObject *object)
{
  BlWorkspace *self = BL_WORKSPACE (object);
  BlProject *project;

  G_OBJECT_CLASS (bl_workspace_parent_class)->constructed (object);
  project = bl_session_get_project (self->session);
  g_signal_connect_object (project, "changed", G_CALLBACK (update_undo), self, G_CONNECT_SWAPPED);
  update_undo (self);
  g_object_bind_property (project, "modified", self->save_button, "visible", G_BINDING_SYNC_CREATE);
}

/* The header's widgets belong to the pages: give them back first. */
static void
bl_workspace_dispose (GObject *object)
{
  BlWorkspace *self = BL_WORKSPACE (object);

  if (self->start_slot != NULL)
    adw_bin_set_child (self->start_slot, NULL);
  if (self->end_slot != NULL)
    adw_bin_set_child (self->end_slot, NULL);
  if (self->header != NULL)
    adw_header_bar_set_title_widget (self->header, NULL);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_workspace_parent_class)->dispose (object);
}

static void
bl_workspace_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlWorkspace *self = BL_WORKSPACE (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_PAGE:
      g_value_set_string (value, bl_workspace_get_page_name (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_workspace_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlWorkspace *self = BL_WORKSPACE (object);

  switch (id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_PAGE:
      bl_workspace_show_page (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_workspace_class_init (BlWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bl_workspace_constructed;
  object_class->dispose = bl_workspace_dispose;
  object_class->get_property = bl_workspace_get_property;
  object_class->set_property = bl_workspace_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, BL_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (BL_TYPE_ADAPTIVE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/workspace.ui");
  gtk_widget_class_bind_template_child (widget_class, BlWorkspace, bin);
  gtk_widget_class_bind_template_child (widget_class, BlWorkspace, flap);
  gtk_widget_class_bind_template_child (widget_class, BlWorkspace, sidebar);
  gtk_widget_class_bind_template_child (widget_class, BlWorkspace, project_title);
  gtk_widget_class_bind_template_child (widget_class, BlWorkspace, page_title);
  gtk_widget_class_bind_template_child (widget_class, BlWorkspace, header);
  gtk_widget_class_bind_template_child (widget_class, BlWorkspace, list);
  gtk_widget_class_bind_template_child (widget_class, BlWorkspace, menu_button);
  gtk_widget_class_bind_template_child (widget_class, BlWorkspace, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, BlWorkspace, undo_button);
  gtk_widget_class_bind_template_child (widget_class, BlWorkspace, redo_button);
  gtk_widget_class_bind_template_child (widget_class, BlWorkspace, save_button);
  gtk_widget_class_bind_template_child (widget_class, BlWorkspace, start_slot);
  gtk_widget_class_bind_template_child (widget_class, BlWorkspace, end_slot);
  gtk_widget_class_bind_template_child (widget_class, BlWorkspace, toasts);
  gtk_widget_class_bind_template_child (widget_class, BlWorkspace, notices);
  gtk_widget_class_bind_template_child (widget_class, BlWorkspace, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_revealed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
bl_workspace_init (BlWorkspace *self)
{
  GtkWidget *inner;

  self->sidebar_wanted = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_sidebar (self);
  bl_theme_connect (GTK_WIDGET (self), update_sidebar_width);
  update_sidebar_width (GTK_WIDGET (self));
  /* In GTK 4.8 the name of a menu button does not reach the button inside. */
  inner = gtk_widget_get_first_child (GTK_WIDGET (self->menu_button));
  gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Main menu"), -1);
}

GtkWidget *
bl_workspace_new (BlSession *session)
{
  return g_object_new (BL_TYPE_WORKSPACE, "session", session, NULL);
}

void
bl_workspace_show_page (BlWorkspace *self, const char *name)
{
  g_return_if_fail (BL_IS_WORKSPACE (self));

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      if (g_strcmp0 (pages[i].name, name) != 0)
        continue;
      if (gtk_stack_get_child_by_name (self->stack, name) == NULL)
        {
          GtkWidget *page = g_object_new (pages[i].get_type (), "session", self->session, NULL);

          g_signal_connect_object (page, "header-changed", G_CALLBACK (on_header_changed), self, G_CONNECT_SWAPPED);
          gtk_stack_add_titled (self->stack, page, name, _ (pages[i].title));
        }
      gtk_stack_set_visible_child_name (self->stack, name);
      select_row (self, name);
      update_header (self);
      bl_page_shown (bl_workspace_get_page (self));
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
      return;
    }
}

const char *
bl_workspace_get_page_name (BlWorkspace *self)
{
  g_return_val_if_fail (BL_IS_WORKSPACE (self), NULL);
  return gtk_stack_get_visible_child_name (self->stack);
}

BlPage *
bl_workspace_get_page (BlWorkspace *self)
{
  GtkWidget *child;

  g_return_val_if_fail (BL_IS_WORKSPACE (self), NULL);
  child = gtk_stack_get_visible_child (self->stack);
  return child != NULL ? BL_PAGE (child) : NULL;
}

const char *
bl_workspace_get_nth_page (guint number)
{
  return number < G_N_ELEMENTS (pages) ? pages[number].name : NULL;
}

void
bl_workspace_toggle_sidebar (BlWorkspace *self)
{
  g_return_if_fail (BL_IS_WORKSPACE (self));
  if (self->whole)
    return;
  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

void
bl_workspace_set_state (BlWorkspace *self, const char *title, const char *state, const char *note)
{
  g_return_if_fail (BL_IS_WORKSPACE (self));
  adw_window_title_set_title (self->project_title, title);
  adw_window_title_set_subtitle (self->project_title, state);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->project_title), note);
}

void
bl_workspace_add_toast (BlWorkspace *self, AdwToast *toast)
{
  BlPage *page;
  AdwToastOverlay *overlay;

  g_return_if_fail (BL_IS_WORKSPACE (self));
  page = bl_workspace_get_page (self);
  overlay = page != NULL ? bl_page_get_toast_overlay (page) : NULL;
  adw_toast_overlay_add_toast (overlay != NULL ? overlay : self->toasts, toast);
}

void
bl_workspace_add_notice (BlWorkspace *self, GtkWidget *notice)
{
  g_return_if_fail (BL_IS_WORKSPACE (self));

  gtk_box_append (self->notices, notice);
  gtk_widget_set_visible (GTK_WIDGET (self->notices), TRUE);
}

void
bl_workspace_remove_notice (BlWorkspace *self, GtkWidget *notice)
{
  g_return_if_fail (BL_IS_WORKSPACE (self));

  if (gtk_widget_get_parent (notice) != GTK_WIDGET (self->notices))
    return;
  gtk_box_remove (self->notices, notice);
  gtk_widget_set_visible (GTK_WIDGET (self->notices),
                          gtk_widget_get_first_child (GTK_WIDGET (self->notices)) != NULL);
}
