/* assess-change.c: changes to self-assessments that are more than one field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-change.h"

#include <glib/gi18n-lib.h>

#include "edit.h"
#include "text.h"

/* The one of the project with the same words; NULL. */
static BlFramework *
find_same (BlProject *project, BlFramework *framework)
{
  GListModel *all = bl_record_get_list (BL_RECORD (project), "frameworks");
  g_autofree char *wanted = bl_framework_make_checksum (framework);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlFramework) here = g_list_model_get_item (all, i);
      g_autofree char *checksum = bl_framework_make_checksum (here);

      if (here == framework || g_str_equal (wanted, checksum))
        return here; /* the project holds it */
    }
  return NULL;
}

BlAssessment *
bl_assess_change_begin (BlSession *session, BlAssessment *draft, BlFramework *framework)
{
  BlProject *project = bl_session_get_project (session);
  g_autofree char *title = bl_record_describe (BL_RECORD (draft));
  g_autofree char *step = g_strdup_printf (_ ("Begin “%s”"), title);
  g_autofree char *done = g_strdup_printf (_ ("“%s” begun"), title);
  BlFramework *used = find_same (project, framework);

  bl_project_begin (project, step);
  if (used == NULL)
    {
      g_autoptr (BlFramework) copy = bl_framework_copy (framework, bl_project_get_ids (project));

      bl_record_append (BL_RECORD (project), "frameworks", BL_RECORD (copy));
      used = copy; /* the project holds it */
    }
  bl_record_set_text (BL_RECORD (draft), "framework", bl_record_get_id (BL_RECORD (used)));
  bl_record_append (BL_RECORD (project), "assessments", BL_RECORD (draft));
  bl_project_commit (project);
  bl_session_announce (session, done);
  return draft;
}

void
bl_assess_change_remove (BlSession *session, BlAssessment *assessment)
{
  BlProject *project = bl_session_get_project (session);
  g_autofree char *title = bl_record_describe (BL_RECORD (assessment));
  g_autofree char *step = g_strdup_printf (_ ("Remove “%s”"), title);
  g_autofree char *done = g_strdup_printf (_ ("“%s” removed"), title);

  bl_project_begin (project, step);
  bl_project_delete (project, BL_RECORD (assessment));
  bl_project_commit (project);
  bl_session_announce (session, done);
}

char *
bl_assess_name_member (BlFramework *framework, BlAssessmentMember *member)
{
  const char *name = bl_record_get_text (BL_RECORD (member), "name"), *role = bl_record_get_text (BL_RECORD (member), "role");
  BlRecord *assessment = bl_record_get_parent (BL_RECORD (member));
  BlScriptEntry *entry = role != NULL && framework != NULL ? bl_framework_find_entry (framework, "roles", role) : NULL;
  const char *title = entry != NULL ? bl_record_get_text (BL_RECORD (entry), "title") : NULL;
  guint place = 0;

  if (name != NULL)
    return g_strdup (name);
  if (assessment != NULL)
    {
      GListModel *team = bl_record_get_list (assessment, "team");

      for (guint i = 0; i < g_list_model_get_n_items (team); i++)
        {
          g_autoptr (BlAssessmentMember) here = g_list_model_get_item (team, i);

          if (here == member)
            place = i + 1;
        }
    }
  /* Translators: who has no name yet: a role and a number: "Staff member 3". */
  return title != NULL ? g_strdup_printf (_ ("%s %u"), title, place) : g_strdup_printf (_ ("Member %u"), place);
}

BlAssessmentMember *
bl_assess_change_add_member (BlSession *session, BlAssessment *assessment, const char *role)
{
  BlProject *project = bl_session_get_project (session);
  g_autoptr (BlAssessmentMember) member = bl_assessment_member_new (NULL);

  bl_record_set_text (BL_RECORD (member), "role", role);
  if (g_strcmp0 (role, "role-facilitator") == 0)
    bl_record_set_boolean (BL_RECORD (member), "facilitates", TRUE);
  bl_project_begin (project, _ ("Add member of the team"));
  bl_record_append (BL_RECORD (assessment), "team", BL_RECORD (member));
  bl_project_commit (project);
  bl_session_announce (session, _ ("Member of the team added"));
  return member; /* the assessment holds it */
}

/* What a member alone has said, out of @list. */
static void
remove_of (BlRecord *assessment, const char *list, const char *member)
{
  GListModel *records = bl_record_get_list (assessment, list);

  for (guint i = g_list_model_get_n_items (records); i > 0; i--)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (records, i - 1);
      gboolean agreed = FALSE;

      if (g_strcmp0 (bl_record_get_text (record, "member"), member) != 0)
        continue;
      /* What the team has agreed is the team's. */
      if (BL_IS_FINDING (record) && bl_record_get_boolean (record, "agreed", &agreed) && agreed)
        continue;
      bl_record_remove (record);
    }
}

void
bl_assess_change_remove_member (BlSession *session, BlAssessmentMember *member)
{
  BlProject *project = bl_session_get_project (session);
  BlRecord *assessment = bl_record_get_parent (BL_RECORD (member));
  BlFramework *framework = bl_assessment_find_framework (project, BL_ASSESSMENT (assessment));
  g_autofree char *name = bl_assess_name_member (framework, member);
  g_autofree char *step = g_strdup_printf (_ ("Remove %s from the team"), name);
  g_autofree char *done = g_strdup_printf (_ ("%s removed from the team"), name);
  g_autofree char *id = g_strdup (bl_record_get_id (BL_RECORD (member)));

  bl_project_begin (project, step);
  remove_of (assessment, "ratings", id);
  remove_of (assessment, "findings", id);
  bl_project_delete (project, BL_RECORD (member));
  bl_project_commit (project);
  bl_session_announce (session, done);
}

BlStatement *
bl_assess_find_statement (BlAssessment *assessment, const char *item)
{
  GListModel *written = bl_record_get_list (BL_RECORD (assessment), "model");

  for (guint i = 0; i < g_list_model_get_n_items (written); i++)
    {
      g_autoptr (BlRecord) statement = g_list_model_get_item (written, i);

      if (g_strcmp0 (bl_record_get_text (statement, "item"), item) == 0)
        return BL_STATEMENT (statement); /* the list holds it */
    }
  return NULL;
}

void
bl_assess_change_state (BlSession *session, BlAssessment *assessment, const char *item, const char *heading, const char *text)
{
  BlProject *project = bl_session_get_project (session);
  g_autofree char *kept = bl_text_clean (text);
  BlRecord *statement = BL_RECORD (bl_assess_find_statement (assessment, item));
  g_autoptr (BlStatement) made = NULL;
  /* Translators: a step of the undo list; %s is a heading such as "What we are for". */
  g_autofree char *step = g_strdup_printf (_ ("Write “%s”"), heading);
  g_autofree char *done = g_strdup_printf (_ ("“%s” changed"), heading);

  if (!bl_session_get_editable (session) || (statement == NULL && kept == NULL))
    return;
  bl_project_begin (project, step);
  if (statement == NULL)
    {
      made = bl_statement_new (NULL);
      bl_record_set_text (BL_RECORD (made), "item", item);
      bl_record_append (BL_RECORD (assessment), "model", BL_RECORD (made));
      statement = BL_RECORD (made);
    }
  bl_record_set_text (statement, "text", kept);
  if (bl_project_commit_coalesced (project, statement, "text"))
    bl_session_announce (session, done);
}
