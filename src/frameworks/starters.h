/* starters.h: the indicators a new project opens with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dictionary.h"
#include "project.h"

G_BEGIN_DECLS

/* The project's indicator of that item, about the whole service and not by parameters of its own; NULL. */
BlIndicator *bl_starters_find (BlProject *project, const char *item);
/* Copies of those that the project has not in any form, in the open transaction; how many. */
guint bl_starters_add (BlProject *project, BlDictionary *dictionary);

G_END_DECLS
