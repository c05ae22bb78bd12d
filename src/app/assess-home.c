/* assess-home.c: all self-assessments, and the way through the one chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-home.h"

#include <glib/gi18n-lib.h>

struct _BlAssessHome
{
  AdwBin parent;
  BlSession *session;
  BlAssessment *assessment;
  GtkStack *stack;
};

enum
{
  PROP_SESSION = 1,
  PROP_ASSESSMENT,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BlAssessHome, bl_assess_home, ADW_TYPE_BIN)

static void
bl_assess_home_dispose (GObject *object)
{
  BlAssessHome *self = BL_ASSESS_HOME (object);

  g_clear_object (&self->assessment);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_assess_home_parent_class)->dispose (object);
}

static void
bl_assess_home_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlAssessHome *self = BL_ASSESS_HOME (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_ASSESSMENT:
      g_value_set_object (value, self->assessment);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_assess_home_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlAssessHome *self = BL_ASSESS_HOME (object);

  switch (id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_ASSESSMENT:
      g_set_object (&self->assessment, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_assess_home_class_init (BlAssessHomeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bl_assess_home_dispose;
  object_class->get_property = bl_assess_home_get_property;
  object_class->set_property = bl_assess_home_set_property;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, BL_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ASSESSMENT] = g_param_spec_object ("assessment", NULL, NULL, BL_TYPE_ASSESSMENT,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/assess-home.ui");
  gtk_widget_class_bind_template_child (widget_class, BlAssessHome, stack);
}

static void
bl_assess_home_init (BlAssessHome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
