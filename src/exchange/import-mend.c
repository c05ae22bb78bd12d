/* import-mend.c: one row that needs a look, with what will be done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-mend-private.h"

struct _BlImportMend
{
  GObject parent_instance;
  guint row, line;
  char *record, *field, *reason, *remedy;
  gboolean accepted;
};

enum
{
  PROP_0,
  PROP_ROW,
  PROP_LINE,
  PROP_RECORD,
  PROP_FIELD,
  PROP_REASON,
  PROP_REMEDY,
  PROP_ACCEPTED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (BlImportMend, bl_import_mend, G_TYPE_OBJECT)

static void
bl_import_mend_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlImportMend *self = BL_IMPORT_MEND (object);

  switch (id)
    {
    case PROP_ROW:
      g_value_set_uint (value, self->row);
      break;
    case PROP_LINE:
      g_value_set_uint (value, self->line);
      break;
    case PROP_RECORD:
      g_value_set_string (value, self->record);
      break;
    case PROP_FIELD:
      g_value_set_string (value, self->field);
      break;
    case PROP_REASON:
      g_value_set_string (value, self->reason);
      break;
    case PROP_REMEDY:
      g_value_set_string (value, self->remedy);
      break;
    case PROP_ACCEPTED:
      g_value_set_boolean (value, self->accepted);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_import_mend_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlImportMend *self = BL_IMPORT_MEND (object);

  switch (id)
    {
    case PROP_ACCEPTED:
      bl_import_mend_set_accepted (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_import_mend_finalize (GObject *object)
{
  BlImportMend *self = BL_IMPORT_MEND (object);

  g_free (self->record);
  g_free (self->field);
  g_free (self->reason);
  g_free (self->remedy);
  G_OBJECT_CLASS (bl_import_mend_parent_class)->finalize (object);
}

static void
bl_import_mend_class_init (BlImportMendClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bl_import_mend_get_property;
  object_class->set_property = bl_import_mend_set_property;
  object_class->finalize = bl_import_mend_finalize;
  props[PROP_ROW] = g_param_spec_uint ("row", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_LINE] = g_param_spec_uint ("line", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_RECORD] = g_param_spec_string ("record", NULL, NULL, NULL, flags);
  props[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  props[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL, flags);
  props[PROP_REMEDY] = g_param_spec_string ("remedy", NULL, NULL, NULL, flags);
  props[PROP_ACCEPTED] = g_param_spec_boolean ("accepted", NULL, NULL, TRUE,
                                               flags | G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
bl_import_mend_init (BlImportMend *self)
{
}

BlImportMend *
bl_import_mend_new (guint row,
                    guint line,
                    const char *record,
                    const char *field,
                    const char *reason,
                    const char *remedy,
                    gboolean accepted)
{
  BlImportMend *self = g_object_new (BL_TYPE_IMPORT_MEND, NULL);

  self->row = row;
  self->line = line;
  self->record = g_strdup (record);
  self->field = g_strdup (field);
  self->reason = g_strdup (reason);
  self->remedy = g_strdup (remedy);
  self->accepted = accepted;
  return self;
}

char *
bl_import_mend_key (guint row, const char *field, const char *reason, const char *remedy)
{
  return g_strdup_printf ("%u\n%s\n%s\n%s", row, field != NULL ? field : "", reason, remedy);
}

guint
bl_import_mend_get_row (BlImportMend *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_MEND (self), 0);
  return self->row;
}

const char *
bl_import_mend_get_record (BlImportMend *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_MEND (self), NULL);
  return self->record;
}

const char *
bl_import_mend_get_reason (BlImportMend *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_MEND (self), NULL);
  return self->reason;
}

const char *
bl_import_mend_get_remedy (BlImportMend *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_MEND (self), NULL);
  return self->remedy;
}

gboolean
bl_import_mend_get_accepted (BlImportMend *self)
{
  g_return_val_if_fail (BL_IS_IMPORT_MEND (self), FALSE);
  return self->accepted;
}

void
bl_import_mend_set_accepted (BlImportMend *self, gboolean accepted)
{
  g_return_if_fail (BL_IS_IMPORT_MEND (self));

  accepted = !!accepted;
  if (self->accepted == accepted)
    return;
  self->accepted = accepted;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACCEPTED]);
}
