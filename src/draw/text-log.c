/* text-log.c: which words stand where on a drawing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "text-log.h"

#include <math.h>

static const cairo_user_data_key_t key;

static void
entry_free (BlTextLogEntry *entry)
{
  g_free (entry->text);
  g_free (entry);
}

GPtrArray *
bl_text_log_attach (cairo_surface_t *surface)
{
  GPtrArray *log = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);

  cairo_surface_set_user_data (surface, &key, log, (cairo_destroy_func_t) g_ptr_array_unref);
  return log;
}

static void
add_line (GPtrArray *log, cairo_t *cr, PangoLayout *layout, PangoLayoutIter *iter, double x, double y)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  const PangoFontDescription *font = pango_layout_get_font_description (layout);
  double size = font != NULL ? pango_font_description_get_size (font) / (double) PANGO_SCALE : 0;
  double across = 1, down = 0, scale;
  PangoRectangle logical;
  BlTextLogEntry *entry;

  if (line->length == 0)
    return;
  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  entry = g_new0 (BlTextLogEntry, 1);
  entry->text = g_strchomp (g_strndup (pango_layout_get_text (layout) + line->start_index, (gsize) line->length));
  entry->x = x + logical.x / (double) PANGO_SCALE;
  entry->baseline = y + pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE;
  cairo_user_to_device (cr, &entry->x, &entry->baseline);
  cairo_user_to_device_distance (cr, &across, &down);
  scale = hypot (across, down);
  entry->width = logical.width / (double) PANGO_SCALE * scale;
  entry->size = size * scale;
  g_ptr_array_add (log, entry);
}

void
bl_text_log_add (cairo_t *cr, PangoLayout *layout, double x, double y)
{
  GPtrArray *log = cairo_surface_get_user_data (cairo_get_target (cr), &key);
  PangoLayoutIter *iter;

  if (log == NULL)
    return;
  iter = pango_layout_get_iter (layout);
  do
    add_line (log, cr, layout, iter, x, y);
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}
