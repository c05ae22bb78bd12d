/* map-fixture.h: projects for the tests of the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/* Twelve squares of 1 km in three rows of four from 420000, 560000, numbered
 * from the bottom left, with 100, 200 … 1200 people and deciles 1 … 10, 1, 2;
 * no figures for the last. Library "West" (council, statutory) stands in the
 * middle of the first column, "East" (community run, not statutory) in the
 * middle of the last, "Gone" is closed. @outlines FALSE: only the middles. */
BlSession *map_fixture_squares (gboolean outlines);
/* The same libraries and nothing else; or nothing at all. */
BlSession *map_fixture_empty (gboolean libraries);
/* Newcastle from the published facts that come with the program: points only. */
BlSession *map_fixture_newcastle (void);
/* With its outlines; NULL with the test skipped where they are not there. */
BlSession *map_fixture_newcastle_outlines (void);
/* Index of a library in the facts of the session; fails when there is none. */
int map_fixture_library (BlSession *session, const char *name);
/* Runs the main loop until @test says so or 10 s have passed, which fails. */
void map_fixture_wait (gboolean (*test) (gpointer data), gpointer data);

G_END_DECLS
