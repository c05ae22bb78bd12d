/* access-stops.c: branchline-cli access --stops: whom the stops of mobile libraries reach
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "access-views.h"
#include "output.h"
#include "stops-access.h"
#include "text.h"

/* As far as people are taken to walk to a stop: 1 km and a mile. */
static const double near[] = { 1000, BL_MILE };

static void
build (JsonBuilder *builder, const BlFacts *facts, const BlStopsAccess *stops)
{
  json_builder_set_member_name (builder, "stops");
  json_builder_begin_object (builder);
  bl_json_count (builder, "stops", stops->n_stops);
  bl_json_count (builder, "counted", stops->n_counted);
  bl_json_count (builder, "not_public", stops->not_public);
  bl_json_count (builder, "not_located", stops->not_located);
  bl_json_count (builder, "not_understood", stops->not_understood);
  bl_json_text (builder, "measure", stops->measure == BL_MEASURE_MINUTES ? "minutes" : "distance");
  bl_json_number (builder, "limit", stops->limit);
  bl_json_number (builder, "population", stops->population);
  bl_json_number (builder, "far", stops->far);
  json_builder_set_member_name (builder, "near");
  json_builder_begin_array (builder);
  for (guint i = 0; i < stops->n_limits; i++)
    {
      json_builder_begin_object (builder);
      bl_json_number (builder, "limit", stops->near[i].limit);
      bl_json_number (builder, "population", stops->near[i].people);
      bl_json_number (builder, "percent", stops->near[i].percent);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  bl_json_number (builder, "visits_a_year", stops->visits);
  bl_json_count (builder, "visits_unknown", stops->visits_unknown);
  bl_json_number (builder, "hours_a_year", stops->hours);
  bl_json_count (builder, "hours_unknown", stops->hours_unknown);
  bl_json_number (builder, "minutes_of_one_round", stops->minutes);
  json_builder_set_member_name (builder, "list");
  json_builder_begin_array (builder);
  for (guint i = 0; i < stops->n_stops; i++)
    {
      const BlStopVisits *it = &stops->stops[i];

      json_builder_begin_object (builder);
      bl_json_text (builder, "stop", facts->stops[it->stop].name);
      bl_json_text (builder, "id", facts->stops[it->stop].id);
      bl_json_text (builder, "route", facts->stops[it->stop].route);
      json_builder_set_member_name (builder, "counted");
      json_builder_add_boolean_value (builder, it->counted);
      bl_json_number (builder, "visits_a_year", it->visits);
      bl_json_number (builder, "minutes", facts->stops[it->stop].minutes);
      bl_json_number (builder, "far_people_near", it->people);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print (const BlStopsAccess *stops)
{
  g_autofree char *limit = bl_access_within_to_text (stops->measure, stops->limit);
  g_autofree char *far = bl_text_number (stops->far, 0);
  g_autofree char *visits = bl_text_number (stops->visits, 0);
  g_autofree char *hours = bl_text_number (stops->hours, 0);
  BlOutputTable *table = bl_output_table_new ("lrr");

  bl_output_text (_ ("%s people are beyond %s of an open library. Of them, within a public stop of the "
                     "mobile library by\n\n"),
                  far, limit);
  for (guint i = 0; i < stops->n_limits; i++)
    {
      g_autofree char *within = bl_access_limit_to_text (stops->near[i].limit);
      g_autofree char *people = bl_text_number (stops->near[i].people, 0);
      g_autofree char *percent
          = isnan (stops->near[i].percent) ? g_strdup ("–") : bl_text_percent (stops->near[i].percent);

      bl_output_table_add (table, within, people, percent);
    }
  bl_output_table_finish (table, FALSE);
  bl_output_text (
      ngettext ("\n%u public stop on the map.", "\n%u public stops on the map.", stops->n_counted),
      stops->n_counted);
  bl_output_text (_ (" All stops: %s visits and %s hours in an average year.\n"), visits, hours);
  if (stops->not_located > 0)
    bl_output_text (
        ngettext ("%u stop is not on the map.\n", "%u stops are not on the map.\n", stops->not_located),
        stops->not_located);
  if (stops->not_understood > 0)
    bl_output_text (ngettext ("How often the mobile library comes is not understood for %u stop.\n",
                              "How often the mobile library comes is not understood for %u stops.\n",
                              stops->not_understood),
                    stops->not_understood);
}

gboolean
bl_access_view_stops (const BlAccessView *view, GError **error)
{
  BlAccessQuestion question = *view->question;
  g_autoptr (BlStopsAccess) stops = NULL;

  /* Who is far is asked by the wider of the usual limits. */
  if (view->usual_limits)
    {
      question.limits += question.n_limits > 0 ? question.n_limits - 1 : 0;
      question.minutes += question.n_minutes > 0 ? question.n_minutes - 1 : 0;
    }
  stops = bl_stops_access_compute (view->asked->facts, &question, near, G_N_ELEMENTS (near), error);
  if (stops == NULL)
    return FALSE;
  if (view->builder != NULL)
    build (view->builder, view->asked->facts, stops);
  else
    print (stops);
  return TRUE;
}
