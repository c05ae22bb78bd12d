/* conflict-row.h: one clash of two people's changes, and the choice between them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "merge.h"

G_BEGIN_DECLS

typedef enum
{
  BL_CONFLICT_CHOICE_NONE,
  BL_CONFLICT_CHOICE_OURS,
  BL_CONFLICT_CHOICE_THEIRS,
} BlConflictChoice;

/**
 * BlConflictRow: says in words what both sides did and offers the two. Signal
 * "chosen". @clash must outlive it.
 */
#define BL_TYPE_CONFLICT_ROW (bl_conflict_row_get_type ())
G_DECLARE_FINAL_TYPE (BlConflictRow, bl_conflict_row, BL, CONFLICT_ROW, AdwBin)

GtkWidget *bl_conflict_row_new (const BlClash *clash);
const BlClash *bl_conflict_row_get_clash (BlConflictRow *self);
BlConflictChoice bl_conflict_row_get_choice (BlConflictRow *self);
void bl_conflict_row_choose (BlConflictRow *self, BlConflictChoice choice);

G_END_DECLS
