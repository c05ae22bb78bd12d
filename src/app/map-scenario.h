/* map-scenario.h: a scenario laid over the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "consequences.h"
#include "map-geometry.h"
#include "map-names.h"

G_BEGIN_DECLS

/**
 * BlMapScenario: libraries as they would be, what changes for each area, and
 * where people go, in drawing coordinates of BL_MAP_MERCATOR. Immutable,
 * reference counted; main thread.
 */
typedef struct
{
  BlFacts *facts;      /* as they would be: what libraries are indices into */
  guint n_today;       /* those from here on are opened by the scenario */
  guint n_areas;
  BlPoint *libraries;  /* by library; NaN without a place */
  BlPoint *before;     /* by library: where one that moves stands today; else NaN */
  gboolean *closed;    /* by library: open today, and would not be */
  gboolean *told;      /* by library: changed, or people go there: its name stands out */
  BlEffect *effects;   /* by area */
  guint n_flows;
  struct
  {
    guint from, to;
    double width;      /* pixels */
    char *text;        /* "11,154" */
  } *flows;
  /*< private >*/
  grefcount ref_count;
} BlMapScenario;

/* @today: facts of today, whose libraries keep their index in @facts. */
BlMapScenario *bl_map_scenario_new (const BlFacts *today, BlFacts *facts, const BlConsequences *consequences);
BlMapScenario *bl_map_scenario_ref (BlMapScenario *self);
void bl_map_scenario_unref (BlMapScenario *self);

/* The areas that change; those of @geometry, which has today's. */
void bl_map_scenario_paint_areas (const BlMapScenario *self, cairo_t *cr, const BlMapView *view,
                                  const BlMapGeometry *geometry, const BlPalette *palette);
/* Arrows, and dashed lines from where a library stands to where it would. */
void bl_map_scenario_paint_flows (const BlMapScenario *self, cairo_t *cr, const BlMapView *view,
                                  const BlPalette *palette);
/* Where the number of each flow belongs: @names has n_flows of them. */
void bl_map_scenario_place_numbers (const BlMapScenario *self, const BlMapView *view, BlMapName *names);
/* Adds where the arrows are to @boxes (of BlMapBox), for names to keep clear of. */
void bl_map_scenario_add_boxes (const BlMapScenario *self, const BlMapView *view, GArray *boxes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlMapScenario, bl_map_scenario_unref)

G_END_DECLS
