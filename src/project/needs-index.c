/* needs-index.c: an index of need: measures and their weights
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "needs-index.h"

#include <glib/gi18n-lib.h>

struct _BlIndexMeasure
{
  BlRecord parent;
};

struct _BlNeedsIndex
{
  BlRecord parent;
};

G_DEFINE_FINAL_TYPE (BlIndexMeasure, bl_index_measure, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlNeedsIndex, bl_needs_index, BL_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (BlNormalise, bl_normalise,
                    G_DEFINE_ENUM_VALUE (BL_NORMALISE_UNKNOWN, "not-known"),
                    G_DEFINE_ENUM_VALUE (BL_NORMALISE_RANK, "rank"),
                    G_DEFINE_ENUM_VALUE (BL_NORMALISE_DECILE, "decile"),
                    G_DEFINE_ENUM_VALUE (BL_NORMALISE_Z, "z"),
                    G_DEFINE_ENUM_VALUE (BL_NORMALISE_MIN_MAX, "min-max"))

G_DEFINE_ENUM_TYPE (BlDirection, bl_direction,
                    G_DEFINE_ENUM_VALUE (BL_DIRECTION_UNKNOWN, "not-known"),
                    G_DEFINE_ENUM_VALUE (BL_DIRECTION_MORE, "more"),
                    G_DEFINE_ENUM_VALUE (BL_DIRECTION_LESS, "less"))

const char *
bl_normalise_get_title (BlNormalise normalise)
{
  switch (normalise)
    {
    case BL_NORMALISE_DECILE:
      return N_ ("Ten groups of equal size");
    case BL_NORMALISE_Z:
      return N_ ("Distance from the average");
    case BL_NORMALISE_MIN_MAX:
      return N_ ("Least to most");
    case BL_NORMALISE_UNKNOWN:
    case BL_NORMALISE_RANK:
    default:
      return N_ ("Place in the order");
    }
}

static char *
bl_index_measure_describe (BlRecord *record)
{
  const char *title = bl_record_get_text (record, "title");
  const char *value = bl_record_get_text (record, "value");

  return g_strdup (title != NULL ? title : value != NULL ? value : _("measure of need"));
}

static void
bl_index_measure_class_init (BlIndexMeasureClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_index_measure_describe;
  bl_record_class_set_kind (record_class, "measure", N_ ("measure of need"));
  bl_record_class_add_text (record_class, "value", N_ ("value"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_enum (record_class, "direction", N_ ("direction"), BL_TYPE_DIRECTION);
  bl_record_class_add_enum (record_class, "normalise", N_ ("how it is scaled"), BL_TYPE_NORMALISE);
  bl_record_class_add_real (record_class, "weight", N_ ("weight"));
}

static void
bl_index_measure_init (BlIndexMeasure *self)
{
}

BlIndexMeasure *
bl_index_measure_new (const char *id)
{
  BlIndexMeasure *self = g_object_new (BL_TYPE_INDEX_MEASURE, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_needs_index_describe (BlRecord *record)
{
  const char *title = bl_record_get_text (record, "title");

  return g_strdup (title != NULL ? title : _("index of need"));
}

static void
bl_needs_index_class_init (BlNeedsIndexClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_needs_index_describe;
  bl_record_class_set_kind (record_class, "needs-index", N_ ("index of need"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "preset", N_ ("preset"));
  bl_record_class_add_text (record_class, "subject", N_ ("what is ranked"));
  bl_record_class_add_enum (record_class, "normalise", N_ ("how measures are scaled"), BL_TYPE_NORMALISE);
  bl_record_class_add_list (record_class, "measures", N_ ("measures"), BL_TYPE_INDEX_MEASURE, FALSE);
  bl_record_class_add_long_text (record_class, "note", N_ ("note"));
}

static void
bl_needs_index_init (BlNeedsIndex *self)
{
}

BlNeedsIndex *
bl_needs_index_new (const char *id)
{
  BlNeedsIndex *self = g_object_new (BL_TYPE_NEEDS_INDEX, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}
