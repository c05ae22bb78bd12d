/* survive.h: whether an answer about scenarios survives another way of counting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "consequences.h"

G_BEGIN_DECLS

/**
 * BlSurviveMeans: one more way to travel, with its matrices where they are
 * there (@today and, by scenario, @changed; NULL: worked out).
 */
typedef struct
{
  BlTravel travel;
  BlTravelMatrix *today;
  BlTravelMatrix **changed;
  guint n_changed;
} BlSurviveMeans;

/* Every way to travel that the project can answer for but the straight line, with its matrices.
 * Array of BlSurviveMeans that owns them. Blocking: by road some tenths of a second each. @asked (may be NULL)
 * with @matrix: one that is there already. */
GArray *bl_survive_find_means (const BlFacts *facts, BlFacts *const *changed, guint n_scenarios, const BlTravel *asked,
                               const BlTravelMatrix *matrix, GCancellable *cancellable, GError **error);

/**
 * BlSurviveTest: one way of counting.
 */
typedef struct
{
  char *title;        /* after "at": "2 miles counting statutory libraries only" */
  BlMeasure measure;
  double limit;
  BlTravel travel;
  gboolean statutory, cross_boundary;
  char *group;        /* whom, as asked for; NULL for everyone */
  double *lost, *gained; /* people, by scenario */
  gboolean same;      /* the answer is that of the test that was asked for */
} BlSurviveTest;

/**
 * BlSurvive: of one scenario the answer is whether some people lose a library in
 * reach (where in the test asked for nobody loses and some gain: whether some
 * gain one). Of several it is their order by the people who lose one, ties too.
 */
typedef struct
{
  guint n_scenarios;
  guint n_tests, n_same;
  BlSurviveTest *tests;
  guint asked;        /* index of the test that the others are held against */
  gboolean about_gain;
} BlSurvive;

/* @question: as the page or the command asks; it becomes a test where it is none of the
 * usual ones: 1,200 m and that 20 % slower and faster, 1, 1.5 and 2 miles; the miles
 * with statutory libraries only where some are not; 1 mile with neighbouring
 * services where there are any; 15 and 30 minutes on foot by road, 15 slower and faster, 10 and 20 by car,
 * 15 by cycle, 30 by a table of travel times, for each of @means; 1 mile for each of @groups
 * only. What cannot be computed is left out; an error when the question itself cannot. */
BlSurvive *bl_survive_compute (const BlFacts *facts, BlFacts *const *changed, guint n_scenarios,
                               const BlAccessQuestion *question, const BlSurviveMeans *means, guint n_means,
                               BlGroupCounts *const *groups, guint n_groups, GCancellable *cancellable,
                               GError **error);
void bl_survive_free (BlSurvive *survive);

/* "Same answer in 9 of 12 tests"; of several scenarios "Same order in 9 of 12 tests". */
char *bl_survive_finding (const BlSurvive *survive);
/* "“Some people lose a library in reach.” It differs at 1.5 miles, at 2 miles and at …" */
char *bl_survive_sentence (const BlSurvive *survive);
/* "At 1.5 miles: nobody loses a library in reach" of one test, for a list of them. */
char *bl_survive_test_sentence (const BlSurvive *survive, guint test);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlSurvive, bl_survive_free)

G_END_DECLS
