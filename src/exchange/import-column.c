/* import-column.c: one column of a file and where it goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-plan-private.h"

struct _BlImportColumn
{
  GObject parent_instance;
  char *name, *example, *note;
  const char *target; /* interned */
  gboolean attention;
};

enum
{
  PROP_0,
  PROP_NAME,
  PROP_EXAMPLE,
  PROP_TARGET,
  PROP_NOTE,
  PROP_ATTENTION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (BlImportColumn, bl_import_column, G_TYPE_OBJECT)

static void
bl_import_column_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlImportColumn *self = BL_IMPORT_COLUMN (object);

  switch (id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_EXAMPLE:
      g_value_set_string (value, self->example);
      break;
    case PROP_TARGET:
      g_value_set_string (value, self->target);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    case PROP_ATTENTION:
      g_value_set_boolean (value, self->attention);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_import_column_finalize (GObject *object)
{
  BlImportColumn *self = BL_IMPORT_COLUMN (object);

  g_free (self->name);
  g_free (self->example);
  g_free (self->note);
  G_OBJECT_CLASS (bl_import_column_parent_class)->finalize (object);
}

static void
bl_import_column_class_init (BlImportColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bl_import_column_get_property;
  object_class->finalize = bl_import_column_finalize;
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_EXAMPLE] = g_param_spec_string ("example", NULL, NULL, NULL, flags);
  props[PROP_TARGET] = g_param_spec_string ("target", NULL, NULL, NULL, flags);
  props[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  props[PROP_ATTENTION] = g_param_spec_boolean ("attention", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
bl_import_column_init (BlImportColumn *self)
{
}

BlImportColumn *
bl_import_column_new (const char *name)
{
  BlImportColumn *self = g_object_new (BL_TYPE_IMPORT_COLUMN, NULL);

  self->name = g_strdup (name);
  return self;
}

const char *
bl_import_column_get_name (BlImportColumn *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_COLUMN (self), NULL);
  return self->name;
}

const char *
bl_import_column_get_example (BlImportColumn *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_COLUMN (self), NULL);
  return self->example;
}

void
bl_import_column_set_example (BlImportColumn *self, const char *example)
{
  if (g_strcmp0 (self->example, example) == 0)
    return;
  g_free (self->example);
  self->example = g_strdup (example);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EXAMPLE]);
}

const char *
bl_import_column_get_target (BlImportColumn *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_COLUMN (self), NULL);
  return self->target;
}

void
bl_import_column_set_target (BlImportColumn *self, const char *target)
{
  target = g_intern_string (target);
  if (self->target == target)
    return;
  self->target = target;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TARGET]);
}

const char *
bl_import_column_get_note (BlImportColumn *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_COLUMN (self), NULL);
  return self->note;
}

gboolean
bl_import_column_get_attention (BlImportColumn *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_COLUMN (self), FALSE);
  return self->attention;
}

void
bl_import_column_take_note (BlImportColumn *self, char *note, gboolean attention)
{
  if (g_strcmp0 (self->note, note) != 0)
    {
      g_free (self->note);
      self->note = note;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NOTE]);
    }
  else
    g_free (note);
  if (self->attention != attention)
    {
      self->attention = attention;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ATTENTION]);
    }
}
