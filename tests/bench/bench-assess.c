/* bench-assess.c: a self-assessment of thirty members and sixty criteria, worked out after each change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assessment-study.h"

#define MEMBERS 30
#define ROUNDS 50
#define BOUND_MS 8.0 /* what may hold the main loop */

static BlRecord *
append (gpointer parent, const char *list, gpointer record)
{
  bl_record_append (parent, list, record);
  g_object_unref (record); /* the list holds it */
  return record;
}

/* All have rated everything, everything is agreed. */
static BlAssessment *
fill (BlProject *project, BlIds *ids)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) shipped = bl_framework_load ("self-assessment-starter", &error);
  BlFramework *framework;
  g_autoptr (GPtrArray) criteria = NULL;
  BlRecord *assessment;

  g_assert_no_error (error);
  bl_project_begin (project, "Fill");
  framework = bl_framework_copy (shipped, ids);
  append (project, "frameworks", framework);
  criteria = bl_framework_list_criteria (framework, FALSE);
  assessment = append (project, "assessments", bl_assessment_new (NULL));
  bl_record_set_text (assessment, "framework", bl_record_get_id (BL_RECORD (framework)));
  bl_record_set_text (assessment, "route", "route-half");
  for (guint i = 0; i < MEMBERS; i++)
    {
      BlRecord *member = append (assessment, "team", bl_assessment_member_new (NULL));

      for (guint j = 0; j < criteria->len; j++)
        {
          BlRecord *rating = append (assessment, "ratings", bl_rating_new (NULL));
          g_autofree char *level = g_strdup_printf ("four-%u", (i * 7 + j * 3) % 4 + 1);

          bl_record_set_text (rating, "member", bl_record_get_id (member));
          bl_record_set_text (rating, "item", bl_record_get_text (criteria->pdata[j], "item"));
          bl_record_set_text (rating, "level", level);
          bl_record_set_text (rating, "reason", "Because of what I have seen.");
        }
    }
  for (guint j = 0; j < criteria->len; j++)
    {
      BlRecord *agreement = append (assessment, "agreements", bl_agreement_new (NULL));

      bl_record_set_text (agreement, "item", bl_record_get_text (criteria->pdata[j], "item"));
      bl_record_set_text (agreement, "level", "four-2");
    }
  bl_project_commit (project);
  return BL_ASSESSMENT (assessment);
}

int
main (int argc, char **argv)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("bench");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");
  g_autoptr (BlProject) project = NULL;
  BlAssessment *assessment;
  double worst = 0, sum = 0;

  bl_project_register_kinds ();
  project = bl_project_new (ids, clock);
  assessment = fill (project, ids);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (BlAssessStudy) study = bl_assess_study_new (project, assessment);
      g_autoptr (GArray) order = bl_assess_study_order (study, -1);
      double ms = (g_get_monotonic_time () - start) / 1000.0;

      g_assert_cmpuint (study->n_ratings, ==, MEMBERS * study->n_items);
      sum += ms;
      worst = MAX (worst, ms);
    }
  g_print ("30 members, 57 criteria: %.2f ms on average, %.2f ms at worst (bound %.0f ms on average)\n",
           sum / ROUNDS, worst, BOUND_MS);
  return sum / ROUNDS <= BOUND_MS ? 0 : 1;
}
