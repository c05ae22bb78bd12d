/* test-assess-back-view.c: looking back in the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-back-view.h"

#include "app-fixture.h"
#include "assess-change.h"
#include "chart-view.h"

typedef struct
{
  BlContext *context;
  BlSession *session;
  BlProject *project;
  BlAssessment *then, *now;
  GtkWidget *view, *window;
} Stage;

static BlAssessment *
add (Stage *stage, const char *title, guint members)
{
  g_autoptr (BlAssessment) draft = bl_assessment_new (NULL);
  g_autoptr (BlFramework) framework = bl_framework_load ("self-assessment-starter", NULL);
  BlAssessment *begun;

  bl_record_set_text (BL_RECORD (draft), "title", title);
  bl_record_set_text (BL_RECORD (draft), "route", "route-half");
  bl_record_set_text (BL_RECORD (draft), "scale", "scale-four");
  begun = bl_assess_change_begin (stage->session, draft, framework);
  for (guint i = 0; i < members; i++)
    bl_assess_change_add_member (stage->session, begun, "role-staff");
  return begun;
}

/* Everyone gives the same level to all criteria, and that is agreed. */
static void
rate_all (Stage *stage, BlAssessment *assessment, const char *level)
{
  g_autoptr (BlAssessStudy) study = bl_assess_study_new (stage->project, assessment);

  bl_project_begin (stage->project, "Rate");
  for (guint i = 0; i < study->n_items; i++)
    {
      g_autoptr (BlAgreement) agreement = bl_agreement_new (NULL);

      bl_record_set_text (BL_RECORD (agreement), "item", study->items[i].item);
      bl_record_set_text (BL_RECORD (agreement), "level", level);
      bl_record_append (BL_RECORD (assessment), "agreements", BL_RECORD (agreement));
      for (guint j = 0; j < study->n_members; j++)
        {
          g_autoptr (BlRating) rating = bl_rating_new (NULL);

          bl_record_set_text (BL_RECORD (rating), "member", bl_record_get_id (BL_RECORD (study->members[j].member)));
          bl_record_set_text (BL_RECORD (rating), "item", study->items[i].item);
          bl_record_set_text (BL_RECORD (rating), "level", level);
          bl_record_append (BL_RECORD (assessment), "ratings", BL_RECORD (rating));
        }
    }
  bl_project_commit (stage->project);
}

static void
stage_up (Stage *stage)
{
  stage->context = bl_app_fixture_context ();
  stage->session = bl_app_fixture_small (stage->context);
  stage->project = bl_session_get_project (stage->session);
  stage->now = add (stage, "2026", 3);
  stage->view = g_object_new (BL_TYPE_ASSESS_BACK_VIEW, "session", stage->session, NULL);
  g_object_set (stage->view, "assessment", stage->now, NULL);
  stage->window = bl_app_fixture_show (stage->view, 900, 700);
}

static void
stage_down (Stage *stage)
{
  gtk_window_destroy (GTK_WINDOW (stage->window));
  bl_app_fixture_settle ();
  g_object_unref (stage->session);
  g_object_unref (stage->context);
}

static guint
count_rows (Stage *stage)
{
  GtkListBox *pairs = GTK_LIST_BOX (bl_app_fixture_find (stage->view, GTK_TYPE_LIST_BOX, "pairs"));
  guint n = 0;

  while (gtk_list_box_get_row_at_index (pairs, (int) n) != NULL)
    n++;
  return n;
}

static void
test_compare (void)
{
  Stage stage;
  const BlAssessBack *shown;
  GtkExpander *radar;
  GtkLabel *finding;

  stage_up (&stage);
  g_assert_null (bl_assess_back_view_get_shown (BL_ASSESS_BACK_VIEW (stage.view)));
  bl_app_fixture_assert_named (stage.view);
  stage.then = add (&stage, "2024", 30);
  rate_all (&stage, stage.then, "four-2");
  rate_all (&stage, stage.now, "four-2");
  shown = bl_assess_back_view_get_shown (BL_ASSESS_BACK_VIEW (stage.view));
  g_assert_nonnull (shown);
  g_assert_cmpuint (shown->n_both, ==, 57);
  g_assert_cmpuint (count_rows (&stage), ==, 57);
  finding = GTK_LABEL (bl_app_fixture_find (stage.view, GTK_TYPE_LABEL, "finding"));
  g_assert_cmpstr (gtk_label_get_label (finding), ==, "Of 57 criteria agreed both times, 0 moved.");
  g_object_set (stage.view, "moved-only", TRUE, NULL);
  g_assert_cmpuint (count_rows (&stage), ==, 0);
  bl_project_begin (stage.project, "Agree otherwise");
  {
    g_autoptr (BlRecord) agreement = g_list_model_get_item (bl_record_get_list (BL_RECORD (stage.now), "agreements"), 0);

    bl_record_set_text (agreement, "level", "four-3");
  }
  bl_project_commit (stage.project);
  g_assert_cmpuint (count_rows (&stage), ==, 1);
  g_assert_cmpstr (gtk_label_get_label (finding), ==, "Of 57 criteria agreed both times, 1 moved.");
  /* The radar comes only when it is asked for. */
  radar = GTK_EXPANDER (bl_app_fixture_find (stage.view, GTK_TYPE_EXPANDER, "radar_box"));
  g_assert_null (bl_app_fixture_find (stage.view, BL_TYPE_CHART_VIEW, NULL));
  gtk_expander_set_expanded (radar, TRUE);
  g_assert_nonnull (bl_chart_view_get_chart (BL_CHART_VIEW (bl_app_fixture_find (stage.view, BL_TYPE_CHART_VIEW, NULL))));
  bl_app_fixture_settle ();
  bl_app_fixture_assert_named (stage.view);
  /* The other one goes: there is nothing to compare with. */
  bl_assess_change_remove (stage.session, stage.then);
  g_assert_null (bl_assess_back_view_get_shown (BL_ASSESS_BACK_VIEW (stage.view)));
  stage_down (&stage);
}

static void
test_friend (void)
{
  Stage stage;
  const BlAssessBack *shown;

  stage_up (&stage);
  bl_assess_change_add_member (stage.session, stage.now, "role-friend");
  shown = bl_assess_back_view_get_shown (BL_ASSESS_BACK_VIEW (stage.view));
  g_assert_nonnull (shown);
  g_assert_cmpint (shown->kind, ==, BL_ASSESS_BACK_FRIEND);
  stage.then = add (&stage, "2024", 2);
  bl_assess_back_view_compare (BL_ASSESS_BACK_VIEW (stage.view), 0);
  g_assert_cmpint (bl_assess_back_view_get_shown (BL_ASSESS_BACK_VIEW (stage.view))->kind, ==, BL_ASSESS_BACK_EARLIER);
  bl_assess_back_view_compare (BL_ASSESS_BACK_VIEW (stage.view), 1);
  g_assert_cmpint (bl_assess_back_view_get_shown (BL_ASSESS_BACK_VIEW (stage.view))->kind, ==, BL_ASSESS_BACK_FRIEND);
  stage_down (&stage);
}

static void
test_dress (void)
{
  Stage stage;

  stage_up (&stage);
  bl_assess_change_add_member (stage.session, stage.now, "role-friend");
  rate_all (&stage, stage.now, "four-3");
  bl_app_fixture_settle ();
  bl_app_fixture_assert_named (stage.view);
  stage_down (&stage);
}

static void
test_dresses (void)
{
  bl_app_fixture_in_every_dress (test_dress);
}

int
main (int argc, char **argv)
{
  bl_app_fixture_init (&argc, &argv);
  g_test_add_func ("/assess-back-view/compare", test_compare);
  g_test_add_func ("/assess-back-view/friend", test_friend);
  g_test_add_func ("/assess-back-view/dresses", test_dresses);
  return g_test_run ();
}
