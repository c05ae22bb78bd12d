/* base-figures.c: base measures of a project, over time, wherever they come from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base-figures-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "formula.h"

static void
figure_free (BlBaseFigure *figure)
{
  bl_observations_free (figure->values);
  bl_observations_free (figure->parts);
  g_ptr_array_unref (figure->places);
  g_ptr_array_unref (figure->place_names);
  g_ptr_array_unref (figure->place_ids);
  g_free (figure->source);
  g_free (figure->note);
  g_free (figure->lacks);
  g_free (figure);
}

static BlBaseFigure *
figure_new (BlPeriodKind kind)
{
  BlBaseFigure *figure = g_new0 (BlBaseFigure, 1);

  figure->values = bl_observations_new_empty (kind, 1, 0);
  figure->values->kind = kind;
  figure->places = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_observations_free);
  figure->place_names = g_ptr_array_new_with_free_func (g_free);
  figure->place_ids = g_ptr_array_new_with_free_func (g_free);
  return figure;
}

void
bl_base_take_values (BlBaseFigure *figure, BlObservations *values)
{
  bl_observations_free (figure->values);
  figure->values = values;
}

gboolean
bl_base_has_known (const BlObservations *values)
{
  for (guint i = 0; values != NULL && i < values->n; i++)
    if (bl_observation_is_known (&values->items[i]) || values->items[i].state == BL_STATE_SUPPRESSED)
      return TRUE;
  return FALSE;
}

BlAdd
bl_base_rule_of (const BlBaseWanted *wanted, const char *field)
{
  int rule = wanted->measure != NULL ? bl_record_get_enum (BL_RECORD (wanted->measure), field) : BL_ADD_GIVEN;

  return rule != BL_ADD_UNKNOWN ? (BlAdd) rule : BL_ADD_GIVEN;
}

/* --- Measures made of others ------------------------------------------------------- */

static BlFormulaPart
part_of (const BlObservations *values, const BlPeriod *period)
{
  int at = bl_observations_find (values, period);
  const BlObservation *item = at >= 0 ? &values->items[at] : NULL;

  if (item == NULL)
    return (BlFormulaPart){ NAN, NAN, NAN, BL_STATE_NO_DATA, 0 };
  return (BlFormulaPart){ item->value, item->low, item->high, item->state, item->estimated };
}

/* What all parts know; the first tells of which periods. */
static gboolean
from_others (BlBaseWanted *wanted)
{
  const char *text = wanted->measure != NULL ? bl_record_get_text (BL_RECORD (wanted->measure), "made-of") : NULL;
  g_autoptr (BlFormula) formula = text != NULL ? bl_formula_parse (text, NULL) : NULL;
  guint n = formula != NULL ? bl_formula_get_n_names (formula) : 0;
  g_autofree const BlBaseFigure **figures = g_new0 (const BlBaseFigure *, n + 1);
  BlObservations *values;

  if (n == 0 || wanted->self->depth >= MAX_DEPTH)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      figures[i] = bl_base_figures_get (wanted->self, bl_formula_get_names (formula)[i], wanted->place, wanted->kind);
      if (!bl_base_has_known (figures[i]->values))
        return FALSE;
    }
  values = bl_observations_copy (figures[0]->values);
  for (guint i = 0; i < values->n; i++)
    {
      g_autofree BlFormulaPart *parts = g_new0 (BlFormulaPart, n);
      BlObservation *item = &values->items[i];
      BlFormulaResult result;

      for (guint k = 0; k < n; k++)
        {
          int at = bl_observations_find (figures[k]->values, &item->period);

          parts[k] = part_of (figures[k]->values, &item->period);
          if (at >= 0)
            item->flags |= figures[k]->values->items[at].flags;
        }
      result = bl_formula_evaluate (formula, parts);
      item->value = result.value;
      item->low = result.low;
      item->high = result.high;
      item->numerator = result.numerator;
      item->denominator = result.denominator;
      item->state = result.state;
      item->estimated = result.estimated;
    }
  if (!bl_base_has_known (values))
    {
      bl_observations_free (values);
      return FALSE;
    }
  bl_base_take_values (wanted->figure, values);
  g_free (wanted->figure->source);
  wanted->figure->source = g_strdup (figures[0]->source);
  wanted->figure->note = g_strdup_printf (_("Made of %s."), text);
  return TRUE;
}

/* --- Finding it ---------------------------------------------------------------------- */

static void
find (BlBaseWanted *wanted)
{
  const BlPlaceAsked *place = wanted->place;
  const char *own = bl_base_service_code (wanted), *code = place->code != NULL ? place->code : own;
  gboolean elsewhere = place->code != NULL && g_strcmp0 (place->code, own) != 0;
  BlBaseFigure *figure = wanted->figure;
  const char *name;

  if (place->library != NULL)
    {
      if (bl_base_from_points (wanted) || bl_base_from_library_figures (wanted) || from_others (wanted))
        return;
    }
  else if (elsewhere)
    {
      if (bl_base_from_whole (wanted, code) || bl_base_from_comparisons (wanted, code) || from_others (wanted))
        return;
    }
  else if ((place->code != NULL && bl_base_from_comparisons (wanted, code)) || bl_base_from_points (wanted) || bl_base_from_whole (wanted, code) || bl_base_from_comparisons (wanted, code) || bl_base_from_service (wanted)
           || bl_base_from_project (wanted) || bl_base_from_library_figures (wanted) || from_others (wanted))
    return;
  bl_base_take_values (figure, bl_observations_new_empty (wanted->kind, 1, 0));
  g_clear_pointer (&figure->parts, bl_observations_free);
  name = wanted->measure != NULL ? bl_record_get_text (BL_RECORD (wanted->measure), "name") : wanted->item;
  if (figure->lacks == NULL)
    figure->lacks = g_strdup_printf (_("There are no figures for %s (%s)."), name, wanted->item);
}

BlBaseFigures *
bl_base_figures_new (BlProject *project, BlFacts *facts, BlDictionary *dictionary)
{
  BlBaseFigures *self = g_new0 (BlBaseFigures, 1);

  self->project = g_object_ref (project);
  self->facts = facts != NULL ? bl_facts_ref (facts) : NULL;
  self->dictionary = g_object_ref (dictionary);
  self->revision = bl_project_get_revision (project);
  self->figures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) figure_free);
  return self;
}

void
bl_base_figures_free (BlBaseFigures *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->figures);
  g_clear_pointer (&self->facts, bl_facts_unref);
  g_object_unref (self->dictionary);
  g_object_unref (self->project);
  g_free (self);
}

gboolean
bl_base_figures_is_current (const BlBaseFigures *self)
{
  return self->revision == bl_project_get_revision (self->project);
}

BlProject *
bl_base_figures_get_project (const BlBaseFigures *self)
{
  return self->project;
}

BlDictionary *
bl_base_figures_get_dictionary (const BlBaseFigures *self)
{
  return self->dictionary;
}

BlFacts *
bl_base_figures_get_facts (BlBaseFigures *self)
{
  if (self->facts == NULL)
    self->facts = bl_facts_new (self->project);
  return self->facts;
}

const BlBaseFigure *
bl_base_figures_get (BlBaseFigures *self, const char *item, const BlPlaceAsked *place, BlPeriodKind kind)
{
  static const BlPlaceAsked service = { NULL, NULL };
  g_autofree char *key = NULL;
  BlBaseFigure *figure;
  BlBaseWanted wanted = { self, item, NULL, bl_dictionary_find_measure (self->dictionary, item), place != NULL ? place : &service,
                    kind, NULL };

  key = g_strdup_printf ("%s\n%s\n%s\n%d", item, wanted.place->library != NULL ? wanted.place->library : "",
                         wanted.place->code != NULL ? wanted.place->code : "", kind);
  figure = g_hash_table_lookup (self->figures, key);
  if (figure != NULL)
    return figure;
  wanted.figure = figure = figure_new (kind);
  self->depth++;
  find (&wanted);
  self->depth--;
  g_hash_table_insert (self->figures, g_steal_pointer (&key), figure);
  return figure;
}

const BlBaseFigure *
bl_base_figures_get_of_map (BlBaseFigures *self, const char *item, const char *parameters)
{
  static const BlPlaceAsked service = { NULL, NULL };
  g_autofree char *key = g_strdup_printf ("map %s\n%s", item, parameters != NULL ? parameters : "");
  BlBaseFigure *figure = g_hash_table_lookup (self->figures, key);
  BlBaseWanted wanted = { self, item, parameters, bl_dictionary_find_measure (self->dictionary, item), &service,
                    BL_PERIOD_KIND_SNAPSHOT, NULL };

  if (figure != NULL)
    return figure;
  wanted.figure = figure = figure_new (BL_PERIOD_KIND_SNAPSHOT);
  if (!bl_base_from_project (&wanted) && figure->lacks == NULL)
    figure->lacks = g_strdup_printf (_("There are no figures for %s."), item);
  g_hash_table_insert (self->figures, g_steal_pointer (&key), figure);
  return figure;
}

gboolean
bl_base_figures_has_series (BlBaseFigures *self, const char *item)
{
  const char *const lists[] = { "series", "comparisons" };

  for (guint l = 0; l < G_N_ELEMENTS (lists) && item != NULL; l++)
    {
      GListModel *all = bl_record_get_list (BL_RECORD (self->project), lists[l]);

      for (guint i = 0; i < g_list_model_get_n_items (all); i++)
        {
          g_autoptr (BlRecord) series = g_list_model_get_item (all, i);

          if (g_strcmp0 (bl_record_get_text (series, "measure"), item) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

gboolean
bl_base_figures_has_point (BlBaseFigures *self, const char *name)
{
  GListModel *all = bl_record_get_list (BL_RECORD (self->project), "series");

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) series = g_list_model_get_item (all, i);

      if (bl_record_get_enum (series, "geography") == BL_GEOGRAPHY_LIBRARY
          && g_strcmp0 (bl_record_get_text (series, "place"), name) == 0)
        return TRUE;
    }
  return FALSE;
}
