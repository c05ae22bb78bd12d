/* week-strip.c: when a library is open, seven days, morning over afternoon
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "week-strip.h"

#include <glib/gi18n-lib.h>

#include "paint.h"
#include "text-painter.h"

#define RADIUS 2.0

static const char *const short_days[7] = {
  N_ ("Mon"), N_ ("Tue"), N_ ("Wed"), N_ ("Thu"), N_ ("Fri"), N_ ("Sat"), N_ ("Sun"),
};
static const char *const long_days[7] = {
  N_ ("Monday"), N_ ("Tuesday"), N_ ("Wednesday"), N_ ("Thursday"), N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday"),
};

void
bl_week_from_library (BlWeek *week, BlLibrary *library)
{
  for (guint i = 0; i < 7; i++)
    {
      const char *text = bl_library_get_day (library, i);
      const char *phrase = bl_library_get_day_class (library, i);
      BlOpeningDay day;
      gboolean morning, afternoon;
      gboolean known = TRUE;

      if (text && bl_opening_day_from_text (text, &day, NULL))
        {
          morning = bl_opening_day_morning (&day);
          afternoon = bl_opening_day_afternoon (&day);
        }
      else
        known = phrase && bl_opening_class_parts (phrase, &morning, &afternoon);

      week->morning[i] = !known ? BL_HALF_DAY_UNKNOWN : morning ? BL_HALF_DAY_OPEN : BL_HALF_DAY_CLOSED;
      week->afternoon[i] = !known ? BL_HALF_DAY_UNKNOWN : afternoon ? BL_HALF_DAY_OPEN : BL_HALF_DAY_CLOSED;
    }
}

/* The days that are so, or NULL when none is. */
static char *
list_days (const BlWeek *week, BlHalfDay morning, BlHalfDay afternoon)
{
  g_autoptr (GString) days = g_string_new (NULL);

  for (guint i = 0; i < 7; i++)
    if (week->morning[i] == morning && week->afternoon[i] == afternoon)
      {
        if (days->len > 0)
          g_string_append (days, ", ");
        g_string_append (days, _ (long_days[i]));
      }
  return days->len > 0 ? g_string_free (g_steal_pointer (&days), FALSE) : NULL;
}

char *
bl_week_to_text (const BlWeek *week)
{
  g_autofree char *both = list_days (week, BL_HALF_DAY_OPEN, BL_HALF_DAY_OPEN);
  g_autofree char *morning = list_days (week, BL_HALF_DAY_OPEN, BL_HALF_DAY_CLOSED);
  g_autofree char *afternoon = list_days (week, BL_HALF_DAY_CLOSED, BL_HALF_DAY_OPEN);
  g_autofree char *closed = list_days (week, BL_HALF_DAY_CLOSED, BL_HALF_DAY_CLOSED);
  g_autofree char *unknown = list_days (week, BL_HALF_DAY_UNKNOWN, BL_HALF_DAY_UNKNOWN);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  /* Translators: %s is one or more days of the week */
  if (both)
    g_ptr_array_add (parts, g_strdup_printf (_ ("open morning and afternoon: %s"), both));
  if (morning)
    g_ptr_array_add (parts, g_strdup_printf (_ ("morning only: %s"), morning));
  if (afternoon)
    g_ptr_array_add (parts, g_strdup_printf (_ ("afternoon only: %s"), afternoon));
  if (closed)
    g_ptr_array_add (parts, g_strdup_printf (_ ("closed: %s"), closed));
  if (unknown)
    g_ptr_array_add (parts, g_strdup_printf (_ ("not known: %s"), unknown));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("; ", (char **) parts->pdata);
}

static void
paint_half (cairo_t *cr, double x, double y, double width, double height, BlHalfDay half, const BlPalette *palette)
{
  bl_paint_rounded (cr, x, y, width, height, RADIUS);
  if (half == BL_HALF_DAY_OPEN)
    {
      bl_paint_set_colour (cr, palette->series[0]);
      cairo_fill (cr);
      return;
    }
  if (half == BL_HALF_DAY_UNKNOWN)
    bl_paint_hatch (cr, palette->axis, 4);
  cairo_new_path (cr);
  bl_paint_rounded (cr, x + 0.5, y + 0.5, width - 1, height - 1, RADIUS);
  bl_paint_set_colour (cr, palette->axis);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

void
bl_week_strip_paint (cairo_t *cr, double x, double y, double width, double height, const BlWeek *week,
                     gboolean labels, double text_scale, const BlPalette *palette)
{
  BlTextStyle style = { .size = BL_TEXT_SIZE_SMALL, .text_scale = text_scale };
  double day_gap = width >= 150 ? 4 : 2;
  double half_gap = height >= 16 ? 2 : 1;
  double pitch = (width + day_gap) / 7;
  double boxes = labels ? height - BL_TEXT_SIZE_SMALL * 1.6 * (text_scale > 0 ? text_scale : 1) : height;
  double half = (boxes - half_gap) / 2;

  if (half <= 0)
    return;
  cairo_new_path (cr);
  for (guint i = 0; i < 7; i++)
    {
      double left = x + pitch * i;

      paint_half (cr, left, y, pitch - day_gap, half, week->morning[i], palette);
      paint_half (cr, left, y + half + half_gap, pitch - day_gap, half, week->afternoon[i], palette);
      if (labels)
        bl_text_painter_draw (cr, _ (short_days[i]), &style, left + (pitch - day_gap) / 2, y + height, 0.5, 1,
                              palette->dim_ink);
    }
}
