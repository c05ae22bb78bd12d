/* library-fields.h: the fields of a library that a file can fill
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "project.h"

G_BEGIN_DECLS

/**
 * BlLibraryField: index of a field whose value is kept as text while rows are
 * worked through. The order is that of bl_library_field_names.
 */
typedef enum
{
  BL_LIBRARY_NAME,
  BL_LIBRARY_ADDRESS,
  BL_LIBRARY_ADDRESS_2,
  BL_LIBRARY_ADDRESS_3,
  BL_LIBRARY_POSTCODE,
  BL_LIBRARY_UPRN,
  BL_LIBRARY_EASTING,
  BL_LIBRARY_NORTHING,
  BL_LIBRARY_OPENED,
  BL_LIBRARY_CLOSED,
  BL_LIBRARY_OPERATING_ORGANISATION,
  BL_LIBRARY_DEPARTMENT,
  BL_LIBRARY_NEW_BUILD,
  BL_LIBRARY_CO_LOCATED,
  BL_LIBRARY_CO_LOCATED_WITH,
  BL_LIBRARY_AUTOMATED,
  BL_LIBRARY_EMAIL,
  BL_LIBRARY_URL,
  BL_LIBRARY_HOURS,
  BL_LIBRARY_STAFFED_HOURS,
  BL_LIBRARY_RURAL_URBAN,
  BL_LIBRARY_RURAL_URBAN_TITLE,
  BL_LIBRARY_RUNNING_COST,
  BL_LIBRARY_NOTES,
  BL_LIBRARY_MONDAY, /* and six more */
  BL_LIBRARY_MONDAY_UNSTAFFED = BL_LIBRARY_MONDAY + 7,
  BL_LIBRARY_MONDAY_CLASS = BL_LIBRARY_MONDAY_UNSTAFFED + 7,
  BL_LIBRARY_SOURCE = BL_LIBRARY_MONDAY_CLASS + 7,
  BL_LIBRARY_SOURCE_DATE,
  BL_LIBRARY_ROW,
  BL_LIBRARY_N_FIELDS
} BlLibraryField;

extern const char *const bl_library_field_names[BL_LIBRARY_N_FIELDS];
/* Index of the field called @name, or -1. */
int bl_library_field_find (const char *name);

/**
 * BlRowStatus: a library's standing in one year, as a row says it.
 */
typedef struct
{
  int year;
  BlOperation operation; /* UNKNOWN: the file says nothing, or not open */
  int statutory;         /* -1 not said, 0, 1 */
} BlRowStatus;

/* The status of @year in @statuses, made when it is not there. */
BlRowStatus *bl_row_statuses_get (GArray *statuses, int year);
const BlRowStatus *bl_row_statuses_find (const GArray *statuses, int year);

G_END_DECLS
