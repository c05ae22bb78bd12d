/* preferences.c: what a person sets once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preferences.h"

struct _BlPreferences
{
  AdwPreferencesWindow parent;
  AdwEntryRow *author, *tile_url, *tile_attribution;
  GtkSwitch *tiles;
  GtkSpinButton *backups, *days;
  AdwComboRow *scheme;
};

G_DEFINE_FINAL_TYPE (BlPreferences, bl_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static const char *const schemes[] = { "follow", "light", "dark" };

static gboolean
scheme_from_settings (GValue *value, GVariant *variant, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_strcmp0 (schemes[i], g_variant_get_string (variant, NULL)) == 0)
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
scheme_to_settings (const GValue *value, const GVariantType *type, gpointer data)
{
  guint i = g_value_get_uint (value);

  return g_variant_new_string (schemes[i < G_N_ELEMENTS (schemes) ? i : 0]);
}

static void
bl_preferences_class_init (BlPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, BlPreferences, author);
  gtk_widget_class_bind_template_child (widget_class, BlPreferences, tile_url);
  gtk_widget_class_bind_template_child (widget_class, BlPreferences, tile_attribution);
  gtk_widget_class_bind_template_child (widget_class, BlPreferences, tiles);
  gtk_widget_class_bind_template_child (widget_class, BlPreferences, backups);
  gtk_widget_class_bind_template_child (widget_class, BlPreferences, days);
  gtk_widget_class_bind_template_child (widget_class, BlPreferences, scheme);
}

static void
bl_preferences_init (BlPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bl_preferences_new (BlContext *context)
{
  BlPreferences *self = g_object_new (BL_TYPE_PREFERENCES, NULL);
  GSettings *settings = bl_context_get_settings (context);

  g_settings_bind (settings, "author-name", self->author, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "street-tiles", self->tiles, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "tile-url", self->tile_url, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "tile-attribution", self->tile_attribution, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "backup-count", self->backups, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "backup-days", self->days, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings, "color-scheme", self->scheme, "selected", G_SETTINGS_BIND_DEFAULT,
                                scheme_from_settings, scheme_to_settings, NULL, NULL);
  return GTK_WIDGET (self);
}
