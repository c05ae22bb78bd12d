/* scenarios-page-private.h: what the files of the page Scenarios share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "adaptive-bin.h"
#include "map-canvas.h"
#include "map-drag.h"
#include "map-finder.h"
#include "map-ruler.h"
#include "scenario-compare-view.h"
#include "scenario-key.h"
#include "scenario-pane.h"
#include "scenario-strip.h"
#include "scenario-study.h"
#include "scenario-table.h"
#include "scenarios-page.h"

G_BEGIN_DECLS

/**
 * BlPlacing: something is being put on the map. @kind OPEN, MOVE or STOP;
 * UNKNOWN when nothing is.
 */
typedef struct
{
  BlChangeKind kind;
  char *library;     /* MOVE: id; else NULL */
  BlPoint place;     /* where it would be now; MOVE only */
  gboolean placed;   /* somewhere else than where it was */
} BlPlacing;

struct _BlScenariosPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwStatusPage *empty;
  BlAdaptiveBin *bin;
  GtkWidget *toolbar, *drop_downs, *picked, *placing_box, *zooms, *foot, *start_widget, *end_widget, *close_button,
      *move_button, *placing_keep;
  AdwButtonContent *add_content;
  GtkScrolledWindow *choice_scroller;
  GtkBox *choices;
  GtkDropDown *yardstick, *counted;
  GtkSpinner *busy;
  BlScenarioStrip *strip;
  AdwFlap *flap;
  BlScenarioPane *pane;
  GtkOverlay *overlay;
  GtkPaned *paned;
  BlScenarioTable *table;
  GtkStack *views;
  BlScenarioCompareView *compare;
  BlMapCanvas *canvas;
  BlScenarioKey *key;
  BlMapRuler *ruler;
  BlMapFinder *finder;
  GtkMenuButton *finder_button, *menu_button;
  GtkLabel *attribution, *picked_name, *placing_words, *placing_error;
  GtkEntry *placing_entry;

  BlSession *session;
  BlScenarioStudy *study;
  GSimpleActionGroup *group;   /* what the header's menus reach */
  BlMapGeometry *geometry;     /* of the facts of today or, for a moment, of before */
  GCancellable *cancellable;   /* of the geometry on its way */
  BlMapScenario *shown;        /* on the map; NULL: today */
  BlMapDrag *drag;
  GtkGesture *click;           /* puts something there while placing */
  double press_x, press_y;
  BlPlacing placing;
  char *dragged;               /* id of the library under way */
  char *subtitle;
  gboolean pane_shown, pane_wanted, table_shown, compared;
  gboolean showing;            /* widgets are being set by us */
  gboolean reveal;             /* what changes is to be brought into view */
  GtkFileChooserNative *chooser; /* for the report */
  guint layout_source, choice_source;
};

/* scenarios-page-shown.c: what is shown, part by part. */
void bl_scenarios_page_update (BlScenariosPage *self);
void bl_scenarios_page_update_pick (BlScenariosPage *self);
void bl_scenarios_page_update_shading (BlScenariosPage *self);
void bl_scenarios_page_queue_layout (BlScenariosPage *self);
/* Of what lies on the map: indices into the facts as they would be; -1. */
int bl_scenarios_page_get_library (BlScenariosPage *self);
int bl_scenarios_page_get_area (BlScenariosPage *self);
/* The facts that indices on the map are of; NULL while it is being made. */
const BlFacts *bl_scenarios_page_get_map_facts (BlScenariosPage *self);

/* What the pointer rests on; NULL for nothing worth saying. */
char *bl_scenarios_page_get_tip (BlScenariosPage *self, int library, int area);

/* scenarios-page-choice.c: which scenario, yardstick and libraries. */
void bl_scenarios_page_update_choices (BlScenariosPage *self);
void bl_scenarios_page_choose_yardstick (BlScenariosPage *self);
void bl_scenarios_page_choose_counted (BlScenariosPage *self);
/* The one after (1) or before (-1) that is looked at, today among them. */
void bl_scenarios_page_step (BlScenariosPage *self, int by);

/* scenarios-page-placing.c: putting and dragging. */
void bl_scenarios_page_init_placing (BlScenariosPage *self);
void bl_scenarios_page_begin_placing (BlScenariosPage *self, BlChangeKind kind, const char *library);
/* @kept FALSE: all is as before. */
void bl_scenarios_page_end_placing (BlScenariosPage *self, gboolean kept);
void bl_scenarios_page_place_typed (BlScenariosPage *self);
/* Metres eastwards and northwards; FALSE when nothing is being moved. */
gboolean bl_scenarios_page_nudge (BlScenariosPage *self, double east, double north);
gboolean bl_scenarios_page_is_placing (BlScenariosPage *self);
void bl_scenarios_page_update_placing (BlScenariosPage *self);

/* scenarios-page-report.c: PDF or HTML by the ending of @path; or where the person says. */
gboolean bl_scenarios_page_write_report (BlScenariosPage *self, const char *path, GError **error);
void bl_scenarios_page_save_report (BlScenariosPage *self);

/* scenarios-page-actions.c */
void bl_scenarios_page_install_actions (GtkWidgetClass *widget_class);
void bl_scenarios_page_init_group (BlScenariosPage *self);
void bl_scenarios_page_update_actions (BlScenariosPage *self);
/* Leads to where the running cost that is missing is typed. */
void bl_scenarios_page_want_cost (BlScenariosPage *self);
/* The scenario looked at; where today is, a new one. */
BlScenario *bl_scenarios_page_need_scenario (BlScenariosPage *self);

G_END_DECLS
