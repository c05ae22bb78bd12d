/* overview-figures.h: what the overview page says, before it is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "key-figures.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlOverviewPart: how far one part of the evidence is filled.
 */
typedef struct
{
  const char *title;  /* translated */
  double share;       /* 0–1 */
  char *note;         /* "19 of 20 libraries" */
} BlOverviewPart;

/**
 * BlOverviewStep: something to do next, with the place where it is done.
 */
typedef struct
{
  char *title, *why;
  const char *icon;
  const char *action;  /* of the window: "win.show-libraries" */
  int library_state;   /* BlLibraryState to show there, or -1 */
} BlOverviewStep;

/**
 * BlOverviewOld: figures for which newer ones are published.
 */
typedef struct
{
  char *title, *note;
  char *value;   /* name of the value, NULL for libraries */
  guint years;   /* old, whole */
} BlOverviewOld;

#define BL_OVERVIEW_PARTS 6

/**
 * BlOverviewFigures: answers about every open library of the service, whatever
 * is chosen on the map.
 */
typedef struct
{
  BlKeyFigures *all;        /* every open library counts */
  BlKeyFigures *statutory;  /* only statutory ones do */
  BlAccess *access;         /* by area, for the map; NULL where all->lacks */
  guint cost_unknown;       /* open libraries without a running cost */
  char *population_date;    /* NULL: not known */
  BlOverviewPart parts[BL_OVERVIEW_PARTS];
  GPtrArray *steps;         /* BlOverviewStep */
  GPtrArray *old;           /* BlOverviewOld, oldest first */
} BlOverviewFigures;

BlOverviewFigures *bl_overview_figures_new (BlSession *session);
void bl_overview_figures_free (BlOverviewFigures *figures);
/* "4 of 6 parts of the evidence are complete". */
char *bl_overview_figures_describe_parts (const BlOverviewFigures *figures);

/* Figures of @facts that are past their date on the day @today (Julian). */
GPtrArray *bl_overview_find_old (const BlFacts *facts, guint32 today);
/* The day in the middle of what a date in words means ("mid-2019", "2019",
 * "31 December 2023"); FALSE when it names no year. */
gboolean bl_overview_parse_date (const char *text, guint32 *julian);
/* What is to be done next, most pressing first. */
GPtrArray *bl_overview_find_steps (BlSession *session, const BlKeyFigures *figures, guint cost_unknown);

/* Adds, or puts in place of the one there is, the step to look at @n indicators, of which @first is the first; none where @n is 0. */
void bl_overview_add_indicator_step (GPtrArray *steps, guint n, const char *first);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlOverviewFigures, bl_overview_figures_free)

G_END_DECLS
