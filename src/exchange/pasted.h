/* pasted.h: what comes from a clipboard or another program, as the text of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange-errors.h"

G_BEGIN_DECLS

/* The most that is taken: more is a file, and is told so. */
#define BL_PASTED_MOST (64u * 1024 * 1024)

/* Text with tabs, commas or semicolons as it stands, without what a spreadsheet puts behind it; of HTML the table with the most
 * cells, as text with commas (cells that span rows stand in each of them). An error (CONTENT) where there is no table in it. */
GBytes *bl_pasted_read (GBytes *bytes, GError **error);

G_END_DECLS
