/* postcode-file.h: the postcodes of a country, read without holding them all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "geometry.h"

G_BEGIN_DECLS

/**
 * BlPostcodePlace: a postcode as people write it, and where it is.
 */
typedef struct
{
  char code[9]; /* "NE3 3HD" */
  BlPoint point;
} BlPostcodePlace;

/* What a row was left out for. */
typedef enum
{
  BL_POSTCODE_KEPT,
  BL_POSTCODE_ENDED,     /* no longer in use */
  BL_POSTCODE_PLACELESS, /* no place is known */
  BL_POSTCODE_UNREAD,    /* no postcode, or no number */
  BL_POSTCODE_FAR,       /* outside the bounds asked for */
  BL_POSTCODE_N_FATES
} BlPostcodeFate;

/**
 * BlPostcodeColumns: where in a line things are; -1 for nowhere.
 */
typedef struct
{
  int code, x, y, end;
} BlPostcodeColumns;

/**
 * BlPostcodeFile: what was read. Rows are counted as in other tables: 2 is the
 * first below a header.
 */
typedef struct
{
  guint n_read;
  guint fates[BL_POSTCODE_N_FATES], first[BL_POSTCODE_N_FATES];
  GArray *places; /* BlPostcodePlace, in the file's order */
} BlPostcodeFile;

/* Headings of a file of postcodes: its own, or those of Code-Point Open, which
 * has none. NULL-terminated; NULL when the file does not look like a table at all.
 * @header: whether the first line is one. */
char **bl_postcode_file_peek (const char *path, gboolean *header);
/* Whether such headings are those of nothing but postcodes. */
gboolean bl_postcode_headings_are_likely (char **headings, gboolean header);

/* Reads what lies within @bounds. Code-Point Open, ONSPD, NSPL and their like:
 * comma or tab separated, eastings and northings or longitudes and latitudes. */
BlPostcodeFile *bl_postcode_file_read (const char *path, const BlPostcodeColumns *columns, gboolean header,
                                       const BlBounds *bounds, GCancellable *cancellable, GError **error);
void bl_postcode_file_free (BlPostcodeFile *file);

/* "ne33hd" to "NE3 3HD"; FALSE for what is no postcode. */
gboolean bl_postcode_write (const char *text, gsize length, char code[9]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlPostcodeFile, bl_postcode_file_free)

G_END_DECLS
