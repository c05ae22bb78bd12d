/* checksum.h: checksums of content
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* SHA-256 of @bytes in lower-case hexadecimal. */
char *bl_checksum_bytes (gconstpointer bytes, gsize length);

/* The same of content that comes bit by bit. */
typedef struct _BlChecksum BlChecksum;
BlChecksum *bl_checksum_new (void);
void bl_checksum_add (BlChecksum *checksum, gconstpointer bytes, gsize length);
/* Ends it: only to be freed after. */
char *bl_checksum_finish (BlChecksum *checksum);
void bl_checksum_free (BlChecksum *checksum);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlChecksum, bl_checksum_free)

G_END_DECLS
