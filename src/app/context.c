/* context.c: what the whole program shares, passed down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "context.h"

#include "branchline-config.h"

struct _BlContext
{
  GObject parent;
  GSettings *settings;
  BlClock *clock;
  BlIds *ids;
  BlReference *reference;
  BlDictionary *dictionary;
};

G_DEFINE_FINAL_TYPE (BlContext, bl_context, G_TYPE_OBJECT)

/* The schema as installed, else as compiled in the build tree, so that the
 * program runs from there too. */
static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) built = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, BL_APP_ID, TRUE);
  if (schema == NULL)
    {
      built = g_settings_schema_source_new_from_directory (BL_BUILD_DATADIR, source, TRUE, NULL);
      if (built != NULL)
        schema = g_settings_schema_source_lookup (built, BL_APP_ID, TRUE);
    }
  if (schema == NULL)
    g_error ("The settings schema %s is not installed", BL_APP_ID);
  return g_settings_new_full (schema, NULL, NULL);
}

static void
bl_context_finalize (GObject *object)
{
  BlContext *self = BL_CONTEXT (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->clock);
  g_clear_object (&self->ids);
  g_clear_pointer (&self->reference, bl_reference_free);
  g_clear_object (&self->dictionary);
  G_OBJECT_CLASS (bl_context_parent_class)->finalize (object);
}

static void
bl_context_class_init (BlContextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bl_context_finalize;
}

static void
bl_context_init (BlContext *self)
{
  self->settings = open_settings ();
  self->clock = bl_clock_new ();
  self->ids = bl_ids_new ();
}

BlContext *
bl_context_new (void)
{
  return g_object_new (BL_TYPE_CONTEXT, NULL);
}

GSettings *
bl_context_get_settings (BlContext *self)
{
  g_return_val_if_fail (BL_IS_CONTEXT (self), NULL);
  return self->settings;
}

BlClock *
bl_context_get_clock (BlContext *self)
{
  g_return_val_if_fail (BL_IS_CONTEXT (self), NULL);
  return self->clock;
}

BlIds *
bl_context_get_ids (BlContext *self)
{
  g_return_val_if_fail (BL_IS_CONTEXT (self), NULL);
  return self->ids;
}

BlReference *
bl_context_get_reference (BlContext *self, GError **error)
{
  g_return_val_if_fail (BL_IS_CONTEXT (self), NULL);

  if (self->reference == NULL)
    self->reference = bl_reference_new (error);
  return self->reference;
}

BlDictionary *
bl_context_get_dictionary (BlContext *self, GError **error)
{
  g_return_val_if_fail (BL_IS_CONTEXT (self), NULL);

  if (self->dictionary == NULL)
    self->dictionary = bl_dictionary_load (error);
  return self->dictionary;
}
