/* library-rows-private.h: what the reader of library rows is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "library-rows.h"

G_BEGIN_DECLS

/**
 * BlLibraryRole: what a column does for a row.
 */
typedef enum
{
  BL_LIBRARY_ROLE_NONE,
  BL_LIBRARY_ROLE_FIELD,
  BL_LIBRARY_ROLE_SERVICE,
  BL_LIBRARY_ROLE_TYPE,
  BL_LIBRARY_ROLE_LONGITUDE,
  BL_LIBRARY_ROLE_LATITUDE,
  BL_LIBRARY_ROLE_OPERATION,
  BL_LIBRARY_ROLE_STATUTORY,
  BL_LIBRARY_ROLE_FLAG,
  BL_LIBRARY_ROLE_CONTACT,
} BlLibraryRole;

typedef struct
{
  BlLibraryRole role;
  int field; /* of BL_LIBRARY_ROLE_FIELD */
  int year;  /* of BL_LIBRARY_ROLE_OPERATION, BL_LIBRARY_ROLE_STATUTORY; 0: the column names none */
  char *label; /* of BL_LIBRARY_ROLE_FLAG: "arts centre" */
} BlLibraryColumn;

struct _BlLibraryColumns
{
  guint n;
  BlLibraryColumn *columns;
  BlImportPlan *plan;
  int easting, northing, longitude, latitude, type; /* columns, or -1 */
};

/**
 * BlLibraryReading: a row while it is read.
 */
typedef struct
{
  BlImportPlan *plan;
  BlLibraryRow *row;
  gboolean ours;
} BlLibraryReading;

/* Offers a mend for a row of ours; for others what is best is done. */
gboolean bl_library_reading_offer (BlLibraryReading *reading, const char *field, const char *reason,
                                   const char *remedy);
/* "“abc” is not a year: left out"; for rows of ours. */
void bl_library_reading_warn (BlLibraryReading *reading, guint column, const char *cell, const char *what);
/* Easting and northing win over longitude and latitude. A place outside Great
 * Britain cannot come in: the row waits for what the user says. */
void bl_library_reading_place (BlLibraryReading *reading, const BlLibraryColumns *columns);

G_END_DECLS
