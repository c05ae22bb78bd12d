/* test-assess-rate-view.c: rating alone, in turn on one machine
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-rate-view.h"

#include <string.h>

#include "app-fixture.h"
#include "rating-card.h"
#include "rating-sheet.h"
#include "rating-view.h"

typedef struct
{
  BlContext *context;
  BlSession *session;
  BlProject *project;
  BlAssessment *assessment;
  BlRecord *ann, *bob;
} Team;

static BlRecord *
append (gpointer parent, const char *list, gpointer record)
{
  bl_record_append (parent, list, record);
  g_object_unref (record); /* the list holds it */
  return record;
}

static void
open_team (Team *team, const char *route, guint32 meeting)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) shipped = bl_framework_load ("self-assessment-starter", &error);
  BlFramework *framework;

  g_assert_no_error (error);
  team->context = bl_app_fixture_context ();
  team->session = bl_app_fixture_small (team->context);
  team->project = bl_session_get_project (team->session);
  bl_project_begin (team->project, "Begin");
  framework = bl_framework_copy (shipped, bl_project_get_ids (team->project));
  append (team->project, "frameworks", framework);
  team->assessment = BL_ASSESSMENT (append (team->project, "assessments", bl_assessment_new (NULL)));
  bl_record_set_text (BL_RECORD (team->assessment), "framework", bl_record_get_id (BL_RECORD (framework)));
  bl_record_set_text (BL_RECORD (team->assessment), "title", "Spring");
  bl_record_set_text (BL_RECORD (team->assessment), "route", route);
  if (meeting != 0)
    bl_record_set_date (BL_RECORD (team->assessment), "meeting", meeting);
  team->ann = append (team->assessment, "team", bl_assessment_member_new (NULL));
  bl_record_set_text (team->ann, "name", "Ann");
  team->bob = append (team->assessment, "team", bl_assessment_member_new (NULL));
  bl_record_set_text (team->bob, "name", "Bob");
  bl_project_commit (team->project);
}

static void
close_team (Team *team)
{
  g_object_unref (team->session);
  g_object_unref (team->context);
}

static guint32
today (Team *team)
{
  return bl_clock_today (bl_context_get_clock (team->context));
}

static BlAssessRateView *
make (Team *team)
{
  BlAssessRateView *view
      = g_object_ref_sink (g_object_new (BL_TYPE_ASSESS_RATE_VIEW, "session", team->session, "assessment", team->assessment, NULL));

  return view;
}

static const char *
label_of (gpointer view, const char *name)
{
  return gtk_label_get_label (GTK_LABEL (bl_app_fixture_find (view, GTK_TYPE_LABEL, name)));
}

static guint
count_cards (gpointer view)
{
  guint n = 0;
  GtkWidget *cards = bl_app_fixture_find (view, GTK_TYPE_BOX, "cards");

  for (GtkWidget *card = gtk_widget_get_first_child (cards); card != NULL; card = gtk_widget_get_next_sibling (card))
    n++;
  return n;
}

static guint
count_ratings (Team *team)
{
  return g_list_model_get_n_items (bl_record_get_list (BL_RECORD (team->assessment), "ratings"));
}

/* The @nth level of the first card. */
static GtkToggleButton *
level (gpointer view, guint nth)
{
  GtkWidget *card = bl_app_fixture_find (view, BL_TYPE_RATING_CARD, NULL);
  GtkWidget *button = gtk_widget_get_first_child (bl_app_fixture_find (card, GTK_TYPE_BOX, "level_box"));

  while (nth-- > 0)
    button = gtk_widget_get_next_sibling (button);
  return GTK_TOGGLE_BUTTON (button);
}

/* Section 3.1 of the content page has six criteria; the short route takes one of them and fifteen in all. */
static void
test_turns (void)
{
  Team team;
  BlAssessRateView *view;
  BlRecord *rating;

  open_team (&team, "route-half", 0);
  view = make (&team);
  g_assert_cmpstr (label_of (view, "title"), ==, "Who is rating now?");
  g_object_set (view, "member", team.ann, NULL);
  g_assert_cmpstr (label_of (view, "title"), ==, "It is the turn of Ann");
  gtk_widget_activate_action (GTK_WIDGET (view), "turn.begin", NULL);
  g_assert_cmpuint (count_cards (view), ==, 6);
  g_assert_cmpstr (label_of (view, "count"), ==, "0 of 57 answered");
  gtk_toggle_button_set_active (level (view, 2), TRUE);
  g_assert_cmpuint (count_ratings (&team), ==, 1);
  rating = g_list_model_get_item (bl_record_get_list (BL_RECORD (team.assessment), "ratings"), 0);
  g_assert_cmpstr (bl_record_get_text (rating, "item"), ==, "purpose-difference");
  g_assert_cmpstr (bl_record_get_text (rating, "level"), ==, "four-3");
  g_assert_cmpstr (bl_record_get_text (rating, "member"), ==, bl_record_get_id (team.ann));
  g_assert_cmpstr (bl_record_get_text (rating, "means"), ==, "alone");
  g_object_unref (rating);
  g_assert_cmpstr (label_of (view, "count"), ==, "1 of 57 answered");
  /* Not sure is an answer, in place of the one before. */
  gtk_toggle_button_set_active (level (view, 4), TRUE);
  g_assert_cmpuint (count_ratings (&team), ==, 1);
  g_assert_false (gtk_toggle_button_get_active (level (view, 2)));
  bl_project_undo (team.project);
  g_assert_true (gtk_toggle_button_get_active (level (view, 2)));
  bl_project_undo (team.project);
  g_assert_cmpstr (label_of (view, "count"), ==, "0 of 57 answered");
  bl_project_redo (team.project);

  /* The next one sees nothing of it. */
  g_object_set (view, "member", team.bob, NULL);
  g_assert_null (bl_app_fixture_find (GTK_WIDGET (view), BL_TYPE_RATING_CARD, NULL));
  gtk_widget_activate_action (GTK_WIDGET (view), "turn.begin", NULL);
  g_assert_cmpstr (label_of (view, "count"), ==, "0 of 57 answered");
  for (guint i = 0; i < 5; i++)
    g_assert_false (gtk_toggle_button_get_active (level (view, i)));
  g_object_unref (view);
  close_team (&team);
}

static void
test_short_route (void)
{
  Team team;
  BlAssessRateView *view;

  open_team (&team, "route-90", 0);
  view = make (&team);
  g_object_set (view, "member", team.ann, NULL);
  gtk_widget_activate_action (GTK_WIDGET (view), "turn.begin", NULL);
  g_assert_cmpuint (count_cards (view), ==, 1);
  g_assert_cmpstr (label_of (view, "count"), ==, "0 of 15 answered");
  g_object_unref (view);
  close_team (&team);
}

static void
test_words (void)
{
  Team team;
  g_autoptr (BlRatingSheet) sheet = NULL;
  BlRecord *rating, *finding;
  GListModel *findings;

  open_team (&team, "route-half", 0);
  sheet = bl_rating_sheet_new (team.session, team.assessment, BL_ASSESSMENT_MEMBER (team.ann));
  bl_rating_sheet_set_words (sheet, "access-reach", "reason", "Two villages have no b");
  bl_rating_sheet_set_words (sheet, "access-reach", "reason", "Two villages have no bus.");
  rating = BL_RECORD (bl_rating_sheet_find (sheet, "access-reach"));
  g_assert_cmpstr (bl_record_get_text (rating, "reason"), ==, "Two villages have no bus.");
  g_assert_null (bl_record_get_text (rating, "level"));
  bl_project_undo (team.project); /* typing is one step */
  rating = BL_RECORD (bl_rating_sheet_find (sheet, "access-reach"));
  g_assert_true (rating == NULL || bl_record_get_text (rating, "reason") == NULL);

  findings = bl_record_get_list (BL_RECORD (team.assessment), "findings");
  bl_rating_sheet_set_finding (sheet, "access", BL_FINDING_STRENGTH, "Every ward has one");
  finding = g_list_model_get_item (findings, 0);
  g_assert_cmpstr (bl_record_get_text (finding, "member"), ==, bl_record_get_id (team.ann));
  g_assert_false (bl_record_is_known (finding, "agreed"));
  g_object_unref (finding);
  bl_rating_sheet_set_finding (sheet, "access", BL_FINDING_STRENGTH, "  ");
  g_assert_cmpuint (g_list_model_get_n_items (findings), ==, 0);
  close_team (&team);
}

/* What was said before a meeting stays beside what is said after it. */
static void
test_after_meeting (void)
{
  Team team;
  g_autoptr (BlRatingSheet) sheet = NULL;
  g_autofree char *words = NULL;
  BlRecord *first, *second;

  open_team (&team, "route-half", 0);
  bl_project_begin (team.project, "Meet");
  bl_record_set_date (BL_RECORD (team.assessment), "meeting", today (&team) - 1);
  first = append (team.assessment, "ratings", bl_rating_new (NULL));
  bl_record_set_text (first, "member", bl_record_get_id (team.ann));
  bl_record_set_text (first, "item", "access-reach");
  bl_record_set_text (first, "level", "four-2");
  bl_record_set_text (first, "given", "2026-01-01T10:00:00Z");
  bl_project_commit (team.project);
  sheet = bl_rating_sheet_new (team.session, team.assessment, BL_ASSESSMENT_MEMBER (team.ann));
  words = bl_rating_sheet_say_when (sheet);
  g_assert_nonnull (strstr (words, "welcome"));
  bl_rating_sheet_set_level (sheet, "access-reach", "four-3");
  g_assert_cmpuint (count_ratings (&team), ==, 2);
  g_assert_cmpstr (bl_record_get_text (first, "level"), ==, "four-2");
  second = BL_RECORD (bl_rating_sheet_find (sheet, "access-reach"));
  g_assert_cmpstr (bl_record_get_text (second, "replaces"), ==, bl_record_get_id (first));
  bl_rating_sheet_set_words (sheet, "access-reach", "why", "I heard about the mobile library.");
  bl_rating_sheet_set_level (sheet, "access-reach", "four-4"); /* the same look again: no third */
  g_assert_cmpuint (count_ratings (&team), ==, 2);
  g_assert_cmpstr (bl_record_get_text (second, "why"), ==, "I heard about the mobile library.");
  close_team (&team);
}

static void
test_dresses (void)
{
  Team team;
  BlAssessRateView *view;
  GtkWidget *window;

  open_team (&team, "route-half", 0);
  view = make (&team);
  g_object_set (view, "member", team.ann, NULL);
  window = bl_app_fixture_show (GTK_WIDGET (view), 900, 700);
  bl_app_fixture_assert_named (GTK_WIDGET (view));
  gtk_widget_activate_action (GTK_WIDGET (view), "turn.begin", NULL);
  bl_app_fixture_settle ();
  bl_app_fixture_assert_named (GTK_WIDGET (view));
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (view);
  close_team (&team);
}

static void
test_every_dress (void)
{
  bl_app_fixture_in_every_dress (test_dresses);
}

int
main (int argc, char **argv)
{
  bl_app_fixture_init (&argc, &argv);
  g_test_add_func ("/assess-rate-view/turns", test_turns);
  g_test_add_func ("/assess-rate-view/short-route", test_short_route);
  g_test_add_func ("/assess-rate-view/words", test_words);
  g_test_add_func ("/assess-rate-view/after-meeting", test_after_meeting);
  g_test_add_func ("/assess-rate-view/dresses", test_every_dress);
  return g_test_run ();
}
