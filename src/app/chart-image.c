/* chart-image.c: a small chart beside its number: a sparkline in a row of a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "chart-image.h"

#include "chart-frame.h"
#include "theme.h"

struct _BlChartImage
{
  GtkWidget parent_instance;
  BlChart *chart;
  int width, height;
};

G_DEFINE_FINAL_TYPE (BlChartImage, bl_chart_image, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_WIDTH,
  PROP_HEIGHT,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
bl_chart_image_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  BlChartImage *self = BL_CHART_IMAGE (widget);

  *minimum = *natural = (int) ((orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height)
                               * bl_theme_get_text_scale (widget));
}

/* GTK keeps what was painted until something changes: scrolling a list paints nothing anew. */
static void
bl_chart_image_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BlChartImage *self = BL_CHART_IMAGE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  BlChartLook look;
  cairo_t *cr;

  if (self->chart == NULL || width <= 0 || height <= 0)
    return;
  look = (BlChartLook){ .palette = bl_theme_get_palette (widget),
                        .text_scale = bl_theme_get_text_scale (widget),
                        .right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL };
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  bl_chart_paint (self->chart, cr, 0, 0, width, height, &look);
  cairo_destroy (cr);
}

static void
bl_chart_image_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  GTK_WIDGET_CLASS (bl_chart_image_parent_class)->direction_changed (widget, before);
  gtk_widget_queue_draw (widget);
}

static void
bl_chart_image_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlChartImage *self = BL_CHART_IMAGE (object);

  switch (id)
    {
    case PROP_WIDTH:
      g_value_set_int (value, self->width);
      break;
    case PROP_HEIGHT:
      g_value_set_int (value, self->height);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_chart_image_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlChartImage *self = BL_CHART_IMAGE (object);

  switch (id)
    {
    case PROP_WIDTH:
      self->width = g_value_get_int (value);
      break;
    case PROP_HEIGHT:
      self->height = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
bl_chart_image_finalize (GObject *object)
{
  g_clear_pointer (&BL_CHART_IMAGE (object)->chart, bl_chart_unref);
  G_OBJECT_CLASS (bl_chart_image_parent_class)->finalize (object);
}

static void
bl_chart_image_class_init (BlChartImageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bl_chart_image_get_property;
  object_class->set_property = bl_chart_image_set_property;
  object_class->finalize = bl_chart_image_finalize;
  widget_class->measure = bl_chart_image_measure;
  widget_class->snapshot = bl_chart_image_snapshot;
  widget_class->direction_changed = bl_chart_image_direction_changed;
  properties[PROP_WIDTH] = g_param_spec_int ("width", NULL, NULL, 1, G_MAXINT16, 150,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  properties[PROP_HEIGHT] = g_param_spec_int ("height", NULL, NULL, 1, G_MAXINT16, 28,
                                              G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bl_chart_image_init (BlChartImage *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  bl_theme_connect (GTK_WIDGET (self), gtk_widget_queue_resize);
}

GtkWidget *
bl_chart_image_new (void)
{
  return g_object_new (BL_TYPE_CHART_IMAGE, NULL);
}

void
bl_chart_image_set_chart (BlChartImage *self, BlChart *chart)
{
  g_return_if_fail (BL_IS_CHART_IMAGE (self));

  if (chart == self->chart)
    return;
  g_clear_pointer (&self->chart, bl_chart_unref);
  self->chart = chart != NULL ? bl_chart_ref (chart) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
