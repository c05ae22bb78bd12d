/* group-edit.c: saved groups of people, each change a step that can be undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "group-edit.h"

#include <glib/gi18n-lib.h>

#include "groups.h"
#include "text.h"

BlGroup *
bl_group_edit_find (BlSession *session, const char *name)
{
  GListModel *groups = bl_project_get_groups (bl_session_get_project (session));

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (BlGroup) group = g_list_model_get_item (groups, i);

      if (g_strcmp0 (bl_record_get_text (BL_RECORD (group), "name"), name) == 0)
        return group; /* the project holds it */
    }
  return NULL;
}

/* Letters, digits and "_" of the title, and a number where that is taken: what rules and the command line call it. */
static char *
make_name (BlSession *session, const char *title)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *lower = g_utf8_strdown (title, -1);
  g_autofree char *whole = NULL;

  for (const char *c = lower; *c != '\0'; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (name, *c);
    else if (name->len > 0 && name->str[name->len - 1] != '_')
      g_string_append_c (name, '_');
  while (name->len > 0 && name->str[name->len - 1] == '_')
    g_string_truncate (name, name->len - 1);
  if (name->len == 0 || g_ascii_isdigit (name->str[0]))
    g_string_prepend (name, "group_");
  whole = g_strdup (name->str);
  for (guint i = 2; bl_group_edit_find (session, whole) != NULL
                    || bl_facts_find_value (bl_session_get_facts (session), whole) >= 0; i++)
    {
      g_free (whole);
      whole = g_strdup_printf ("%s_%u", name->str, i);
    }
  return g_steal_pointer (&whole);
}

BlGroup *
bl_group_edit_add (BlSession *session,
                   const char *title,
                   const char *value,
                   gboolean at_most,
                   double limit,
                   GError **error)
{
  BlProject *project = bl_session_get_project (session);
  g_autofree char *clean = bl_text_clean (title), *number = bl_text_from_double (limit);
  g_autofree char *definition = g_strconcat (value, at_most ? "<=" : ">=", number, NULL);
  g_autoptr (BlGroupCounts) counts = NULL;
  g_autoptr (BlGroup) group = NULL;
  g_autofree char *name = NULL, *step = NULL, *done = NULL;

  if (!bl_session_get_editable (session))
    return NULL;
  counts = bl_group_counts_new (bl_session_get_facts (session), definition, error);
  if (counts == NULL)
    return NULL;
  if (clean == NULL)
    clean = g_strdup (counts->title);
  name = make_name (session, clean);
  step = g_strdup_printf (_ ("Add Group “%s”"), clean);
  done = g_strdup_printf (_ ("Group “%s” added"), clean);
  group = bl_group_new (NULL);
  bl_record_set_text (BL_RECORD (group), "name", name);
  bl_record_set_text (BL_RECORD (group), "title", clean);
  bl_record_set_text (BL_RECORD (group), "definition", definition);
  bl_project_begin (project, step);
  bl_record_append (BL_RECORD (project), "groups", BL_RECORD (group));
  bl_project_commit (project);
  bl_session_announce (session, done);
  return group; /* the project holds it */
}

void
bl_group_edit_remove (BlSession *session, BlGroup *group)
{
  BlProject *project = bl_session_get_project (session);
  g_autofree char *title = bl_record_describe (BL_RECORD (group));
  g_autofree char *step = g_strdup_printf (_ ("Remove Group “%s”"), title);
  g_autofree char *done = g_strdup_printf (_ ("Group “%s” removed"), title);

  if (!bl_session_get_editable (session))
    return;
  bl_project_begin (project, step);
  bl_project_delete (project, BL_RECORD (group));
  bl_project_commit (project);
  bl_session_announce (session, done);
}
