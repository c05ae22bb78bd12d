/* app-fixture.h: projects and windows for the tests of widgets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/* Called by bl_app_fixture_init(): see app-quarks.c. */
void bl_app_fixture_keep_quarks (void);
/* Starts GTK and libadwaita with the program's style. */
void bl_app_fixture_init (int *argc, char ***argv);

/**
 * A context with the clock of BRANCHLINE_NOW (2026-04-17) and ids of a seed.
 */
BlContext *bl_app_fixture_context (void);

/* Newcastle from the published facts that come with the program. */
BlSession *bl_app_fixture_newcastle (BlContext *context);
/* Three libraries A, B (open) and C (closed in 2013), four areas in a row: see
 * the .c for what follows by hand. */
BlSession *bl_app_fixture_small (BlContext *context);
BlSession *bl_app_fixture_empty (BlContext *context);

/* The record of a library by its name. */
BlLibrary *bl_app_fixture_library (BlSession *session, const char *name);
/* The document as bytes, to compare. */
GBytes *bl_app_fixture_bytes (BlSession *session);
/* Runs the main loop until nothing is pending. */
void bl_app_fixture_settle (void);
/* Runs the main loop until @done (@data) or a minute has passed, which fails. */
void bl_app_fixture_wait (gboolean (*done) (gpointer data), gpointer data);
/* Shows @widget in a window of @width × @height until it has been drawn. The
 * caller destroys the window. */
GtkWidget *bl_app_fixture_show (GtkWidget *widget, int width, int height);
/* Walks all below @widget: whatever takes the keyboard must have a name.
 * Fails with the first that has none. */
void bl_app_fixture_assert_named (GtkWidget *widget);
/* The first widget below @widget of @type, named @name in the template (may be NULL). */
GtkWidget *bl_app_fixture_find (GtkWidget *widget, GType type, const char *name);

/* Calls @test plain, dark, right to left and with text twice as large. */
void bl_app_fixture_in_every_dress (void (*test) (void));

G_END_DECLS
