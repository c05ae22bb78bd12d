/* library.h: a service point
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "opening-hours.h"
#include "record.h"

G_BEGIN_DECLS

/* Arts Council "Type". */
typedef enum
{
  BL_LIBRARY_TYPE_UNKNOWN,
  BL_LIBRARY_TYPE_STATIC,         /* Static Library: the service points */
  BL_LIBRARY_TYPE_MOBILE,         /* Mobile Library */
  BL_LIBRARY_TYPE_LOCAL_HISTORY,  /* Static Local History Library */
  BL_LIBRARY_TYPE_ARCHIVE,
  BL_LIBRARY_TYPE_PRISON,
} BlLibraryType;
#define BL_TYPE_LIBRARY_TYPE (bl_library_type_get_type ())
GType bl_library_type_get_type (void);

/* Who runs it: Arts Council operation codes LA, LAU, C, CR, ICL. Unknown is
 * "not open in that year" in a status. */
typedef enum
{
  BL_OPERATION_UNKNOWN,
  BL_OPERATION_COUNCIL,           /* LA, LAL */
  BL_OPERATION_COUNCIL_UNSTAFFED, /* LAU, LAL- */
  BL_OPERATION_COMMISSIONED,      /* C, CL */
  BL_OPERATION_COMMUNITY,         /* CR, CRL */
  BL_OPERATION_INDEPENDENT,       /* ICL */
} BlOperation;
#define BL_TYPE_OPERATION (bl_operation_get_type ())
GType bl_operation_get_type (void);
/* Reads LA, LAU, C, CR, ICL and the older LAL, LAL-, CL, CRL, in any case;
 * UNKNOWN with FALSE for anything else ("" is UNKNOWN with TRUE). */
gboolean bl_operation_from_code (const char *code, BlOperation *operation);
const char *bl_operation_to_code (BlOperation operation); /* "LA"; "" for unknown */
/* "Council", "Council, without staff", "Commissioned", "Community run", "Independent"; untranslated (N_()). */
const char *bl_operation_get_title (BlOperation operation);
const char *bl_library_type_get_title (BlLibraryType type);

/* One year's standing of a library. Fields: year (integer), operation (enum
 * BlOperation; unknown = not open that year), statutory (boolean). */
#define BL_TYPE_STATUS (bl_status_get_type ())
G_DECLARE_FINAL_TYPE (BlStatus, bl_status, BL, STATUS, BlRecord)
BlStatus *bl_status_new (const char *id);

/* What is counted at a library. */
typedef enum
{
  BL_FIGURE_UNKNOWN,
  BL_FIGURE_VISITS,
  BL_FIGURE_LOANS,
  BL_FIGURE_MEMBERS,        /* people with this as their home library */
  BL_FIGURE_COMPUTER_HOURS,
  BL_FIGURE_ENQUIRIES,
  BL_FIGURE_ATTENDANCES,    /* at events */
  BL_FIGURE_USERS,          /* people who used it at all */
  BL_FIGURE_EXCLUSIVE_USERS, /* of them those who used no other library */
} BlFigureKind;
#define BL_TYPE_FIGURE_KIND (bl_figure_kind_get_type ())
GType bl_figure_kind_get_type (void);
const char *bl_figure_kind_get_title (BlFigureKind kind); /* "visits"; untranslated (N_()) */

/* How much a library was used in a period. Kind "figure". Fields: kind (enum
 * BlFigureKind), period ("2023-24"), number (real), months (integer: of how
 * many months there are figures; unset: the whole period), source, source-date, licence (text). */
#define BL_TYPE_FIGURE (bl_figure_get_type ())
G_DECLARE_FINAL_TYPE (BlFigure, bl_figure, BL, FIGURE, BlRecord)
BlFigure *bl_figure_new (const char *id);

/**
 * BlLibrary: kind "library". Fields, in declared order:
 *
 * text: name, address, address-2, address-3, postcode, uprn (digits only),
 * email, url, operating-organisation, department, co-located-with, automated,
 * rural-urban (code, "C1"), rural-urban-title, source, source-date, service
 * (reporting service: only on neighbouring libraries);
 * enum: type (BlLibraryType);
 * real: easting, northing (metres, BNG), hours (a week), staffed-hours;
 * integer: opened, closed (years), row (record number + 1 in its source file);
 * boolean: co-located, new-build;
 * money: running-cost (pounds a year);
 * text: monday … sunday: opening hours (see opening-hours.h), NULL not known;
 * monday-unstaffed … sunday-unstaffed; monday-class … sunday-class: the
 * Arts Council's phrase for the day ("AM & PM (continuous)");
 * real: floor-area (square metres, public and staff, gross);
 * lists: statuses (BlStatus), figures (BlFigure), not wrapped;
 * long text: notes.
 */
#define BL_TYPE_LIBRARY (bl_library_get_type ())
G_DECLARE_FINAL_TYPE (BlLibrary, bl_library, BL, LIBRARY, BlRecord)
BlLibrary *bl_library_new (const char *id);

/* The status record of @year, or %NULL. */
BlStatus *bl_library_get_status (BlLibrary *self, int year);
/* Who ran it in @year; UNKNOWN when not open or no status. */
BlOperation bl_library_get_operation (BlLibrary *self, int year);
/* Open in @year: has an operation. */
gboolean bl_library_is_open (BlLibrary *self, int year);
/* Open in @year and statutory then. */
gboolean bl_library_is_statutory (BlLibrary *self, int year);
/* The figure of that kind and period, or the newest where @period is %NULL
 * (whole periods before part ones); %NULL when there is none. */
BlFigure *bl_library_get_figure (BlLibrary *self, BlFigureKind kind, const char *period);
/* FALSE when it is not on the map: no grid reference. */
gboolean bl_library_get_point (BlLibrary *self, BlPoint *point);
/* Hours of day 0 (Monday) … 6 as text, NULL when not known. */
const char *bl_library_get_day (BlLibrary *self, guint day);
const char *bl_library_get_day_class (BlLibrary *self, guint day);
/* Hours open a week: from the times where all seven days are known, else
 * the "hours" field; FALSE when neither is known. */
gboolean bl_library_get_week_hours (BlLibrary *self, double *hours);
extern const char *const bl_library_days[7]; /* "monday" … */

G_END_DECLS
