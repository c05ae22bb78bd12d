/* own-indicator.h: an indicator that is in no dictionary
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dictionary.h"

G_BEGIN_DECLS

/* One with what holds where the user says nothing: a count, measured, of the service or a library, by month or
 * financial year, without a wanted direction, of the area "use". Full; no name yet. */
BlIndicator *bl_own_indicator_new (void);
/* Whether @text is a formula over measures of the dictionary; else an error in plain words that names the nearest. */
gboolean bl_own_indicator_check_formula (BlDictionary *dictionary, const char *text, GError **error);

G_END_DECLS
