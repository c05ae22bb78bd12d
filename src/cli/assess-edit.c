/* assess-edit.c: branchline-cli assess: what is said in an assessment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "assess-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "assessment-study.h"
#include "framework-versions.h"
#include "text.h"

void
bl_assess_edit_clear (BlAssessEdit *edit)
{
  char **texts[] = { &edit->assessment,  &edit->framework,    &edit->title,
                     &edit->scale,       &edit->route,        &edit->library,
                     &edit->rate_by,     &edit->meeting,      &edit->second_meeting,
                     &edit->starts,      &edit->place,        &edit->member,
                     &edit->role,        &edit->organisation, &edit->knows,
                     &edit->about,       &edit->level,        &edit->reason,
                     &edit->example,     &edit->evidence,     &edit->given,
                     &edit->side,        &edit->text,         &edit->criteria,
                     &edit->name,        &edit->review,       &edit->parked,
                     &edit->parked_with, &edit->now,          &edit->planned,
                     &edit->notes,       &edit->trend,        &edit->comparison,
                     &edit->target,      &edit->coverage,     &edit->cause,
                     &edit->change,      &edit->levels,       &edit->date };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

/* --- Finding ------------------------------------------------------------------ */

/* One of @list by its @field or id; NULL: none or several (@matches). */
static BlRecord *
find_named (BlRecord *parent, const char *list, const char *field, const char *name, guint *matches)
{
  GListModel *records = bl_record_get_list (parent, list);
  g_autofree char *folded = bl_text_fold (name);
  BlRecord *found = NULL;

  *matches = 0;
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (records, i); /* the list holds it */
      const char *text = bl_record_get_text (record, field);
      g_autofree char *own = text != NULL ? bl_text_fold (text) : NULL;

      if (g_strcmp0 (bl_record_get_id (record), name) == 0)
        {
          *matches = 1;
          return record;
        }
      if (own != NULL && g_str_equal (own, folded))
        {
          found = record;
          (*matches)++;
        }
    }
  return *matches == 1 ? found : NULL;
}

BlAssessment *
bl_assess_edit_find (BlProject *project, const char *name, BlExit *exit)
{
  GListModel *all = bl_record_get_list (BL_RECORD (project), "assessments");
  guint n = g_list_model_get_n_items (all), matches;
  BlRecord *found;

  if (n == 0)
    {
      *exit = bl_command_fail (BL_EXIT_FAULTY,
                               _ ("The project has no self-assessment. “assess PROJECT new” makes one."));
      return NULL;
    }
  if (name == NULL && n > 1)
    {
      *exit = bl_command_fail (BL_EXIT_USAGE,
                               _ ("The project has %u self-assessments: say which with --assessment."), n);
      return NULL;
    }
  if (name == NULL)
    {
      g_autoptr (BlRecord) only = g_list_model_get_item (all, 0);

      return BL_ASSESSMENT (only); /* the list holds it */
    }
  found = find_named (BL_RECORD (project), "assessments", "title", name, &matches);
  if (found == NULL)
    *exit = bl_command_fail (BL_EXIT_USAGE,
                             matches > 1 ? _ ("Several self-assessments are called “%s”: say its id.")
                                         : _ ("There is no self-assessment “%s”."),
                             name);
  return (BlAssessment *) found;
}

BlAssessmentMember *
bl_assess_edit_find_member (BlAssessment *assessment, const char *name, BlExit *exit)
{
  guint matches = 0;
  BlRecord *found = name != NULL ? find_named (BL_RECORD (assessment), "team", "name", name, &matches) : NULL;

  if (name == NULL)
    *exit = bl_command_fail (BL_EXIT_USAGE, _ ("Say which member with --member."));
  else if (found == NULL)
    *exit = bl_command_fail (BL_EXIT_USAGE,
                             matches > 1 ? _ ("Several members are called “%s”: say their id.")
                                         : _ ("Nobody in the team is called “%s”."),
                             name);
  return (BlAssessmentMember *) found;
}

/* --- Making -------------------------------------------------------------------- */

typedef struct
{
  const char *option, *field, *text;
} Said;

/* The texts that were given, into their fields. */
static BlExit
set_all (BlRecord *record, const Said *said, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;

      if (said[i].text != NULL && !bl_record_set_from_text (record, said[i].field, said[i].text, &error))
        return bl_command_fail (BL_EXIT_USAGE, "%s: %s", said[i].option, error->message);
    }
  return BL_EXIT_DONE;
}

/* The framework of that name, of the project or as shipped or of a file, in the project. */
static BlFramework *
use_framework (BlProject *project, const char *text, BlExit *exit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlFramework) framework = NULL, copy = NULL;
  g_autofree char *xml = NULL;
  guint matches;
  gsize length;
  BlRecord *own = find_named (BL_RECORD (project), "frameworks", "item", text, &matches);

  /* Of several versions the one made last. */
  if (own == NULL && matches > 1)
    {
      g_autoptr (GPtrArray) versions = bl_framework_list_versions (project, text);

      if (versions->len > 0)
        own = g_ptr_array_index (versions, versions->len - 1);
    }
  if (own != NULL)
    return BL_FRAMEWORK (own);
  if (g_strv_contains (bl_framework_get_shipped (), text))
    framework = bl_framework_load (text, &error);
  else if (g_file_test (text, G_FILE_TEST_IS_REGULAR))
    framework = g_file_get_contents (text, &xml, &length, &error)
                    ? bl_framework_read (xml, length, text, &error)
                    : NULL;
  else
    {
      *exit = bl_command_fail (
          BL_EXIT_USAGE, _ ("There is no framework “%s”: “framework list” says which there are."), text);
      return NULL;
    }
  if (framework == NULL)
    {
      *exit = bl_command_fail_error (error, text);
      return NULL;
    }
  copy = bl_framework_copy (framework, bl_project_get_ids (project));
  bl_record_append (BL_RECORD (project), "frameworks", BL_RECORD (copy));
  return copy; /* the list holds it */
}

BlAssessment *
bl_assess_edit_add (BlProject *project, const BlAssessEdit *edit, BlExit *exit)
{
  BlFramework *framework
      = use_framework (project, edit->framework != NULL ? edit->framework : "self-assessment-starter", exit);
  g_autoptr (BlAssessment) assessment = NULL;
  const Said said[] = { { "--rate-by", "rate-by", edit->rate_by },
                        { "--meeting", "meeting", edit->meeting },
                        { "--second-meeting", "second-meeting", edit->second_meeting },
                        { "--starts", "starts", edit->starts },
                        { "--place", "place", edit->place },
                        { "--text", "vision", edit->text } };

  if (framework == NULL)
    return NULL;
  if (edit->scale != NULL && bl_framework_find_scale (framework, edit->scale) == NULL)
    {
      *exit = bl_command_fail (BL_EXIT_USAGE, _ ("The framework has no scale “%s”."), edit->scale);
      return NULL;
    }
  if (edit->route != NULL && bl_framework_find_script (framework, edit->route) == NULL)
    {
      *exit = bl_command_fail (BL_EXIT_USAGE, _ ("The framework has no route “%s”."), edit->route);
      return NULL;
    }
  assessment = bl_assessment_new (NULL);
  bl_record_set_text (BL_RECORD (assessment), "title",
                      edit->title != NULL ? edit->title : _ ("Self-assessment"));
  bl_record_set_text (BL_RECORD (assessment), "framework", bl_record_get_id (BL_RECORD (framework)));
  bl_record_set_text (BL_RECORD (assessment), "scale", edit->scale);
  bl_record_set_text (BL_RECORD (assessment), "route", edit->route);
  *exit = set_all (BL_RECORD (assessment), said, G_N_ELEMENTS (said));
  if (*exit != BL_EXIT_DONE)
    return NULL;
  bl_record_append (BL_RECORD (project), "assessments", BL_RECORD (assessment));
  return assessment; /* the list holds it */
}

/* --- Saying --------------------------------------------------------------------- */

/* What is said about an item: the one that is there, else a new one. */
static BlRecord *
find_or_add (BlRecord *assessment, const char *list, GType type, const char *item)
{
  GListModel *records = bl_record_get_list (assessment, list);
  g_autoptr (BlRecord) record = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (BlRecord) there = g_list_model_get_item (records, i);

      if (g_strcmp0 (bl_record_get_text (there, "item"), item) == 0)
        return there; /* the list holds it */
    }
  record = g_object_new (type, NULL);
  bl_record_set_text (record, "item", item);
  bl_record_append (assessment, list, record);
  return record;
}

static BlRecord *
append_new (BlRecord *assessment, const char *list, GType type)
{
  g_autoptr (BlRecord) record = g_object_new (type, NULL);

  bl_record_append (assessment, list, record);
  return record; /* the list holds it */
}

/* What --about names must be in the framework. */
static BlExit
check_about (BlFramework *framework, const BlAssessEdit *edit, gboolean criteria, gboolean parts)
{
  if (edit->about == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _ ("Say what it is about with --about."));
  if ((criteria && bl_framework_find_criterion (framework, edit->about) != NULL)
      || bl_framework_find_area (framework, edit->about) != NULL
      || (parts && bl_framework_find_characteristic (framework, edit->about) != NULL))
    return BL_EXIT_DONE;
  return bl_command_fail (BL_EXIT_USAGE, _ ("The framework has nothing called “%s” that this can be about."),
                          edit->about);
}

/* A level by its item ("four-2") or its number; NULL where the scale has none such. */
static const char *
find_level (BlFramework *framework, BlAssessment *assessment, const char *about, const char *text)
{
  gboolean result = bl_framework_find_area (framework, about) != NULL;
  BlScaleOfLevels *scale
      = result ? bl_framework_find_usual_scale (framework, "results")
               : bl_framework_find_scale (framework, bl_record_get_text (BL_RECORD (assessment), "scale"));
  g_autoptr (GPtrArray) levels = NULL;

  if (scale == NULL)
    scale = bl_framework_find_usual_scale (framework, "criteria");
  if (scale == NULL)
    return NULL;
  levels = bl_framework_list_levels (scale);
  for (guint i = 0; i < levels->len; i++)
    {
      BlRecord *level = g_ptr_array_index (levels, i);
      g_autofree char *number = bl_record_get_as_text (level, "level");

      if (g_strcmp0 (bl_record_get_text (level, "item"), text) == 0 || g_strcmp0 (number, text) == 0
          || (number == NULL && g_str_equal (text, "?")))
        return bl_record_get_text (level, "item");
    }
  return NULL;
}

static void
add_rating (BlProject *project,
            BlAssessment *assessment,
            BlRecord *member,
            const char *item,
            const char *level,
            const BlAssessEdit *edit)
{
  g_autoptr (GDateTime) now = bl_clock_now (bl_project_get_clock (project));
  g_autofree char *given = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autoptr (GPtrArray) before = bl_assessment_list_ratings (assessment, bl_record_get_id (member), item);
  BlRecord *rating = append_new (BL_RECORD (assessment), "ratings", BL_TYPE_RATING);

  bl_record_set_text (rating, "member", bl_record_get_id (member));
  bl_record_set_text (rating, "item", item);
  bl_record_set_text (rating, "level", level);
  bl_record_set_text (rating, "given", edit->given != NULL ? edit->given : given);
  bl_record_set_text (rating, "means", "alone");
  bl_record_set_text (rating, "reason", edit->reason);
  bl_record_set_text (rating, "example", edit->example);
  bl_record_set_text (rating, "evidence", edit->evidence);
  if (before->len > 0)
    {
      bl_record_set_text (rating, "replaces", bl_record_get_id (before->pdata[0]));
      bl_record_set_text (rating, "why", edit->change);
    }
}

/* A filled-in form of paper, typed in: a character a criterion, in the framework's order. */
static BlExit
say_levels (BlProject *project,
            BlAssessment *assessment,
            BlFramework *framework,
            BlRecord *member,
            const BlAssessEdit *edit)
{
  gboolean shorter
      = bl_framework_is_short_route (framework, bl_record_get_text (BL_RECORD (assessment), "route"));
  g_autoptr (GPtrArray) criteria = bl_framework_list_criteria (framework, shorter);

  if (strlen (edit->levels) != criteria->len)
    return bl_command_fail (BL_EXIT_USAGE, _ ("--levels has %u characters; there are %u criteria to rate."),
                            (guint) strlen (edit->levels), criteria->len);
  for (guint i = 0; i < criteria->len; i++)
    {
      const char *item = bl_record_get_text (g_ptr_array_index (criteria, i), "item");
      const char text[] = { edit->levels[i], '\0' };
      const char *level;

      if (text[0] == '-')
        continue;
      level = find_level (framework, assessment, item, text);
      if (level == NULL)
        return bl_command_fail (
            BL_EXIT_USAGE,
            _ ("“%s” for “%s” is no level of the scale: say its number, ? for not sure or - for not rated."),
            text, item);
      add_rating (project, assessment, member, item, level, edit);
    }
  return BL_EXIT_DONE;
}

static BlExit
say_rating (BlProject *project, BlAssessment *assessment, BlFramework *framework, const BlAssessEdit *edit)
{
  BlExit exit = BL_EXIT_DONE;
  BlAssessmentMember *member = bl_assess_edit_find_member (assessment, edit->member, &exit);
  const char *level;

  if (member == NULL)
    return exit;
  if (edit->levels != NULL)
    return say_levels (project, assessment, framework, BL_RECORD (member), edit);
  exit = check_about (framework, edit, TRUE, FALSE);
  if (exit != BL_EXIT_DONE)
    return exit;
  level = edit->level != NULL ? find_level (framework, assessment, edit->about, edit->level) : NULL;
  if (level == NULL)
    return bl_command_fail (BL_EXIT_USAGE,
                            _ ("Say with --level a level of the scale, by its number or its name."));
  add_rating (project, assessment, BL_RECORD (member), edit->about, level, edit);
  return BL_EXIT_DONE;
}

static BlExit
say_agreement (BlProject *project, BlAssessment *assessment, BlFramework *framework, const BlAssessEdit *edit)
{
  BlExit exit = check_about (framework, edit, TRUE, FALSE);
  const char *level = NULL;
  BlRecord *agreement;

  if (exit != BL_EXIT_DONE)
    return exit;
  if (edit->set_aside && edit->reason == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _ ("Say with --reason why it does not apply here."));
  if (!edit->set_aside && edit->parked == NULL)
    {
      level = edit->level != NULL ? find_level (framework, assessment, edit->about, edit->level) : NULL;
      if (level == NULL)
        return bl_command_fail (
            BL_EXIT_USAGE,
            _ ("Say with --level a level of the scale, or --set-aside with a reason, or --parked."));
    }
  agreement = find_or_add (BL_RECORD (assessment), "agreements", BL_TYPE_AGREEMENT, edit->about);
  bl_record_set_text (agreement, "level", level);
  if (edit->set_aside)
    bl_record_set_boolean (agreement, "set-aside", TRUE);
  else
    bl_record_clear (agreement, "set-aside");
  bl_record_set_date (agreement, "agreed", bl_clock_today (bl_project_get_clock (project)));
  bl_record_set_text (agreement, "reason", edit->reason);
  bl_record_set_text (agreement, "parked", edit->parked);
  bl_record_set_text (agreement, "parked-with", edit->parked_with);
  return BL_EXIT_DONE;
}

static BlExit
say_finding (BlAssessment *assessment, BlFramework *framework, const BlAssessEdit *edit)
{
  BlExit exit = check_about (framework, edit, FALSE, TRUE);
  BlAssessmentMember *member = NULL;
  BlFindingSide side = g_strcmp0 (edit->side, "strength") == 0 ? BL_FINDING_STRENGTH
                       : g_strcmp0 (edit->side, "area") == 0   ? BL_FINDING_AREA
                                                               : BL_FINDING_UNKNOWN;
  g_autofree char *why = NULL;
  BlRecord *finding;

  if (exit != BL_EXIT_DONE)
    return exit;
  if (side == BL_FINDING_UNKNOWN)
    return bl_command_fail (BL_EXIT_USAGE, _ ("--side wants “strength” or “area”."));
  if (edit->text == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _ ("Say with --text what it is."));
  if (edit->effect < 0 || edit->effect > 3 || edit->effort < 0 || edit->effort > 3)
    return bl_command_fail (BL_EXIT_USAGE,
                            _ ("--effect and --effort want 1 (small), 2 (middling) or 3 (large)."));
  if (edit->member != NULL)
    member = bl_assess_edit_find_member (assessment, edit->member, &exit);
  if (exit != BL_EXIT_DONE)
    return exit;
  if (edit->agreed && !bl_assessment_may_add_finding (assessment, edit->about, side, &why))
    return bl_command_fail (BL_EXIT_FAULTY, "%s", why);
  finding = append_new (BL_RECORD (assessment), "findings", BL_TYPE_FINDING);
  bl_record_set_enum (finding, "side", side);
  bl_record_set_text (finding, "item", edit->about);
  bl_record_set_text (finding, "text", edit->text);
  bl_record_set_text (finding, "criteria", edit->criteria);
  bl_record_set_text (finding, "evidence", edit->evidence);
  bl_record_set_text (finding, "member", member != NULL ? bl_record_get_id (BL_RECORD (member)) : NULL);
  if (edit->agreed)
    bl_record_set_boolean (finding, "agreed", TRUE);
  if (edit->chosen)
    bl_record_set_boolean (finding, "chosen", TRUE);
  if (edit->required)
    bl_record_set_boolean (finding, "required", TRUE);
  if (edit->named)
    bl_record_set_boolean (finding, "named", TRUE);
  if (edit->effect > 0)
    bl_record_set_integer (finding, "effect", edit->effect);
  if (edit->effort > 0)
    bl_record_set_integer (finding, "effort", edit->effort);
  return BL_EXIT_DONE;
}

static BlExit
say_member (BlAssessment *assessment, BlFramework *framework, const BlAssessEdit *edit)
{
  BlRecord *member;
  guint matches;

  if (edit->name == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _ ("Say with --name who it is."));
  if (edit->role != NULL && bl_framework_find_entry (framework, "roles", edit->role) == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _ ("The framework has no role “%s”."), edit->role);
  find_named (BL_RECORD (assessment), "team", "name", edit->name, &matches);
  if (matches > 0)
    return bl_command_fail (BL_EXIT_USAGE, _ ("“%s” is in the team already."), edit->name);
  member = append_new (BL_RECORD (assessment), "team", BL_TYPE_ASSESSMENT_MEMBER);
  bl_record_set_text (member, "name", edit->name);
  bl_record_set_text (member, "role", edit->role);
  bl_record_set_text (member, "organisation", edit->organisation);
  bl_record_set_text (member, "knows", edit->knows);
  if (edit->facilitates)
    bl_record_set_boolean (member, "facilitates", TRUE);
  if (edit->no_rating)
    bl_record_set_boolean (member, "rates", FALSE);
  return BL_EXIT_DONE;
}

static BlExit
say_dissent (BlAssessment *assessment, BlFramework *framework, const BlAssessEdit *edit)
{
  BlExit exit = check_about (framework, edit, TRUE, FALSE);
  const char *level = edit->level != NULL && exit == BL_EXIT_DONE
                          ? find_level (framework, assessment, edit->about, edit->level)
                          : NULL;
  const Said said[] = { { "--reason", "reason", edit->reason },
                        { "--change", "change", edit->change },
                        { "--name", "name", edit->name },
                        { "--review", "review", edit->review } };
  BlRecord *dissent;

  if (exit != BL_EXIT_DONE)
    return exit;
  if (edit->reason == NULL)
    return bl_command_fail (BL_EXIT_USAGE,
                            _ ("Say with --reason, in their own words, why they see it otherwise."));
  if (edit->level != NULL && level == NULL)
    return bl_command_fail (BL_EXIT_USAGE,
                            _ ("Say with --level a level of the scale, by its number or its name."));
  dissent = append_new (BL_RECORD (assessment), "dissents", BL_TYPE_DISSENT);
  bl_record_set_text (dissent, "item", edit->about);
  bl_record_set_text (dissent, "level", level);
  return set_all (dissent, said, G_N_ELEMENTS (said));
}

static BlExit
say_about_part (BlAssessment *assessment, BlFramework *framework, const char *verb, const BlAssessEdit *edit)
{
  gboolean result = g_str_equal (verb, "result");
  BlExit exit = check_about (framework, edit, FALSE, !result);
  const Said discussed[] = { { "--now", "now", edit->now },
                             { "--planned", "planned", edit->planned },
                             { "--notes", "notes", edit->notes } };
  const Said judged[] = { { "--trend", "trend", edit->trend },
                          { "--comparison", "comparison", edit->comparison },
                          { "--target", "target", edit->target },
                          { "--coverage", "coverage", edit->coverage },
                          { "--cause", "cause", edit->cause } };
  BlRecord *record;

  if (exit != BL_EXIT_DONE)
    return exit;
  record = find_or_add (BL_RECORD (assessment), result ? "results" : "discussions",
                        result ? BL_TYPE_RESULT : BL_TYPE_DISCUSSION, edit->about);
  if (result && edit->no_data)
    bl_record_set_boolean (record, "no-data", TRUE);
  if (!result && edit->done)
    bl_record_set_boolean (record, "done", TRUE);
  return result ? set_all (record, judged, G_N_ELEMENTS (judged))
                : set_all (record, discussed, G_N_ELEMENTS (discussed));
}

/* A heading of the organisational model, a step of the vision, or the vision itself. */
static BlExit
say_words (BlAssessment *assessment, BlFramework *framework, const BlAssessEdit *edit)
{
  if (edit->about == NULL || edit->text == NULL)
    return bl_command_fail (BL_EXIT_USAGE,
                            _ ("Say with --about which heading, and with --text what stands under it."));
  if (g_str_equal (edit->about, "vision"))
    bl_record_set_text (BL_RECORD (assessment), "vision", edit->text);
  else if (bl_framework_find_entry (framework, "model", edit->about) == NULL
           && bl_framework_find_entry (framework, "vision", edit->about) == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _ ("The framework has no heading “%s” to write under."),
                            edit->about);
  else
    bl_record_set_text (find_or_add (BL_RECORD (assessment), "model", BL_TYPE_STATEMENT, edit->about), "text",
                        edit->text);
  return BL_EXIT_DONE;
}

static BlExit
say_parked (BlAssessment *assessment, const BlAssessEdit *edit)
{
  BlRecord *note;

  if (edit->text == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _ ("Say with --text what is parked."));
  note = append_new (BL_RECORD (assessment), "parking", BL_TYPE_PARKED_NOTE);
  bl_record_set_text (note, "text", edit->text);
  bl_record_set_text (note, "by", edit->name);
  bl_record_set_text (note, "home", edit->place);
  return BL_EXIT_DONE;
}

static const char *const verbs[]
    = { "member", "rate", "agree", "finding", "dissent", "discuss", "result", "write", "park", NULL };

gboolean
bl_assess_edit_is_verb (const char *verb)
{
  return g_strv_contains (verbs, verb);
}

BlExit
bl_assess_edit_say (BlProject *project, BlAssessment *assessment, const char *verb, const BlAssessEdit *edit)
{
  BlFramework *framework = bl_assessment_find_framework (project, assessment);

  if (framework == NULL)
    return bl_command_fail (BL_EXIT_FAULTY,
                            _ ("The framework of the assessment is no longer in the project."));
  if (g_str_equal (verb, "member"))
    return say_member (assessment, framework, edit);
  if (g_str_equal (verb, "rate"))
    return say_rating (project, assessment, framework, edit);
  if (g_str_equal (verb, "agree"))
    return say_agreement (project, assessment, framework, edit);
  if (g_str_equal (verb, "finding"))
    return say_finding (assessment, framework, edit);
  if (g_str_equal (verb, "dissent"))
    return say_dissent (assessment, framework, edit);
  if (g_str_equal (verb, "write"))
    return say_words (assessment, framework, edit);
  if (g_str_equal (verb, "park"))
    return say_parked (assessment, edit);
  return say_about_part (assessment, framework, verb, edit);
}
