/* framework.c: branchline-cli framework: what one can assess by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "check-schema.h"
#include "faults-output.h"
#include "framework-check.h"
#include "framework-load.h"
#include "framework-output.h"
#include "output.h"
#include "record-xml.h"

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

/* --- Checking and comparing -------------------------------------------------------- */

/* The line on which an id stands in the file. */
static guint
line_of (const char *text, const char *id)
{
  g_autofree char *attribute = g_strdup_printf (" id=\"%s\"", id);
  const char *at = text != NULL && id != NULL ? strstr (text, attribute) : NULL;
  guint line = 1;

  for (const char *p = text; at != NULL && (p = memchr (p, '\n', at - p)) != NULL; p++)
    line++;
  return at != NULL ? line : 0;
}

static GPtrArray *
load_shipped (void)
{
  const char *const *shipped = bl_framework_get_shipped ();
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; shipped[i] != NULL; i++)
    {
      BlFramework *framework = bl_framework_load (shipped[i], NULL); /* what is missing is pointed to by nothing */

      if (framework != NULL)
        g_ptr_array_add (all, framework);
    }
  return all;
}

/* A file that is no framework is what check is for: one more fault. */
static void
add_reading (GPtrArray *faults, const char *xml, gsize length, const char *path, BlFramework **framework)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlRecordReading) reading = bl_record_read (BL_TYPE_FRAMEWORK, xml, length, path, NULL, &error);

  if (reading == NULL)
    {
      guint line = 0;
      const char *sentence = bl_check_split_message (error->message, path, &line);

      g_ptr_array_add (faults, bl_fault_new (BL_SEVERITY_ERROR, NULL, NULL, line, "%s", sentence));
      return;
    }
  for (guint i = 0; i < reading->faults->len; i++)
    {
      const BlFault *fault = g_ptr_array_index (reading->faults, i);

      g_ptr_array_add (faults, bl_fault_new (BL_SEVERITY_ERROR, fault->record, fault->field, fault->line, "%s", fault->message));
    }
  *framework = g_object_ref (BL_FRAMEWORK (reading->root));
}

static BlExit
check (const char *path)
{
  g_autoptr (GPtrArray) faults = bl_faults_new (), others = load_shipped ();
  g_autoptr (BlDictionary) dictionary = bl_dictionary_load (NULL);
  g_autoptr (BlFramework) framework = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = NULL;
  gsize length = 0;
  guint errors = 0;
  BlExit exit = BL_EXIT_DONE;

  if (g_strv_contains (bl_framework_get_shipped (), path))
    {
      framework = open_framework (path, &exit);
      if (framework == NULL)
        return exit;
    }
  else if (!g_file_get_contents (path, &xml, &length, &error))
    return bl_command_fail_error (error, path);
  else
    add_reading (faults, xml, length, path, &framework);
  if (framework != NULL)
    {
      g_autoptr (GPtrArray) found = bl_framework_check (framework, others, dictionary);

      for (guint i = 0; i < found->len; i++)
        {
          const BlFault *fault = g_ptr_array_index (found, i);

          g_ptr_array_add (faults, bl_fault_new (fault->severity, fault->record, fault->field, line_of (xml, fault->record),
                                                 "%s", fault->message));
        }
    }
  for (guint i = 0; i < faults->len; i++)
    errors += ((BlFault *) g_ptr_array_index (faults, i))->severity == BL_SEVERITY_ERROR;
  bl_faults_output (path, faults);
  return errors > 0 ? BL_EXIT_FAULTY : BL_EXIT_DONE;
}

static BlExit
compare (const char *before, const char *after)
{
  BlExit exit = BL_EXIT_DONE;
  g_autoptr (BlFramework) first = open_framework (before, &exit), second = NULL;

  if (first != NULL)
    second = open_framework (after, &exit);
  if (second != NULL)
    bl_framework_output_differences (first, second);
  return exit;
}

static BlExit
run_verb (char **arguments, const BlFrameworkLoad *load)
{
  static const struct
  {
    const char *verb;
    guint words;
    const char *wants;
  } verbs[] = { { "list", 0, N_ ("“framework list” wants nothing more.") },
                { "show", 1, N_ ("Say which framework to show.") },
                { "check", 1, N_ ("Say which file to check.") },
                { "compare", 2, N_ ("Say which two frameworks to compare, the earlier first.") },
                { "load", 2, N_ ("Say which project and which file: “framework load PROJECT FILE”.") } };
  const char *verb = arguments[1];
  guint n = g_strv_length (arguments) - 2;

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verb, verbs[i].verb) && n != verbs[i].words)
      return bl_command_fail (BL_EXIT_USAGE, "%s", _ (verbs[i].wants));
  if (g_str_equal (verb, "list"))
    return list ();
  if (g_str_equal (verb, "show"))
    return show (arguments[2]);
  if (g_str_equal (verb, "check"))
    return check (arguments[2]);
  if (g_str_equal (verb, "compare"))
    return compare (arguments[2], arguments[3]);
  if (g_str_equal (verb, "load"))
    return bl_framework_load_file (arguments[2], arguments[3], load);
  return bl_command_fail (BL_EXIT_USAGE,
                          _ ("Nothing called “%s” can be done with frameworks: say list, show, check, compare or load."), verb);
}

static BlExit
run (char **arguments)
{
  g_auto (BlFrameworkLoad) load = { 0 };
  const GOptionEntry entries[]
      = { { "title", 0, 0, G_OPTION_ARG_STRING, &load.title, N_ ("What it is called (of a table, needed)"), N_ ("TITLE") },
          { "source", 0, 0, G_OPTION_ARG_STRING, &load.source, N_ ("Where its text is from"), N_ ("TEXT") },
          { "licence", 0, 0, G_OPTION_ARG_STRING, &load.licence, N_ ("Under which licence"), N_ ("TEXT") },
          { "official", 0, 0, G_OPTION_ARG_NONE, &load.official,
            N_ ("This is the official text, word for word; needs --source"), NULL },
          { "scale", 0, 0, G_OPTION_ARG_STRING, &load.scale, N_ ("Scale to rate on: scale-four (usual) or scale-six"),
            N_ ("ITEM") },
          { "item", 0, 0, G_OPTION_ARG_STRING, &load.item, N_ ("The name other commands know it by (usually own-1)"),
            N_ ("NAME") },
          { "encoding", 0, 0, G_OPTION_ARG_STRING, &load.encoding, N_ ("Encoding of a text file that is not UTF-8"),
            N_ ("NAME") },
          BL_COMMAND_AUTHOR (load.author),
          { NULL } };

  if (!bl_command_parse_between (&bl_command_framework, entries, &arguments, 1, 3))
    return BL_EXIT_USAGE;
  return run_verb (arguments, &load);
}

const BlCommand bl_command_framework = {
  .name = "framework",
  .arguments = "list | show F | check FILE | compare F F | load PROJECT FILE",
  .summary = N_ ("Say what one can assess by, check it, compare versions, load one into a project"),
  .details = N_ ("Takes no project but for load. A framework is named by its item (self-assessment-starter) or is the "
                 "path of a file. Check ends with 1 when something is wrong. Load reads our XML, or a table with a row of "
                 "headings (Characteristic, Criterion, Statement, Excellent, Early days, Questions, Evidence, Outcomes): "
                 "CSV, tabs, XLSX, ODS or HTML."),
  .run = run,
  .answers_faulty = TRUE,
};
