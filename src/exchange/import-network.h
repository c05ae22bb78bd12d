/* import-network.h: a road network into the project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "import-plan.h"

G_BEGIN_DECLS

/* Reads the roads near the project's areas and libraries and says what is in them. In any thread. */
gboolean bl_import_plan_read_network (BlImportPlan *plan, GCancellable *cancellable, GError **error);

G_END_DECLS
