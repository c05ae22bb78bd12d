/* needs-libraries-view.c: libraries in order of their people's need, and their profiles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "needs-libraries-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "adaptive-bin.h"
#include "needs-findings.h"
#include "needs-picker.h"
#include "needs-table.h"
#include "profile-view.h"

struct _BlNeedsLibrariesView
{
  GtkWidget parent_instance;
  BlAdaptiveBin *bin;
  GtkBox *columns;
  GtkWidget *list_part, *search_bar;
  BlNeedsPicker *picker;
  GtkLabel *finding, *summary, *unknown, *lacks, *firm;
  GtkSearchEntry *search;
  BlNeedsTable *table;
  BlProfileView *profile;

  BlNeedsModel *model;
  BlSession *session;
  gboolean table_shown;
};

G_DEFINE_FINAL_TYPE (BlNeedsLibrariesView, bl_needs_libraries_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TABLE_SHOWN,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
set_words (GtkLabel *label, const char *words)
{
  gtk_label_set_text (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL && *words != '\0');
}

int
bl_needs_libraries_view_get_library (BlNeedsLibrariesView *self)
{
  BlFacts *facts = bl_needs_model_get_facts (self->model);
  const BlNeeds *libraries = bl_needs_model_get_libraries (self->model);
  const char *id = bl_session_get_library (self->session);
  int library = id != NULL ? bl_facts_find_library (facts, id) : -1;

  if (library < 0 && libraries != NULL && libraries->n_known > 0)
    library = (int) libraries->rows[libraries->order[0]];
  return library;
}

static void
update_pick (BlNeedsLibrariesView *self)
{
  int library = bl_needs_libraries_view_get_library (self);

  bl_needs_table_set_picked (self->table, library);
  bl_profile_view_set_library (self->profile, library);
}

static void
update_words (BlNeedsLibrariesView *self)
{
  BlFacts *facts = bl_needs_model_get_facts (self->model);
  const BlNeeds *libraries = bl_needs_model_get_libraries (self->model);
  const BlNeedPreset *preset = bl_needs_model_get_preset (self->model);
  const BlNeedsQuestion *question = bl_needs_model_get_question (self->model);
  const BlNeedsFirmness *firmness = question->of_libraries ? bl_needs_model_get_firmness (self->model) : NULL;
  g_autoptr (GPtrArray) lacks = bl_needs_question_lacks (facts, question);
  g_autofree char *finding = libraries != NULL ? bl_needs_finding_libraries (facts, libraries) : NULL;
  g_autofree char *firm = firmness != NULL ? bl_needs_finding_firmness (firmness, TRUE, 10) : NULL;
  g_autofree char *all_lacks = NULL;

  g_ptr_array_add (lacks, NULL);
  all_lacks = g_strjoinv ("\n", (char **) lacks->pdata);
  set_words (self->finding, finding != NULL ? finding : bl_needs_model_get_reason (self->model));
  set_words (self->summary, question->of_libraries ? preset != NULL ? _ (preset->summary) : NULL
                                                   : _ ("Need of a library: the mean over the people nearest to it."));
  set_words (self->unknown, preset != NULL && preset->unknown != NULL ? _ (preset->unknown) : NULL);
  set_words (self->lacks, all_lacks);
  set_words (self->firm, firm);
}

static void
on_changed (BlNeedsLibrariesView *self)
{
  update_words (self);
  update_pick (self);
}

static void
on_picked (BlNeedsLibrariesView *self, int library)
{
  BlFacts *facts = bl_needs_model_get_facts (self->model);

  if (library < 0)
    return;
  bl_session_set_area (self->session, NULL);
  bl_session_set_library (self->session, facts->libraries[library].id);
}

static void
on_search_changed (BlNeedsLibrariesView *self)
{
  bl_needs_table_set_search (self->table, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
on_search_stopped (BlNeedsLibrariesView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_set_visible (self->search_bar, FALSE);
}

static void
on_narrow_changed (BlNeedsLibrariesView *self)
{
  gboolean narrow = bl_adaptive_bin_get_narrow (self->bin);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (self->list_part, narrow ? -1 : 420, -1);
}

/* --- Overrides ---------------------------------------------------------------------- */

static void
bl_needs_libraries_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TABLE_SHOWN:
      g_value_set_boolean (value, BL_NEEDS_LIBRARIES_VIEW (object)->table_shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_needs_libraries_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlNeedsLibrariesView *self = BL_NEEDS_LIBRARIES_VIEW (object);

  switch (id)
    {
    case PROP_TABLE_SHOWN:
      if (self->table_shown == g_value_get_boolean (value))
        return;
      self->table_shown = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_needs_libraries_view_dispose (GObject *object)
{
  BlNeedsLibrariesView *self = BL_NEEDS_LIBRARIES_VIEW (object);
  GtkWidget *child;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), BL_TYPE_NEEDS_LIBRARIES_VIEW);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_needs_libraries_view_parent_class)->dispose (object);
}

static void
bl_needs_libraries_view_class_init (BlNeedsLibrariesViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bl_needs_libraries_view_get_property;
  object_class->set_property = bl_needs_libraries_view_set_property;
  object_class->dispose = bl_needs_libraries_view_dispose;
  properties[PROP_TABLE_SHOWN]
      = g_param_spec_boolean ("table-shown", NULL, NULL, TRUE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (BL_TYPE_ADAPTIVE_BIN);
  g_type_ensure (BL_TYPE_NEEDS_PICKER);
  g_type_ensure (BL_TYPE_NEEDS_TABLE);
  g_type_ensure (BL_TYPE_PROFILE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/branchline/Branchline/needs-libraries-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BlNeedsLibrariesView, bin);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsLibrariesView, columns);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsLibrariesView, list_part);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsLibrariesView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsLibrariesView, picker);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsLibrariesView, finding);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsLibrariesView, summary);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsLibrariesView, unknown);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsLibrariesView, lacks);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsLibrariesView, firm);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsLibrariesView, search);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsLibrariesView, table);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsLibrariesView, profile);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "needs-libraries");
}

static void
bl_needs_libraries_view_init (BlNeedsLibrariesView *self)
{
  self->table_shown = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bl_needs_libraries_view_set_model (BlNeedsLibrariesView *self, BlNeedsModel *model)
{
  g_return_if_fail (BL_IS_NEEDS_LIBRARIES_VIEW (self) && self->model == NULL);

  self->model = g_object_ref (model);
  self->session = g_object_ref (bl_needs_model_get_session (model));
  bl_needs_picker_set_model (self->picker, model);
  bl_needs_table_set_model (self->table, model);
  bl_profile_view_set_model (self->profile, model);
  g_signal_connect_object (model, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "weighed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::library", G_CALLBACK (update_pick), self, G_CONNECT_SWAPPED);
  on_changed (self);
}

void
bl_needs_libraries_view_find (BlNeedsLibrariesView *self)
{
  g_return_if_fail (BL_IS_NEEDS_LIBRARIES_VIEW (self));

  g_object_set (self, "table-shown", TRUE, NULL);
  gtk_widget_set_visible (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

char *
bl_needs_libraries_view_to_text (BlNeedsLibrariesView *self)
{
  return bl_needs_table_to_text (self->table);
}
