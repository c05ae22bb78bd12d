/* svg.c: a drawing as SVG
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "svg.h"

#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "summary.h"

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
bl_svg_new (double width, double height, BlReportPaint paint, gpointer data, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, width, height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  paint (cr, width, height, data);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_byte_array_unref (bytes);
      g_set_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_WRITE, _ ("The picture could not be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (bytes);
}

char *
bl_svg_inline (double width, double height, BlReportPaint paint, gpointer data, const char *prefix,
               const char *alternative, GError **error)
{
  g_autoptr (GBytes) bytes = bl_svg_new (width, height, paint, data, error);
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;
  g_autofree char *id = NULL, *link = NULL, *url = NULL;
  GString *svg;
  const char *start, *end;
  gsize size;

  if (bytes == NULL)
    return NULL;
  start = g_bytes_get_data (bytes, &size);
  text = g_strndup (start, size);
  start = strstr (text, "<svg ");
  end = start ? strstr (start, ">") : NULL;
  g_return_val_if_fail (end != NULL, NULL);

  /* The size is said anew, in the units of a page; the rest of its element is cairo's. */
  label = alternative ? g_markup_printf_escaped ("role=\"img\" aria-label=\"%s\"", alternative)
                      : g_strdup ("aria-hidden=\"true\"");
  svg = g_string_new (NULL);
  g_string_append_printf (svg,
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
                          "width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" %s",
                          (int) width, (int) height, (int) width, (int) height, label);
  g_string_append (svg, end);
  id = g_strconcat (" id=\"", prefix, NULL);
  link = g_strconcat ("href=\"#", prefix, NULL);
  url = g_strconcat ("url(#", prefix, NULL);
  g_string_replace (svg, " id=\"", id, 0);
  g_string_replace (svg, "href=\"#", link, 0);
  g_string_replace (svg, "url(#", url, 0);
  return g_string_free (svg, FALSE);
}
