/* results-figures.h: what the project itself knows of a results area of a self-assessment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base-figures.h"
#include "framework-items.h"
#include "peers.h"
#include "project.h"

G_BEGIN_DECLS

/* Indicators of @project that serve @area: those it names, and those that serve its Outcomes; of an area that all seven
 * Outcomes belong to (use, quality, value, equality) those that serve its part of the dictionary instead. In the
 * project's order; of BlIndicator, borrowed. Never NULL. */
GPtrArray *bl_results_list_indicators (BlProject *project, BlResultsArea *area);
/* Whether @indicator serves @area. */
gboolean bl_results_area_is_served (BlResultsArea *area, BlIndicator *indicator);
/* The first of the shipped dictionary that would serve @area and that @project does not have yet, at most @most; of
 * BlIndicator, owned by the dictionary. */
GPtrArray *bl_results_list_possible (BlProject *project, BlDictionary *dictionary, BlResultsArea *area, guint most);
/* How the service stands among those like it, a sentence: by the project's own list, else the published one. NULL: there
 * is no list, or no figure of anybody, or of the service. Main thread. */
char *bl_results_say_comparison (BlBaseFigures *figures, BlProject *project, BlIndicator *indicator);

G_END_DECLS
