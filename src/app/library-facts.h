/* library-facts.h: what a table or pane says of one library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/**
 * BlLibraryFacts: read off the session's answers for one library.
 */
typedef struct
{
  const char *sort_key;    /* of its name, for strcmp(); good until the next change */
  int year;                /* the project's */
  BlOperation operation;
  gboolean open, statutory;
  gboolean service_point;  /* a static library, or of a type not known */
  gboolean located;
  gboolean hours_known;
  double hours;            /* a week */
  gboolean people_known;
  double people;           /* live nearest to it */
  double within_mile;      /* of those */
  gboolean visits_known;
  double visits;           /* in the newest whole period */
  const char *visits_period; /* "2023-24"; good until the next change */
} BlLibraryFacts;

/* Worked out once after each change, since a table asks thousands of times
 * while it sorts. */
void bl_library_facts_read (BlLibraryFacts *facts, BlSession *session, BlLibrary *library);
/* The most people that are nearest to one library; 0 when not known. */
double bl_library_facts_most_people (BlSession *session);
/* Whether visits to any library of the service are known, and of what period where it is one for all of them. */
gboolean bl_library_facts_find_visits (BlSession *session, const char **period);
/* "Council", "Closed", "Mobile library". */
const char *bl_library_facts_run_by (const BlLibraryFacts *facts, BlLibrary *library);
/* "Closed in 2013", "Not open in 2023". */
char *bl_library_facts_closed_text (const BlLibraryFacts *facts, BlLibrary *library);
/* Where sources disagree about @library: sentences; never blocks. Array of char*. */
GPtrArray *bl_library_facts_doubts (BlLibrary *library);

G_END_DECLS
