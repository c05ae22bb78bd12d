/* computed-figures.h: base measures that the project's own map and lists tell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "facts.h"

G_BEGIN_DECLS

/**
 * BlComputedFigure: one base measure as the project stands.
 */
typedef struct
{
  double value;    /* NaN where not known */
  double low, high; /* bounds where something it is of is not known; NaN: none */
  char *note;      /* what to know beside it, a sentence; NULL */
  char *lacks;     /* why it is not known, a sentence; NULL */
} BlComputedFigure;

/* Whether @item ("pop_within_1_mile") is one that is computed. */
gboolean bl_computed_figure_is_one (const char *item);
/* @parameters: of an indicator, "distance=3218.688;statutory=yes;others=yes;day=sunday;minutes=30;walk=TABLE", and behind them
 * "catchment=ID" for the people nearest to one library (people within reach, those with one library, distance), NULL for the usual;
 * a word that is not understood is said in @lacks. */
BlComputedFigure *bl_computed_figure_new (BlProject *project, const BlFacts *facts, const char *item,
                                          const char *parameters);
void bl_computed_figure_free (BlComputedFigure *self);
/* The parameters in words, for the indicator's name on the screen: "2 miles, statutory libraries"; NULL for the usual. */
char *bl_computed_parameters_to_text (const char *parameters);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlComputedFigure, bl_computed_figure_free)

G_END_DECLS
