/* tile.c: a key figure that opens its page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tile.h"

#include "theme.h"

struct _BlTile
{
  GtkButton parent;
  GtkLabel *label, *figure, *comparison;
  GtkDrawingArea *drawing;
  BlTileDraw draw;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (BlTile, bl_tile, GTK_TYPE_BUTTON)

static void
on_draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  BlTile *self = data;

  if (self->draw == NULL)
    return;
  /* The whole drawing is turned round: the bar grows from where reading starts. */
  if (gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  self->draw (cr, width, height, bl_theme_get_palette (GTK_WIDGET (area)), self->data);
}

static void
bl_tile_class_init (BlTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/tile.ui");
  gtk_widget_class_bind_template_child (widget_class, BlTile, label);
  gtk_widget_class_bind_template_child (widget_class, BlTile, figure);
  gtk_widget_class_bind_template_child (widget_class, BlTile, comparison);
  gtk_widget_class_bind_template_child (widget_class, BlTile, drawing);
}

static void
bl_tile_init (BlTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->drawing, on_draw, self, NULL);
  bl_theme_redraw_on_change (GTK_WIDGET (self->drawing));
}

void
bl_tile_set (BlTile *self, const char *label, const char *figure, const char *comparison)
{
  g_autofree char *name = NULL;

  g_return_if_fail (BL_IS_TILE (self));
  gtk_label_set_label (self->label, label);
  gtk_label_set_label (self->figure, figure);
  gtk_label_set_label (self->comparison, comparison);
  name = g_strdup_printf ("%s: %s. %s", label, figure, comparison);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
bl_tile_set_draw (BlTile *self, BlTileDraw draw, gpointer data)
{
  g_return_if_fail (BL_IS_TILE (self));
  self->draw = draw;
  self->data = data;
  gtk_widget_queue_draw (GTK_WIDGET (self->drawing));
}

const char *
bl_tile_get_figure (BlTile *self)
{
  g_return_val_if_fail (BL_IS_TILE (self), NULL);
  return gtk_label_get_label (self->figure);
}

const char *
bl_tile_get_comparison (BlTile *self)
{
  g_return_val_if_fail (BL_IS_TILE (self), NULL);
  return gtk_label_get_label (self->comparison);
}
