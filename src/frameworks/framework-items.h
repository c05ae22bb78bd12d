/* framework-items.h: frameworks to assess by: those shipped, and finding what is in one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "assessment.h"
#include "ids.h"

G_BEGIN_DECLS

/* The names of those shipped, the usual first; NULL-terminated. */
const char *const *bl_framework_get_shipped (void);
/* One of those, read anew. An error where the file is missing or damaged, or there is none of that name. */
BlFramework *bl_framework_load (const char *item, GError **error);
/* From the bytes of such a file; a fault in it is an error. */
BlFramework *bl_framework_read (const char *xml, gsize length, const char *name, GError **error);
/* A copy for another document, with ids of its own. */
BlFramework *bl_framework_copy (BlFramework *self, BlIds *ids);
/* SHA-256 in hexadecimal digits of all its words and rules: not of ids, nor of who changed it. g_free(). */
char *bl_framework_make_checksum (BlFramework *self);

/* All owned by the framework; NULL where there is none of that name. */
BlCriterion *bl_framework_find_criterion (BlFramework *self, const char *item);
BlCharacteristic *bl_framework_find_characteristic (BlFramework *self, const char *item);
BlCharacteristic *bl_framework_find_characteristic_of (BlFramework *self, const char *criterion);
BlResultsArea *bl_framework_find_area (BlFramework *self, const char *item);
BlScaleOfLevels *bl_framework_find_scale (BlFramework *self, const char *item);
/* The usual one of "criteria" or "results"; the first of that use where none is marked. */
BlScaleOfLevels *bl_framework_find_usual_scale (BlFramework *self, const char *use);
BlScaleLevel *bl_framework_find_level (BlFramework *self, const char *item);
BlScript *bl_framework_find_script (BlFramework *self, const char *item);
BlScriptEntry *bl_framework_find_entry (BlFramework *self, const char *script, const char *entry);
/* Title of a criterion, characteristic, results area or level; @item itself where there is none of it. */
const char *bl_framework_get_title (BlFramework *self, const char *item);

/* Arrays of borrowed records, in the framework's order. @short_route: only those of the short route. */
GPtrArray *bl_framework_list_criteria (BlFramework *self, gboolean short_route);
GPtrArray *bl_framework_list_characteristics (BlFramework *self);
GPtrArray *bl_framework_list_areas (BlFramework *self, gboolean short_route);
GPtrArray *bl_framework_list_routes (BlFramework *self); /* of BlScript */
/* Levels of a scale with a number, lowest first, then those without. */
GPtrArray *bl_framework_list_levels (BlScaleOfLevels *scale);
/* Items of the dictionary of indicators that @record (a criterion, results area or measure) is linked to, in its order;
 * of an area those of its measures too, each once. NULL-terminated; empty where there are none. g_strfreev(). */
char **bl_framework_list_indicators (gpointer record);
/* Whether @route ("route-90") takes only the short route's criteria. */
gboolean bl_framework_is_short_route (BlFramework *self, const char *route);

G_END_DECLS
