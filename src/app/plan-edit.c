/* plan-edit.c: changes to an improvement plan, each a step that can be undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan-edit.h"

#include <glib/gi18n-lib.h>

#include "text.h"

static gboolean
begin (BlSession *session, gpointer record, const char *step)
{
  if (!bl_session_get_editable (session) || bl_record_get_parent (record) == NULL)
    return FALSE;
  bl_project_begin (bl_session_get_project (session), step);
  return TRUE;
}

static guint32
get_today (BlSession *session)
{
  return bl_clock_today (bl_project_get_clock (bl_session_get_project (session)));
}

gboolean
bl_plan_edit_open_early (BlSession *session, BlAssessment *assessment, const char *who, const char *why)
{
  g_autofree char *name = bl_text_clean (who), *reason = bl_text_clean (why);

  if (name == NULL || reason == NULL || !begin (session, assessment, _ ("Open the Plan Early")))
    return FALSE;
  bl_record_set_text (BL_RECORD (assessment), "exception", reason);
  bl_record_set_text (BL_RECORD (assessment), "exception-by", name);
  bl_record_set_date (BL_RECORD (assessment), "exception-date", get_today (session));
  bl_project_commit (bl_session_get_project (session));
  bl_session_announce (session, _ ("The plan is open, and the reason is kept with it"));
  return TRUE;
}

gboolean
bl_plan_edit_merge (BlSession *session, BlFinding *finding, BlFinding *into)
{
  gboolean done;

  if (!begin (session, finding, _ ("Merge Two Areas for Improvement")))
    return FALSE;
  done = bl_plan_merge (finding, into);
  bl_project_commit (bl_session_get_project (session));
  if (done)
    bl_session_announce (session, _ ("Two areas merged; where both come from is kept"));
  return done;
}

void
bl_plan_edit_take_apart (BlSession *session, BlFinding *finding)
{
  if (!begin (session, finding, _ ("Take Merged Areas Apart")))
    return;
  bl_record_clear (BL_RECORD (finding), "merged");
  bl_project_commit (bl_session_get_project (session));
}

static void
set_flag (BlSession *session, BlFinding *finding, const char *field, gboolean value, const char *step)
{
  gboolean had = FALSE;

  if ((bl_record_get_boolean (BL_RECORD (finding), field, &had) && had) == value || !begin (session, finding, step))
    return;
  if (value)
    bl_record_set_boolean (BL_RECORD (finding), field, TRUE);
  else
    bl_record_clear (BL_RECORD (finding), field);
  bl_project_commit (bl_session_get_project (session));
}

void
bl_plan_edit_set_required (BlSession *session, BlFinding *finding, gboolean required)
{
  set_flag (session, finding, "required", required, required ? _ ("Mark as Required by Law or Safety") : _ ("Let an Area Compete"));
}

void
bl_plan_edit_set_chosen (BlSession *session, BlFinding *finding, gboolean chosen)
{
  set_flag (session, finding, "chosen", chosen, chosen ? _ ("Choose a Priority") : _ ("Leave a Priority Out"));
}

static void
set_step (BlFinding *finding, const char *field, int value)
{
  if (value >= 1 && value <= 3)
    bl_record_set_integer (BL_RECORD (finding), field, value);
  else
    bl_record_clear (BL_RECORD (finding), field);
}

void
bl_plan_edit_place (BlSession *session, BlFinding *finding, int effect, int effort)
{
  if (!begin (session, finding, _ ("Place an Area on the Grid")))
    return;
  set_step (finding, "effect", effect);
  set_step (finding, "effort", effort);
  bl_record_clear (BL_RECORD (finding), "place");
  bl_record_clear (BL_RECORD (finding), "place-why");
  bl_project_commit (bl_session_get_project (session));
}

gboolean
bl_plan_edit_overrule (BlSession *session, BlFinding *finding, const char *place, const char *why)
{
  g_autofree char *reason = bl_text_clean (why);

  if (place != NULL && reason == NULL)
    return FALSE;
  if (!begin (session, finding, place != NULL ? _ ("Overrule the Grid") : _ ("Follow the Grid")))
    return FALSE;
  bl_record_set_text (BL_RECORD (finding), "place", place);
  bl_record_set_text (BL_RECORD (finding), "place-why", place != NULL ? reason : NULL);
  bl_project_commit (bl_session_get_project (session));
  return TRUE;
}

BlAction *
bl_plan_edit_make_action (BlSession *session, BlAssessment *assessment, BlFinding *finding)
{
  BlProject *project = bl_session_get_project (session);
  g_autoptr (BlPlanStudy) plan = bl_plan_study_new (project, assessment);
  const BlPlanArea *area = bl_plan_study_find (plan, finding);
  g_autoptr (BlAction) action = NULL;

  if (area == NULL || !begin (session, finding, _ ("Make an Action of a Priority")))
    return NULL;
  action = bl_plan_make_action (project, plan, area, get_today (session));
  bl_record_append (BL_RECORD (project), "actions", BL_RECORD (action));
  bl_project_commit (project);
  return action; /* the project holds it */
}
