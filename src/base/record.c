/* record.c: everything that can change is a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text.h"

typedef union
{
  char *text;
  BlValue *value;
  int enumeration;
  BlTable *table;
  BlRecord *child;
  GListStore *list;
} Slot;

typedef struct
{
  char *id;
  BlRecord *parent; /* not referenced: it owns us */
  const BlField *place; /* the parent's field we are in */
  BlTransactor *transactor; /* of a root */
  Slot *slots;
  GPtrArray *foreign_elements;
  GPtrArray *foreign_attributes;
} BlRecordPrivate;

struct _BlRecordImage
{
  const GPtrArray *fields;
  Slot *slots;         /* lists are arrays here */
  GPtrArray **lists;
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BlRecord, bl_record, G_TYPE_OBJECT)

#define PRIV(self) ((BlRecordPrivate *) bl_record_get_instance_private (self))

/* --- Slots ---------------------------------------------------------------- */

static gboolean
is_value_type (BlFieldType type)
{
  return type == BL_FIELD_INTEGER || type == BL_FIELD_REAL || type == BL_FIELD_MONEY || type == BL_FIELD_DATE
         || type == BL_FIELD_BOOLEAN;
}

static gboolean
is_text_type (BlFieldType type)
{
  return type == BL_FIELD_TEXT || type == BL_FIELD_LONG_TEXT || type == BL_FIELD_REFERENCE;
}

static BlValueType
value_type_of (BlFieldType type)
{
  switch (type)
    {
    case BL_FIELD_INTEGER:
      return BL_VALUE_INTEGER;
    case BL_FIELD_REAL:
      return BL_VALUE_REAL;
    case BL_FIELD_MONEY:
      return BL_VALUE_MONEY;
    case BL_FIELD_DATE:
      return BL_VALUE_DATE;
    case BL_FIELD_BOOLEAN:
      return BL_VALUE_BOOLEAN;
    default:
      g_assert_not_reached ();
    }
}

static void
slot_clear (const BlField *field, Slot *slot)
{
  if (is_text_type (field->type))
    g_clear_pointer (&slot->text, g_free);
  else if (is_value_type (field->type))
    g_clear_pointer (&slot->value, bl_value_free);
  else if (field->type == BL_FIELD_TABLE)
    g_clear_pointer (&slot->table, bl_table_unref);
  else if (field->type == BL_FIELD_CHILD)
    g_clear_object (&slot->child);
  else if (field->type == BL_FIELD_LIST)
    g_clear_object (&slot->list);
}

static void
slot_copy (const BlField *field, const Slot *from, Slot *to)
{
  if (is_text_type (field->type))
    to->text = g_strdup (from->text);
  else if (is_value_type (field->type))
    to->value = bl_value_copy (from->value);
  else if (field->type == BL_FIELD_TABLE)
    to->table = from->table == NULL ? NULL : bl_table_ref (from->table);
  else if (field->type == BL_FIELD_CHILD)
    to->child = from->child == NULL ? NULL : g_object_ref (from->child);
  else if (field->type == BL_FIELD_ENUM)
    to->enumeration = from->enumeration;
}

static gboolean
slot_equal (const BlField *field, const Slot *a, const Slot *b)
{
  if (is_text_type (field->type))
    return g_strcmp0 (a->text, b->text) == 0;
  if (is_value_type (field->type))
    return bl_value_equal (a->value, b->value);
  if (field->type == BL_FIELD_TABLE)
    return a->table == b->table
           || (a->table != NULL && b->table != NULL
               && g_str_equal (bl_table_get_id (a->table), bl_table_get_id (b->table)));
  if (field->type == BL_FIELD_ENUM)
    return a->enumeration == b->enumeration;
  if (field->type == BL_FIELD_CHILD)
    return a->child == b->child;
  g_assert_not_reached ();
}

static GPtrArray *
list_to_array (GListStore *list)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (array, g_list_model_get_item (G_LIST_MODEL (list), i));
  return array;
}

static const BlField *
field_at (BlRecord *self, guint index)
{
  return g_ptr_array_index (BL_RECORD_GET_CLASS (self)->fields, index);
}

static void
notify (BlRecord *self, const BlField *field)
{
  g_object_notify (G_OBJECT (self), field->name);
}

/* Asks for leave to change; a critical and %FALSE outside a transaction. */
static gboolean
may_change (BlRecord *self)
{
  BlRecord *root = bl_record_get_root (self);
  BlTransactor *transactor = PRIV (root)->transactor;

  if (transactor == NULL || bl_transactor_touch (transactor, self))
    return TRUE;
  g_critical ("%s %s is changed outside a transaction", bl_record_get_kind (self),
              PRIV (self)->id != NULL ? PRIV (self)->id : "without id");
  return FALSE;
}

static BlTransactor *
transactor_of (BlRecord *self)
{
  return PRIV (bl_record_get_root (self))->transactor;
}

static void
adopt (BlRecord *self, const BlField *field, BlRecord *child)
{
  PRIV (child)->parent = self;
  PRIV (child)->place = field;
}

static void
orphan (BlRecord *child)
{
  PRIV (child)->parent = NULL;
  PRIV (child)->place = NULL;
}

/* The slot of @name if it is of one of the given types; else a critical. */
static Slot *
slot_of (BlRecord *self, const char *name, const BlField **field)
{
  const BlField *found = bl_record_find_field (self, name);

  if (found == NULL)
    {
      g_critical ("%s has no field “%s”", G_OBJECT_TYPE_NAME (self), name);
      return NULL;
    }
  *field = found;
  return &PRIV (self)->slots[found->index];
}

/* --- Properties ----------------------------------------------------------- */

static void
bl_record_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlRecord *self = BL_RECORD (object);
  const BlField *field = bl_record_find_field (self, pspec->name);

  if (field == NULL)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (is_text_type (field->type))
    bl_record_set_text (self, field->name, g_value_get_string (value));
  else if (is_value_type (field->type))
    bl_record_set_value (self, field->name, g_value_get_boxed (value));
  else if (field->type == BL_FIELD_TABLE)
    bl_record_set_table (self, field->name, g_value_get_boxed (value));
  else if (field->type == BL_FIELD_ENUM)
    bl_record_set_enum (self, field->name, g_value_get_enum (value));
  else if (field->type == BL_FIELD_CHILD)
    bl_record_set_child (self, field->name, g_value_get_object (value));
}

static void
bl_record_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlRecord *self = BL_RECORD (object);
  const BlField *field = bl_record_find_field (self, pspec->name);
  Slot *slot;

  if (g_str_equal (pspec->name, "id"))
    {
      g_value_set_string (value, PRIV (self)->id);
      return;
    }
  if (field == NULL)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  slot = &PRIV (self)->slots[field->index];
  if (is_text_type (field->type))
    g_value_set_string (value, slot->text);
  else if (is_value_type (field->type))
    g_value_set_boxed (value, slot->value);
  else if (field->type == BL_FIELD_TABLE)
    g_value_set_boxed (value, slot->table);
  else if (field->type == BL_FIELD_ENUM)
    g_value_set_enum (value, slot->enumeration);
  else if (field->type == BL_FIELD_CHILD)
    g_value_set_object (value, slot->child);
  else
    g_value_set_object (value, slot->list);
}

static void
bl_record_constructed (GObject *object)
{
  BlRecord *self = BL_RECORD (object);
  GPtrArray *fields = BL_RECORD_GET_CLASS (self)->fields;

  G_OBJECT_CLASS (bl_record_parent_class)->constructed (object);
  PRIV (self)->slots = g_new0 (Slot, MAX (fields->len, 1));
  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);

      if (field->type == BL_FIELD_LIST)
        PRIV (self)->slots[i].list = g_list_store_new (field->item_type);
    }
}

static void
bl_record_dispose (GObject *object)
{
  BlRecord *self = BL_RECORD (object);
  BlRecordPrivate *priv = PRIV (self);
  GPtrArray *fields = BL_RECORD_GET_CLASS (self)->fields;

  for (guint i = 0; priv->slots != NULL && i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);
      Slot *slot = &priv->slots[i];

      if (field->type == BL_FIELD_CHILD && slot->child != NULL && PRIV (slot->child)->parent == self)
        orphan (slot->child);
      if (field->type == BL_FIELD_LIST && slot->list != NULL)
        {
          g_autoptr (GPtrArray) items = list_to_array (slot->list);

          for (guint j = 0; j < items->len; j++)
            if (PRIV (items->pdata[j])->parent == self)
              orphan (items->pdata[j]);
        }
      slot_clear (field, slot);
    }
  G_OBJECT_CLASS (bl_record_parent_class)->dispose (object);
}

static void
bl_record_finalize (GObject *object)
{
  BlRecordPrivate *priv = PRIV (BL_RECORD (object));

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

      if (field != NULL && field->type == BL_FIELD_TEXT && PRIV (self)->slots[field->index].text != NULL)
        return g_strdup (PRIV (self)->slots[field->index].text);
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

/* --- Declaring ------------------------------------------------------------ */

void
bl_record_class_set_kind (BlRecordClass *klass, const char *kind, const char *title)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  /* GObject does not hand these two down to a class that installs properties. */
  if (object_class->set_property == NULL)
    object_class->set_property = bl_record_set_property;
  if (object_class->get_property == NULL)
    object_class->get_property = bl_record_get_property;
  klass->kind = kind;
  klass->title = title;
  /* Classes live as long as the program. */
  klass->fields = g_ptr_array_new ();
  klass->by_name = g_hash_table_new (g_str_hash, g_str_equal);
}

static BlField *
declare (BlRecordClass *klass, const char *name, const char *title, BlFieldType type, GParamSpec *pspec)
{
  BlField *field = g_new0 (BlField, 1);

  g_assert (klass->fields != NULL && !g_hash_table_contains (klass->by_name, name));
  field->name = g_intern_string (name);
  field->title = title;
  field->type = type;
  field->since = "1.0";
  field->index = klass->fields->len;
  g_ptr_array_add (klass->fields, field);
  g_hash_table_insert (klass->by_name, (gpointer) field->name, field);
  g_object_class_install_property (G_OBJECT_CLASS (klass), field->index + 1, pspec);
  return field;
}

#define WRITABLE (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY)

static void
declare_text (BlRecordClass *klass, const char *name, const char *title, BlFieldType type)
{
  declare (klass, name, title, type, g_param_spec_string (name, NULL, NULL, NULL, WRITABLE));
}

static void
declare_value (BlRecordClass *klass, const char *name, const char *title, BlFieldType type)
{
  declare (klass, name, title, type, g_param_spec_boxed (name, NULL, NULL, BL_TYPE_VALUE, WRITABLE));
}

void
bl_record_class_add_text (BlRecordClass *klass, const char *name, const char *title)
{
  declare_text (klass, name, title, BL_FIELD_TEXT);
}

void
bl_record_class_add_long_text (BlRecordClass *klass, const char *name, const char *title)
{
  declare_text (klass, name, title, BL_FIELD_LONG_TEXT);
}

void
bl_record_class_add_reference (BlRecordClass *klass, const char *name, const char *title)
{
  declare_text (klass, name, title, BL_FIELD_REFERENCE);
}

void
bl_record_class_add_integer (BlRecordClass *klass, const char *name, const char *title)
{
  declare_value (klass, name, title, BL_FIELD_INTEGER);
}

void
bl_record_class_add_real (BlRecordClass *klass, const char *name, const char *title)
{
  declare_value (klass, name, title, BL_FIELD_REAL);
}

void
bl_record_class_add_money (BlRecordClass *klass, const char *name, const char *title)
{
  declare_value (klass, name, title, BL_FIELD_MONEY);
}

void
bl_record_class_add_date (BlRecordClass *klass, const char *name, const char *title)
{
  declare_value (klass, name, title, BL_FIELD_DATE);
}

void
bl_record_class_add_boolean (BlRecordClass *klass, const char *name, const char *title)
{
  declare_value (klass, name, title, BL_FIELD_BOOLEAN);
}

void
bl_record_class_add_enum (BlRecordClass *klass, const char *name, const char *title, GType enum_type)
{
  BlField *field
      = declare (klass, name, title, BL_FIELD_ENUM, g_param_spec_enum (name, NULL, NULL, enum_type, 0, WRITABLE));

  field->item_type = enum_type;
}

void
bl_record_class_add_table (BlRecordClass *klass, const char *name, const char *title, BlTableType type)
{
  BlField *field
      = declare (klass, name, title, BL_FIELD_TABLE, g_param_spec_boxed (name, NULL, NULL, BL_TYPE_TABLE, WRITABLE));

  field->table_type = type;
}

void
bl_record_class_add_child (BlRecordClass *klass, const char *name, const char *title, GType item_type)
{
  BlField *field
      = declare (klass, name, title, BL_FIELD_CHILD, g_param_spec_object (name, NULL, NULL, item_type, WRITABLE));

  field->item_type = item_type;
}

void
bl_record_class_add_list (BlRecordClass *klass, const char *name, const char *title, GType item_type,
                          gboolean wrapped)
{
  BlField *field = declare (klass, name, title, BL_FIELD_LIST,
                            g_param_spec_object (name, NULL, NULL, G_TYPE_LIST_MODEL,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  field->item_type = item_type;
  field->wrapper = wrapped ? field->name : NULL;
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

  return PRIV (self)->id;
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

  return PRIV (self)->parent;
}

BlRecord *
bl_record_get_root (BlRecord *self)
{
  g_return_val_if_fail (BL_IS_RECORD (self), NULL);

  while (PRIV (self)->parent != NULL)
    self = PRIV (self)->parent;
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
  Slot *slot = slot_of (self, name, &field);

  g_return_val_if_fail (slot != NULL && is_text_type (field->type), NULL);

  return slot->text;
}

const BlValue *
bl_record_get_value (BlRecord *self, const char *name)
{
  const BlField *field;
  Slot *slot = slot_of (self, name, &field);

  g_return_val_if_fail (slot != NULL && is_value_type (field->type), NULL);

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
  Slot *slot = slot_of (self, name, &field);

  g_return_val_if_fail (slot != NULL && field->type == BL_FIELD_ENUM, 0);

  return slot->enumeration;
}

BlTable *
bl_record_get_table (BlRecord *self, const char *name)
{
  const BlField *field;
  Slot *slot = slot_of (self, name, &field);

  g_return_val_if_fail (slot != NULL && field->type == BL_FIELD_TABLE, NULL);

  return slot->table;
}

BlRecord *
bl_record_get_child (BlRecord *self, const char *name)
{
  const BlField *field;
  Slot *slot = slot_of (self, name, &field);

  g_return_val_if_fail (slot != NULL && field->type == BL_FIELD_CHILD, NULL);

  return slot->child;
}

GListModel *
bl_record_get_list (BlRecord *self, const char *name)
{
  const BlField *field;
  Slot *slot = slot_of (self, name, &field);

  g_return_val_if_fail (slot != NULL && field->type == BL_FIELD_LIST, NULL);

  return G_LIST_MODEL (slot->list);
}

gboolean
bl_record_is_known (BlRecord *self, const char *name)
{
  const BlField *field;
  Slot *slot = slot_of (self, name, &field);

  g_return_val_if_fail (slot != NULL, FALSE);

  if (field->type == BL_FIELD_ENUM)
    return slot->enumeration != 0;
  if (field->type == BL_FIELD_LIST)
    return g_list_model_get_n_items (G_LIST_MODEL (slot->list)) > 0;
  return slot->text != NULL; /* all others are pointers */
}

char *
bl_record_get_as_text (BlRecord *self, const char *name)
{
  const BlField *field;
  Slot *slot = slot_of (self, name, &field);

  g_return_val_if_fail (slot != NULL && field->type != BL_FIELD_CHILD && field->type != BL_FIELD_LIST, NULL);

  if (is_text_type (field->type))
    return g_strdup (slot->text);
  if (is_value_type (field->type))
    return bl_value_to_text (slot->value);
  if (field->type == BL_FIELD_TABLE)
    return slot->table == NULL ? NULL : g_strdup (bl_table_get_id (slot->table));
  if (slot->enumeration == 0)
    return NULL;
  {
    g_autoptr (GEnumClass) klass = g_type_class_ref (field->item_type);

    return g_strdup (g_enum_get_value (klass, slot->enumeration)->value_nick);
  }
}

/* --- Changing ------------------------------------------------------------- */

/* Takes what is in @to when it differs from what is there. */
static void
change_slot (BlRecord *self, const BlField *field, Slot *to)
{
  Slot *slot = &PRIV (self)->slots[field->index];

  if (slot_equal (field, slot, to) || !may_change (self))
    {
      slot_clear (field, to);
      return;
    }
  slot_clear (field, slot);
  *slot = *to;
  notify (self, field);
}

void
bl_record_set_text (BlRecord *self, const char *name, const char *text)
{
  const BlField *field;
  Slot to = { .text = NULL };

  g_return_if_fail (slot_of (self, name, &field) != NULL && is_text_type (field->type));
  g_return_if_fail (text == NULL || g_utf8_validate (text, -1, NULL));

  if (text != NULL)
    to.text = bl_text_for_xml (text);
  if (to.text != NULL && *to.text == '\0')
    g_clear_pointer (&to.text, g_free);
  change_slot (self, field, &to);
}

void
bl_record_set_value (BlRecord *self, const char *name, const BlValue *value)
{
  const BlField *field;
  Slot to = { .value = bl_value_copy (value) };

  g_return_if_fail (slot_of (self, name, &field) != NULL && is_value_type (field->type));
  g_return_if_fail (value == NULL || value->type == value_type_of (field->type));

  change_slot (self, field, &to);
}

void
bl_record_set_integer (BlRecord *self, const char *name, gint64 integer)
{
  BlValue value = { BL_VALUE_INTEGER, { .integer = integer } };

  bl_record_set_value (self, name, &value);
}

void
bl_record_set_real (BlRecord *self, const char *name, double real)
{
  g_autoptr (BlValue) value = bl_value_new_real (real);

  g_return_if_fail (value != NULL);

  bl_record_set_value (self, name, value);
}

void
bl_record_set_money (BlRecord *self, const char *name, gint64 pence)
{
  BlValue value = { BL_VALUE_MONEY, { .pence = pence } };

  bl_record_set_value (self, name, &value);
}

void
bl_record_set_date (BlRecord *self, const char *name, guint32 julian)
{
  BlValue value = { BL_VALUE_DATE, { .julian = julian } };

  g_return_if_fail (g_date_valid_julian (julian));

  bl_record_set_value (self, name, &value);
}

void
bl_record_set_boolean (BlRecord *self, const char *name, gboolean boolean)
{
  BlValue value = { BL_VALUE_BOOLEAN, { .boolean = !!boolean } };

  bl_record_set_value (self, name, &value);
}

void
bl_record_set_enum (BlRecord *self, const char *name, int enumeration)
{
  const BlField *field;
  Slot to = { .enumeration = enumeration };
  g_autoptr (GEnumClass) klass = NULL;

  g_return_if_fail (slot_of (self, name, &field) != NULL && field->type == BL_FIELD_ENUM);
  klass = g_type_class_ref (field->item_type);
  g_return_if_fail (g_enum_get_value (klass, enumeration) != NULL);

  change_slot (self, field, &to);
}

void
bl_record_set_table (BlRecord *self, const char *name, BlTable *table)
{
  const BlField *field;
  Slot to = { .table = NULL };

  g_return_if_fail (slot_of (self, name, &field) != NULL && field->type == BL_FIELD_TABLE);
  g_return_if_fail (table == NULL || bl_table_get_table_type (table) == field->table_type);

  to.table = table == NULL ? NULL : bl_table_ref (table);
  change_slot (self, field, &to);
}

void
bl_record_clear (BlRecord *self, const char *name)
{
  const BlField *field;
  Slot to = { .text = NULL };

  g_return_if_fail (slot_of (self, name, &field) != NULL);

  if (field->type == BL_FIELD_CHILD)
    bl_record_set_child (self, name, NULL);
  else if (field->type == BL_FIELD_LIST)
    bl_record_remove_all (self, name);
  else
    change_slot (self, field, &to);
}

static gboolean
set_enum_from_text (BlRecord *self, const BlField *field, const char *text, GError **error)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (field->item_type);
  GEnumValue *value = g_enum_get_value_by_nick (klass, text);
  g_autoptr (GString) words = NULL;

  if (value != NULL && value->value != 0)
    {
      bl_record_set_enum (self, field->name, value->value);
      return TRUE;
    }
  words = g_string_new (NULL);
  for (guint i = 0; i < klass->n_values; i++)
    if (klass->values[i].value != 0)
      g_string_append_printf (words, "%s“%s”", words->len > 0 ? ", " : "", klass->values[i].value_nick);
  g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_NUMBER, _("“%s” is not one of %s"), text, words->str);
  return FALSE;
}

gboolean
bl_record_set_from_text (BlRecord *self, const char *name, const char *text, GError **error)
{
  const BlField *field;
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (slot_of (self, name, &field) != NULL, FALSE);
  g_return_val_if_fail (field->type != BL_FIELD_TABLE && field->type != BL_FIELD_CHILD
                            && field->type != BL_FIELD_LIST,
                        FALSE);

  if (text == NULL || *text == '\0')
    {
      bl_record_clear (self, name);
      return TRUE;
    }
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_NUMBER, _("%s: the text is not valid UTF-8"),
                   _(field->title));
      return FALSE;
    }
  if (is_value_type (field->type))
    {
      g_autoptr (BlValue) value = bl_value_from_text (value_type_of (field->type), text, &problem);

      if (value != NULL)
        {
          bl_record_set_value (self, name, value);
          return TRUE;
        }
    }
  else if (field->type == BL_FIELD_ENUM)
    {
      if (set_enum_from_text (self, field, text, &problem))
        return TRUE;
    }
  else
    {
      g_autofree char *normal = BL_RECORD_GET_CLASS (self)->normalise (self, field, text, &problem);

      if (normal != NULL)
        {
          bl_record_set_text (self, name, normal);
          return TRUE;
        }
    }
  g_propagate_prefixed_error (error, g_steal_pointer (&problem), "%s: ", _(field->title));
  return FALSE;
}

void
bl_record_set_child (BlRecord *self, const char *name, BlRecord *child)
{
  const BlField *field;
  Slot *slot = slot_of (self, name, &field);
  g_autoptr (BlRecord) old = NULL;
  BlTransactor *transactor;

  g_return_if_fail (slot != NULL && field->type == BL_FIELD_CHILD);
  g_return_if_fail (child == NULL || G_TYPE_CHECK_INSTANCE_TYPE (child, field->item_type));

  if (slot->child == child)
    return;
  g_return_if_fail (child == NULL || PRIV (child)->parent == NULL);
  if (!may_change (self))
    return;
  transactor = transactor_of (self);
  old = g_steal_pointer (&slot->child);
  if (old != NULL)
    {
      orphan (old);
      if (transactor != NULL)
        bl_transactor_detached (transactor, old);
    }
  if (child != NULL)
    {
      slot->child = g_object_ref (child);
      adopt (self, field, child);
      if (transactor != NULL)
        bl_transactor_attached (transactor, child);
    }
  notify (self, field);
}

void
bl_record_insert (BlRecord *self, const char *name, guint position, BlRecord *child)
{
  const BlField *field;
  Slot *slot = slot_of (self, name, &field);
  guint n;

  g_return_if_fail (slot != NULL && field->type == BL_FIELD_LIST);
  g_return_if_fail (G_TYPE_CHECK_INSTANCE_TYPE (child, field->item_type));
  g_return_if_fail (PRIV (child)->parent == NULL);

  if (!may_change (self))
    return;
  n = g_list_model_get_n_items (G_LIST_MODEL (slot->list));
  adopt (self, field, child);
  if (transactor_of (self) != NULL)
    bl_transactor_attached (transactor_of (self), child);
  g_list_store_insert (slot->list, MIN (position, n), child);
}

void
bl_record_append (BlRecord *self, const char *name, BlRecord *child)
{
  bl_record_insert (self, name, G_MAXUINT, child);
}

void
bl_record_remove (BlRecord *child)
{
  BlRecord *parent;
  const BlField *field;
  guint position;

  g_return_if_fail (BL_IS_RECORD (child) && PRIV (child)->parent != NULL);

  parent = PRIV (child)->parent;
  field = PRIV (child)->place;
  if (field->type == BL_FIELD_CHILD)
    {
      bl_record_set_child (parent, field->name, NULL);
      return;
    }
  if (!may_change (parent) || !g_list_store_find (PRIV (parent)->slots[field->index].list, child, &position))
    return;
  {
    g_autoptr (BlRecord) keep = g_object_ref (child);
    BlTransactor *transactor = transactor_of (parent);

    orphan (child);
    if (transactor != NULL)
      bl_transactor_detached (transactor, child);
    g_list_store_remove (PRIV (parent)->slots[field->index].list, position);
  }
}

void
bl_record_remove_all (BlRecord *self, const char *name)
{
  const BlField *field;
  Slot *slot = slot_of (self, name, &field);
  g_autoptr (GPtrArray) items = NULL;
  BlTransactor *transactor;

  g_return_if_fail (slot != NULL && field->type == BL_FIELD_LIST);

  if (g_list_model_get_n_items (G_LIST_MODEL (slot->list)) == 0 || !may_change (self))
    return;
  items = list_to_array (slot->list);
  transactor = transactor_of (self);
  for (guint i = 0; i < items->len; i++)
    {
      orphan (items->pdata[i]);
      if (transactor != NULL)
        bl_transactor_detached (transactor, items->pdata[i]);
    }
  g_list_store_remove_all (slot->list);
}

void
bl_record_set_id (BlRecord *self, const char *id)
{
  g_return_if_fail (BL_IS_RECORD (self) && PRIV (self)->parent == NULL);

  bl_record_assign_id (self, id);
}

void
bl_record_assign_id (BlRecord *self, const char *id)
{
  g_return_if_fail (BL_IS_RECORD (self) && PRIV (self)->id == NULL);

  PRIV (self)->id = g_strdup (id);
}

/* --- Walking, comparing --------------------------------------------------- */

gboolean
bl_record_walk (BlRecord *self, BlRecordVisit visit, gpointer data)
{
  GPtrArray *fields;

  g_return_val_if_fail (BL_IS_RECORD (self), FALSE);

  if (!visit (self, data))
    return FALSE;
  fields = BL_RECORD_GET_CLASS (self)->fields;
  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);
      Slot *slot = &PRIV (self)->slots[i];

      if (field->type == BL_FIELD_CHILD && slot->child != NULL && !bl_record_walk (slot->child, visit, data))
        return FALSE;
      if (field->type == BL_FIELD_LIST)
        {
          guint n = g_list_model_get_n_items (G_LIST_MODEL (slot->list));

          for (guint j = 0; j < n; j++)
            {
              g_autoptr (BlRecord) item = g_list_model_get_item (G_LIST_MODEL (slot->list), j);

              if (!bl_record_walk (item, visit, data))
                return FALSE;
            }
        }
    }
  return TRUE;
}

static gboolean
lists_equal (GListModel *a, GListModel *b)
{
  guint n = g_list_model_get_n_items (a);

  if (n != g_list_model_get_n_items (b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlRecord) x = g_list_model_get_item (a, i);
      g_autoptr (BlRecord) y = g_list_model_get_item (b, i);

      if (!bl_record_equal (x, y))
        return FALSE;
    }
  return TRUE;
}

gboolean
bl_record_equal (BlRecord *a, BlRecord *b)
{
  GPtrArray *fields;

  if (a == NULL || b == NULL || a == b)
    return a == b;
  if (G_OBJECT_TYPE (a) != G_OBJECT_TYPE (b) || g_strcmp0 (PRIV (a)->id, PRIV (b)->id) != 0)
    return FALSE;
  fields = BL_RECORD_GET_CLASS (a)->fields;
  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);
      Slot *x = &PRIV (a)->slots[i], *y = &PRIV (b)->slots[i];
      gboolean same;

      if (field->type == BL_FIELD_CHILD)
        same = bl_record_equal (x->child, y->child);
      else if (field->type == BL_FIELD_LIST)
        same = lists_equal (G_LIST_MODEL (x->list), G_LIST_MODEL (y->list));
      else
        same = slot_equal (field, x, y);
      if (!same)
        return FALSE;
    }
  return TRUE;
}

static gboolean
validate_one (BlRecord *record, gpointer faults)
{
  BL_RECORD_GET_CLASS (record)->validate (record, faults);
  return TRUE;
}

void
bl_record_validate (BlRecord *self, GPtrArray *faults)
{
  bl_record_walk (self, validate_one, faults);
}

/* --- Images --------------------------------------------------------------- */

BlRecordImage *
bl_record_take_image (BlRecord *self)
{
  BlRecordImage *image = g_new0 (BlRecordImage, 1);
  GPtrArray *fields = BL_RECORD_GET_CLASS (self)->fields;

  image->fields = fields;
  image->slots = g_new0 (Slot, MAX (fields->len, 1));
  image->lists = g_new0 (GPtrArray *, MAX (fields->len, 1));
  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);

      if (field->type == BL_FIELD_LIST)
        image->lists[i] = list_to_array (PRIV (self)->slots[i].list);
      else
        slot_copy (field, &PRIV (self)->slots[i], &image->slots[i]);
    }
  return image;
}

/* Makes the list hold @items, telling its views only of what differs. */
static void
put_list (BlRecord *self, const BlField *field, GPtrArray *items)
{
  GListStore *list = PRIV (self)->slots[field->index].list;
  g_autoptr (GPtrArray) old = list_to_array (list);
  guint same = 0, tail = 0;
  g_autoptr (GHashTable) stay = g_hash_table_new (NULL, NULL);

  while (same < old->len && same < items->len && old->pdata[same] == items->pdata[same])
    same++;
  while (tail < old->len - same && tail < items->len - same
         && old->pdata[old->len - 1 - tail] == items->pdata[items->len - 1 - tail])
    tail++;
  if (same == old->len && same == items->len)
    return;
  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (stay, items->pdata[i]);
  for (guint i = same; i < old->len - tail; i++)
    if (!g_hash_table_contains (stay, old->pdata[i]) && PRIV (old->pdata[i])->parent == self)
      orphan (old->pdata[i]);
  for (guint i = same; i < items->len - tail; i++)
    adopt (self, field, items->pdata[i]);
  g_list_store_splice (list, same, old->len - same - tail, items->pdata + same, items->len - same - tail);
}

void
bl_record_put_image (BlRecord *self, BlRecordImage *image)
{
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < image->fields->len; i++)
    {
      const BlField *field = field_at (self, i);
      Slot *slot = &PRIV (self)->slots[i];

      if (field->type == BL_FIELD_LIST)
        {
          put_list (self, field, image->lists[i]);
          continue;
        }
      if (slot_equal (field, slot, &image->slots[i]))
        continue;
      if (field->type == BL_FIELD_CHILD)
        {
          if (slot->child != NULL && PRIV (slot->child)->parent == self)
            orphan (slot->child);
          if (image->slots[i].child != NULL)
            adopt (self, field, image->slots[i].child);
        }
      slot_clear (field, slot);
      slot_copy (field, &image->slots[i], slot);
      notify (self, field);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
bl_record_image_equal (BlRecordImage *a, BlRecordImage *b)
{
  for (guint i = 0; i < a->fields->len; i++)
    {
      const BlField *field = g_ptr_array_index ((GPtrArray *) a->fields, i);

      if (field->type == BL_FIELD_LIST)
        {
          if (a->lists[i]->len != b->lists[i]->len
              || memcmp (a->lists[i]->pdata, b->lists[i]->pdata, a->lists[i]->len * sizeof (gpointer)) != 0)
            return FALSE;
        }
      else if (!slot_equal (field, &a->slots[i], &b->slots[i]))
        return FALSE;
    }
  return TRUE;
}

gsize
bl_record_image_get_weight (BlRecordImage *image)
{
  gsize weight = sizeof *image + image->fields->len * (sizeof (Slot) + sizeof (gpointer));

  for (guint i = 0; i < image->fields->len; i++)
    {
      const BlField *field = g_ptr_array_index ((GPtrArray *) image->fields, i);

      if (is_text_type (field->type) && image->slots[i].text != NULL)
        weight += strlen (image->slots[i].text) + 1;
      else if (is_value_type (field->type) && image->slots[i].value != NULL)
        weight += sizeof (BlValue);
      else if (field->type == BL_FIELD_TABLE && image->slots[i].table != NULL)
        weight += bl_table_get_size (image->slots[i].table); /* shared, but kept alive by us */
      else if (field->type == BL_FIELD_LIST)
        weight += image->lists[i]->len * sizeof (gpointer);
    }
  return weight;
}

void
bl_record_image_free (BlRecordImage *image)
{
  if (image == NULL)
    return;
  for (guint i = 0; i < image->fields->len; i++)
    {
      const BlField *field = g_ptr_array_index ((GPtrArray *) image->fields, i);

      if (field->type == BL_FIELD_LIST)
        g_clear_pointer (&image->lists[i], g_ptr_array_unref);
      else
        slot_clear (field, &image->slots[i]);
    }
  g_free (image->slots);
  g_free (image->lists);
  g_free (image);
}

void
bl_record_set_transactor (BlRecord *self, BlTransactor *transactor)
{
  g_return_if_fail (BL_IS_RECORD (self) && PRIV (self)->parent == NULL);

  PRIV (self)->transactor = transactor;
}

/* --- What this version does not know -------------------------------------- */

static void
foreign_element_free (gpointer data)
{
  BlForeignElement *element = data;

  g_free (element->xml);
  g_free (element);
}

static void
foreign_attribute_free (gpointer data)
{
  BlForeignAttribute *attribute = data;

  g_free (attribute->name);
  g_free (attribute->value);
  g_free (attribute);
}

void
bl_record_keep_foreign_element (BlRecord *self, const BlField *wrapper, guint position, const char *xml)
{
  BlForeignElement *element = g_new0 (BlForeignElement, 1);

  element->wrapper = wrapper == NULL ? NULL : wrapper->name;
  element->position = position;
  element->xml = g_strdup (xml);
  if (PRIV (self)->foreign_elements == NULL)
    PRIV (self)->foreign_elements = g_ptr_array_new_with_free_func (foreign_element_free);
  g_ptr_array_add (PRIV (self)->foreign_elements, element);
}

void
bl_record_keep_foreign_attribute (BlRecord *self, const char *name, const char *value)
{
  BlForeignAttribute *attribute = g_new0 (BlForeignAttribute, 1);

  attribute->name = g_strdup (name);
  attribute->value = g_strdup (value);
  if (PRIV (self)->foreign_attributes == NULL)
    PRIV (self)->foreign_attributes = g_ptr_array_new_with_free_func (foreign_attribute_free);
  g_ptr_array_add (PRIV (self)->foreign_attributes, attribute);
}

GPtrArray *
bl_record_get_foreign_elements (BlRecord *self)
{
  return PRIV (self)->foreign_elements;
}

GPtrArray *
bl_record_get_foreign_attributes (BlRecord *self)
{
  return PRIV (self)->foreign_attributes;
}
