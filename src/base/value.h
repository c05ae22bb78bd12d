/* value.h: a number, date or yes/no that may be not known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * BlValueType: what a #BlValue holds.
 */
typedef enum
{
  BL_VALUE_INTEGER, /* gint64 */
  BL_VALUE_REAL,    /* finite double */
  BL_VALUE_MONEY,   /* pounds, kept as whole pence */
  BL_VALUE_DATE,    /* Julian day as GDate counts it */
  BL_VALUE_BOOLEAN,
} BlValueType;

/**
 * BlValue: a known value. "Not known" is the absence of one (%NULL), which is
 * why a GObject property that may be unknown holds a boxed #BlValue: a double
 * cannot hold NaN in a GValue, and 0 means nought.
 */
typedef struct
{
  BlValueType type;
  union
  {
    gint64 integer;
    double real;
    gint64 pence;
    guint32 julian;
    gboolean boolean;
  } as;
} BlValue;

#define BL_TYPE_VALUE (bl_value_get_type ())
GType bl_value_get_type (void);

BlValue *bl_value_new_integer (gint64 integer);
BlValue *bl_value_new_real (double real);
BlValue *bl_value_new_money (gint64 pence);
BlValue *bl_value_new_date (guint32 julian);
BlValue *bl_value_new_boolean (gboolean boolean);
BlValue *bl_value_copy (const BlValue *value);
void bl_value_free (BlValue *value);
gboolean bl_value_equal (const BlValue *a, const BlValue *b);

/* The text of a value as files hold it: C locale, shortest that reads back
 * equal; dates ISO 8601; yes/no as "yes" and "no"; money "1234" or "1234.50". */
char *bl_value_to_text (const BlValue *value);
BlValue *bl_value_from_text (BlValueType type, const char *text, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlValue, bl_value_free)

G_END_DECLS
