/* adaptive-bin.c: tells its child when room is short, measured in letters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "adaptive-bin.h"

#include <pango/pangocairo.h>

/* No window is narrower than this, in pixels. */
#define SMALLEST 320

struct _BlAdaptiveBin
{
  GtkWidget parent;
  GtkWidget *child;
  double narrow_below, tight_below;
  gboolean narrow, tight;
  gboolean flowing;
  guint source;
  int width;
};

enum
{
  PROP_CHILD = 1,
  PROP_NARROW_BELOW,
  PROP_TIGHT_BELOW,
  PROP_NARROW,
  PROP_TIGHT,
  PROP_FLOWING,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void bl_adaptive_bin_buildable_init (GtkBuildableIface *iface);
static GtkBuildableIface *parent_buildable;

G_DEFINE_FINAL_TYPE_WITH_CODE (BlAdaptiveBin, bl_adaptive_bin, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, bl_adaptive_bin_buildable_init))

/* Pixels of one em in this widget's font. */
static double
get_em (BlAdaptiveBin *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72.0;
  return size > 0 ? size : 14.7;
}

static gboolean
on_idle (gpointer data)
{
  BlAdaptiveBin *self = data;
  double ems = self->width / get_em (self);
  gboolean narrow = ems < self->narrow_below, tight = ems < self->tight_below;

  self->source = 0;
  if (narrow != self->narrow)
    {
      self->narrow = narrow;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
    }
  if (tight != self->tight)
    {
      self->tight = tight;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIGHT]);
    }
  return G_SOURCE_REMOVE;
}

/* A layout must not change while it is being allocated: soon after. */
static void
queue_check (BlAdaptiveBin *self)
{
  double ems = self->width / get_em (self);

  if ((ems < self->narrow_below) == self->narrow && (ems < self->tight_below) == self->tight)
    return;
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_HIGH, on_idle, self, NULL);
}

static int
child_minimum (BlAdaptiveBin *self)
{
  int minimum = 0;

  if (self->child != NULL && gtk_widget_should_layout (self->child))
    gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static GtkSizeRequestMode
bl_adaptive_bin_get_request_mode (GtkWidget *widget)
{
  return BL_ADAPTIVE_BIN (widget)->flowing ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
bl_adaptive_bin_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  BlAdaptiveBin *self = BL_ADAPTIVE_BIN (widget);

  *minimum = *natural = 0;
  if (self->child == NULL || !gtk_widget_should_layout (self->child))
    return;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->child, orientation, -1, minimum, natural, NULL, NULL);
      *minimum = MIN (*minimum, SMALLEST);
    }
  else
    {
      if (for_size >= 0)
        for_size = MAX (for_size, child_minimum (self));
      gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
    }
}

static void
bl_adaptive_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BlAdaptiveBin *self = BL_ADAPTIVE_BIN (widget);

  self->width = width;
  queue_check (self);
  if (self->child != NULL && gtk_widget_should_layout (self->child))
    gtk_widget_allocate (self->child, MAX (width, child_minimum (self)), height, baseline, NULL);
}

static void
bl_adaptive_bin_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (bl_adaptive_bin_parent_class)->css_changed (widget, change);
  if (BL_ADAPTIVE_BIN (widget)->width > 0)
    queue_check (BL_ADAPTIVE_BIN (widget));
}

static void
bl_adaptive_bin_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (bl_adaptive_bin_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_allocate (widget);
}

static void
bl_adaptive_bin_dispose (GObject *object)
{
  BlAdaptiveBin *self = BL_ADAPTIVE_BIN (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (bl_adaptive_bin_parent_class)->dispose (object);
}

static void
bl_adaptive_bin_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlAdaptiveBin *self = BL_ADAPTIVE_BIN (object);

  switch (id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_NARROW_BELOW:
      g_value_set_double (value, self->narrow_below);
      break;
    case PROP_TIGHT_BELOW:
      g_value_set_double (value, self->tight_below);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_TIGHT:
      g_value_set_boolean (value, self->tight);
      break;
    case PROP_FLOWING:
      g_value_set_boolean (value, self->flowing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_adaptive_bin_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlAdaptiveBin *self = BL_ADAPTIVE_BIN (object);

  switch (id)
    {
    case PROP_CHILD:
      bl_adaptive_bin_set_child (self, g_value_get_object (value));
      break;
    case PROP_NARROW_BELOW:
      self->narrow_below = g_value_get_double (value);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      break;
    case PROP_TIGHT_BELOW:
      self->tight_below = g_value_get_double (value);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      break;
    case PROP_FLOWING:
      self->flowing = g_value_get_boolean (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_adaptive_bin_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child) && type == NULL)
    bl_adaptive_bin_set_child (BL_ADAPTIVE_BIN (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
bl_adaptive_bin_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = bl_adaptive_bin_add_child;
}

static void
bl_adaptive_bin_class_init (BlAdaptiveBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bl_adaptive_bin_dispose;
  object_class->get_property = bl_adaptive_bin_get_property;
  object_class->set_property = bl_adaptive_bin_set_property;
  widget_class->get_request_mode = bl_adaptive_bin_get_request_mode;
  widget_class->measure = bl_adaptive_bin_measure;
  widget_class->size_allocate = bl_adaptive_bin_size_allocate;
  widget_class->css_changed = bl_adaptive_bin_css_changed;
  widget_class->system_setting_changed = bl_adaptive_bin_system_setting_changed;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW_BELOW] = g_param_spec_double ("narrow-below", NULL, NULL, 0, G_MAXDOUBLE, 0,
                                                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TIGHT_BELOW] = g_param_spec_double ("tight-below", NULL, NULL, 0, G_MAXDOUBLE, 0,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FLOWING] = g_param_spec_boolean ("flowing", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW]
      = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TIGHT]
      = g_param_spec_boolean ("tight", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bl_adaptive_bin_init (BlAdaptiveBin *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
bl_adaptive_bin_get_child (BlAdaptiveBin *self)
{
  g_return_val_if_fail (BL_IS_ADAPTIVE_BIN (self), NULL);
  return self->child;
}

void
bl_adaptive_bin_set_child (BlAdaptiveBin *self, GtkWidget *child)
{
  g_return_if_fail (BL_IS_ADAPTIVE_BIN (self));

  if (self->child == child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

gboolean
bl_adaptive_bin_get_narrow (BlAdaptiveBin *self)
{
  g_return_val_if_fail (BL_IS_ADAPTIVE_BIN (self), FALSE);
  return self->narrow;
}

gboolean
bl_adaptive_bin_get_tight (BlAdaptiveBin *self)
{
  g_return_val_if_fail (BL_IS_ADAPTIVE_BIN (self), FALSE);
  return self->tight;
}
