/* exchange-errors.h: what can go wrong with somebody else's file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BL_EXCHANGE_ERROR (bl_exchange_error_quark ())
GQuark bl_exchange_error_quark (void);

/**
 * BlExchangeError: what the caller can do about it.
 */
typedef enum
{
  BL_EXCHANGE_ERROR_READ,     /* the file cannot be read, or is damaged: message names file, row, field, remedy */
  BL_EXCHANGE_ERROR_ENCODING, /* bytes are not UTF-8: ask which encoding (windows-1252 likely) and try again */
  BL_EXCHANGE_ERROR_CONTENT,  /* readable, but not what was asked for: no such column, no row of the service */
  BL_EXCHANGE_ERROR_OPTION,   /* what was asked for makes no sense: wrong use */
  BL_EXCHANGE_ERROR_CANCELLED,
} BlExchangeError;

/* A file larger than this is refused before a byte of it is read. */
#define BL_EXCHANGE_MAX_FILE (512 * 1024 * 1024)

/* Whether @path is a plain file, not empty and not larger than BL_EXCHANGE_MAX_FILE; the
 * error (READ) says what it is instead. @size may be NULL. */
gboolean bl_exchange_check_file (const char *path, guint64 *size, GError **error);

G_END_DECLS
