/* import-figures.h: what the figures in a file's columns are called and how they are measured
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "import-plan.h"

G_BEGIN_DECLS

/**
 * BlImportFigure: a column that becomes a figure for each area. Texts are the
 * plan's; @title and @unit %NULL where there is none.
 */
typedef struct
{
  const char *name;  /* "imd_decile" */
  const char *title; /* "Deprivation (IMD 2019)" */
  const char *unit;
  BlValueKind kind;
} BlImportFigure;

/* FALSE when @column does not become a figure. */
gboolean bl_import_plan_get_figure (BlImportPlan *self, guint column, BlImportFigure *figure);
/* What the user says: its name (letters, digits and “_”, no other column's),
 * title (blank: the proposed one) and kind (UNKNOWN: the proposed one). The
 * unit is not asked. On error nothing changed. */
gboolean bl_import_plan_set_figure (BlImportPlan *self, guint column, const BlImportFigure *figure, GError **error);

/* For import-values.c: what was said of @column, or %NULL. */
const BlImportFigure *bl_import_plan_get_said_figure (BlImportPlan *self, guint column);
/* For import-figures.c: the figure as import-values.c worked it out. */
typedef struct _BlImportWork BlImportWork;
gboolean bl_import_values_get_figure (const BlImportWork *work, guint column, BlImportFigure *figure);

G_END_DECLS
