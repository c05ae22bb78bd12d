/* peers-list-edit.c: the project's own list of authorities to compare with, each change a step that can be undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "peers-list-edit.h"

#include <glib/gi18n-lib.h>

#include "peers.h"

typedef struct
{
  GPtrArray *codes, *names; /* of char * */
} List;

static void
list_clear (List *list)
{
  g_clear_pointer (&list->codes, g_ptr_array_unref);
  g_clear_pointer (&list->names, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (List, list_clear)

static void
list_take (List *list, const char *code, const char *name)
{
  g_ptr_array_add (list->codes, g_strdup (code));
  g_ptr_array_add (list->names, g_strdup (name != NULL ? name : code));
}

static void
list_read (List *list, BlProject *project)
{
  g_autoptr (BlPeerChoice) had = bl_peer_choice_new_own (project);

  list->codes = g_ptr_array_new_with_free_func (g_free);
  list->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; had != NULL && i < had->codes->len; i++)
    list_take (list, g_ptr_array_index (had->codes, i), g_ptr_array_index (had->names, i));
}

static const char *
own_code (BlProject *project)
{
  BlService *service = bl_project_get_service (project);

  return service != NULL ? bl_record_get_text (BL_RECORD (service), "code") : NULL;
}

/* In one step called @step. */
static void
write_list (BlSession *session, const List *list, const char *step, const char *done)
{
  BlProject *project = bl_session_get_project (session);
  BlNeighbours *had = bl_peers_find_own_list (project);
  g_autoptr (BlNeighbours) made = had == NULL ? bl_neighbours_new (NULL) : NULL;
  BlRecord *record = BL_RECORD (had != NULL ? had : made);
  g_autoptr (BlTable) codes = bl_table_new_texts ((const char *const *) list->codes->pdata, list->codes->len);
  g_autoptr (BlTable) names = bl_table_new_texts ((const char *const *) list->names->pdata, list->names->len);

  bl_project_begin (project, step);
  if (list->codes->len == 0 && had != NULL)
    bl_project_delete (project, record);
  else if (list->codes->len > 0)
    {
      bl_record_set_table (record, "codes", codes);
      bl_record_set_table (record, "names", names);
      if (made != NULL)
        {
          bl_record_set_text (record, "name", _ ("Own list"));
          bl_record_set_text (record, "code", own_code (project));
          bl_record_set_boolean (record, "own", TRUE);
          bl_record_append (BL_RECORD (project), "similar", record);
        }
    }
  bl_project_commit (project);
  bl_session_announce (session, done);
}

void
bl_peers_list_edit_add (BlSession *session, const char *code, const char *name)
{
  g_auto (List) list = { 0 };
  g_autofree char *step = g_strdup_printf (_ ("Compare with %s"), name), *done = g_strdup_printf (_ ("%s added to the own list"), name);

  list_read (&list, bl_session_get_project (session));
  if (!bl_session_get_editable (session) || own_code (bl_session_get_project (session)) == NULL
      || g_str_equal (own_code (bl_session_get_project (session)), code)
      || g_ptr_array_find_with_equal_func (list.codes, code, g_str_equal, NULL))
    return;
  list_take (&list, code, name);
  write_list (session, &list, step, done);
}

void
bl_peers_list_edit_remove (BlSession *session, const char *code)
{
  g_auto (List) list = { 0 };
  g_autofree char *step = NULL, *done = NULL;
  guint at;

  list_read (&list, bl_session_get_project (session));
  if (!bl_session_get_editable (session) || !g_ptr_array_find_with_equal_func (list.codes, code, g_str_equal, &at))
    return;
  step = g_strdup_printf (_ ("Do not compare with %s"), (char *) g_ptr_array_index (list.names, at));
  done = g_strdup_printf (_ ("%s taken off the own list"), (char *) g_ptr_array_index (list.names, at));
  g_ptr_array_remove_index (list.codes, at);
  g_ptr_array_remove_index (list.names, at);
  write_list (session, &list, step, done);
}

void
bl_peers_list_edit_take (BlSession *session, const BlPeerChoice *choice)
{
  g_auto (List) list = { g_ptr_array_new_with_free_func (g_free), g_ptr_array_new_with_free_func (g_free) };
  g_autofree char *done = NULL;

  if (!bl_session_get_editable (session) || choice->codes->len == 0)
    return;
  for (guint i = 0; i < choice->codes->len; i++)
    list_take (&list, g_ptr_array_index (choice->codes, i), g_ptr_array_index (choice->names, i));
  done = g_strdup_printf (ngettext ("%u authority is the own list now", "%u authorities are the own list now", list.codes->len),
                          list.codes->len);
  write_list (session, &list, _ ("Make Own List of Authorities"), done);
}
