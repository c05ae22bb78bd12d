/* recent.c: the projects opened last
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "recent.h"

#include <glib/gi18n-lib.h>

#define MOST 20

static void
recent_free (BlRecent *recent)
{
  g_object_unref (recent->file);
  g_free (recent);
}

static GPtrArray *
read_list (BlContext *context)
{
  g_autoptr (GVariant) list = g_settings_get_value (bl_context_get_settings (context), "recent");
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) recent_free);
  GVariantIter iter;
  const char *uri;
  gint64 time;

  g_variant_iter_init (&iter, list);
  while (g_variant_iter_next (&iter, "(&sx)", &uri, &time))
    {
      BlRecent *recent = g_new0 (BlRecent, 1);

      recent->file = g_file_new_for_uri (uri);
      recent->time = time;
      g_ptr_array_add (all, recent);
    }
  return all;
}

static void
write_list (BlContext *context, GPtrArray *all)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sx)"));

  for (guint i = 0; i < MIN (all->len, MOST); i++)
    {
      BlRecent *recent = g_ptr_array_index (all, i);
      g_autofree char *uri = g_file_get_uri (recent->file);

      g_variant_builder_add (&builder, "(sx)", uri, recent->time);
    }
  g_settings_set_value (bl_context_get_settings (context), "recent", g_variant_builder_end (&builder));
}

static void
drop (GPtrArray *all, GFile *file)
{
  for (guint i = all->len; i > 0; i--)
    if (g_file_equal (((BlRecent *) g_ptr_array_index (all, i - 1))->file, file))
      g_ptr_array_remove_index (all, i - 1);
}

GPtrArray *
bl_recent_list (BlContext *context)
{
  GPtrArray *all = read_list (context);

  for (guint i = all->len; i > 0; i--)
    {
      BlRecent *recent = g_ptr_array_index (all, i - 1);

      if (!g_file_is_native (recent->file) || !g_file_query_exists (recent->file, NULL))
        g_ptr_array_remove_index (all, i - 1);
    }
  return all;
}

void
bl_recent_add (BlContext *context, GFile *file)
{
  g_autoptr (GPtrArray) all = read_list (context);
  g_autoptr (GDateTime) now = bl_clock_now (bl_context_get_clock (context));
  BlRecent *recent = g_new0 (BlRecent, 1);

  drop (all, file);
  recent->file = g_object_ref (file);
  recent->time = g_date_time_to_unix (now);
  g_ptr_array_insert (all, 0, recent);
  write_list (context, all);
}

void
bl_recent_remove (BlContext *context, GFile *file)
{
  g_autoptr (GPtrArray) all = read_list (context);

  drop (all, file);
  write_list (context, all);
}

char *
bl_recent_time_to_text (gint64 time, GDateTime *now)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);
  g_autoptr (GDateTime) then = g_date_time_to_timezone (utc, g_date_time_get_timezone (now));
  g_autofree char *clock = g_date_time_format (then, "%H:%M");
  GDate day, today;
  int days;

  g_date_set_dmy (&day, g_date_time_get_day_of_month (then), g_date_time_get_month (then),
                  g_date_time_get_year (then));
  g_date_set_dmy (&today, g_date_time_get_day_of_month (now), g_date_time_get_month (now),
                  g_date_time_get_year (now));
  days = g_date_days_between (&day, &today);
  if (days == 0)
    /* Translators: %s is a time, 14:32. */
    return g_strdup_printf (_ ("today, %s"), clock);
  if (days == 1)
    return g_strdup (_ ("yesterday"));
  if (g_date_get_year (&day) == g_date_get_year (&today))
    /* Translators: day and month of a date, for g_date_time_format(). */
    return g_date_time_format (then, _ ("%-e %B"));
  /* Translators: a whole date, for g_date_time_format(). */
  return g_date_time_format (then, _ ("%-e %B %Y"));
}

char *
bl_recent_moment_to_text (gint64 time, GDateTime *now)
{
  g_autofree char *day = bl_recent_time_to_text (time, now);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);
  g_autoptr (GDateTime) then = g_date_time_to_timezone (utc, g_date_time_get_timezone (now));
  g_autofree char *clock = g_date_time_format (then, "%H:%M");

  if (g_str_has_suffix (day, clock))
    return g_steal_pointer (&day);
  /* Translators: a day and a time: "16 April, 17:22". */
  return g_strdup_printf (_ ("%s, %s"), day, clock);
}
