/* checksum.h: checksums of content
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* SHA-256 of @bytes in lower-case hexadecimal. */
char *bl_checksum_bytes (gconstpointer bytes, gsize length);

G_END_DECLS
