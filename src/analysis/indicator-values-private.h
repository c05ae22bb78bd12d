/* indicator-values-private.h: parts of indicator-values that its files share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "formula.h"
#include "indicator-values.h"

G_BEGIN_DECLS

/**
 * BlFormulaName: one name of the formula, and what is known of it.
 */
typedef struct
{
  const char *name;
  const BlBaseFigure *figure; /* of the figures; NULL: left out by the parameters, and counts as nought */
  const BlObservations *values;
  BlObservations *owned;      /* where @values are not those of the figure */
  gboolean leads;             /* its periods are those of the indicator */
  gboolean below;             /* stands below a line only */
  gboolean people;            /* counts people */
} BlFormulaName;

typedef struct
{
  BlBaseFigures *figures;
  BlIndicatorValues *values;
  BlFormula *formula;
  guint n;
  BlFormulaName *names;
  BlPlaceAsked place;
  gboolean catchment; /* the place is the areas nearest to the library, not the library */
  GString *notes;
} BlIndicatorWork;

void bl_indicator_work_note (BlIndicatorWork *work, const char *words);
/* The first reason holds. */
void bl_indicator_work_lack (BlIndicatorWork *work, const char *words);
void bl_indicator_work_name_place (BlIndicatorWork *work);
void bl_indicator_work_find_names (BlIndicatorWork *work);
/* What one of the names does not know of a place and month leaves the others too (indicator-content 1.9). */
void bl_indicator_work_cover_the_same (BlIndicatorWork *work);
/* Of when the people were counted. */
void bl_indicator_work_say_vintage (BlIndicatorWork *work, const BlPeriod *newest);
/* The value that goes with @period: its own, the last state in it, or of people and places the nearest there is; NULL: none. */
const BlObservation *bl_formula_name_find (const BlFormulaName *name, const BlPeriod *period);

G_END_DECLS
