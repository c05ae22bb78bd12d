/* checksum.c: checksums of content
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "checksum.h"

char *
bl_checksum_bytes (gconstpointer bytes, gsize length)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, length);
}
