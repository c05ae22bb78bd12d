/* assess-files.h: sending members what they are asked, and taking in what comes back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "assessment-study.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlAssessFiles: a response file for each member who rates, and taking in those that come back, by choosing them or
 * dropping them. Actions: "files.save" (string: id of a member), "files.save-all", "files.take-in".
 */
#define BL_TYPE_ASSESS_FILES (bl_assess_files_get_type ())
G_DECLARE_FINAL_TYPE (BlAssessFiles, bl_assess_files, BL, ASSESS_FILES, AdwBin)

/* @study: of now; NULL: nothing is shown. Called again after each change. */
void bl_assess_files_show (BlAssessFiles *self, BlSession *session, const BlAssessStudy *study);
/* Writes the response file of @member to @path and notes the day. */
gboolean bl_assess_files_write (BlAssessFiles *self, BlAssessmentMember *member, const char *path, GError **error);
/* One for each that rates, into @folder; how many were written. An error of the first that could not be. */
guint bl_assess_files_write_all (BlAssessFiles *self, const char *folder, GError **error);

G_END_DECLS
