/* indicator-names.c: what is known of each name in an indicator’s formula
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "indicator-values-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "computed-figures.h"
#include "text.h"

/* --- Words -------------------------------------------------------------------------- */

void
bl_indicator_work_note (BlIndicatorWork *work, const char *words)
{
  if (words == NULL || strstr (work->notes->str, words) != NULL)
    return;
  if (work->notes->len > 0)
    g_string_append_c (work->notes, ' ');
  g_string_append (work->notes, words);
}

void
bl_indicator_work_lack (BlIndicatorWork *work, const char *words)
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

/* BlFormulaName and noun of the place: of a library "Gosforth loans". */
void
bl_indicator_work_name_place (BlIndicatorWork *work)
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
      if (work->catchment)
        {
          g_autofree char *name = g_steal_pointer (&values->place);

          /* TRANSLATORS: the areas nearest to a library: "Gosforth catchment". */
          values->place = g_strdup_printf (_("%s catchment"), name);
          /* TRANSLATORS: "the share of people within a mile of a library in the catchment of Gosforth". */
          values->noun = g_strdup_printf (_("%1$s in the catchment of %2$s"), noun, name);
          return;
        }
      values->noun = g_strdup_printf ("%s %s", values->place, g_str_has_prefix (noun, "library ") ? noun + strlen ("library ") : noun);
      return;
    }
  values->place = values->geography == BL_GEOGRAPHY_ENGLAND ? g_strdup (_("England"))
                  : work->place.code != NULL                ? g_strdup (work->place.code)
                                                            : name_service (project);
  values->noun = g_strdup (noun);
}

/* "without=loans_digital_all,…" of the parameters. */
static gboolean
is_left_out (BlIndicatorWork *work, const char *name)
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
is_only_whole (BlIndicatorWork *work, const char *name)
{
  BlBaseMeasure *measure = bl_dictionary_find_measure (bl_base_figures_get_dictionary (work->figures), name);
  BlIndicator *indicator = work->values->indicator;
  const char *note = bl_record_get_text (BL_RECORD (indicator), "note");

  return work->place.library != NULL && note != NULL && g_str_has_prefix (note, "library: physical only")
         && measure != NULL && bl_record_get_enum (BL_RECORD (measure), "over-places") == BL_ADD_NO;
}

static gboolean
is_from_map (BlIndicatorWork *work, const char *name)
{
  if (work->catchment)
    return bl_computed_figure_is_one (name);
  return work->place.library == NULL && work->place.code == NULL && bl_computed_figure_is_one (name)
         && !bl_base_figures_has_series (work->figures, name);
}

static gboolean
is_background (const char *name)
{
  return g_str_has_prefix (name, "pop_") || bl_computed_figure_is_one (name);
}

void
bl_indicator_work_find_names (BlIndicatorWork *work)
{
  const char *own = bl_record_get_text (BL_RECORD (work->values->indicator), "parameters");
  g_autofree char *cut = work->catchment
                             ? g_strdup_printf ("%s%scatchment=%s", own != NULL ? own : "", own != NULL ? ";" : "", work->place.library)
                             : NULL;
  const char *parameters = cut != NULL ? cut : own;
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
      BlFormulaName *name = &work->names[i];
      BlBaseMeasure *measure = bl_dictionary_find_measure (bl_base_figures_get_dictionary (work->figures), name->name);
      const char *unit = measure != NULL ? bl_record_get_text (BL_RECORD (measure), "unit") : NULL;
      gboolean background = is_background (name->name);

      name->below = bl_formula_is_denominator (work->formula, i);
      name->people = g_strcmp0 (unit, "people") == 0 || g_strcmp0 (unit, "children") == 0;
      if (is_left_out (work, name->name) || is_only_whole (work, name->name))
        {
          g_autofree char *words = g_strdup_printf (
              _("Without %s."), measure != NULL ? bl_record_get_text (BL_RECORD (measure), "name") : name->name);

          bl_indicator_work_note (work, words);
          continue;
        }
      /* So must those among whom they are counted, whatever else is known of their number. */
      if (map && (is_from_map (work, name->name) || g_str_equal (name->name, "pop_all")))
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
          bl_indicator_work_lack (work, name->figure->lacks);
        }
      bl_indicator_work_note (work, name->figure->note);
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
const BlObservation *
bl_formula_name_find (const BlFormulaName *name, const BlPeriod *period)
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
void
bl_indicator_work_say_vintage (BlIndicatorWork *work, const BlPeriod *newest)
{
  for (guint i = 0; i < work->n; i++)
    {
      const BlFormulaName *name = &work->names[i];
      const BlObservation *used;
      g_autofree char *when = NULL, *words = NULL;

      if (name->figure == NULL || name->leads || !g_str_has_prefix (name->name, "pop_"))
        continue;
      used = bl_formula_name_find (name, newest);
      if (used == NULL)
        continue;
      if (name->figure->source != NULL)
        words = g_strdup_printf (_("Residents: %s."), name->figure->source);
      else
        {
          when = bl_period_to_text (&used->period);
          words = g_strdup_printf (_("Residents: %s."), when);
        }
      bl_indicator_work_note (work, words);
    }
}

/* Numerator and denominator must cover the same libraries and months (1.9): what one of them does not know leaves the others. */
void
bl_indicator_work_cover_the_same (BlIndicatorWork *work)
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
      BlFormulaName *name = &work->names[i];
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
