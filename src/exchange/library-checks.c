/* library-checks.c: what a row says against what the project knows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-checks.h"

#include "service-rows.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Within this of another service's library a postcode shared with it is taken to lie over there. */
#define OVER_THERE_METRES 2000.0

gboolean
bl_known_library_point (const BlKnownLibrary *library, BlPoint *point)
{
  return library->fields[BL_LIBRARY_EASTING] != NULL && library->fields[BL_LIBRARY_NORTHING] != NULL
         && bl_text_to_double (library->fields[BL_LIBRARY_EASTING], &point->x)
         && bl_text_to_double (library->fields[BL_LIBRARY_NORTHING], &point->y);
}

static int
year_of (const char *text)
{
  gint64 year = 0;

  return text != NULL && bl_text_to_integer (text, &year) ? (int) year : 0;
}

static void
clear_field (BlLibraryRow *row, guint field)
{
  g_clear_pointer (&row->fields[field], g_free);
}

/* "2000 in the Arts Council list". */
static const char *
where_known (const BlKnownLibrary *known)
{
  const char *source = known->fields[BL_LIBRARY_SOURCE];

  return source != NULL && strstr (source, "Arts Council") != NULL ? _ ("in the Arts Council list") : _ ("in the project");
}

static void
check_opened (BlImportPlan *plan, BlLibraryRow *row, const BlKnownLibrary *known)
{
  const char *here = row->fields[BL_LIBRARY_OPENED], *there = known->fields[BL_LIBRARY_OPENED];

  if (here == NULL || there == NULL || g_str_equal (here, there))
    return;
  g_autofree char *reason = g_strdup_printf (_ ("Opened %s here; %s %s"), here, there, where_known (known));
  g_autofree char *remedy = g_strdup_printf (_ ("Keep %s"), here);
  if (!bl_import_plan_mend (plan, row->row, bl_library_row_name (row), "opened", reason, remedy))
    clear_field (row, BL_LIBRARY_OPENED);
}

/* A library that the project knows to be open cannot have closed before. */
static void
check_closed (BlImportPlan *plan, BlLibraryRow *row, const BlKnownLibrary *known)
{
  int closed = year_of (row->fields[BL_LIBRARY_CLOSED]), year = plan->snapshot->year;
  const BlRowStatus *status = bl_row_statuses_find (known->statuses, year);

  if (closed == 0 || closed >= year || status == NULL || status->operation == BL_OPERATION_UNKNOWN
      || known->fields[BL_LIBRARY_CLOSED] != NULL)
    return;
  g_autofree char *reason = g_strdup_printf (_ ("Closed in %d here; open in %d %s"), closed, year, where_known (known));
  if (bl_import_plan_mend (plan, row->row, bl_library_row_name (row), "closed", reason, _ ("Leave the year out: open")))
    clear_field (row, BL_LIBRARY_CLOSED);
}

/* A column without a year speaks of @year; a library that had closed by then was run by nobody. */
static void
settle_standing (BlImportPlan *plan, BlLibraryRow *row, int year)
{
  int closed = year_of (row->fields[BL_LIBRARY_CLOSED]);
  gboolean shut = closed != 0 && closed <= year;
  BlRowStatus *status;

  if (shut && row->statutory == 1)
    {
      g_autofree char *reason = g_strdup_printf (_ ("Closed in %d, yet marked statutory"), closed);
      if (bl_import_plan_mend (plan, row->row, bl_library_row_name (row), "statutory", reason, _ ("Set to not statutory")))
        row->statutory = 0;
    }
  if ((shut || row->operation == BL_OPERATION_UNKNOWN) && row->statutory < 0)
    return;
  status = bl_row_statuses_get (row->statuses, year);
  if (!shut && row->operation != BL_OPERATION_UNKNOWN)
    status->operation = row->operation;
  if (row->statutory >= 0)
    status->statutory = row->statutory;
}

static gboolean
same_district (const char *a, const char *b)
{
  gsize length = a != NULL ? strcspn (a, " ") : 0;

  return length > 0 && b != NULL && strncmp (a, b, length) == 0 && b[length] == ' ';
}

/* A postcode of a district that only another service's libraries have, beside one of them. */
static void
check_postcode (BlImportPlan *plan, BlLibraryRow *row, const BlKnownLibrary *known)
{
  const char *postcode = row->fields[BL_LIBRARY_POSTCODE];
  const BlKnownLibrary *nearest = NULL;
  double least = OVER_THERE_METRES;
  BlPoint here = row->point, there;

  if (postcode == NULL || (!row->located && (known == NULL || !bl_known_library_point (known, &here))))
    return;
  for (guint i = 0; i < plan->snapshot->libraries->len; i++)
    {
      const BlKnownLibrary *ours = g_ptr_array_index (plan->snapshot->libraries, i);
      if (ours != known && same_district (postcode, ours->fields[BL_LIBRARY_POSTCODE]))
        return;
    }
  for (guint i = 0; i < plan->snapshot->nearby->len; i++)
    {
      const BlKnownLibrary *theirs = g_ptr_array_index (plan->snapshot->nearby, i);
      double distance;

      if (!same_district (postcode, theirs->fields[BL_LIBRARY_POSTCODE]) || !bl_known_library_point (theirs, &there))
        continue;
      distance = hypot (there.x - here.x, there.y - here.y);
      if (distance < least)
        least = distance, nearest = theirs;
    }
  if (nearest == NULL || nearest->service == NULL)
    return;
  g_autofree char *service = bl_service_short_name (nearest->service);
  g_autofree char *reason = g_strdup_printf (_ ("Its postcode, %s, lies in %s"), postcode, service);
  if (!bl_import_plan_mend (plan, row->row, bl_library_row_name (row), "postcode", reason, _ ("Keep: outside the area")))
    clear_field (row, BL_LIBRARY_POSTCODE);
}

void
bl_library_check_row (BlImportPlan *plan, BlLibraryRow *row, const BlKnownLibrary *known, int status_year)
{
  if (known != NULL)
    {
      check_opened (plan, row, known);
      check_closed (plan, row, known);
    }
  if (status_year != 0)
    settle_standing (plan, row, status_year);
  check_postcode (plan, row, known);
  /* A list that does not say what kind of library means those with a door; for those known, the project says. */
  if (row->type == BL_LIBRARY_TYPE_UNKNOWN && known == NULL)
    {
      g_autofree char *name = bl_text_fold (bl_library_row_name (row));
      row->type = strstr (name, "mobile") != NULL ? BL_LIBRARY_TYPE_MOBILE : BL_LIBRARY_TYPE_STATIC;
    }
}
