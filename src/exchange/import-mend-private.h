/* import-mend-private.h: making mends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "import-plan.h"

G_BEGIN_DECLS

BlImportMend *bl_import_mend_new (guint row, guint line, const char *record, const char *field, const char *reason,
                                  const char *remedy, gboolean accepted);
/* By which a mend is known again when rows are worked through again. */
char *bl_import_mend_key (guint row, const char *field, const char *reason, const char *remedy);

G_END_DECLS
