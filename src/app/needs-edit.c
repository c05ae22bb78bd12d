/* needs-edit.c: changes to indices of need, each a step that can be undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "needs-edit.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "needs-measure.h"
#include "text.h"

static BlProject *
get_project (BlNeedsModel *model)
{
  return bl_session_get_project (bl_needs_model_get_session (model));
}

static gboolean
may_edit (BlNeedsModel *model)
{
  return bl_session_get_editable (bl_needs_model_get_session (model));
}

/* "14 April" without its year: the file has that. */
char *
bl_needs_edit_new_title (BlNeedsModel *model)
{
  g_autoptr (GDateTime) now = bl_clock_now (bl_project_get_clock (get_project (model)));
  g_autofree char *month = g_date_time_format (now, "%B");

  /* TRANSLATORS: a day of the month and the month, "14 April" */
  return g_strdup_printf (_ ("Our weights, %d %s"), g_date_time_get_day_of_month (now), month);
}

/* The index that is looked at, stored in the open transaction where it is none yet. */
static BlNeedsIndex *
take_index (BlNeedsModel *model)
{
  BlNeedsIndex *index = bl_needs_model_get_index (model);
  BlProject *project = get_project (model);
  const BlNeedPreset *preset = bl_needs_model_get_preset (model);
  g_autoptr (BlNeedsIndex) stored = NULL;

  if (index != NULL)
    return index;
  stored = bl_need_preset_to_index (preset);
  if (!preset->of_libraries)
    {
      g_autofree char *title = bl_needs_edit_new_title (model);

      bl_record_set_text (BL_RECORD (stored), "title", title);
    }
  bl_record_append (BL_RECORD (project), "needs", BL_RECORD (stored));
  return stored; /* the project holds it */
}

static char *
measure_title (BlNeedsModel *model, guint measure)
{
  const BlNeedsQuestion *question = bl_needs_model_get_question (model);
  g_autoptr (BlNeedsMeasureAbout) about = NULL;

  if (question->measures[measure].title != NULL)
    return g_strdup (question->measures[measure].title);
  about = bl_needs_measure_about (bl_needs_model_get_facts (model), question->measures[measure].value,
                                  question->of_libraries);
  return g_strdup (about->title);
}

/* Ends the step; @record and @field (may be NULL) join it to the one before. */
static void
finish (BlNeedsModel *model, BlNeedsIndex *index, BlRecord *record, const char *field, char *done)
{
  BlSession *session = bl_needs_model_get_session (model);
  g_autofree char *words = done;

  bl_needs_model_expect (model, bl_record_get_id (BL_RECORD (index)));
  if (record != NULL ? bl_project_commit_coalesced (get_project (model), record, field)
                     : bl_project_commit (get_project (model)))
    bl_session_announce (session, words);
}

static BlRecord *
get_measure (BlNeedsIndex *index, guint measure)
{
  g_autoptr (BlRecord) record
      = g_list_model_get_item (bl_record_get_list (BL_RECORD (index), "measures"), measure);

  return record; /* the list holds it */
}

void
bl_needs_edit_set_weight (BlNeedsModel *model, guint measure, double weight)
{
  g_autofree char *title = measure_title (model, measure);
  g_autofree char *step = g_strdup_printf (_ ("Change Weight of %s"), title);
  BlNeedsIndex *index;
  BlRecord *record;

  if (!may_edit (model))
    return;
  bl_project_begin (get_project (model), step);
  index = take_index (model);
  record = get_measure (index, measure);
  bl_record_set_real (record, "weight", weight);
  finish (model, index, record, "weight", g_strdup_printf (_ ("Weight of %s changed"), title));
}

void
bl_needs_edit_set_direction (BlNeedsModel *model, guint measure, BlDirection direction)
{
  g_autofree char *title = measure_title (model, measure);
  g_autofree char *step = g_strdup_printf (_ ("Change Direction of %s"), title);
  BlNeedsIndex *index;

  if (!may_edit (model))
    return;
  bl_project_begin (get_project (model), step);
  index = take_index (model);
  bl_record_set_enum (get_measure (index, measure), "direction", direction);
  finish (model, index, NULL, NULL, g_strdup_printf (_ ("Direction of %s changed"), title));
}

void
bl_needs_edit_add_measure (BlNeedsModel *model, const char *value)
{
  g_autoptr (BlNeedsMeasureAbout) about = bl_needs_measure_about (
      bl_needs_model_get_facts (model), value, bl_needs_model_get_question (model)->of_libraries);
  g_autofree char *step = g_strdup_printf (_ ("Add %s to the Index"), about->title);
  g_autoptr (BlIndexMeasure) measure = NULL;
  BlNeedsIndex *index;

  if (!may_edit (model))
    return;
  measure = bl_index_measure_new (NULL);
  bl_record_set_text (BL_RECORD (measure), "value", value);
  bl_record_set_text (BL_RECORD (measure), "title", about->title);
  bl_record_set_enum (BL_RECORD (measure), "direction", about->direction);
  bl_record_set_real (BL_RECORD (measure), "weight", 10);
  bl_project_begin (get_project (model), step);
  index = take_index (model);
  bl_record_append (BL_RECORD (index), "measures", BL_RECORD (measure));
  finish (model, index, NULL, NULL, g_strdup_printf (_ ("%s added to the index"), about->title));
}

void
bl_needs_edit_remove_measure (BlNeedsModel *model, guint measure)
{
  g_autofree char *title = measure_title (model, measure);
  g_autofree char *step = g_strdup_printf (_ ("Take %s out of the Index"), title);
  BlNeedsIndex *index;

  if (!may_edit (model))
    return;
  bl_project_begin (get_project (model), step);
  index = take_index (model);
  bl_project_delete (get_project (model), get_measure (index, measure));
  finish (model, index, NULL, NULL, g_strdup_printf (_ ("%s taken out of the index"), title));
}

void
bl_needs_edit_bring_to_100 (BlNeedsModel *model)
{
  const BlNeedsQuestion *question = bl_needs_model_get_question (model);
  double total = bl_needs_question_total (question);
  BlNeedsIndex *index;

  if (!may_edit (model) || !(total > 0))
    return;
  bl_project_begin (get_project (model), _ ("Bring Weights to 100%"));
  index = take_index (model);
  for (guint i = 0; i < question->n_measures; i++)
    bl_record_set_real (get_measure (index, i), "weight",
                        round (fmax (0, question->measures[i].weight) * 1e5 / total) / 1e3);
  finish (model, index, NULL, NULL, g_strdup (_ ("Weights brought to 100%")));
}

void
bl_needs_edit_set_normalise (BlNeedsModel *model, BlNormalise normalise)
{
  BlNeedsIndex *index;

  if (!may_edit (model))
    return;
  bl_project_begin (get_project (model), _ ("Change How Measures Are Scaled"));
  index = take_index (model);
  bl_record_set_enum (BL_RECORD (index), "normalise", normalise);
  finish (model, index, NULL, NULL, g_strdup (_ ("Way of scaling changed")));
}

void
bl_needs_edit_rename (BlNeedsModel *model, const char *title)
{
  g_autofree char *clean = bl_text_clean (title);
  BlNeedsIndex *index;

  if (!may_edit (model) || clean == NULL)
    return;
  bl_project_begin (get_project (model), _ ("Rename the Index"));
  index = take_index (model);
  bl_record_set_text (BL_RECORD (index), "title", clean);
  finish (model, index, BL_RECORD (index), "title", g_strdup_printf (_ ("Index is called “%s” now"), clean));
}

static void
add_index (BlNeedsModel *model, BlNeedsIndex *index, char *title)
{
  g_autofree char *words = title;
  g_autofree char *step = g_strdup_printf (_ ("Add “%s”"), words);

  bl_record_set_text (BL_RECORD (index), "title", words);
  bl_project_begin (get_project (model), step);
  bl_record_append (BL_RECORD (get_project (model)), "needs", BL_RECORD (index));
  finish (model, index, NULL, NULL, g_strdup_printf (_ ("“%s” added"), words));
}

void
bl_needs_edit_duplicate (BlNeedsModel *model)
{
  BlNeedsIndex *from = bl_needs_model_get_index (model);
  const BlNeedPreset *preset = bl_needs_model_get_preset (model);
  g_autoptr (BlNeedsIndex) index = NULL;
  g_autofree char *title = bl_needs_model_describe_choice (model, bl_needs_model_get_choice (model));

  if (!may_edit (model))
    return;
  if (from == NULL)
    index = bl_need_preset_to_index (preset);
  else
    {
      static const char *const fields[] = { "preset", "subject", "normalise", "note" };
      static const char *const of_measures[] = { "value", "title", "direction", "normalise", "weight" };
      GListModel *measures = bl_record_get_list (BL_RECORD (from), "measures");

      /* Not bl_record_copy(): a copy has ids of its own. */
      index = bl_needs_index_new (NULL);
      for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        bl_record_copy_field (BL_RECORD (index), BL_RECORD (from), bl_record_find_field (BL_RECORD (from), fields[i]));
      for (guint m = 0; m < g_list_model_get_n_items (measures); m++)
        {
          g_autoptr (BlRecord) old = g_list_model_get_item (measures, m);
          g_autoptr (BlIndexMeasure) measure = bl_index_measure_new (NULL);

          for (guint i = 0; i < G_N_ELEMENTS (of_measures); i++)
            bl_record_copy_field (BL_RECORD (measure), old, bl_record_find_field (old, of_measures[i]));
          bl_record_append (BL_RECORD (index), "measures", BL_RECORD (measure));
        }
    }
  add_index (model, index, g_strdup_printf (_ ("%s (copy)"), title));
}

void
bl_needs_edit_new (BlNeedsModel *model)
{
  g_autoptr (BlNeedsIndex) index = NULL;

  if (!may_edit (model))
    return;
  index = bl_need_preset_to_index (&bl_need_presets[0]);
  add_index (model, index, bl_needs_edit_new_title (model));
}

void
bl_needs_edit_delete (BlNeedsModel *model)
{
  BlNeedsIndex *index = bl_needs_model_get_index (model);
  g_autofree char *title = NULL, *step = NULL, *done = NULL;

  if (!may_edit (model) || index == NULL)
    return;
  title = bl_record_describe (BL_RECORD (index));
  step = g_strdup_printf (_ ("Delete “%s”"), title);
  done = g_strdup_printf (_ ("“%s” deleted"), title);
  bl_project_begin (get_project (model), step);
  bl_project_delete (get_project (model), BL_RECORD (index));
  bl_project_commit (get_project (model));
  bl_session_announce (bl_needs_model_get_session (model), done);
}
