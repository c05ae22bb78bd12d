/* group.h: a saved group of people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/* Kind "group". Fields: name, title, definition ("imd_decile<=2"). */
#define BL_TYPE_GROUP (bl_group_get_type ())
G_DECLARE_FINAL_TYPE (BlGroup, bl_group, BL, GROUP, BlRecord)
BlGroup *bl_group_new (const char *id);

G_END_DECLS
