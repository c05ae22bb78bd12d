/* framework.c: branchline-cli framework: what one can assess by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "framework-items.h"
#include "framework-output.h"
#include "output.h"

static BlExit
list (void)
{
  const char *const *shipped = bl_framework_get_shipped ();
  g_autoptr (GPtrArray) frameworks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; shipped[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      BlFramework *framework = bl_framework_load (shipped[i], &error);

      if (framework == NULL)
        return bl_command_fail_error (error, NULL);
      g_ptr_array_add (frameworks, framework);
    }
  bl_framework_output_list (frameworks);
  return BL_EXIT_DONE;
}

/* One that is shipped, by its name, or a file. */
static BlFramework *
open_framework (const char *text, BlExit *exit)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = NULL;
  BlFramework *framework;
  gsize length;

  if (g_strv_contains (bl_framework_get_shipped (), text))
    framework = bl_framework_load (text, &error);
  else if (!g_file_test (text, G_FILE_TEST_IS_REGULAR))
    {
      g_autofree char *names = g_strjoinv (", ", (char **) bl_framework_get_shipped ());

      *exit = bl_command_fail (
          BL_EXIT_USAGE, _ ("“%s” is neither a framework of the program (%s) nor a file."), text, names);
      return NULL;
    }
  else
    framework = g_file_get_contents (text, &xml, &length, &error)
                    ? bl_framework_read (xml, length, text, &error)
                    : NULL;
  if (framework == NULL)
    *exit = bl_command_fail_error (error, text);
  return framework;
}

static BlExit
show (const char *text)
{
  BlExit exit = BL_EXIT_DONE;
  g_autoptr (BlFramework) framework = open_framework (text, &exit);

  if (framework != NULL)
    bl_framework_output_show (framework);
  return exit;
}

static BlExit
run (char **arguments)
{
  if (!bl_command_parse_between (&bl_command_framework, NULL, &arguments, 1, 2))
    return BL_EXIT_USAGE;
  if (g_str_equal (arguments[1], "list"))
    return arguments[2] == NULL ? list ()
                                : bl_command_fail (BL_EXIT_USAGE, _ ("“framework list” wants nothing more."));
  if (g_str_equal (arguments[1], "show"))
    return arguments[2] != NULL ? show (arguments[2])
                                : bl_command_fail (BL_EXIT_USAGE, _ ("Say which framework to show."));
  return bl_command_fail (
      BL_EXIT_USAGE, _ ("Nothing called “%s” can be done with frameworks: say list or show."), arguments[1]);
}

const BlCommand bl_command_framework = {
  .name = "framework",
  .arguments = "list|show [FRAMEWORK]",
  .summary = N_ ("Say what one can assess by: frameworks that come with the program, or a file"),
  .details = N_ ("Takes no project. A framework is named by its item (self-assessment-starter) or is the "
                 "path of a file."),
  .run = run,
};
