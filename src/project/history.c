/* history.c: what was done, for undo and redo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "history-private.h"

/* Changes of one field closer together than this are one step. */
#define TYPING_PAUSE (2 * G_TIME_SPAN_SECOND)

struct _BlStep
{
  GObject parent;
  char *name;
  GDateTime *time;
  GPtrArray *changes;
  gboolean undone;
  BlRecord *typing_record; /* only compared, never used */
  const char *typing_field;
  gboolean typing_came_in; /* the record came into the project with this step */
};

enum
{
  PROP_0,
  PROP_NAME,
  PROP_TIME,
  PROP_UNDONE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BlStep, bl_step, G_TYPE_OBJECT)

BlChange *
bl_change_new (BlRecord *record, gboolean owned)
{
  BlChange *change = g_new0 (BlChange, 1);

  change->record = owned ? g_object_ref (record) : record;
  change->owned = owned;
  change->before = bl_record_take_image (record);
  return change;
}

void
bl_change_free (BlChange *change)
{
  if (change == NULL)
    return;
  if (change->owned)
    g_clear_object (&change->record);
  g_clear_pointer (&change->before, bl_record_image_free);
  g_clear_pointer (&change->after, bl_record_image_free);
  g_free (change);
}

static void
bl_step_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlStep *self = BL_STEP (object);

  switch (id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_TIME:
      g_value_set_boxed (value, self->time);
      break;
    case PROP_UNDONE:
      g_value_set_boolean (value, self->undone);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_step_finalize (GObject *object)
{
  BlStep *self = BL_STEP (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->time, g_date_time_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  G_OBJECT_CLASS (bl_step_parent_class)->finalize (object);
}

static void
bl_step_class_init (BlStepClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bl_step_get_property;
  object_class->finalize = bl_step_finalize;
  properties[PROP_NAME]
      = g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TIME]
      = g_param_spec_boxed ("time", NULL, NULL, G_TYPE_DATE_TIME, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNDONE]
      = g_param_spec_boolean ("undone", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bl_step_init (BlStep *self)
{
}

BlStep *
bl_step_new (const char *name, GDateTime *time, GPtrArray *changes)
{
  BlStep *self = g_object_new (BL_TYPE_STEP, NULL);

  self->name = g_strdup (name);
  self->time = g_date_time_ref (time);
  self->changes = changes;
  return self;
}

GPtrArray *
bl_step_get_records (BlStep *self)
{
  GPtrArray *records = g_ptr_array_sized_new (self->changes->len);

  for (guint i = 0; i < self->changes->len; i++)
    g_ptr_array_add (records, ((BlChange *) self->changes->pdata[i])->record);
  return records;
}

void
bl_step_put (BlStep *self, gboolean before)
{
  guint n = self->changes->len;

  for (guint i = 0; i < n; i++)
    {
      BlChange *change = g_ptr_array_index (self->changes, before ? n - 1 - i : i);

      bl_record_put_image (change->record, before ? change->before : change->after);
    }
}

void
bl_step_set_undone (BlStep *self, gboolean undone)
{
  if (self->undone == undone)
    return;
  self->undone = undone;
  self->typing_record = NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDONE]);
}

gsize
bl_step_get_weight (BlStep *self)
{
  gsize weight = sizeof *self;

  for (guint i = 0; i < self->changes->len; i++)
    {
      BlChange *change = g_ptr_array_index (self->changes, i);

      weight += bl_record_image_get_weight (change->before) + bl_record_image_get_weight (change->after);
    }
  return weight;
}

void
bl_step_set_typing (BlStep *self, BlRecord *record, const char *field, gboolean came_in)
{
  self->typing_record = record;
  self->typing_came_in = came_in;
  self->typing_field = record == NULL ? NULL : g_intern_string (field);
}

gboolean
bl_step_is_continued (BlStep *self, BlRecord *record, const char *field, GDateTime *time, GPtrArray *changes)
{
  return self->typing_record != NULL && self->typing_record == record
         && g_str_equal (self->typing_field, field) && self->changes->len == 1 && changes->len == 1
         && ((BlChange *) changes->pdata[0])->record == record
         && (self->typing_came_in || ((BlChange *) self->changes->pdata[0])->record == record)
         && g_date_time_difference (time, self->time) < TYPING_PAUSE;
}

gboolean
bl_step_continue (BlStep *self, GPtrArray *changes, GDateTime *time)
{
  BlChange *mine = g_ptr_array_index (self->changes, 0);
  BlChange *later = g_ptr_array_index (changes, 0);

  g_date_time_unref (self->time);
  self->time = g_date_time_ref (time);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIME]);
  /* A record that came in with the step goes with it, and comes back as it is now. */
  if (mine->record != later->record)
    return TRUE;
  g_clear_pointer (&mine->after, bl_record_image_free);
  mine->after = g_steal_pointer (&later->after);
  if (!bl_record_image_says_the_same (mine->before, mine->after))
    return TRUE;
  /* Typed back to what it was: nobody changed it. */
  bl_record_put_image (mine->record, mine->before);
  return FALSE;
}

const char *
bl_step_get_name (BlStep *self)
{
  g_return_val_if_fail (BL_IS_STEP (self), NULL);

  return self->name;
}

GDateTime *
bl_step_get_time (BlStep *self)
{
  g_return_val_if_fail (BL_IS_STEP (self), NULL);

  return self->time;
}

gboolean
bl_step_get_undone (BlStep *self)
{
  g_return_val_if_fail (BL_IS_STEP (self), FALSE);

  return self->undone;
}
