/* indicator-form.h: what an indicator is: its words, its formula, what it serves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * BlIndicatorForm: name, what it means, unit, kind, direction, Outcome, formula and source. Nothing is written: what
 * was typed is asked for by bl_indicator_form_put(). Property "complete" (boolean, notifies): it could be.
 */
#define BL_TYPE_INDICATOR_FORM (bl_indicator_form_get_type ())
G_DECLARE_FINAL_TYPE (BlIndicatorForm, bl_indicator_form, BL, INDICATOR_FORM, AdwBin)

/* @indicator: whose words stand there at first; copied. */
void bl_indicator_form_set (BlIndicatorForm *self, BlSession *session, BlIndicator *indicator);
gboolean bl_indicator_form_get_complete (BlIndicatorForm *self);
/* Writes what differs into @indicator: free, or in an open transaction. */
void bl_indicator_form_put (BlIndicatorForm *self, BlIndicator *indicator);
void bl_indicator_form_focus (BlIndicatorForm *self);

G_END_DECLS
