/* postcodes.c: where postcodes are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "postcodes.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

struct _BlPostcodes
{
  BlRecord parent;
};

G_DEFINE_FINAL_TYPE (BlPostcodes, bl_postcodes, BL_TYPE_RECORD)

static void
bl_postcodes_class_init (BlPostcodesClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "postcodes", N_ ("postcodes"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "date", N_ ("date"));
  bl_record_class_add_text (record_class, "licence", N_ ("licence"));
  bl_record_class_add_table (record_class, "codes", N_ ("postcodes"), BL_TABLE_TEXTS);
  bl_record_class_add_table (record_class, "points", N_ ("places"), BL_TABLE_POINTS);
}

static void
bl_postcodes_init (BlPostcodes *self)
{
}

BlPostcodes *
bl_postcodes_new (const char *id)
{
  BlPostcodes *self = g_object_new (BL_TYPE_POSTCODES, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

int
bl_postcodes_compare (const char *a, const char *b)
{
  for (;;)
    {
      while (*a == ' ')
        a++;
      while (*b == ' ')
        b++;
      if (*a == '\0' || g_ascii_toupper (*a) != g_ascii_toupper (*b))
        return (int) (guchar) g_ascii_toupper (*a) - (int) (guchar) g_ascii_toupper (*b);
      a++;
      b++;
    }
}

/* First row whose code does not come before @text. */
static guint
find_first (BlTable *codes, const char *text)
{
  guint low = 0, high = bl_table_get_n_rows (codes);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const char *code = bl_table_get_texts (codes)[middle];

      if (bl_postcodes_compare (code != NULL ? code : "", text) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
have_both (BlTable *codes, BlTable *points)
{
  return codes != NULL && points != NULL && bl_table_get_n_rows (codes) == bl_table_get_n_rows (points);
}

gboolean
bl_postcodes_find_in (BlTable *codes, BlTable *points, const char *postcode, BlPoint *point)
{
  guint row;
  const char *code;

  if (postcode == NULL || !have_both (codes, points))
    return FALSE;
  row = find_first (codes, postcode);
  code = row < bl_table_get_n_rows (codes) ? bl_table_get_texts (codes)[row] : NULL;
  if (code == NULL || bl_postcodes_compare (code, postcode) != 0 || isnan (bl_table_get_points (points)[row].x))
    return FALSE;
  if (point != NULL)
    *point = bl_table_get_points (points)[row];
  return TRUE;
}

gboolean
bl_postcodes_find (BlPostcodes *self, const char *postcode, BlPoint *point)
{
  g_return_val_if_fail (BL_IS_POSTCODES (self), FALSE);
  return bl_postcodes_find_in (bl_record_get_table (BL_RECORD (self), "codes"),
                               bl_record_get_table (BL_RECORD (self), "points"), postcode, point);
}

/* Whether @code goes on as @text begins. */
static gboolean
begins (const char *code, const char *text)
{
  for (;;)
    {
      while (*text == ' ')
        text++;
      while (*code == ' ')
        code++;
      if (*text == '\0')
        return TRUE;
      if (g_ascii_toupper (*text) != g_ascii_toupper (*code))
        return FALSE;
      text++;
      code++;
    }
}

GArray *
bl_postcodes_search (BlPostcodes *self, const char *text, guint max)
{
  BlTable *codes, *points;
  GArray *found;

  g_return_val_if_fail (BL_IS_POSTCODES (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  codes = bl_record_get_table (BL_RECORD (self), "codes");
  points = bl_record_get_table (BL_RECORD (self), "points");
  text += strspn (text, " ");
  /* All postcodes begin with a letter and hold nothing but letters and digits. */
  if (!g_ascii_isalpha (*text) || !have_both (codes, points))
    return NULL;
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != ' ')
      return NULL;
  found = g_array_new (FALSE, FALSE, sizeof (BlPostcodeFound));
  for (guint row = find_first (codes, text); row < bl_table_get_n_rows (codes) && found->len < max; row++)
    {
      BlPostcodeFound one = { bl_table_get_texts (codes)[row], bl_table_get_points (points)[row] };

      if (one.code == NULL || !begins (one.code, text))
        break;
      if (!isnan (one.point.x))
        g_array_append_val (found, one);
    }
  return found;
}
