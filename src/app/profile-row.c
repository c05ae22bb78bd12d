/* profile-row.c: one measure of a library's profile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "profile-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "dot-strip-image.h"
#include "tip.h"

struct _BlProfileRow
{
  GtkWidget parent_instance;
  GtkLabel *title, *period, *value, *middle, *class_middle, *lacks;
  BlDotStripImage *strip;
  GtkWidget *words;
  gboolean full;
};

G_DEFINE_FINAL_TYPE (BlProfileRow, bl_profile_row, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_FULL,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
bl_profile_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_FULL:
      BL_PROFILE_ROW (object)->full = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_profile_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), BL_TYPE_PROFILE_ROW);
  G_OBJECT_CLASS (bl_profile_row_parent_class)->dispose (object);
}

static void
bl_profile_row_class_init (BlProfileRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = bl_profile_row_set_property;
  object_class->dispose = bl_profile_row_dispose;
  properties[PROP_FULL] = g_param_spec_boolean ("full", NULL, NULL, FALSE,
                                                G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (BL_TYPE_DOT_STRIP_IMAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/profile-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BlProfileRow, title);
  gtk_widget_class_bind_template_child (widget_class, BlProfileRow, period);
  gtk_widget_class_bind_template_child (widget_class, BlProfileRow, value);
  gtk_widget_class_bind_template_child (widget_class, BlProfileRow, middle);
  gtk_widget_class_bind_template_child (widget_class, BlProfileRow, class_middle);
  gtk_widget_class_bind_template_child (widget_class, BlProfileRow, lacks);
  gtk_widget_class_bind_template_child (widget_class, BlProfileRow, strip);
  gtk_widget_class_bind_template_child (widget_class, BlProfileRow, words);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "profile-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bl_profile_row_init (BlProfileRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bl_profile_row_new (gboolean full)
{
  return g_object_new (BL_TYPE_PROFILE_ROW, "full", full, NULL);
}

/* All of it in one sentence, for a screen reader. */
static char *
speak (const BlProfileMeasure *measure, const BlProfileComparison *it, const char *value, const char *middle)
{
  if (isnan (it->number))
    return g_strdup_printf (_ ("%s: not known. %s"), measure->title, measure->lacks);
  if (isnan (it->middle))
    return g_strdup_printf ("%s: %s", measure->title, value);
  return g_strdup_printf (it->story ? _ ("%s: %s, the middle is %s. Among the worst quarter.")
                                    : _ ("%s: %s, the middle is %s."),
                          measure->title, value, middle);
}

void
bl_profile_row_set (BlProfileRow *self, const BlProfiles *profiles, guint row, guint measure)
{
  const BlProfileMeasure *it = &profiles->measures[measure];
  g_autofree char *value = NULL, *middle = NULL, *class_middle = NULL, *spoken = NULL;
  BlProfileComparison comparison;
  gboolean known;

  g_return_if_fail (BL_IS_PROFILE_ROW (self));

  bl_profiles_compare (profiles, row, measure, &comparison);
  known = !isnan (comparison.number);
  value = bl_profile_to_text (it, comparison.number);
  middle = bl_profile_to_text (it, comparison.middle);
  class_middle = isnan (comparison.class_middle) ? g_strdup (_ ("not known"))
                                                 : bl_profile_to_text (it, comparison.class_middle);
  spoken = speak (it, &comparison, value, middle);
  gtk_label_set_text (self->title, it->title);
  gtk_label_set_text (self->period, it->period != NULL ? it->period : "");
  gtk_widget_set_visible (GTK_WIDGET (self->period), self->full && it->period != NULL);
  gtk_label_set_text (self->value, value);
  gtk_label_set_text (self->middle, middle);
  gtk_label_set_text (self->class_middle, class_middle);
  gtk_label_set_text (self->lacks, it->lacks);
  gtk_widget_set_visible (GTK_WIDGET (self->lacks), self->full && !known);
  gtk_widget_set_visible (GTK_WIDGET (self->middle), self->full);
  gtk_widget_set_visible (GTK_WIDGET (self->class_middle), self->full && profiles->classes[row] != NULL);
  gtk_widget_set_opacity (GTK_WIDGET (self->strip), known ? 1 : 0);
  if (known)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->value), "heading");
      gtk_widget_remove_css_class (GTK_WIDGET (self->value), "dim-label");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->value), "heading");
      gtk_widget_add_css_class (GTK_WIDGET (self->value), "dim-label");
    }
  bl_dot_strip_image_set (self->strip, profiles, row, measure);
  bl_tip_set (GTK_WIDGET (self), spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

void
bl_profile_row_join (BlProfileRow *self, GtkSizeGroup *values, GtkSizeGroup *strips, GtkSizeGroup *middles)
{
  gtk_size_group_add_widget (values, GTK_WIDGET (self->value));
  gtk_size_group_add_widget (strips, GTK_WIDGET (self->strip));
  if (self->full)
    {
      gtk_size_group_add_widget (middles, GTK_WIDGET (self->middle));
      gtk_size_group_add_widget (middles, GTK_WIDGET (self->class_middle));
    }
}
