/* main.c: branchline-cli, the engine without a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <locale.h>

#include "branchline-config.h"
#include "command.h"
#include "output.h"
#include "text.h"

const BlCommand *const bl_commands[] = {
  &bl_command_new,        &bl_command_import, &bl_command_info,    &bl_command_check,    &bl_command_access,
  &bl_command_catchments, &bl_command_allocate, &bl_command_needs, &bl_command_indicator, &bl_command_compare, &bl_command_chart, &bl_command_framework, &bl_command_assess, &bl_command_actions, &bl_command_plan, &bl_command_appraise, &bl_command_scenario, &bl_command_map, &bl_command_summary, &bl_command_copy,
  &bl_command_version,
  &bl_command_diff,       &bl_command_merge,  &bl_command_services, &bl_command_schema,  NULL,
};

static void
set_up_language (void)
{
  setlocale (LC_ALL, "");
  /* Names of libraries are UTF-8 wherever we run: a plain C locale would turn them away. */
  if (g_strcmp0 (nl_langinfo (CODESET), "UTF-8") != 0)
    setlocale (LC_CTYPE, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, BL_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static BlExit
show_help (void)
{
  BlOutputTable *table = bl_output_table_new ("ll");

  bl_output_text ("%s\n  branchline-cli %s\n\n%s\n", _("Usage:"), _("COMMAND PROJECT [OPTION…]"), _("Commands:"));
  for (guint i = 0; bl_commands[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("  %s", bl_commands[i]->name);

      bl_output_table_add (table, name, _(bl_commands[i]->summary));
    }
  bl_output_table_finish (table, FALSE);
  bl_output_text ("\n%s\n%s\n",
                  _("Each command says more with --help and answers with one JSON object with --json."),
                  _("It ends with 0 when done, 1 when something checked has faults or is lacking, 2 when wrongly "
                    "used, 3 when a file could not be read or written."));
  return bl_output_finish ();
}

static BlExit
show_unknown (const char *word)
{
  const char *nearest = NULL;
  guint least = 3;

  for (guint i = 0; bl_commands[i] != NULL; i++)
    {
      guint distance = bl_text_distance (word, bl_commands[i]->name);

      if (distance < least)
        {
          least = distance;
          nearest = bl_commands[i]->name;
        }
    }
  if (nearest != NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("There is no command “%s”. Did you mean “%s”?"), word, nearest);
  return bl_command_fail (BL_EXIT_USAGE, _("There is no command “%s”. Try “branchline-cli --help”."), word);
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) words = NULL;
  BlExit exit;

  set_up_language ();
  g_set_prgname ("branchline-cli");
  bl_project_register_kinds ();
  words = g_strdupv (argv + (argc > 0));
  if (words[0] == NULL)
    return (int) bl_command_fail (BL_EXIT_USAGE, _("Say which command. Try “branchline-cli --help”."));
  if (g_str_equal (words[0], "--help") || g_str_equal (words[0], "-h") || g_str_equal (words[0], "help"))
    return (int) show_help ();
  if (g_str_equal (words[0], "--version"))
    {
      bl_output_text ("branchline-cli %s\n", BL_VERSION);
      return (int) bl_output_finish ();
    }
  for (guint i = 0; bl_commands[i] != NULL; i++)
    if (g_str_equal (words[0], bl_commands[i]->name))
      {
        exit = bl_commands[i]->run (words);
        if (exit == BL_EXIT_DONE || (exit == BL_EXIT_FAULTY && bl_commands[i]->answers_faulty))
          {
            BlExit written = bl_output_finish ();

            exit = written != BL_EXIT_DONE ? written : exit;
          }
        return (int) exit;
      }
  return (int) show_unknown (words[0]);
}
