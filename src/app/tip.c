/* tip.c: tooltips that cost nothing until somebody looks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tip.h"

#define TIP "bl-tip"

static gboolean
on_tip_asked (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
  const char *text = g_object_get_data (G_OBJECT (widget), TIP);

  if (text == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

void
bl_tip_set (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (!gtk_widget_get_has_tooltip (widget))
    {
      gtk_widget_set_has_tooltip (widget, TRUE);
      g_signal_connect (widget, "query-tooltip", G_CALLBACK (on_tip_asked), NULL);
    }
  g_object_set_data_full (G_OBJECT (widget), TIP, g_strdup (text), g_free);
}
