/* rating-sheet.c: what one member says of each criterion, in a project or in a response file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rating-sheet.h"

#include <glib/gi18n-lib.h>

#include "response-plan.h"
#include "text.h"

struct _BlRatingSheet
{
  GObject parent;
  BlSession *session; /* NULL: of a response */
  BlContext *context;
  BlRecord *holder;   /* has the ratings and findings: a BlAssessment or a BlResponse */
  BlRecord *member;   /* BlAssessmentMember; of a response, which says itself whose it is, the response */
  gboolean editable;
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlRatingSheet, bl_rating_sheet, G_TYPE_OBJECT)

/* --- Looking ------------------------------------------------------------------------ */

static gboolean
is_own (BlRatingSheet *self, BlRecord *record)
{
  return self->session == NULL
         || g_strcmp0 (bl_record_get_text (record, "member"), bl_record_get_id (self->member)) == 0;
}

/* The @nth from the end of what they said of @item. */
static BlRecord *
find_rating (BlRatingSheet *self, const char *item, guint nth)
{
  GListModel *ratings = bl_record_get_list (self->holder, "ratings");

  for (guint i = g_list_model_get_n_items (ratings); i > 0; i--)
    {
      g_autoptr (BlRecord) rating = g_list_model_get_item (ratings, i - 1);

      if (is_own (self, rating) && g_strcmp0 (bl_record_get_text (rating, "item"), item) == 0 && nth-- == 0)
        return rating; /* the list holds it */
    }
  return NULL;
}

static BlRecord *
find_finding (BlRatingSheet *self, const char *item, BlFindingSide side)
{
  GListModel *findings = bl_record_get_list (self->holder, "findings");
  gboolean agreed = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (BlRecord) finding = g_list_model_get_item (findings, i);

      if (is_own (self, finding) && g_strcmp0 (bl_record_get_text (finding, "item"), item) == 0
          && bl_record_get_enum (finding, "side") == (int) side
          && (!bl_record_get_boolean (finding, "agreed", &agreed) || !agreed))
        return finding; /* the list holds it */
    }
  return NULL;
}

static gboolean
is_short (BlRatingSheet *self)
{
  BlFramework *framework = bl_rating_sheet_get_framework (self);

  return framework != NULL && bl_framework_is_short_route (framework, bl_record_get_text (self->holder, "route"));
}

/* Julian day of the meeting where it is over; 0. */
static guint32
get_past_meeting (BlRatingSheet *self)
{
  guint32 meeting = 0;

  return bl_record_get_date (self->holder, "meeting", &meeting)
                 && bl_clock_today (bl_context_get_clock (self->context)) > meeting
             ? meeting
             : 0;
}

/* Whether @rating was given before the meeting, which is over: then it stays as it was said. */
static gboolean
is_settled (BlRatingSheet *self, BlRecord *rating)
{
  guint32 meeting = get_past_meeting (self), given = 0;
  const char *text = bl_record_get_text (rating, "given");
  g_autofree char *day = text != NULL ? g_strndup (text, strlen ("2026-04-17")) : NULL;

  return meeting != 0 && bl_record_get_text (rating, "level") != NULL
         && (day == NULL || !bl_text_to_date (day, &given) || given <= meeting);
}

/* --- Changing ------------------------------------------------------------------------ */

static void
begin (BlRatingSheet *self, const char *step)
{
  if (self->session != NULL)
    bl_project_begin (bl_session_get_project (self->session), step);
}

/* @record, @field: typing, which is joined; NULL: a step of its own. */
static void
commit (BlRatingSheet *self, BlRecord *record, const char *field)
{
  BlProject *project;

  if (self->session == NULL)
    {
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }
  project = bl_session_get_project (self->session);
  if (record != NULL)
    bl_project_commit_coalesced (project, record, field);
  else
    bl_project_commit (project);
}

static char *
make_now (BlRatingSheet *self)
{
  g_autoptr (GDateTime) now = bl_clock_now (bl_context_get_clock (self->context));

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

static BlRecord *
add (BlRatingSheet *self, const char *list, GType type)
{
  g_autoptr (BlRecord) record = g_object_new (type, NULL);
  g_autofree char *id = bl_ids_make (bl_context_get_ids (self->context), bl_record_class_get_kind (BL_RECORD_GET_CLASS (record)));

  bl_record_set_id (record, id);
  if (self->session != NULL)
    bl_record_set_text (record, "member", bl_record_get_id (self->member));
  bl_record_append (self->holder, list, record);
  return record; /* the list holds it */
}

static BlRecord *
add_rating (BlRatingSheet *self, const char *item, BlRecord *replaced)
{
  BlRecord *rating = add (self, "ratings", BL_TYPE_RATING);

  bl_record_set_text (rating, "item", item);
  bl_record_set_text (rating, "means", self->session != NULL ? "alone" : "response");
  if (replaced != NULL)
    bl_record_set_text (rating, "replaces", bl_record_get_id (replaced));
  return rating;
}

static const char *
get_title (BlRatingSheet *self, const char *item)
{
  BlFramework *framework = bl_rating_sheet_get_framework (self);

  return framework != NULL ? bl_framework_get_title (framework, item) : item;
}

static void
on_project_changed (BlRatingSheet *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- Overrides ------------------------------------------------------------------------ */

static void
bl_rating_sheet_dispose (GObject *object)
{
  BlRatingSheet *self = BL_RATING_SHEET (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (bl_session_get_project (self->session), self);
  g_clear_object (&self->session);
  g_clear_object (&self->context);
  g_clear_object (&self->holder);
  g_clear_object (&self->member);
  G_OBJECT_CLASS (bl_rating_sheet_parent_class)->dispose (object);
}

static void
bl_rating_sheet_class_init (BlRatingSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bl_rating_sheet_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bl_rating_sheet_init (BlRatingSheet *self)
{
}

/* --- Public ------------------------------------------------------------------------ */

BlRatingSheet *
bl_rating_sheet_new (BlSession *session, BlAssessment *assessment, BlAssessmentMember *member)
{
  BlRatingSheet *self = g_object_new (BL_TYPE_RATING_SHEET, NULL);

  self->session = g_object_ref (session);
  self->context = g_object_ref (bl_session_get_context (session));
  self->holder = g_object_ref (BL_RECORD (assessment));
  self->member = g_object_ref (BL_RECORD (member));
  self->editable = bl_session_get_editable (session);
  g_signal_connect_object (bl_session_get_project (session), "changed", G_CALLBACK (on_project_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

BlRatingSheet *
bl_rating_sheet_new_for_response (BlContext *context, BlResponse *response, gboolean editable)
{
  BlRatingSheet *self = g_object_new (BL_TYPE_RATING_SHEET, NULL);

  self->context = g_object_ref (context);
  self->holder = g_object_ref (BL_RECORD (response));
  self->member = g_object_ref (BL_RECORD (response));
  self->editable = editable;
  return self;
}

BlFramework *
bl_rating_sheet_get_framework (BlRatingSheet *self)
{
  g_return_val_if_fail (BL_IS_RATING_SHEET (self), NULL);
  return self->session != NULL
             ? bl_assessment_find_framework (bl_session_get_project (self->session), BL_ASSESSMENT (self->holder))
             : bl_response_get_framework (BL_RESPONSE (self->holder));
}

BlSession *
bl_rating_sheet_get_session (BlRatingSheet *self)
{
  g_return_val_if_fail (BL_IS_RATING_SHEET (self), NULL);
  return self->session;
}

gboolean
bl_rating_sheet_get_editable (BlRatingSheet *self)
{
  g_return_val_if_fail (BL_IS_RATING_SHEET (self), FALSE);
  return self->editable;
}

BlScaleOfLevels *
bl_rating_sheet_get_scale (BlRatingSheet *self)
{
  BlFramework *framework = bl_rating_sheet_get_framework (self);
  const char *item = bl_record_get_text (self->holder, "scale");
  BlScaleOfLevels *scale = framework != NULL && item != NULL ? bl_framework_find_scale (framework, item) : NULL;

  return scale == NULL && framework != NULL ? bl_framework_find_usual_scale (framework, "criteria") : scale;
}

GPtrArray *
bl_rating_sheet_list_levels (BlRatingSheet *self)
{
  BlScaleOfLevels *scale = bl_rating_sheet_get_scale (self);

  return scale != NULL ? bl_framework_list_levels (scale) : g_ptr_array_new ();
}

GPtrArray *
bl_rating_sheet_list_criteria (BlRatingSheet *self, BlCharacteristic *characteristic)
{
  GListModel *all = bl_record_get_list (BL_RECORD (characteristic), "criteria");
  GPtrArray *criteria = g_ptr_array_new ();
  gboolean shorter = is_short (self);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) criterion = g_list_model_get_item (all, i);

      if (!shorter || g_strcmp0 (bl_record_get_text (criterion, "route"), "short") == 0)
        g_ptr_array_add (criteria, criterion); /* the list holds it */
    }
  return criteria;
}

GPtrArray *
bl_rating_sheet_list_characteristics (BlRatingSheet *self)
{
  BlFramework *framework = bl_rating_sheet_get_framework (self);
  GPtrArray *all = framework != NULL ? bl_framework_list_characteristics (framework) : g_ptr_array_new ();

  for (guint i = all->len; i > 0; i--)
    {
      g_autoptr (GPtrArray) criteria = bl_rating_sheet_list_criteria (self, all->pdata[i - 1]);

      if (criteria->len == 0)
        g_ptr_array_remove_index (all, i - 1);
    }
  return all;
}

void
bl_rating_sheet_count (BlRatingSheet *self, BlCharacteristic *characteristic, guint *done, guint *of)
{
  g_autoptr (GPtrArray) criteria = NULL;

  *done = *of = 0;
  if (characteristic == NULL)
    {
      g_autoptr (GPtrArray) all = bl_rating_sheet_list_characteristics (self);

      for (guint i = 0; i < all->len; i++)
        {
          guint part, whole;

          bl_rating_sheet_count (self, all->pdata[i], &part, &whole);
          *done += part;
          *of += whole;
        }
      return;
    }
  criteria = bl_rating_sheet_list_criteria (self, characteristic);
  *of = criteria->len;
  for (guint i = 0; i < criteria->len; i++)
    {
      BlRating *rating = bl_rating_sheet_find (self, bl_record_get_text (criteria->pdata[i], "item"));

      *done += rating != NULL && bl_record_get_text (BL_RECORD (rating), "level") != NULL;
    }
}

char *
bl_rating_sheet_say_private (BlRatingSheet *self)
{
  g_autofree char *day = NULL;
  gboolean named = FALSE;
  guint32 meeting = 0;

  if (bl_record_get_date (self->holder, "meeting", &meeting))
    day = bl_text_date_for_people (meeting);
  bl_record_get_boolean (self->holder, "names-shown", &named);
  if (get_past_meeting (self) != 0)
    return g_strdup (named ? _ ("The meeting is over: the team sees the spread, and reasons with names.")
                           : _ ("The meeting is over: the team sees the spread, without names."));
  if (day == NULL)
    return g_strdup (named ? _ ("Until the meeting. Then the team sees the spread, and reasons with names.")
                           : _ ("Until the meeting. Then the team sees the spread, without names."));
  return g_strdup_printf (named ? _ ("Until the meeting on %s. Then the team sees the spread, and reasons with names.")
                                : _ ("Until the meeting on %s. Then the team sees the spread, without names."),
                          day);
}

char *
bl_rating_sheet_say_when (BlRatingSheet *self)
{
  guint32 by = 0, past = get_past_meeting (self);
  guint32 today = bl_clock_today (bl_context_get_clock (self->context));
  g_autofree char *day = NULL;

  if (past != 0)
    {
      day = bl_text_date_for_people (past);
      return g_strdup_printf (_ ("The meeting was on %s. Your ratings are welcome all the same: they are kept as given after it, "
                                 "and what you said before it stays beside them."),
                              day);
    }
  if (!bl_record_get_date (self->holder, "rate-by", &by))
    return NULL;
  day = bl_text_date_for_people (by);
  return today > by
             ? g_strdup_printf (_ ("Ratings were asked for by %s. Late ones are welcome until the meeting begins."), day)
             : g_strdup_printf (_ ("Please rate by %s. It need not be in one go."), day);
}

char *
bl_rating_sheet_describe (BlRatingSheet *self)
{
  const char *name;

  g_return_val_if_fail (BL_IS_RATING_SHEET (self), NULL);
  name = bl_record_get_text (self->member, "name");
  return name != NULL ? g_strdup_printf (_ ("Ratings of %s"), name) : g_strdup (_ ("Ratings of a member"));
}

BlRating *
bl_rating_sheet_find (BlRatingSheet *self, const char *criterion)
{
  g_return_val_if_fail (BL_IS_RATING_SHEET (self), NULL);
  return (BlRating *) find_rating (self, criterion, 0);
}

BlRating *
bl_rating_sheet_find_earlier (BlRatingSheet *self, const char *criterion)
{
  g_return_val_if_fail (BL_IS_RATING_SHEET (self), NULL);
  return (BlRating *) find_rating (self, criterion, 1);
}

void
bl_rating_sheet_set_level (BlRatingSheet *self, const char *criterion, const char *level)
{
  BlRecord *rating;
  g_autofree char *step = NULL, *now = NULL;

  g_return_if_fail (BL_IS_RATING_SHEET (self));
  rating = find_rating (self, criterion, 0);
  if (!self->editable || g_strcmp0 (rating != NULL ? bl_record_get_text (rating, "level") : NULL, level) == 0)
    return;
  /* Translators: a step of the undo list: "Rate “Within reach”". */
  step = g_strdup_printf (_ ("Rate “%s”"), get_title (self, criterion));
  now = make_now (self);
  begin (self, step);
  if (rating == NULL || is_settled (self, rating))
    {
      BlRecord *before = rating;

      rating = add_rating (self, criterion, before);
      if (before != NULL)
        bl_record_set_text (rating, "reason", bl_record_get_text (before, "reason"));
    }
  bl_record_set_text (rating, "level", level);
  bl_record_set_text (rating, "given", level != NULL ? now : NULL);
  commit (self, NULL, NULL);
}

void
bl_rating_sheet_set_words (BlRatingSheet *self, const char *criterion, const char *field, const char *text)
{
  BlRecord *rating;
  g_autofree char *step = NULL, *clean = bl_text_clean (text);

  g_return_if_fail (BL_IS_RATING_SHEET (self));
  rating = find_rating (self, criterion, 0);
  if (!self->editable || g_strcmp0 (rating != NULL ? bl_record_get_text (rating, field) : NULL, clean) == 0)
    return;
  /* Translators: a step of the undo list: "Say more of “Within reach”". */
  step = g_strdup_printf (_ ("Say more of “%s”"), get_title (self, criterion));
  begin (self, step);
  if (rating == NULL)
    rating = add_rating (self, criterion, NULL);
  bl_record_set_text (rating, field, clean);
  commit (self, rating, field);
}

const char *
bl_rating_sheet_get_finding (BlRatingSheet *self, const char *characteristic, BlFindingSide side)
{
  BlRecord *finding;

  g_return_val_if_fail (BL_IS_RATING_SHEET (self), NULL);
  finding = find_finding (self, characteristic, side);
  return finding != NULL ? bl_record_get_text (finding, "text") : NULL;
}

void
bl_rating_sheet_set_finding (BlRatingSheet *self, const char *characteristic, BlFindingSide side, const char *text)
{
  BlRecord *finding;
  g_autofree char *step = NULL, *clean = bl_text_clean (text);

  g_return_if_fail (BL_IS_RATING_SHEET (self));
  finding = find_finding (self, characteristic, side);
  if (!self->editable || g_strcmp0 (finding != NULL ? bl_record_get_text (finding, "text") : NULL, clean) == 0)
    return;
  step = g_strdup_printf (side == BL_FINDING_STRENGTH ? _ ("Put forward a strength of “%s”") : _ ("Put forward an area of “%s”"),
                          get_title (self, characteristic));
  begin (self, step);
  if (clean == NULL)
    {
      if (self->session != NULL)
        bl_project_delete (bl_session_get_project (self->session), finding);
      else
        bl_record_remove (finding);
      commit (self, NULL, NULL);
      return;
    }
  if (finding == NULL)
    {
      finding = add (self, "findings", BL_TYPE_FINDING);
      bl_record_set_enum (finding, "side", side);
      bl_record_set_text (finding, "item", characteristic);
    }
  bl_record_set_text (finding, "text", clean);
  commit (self, finding, "text");
}

void
bl_rating_sheet_end (BlRatingSheet *self)
{
  g_return_if_fail (BL_IS_RATING_SHEET (self));
  if (self->session != NULL)
    bl_project_end_coalescing (bl_session_get_project (self->session));
}

gboolean
bl_rating_sheet_get_finished (BlRatingSheet *self)
{
  g_return_val_if_fail (BL_IS_RATING_SHEET (self), FALSE);
  return bl_record_is_known (self->member, "finished");
}

void
bl_rating_sheet_set_finished (BlRatingSheet *self, gboolean finished)
{
  g_return_if_fail (BL_IS_RATING_SHEET (self));
  if (!self->editable || finished == bl_record_is_known (self->member, "finished"))
    return;
  begin (self, finished ? _ ("Finish rating") : _ ("Go on rating"));
  if (finished)
    bl_record_set_date (self->member, "finished", bl_clock_today (bl_context_get_clock (self->context)));
  else
    bl_record_clear (self->member, "finished");
  commit (self, NULL, NULL);
}
