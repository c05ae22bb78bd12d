/* chart-file.c: a chart as a picture or a table in a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "chart-file.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "file-output.h"
#include "paint.h"
#include "summary.h"
#include "svg.h"

/* A chart laid out once, whatever it is painted on. */
typedef struct
{
  BlChartFrame *frame;
  const BlPalette *palette;
  double width, height;
} Picture;

static void
paint (cairo_t *cr, double width, double height, gpointer data)
{
  const Picture *picture = data;

  /* White, so that a picture is read on a dark page too. */
  cairo_rectangle (cr, 0, 0, width, height);
  bl_paint_set_colour (cr, picture->palette->view);
  cairo_fill (cr);
  bl_chart_frame_paint (picture->frame, cr, 0, 0);
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
  g_set_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_WRITE, _ ("The chart could not be drawn: %s"),
               cairo_status_to_string (status));
  return NULL;
}

static GBytes *
to_png (Picture *picture, double dots, GError **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) ceil (picture->width * dots), (int) ceil (picture->height * dots));
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, dots, dots);
  cr = cairo_create (surface);
  paint (cr, picture->width, picture->height, picture);
  return finish (surface, cr, g_byte_array_new (), TRUE, error);
}

static const char *
title_of (const BlChart *chart)
{
  return chart->title != NULL ? chart->title : _ (bl_chart_kind_get_title (chart->kind));
}

/* What is said of it besides its title, a line each. */
static char *
describe (const BlChart *chart)
{
  const char *parts[] = { chart->subtitle, chart->sentence, chart->doubt, chart->source };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", parts[i]);
  return g_string_free (text, FALSE);
}

static GBytes *
to_pdf (Picture *picture, const BlChart *chart, const char *description, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (append_bytes, bytes, picture->width, picture->height);
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title_of (chart));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, description);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Branchline");
  paint (cr, picture->width, picture->height, picture);
  cairo_show_page (cr);
  return finish (surface, cr, bytes, FALSE, error);
}

gboolean
bl_chart_file_check_path (const char *path, GError **error)
{
  g_autofree char *ending = bl_file_output_ending (path);

  if (g_str_equal (ending, "png") || g_str_equal (ending, "svg") || g_str_equal (ending, "pdf")
      || g_str_equal (ending, "csv"))
    return TRUE;
  g_set_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_KIND,
               _ ("“%s” must end in .png, .svg, .pdf or .csv: other kinds of file are not written"), path);
  return FALSE;
}

GBytes *
bl_chart_file_to_bytes (BlChart *chart, const char *ending, const BlChartFile *file, GError **error)
{
  static const BlChartFile usual = { 0 };
  g_autofree char *description = NULL;
  BlChartLook look = { .palette = bl_palette_get (BL_PALETTE_LIGHT), .whole = TRUE };
  Picture picture = { NULL };
  GBytes *bytes;

  g_return_val_if_fail (chart != NULL && ending != NULL, NULL);

  if (g_str_equal (ending, "csv"))
    {
      char *csv = bl_chart_table_to_csv (chart->table);

      return g_bytes_new_take (csv, strlen (csv));
    }
  if (file == NULL)
    file = &usual;
  look.text_scale = file->text_scale;
  if (file->palette != NULL)
    look.palette = file->palette;
  picture.palette = look.palette;
  picture.width = file->width > 0 ? file->width : BL_CHART_FILE_WIDTH;
  picture.height = file->height > 0 ? file->height : bl_chart_get_height (chart, picture.width, &look);
  picture.frame = bl_chart_frame_new (chart, picture.width, picture.height, &look);
  description = describe (chart);
  if (g_str_equal (ending, "png"))
    bytes = to_png (&picture, file->dots > 0 ? file->dots : BL_CHART_FILE_DOTS, error);
  else if (g_str_equal (ending, "svg"))
    bytes = bl_svg_new_titled (picture.width, picture.height, paint, &picture, title_of (chart), description,
                               error);
  else
    bytes = to_pdf (&picture, chart, description, error);
  bl_chart_frame_free (picture.frame);
  return bytes;
}

gboolean
bl_chart_file_write (BlChart *chart, const char *path, const BlChartFile *file, GError **error)
{
  g_autofree char *ending = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (chart != NULL && path != NULL, FALSE);

  if (!bl_chart_file_check_path (path, error))
    return FALSE;
  ending = bl_file_output_ending (path);
  bytes = bl_chart_file_to_bytes (chart, ending, file, error);
  return bytes != NULL && bl_file_output_write (path, bytes, error);
}
