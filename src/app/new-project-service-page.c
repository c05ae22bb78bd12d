/* new-project-service-page.c: the first step of a new project: which service is it for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "new-project-service-page.h"

#include <glib/gi18n-lib.h>

#include "adaptive-bin.h"
#include "new-project-preview.h"
#include "new-project-service-row.h"
#include "theme.h"

/* Of the list in one column; and of a row, in pixels at the usual text size. */
#define FEW_ROWS 5
#define ROW_HEIGHT 56
/* Wider than any screen, yet safe to multiply. */
#define UNCLAMPED 10000

struct _BlNewProjectServicePage
{
  AdwBin parent_instance;

  BlAdaptiveBin *bin;
  GtkBox *columns;
  AdwClamp *clamp;
  GtkWidget *answer;
  GtkEditable *search;
  GtkLabel *count;
  GtkScrolledWindow *list_scroller;
  GtkListBox *list;
  AdwActionRow *empty_row;
  GtkImage *empty_mark;
  GtkWidget *names;
  GtkEditable *name_entry;
  GtkEditable *title_entry;
  GtkStack *preview_stack;
  BlNewProjectPreview *preview;
  AdwStatusPage *error_page;

  BlNewProjectDraft *draft;
  BlReference *reference; /* the context's; NULL where the data are not installed */
  GListModel *services;
  GtkFilterListModel *found;
  char **words;
  const BlReferenceService *shown;
  guint loading; /* fields are being filled from the draft, by so many at once */
};

enum
{
  DONE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlNewProjectServicePage, bl_new_project_service_page, ADW_TYPE_BIN)

/* --- Showing ------------------------------------------------------------------- */

static void
show_error (BlNewProjectServicePage *self, const GError *error)
{
  g_autofree char *words = g_strdup_printf (_("%s You can still start empty, or from your own files."),
                                            error->message);

  adw_status_page_set_description (self->error_page, words);
  gtk_stack_set_visible_child_name (self->preview_stack, "error");
}

static void
show_preview (BlNewProjectServicePage *self)
{
  const char *code = bl_record_get_text (BL_RECORD (self->draft), "service");
  g_autoptr (GError) error = NULL;
  const BlReferenceService *service;

  switch (bl_new_project_draft_get_origin (self->draft))
    {
    case BL_NEW_PROJECT_ORIGIN_EMPTY:
      gtk_stack_set_visible_child_name (self->preview_stack, "empty");
      return;
    case BL_NEW_PROJECT_ORIGIN_PUBLISHED:
      break;
    case BL_NEW_PROJECT_ORIGIN_UNKNOWN:
    default:
      if (self->reference != NULL)
        gtk_stack_set_visible_child_name (self->preview_stack, "none");
      return;
    }
  if (self->reference == NULL)
    return;
  service = bl_reference_find_service (self->reference, code, &error);
  if (service != NULL && service != self->shown)
    {
      if (bl_new_project_preview_set_service (self->preview, self->reference, service, &error))
        self->shown = service;
      else
        self->shown = NULL;
    }
  if (error != NULL)
    show_error (self, error);
  else
    gtk_stack_set_visible_child_name (self->preview_stack, "service");
}

/* Ticks and the selection follow the draft. */
static void
show_choice (BlNewProjectServicePage *self)
{
  BlNewProjectOrigin origin = bl_new_project_draft_get_origin (self->draft);
  const char *code = bl_record_get_text (BL_RECORD (self->draft), "service");
  GtkListBoxRow *row;
  GtkListBoxRow *chosen = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      const BlReferenceService *service = bl_new_project_service_row_get_service (BL_NEW_PROJECT_SERVICE_ROW (row));
      gboolean is_chosen = origin == BL_NEW_PROJECT_ORIGIN_PUBLISHED && g_strcmp0 (service->code, code) == 0;

      bl_new_project_service_row_set_chosen (BL_NEW_PROJECT_SERVICE_ROW (row), is_chosen);
      if (is_chosen)
        chosen = row;
    }
  self->loading++;
  gtk_list_box_select_row (self->list, chosen);
  self->loading--;

  gtk_image_set_from_icon_name (self->empty_mark, origin == BL_NEW_PROJECT_ORIGIN_EMPTY ? "object-select-symbolic"
                                                                                         : "go-next-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->empty_row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  origin == BL_NEW_PROJECT_ORIGIN_EMPTY
                                      ? _("Chosen")
                                      : adw_action_row_get_subtitle (self->empty_row),
                                  -1);
  gtk_widget_set_visible (self->names, origin != BL_NEW_PROJECT_ORIGIN_UNKNOWN);
  gtk_widget_set_visible (GTK_WIDGET (self->name_entry), origin == BL_NEW_PROJECT_ORIGIN_EMPTY);
}

static void
show_names (BlNewProjectServicePage *self)
{
  const char *title = bl_new_project_draft_get_title (self->draft);
  const char *name = bl_record_get_text (BL_RECORD (self->draft), "service-name");

  self->loading++;
  if (g_strcmp0 (gtk_editable_get_text (self->title_entry), title != NULL ? title : "") != 0)
    gtk_editable_set_text (self->title_entry, title != NULL ? title : "");
  if (bl_new_project_draft_get_origin (self->draft) == BL_NEW_PROJECT_ORIGIN_EMPTY
      && g_strcmp0 (gtk_editable_get_text (self->name_entry), name != NULL ? name : "") != 0)
    gtk_editable_set_text (self->name_entry, name != NULL ? name : "");
  self->loading--;
}

/* Beside the preview the list takes what height there is; above it, in one
 * column, it shows a few rows and scrolls by itself. */
static void
fit_list (BlNewProjectServicePage *self)
{
  double text_scale = bl_theme_get_text_scale (GTK_WIDGET (self));
  guint found = self->found != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->found)) : 0;
  gboolean narrow = bl_adaptive_bin_get_narrow (self->bin);
  int rows = (int) MIN (found, narrow ? FEW_ROWS : 1);

  gtk_scrolled_window_set_min_content_height (self->list_scroller,
                                              (int) (MAX (rows, 1) * ROW_HEIGHT * text_scale) + 6);
}

static void
show_count (BlNewProjectServicePage *self)
{
  guint all = g_list_model_get_n_items (self->services);
  guint found = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  g_autofree char *words = NULL;

  if (self->words == NULL || self->words[0] == NULL)
    words = g_strdup_printf (ngettext ("%u service", "%u services", all), all);
  else if (found == 0)
    words = g_strdup_printf (_("None of %u services has this in its name or code. Try fewer letters."), all);
  else
    words = g_strdup_printf (ngettext ("%u of %u services", "%u of %u services", found), found, all);
  gtk_label_set_label (self->count, words);
  gtk_widget_set_visible (GTK_WIDGET (self->list_scroller), found > 0);
  fit_list (self);
}

/* --- Choosing ------------------------------------------------------------------- */

static void
choose_row (BlNewProjectServicePage *self, GtkListBoxRow *row)
{
  bl_new_project_draft_choose_service (self->draft,
                                       bl_new_project_service_row_get_service (BL_NEW_PROJECT_SERVICE_ROW (row)));
  show_choice (self);
  show_names (self);
  show_preview (self);
}

static void
on_row_selected (BlNewProjectServicePage *self, GtkListBoxRow *row)
{
  /* A row that a search takes away is not a change of mind. */
  if (row != NULL && self->loading == 0)
    choose_row (self, row);
}

static void
on_row_activated (BlNewProjectServicePage *self, GtkListBoxRow *row)
{
  choose_row (self, row);
}

static void
on_other_activated (BlNewProjectServicePage *self, GtkListBoxRow *row)
{
  bl_new_project_draft_choose_empty (self->draft);
  show_choice (self);
  show_names (self);
  show_preview (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
}

static gboolean
filter_service (gpointer item, gpointer data)
{
  BlNewProjectServicePage *self = data;

  return self->words == NULL
         || bl_new_project_service_item_matches (item, (const char *const *) self->words);
}

static void
on_search_changed (BlNewProjectServicePage *self)
{
  const char *text = gtk_editable_get_text (self->search);

  g_strfreev (self->words);
  self->words = bl_new_project_service_words (text);
  if (self->found != NULL)
    {
      gtk_filter_changed (gtk_filter_list_model_get_filter (self->found), GTK_FILTER_CHANGE_DIFFERENT);
      show_count (self);
      show_choice (self);
    }
  if (self->loading == 0)
    bl_record_set_text (BL_RECORD (self->draft), "search", *text != '\0' ? text : NULL);
}

/* Enter in the search takes the first that was found, and Enter again goes on. */
static void
on_search_activated (BlNewProjectServicePage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row == NULL)
    return;
  if (gtk_list_box_get_selected_row (self->list) != NULL)
    g_signal_emit (self, signals[DONE], 0);
  else
    choose_row (self, row);
}

static void
on_name_changed (BlNewProjectServicePage *self)
{
  const char *text = gtk_editable_get_text (self->name_entry);

  if (self->loading == 0)
    bl_record_set_text (BL_RECORD (self->draft), "service-name", *text != '\0' ? text : NULL);
}

static void
on_title_changed (BlNewProjectServicePage *self)
{
  if (self->loading == 0)
    bl_new_project_draft_set_title (self->draft, gtk_editable_get_text (self->title_entry));
}

static void
on_narrow_changed (BlNewProjectServicePage *self)
{
  gboolean narrow = bl_adaptive_bin_get_narrow (self->bin);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  fit_list (self);
  gtk_widget_set_size_request (self->answer, narrow ? -1 : 380, -1);
  adw_clamp_set_maximum_size (self->clamp, narrow ? UNCLAMPED : 380);
  adw_clamp_set_tightening_threshold (self->clamp, narrow ? UNCLAMPED : 380);
}

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  return bl_new_project_service_row_new (item);
}

/* --- Class ----------------------------------------------------------------------- */

static void
bl_new_project_service_page_dispose (GObject *object)
{
  BlNewProjectServicePage *self = BL_NEW_PROJECT_SERVICE_PAGE (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->found);
  g_clear_object (&self->services);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->words, g_strfreev);
  G_OBJECT_CLASS (bl_new_project_service_page_parent_class)->dispose (object);
}

static void
bl_new_project_service_page_class_init (BlNewProjectServicePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_new_project_service_page_dispose;
  g_type_ensure (BL_TYPE_ADAPTIVE_BIN);
  g_type_ensure (BL_TYPE_NEW_PROJECT_PREVIEW);

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/branchline/Branchline/new-project-service-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectServicePage, bin);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectServicePage, columns);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectServicePage, clamp);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectServicePage, answer);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectServicePage, search);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectServicePage, count);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectServicePage, list_scroller);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectServicePage, list);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectServicePage, empty_row);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectServicePage, empty_mark);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectServicePage, names);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectServicePage, name_entry);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectServicePage, title_entry);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectServicePage, preview_stack);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectServicePage, preview);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectServicePage, error_page);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_other_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_title_changed);
}

static void
bl_new_project_service_page_init (BlNewProjectServicePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bl_new_project_service_page_new (void)
{
  return g_object_new (BL_TYPE_NEW_PROJECT_SERVICE_PAGE, NULL);
}

void
bl_new_project_service_page_set_draft (BlNewProjectServicePage *self, BlContext *context, BlNewProjectDraft *draft)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (BL_IS_NEW_PROJECT_SERVICE_PAGE (self));
  g_return_if_fail (self->draft == NULL);

  self->draft = g_object_ref (draft);
  self->reference = bl_context_get_reference (context, &error);
  if (self->reference != NULL)
    {
      self->services = bl_new_project_service_items_new (self->reference);
      self->found = gtk_filter_list_model_new (g_object_ref (self->services),
                                               GTK_FILTER (gtk_custom_filter_new (filter_service, self, NULL)));
      gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->found), create_row, self, NULL);
    }
  else
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->search), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->count), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->list_scroller), FALSE);
      show_error (self, error);
    }
  bl_new_project_service_page_reload (self);
}

void
bl_new_project_service_page_reload (BlNewProjectServicePage *self)
{
  g_autofree char *search = NULL;

  g_return_if_fail (BL_IS_NEW_PROJECT_SERVICE_PAGE (self));
  g_return_if_fail (self->draft != NULL);

  search = g_strdup (bl_record_get_text (BL_RECORD (self->draft), "search"));
  self->loading++;
  gtk_editable_set_text (self->search, search != NULL ? search : "");
  on_search_changed (self);
  self->loading--;
  show_choice (self);
  show_names (self);
  show_preview (self);
}

void
bl_new_project_service_page_focus (BlNewProjectServicePage *self)
{
  g_return_if_fail (BL_IS_NEW_PROJECT_SERVICE_PAGE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
