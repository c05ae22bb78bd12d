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

/* Letters and digits only, in capitals: "ne3 3hd" and "NE33HD" are one. */
static int
compare_codes (const char *a, const char *b)
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

gboolean
bl_postcodes_find (BlPostcodes *self, const char *postcode, BlPoint *point)
{
  BlTable *codes = bl_record_get_table (BL_RECORD (self), "codes");
  BlTable *points = bl_record_get_table (BL_RECORD (self), "points");
  guint low = 0, high;

  if (codes == NULL || points == NULL || postcode == NULL
      || bl_table_get_n_rows (codes) != bl_table_get_n_rows (points))
    return FALSE;
  high = bl_table_get_n_rows (codes);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const char *code = bl_table_get_texts (codes)[middle];
      int order = compare_codes (postcode, code != NULL ? code : "");

      if (order == 0)
        {
          BlPoint found = bl_table_get_points (points)[middle];

          if (isnan (found.x))
            return FALSE;
          if (point != NULL)
            *point = found;
          return TRUE;
        }
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return FALSE;
}
