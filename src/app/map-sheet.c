/* map-sheet.c: what is picked on the map, below it, where room is short
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "map-figures.h"
#include "map-words.h"

struct _BlMapSheet
{
  GtkWidget parent_instance;

  GtkLabel *title, *place;
  GtkWidget *edit_button, *what_if_button, *close_button;
  GtkFlowBox *figures;
};

G_DEFINE_FINAL_TYPE (BlMapSheet, bl_map_sheet, GTK_TYPE_WIDGET)

static void
add_figure (BlMapSheet *self,
            char *figure, /* taken */
            const char *words,
            gboolean known)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *number = gtk_label_new (figure);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (number), 0);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (number, known ? "figure-s" : "dim-label");
  gtk_widget_add_css_class (label, "small");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), label);
  gtk_flow_box_append (self->figures, box);
  gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
  g_free (figure);
}

static void
show_figures (BlMapSheet *self, const BlMapFigures *figures)
{
  add_figure (self, bl_map_words_number (figures->people),
              figures->service ? _ ("people") : _ ("people live nearest"), !isnan (figures->people));
  add_figure (self, bl_map_words_number (figures->aged_0_15), _ ("aged 0–15"), !isnan (figures->aged_0_15));
  add_figure (self, bl_map_words_number (figures->aged_60_plus), _ ("aged 60 and over"),
              !isnan (figures->aged_60_plus));
  add_figure (self, bl_map_words_distance (figures->mean_distance), _ ("average distance"),
              !isnan (figures->mean_distance));
  add_figure (self, bl_map_words_percent (figures->within_mile_percent), _ ("within one mile"),
              !isnan (figures->within_mile_percent));
}

static void
show_area (BlMapSheet *self, const BlFacts *facts, const BlCatchments *catchments, int area)
{
  double young = bl_map_figures_of_area (facts, "aged_0_15", area);
  double old = bl_map_figures_of_area (facts, "aged_60_plus", area);
  double people = facts->population != NULL ? facts->population[area] : NAN;
  double distance = catchments != NULL ? catchments->access->distance[area] : NAN;
  int decile = bl_map_figures_find_decile (facts);

  add_figure (self, bl_map_words_number (people), _ ("people"), !isnan (people));
  add_figure (self, bl_map_words_number (young), _ ("aged 0–15"), !isnan (young));
  add_figure (self, bl_map_words_number (old), _ ("aged 60 and over"), !isnan (old));
  add_figure (self, bl_map_words_distance (distance), _ ("to the nearest library"), !isnan (distance));
  if (decile >= 0)
    add_figure (self, bl_map_words_number (facts->values[decile].numbers[area]), _ ("decile"),
                !isnan (facts->values[decile].numbers[area]));
}

/* "Council run, statutory, 23 hours a week" */
static char *
get_library_line (const BlFactsLibrary *known, BlLibrary *library)
{
  g_autofree char *hours = bl_map_words_hours (library);

  if (!known->open)
    return g_strdup (bl_map_words_run_by (known));
  /* TRANSLATORS: who runs a library, whether it is statutory, how long it is open */
  return g_strdup_printf (_ ("%s, %s, %s"), bl_map_words_run_by (known),
                          known->statutory ? _ ("statutory") : _ ("not statutory"),
                          hours != NULL ? hours : _ ("hours not known"));
}

static void
bl_map_sheet_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), BL_TYPE_MAP_SHEET);
  G_OBJECT_CLASS (bl_map_sheet_parent_class)->dispose (object);
}

static void
bl_map_sheet_class_init (BlMapSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bl_map_sheet_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/map-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, BlMapSheet, title);
  gtk_widget_class_bind_template_child (widget_class, BlMapSheet, place);
  gtk_widget_class_bind_template_child (widget_class, BlMapSheet, edit_button);
  gtk_widget_class_bind_template_child (widget_class, BlMapSheet, what_if_button);
  gtk_widget_class_bind_template_child (widget_class, BlMapSheet, close_button);
  gtk_widget_class_bind_template_child (widget_class, BlMapSheet, figures);
  gtk_widget_class_set_css_name (widget_class, "map-sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bl_map_sheet_init (BlMapSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Summary"), -1);
}

void
bl_map_sheet_show (BlMapSheet *self, BlMapStudy *study)
{
  BlSession *session;
  BlFacts *facts;
  const BlCatchments *catchments;
  const char *id, *code, *reason = NULL;
  int library, area;
  GtkWidget *child;
  BlMapFigures figures;
  g_autofree char *place = NULL;

  g_return_if_fail (BL_IS_MAP_SHEET (self));
  g_return_if_fail (BL_IS_MAP_STUDY (study));

  session = bl_map_study_get_session (study);
  facts = bl_session_get_facts (session);
  catchments = bl_map_study_get_catchments (study, &reason);
  id = bl_session_get_library (session);
  code = bl_session_get_area (session);
  library = id != NULL ? bl_facts_find_library (facts, id) : -1;
  area = code != NULL ? bl_facts_find_area (facts, code) : -1;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->figures))) != NULL)
    gtk_flow_box_remove (self->figures, child);

  if (library >= 0)
    {
      const BlFactsLibrary *known = &facts->libraries[library];
      BlRecord *record = bl_project_find (bl_session_get_project (session), known->id);

      gtk_label_set_text (self->title, known->name);
      place = record != NULL ? get_library_line (known, BL_LIBRARY (record)) : g_strdup ("");
      if (catchments != NULL
          && bl_map_figures_of_library (&figures, facts, catchments, bl_session_get_groups (session),
                                        library))
        show_figures (self, &figures);
    }
  else if (area >= 0)
    {
      gtk_label_set_text (self->title, bl_map_figures_area_name (facts, area));
      place = bl_map_words_area_distance (facts, catchments != NULL ? catchments->access : NULL,
                                          bl_map_study_get_travel (study).by != BL_BY_STRAIGHT, area);
      show_area (self, facts, catchments, area);
    }
  else
    {
      gtk_label_set_text (self->title, facts->service != NULL ? facts->service : facts->title);
      place = g_strdup (catchments != NULL ? _ ("The whole service. Pick a library or an area on the map.")
                                           : reason);
      if (catchments != NULL)
        {
          bl_map_figures_of_service (&figures, facts, catchments, bl_session_get_groups (session));
          show_figures (self, &figures);
        }
    }
  gtk_label_set_text (self->place, place);
  gtk_widget_set_visible (self->edit_button, library >= 0 && !facts->libraries[library].nearby);
  gtk_widget_set_visible (self->what_if_button, library >= 0 && !facts->libraries[library].nearby
                                                    && facts->libraries[library].open
                                                    && facts->libraries[library].type == BL_LIBRARY_TYPE_STATIC);
  gtk_widget_set_visible (self->close_button, library >= 0 || area >= 0);
}
