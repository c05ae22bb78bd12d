/* meet-edit.c: what a meeting agrees and writes down, each a step that can be undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "meet-edit.h"

#include <glib/gi18n-lib.h>

#include "text.h"

/* --- Finding --------------------------------------------------------------------- */

static BlRecord *
find_by_item (BlAssessment *assessment, const char *list, const char *item)
{
  GListModel *records = bl_record_get_list (BL_RECORD (assessment), list);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (records, i);

      if (g_strcmp0 (bl_record_get_text (record, "item"), item) == 0)
        return record; /* the list holds it */
    }
  return NULL;
}

BlAgreement *
bl_meet_find_agreement (BlAssessment *assessment, const char *item)
{
  return (BlAgreement *) find_by_item (assessment, "agreements", item);
}

BlDiscussion *
bl_meet_find_discussion (BlAssessment *assessment, const char *item)
{
  return (BlDiscussion *) find_by_item (assessment, "discussions", item);
}

static gboolean
is_agreed (BlRecord *finding)
{
  gboolean agreed = FALSE;

  return bl_record_get_boolean (finding, "agreed", &agreed) && agreed;
}

static GPtrArray *
list_findings (BlAssessment *assessment, const char *item, BlFindingSide side, gboolean agreed)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *findings = bl_record_get_list (BL_RECORD (assessment), "findings");

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (BlRecord) finding = g_list_model_get_item (findings, i);

      if (bl_record_get_enum (finding, "side") == (int) side && is_agreed (finding) == agreed
          && bl_record_get_text (finding, "merged") == NULL
          && g_strcmp0 (bl_record_get_text (finding, "item"), item) == 0)
        g_ptr_array_add (found, g_steal_pointer (&finding));
    }
  return found;
}

GPtrArray *
bl_meet_list_findings (BlAssessment *assessment, const char *item, BlFindingSide side)
{
  return list_findings (assessment, item, side, TRUE);
}

GPtrArray *
bl_meet_list_put_forward (BlAssessment *assessment, const char *item, BlFindingSide side)
{
  return list_findings (assessment, item, side, FALSE);
}

GPtrArray *
bl_meet_list_dissents (BlAssessment *assessment, const char *item)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *dissents = bl_record_get_list (BL_RECORD (assessment), "dissents");

  for (guint i = 0; i < g_list_model_get_n_items (dissents); i++)
    {
      g_autoptr (BlRecord) dissent = g_list_model_get_item (dissents, i);

      if (g_strcmp0 (bl_record_get_text (dissent, "item"), item) == 0)
        g_ptr_array_add (found, g_steal_pointer (&dissent));
    }
  return found;
}

/* --- Changing ---------------------------------------------------------------------- */

static void begin (BlSession *session, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
begin (BlSession *session, const char *format, ...)
{
  g_autofree char *step = NULL;
  va_list arguments;

  va_start (arguments, format);
  step = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  bl_project_begin (bl_session_get_project (session), step);
}

static void
commit (BlSession *session, const char *done)
{
  if (bl_project_commit (bl_session_get_project (session)))
    bl_session_announce (session, done);
}

/* In the open transaction. */
static BlRecord *
need_by_item (BlAssessment *assessment, const char *list, GType type, const char *item)
{
  BlRecord *there = find_by_item (assessment, list, item);
  g_autoptr (BlRecord) made = NULL;

  if (there != NULL)
    return there;
  made = g_object_new (type, NULL);
  bl_record_set_text (made, "item", item);
  bl_record_append (BL_RECORD (assessment), list, made);
  return made; /* the list holds it */
}

static const char *
get_title (const BlAssessItem *item)
{
  return bl_record_get_text (BL_RECORD (item->criterion), "title");
}

static void
agree (BlSession *session, BlAssessment *assessment, const BlAssessItem *item, BlScaleLevel *level)
{
  BlRecord *agreement = need_by_item (assessment, "agreements", BL_TYPE_AGREEMENT, item->item);

  bl_record_set_text (agreement, "level", bl_record_get_text (BL_RECORD (level), "item"));
  bl_record_clear (agreement, "set-aside");
  bl_record_clear (agreement, "reason");
  bl_record_clear (agreement, "parked");
  bl_record_clear (agreement, "parked-with");
  bl_record_set_date (agreement, "agreed", bl_clock_today (bl_project_get_clock (bl_session_get_project (session))));
}

void
bl_meet_edit_agree (BlSession *session, BlAssessment *assessment, const BlAssessItem *item, BlScaleLevel *level)
{
  BlAgreement *agreement = bl_meet_find_agreement (assessment, item->item);
  g_autofree char *done = NULL;

  if (!bl_session_get_editable (session) || (level == NULL && agreement == NULL))
    return;
  begin (session, _ ("Agree on “%s”"), get_title (item));
  if (level != NULL)
    agree (session, assessment, item, level);
  else
    bl_project_delete (bl_session_get_project (session), BL_RECORD (agreement));
  /* Translators: %s is a level such as "Working well". */
  done = level != NULL ? g_strdup_printf (_ ("Agreed: %s"), bl_record_get_text (BL_RECORD (level), "label"))
                       : g_strdup (_ ("No agreement yet"));
  commit (session, done);
}

void
bl_meet_edit_set_aside (BlSession *session, BlAssessment *assessment, const BlAssessItem *item, const char *reason)
{
  g_autofree char *kept = bl_text_clean (reason);
  BlRecord *agreement;

  if (!bl_session_get_editable (session) || kept == NULL)
    return;
  begin (session, _ ("Set “%s” aside"), get_title (item));
  agreement = need_by_item (assessment, "agreements", BL_TYPE_AGREEMENT, item->item);
  bl_record_clear (agreement, "level");
  bl_record_clear (agreement, "parked");
  bl_record_clear (agreement, "parked-with");
  bl_record_set_boolean (agreement, "set-aside", TRUE);
  bl_record_set_text (agreement, "reason", kept);
  bl_record_set_date (agreement, "agreed", bl_clock_today (bl_project_get_clock (bl_session_get_project (session))));
  commit (session, _ ("Set aside, with the reason"));
}

void
bl_meet_edit_park (BlSession *session, BlAssessment *assessment, const BlAssessItem *item, const char *question,
                   const char *with)
{
  g_autofree char *kept = bl_text_clean (question);
  g_autofree char *name = bl_text_clean (with);
  BlRecord *agreement;

  if (!bl_session_get_editable (session) || kept == NULL)
    return;
  begin (session, _ ("Park “%s”"), get_title (item));
  agreement = need_by_item (assessment, "agreements", BL_TYPE_AGREEMENT, item->item);
  bl_record_clear (agreement, "level");
  bl_record_clear (agreement, "set-aside");
  bl_record_clear (agreement, "reason");
  bl_record_clear (agreement, "agreed");
  bl_record_set_text (agreement, "parked", kept);
  bl_record_set_text (agreement, "parked-with", name);
  commit (session, _ ("Parked, with the question"));
}

/* Within one level, with a level to offer, and nothing said yet. */
static gboolean
can_confirm (const BlAssessItem *item)
{
  return (item->spread == BL_ASSESS_SPREAD_AGREED || item->spread == BL_ASSESS_SPREAD_NEAR) && item->suggested > 0
         && item->agreement == NULL;
}

guint
bl_meet_count_near (const BlAssessStudy *study, guint part)
{
  guint n = 0;

  g_return_val_if_fail (part < study->n_parts, 0);
  for (guint i = 0; i < study->parts[part].n; i++)
    n += can_confirm (&study->items[study->parts[part].first + i]);
  return n;
}

static BlScaleLevel *
find_level (const BlAssessStudy *study, int number)
{
  for (guint i = 0; i < study->levels->len; i++)
    {
      gint64 here;

      if (bl_record_get_integer (g_ptr_array_index (study->levels, i), "level", &here) && here == number)
        return g_ptr_array_index (study->levels, i);
    }
  return NULL;
}

guint
bl_meet_edit_confirm (BlSession *session, const BlAssessStudy *study, guint part)
{
  guint n = bl_meet_count_near (study, part);
  g_autofree char *done = NULL;

  if (n == 0 || !bl_session_get_editable (session))
    return 0;
  begin (session, _ ("Confirm what is within one level of “%s”"), bl_record_get_text (study->parts[part].record, "title"));
  for (guint i = 0; i < study->parts[part].n; i++)
    {
      const BlAssessItem *item = &study->items[study->parts[part].first + i];
      BlScaleLevel *level = can_confirm (item) ? find_level (study, item->suggested) : NULL;

      if (level != NULL)
        agree (session, study->assessment, item, level);
    }
  done = g_strdup_printf (ngettext ("%u criterion confirmed", "%u criteria confirmed", n), n);
  commit (session, done);
  return n;
}

/* --- The flipchart -------------------------------------------------------------------- */

void
bl_meet_edit_write (BlSession *session, BlAssessment *assessment, const char *item, const char *field, const char *text)
{
  BlProject *project = bl_session_get_project (session);
  g_autofree char *kept = bl_text_clean (text);
  BlRecord *discussion = BL_RECORD (bl_meet_find_discussion (assessment, item));

  if (!bl_session_get_editable (session) || (discussion == NULL && kept == NULL))
    return;
  bl_project_begin (project, _ ("Write on the flipchart"));
  discussion = need_by_item (assessment, "discussions", BL_TYPE_DISCUSSION, item);
  bl_record_set_text (discussion, field, kept);
  bl_project_commit_coalesced (project, discussion, field);
}

void
bl_meet_edit_keep_time (BlSession *session, BlAssessment *assessment, const char *item, guint seconds)
{
  BlProject *project = bl_session_get_project (session);
  BlRecord *discussion;
  gint64 before = 0;

  if (seconds == 0 || !bl_session_get_editable (session) || bl_record_get_parent (BL_RECORD (assessment)) == NULL)
    return;
  bl_project_begin (project, _ ("Note the time spent"));
  discussion = need_by_item (assessment, "discussions", BL_TYPE_DISCUSSION, item);
  bl_record_get_integer (discussion, "seconds", &before);
  bl_record_set_integer (discussion, "seconds", before + seconds);
  bl_project_commit_coalesced (project, discussion, "seconds");
}

/* --- Strengths and areas --------------------------------------------------------------- */

static BlRecord *
add_finding (BlAssessment *assessment, const char *item, BlFindingSide side, const char *text)
{
  g_autoptr (BlFinding) finding = bl_finding_new (NULL);

  bl_record_set_enum (BL_RECORD (finding), "side", side);
  bl_record_set_text (BL_RECORD (finding), "item", item);
  bl_record_set_text (BL_RECORD (finding), "text", text);
  bl_record_set_boolean (BL_RECORD (finding), "agreed", TRUE);
  bl_record_append (BL_RECORD (assessment), "findings", BL_RECORD (finding));
  return BL_RECORD (finding); /* the list holds it */
}

gboolean
bl_meet_edit_add_finding (BlSession *session, BlAssessment *assessment, const char *item, BlFindingSide side,
                          const char *text, char **why_not)
{
  gboolean strength = side == BL_FINDING_STRENGTH;
  g_autofree char *kept = bl_text_clean (text);

  *why_not = NULL;
  if (kept == NULL || !bl_session_get_editable (session)
      || !bl_assessment_may_add_finding (assessment, item, side, why_not))
    return FALSE;
  bl_project_begin (bl_session_get_project (session), strength ? _ ("Add a strength") : _ ("Add an area for improvement"));
  add_finding (assessment, item, side, kept);
  commit (session, strength ? _ ("Strength added") : _ ("Area for improvement added"));
  return TRUE;
}

gboolean
bl_meet_edit_take_finding (BlSession *session, BlAssessment *assessment, BlFinding *finding, char **why_not)
{
  BlRecord *record = BL_RECORD (finding), *agreed;
  BlFindingSide side = bl_record_get_enum (record, "side");
  const char *item = bl_record_get_text (record, "item");

  *why_not = NULL;
  if (!bl_session_get_editable (session) || !bl_assessment_may_add_finding (assessment, item, side, why_not))
    return FALSE;
  bl_project_begin (bl_session_get_project (session), _ ("Take what was put forward"));
  agreed = add_finding (assessment, item, side, bl_record_get_text (record, "text"));
  bl_record_set_text (agreed, "criteria", bl_record_get_text (record, "criteria"));
  bl_record_set_text (agreed, "evidence", bl_record_get_text (record, "evidence"));
  bl_record_set_text (record, "merged", bl_record_get_id (agreed));
  commit (session, side == BL_FINDING_STRENGTH ? _ ("Strength added") : _ ("Area for improvement added"));
  return TRUE;
}

static guint
find_place (GListModel *list, gpointer record)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BlRecord) here = g_list_model_get_item (list, i);

      if (here == record)
        return i;
    }
  return G_MAXUINT;
}

void
bl_meet_edit_move_finding (BlSession *session, BlAssessment *assessment, BlFinding *finding, int by)
{
  g_autoptr (BlRecord) kept = g_object_ref (BL_RECORD (finding));
  g_autoptr (GPtrArray) mine = bl_meet_list_findings (assessment, bl_record_get_text (kept, "item"),
                                                      (BlFindingSide) bl_record_get_enum (kept, "side"));
  guint place, other;

  if (!bl_session_get_editable (session) || !g_ptr_array_find (mine, finding, &place) || (by < 0 && place == 0)
      || (by > 0 && place + 1 >= mine->len))
    return;
  other = find_place (bl_record_get_list (BL_RECORD (assessment), "findings"), g_ptr_array_index (mine, place + by));
  bl_project_begin (bl_session_get_project (session), by < 0 ? _ ("Move up") : _ ("Move down"));
  bl_record_remove (kept);
  bl_record_insert (BL_RECORD (assessment), "findings", other, kept);
  bl_project_commit (bl_session_get_project (session));
}

void
bl_meet_edit_remove_finding (BlSession *session, BlFinding *finding)
{
  gboolean strength = bl_record_get_enum (BL_RECORD (finding), "side") == BL_FINDING_STRENGTH;

  if (!bl_session_get_editable (session))
    return;
  bl_project_begin (bl_session_get_project (session),
                    strength ? _ ("Remove a strength") : _ ("Remove an area for improvement"));
  bl_project_delete (bl_session_get_project (session), BL_RECORD (finding));
  commit (session, strength ? _ ("Strength removed") : _ ("Area for improvement removed"));
}

/* --- Dissent ------------------------------------------------------------------------------ */

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += *words[i] != '\0';
  return n;
}

gboolean
bl_meet_edit_add_dissent (BlSession *session, BlAssessment *assessment, const BlAssessItem *item, const char *level,
                          const char *reason, const char *change, const char *name, const char *review, char **why_not)
{
  g_autofree char *kept = bl_text_clean (reason);
  g_autofree char *day = bl_text_clean (review);
  g_autofree char *by = bl_text_clean (name);
  g_autofree char *look_at = bl_text_clean (change);
  g_autoptr (BlDissent) dissent = bl_dissent_new (NULL);
  g_autoptr (GError) error = NULL;
  guint n = kept != NULL ? count_words (kept) : 0;

  *why_not = NULL;
  if (!bl_session_get_editable (session))
    return FALSE;
  if (n == 0)
    *why_not = g_strdup (_ ("Say why, in their own words."));
  else if (n > BL_DISSENT_MOST_WORDS)
    *why_not = g_strdup_printf (_ ("That is %u words. Up to %u will be read; say it shorter, and read it back to them."), n,
                                BL_DISSENT_MOST_WORDS);
  else if (day != NULL && !bl_record_set_from_text (BL_RECORD (dissent), "review", day, &error))
    *why_not = g_strdup (error->message);
  if (*why_not != NULL)
    return FALSE;
  bl_record_set_text (BL_RECORD (dissent), "item", item->item);
  bl_record_set_text (BL_RECORD (dissent), "level", level);
  bl_record_set_text (BL_RECORD (dissent), "reason", kept);
  bl_record_set_text (BL_RECORD (dissent), "change", look_at);
  bl_record_set_text (BL_RECORD (dissent), "name", by);
  begin (session, _ ("Record a different view of “%s”"), get_title (item));
  bl_record_append (BL_RECORD (assessment), "dissents", BL_RECORD (dissent));
  commit (session, _ ("A different view is written down"));
  return TRUE;
}

void
bl_meet_edit_remove_dissent (BlSession *session, BlDissent *dissent)
{
  if (!bl_session_get_editable (session))
    return;
  bl_project_begin (bl_session_get_project (session), _ ("Remove a different view"));
  bl_project_delete (bl_session_get_project (session), BL_RECORD (dissent));
  commit (session, _ ("Different view removed"));
}

/* --- Rating again, parking ---------------------------------------------------------------------- */

guint
bl_meet_edit_rate_again (BlSession *session, const BlAssessStudy *study, const BlAssessItem *item,
                         const char *const *levels)
{
  BlProject *project = bl_session_get_project (session);
  g_autoptr (GDateTime) now = bl_clock_now (bl_project_get_clock (project));
  g_autofree char *given = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *done = NULL;
  guint n = 0;

  if (!bl_session_get_editable (session))
    return 0;
  begin (session, _ ("Rate “%s” again"), get_title (item));
  for (guint i = 0; i < study->n_members; i++)
    {
      g_autoptr (BlRating) rating = NULL;
      BlRating *before = item->ratings[i].rating;

      if (levels[i] == NULL)
        continue;
      rating = bl_rating_new (NULL);
      bl_record_set_text (BL_RECORD (rating), "member", bl_record_get_id (BL_RECORD (study->members[i].member)));
      bl_record_set_text (BL_RECORD (rating), "item", item->item);
      bl_record_set_text (BL_RECORD (rating), "level", levels[i]);
      bl_record_set_text (BL_RECORD (rating), "given", given);
      bl_record_set_text (BL_RECORD (rating), "means", "meeting");
      if (before != NULL)
        bl_record_set_text (BL_RECORD (rating), "replaces", bl_record_get_id (BL_RECORD (before)));
      bl_record_append (BL_RECORD (study->assessment), "ratings", BL_RECORD (rating));
      n++;
    }
  done = g_strdup_printf (ngettext ("%u person rated again", "%u people rated again", n), n);
  commit (session, done);
  return n;
}

void
bl_meet_edit_add_parked (BlSession *session, BlAssessment *assessment, const char *text, const char *by, const char *home)
{
  g_autoptr (BlParkedNote) note = bl_parked_note_new (NULL);
  g_autofree char *kept = bl_text_clean (text);
  g_autofree char *name = bl_text_clean (by);
  g_autofree char *place = bl_text_clean (home);

  if (!bl_session_get_editable (session) || kept == NULL)
    return;
  bl_record_set_text (BL_RECORD (note), "text", kept);
  bl_record_set_text (BL_RECORD (note), "by", name);
  bl_record_set_text (BL_RECORD (note), "home", place);
  bl_project_begin (bl_session_get_project (session), _ ("Park a thought"));
  bl_record_append (BL_RECORD (assessment), "parking", BL_RECORD (note));
  commit (session, _ ("Kept in the parking place"));
}

void
bl_meet_edit_remove_parked (BlSession *session, BlParkedNote *note)
{
  if (!bl_session_get_editable (session))
    return;
  bl_project_begin (bl_session_get_project (session), _ ("Take a thought out of the parking place"));
  bl_project_delete (bl_session_get_project (session), BL_RECORD (note));
  commit (session, _ ("Taken out of the parking place"));
}
