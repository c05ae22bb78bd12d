/* assess-report.h: what leaves the program of a self-assessment, on paper and as a spreadsheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "assessment-study.h"
#include "base-figures.h"
#include "ods-book.h"
#include "report.h"

G_BEGIN_DECLS

typedef enum
{
  BL_ASSESS_WRITE_UP, /* all of it; as a spreadsheet too */
  BL_ASSESS_SUMMARY,  /* one page for whoever the head of service answers to */
  BL_ASSESS_AGENDA,   /* of the route, with the time by the clock */
  BL_ASSESS_SCRIPT,   /* what to do and to say, for who leads the meeting */
  BL_ASSESS_FORMS,    /* blank, for who wants paper; as a spreadsheet too */
  BL_N_ASSESS_PAPERS,
} BlAssessPaper;
/* "write-up", "summary": as the command line and actions say it. */
const char *bl_assess_paper_get_nick (BlAssessPaper paper);
/* "Write-up", untranslated (N_()). */
const char *bl_assess_paper_get_title (BlAssessPaper paper);
gboolean bl_assess_paper_has_sheets (BlAssessPaper paper);

/**
 * BlAssessAsked: what the papers are made of, borrowed.
 *
 * The ratings of a team are records of a handful of people. The write-up is the team's own and shows them how they lie,
 * without names unless the team chose names. @for_others, and the summary always: nobody of the team is named, what
 * each gave as a reason is left out, and how many chose a level is not told where it is one to four; what was agreed and
 * every view that differs from it stand in full.
 */
typedef struct
{
  BlProject *project;
  BlAssessment *assessment;
  const BlFacts *facts;
  BlBaseFigures *figures; /* NULL: no figures of indicators */
  guint32 today;          /* Julian */
  gboolean for_others;
  gboolean radar;         /* pictures of agreed ratings too, for readers who expect them; never of sums */
} BlAssessAsked;

/* Main thread; what comes of it may be emitted in any. LACKS of BL_REPORT_ERROR: the project has lost the framework; or
 * the route has no script. */
BlReport *bl_assess_report_new (const BlAssessAsked *asked, BlAssessPaper paper, GError **error);
/* The same for a paper that has sheets. */
BlOdsBook *bl_assess_book_new (const BlAssessAsked *asked, BlAssessPaper paper, GError **error);

/**
 * BlAssessFile: a paper that is ready to be written.
 */
typedef struct _BlAssessFile BlAssessFile;
/* By the ending of @path: pdf, html, txt, and ods where the paper has sheets; else KIND of BL_REPORT_ERROR. Main thread. */
BlAssessFile *
bl_assess_file_new (const BlAssessAsked *asked, BlAssessPaper paper, const char *path, GError **error);
void bl_assess_file_free (BlAssessFile *self);
/* In any thread. All or nothing. */
gboolean bl_assess_file_write (const BlAssessFile *self, GError **error);
/* "Library self-assessment, agenda.pdf": a name for a file; g_free(). */
char *bl_assess_file_make_name (BlAssessment *assessment, BlAssessPaper paper, const char *ending);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlAssessFile, bl_assess_file_free)

G_END_DECLS
