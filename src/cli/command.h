/* command.h: what every command of the command line shares
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dictionary.h"
#include "document.h"
#include "facts.h"
#include "scenario.h"

G_BEGIN_DECLS

/**
 * BlExit: how a command ends. The numbers are a contract.
 */
typedef enum
{
  BL_EXIT_DONE = 0,
  BL_EXIT_FAULTY = 1, /* the thing checked has faults, or the project lacks what the question needs */
  BL_EXIT_USAGE = 2,  /* wrong use */
  BL_EXIT_FILE = 3,   /* could not read or write */
} BlExit;

/**
 * BlCommand: one command; @run gets its own arguments, its name first.
 */
typedef struct
{
  const char *name;
  const char *arguments; /* "PROJECT", shown after the options */
  const char *summary;   /* untranslated, one line, no full stop */
  const char *details;   /* untranslated, or NULL */
  BlExit (*run) (char **arguments);
  gboolean answers_faulty; /* its answer stands when it ends with BL_EXIT_FAULTY too */
} BlCommand;

extern const BlCommand bl_command_new, bl_command_import, bl_command_info, bl_command_check, bl_command_access,
    bl_command_catchments, bl_command_map, bl_command_summary, bl_command_copy, bl_command_version, bl_command_diff,
    bl_command_merge, bl_command_scenario, bl_command_services, bl_command_schema, bl_command_allocate,
    bl_command_needs, bl_command_indicator, bl_command_compare, bl_command_chart, bl_command_framework, bl_command_actions, bl_command_assess, bl_command_plan, bl_command_appraise;
/* All of them in the order of --help, NULL at the end. */
extern const BlCommand *const bl_commands[];

/* Takes the options in @entries (NULL-terminated, "json" is added) out of
 * @arguments, and leaves exactly @n_words words after the command's name, or
 * says what is wrong. @entries may be NULL. */
gboolean bl_command_parse (const BlCommand *command, const GOptionEntry *entries, char ***arguments,
                           guint n_words);
/* The same for from @least to @most words. */
gboolean bl_command_parse_between (const BlCommand *command, const GOptionEntry *entries, char ***arguments,
                                   guint least, guint most);
/* Whether --json was given. */
gboolean bl_command_wants_json (void);

/* --- Saying what went wrong: on standard error, one line ------------------- */

/* "branchline-cli: sentence". Answers @exit. */
BlExit bl_command_fail (BlExit exit, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* The same for an error met with @file (may be NULL): "branchline-cli: FILE: sentence",
 * the file once. The answer follows from the error's domain and code. */
BlExit bl_command_fail_error (const GError *error, const char *file);
/* A word that does not stop the work. */
void bl_command_warn (const char *file, const char *message);

/* --- Projects --------------------------------------------------------------- */

/* Opens the project at @path; on failure says so and sets @exit. */
BlDocument *bl_command_open (const char *path, BlExit *exit);
/* The facts of the project at @path; on failure says so and sets @exit. */
BlFacts *bl_command_open_facts (const char *path, BlExit *exit);
/* The same, where nothing of it may be lost: one of which a part could not be read is refused. */
BlDocument *bl_command_open_whole (const char *path, BlExit *exit);
/* The option --author of commands that change a project. */
#define BL_COMMAND_AUTHOR(author) \
  { "author", 0, 0, G_OPTION_ARG_STRING, &author, N_("Who does it: written into what changes"), N_("NAME") }
/* What is done to @project from now on is signed with the --author given; NULL
 * signs nothing. A blank name is wrong use: FALSE. */
gboolean bl_command_sign (BlProject *project, const char *author);
BlExit bl_command_save (BlDocument *document, const char *path);
/* A library of the facts by its id or its name ("Library" at the end may be left
 * out; the service's own before neighbouring ones); what is not there or fits several is wrong use and sets @exit. */
int bl_command_find_library (const BlFacts *facts, const char *text, BlExit *exit);
/* A scenario by its letter, id or title, owned by the project; what is not there or fits several is
 * wrong use and sets @exit. */
BlScenario *bl_command_find_scenario (BlProject *project, const char *text, BlExit *exit);
/* A value by its id, name or title; what is not there or fits several is wrong use and sets @exit. */
int bl_command_find_value (BlProject *project, const BlFacts *facts, const char *text, BlExit *exit);
/* An indicator by its item, name or id: one of the project's, else a copy out of the dictionary (without a parent); what is
 * not there or fits several is wrong use and sets @exit. */
BlIndicator *bl_command_find_indicator (BlProject *project, BlDictionary *dictionary, const char *text, BlExit *exit);
/* Only of the project's, owned by it; NULL where it has none or several (@matches). Says nothing. */
BlIndicator *bl_command_find_own_indicator (BlProject *project, const char *text, guint *matches);

G_END_DECLS
