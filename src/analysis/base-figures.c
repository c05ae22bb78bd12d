/* base-figures.c: base measures of a project, over time, wherever they come from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "computed-figures.h"
#include "formula.h"
#include "series.h"
#include "text.h"

/* Measures made of measures made of measures. */
#define MAX_DEPTH 8

struct _BlBaseFigures
{
  BlProject *project;
  BlFacts *facts;
  BlDictionary *dictionary;
  guint64 revision;
  GHashTable *figures; /* key -> BlBaseFigure */
  guint depth;
};

/**
 * Wanted: one question, so that its parts need not be handed on one by one.
 */
typedef struct
{
  BlBaseFigures *self;
  const char *item;       /* without parameters */
  const char *parameters; /* NULL */
  BlBaseMeasure *measure; /* NULL: an indicator's own series */
  const BlPlaceAsked *place;
  BlPeriodKind kind;
  BlBaseFigure *figure;
} Wanted;

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

static void
take_values (BlBaseFigure *figure, BlObservations *values)
{
  bl_observations_free (figure->values);
  figure->values = values;
}

static gboolean
has_known (const BlObservations *values)
{
  for (guint i = 0; values != NULL && i < values->n; i++)
    if (bl_observation_is_known (&values->items[i]) || values->items[i].state == BL_STATE_SUPPRESSED)
      return TRUE;
  return FALSE;
}

static BlAdd
rule_of (const Wanted *wanted, const char *field)
{
  int rule = wanted->measure != NULL ? bl_record_get_enum (BL_RECORD (wanted->measure), field) : BL_ADD_GIVEN;

  return rule != BL_ADD_UNKNOWN ? (BlAdd) rule : BL_ADD_GIVEN;
}

/* --- Series ------------------------------------------------------------------- */

static const char *
service_code (const Wanted *wanted)
{
  BlService *service = bl_project_get_service (wanted->self->project);

  return service != NULL ? bl_record_get_text (BL_RECORD (service), "code") : NULL;
}

/* Whether it is about all of the service, or the whole authority. */
static gboolean
is_of_whole (const Wanted *wanted, BlRecord *series, const char *code)
{
  const char *place = bl_record_get_text (series, "place");
  BlGeographyKind geography = bl_record_get_enum (series, "geography");

  if (bl_record_get_text (series, "library") != NULL || geography == BL_GEOGRAPHY_LIBRARY
      || geography == BL_GEOGRAPHY_SMALL_AREA || geography == BL_GEOGRAPHY_CATCHMENT)
    return FALSE;
  if (place == NULL)
    return geography == BL_GEOGRAPHY_ENGLAND ? g_strcmp0 (code, "E92000001") == 0
                                             : wanted->place->code == NULL || g_strcmp0 (code, service_code (wanted)) == 0;
  return g_strcmp0 (place, code) == 0;
}

/* A library, or a point of the service that is none; @name is its name. */
static gboolean
is_of_point (const Wanted *wanted, BlRecord *series, char **name, const char **id)
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
static BlObservations *
to_kind (const Wanted *wanted, const BlObservations *values, const BlObservations *weights)
{
  if (values->kind == wanted->kind || values->kind == BL_PERIOD_KIND_SNAPSHOT || values->kind == BL_PERIOD_KIND_SPAN
      || wanted->kind == BL_PERIOD_KIND_SNAPSHOT)
    return bl_observations_copy (values);
  return bl_observations_over_time (values, wanted->kind, rule_of (wanted, "over-time"), weights);
}

/* The series of one measure at one point, to weight means by. */
static BlObservations *
find_weights (const Wanted *wanted, const char *point, BlPeriodKind kind)
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

static void
say_source (BlBaseFigure *figure, BlRecord *record)
{
  const char *source = bl_record_get_text (record, "source"), *date = bl_record_get_text (record, "date");

  if (figure->source == NULL && source != NULL)
    figure->source = date != NULL ? g_strdup_printf ("%s, %s", source, date) : g_strdup (source);
}

/* @shorter of the points as they are kept, where all are of one kind; else of the kind asked for. */
static void
add_up_points (Wanted *wanted)
{
  BlBaseFigure *figure = wanted->figure;
  GPtrArray *places = figure->places;
  BlPeriodKind common = ((BlObservations *) g_ptr_array_index (places, 0))->kind;
  g_autoptr (GPtrArray) weights = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_observations_free);
  g_autoptr (BlObservations) total_weights = NULL;
  gboolean weighted = rule_of (wanted, "over-places") == BL_ADD_WEIGHTED;

  for (guint i = 1; i < places->len; i++)
    if (((BlObservations *) g_ptr_array_index (places, i))->kind != common)
      common = BL_PERIOD_KIND_UNKNOWN;
  if (common == BL_PERIOD_KIND_UNKNOWN)
    for (guint i = 0; i < places->len; i++)
      {
        g_autoptr (BlObservations) own = g_ptr_array_index (places, i);

        places->pdata[i] = to_kind (wanted, own, NULL);
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
                                               rule_of (wanted, "over-places"),
                                               weighted ? (const BlObservations *const *) weights->pdata : NULL);
  if (weighted)
    total_weights = bl_observations_over_places ((const BlObservations *const *) weights->pdata, weights->len, BL_ADD_SUM, NULL);
  take_values (figure, to_kind (wanted, figure->parts, total_weights));
}

/* From the series of the libraries and other points; FALSE where there are none. */
static gboolean
from_points (Wanted *wanted)
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
      say_source (figure, series);
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
      take_values (figure, to_kind (wanted, best, weights));
    }
  if (has_known (figure->values))
    return TRUE;
  if (figure->lacks == NULL)
    figure->lacks = g_strdup (_("There are figures by library, but they cannot be added up to this."));
  return FALSE;
}

static gboolean
from_whole (Wanted *wanted, const char *code)
{
  GListModel *all = bl_record_get_list (BL_RECORD (wanted->self->project), "series");

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) series = g_list_model_get_item (all, i);
      g_autoptr (BlObservations) own = NULL, values = NULL;

      if (g_strcmp0 (bl_record_get_text (series, "measure"), wanted->item) != 0 || !is_of_whole (wanted, series, code))
        continue;
      own = bl_observations_new (BL_SERIES (series));
      values = to_kind (wanted, own, NULL);
      if (!has_known (values))
        continue;
      say_source (wanted->figure, series);
      g_clear_pointer (&wanted->figure->parts, bl_observations_free);
      if (own->kind != values->kind)
        wanted->figure->parts = g_steal_pointer (&own);
      take_values (wanted->figure, g_steal_pointer (&values));
      return TRUE;
    }
  return FALSE;
}

/* --- Figures of many authorities ------------------------------------------------ */

static BlState
state_at (BlTable *states, guint row, double value)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (BL_TYPE_STATE);
  const char *text = states != NULL && row < bl_table_get_n_rows (states) ? bl_table_get_texts (states)[row] : NULL;
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", 2);
  const GEnumValue *found = words[0] != NULL ? g_enum_get_value_by_nick (class, words[0]) : NULL;

  if (found != NULL && found->value != BL_STATE_UNKNOWN)
    return found->value;
  return isfinite (value) ? BL_STATE_MEASURED : BL_STATE_NO_DATA;
}

static double
number_at (BlTable *table, guint row)
{
  return table != NULL && row < bl_table_get_n_rows (table) ? bl_table_get_numbers (table)[row] : NAN;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return bl_period_compare (&((const BlObservation *) a)->period, &((const BlObservation *) b)->period);
}

/* One row of a comparison; FALSE where the authority has none, or of no such period. */
static gboolean
read_row (const Wanted *wanted, BlRecord *comparison, const char *code, BlObservation *item)
{
  BlTable *codes = bl_record_get_table (comparison, "codes"), *states = bl_record_get_table (comparison, "states");
  const char *text = bl_record_get_text (comparison, "period");
  guint n = codes != NULL ? bl_table_get_n_rows (codes) : 0;
  double parts;

  *item = (BlObservation){ .value = NAN, .low = NAN, .high = NAN, .numerator = NAN, .denominator = NAN };
  if (text == NULL || !bl_period_parse (text, wanted->kind, &item->period, NULL))
    return FALSE;
  for (guint row = 0; row < n; row++)
    if (g_strcmp0 (bl_table_get_texts (codes)[row], code) == 0)
      {
        item->value = number_at (bl_record_get_table (comparison, "values"), row);
        item->low = number_at (bl_record_get_table (comparison, "lows"), row);
        item->high = number_at (bl_record_get_table (comparison, "highs"), row);
        item->state = state_at (states, row, item->value);
        item->estimated = item->state == BL_STATE_ESTIMATE;
        if (item->state == BL_STATE_NO_DATA || item->state == BL_STATE_SUPPRESSED)
          item->value = NAN;
        parts = number_at (bl_record_get_table (comparison, "parts"), row);
        if (isfinite (parts) && parts >= 0)
          {
            item->parts = (guint) parts;
            item->parts_expected = bl_period_count (&item->period, BL_PERIOD_KIND_MONTH);
            if (item->parts < item->parts_expected)
              item->flags |= BL_OBSERVATION_PARTIAL;
            else
              item->parts = item->parts_expected = 0;
          }
        return TRUE;
      }
  return FALSE;
}

static gboolean
from_comparisons (Wanted *wanted, const char *code)
{
  GListModel *all = bl_record_get_list (BL_RECORD (wanted->self->project), "comparisons");
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (BlObservation));
  BlObservations *values;

  for (guint i = 0; code != NULL && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) comparison = g_list_model_get_item (all, i);
      BlObservation item;
      gboolean had = FALSE;

      if (g_strcmp0 (bl_record_get_text (comparison, "measure"), wanted->item) != 0
          || !read_row (wanted, comparison, code, &item))
        continue;
      for (guint k = 0; k < items->len; k++)
        had |= bl_period_equal (&g_array_index (items, BlObservation, k).period, &item.period);
      if (had)
        continue;
      say_source (wanted->figure, comparison);
      g_array_append_val (items, item);
    }
  if (items->len == 0)
    return FALSE;
  g_array_sort (items, compare_items);
  values = g_new0 (BlObservations, 1);
  values->kind = g_array_index (items, BlObservation, 0).period.kind;
  values->n = items->len;
  values->items = (BlObservation *) (gpointer) g_array_steal (items, NULL);
  bl_observations_recognise (values, TRUE);
  if (values->kind != wanted->kind)
    {
      BlObservations *longer = to_kind (wanted, values, NULL);

      bl_observations_free (values);
      values = longer;
    }
  take_values (wanted->figure, values);
  return has_known (values);
}

/* --- What the project itself tells ------------------------------------------------ */

static BlObservations *
one_observation (const BlPeriod *period, double value, BlState state)
{
  BlObservations *values = g_new0 (BlObservations, 1);

  values->kind = period->kind;
  values->n = 1;
  values->items = g_new (BlObservation, 1);
  values->items[0] = (BlObservation){ .period = *period, .value = value, .low = NAN, .high = NAN, .numerator = NAN,
                                      .denominator = NAN, .state = state };
  return values;
}

/* The libraries are as they stand at the end of the project's year, as the national list has them. */
static BlPeriod
state_of_project (const BlFacts *facts)
{
  GDate date;
  guint32 day;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 31, G_DATE_DECEMBER, (GDateYear) CLAMP (facts->year, 1, 9999));
  day = g_date_get_julian (&date);
  return (BlPeriod){ BL_PERIOD_KIND_SNAPSHOT, day, day };
}

/* What the map tells, as a state at the end of the project's year. */
static gboolean
from_project (Wanted *wanted)
{
  BlFacts *facts = bl_base_figures_get_facts (wanted->self);
  g_autoptr (BlComputedFigure) computed = NULL;
  BlPeriod period;
  BlObservations *values;

  if (!bl_computed_figure_is_one (wanted->item))
    return FALSE;
  if (facts->year <= 0)
    {
      wanted->figure->lacks = g_strdup (_("The project does not say of which year its libraries are."));
      return FALSE;
    }
  computed = bl_computed_figure_new (wanted->self->project, facts, wanted->item, wanted->parameters);
  if (isnan (computed->value))
    {
      g_free (wanted->figure->lacks);
      wanted->figure->lacks = g_steal_pointer (&computed->lacks);
      return FALSE;
    }
  period = state_of_project (facts);
  values = one_observation (&period, computed->value, BL_STATE_MEASURED);
  values->items[0].low = computed->low;
  values->items[0].high = computed->high;
  take_values (wanted->figure, values);
  wanted->figure->note = g_steal_pointer (&computed->note);
  wanted->figure->source = g_strdup (_("Worked out from the project’s own map and lists"));
  return TRUE;
}

/* The residents of the whole authority that the service's record gives, of no date of its own. */
static gboolean
from_service (Wanted *wanted)
{
  BlService *service = bl_project_get_service (wanted->self->project);
  BlFacts *facts = bl_base_figures_get_facts (wanted->self);
  gint64 people;
  BlPeriod period;

  if (service == NULL || !g_str_equal (wanted->item, "pop_all") || facts->year <= 0
      || !bl_record_get_integer (BL_RECORD (service), "population", &people))
    return FALSE;
  period = state_of_project (facts);
  take_values (wanted->figure, one_observation (&period, people, BL_STATE_MEASURED));
  wanted->figure->source = g_strdup (bl_record_get_text (BL_RECORD (service), "source"));
  wanted->figure->note = g_strdup (_("The same number of residents stands for every year."));
  return TRUE;
}

static BlFigureKind
figure_kind (const char *item)
{
  static const struct
  {
    const char *item;
    BlFigureKind kind;
  } kinds[] = {
    { "visits_all", BL_FIGURE_VISITS },       { "loans_physical_all", BL_FIGURE_LOANS },
    { "members_registered", BL_FIGURE_MEMBERS }, { "pc_hours_used", BL_FIGURE_COMPUTER_HOURS },
    { "enquiries", BL_FIGURE_ENQUIRIES },     { "attend_physical", BL_FIGURE_ATTENDANCES },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].item, item))
      return kinds[i].kind;
  return BL_FIGURE_UNKNOWN;
}

/* A library's yearly figures, from its own record. */
static BlObservations *
read_figures (const BlFactsLibrary *library, BlFigureKind kind, BlPeriodKind period_kind, char **source)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (BlObservation));
  BlObservations *values = NULL;
  BlPeriod first, last;
  guint n = 0;

  for (guint i = 0; library->figures != NULL && i < library->figures->len; i++)
    {
      const BlFactsFigure *figure = g_ptr_array_index (library->figures, i);
      BlObservation item = { .value = figure->number, .low = NAN, .high = NAN, .numerator = NAN, .denominator = NAN,
                             .state = isnan (figure->number) ? BL_STATE_NO_DATA : BL_STATE_MEASURED };

      if (figure->kind != kind || figure->period == NULL
          || !bl_period_parse (figure->period, period_kind, &item.period, NULL) || item.period.kind != period_kind)
        continue;
      if (figure->months > 0 && figure->months < 12 && period_kind == BL_PERIOD_KIND_FY)
        {
          item.flags |= BL_OBSERVATION_PARTIAL;
          item.parts = (guint) figure->months;
          item.parts_expected = 12;
        }
      if (*source == NULL && figure->source != NULL)
        *source = figure->date != NULL ? g_strdup_printf ("%s, %s", figure->source, figure->date) : g_strdup (figure->source);
      g_array_append_val (items, item);
    }
  if (items->len == 0)
    return NULL;
  g_array_sort (items, compare_items);
  if (period_kind == BL_PERIOD_KIND_SNAPSHOT)
    {
      values = g_new0 (BlObservations, 1);
      values->kind = period_kind;
      values->n = items->len;
      values->items = (BlObservation *) (gpointer) g_array_steal (items, NULL);
      return values;
    }
  first = g_array_index (items, BlObservation, 0).period;
  last = g_array_index (items, BlObservation, items->len - 1).period;
  for (BlPeriod p = first; p.start <= last.start; p = bl_period_step (&p, 1))
    n++;
  values = bl_observations_new_empty (period_kind, first.start, n);
  for (guint i = 0; i < items->len; i++)
    {
      int at = bl_observations_find (values, &g_array_index (items, BlObservation, i).period);

      if (at >= 0)
        values->items[at] = g_array_index (items, BlObservation, i);
    }
  return values;
}

static gboolean
from_library_figures (Wanted *wanted)
{
  BlFigureKind kind = figure_kind (wanted->item);
  BlPeriodKind period_kind = kind == BL_FIGURE_MEMBERS ? BL_PERIOD_KIND_SNAPSHOT : BL_PERIOD_KIND_FY;
  BlFacts *facts;
  BlBaseFigure *figure = wanted->figure;

  if (kind == BL_FIGURE_UNKNOWN || (wanted->kind != period_kind && wanted->kind != BL_PERIOD_KIND_SNAPSHOT))
    return FALSE;
  facts = bl_base_figures_get_facts (wanted->self);
  g_ptr_array_set_size (figure->places, 0);
  g_ptr_array_set_size (figure->place_names, 0);
  g_ptr_array_set_size (figure->place_ids, 0);
  g_clear_pointer (&figure->parts, bl_observations_free);
  for (guint i = 0; i < facts->n_libraries; i++)
    {
      const BlFactsLibrary *library = &facts->libraries[i];
      BlObservations *own;

      if (library->nearby || (wanted->place->library != NULL && g_strcmp0 (wanted->place->library, library->id) != 0))
        continue;
      own = read_figures (library, kind, period_kind, &figure->source);
      if (own == NULL)
        continue;
      bl_observations_recognise (own, FALSE);
      g_ptr_array_add (figure->places, own);
      g_ptr_array_add (figure->place_names, g_strdup (library->name));
      g_ptr_array_add (figure->place_ids, g_strdup (library->id));
    }
  if (figure->places->len == 0)
    return FALSE;
  take_values (figure, bl_observations_over_places ((const BlObservations *const *) figure->places->pdata, figure->places->len,
                                                    rule_of (wanted, "over-places"), NULL));
  return has_known (figure->values);
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
from_others (Wanted *wanted)
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
      if (!has_known (figures[i]->values))
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
  if (!has_known (values))
    {
      bl_observations_free (values);
      return FALSE;
    }
  take_values (wanted->figure, values);
  g_free (wanted->figure->source);
  wanted->figure->source = g_strdup (figures[0]->source);
  wanted->figure->note = g_strdup_printf (_("Made of %s."), text);
  return TRUE;
}

/* --- Finding it ---------------------------------------------------------------------- */

static void
find (Wanted *wanted)
{
  const BlPlaceAsked *place = wanted->place;
  const char *own = service_code (wanted), *code = place->code != NULL ? place->code : own;
  gboolean elsewhere = place->code != NULL && g_strcmp0 (place->code, own) != 0;
  BlBaseFigure *figure = wanted->figure;
  const char *name;

  if (place->library != NULL)
    {
      if (from_points (wanted) || from_library_figures (wanted) || from_others (wanted))
        return;
    }
  else if (elsewhere)
    {
      if (from_whole (wanted, code) || from_comparisons (wanted, code) || from_others (wanted))
        return;
    }
  else if (from_points (wanted) || from_whole (wanted, code) || from_comparisons (wanted, code) || from_service (wanted)
           || from_project (wanted) || from_library_figures (wanted) || from_others (wanted))
    return;
  take_values (figure, bl_observations_new_empty (wanted->kind, 1, 0));
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
  Wanted wanted = { self, item, NULL, bl_dictionary_find_measure (self->dictionary, item), place != NULL ? place : &service,
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
  Wanted wanted = { self, item, parameters, bl_dictionary_find_measure (self->dictionary, item), &service,
                    BL_PERIOD_KIND_SNAPSHOT, NULL };

  if (figure != NULL)
    return figure;
  wanted.figure = figure = figure_new (BL_PERIOD_KIND_SNAPSHOT);
  if (!from_project (&wanted) && figure->lacks == NULL)
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
