/* import-mend-list.h: the rows of a file that need a look, as a file of their own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* @mends of #BlImportMend as CSV (UTF-8 with a byte-order mark, so that
 * spreadsheets read it): row, line, name, field, reason, what will be done,
 * wanted. */
GBytes *bl_import_mend_list_to_csv (GListModel *mends);

G_END_DECLS
