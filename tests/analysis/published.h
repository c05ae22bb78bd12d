/* published.h: projects made straight from the published files, and expected.md
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "../geo/raw-csv.h"
#include "project.h"

/**
 * PublishedService: what of England belongs to one service.
 */
typedef struct
{
  const char *title;               /* heading of its section in expected.md */
  const char *reporting;           /* in the list of libraries */
  const char *districts[5];        /* of its small areas, 2019 codes, NULL-terminated */
  const char *polygons[6];         /* files of its outlines, NULL-terminated */
} PublishedService;

extern const PublishedService published_newcastle, published_somerset;

/* The service with its libraries, neighbours within 40 km, small areas with
 * their population-weighted centroids and values, read from the files as they
 * stand. NULL, with the test skipped, where there are no files. */
BlProject *published_project_new (const PublishedService *service);

/* Cells of the row of a table of expected.md, in the section of @service,
 * whose first cell starts with @first; NULL-terminated. Aborts when there is none. */
char **published_expected_row (const PublishedService *service, const char *first);
/* Rows of the table of catchments: array of char **. */
GPtrArray *published_expected_catchments (const PublishedService *service);
/* "302,820" → 302820; NaN for "None". */
double published_number (const char *cell);
/* Row of the library in the published list: record number + 1. */
gint64 published_row (BlProject *project, const char *library_id);
