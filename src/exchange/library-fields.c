/* library-fields.c: the fields of a library that a file can fill
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-fields.h"

const char *const bl_library_field_names[BL_LIBRARY_N_FIELDS] = {
  [BL_LIBRARY_NAME] = "name",
  [BL_LIBRARY_ADDRESS] = "address",
  [BL_LIBRARY_ADDRESS_2] = "address-2",
  [BL_LIBRARY_ADDRESS_3] = "address-3",
  [BL_LIBRARY_POSTCODE] = "postcode",
  [BL_LIBRARY_UPRN] = "uprn",
  [BL_LIBRARY_EASTING] = "easting",
  [BL_LIBRARY_NORTHING] = "northing",
  [BL_LIBRARY_OPENED] = "opened",
  [BL_LIBRARY_CLOSED] = "closed",
  [BL_LIBRARY_OPERATING_ORGANISATION] = "operating-organisation",
  [BL_LIBRARY_DEPARTMENT] = "department",
  [BL_LIBRARY_NEW_BUILD] = "new-build",
  [BL_LIBRARY_CO_LOCATED] = "co-located",
  [BL_LIBRARY_CO_LOCATED_WITH] = "co-located-with",
  [BL_LIBRARY_AUTOMATED] = "automated",
  [BL_LIBRARY_EMAIL] = "email",
  [BL_LIBRARY_URL] = "url",
  [BL_LIBRARY_HOURS] = "hours",
  [BL_LIBRARY_STAFFED_HOURS] = "staffed-hours",
  [BL_LIBRARY_RURAL_URBAN] = "rural-urban",
  [BL_LIBRARY_RURAL_URBAN_TITLE] = "rural-urban-title",
  [BL_LIBRARY_RUNNING_COST] = "running-cost",
  [BL_LIBRARY_NOTES] = "notes",
  [BL_LIBRARY_MONDAY] = "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
  [BL_LIBRARY_MONDAY_UNSTAFFED] = "monday-unstaffed",
  "tuesday-unstaffed",
  "wednesday-unstaffed",
  "thursday-unstaffed",
  "friday-unstaffed",
  "saturday-unstaffed",
  "sunday-unstaffed",
  [BL_LIBRARY_MONDAY_CLASS] = "monday-class",
  "tuesday-class",
  "wednesday-class",
  "thursday-class",
  "friday-class",
  "saturday-class",
  "sunday-class",
  [BL_LIBRARY_SOURCE] = "source",
  [BL_LIBRARY_SOURCE_DATE] = "source-date",
  [BL_LIBRARY_ROW] = "row",
};

int
bl_library_field_find (const char *name)
{
  for (int f = 0; f < BL_LIBRARY_N_FIELDS; f++)
    if (g_str_equal (bl_library_field_names[f], name))
      return f;
  return -1;
}

const BlRowStatus *
bl_row_statuses_find (const GArray *statuses, int year)
{
  for (guint i = 0; i < statuses->len; i++)
    if (g_array_index (statuses, BlRowStatus, i).year == year)
      return &g_array_index (statuses, BlRowStatus, i);
  return NULL;
}

BlRowStatus *
bl_row_statuses_get (GArray *statuses, int year)
{
  BlRowStatus *found = (BlRowStatus *) bl_row_statuses_find (statuses, year);

  if (found == NULL)
    {
      BlRowStatus status = { year, BL_OPERATION_UNKNOWN, -1 };
      g_array_append_val (statuses, status);
      found = &g_array_index (statuses, BlRowStatus, statuses->len - 1);
    }
  return found;
}
