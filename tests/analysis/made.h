/* made.h: small projects made by hand, for figures one can work out on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "project.h"

/* A project of 2023 in an open transaction: areas "a", "b" … at these places with
 * these people (NULL: no value of population). Commit it when all is in it. */
BlProject *made_project_new (const BlPoint *points, const double *people, guint n_areas);
/* An open static library run by the council; owned by the project. */
BlLibrary *made_library_add (BlProject *project, const char *name, double easting, double northing);
/* A value by area of that kind. */
BlValueSet *made_value_add (BlProject *project, const char *name, BlValueKind kind, const double *numbers,
                            guint n_areas);
/* A table of travel times of one column a library. */
BlRecord *made_travel_add (BlProject *project, const char *name);
void made_travel_column_add (BlRecord *travel, BlLibrary *library, const double *minutes, guint n_areas);
