/* ods-book.h: a spreadsheet of several sheets, to read, to sort and to fill in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BL_ODS_TEXT,
  BL_ODS_NUMBER, /* cells as bl_text_from_double() writes them; others stay text */
  BL_ODS_DATE,   /* cells in ISO form; others stay text */
} BlOdsKind;

/**
 * BlOdsBook: an OpenDocument spreadsheet. Written by ourselves, since GDAL's driver knows neither widths nor lists to
 * choose from. All texts are copied.
 */
typedef struct _BlOdsBook BlOdsBook;
typedef struct _BlOdsSheet BlOdsSheet;

/* @foot stands at the foot of each printed page. */
BlOdsBook *bl_ods_book_new (const char *title, const char *foot);
void bl_ods_book_free (BlOdsBook *self);
/* Owned by the book. Names as they are; no two alike. */
BlOdsSheet *bl_ods_book_add_sheet (BlOdsBook *self, const char *name);
/* @width in cm. @choices: what may be chosen in it, NULL-terminated; NULL: anything. Before the rows. */
void bl_ods_sheet_add_column (BlOdsSheet *self, const char *title, BlOdsKind kind, double width, const char *const *choices);
/* One for each column; NULL: empty. */
void bl_ods_sheet_add_row (BlOdsSheet *self, const char *const *cells);
/* Empty ones to write in. */
void bl_ods_sheet_add_blank_rows (BlOdsSheet *self, guint n);

/* The whole file; may be called in any thread. */
GBytes *bl_ods_book_to_bytes (const BlOdsBook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlOdsBook, bl_ods_book_free)

G_END_DECLS
