/* indicator-change.c: how an indicator is changed: its breaks, comments, figures, target
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "indicator-change.h"

#include <glib/gi18n-lib.h>

#include "text.h"
#include "verdict-words.h"

const char *
bl_break_cause_get_title (BlBreakCause cause)
{
  switch (cause)
    {
    case BL_BREAK_DEFINITION:
      return N_ ("What is counted changed");
    case BL_BREAK_METHOD:
      return N_ ("How it is counted changed");
    case BL_BREAK_COVERAGE:
      return N_ ("Who is counted changed");
    case BL_BREAK_BOUNDARY:
      return N_ ("The place changed");
    case BL_BREAK_GAP:
      return N_ ("Nothing was counted for a time");
    case BL_BREAK_SURVEY:
      return N_ ("Another survey");
    case BL_BREAK_STEP:
      return N_ ("A change with a known cause");
    case BL_BREAK_UNKNOWN:
    default:
      return N_ ("Cause not known");
    }
}

static char *
describe (BlIndicator *indicator)
{
  return bl_record_describe (BL_RECORD (indicator));
}

static void
set_break (BlRecord *record, BlBreakCause cause, guint32 from, guint32 until, const char *reason, const char *agreed)
{
  g_autofree char *why = bl_text_clean (reason), *who = bl_text_clean (agreed);

  bl_record_set_enum (record, "cause", (int) cause);
  bl_record_set_date (record, "from", from);
  if (until > 0)
    bl_record_set_date (record, "until", until);
  else
    bl_record_clear (record, "until");
  bl_record_set_text (record, "reason", why);
  bl_record_set_text (record, "agreed-by", who);
}

static void
commit (BlSession *session, const char *done)
{
  if (bl_project_commit (bl_session_get_project (session)))
    bl_session_announce (session, done);
}

void
bl_indicator_change_add_break (BlSession *session, BlIndicator *indicator, BlBreakCause cause, guint32 from, guint32 until,
                             const char *reason, const char *agreed)
{
  BlProject *project = bl_session_get_project (session);
  g_autofree char *what = describe (indicator), *day = bl_text_date_for_people (from);
  g_autofree char *step = g_strdup_printf (_ ("Mark a Break in %s"), what);
  g_autofree char *done = g_strdup_printf (_ ("%s starts again from %s"), what, day);
  g_autoptr (BlBreak) broken = NULL;

  if (!bl_session_get_editable (session))
    return;
  broken = bl_break_new (NULL);
  set_break (BL_RECORD (broken), cause, from, until, reason, agreed);
  bl_project_begin (project, step);
  bl_record_append (BL_RECORD (indicator), "breaks", BL_RECORD (broken));
  commit (session, done);
}

void
bl_indicator_change_mend_break (BlSession *session, BlIndicator *indicator, BlBreak *broken, BlBreakCause cause,
                                guint32 from, guint32 until, const char *reason, const char *agreed)
{
  BlProject *project = bl_session_get_project (session);
  g_autofree char *what = describe (indicator);
  g_autofree char *step = g_strdup_printf (_ ("Change a Break in %s"), what);
  g_autofree char *done = g_strdup_printf (_ ("Break in %s changed"), what);

  if (!bl_session_get_editable (session))
    return;
  bl_project_begin (project, step);
  set_break (BL_RECORD (broken), cause, from, until, reason, agreed);
  commit (session, done);
}

BlComment *
bl_indicator_change_find_comment (BlIndicator *indicator, const BlPeriod *period)
{
  GListModel *comments = bl_record_get_list (BL_RECORD (indicator), "comments");

  for (guint i = 0; i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (BlRecord) comment = g_list_model_get_item (comments, i);
      const char *text = bl_record_get_text (comment, "period");
      BlPeriod own;

      if (text != NULL && bl_period_parse (text, period->kind, &own, NULL) && bl_period_equal (&own, period))
        return BL_COMMENT (comment); /* the list holds it */
    }
  return NULL;
}

void
bl_indicator_change_set_comment (BlSession *session, BlIndicator *indicator, const BlPeriod *period, const char *text)
{
  BlProject *project = bl_session_get_project (session);
  BlComment *comment = bl_indicator_change_find_comment (indicator, period);
  const char *author = bl_project_get_author (project);
  g_autofree char *words = bl_text_clean (text), *when = bl_words_period (period), *what = describe (indicator);
  g_autofree char *step = g_strdup_printf (_ ("Comment on %s"), when);
  g_autofree char *done = g_strdup_printf (_ ("Comment on %s, %s"), what, when);

  if (!bl_session_get_editable (session) || (words == NULL && comment == NULL))
    return;
  if (words == NULL)
    {
      bl_indicator_change_remove (session, indicator, BL_RECORD (comment));
      return;
    }
  bl_project_begin (project, step);
  if (comment == NULL)
    {
      g_autofree char *iso = bl_period_to_iso (period);
      g_autoptr (BlComment) made = bl_comment_new (NULL);

      bl_record_set_text (BL_RECORD (made), "period", iso);
      bl_record_set_text (BL_RECORD (made), "text", words);
      bl_record_set_text (BL_RECORD (made), "by", author);
      bl_record_append (BL_RECORD (indicator), "comments", BL_RECORD (made));
    }
  else
    {
      bl_record_set_text (BL_RECORD (comment), "text", words);
      if (author != NULL)
        bl_record_set_text (BL_RECORD (comment), "by", author);
    }
  commit (session, done);
}

void
bl_indicator_change_remove (BlSession *session, BlIndicator *indicator, BlRecord *record)
{
  BlProject *project = bl_session_get_project (session);
  g_autofree char *what = describe (indicator);
  gboolean broken = BL_IS_BREAK (record);
  g_autofree char *step = g_strdup_printf (broken ? _ ("Remove a Break in %s") : _ ("Remove a Comment on %s"), what);
  g_autofree char *done = g_strdup_printf (broken ? _ ("Break in %s removed") : _ ("Comment on %s removed"), what);

  if (!bl_session_get_editable (session))
    return;
  bl_project_begin (project, step);
  bl_project_delete (project, record);
  commit (session, done);
}

void
bl_indicator_change_set_direction (BlSession *session, BlIndicator *indicator, BlWanted wanted)
{
  BlProject *project = bl_session_get_project (session);
  BlRecord *record = BL_RECORD (indicator);
  BlDictionary *dictionary = bl_context_get_dictionary (bl_session_get_context (session), NULL);
  const char *item = bl_record_get_text (record, "item");
  BlIndicator *ours = dictionary != NULL && item != NULL ? bl_dictionary_find_indicator (dictionary, item) : NULL;
  g_autofree char *what = describe (indicator);
  g_autofree char *step = g_strdup_printf (_ ("Change What Is Wanted of %s"), what);
  g_autofree char *done = g_strdup_printf (_ ("What is wanted of %s changed"), what);

  if (!bl_session_get_editable (session))
    return;
  bl_project_begin (project, step);
  bl_record_set_enum (record, "direction", (int) wanted);
  if (ours != NULL && bl_record_get_enum (BL_RECORD (ours), "direction") != (int) wanted)
    bl_record_set_boolean (record, "local-direction", TRUE);
  else
    bl_record_clear (record, "local-direction");
  commit (session, done);
}

gboolean
bl_indicator_change_put_value (BlSession *session, BlIndicator *indicator, const BlTypedValue *typed, GError **error)
{
  BlProject *project = bl_session_get_project (session);
  BlBaseFigures *figures = bl_session_get_figures (session, NULL);
  g_autofree char *when = bl_words_period (&typed->period), *what = describe (indicator);
  g_autofree char *step = g_strdup_printf (_ ("Set the Figure of %s"), when);
  g_autofree char *done = g_strdup_printf (_ ("Figure of %s, %s, set"), what, when);

  if (!bl_session_get_editable (session) || figures == NULL)
    {
      g_set_error_literal (error, BL_STORE_ERROR, BL_STORE_ERROR_READ_ONLY,
                           _ ("This project is open to be looked at only, so that nothing can be changed here"));
      return FALSE;
    }
  bl_project_begin (project, step);
  if (!bl_typed_value_put (figures, typed, error))
    {
      bl_project_rollback (project);
      return FALSE;
    }
  commit (session, done);
  return TRUE;
}
