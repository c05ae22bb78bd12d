/* base-figures.h: base measures of a project, over time, wherever they come from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dictionary.h"
#include "facts.h"
#include "observation.h"

G_BEGIN_DECLS

/**
 * BlPlaceAsked: whose figures. With @library that library's; with @code that authority's, of a comparison (the service's own too, as published
 * beside the others, before its own series); with neither the service's.
 */
typedef struct
{
  const char *library; /* id of a library of the project, or the name of a point that is no library ("Mobile"); NULL */
  const char *code;    /* GSS; NULL */
} BlPlaceAsked;

/**
 * BlBaseFigures: the base measures of a project as they are now, each worked out when first asked for and
 * kept. Main thread, and only while the project stays as it is (bl_base_figures_is_current()).
 */
typedef struct _BlBaseFigures BlBaseFigures;

/**
 * BlBaseFigure: one measure at one place. Never without values: where there is nothing, no items.
 */
typedef struct
{
  BlObservations *values;   /* of the kind asked for; n is 0 where nothing is known */
  BlObservations *parts;    /* shorter ones they are made of; NULL */
  GPtrArray *places;        /* of BlObservations: by place, of the kind of @parts (else of @values); empty: not by place */
  GPtrArray *place_names;   /* of char *, as long: "Gosforth Library" */
  GPtrArray *place_ids;     /* of char *, as long: id of the library, or the point's name */
  char *source;             /* whose figures, and of when, in words; NULL */
  char *note;               /* what to know beside it, as a sentence ("Population of mid-2019."); NULL */
  char *lacks;              /* why nothing is known, as a sentence; NULL */
} BlBaseFigure;

/* @facts: a snapshot of the project, for what the map tells; NULL: taken when needed. */
BlBaseFigures *bl_base_figures_new (BlProject *project, BlFacts *facts, BlDictionary *dictionary);
void bl_base_figures_free (BlBaseFigures *self);
gboolean bl_base_figures_is_current (const BlBaseFigures *self);
BlProject *bl_base_figures_get_project (const BlBaseFigures *self);
BlDictionary *bl_base_figures_get_dictionary (const BlBaseFigures *self);
BlFacts *bl_base_figures_get_facts (BlBaseFigures *self);

/* The measure @item (or an indicator's item that has series of its own) by periods of @kind. Never NULL, owned by @self. */
const BlBaseFigure *bl_base_figures_get (BlBaseFigures *self, const char *item, const BlPlaceAsked *place, BlPeriodKind kind);
/* What the project's own map and lists tell of it by @parameters (computed-figures.h; NULL: the usual), whatever else is known: numerator and denominator
 * of a share must come from the same map. */
const BlBaseFigure *bl_base_figures_get_of_map (BlBaseFigures *self, const char *item, const char *parameters);
/* Whether a point of that name that is no library ("Mobile") has figures. */
gboolean bl_base_figures_has_point (BlBaseFigures *self, const char *name);
/* Whether there is a series or a comparison of that name. */
gboolean bl_base_figures_has_series (BlBaseFigures *self, const char *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlBaseFigures, bl_base_figures_free)

G_END_DECLS
