/* base-measure.c: what is counted, and how its parts make a whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base-measure.h"

#include <glib/gi18n-lib.h>

struct _BlBaseMeasure
{
  BlRecord parent;
};

G_DEFINE_FINAL_TYPE (BlBaseMeasure, bl_base_measure, BL_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (BlAdd, bl_add,
                    G_DEFINE_ENUM_VALUE (BL_ADD_UNKNOWN, "not-known"),
                    G_DEFINE_ENUM_VALUE (BL_ADD_SUM, "sum"),
                    G_DEFINE_ENUM_VALUE (BL_ADD_LAST, "last"),
                    G_DEFINE_ENUM_VALUE (BL_ADD_DISTINCT, "distinct"),
                    G_DEFINE_ENUM_VALUE (BL_ADD_WEIGHTED, "weighted"),
                    G_DEFINE_ENUM_VALUE (BL_ADD_GIVEN, "given"),
                    G_DEFINE_ENUM_VALUE (BL_ADD_NO, "no"))

static void
bl_base_measure_class_init (BlBaseMeasureClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "base-measure", N_ ("base measure"));
  bl_record_class_add_text (record_class, "item", N_ ("name in formulas"));
  bl_record_class_add_text (record_class, "name", N_ ("name"));
  bl_record_class_add_text (record_class, "unit", N_ ("unit"));
  bl_record_class_add_enum (record_class, "over-time", N_ ("how shorter periods add up"), BL_TYPE_ADD);
  bl_record_class_add_text (record_class, "over-time-note", N_ ("note on adding up periods"));
  bl_record_class_add_enum (record_class, "over-places", N_ ("how libraries add up"), BL_TYPE_ADD);
  bl_record_class_add_text (record_class, "over-places-note", N_ ("note on adding up libraries"));
  bl_record_class_add_text (record_class, "weights", N_ ("weighted by"));
  bl_record_class_add_text (record_class, "made-of", N_ ("made of"));
  bl_record_class_add_text (record_class, "where", N_ ("in which published files"));
  bl_record_class_add_text (record_class, "group", N_ ("heading"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "confidence", N_ ("confidence"));
  bl_record_class_add_date (record_class, "verified", N_ ("verified"));
}

static void
bl_base_measure_init (BlBaseMeasure *self)
{
}

BlBaseMeasure *
bl_base_measure_new (const char *id)
{
  BlBaseMeasure *self = g_object_new (BL_TYPE_BASE_MEASURE, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}
