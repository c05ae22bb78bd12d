/* page-composer.h: a report laid on pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* A4 in points. */
#define BL_PAGE_WIDTH 595.28
#define BL_PAGE_HEIGHT 841.89

/**
 * BlPages: where everything of a report stands, page by page; for PDF, print
 * and preview. The report must outlive it.
 */
typedef struct _BlPages BlPages;
BlPages *bl_pages_new (const BlReport *report);
void bl_pages_free (BlPages *pages);
guint bl_pages_get_n (const BlPages *pages);
/* Paints page @page (from 0) on paper of points. */
void bl_pages_paint (const BlPages *pages, cairo_t *cr, guint page);
/* The whole as a PDF, with title, date and a bookmark for each heading. */
GBytes *bl_pages_to_pdf (const BlPages *pages, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlPages, bl_pages_free)

G_END_DECLS
