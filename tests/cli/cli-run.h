/* cli-run.h: runs the real branchline-cli and looks at what it says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * CliRun: what one call of the program came to.
 */
typedef struct
{
  int exit;
  char *out, *err;
  JsonNode *json; /* of standard output, where it is one JSON object */
} CliRun;

/* Takes the program's path from the first argument after GLib's own, and makes
 * a folder for the test's files. Call after g_test_init(). */
void cli_set_up (int argc, char **argv);
/* The path of the program. */
const char *cli_program (void);
/* Removes the folder. */
void cli_tear_down (void);
/* The path of @name in the test's folder. */
char *cli_path (const char *name);

/* Runs the program with these words, NULL at the end. */
CliRun *cli_run (const char *first, ...) G_GNUC_NULL_TERMINATED;
CliRun *cli_run_words (const char *const *words);
/* The same, and it must end with 0 and say nothing on standard error. */
CliRun *cli_run_well (const char *first, ...) G_GNUC_NULL_TERMINATED;
/* The same, and it must end with @exit, say one line on standard error that holds @words, and nothing else. */
void cli_run_badly (int exit, const char *words, const char *first, ...) G_GNUC_NULL_TERMINATED;
void cli_run_free (CliRun *run);

/* What stands at @path, "within.0.percent"; aborts when nothing does. */
JsonNode *cli_at (CliRun *run, const char *path);
double cli_number (CliRun *run, const char *path);
const char *cli_text (CliRun *run, const char *path);
guint cli_length (CliRun *run, const char *path);
gboolean cli_is_null (CliRun *run, const char *path);

/* The bytes of a file, to see that it stayed as it was. */
GBytes *cli_bytes (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliRun, cli_run_free)

G_END_DECLS
