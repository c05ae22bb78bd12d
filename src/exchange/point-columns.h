/* point-columns.h: two columns of numbers to places on the National Grid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange-errors.h"
#include "table.h"

G_BEGIN_DECLS

/**
 * BlPointReader: from a coordinate system to EPSG:27700.
 */
typedef struct _BlPointReader BlPointReader;

/* @crs: "EPSG:27700", "EPSG:4326", any that PROJ knows; NULL takes degrees
 * where @x and @y of the first row could be degrees, metres of the National Grid otherwise. */
BlPointReader *bl_point_reader_new (const char *crs, double x, double y, GError **error);
void bl_point_reader_free (BlPointReader *reader);
/* FALSE when the point cannot be brought to the Grid. To 0.1 m. */
gboolean bl_point_reader_read (BlPointReader *reader, double x, double y, BlPoint *point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlPointReader, bl_point_reader_free)

G_END_DECLS
