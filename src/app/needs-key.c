/* needs-key.c: what the nine colours of need and use mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "needs-key.h"

#include <glib/gi18n-lib.h>

#include "map-mark.h"
#include "theme.h"

struct _BlNeedsKey
{
  GtkWidget parent_instance;
  GtkGrid *grid;
  GtkLabel *use;
};

G_DEFINE_FINAL_TYPE (BlNeedsKey, bl_needs_key, GTK_TYPE_WIDGET)

/* Use grows upwards, need to the right; the corner that matters is at the bottom right. */
static void
fill (GtkWidget *widget)
{
  BlNeedsKey *self = BL_NEEDS_KEY (widget);
  const BlPalette *palette = bl_theme_get_palette (widget);

  for (guint use = 0; use < 3; use++)
    for (guint need = 0; need < 3; need++)
      {
        BlColour colour = bl_palette_two_way (palette, need, use);
        GtkWidget *mark = gtk_grid_get_child_at (self->grid, (int) need, 2 - (int) use);

        if (mark == NULL)
          {
            mark = bl_map_mark_new_colour (&colour);
            bl_map_mark_set_size (BL_MAP_MARK (mark), 26, 16);
            gtk_grid_attach (self->grid, mark, (int) need, 2 - (int) use, 1, 1);
          }
        bl_map_mark_set_colour (BL_MAP_MARK (mark), &colour);
      }
}

static void
bl_needs_key_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), BL_TYPE_NEEDS_KEY);
  G_OBJECT_CLASS (bl_needs_key_parent_class)->dispose (object);
}

static void
bl_needs_key_class_init (BlNeedsKeyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_needs_key_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/needs-key.ui");
  gtk_widget_class_bind_template_child (widget_class, BlNeedsKey, grid);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsKey, use);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "needs-key");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bl_needs_key_init (BlNeedsKey *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Legend"), -1);
  fill (GTK_WIDGET (self));
  bl_theme_connect (GTK_WIDGET (self), fill);
}

void
bl_needs_key_set (BlNeedsKey *self, const char *use)
{
  g_return_if_fail (BL_IS_NEEDS_KEY (self));

  gtk_label_set_text (self->use, use != NULL ? use : "");
}
