/* known-series.h: the series and figures of many authorities that a project has, copied out of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "period.h"
#include "project.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

/* The name of the neighbours that the Office for National Statistics publishes. */
#define BL_NEIGHBOURS_NAME _ ("ONS nearest neighbours")

/**
 * BlKnownSeries: a #BlSeries, or of a #BlComparison what one measure and period has.
 */
typedef struct
{
  char *key;         /* bl_series_key() or bl_comparison_key() */
  GHashTable *rows;  /* ISO period of a series, code of a comparison or neighbour → row + 1 */
  BlTable *values, *lows, *highs, *states; /* NULL: none */
} BlKnownSeries;

/* What makes a series the same as another: its measure, whose it is and how long its periods are. Texts may be NULL. */
char *bl_series_key (const char *measure, const char *library, const char *place, BlGeographyKind geography,
                     BlPeriodKind kind);
char *bl_comparison_key (const char *measure, const char *period);
char *bl_neighbours_key (const char *code);
/* Of a record of the project. */
char *bl_series_key_of (BlRecord *series);

/* By key; of BlKnownSeries. On the thread of the project; any thread may read it. */
GHashTable *bl_known_series_new (BlProject *project);
/* Whether it has these codes, in this order. */
gboolean bl_known_series_is (const BlKnownSeries *self, const char *const *codes, guint n);
/* Whether the value at @row (a period's ISO text, or a code) is there; @same: and is @value, with this interval and
 * state (text of the table; NULL for none). */
gboolean bl_known_series_has (const BlKnownSeries *self, const char *row, double value, double low, double high,
                              const char *state, gboolean *same);

/* The value there; NaN for none. */
double bl_known_series_get (const BlKnownSeries *self, const char *row);

G_END_DECLS
