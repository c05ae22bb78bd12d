/* response-plan.c: what one member is sent, and taking in what comes back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "response-plan.h"

#include <glib/gi18n-lib.h>

#include "assessment-study.h"

#define BL_RESPONSE_NAMED 3 /* criteria named in a note; the rest are counted */

/* --- Sending --------------------------------------------------------------- */

static void
copy_into (BlRecord *from, const char *list, BlRecord *to, const char *member)
{
  GListModel *records = bl_record_get_list (from, list);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (records, i);
      g_autoptr (BlRecord) copy = NULL;

      if (g_strcmp0 (bl_record_get_text (record, "member"), member) != 0)
        continue;
      copy = bl_record_copy (record);
      bl_record_clear (copy, "member"); /* the file says whose they are */
      bl_record_append (to, list, copy);
    }
}

BlResponse *
bl_response_new_for (BlProject *project, BlAssessment *assessment, BlAssessmentMember *member)
{
  static const char *const shared[] = { "title", "scale", "route" };
  g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "response"), *checksum = NULL;
  BlFramework *framework = bl_assessment_find_framework (project, assessment);
  BlService *service = bl_project_get_service (project);
  BlRecord *self = BL_RECORD (bl_response_new (id)), *from = BL_RECORD (assessment),
           *who = BL_RECORD (member);
  static const char *const dates[] = { "rate-by", "meeting", "names-shown" };

  bl_record_set_text (self, "project", bl_record_get_id (BL_RECORD (project)));
  bl_record_set_text (self, "assessment", bl_record_get_id (from));
  if (service != NULL)
    bl_record_set_text (self, "service", bl_record_get_text (BL_RECORD (service), "name"));
  for (guint i = 0; i < G_N_ELEMENTS (shared); i++)
    bl_record_set_text (self, shared[i], bl_record_get_text (from, shared[i]));
  bl_record_set_text (self, "member", bl_record_get_id (who));
  bl_record_set_text (self, "name", bl_record_get_text (who, "name"));
  bl_record_set_text (self, "role", bl_record_get_text (who, "role"));
  bl_record_set_date (self, "made", bl_clock_today (bl_project_get_clock (project)));
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    bl_record_set_value (self, dates[i], bl_record_get_value (from, dates[i]));
  if (framework != NULL)
    {
      g_autoptr (BlRecord) copy = bl_record_copy (BL_RECORD (framework));

      bl_record_clear_signatures (copy);
      checksum = bl_framework_make_checksum (framework);
      bl_record_set_text (self, "framework", bl_record_get_text (copy, "item"));
      bl_record_set_text (self, "framework-version", bl_record_get_text (copy, "revision"));
      bl_record_set_text (self, "framework-checksum", checksum);
      bl_record_append (self, "frameworks", copy);
    }
  copy_into (from, "ratings", self, bl_record_get_id (who));
  copy_into (from, "findings", self, bl_record_get_id (who));
  bl_record_clear_signatures (self);
  return BL_RESPONSE (self);
}

BlFramework *
bl_response_get_framework (BlResponse *self)
{
  g_autoptr (BlRecord) first = g_list_model_get_item (bl_record_get_list (BL_RECORD (self), "frameworks"), 0);

  return (BlFramework *) first; /* the list holds it */
}

BlRating *
bl_response_find_rating (BlResponse *self, const char *criterion)
{
  GListModel *ratings = bl_record_get_list (BL_RECORD (self), "ratings");

  for (guint i = g_list_model_get_n_items (ratings); i > 0; i--)
    {
      g_autoptr (BlRecord) rating = g_list_model_get_item (ratings, i - 1);

      if (g_strcmp0 (bl_record_get_text (rating, "item"), criterion) == 0)
        return BL_RATING (rating); /* the list holds it */
    }
  return NULL;
}

void
bl_response_count (BlResponse *self, guint *done, guint *of)
{
  BlFramework *framework = bl_response_get_framework (self);
  g_autoptr (GPtrArray) criteria = NULL;

  *done = *of = 0;
  if (framework == NULL)
    return;
  criteria = bl_framework_list_criteria (
      framework, bl_framework_is_short_route (framework, bl_record_get_text (BL_RECORD (self), "route")));
  *of = criteria->len;
  for (guint i = 0; i < criteria->len; i++)
    {
      BlRating *rating
          = bl_response_find_rating (self, bl_record_get_text (g_ptr_array_index (criteria, i), "item"));

      *done += rating != NULL && bl_record_get_text (BL_RECORD (rating), "level") != NULL;
    }
}

/* --- Taking in --------------------------------------------------------------- */

/* “Open when people can come”, “Within reach” and 4 more. */
static char *
name_criteria (BlFramework *framework, GPtrArray *items)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < items->len && i < BL_RESPONSE_NAMED; i++)
    g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "",
                            bl_framework_get_title (framework, g_ptr_array_index (items, i)));
  if (items->len > BL_RESPONSE_NAMED)
    g_string_append_printf (names, _(" and %u more"), items->len - BL_RESPONSE_NAMED);
  return g_string_free (names, FALSE);
}

static char *
refuse (BlResponsePlan *self)
{
  BlRecord *response = BL_RECORD (self->response);
  const char *name = bl_record_get_text (response, "name"), *title = bl_record_get_text (response, "title");
  const char *id = bl_record_get_text (response, "assessment"),
             *member = bl_record_get_text (response, "member");
  const char *service = bl_record_get_text (response, "service");
  BlRecord *found;

  if (g_strcmp0 (bl_record_get_text (response, "project"), bl_record_get_id (BL_RECORD (self->project))) != 0)
    return service != NULL ? g_strdup_printf (_ ("This file answers an assessment of another project (%s). "
                                                 "Open that project and take it in there."),
                                              service)
                           : g_strdup (_ ("This file answers an assessment of another project. Open that "
                                          "project and take it in there."));
  found = id != NULL ? bl_project_find (self->project, id) : NULL;
  if (!BL_IS_ASSESSMENT (found))
    return g_strdup_printf (_ ("The assessment it answers, “%s”, is no longer in the project. Bring it back "
                               "with Undo or from a marked version, then take the file in again."),
                            title != NULL ? title : _ ("self-assessment"));
  self->assessment = BL_ASSESSMENT (found);
  found = member != NULL ? bl_project_find (self->project, member) : NULL;
  if (!BL_IS_ASSESSMENT_MEMBER (found) || bl_record_get_parent (found) != BL_RECORD (self->assessment))
    return g_strdup_printf (_ ("%s is no longer in the team of this assessment. Bring them back with Undo, "
                               "then take the file in again."),
                            name != NULL ? name : _ ("The person who sent it"));
  self->member = BL_ASSESSMENT_MEMBER (found);
  if (bl_assessment_find_framework (self->project, self->assessment) == NULL)
    return g_strdup (_ ("The framework of the assessment is no longer in the project."));
  return NULL;
}

/* The criterion as the member read it says the same as the project's. */
static gboolean
words_agree (BlFramework *ours, BlFramework *theirs, const char *item)
{
  BlCriterion *own = bl_framework_find_criterion (ours, item);
  BlCriterion *other = theirs != NULL ? bl_framework_find_criterion (theirs, item) : NULL;

  return own != NULL
         && (other == NULL
             || g_strcmp0 (bl_record_get_text (BL_RECORD (own), "statement"),
                           bl_record_get_text (BL_RECORD (other), "statement"))
                    == 0);
}

static gboolean
has_level (BlResponsePlan *self, BlFramework *framework, const char *level)
{
  BlScaleOfLevels *scale
      = bl_framework_find_scale (framework, bl_record_get_text (BL_RECORD (self->assessment), "scale"));
  GListModel *levels;

  if (scale == NULL)
    scale = bl_framework_find_usual_scale (framework, "criteria");
  levels = scale != NULL ? bl_record_get_list (BL_RECORD (scale), "levels") : NULL;
  for (guint i = 0; level != NULL && levels != NULL && i < g_list_model_get_n_items (levels); i++)
    {
      g_autoptr (BlRecord) own = g_list_model_get_item (levels, i);

      if (g_strcmp0 (bl_record_get_text (own, "item"), level) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
says_the_same (BlRecord *a, BlRecord *b)
{
  static const char *const fields[] = { "level", "reason", "example", "evidence" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (bl_record_get_text (a, fields[i]), bl_record_get_text (b, fields[i])) != 0)
      return FALSE;
  return TRUE;
}

static void
plan_ratings (BlResponsePlan *self)
{
  BlFramework *ours = bl_assessment_find_framework (self->project, self->assessment);
  BlFramework *theirs = bl_response_get_framework (self->response);
  GListModel *ratings = bl_record_get_list (BL_RECORD (self->response), "ratings");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) other_words = g_ptr_array_new (), unknown = g_ptr_array_new (),
                        no_level = g_ptr_array_new ();
  g_autoptr (GPtrArray) twice = g_ptr_array_new (), earlier = g_ptr_array_new ();
  const char *member = bl_record_get_id (BL_RECORD (self->member));

  /* From the end: of several ratings of one criterion in a file the last one counts. */
  for (guint i = g_list_model_get_n_items (ratings); i > 0; i--)
    {
      g_autoptr (BlRecord) rating = g_list_model_get_item (ratings, i - 1);
      const char *item = bl_record_get_text (rating, "item"), *level = bl_record_get_text (rating, "level");
      const char *given = bl_record_get_text (rating, "given"), *before;
      g_autoptr (GPtrArray) own = NULL;
      BlRecord *latest;
      gboolean known = FALSE;

      if (item == NULL || (level == NULL && bl_record_get_text (rating, "reason") == NULL))
        continue; /* nothing was said */
      own = bl_assessment_list_ratings (self->assessment, member, item);
      for (guint j = 0; j < own->len && !known; j++)
        known = says_the_same (g_ptr_array_index (own, j), rating);
      if (!g_hash_table_add (seen, (gpointer) item))
        {
          BlRecord *later = NULL;

          for (guint j = 0; j < self->ratings->len && later == NULL; j++)
            if (g_strcmp0 (bl_record_get_text (g_ptr_array_index (self->ratings, j), "item"), item) == 0)
              later = g_ptr_array_index (self->ratings, j);
          if (!known && later != NULL && !says_the_same (later, rating))
            g_ptr_array_add (twice, (gpointer) item);
          continue;
        }
      if (bl_framework_find_criterion (ours, item) == NULL)
        g_ptr_array_add (unknown, (gpointer) item);
      else if (!words_agree (ours, theirs, item))
        g_ptr_array_add (other_words, (gpointer) item);
      else if (level != NULL && !has_level (self, ours, level))
        g_ptr_array_add (no_level, (gpointer) item);
      else if (known)
        self->n_same++;
      else
        {
          latest = own->len > 0 ? g_ptr_array_index (own, 0) : NULL;
          before = latest != NULL ? bl_record_get_text (latest, "given") : NULL;
          if (latest == NULL)
            self->n_new++;
          else if (given != NULL && before != NULL && g_strcmp0 (given, before) < 0)
            {
              self->n_earlier++;
              g_ptr_array_add (earlier, (gpointer) item);
            }
          else
            self->n_changed++;
          g_ptr_array_insert (self->ratings, 0, g_object_ref (rating));
        }
    }
  self->n_left_out = unknown->len + other_words->len + no_level->len;
  if (other_words->len > 0)
    {
      g_autofree char *names = name_criteria (ours, other_words);

      g_ptr_array_add (self->notes,
                       g_strdup_printf (ngettext ("%1$u rating is left out, since the criterion had other "
                                                  "words when it was rated: %2$s. Ask for it again.",
                                                  "%1$u ratings are left out, since the criteria had other "
                                                  "words when they were rated: %2$s. Ask for them again.",
                                                  other_words->len),
                                        other_words->len, names));
    }
  if (unknown->len > 0)
    {
      g_autofree char *names = name_criteria (theirs != NULL ? theirs : ours, unknown);

      g_ptr_array_add (
          self->notes,
          g_strdup_printf (
              ngettext ("%1$u rating is left out, since the assessment has no such criterion: %2$s.",
                        "%1$u ratings are left out, since the assessment has no such criteria: %2$s.",
                        unknown->len),
              unknown->len, names));
    }
  if (no_level->len > 0)
    {
      g_autofree char *names = name_criteria (ours, no_level);

      g_ptr_array_add (
          self->notes,
          g_strdup_printf (
              ngettext ("%1$u rating is left out, since its level is not on the scale: %2$s.",
                        "%1$u ratings are left out, since their levels are not on the scale: %2$s.",
                        no_level->len),
              no_level->len, names));
    }
  if (twice->len > 0)
    {
      g_autofree char *names = name_criteria (ours, twice);

      g_ptr_array_add (
          self->notes,
          g_strdup_printf (_ ("The file rates more than once: %s. The last one counts."), names));
    }
  if (earlier->len > 0)
    {
      g_autofree char *names = name_criteria (ours, earlier);

      g_ptr_array_add (self->notes, g_strdup_printf (_ ("Rated again here after the file was filled in: %s. "
                                                        "The later rating counts; both are kept."),
                                                     names));
    }
}

static void
plan_findings (BlResponsePlan *self)
{
  GListModel *findings = bl_record_get_list (BL_RECORD (self->response), "findings");
  GListModel *own = bl_record_get_list (BL_RECORD (self->assessment), "findings");
  const char *member = bl_record_get_id (BL_RECORD (self->member));

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (BlRecord) finding = g_list_model_get_item (findings, i);
      gboolean known = bl_record_get_text (finding, "text") == NULL
                       || bl_record_get_enum (finding, "side") == BL_FINDING_UNKNOWN;

      for (guint j = 0; j < g_list_model_get_n_items (own) && !known; j++)
        {
          g_autoptr (BlRecord) there = g_list_model_get_item (own, j);

          known
              = g_strcmp0 (bl_record_get_text (there, "member"), member) == 0
                && bl_record_get_enum (there, "side") == bl_record_get_enum (finding, "side")
                && g_strcmp0 (bl_record_get_text (there, "item"), bl_record_get_text (finding, "item")) == 0
                && g_strcmp0 (bl_record_get_text (there, "text"), bl_record_get_text (finding, "text")) == 0;
        }
      if (!known)
        g_ptr_array_add (self->findings, g_object_ref (finding));
    }
}

BlResponsePlan *
bl_response_plan_new (BlProject *project, BlResponse *response)
{
  BlResponsePlan *self = g_new0 (BlResponsePlan, 1);
  BlFramework *theirs = bl_response_get_framework (response);
  g_autofree char *checksum = theirs != NULL ? bl_framework_make_checksum (theirs) : NULL;
  guint32 meeting = 0;

  self->project = g_object_ref (project);
  self->response = g_object_ref (response);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->ratings = g_ptr_array_new_with_free_func (g_object_unref);
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  self->refusal = refuse (self);
  if (self->refusal != NULL)
    return self;
  if (theirs == NULL)
    g_ptr_array_add (self->notes, g_strdup (_ ("The file does not hold the criteria it was rated by, so it "
                                               "is not known whether their words were the same.")));
  else if (g_strcmp0 (checksum, bl_record_get_text (BL_RECORD (response), "framework-checksum")) != 0)
    g_ptr_array_add (self->notes,
                     g_strdup (_ ("The criteria in the file were changed after it was sent out.")));
  plan_ratings (self);
  plan_findings (self);
  if (bl_record_get_date (BL_RECORD (self->assessment), "meeting", &meeting)
      && bl_clock_today (bl_project_get_clock (project)) > meeting && self->ratings->len > 0)
    g_ptr_array_add (
        self->notes,
        g_strdup (_ ("It came after the meeting. It is kept all the same; what was agreed stays as it is.")));
  return self;
}

void
bl_response_plan_free (BlResponsePlan *self)
{
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->ratings);
  g_ptr_array_unref (self->findings);
  g_free (self->refusal);
  g_object_unref (self->response);
  g_object_unref (self->project);
  g_free (self);
}

/* Into @list of the assessment; ids that the project has go to another record, so a new one is given. */
static BlRecord *
take (BlResponsePlan *self, const char *list, BlRecord *from)
{
  g_autoptr (BlRecord) record = g_object_new (G_OBJECT_TYPE (from), NULL);
  GPtrArray *fields = bl_record_get_fields (from);
  const char *id = bl_record_get_id (from);

  if (id != NULL && bl_project_find (self->project, id) == NULL)
    bl_record_set_id (record, id);
  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);

      if (!field->about_change && field->type != BL_FIELD_LIST)
        bl_record_copy_field (record, from, field);
    }
  bl_record_set_text (record, "member", bl_record_get_id (BL_RECORD (self->member)));
  bl_record_append (BL_RECORD (self->assessment), list, record);
  return record; /* the list holds it */
}

/* A rating given before what is there goes behind it, so that the later one counts. */
static void
take_rating (BlResponsePlan *self, BlRecord *from)
{
  const char *item = bl_record_get_text (from, "item"), *given = bl_record_get_text (from, "given");
  g_autoptr (GPtrArray) own
      = bl_assessment_list_ratings (self->assessment, bl_record_get_id (BL_RECORD (self->member)), item);
  BlRecord *latest = own->len > 0 ? g_ptr_array_index (own, 0) : NULL;
  const char *before = latest != NULL ? bl_record_get_text (latest, "given") : NULL;
  gboolean earlier = given != NULL && before != NULL && g_strcmp0 (given, before) < 0;
  BlRecord *record = take (self, "ratings", from);

  bl_record_set_text (record, "means", "response");
  bl_record_set_text (record, "response", bl_record_get_id (BL_RECORD (self->response)));
  bl_record_clear (record, "replaces");
  if (earlier)
    {
      GListModel *ratings = bl_record_get_list (BL_RECORD (self->assessment), "ratings");
      guint place = 0;

      for (guint i = 0; i < g_list_model_get_n_items (ratings); i++)
        {
          g_autoptr (BlRecord) there = g_list_model_get_item (ratings, i);

          if (there == own->pdata[own->len - 1])
            place = i;
        }
      g_object_ref (record);
      bl_record_remove (record);
      bl_record_insert (BL_RECORD (self->assessment), "ratings", place, record);
      g_object_unref (record);
    }
  else if (latest != NULL)
    bl_record_set_text (record, "replaces", bl_record_get_id (latest));
}

gboolean
bl_response_plan_apply (BlResponsePlan *self)
{
  BlRecord *member = BL_RECORD (self->member);
  const char *name = member != NULL ? bl_record_get_text (member, "name") : NULL;
  g_autofree char *step
      = g_strdup_printf (_ ("Take in the ratings of %s"), name != NULL ? name : _ ("a member"));
  guint32 finished = 0;

  if (self->refusal != NULL || (self->ratings->len == 0 && self->findings->len == 0))
    return FALSE;
  bl_project_begin (self->project, step);
  for (guint i = 0; i < self->ratings->len; i++)
    take_rating (self, g_ptr_array_index (self->ratings, i));
  for (guint i = 0; i < self->findings->len; i++)
    {
      BlRecord *record = take (self, "findings", g_ptr_array_index (self->findings, i));

      bl_record_clear (record, "agreed"); /* the team agrees, not a file */
      bl_record_clear (record, "merged");
      bl_record_clear (record, "chosen");
    }
  bl_record_set_date (member, "came", bl_clock_today (bl_project_get_clock (self->project)));
  if (bl_record_get_date (BL_RECORD (self->response), "finished", &finished))
    bl_record_set_date (member, "finished", finished);
  return bl_project_commit (self->project);
}

char *
bl_response_plan_say (const BlResponsePlan *self)
{
  GString *text;

  if (self->ratings->len == 0 && self->findings->len == 0)
    return g_strdup (_ ("Nothing new: all of it is in the project already."));
  text = g_string_new (NULL);
  g_string_append_printf (text, ngettext ("%u new rating", "%u new ratings", self->n_new), self->n_new);
  if (self->n_changed > 0)
    g_string_append_printf (text, ngettext (", %u changed", ", %u changed", self->n_changed),
                            self->n_changed);
  if (self->n_earlier > 0)
    g_string_append_printf (
        text, ngettext (", %u earlier one kept", ", %u earlier ones kept", self->n_earlier), self->n_earlier);
  if (self->findings->len > 0)
    g_string_append_printf (text,
                            ngettext (", %u strength or area put forward",
                                      ", %u strengths and areas put forward", self->findings->len),
                            self->findings->len);
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}
