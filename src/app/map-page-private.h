/* map-page-private.h: what the files of the page Map share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "adaptive-bin.h"
#include "map-access.h"
#include "map-canvas.h"
#include "map-classing.h"
#include "map-finder.h"
#include "map-key.h"
#include "map-page.h"
#include "map-pane.h"
#include "map-ruler.h"
#include "map-sheet.h"
#include "map-study.h"
#include "map-table.h"

G_BEGIN_DECLS

struct _BlMapPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  BlAdaptiveBin *bin;
  AdwFlap *flap;
  GtkPaned *paned;
  GtkOverlay *overlay;
  BlMapCanvas *canvas;
  BlMapPane *pane;
  GtkStack *drawer;
  BlMapTable *table;
  BlMapAccess *access;
  BlMapSheet *sheet;
  BlMapKey *key;
  BlMapRuler *ruler;
  BlMapFinder *finder;
  BlMapClassing *classing;
  GtkMenuButton *value_button, *options_button, *finder_button, *classing_button;
  GtkLabel *value_label, *attribution, *card_title, *card_people, *card_distance;
  GtkWidget *choosers, *zooms, *foot, *card, *end_widget;

  BlSession *session;
  BlMapStudy *study;
  BlAreaValue *value, *second;  /* what is shown now; NULL where it is no figure */
  BlClasses *classes;           /* of the value; NULL with a second one */
  BlTwoWay *two_way;
  BlMapGeometry *geometry;      /* of the facts of now or, for some tenths of a second, of before */
  GCancellable *cancellable;    /* of the geometry on its way */
  BlMapShading *shading;
  char *subtitle;
  char *lacks; /* why the value asked for is not shown; NULL */
  GMenu *by_menu;
  BlTable *ring_table;            /* by road, of: */
  char *ring_key;
  GCancellable *rings_cancellable;
  gboolean has_place;  /* found by a postcode or a grid reference */
  BlPoint place;       /* of the British National Grid */
  char *place_name;
  gboolean names, one_mile, two_miles, streets, rings, stops;
  gboolean table_shown, pane_shown;
  gboolean table_wanted, pane_wanted; /* where there is room */
  guint layout_source;
};

/* The pick as indices into the facts of now; -1 for none. */
int bl_map_page_get_library (BlMapPage *self);
int bl_map_page_get_area (BlMapPage *self);
/* Whether what lies on the map has the indices of the facts of now. */
gboolean bl_map_page_is_current (BlMapPage *self);

/* What is shown, part by part, from what the session says now. */
/* Other answers: the way, or what counts. */
void bl_map_page_take_answers (BlMapPage *self);
/* Another value, or other groups of it. */
void bl_map_page_take_value (BlMapPage *self);
/* The table's columns and rows. */
void bl_map_page_fill_table (BlMapPage *self);
void bl_map_page_update_pick (BlMapPage *self);
void bl_map_page_update_shading (BlMapPage *self);
void bl_map_page_update_subtitle (BlMapPage *self);
void bl_map_page_update_attribution (BlMapPage *self);
/* Rings by road of what is shown now: NULL until they are there, and the overlay is then done anew. */
BlTable *bl_map_page_ask_rings (BlMapPage *self);
void bl_map_page_forget_rings (BlMapPage *self);
void bl_map_page_update_overlay (BlMapPage *self);
/* Soon: looks where the floating parts are, for the names to keep clear of. */
void bl_map_page_queue_layout (BlMapPage *self);
/* A name on an icon-only menu button stands on the button inside it. */
void bl_map_page_name_menu_button (GtkMenuButton *button, const char *name);

void bl_map_page_install_actions (GtkWidgetClass *widget_class);
/* Enables them by what is picked. */
void bl_map_page_update_actions (BlMapPage *self);
/* Where the card of the picked area stands among the floating parts; FALSE for other widgets. */
gboolean bl_map_page_place_card (BlMapPage *self, GtkWidget *widget, GdkRectangle *place);
/* What the pointer rests on, as a tooltip of the canvas. */
gboolean bl_map_page_show_tip (BlMapPage *self, int x, int y, GtkTooltip *tooltip);
/* The card's words, or hides it. */
void bl_map_page_update_card (BlMapPage *self);

G_END_DECLS
