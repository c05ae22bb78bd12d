/* theme.c: the palette and text size that a widget is to draw with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "theme.h"

#include <adwaita.h>

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
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / 1024.0 / 96.0 : 1.0;
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
}
