/* facts.h: what a project knows, as plain arrays for computing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "nearest.h"
#include "project.h"
#include "routes.h"
#include "stop.h"
#include "travel-times.h"

G_BEGIN_DECLS

#define BL_ANALYSIS_ERROR (bl_analysis_error_quark ())
GQuark bl_analysis_error_quark (void);
typedef enum
{
  BL_ANALYSIS_ERROR_LACKS,  /* the project lacks what the question needs: import it */
  BL_ANALYSIS_ERROR_ASKED,  /* the question names something that is not there, or is not well put */
  BL_ANALYSIS_ERROR_CANCELLED,
} BlAnalysisError;

/**
 * BlFactsFigure: how much a library was used in a period.
 */
typedef struct
{
  BlFigureKind kind;
  char *period;         /* "2023-24"; NULL where not known */
  double number;        /* NaN where not known */
  int months;           /* of how many months there are figures; 0: the whole period */
  char *source, *date;  /* NULL where not known */
} BlFactsFigure;

/**
 * BlFactsLibrary: one library as analysis sees it.
 */
typedef struct
{
  char *id, *name;
  char *service;        /* for neighbouring libraries, else NULL */
  BlLibraryType type;
  BlOperation operation; /* in the project's year */
  gboolean open;         /* in the project's year */
  gboolean statutory;    /* open and statutory */
  gboolean located;
  gboolean moved;        /* elsewhere than where the project has it: no table of travel times speaks of it */
  gboolean nearby;       /* of another service */
  BlPoint point;         /* where located */
  double week_hours;     /* open a week; NaN where not known */
  double running_cost;   /* pounds a year; NaN where not known */
  double floor_area;     /* square metres; NaN where not known */
  double visits;         /* a year, the newest whole period there is; NaN where not known */
  char *visits_period;   /* "2023-24"; NULL where not known */
  char *rural_urban, *rural_urban_title; /* "C1", "Urban city and town"; NULL where not known */
  GPtrArray *figures;    /* of BlFactsFigure, in document order, shared by reference; NULL: none */
  gboolean day_known[7]; /* Monday first: whether its times of opening are known, and they: */
  BlOpeningDay days[7];
} BlFactsLibrary;

/* The figure of @library of that kind and period, or the newest where @period is NULL (whole
 * periods before part ones); NULL when there is none or its number is not known. */
const BlFactsFigure *bl_facts_library_figure (const BlFactsLibrary *library, BlFigureKind kind, const char *period);

/**
 * BlFactsTravel: a ready-made table of travel times.
 */
typedef struct
{
  char *name, *title, *when, *source, *date, *licence;
  BlTravelBy by;
  guint n_columns;
  struct
  {
    int library;            /* index, or -1: of none of the project's libraries */
    char *name;             /* as the source has it; may be NULL */
    const double *minutes;  /* n_areas; NaN where not in the source */
  } *columns;
} BlFactsTravel;

/**
 * BlFactsUse: who uses which library, by area (use.h).
 */
typedef struct
{
  char *name, *title, *what, *source, *date, *licence;
  guint suppressed_below;   /* counts under this were not given; 0 where not known */
  guint n_columns;
  struct
  {
    int library;            /* index, or -1: of none of the project's libraries */
    char *name;             /* as the source has it; may be NULL */
    const double *counts;   /* n_areas; NaN where none was recorded */
    const double *suppressed; /* n_areas: counts that were not given there; NaN or NULL: none */
    double elsewhere, nowhere; /* people who live outside the areas; without an area */
    guint elsewhere_suppressed;
  } *columns;
} BlFactsUse;

/**
 * BlFactsStop: a stop of a mobile library.
 */
typedef struct
{
  char *id, *name, *vehicle, *route;
  char *frequency, *exceptions;   /* as imported; visit-rule.h reads them */
  gboolean open_to_all;           /* of type "Public", or of no type */
  gboolean located;
  BlPoint point;                  /* where located */
  double minutes;                 /* of one visit; NaN where not known */
  guint32 start, end;             /* first and last day, Julian; 0 where not known */
} BlFactsStop;

/**
 * BlFactsSource: where figures of the project come from. NULL is not known.
 */
typedef struct
{
  char *what;    /* "Libraries", "Outlines of areas", a value's title */
  char *source, *date, *licence;
} BlFactsSource;

/**
 * BlFacts: an immutable snapshot, safe to read from any thread. Reference
 * counted (atomically).
 */
typedef struct _BlFacts BlFacts;
struct _BlFacts
{
  guint64 revision;
  int year;
  char *title, *service, *service_code;
  /* Areas, in document order. */
  guint n_areas;
  const char *const *codes;
  const char *const *names;      /* NULL entries where not known; NULL when no names */
  BlPoint *points;               /* representative: weighted centroid, else polygon's centroid; NaN when neither */
  gboolean points_weighted;      /* all located areas have population-weighted points */
  const BlOutlines *outlines;    /* NULL when there are none */
  /* The value called "population": n_areas, NaN where not known; NULL when there is none. */
  const double *population;
  double total_population;       /* of known areas */
  guint unknown_population;      /* areas without */
  /* Libraries of the service then the neighbouring ones, in document order. */
  guint n_libraries;
  BlFactsLibrary *libraries;
  /* What a scenario costs beside its libraries' running: of nothing but bl_scenario_apply(). */
  double stops_cost;             /* pounds a year of the stops it adds, where known */
  guint stops_cost_unknown;      /* stops it adds without */
  double once_cost;              /* pounds, once */
  guint once_cost_unknown;       /* changes that do not say */
  /* Values, in document order. */
  guint n_values;
  struct
  {
    char *name, *title, *unit, *source, *date, *licence, *geography;
    BlValueKind kind;
    const double *numbers;       /* n_areas */
    guint unknown;
  } *values;
  guint n_travel;
  BlFactsTravel *travel;
  guint n_uses;
  BlFactsUse *uses;
  guint n_stops;
  BlFactsStop *stops;
  /* The road network, made ready when it is first travelled on; NULL when there is none. */
  BlRoutes *routes;
  char *network_name;            /* NULL when there is none */
  /* Saved groups. */
  guint n_groups;
  struct
  {
    char *name, *title, *definition;
  } *groups;
  /* Whose figures these are: libraries, areas, their points and outlines, then
   * each value, then the rest; the same source of several things is one entry for each. Of BlFactsSource. */
  GPtrArray *sources;
  char *sample_note;             /* what in a sample is made up; NULL when nothing is */
  /*< private >*/
  GPtrArray *tables;
  GHashTable *area_rows; /* row + 1 by code; read only */
  BlFacts *base;         /* whose arrays these are, where only libraries and stops are its own */
  gatomicrefcount ref_count;
};

BlFacts *bl_facts_new (BlProject *project);
/* What was made ready of the road network for @before serves @facts too, where it is the same. */
void bl_facts_take_over (BlFacts *facts, const BlFacts *before);
BlFacts *bl_facts_ref (BlFacts *facts);
void bl_facts_unref (BlFacts *facts);
/* The same with libraries of its own, copied, and room for @n_more empty ones behind
 * them (counted in n_libraries already, for the caller to fill), and stops of its own. All else
 * is shared with @facts. */
BlFacts *bl_facts_copy_with_libraries (const BlFacts *facts, guint n_more);
/* @library as a library's record says, in the facts' year; takes no reference. */
void bl_facts_library_take (BlFactsLibrary *taken, BlLibrary *library, int year, gboolean nearby);
void bl_facts_library_clear (BlFactsLibrary *library);
/* Days and hours of @record (a library, or a change of hours) over those of @library; days it
 * does not give are left; where it gives only hours a week, on which days is not known. */
void bl_facts_library_set_hours (BlFactsLibrary *library, BlRecord *record);
/* Whether it is open at that minute of the week (Monday 00:00 is 0); FALSE in
 * @known (may be NULL) where the times of that day are not. */
gboolean bl_facts_library_is_open_at (const BlFactsLibrary *library, guint week_minute, gboolean *known);
/* One more stop, into a copy. */
void bl_facts_append_stop (BlFacts *copy, BlStop *stop);
int bl_facts_find_value (const BlFacts *facts, const char *name);   /* index or -1 */
int bl_facts_find_library (const BlFacts *facts, const char *id);   /* index or -1 */
int bl_facts_find_travel (const BlFacts *facts, const char *name);  /* index or -1 */
int bl_facts_find_use (const BlFacts *facts, const char *name);     /* index or -1 */
int bl_facts_find_area (const BlFacts *facts, const char *code);    /* index or -1 */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlFacts, bl_facts_unref)

G_END_DECLS
