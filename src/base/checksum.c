/* checksum.c: checksums of content
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "checksum.h"

#include <nettle/sha2.h>

struct _BlChecksum
{
  struct sha256_ctx state;
};

BlChecksum *
bl_checksum_new (void)
{
  BlChecksum *checksum = g_new (BlChecksum, 1);

  sha256_init (&checksum->state);
  return checksum;
}

void
bl_checksum_add (BlChecksum *checksum, gconstpointer bytes, gsize length)
{
  if (length > 0)
    sha256_update (&checksum->state, length, bytes);
}

char *
bl_checksum_finish (BlChecksum *checksum)
{
  static const char digits[] = "0123456789abcdef";
  guint8 sum[SHA256_DIGEST_SIZE];
  char *text = g_malloc (2 * sizeof sum + 1);

  sha256_digest (&checksum->state, sizeof sum, sum);
  for (gsize i = 0; i < sizeof sum; i++)
    {
      text[2 * i] = digits[sum[i] >> 4];
      text[2 * i + 1] = digits[sum[i] & 15];
    }
  text[2 * sizeof sum] = '\0';
  return text;
}

void
bl_checksum_free (BlChecksum *checksum)
{
  g_free (checksum);
}

char *
bl_checksum_bytes (gconstpointer bytes, gsize length)
{
  g_autoptr (BlChecksum) checksum = bl_checksum_new ();

  bl_checksum_add (checksum, bytes, length);
  return bl_checksum_finish (checksum);
}
