/* journal-frame.c: the file a journal is kept in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "journal-frame.h"

#include <string.h>

#define SUM_LENGTH 8
#define HEAD_LENGTH (4 + SUM_LENGTH)

static void
sum_of (gconstpointer data, gsize length, guint8 sum[SUM_LENGTH])
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize size = sizeof digest;

  g_checksum_update (checksum, data, length);
  g_checksum_get_digest (checksum, digest, &size);
  memcpy (sum, digest, SUM_LENGTH);
}

/* The variant as it lies in a file: little-endian whatever the machine. */
static GVariant *
swap (GVariant *variant)
{
#if G_BYTE_ORDER == G_BIG_ENDIAN
  return g_variant_byteswap (variant);
#else
  return g_variant_ref (variant);
#endif
}

GBytes *
bl_journal_frame_new (GVariant *variant)
{
  g_autoptr (GVariant) plain = swap (variant);
  gsize length = g_variant_get_size (plain);
  GByteArray *frame = g_byte_array_sized_new (HEAD_LENGTH + length);
  guint32 size = GUINT32_TO_LE ((guint32) length);
  guint8 sum[SUM_LENGTH];

  g_return_val_if_fail (length <= BL_JOURNAL_MAX_FRAME, NULL);

  sum_of (g_variant_get_data (plain), length, sum);
  g_byte_array_append (frame, (const guint8 *) &size, 4);
  g_byte_array_append (frame, sum, SUM_LENGTH);
  g_byte_array_append (frame, g_variant_get_data (plain), length);
  return g_byte_array_free_to_bytes (frame);
}

/* The next whole frame as a variant of @type, or %NULL. */
static GVariant *
read_frame (GBytes *bytes, gsize *at, const char *type)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GBytes) part = NULL;
  g_autoptr (GVariant) raw = NULL, normal = NULL;
  guint32 size;
  guint8 sum[SUM_LENGTH];

  if (length - *at < HEAD_LENGTH)
    return NULL;
  memcpy (&size, data + *at, 4);
  size = GUINT32_FROM_LE (size);
  if (size > BL_JOURNAL_MAX_FRAME || size > length - *at - HEAD_LENGTH)
    return NULL;
  sum_of (data + *at + HEAD_LENGTH, size, sum);
  if (memcmp (sum, data + *at + 4, SUM_LENGTH) != 0)
    return NULL;
  part = g_bytes_new_from_bytes (bytes, *at + HEAD_LENGTH, size);
  raw = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (type), part, FALSE));
  normal = g_variant_get_normal_form (raw);
  *at += HEAD_LENGTH + size;
  return swap (normal);
}

BlJournalLog *
bl_journal_log_read (GBytes *bytes)
{
  BlJournalLog *log = g_new0 (BlJournalLog, 1);
  gsize length, at = strlen (BL_JOURNAL_MAGIC);
  const guint8 *data = g_bytes_get_data (bytes, &length);
  GVariant *frame;

  log->frames = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  if (length < at || memcmp (data, BL_JOURNAL_MAGIC, at) != 0)
    return log;
  log->header = read_frame (bytes, &at, BL_JOURNAL_HEADER_TYPE);
  while (log->header != NULL && (frame = read_frame (bytes, &at, BL_JOURNAL_FRAME_TYPE)) != NULL)
    g_ptr_array_add (log->frames, frame);
  log->length = at;
  return log;
}

void
bl_journal_log_free (BlJournalLog *log)
{
  if (log == NULL)
    return;
  g_clear_pointer (&log->header, g_variant_unref);
  g_clear_pointer (&log->frames, g_ptr_array_unref);
  g_free (log);
}
