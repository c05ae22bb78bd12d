/* series.c: values over time of one measure at one place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "series.h"

#include <glib/gi18n-lib.h>

struct _BlSeries
{
  BlRecord parent;
};

struct _BlComparison
{
  BlRecord parent;
};

struct _BlNeighbours
{
  BlRecord parent;
};

G_DEFINE_FINAL_TYPE (BlSeries, bl_series, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlComparison, bl_comparison, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlNeighbours, bl_neighbours, BL_TYPE_RECORD)

static char *
bl_series_describe (BlRecord *record)
{
  const char *measure = bl_record_get_text (record, "measure");
  const char *place = bl_record_get_text (record, "place");

  if (measure != NULL && place != NULL)
    return g_strdup_printf (_("%s, %s"), measure, place);
  return g_strdup (measure != NULL ? measure : _("series"));
}

static void
bl_series_class_init (BlSeriesClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_series_describe;
  bl_record_class_set_kind (record_class, "series", N_ ("series"));
  bl_record_class_add_text (record_class, "measure", N_ ("measure"));
  bl_record_class_add_enum (record_class, "geography", N_ ("geography"), BL_TYPE_GEOGRAPHY_KIND);
  bl_record_class_add_reference (record_class, "library", N_ ("library"));
  bl_record_class_add_text (record_class, "place", N_ ("place"));
  bl_record_class_add_enum (record_class, "period-kind", N_ ("kind of period"), BL_TYPE_PERIOD_KIND);
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "date", N_ ("date"));
  bl_record_class_add_text (record_class, "licence", N_ ("licence"));
  bl_record_class_add_date (record_class, "obtained", N_ ("date obtained"));
  bl_record_class_add_text (record_class, "method", N_ ("method"));
  bl_record_class_add_table (record_class, "periods", N_ ("periods"), BL_TABLE_TEXTS);
  bl_record_class_add_table (record_class, "values", N_ ("values"), BL_TABLE_NUMBERS);
  bl_record_class_add_table (record_class, "states", N_ ("states"), BL_TABLE_TEXTS);
  bl_record_class_add_table (record_class, "lows", N_ ("low ends"), BL_TABLE_NUMBERS);
  bl_record_class_add_table (record_class, "highs", N_ ("high ends"), BL_TABLE_NUMBERS);
  bl_record_class_add_table (record_class, "parts", N_ ("parts known"), BL_TABLE_NUMBERS);
  bl_record_class_add_table (record_class, "notes", N_ ("notes"), BL_TABLE_TEXTS);
  bl_record_class_add_table (record_class, "history", N_ ("earlier figures"), BL_TABLE_TEXTS);
  bl_record_class_add_list (record_class, "breaks", N_ ("breaks"), BL_TYPE_BREAK, FALSE);
}

static void
bl_series_init (BlSeries *self)
{
}

BlSeries *
bl_series_new (const char *id)
{
  BlSeries *self = g_object_new (BL_TYPE_SERIES, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_comparison_describe (BlRecord *record)
{
  const char *measure = bl_record_get_text (record, "measure");

  return g_strdup (measure != NULL ? measure : _("figures of many authorities"));
}

static void
bl_comparison_class_init (BlComparisonClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_comparison_describe;
  bl_record_class_set_kind (record_class, "comparison", N_ ("figures of many authorities"));
  bl_record_class_add_text (record_class, "measure", N_ ("measure"));
  bl_record_class_add_text (record_class, "period", N_ ("period"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "date", N_ ("date"));
  bl_record_class_add_text (record_class, "licence", N_ ("licence"));
  bl_record_class_add_date (record_class, "obtained", N_ ("date obtained"));
  bl_record_class_add_table (record_class, "codes", N_ ("codes"), BL_TABLE_TEXTS);
  bl_record_class_add_table (record_class, "names", N_ ("names"), BL_TABLE_TEXTS);
  bl_record_class_add_table (record_class, "values", N_ ("values"), BL_TABLE_NUMBERS);
  bl_record_class_add_table (record_class, "states", N_ ("states"), BL_TABLE_TEXTS);
  bl_record_class_add_table (record_class, "lows", N_ ("low ends"), BL_TABLE_NUMBERS);
  bl_record_class_add_table (record_class, "highs", N_ ("high ends"), BL_TABLE_NUMBERS);
  bl_record_class_add_table (record_class, "parts", N_ ("parts known"), BL_TABLE_NUMBERS);
  bl_record_class_add_table (record_class, "notes", N_ ("notes"), BL_TABLE_TEXTS);
  bl_record_class_add_table (record_class, "history", N_ ("earlier figures"), BL_TABLE_TEXTS);
}

static void
bl_comparison_init (BlComparison *self)
{
}

BlComparison *
bl_comparison_new (const char *id)
{
  BlComparison *self = g_object_new (BL_TYPE_COMPARISON, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_neighbours_describe (BlRecord *record)
{
  const char *name = bl_record_get_text (record, "name");

  return g_strdup (name != NULL ? name : _("similar authorities"));
}

static void
bl_neighbours_class_init (BlNeighboursClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_neighbours_describe;
  bl_record_class_set_kind (record_class, "neighbours", N_ ("similar authorities"));
  bl_record_class_add_text (record_class, "name", N_ ("name"));
  bl_record_class_add_text (record_class, "code", N_ ("code"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "date", N_ ("date"));
  bl_record_class_add_text (record_class, "licence", N_ ("licence"));
  bl_record_class_add_table (record_class, "codes", N_ ("codes"), BL_TABLE_TEXTS);
  bl_record_class_add_table (record_class, "names", N_ ("names"), BL_TABLE_TEXTS);
  bl_record_class_add_boolean (record_class, "own", N_ ("own choice"));
}

static void
bl_neighbours_init (BlNeighbours *self)
{
}

BlNeighbours *
bl_neighbours_new (const char *id)
{
  BlNeighbours *self = g_object_new (BL_TYPE_NEIGHBOURS, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}
