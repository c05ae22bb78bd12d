/* value.c: a number, date or yes/no that may be not known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "value.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "errors.h"
#include "text.h"

G_DEFINE_BOXED_TYPE (BlValue, bl_value, bl_value_copy, bl_value_free)

static BlValue *
value_new (BlValueType type)
{
  BlValue *value = g_new0 (BlValue, 1);

  value->type = type;
  return value;
}

BlValue *
bl_value_new_integer (gint64 integer)
{
  BlValue *value = value_new (BL_VALUE_INTEGER);

  value->as.integer = integer;
  return value;
}

/* @real must be finite: what is not known has no value at all. */
BlValue *
bl_value_new_real (double real)
{
  BlValue *value;

  g_return_val_if_fail (isfinite (real), NULL);

  value = value_new (BL_VALUE_REAL);
  value->as.real = real == 0 ? 0 : real; /* no negative nought */
  return value;
}

BlValue *
bl_value_new_money (gint64 pence)
{
  BlValue *value = value_new (BL_VALUE_MONEY);

  value->as.pence = pence;
  return value;
}

BlValue *
bl_value_new_date (guint32 julian)
{
  BlValue *value;

  g_return_val_if_fail (g_date_valid_julian (julian), NULL);

  value = value_new (BL_VALUE_DATE);
  value->as.julian = julian;
  return value;
}

BlValue *
bl_value_new_boolean (gboolean boolean)
{
  BlValue *value = value_new (BL_VALUE_BOOLEAN);

  value->as.boolean = !!boolean;
  return value;
}

BlValue *
bl_value_copy (const BlValue *value)
{
  return value == NULL ? NULL : g_memdup2 (value, sizeof *value);
}

void
bl_value_free (BlValue *value)
{
  g_free (value);
}

gboolean
bl_value_equal (const BlValue *a, const BlValue *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (a->type != b->type)
    return FALSE;
  switch (a->type)
    {
    case BL_VALUE_INTEGER:
      return a->as.integer == b->as.integer;
    case BL_VALUE_REAL:
      return a->as.real == b->as.real;
    case BL_VALUE_MONEY:
      return a->as.pence == b->as.pence;
    case BL_VALUE_DATE:
      return a->as.julian == b->as.julian;
    case BL_VALUE_BOOLEAN:
      return a->as.boolean == b->as.boolean;
    default:
      g_assert_not_reached ();
    }
}

static char *
money_to_text (gint64 pence)
{
  guint64 amount = pence < 0 ? (guint64) -(pence + 1) + 1 : (guint64) pence;
  const char *sign = pence < 0 ? "-" : "";

  if (amount % 100 == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, amount / 100);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02u", sign, amount / 100, (guint) (amount % 100));
}

static gboolean
money_from_text (const char *text, gint64 *pence)
{
  gboolean negative = *text == '-';
  const char *point = strchr (text, '.');
  g_autofree char *whole = NULL;
  gint64 pounds, part = 0;

  if (negative)
    text++;
  whole = point == NULL ? g_strdup (text) : g_strndup (text, point - text);
  if (!g_ascii_isdigit (*whole) || !bl_text_to_integer (whole, &pounds) || pounds > G_MAXINT64 / 100 - 1)
    return FALSE;
  if (point != NULL)
    {
      gsize digits = strlen (point + 1);

      if (digits < 1 || digits > 2 || !g_ascii_isdigit (point[1]) || (digits == 2 && !g_ascii_isdigit (point[2])))
        return FALSE;
      part = (point[1] - '0') * 10 + (digits == 2 ? point[2] - '0' : 0);
    }
  *pence = (pounds * 100 + part) * (negative ? -1 : 1);
  return TRUE;
}

char *
bl_value_to_text (const BlValue *value)
{
  if (value == NULL)
    return NULL;
  switch (value->type)
    {
    case BL_VALUE_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->as.integer);
    case BL_VALUE_REAL:
      return bl_text_from_double (value->as.real);
    case BL_VALUE_MONEY:
      return money_to_text (value->as.pence);
    case BL_VALUE_DATE:
      return bl_text_from_date (value->as.julian);
    case BL_VALUE_BOOLEAN:
      return g_strdup (value->as.boolean ? "yes" : "no");
    default:
      g_assert_not_reached ();
    }
}

BlValue *
bl_value_from_text (BlValueType type, const char *text, GError **error)
{
  gint64 integer;
  double real;
  guint32 julian;

  g_return_val_if_fail (text != NULL, NULL);

  switch (type)
    {
    case BL_VALUE_INTEGER:
      if (bl_text_to_integer (text, &integer))
        return bl_value_new_integer (integer);
      g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_NUMBER, _("“%s” is not a whole number"), text);
      return NULL;
    case BL_VALUE_REAL:
      if (bl_text_to_double (text, &real))
        return bl_value_new_real (real);
      g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_NUMBER, _("“%s” is not a number"), text);
      return NULL;
    case BL_VALUE_MONEY:
      if (money_from_text (text, &integer))
        return bl_value_new_money (integer);
      g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_NUMBER, _("“%s” is not an amount of pounds"), text);
      return NULL;
    case BL_VALUE_DATE:
      if (bl_text_to_date (text, &julian))
        return bl_value_new_date (julian);
      g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_NUMBER,
                   _("“%s” is not a date; write it as year-month-day, 2026-04-17"), text);
      return NULL;
    case BL_VALUE_BOOLEAN:
      if (g_str_equal (text, "yes") || g_str_equal (text, "no"))
        return bl_value_new_boolean (*text == 'y');
      g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_NUMBER, _("“%s” is neither “yes” nor “no”"), text);
      return NULL;
    default:
      g_assert_not_reached ();
    }
}
