/* new-project-fixture.h: for the tests of making a project and bringing in files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "context.h"

G_BEGIN_DECLS

/* Starts GTK with fixed time and ids, and a folder of its own for drafts. */
void new_project_fixture_init (int *argc, char ***argv);
/* Nothing waits from an earlier test. */
void new_project_fixture_forget (void);
/* Shows @widget in a window of @width × @height until it has been drawn. The
 * caller destroys the window. */
GtkWidget *new_project_fixture_show (GtkWidget *widget, int width, int height);
void new_project_fixture_settle (void);
/* Runs the main loop until @test says so or 20 s have passed, which fails. */
void new_project_fixture_wait (gboolean (*test) (gpointer data), gpointer data);
/* The first widget below @widget of @type, with the name it has in its template
 * (%NULL: any); fails when there is none. */
GtkWidget *new_project_fixture_find (GtkWidget *widget, GType type, const char *name);
/* Whatever takes the keyboard below @widget must have a name. */
void new_project_fixture_assert_named (GtkWidget *widget);
/* A file of @content in a folder of the test's own. */
GFile *new_project_fixture_file (const char *name, const char *content, gssize length);

G_END_DECLS
