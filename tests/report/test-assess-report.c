/* test-assess-report.c: what leaves the program of a self-assessment, and what does not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gdal.h>
#include <glib/gstdio.h>
#include <ogr_api.h>
#include <string.h>

#include "action.h"
#include "assess-report.h"
#include "page-composer.h"
#include "report-text.h"
#include "summary.h"

#define NOTICE_LONG "people who could not obtain the ten characteristics"
#define NOTICE "It is not the official 2017"

static const char *const names[] = { "Ann Alpha", "Bob Bravo", "Cyn Charlie", "Dan Delta" };
static const char *const roles[] = { "role-leader", "role-staff", "role-staff", "role-partner" };
static const char *const reasons[] = { "Zebra reason.", "Yak reason.", "Xerus reason.", "Wombat reason." };

typedef struct
{
  BlIds *ids;
  BlClock *clock;
  BlProject *project;
  BlRecord *assessment, *members[4];
  BlFacts *facts;
} Team;

static BlRecord *
append (gpointer parent, const char *list, gpointer record)
{
  bl_record_append (parent, list, record);
  g_object_unref (record); /* the list holds it */
  return record;
}

static BlRecord *
about (Team *team, const char *list, gpointer record, const char *item)
{
  append (team->assessment, list, record);
  bl_record_set_text (record, "item", item);
  return record;
}

static void
rate (Team *team, const char *item, const char *levels)
{
  for (guint i = 0; i < 4; i++)
    if (levels[i] != '-')
      {
        BlRecord *rating = about (team, "ratings", bl_rating_new (NULL), item);
        g_autofree char *level = levels[i] == 'S' ? g_strdup ("four-notsure") : g_strdup_printf ("four-%c", levels[i]);

        bl_record_set_text (rating, "member", bl_record_get_id (team->members[i]));
        bl_record_set_text (rating, "level", level);
        bl_record_set_text (rating, "reason", reasons[i]);
      }
}

static void
add_plan (Team *team)
{
  BlRecord *area = about (team, "findings", bl_finding_new (NULL), "leadership");
  BlRecord *action;

  bl_record_set_enum (area, "side", BL_FINDING_AREA);
  bl_record_set_text (area, "text", "We do not yet speak up, and as a result people are forgotten.");
  bl_record_set_boolean (area, "agreed", TRUE);
  bl_record_set_boolean (area, "chosen", TRUE);
  bl_record_set_integer (area, "effect", 3);
  bl_record_set_integer (area, "effort", 1);
  action = append (team->project, "actions", bl_action_new (NULL));
  bl_record_set_text (action, "assessment", bl_record_get_id (team->assessment));
  bl_record_set_text (action, "finding", bl_record_get_id (area));
  bl_record_set_text (action, "ref", "A1");
  bl_record_set_text (action, "title", "Take a seat at the health board");
  bl_record_set_text (action, "owner", "Head of service");
  bl_record_set_text (action, "support", "Public health team");
  bl_record_set_text (action, "criteria", "leadership-place");
  bl_record_set_text (action, "outcomes", "5");
  bl_record_set_text (action, "difference", "People who are ill hear of us.");
  bl_record_set_text (action, "first-step", "Write to the chair.");
  bl_record_set_text (action, "resources", "Two hours a month.");
  bl_record_set_text (action, "makes-room", "One inner meeting.");
  bl_record_set_text (action, "measure", "A seat is held.");
  bl_record_set_text (action, "risk", "The board says no.");
  bl_record_set_text (action, "equality", "None found; we asked the groups.");
  bl_record_set_integer (action, "effect", 3);
  bl_record_set_integer (action, "effort", 1);
  bl_record_set_from_text (action, "start", "2026-06-01", NULL);
  bl_record_set_from_text (action, "end", "2026-12-01", NULL);
  bl_record_set_from_text (action, "review", "2026-09-01", NULL);
  bl_record_set_enum (action, "state", BL_ACTION_NOT_STARTED);
}

/* Four members, of whom three give a level to the first criterion; one agreement with a view that differs. */
static Team *
team_new (void)
{
  Team *team = g_new0 (Team, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) shipped = bl_framework_load ("self-assessment-starter", &error);
  BlFramework *framework;
  BlRecord *record;

  g_assert_no_error (error);
  team->ids = bl_ids_new_seeded ("papers");
  team->clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");
  team->project = bl_project_new (team->ids, team->clock);
  bl_project_begin (team->project, "Begin");
  framework = bl_framework_copy (shipped, team->ids);
  append (team->project, "frameworks", framework);
  team->assessment = append (team->project, "assessments", bl_assessment_new (NULL));
  bl_record_set_text (team->assessment, "title", "Spring");
  bl_record_set_text (team->assessment, "framework", bl_record_get_id (BL_RECORD (framework)));
  bl_record_set_text (team->assessment, "scale", "scale-four");
  bl_record_set_text (team->assessment, "route", "route-90");
  bl_record_set_text (team->assessment, "starts", "09:15");
  bl_record_set_from_text (team->assessment, "meeting", "2026-04-30", NULL);
  for (guint i = 0; i < 4; i++)
    {
      team->members[i] = append (team->assessment, "team", bl_assessment_member_new (NULL));
      bl_record_set_text (team->members[i], "name", names[i]);
      bl_record_set_text (team->members[i], "role", roles[i]);
    }
  rate (team, "leadership-place", "43S1");
  rate (team, "purpose-choices", "33-2");
  record = about (team, "agreements", bl_agreement_new (NULL), "leadership-place");
  bl_record_set_text (record, "level", "four-3");
  bl_record_set_text (record, "reason", "We sit on three boards");
  record = about (team, "dissents", bl_dissent_new (NULL), "leadership-place");
  bl_record_set_text (record, "level", "four-1");
  bl_record_set_text (record, "member", bl_record_get_id (team->members[3]));
  bl_record_set_text (record, "reason", "The health board has not met us");
  bl_record_set_from_text (record, "review", "2026-10-30", NULL);
  record = about (team, "agreements", bl_agreement_new (NULL), "resources-income");
  bl_record_set_boolean (record, "set-aside", TRUE);
  bl_record_set_text (record, "reason", "The council takes all income.");
  record = about (team, "results", bl_result_new (NULL), "results-quality");
  bl_record_set_boolean (record, "no-data", TRUE);
  record = about (team, "discussions", bl_discussion_new (NULL), "leadership");
  bl_record_set_text (record, "now", "Three boards.");
  bl_record_set_text (record, "planned", "A fourth.");
  bl_record_set_text (team->assessment, "exception", "The budget is set in May.");
  bl_record_set_text (team->assessment, "exception-by", "Director of place");
  bl_record_set_from_text (team->assessment, "exception-date", "2026-04-16", NULL);
  add_plan (team);
  bl_project_commit (team->project);
  team->facts = bl_facts_new (team->project);
  return team;
}

static void
team_free (Team *team)
{
  bl_facts_unref (team->facts);
  g_object_unref (team->project);
  g_object_unref (team->ids);
  g_object_unref (team->clock);
  g_free (team);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Team, team_free)

static void
show_names (Team *team)
{
  bl_project_begin (team->project, "Names");
  bl_record_set_boolean (team->assessment, "names-shown", TRUE);
  bl_project_commit (team->project);
}

static BlAssessAsked
ask (Team *team, gboolean others)
{
  return (BlAssessAsked){ .project = team->project,
                          .assessment = BL_ASSESSMENT (team->assessment),
                          .facts = team->facts,
                          .today = bl_clock_today (team->clock),
                          .for_others = others };
}

static char *
flatten (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, " \n", -1);
  GString *words = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", lines[i]);
  return g_string_free (words, FALSE);
}

/* In one line, so that it does not matter where lines end. */
static char *
text_of (Team *team, BlAssessPaper paper, gboolean others)
{
  BlAssessAsked asked = ask (team, others);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlReport) report = bl_assess_report_new (&asked, paper, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  bytes = bl_report_to_text (report);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return flatten (text);
}

static void
assert_has (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in: %s", words, text);
}

static void
assert_lacks (const char *text, const char *words)
{
  if (strstr (text, words) != NULL)
    g_error ("“%s” is in: %s", words, text);
}

static void
test_notice (void)
{
  g_autoptr (Team) team = team_new ();

  for (BlAssessPaper paper = 0; paper < BL_N_ASSESS_PAPERS; paper++)
    {
      g_autofree char *text = text_of (team, paper, FALSE);

      assert_has (text, NOTICE);
      assert_has (text, "no overall score");
    }
}

/* Never the one without the other, in whatever is written. */
static void
test_dissent (void)
{
  static const char together[] = "Agreed: Working well. We sit on three boards. A different view: Early days (a member of the "
                                 "team). The health board has not met us. To be looked at again on 30 October 2026.";
  g_autoptr (Team) team = team_new ();
  g_autofree char *whole = text_of (team, BL_ASSESS_WRITE_UP, FALSE), *others = text_of (team, BL_ASSESS_WRITE_UP, TRUE),
                  *summary = text_of (team, BL_ASSESS_SUMMARY, FALSE);

  assert_has (whole, together);
  assert_has (others, together);
  assert_has (summary, together);
}

static void
test_names (void)
{
  g_autoptr (Team) team = team_new ();
  g_autofree char *hidden = text_of (team, BL_ASSESS_WRITE_UP, FALSE), *shown = NULL, *others = NULL, *summary = NULL;

  show_names (team);
  shown = text_of (team, BL_ASSESS_WRITE_UP, FALSE);
  others = text_of (team, BL_ASSESS_WRITE_UP, TRUE);
  summary = text_of (team, BL_ASSESS_SUMMARY, FALSE);
  for (guint i = 0; i < 4; i++)
    {
      assert_lacks (hidden, names[i]);
      assert_has (shown, names[i]);
      assert_lacks (others, names[i]);
      assert_lacks (summary, names[i]);
      assert_has (hidden, reasons[i]);
      assert_lacks (others, reasons[i]);
      assert_lacks (summary, reasons[i]);
    }
  assert_has (shown, "Early days (Dan Delta): Wombat reason.");
  assert_has (hidden, "Early days: Wombat reason.");
  /* From the lowest up: who comes first in the team does not come first here. */
  g_assert_true (strstr (hidden, reasons[3]) < strstr (hidden, reasons[0]));
}

/* How many of so few chose a level stays in the team. */
static void
test_few (void)
{
  g_autoptr (Team) team = team_new ();
  g_autofree char *whole = text_of (team, BL_ASSESS_WRITE_UP, FALSE), *others = text_of (team, BL_ASSESS_WRITE_UP, TRUE);

  assert_has (whole, "People differ by 3 levels. 1 of 4 is not sure.");
  assert_has (whole, "Early days: 1 person");
  assert_has (others, "People differ by 3 levels. Fewer than five are not sure.");
  assert_lacks (others, "1 of 4");
  assert_lacks (others, "1 person");
  assert_has (others, "Leader; Staff member; Partner");
}

static void
test_whole (void)
{
  g_autoptr (Team) team = team_new ();
  g_autofree char *text = text_of (team, BL_ASSESS_WRITE_UP, FALSE);

  assert_has (text, "Branchline starter set, version 1");
  assert_has (text, "The short route was used: 15 of the 57 criteria.");
  assert_has (text, "The plan was opened before the assessment was complete, by Director of place on 16 April 2026: The budget is "
                    "set in May.");
  assert_has (text, "Approaches in use: Three boards.");
  assert_has (text, "Approaches planned: A fourth.");
  assert_has (text, "No data held. This is a finding");
  assert_has (text, "Income with a purpose: The council takes all income.");
  assert_has (text, "The first date to look back on is 1 September 2026.");
}

/* Every column of self-assessment-content 6.3, with what stands in it. */
static void
test_plan (void)
{
  static const char *const cells[][2] = {
    { "Reference", "A1" },
    { "Area for improvement", "We do not yet speak up, and as a result people are forgotten." },
    { "Comes from", "A place at the table" },
    { "Difference for people", "People who are ill hear of us." },
    { "Outcomes", "5" },
    { "Action", "Take a seat at the health board" },
    { "First step", "Write to the chair." },
    { "Owner", "Head of service" },
    { "With", "Public health team" },
    { "What it takes", "Two hours a month." },
    { "What makes room", "One inner meeting." },
    { "Start", "1 June 2026" },
    { "Finish", "1 December 2026" },
    { "Effect", "3 Large" },
    { "Effort", "1 Small" },
    { "Priority", "Do first" },
    { "How we shall know", "A seat is held." },
    { "What could go wrong", "The board says no." },
    { "Who might lose", "None found; we asked the groups." },
    { "Look again on", "1 September 2026" },
    { "Progress", "not known" },
    { "Status", "Not started" },
  };
  g_autoptr (Team) team = team_new ();
  g_autofree char *text = text_of (team, BL_ASSESS_WRITE_UP, FALSE);
  const char *at = strstr (text, "A1 · Take a seat");

  g_assert_nonnull (at);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *words = g_strdup_printf ("%s Entry: %s", cells[i][0], cells[i][1]);

      g_assert_true (strstr (at, words) != NULL || (g_test_message ("%s: %s", words, at), FALSE));
    }
}

/* The 90-minute route from 09:15: by hand from self-assessment-content 5.5. */
static void
test_agenda (void)
{
  g_autoptr (Team) team = team_new ();
  g_autofree char *text = text_of (team, BL_ASSESS_AGENDA, FALSE), *script = text_of (team, BL_ASSESS_SCRIPT, FALSE);

  assert_has (text, "The meeting: 30 April 2026");
  assert_has (text, "09:15");
  assert_has (text, "09:20 What: Results");
  assert_has (text, "09:30 What: Rate fifteen criteria alone");
  assert_has (text, "10:39 What: For each chosen area");
  assert_has (text, "Each view here weighs the same");
  assert_has (text, "16 April 2026, two weeks before");
  assert_lacks (text, "cycle-8");
  assert_has (script, "09:15 · 5 minutes · Welcome; purpose; ground rules.");
  assert_has (script, "“Thank you for coming.");
  assert_has (script, "One voice fills the room");
  assert_lacks (script, "case-gap");
  for (guint i = 0; i < 4; i++)
    {
      assert_lacks (script, names[i]);
      assert_lacks (script, reasons[i]);
    }
}

static void
test_forms (void)
{
  g_autoptr (Team) team = team_new ();
  g_autofree char *text = text_of (team, BL_ASSESS_FORMS, FALSE);
  g_autoptr (GPtrArray) criteria = bl_framework_list_criteria (
      BL_FRAMEWORK (bl_project_find (team->project, bl_record_get_text (team->assessment, "framework"))), TRUE);

  g_assert_cmpuint (criteria->len, ==, 15);
  for (guint i = 0; i < criteria->len; i++)
    assert_has (text, bl_record_get_text (g_ptr_array_index (criteria, i), "title"));
  assert_has (text, "☐\302\240Early days");
  assert_has (text, "☐\302\240Not sure");
  assert_has (text, "☐\302\240No data held");
  assert_has (text, "What we are for");
  assert_has (text, "How we shall know *");
  for (guint i = 0; i < 4; i++) /* blank */
    assert_lacks (text, reasons[i]);
}

static void
test_one_page (void)
{
  g_autoptr (Team) team = team_new ();
  BlAssessAsked asked = ask (team, FALSE);
  g_autoptr (BlReport) report = NULL;
  g_autoptr (BlPages) pages = NULL;

  /* More than a page would hold. */
  bl_project_begin (team->project, "Many");
  for (guint i = 0; i < 60; i++)
    {
      BlRecord *finding = about (team, "findings", bl_finding_new (NULL), i % 2 ? "offer" : "access");

      bl_record_set_enum (finding, "side", i % 3 ? BL_FINDING_STRENGTH : BL_FINDING_AREA);
      bl_record_set_text (finding, "text", "We open where people are, and as a result people come who never came before, and tell others of "
                                           "it, who come as well and stay for longer than they had meant to stay when they set out.");
      bl_record_set_boolean (finding, "agreed", TRUE);
    }
  bl_project_commit (team->project);
  report = bl_assess_report_new (&asked, BL_ASSESS_SUMMARY, NULL);
  pages = bl_pages_new (report);
  g_assert_cmpuint (bl_pages_get_n (pages), ==, 1);
}

/* --- Sheets --------------------------------------------------------------------------------- */

static char *
layer_text (GDALDatasetH dataset, const char *name)
{
  OGRLayerH layer = GDALDatasetGetLayerByName (dataset, name);
  GString *text = g_string_new (NULL);
  OGRFeatureH feature;

  if (layer == NULL)
    return g_string_free (text, TRUE);
  for (int i = 0; i < OGR_FD_GetFieldCount (OGR_L_GetLayerDefn (layer)); i++)
    g_string_append_printf (text, "[%s]", OGR_Fld_GetNameRef (OGR_FD_GetFieldDefn (OGR_L_GetLayerDefn (layer), i)));
  OGR_L_ResetReading (layer);
  while ((feature = OGR_L_GetNextFeature (layer)) != NULL)
    {
      g_string_append_c (text, '\n');
      for (int i = 0; i < OGR_F_GetFieldCount (feature); i++)
        g_string_append_printf (text, "|%s", OGR_F_GetFieldAsString (feature, i));
      OGR_F_Destroy (feature);
    }
  return g_string_free (text, FALSE);
}

static GDALDatasetH
write_sheets (Team *team, BlAssessPaper paper, gboolean others, const char *path)
{
  BlAssessAsked asked = ask (team, others);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlAssessFile) file = bl_assess_file_new (&asked, paper, path, &error);
  GDALDatasetH dataset;

  g_assert_no_error (error);
  g_assert_true (bl_assess_file_write (file, &error));
  g_assert_no_error (error);
  GDALAllRegister ();
  dataset = GDALOpenEx (path, GDAL_OF_VECTOR, (const char *const[]){ "ODS", NULL }, NULL, NULL);
  g_assert_nonnull (dataset);
  return dataset;
}

static void
test_sheets (void)
{
  static const char *const sheets[]
      = { "About", "Ratings", "Agreed", "Strengths and areas", "Dissent", "Results", "Plan", "Evidence", "Team" };
  g_autoptr (Team) team = team_new ();
  g_autofree char *folder = g_dir_make_tmp ("branchline-XXXXXX", NULL), *path = g_build_filename (folder, "whole.ods", NULL);
  GDALDatasetH dataset = write_sheets (team, BL_ASSESS_WRITE_UP, FALSE, path);

  g_assert_cmpint (GDALDatasetGetLayerCount (dataset), ==, G_N_ELEMENTS (sheets));
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *text = layer_text (dataset, sheets[i]);

      g_assert_cmpstr (OGR_L_GetName (GDALDatasetGetLayer (dataset, (int) i)), ==, sheets[i]);
      for (guint n = 0; n < 4; n++)
        assert_lacks (text, names[n]);
      if (g_str_equal (sheets[i], "About"))
        assert_has (text, NOTICE_LONG);
      if (g_str_equal (sheets[i], "Agreed"))
        assert_has (text, "Working well|A different view: Early days (a member of the team)");
      if (g_str_equal (sheets[i], "Dissent"))
        assert_has (text, "A place at the table|Working well|Early days|The health board");
      if (g_str_equal (sheets[i], "Ratings"))
        g_assert_true (strstr (text, reasons[3]) != NULL && strstr (text, reasons[3]) < strstr (text, reasons[0]));
      if (g_str_equal (sheets[i], "Plan"))
        {
          assert_has (text, "[Reference][Area for improvement][Comes from][Difference for people][Outcomes][Action][First step]"
                            "[Owner][With][What it takes][What makes room][Start][Finish][Effect][Effort][Priority]"
                            "[How we shall know][What could go wrong][Who might lose][Look again on][Progress][Status]");
          assert_has (text, "|2026/06/01|");
        }
    }
  GDALClose (dataset);
  dataset = write_sheets (team, BL_ASSESS_WRITE_UP, TRUE, path);
  g_assert_null (GDALDatasetGetLayerByName (dataset, "Ratings"));
  GDALClose (dataset);
  show_names (team);
  dataset = write_sheets (team, BL_ASSESS_WRITE_UP, FALSE, path);
  {
    g_autofree char *text = layer_text (dataset, "Ratings");

    assert_has (text, "Wombat reason.|||Dan Delta");
  }
  GDALClose (dataset);
  dataset = write_sheets (team, BL_ASSESS_FORMS, FALSE, path);
  g_assert_cmpint (OGR_L_GetFeatureCount (GDALDatasetGetLayerByName (dataset, "Rating form"), TRUE), ==, 15);
  GDALClose (dataset);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_refused (void)
{
  g_autoptr (Team) team = team_new ();
  BlAssessAsked asked = ask (team, FALSE);
  g_autoptr (GError) kind = NULL, sheets = NULL, route = NULL, lost = NULL;

  g_assert_null (bl_assess_file_new (&asked, BL_ASSESS_WRITE_UP, "x.docx", &kind));
  g_assert_error (kind, BL_REPORT_ERROR, BL_REPORT_ERROR_KIND);
  g_assert_null (bl_assess_file_new (&asked, BL_ASSESS_AGENDA, "x.ods", &sheets));
  g_assert_error (sheets, BL_REPORT_ERROR, BL_REPORT_ERROR_KIND);
  bl_project_begin (team->project, "No route");
  bl_record_set_text (team->assessment, "route", NULL);
  bl_project_commit (team->project);
  g_assert_null (bl_assess_report_new (&asked, BL_ASSESS_AGENDA, &route));
  g_assert_error (route, BL_REPORT_ERROR, BL_REPORT_ERROR_LACKS);
  bl_project_begin (team->project, "No framework");
  bl_record_set_text (team->assessment, "framework", NULL);
  bl_project_commit (team->project);
  g_assert_null (bl_assess_report_new (&asked, BL_ASSESS_WRITE_UP, &lost));
  g_assert_error (lost, BL_REPORT_ERROR, BL_REPORT_ERROR_LACKS);
}

/* Nobody, nothing: every paper still says what it can. */
static void
test_empty (void)
{
  g_autoptr (Team) team = team_new ();
  BlRecord *bare;

  bl_project_begin (team->project, "Bare");
  bare = append (team->project, "assessments", bl_assessment_new (NULL));
  bl_record_set_text (bare, "framework", bl_record_get_text (team->assessment, "framework"));
  bl_record_set_text (bare, "route", "route-two");
  bl_project_commit (team->project);
  team->assessment = bare;
  for (BlAssessPaper paper = 0; paper < BL_N_ASSESS_PAPERS; paper++)
    {
      g_autofree char *text = text_of (team, paper, FALSE);

      assert_has (text, "Self-assessment: ");
      assert_has (text, NOTICE);
      if (paper == BL_ASSESS_AGENDA)
        {
          assert_has (text, "Second meeting: date to be agreed");
          assert_has (text, "the times count from its beginning");
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assess-report/notice", test_notice);
  g_test_add_func ("/assess-report/dissent", test_dissent);
  g_test_add_func ("/assess-report/names", test_names);
  g_test_add_func ("/assess-report/few", test_few);
  g_test_add_func ("/assess-report/whole", test_whole);
  g_test_add_func ("/assess-report/plan", test_plan);
  g_test_add_func ("/assess-report/agenda", test_agenda);
  g_test_add_func ("/assess-report/forms", test_forms);
  g_test_add_func ("/assess-report/one-page", test_one_page);
  g_test_add_func ("/assess-report/sheets", test_sheets);
  g_test_add_func ("/assess-report/refused", test_refused);
  g_test_add_func ("/assess-report/empty", test_empty);
  return g_test_run ();
}
