/* areas.c: the small areas of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "areas.h"

#include <glib/gi18n-lib.h>

struct _BlAreas
{
  BlRecord parent;
  GHashTable *index;   /* code -> row + 1 */
  BlTable *indexed;    /* the codes the index is of */
};

G_DEFINE_FINAL_TYPE (BlAreas, bl_areas, BL_TYPE_RECORD)

static void
bl_areas_finalize (GObject *object)
{
  BlAreas *self = BL_AREAS (object);

  g_clear_pointer (&self->index, g_hash_table_unref);
  g_clear_pointer (&self->indexed, bl_table_unref);
  G_OBJECT_CLASS (bl_areas_parent_class)->finalize (object);
}

static void
bl_areas_validate (BlRecord *record, GPtrArray *faults)
{
  static const char *const tables[] = { "names", "centroids", "points", "outlines" };
  BlTable *codes = bl_record_get_table (record, "codes");
  guint n = codes == NULL ? 0 : bl_table_get_n_rows (codes);

  if (codes == NULL)
    g_ptr_array_add (faults, bl_fault_new (BL_SEVERITY_ERROR, bl_record_get_id (record), "codes", 0,
                                           _("the areas have no codes")));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      BlTable *table = bl_record_get_table (record, tables[i]);

      if (table != NULL && bl_table_get_n_rows (table) != n)
        g_ptr_array_add (faults, bl_fault_new (BL_SEVERITY_ERROR, bl_record_get_id (record), tables[i], 0,
                                               _("the table “%s” does not fit the areas: rows %u, areas %u"), tables[i],
                                               bl_table_get_n_rows (table), n));
    }
  if (bl_record_get_table (record, "centroids") == NULL && bl_record_get_table (record, "points") == NULL
      && codes != NULL)
    g_ptr_array_add (faults, bl_fault_new (BL_SEVERITY_WARNING, bl_record_get_id (record), "points", 0,
                                           _("the areas have no places")));
}

static char *
bl_areas_describe (BlRecord *record)
{
  const char *geography = bl_record_get_text (record, "geography");

  return g_strdup (geography != NULL ? geography : _("areas"));
}

static void
bl_areas_class_init (BlAreasClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bl_areas_finalize;
  record_class->validate = bl_areas_validate;
  record_class->describe = bl_areas_describe;
  bl_record_class_set_kind (record_class, "areas", N_ ("areas"));
  bl_record_class_add_text (record_class, "geography", N_ ("geography"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "date", N_ ("date"));
  bl_record_class_add_text (record_class, "licence", N_ ("licence"));
  bl_record_class_add_text (record_class, "outline-source", N_ ("source of the outlines"));
  bl_record_class_add_text (record_class, "outline-date", N_ ("date of the outlines"));
  bl_record_class_add_text (record_class, "outline-licence", N_ ("licence of the outlines"));
  bl_record_class_add_text (record_class, "point-source", N_ ("source of the points"));
  bl_record_class_add_text (record_class, "point-date", N_ ("date of the points"));
  bl_record_class_add_text (record_class, "point-licence", N_ ("licence of the points"));
  bl_record_class_add_table (record_class, "codes", N_ ("codes"), BL_TABLE_TEXTS);
  bl_record_class_add_table (record_class, "names", N_ ("names"), BL_TABLE_TEXTS);
  bl_record_class_add_table (record_class, "centroids", N_ ("centroids"), BL_TABLE_POINTS);
  bl_record_class_add_table (record_class, "points", N_ ("population-weighted centroids"), BL_TABLE_POINTS);
  bl_record_class_add_table (record_class, "outlines", N_ ("outlines"), BL_TABLE_OUTLINES);
}

static void
bl_areas_init (BlAreas *self)
{
}

BlAreas *
bl_areas_new (const char *id)
{
  BlAreas *self = g_object_new (BL_TYPE_AREAS, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

guint
bl_areas_get_n (BlAreas *self)
{
  BlTable *codes = bl_record_get_table (BL_RECORD (self), "codes");

  return codes == NULL ? 0 : bl_table_get_n_rows (codes);
}

int
bl_areas_find (BlAreas *self, const char *code)
{
  BlTable *codes = bl_record_get_table (BL_RECORD (self), "codes");

  if (codes == NULL || code == NULL)
    return -1;
  if (self->indexed != codes)
    {
      const char *const *texts = bl_table_get_texts (codes);

      g_clear_pointer (&self->index, g_hash_table_unref);
      g_clear_pointer (&self->indexed, bl_table_unref);
      self->indexed = bl_table_ref (codes);
      self->index = g_hash_table_new (g_str_hash, g_str_equal); /* the table owns the codes */
      for (guint i = 0; i < bl_table_get_n_rows (codes); i++)
        if (texts[i] != NULL && !g_hash_table_contains (self->index, texts[i]))
          g_hash_table_insert (self->index, (gpointer) texts[i], GUINT_TO_POINTER (i + 1));
    }
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->index, code)) - 1;
}
