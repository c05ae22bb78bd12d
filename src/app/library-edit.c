/* library-edit.c: changes to libraries that are more than one field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-edit.h"

#include <glib/gi18n-lib.h>

/* The year that counts; where no library has one yet, this year. */
static int
get_year (BlSession *session)
{
  int year = bl_project_get_effective_year (bl_session_get_project (session));

  if (year == 0)
    {
      g_autoptr (GDateTime) now = bl_clock_now (bl_context_get_clock (bl_session_get_context (session)));

      year = g_date_time_get_year (now);
    }
  return year;
}

/* Inside a transaction. */
static BlStatus *
need_status (BlSession *session, BlLibrary *library)
{
  int year = get_year (session);
  BlStatus *status = bl_library_get_status (library, year);
  g_autofree char *id = NULL;
  g_autoptr (BlStatus) made = NULL;

  if (status != NULL)
    return status;
  id = bl_ids_make (bl_project_get_ids (bl_session_get_project (session)), "status");
  made = bl_status_new (id);
  bl_record_set_integer (BL_RECORD (made), "year", year);
  bl_record_append (BL_RECORD (library), "statuses", BL_RECORD (made));
  return made;
}

/* "Library 22" where 21 have names already, so that no two new ones are alike. */
static char *
make_name (BlProject *project)
{
  guint n = g_list_model_get_n_items (bl_project_get_libraries (project));

  /* Translators: %u is a number: the name a library has until it is given one. */
  return g_strdup_printf (_ ("New library %u"), n + 1);
}

BlLibrary *
bl_library_edit_add (BlSession *session)
{
  BlProject *project = bl_session_get_project (session);
  g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "library");
  g_autoptr (BlLibrary) library = bl_library_new (id);
  g_autofree char *name = make_name (project), *done = NULL;
  BlStatus *status;

  bl_record_set_text (BL_RECORD (library), "name", name);
  bl_record_set_enum (BL_RECORD (library), "type", BL_LIBRARY_TYPE_STATIC);
  bl_project_begin (project, _ ("Add library"));
  bl_record_append (BL_RECORD (project), "libraries", BL_RECORD (library));
  status = need_status (session, library);
  bl_record_set_enum (BL_RECORD (status), "operation", BL_OPERATION_COUNCIL);
  bl_record_set_boolean (BL_RECORD (status), "statutory", TRUE);
  bl_project_commit (project);
  done = g_strdup_printf (_ ("%s added"), name);
  bl_session_announce (session, done);
  bl_session_set_library (session, id);
  return library; /* the project holds it */
}

void
bl_library_edit_remove (BlSession *session, BlLibrary *library)
{
  BlProject *project = bl_session_get_project (session);
  g_autofree char *name = bl_record_describe (BL_RECORD (library));
  g_autofree char *title = g_strdup_printf (_ ("Remove %s"), name);
  g_autofree char *done = g_strdup_printf (_ ("%s removed"), name);

  bl_project_begin (project, title);
  bl_record_remove (BL_RECORD (library));
  bl_project_commit (project);
  bl_session_announce (session, done);
}

void
bl_library_edit_set_operation (BlSession *session, BlLibrary *library, BlOperation operation)
{
  BlProject *project = bl_session_get_project (session);
  g_autofree char *name = bl_record_describe (BL_RECORD (library));
  g_autofree char *title = g_strdup_printf (_ ("Change who runs %s"), name);
  g_autofree char *done = NULL;

  bl_project_begin (project, title);
  bl_record_set_enum (BL_RECORD (need_status (session, library)), "operation", operation);
  if (!bl_project_commit (project))
    return;
  if (operation == BL_OPERATION_UNKNOWN)
    done = g_strdup_printf (_ ("%s is not open in %d"), name, get_year (session));
  else
    /* Translators: a library and who runs it now. */
    done = g_strdup_printf (_ ("%s is run by: %s"), name, _ (bl_operation_get_title (operation)));
  bl_session_announce (session, done);
}

void
bl_library_edit_set_statutory (BlSession *session, BlLibrary *library, gboolean statutory)
{
  BlProject *project = bl_session_get_project (session);
  g_autofree char *name = bl_record_describe (BL_RECORD (library));
  g_autofree char *title = g_strdup_printf (_ ("Change whether %s is statutory"), name);
  g_autofree char *done
      = statutory ? g_strdup_printf (_ ("%s is statutory now"), name)
                  : g_strdup_printf (_ ("%s is not statutory now"), name);

  bl_project_begin (project, title);
  bl_record_set_boolean (BL_RECORD (need_status (session, library)), "statutory", statutory);
  if (bl_project_commit (project))
    bl_session_announce (session, done);
}
