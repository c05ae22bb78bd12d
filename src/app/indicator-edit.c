/* indicator-edit.c: indicators taken up, made and given up, each a step that can be undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "indicator-edit.h"

#include <glib/gi18n-lib.h>

#include "starters.h"

static BlDictionary *
get_dictionary (BlSession *session)
{
  return bl_context_get_dictionary (bl_session_get_context (session), NULL);
}

BlIndicator *
bl_indicator_edit_find (BlSession *session, const char *item)
{
  return bl_starters_find (bl_session_get_project (session), item);
}

guint
bl_indicator_edit_add_starters (BlSession *session)
{
  BlProject *project = bl_session_get_project (session);
  g_autofree char *done = NULL;
  guint n;

  if (!bl_session_get_editable (session) || get_dictionary (session) == NULL)
    return 0;
  bl_project_begin (project, _ ("Add Usual Set of Indicators"));
  n = bl_starters_add (project, get_dictionary (session));
  bl_project_commit (project);
  if (n == 0)
    return 0;
  done = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u indicator added", "%u indicators added", n), n);
  bl_session_announce (session, done);
  return n;
}

static BlIndicator *
append (BlSession *session, BlIndicator *indicator)
{
  BlProject *project = bl_session_get_project (session);
  g_autofree char *name = bl_record_describe (BL_RECORD (indicator));
  g_autofree char *step = g_strdup_printf (_ ("Add Indicator “%s”"), name);
  g_autofree char *done = g_strdup_printf (_ ("“%s” added"), name);

  bl_project_begin (project, step);
  bl_record_append (BL_RECORD (project), "indicators", BL_RECORD (indicator));
  bl_project_commit (project);
  bl_session_announce (session, done);
  return indicator; /* the project holds it */
}

BlIndicator *
bl_indicator_edit_add (BlSession *session, const char *item)
{
  g_autoptr (BlIndicator) indicator = NULL;
  BlDictionary *dictionary = get_dictionary (session);

  if (!bl_session_get_editable (session) || dictionary == NULL || bl_dictionary_find_indicator (dictionary, item) == NULL
      || bl_indicator_edit_find (session, item) != NULL)
    return NULL;
  indicator = bl_dictionary_copy_indicator (dictionary, item);
  return append (session, indicator);
}

BlIndicator *
bl_indicator_edit_add_own (BlSession *session, BlIndicator *words)
{
  g_autoptr (BlIndicator) indicator = words;

  return bl_session_get_editable (session) ? append (session, indicator) : NULL;
}

void
bl_indicator_edit_remove (BlSession *session, BlIndicator *indicator)
{
  BlProject *project = bl_session_get_project (session);
  g_autofree char *name = bl_record_describe (BL_RECORD (indicator));
  g_autofree char *step = g_strdup_printf (_ ("Remove Indicator “%s”"), name);
  g_autofree char *done = g_strdup_printf (_ ("“%s” removed"), name);

  if (!bl_session_get_editable (session) || bl_record_get_parent (BL_RECORD (indicator)) == NULL)
    return;
  bl_project_begin (project, step);
  bl_project_delete (project, BL_RECORD (indicator));
  bl_project_commit (project);
  bl_session_announce (session, done);
}
