/* edit.c: how every page changes the document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "action.h"
#include "text.h"

static char *
begin_title (BlRecord *record, const char *field)
{
  g_autofree char *who = bl_record_describe (record);

  /* Translators: a step of the undo list: "Change name of Gosforth Library". */
  return g_strdup_printf (_ ("Change %s of %s"), _ (bl_record_find_field (record, field)->title), who);
}

static void
announce (BlSession *session, BlRecord *record, const char *field)
{
  g_autofree char *who = bl_record_describe (record);
  const char *what = _ (bl_record_find_field (record, field)->title);
  g_autofree char *first = g_utf8_strup (what, g_utf8_offset_to_pointer (what, 1) - what);
  /* Translators: a toast: "Name" "Gosforth Library" */
  g_autofree char *done
      = g_strdup_printf (_ ("%s%s of %s changed"), first, g_utf8_offset_to_pointer (what, 1), who);

  bl_session_announce (session, done);
}

/* Where nothing can be changed nothing is offered to be changed; this is for what was forgotten. */
static gboolean
may_edit (BlSession *session, GError **error)
{
  if (bl_session_get_editable (session))
    return TRUE;
  g_set_error_literal (error, BL_STORE_ERROR, BL_STORE_ERROR_READ_ONLY,
                       _ ("This project is open to be looked at only, so that nothing can be changed here"));
  return FALSE;
}

static gboolean
is_number (const BlField *field)
{
  return field->type == BL_FIELD_INTEGER || field->type == BL_FIELD_REAL || field->type == BL_FIELD_MONEY;
}

/* What a person types for a number, as a file holds it: a pound sign and
 * thousands dropped, "18,5" as "18.5". A comma before three digits could be
 * either and is read as thousands, as it is written in Britain. NULL when it
 * is no number. */
static char *
number_as_file_text (const char *typed)
{
  g_autofree char *text = bl_text_clean (typed);
  const char *start, *comma;
  double number;

  if (text == NULL)
    return g_strdup ("");
  start = g_str_has_prefix (text, "£") ? text + strlen ("£") : text;
  if (bl_text_parse_number (start, &number))
    return bl_text_from_double (number);
  comma = strchr (start, ',');
  if (comma != NULL && strchr (comma + 1, ',') == NULL && strchr (start, '.') == NULL && strlen (comma + 1) <= 2)
    {
      g_autofree char *point = g_strdelimit (g_strdup (start), ",", '.');

      if (bl_text_parse_number (point, &number))
        return bl_text_from_double (number);
    }
  return NULL;
}

/* Who changes an action has looked at it (planning-content 7.3: automatic). */
static void
look_at (BlProject *project, BlRecord *record, const char *field)
{
  if (BL_IS_ACTION (record) && !g_str_equal (field, "looked-at"))
    bl_record_set_date (record, "looked-at", bl_clock_today (bl_project_get_clock (project)));
}

gboolean
bl_edit_set (BlSession *session, BlRecord *record, const char *field, const char *text, GError **error)
{
  BlProject *project;
  g_autofree char *title = NULL, *number = NULL;

  g_return_val_if_fail (BL_IS_SESSION (session), FALSE);
  g_return_val_if_fail (BL_IS_RECORD (record), FALSE);

  if (!may_edit (session, error))
    return FALSE;
  if (is_number (bl_record_find_field (record, field)))
    {
      number = number_as_file_text (text);
      if (number == NULL)
        {
          g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_NUMBER,
                       _ ("“%s” is not a number. Write it like 1,234.50"), text);
          return FALSE;
        }
      text = number;
    }
  project = bl_session_get_project (session);
  title = begin_title (record, field);
  bl_project_begin (project, title);
  if (!bl_record_set_from_text (record, field, text, error))
    {
      bl_project_rollback (project);
      return FALSE;
    }
  look_at (project, record, field);
  if (bl_project_commit_coalesced (project, record, field))
    announce (session, record, field);
  return TRUE;
}

void
bl_edit_set_value (BlSession *session, BlRecord *record, const char *field, const BlValue *value)
{
  BlProject *project = bl_session_get_project (session);
  g_autofree char *title = begin_title (record, field);

  if (!may_edit (session, NULL))
    return;
  bl_project_begin (project, title);
  bl_record_set_value (record, field, value);
  look_at (project, record, field);
  if (bl_project_commit_coalesced (project, record, field))
    announce (session, record, field);
}

void
bl_edit_set_enum (BlSession *session, BlRecord *record, const char *field, int value)
{
  BlProject *project = bl_session_get_project (session);
  g_autofree char *title = begin_title (record, field);

  if (!may_edit (session, NULL))
    return;
  bl_project_begin (project, title);
  bl_record_set_enum (record, field, value);
  look_at (project, record, field);
  if (bl_project_commit_coalesced (project, record, field))
    announce (session, record, field);
}

void
bl_edit_end (BlSession *session)
{
  g_return_if_fail (BL_IS_SESSION (session));
  bl_project_end_coalescing (bl_session_get_project (session));
}
