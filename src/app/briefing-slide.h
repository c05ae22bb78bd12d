/* briefing-slide.h: one thing that is shown to councillors, with its words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart.h"
#include "indicator-values.h"
#include "map-print.h"
#include "scenario-picture.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlBriefingFigure: a large number and what it counts.
 */
typedef struct
{
  char *figure;      /* "9,146" */
  char *words;       /* "would lose one within a mile" */
  gboolean worse;    /* in the colour of loss: its words say it too */
} BlBriefingFigure;

/**
 * BlBriefingNote: something for who speaks.
 */
typedef struct
{
  char *heading;     /* "What to say" */
  char *text;
} BlBriefingNote;

/**
 * BlBriefingSlide: made when it is first shown, and then only read.
 */
typedef struct
{
  grefcount refs;
  char *key;         /* "access", "map", "needs", "scenario:ID", "indicator:ID", "peers:ID" */
  char *title;       /* the finding, ten words or fewer; never NULL */
  char *sentence;    /* NULL */
  char *doubt;       /* what could make it otherwise; NULL */
  char *source;      /* NULL */
  GArray *figures;   /* of BlBriefingFigure */
  GPtrArray *questions; /* of char *: good ones to ask */
  GArray *notes;     /* of BlBriefingNote */
  BlMapPrint *map;   /* drawn; NULL */
  BlScenarioPicture *picture; /* drawn instead, with the legend of @map; NULL */
  BlFacts *facts;    /* drawn, who lives beyond a mile by: */
  BlAccess *access;  /* NULL */
  BlChart *chart;    /* drawn, where there is no map; NULL */
  BlChart *table;    /* whose table is shown instead; NULL: there is none */
} BlBriefingSlide;

BlBriefingSlide *bl_briefing_slide_new (const char *key);
BlBriefingSlide *bl_briefing_slide_ref (BlBriefingSlide *self);
void bl_briefing_slide_unref (BlBriefingSlide *self);
void bl_briefing_slide_add_figure (BlBriefingSlide *self, const char *figure, const char *words, gboolean worse);
/* Nothing is added for NULL and "". */
void bl_briefing_slide_add_question (BlBriefingSlide *self, const char *question);
void bl_briefing_slide_add_note (BlBriefingSlide *self, const char *heading, const char *text);
/* The figures as a table, where nothing better is there. */
void bl_briefing_slide_table_figures (BlBriefingSlide *self);
/* All that is said, for who hears it: sentence, figures, doubt. */
char *bl_briefing_slide_say (const BlBriefingSlide *self);

/* Keys of the slides that can be made of the project as it is, in the order they are shown: of char *. @first: the
 * one to begin with (put in front where it is none of the others but can be made); NULL. */
GPtrArray *bl_briefing_slides_find (BlSession *session, const char *first);
/* The slide of @key; never NULL: where it cannot be made, it says why. Main thread. */
BlBriefingSlide *bl_briefing_slide_make (BlSession *session, const char *key);

/* briefing-slide-scenario.c, briefing-slide-indicator.c */
void bl_briefing_slide_fill_scenario (BlBriefingSlide *self, BlSession *session, const char *id);
void bl_briefing_slide_fill_indicator (BlBriefingSlide *self, BlSession *session, const char *id);
void bl_briefing_slide_fill_peers (BlBriefingSlide *self, BlSession *session, const char *id);
/* Whether there is no more than one value, which is no chart. */
gboolean bl_briefing_slide_is_one_figure (const BlIndicatorValues *values);
/* Whether anything is known to set beside that indicator of others. */
gboolean bl_briefing_slide_has_peers (BlSession *session, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlBriefingSlide, bl_briefing_slide_unref)

G_END_DECLS
