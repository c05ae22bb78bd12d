/* needs-edit.h: changes to indices of need, each a step that can be undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "needs-model.h"

G_BEGIN_DECLS

/* Each stores the preset that is looked at as an index first, in the same step, and looks at
 * the index that comes of it. Nothing is done where the project may not be changed. */
void bl_needs_edit_set_weight (BlNeedsModel *model, guint measure, double weight);
void bl_needs_edit_set_direction (BlNeedsModel *model, guint measure, BlDirection direction);
void bl_needs_edit_add_measure (BlNeedsModel *model, const char *value);
void bl_needs_edit_remove_measure (BlNeedsModel *model, guint measure);
/* All weights by one factor, so that they are 100 together. */
void bl_needs_edit_bring_to_100 (BlNeedsModel *model);
void bl_needs_edit_set_normalise (BlNeedsModel *model, BlNormalise normalise);
/* A blank title changes nothing. */
void bl_needs_edit_rename (BlNeedsModel *model, const char *title);
/* The same measures and weights once more, under "… (copy)". */
void bl_needs_edit_duplicate (BlNeedsModel *model);
/* An index of its own with the starting weights. */
void bl_needs_edit_new (BlNeedsModel *model);
void bl_needs_edit_delete (BlNeedsModel *model);
/* "Our weights, 14 April", by the clock. */
char *bl_needs_edit_new_title (BlNeedsModel *model);

G_END_DECLS
