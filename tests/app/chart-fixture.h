/* chart-fixture.h: charts and keys for the tests of their widgets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "chart.h"

G_BEGIN_DECLS

/* @n months of visits from April 2022: 100, 200 …; May 2022 has no data, June 2022 is an estimate, a note stands at
 * July 2022; with finding, sentence, doubt and source. Row i of the table is month i. */
BlChart *chart_fixture_months (guint n);
/* Three lying bars: Leeds 30, Newcastle 20 (in another mark), Bristol 10. */
BlChart *chart_fixture_bars (void);
/* @n_panels of them with @n months each. */
BlChart *chart_fixture_multiples (guint n_panels, guint n);
/* Presses @key where @widget has the keyboard, by what its class has bound; whether something answered. */
gboolean chart_fixture_press (GtkWidget *widget, guint key, GdkModifierType modifiers);

G_END_DECLS
