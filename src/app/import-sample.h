/* import-sample.h: the first rows of a file, as they stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "import-plan.h"

G_BEGIN_DECLS

/* Fills @grid with the headings and the first rows; FALSE for a file that has
 * none to show (a map). */
gboolean bl_import_sample_fill (GtkGrid *grid, BlImportPlan *plan);

G_END_DECLS
