/* libraries-page.c: the table of service points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "libraries-page.h"

#include <glib/gi18n-lib.h>

struct _BlLibrariesPage
{
  AdwBin parent;
  BlSession *session;
};

enum
{
  PROP_SESSION = 1,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void page_init (BlPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BlLibrariesPage, bl_libraries_page, ADW_TYPE_BIN, G_IMPLEMENT_INTERFACE (BL_TYPE_PAGE, page_init))

static const char *
get_title (BlPage *page)
{
  return _ ("Libraries");
}

static void
page_init (BlPageInterface *iface)
{
  iface->get_title = get_title;
}

static void
bl_libraries_page_dispose (GObject *object)
{
  BlLibrariesPage *self = BL_LIBRARIES_PAGE (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_libraries_page_parent_class)->dispose (object);
}

static void
bl_libraries_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlLibrariesPage *self = BL_LIBRARIES_PAGE (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_libraries_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlLibrariesPage *self = BL_LIBRARIES_PAGE (object);

  switch (id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_libraries_page_class_init (BlLibrariesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bl_libraries_page_dispose;
  object_class->get_property = bl_libraries_page_get_property;
  object_class->set_property = bl_libraries_page_set_property;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, BL_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bl_libraries_page_init (BlLibrariesPage *self)
{
}

BlLibrariesPage *
bl_libraries_page_new (BlSession *session)
{
  return g_object_new (BL_TYPE_LIBRARIES_PAGE, "session", session, NULL);
}
