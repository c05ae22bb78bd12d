/* zip-archive.c: files packed into one, as office documents are
 *
 * By PKWARE's .ZIP File Format Specification (APPNOTE.TXT), 4.3: for each file a local header and its bytes, then a
 * directory of all, then where that begins.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "zip-archive.h"

#include <gio/gio.h>
#include <string.h>

#define VERSION 20 /* 2.0: knows deflate */
#define DAY (1 << 5 | 1) /* 1 January 1980, the first there is */
#define STORED 0
#define DEFLATED 8

struct _BlZipArchive
{
  GByteArray *bytes, *directory;
  guint n;
};

static void
put16 (GByteArray *bytes, guint value)
{
  const guint16 little = GUINT16_TO_LE ((guint16) value);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

static void
put32 (GByteArray *bytes, guint32 value)
{
  const guint32 little = GUINT32_TO_LE (value);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

/* CRC-32 of ISO 3309, bit by bit: office documents are small. */
static guint32
checksum (const guint8 *data, gsize length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
    }
  return ~crc;
}

static GByteArray *
deflate (gconstpointer data, gsize length)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, -1);
  GByteArray *packed = g_byte_array_new ();
  gsize at = 0;

  for (;;)
    {
      guint8 buffer[16384];
      gsize read = 0, written = 0;
      GConverterResult result = g_converter_convert (G_CONVERTER (compressor), (const guint8 *) data + at, length - at, buffer,
                                                     sizeof buffer, G_CONVERTER_INPUT_AT_END, &read, &written, NULL);

      /* From memory into room that is never too small nothing can fail. */
      g_assert (result != G_CONVERTER_ERROR);
      at += read;
      g_byte_array_append (packed, buffer, (guint) written);
      if (result == G_CONVERTER_FINISHED)
        return packed;
    }
}

/* What local header and directory have in common. */
static void
put_facts (GByteArray *bytes, guint method, guint32 crc, gsize packed, gsize length, const char *name)
{
  put16 (bytes, VERSION);
  put16 (bytes, 0); /* flags */
  put16 (bytes, method);
  put16 (bytes, 0); /* midnight */
  put16 (bytes, DAY);
  put32 (bytes, crc);
  put32 (bytes, (guint32) packed);
  put32 (bytes, (guint32) length);
  put16 (bytes, (guint) strlen (name));
  put16 (bytes, 0); /* no further fields */
}

BlZipArchive *
bl_zip_archive_new (void)
{
  BlZipArchive *self = g_new0 (BlZipArchive, 1);

  self->bytes = g_byte_array_new ();
  self->directory = g_byte_array_new ();
  return self;
}

void
bl_zip_archive_free (BlZipArchive *self)
{
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_byte_array_unref (self->directory);
  g_free (self);
}

void
bl_zip_archive_add (BlZipArchive *self, const char *name, gconstpointer data, gsize length, gboolean packed)
{
  g_autoptr (GByteArray) deflated = packed ? deflate (data, length) : NULL;
  guint32 crc = checksum (data, length), offset;
  gsize size = packed ? deflated->len : length;
  guint method = packed ? DEFLATED : STORED;

  g_return_if_fail (self->bytes != NULL && length <= G_MAXUINT32);
  offset = self->bytes->len;
  put32 (self->bytes, 0x04034b50);
  put_facts (self->bytes, method, crc, size, length, name);
  g_byte_array_append (self->bytes, (const guint8 *) name, (guint) strlen (name));
  g_byte_array_append (self->bytes, packed ? deflated->data : data, (guint) size);

  put32 (self->directory, 0x02014b50);
  put16 (self->directory, VERSION); /* made by */
  put_facts (self->directory, method, crc, size, length, name);
  put16 (self->directory, 0); /* no comment */
  put16 (self->directory, 0); /* on the first disk */
  put16 (self->directory, 0);
  put32 (self->directory, 0);
  put32 (self->directory, offset);
  g_byte_array_append (self->directory, (const guint8 *) name, (guint) strlen (name));
  self->n++;
}

GBytes *
bl_zip_archive_end (BlZipArchive *self)
{
  guint32 offset;

  g_return_val_if_fail (self->bytes != NULL, NULL);
  offset = self->bytes->len;
  g_byte_array_append (self->bytes, self->directory->data, self->directory->len);
  put32 (self->bytes, 0x06054b50);
  put16 (self->bytes, 0);
  put16 (self->bytes, 0);
  put16 (self->bytes, self->n);
  put16 (self->bytes, self->n);
  put32 (self->bytes, self->directory->len);
  put32 (self->bytes, offset);
  put16 (self->bytes, 0); /* no comment */
  return g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
}
