/* import-encodings.h: how a file that is not UTF-8 would read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BlImportEncoding: an encoding to offer. @title for people, untranslated.
 */
typedef struct
{
  const char *name;
  const char *title;
} BlImportEncoding;

extern const BlImportEncoding bl_import_encodings[];
extern const guint bl_import_n_encodings;

/* The first line of @path that is not plain ASCII, as bytes (a part of it,
 * when it is long); %NULL when there is none, or the file cannot be read. */
GBytes *bl_import_encodings_find_line (const char *path);
/* The part of @line round its first such byte as @encoding reads it; %NULL
 * when it cannot. */
char *bl_import_encodings_show (GBytes *line, const char *encoding);

G_END_DECLS
