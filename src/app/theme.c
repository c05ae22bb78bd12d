/* theme.c: the palette and text size that a widget is to draw with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "theme.h"

#include <adwaita.h>

/* The size of text that the drawings were made for. */
#define USUAL_POINTS 11.0

const BlPalette *
bl_theme_get_palette (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  gboolean dark = adw_style_manager_get_dark (manager);
  gboolean high = adw_style_manager_get_high_contrast (manager);

  if (high)
    return bl_palette_get (dark ? BL_PALETTE_DARK_HIGH_CONTRAST : BL_PALETTE_LIGHT_HIGH_CONTRAST);
  return bl_palette_get (dark ? BL_PALETTE_DARK : BL_PALETTE_LIGHT);
}

double
bl_theme_get_text_scale (GtkWidget *widget)
{
  g_autofree char *name = NULL;
  g_autoptr (PangoFontDescription) font = NULL;
  double points = USUAL_POINTS, scale = 1;
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, "gtk-font-name", &name, NULL);
  if (dpi > 0)
    scale = dpi / 1024.0 / 96.0;
  font = pango_font_description_from_string (name != NULL ? name : "");
  if (pango_font_description_get_size (font) > 0 && !pango_font_description_get_size_is_absolute (font))
    points = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  return scale * MAX (points / USUAL_POINTS, 1);
}

void
bl_theme_redraw_on_change (GtkWidget *widget)
{
  bl_theme_connect (widget, gtk_widget_queue_draw);
}

void
bl_theme_connect (GtkWidget *widget, void (*callback) (GtkWidget *widget))
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (callback), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (callback), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi", G_CALLBACK (callback), widget,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-font-name", G_CALLBACK (callback), widget,
                           G_CONNECT_SWAPPED);
}
