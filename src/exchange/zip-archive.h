/* zip-archive.h: files packed into one, as office documents are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BlZipArchive: a ZIP archive in memory. Ours, since GDAL's puts a field before the first file by which programs no
 * longer know what kind of document it is, and a date in the month 0. The same files always make the same bytes.
 */
typedef struct _BlZipArchive BlZipArchive;

BlZipArchive *bl_zip_archive_new (void);
void bl_zip_archive_free (BlZipArchive *self);
/* @name: ASCII, with slashes. Not packed: as it is. Files of less than 4 GB. */
void bl_zip_archive_add (BlZipArchive *self, const char *name, gconstpointer data, gsize length, gboolean packed);
/* The whole; nothing can be added after it. */
GBytes *bl_zip_archive_end (BlZipArchive *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlZipArchive, bl_zip_archive_free)

G_END_DECLS
