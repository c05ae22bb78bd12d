/* result-edit.c: what a team says of a results area, each a step that can be undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "result-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text.h"

#define NO_DATA "result-nodata"

static BlRecord *
find (BlAssessment *assessment, const char *list, const char *item)
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

/* In the open transaction. */
static BlRecord *
find_or_add (BlAssessment *assessment, const char *list, GType type, const char *item)
{
  BlRecord *found = find (assessment, list, item);

  if (found == NULL)
    {
      g_autoptr (BlRecord) made = g_object_new (type, NULL);

      bl_record_set_text (made, "item", item);
      bl_record_append (BL_RECORD (assessment), list, made);
      found = made;
    }
  return found;
}

static const char *
get_item (BlResultsArea *area)
{
  return bl_record_get_text (BL_RECORD (area), "item");
}

static gboolean
begin (BlSession *session, BlRecord *about, const char *format)
{
  const char *title = bl_record_get_text (about, "title");
  g_autofree char *step = NULL;

  if (!bl_session_get_editable (session))
    return FALSE;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  step = g_strdup_printf (format, title != NULL ? title : "");
#pragma GCC diagnostic pop
  bl_project_begin (bl_session_get_project (session), step);
  return TRUE;
}

BlResult *
bl_result_find (BlAssessment *assessment, const char *item)
{
  return (BlResult *) find (assessment, "results", item);
}

BlAgreement *
bl_result_find_agreement (BlAssessment *assessment, const char *item)
{
  return (BlAgreement *) find (assessment, "agreements", item);
}

gboolean
bl_result_has_no_data (BlAssessment *assessment, const char *item)
{
  BlResult *result = bl_result_find (assessment, item);
  BlAgreement *agreement = bl_result_find_agreement (assessment, item);
  gboolean said = FALSE;

  return (result != NULL && bl_record_get_boolean (BL_RECORD (result), "no-data", &said) && said)
         || (agreement != NULL && g_strcmp0 (bl_record_get_text (BL_RECORD (agreement), "level"), NO_DATA) == 0);
}

/* Joins the step before while somebody types on. */
static void
write_text (BlSession *session, BlAssessment *assessment, BlResultsArea *area, const char *list, GType type,
            const char *field, const char *text)
{
  BlProject *project = bl_session_get_project (session);
  BlRecord *had = find (assessment, list, get_item (area)), *record;
  g_autofree char *clean = bl_text_clean (text);

  if (g_strcmp0 (had != NULL ? bl_record_get_text (had, field) : NULL, clean) == 0
      || !begin (session, BL_RECORD (area), _ ("Write of the Results “%s”")))
    return;
  record = find_or_add (assessment, list, type, get_item (area));
  bl_record_set_text (record, field, clean);
  bl_project_commit_coalesced (project, record, field);
}

void
bl_result_edit_set_words (BlSession *session, BlAssessment *assessment, BlResultsArea *area, const char *field,
                          const char *text)
{
  write_text (session, assessment, area, "results", BL_TYPE_RESULT, field, text);
}

void
bl_result_edit_set_reason (BlSession *session, BlAssessment *assessment, BlResultsArea *area, const char *text)
{
  write_text (session, assessment, area, "agreements", BL_TYPE_AGREEMENT, "reason", text);
}

void
bl_result_edit_set_level (BlSession *session, BlAssessment *assessment, BlResultsArea *area, const char *level)
{
  BlProject *project = bl_session_get_project (session);
  gboolean no_data = g_strcmp0 (level, NO_DATA) == 0;
  BlRecord *result = find (assessment, "results", get_item (area)), *agreement;

  if (!begin (session, BL_RECORD (area), _ ("Judge the Results “%s”")))
    return;
  agreement = find_or_add (assessment, "agreements", BL_TYPE_AGREEMENT, get_item (area));
  bl_record_set_text (agreement, "level", level);
  if (level != NULL)
    bl_record_set_date (agreement, "agreed", bl_clock_today (bl_project_get_clock (project)));
  else
    bl_record_clear (agreement, "agreed");
  if (no_data)
    bl_record_set_boolean (find_or_add (assessment, "results", BL_TYPE_RESULT, get_item (area)), "no-data", TRUE);
  else if (result != NULL)
    bl_record_clear (result, "no-data");
  bl_project_commit (project);
}

/* --- Which areas ---------------------------------------------------------------------- */

GPtrArray *
bl_result_list_outcomes (BlFramework *framework)
{
  g_autoptr (GPtrArray) all = bl_framework_list_areas (framework, FALSE);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const char *outcomes = bl_record_get_text (g_ptr_array_index (all, i), "outcomes");

      if (outcomes != NULL && strlen (outcomes) == 1)
        g_ptr_array_add (found, g_ptr_array_index (all, i));
    }
  return found;
}

/* It is the one of which a result is kept, if an empty one. */
BlResultsArea *
bl_result_find_first_outcome (BlAssessment *assessment, BlFramework *framework)
{
  g_autoptr (GPtrArray) outcomes = bl_result_list_outcomes (framework);

  for (guint i = 0; i < outcomes->len; i++)
    if (bl_result_find (assessment, get_item (g_ptr_array_index (outcomes, i))) != NULL)
      return g_ptr_array_index (outcomes, i);
  return NULL;
}

GPtrArray *
bl_result_list_areas (BlAssessment *assessment, BlFramework *framework)
{
  gboolean brief = bl_framework_is_short_route (framework, bl_record_get_text (BL_RECORD (assessment), "route"));
  GPtrArray *areas = bl_framework_list_areas (framework, brief);
  g_autoptr (GPtrArray) outcomes = brief ? bl_result_list_outcomes (framework) : NULL;

  for (guint i = 0; outcomes != NULL && i < outcomes->len; i++)
    if (bl_result_find (assessment, get_item (g_ptr_array_index (outcomes, i))) != NULL)
      g_ptr_array_add (areas, g_ptr_array_index (outcomes, i));
  return areas;
}

static gboolean
is_empty (BlRecord *result)
{
  static const char *const fields[] = { "trend", "comparison", "target", "coverage", "cause", "no-data" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (bl_record_is_known (result, fields[i]))
      return FALSE;
  return TRUE;
}

void
bl_result_edit_put_first (BlSession *session, BlAssessment *assessment, BlFramework *framework, BlResultsArea *area)
{
  g_autoptr (GPtrArray) outcomes = bl_result_list_outcomes (framework);

  if (!begin (session, BL_RECORD (area), _ ("Put “%s” First")))
    return;
  for (guint i = 0; i < outcomes->len; i++)
    {
      BlRecord *result = find (assessment, "results", get_item (g_ptr_array_index (outcomes, i)));

      if (result != NULL && g_ptr_array_index (outcomes, i) != (gpointer) area && is_empty (result))
        bl_project_delete (bl_session_get_project (session), result);
    }
  find_or_add (assessment, "results", BL_TYPE_RESULT, get_item (area));
  bl_project_commit (bl_session_get_project (session));
}

/* --- Strengths and areas for improvement --------------------------------------------- */

gboolean
bl_finding_edit_add (BlSession *session, BlAssessment *assessment, const char *item, BlFindingSide side, const char *text,
                     char **why_not)
{
  BlProject *project = bl_session_get_project (session);
  g_autofree char *clean = bl_text_clean (text);
  g_autoptr (BlFinding) finding = NULL;

  if (clean == NULL || !bl_session_get_editable (session)
      || !bl_assessment_may_add_finding (assessment, item, side, why_not))
    return FALSE;
  finding = bl_finding_new (NULL);
  bl_project_begin (project, side == BL_FINDING_STRENGTH ? _ ("Add a Strength") : _ ("Add an Area for Improvement"));
  bl_record_set_enum (BL_RECORD (finding), "side", side);
  bl_record_set_text (BL_RECORD (finding), "item", item);
  bl_record_set_boolean (BL_RECORD (finding), "agreed", TRUE);
  bl_record_set_text (BL_RECORD (finding), "text", clean);
  bl_record_append (BL_RECORD (assessment), "findings", BL_RECORD (finding));
  bl_project_commit (project);
  return TRUE;
}

void
bl_finding_edit_remove (BlSession *session, BlFinding *finding)
{
  BlProject *project = bl_session_get_project (session);
  gboolean strength = bl_record_get_enum (BL_RECORD (finding), "side") == BL_FINDING_STRENGTH;

  if (!bl_session_get_editable (session) || bl_record_get_parent (BL_RECORD (finding)) == NULL)
    return;
  bl_project_begin (project, strength ? _ ("Take Out a Strength") : _ ("Take Out an Area for Improvement"));
  bl_project_delete (project, BL_RECORD (finding));
  bl_project_commit (project);
  bl_session_announce (session, strength ? _ ("Strength taken out") : _ ("Area for improvement taken out"));
}

/* "We hold nothing that shows … ": the area's own words of what the gap means. */
static char *
make_gap_text (BlResultsArea *area)
{
  const char *means = bl_record_get_text (BL_RECORD (area), "no-data-means"),
             *title = bl_record_get_text (BL_RECORD (area), "title");

  /* Translators: an area for improvement: the name of a results area, and what it means that nothing is held on it. */
  return g_strdup_printf (_ ("No data held on %s. %s"), title != NULL ? title : get_item (area), means != NULL ? means : "");
}

gboolean
bl_result_is_put_forward (BlAssessment *assessment, BlResultsArea *area)
{
  GListModel *findings = bl_record_get_list (BL_RECORD (assessment), "findings");
  g_autofree char *gap = make_gap_text (area), *clean = bl_text_clean (gap);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (BlRecord) finding = g_list_model_get_item (findings, i);

      if (g_strcmp0 (bl_record_get_text (finding, "item"), get_item (area)) == 0
          && g_strcmp0 (bl_record_get_text (finding, "text"), clean) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
bl_result_edit_put_forward (BlSession *session, BlAssessment *assessment, BlResultsArea *area, char **why_not)
{
  g_autofree char *gap = make_gap_text (area);

  return !bl_result_is_put_forward (assessment, area)
         && bl_finding_edit_add (session, assessment, get_item (area), BL_FINDING_AREA, gap, why_not);
}
