/* test-assess-meet-view.c: leading a meeting: order, agreement, dissent, strengths, time, and undo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "app-fixture.h"
#include "assess-meet-view.h"
#include "meet-again.h"
#include "meet-edit.h"
#include "meet-findings.h"
#include "meet-form.h"

typedef struct
{
  BlContext *context;
  BlSession *session;
  BlAssessment *assessment;
  GtkWidget *window, *view;
} Meeting;

static BlProject *
get_project (Meeting *self)
{
  return bl_session_get_project (self->session);
}

static void
add_rating (Meeting *self, const char *member, const char *item, const char *level, const char *reason)
{
  g_autoptr (BlRating) rating = bl_rating_new (NULL);

  bl_record_set_text (BL_RECORD (rating), "member", member);
  bl_record_set_text (BL_RECORD (rating), "item", item);
  bl_record_set_text (BL_RECORD (rating), "level", level);
  bl_record_set_text (BL_RECORD (rating), "reason", reason);
  bl_record_append (BL_RECORD (self->assessment), "ratings", BL_RECORD (rating));
}

/* By hand, of "purpose": choices 1, 2, 4 (three apart); strategy 2, 2, 3 (within one); difference 3, 3, 3 (agreed); wider
 * 1, 3, not sure (two apart); everyday and standard: nobody. So the order is choices, wider, then the near ones. */
static void
set_up (Meeting *self)
{
  static const struct
  {
    const char *item, *levels[3];
  } ratings[] = {
    { "purpose-choices", { "four-1", "four-2", "four-4" } },
    { "purpose-strategy", { "four-2", "four-2", "four-3" } },
    { "purpose-difference", { "four-3", "four-3", "four-3" } },
    { "purpose-wider", { "four-1", "four-3", "four-notsure" } },
  };
  static const char *const names[] = { "Ann", "Ben", "Cath" };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) framework = bl_framework_load ("self-assessment-starter", &error), copy = NULL;
  const char *ids[3];

  g_assert_no_error (error);
  self->context = bl_app_fixture_context ();
  self->session = bl_app_fixture_small (self->context);
  copy = bl_framework_copy (framework, bl_project_get_ids (get_project (self)));
  self->assessment = bl_assessment_new (NULL);
  bl_project_begin (get_project (self), "Prepare");
  bl_record_append (BL_RECORD (get_project (self)), "frameworks", BL_RECORD (copy));
  bl_record_set_text (BL_RECORD (self->assessment), "title", "Together");
  bl_record_set_text (BL_RECORD (self->assessment), "route", "route-half");
  bl_record_set_text (BL_RECORD (self->assessment), "framework", bl_record_get_id (BL_RECORD (copy)));
  bl_record_append (BL_RECORD (get_project (self)), "assessments", BL_RECORD (self->assessment));
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (BlAssessmentMember) member = bl_assessment_member_new (NULL);

      bl_record_set_text (BL_RECORD (member), "name", names[i]);
      bl_record_append (BL_RECORD (self->assessment), "team", BL_RECORD (member));
      ids[i] = bl_record_get_id (BL_RECORD (member));
    }
  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
    for (guint j = 0; j < 3; j++)
      add_rating (self, ids[j], ratings[i].item, ratings[i].levels[j], i == 0 && j == 0 ? "The budget says otherwise." : NULL);
  bl_project_commit (get_project (self));
  self->view = g_object_new (BL_TYPE_ASSESS_MEET_VIEW, "session", self->session, NULL);
  g_object_set (self->view, "assessment", self->assessment, NULL);
}

static void
tear_down (Meeting *self)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  g_clear_object (&self->assessment);
  g_clear_object (&self->session);
  g_clear_object (&self->context);
}

static void
show (Meeting *self, int width, int height)
{
  self->window = bl_app_fixture_show (self->view, width, height);
}

static BlAssessMeetView *
get_view (Meeting *self)
{
  return BL_ASSESS_MEET_VIEW (self->view);
}

static const char *
get_label (Meeting *self, const char *name)
{
  return gtk_label_get_label (GTK_LABEL (bl_app_fixture_find (self->view, GTK_TYPE_LABEL, name)));
}

/* The criterion of row @index of the list. */
static const char *
get_row (Meeting *self, int index)
{
  GtkWidget *list = bl_app_fixture_find (self->view, GTK_TYPE_LIST_BOX, "criteria");
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), index);

  return row != NULL ? g_object_get_data (G_OBJECT (row), "criterion") : NULL;
}

static const char *
get_agreed (Meeting *self, const char *item)
{
  BlAgreement *agreement = bl_meet_find_agreement (self->assessment, item);

  return agreement != NULL ? bl_record_get_text (BL_RECORD (agreement), "level") : NULL;
}

static void
press_level (Meeting *self, guint index)
{
  GtkWidget *button = gtk_widget_get_first_child (bl_app_fixture_find (self->view, GTK_TYPE_BOX, "levels"));

  while (index-- > 0)
    button = gtk_widget_get_next_sibling (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

/* --- Order ---------------------------------------------------------------------------- */

static void
test_order (void)
{
  Meeting meeting = { 0 };

  set_up (&meeting);
  show (&meeting, 1280, 800);
  /* Nothing is agreed: the meeting begins with its opening, results first. */
  g_assert_cmpint (bl_assess_meet_view_get_part (get_view (&meeting)), ==, -1);
  gtk_widget_activate_action (meeting.view, "meet.next", NULL);
  g_assert_cmpint (bl_assess_meet_view_get_part (get_view (&meeting)), ==, 0);
  g_assert_cmpstr (get_row (&meeting, 0), ==, "purpose-choices");
  g_assert_cmpstr (get_row (&meeting, 1), ==, "purpose-wider");
  g_assert_cmpstr (get_row (&meeting, 2), ==, "purpose-strategy");
  g_assert_cmpstr (bl_assess_meet_view_get_criterion (get_view (&meeting)), ==, "purpose-choices");
  g_assert_nonnull (strstr (get_label (&meeting, "sentence"), "3 levels"));
  g_assert_nonnull (strstr (get_label (&meeting, "written"), "0 of 10"));
  gtk_widget_activate_action (meeting.view, "meet.next", NULL);
  g_assert_cmpstr (bl_assess_meet_view_get_criterion (get_view (&meeting)), ==, "purpose-wider");
  g_assert_nonnull (strstr (get_label (&meeting, "not_sure"), "1 of 3"));
  gtk_widget_activate_action (meeting.view, "meet.previous", NULL);
  gtk_widget_activate_action (meeting.view, "meet.previous", NULL);
  g_assert_cmpint (bl_assess_meet_view_get_part (get_view (&meeting)), ==, -1);
  tear_down (&meeting);
}

/* --- Agreement -------------------------------------------------------------------------- */

static void
test_agree (void)
{
  Meeting meeting = { 0 };

  set_up (&meeting);
  show (&meeting, 1280, 800);
  g_assert_true (bl_assess_meet_view_show_criterion (get_view (&meeting), "purpose-choices"));
  g_assert_false (bl_assess_meet_view_show_criterion (get_view (&meeting), "purpose-nothing"));
  press_level (&meeting, 1);
  g_assert_cmpstr (get_agreed (&meeting, "purpose-choices"), ==, "four-2");
  /* The list's order is that of the disagreement, whatever is agreed. */
  g_assert_cmpstr (get_row (&meeting, 0), ==, "purpose-choices");
  g_assert_true (bl_project_undo (get_project (&meeting)));
  g_assert_null (get_agreed (&meeting, "purpose-choices"));
  g_assert_true (gtk_toggle_button_get_active (
      GTK_TOGGLE_BUTTON (bl_app_fixture_find (meeting.view, GTK_TYPE_TOGGLE_BUTTON, "none_button"))));
  press_level (&meeting, 3);
  g_assert_cmpstr (get_agreed (&meeting, "purpose-choices"), ==, "four-4");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (bl_app_fixture_find (meeting.view, GTK_TYPE_TOGGLE_BUTTON, "none_button")), TRUE);
  g_assert_null (get_agreed (&meeting, "purpose-choices"));
  tear_down (&meeting);
}

/* Those within one level, each on the more common level: 2, 2, 3 is 2 and 3, 3, 3 is 3; the wide ones wait. */
static void
test_confirm (void)
{
  Meeting meeting = { 0 };

  set_up (&meeting);
  show (&meeting, 1280, 800);
  bl_assess_meet_view_show_criterion (get_view (&meeting), "purpose-choices");
  gtk_widget_activate_action (meeting.view, "meet.confirm", NULL);
  g_assert_cmpstr (get_agreed (&meeting, "purpose-strategy"), ==, "four-2");
  g_assert_cmpstr (get_agreed (&meeting, "purpose-difference"), ==, "four-3");
  g_assert_null (bl_meet_find_agreement (meeting.assessment, "purpose-choices"));
  g_assert_null (bl_meet_find_agreement (meeting.assessment, "purpose-wider"));
  /* In one go, and back in one go. */
  bl_project_undo (get_project (&meeting));
  g_assert_null (bl_meet_find_agreement (meeting.assessment, "purpose-strategy"));
  tear_down (&meeting);
}

static void
test_set_aside_and_park (void)
{
  Meeting meeting = { 0 };
  g_autoptr (BlAssessStudy) study = NULL;
  BlRecord *agreement;
  gboolean aside = FALSE;

  set_up (&meeting);
  show (&meeting, 1280, 800);
  bl_assess_meet_view_show_criterion (get_view (&meeting), "purpose-choices");
  study = bl_assess_study_new (get_project (&meeting), meeting.assessment);
  bl_meet_edit_set_aside (meeting.session, meeting.assessment, bl_assess_study_find (study, "purpose-choices"), "  ");
  g_assert_null (bl_meet_find_agreement (meeting.assessment, "purpose-choices"));
  bl_meet_edit_set_aside (meeting.session, meeting.assessment, bl_assess_study_find (study, "purpose-choices"), "Set by the county.");
  agreement = BL_RECORD (bl_meet_find_agreement (meeting.assessment, "purpose-choices"));
  g_assert_true (bl_record_get_boolean (agreement, "set-aside", &aside) && aside);
  g_assert_nonnull (strstr (get_label (&meeting, "agree_words"), "Set by the county."));
  bl_meet_edit_park (meeting.session, meeting.assessment, bl_assess_study_find (study, "purpose-choices"), "How much?", "Ben");
  g_assert_false (bl_record_is_known (agreement, "set-aside"));
  g_assert_nonnull (strstr (get_label (&meeting, "agree_words"), "Ben"));
  bl_project_undo (get_project (&meeting));
  g_assert_true (bl_record_get_boolean (agreement, "set-aside", &aside) && aside);
  tear_down (&meeting);
}

/* --- Dissent ------------------------------------------------------------------------------ */

static void
test_dissent (void)
{
  Meeting meeting = { 0 };
  g_autoptr (BlAssessStudy) study = NULL;
  g_autoptr (GString) long_reason = g_string_new (NULL);
  g_autofree char *why_not = NULL, *too_long = NULL, *no_date = NULL, *good = NULL;
  const BlAssessItem *item;
  GtkWidget *dissents;

  set_up (&meeting);
  show (&meeting, 1280, 800);
  bl_assess_meet_view_show_criterion (get_view (&meeting), "purpose-choices");
  press_level (&meeting, 1);
  study = bl_assess_study_new (get_project (&meeting), meeting.assessment);
  item = bl_assess_study_find (study, "purpose-choices");
  for (guint i = 0; i < 51; i++)
    g_string_append (long_reason, "word ");
  g_assert_false (bl_meet_edit_add_dissent (meeting.session, meeting.assessment, item, "four-4", "", NULL, NULL, NULL, &why_not));
  g_assert_nonnull (why_not);
  g_assert_false (bl_meet_edit_add_dissent (meeting.session, meeting.assessment, item, "four-4", long_reason->str, NULL, NULL, NULL, &too_long));
  g_assert_nonnull (strstr (too_long, "51"));
  g_assert_false (bl_meet_edit_add_dissent (meeting.session, meeting.assessment, item, "four-4", "We do.", NULL, NULL, "soon", &no_date));
  g_assert_nonnull (no_date);
  g_assert_true (bl_meet_edit_add_dissent (meeting.session, meeting.assessment, item, "four-4", "We choose every year.", "The budget", "",
                                           "2027-05-31", &good));
  dissents = bl_app_fixture_find (meeting.view, GTK_TYPE_LIST_BOX, "dissents");
  g_assert_true (gtk_widget_get_mapped (dissents));
  g_assert_nonnull (strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (gtk_list_box_get_row_at_index (GTK_LIST_BOX (dissents), 0))),
                            "Excellent: We choose every year."));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (gtk_list_box_get_row_at_index (GTK_LIST_BOX (dissents), 0))),
                            "A member of the team"));
  /* What was agreed stays beside it. */
  g_assert_cmpstr (get_agreed (&meeting, "purpose-choices"), ==, "four-2");
  bl_project_undo (get_project (&meeting));
  g_assert_false (gtk_widget_get_mapped (dissents));
  tear_down (&meeting);
}

/* --- Strengths and areas --------------------------------------------------------------------- */

static const char *
get_finding (Meeting *self, guint index)
{
  g_autoptr (GPtrArray) findings = bl_meet_list_findings (self->assessment, "purpose", BL_FINDING_STRENGTH);

  return index < findings->len ? bl_record_get_text (g_ptr_array_index (findings, index), "text") : NULL;
}

static void
test_findings (void)
{
  static const char *const texts[] = { "One", "Two", "Three", "Four", "Five" };
  Meeting meeting = { 0 };
  g_autoptr (GPtrArray) findings = NULL;
  GtkWidget *box, *entry;

  set_up (&meeting);
  show (&meeting, 1280, 800);
  bl_assess_meet_view_show_criterion (get_view (&meeting), "purpose-choices");
  box = bl_app_fixture_find (meeting.view, BL_TYPE_MEET_FINDINGS, "strengths");
  entry = bl_app_fixture_find (box, ADW_TYPE_ENTRY_ROW, "entry");
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (bl_app_fixture_find (box, GTK_TYPE_LABEL, "hint"))), "stopped coming"));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), texts[i]);
      g_signal_emit_by_name (entry, "apply");
    }
  /* The fifth is refused kindly, and what was typed stays. */
  g_assert_cmpstr (get_finding (&meeting, 3), ==, "Four");
  g_assert_null (get_finding (&meeting, 4));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Five");
  g_assert_true (gtk_widget_has_css_class (bl_app_fixture_find (box, GTK_TYPE_LABEL, "hint"), "warn-box"));
  g_assert_true (gtk_widget_has_css_class (bl_app_fixture_find (box, GTK_TYPE_LABEL, "pill"), "pill-good"));

  findings = bl_meet_list_findings (meeting.assessment, "purpose", BL_FINDING_STRENGTH);
  bl_meet_edit_move_finding (meeting.session, meeting.assessment, g_ptr_array_index (findings, 2), -1);
  g_assert_cmpstr (get_finding (&meeting, 1), ==, "Three");
  bl_meet_edit_move_finding (meeting.session, meeting.assessment, g_ptr_array_index (findings, 2), 1);
  g_assert_cmpstr (get_finding (&meeting, 2), ==, "Three");
  bl_project_undo (get_project (&meeting));
  g_assert_cmpstr (get_finding (&meeting, 1), ==, "Three");
  bl_project_undo (get_project (&meeting));
  g_assert_cmpstr (get_finding (&meeting, 1), ==, "Two");
  bl_meet_edit_remove_finding (meeting.session, g_ptr_array_index (findings, 0));
  g_assert_cmpstr (get_finding (&meeting, 0), ==, "Two");
  bl_project_undo (get_project (&meeting));
  g_assert_cmpstr (get_finding (&meeting, 0), ==, "One");
  tear_down (&meeting);
}

/* What a member put forward is taken in their words, kept, and offered again when it is taken out. */
static void
test_put_forward (void)
{
  Meeting meeting = { 0 };
  g_autoptr (BlFinding) finding = bl_finding_new (NULL);
  g_autoptr (GPtrArray) offered = NULL, left = NULL, agreed = NULL, again = NULL;
  g_autofree char *why_not = NULL;

  set_up (&meeting);
  bl_project_begin (get_project (&meeting), "Put forward");
  bl_record_set_enum (BL_RECORD (finding), "side", BL_FINDING_AREA);
  bl_record_set_text (BL_RECORD (finding), "item", "purpose");
  bl_record_set_text (BL_RECORD (finding), "text", "We do not yet say no.");
  bl_record_append (BL_RECORD (meeting.assessment), "findings", BL_RECORD (finding));
  bl_project_commit (get_project (&meeting));
  show (&meeting, 1280, 800);
  bl_assess_meet_view_show_criterion (get_view (&meeting), "purpose-choices");
  offered = bl_meet_list_put_forward (meeting.assessment, "purpose", BL_FINDING_AREA);
  g_assert_cmpuint (offered->len, ==, 1);
  g_assert_true (bl_meet_edit_take_finding (meeting.session, meeting.assessment, finding, &why_not));
  left = bl_meet_list_put_forward (meeting.assessment, "purpose", BL_FINDING_AREA);
  agreed = bl_meet_list_findings (meeting.assessment, "purpose", BL_FINDING_AREA);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_cmpuint (agreed->len, ==, 1);
  bl_meet_edit_remove_finding (meeting.session, g_ptr_array_index (agreed, 0));
  again = bl_meet_list_put_forward (meeting.assessment, "purpose", BL_FINDING_AREA);
  g_assert_cmpuint (again->len, ==, 1);
  tear_down (&meeting);
}

/* --- Time ---------------------------------------------------------------------------------------- */

static void
test_timer (void)
{
  Meeting meeting = { 0 };
  BlMeetTimer *timer;
  gint64 seconds = 0;

  set_up (&meeting);
  show (&meeting, 1280, 800);
  bl_assess_meet_view_show_criterion (get_view (&meeting), "purpose-choices");
  timer = bl_assess_meet_view_get_timer (get_view (&meeting));
  /* The half day gives a characteristic twelve minutes. */
  g_assert_cmpuint (bl_meet_timer_get_whole (timer), ==, 720);
  gtk_widget_activate_action (meeting.view, "meet.pause", NULL);
  g_assert_true (bl_meet_timer_get_running (timer));
  bl_meet_timer_pass (timer, 320);
  g_assert_cmpstr (bl_meet_timer_get_words (timer), ==, "6:40 left of 12 minutes");
  gtk_widget_activate_action (meeting.view, "meet.next-step", NULL);
  bl_meet_timer_pass (timer, 30);
  g_assert_nonnull (strstr (get_label (&meeting, "step_label"), "Step 2 of 6"));
  g_assert_nonnull (strstr (get_label (&meeting, "step_label"), "0:30 of 1 min"));
  gtk_widget_activate_action (meeting.view, "meet.add-minute", NULL);
  g_assert_cmpuint (bl_meet_timer_get_whole (timer), ==, 780);
  /* Nothing stops when the time is out. */
  bl_meet_timer_pass (timer, 500);
  g_assert_true (g_str_has_prefix (bl_meet_timer_get_words (timer), "The time is out."));
  g_assert_true (bl_meet_timer_get_running (timer));
  g_assert_cmpstr (bl_assess_meet_view_get_criterion (get_view (&meeting)), ==, "purpose-choices");
  /* 320 + 30 + 500 seconds are kept with the characteristic when it is left, and go on when it is come back to. */
  gtk_widget_activate_action (meeting.view, "meet.next-part", NULL);
  g_assert_true (bl_record_get_integer (BL_RECORD (bl_meet_find_discussion (meeting.assessment, "purpose")), "seconds", &seconds));
  g_assert_cmpint (seconds, ==, 850);
  g_assert_cmpuint (bl_meet_timer_get_elapsed (timer), ==, 0);
  gtk_widget_activate_action (meeting.view, "meet.previous-part", NULL);
  g_assert_cmpuint (bl_meet_timer_get_elapsed (timer), ==, 850);
  tear_down (&meeting);
}

/* --- Stopping, and going on ------------------------------------------------------------------------- */

static void
test_resume (void)
{
  Meeting meeting = { 0 };
  GtkWidget *other;

  set_up (&meeting);
  show (&meeting, 1280, 800);
  bl_assess_meet_view_show_criterion (get_view (&meeting), "purpose-choices");
  press_level (&meeting, 0);
  /* Another view, as on another day: the first characteristic that is not complete, and what is not agreed in it. */
  other = g_object_ref_sink (g_object_new (BL_TYPE_ASSESS_MEET_VIEW, "session", meeting.session, NULL));
  g_object_set (other, "assessment", meeting.assessment, NULL);
  g_assert_cmpint (bl_assess_meet_view_get_part (BL_ASSESS_MEET_VIEW (other)), ==, 0);
  g_assert_cmpstr (bl_assess_meet_view_get_criterion (BL_ASSESS_MEET_VIEW (other)), ==, "purpose-wider");
  g_assert_finalize_object (other);
  tear_down (&meeting);
}

/* Ratings of the meeting count from then on, and what was there before is kept. */
static void
test_again (void)
{
  Meeting meeting = { 0 };
  g_autoptr (BlAssessStudy) study = NULL;
  g_autoptr (GPtrArray) ratings = NULL;
  GtkWidget *dialog;
  const BlAssessItem *item;

  set_up (&meeting);
  show (&meeting, 1280, 800);
  dialog = bl_meet_again_new (GTK_WINDOW (meeting.window), meeting.session, meeting.assessment, "purpose-choices");
  bl_meet_again_choose (BL_MEET_AGAIN (dialog), 2, 1); /* Cath: level 2 */
  bl_meet_again_take (BL_MEET_AGAIN (dialog));
  study = bl_assess_study_new (get_project (&meeting), meeting.assessment);
  item = bl_assess_study_find (study, "purpose-choices");
  g_assert_cmpint (item->low, ==, 1);
  g_assert_cmpint (item->high, ==, 2);
  ratings = bl_assessment_list_ratings (meeting.assessment, bl_record_get_id (BL_RECORD (study->members[2].member)), "purpose-choices");
  g_assert_cmpuint (ratings->len, ==, 2);
  g_assert_cmpstr (bl_record_get_text (g_ptr_array_index (ratings, 0), "means"), ==, "meeting");
  g_assert_cmpstr (bl_record_get_text (g_ptr_array_index (ratings, 0), "replaces"), ==, bl_record_get_id (g_ptr_array_index (ratings, 1)));
  tear_down (&meeting);
}

/* Without names, unless the team wants them. */
static void
test_reasons (void)
{
  Meeting meeting = { 0 };
  GtkListBox *rows;
  AdwActionRow *row;

  set_up (&meeting);
  show (&meeting, 1280, 800);
  bl_assess_meet_view_show_criterion (get_view (&meeting), "purpose-choices");
  gtk_widget_activate_action (meeting.view, "meet.reasons", NULL);
  rows = GTK_LIST_BOX (bl_app_fixture_find (meeting.view, GTK_TYPE_LIST_BOX, "reason_rows"));
  row = ADW_ACTION_ROW (gtk_list_box_get_row_at_index (rows, 0));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "The budget says otherwise.");
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "Early days");
  g_assert_null (gtk_list_box_get_row_at_index (rows, 1));
  bl_project_begin (get_project (&meeting), "Names");
  bl_record_set_boolean (BL_RECORD (meeting.assessment), "names-shown", TRUE);
  bl_project_commit (get_project (&meeting));
  row = ADW_ACTION_ROW (gtk_list_box_get_row_at_index (rows, 0));
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "Ann · Early days");
  tear_down (&meeting);
}

/* --- Looks ------------------------------------------------------------------------------------------------ */

static void
show_it (void)
{
  Meeting meeting = { 0 };

  set_up (&meeting);
  show (&meeting, 900, 700);
  bl_app_fixture_assert_named (meeting.view);
  bl_assess_meet_view_show_criterion (get_view (&meeting), "purpose-choices");
  gtk_widget_activate_action (meeting.view, "meet.say", NULL);
  bl_app_fixture_settle ();
  bl_app_fixture_assert_named (meeting.view);
  for (guint i = 0; i < 12; i++)
    gtk_widget_activate_action (meeting.view, "meet.next-part", NULL);
  g_assert_cmpint (bl_assess_meet_view_get_part (get_view (&meeting)), ==, 10);
  bl_app_fixture_settle ();
  bl_app_fixture_assert_named (meeting.view);
  tear_down (&meeting);
}

static void
test_dresses (void)
{
  bl_app_fixture_in_every_dress (show_it);
}

/* The assessment is taken away while it is met about. */
static void
test_gone (void)
{
  Meeting meeting = { 0 };

  set_up (&meeting);
  show (&meeting, 1280, 800);
  bl_assess_meet_view_show_criterion (get_view (&meeting), "purpose-choices");
  bl_project_begin (get_project (&meeting), "Remove");
  bl_project_delete (get_project (&meeting), BL_RECORD (meeting.assessment));
  bl_project_commit (get_project (&meeting));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (bl_app_fixture_find (meeting.view, GTK_TYPE_STACK, "stack"))), ==, "none");
  gtk_widget_activate_action (meeting.view, "meet.next", NULL);
  bl_project_undo (get_project (&meeting));
  g_assert_cmpstr (bl_assess_meet_view_get_criterion (get_view (&meeting)), ==, "purpose-choices");
  tear_down (&meeting);
}

int
main (int argc, char **argv)
{
  bl_app_fixture_init (&argc, &argv);
  g_test_add_func ("/assess-meet-view/order", test_order);
  g_test_add_func ("/assess-meet-view/agree", test_agree);
  g_test_add_func ("/assess-meet-view/confirm", test_confirm);
  g_test_add_func ("/assess-meet-view/set-aside-and-park", test_set_aside_and_park);
  g_test_add_func ("/assess-meet-view/dissent", test_dissent);
  g_test_add_func ("/assess-meet-view/findings", test_findings);
  g_test_add_func ("/assess-meet-view/put-forward", test_put_forward);
  g_test_add_func ("/assess-meet-view/timer", test_timer);
  g_test_add_func ("/assess-meet-view/resume", test_resume);
  g_test_add_func ("/assess-meet-view/again", test_again);
  g_test_add_func ("/assess-meet-view/reasons", test_reasons);
  g_test_add_func ("/assess-meet-view/gone", test_gone);
  g_test_add_func ("/assess-meet-view/dresses", test_dresses);
  return g_test_run ();
}
