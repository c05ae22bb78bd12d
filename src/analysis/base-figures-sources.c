/* base-figures-sources.c: base measures from comparisons, the map and the records of libraries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base-figures-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "computed-figures.h"
#include "indicator-values.h"

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
read_row (const BlBaseWanted *wanted, BlRecord *comparison, const char *code, BlObservation *item)
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

gboolean
bl_base_from_comparisons (BlBaseWanted *wanted, const char *code)
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
      bl_base_say_source (wanted->figure, comparison);
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
      BlObservations *longer = bl_base_to_kind (wanted, values, NULL);

      bl_observations_free (values);
      values = longer;
    }
  bl_base_take_values (wanted->figure, values);
  return bl_base_has_known (values);
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

/* How many indicators were chosen for an Outcome; of how many the newest value is measured and not stale. */
static gboolean
count_chosen (BlBaseWanted *wanted)
{
  gboolean measured = g_str_equal (wanted->item, "indicators_measured");
  GListModel *chosen = bl_record_get_list (BL_RECORD (wanted->self->project), "indicators");
  guint32 today = bl_clock_today (bl_project_get_clock (wanted->self->project));
  BlPeriod period = { BL_PERIOD_KIND_SNAPSHOT, today, today };
  guint n = 0, all = 0;

  if (!measured && !g_str_equal (wanted->item, "indicators_chosen"))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
    {
      g_autoptr (BlIndicator) indicator = g_list_model_get_item (chosen, i);
      const char *formula = bl_record_get_text (BL_RECORD (indicator), "formula");
      g_autoptr (BlIndicatorValues) values = NULL;
      g_autoptr (BlJudgement) judgement = NULL;
      guint outcomes[7];

      /* One that counts indicators is not counted: it would ask for itself. */
      if (bl_indicator_get_outcomes (indicator, outcomes) == 0 || (formula != NULL && strstr (formula, "indicators_") != NULL))
        continue;
      all++;
      if (!measured)
        continue;
      values = bl_indicator_values_new (wanted->self, indicator, NULL, BL_PERIOD_KIND_UNKNOWN);
      judgement = bl_indicator_values_judge (values);
      n += judgement->latest >= 0 && values->values->items[judgement->latest].state == BL_STATE_MEASURED && !judgement->stale;
    }
  if (all == 0)
    {
      wanted->figure->lacks = g_strdup (_("No indicator is chosen for any Outcome yet."));
      return FALSE;
    }
  bl_base_take_values (wanted->figure, one_observation (&period, measured ? n : all, BL_STATE_MEASURED));
  wanted->figure->source = g_strdup (_("Counted in this project"));
  return TRUE;
}

/* What the map tells, as a state at the end of the project's year. */
gboolean
bl_base_from_project (BlBaseWanted *wanted)
{
  BlFacts *facts = bl_base_figures_get_facts (wanted->self);
  g_autoptr (BlComputedFigure) computed = NULL;
  BlPeriod period;
  BlObservations *values;

  if (!bl_computed_figure_is_one (wanted->item))
    return count_chosen (wanted);
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
  bl_base_take_values (wanted->figure, values);
  wanted->figure->note = g_steal_pointer (&computed->note);
  wanted->figure->source = g_strdup (_("Worked out from the project’s own map and lists"));
  return TRUE;
}

/* The residents of the whole authority that the service's record gives, of no date of its own. */
gboolean
bl_base_from_service (BlBaseWanted *wanted)
{
  BlService *service = bl_project_get_service (wanted->self->project);
  BlFacts *facts = bl_base_figures_get_facts (wanted->self);
  gint64 people;
  BlPeriod period;

  if (service == NULL || !g_str_equal (wanted->item, "pop_all") || facts->year <= 0
      || !bl_record_get_integer (BL_RECORD (service), "population", &people))
    return FALSE;
  period = state_of_project (facts);
  bl_base_take_values (wanted->figure, one_observation (&period, people, BL_STATE_MEASURED));
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

gboolean
bl_base_from_library_figures (BlBaseWanted *wanted)
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
  bl_base_take_values (figure, bl_observations_over_places ((const BlObservations *const *) figure->places->pdata, figure->places->len,
                                                    bl_base_rule_of (wanted, "over-places"), NULL));
  return bl_base_has_known (figure->values);
}
