/* indicator-values.c: an indicator's values at a place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "indicator-values.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "computed-figures.h"
#include "formula.h"
#include "text.h"

#define ENGLAND "E92000001"
#define FEWEST 5 /* indicator-content 1.9: no rate on fewer people */
#define FEW 30   /* below this, “n of N” for a percentage */

/**
 * Name: one name of the formula, and what is known of it.
 */
typedef struct
{
  const char *name;
  const BlBaseFigure *figure; /* of the figures; NULL: left out by the parameters, and counts as nought */
  const BlObservations *values;
  BlObservations *owned;      /* where @values are not those of the figure */
  gboolean leads;             /* its periods are those of the indicator */
  gboolean below;             /* stands below a line only */
  gboolean people;            /* counts people */
} Name;

typedef struct
{
  BlBaseFigures *figures;
  BlIndicatorValues *values;
  BlFormula *formula;
  guint n;
  Name *names;
  BlPlaceAsked place;
  GString *notes;
} Work;

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

/* --- Words -------------------------------------------------------------------------- */

static void
add_note (Work *work, const char *words)
{
  if (words == NULL || strstr (work->notes->str, words) != NULL)
    return;
  if (work->notes->len > 0)
    g_string_append_c (work->notes, ' ');
  g_string_append (work->notes, words);
}

static void
lack (Work *work, const char *words)
{
  if (work->values->lacks == NULL)
    work->values->lacks = g_strdup (words);
}

/* "Newcastle" of "Newcastle City Council". */
static char *
name_service (BlProject *project)
{
  static const char *const ends[] = { " Council", " City", " County", " Borough", " Metropolitan District", " Metropolitan",
                                      " District" };
  BlService *service = bl_project_get_service (project);
  const char *name = service != NULL ? bl_record_get_text (BL_RECORD (service), "name") : NULL;
  char *words;

  if (name == NULL)
    return g_strdup (_("The service"));
  words = g_strdup (name);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (words, ends[i]) && strlen (words) > strlen (ends[i]))
      words[strlen (words) - strlen (ends[i])] = '\0';
  return words;
}

/* Name and noun of the place: of a library "Gosforth loans". */
static void
name_place (Work *work)
{
  BlIndicatorValues *values = work->values;
  BlRecord *record = BL_RECORD (values->indicator);
  BlProject *project = bl_base_figures_get_project (work->figures);
  const char *noun = bl_record_get_text (record, "noun");
  g_autofree char *described = bl_record_describe (record);

  if (noun == NULL)
    noun = described;
  if (values->library != NULL)
    {
      BlRecord *library = bl_project_find (project, values->library);
      g_autofree char *whole = library != NULL ? bl_record_describe (library) : g_strdup (values->library);

      values->place = bl_text_short_library_name (whole);
      values->noun = g_strdup_printf ("%s %s", values->place, g_str_has_prefix (noun, "library ") ? noun + strlen ("library ") : noun);
      return;
    }
  values->place = values->geography == BL_GEOGRAPHY_ENGLAND ? g_strdup (_("England"))
                  : work->place.code != NULL                ? g_strdup (work->place.code)
                                                            : name_service (project);
  values->noun = g_strdup (noun);
}

/* --- The names of the formula ------------------------------------------------------- */

/* "without=loans_digital_all,…" of the parameters. */
static gboolean
is_left_out (Work *work, const char *name)
{
  const char *parameters = bl_record_get_text (BL_RECORD (work->values->indicator), "parameters");
  g_auto (GStrv) words = g_strsplit (parameters != NULL ? parameters : "", ";", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (g_strstrip (words[i]), "without="))
      {
        g_auto (GStrv) names = g_strsplit_set (words[i] + strlen ("without="), ", ", -1);

        if (g_strv_contains ((const char *const *) names, name))
          return TRUE;
      }
  return FALSE;
}

/* Of a library, what is only known of the whole service is left out of a sum (loans of e-books). */
static gboolean
is_only_whole (Work *work, const char *name)
{
  BlBaseMeasure *measure = bl_dictionary_find_measure (bl_base_figures_get_dictionary (work->figures), name);
  BlIndicator *indicator = work->values->indicator;
  const char *note = bl_record_get_text (BL_RECORD (indicator), "note");

  return work->place.library != NULL && note != NULL && g_str_has_prefix (note, "library: physical only")
         && measure != NULL && bl_record_get_enum (BL_RECORD (measure), "over-places") == BL_ADD_NO;
}

static gboolean
is_from_map (Work *work, const char *name)
{
  return work->place.library == NULL && work->place.code == NULL && bl_computed_figure_is_one (name)
         && !bl_base_figures_has_series (work->figures, name);
}

static gboolean
is_background (const char *name)
{
  return g_str_has_prefix (name, "pop_") || bl_computed_figure_is_one (name);
}

static void
find_names (Work *work)
{
  const char *parameters = bl_record_get_text (BL_RECORD (work->values->indicator), "parameters");
  BlPeriodKind kind = work->values->kind;
  gboolean map = FALSE, led = FALSE;

  for (guint i = 0; i < work->n; i++)
    {
      const char *name = bl_formula_get_names (work->formula)[i];

      work->names[i].name = name;
      /* A share of people must have all of its people of one map. */
      map |= !g_str_equal (name, "pop_all") && !g_str_equal (name, "floor_area") && is_from_map (work, name);
    }
  for (guint i = 0; i < work->n; i++)
    {
      Name *name = &work->names[i];
      BlBaseMeasure *measure = bl_dictionary_find_measure (bl_base_figures_get_dictionary (work->figures), name->name);
      const char *unit = measure != NULL ? bl_record_get_text (BL_RECORD (measure), "unit") : NULL;
      gboolean background = is_background (name->name);

      name->below = bl_formula_is_denominator (work->formula, i);
      name->people = g_strcmp0 (unit, "people") == 0 || g_strcmp0 (unit, "children") == 0;
      if (is_left_out (work, name->name) || is_only_whole (work, name->name))
        {
          g_autofree char *words = g_strdup_printf (
              _("Without %s."), measure != NULL ? bl_record_get_text (BL_RECORD (measure), "name") : name->name);

          add_note (work, words);
          continue;
        }
      if (map && is_from_map (work, name->name))
        name->figure = bl_base_figures_get_of_map (work->figures, name->name, parameters);
      else
        {
          BlPlaceAsked whole = { NULL, work->place.code };

          /* People live in the authority, whichever library is asked about. */
          name->figure = bl_base_figures_get (work->figures, name->name, background ? &whole : &work->place,
                                              background ? BL_PERIOD_KIND_SNAPSHOT : kind);
        }
      name->values = name->figure->values;
      name->leads = !background && (name->values->kind == kind || kind == BL_PERIOD_KIND_SNAPSHOT);
      led |= name->leads;
      if (name->values->n == 0)
        {
          g_ptr_array_add (work->values->missing, g_strdup (name->name));
          lack (work, name->figure->lacks);
        }
      add_note (work, name->figure->note);
    }
  for (guint i = 0; i < work->n && !led; i++)
    work->names[i].leads = work->names[i].figure != NULL;
}

static double
middle_of (const BlPeriod *period)
{
  return (period->start + MAX (period->end, period->start + 1)) / 2.0;
}

/* The value that goes with @period: its own, the last state in it, or of people and places the nearest there is. */
static const BlObservation *
find_value (const Name *name, const BlPeriod *period)
{
  const BlObservations *values = name->values;
  const BlObservation *found = NULL;
  int at = bl_observations_find (values, period);

  if (at >= 0)
    return &values->items[at];
  if (values->kind == period->kind && values->kind != BL_PERIOD_KIND_SNAPSHOT)
    return NULL;
  for (guint i = 0; i < values->n; i++)
    {
      const BlObservation *item = &values->items[i];
      double own = middle_of (&item->period);

      if (!bl_observation_is_known (item) && item->state != BL_STATE_SUPPRESSED)
        continue;
      if (is_background (name->name))
        {
          if (found == NULL || fabs (own - middle_of (period)) < fabs (middle_of (&found->period) - middle_of (period)))
            found = item;
        }
      else if (own >= period->start && own <= MAX (period->end, period->start + 1))
        found = item;
    }
  return found;
}

/* Of when the people were counted, where it is not in the period of the newest value. */
static void
say_vintage (Work *work, const BlPeriod *newest)
{
  for (guint i = 0; i < work->n; i++)
    {
      const Name *name = &work->names[i];
      const BlObservation *used;
      g_autofree char *when = NULL, *words = NULL;

      if (name->figure == NULL || name->leads || !g_str_has_prefix (name->name, "pop_"))
        continue;
      used = find_value (name, newest);
      if (used == NULL)
        continue;
      if (name->figure->source != NULL)
        words = g_strdup_printf (_("Residents: %s."), name->figure->source);
      else
        {
          when = bl_period_to_text (&used->period);
          words = g_strdup_printf (_("Residents as of %s."), when);
        }
      add_note (work, words);
    }
}

/* --- Values ------------------------------------------------------------------------ */

static int
compare_periods (gconstpointer a, gconstpointer b)
{
  return bl_period_compare (a, b);
}

/* Every period of the leading names, and those between. */
static BlObservations *
lay_out (Work *work)
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
guard_people (Work *work, BlObservation *item, const BlFormulaPart *parts)
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
  if (least < FEWEST)
    {
      item->value = item->low = item->high = item->numerator = item->denominator = NAN;
      item->state = BL_STATE_SUPPRESSED;
    }
  else if (least < FEW && isfinite (item->numerator))
    {
      g_autofree char *n = bl_text_number (item->numerator, 0), *all = bl_text_number (item->denominator, 0);

      item->note = g_strdup_printf (_("%s of %s"), n, all);
    }
}

static void
evaluate (Work *work, BlObservations *laid)
{
  g_autofree BlFormulaPart *parts = g_new0 (BlFormulaPart, work->n + 1);
  BlState usual = bl_record_get_enum (BL_RECORD (work->values->indicator), "state");

  for (guint i = 0; i < laid->n; i++)
    {
      BlObservation *item = &laid->items[i];
      BlFormulaResult result;

      for (guint k = 0; k < work->n; k++)
        {
          const BlObservation *found = work->names[k].figure != NULL ? find_value (&work->names[k], &item->period) : NULL;

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
mark (Work *work, BlObservations *laid)
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

static void
take_names (Work *work, const BlBaseFigure *figure)
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
take_parts (Work *work)
{
  const Name *only = NULL;
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

/* Numerator and denominator must cover the same libraries and months (1.9): what one of them does not know leaves the others. */
static void
cover_the_same (Work *work)
{
  guint n = 0;
  BlPeriodKind kind = BL_PERIOD_KIND_UNKNOWN;
  gboolean above = FALSE, below = FALSE;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < work->n; i++)
    if (work->names[i].leads && work->names[i].figure->places->len > 0 && work->names[i].figure->parts != NULL)
      {
        if (kind != BL_PERIOD_KIND_UNKNOWN && work->names[i].figure->parts->kind != kind)
          return;
        kind = work->names[i].figure->parts->kind;
        above |= !work->names[i].below;
        below |= work->names[i].below;
        n++;
      }
  if (n < 2 || !above || !below)
    return;
  /* How many of the names know a place and period. */
  for (guint i = 0; i < work->n; i++)
    for (guint p = 0; work->names[i].leads && p < work->names[i].figure->places->len; p++)
      {
        const BlObservations *own = g_ptr_array_index (work->names[i].figure->places, p);

        for (guint k = 0; k < own->n; k++)
          if (bl_observation_is_known (&own->items[k]))
            {
              char *key = g_strdup_printf ("%u %s", own->items[k].period.start,
                                           (const char *) g_ptr_array_index (work->names[i].figure->place_ids, p));
              guint times = GPOINTER_TO_UINT (g_hash_table_lookup (known, key));

              g_hash_table_insert (known, key, GUINT_TO_POINTER (times + 1));
            }
      }
  for (guint i = 0; i < work->n; i++)
    {
      Name *name = &work->names[i];
      g_autoptr (GPtrArray) masked = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_observations_free);
      g_autoptr (BlObservations) total = NULL;

      if (!name->leads || name->figure->places->len == 0 || name->figure->parts == NULL)
        continue;
      for (guint p = 0; p < name->figure->places->len; p++)
        {
          BlObservations *own = bl_observations_copy (g_ptr_array_index (name->figure->places, p));

          for (guint k = 0; k < own->n; k++)
            {
              g_autofree char *key = g_strdup_printf ("%u %s", own->items[k].period.start,
                                                      (const char *) g_ptr_array_index (name->figure->place_ids, p));

              if (GPOINTER_TO_UINT (g_hash_table_lookup (known, key)) < n && bl_observation_is_known (&own->items[k]))
                {
                  own->items[k].value = NAN;
                  own->items[k].state = BL_STATE_NO_DATA;
                }
            }
          g_ptr_array_add (masked, own);
        }
      total = bl_observations_over_places ((const BlObservations *const *) masked->pdata, masked->len, BL_ADD_SUM, NULL);
      name->owned = bl_observations_over_time (total, name->values->kind, BL_ADD_SUM, NULL);
      name->values = name->owned;
    }
}

/* A series of the indicator itself, by its item or its id. */
static gboolean
from_own_series (Work *work)
{
  BlRecord *record = BL_RECORD (work->values->indicator);
  const char *const keys[] = { bl_record_get_text (record, "item"), bl_record_get_id (record) };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i] != NULL && bl_base_figures_has_series (work->figures, keys[i]))
      {
        const BlBaseFigure *figure = bl_base_figures_get (work->figures, keys[i], &work->place, work->values->kind);
        Name *name;

        if (figure->values->n == 0)
          continue;
        g_clear_pointer (&work->formula, bl_formula_free);
        work->formula = bl_formula_parse ("itself", NULL);
        g_free (work->names);
        work->names = g_new0 (Name, 1);
        work->n = 1;
        name = work->names;
        *name = (Name){ .name = keys[i], .figure = figure, .values = figure->values, .leads = TRUE };
        add_note (work, figure->note);
        return TRUE;
      }
  return FALSE;
}

static void
compute (Work *work)
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

          lack (work, words);
          return;
        }
      work->n = bl_formula_get_n_names (work->formula);
      work->names = g_new0 (Name, work->n + 1);
      find_names (work);
      cover_the_same (work);
    }
  bl_observations_free (values->values);
  values->values = lay_out (work);
  evaluate (work, values->values);
  mark (work, values->values);
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
      say_vintage (work, &newest->period);
    }
  else
    lack (work, _("Its parts are never known for the same period."));
}

/* What should move with it, by the same periods (4.3). */
static void
find_sister (Work *work)
{
  static const struct
  {
    const char *item, *sister, *noun, *counted;
  } pairs[] = {
    { "visits-total", "loans_physical_all", N_ ("loans at the same libraries"), N_ ("visits") },
    { "loans-total", "visits_all", N_ ("visits at the same libraries"), N_ ("loans") },
    { "events-per-1000", "attend_physical", N_ ("attendance"), N_ ("events") },
    { "pc-utilisation", "pc_hours_used", N_ ("hours of computer use"), N_ ("computer time") },
    { "o1-grant-applications", "grants_awarded_n", N_ ("awards"), N_ ("applications") },
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
        work->values->sister_noun = g_strdup (_(pairs[i].noun));
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
  Work work = { .figures = figures, .values = self, .notes = notes };
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
  if (work.place.library != NULL)
    self->geography = BL_GEOGRAPHY_LIBRARY;
  else if (self->geography == BL_GEOGRAPHY_ENGLAND && work.place.code == NULL)
    work.place.code = ENGLAND;
  self->library = g_strdup (work.place.library);
  name_place (&work);
  if (variant != NULL)
    {
      g_autofree char *words = g_strdup_printf (_("Variant: %s."), variant);

      add_note (&work, words);
    }
  if (work.place.library != NULL && !libraries && bl_record_get_text (BL_RECORD (indicator), "item") != NULL)
    lack (&work, _("It is not known library by library."));
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

BlIndicatorValues *
bl_indicator_values_new (BlBaseFigures *figures, BlIndicator *indicator, const BlPlaceAsked *place, BlPeriodKind kind)
{
  BlPeriodKind kinds[8];
  guint n = bl_indicator_get_periods (indicator, kinds);
  BlIndicatorValues *first;

  if (kind != BL_PERIOD_KIND_UNKNOWN)
    return find_values (figures, indicator, place, kind);
  first = find_values (figures, indicator, place, kinds[0]);
  /* By month where months are known, else by year. */
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
