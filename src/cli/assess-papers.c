/* assess-papers.c: branchline-cli assess export: what leaves the program of a self-assessment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-papers.h"

#include <glib/gi18n-lib.h>

#include "assess-report.h"
#include "clock.h"
#include "output.h"
#include "written.h"

BlExit
bl_assess_papers_export (BlProject *project, BlAssessment *assessment, const BlAssessPapers *options)
{
  g_autoptr (BlDictionary) dictionary = NULL;
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (BlBaseFigures) figures = NULL;
  g_autoptr (BlClock) clock = bl_clock_new ();
  g_autoptr (BlAssessFile) file = NULL;
  g_autoptr (GError) error = NULL;
  BlAssessAsked asked = { .project = project, .assessment = assessment, .for_others = options->for_others, .radar = options->radar };
  BlAssessPaper paper = options->summary  ? BL_ASSESS_SUMMARY
                        : options->agenda ? BL_ASSESS_AGENDA
                        : options->script ? BL_ASSESS_SCRIPT
                        : options->forms  ? BL_ASSESS_FORMS
                                          : BL_ASSESS_WRITE_UP;

  if (options->summary + options->agenda + options->script + options->forms > 1)
    return bl_command_fail (BL_EXIT_USAGE, _ ("Ask for one of --summary, --agenda, --script and --forms at a time."));
  if ((options->for_others || options->radar) && paper != BL_ASSESS_WRITE_UP)
    return bl_command_fail (BL_EXIT_USAGE, _ ("--for-others and --radar belong to the write-up."));
  if (options->out == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _ ("Say with --out which file to write."));
  dictionary = bl_dictionary_load (&error);
  if (dictionary == NULL)
    return bl_command_fail_error (error, NULL);
  facts = bl_facts_new (project);
  figures = bl_base_figures_new (project, facts, dictionary);
  asked.facts = facts;
  asked.figures = figures;
  asked.today = bl_clock_today (clock);
  file = bl_assess_file_new (&asked, paper, options->out, &error);
  if (file == NULL || !bl_assess_file_write (file, &error))
    return bl_command_fail_error (error, options->out);
  return bl_written_answer (options->out);
}
