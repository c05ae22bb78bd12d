/* figure-dialog.h: typing in the figure of a period, or mending it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "indicator-study.h"

G_BEGIN_DECLS

/**
 * BlFigureDialog: a plain form for one figure of what the indicator is made of: measure, place, period, figure, state,
 * note. It shows what stands there now and whose figure it is.
 */
#define BL_TYPE_FIGURE_DIALOG (bl_figure_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BlFigureDialog, bl_figure_dialog, BL, FIGURE_DIALOG, AdwWindow)

/* @period: offered; NULL for the one after the newest. */
GtkWidget *bl_figure_dialog_new (GtkWindow *parent, BlIndicatorStudy *study, const BlPeriod *period);

G_END_DECLS
