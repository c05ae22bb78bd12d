/* base-figures-series.c: base measures from the series of libraries and of the whole service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base-figures-private.h"

#include <glib/gi18n-lib.h>

const char *
bl_base_service_code (const BlBaseWanted *wanted)
{
  BlService *service = bl_project_get_service (wanted->self->project);

  return service != NULL ? bl_record_get_text (BL_RECORD (service), "code") : NULL;
}

/* Whether it is about all of the service, or the whole authority. */
static gboolean
is_of_whole (const BlBaseWanted *wanted, BlRecord *series, const char *code)
{
  const char *place = bl_record_get_text (series, "place");
  BlGeographyKind geography = bl_record_get_enum (series, "geography");

  if (bl_record_get_text (series, "library") != NULL || geography == BL_GEOGRAPHY_LIBRARY
      || geography == BL_GEOGRAPHY_SMALL_AREA || geography == BL_GEOGRAPHY_CATCHMENT)
    return FALSE;
  if (place == NULL)
    return geography == BL_GEOGRAPHY_ENGLAND ? g_strcmp0 (code, "E92000001") == 0
                                             : wanted->place->code == NULL || g_strcmp0 (code, bl_base_service_code (wanted)) == 0;
  return g_strcmp0 (place, code) == 0;
}

/* A library, or a point of the service that is none; @name is its name. */
static gboolean
is_of_point (const BlBaseWanted *wanted, BlRecord *series, char **name, const char **id)
{
  const char *library = bl_record_get_text (series, "library"), *place = bl_record_get_text (series, "place");
  BlRecord *record = bl_project_find (wanted->self->project, library);

  if (record != NULL && g_strcmp0 (bl_record_get_place (record), "libraries") == 0)
    {
      *name = bl_record_describe (record);
      *id = library;
      return TRUE;
    }
  if (library != NULL || place == NULL || bl_record_get_enum (series, "geography") != BL_GEOGRAPHY_LIBRARY)
    return FALSE;
  *name = g_strdup (place);
  *id = place;
  return TRUE;
}

/* Longer periods by the measure's rule; no values where that cannot be. */
BlObservations *
bl_base_to_kind (const BlBaseWanted *wanted, const BlObservations *values, const BlObservations *weights)
{
  if (values->kind == wanted->kind || values->kind == BL_PERIOD_KIND_SNAPSHOT || values->kind == BL_PERIOD_KIND_SPAN
      || wanted->kind == BL_PERIOD_KIND_SNAPSHOT)
    return bl_observations_copy (values);
  return bl_observations_over_time (values, wanted->kind, bl_base_rule_of (wanted, "over-time"), weights);
}

/* The series of one measure at one point, to weight means by. */
static BlObservations *
find_weights (const BlBaseWanted *wanted, const char *point, BlPeriodKind kind)
{
  const char *item = wanted->measure != NULL ? bl_record_get_text (BL_RECORD (wanted->measure), "weights") : NULL;
  GListModel *all = bl_record_get_list (BL_RECORD (wanted->self->project), "series");

  for (guint i = 0; item != NULL && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) series = g_list_model_get_item (all, i);

      if (g_strcmp0 (bl_record_get_text (series, "measure"), item) == 0
          && (g_strcmp0 (bl_record_get_text (series, "library"), point) == 0
              || g_strcmp0 (bl_record_get_text (series, "place"), point) == 0))
        {
          g_autoptr (BlObservations) values = bl_observations_new (BL_SERIES (series));

          if (values->kind == kind)
            return g_steal_pointer (&values);
        }
    }
  return NULL;
}

void
bl_base_say_source (BlBaseFigure *figure, BlRecord *record)
{
  const char *source = bl_record_get_text (record, "source"), *date = bl_record_get_text (record, "date");

  if (figure->source == NULL && source != NULL)
    figure->source = date != NULL ? g_strdup_printf ("%s, %s", source, date) : g_strdup (source);
}

/* @shorter of the points as they are kept, where all are of one kind; else of the kind asked for. */
static void
add_up_points (BlBaseWanted *wanted)
{
  BlBaseFigure *figure = wanted->figure;
  GPtrArray *places = figure->places;
  BlPeriodKind common = ((BlObservations *) g_ptr_array_index (places, 0))->kind;
  g_autoptr (GPtrArray) weights = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_observations_free);
  g_autoptr (BlObservations) total_weights = NULL;
  gboolean weighted = bl_base_rule_of (wanted, "over-places") == BL_ADD_WEIGHTED;

  for (guint i = 1; i < places->len; i++)
    if (((BlObservations *) g_ptr_array_index (places, i))->kind != common)
      common = BL_PERIOD_KIND_UNKNOWN;
  if (common == BL_PERIOD_KIND_UNKNOWN)
    for (guint i = 0; i < places->len; i++)
      {
        g_autoptr (BlObservations) own = g_ptr_array_index (places, i);

        places->pdata[i] = bl_base_to_kind (wanted, own, NULL);
      }
  for (guint i = 0; weighted && i < places->len; i++)
    {
      BlObservations *own = find_weights (wanted, g_ptr_array_index (figure->place_ids, i),
                                          ((BlObservations *) g_ptr_array_index (places, i))->kind);

      weighted = own != NULL;
      if (own != NULL)
        g_ptr_array_add (weights, own);
    }
  figure->parts = bl_observations_over_places ((const BlObservations *const *) places->pdata, places->len,
                                               bl_base_rule_of (wanted, "over-places"),
                                               weighted ? (const BlObservations *const *) weights->pdata : NULL);
  if (weighted)
    total_weights = bl_observations_over_places ((const BlObservations *const *) weights->pdata, weights->len, BL_ADD_SUM, NULL);
  bl_base_take_values (figure, bl_base_to_kind (wanted, figure->parts, total_weights));
}

/* From the series of the libraries and other points; FALSE where there are none. */
gboolean
bl_base_from_points (BlBaseWanted *wanted)
{
  GListModel *all = bl_record_get_list (BL_RECORD (wanted->self->project), "series");
  BlBaseFigure *figure = wanted->figure;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) series = g_list_model_get_item (all, i);
      g_autofree char *name = NULL;
      const char *id = NULL;
      g_autoptr (BlObservations) own = NULL;

      if (g_strcmp0 (bl_record_get_text (series, "measure"), wanted->item) != 0 || !is_of_point (wanted, series, &name, &id)
          || (wanted->place->library != NULL && g_strcmp0 (wanted->place->library, id) != 0))
        continue;
      own = bl_observations_new (BL_SERIES (series));
      if (own->n == 0)
        continue;
      bl_base_say_source (figure, series);
      g_ptr_array_add (figure->places, g_steal_pointer (&own));
      g_ptr_array_add (figure->place_names, g_steal_pointer (&name));
      g_ptr_array_add (figure->place_ids, g_strdup (id));
    }
  if (figure->places->len == 0)
    return FALSE;
  if (wanted->place->library == NULL)
    add_up_points (wanted);
  else
    {
      const BlObservations *best = g_ptr_array_index (figure->places, 0);
      g_autoptr (BlObservations) weights = NULL;

      /* The finest that makes up what is asked for, else the first. */
      for (guint i = 1; i < figure->places->len; i++)
        {
          const BlObservations *own = g_ptr_array_index (figure->places, i);

          if (own->kind == wanted->kind || (best->kind > wanted->kind && own->kind < best->kind))
            best = own;
        }
      weights = find_weights (wanted, wanted->place->library, best->kind);
      figure->parts = bl_observations_copy (best);
      bl_base_take_values (figure, bl_base_to_kind (wanted, best, weights));
    }
  if (bl_base_has_known (figure->values))
    return TRUE;
  if (figure->lacks == NULL)
    figure->lacks = g_strdup (_("There are figures by library, but they cannot be added up to this."));
  return FALSE;
}

gboolean
bl_base_from_whole (BlBaseWanted *wanted, const char *code)
{
  GListModel *all = bl_record_get_list (BL_RECORD (wanted->self->project), "series");

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) series = g_list_model_get_item (all, i);
      g_autoptr (BlObservations) own = NULL, values = NULL;

      if (g_strcmp0 (bl_record_get_text (series, "measure"), wanted->item) != 0 || !is_of_whole (wanted, series, code))
        continue;
      own = bl_observations_new (BL_SERIES (series));
      values = bl_base_to_kind (wanted, own, NULL);
      if (!bl_base_has_known (values))
        continue;
      bl_base_say_source (wanted->figure, series);
      g_clear_pointer (&wanted->figure->parts, bl_observations_free);
      if (own->kind != values->kind)
        wanted->figure->parts = g_steal_pointer (&own);
      bl_base_take_values (wanted->figure, g_steal_pointer (&values));
      return TRUE;
    }
  return FALSE;
}
