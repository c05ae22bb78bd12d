/* map-print.h: a map with all that must travel with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "area-value.h"
#include "consequences.h"
#include "map-picture.h"

G_BEGIN_DECLS

#define BL_MAP_PRINT_WIDTH 842.0 /* A4 on its side, points */
#define BL_MAP_PRINT_HEIGHT 595.0
#define BL_MAP_PRINT_DOTS 2.5    /* a point, of a PNG: about 180 an inch on A4 */

/**
 * BlMapAsked: what is to be shown. All zero: plain areas and open libraries.
 */
typedef struct
{
  BlProject *project;       /* for indices of need; NULL: none is asked for */
  const BlNeedsQuestion *needs; /* an index of need instead of @value, stored or not, called: */
  const char *needs_title;
  const char *value;        /* name as bl_area_value_new() has them; NULL: none */
  const char *second;       /* with @value: a map of both */
  const BlClassRule *rule;  /* NULL: the usual */
  BlAccessQuestion question; /* which libraries count, by what means; its limits are not used */
  const double *minutes;    /* rings */
  guint n_minutes;
  const BlOutlines *rings;  /* outlines of what is reached, a row for each of @minutes; NULL: in a straight line */
  const char *library;      /* id of the picked one: its catchment; NULL: none */
} BlMapAsked;

/**
 * BlMapPrint: a map ready to be painted. What a page adds (an overlay, rows of a
 * legend, other symbols) goes into @picture before it is.
 */
typedef struct
{
  BlMapPicture picture;
  char *title;      /* whose map it is */
  char *shows;      /* what it shows: the legend's title, or what a page says */
  char *finding;    /* a sentence; NULL */
  char *state;      /* "Open libraries in 2023" */
  char *sources;    /* whose figures they are and under what licence */
  BlFacts *facts;
  BlAccess *access; /* NULL where nothing is known of the way to a library, or nothing asked for it */
  BlAreaValue *value, *second;
  BlClasses *classes;
  BlTwoWay *two_way;
  /*< private >*/
  BlMapRings rings;
  BlMapShape *ring_shape;
  BlPoint *centres;
  char *ring_labels[BL_MAP_RINGS_MAX];
  char *note;
  BlMapFill fill;
  gpointer more;
  GDestroyNotify free_more;
} BlMapPrint;

/* Errors: ASKED and LACKS of BL_ANALYSIS_ERROR, LACKS of BL_REPORT_ERROR where there are no areas. */
BlMapPrint *bl_map_print_new (BlFacts *facts, const BlMapAsked *asked, GError **error);
/* What a scenario changes: areas by effect, libraries as they would be, where people go. @changed and
 * @consequences are as bl_scenario_apply() and bl_consequences_compute() have them, asked by @question; @title is the scenario's. */
BlMapPrint *bl_map_print_new_difference (BlFacts *today, const BlFacts *changed, const BlConsequences *consequences,
                                         const BlAccessQuestion *question, const char *title, GError **error);
/* Colours the areas by @fill, which is copied: catchments, say, that no legend explains but @shows and @note do. */
void bl_map_print_set_fill (BlMapPrint *self, const BlMapFill *fill, const char *shows, const char *note);
void bl_map_print_free (BlMapPrint *self);
/* Title above, sources below. */
void bl_map_print_paint (const BlMapPrint *self, cairo_t *cr, double width, double height);

/* @ending: "png", "svg" or "pdf"; @dots a point, of a PNG. */
GBytes *bl_map_print_to_bytes (const BlMapPrint *self, const char *ending, double dots, GError **error);
/* By the ending of @path. All or nothing. */
gboolean bl_map_print_write (const BlMapPrint *self, const char *path, double dots, GError **error);
/* Whether @path ends in one of the three; else a KIND error. */
gboolean bl_map_print_check_path (const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlMapPrint, bl_map_print_free)

G_END_DECLS
