/* diff.c: branchline-cli diff: what differs between two states of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "differences.h"
#include "version-changes.h"

static void
answer_text (GPtrArray *differences, BlRecord *before, BlRecord *after)
{
  g_autofree char *counted = NULL;

  if (differences->len == 0)
    {
      bl_output_text ("%s\n", _("Nothing differs."));
      return;
    }
  bl_differences_say (differences);
  counted = bl_differences_count_by_kind (differences, before, after);
  /* Translators: a number of differences, then what they are in: "3 libraries, 1 figure by area". */
  bl_output_text (ngettext ("\n%u difference: %s.\n", "\n%u differences: %s.\n", differences->len), differences->len,
                  counted);
}

static BlExit
run (char **arguments)
{
  BlExit exit = BL_EXIT_DONE;
  g_autoptr (BlDocument) a = NULL;
  g_autoptr (BlDocument) b = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  BlRecord *before, *after;

  if (!bl_command_parse (&bl_command_diff, NULL, &arguments, 2))
    return BL_EXIT_USAGE;
  a = bl_command_open (arguments[1], &exit);
  if (a == NULL)
    return exit;
  b = bl_command_open (arguments[2], &exit);
  if (b == NULL)
    return exit;
  before = BL_RECORD (bl_document_get_project (a));
  after = BL_RECORD (bl_document_get_project (b));
  if (g_strcmp0 (bl_record_get_id (before), bl_record_get_id (after)) != 0)
    return bl_command_fail (BL_EXIT_USAGE, _("%s: This is not a state of the project in %s but another project."),
                            arguments[2], arguments[1]);
  differences = bl_compare (before, after);
  if (bl_command_wants_json ())
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      bl_differences_build (differences, builder);
      json_builder_end_object (builder);
      bl_json_finish (builder);
    }
  else
    answer_text (differences, before, after);
  return differences->len == 0 ? BL_EXIT_DONE : BL_EXIT_FAULTY;
}

const BlCommand bl_command_diff = {
  .name = "diff",
  .arguments = "A B",
  .summary = N_("Say what differs between two states of a project"),
  .details = N_("A is the earlier one. It ends with 0 when nothing differs and with 1 when something does. Who changed "
                "what and when is no difference"),
  .run = run,
  .answers_faulty = TRUE,
};
