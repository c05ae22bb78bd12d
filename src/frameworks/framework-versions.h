/* framework-versions.h: versions of the frameworks in a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "framework-items.h"
#include "project.h"

G_BEGIN_DECLS

/* Self-assessments of the project that were made with @framework; array of borrowed BlAssessment. */
GPtrArray *bl_framework_list_assessments (BlProject *project, BlFramework *framework);
/* Those of them in which something was said (rated, agreed, found, sent out): these keep their version, so that
 * nobody's words come to stand under others. */
GPtrArray *bl_framework_list_kept_by (BlProject *project, BlFramework *framework);
/* Frameworks of the project with the same item, in its order; array of borrowed BlFramework. */
GPtrArray *bl_framework_list_versions (BlProject *project, const char *item);

/* A copy of @from, of the project or shipped, as a further version in the project: the next number after all
 * versions there are of it, "based-on" it, made today, and no longer marked as the official text, which it will not be
 * word for word. In the open transaction; owned by the project. */
BlFramework *bl_framework_add_version (BlProject *project, BlFramework *from);
/* "own-1", or with the next number that no framework of the project is called by. g_free(). */
char *bl_framework_make_name (BlProject *project);
/* A framework of one's own with scales and method of @scales, and one section with nothing in it. In the open
 * transaction; owned by the project. */
BlFramework *bl_framework_add_own (BlProject *project, BlFramework *scales, const char *title);
/* Whether @assessment may be made with another version instead: nothing was said in it yet. */
gboolean bl_framework_may_choose (BlAssessment *assessment);
/* What @record of one version is in @to, another version or copy: the record with the same item, else at the same
 * place; NULL where there is none. */
BlRecord *bl_framework_find_same (BlRecord *record, BlFramework *to);

/* The shipped one of the same item with a higher version than what @framework goes back to; NULL where there is
 * none. Full. */
BlFramework *bl_framework_find_newer (BlProject *project, BlFramework *framework);

G_END_DECLS
