/* page-composer-private.h: where everything stands on the pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "page-composer.h"
#include "page-table.h"

G_BEGIN_DECLS

#define BL_PAGE_MARGIN 51.0 /* points, at the sides: 18 mm */

/* A block, or some rows of a table, at its place. */
typedef struct
{
  guint page;
  double y, height;
  const BlBlock *block;
  BlPageTable *table;
  guint first, n; /* rows of a table */
} BlPagePiece;

struct _BlPages
{
  const BlReport *report;
  cairo_surface_t *surface; /* only measured on */
  cairo_t *cr;
  GArray *pieces;
  GPtrArray *tables;
  guint n_pages;
  double y;     /* while laying out */
  double slack; /* left empty on the first page by a page break */
  double grown; /* what the first picture takes of it */
};

G_END_DECLS
