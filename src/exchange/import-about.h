/* import-about.h: where a file on its way in is from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "import-plan.h"

G_BEGIN_DECLS

/**
 * BlImportAbout: each %NULL where not known.
 */
typedef struct
{
  const char *source, *date, *geography, *licence;
} BlImportAbout;

/* What was said, else what is known of a file that was recognised. Texts are the plan's. */
BlImportAbout bl_import_plan_get_about (BlImportPlan *self);
/* What the user says now; a blank takes back what was said, so that what is
 * known of the file counts again. Columns and mends stay as they are. */
void bl_import_plan_set_about (BlImportPlan *self, const BlImportAbout *about);

G_END_DECLS
