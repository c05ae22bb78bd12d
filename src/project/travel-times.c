/* travel-times.c: a ready-made table of travel times
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "travel-times.h"

#include <glib/gi18n-lib.h>

struct _BlTravelColumn
{
  BlRecord parent;
};

struct _BlTravelTimes
{
  BlRecord parent;
};

G_DEFINE_FINAL_TYPE (BlTravelColumn, bl_travel_column, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlTravelTimes, bl_travel_times, BL_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (BlTravelBy, bl_travel_by,
                    G_DEFINE_ENUM_VALUE (BL_TRAVEL_BY_UNKNOWN, "not-known"),
                    G_DEFINE_ENUM_VALUE (BL_TRAVEL_BY_WALK, "walk"),
                    G_DEFINE_ENUM_VALUE (BL_TRAVEL_BY_CYCLE, "cycle"),
                    G_DEFINE_ENUM_VALUE (BL_TRAVEL_BY_DRIVE, "drive"),
                    G_DEFINE_ENUM_VALUE (BL_TRAVEL_BY_PUBLIC, "public"))

const char *
bl_travel_by_get_title (BlTravelBy by)
{
  switch (by)
    {
    case BL_TRAVEL_BY_WALK:
      return N_ ("On foot");
    case BL_TRAVEL_BY_CYCLE:
      return N_ ("By cycle");
    case BL_TRAVEL_BY_DRIVE:
      return N_ ("By car");
    case BL_TRAVEL_BY_PUBLIC:
      return N_ ("By public transport");
    case BL_TRAVEL_BY_UNKNOWN:
    default:
      return N_ ("Not known");
    }
}

static void
bl_travel_column_class_init (BlTravelColumnClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "travel-column", N_ ("travel times to one library"));
  bl_record_class_add_reference (record_class, "library", N_ ("library"));
  bl_record_class_add_text (record_class, "name", N_ ("name in the source"));
  bl_record_class_add_table (record_class, "minutes", N_ ("minutes"), BL_TABLE_NUMBERS);
}

static void
bl_travel_column_init (BlTravelColumn *self)
{
}

BlTravelColumn *
bl_travel_column_new (const char *id)
{
  BlTravelColumn *self = g_object_new (BL_TYPE_TRAVEL_COLUMN, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_travel_times_describe (BlRecord *record)
{
  const char *title = bl_record_get_text (record, "title");
  const char *name = bl_record_get_text (record, "name");

  return g_strdup (title != NULL ? title : name != NULL ? name : _("table of travel times"));
}

static void
bl_travel_times_class_init (BlTravelTimesClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_travel_times_describe;
  bl_record_class_set_kind (record_class, "travel-times", N_ ("table of travel times"));
  bl_record_class_add_text (record_class, "name", N_ ("name"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_enum (record_class, "by", N_ ("means of travel"), BL_TYPE_TRAVEL_BY);
  bl_record_class_add_text (record_class, "when", N_ ("time of travel"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "date", N_ ("date"));
  bl_record_class_add_text (record_class, "licence", N_ ("licence"));
  bl_record_class_add_list (record_class, "columns", N_ ("libraries"), BL_TYPE_TRAVEL_COLUMN, FALSE);
}

static void
bl_travel_times_init (BlTravelTimes *self)
{
}

BlTravelTimes *
bl_travel_times_new (const char *id)
{
  BlTravelTimes *self = g_object_new (BL_TYPE_TRAVEL_TIMES, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}
