/* preferences.h: what a person sets once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "context.h"

G_BEGIN_DECLS

#define BL_TYPE_PREFERENCES (bl_preferences_get_type ())
G_DECLARE_FINAL_TYPE (BlPreferences, bl_preferences, BL, PREFERENCES, AdwPreferencesWindow)

GtkWidget *bl_preferences_new (BlContext *context);

G_END_DECLS
