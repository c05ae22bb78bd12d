/* svg.c: a drawing as SVG
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "svg.h"

#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "summary.h"
#include "text-log.h"

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* @words: what was written, to be freed with g_ptr_array_unref(); NULL where nobody asks. */
static GBytes *
draw (double width, double height, BlReportPaint paint, gpointer data, GPtrArray **words, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, width, height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  if (words != NULL)
    *words = g_ptr_array_ref (bl_text_log_attach (surface));
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

GBytes *
bl_svg_new (double width, double height, BlReportPaint paint, gpointer data, GError **error)
{
  return draw (width, height, paint, data, NULL, error);
}

static void
append_number (GString *svg, const char *name, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (svg, " %s=\"%s\"", name, g_ascii_formatd (text, sizeof text, "%.2f", number));
}

static void
append_words (GString *svg, const GPtrArray *words)
{
  g_string_append (svg, "<g fill-opacity=\"0\" font-family=\"Cantarell, sans-serif\">\n");
  for (guint i = 0; i < words->len; i++)
    {
      const BlTextLogEntry *entry = g_ptr_array_index (words, i);
      g_autofree char *escaped = g_markup_escape_text (entry->text, -1);

      g_string_append (svg, "<text");
      append_number (svg, "x", entry->x);
      append_number (svg, "y", entry->baseline);
      append_number (svg, "font-size", entry->size);
      append_number (svg, "textLength", entry->width);
      g_string_append_printf (svg, " lengthAdjust=\"spacingAndGlyphs\">%s</text>\n", escaped);
    }
  g_string_append (svg, "</g>\n");
}

GBytes *
bl_svg_new_titled (double width, double height, BlReportPaint paint, gpointer data, const char *title,
                   const char *description, GError **error)
{
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GBytes) bytes = draw (width, height, paint, data, &words, error);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  GString *svg;
  const char *text, *start, *end, *last;
  gsize size, length;

  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &size);
  start = g_strstr_len (text, (gssize) size, "<svg ");
  end = start ? g_strstr_len (start, (gssize) (size - (gsize) (start - text)), ">") : NULL;
  last = g_strrstr_len (text, (gssize) size, "</svg>");
  g_return_val_if_fail (end != NULL && last != NULL, NULL);

  svg = g_string_new_len (text, (gssize) (end - text));
  g_string_append_printf (svg, " role=\"img\">\n<title>%s</title>", escaped);
  if (description != NULL)
    {
      g_autofree char *more = g_markup_escape_text (description, -1);

      g_string_append_printf (svg, "\n<desc>%s</desc>", more);
    }
  g_string_append_len (svg, end + 1, (gssize) (last - end - 1));
  append_words (svg, words);
  g_string_append (svg, "</svg>\n");
  length = svg->len;
  return g_bytes_new_take (g_string_free (svg, FALSE), length);
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
