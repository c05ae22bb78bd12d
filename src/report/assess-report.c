/* assess-report.c: what leaves the program of a self-assessment, on paper and as a spreadsheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-report-private.h"

#include <glib/gi18n-lib.h>

#include "file-output.h"
#include "page-composer.h"
#include "report-html.h"
#include "report-text.h"
#include "summary.h"
#include "text.h"

/* Points of each kind in a summary before it is cut down to one page. */
#define SUMMARY_MOST 6

struct _BlAssessFile
{
  char *path, *ending;
  BlReport *report; /* NULL: sheets */
  BlOdsBook *book;
};

static const struct
{
  const char *nick, *title;
  gboolean sheets;
} papers[BL_N_ASSESS_PAPERS] = {
  { "write-up", N_ ("Write-up"), TRUE },          { "summary", N_ ("Summary on one page"), FALSE },
  { "agenda", N_ ("Agenda"), FALSE },             { "script", N_ ("Facilitator’s script"), FALSE },
  { "forms", N_ ("Blank forms"), TRUE },
};

const char *
bl_assess_paper_get_nick (BlAssessPaper paper)
{
  g_return_val_if_fail (paper < BL_N_ASSESS_PAPERS, NULL);
  return papers[paper].nick;
}

const char *
bl_assess_paper_get_title (BlAssessPaper paper)
{
  g_return_val_if_fail (paper < BL_N_ASSESS_PAPERS, NULL);
  return papers[paper].title;
}

gboolean
bl_assess_paper_has_sheets (BlAssessPaper paper)
{
  g_return_val_if_fail (paper < BL_N_ASSESS_PAPERS, FALSE);
  return papers[paper].sheets;
}

/* --- The parts ------------------------------------------------------------------------ */

static void
parts_clear (BlAssessParts *parts)
{
  g_clear_pointer (&parts->study, bl_assess_study_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BlAssessParts, parts_clear)

static gboolean
parts_init (BlAssessParts *parts, const BlAssessAsked *asked, BlAssessPaper paper, GError **error)
{
  const BlFacts *facts = asked->facts;
  const char *route;

  parts->asked = asked;
  parts->paper = paper;
  parts->assessment = BL_RECORD (asked->assessment);
  parts->study = bl_assess_study_new (asked->project, asked->assessment);
  parts->framework = parts->study->framework;
  if (parts->framework == NULL)
    {
      g_set_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_LACKS,
                   _ ("The project has lost the framework that this self-assessment was made with. Load it again first."));
      return FALSE;
    }
  route = bl_record_get_text (parts->assessment, "route");
  parts->route = route != NULL ? bl_framework_find_script (parts->framework, route) : NULL;
  if (parts->route == NULL && (paper == BL_ASSESS_AGENDA || paper == BL_ASSESS_SCRIPT))
    {
      g_set_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_LACKS,
                   _ ("No route has been chosen, so there is no timetable yet. Choose one under Prepare."));
      return FALSE;
    }
  parts->others = asked->for_others || paper == BL_ASSESS_SUMMARY;
  parts->named = !parts->others && bl_assess_is_true (parts->assessment, "names-shown");
  parts->service = facts->service != NULL ? facts->service : facts->title != NULL ? facts->title : _ ("Libraries");
  return TRUE;
}

static const char *
title_of (const BlAssessParts *parts)
{
  const char *title = bl_record_get_text (parts->assessment, "title");

  return title != NULL ? title : _ ("Self-assessment");
}

/* Never without the framework's notice: it stands on every page. */
static char *
make_foot (const BlAssessParts *parts)
{
  const char *notice = bl_record_get_text (BL_RECORD (parts->framework), "notice-short");
  const char *title = bl_record_get_text (BL_RECORD (parts->framework), "title");
  const char *revision = bl_record_get_text (BL_RECORD (parts->framework), "revision");

  if (notice != NULL)
    return g_strdup (notice);
  return revision != NULL ? g_strdup_printf (_ ("%s, version %s"), title, revision) : g_strdup (title);
}

/* --- Heads ------------------------------------------------------------------------------- */

void
bl_assess_write_head (BlReport *report, const BlAssessParts *parts, gboolean whole)
{
  BlRecord *framework = BL_RECORD (parts->framework);
  const char *tone = bl_record_get_text (framework, "notice-tone");
  const char *notice = bl_record_get_text (framework, whole ? "notice-long" : "notice-short");
  const char *audience = bl_assess_say_audience (parts);

  if (parts->asked->facts->sample_note != NULL)
    bl_report_add_note (report, parts->asked->facts->sample_note);
  if (notice != NULL)
    bl_report_add_note (report, notice);
  if (tone != NULL)
    bl_report_add_note (report, tone);
  if (audience != NULL)
    bl_report_add_note (report, audience);
}

static BlReport *
report_new (const BlAssessParts *parts)
{
  const char *paper = _ (papers[parts->paper].title);
  g_autofree char *date = bl_text_date_for_people (parts->asked->today);
  /* TRANSLATORS: title of a self-assessment, and which of its papers this is */
  g_autofree char *title = g_strdup_printf (_ ("%s: %s"), title_of (parts), paper);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", parts->service, date);
  g_autofree char *head = g_strdup_printf (_ ("%s, %s"), title, date);
  g_autofree char *foot = make_foot (parts);
  BlReport *report = bl_report_new (title);

  bl_report_set_running_head (report, parts->service, head);
  bl_report_set_foot (report, foot);
  bl_report_set_date (report, parts->asked->today);
  bl_report_add_subtitle (report, subtitle);
  return report;
}

/* One page if any choice of points makes it so. */
static BlReport *
summary_new (const BlAssessParts *parts)
{
  for (guint most = SUMMARY_MOST;; most--)
    {
      g_autoptr (BlReport) report = report_new (parts);
      g_autoptr (BlPages) pages = NULL;

      bl_assess_write_summary (report, parts, most);
      pages = bl_pages_new (report);
      if (most == 1 || bl_pages_get_n (pages) == 1)
        return g_steal_pointer (&report);
    }
}

BlReport *
bl_assess_report_new (const BlAssessAsked *asked, BlAssessPaper paper, GError **error)
{
  g_auto (BlAssessParts) parts = { 0 };
  BlReport *report;

  g_return_val_if_fail (asked != NULL && paper < BL_N_ASSESS_PAPERS, NULL);
  if (!parts_init (&parts, asked, paper, error))
    return NULL;
  if (paper == BL_ASSESS_SUMMARY)
    return summary_new (&parts);
  report = report_new (&parts);
  switch (paper)
    {
    case BL_ASSESS_AGENDA:
      bl_assess_write_agenda (report, &parts);
      break;
    case BL_ASSESS_SCRIPT:
      bl_assess_write_script (report, &parts);
      break;
    case BL_ASSESS_FORMS:
      bl_assess_write_forms (report, &parts);
      break;
    default:
      bl_assess_write_up (report, &parts);
      break;
    }
  return report;
}

void
bl_assess_fill_about (BlOdsBook *book, const BlAssessParts *parts)
{
  BlRecord *framework = BL_RECORD (parts->framework);
  const char *revision = bl_record_get_text (framework, "revision");
  BlOdsSheet *sheet = bl_ods_book_add_sheet (book, _ ("About"));
  g_autofree char *date = bl_text_date_for_people (parts->asked->today);
  g_autofree char *short_route = bl_assess_say_short_route (parts), *exception = bl_assess_say_exception (parts);
  g_autofree char *version = g_strdup_printf (_ ("%s, version %s"), bl_record_get_text (framework, "title"),
                                              revision != NULL ? revision : _ ("not known"));
  const struct
  {
    const char *what, *is;
  } rows[] = {
    { _ ("Self-assessment"), title_of (parts) },
    { _ ("Service"), parts->service },
    { _ ("Made on"), date },
    { _ ("Framework"), version },
    { _ ("Scale"), parts->study->scale != NULL ? bl_record_get_text (BL_RECORD (parts->study->scale), "title") : NULL },
    { _ ("Route"), parts->route != NULL ? bl_record_get_text (BL_RECORD (parts->route), "title") : NULL },
    { _ ("Short route"), short_route },
    { _ ("Plan opened early"), exception },
    { _ ("Notice"), bl_record_get_text (framework, "notice-long") },
    { _ ("How to read it"), bl_record_get_text (framework, "notice-tone") },
    { _ ("For whom"), bl_assess_say_audience (parts) },
    { _ ("Sample"), parts->asked->facts->sample_note },
  };

  bl_ods_sheet_add_column (sheet, _ ("What"), BL_ODS_TEXT, 5, NULL);
  bl_ods_sheet_add_column (sheet, _ ("Which"), BL_ODS_TEXT, 20, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].is != NULL)
      bl_ods_sheet_add_row (sheet, (const char *const[]){ rows[i].what, rows[i].is });
}

BlOdsBook *
bl_assess_book_new (const BlAssessAsked *asked, BlAssessPaper paper, GError **error)
{
  g_auto (BlAssessParts) parts = { 0 };
  g_autofree char *title = NULL, *foot = NULL;
  BlOdsBook *book;

  g_return_val_if_fail (asked != NULL && bl_assess_paper_has_sheets (paper), NULL);
  if (!parts_init (&parts, asked, paper, error))
    return NULL;
  title = g_strdup_printf (_ ("%s: %s"), title_of (&parts), _ (papers[paper].title));
  foot = make_foot (&parts);
  book = bl_ods_book_new (title, foot);
  bl_assess_fill_about (book, &parts);
  if (paper == BL_ASSESS_FORMS)
    bl_assess_fill_forms (book, &parts);
  else
    bl_assess_fill_book (book, &parts);
  return book;
}

/* --- Files --------------------------------------------------------------------------------- */

BlAssessFile *
bl_assess_file_new (const BlAssessAsked *asked, BlAssessPaper paper, const char *path, GError **error)
{
  static const char *const kinds[] = { "pdf", "html", "htm", "txt", NULL };
  g_autoptr (BlAssessFile) self = g_new0 (BlAssessFile, 1);

  self->path = g_strdup (path);
  self->ending = bl_file_output_ending (path);
  if (g_str_equal (self->ending, "ods") && bl_assess_paper_has_sheets (paper))
    self->book = bl_assess_book_new (asked, paper, error);
  else if (g_strv_contains (kinds, self->ending))
    self->report = bl_assess_report_new (asked, paper, error);
  else if (bl_assess_paper_has_sheets (paper))
    g_set_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_KIND,
                 _ ("This can be a PDF, a web page, a text or a spreadsheet: let the name end in .pdf, .html, .txt or .ods."));
  else
    g_set_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_KIND,
                 _ ("This can be a PDF, a web page or a text: let the name end in .pdf, .html or .txt."));
  return self->book != NULL || self->report != NULL ? g_steal_pointer (&self) : NULL;
}

void
bl_assess_file_free (BlAssessFile *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->ending);
  bl_report_free (self->report);
  bl_ods_book_free (self->book);
  g_free (self);
}

gboolean
bl_assess_file_write (const BlAssessFile *self, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (self->book != NULL)
    bytes = bl_ods_book_to_bytes (self->book);
  else if (g_str_equal (self->ending, "txt"))
    bytes = bl_report_to_text (self->report);
  else if (g_str_equal (self->ending, "pdf"))
    {
      g_autoptr (BlPages) pages = bl_pages_new (self->report);

      bytes = bl_pages_to_pdf (pages, error);
    }
  else
    bytes = bl_report_to_html (self->report, error);
  return bytes != NULL && bl_file_output_write (self->path, bytes, error);
}

char *
bl_assess_file_make_name (BlAssessment *assessment, BlAssessPaper paper, const char *ending)
{
  const char *title = bl_record_get_text (BL_RECORD (assessment), "title");
  g_autofree char *kind = g_utf8_strdown (_ (papers[paper].title), -1);
  char *name = g_strdup_printf ("%s, %s.%s", title != NULL ? title : _ ("Self-assessment"), kind, ending);

  return g_strdelimit (name, "/\\:", '-');
}
