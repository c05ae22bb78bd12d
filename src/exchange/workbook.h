/* workbook.h: spreadsheets, read through GDAL
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "exchange-errors.h"

G_BEGIN_DECLS

/**
 * BlWorkbook: the text of the fullest sheet of a workbook.
 */
typedef struct
{
  char *format;        /* "XLSX", "ODS" */
  char *sheet;         /* its name */
  char **other_sheets; /* names of those not read; NULL when there are none */
  guint n_columns;
  GPtrArray *rows;     /* of char **: n_columns texts, never NULL, NULL-terminated; row 0 is row 1 of the sheet */
} BlWorkbook;

/* Whether the first bytes of @path are those of a ZIP archive, as workbooks are. */
gboolean bl_workbook_is_likely (const char *path);
/* GDAL opens it with the drivers XLSX and ODS only; any failure while reading is an error (READ). */
BlWorkbook *bl_workbook_read (const char *path, GCancellable *cancellable, GError **error);
void bl_workbook_free (BlWorkbook *workbook);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlWorkbook, bl_workbook_free)

G_END_DECLS
