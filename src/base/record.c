/* record.c: everything that can change is a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BlRecord, bl_record, G_TYPE_OBJECT)

BlRecordPrivate *
bl_record_private (BlRecord *self)
{
  return bl_record_get_instance_private (self);
}

void
bl_record_notify (BlRecord *self, const BlField *field)
{
  g_object_notify_by_pspec (G_OBJECT (self), field->pspec);
}

GListStore *
bl_record_get_store (BlRecord *self, const BlField *field)
{
  BlSlot *slot = &bl_record_private (self)->slots[field->index];

  if (slot->list == NULL)
    slot->list = g_list_store_new (field->item_type);
  return slot->list;
}

gboolean
bl_record_may_change (BlRecord *self)
{
  BlRecord *root = bl_record_get_root (self);
  BlTransactor *transactor = bl_record_private (root)->transactor;

  if (transactor == NULL || bl_transactor_touch (transactor, self))
    return TRUE;
  g_critical ("%s %s is changed outside a transaction", bl_record_get_kind (self),
              bl_record_private (self)->id != NULL ? bl_record_private (self)->id : "without id");
  return FALSE;
}

BlTransactor *
bl_record_get_transactor (BlRecord *self)
{
  return bl_record_private (bl_record_get_root (self))->transactor;
}

void
bl_record_adopt (BlRecord *self, const BlField *field, BlRecord *child)
{
  bl_record_private (child)->parent = self;
  bl_record_private (child)->place = field;
}

void
bl_record_orphan (BlRecord *child)
{
  bl_record_private (child)->parent = NULL;
  bl_record_private (child)->place = NULL;
}

BlSlot *
bl_record_find_slot (BlRecord *self, const char *name, const BlField **field)
{
  const BlField *found = bl_record_find_field (self, name);

  if (found == NULL)
    {
      g_critical ("%s has no field “%s”", G_OBJECT_TYPE_NAME (self), name);
      return NULL;
    }
  *field = found;
  return &bl_record_private (self)->slots[found->index];
}

/* --- Properties ----------------------------------------------------------- */

void
bl_record_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlRecord *self = BL_RECORD (object);
  const BlField *field = bl_record_find_field (self, pspec->name);

  if (field == NULL)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (bl_field_is_text (field->type))
    bl_record_set_text (self, field->name, g_value_get_string (value));
  else if (bl_field_is_value (field->type))
    bl_record_set_value (self, field->name, g_value_get_boxed (value));
  else if (field->type == BL_FIELD_TABLE)
    bl_record_set_table (self, field->name, g_value_get_boxed (value));
  else if (field->type == BL_FIELD_ENUM)
    bl_record_set_enum (self, field->name, g_value_get_enum (value));
  else if (field->type == BL_FIELD_CHILD)
    bl_record_set_child (self, field->name, g_value_get_object (value));
}

void
bl_record_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlRecord *self = BL_RECORD (object);
  const BlField *field = bl_record_find_field (self, pspec->name);
  BlSlot *slot;

  if (g_str_equal (pspec->name, "id"))
    {
      g_value_set_string (value, bl_record_private (self)->id);
      return;
    }
  if (field == NULL)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  slot = &bl_record_private (self)->slots[field->index];
  if (bl_field_is_text (field->type))
    g_value_set_string (value, slot->text);
  else if (bl_field_is_value (field->type))
    g_value_set_boxed (value, slot->value);
  else if (field->type == BL_FIELD_TABLE)
    g_value_set_boxed (value, slot->table);
  else if (field->type == BL_FIELD_ENUM)
    g_value_set_enum (value, slot->enumeration);
  else if (field->type == BL_FIELD_CHILD)
    g_value_set_object (value, slot->child);
  else
    g_value_set_object (value, bl_record_get_store (self, field));
}

static void
bl_record_constructed (GObject *object)
{
  BlRecord *self = BL_RECORD (object);
  GPtrArray *fields = BL_RECORD_GET_CLASS (self)->fields;

  G_OBJECT_CLASS (bl_record_parent_class)->constructed (object);
  bl_record_private (self)->slots = g_new0 (BlSlot, MAX (fields->len, 1));
}

static void
bl_record_dispose (GObject *object)
{
  BlRecord *self = BL_RECORD (object);
  BlRecordPrivate *priv = bl_record_private (self);
  GPtrArray *fields = BL_RECORD_GET_CLASS (self)->fields;

  for (guint i = 0; priv->slots != NULL && i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);
      BlSlot *slot = &priv->slots[i];

      if (field->type == BL_FIELD_CHILD && slot->child != NULL && bl_record_private (slot->child)->parent == self)
        bl_record_orphan (slot->child);
      if (field->type == BL_FIELD_LIST && slot->list != NULL)
        {
          g_autoptr (GPtrArray) items = bl_record_list_to_array (slot->list);

          for (guint j = 0; j < items->len; j++)
            if (bl_record_private (items->pdata[j])->parent == self)
              bl_record_orphan (items->pdata[j]);
        }
      bl_slot_clear (field, slot);
    }
  G_OBJECT_CLASS (bl_record_parent_class)->dispose (object);
}

static void
bl_record_finalize (GObject *object)
{
  BlRecordPrivate *priv = bl_record_private (BL_RECORD (object));

  g_clear_pointer (&priv->slots, g_free);
  g_clear_pointer (&priv->id, g_free);
  g_clear_pointer (&priv->foreign_elements, g_ptr_array_unref);
  g_clear_pointer (&priv->foreign_attributes, g_ptr_array_unref);
  G_OBJECT_CLASS (bl_record_parent_class)->finalize (object);
}

static char *
bl_record_real_describe (BlRecord *self)
{
  static const char *const names[] = { "name", "title" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const BlField *field = bl_record_find_field (self, names[i]);

      if (field != NULL && field->type == BL_FIELD_TEXT && bl_record_private (self)->slots[field->index].text != NULL)
        return g_strdup (bl_record_private (self)->slots[field->index].text);
    }
  return g_strdup (_(BL_RECORD_GET_CLASS (self)->title));
}

static void
bl_record_real_validate (BlRecord *self, GPtrArray *faults)
{
}

static char *
bl_record_real_normalise (BlRecord *self, const BlField *field, const char *text, GError **error)
{
  return g_strdup (text);
}

static void
bl_record_class_init (BlRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = bl_record_set_property;
  object_class->get_property = bl_record_get_property;
  object_class->constructed = bl_record_constructed;
  object_class->dispose = bl_record_dispose;
  object_class->finalize = bl_record_finalize;
  klass->describe = bl_record_real_describe;
  klass->validate = bl_record_real_validate;
  klass->normalise = bl_record_real_normalise;
  g_object_class_install_property (object_class, G_MAXUINT16,
                                   g_param_spec_string ("id", NULL, NULL, NULL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
bl_record_init (BlRecord *self)
{
}

/* --- Looking -------------------------------------------------------------- */

const char *
bl_record_class_get_kind (BlRecordClass *klass)
{
  return klass->kind;
}

const BlField *
bl_record_class_find_field (BlRecordClass *klass, const char *name)
{
  return g_hash_table_lookup (klass->by_name, name);
}

const char *
bl_record_get_id (BlRecord *self)
{
  g_return_val_if_fail (BL_IS_RECORD (self), NULL);

  return bl_record_private (self)->id;
}

const char *
bl_record_get_kind (BlRecord *self)
{
  g_return_val_if_fail (BL_IS_RECORD (self), NULL);

  return BL_RECORD_GET_CLASS (self)->kind;
}

BlRecord *
bl_record_get_parent (BlRecord *self)
{
  g_return_val_if_fail (BL_IS_RECORD (self), NULL);

  return bl_record_private (self)->parent;
}

const char *
bl_record_get_place (BlRecord *self)
{
  g_return_val_if_fail (BL_IS_RECORD (self), NULL);

  return bl_record_private (self)->place == NULL ? NULL : bl_record_private (self)->place->name;
}

BlRecord *
bl_record_get_root (BlRecord *self)
{
  g_return_val_if_fail (BL_IS_RECORD (self), NULL);

  while (bl_record_private (self)->parent != NULL)
    self = bl_record_private (self)->parent;
  return self;
}

char *
bl_record_describe (BlRecord *self)
{
  g_return_val_if_fail (BL_IS_RECORD (self), NULL);

  return BL_RECORD_GET_CLASS (self)->describe (self);
}

const BlField *
bl_record_find_field (BlRecord *self, const char *name)
{
  g_return_val_if_fail (BL_IS_RECORD (self), NULL);

  return bl_record_class_find_field (BL_RECORD_GET_CLASS (self), name);
}

GPtrArray *
bl_record_get_fields (BlRecord *self)
{
  g_return_val_if_fail (BL_IS_RECORD (self), NULL);

  return BL_RECORD_GET_CLASS (self)->fields;
}

const char *
bl_record_get_text (BlRecord *self, const char *name)
{
  const BlField *field;
  BlSlot *slot = bl_record_find_slot (self, name, &field);

  g_return_val_if_fail (slot != NULL && bl_field_is_text (field->type), NULL);

  return slot->text;
}

const BlValue *
bl_record_get_value (BlRecord *self, const char *name)
{
  const BlField *field;
  BlSlot *slot = bl_record_find_slot (self, name, &field);

  g_return_val_if_fail (slot != NULL && bl_field_is_value (field->type), NULL);

  return slot->value;
}

static const BlValue *
value_of_type (BlRecord *self, const char *name, BlValueType type)
{
  const BlValue *value = bl_record_get_value (self, name);

  g_return_val_if_fail (value == NULL || value->type == type, NULL);

  return value;
}

gboolean
bl_record_get_integer (BlRecord *self, const char *name, gint64 *integer)
{
  const BlValue *value = value_of_type (self, name, BL_VALUE_INTEGER);

  if (value != NULL && integer != NULL)
    *integer = value->as.integer;
  return value != NULL;
}

gboolean
bl_record_get_real (BlRecord *self, const char *name, double *real)
{
  const BlValue *value = value_of_type (self, name, BL_VALUE_REAL);

  if (value != NULL && real != NULL)
    *real = value->as.real;
  return value != NULL;
}

gboolean
bl_record_get_money (BlRecord *self, const char *name, gint64 *pence)
{
  const BlValue *value = value_of_type (self, name, BL_VALUE_MONEY);

  if (value != NULL && pence != NULL)
    *pence = value->as.pence;
  return value != NULL;
}

gboolean
bl_record_get_date (BlRecord *self, const char *name, guint32 *julian)
{
  const BlValue *value = value_of_type (self, name, BL_VALUE_DATE);

  if (value != NULL && julian != NULL)
    *julian = value->as.julian;
  return value != NULL;
}

gboolean
bl_record_get_boolean (BlRecord *self, const char *name, gboolean *boolean)
{
  const BlValue *value = value_of_type (self, name, BL_VALUE_BOOLEAN);

  if (value != NULL && boolean != NULL)
    *boolean = value->as.boolean;
  return value != NULL;
}

int
bl_record_get_enum (BlRecord *self, const char *name)
{
  const BlField *field;
  BlSlot *slot = bl_record_find_slot (self, name, &field);

  g_return_val_if_fail (slot != NULL && field->type == BL_FIELD_ENUM, 0);

  return slot->enumeration;
}

BlTable *
bl_record_get_table (BlRecord *self, const char *name)
{
  const BlField *field;
  BlSlot *slot = bl_record_find_slot (self, name, &field);

  g_return_val_if_fail (slot != NULL && field->type == BL_FIELD_TABLE, NULL);

  return slot->table;
}

BlRecord *
bl_record_get_child (BlRecord *self, const char *name)
{
  const BlField *field;
  BlSlot *slot = bl_record_find_slot (self, name, &field);

  g_return_val_if_fail (slot != NULL && field->type == BL_FIELD_CHILD, NULL);

  return slot->child;
}

GListModel *
bl_record_get_list (BlRecord *self, const char *name)
{
  const BlField *field;
  BlSlot *slot = bl_record_find_slot (self, name, &field);

  g_return_val_if_fail (slot != NULL && field->type == BL_FIELD_LIST, NULL);

  return G_LIST_MODEL (bl_record_get_store (self, field));
}

gboolean
bl_record_is_known (BlRecord *self, const char *name)
{
  const BlField *field;
  BlSlot *slot = bl_record_find_slot (self, name, &field);

  g_return_val_if_fail (slot != NULL, FALSE);

  if (field->type == BL_FIELD_ENUM)
    return slot->enumeration != 0;
  if (field->type == BL_FIELD_LIST)
    return bl_slot_n_items (slot) > 0;
  return slot->text != NULL; /* all others are pointers */
}

char *
bl_record_get_as_text (BlRecord *self, const char *name)
{
  const BlField *field;
  BlSlot *slot = bl_record_find_slot (self, name, &field);
  char *made = NULL;
  const char *text;

  g_return_val_if_fail (slot != NULL && field->type != BL_FIELD_CHILD && field->type != BL_FIELD_LIST, NULL);

  text = bl_slot_to_text (field, slot, &made);
  return made != NULL ? made : g_strdup (text);
}

void
bl_record_set_transactor (BlRecord *self, BlTransactor *transactor)
{
  g_return_if_fail (BL_IS_RECORD (self) && bl_record_private (self)->parent == NULL);

  bl_record_private (self)->transactor = transactor;
}
