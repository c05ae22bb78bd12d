/* needs-option.c: which index of need a command is asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "needs-option.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "needs-measure.h"
#include "text.h"

static gboolean
fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
fail (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED, format, arguments);
  va_end (arguments);
  return FALSE;
}

/* The index of that id or title, or the first for NULL; NULL with an error, or
 * without one where none was named and there is none. */
static BlNeedsIndex *
find_index (BlProject *project, const char *text, GError **error)
{
  GListModel *indices = bl_project_get_needs (project);
  g_autofree char *folded = bl_text_fold (text);
  g_autoptr (GString) names = g_string_new (NULL), ids = g_string_new (NULL);
  BlRecord *found = NULL;
  guint matches = 0;

  for (guint i = 0; i < g_list_model_get_n_items (indices); i++)
    {
      g_autoptr (BlRecord) index = g_list_model_get_item (indices, i); /* the list holds it */
      g_autofree char *title = bl_record_describe (index);
      g_autofree char *own = bl_text_fold (title);

      if (text == NULL || g_strcmp0 (bl_record_get_id (index), text) == 0)
        return BL_NEEDS_INDEX (index);
      g_string_append_printf (names, "%s“%s”", names->len > 0 ? ", " : "", title);
      if (!g_str_equal (own, folded))
        continue;
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? ", " : "", bl_record_get_id (index));
      matches++;
      found = index;
    }
  if (matches > 1)
    fail (error, _("“%s” fits several indices. Say which by its id: %s."), text, ids->str);
  else if (matches == 0 && text != NULL && names->len == 0)
    fail (error, _("The project has no index of need yet; --preset and --weights need none."));
  else if (matches == 0 && text != NULL)
    fail (error, _("The project has no index “%s”. It has: %s."), text, names->str);
  return matches == 1 ? BL_NEEDS_INDEX (found) : NULL;
}

static gboolean
parse_normalise (const char *text, BlNormalise *normalise, GError **error)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (BL_TYPE_NORMALISE);
  const GEnumValue *value = g_enum_get_value_by_nick (class, text);

  if (value == NULL || value->value == BL_NORMALISE_UNKNOWN)
    return fail (error, _("“%s” is no way of scaling. There are rank, decile, z and min-max."), text);
  *normalise = value->value;
  return TRUE;
}

/* One "NAME=WEIGHT". */
static gboolean
add_weight (BlNeedsQuestion *question, const BlFacts *facts, const char *part, GError **error)
{
  const char *equals = strrchr (part, '=');
  g_autofree char *cut = equals != NULL ? g_strndup (part, (gsize) (equals - part)) : NULL;
  g_autofree char *value = bl_text_clean (cut);
  double weight;

  if (value == NULL || !bl_text_parse_number (equals + 1, &weight) || weight < 0)
    return fail (error, _("“%s” is not a measure with a weight of 0 or more. They look like “imd_rank=40”."), part);
  if (!bl_needs_measure_check (facts, value, question->of_libraries, error))
    return FALSE;
  for (guint i = 0; i < question->n_measures; i++)
    if (g_str_equal (question->measures[i].value, value))
      return fail (error, _("“%s” is given twice."), value);
  bl_needs_question_add (question, value, NULL, BL_DIRECTION_UNKNOWN, BL_NORMALISE_UNKNOWN, weight);
  return TRUE;
}

/* Measures of areas, unless libraries are asked for and the first is one of libraries. */
static BlNeedsQuestion *
parse_weights (const BlFacts *facts, const char *text, gboolean of_libraries, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_autoptr (BlNeedsQuestion) question = NULL;
  g_autofree char *first = g_strndup (text, strcspn (text, "=,"));

  g_strstrip (first);
  question = bl_needs_question_new_empty (of_libraries && !bl_needs_measure_check (facts, first, FALSE, NULL));
  for (guint i = 0; parts[i] != NULL; i++)
    if (!add_weight (question, facts, parts[i], error))
      return NULL;
  return g_steal_pointer (&question);
}

static gboolean
check_together (const BlNeedsOption *option, GError **error)
{
  guint given = (option->index != NULL) + (option->preset != NULL) + (option->weights != NULL);

  return given <= 1 || fail (error, _("Of --index, --preset and --weights only one can be given."));
}

BlNeedsAsked *
bl_needs_option_read (BlProject *project, const BlFacts *facts, const BlNeedsOption *option, GError **error)
{
  g_autoptr (BlNeedsAsked) asked = g_new0 (BlNeedsAsked, 1);
  BlNormalise normalise = BL_NORMALISE_UNKNOWN;
  g_autoptr (GError) local = NULL;
  BlNeedsIndex *index = NULL;

  if (!check_together (option, error)
      || (option->normalise != NULL && !parse_normalise (option->normalise, &normalise, error)))
    return NULL;
  if (option->weights == NULL && option->preset == NULL)
    index = find_index (project, option->index, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (option->weights != NULL)
    {
      asked->question = parse_weights (facts, option->weights, option->of_libraries, error);
      asked->title = g_strdup (_("Weights as given"));
      if (asked->question == NULL)
        return NULL;
    }
  else if (index != NULL)
    {
      asked->question = bl_needs_question_new (index);
      asked->preset = bl_need_preset_find (bl_record_get_text (BL_RECORD (index), "preset"));
      asked->id = g_strdup (bl_record_get_id (BL_RECORD (index)));
      asked->title = bl_record_describe (BL_RECORD (index));
    }
  else
    {
      asked->preset = option->preset != NULL ? bl_need_preset_find (option->preset) : &bl_need_presets[0];
      if (asked->preset == NULL)
        {
          fail (error, _("There is no preset “%s”. There are branchline, worcestershire and essex."), option->preset);
          return NULL;
        }
      asked->question = bl_need_preset_to_question (asked->preset);
      asked->title = g_strdup (_(asked->preset->title));
    }
  for (guint i = 0; normalise != BL_NORMALISE_UNKNOWN && i < asked->question->n_measures; i++)
    asked->question->measures[i].normalise = normalise;
  return g_steal_pointer (&asked);
}

void
bl_needs_asked_free (BlNeedsAsked *asked)
{
  if (asked == NULL)
    return;
  bl_needs_question_free (asked->question);
  g_free (asked->id);
  g_free (asked->title);
  g_free (asked);
}
