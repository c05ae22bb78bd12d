/* indicator-values.c: an indicator's values at a place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "indicator-values-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "computed-figures.h"
#include "text.h"

#define ENGLAND "E92000001"

/* --- What an indicator may be asked by ------------------------------------------ */

static guint
read_nicks (const char *text, GType type, int *found, guint most)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (type);
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " ,", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL && n < most; i++)
    {
      const GEnumValue *value = g_enum_get_value_by_nick (class, words[i]);

      if (value != NULL && value->value != 0)
        found[n++] = value->value;
    }
  return n;
}

guint
bl_indicator_get_periods (BlIndicator *indicator, BlPeriodKind kinds[8])
{
  int found[8];
  guint n = read_nicks (bl_record_get_text (BL_RECORD (indicator), "period"), BL_TYPE_PERIOD_KIND, found, 8);

  for (guint i = 0; i < n; i++)
    kinds[i] = (BlPeriodKind) found[i];
  if (n == 0)
    kinds[n++] = BL_PERIOD_KIND_FY;
  return n;
}

BlGeographyKind
bl_indicator_get_geography (BlIndicator *indicator, gboolean *libraries)
{
  int found[8];
  guint n = read_nicks (bl_record_get_text (BL_RECORD (indicator), "geography"), BL_TYPE_GEOGRAPHY_KIND, found, 8);
  gboolean service = FALSE;

  *libraries = FALSE;
  for (guint i = 0; i < n; i++)
    {
      *libraries |= found[i] == BL_GEOGRAPHY_LIBRARY;
      service |= found[i] == BL_GEOGRAPHY_SERVICE;
    }
  /* "library service" is of the service, and can be asked of a library. */
  if (n == 0 || (found[0] == BL_GEOGRAPHY_LIBRARY && service))
    return BL_GEOGRAPHY_SERVICE;
  return (BlGeographyKind) found[0];
}

gboolean
bl_indicator_has_catchments (BlIndicator *indicator)
{
  const char *text = bl_record_get_text (BL_RECORD (indicator), "formula");
  g_autoptr (BlFormula) formula = text != NULL ? bl_formula_parse (text, NULL) : NULL;
  int found[8];
  guint n = read_nicks (bl_record_get_text (BL_RECORD (indicator), "geography"), BL_TYPE_GEOGRAPHY_KIND, found, 8);
  gboolean catchment = FALSE;

  for (guint i = 0; i < n; i++)
    catchment |= found[i] == BL_GEOGRAPHY_CATCHMENT;
  /* All of it must come from the map, where one can cut it. */
  for (guint i = 0; formula != NULL && i < bl_formula_get_n_names (formula); i++)
    catchment = catchment && bl_computed_figure_is_one (bl_formula_get_names (formula)[i]);
  return catchment && formula != NULL;
}

/* --- Values ------------------------------------------------------------------------ */

static int
compare_periods (gconstpointer a, gconstpointer b)
{
  return bl_period_compare (a, b);
}

/* Every period of the leading names, and those between. */
static BlObservations *
lay_out (BlIndicatorWork *work)
{
  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (BlPeriod));
  BlPeriodKind kind = work->values->kind;
  BlObservations *laid;
  guint n = 0;

  for (guint i = 0; i < work->n; i++)
    for (guint k = 0; work->names[i].leads && k < work->names[i].values->n; k++)
      g_array_append_val (periods, work->names[i].values->items[k].period);
  g_array_sort (periods, compare_periods);
  for (guint i = 0; i < periods->len; i++)
    if (n == 0 || !bl_period_equal (&g_array_index (periods, BlPeriod, n - 1), &g_array_index (periods, BlPeriod, i)))
      g_array_index (periods, BlPeriod, n++) = g_array_index (periods, BlPeriod, i);
  g_array_set_size (periods, n);
  if (n > 0 && (kind == BL_PERIOD_KIND_MONTH || kind == BL_PERIOD_KIND_QUARTER || kind == BL_PERIOD_KIND_FY
                || kind == BL_PERIOD_KIND_AY || kind == BL_PERIOD_KIND_CY))
    {
      BlPeriod last = g_array_index (periods, BlPeriod, n - 1), first = g_array_index (periods, BlPeriod, 0);

      n = 0;
      for (BlPeriod p = first; p.start <= last.start; p = bl_period_step (&p, 1))
        n++;
      laid = bl_observations_new_empty (kind, first.start, n);
      return laid;
    }
  laid = g_new0 (BlObservations, 1);
  laid->kind = n > 0 ? g_array_index (periods, BlPeriod, 0).kind : kind;
  laid->n = n;
  laid->items = g_new (BlObservation, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    laid->items[i] = (BlObservation){ .period = g_array_index (periods, BlPeriod, i), .value = NAN, .low = NAN, .high = NAN,
                                      .numerator = NAN, .denominator = NAN, .state = BL_STATE_NO_DATA };
  return laid;
}

/* Fewer than five people below a line: no rate; fewer than thirty: a word. */
static void
guard_people (BlIndicatorWork *work, BlObservation *item, const BlFormulaPart *parts)
{
  gboolean rate = FALSE;
  double least = INFINITY;

  for (guint i = 0; i < work->n; i++)
    if (work->names[i].below && work->names[i].people && work->names[i].figure != NULL)
      {
        rate = TRUE;
        least = MIN (least, parts[i].value);
      }
  if (!rate || !bl_observation_is_known (item))
    return;
  if (least < work->values->lines.people_least)
    {
      item->value = item->low = item->high = item->numerator = item->denominator = NAN;
      item->state = BL_STATE_SUPPRESSED;
    }
  else if (least < work->values->lines.percent_least && isfinite (item->numerator))
    {
      g_autofree char *n = bl_text_number (item->numerator, 0), *all = bl_text_number (item->denominator, 0);

      item->note = g_strdup_printf (_("%s of %s"), n, all);
    }
}

static void
evaluate (BlIndicatorWork *work, BlObservations *laid)
{
  g_autofree BlFormulaPart *parts = g_new0 (BlFormulaPart, work->n + 1);
  BlState usual = bl_record_get_enum (BL_RECORD (work->values->indicator), "state");

  for (guint i = 0; i < laid->n; i++)
    {
      BlObservation *item = &laid->items[i];
      BlFormulaResult result;

      for (guint k = 0; k < work->n; k++)
        {
          const BlObservation *found = work->names[k].figure != NULL ? bl_formula_name_find (&work->names[k], &item->period) : NULL;

          if (work->names[k].figure == NULL)
            parts[k] = (BlFormulaPart){ 0, NAN, NAN, BL_STATE_MEASURED, 0 };
          else if (found == NULL)
            parts[k] = (BlFormulaPart){ NAN, NAN, NAN, BL_STATE_NO_DATA, 0 };
          else
            {
              parts[k] = (BlFormulaPart){ found->value, found->low, found->high, found->state, found->estimated };
              if (!work->names[k].leads)
                continue;
              item->flags |= found->flags & ~(BL_OBSERVATION_EXCEPTIONAL);
              item->missing = MAX (item->missing, found->missing);
              if (found->parts_expected > 0 && item->parts_expected == 0)
                {
                  item->parts = found->parts;
                  item->parts_expected = found->parts_expected;
                }
              if (item->note == NULL && work->n == 1)
                item->note = g_strdup (found->note);
            }
        }
      result = bl_formula_evaluate (work->formula, parts);
      item->value = result.value;
      item->low = result.low;
      item->high = result.high;
      item->numerator = result.numerator;
      item->denominator = result.denominator;
      item->estimated = result.estimated;
      item->state = result.state;
      if (bl_observation_is_known (item) && (usual == BL_STATE_ESTIMATE || usual == BL_STATE_PROXY))
        {
          item->state = bl_state_weaker (item->state, usual);
          if (usual == BL_STATE_ESTIMATE)
            item->estimated = 1;
        }
      guard_people (work, item, parts);
    }
  bl_observations_recognise (laid, FALSE);
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  guint32 first = ((const BlMark *) a)->from, second = ((const BlMark *) b)->from;

  return first < second ? -1 : first > second;
}

static void
add_mark (GArray *marks, const BlMark *mark)
{
  BlMark copy = *mark;

  for (guint i = 0; i < marks->len; i++)
    if (g_array_index (marks, BlMark, i).from == mark->from)
      return;
  copy.reason = g_strdup (mark->reason);
  g_array_append_val (marks, copy);
}

/* Breaks that the user has set on the indicator, before those of its series. */
static void
mark (BlIndicatorWork *work, BlObservations *laid)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, TRUE, sizeof (BlMark));
  GListModel *breaks = bl_record_get_list (BL_RECORD (work->values->indicator), "breaks");

  for (guint i = 0; i < g_list_model_get_n_items (breaks); i++)
    {
      g_autoptr (BlRecord) own = g_list_model_get_item (breaks, i);
      BlMark one = { .cause = bl_record_get_enum (own, "cause"), .reason = (char *) bl_record_get_text (own, "reason") };

      bl_record_get_date (own, "until", &one.until);
      if (bl_record_get_date (own, "from", &one.from))
        add_mark (marks, &one);
    }
  for (guint i = 0; i < work->n; i++)
    for (guint m = 0; work->names[i].leads && m < work->names[i].values->n_marks; m++)
      add_mark (marks, &work->names[i].values->marks[m]);
  g_array_sort (marks, compare_marks);
  for (guint i = 0; i < laid->n_marks; i++)
    g_free (laid->marks[i].reason);
  g_free (laid->marks);
  laid->n_marks = marks->len;
  laid->marks = (BlMark *) (gpointer) g_array_steal (marks, NULL);
}

/* What somebody said of a period stands with its figure, and is no reason for it. */
static void
say_comments (BlIndicatorWork *work, BlObservations *laid)
{
  GListModel *comments = bl_record_get_list (BL_RECORD (work->values->indicator), "comments");

  for (guint i = 0; i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (BlRecord) comment = g_list_model_get_item (comments, i);
      const char *iso = bl_record_get_text (comment, "period"), *text = bl_record_get_text (comment, "text");
      BlPeriod period;
      int at;

      if (iso == NULL || text == NULL || !bl_period_parse (iso, laid->kind, &period, NULL))
        continue;
      at = bl_observations_find (laid, &period);
      if (at >= 0)
        {
          g_autofree char *before = laid->items[at].comment;

          laid->items[at].comment = before != NULL ? g_strdup_printf ("%s %s", before, text) : g_strdup (text);
        }
    }
}

static void
take_names (BlIndicatorWork *work, const BlBaseFigure *figure)
{
  BlIndicatorValues *values = work->values;

  for (guint i = 0; i < figure->places->len; i++)
    {
      g_ptr_array_add (values->parts, bl_observations_copy (g_ptr_array_index (figure->places, i)));
      g_ptr_array_add (values->part_names, bl_text_short_library_name (g_ptr_array_index (figure->place_names, i)));
    }
}

/* The shorter periods, by place too, of what is one measure as it stands. */
static void
take_parts (BlIndicatorWork *work)
{
  const BlFormulaName *only = NULL;
  guint n = 0;

  for (guint i = 0; i < work->n; i++)
    if (work->names[i].figure != NULL)
      {
        only = &work->names[i];
        n++;
      }
  if (n != 1 || only->values->n == 0)
    return;
  for (guint i = 0; i < only->values->n; i++)
    {
      int at = bl_observations_find (work->values->values, &only->values->items[i].period);

      /* Multiplied or divided by a number, it is another figure. */
      if (at >= 0 && bl_observation_is_known (&only->values->items[i])
          && work->values->values->items[at].value != only->values->items[i].value)
        return;
    }
  if (only->figure->parts != NULL && only->figure->parts->kind != only->values->kind)
    work->values->months = bl_observations_copy (only->figure->parts);
  if (work->place.library == NULL)
    take_names (work, only->figure);
}

/* The measure that is made as the indicator is, where its own figures are published (the share itself, without its parts). */
static const char *
find_same_measure (BlIndicatorWork *work)
{
  GListModel *measures = bl_record_get_list (BL_RECORD (bl_base_figures_get_dictionary (work->figures)), "measures");
  const char *formula = bl_record_get_text (BL_RECORD (work->values->indicator), "formula");

  for (guint i = 0; formula != NULL && i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr (BlRecord) measure = g_list_model_get_item (measures, i);

      if (g_strcmp0 (bl_record_get_text (measure, "made-of"), formula) == 0)
        return bl_record_get_text (measure, "item"); /* the dictionary holds it */
    }
  return NULL;
}

/* A series of the indicator itself, by its item, its id, or the measure that is the same. */
static gboolean
from_own_series (BlIndicatorWork *work)
{
  BlRecord *record = BL_RECORD (work->values->indicator);
  const char *const keys[] = { bl_record_get_text (record, "item"), bl_record_get_id (record), find_same_measure (work) };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i] != NULL && bl_base_figures_has_series (work->figures, keys[i]))
      {
        const BlBaseFigure *figure = bl_base_figures_get (work->figures, keys[i], &work->place, work->values->kind);
        BlFormulaName *name;

        if (figure->values->n == 0)
          continue;
        g_clear_pointer (&work->formula, bl_formula_free);
        work->formula = bl_formula_parse ("itself", NULL);
        g_free (work->names);
        work->names = g_new0 (BlFormulaName, 1);
        work->n = 1;
        name = work->names;
        *name = (BlFormulaName){ .name = keys[i], .figure = figure, .values = figure->values, .leads = TRUE };
        bl_indicator_work_note (work, figure->note);
        return TRUE;
      }
  return FALSE;
}

static void
compute (BlIndicatorWork *work)
{
  BlIndicatorValues *values = work->values;
  const char *text = bl_record_get_text (BL_RECORD (values->indicator), "formula");
  g_autoptr (GError) error = NULL;
  const BlObservation *newest = NULL;

  if (!from_own_series (work))
    {
      work->formula = text != NULL ? bl_formula_parse (text, &error) : NULL;
      if (work->formula == NULL)
        {
          g_autofree char *words = error != NULL ? g_strdup_printf (_("Its formula cannot be read: %s."), error->message)
                                                 : g_strdup (_("It has neither a formula nor figures of its own."));

          bl_indicator_work_lack (work, words);
          return;
        }
      work->n = bl_formula_get_n_names (work->formula);
      work->names = g_new0 (BlFormulaName, work->n + 1);
      bl_indicator_work_find_names (work);
      bl_indicator_work_cover_the_same (work);
    }
  bl_observations_free (values->values);
  values->values = lay_out (work);
  evaluate (work, values->values);
  mark (work, values->values);
  say_comments (work, values->values);
  take_parts (work);
  for (guint i = 0; i < values->values->n; i++)
    if (bl_observation_is_known (&values->values->items[i]))
      newest = &values->values->items[i];
  for (guint i = 0; i < work->n && values->source == NULL; i++)
    if (work->names[i].leads)
      values->source = g_strdup (work->names[i].figure->source);
  if (newest != NULL)
    {
      g_clear_pointer (&values->lacks, g_free);
      bl_indicator_work_say_vintage (work, &newest->period);
    }
  else
    bl_indicator_work_lack (work, _("Its parts are never known for the same period."));
}

/* What should move with it, by the same periods (4.3). */
static void
find_sister (BlIndicatorWork *work)
{
  static const struct
  {
    const char *item, *sister, *noun, *counted, *noun_there; /* of one library; NULL: the same */
  } pairs[] = {
    { "visits-total", "loans_physical_all", N_ ("loans at the same libraries"), N_ ("visits"), N_ ("loans there") },
    { "loans-total", "visits_all", N_ ("visits at the same libraries"), N_ ("loans"), N_ ("visits there") },
    { "events-per-1000", "attend_physical", N_ ("attendance"), N_ ("events"), NULL },
    { "pc-utilisation", "pc_hours_used", N_ ("hours of computer use"), N_ ("computer time"), NULL },
    { "o1-grant-applications", "grants_awarded_n", N_ ("awards"), N_ ("applications"), NULL },
  };
  const char *item = bl_record_get_text (BL_RECORD (work->values->indicator), "item");

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_strcmp0 (pairs[i].item, item) == 0)
      {
        const BlBaseFigure *figure = bl_base_figures_get (work->figures, pairs[i].sister, &work->place, work->values->kind);

        work->values->counted = g_strdup (_(pairs[i].counted));
        if (figure->values->n == 0 || figure->values->kind != work->values->values->kind)
          return;
        work->values->sister = bl_observations_copy (figure->values);
        work->values->sister_noun = g_strdup (
            work->place.library != NULL && pairs[i].noun_there != NULL ? _(pairs[i].noun_there) : _(pairs[i].noun));
      }
}

/* Places that know something, but not in the newest period. */
static void
find_missing_places (BlIndicatorValues *values)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const BlObservation *newest = NULL;

  for (guint i = 0; i < values->values->n; i++)
    if (bl_observation_is_known (&values->values->items[i]))
      newest = &values->values->items[i];
  if (newest == NULL || !(newest->flags & BL_OBSERVATION_PLACES))
    return;
  for (guint p = 0; p < values->parts->len; p++)
    {
      const BlObservations *part = g_ptr_array_index (values->parts, p);
      guint known = 0, all = 0;
      gboolean lately = FALSE;

      for (guint i = 0; i < part->n; i++)
        {
          const BlObservation *item = &part->items[i];

          if (item->period.start >= newest->period.start && item->period.end <= newest->period.end)
            {
              all++;
              known += bl_observation_is_known (item);
            }
          lately |= bl_observation_is_known (item) && item->period.end + 365 >= newest->period.start;
        }
      if (lately && (known < all || all == 0))
        g_ptr_array_add (names, g_ptr_array_index (values->part_names, p));
    }
  if (names->len > 0 && names->len <= 4)
    {
      g_ptr_array_add (names, NULL);
      values->missing_places = g_strjoinv (", ", (char **) names->pdata);
    }
}

static BlIndicatorValues *
find_values (BlBaseFigures *figures, BlIndicator *indicator, const BlPlaceAsked *place, BlPeriodKind kind)
{
  BlIndicatorValues *self = g_new0 (BlIndicatorValues, 1);
  gboolean libraries;
  g_autoptr (GString) notes = g_string_new (NULL);
  BlIndicatorWork work = { .figures = figures, .values = self, .notes = notes };
  g_autofree char *variant = bl_computed_parameters_to_text (bl_record_get_text (BL_RECORD (indicator), "parameters"));

  self->indicator = g_object_ref (indicator);
  self->geography = bl_indicator_get_geography (indicator, &libraries);
  self->kind = kind;
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_observations_free);
  self->part_names = g_ptr_array_new_with_free_func (g_free);
  self->missing = g_ptr_array_new_with_free_func (g_free);
  self->values = bl_observations_new_empty (self->kind, 1, 0);
  self->values->kind = self->kind;
  self->lines = bl_judge_lines_of (bl_base_figures_get_dictionary (figures));
  self->today = bl_clock_today (bl_project_get_clock (bl_base_figures_get_project (figures)));
  if (place != NULL)
    work.place = *place;
  else
    work.place.library = bl_record_get_text (BL_RECORD (indicator), "library");
  work.catchment = work.place.library != NULL && !libraries && bl_indicator_has_catchments (indicator);
  if (work.place.library != NULL)
    self->geography = work.catchment ? BL_GEOGRAPHY_CATCHMENT : BL_GEOGRAPHY_LIBRARY;
  else if (self->geography == BL_GEOGRAPHY_ENGLAND && work.place.code == NULL)
    work.place.code = ENGLAND;
  self->library = g_strdup (work.place.library);
  bl_indicator_work_name_place (&work);
  if (variant != NULL)
    {
      g_autofree char *words = g_strdup_printf (_("Variant: %s."), variant);

      bl_indicator_work_note (&work, words);
    }
  if (self->geography == BL_GEOGRAPHY_SMALL_AREA)
    bl_indicator_work_lack (&work, _("It is of each small area, not of the whole: Map shows it area by area, and Needs beside need."));
  else if (work.place.library != NULL && !libraries && !work.catchment && bl_record_get_text (BL_RECORD (indicator), "item") != NULL)
    bl_indicator_work_lack (&work, _("It is not known library by library."));
  else
    {
      compute (&work);
      find_sister (&work);
      find_missing_places (self);
    }
  self->notes = notes->len > 0 ? g_strdup (notes->str) : NULL;
  for (guint i = 0; i < work.n; i++)
    bl_observations_free (work.names[i].owned);
  g_free (work.names);
  bl_formula_free (work.formula);
  return self;
}

/* By the first of the indicator's kinds of period by which anything is known: by month where months are, else by year. */
static BlIndicatorValues *
find_usual (BlBaseFigures *figures, BlIndicator *indicator, const BlPlaceAsked *place)
{
  BlPeriodKind kinds[8];
  guint n = bl_indicator_get_periods (indicator, kinds);
  BlIndicatorValues *first = find_values (figures, indicator, place, kinds[0]);

  for (guint i = 1; i < n && first->lacks != NULL; i++)
    {
      BlIndicatorValues *other = find_values (figures, indicator, place, kinds[i]);

      if (other->lacks == NULL)
        {
          bl_indicator_values_free (first);
          return other;
        }
      bl_indicator_values_free (other);
    }
  return first;
}

static gboolean
has_target (BlIndicator *indicator)
{
  static const char *const fields[] = { "target", "target-low", "target-high", "baseline" };
  double value;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (bl_record_get_real (BL_RECORD (indicator), fields[i], &value))
      return TRUE;
  return FALSE;
}

BlIndicatorValues *
bl_indicator_values_new (BlBaseFigures *figures, BlIndicator *indicator, const BlPlaceAsked *place, BlPeriodKind kind)
{
  BlIndicatorValues *self = kind != BL_PERIOD_KIND_UNKNOWN ? find_values (figures, indicator, place, kind)
                                                           : find_usual (figures, indicator, place);

  self->target_kind = bl_indicator_get_target_period (indicator);
  if (self->target_kind == BL_PERIOD_KIND_UNKNOWN)
    {
      BlPeriodKind kinds[8];

      /* Nothing says it: what the indicator is usually shown by. */
      bl_indicator_get_periods (indicator, kinds);
      if (kind == BL_PERIOD_KIND_UNKNOWN || kind == kinds[0] || !has_target (indicator))
        self->target_kind = self->kind;
      else
        {
          g_autoptr (BlIndicatorValues) usual = find_usual (figures, indicator, place);

          self->target_kind = usual->kind;
        }
    }
  return self;
}

void
bl_indicator_values_free (BlIndicatorValues *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->indicator);
  g_free (self->place);
  g_free (self->library);
  bl_observations_free (self->values);
  bl_observations_free (self->months);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->part_names);
  bl_observations_free (self->sister);
  g_free (self->sister_noun);
  g_free (self->source);
  g_free (self->notes);
  g_free (self->lacks);
  g_ptr_array_unref (self->missing);
  g_free (self->noun);
  g_free (self->missing_places);
  g_free (self->method);
  g_free (self->counted);
  g_free (self);
}
