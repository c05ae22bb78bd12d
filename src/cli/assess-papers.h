/* assess-papers.h: branchline-cli assess export: what leaves the program of a self-assessment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "assessment.h"
#include "command.h"

G_BEGIN_DECLS

/**
 * BlAssessPapers: what the options say.
 */
typedef struct
{
  char *out;
  gboolean summary, agenda, script, forms; /* none: the write-up */
  gboolean for_others, radar;
} BlAssessPapers;

BlExit bl_assess_papers_export (BlProject *project, BlAssessment *assessment, const BlAssessPapers *options);

G_END_DECLS
