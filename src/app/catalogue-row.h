/* catalogue-row.h: one indicator of the dictionary, to be taken up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "dictionary.h"

G_BEGIN_DECLS

/* Whether there are figures for it. */
typedef enum
{
  BL_CATALOGUE_ASKING,
  BL_CATALOGUE_FIGURES,
  BL_CATALOGUE_NONE,
} BlCatalogueFigures;

/**
 * BlCatalogueRow: name, what it means, what it is (official, a proxy, of what it is worked out), whether figures are
 * there, and whether the project has it.
 */
#define BL_TYPE_CATALOGUE_ROW (bl_catalogue_row_get_type ())
G_DECLARE_FINAL_TYPE (BlCatalogueRow, bl_catalogue_row, BL, CATALOGUE_ROW, GtkListBoxRow)

GtkWidget *bl_catalogue_row_new (BlDictionary *dictionary, BlIndicator *indicator);
BlIndicator *bl_catalogue_row_get_indicator (BlCatalogueRow *self);
/* @words: the latest figure ("1,719 in 2023-24"), or what is missing; NULL. */
void bl_catalogue_row_set_figures (BlCatalogueRow *self, BlCatalogueFigures figures, const char *words);
BlCatalogueFigures bl_catalogue_row_get_figures (BlCatalogueRow *self);
void bl_catalogue_row_set_taken (BlCatalogueRow *self, gboolean taken);
gboolean bl_catalogue_row_get_taken (BlCatalogueRow *self);
/* Whether one of its words begins with or holds @folded. */
gboolean bl_catalogue_row_matches (BlCatalogueRow *self, const char *folded);

G_END_DECLS
