/* map-ruler.c: how long a kilometre is on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-ruler.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "map-mercator.h"
#include "paint.h"
#include "text.h"
#include "theme.h"

#define MAX_BAR 96.0
#define BAR_HEIGHT 6
#define GAP 2

struct _BlMapRuler
{
  GtkWidget parent_instance;

  GtkWidget *label;
  ShumateViewport *viewport;
  double metres; /* that the bar is long */
  double bar;    /* pixels */
};

G_DEFINE_FINAL_TYPE (BlMapRuler, bl_map_ruler, GTK_TYPE_WIDGET)

static void
update (BlMapRuler *self)
{
  BlMapView view;
  double metres, bar;

  if (self->viewport == NULL)
    return;
  view = bl_map_mercator_view (self->viewport, MAX_BAR, 1);
  metres = bl_map_scale_measure (&view, BL_MAP_MERCATOR, MAX_BAR, &bar);
  if (metres != self->metres)
    {
      g_autofree char *number = bl_text_number (metres >= 1000 ? metres / 1000 : metres, 0);
      g_autofree char *text = g_strdup_printf (metres >= 1000 ? _ ("%s km") : _ ("%s m"), number);

      self->metres = metres;
      gtk_label_set_text (GTK_LABEL (self->label), text);
    }
  if (bar != self->bar)
    {
      self->bar = bar;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
}

static void
bl_map_ruler_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  BlMapRuler *self = BL_MAP_RULER (widget);

  gtk_widget_measure (self->label, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX (*minimum, (int) MAX_BAR + 2);
  else
    {
      *minimum += GAP + BAR_HEIGHT;
      *natural += GAP + BAR_HEIGHT;
    }
}

static void
bl_map_ruler_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BlMapRuler *self = BL_MAP_RULER (widget);

  gtk_widget_size_allocate (self->label, &(GtkAllocation){ 0, 0, width, MAX (height - GAP - BAR_HEIGHT, 1) },
                            -1);
}

static void
bl_map_ruler_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BlMapRuler *self = BL_MAP_RULER (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double left = round ((width - self->bar) / 2) + 0.5;
  double right = round (left + self->bar - 1) + 0.5;
  double bottom = height - 0.75;
  cairo_t *cr;

  gtk_widget_snapshot_child (widget, self->label, snapshot);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_move_to (cr, left, bottom - BAR_HEIGHT + 1);
  cairo_line_to (cr, left, bottom);
  cairo_line_to (cr, right, bottom);
  cairo_line_to (cr, right, bottom - BAR_HEIGHT + 1);
  bl_paint_set_colour (cr, bl_theme_get_palette (widget)->ink);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
bl_map_ruler_dispose (GObject *object)
{
  BlMapRuler *self = BL_MAP_RULER (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->viewport);
  G_OBJECT_CLASS (bl_map_ruler_parent_class)->dispose (object);
}

static void
bl_map_ruler_class_init (BlMapRulerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bl_map_ruler_dispose;
  widget_class->measure = bl_map_ruler_measure;
  widget_class->size_allocate = bl_map_ruler_size_allocate;
  widget_class->snapshot = bl_map_ruler_snapshot;
  gtk_widget_class_set_css_name (widget_class, "map-ruler");
}

static void
bl_map_ruler_init (BlMapRuler *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "small");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  bl_theme_redraw_on_change (GTK_WIDGET (self));
}

void
bl_map_ruler_set_viewport (BlMapRuler *self, ShumateViewport *viewport)
{
  g_return_if_fail (BL_IS_MAP_RULER (self));
  g_return_if_fail (self->viewport == NULL);

  self->viewport = g_object_ref (viewport);
  g_signal_connect_object (viewport, "notify::zoom-level", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::latitude", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
