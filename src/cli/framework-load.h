/* framework-load.h: branchline-cli framework load: a framework into a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "command.h"

G_BEGIN_DECLS

/**
 * BlFrameworkLoad: what is said beside the file.
 */
typedef struct
{
  char *title, *source, *licence, *scale, *encoding, *item, *author;
  gboolean official;
} BlFrameworkLoad;

/* @path: a table (CSV, TSV, XLSX, ODS, HTML) or a framework as XML; it becomes a framework of @project, which is saved. */
BlExit bl_framework_load_file (const char *project, const char *path, const BlFrameworkLoad *about);
void bl_framework_load_clear (BlFrameworkLoad *about);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BlFrameworkLoad, bl_framework_load_clear)

G_END_DECLS
