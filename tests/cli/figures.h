/* figures.h: answers of the program against expected.md
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "../analysis/published.h"
#include "cli-run.h"

G_BEGIN_DECLS

/* An answer of access against the row of @method. */
void figures_check_method (CliRun *run, const PublishedService *service, const char *method);
/* access of @project by methods A, C and E. */
void figures_check_access (const char *project, const PublishedService *service);
/* catchments of @project by method A, with 0-15, 60+ and deciles 1-2. */
void figures_check_catchments (const char *project, const PublishedService *service);
/* access of three groups against percentages within a mile. */
void figures_check_groups (const char *project, double young, double old, double deprived);

G_END_DECLS
