/* profile-report.h: the profile of a library, on a page or two
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "profile.h"
#include "report.h"

G_BEGIN_DECLS

/**
 * BlProfileReport: what the pages are made of, borrowed.
 */
typedef struct
{
  const BlFacts *facts;
  const BlProfiles *profiles;
  guint row;
  const char *index;  /* title of the index of need; NULL for none */
  guint32 today;      /* Julian */
} BlProfileReport;

BlReport *bl_profile_report_new (const BlProfileReport *about);
/* PDF, or HTML where @path ends so. All or nothing. */
gboolean bl_profile_report_write (const BlProfileReport *about, const char *path, GError **error);

G_END_DECLS
