/* libraries-page.c: the table of service points, and the pane to edit one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "libraries-page.h"

#include <glib/gi18n-lib.h>

#include "adaptive-bin.h"
#include "findings.h"
#include "library-columns.h"
#include "library-edit.h"
#include "library-editor.h"
#include "library-filter.h"
#include "text.h"
#include "theme.h"

/* At the usual size of text, in pixels. */
#define PANE_WIDTH 330

struct _BlLibrariesPage
{
  AdwBin parent;
  BlSession *session;
  char *subtitle;
  BlAdaptiveBin *bin;
  AdwFlap *flap;
  AdwToastOverlay *toasts;
  BlLibraryEditor *editor;
  GtkWidget *toolbar, *find_button;
  GtkWidget *start, *end; /* in the window's header bar */
  AdwButtonContent *add_content;
  GtkSearchEntry *search;
  GtkDropDown *state, *run_by;
  GtkStack *stack;
  GtkColumnView *view;
  BlLibraryFilter *filter;
  GtkSingleSelection *selection;
  gboolean syncing; /* selection and session are being made equal */
};

enum
{
  PROP_SESSION = 1,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void page_init (BlPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BlLibrariesPage, bl_libraries_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (BL_TYPE_PAGE, page_init))

/* --- The page ------------------------------------------------------------- */

static const char *
get_title (BlPage *page)
{
  return _ ("Libraries");
}

static const char *
get_subtitle (BlPage *page)
{
  return BL_LIBRARIES_PAGE (page)->subtitle;
}

static GtkWidget *
get_start (BlPage *page)
{
  return BL_LIBRARIES_PAGE (page)->start;
}

static GtkWidget *
get_end (BlPage *page)
{
  return BL_LIBRARIES_PAGE (page)->end;
}

static AdwToastOverlay *
get_toast_overlay (BlPage *page)
{
  return BL_LIBRARIES_PAGE (page)->toasts;
}

static void
page_init (BlPageInterface *iface)
{
  iface->get_title = get_title;
  iface->get_subtitle = get_subtitle;
  iface->get_start = get_start;
  iface->get_end = get_end;
  iface->get_toast_overlay = get_toast_overlay;
}

/* --- Selection ------------------------------------------------------------ */

static guint
find_position (BlLibrariesPage *self, const char *id)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (model, i);

      if (g_strcmp0 (bl_record_get_id (record), id) == 0)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* The rows are in a list view below the titles. */
static void
scroll_to (BlLibrariesPage *self, guint position)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL)
    gtk_widget_activate_action (child, "list.scroll-to-item", "u", position);
}

static void
on_selected (BlLibrariesPage *self)
{
  BlRecord *record = gtk_single_selection_get_selected_item (self->selection);

  if (self->syncing)
    return;
  self->syncing = TRUE;
  if (record != NULL)
    bl_session_set_library (self->session, bl_record_get_id (record));
  self->syncing = FALSE;
  if (record != NULL && !bl_adaptive_bin_get_narrow (self->bin))
    adw_flap_set_reveal_flap (self->flap, TRUE);
}

static void
on_picked (BlLibrariesPage *self)
{
  guint position;

  if (self->syncing)
    return;
  self->syncing = TRUE;
  position = find_position (self, bl_session_get_library (self->session));
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    scroll_to (self, position);
  self->syncing = FALSE;
  if (position != GTK_INVALID_LIST_POSITION && !bl_adaptive_bin_get_narrow (self->bin))
    adw_flap_set_reveal_flap (self->flap, TRUE);
}

static void
show_editor (BlLibrariesPage *self)
{
  adw_flap_set_reveal_flap (self->flap, TRUE);
  bl_library_editor_focus (self->editor);
}

/* A row that the keyboard came to from the search has the focus and is not picked yet. */
static void
on_activated (BlLibrariesPage *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  show_editor (self);
}

/* --- What is shown -------------------------------------------------------- */

static void
update_subtitle (BlLibrariesPage *self)
{
  g_autoptr (BlKeyFigures) figures = bl_key_figures_compute (bl_session_get_facts (self->session), NULL);
  g_autofree char *hours = bl_finding_hours (figures);

  g_free (self->subtitle);
  /* Translators: numbers of open and of statutory libraries, "464.5 hours a week; 1 not known". */
  self->subtitle = g_strdup_printf (_ ("%u open, %u statutory, %s"), figures->open, figures->statutory, hours);
  bl_page_header_changed (BL_PAGE (self));
}

static void
update_stack (BlLibrariesPage *self)
{
  GListModel *all = bl_project_get_libraries (bl_session_get_project (self->session));
  const char *name = "table";

  if (g_list_model_get_n_items (all) == 0)
    name = "empty";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    name = "none";
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
update_search (BlLibrariesPage *self)
{
  guint n = bl_library_filter_count (self->session, BL_LIBRARY_STATE_ALL);
  g_autofree char *text
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Search %u library", "Search %u libraries", n), n);

  g_object_set (self->search, "placeholder-text", text, NULL);
}

static void
on_facts_changed (BlLibrariesPage *self)
{
  bl_library_columns_show_visits (self->view, self->session);
  update_subtitle (self);
  update_search (self);
  update_stack (self);
}

static void
on_items_changed (BlLibrariesPage *self)
{
  update_stack (self);
  if (!self->syncing && gtk_single_selection_get_selected_item (self->selection) == NULL)
    on_picked (self); /* a filter had hidden the picked one */
}

static void
on_search_changed (BlLibrariesPage *self)
{
  bl_library_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
on_state_changed (BlLibrariesPage *self)
{
  guint state = gtk_drop_down_get_selected (self->state);

  bl_library_filter_set_state (self->filter, state);
  g_object_set (self->session, "library-state", state, NULL);
}

static void
on_session_state_changed (BlLibrariesPage *self)
{
  guint state;

  g_object_get (self->session, "library-state", &state, NULL);
  gtk_drop_down_set_selected (self->state, state);
}

static void
on_run_by_changed (BlLibrariesPage *self)
{
  bl_library_filter_set_operation (self->filter, gtk_drop_down_get_selected (self->run_by));
}

static void
on_show_all (BlLibrariesPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->state, BL_LIBRARY_STATE_ALL);
  gtk_drop_down_set_selected (self->run_by, BL_OPERATION_UNKNOWN);
}

static void
on_narrow_changed (BlLibrariesPage *self)
{
  gboolean narrow = bl_adaptive_bin_get_narrow (self->bin);

  adw_flap_set_fold_policy (self->flap, narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_reveal_flap (self->flap, !narrow && bl_session_get_library (self->session) != NULL);
  adw_button_content_set_label (self->add_content, narrow ? "" : _ ("Add library"));
}

/* The filters go below the search; the button for it is not needed beside it. */
static void
on_tight_changed (BlLibrariesPage *self)
{
  gboolean tight = bl_adaptive_bin_get_tight (self->bin);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->toolbar),
                                  tight ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (self->find_button, !tight);
}

static void
on_pane_revealed (BlLibrariesPage *self)
{
  bl_library_columns_show_spare (self->view, adw_flap_get_folded (self->flap) || !adw_flap_get_reveal_flap (self->flap));
}

/* As wide as its words are large, as far as the window can give. */
static void
update_pane_width (GtkWidget *widget)
{
  BlLibrariesPage *self = BL_LIBRARIES_PAGE (widget);

  gtk_widget_set_size_request (GTK_WIDGET (self->editor), MIN (PANE_WIDTH * bl_theme_get_text_scale (widget), 600), -1);
}

static void
on_hide_pane (BlLibrariesPage *self)
{
  adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_mapped (BlLibrariesPage *self)
{
  bl_library_columns_align_titles (self->view);
}

/* --- Actions -------------------------------------------------------------- */

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (BL_LIBRARIES_PAGE (widget)->search));
}

static void
add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlLibrariesPage *self = BL_LIBRARIES_PAGE (widget);

  on_show_all (self);
  bl_library_edit_add (self->session);
  show_editor (self);
}

static void
edit_running_cost (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlLibrariesPage *self = BL_LIBRARIES_PAGE (widget);

  adw_flap_set_reveal_flap (self->flap, TRUE);
  bl_library_editor_focus_cost (self->editor);
}

static void
toggle_pane (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlLibrariesPage *self = BL_LIBRARIES_PAGE (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

/* --- Overrides ------------------------------------------------------------ */

static void
fill_drop_downs (BlLibrariesPage *self)
{
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) operations = gtk_string_list_new (NULL);

  for (guint i = 0; bl_library_state_titles[i] != NULL; i++)
    gtk_string_list_append (states, _ (bl_library_state_titles[i]));
  gtk_drop_down_set_model (self->state, G_LIST_MODEL (states));
  gtk_string_list_append (operations, _ ("Run by: anyone"));
  for (int i = BL_OPERATION_COUNCIL; i <= BL_OPERATION_INDEPENDENT; i++)
    gtk_string_list_append (operations, _ (bl_operation_get_title (i)));
  gtk_drop_down_set_model (self->run_by, G_LIST_MODEL (operations));
}

static void
make_model (BlLibrariesPage *self)
{
  GListModel *libraries = bl_project_get_libraries (bl_session_get_project (self->session));
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  self->filter = bl_library_filter_new (self->session);
  filtered = gtk_filter_list_model_new (g_object_ref (libraries), GTK_FILTER (g_object_ref (self->filter)));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), bl_library_columns_make_sorter (self->view, self->session));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
}

static void
bl_libraries_page_constructed (GObject *object)
{
  BlLibrariesPage *self = BL_LIBRARIES_PAGE (object);

  G_OBJECT_CLASS (bl_libraries_page_parent_class)->constructed (object);
  bl_library_columns_add (self->view, self->session);
  make_model (self);
  fill_drop_downs (self);
  bl_library_editor_set_session (self->editor, self->session);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.add", bl_session_get_editable (self->session));
  g_signal_connect_object (self->session, "notify::library", G_CALLBACK (on_picked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::library-state", G_CALLBACK (on_session_state_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "facts-changed", G_CALLBACK (on_facts_changed), self, G_CONNECT_SWAPPED);
  on_session_state_changed (self);
  on_facts_changed (self);
  on_picked (self);
}

static void
bl_libraries_page_dispose (GObject *object)
{
  BlLibrariesPage *self = BL_LIBRARIES_PAGE (object);

  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  self->view = NULL;
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);
  g_clear_object (&self->session);
  g_clear_pointer (&self->subtitle, g_free);
  G_OBJECT_CLASS (bl_libraries_page_parent_class)->dispose (object);
}

static void
bl_libraries_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, BL_LIBRARIES_PAGE (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_libraries_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      BL_LIBRARIES_PAGE (object)->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_libraries_page_class_init (BlLibrariesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bl_libraries_page_constructed;
  object_class->dispose = bl_libraries_page_dispose;
  object_class->get_property = bl_libraries_page_get_property;
  object_class->set_property = bl_libraries_page_set_property;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, BL_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "page.find", NULL, find);
  gtk_widget_class_install_action (widget_class, "page.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "page.toggle-pane", NULL, toggle_pane);
  gtk_widget_class_install_action (widget_class, "libraries.edit-running-cost", NULL, edit_running_cost);

  g_type_ensure (BL_TYPE_ADAPTIVE_BIN);
  g_type_ensure (BL_TYPE_LIBRARY_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/libraries-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BlLibrariesPage, bin);
  gtk_widget_class_bind_template_child (widget_class, BlLibrariesPage, flap);
  gtk_widget_class_bind_template_child (widget_class, BlLibrariesPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, BlLibrariesPage, editor);
  gtk_widget_class_bind_template_child (widget_class, BlLibrariesPage, start);
  gtk_widget_class_bind_template_child (widget_class, BlLibrariesPage, end);
  gtk_widget_class_bind_template_child (widget_class, BlLibrariesPage, add_content);
  gtk_widget_class_bind_template_child (widget_class, BlLibrariesPage, search);
  gtk_widget_class_bind_template_child (widget_class, BlLibrariesPage, toolbar);
  gtk_widget_class_bind_template_child (widget_class, BlLibrariesPage, find_button);
  gtk_widget_class_bind_template_child (widget_class, BlLibrariesPage, state);
  gtk_widget_class_bind_template_child (widget_class, BlLibrariesPage, run_by);
  gtk_widget_class_bind_template_child (widget_class, BlLibrariesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BlLibrariesPage, view);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_hide_pane);
  gtk_widget_class_bind_template_callback (widget_class, on_mapped);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_pane_revealed);
  gtk_widget_class_bind_template_callback (widget_class, on_run_by_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all);
  gtk_widget_class_bind_template_callback (widget_class, on_state_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_tight_changed);
}

static void
bl_libraries_page_init (BlLibrariesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bl_theme_connect (GTK_WIDGET (self), update_pane_width);
  update_pane_width (GTK_WIDGET (self));
}

BlLibrariesPage *
bl_libraries_page_new (BlSession *session)
{
  return g_object_new (BL_TYPE_LIBRARIES_PAGE, "session", session, NULL);
}
