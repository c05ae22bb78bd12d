/* measured.h: a project made by hand, with series in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "observation.h"
#include "project.h"

/* A project of Newcastle with nothing but its service; in an open transaction. */
BlProject *measured_project_new (void);
/* A series of the service; ISO periods. @states may be NULL. */
BlRecord *measured_add_series (BlProject *project, const char *measure, BlPeriodKind kind, const char *const *periods,
                               const double *values, const char *const *states, guint n);
/* Rows of one of newcastle.h's files as series of libraries (made where there is none of that name); "Mobile" is no
 * library. FALSE, with the test skipped, where there is no file. */
gboolean measured_add_file (BlProject *project, const char *file, const char *measure);
