/* access-open-times.c: branchline-cli access --open-times: hour by hour through the week
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "access-views.h"
#include "open-times.h"
#include "output.h"
#include "text.h"

#define STEP 30 /* minutes */
#define SLOTS_A_DAY (24 * 60 / STEP)

static void
build_parts (JsonBuilder *builder, const double *hours)
{
  static const char *const keys[BL_N_DAYPARTS] = { "morning", "afternoon", "evening" };

  for (guint p = 0; p < BL_N_DAYPARTS; p++)
    bl_json_number (builder, keys[p], hours[p]);
}

static void
build (JsonBuilder *builder, const BlOpenTimes *times)
{
  json_builder_set_member_name (builder, "open_times");
  json_builder_begin_object (builder);
  bl_json_text (builder, "measure", times->measure == BL_MEASURE_MINUTES ? "minutes" : "distance");
  bl_json_number (builder, "limit", times->limit);
  bl_json_number (builder, "population", times->population);
  bl_json_number (builder, "always_percent", times->always_percent);
  bl_json_number (builder, "total_hours", times->total_hours);
  bl_json_count (builder, "step", times->step);
  json_builder_set_member_name (builder, "days");
  json_builder_begin_array (builder);
  for (guint d = 0; d < 7; d++)
    {
      json_builder_begin_object (builder);
      bl_json_text (builder, "day", bl_library_days[d]);
      build_parts (builder, times->hours[d]);
      bl_json_number (builder, "served", times->served[d]);
      bl_json_count (builder, "unknown", times->unknown[d]);
      json_builder_set_member_name (builder, "percent");
      json_builder_begin_array (builder);
      for (guint s = 0; s < SLOTS_A_DAY; s++)
        {
          double percent = times->percent[d * SLOTS_A_DAY + s];

          if (isnan (percent))
            json_builder_add_null_value (builder);
          else
            json_builder_add_double_value (builder, percent);
        }
      json_builder_end_array (builder);
      json_builder_set_member_name (builder, "open");
      json_builder_begin_array (builder);
      for (guint s = 0; s < SLOTS_A_DAY; s++)
        json_builder_add_int_value (builder, times->open[d * SLOTS_A_DAY + s]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "no_hours");
  json_builder_begin_array (builder);
  for (guint i = 0; i < times->no_hours->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (times->no_hours, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static gboolean
is_hour_used (const BlOpenTimes *times, guint hour)
{
  for (guint d = 0; d < 7; d++)
    if (times->open[d * SLOTS_A_DAY + hour * 2] > 0)
      return TRUE;
  return FALSE;
}

/* Days across, hours down, the hours in which anything is open. */
static void
print (const BlOpenTimes *times)
{
  const char *const days[] = { _ ("Mon"), _ ("Tue"), _ ("Wed"), _ ("Thu"), _ ("Fri"), _ ("Sat"), _ ("Sun") };
  g_autofree char *limit = bl_access_within_to_text (times->measure, times->limit);
  g_autofree char *always = bl_text_percent (times->always_percent);
  g_autofree char *total = bl_text_number (times->total_hours, 1);
  BlOutputTable *table = bl_output_table_new ("lrrrrrrr");
  guint unknown = 0;

  bl_output_text (_ ("Share of people within %s of a library that is open; %s were all of them open.\n\n"),
                  limit, always);
  bl_output_table_add (table, "", days[0], days[1], days[2], days[3], days[4], days[5], days[6]);
  for (guint h = 0; h < 24; h++)
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      if (!is_hour_used (times, h))
        continue;
      g_ptr_array_add (cells, g_strdup_printf ("%02u:00", h));
      for (guint d = 0; d < 7; d++)
        {
          double percent = times->percent[d * SLOTS_A_DAY + h * 2];

          g_ptr_array_add (cells, isnan (percent) ? g_strdup ("?") : bl_text_percent (percent));
        }
      bl_output_table_add_cells (table, (const char *const *) cells->pdata);
    }
  bl_output_table_finish (table, TRUE);
  for (guint d = 0; d < 7; d++)
    unknown = MAX (unknown, times->unknown[d]);
  bl_output_text (_ ("\nHours of opening a week, of days that are known: %s\n"), total);
  if (unknown > 0)
    bl_output_text (
        ngettext ("The hours of up to %u library are not known; it is taken as closed then.\n",
                  "The hours of up to %u libraries are not known; they are taken as closed then.\n", unknown),
        unknown);
}

gboolean
bl_access_view_open_times (const BlAccessView *view, GError **error)
{
  g_autoptr (BlOpenTimes) times
      = bl_open_times_compute (view->asked->facts, view->question, STEP, NULL, error);

  if (times == NULL)
    return FALSE;
  if (view->builder != NULL)
    build (view->builder, times);
  else
    print (times);
  return TRUE;
}
