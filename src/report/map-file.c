/* map-file.c: a map as a picture file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "file-output.h"
#include "map-print.h"
#include "summary.h"
#include "svg.h"

static void
paint (cairo_t *cr, double width, double height, gpointer data)
{
  bl_map_print_paint (data, cr, width, height);
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
map_png (const BlMapPrint *map, double dots, GError **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (BL_MAP_PRINT_WIDTH * dots),
                                                         (int) (BL_MAP_PRINT_HEIGHT * dots));
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, dots, dots);
  cr = cairo_create (surface);
  bl_map_print_paint (map, cr, BL_MAP_PRINT_WIDTH, BL_MAP_PRINT_HEIGHT);
  return finish (surface, cr, g_byte_array_new (), TRUE, error);
}

static GBytes *
map_pdf (const BlMapPrint *map, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (append_bytes, bytes, BL_MAP_PRINT_WIDTH, BL_MAP_PRINT_HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, map->shows ? map->shows : map->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Branchline");
  bl_map_print_paint (map, cr, BL_MAP_PRINT_WIDTH, BL_MAP_PRINT_HEIGHT);
  cairo_show_page (cr);
  return finish (surface, cr, bytes, FALSE, error);
}

GBytes *
bl_map_print_to_bytes (const BlMapPrint *self, const char *ending, double dots, GError **error)
{
  g_return_val_if_fail (self != NULL && ending != NULL, NULL);

  if (g_str_equal (ending, "png"))
    return map_png (self, dots > 0 ? dots : BL_MAP_PRINT_DOTS, error);
  if (g_str_equal (ending, "svg"))
    return bl_svg_new_titled (BL_MAP_PRINT_WIDTH, BL_MAP_PRINT_HEIGHT, paint, (gpointer) self,
                              self->shows ? self->shows : self->title, self->sources, error);
  g_return_val_if_fail (g_str_equal (ending, "pdf"), NULL);
  return map_pdf (self, error);
}

gboolean
bl_map_print_check_path (const char *path, GError **error)
{
  g_autofree char *ending = bl_file_output_ending (path);

  if (g_str_equal (ending, "png") || g_str_equal (ending, "svg") || g_str_equal (ending, "pdf"))
    return TRUE;
  g_set_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_KIND,
               _ ("“%s” must end in .png, .svg or .pdf: other kinds of file are not written"), path);
  return FALSE;
}

gboolean
bl_map_print_write (const BlMapPrint *self, const char *path, double dots, GError **error)
{
  g_autofree char *ending = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  if (!bl_map_print_check_path (path, error))
    return FALSE;
  ending = bl_file_output_ending (path);
  bytes = bl_map_print_to_bytes (self, ending, dots, error);
  return bytes != NULL && bl_file_output_write (path, bytes, error);
}

static gboolean
check_value (const BlFacts *facts, const char *name, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (name == NULL || bl_facts_find_value (facts, name) >= 0)
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
  g_autoptr (BlMapPrint) print = NULL;

  g_return_val_if_fail (facts != NULL && path != NULL, FALSE);

  if (!bl_map_print_check_path (path, error))
    return FALSE;
  if (facts->n_areas > 0 && !check_value (facts, value, error))
    return FALSE;
  print = bl_map_print_new ((BlFacts *) facts, &(BlMapAsked){ .value = value }, error);
  return print != NULL && bl_map_print_write (print, path, BL_MAP_PRINT_DOTS, error);
}
