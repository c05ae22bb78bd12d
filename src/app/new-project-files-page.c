/* new-project-files-page.c: libraries, or areas and people, of a new project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "new-project-files-page.h"

#include <glib/gi18n-lib.h>

#include "new-project-fact.h"
#include "new-project-file-row.h"
#include "reference-sources.h"
#include "text.h"

struct _BlNewProjectFilesPage
{
  AdwBin parent_instance;

  GtkLabel *heading;
  GtkLabel *sentence;
  GtkWidget *published;
  AdwActionRow *use_row;
  GtkSwitch *use_switch;
  GtkWidget *facts_box;
  GtkFlowBox *facts;
  GtkListBox *files_list;
  GtkListBox *actions_list;
  GtkWidget *libraries_row;
  GtkWidget *outlines_row;
  GtkWidget *points_row;
  GtkWidget *figures_row;

  BlNewProjectStep step;
  BlNewProjectDraft *draft;
  BlReference *reference;
  GtkFilterListModel *files;
  gboolean loading;
};

enum
{
  PROP_STEP = 1,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  IMPORT_WANTED,
  FILE_REMOVED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlNewProjectFilesPage, bl_new_project_files_page, ADW_TYPE_BIN)

/* --- Showing ------------------------------------------------------------------- */

/* The open ones, then the others. */
static void
list_libraries (BlNewProjectFilesPage *self, const BlReferenceService *service)
{
  g_autoptr (GArray) libraries = bl_reference_get_libraries (self->reference, service, NULL);

  bl_new_project_fact_clear (self->facts);
  for (int open = 1; libraries != NULL && open >= 0; open--)
    for (guint i = 0; i < libraries->len; i++)
      {
        const BlReferenceLibrary *library = &g_array_index (libraries, BlReferenceLibrary, i);
        BlMarkerLook look = { .operation = library->operation, .statutory = library->statutory };
        g_autofree char *words = NULL;

        if (library->open != open)
          continue;
        if (!library->open)
          words = g_strdup (_("Not open in 2023"));
        else
          words = g_strdup_printf (library->statutory ? _("%s, statutory") : _("%s, not statutory"),
                                   _(bl_operation_get_title (library->operation)));
        bl_new_project_fact_append_library (self->facts, &look, library->name, words);
      }
}

static void
show_libraries (BlNewProjectFilesPage *self, const BlReferenceService *service)
{
  g_autofree char *title = NULL, *subtitle = NULL, *finding = NULL;

  if (service == NULL)
    {
      gtk_label_set_label (self->heading, _("Have you a list of your libraries?"));
      gtk_label_set_label (self->sentence, _("Bring it in here, or go on and add libraries by hand later."));
      return;
    }
  finding = g_strdup_printf (ngettext ("%u library is in the published list", "%u libraries are in the published list",
                                       service->libraries),
                             service->libraries);
  gtk_label_set_label (self->heading, finding);
  gtk_label_set_label (self->sentence,
                       _("Use it as it is, mend it with a list of your own, or take only yours. A file updates the "
                         "libraries it knows and adds the others."));
  title = g_strdup_printf (ngettext ("%u library, %u of them open", "%u libraries, %u of them open",
                                     service->libraries),
                           service->libraries, service->open);
  subtitle = g_strdup_printf ("%s, %s", bl_reference_source_libraries.source, bl_reference_source_libraries.date);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->use_row), title);
  adw_action_row_set_subtitle (self->use_row, subtitle);
  list_libraries (self, service);
}

static void
show_areas (BlNewProjectFilesPage *self, const BlReferenceService *service)
{
  g_autofree char *title = NULL, *subtitle = NULL, *areas = NULL, *people = NULL, *finding = NULL, *places = NULL;

  if (service == NULL)
    {
      gtk_label_set_label (self->heading, _("Where do people live?"));
      gtk_label_set_label (self->sentence, _("Outlines or places of small areas, and how many people live in each, let "
                                             "Branchline say who is near a library. Both can wait."));
      return;
    }
  areas = bl_text_number (service->areas, 0);
  people = bl_text_number ((double) service->people, 0);
  finding = g_strdup_printf (ngettext ("%s people in %s small area", "%s people in %s small areas", service->areas),
                             people, areas);
  gtk_label_set_label (self->heading, finding);
  gtk_label_set_label (self->sentence,
                       _("That is enough for distances and catchments. Outlines make the map easier to read; figures "
                         "of your own can be added as well."));
  title = g_strdup_printf (ngettext ("%s small area and the people in it", "%s small areas and the people in them",
                                     service->areas),
                           areas);
  subtitle = g_strdup_printf ("%s, %s", bl_reference_source_people.source, bl_reference_source_people.date);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->use_row), title);
  adw_action_row_set_subtitle (self->use_row, subtitle);

  bl_new_project_fact_clear (self->facts);
  for (guint i = 0; i < bl_reference_n_values; i++)
    {
      const BlReferenceValue *value = &bl_reference_values[i];
      g_autofree char *source = g_strdup_printf ("%s, %s", value->source->source, value->source->date);

      bl_new_project_fact_append (self->facts, TRUE, _(value->title), source);
    }
  places = g_strdup_printf ("%s, %s", bl_reference_source_points.source, bl_reference_source_points.date);
  bl_new_project_fact_append (self->facts, TRUE, _("A place for each area: where its people are centred"), places);
}

static void
show_use (BlNewProjectFilesPage *self)
{
  gboolean use = self->step == BL_NEW_PROJECT_STEP_LIBRARIES ? bl_new_project_draft_wants_libraries (self->draft)
                                                             : bl_new_project_draft_wants_areas (self->draft);

  self->loading = TRUE;
  gtk_switch_set_active (self->use_switch, use);
  self->loading = FALSE;
  gtk_widget_set_visible (self->facts_box, use);
}

static void
on_files_changed (BlNewProjectFilesPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->files_list), g_list_model_get_n_items (G_LIST_MODEL (self->files)) > 0);
}

/* --- Callbacks ------------------------------------------------------------------- */

static void
on_use_changed (BlNewProjectFilesPage *self)
{
  const char *field = self->step == BL_NEW_PROJECT_STEP_LIBRARIES ? "without-libraries" : "without-areas";

  if (self->loading || self->draft == NULL)
    return;
  if (gtk_switch_get_active (self->use_switch))
    bl_record_clear (BL_RECORD (self->draft), field);
  else
    bl_record_set_boolean (BL_RECORD (self->draft), field, TRUE);
  show_use (self);
}

static void
on_action_activated (BlNewProjectFilesPage *self, GtkListBoxRow *row)
{
  BlImportKind kind = BL_IMPORT_UNKNOWN;

  if (GTK_WIDGET (row) == self->libraries_row)
    kind = BL_IMPORT_LIBRARIES;
  else if (GTK_WIDGET (row) == self->outlines_row)
    kind = BL_IMPORT_AREAS;
  else if (GTK_WIDGET (row) == self->points_row)
    kind = BL_IMPORT_POINTS;
  else if (GTK_WIDGET (row) == self->figures_row)
    kind = BL_IMPORT_VALUES;
  g_signal_emit (self, signals[IMPORT_WANTED], 0, (guint) kind, NULL);
}

static gboolean
on_drop (BlNewProjectFilesPage *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files == NULL)
    return FALSE;
  g_signal_emit (self, signals[IMPORT_WANTED], 0, (guint) BL_IMPORT_UNKNOWN, G_FILE (files->data));
  return TRUE;
}

static void
on_remove_wanted (BlNewProjectFileRow *row, BlNewProjectFilesPage *self)
{
  g_autoptr (BlNewProjectFile) file = g_object_ref (bl_new_project_file_row_get_file (row));
  GListModel *list = bl_record_get_list (BL_RECORD (self->draft), "files");

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BlNewProjectFile) other = g_list_model_get_item (list, i);

      if (other == file)
        {
          bl_record_remove (BL_RECORD (file));
          g_signal_emit (self, signals[FILE_REMOVED], 0, file, i);
          return;
        }
    }
}

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  GtkWidget *row = bl_new_project_file_row_new (item);

  g_signal_connect_object (row, "remove-wanted", G_CALLBACK (on_remove_wanted), data, 0);
  return row;
}

static gboolean
filter_file (gpointer item, gpointer data)
{
  return bl_new_project_draft_get_step_of (item) == BL_NEW_PROJECT_FILES_PAGE (data)->step;
}

/* --- Class ----------------------------------------------------------------------- */

static void
bl_new_project_files_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_STEP:
      BL_NEW_PROJECT_FILES_PAGE (object)->step = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_new_project_files_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_STEP:
      g_value_set_enum (value, (int) BL_NEW_PROJECT_FILES_PAGE (object)->step);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_new_project_files_page_constructed (GObject *object)
{
  BlNewProjectFilesPage *self = BL_NEW_PROJECT_FILES_PAGE (object);
  gboolean libraries = self->step == BL_NEW_PROJECT_STEP_LIBRARIES;

  G_OBJECT_CLASS (bl_new_project_files_page_parent_class)->constructed (object);
  gtk_widget_set_visible (self->libraries_row, libraries);
  gtk_widget_set_visible (self->outlines_row, !libraries);
  gtk_widget_set_visible (self->points_row, !libraries);
  gtk_widget_set_visible (self->figures_row, !libraries);
  gtk_flow_box_set_max_children_per_line (self->facts, libraries ? 3 : 2);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->use_switch), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  libraries ? _("Use the published libraries")
                                            : _("Use the published areas and figures"),
                                  -1);
}

static void
bl_new_project_files_page_dispose (GObject *object)
{
  BlNewProjectFilesPage *self = BL_NEW_PROJECT_FILES_PAGE (object);

  if (self->files_list != NULL)
    gtk_list_box_bind_model (self->files_list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->files);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (bl_new_project_files_page_parent_class)->dispose (object);
}

static void
bl_new_project_files_page_class_init (BlNewProjectFilesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = bl_new_project_files_page_set_property;
  object_class->get_property = bl_new_project_files_page_get_property;
  object_class->constructed = bl_new_project_files_page_constructed;
  object_class->dispose = bl_new_project_files_page_dispose;

  properties[PROP_STEP] = g_param_spec_enum ("step", NULL, NULL, BL_TYPE_NEW_PROJECT_STEP,
                                             BL_NEW_PROJECT_STEP_LIBRARIES,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[IMPORT_WANTED] = g_signal_new ("import-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_FILE);
  signals[FILE_REMOVED] = g_signal_new ("file-removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 2, BL_TYPE_NEW_PROJECT_FILE, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/branchline/Branchline/new-project-files-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectFilesPage, heading);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectFilesPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectFilesPage, published);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectFilesPage, use_row);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectFilesPage, use_switch);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectFilesPage, facts_box);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectFilesPage, facts);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectFilesPage, files_list);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectFilesPage, actions_list);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectFilesPage, libraries_row);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectFilesPage, outlines_row);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectFilesPage, points_row);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectFilesPage, figures_row);
  gtk_widget_class_bind_template_callback (widget_class, on_use_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_action_activated);
}

static void
bl_new_project_files_page_init (BlNewProjectFilesPage *self)
{
  GtkDropTarget *target;

  gtk_widget_init_template (GTK_WIDGET (self));
  target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
bl_new_project_files_page_new (BlNewProjectStep step)
{
  return g_object_new (BL_TYPE_NEW_PROJECT_FILES_PAGE, "step", step, NULL);
}

void
bl_new_project_files_page_set_draft (BlNewProjectFilesPage *self, BlContext *context, BlNewProjectDraft *draft)
{
  g_return_if_fail (BL_IS_NEW_PROJECT_FILES_PAGE (self));
  g_return_if_fail (self->draft == NULL);

  self->draft = g_object_ref (draft);
  /* The first page says when it cannot be had. */
  self->reference = bl_context_get_reference (context, NULL);
  self->files = gtk_filter_list_model_new (g_object_ref (bl_record_get_list (BL_RECORD (draft), "files")),
                                           GTK_FILTER (gtk_custom_filter_new (filter_file, self, NULL)));
  gtk_list_box_bind_model (self->files_list, G_LIST_MODEL (self->files), create_row, self, NULL);
  g_signal_connect_object (self->files, "items-changed", G_CALLBACK (on_files_changed), self, G_CONNECT_SWAPPED);
  bl_new_project_files_page_reload (self);
}

void
bl_new_project_files_page_reload (BlNewProjectFilesPage *self)
{
  const BlReferenceService *service = NULL;

  g_return_if_fail (BL_IS_NEW_PROJECT_FILES_PAGE (self));
  g_return_if_fail (self->draft != NULL);

  if (self->reference != NULL && bl_new_project_draft_get_origin (self->draft) == BL_NEW_PROJECT_ORIGIN_PUBLISHED)
    service = bl_reference_find_service (self->reference, bl_record_get_text (BL_RECORD (self->draft), "service"),
                                         NULL);
  gtk_widget_set_visible (self->published, service != NULL);
  if (self->step == BL_NEW_PROJECT_STEP_LIBRARIES)
    show_libraries (self, service);
  else
    show_areas (self, service);
  show_use (self);
  on_files_changed (self);
}
