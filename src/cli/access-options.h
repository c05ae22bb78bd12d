/* access-options.h: which libraries, by which means, at which time and in which scenario
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "access.h"
#include "command.h"

G_BEGIN_DECLS

/**
 * BlAccessOptions: what the options of access and catchments said.
 */
typedef struct
{
  char *by, *at, *scenario;
  gboolean statutory, cross_boundary;
} BlAccessOptions;

void bl_access_options_clear (BlAccessOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BlAccessOptions, bl_access_options_clear)

#define BL_ACCESS_OPTIONS(options) \
  { "by", 0, 0, G_OPTION_ARG_STRING, &(options).by, \
    N_("How people get there: straight, walk, cycle, drive or the name of a table of travel times"), N_("MEANS") }, \
  { "at", 0, 0, G_OPTION_ARG_STRING, &(options).at, \
    N_("Count only libraries that are open then, as “Sat 14:00”"), N_("TIME") }, \
  { "scenario", 0, 0, G_OPTION_ARG_STRING, &(options).scenario, \
    N_("Libraries as this scenario would have them: its letter, id or title"), N_("ID") }, \
  { "statutory", 0, 0, G_OPTION_ARG_NONE, &(options).statutory, N_("Count statutory libraries only"), NULL }, \
  { "cross-boundary", 0, 0, G_OPTION_ARG_NONE, &(options).cross_boundary, \
    N_("Count nearby libraries of other services too"), NULL }

/**
 * BlAccessAsked: the project as asked about.
 */
typedef struct
{
  BlFacts *facts;          /* as the scenario would have them */
  char *scenario_id, *scenario_title; /* NULL for today */
  GPtrArray *faults;       /* of char *: what of the scenario cannot be applied */
  BlAccessQuestion question; /* travel, time and libraries; no limits */
} BlAccessAsked;

/* On failure says so and answers how to end. */
gboolean bl_access_options_open (const BlAccessOptions *options, const char *path, BlAccessAsked *asked, BlExit *exit);
void bl_access_asked_clear (BlAccessAsked *asked);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BlAccessAsked, bl_access_asked_clear)

/* "walk", or the name of a table. */
const char *bl_access_asked_get_by (const BlAccessAsked *asked);
/* "Somerset Council, 2023", the scenario, the means and the time, a line each where it is not the usual one. */
void bl_access_asked_print_heading (const BlAccessAsked *asked);

G_END_DECLS
