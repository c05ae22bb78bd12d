/* map-file.c: a map as a picture file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "file-output.h"
#include "map-painter.h"
#include "paint.h"
#include "summary.h"
#include "svg.h"
#include "text-painter.h"

#define WIDTH 842.0  /* A4 on its side, in points */
#define HEIGHT 595.0
#define DOTS 2.5     /* a unit, of a PNG: about 180 an inch on A4 */
#define BAND 34.0
#define EDGE 12.0

typedef struct
{
  const BlFacts *facts;
  int value;
} Map;

/* A picture travels alone: whose map it is stands on it. */
static void
paint (cairo_t *cr, double width, double height, gpointer data)
{
  const Map *map = data;
  const BlPalette *palette = bl_palette_get (BL_PALETTE_LIGHT);
  const char *who = map->facts->service ? map->facts->service : map->facts->title;
  BlTextStyle bold = { .size = 15, .weight = 800, .width = width * 0.55, .ellipsize = TRUE };
  BlTextStyle plain = { .size = 11, .width = width * 0.4, .ellipsize = TRUE, .align = PANGO_ALIGN_RIGHT };
  g_autofree char *year = map->facts->year > 0 ? g_strdup_printf (_ ("Open libraries in %d"), map->facts->year)
                                               : g_strdup (_ ("Open libraries"));

  cairo_rectangle (cr, 0, 0, width, height);
  bl_paint_set_colour (cr, palette->card);
  cairo_fill (cr);
  bl_text_painter_draw (cr, who ? who : _ ("Library service"), &bold, EDGE, BAND / 2, 0, 0.5, palette->ink);
  bl_text_painter_draw (cr, year, &plain, width - EDGE, BAND / 2, 1, 0.5, palette->dim_ink);
  cairo_translate (cr, 0, BAND);
  bl_map_paint_whole (cr, width, height - BAND, map->facts, map->value, 1, palette);
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
finish (cairo_surface_t *surface, cairo_t *cr, GByteArray *bytes, gboolean png, GError **error)
{
  cairo_status_t status = cairo_status (cr);

  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && png)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  g_set_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_WRITE, _ ("The map could not be drawn: %s"),
               cairo_status_to_string (status));
  return NULL;
}

static GBytes *
map_png (Map *map, GError **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (WIDTH * DOTS),
                                                         (int) (HEIGHT * DOTS));
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, DOTS, DOTS);
  cr = cairo_create (surface);
  paint (cr, WIDTH, HEIGHT, map);
  return finish (surface, cr, g_byte_array_new (), TRUE, error);
}

static GBytes *
map_pdf (Map *map, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  const char *title = map->value >= 0 ? map->facts->values[map->value].title : map->facts->title;

  if (title)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Branchline");
  paint (cr, WIDTH, HEIGHT, map);
  cairo_show_page (cr);
  return finish (surface, cr, bytes, FALSE, error);
}

static gboolean
find_value (const BlFacts *facts, const char *name, int *value, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  *value = -1;
  if (name == NULL)
    return TRUE;
  *value = bl_facts_find_value (facts, name);
  if (*value >= 0)
    return TRUE;
  for (guint i = 0; i < facts->n_values; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", facts->values[i].name);
  if (facts->n_values > 0)
    g_set_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_LACKS,
                 _ ("There is no value “%s” in this project; there are %s"), name, names->str);
  else
    g_set_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_LACKS,
                 _ ("There is no value “%s” in this project: it has no values yet"), name);
  return FALSE;
}

gboolean
bl_map_write (const BlFacts *facts, const char *value, const char *path, GError **error)
{
  Map map = { facts, -1 };
  g_autofree char *ending = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (facts != NULL && path != NULL, FALSE);

  ending = bl_file_output_ending (path);
  if (!g_str_equal (ending, "png") && !g_str_equal (ending, "svg") && !g_str_equal (ending, "pdf"))
    {
      g_set_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_KIND,
                   _ ("“%s” must end in .png, .svg or .pdf: other kinds of file are not written"), path);
      return FALSE;
    }
  if (facts->n_areas == 0)
    {
      g_set_error_literal (error, BL_REPORT_ERROR, BL_REPORT_ERROR_LACKS,
                           _ ("There is nothing to draw: the project has no areas yet. Import areas or points first"));
      return FALSE;
    }
  if (!find_value (facts, value, &map.value, error))
    return FALSE;

  if (g_str_equal (ending, "png"))
    bytes = map_png (&map, error);
  else if (g_str_equal (ending, "svg"))
    bytes = bl_svg_new (WIDTH, HEIGHT, paint, &map, error);
  else
    bytes = map_pdf (&map, error);
  return bytes != NULL && bl_file_output_write (path, bytes, error);
}
