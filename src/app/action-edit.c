/* action-edit.c: actions added, removed and reported on, each a step that can be undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "action-edit.h"

#include <glib/gi18n-lib.h>

#include "improvement-plan.h"
#include "text.h"

static guint32
get_today (BlSession *session)
{
  return bl_clock_today (bl_project_get_clock (bl_session_get_project (session)));
}

static gboolean
begin (BlSession *session, gpointer record, const char *step)
{
  if (!bl_session_get_editable (session) || bl_record_get_parent (record) == NULL)
    return FALSE;
  bl_project_begin (bl_session_get_project (session), step);
  return TRUE;
}

BlAction *
bl_action_edit_add (BlSession *session)
{
  BlProject *project = bl_session_get_project (session);
  g_autoptr (BlAction) action = NULL;
  g_autofree char *ref = NULL;

  if (!bl_session_get_editable (session))
    return NULL;
  action = bl_action_new (NULL);
  ref = bl_plan_next_ref (project);
  bl_record_set_text (BL_RECORD (action), "ref", ref);
  bl_record_set_enum (BL_RECORD (action), "state", BL_ACTION_NOT_STARTED);
  bl_record_set_date (BL_RECORD (action), "looked-at", get_today (session));
  bl_project_begin (project, _ ("Add an Action"));
  bl_record_append (BL_RECORD (project), "actions", BL_RECORD (action));
  bl_project_commit (project);
  return action; /* the project holds it */
}

void
bl_action_edit_remove (BlSession *session, BlAction *action)
{
  if (!begin (session, action, _ ("Remove an Action")))
    return;
  bl_project_delete (bl_session_get_project (session), BL_RECORD (action));
  bl_project_commit (bl_session_get_project (session));
  bl_session_announce (session, _ ("Action removed"));
}

gboolean
bl_action_edit_note (BlSession *session, BlAction *action, const char *text)
{
  g_autofree char *clean = bl_text_clean (text);
  g_autoptr (BlProgress) progress = NULL;
  gint64 percent = 0;

  if (clean == NULL || !begin (session, action, _ ("Note What Happened")))
    return FALSE;
  progress = bl_progress_new (NULL);
  bl_record_set_date (BL_RECORD (progress), "date", get_today (session));
  bl_record_set_enum (BL_RECORD (progress), "state", bl_record_get_enum (BL_RECORD (action), "state"));
  if (bl_record_get_integer (BL_RECORD (action), "percent", &percent))
    bl_record_set_integer (BL_RECORD (progress), "percent", percent);
  bl_record_set_text (BL_RECORD (progress), "by", bl_project_get_author (bl_session_get_project (session)));
  bl_record_set_text (BL_RECORD (progress), "text", clean);
  bl_record_append (BL_RECORD (action), "history", BL_RECORD (progress));
  bl_record_set_text (BL_RECORD (action), "commentary", clean);
  bl_record_set_date (BL_RECORD (action), "looked-at", get_today (session));
  bl_project_commit (bl_session_get_project (session));
  return TRUE;
}

gboolean
bl_action_edit_add_milestone (BlSession *session, BlAction *action, const char *title, const char *due, GError **error)
{
  g_autofree char *clean = bl_text_clean (title);
  g_autoptr (BlMilestone) milestone = bl_milestone_new (NULL);

  if (clean == NULL || !bl_record_set_from_text (BL_RECORD (milestone), "due", due, error)
      || !begin (session, action, _ ("Add a Milestone")))
    return FALSE;
  bl_record_set_text (BL_RECORD (milestone), "title", clean);
  bl_record_append (BL_RECORD (action), "milestones", BL_RECORD (milestone));
  bl_record_set_date (BL_RECORD (action), "looked-at", get_today (session));
  bl_project_commit (bl_session_get_project (session));
  return TRUE;
}

void
bl_action_edit_set_milestone_done (BlSession *session, BlMilestone *milestone, gboolean done)
{
  if (bl_record_is_known (BL_RECORD (milestone), "done") == done || !begin (session, milestone, _ ("Change a Milestone")))
    return;
  if (done)
    bl_record_set_date (BL_RECORD (milestone), "done", get_today (session));
  else
    bl_record_clear (BL_RECORD (milestone), "done");
  bl_project_commit (bl_session_get_project (session));
}

void
bl_action_edit_remove_milestone (BlSession *session, BlMilestone *milestone)
{
  if (!begin (session, milestone, _ ("Remove a Milestone")))
    return;
  bl_project_delete (bl_session_get_project (session), BL_RECORD (milestone));
  bl_project_commit (bl_session_get_project (session));
  bl_session_announce (session, _ ("Milestone removed"));
}
