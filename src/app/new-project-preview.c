/* new-project-preview.c: a published service, its map, and what comes with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "new-project-preview.h"

#include <glib/gi18n-lib.h>

#include "new-project-fact.h"
#include "new-project-map.h"
#include "places.h"
#include "reference-sources.h"
#include "text.h"

struct _BlNewProjectPreview
{
  GtkBox parent_instance;

  GtkLabel *name;
  GtkLabel *kind;
  BlNewProjectMap *map;
  GtkLabel *attribution;
  GtkFlowBox *facts;
};

G_DEFINE_FINAL_TYPE (BlNewProjectPreview, bl_new_project_preview, GTK_TYPE_BOX)

static void
show_facts (BlNewProjectPreview *self, const BlReferenceService *service)
{
  g_autofree char *libraries = NULL, *people = NULL, *areas = NULL, *n_people = NULL, *n_areas = NULL;
  g_autofree char *libraries_source = NULL, *people_source = NULL, *areas_source = NULL;

  n_people = bl_text_number ((double) service->people, 0);
  n_areas = bl_text_number (service->areas, 0);

  libraries = g_strdup_printf (ngettext ("%u library, %u of them open", "%u libraries, %u of them open",
                                         service->libraries),
                               service->libraries, service->open);
  libraries_source = g_strdup_printf (_("Arts Council England, %s"), bl_reference_source_libraries.date);
  people = g_strdup_printf (_("%s people, by area"), n_people);
  people_source = g_strdup_printf (_("ONS, %s; ages %s"), bl_reference_source_people.date,
                                   bl_reference_source_ages.date);
  areas = g_strdup_printf (ngettext ("%s small area, as a point", "%s small areas, as points", service->areas),
                           n_areas);
  areas_source = g_strdup_printf (_("ONS, %s areas"), bl_reference_source_points.date);

  bl_new_project_fact_append (self->facts, TRUE, libraries, libraries_source);
  bl_new_project_fact_append (self->facts, TRUE, people, people_source);
  bl_new_project_fact_append (self->facts, TRUE, areas, areas_source);
  bl_new_project_fact_append (self->facts, TRUE, _("Deprivation of each area"), _("Indices of Deprivation 2019"));
  bl_new_project_fact_append (self->facts, TRUE, _("Libraries of neighbouring services"),
                              _("Within 40 km, from the same list"));
  bl_new_project_fact_append (self->facts, FALSE, _("Outlines of areas are yours to add"),
                              _("Step 3, or any time later"));
}

static void
bl_new_project_preview_class_init (BlNewProjectPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (BL_TYPE_NEW_PROJECT_MAP);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/branchline/Branchline/new-project-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectPreview, name);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectPreview, kind);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectPreview, map);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectPreview, attribution);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectPreview, facts);
}

static void
bl_new_project_preview_init (BlNewProjectPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_label (self->attribution, bl_places_attribution ());
}

GtkWidget *
bl_new_project_preview_new (void)
{
  return g_object_new (BL_TYPE_NEW_PROJECT_PREVIEW, NULL);
}

gboolean
bl_new_project_preview_set_service (BlNewProjectPreview *self, BlReference *reference,
                                    const BlReferenceService *service, GError **error)
{
  g_autoptr (GString) kind = g_string_new (NULL);

  g_return_val_if_fail (BL_IS_NEW_PROJECT_PREVIEW (self), FALSE);

  gtk_label_set_label (self->name, service->name);
  g_string_append (kind, service->type);
  if (service->population >= 0)
    {
      g_autofree char *population = bl_text_number ((double) service->population, 0);

      g_string_append (kind, ", ");
      /* TRANSLATORS: people of a service and when: "320,605 people, mid-2024". */
      g_string_append_printf (kind, _("%s people, %s"), population, bl_reference_source_services.date);
    }
  if (service->note != NULL)
    g_string_append_printf (kind, "\n%s", service->note);
  gtk_label_set_label (self->kind, kind->str);

  bl_new_project_fact_clear (self->facts);
  show_facts (self, service);
  return bl_new_project_map_set_service (self->map, reference, service, error);
}
