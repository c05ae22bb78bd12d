/* reference.h: the published facts that come with the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "project.h"

G_BEGIN_DECLS

/**
 * BlReference: services, libraries and small areas of England, from
 * data/reference/. Loaded on first need, a part at a time.
 */
typedef struct _BlReference BlReference;

/**
 * BlReferenceService: a library service: the 153 authorities of April 2023,
 * and the two county services that ended then and still stand in the list of
 * libraries.
 */
typedef struct
{
  char *code, *name;     /* "E08000021", "Newcastle City Council" */
  char *nice_name;       /* "Newcastle upon Tyne" */
  char *other_names;     /* "; " between */
  char *type;            /* "Metropolitan district" */
  gint64 population;     /* latest for the whole service; -1 not known */
  guint libraries, open; /* static libraries, and open in 2023 */
  guint areas;           /* LSOAs */
  gint64 people;         /* in those areas, mid-2019 */
  gboolean ended;        /* it is no more; another service has taken over its libraries */
  char *note;            /* what is special about it, a sentence; NULL for most */
} BlReferenceService;

BlReference *bl_reference_new (GError **error);
void bl_reference_free (BlReference *reference);
/* Array of BlReferenceService*, by name; owned by the reference. */
GPtrArray *bl_reference_get_services (BlReference *reference);
/* By code, then name, nice name or other name, folded; NULL with an error that lists the five nearest. */
const BlReferenceService *bl_reference_find_service (BlReference *reference, const char *text, GError **error);

/* What is known of the libraries of @service for a preview: static ones with a grid reference. */
typedef struct
{
  char *name;
  BlOperation operation;
  gboolean open, statutory;
  BlPoint point;
} BlReferenceLibrary;
/* Array of BlReferenceLibrary, in the list's order. */
GArray *bl_reference_get_libraries (BlReference *reference, const BlReferenceService *service, GError **error);

/* A small area of @service, for a preview. */
typedef struct
{
  const char *code; /* the reference's */
  BlPoint point;    /* population-weighted centroid */
  double people;    /* mid-2019; NaN where not known */
} BlReferenceArea;
/* Array of BlReferenceArea, in order of code. */
GArray *bl_reference_get_area_points (BlReference *reference, const BlReferenceService *service, GError **error);

/* Gives @project its service record: code, name, other names, population. In the open
 * transaction, or one of its own when none is open. */
void bl_reference_fill_service (const BlReferenceService *service, BlProject *project);
/* Puts the service, its libraries, neighbours within 40 km, areas as points and values
 * (population, aged_0_15, aged_16_59, aged_60_plus, imd_decile, imd_rank) into @project, in the open
 * transaction, or one of its own when none is open. */
gboolean bl_reference_fill (BlReference *reference, const BlReferenceService *service, BlProject *project,
                            GError **error);
/* Sources with date, licence and attribution of what fill() brings, for people: array of char*. */
GPtrArray *bl_reference_get_sources (BlReference *reference);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlReference, bl_reference_free)

G_END_DECLS
