/* clock.c: the one place that knows the time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "clock.h"

struct _BlClock
{
  GObject parent;
  GDateTime *fixed; /* NULL: the machine's time */
};

G_DEFINE_FINAL_TYPE (BlClock, bl_clock, G_TYPE_OBJECT)

static void
bl_clock_finalize (GObject *object)
{
  BlClock *self = BL_CLOCK (object);

  g_clear_pointer (&self->fixed, g_date_time_unref);
  G_OBJECT_CLASS (bl_clock_parent_class)->finalize (object);
}

static void
bl_clock_class_init (BlClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bl_clock_finalize;
}

static void
bl_clock_init (BlClock *self)
{
}

BlClock *
bl_clock_new_fixed (const char *iso8601)
{
  BlClock *self = g_object_new (BL_TYPE_CLOCK, NULL);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  self->fixed = g_date_time_new_from_iso8601 (iso8601, utc);
  if (self->fixed == NULL)
    g_warning ("“%s” is not a time as ISO 8601 writes it; the machine’s time is used", iso8601);
  return self;
}

BlClock *
bl_clock_new (void)
{
  const char *fixed = g_getenv ("BRANCHLINE_NOW");

  if (fixed != NULL && *fixed != '\0')
    return bl_clock_new_fixed (fixed);
  return g_object_new (BL_TYPE_CLOCK, NULL);
}

GDateTime *
bl_clock_now (BlClock *self)
{
  g_return_val_if_fail (BL_IS_CLOCK (self), NULL);

  return self->fixed != NULL ? g_date_time_ref (self->fixed) : g_date_time_new_now_local ();
}

guint32
bl_clock_today (BlClock *self)
{
  g_autoptr (GDateTime) now = bl_clock_now (self);
  int year, month, day;
  GDate date;

  g_date_time_get_ymd (now, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return g_date_get_julian (&date);
}
