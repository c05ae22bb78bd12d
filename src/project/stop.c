/* stop.c: a stop of a mobile library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stop.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

struct _BlStop
{
  BlRecord parent;
};

G_DEFINE_FINAL_TYPE (BlStop, bl_stop, BL_TYPE_RECORD)

static char *
bl_stop_describe (BlRecord *record)
{
  const char *name = bl_record_get_text (record, "name");
  const char *community = bl_record_get_text (record, "community");

  if (name != NULL && community != NULL)
    return g_strdup_printf (_("%s, %s"), name, community);
  return g_strdup (name != NULL ? name : community != NULL ? community : _("stop"));
}

static void
bl_stop_class_init (BlStopClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_stop_describe;
  bl_record_class_set_kind (record_class, "stop", N_ ("stop of a mobile library"));
  bl_record_class_add_text (record_class, "name", N_ ("name"));
  bl_record_class_add_text (record_class, "community", N_ ("community"));
  bl_record_class_add_text (record_class, "address", N_ ("address"));
  bl_record_class_add_text (record_class, "postcode", N_ ("postcode"));
  bl_record_class_add_text (record_class, "vehicle", N_ ("mobile library"));
  bl_record_class_add_text (record_class, "route", N_ ("route"));
  bl_record_class_add_text (record_class, "day", N_ ("day"));
  bl_record_class_add_text (record_class, "type", N_ ("type"));
  bl_record_class_add_text (record_class, "arrival", N_ ("time of arrival"));
  bl_record_class_add_text (record_class, "departure", N_ ("time of departure"));
  bl_record_class_add_text (record_class, "frequency", N_ ("how often"));
  bl_record_class_add_date (record_class, "start", N_ ("first day"));
  bl_record_class_add_date (record_class, "end", N_ ("last day"));
  bl_record_class_add_text (record_class, "exceptions", N_ ("days left out"));
  bl_record_class_add_text (record_class, "timetable", N_ ("timetable"));
  bl_record_class_add_real (record_class, "easting", N_ ("easting"));
  bl_record_class_add_real (record_class, "northing", N_ ("northing"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "source-date", N_ ("date of the source"));
  bl_record_class_add_text (record_class, "licence", N_ ("licence"));
}

static void
bl_stop_init (BlStop *self)
{
}

BlStop *
bl_stop_new (const char *id)
{
  BlStop *self = g_object_new (BL_TYPE_STOP, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

gboolean
bl_stop_get_point (BlStop *self, BlPoint *point)
{
  BlPoint at;

  if (!bl_record_get_real (BL_RECORD (self), "easting", &at.x)
      || !bl_record_get_real (BL_RECORD (self), "northing", &at.y))
    return FALSE;
  if (point != NULL)
    *point = at;
  return TRUE;
}

/* "10:05", as published "10.05" too; -1 when it is no time. */
static int
read_time (const char *text)
{
  guint hour, minute;
  char rest;

  if (text == NULL || sscanf (text, "%2u%*1[:.]%2u%c", &hour, &minute, &rest) != 2 || hour > 24 || minute > 59)
    return -1;
  return (int) (hour * 60 + minute);
}

gboolean
bl_stop_get_minutes (BlStop *self, guint *minutes)
{
  int arrival = read_time (bl_record_get_text (BL_RECORD (self), "arrival"));
  int departure = read_time (bl_record_get_text (BL_RECORD (self), "departure"));

  if (arrival < 0 || departure <= arrival)
    return FALSE;
  if (minutes != NULL)
    *minutes = (guint) (departure - arrival);
  return TRUE;
}
