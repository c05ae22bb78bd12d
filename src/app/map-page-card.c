/* map-page-card.c: the card that says three things of the picked area
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-page-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "map-figures.h"
#include "map-mercator.h"
#include "map-words.h"
#include "text.h"

#define GAP 10
#define EDGE 6
/* How far a side of a large area is followed: the card stays near its middle. */
#define FARTHEST 130.0

/* Half the width and height of the area on the screen. */
static void
get_reach (BlMapPage *self, int area, double *across, double *down)
{
  BlMapView view;
  BlBounds bounds;

  *across = *down = 10;
  if (self->geometry->areas == NULL)
    return;
  view = bl_map_mercator_view (bl_map_canvas_get_viewport (self->canvas), 1, 1);
  bounds = bl_map_shape_get_row_bounds (self->geometry->areas, (guint) area);
  if (bl_bounds_is_empty (&bounds))
    return;
  *across = MIN ((bounds.x2 - bounds.x1) / 2 * view.scale, FARTHEST);
  *down = MIN ((bounds.y2 - bounds.y1) / 2 * view.scale, FARTHEST);
}

static gboolean
locate (BlMapPage *self, double *x, double *y)
{
  int area = bl_map_page_get_area (self);
  BlPoint place;

  return self->geometry != NULL && self->geometry->facts == bl_session_get_facts (self->session) && area >= 0
         && bl_map_geometry_get_area_place (self->geometry, area, &place)
         && bl_map_canvas_locate (self->canvas, place, x, y);
}

static int
measure (GtkWidget *widget, GtkOrientation orientation)
{
  int natural;

  gtk_widget_measure (widget, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* Whether other floating parts are where the card would be. */
static gboolean
is_free (BlMapPage *self, const GdkRectangle *place)
{
  GtkWidget *const others[] = { self->choosers, self->zooms, GTK_WIDGET (self->key), GTK_WIDGET (self->ruler),
                                GTK_WIDGET (self->attribution) };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (others[i], GTK_WIDGET (self->canvas), &bounds)
          && place->x < bounds.origin.x + bounds.size.width && bounds.origin.x < place->x + place->width
          && place->y < bounds.origin.y + bounds.size.height && bounds.origin.y < place->y + place->height)
        return FALSE;
    }
  return TRUE;
}

gboolean
bl_map_page_place_card (BlMapPage *self, GtkWidget *widget, GdkRectangle *place)
{
  /* Beside the area to the right, to the left, below it, above it. */
  static const int sides[][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } };
  double x = 0, y = 0, across, down;
  int width, height, most_x, most_y;

  if (widget != self->card)
    return FALSE;
  width = measure (widget, GTK_ORIENTATION_HORIZONTAL);
  height = measure (widget, GTK_ORIENTATION_VERTICAL);
  most_x = MAX (gtk_widget_get_width (GTK_WIDGET (self->canvas)) - width - EDGE, EDGE);
  most_y = MAX (gtk_widget_get_height (GTK_WIDGET (self->canvas)) - height - EDGE, EDGE);
  *place = (GdkRectangle){ 0, 0, width, height };
  if (!locate (self, &x, &y))
    {
      /* Out of sight: beyond the edge that clips it. */
      place->x = -2 * width;
      return TRUE;
    }

  get_reach (self, bl_map_page_get_area (self), &across, &down);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      double middle_x = x + sides[i][0] * (across + GAP + width / 2.0);
      double middle_y = y + sides[i][1] * (down + GAP + height / 2.0);
      GdkRectangle tried = { CLAMP ((int) round (middle_x - width / 2.0), EDGE, most_x),
                             CLAMP ((int) round (middle_y - height / 2.0), EDGE, most_y), width, height };
      /* Pushed back by an edge it would lie over its own area. */
      gboolean pushed = fabs (tried.x + width / 2.0 - middle_x) > across
                        || fabs (tried.y + height / 2.0 - middle_y) > height;

      if (i == 0)
        *place = tried;
      if (!pushed && is_free (self, &tried))
        {
          *place = tried;
          break;
        }
    }
  return TRUE;
}

/* The same three things, or three of a library, for what the pointer rests on. */
static char *
get_tip (BlMapPage *self, int library, int area)
{
  BlFacts *facts = bl_session_get_facts (self->session);
  const BlCatchments *catchments = bl_map_study_get_catchments (self->study, NULL);
  g_autofree char *people = NULL;
  g_autofree char *distance = NULL;
  BlMapFigures figures;

  if (library >= 0)
    {
      const BlFactsLibrary *known = &facts->libraries[library];

      if (catchments == NULL
          || !bl_map_figures_of_library (&figures, facts, catchments, bl_session_get_groups (self->session),
                                         library))
        return g_strdup_printf ("%s\n%s", known->name, bl_map_words_run_by (known));
      people = bl_text_number (figures.people, 0);
      /* TRANSLATORS: a library, who runs it, and how many people */
      return g_strdup_printf (_ ("%s\n%s\n%s people live nearest to it"), known->name,
                              bl_map_words_run_by (known), people);
    }
  people = bl_map_words_area_people (facts, area);
  distance = bl_map_words_area_distance (facts, catchments != NULL ? catchments->access : NULL,
                                         bl_map_study_get_travel (self->study).by != BL_BY_STRAIGHT, area);
  return g_strdup_printf ("%s\n%s\n%s", bl_map_figures_area_name (facts, area), people, distance);
}

gboolean
bl_map_page_show_tip (BlMapPage *self, int x, int y, GtkTooltip *tooltip)
{
  int library, area;
  g_autofree char *tip = NULL;

  if (!bl_map_page_is_current (self))
    return FALSE;
  bl_map_canvas_find (self->canvas, x, y, &library, &area);
  if (library < 0 && (area < 0 || area == bl_map_page_get_area (self)))
    return FALSE; /* the card says it already */
  tip = get_tip (self, library, area);
  gtk_tooltip_set_text (tooltip, tip);
  /* Asked again as soon as the pointer moves on. */
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ x - 4, y - 4, 8, 8 });
  return TRUE;
}

void
bl_map_page_update_card (BlMapPage *self)
{
  BlFacts *facts = bl_session_get_facts (self->session);
  const BlCatchments *catchments = bl_map_study_get_catchments (self->study, NULL);
  int area = bl_map_page_get_area (self);

  gtk_widget_set_visible (self->card, area >= 0);
  if (area >= 0)
    {
      g_autofree char *people = bl_map_words_area_people (facts, area);
      g_autofree char *distance
          = bl_map_words_area_distance (facts, catchments != NULL ? catchments->access : NULL,
                                         bl_map_study_get_travel (self->study).by != BL_BY_STRAIGHT, area);

      gtk_label_set_text (self->card_title, bl_map_figures_area_name (facts, area));
      gtk_label_set_text (self->card_people, people);
      gtk_label_set_text (self->card_distance, distance);
    }
}
