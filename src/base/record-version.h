/* record-version.h: versions of the document format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "MAJOR.MINOR": a later minor version only adds, a later major one may mean other things. */
gboolean bl_record_version_is_valid (const char *text);
/* The number before the point; 0 for what is no version. */
guint bl_record_version_get_major (const char *version);
/* Which is the later: below, at or above 0 like strcmp. */
int bl_record_version_compare (const char *a, const char *b);
/* Whether @uri is that of a document of some version of ours: a newer major
 * version has one of its own, "urn:branchline:project:2". */
gboolean bl_record_version_is_namespace (const char *uri);

G_END_DECLS
