/* needs-bars.c: what an index is made of, in a cell of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "needs-bars.h"

#include "part-bars.h"
#include "theme.h"
#include "tip.h"

/* At the usual size of text, in pixels. */
#define PITCH 15.0
#define HEIGHT 18.0

struct _BlNeedsBars
{
  GtkWidget parent_instance;
  double *parts;
  guint n;
};

G_DEFINE_FINAL_TYPE (BlNeedsBars, bl_needs_bars, GTK_TYPE_WIDGET)

static void
bl_needs_bars_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  guint n = CLAMP (BL_NEEDS_BARS (widget)->n, 1, 8);

  *minimum = *natural = (int) ((orientation == GTK_ORIENTATION_HORIZONTAL ? PITCH * n : HEIGHT)
                               * bl_theme_get_text_scale (widget));
}

static void
bl_needs_bars_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BlNeedsBars *self = BL_NEEDS_BARS (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->n == 0 || width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  bl_part_bars_paint (cr, 0, 0, width, height, self->parts, self->n, bl_theme_get_palette (widget));
  cairo_destroy (cr);
}

static void
bl_needs_bars_finalize (GObject *object)
{
  g_free (BL_NEEDS_BARS (object)->parts);
  G_OBJECT_CLASS (bl_needs_bars_parent_class)->finalize (object);
}

static void
bl_needs_bars_class_init (BlNeedsBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bl_needs_bars_finalize;
  widget_class->measure = bl_needs_bars_measure;
  widget_class->snapshot = bl_needs_bars_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bl_needs_bars_init (BlNeedsBars *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  bl_theme_connect (GTK_WIDGET (self), gtk_widget_queue_resize);
}

GtkWidget *
bl_needs_bars_new (void)
{
  return g_object_new (BL_TYPE_NEEDS_BARS, NULL);
}

void
bl_needs_bars_set_parts (BlNeedsBars *self, const double *parts, guint n, const char *spoken)
{
  g_return_if_fail (BL_IS_NEEDS_BARS (self));

  if (n != self->n)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  g_free (self->parts);
  self->parts = g_memdup2 (parts, n * sizeof *parts);
  self->n = n;
  bl_tip_set (GTK_WIDGET (self), spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
