/* map-mark.c: a colour of the map beside a word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-mark.h"

#include <math.h>

#include "swatch.h"
#include "theme.h"

#define SIDE 13.0

struct _BlMapMark
{
  GtkWidget parent_instance;

  gboolean has_colour, few;
  GdkRGBA colour;
  double width, height;
};

G_DEFINE_FINAL_TYPE (BlMapMark, bl_map_mark, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_COLOUR,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
bl_map_mark_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  BlMapMark *self = BL_MAP_MARK (widget);
  double own = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;

  *minimum = *natural = (int) ceil ((own > 0 ? own : SIDE) * bl_theme_get_text_scale (widget));
}

static void
bl_map_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BlMapMark *self = BL_MAP_MARK (widget);
  const BlPalette *palette = bl_theme_get_palette (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  BlColour colour = { self->colour.red, self->colour.green, self->colour.blue, self->colour.alpha };
  cairo_t *cr
      = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  if (self->few)
    bl_swatch_paint_few (cr, 0.5, 0.5, width - 1, height - 1, palette);
  else
    bl_swatch_paint (cr, 0.5, 0.5, width - 1, height - 1, self->has_colour ? &colour : NULL, palette);
  cairo_destroy (cr);
}

static void
bl_map_mark_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlMapMark *self = BL_MAP_MARK (object);

  switch (id)
    {
    case PROP_COLOUR:
      g_value_set_boxed (value, self->has_colour ? &self->colour : NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_map_mark_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlMapMark *self = BL_MAP_MARK (object);
  const GdkRGBA *colour;

  switch (id)
    {
    case PROP_COLOUR:
      colour = g_value_get_boxed (value);
      self->has_colour = colour != NULL;
      if (colour != NULL)
        self->colour = *colour;
      gtk_widget_queue_draw (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_map_mark_class_init (BlMapMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bl_map_mark_get_property;
  object_class->set_property = bl_map_mark_set_property;
  widget_class->measure = bl_map_mark_measure;
  widget_class->snapshot = bl_map_mark_snapshot;

  properties[PROP_COLOUR]
      = g_param_spec_boxed ("colour", NULL, NULL, GDK_TYPE_RGBA, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "map-mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bl_map_mark_init (BlMapMark *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  bl_theme_connect (GTK_WIDGET (self), gtk_widget_queue_resize);
}

GtkWidget *
bl_map_mark_new_colour (const BlColour *colour)
{
  BlMapMark *self = g_object_new (BL_TYPE_MAP_MARK, NULL);

  bl_map_mark_set_colour (self, colour);
  return GTK_WIDGET (self);
}

void
bl_map_mark_set_colour (BlMapMark *self, const BlColour *colour)
{
  g_return_if_fail (BL_IS_MAP_MARK (self));

  self->has_colour = colour != NULL;
  if (colour != NULL)
    self->colour = (GdkRGBA){ (float) colour->r, (float) colour->g, (float) colour->b, (float) colour->a };
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLOUR]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bl_map_mark_set_few (BlMapMark *self)
{
  g_return_if_fail (BL_IS_MAP_MARK (self));

  self->few = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bl_map_mark_set_size (BlMapMark *self, double width, double height)
{
  g_return_if_fail (BL_IS_MAP_MARK (self));

  self->width = width;
  self->height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
