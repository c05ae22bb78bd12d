/* large-project.h: made-up projects of the size of a county or of England
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "project.h"

/* The small areas of England and its libraries; those of a large county with its neighbours'. */
#define BL_LARGE_AREAS 32844
#define BL_LARGE_LIBRARIES 3308
#define BL_COUNTY_AREAS 900
#define BL_COUNTY_LIBRARIES 70
#define BL_COUNTY_NEARBY 150

/* A project whose areas cover the land with borders of about 60 points each (what the Office for
 * National Statistics publishes as generalised outlines), whose libraries have every field and
 * five standings, and with five figures an area. The same each time. */
BlProject *bl_large_project_new (BlIds *ids, BlClock *clock, guint n_areas, guint n_libraries, guint n_nearby);
