/* page-pdf.c: pages as a PDF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "page-composer-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "summary.h"
#include "text.h"

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
add_bookmarks (const BlPages *self, cairo_surface_t *surface)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const BlPagePiece *piece = &g_array_index (self->pieces, BlPagePiece, i);
      g_autofree char *link = NULL;

      if (piece->block->type != BL_BLOCK_HEADING)
        continue;
      link = g_strdup_printf ("page=%u pos=[%d %d]", piece->page + 1, (int) BL_PAGE_MARGIN, (int) piece->y);
      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, piece->block->text, link,
                                     CAIRO_PDF_OUTLINE_FLAG_OPEN);
    }
}

GBytes *
bl_pages_to_pdf (const BlPages *pages, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, BL_PAGE_WIDTH, BL_PAGE_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, pages->report->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Branchline");
  if (pages->report->head_left)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, pages->report->head_left);
  if (pages->report->julian > 0)
    {
      g_autofree char *date = bl_text_from_date (pages->report->julian);
      g_autofree char *stamp = g_strconcat (date, "T00:00:00Z", NULL);

      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, stamp);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, stamp);
    }
  add_bookmarks (pages, surface);
  for (guint i = 0; i < pages->n_pages; i++)
    {
      bl_pages_paint (pages, cr, i);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_byte_array_unref (bytes);
      g_set_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_WRITE, _ ("The pages could not be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (bytes);
}
