/* page.c: what the window asks of a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "page.h"

G_DEFINE_INTERFACE (BlPage, bl_page, GTK_TYPE_WIDGET)

static guint header_changed_signal;

static void
bl_page_default_init (BlPageInterface *iface)
{
  header_changed_signal = g_signal_new ("header-changed", BL_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

const char *
bl_page_get_title (BlPage *self)
{
  g_return_val_if_fail (BL_IS_PAGE (self), "");
  return BL_PAGE_GET_IFACE (self)->get_title (self);
}

const char *
bl_page_get_subtitle (BlPage *self)
{
  BlPageInterface *iface = BL_PAGE_GET_IFACE (self);

  return iface->get_subtitle != NULL ? iface->get_subtitle (self) : NULL;
}

GtkWidget *
bl_page_get_start (BlPage *self)
{
  BlPageInterface *iface = BL_PAGE_GET_IFACE (self);

  return iface->get_start != NULL ? iface->get_start (self) : NULL;
}

GtkWidget *
bl_page_get_end (BlPage *self)
{
  BlPageInterface *iface = BL_PAGE_GET_IFACE (self);

  return iface->get_end != NULL ? iface->get_end (self) : NULL;
}

GtkWidget *
bl_page_get_title_widget (BlPage *self)
{
  BlPageInterface *iface = BL_PAGE_GET_IFACE (self);

  return iface->get_title_widget != NULL ? iface->get_title_widget (self) : NULL;
}

AdwToastOverlay *
bl_page_get_toast_overlay (BlPage *self)
{
  BlPageInterface *iface = BL_PAGE_GET_IFACE (self);

  return iface->get_toast_overlay != NULL ? iface->get_toast_overlay (self) : NULL;
}

char *
bl_page_get_briefing (BlPage *self)
{
  BlPageInterface *iface;

  g_return_val_if_fail (BL_IS_PAGE (self), NULL);
  iface = BL_PAGE_GET_IFACE (self);
  return iface->get_briefing != NULL ? iface->get_briefing (self) : NULL;
}

void
bl_page_shown (BlPage *self)
{
  BlPageInterface *iface = BL_PAGE_GET_IFACE (self);

  if (iface->shown != NULL)
    iface->shown (self);
}

void
bl_page_header_changed (BlPage *self)
{
  g_return_if_fail (BL_IS_PAGE (self));
  g_signal_emit (self, header_changed_signal, 0);
}

gboolean
bl_page_get_whole (BlPage *self)
{
  g_return_val_if_fail (BL_IS_PAGE (self), FALSE);
  return BL_PAGE_GET_IFACE (self)->get_whole != NULL && BL_PAGE_GET_IFACE (self)->get_whole (self);
}
