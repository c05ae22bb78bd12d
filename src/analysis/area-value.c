/* area-value.c: one figure for each area, however it came about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "area-value.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "needs-measure.h"
#include "text.h"
#include "use-catchments.h"

static BlAreaValue *
value_new (BlFacts *facts, const char *name, const char *title, const char *unit, BlValueKind kind)
{
  BlAreaValue *self = g_new0 (BlAreaValue, 1);

  self->facts = bl_facts_ref (facts);
  self->name = g_strdup (name);
  self->title = g_strdup (title);
  self->unit = g_strdup (unit);
  self->kind = kind;
  self->value = -1;
  self->numbers = self->owned = g_new (double, MAX (facts->n_areas, 1));
  for (guint i = 0; i < facts->n_areas; i++)
    self->owned[i] = NAN;
  return self;
}

static void
take_source (BlAreaValue *self, const char *source, const char *date, const char *licence)
{
  self->source = g_strdup (source);
  self->date = g_strdup (date);
  self->licence = g_strdup (licence);
}

static BlAreaValue *
new_of_project (BlFacts *facts, int index)
{
  BlAreaValue *self = g_new0 (BlAreaValue, 1);

  self->facts = bl_facts_ref (facts);
  self->name = g_strdup (facts->values[index].name);
  self->title = g_strdup (facts->values[index].title ? facts->values[index].title : facts->values[index].name);
  self->unit = g_strdup (facts->values[index].unit);
  self->kind = facts->values[index].kind;
  self->value = index;
  self->numbers = facts->values[index].numbers;
  take_source (self, facts->values[index].source, facts->values[index].date, facts->values[index].licence);
  return self;
}

static gboolean
lacks (GError **error, const char *sentence)
{
  g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS, sentence);
  return FALSE;
}

/* --- The way to a library ------------------------------------------------------ */

static BlAreaValue *
new_way (BlFacts *facts, const char *name, const BlAccess *access, GError **error)
{
  gboolean minutes = g_str_equal (name, "minutes");
  BlAreaValue *self;
  const double *numbers;

  if (access == NULL && !lacks (error, _ ("Nothing is known yet of the way from each area to a library")))
    return NULL;
  self = value_new (facts, name, minutes ? _ ("Minutes to the nearest library") : _ ("Metres to the nearest library"),
                    minutes ? _ ("minutes") : _ ("m"), BL_VALUE_KIND_UNKNOWN);
  numbers = minutes ? access->minutes : access->distance;
  memcpy (self->owned, numbers, facts->n_areas * sizeof *numbers);
  return self;
}

/* Visits to the nearest library by everybody, over the people nearest to it: the
 * same for all of its areas. */
static BlAreaValue *
new_visits (BlFacts *facts, const BlAccess *access, GError **error)
{
  g_autofree double *people = g_new0 (double, MAX (facts->n_libraries, 1));
  BlAreaValue *self;
  const char *period = NULL;

  if ((access == NULL || facts->population == NULL)
      && !lacks (error, _ ("People nearest to each library are not known yet")))
    return NULL;
  for (guint i = 0; i < facts->n_areas; i++)
    if (access->nearest[i] >= 0 && isfinite (facts->population[i]))
      people[access->nearest[i]] += facts->population[i];
  self = value_new (facts, "visits-per-1000", _ ("Visits per 1,000 people nearest"), _ ("visits a year"),
                    BL_VALUE_KIND_RATE);
  for (guint i = 0; i < facts->n_areas; i++)
    {
      int nearest = access->nearest[i];

      if (nearest < 0 || !(people[nearest] > 0))
        continue;
      self->owned[i] = facts->libraries[nearest].visits / people[nearest] * 1000;
      if (isfinite (self->owned[i]) && facts->libraries[nearest].visits_period != NULL)
        period = facts->libraries[nearest].visits_period;
    }
  take_source (self, NULL, period, NULL);
  return self;
}

/* --- People ---------------------------------------------------------------------- */

static BlAreaValue *
new_share (BlFacts *facts, const char *name, GError **error)
{
  int index = bl_facts_find_value (facts, name + strlen ("share:"));
  g_autofree char *title = NULL;
  BlAreaValue *self;

  if (index < 0 || facts->values[index].kind != BL_VALUE_KIND_COUNT)
    {
      g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED, _ ("“%s” is not a count of this project"),
                   name + strlen ("share:"));
      return NULL;
    }
  if (facts->population == NULL && !lacks (error, _ ("People in each area are not known yet")))
    return NULL;
  /* TRANSLATORS: the title of a count, as a share of all people */
  title = g_strdup_printf (_ ("%s, share of people"), facts->values[index].title);
  self = value_new (facts, name, title, "%", BL_VALUE_KIND_RATE);
  bl_needs_measure_of_areas (facts, NULL, name, self->owned);
  take_source (self, facts->values[index].source, facts->values[index].date, facts->values[index].licence);
  return self;
}

static BlAreaValue *
new_density (BlFacts *facts, const char *name, GError **error)
{
  BlAreaValue *self;

  if ((facts->population == NULL || facts->outlines == NULL)
      && !lacks (error, _ ("People per square kilometre need people and outlines of areas")))
    return NULL;
  self = value_new (facts, name, _ ("People per square kilometre"), NULL, BL_VALUE_KIND_RATE);
  bl_needs_measure_of_areas (facts, NULL, name, self->owned);
  return self;
}

/* --- Use -------------------------------------------------------------------------- */

/* What may be shown of each area: a number, or between which two it lies, which is
 * coloured by its middle; fewer than 5 are neither. */
static void
take_ranges (BlAreaValue *self, const BlUseCatchments *use, gboolean penetration)
{
  guint n = self->facts->n_areas;
  const BlCountRange *ranges = penetration ? use->penetration : use->users;

  self->few = g_new0 (guint8, MAX (n, 1));
  self->ranges = g_memdup2 (ranges, n * sizeof *ranges);
  for (guint i = 0; i < n; i++)
    {
      BlCountRange users = use->users[i];

      self->few[i] = users.high > 0 && users.high < BL_COUNT_LEAST;
      if (!self->few[i])
        self->owned[i] = (ranges[i].low + ranges[i].high) / 2;
    }
}

static BlAreaValue *
new_use (BlFacts *facts, const char *name, GError **error)
{
  gboolean penetration = g_str_has_prefix (name, "penetration:");
  int index = bl_use_catchments_find (facts, strchr (name, ':') + 1, error);
  g_autoptr (BlUseCatchments) catchments = NULL;
  g_autofree char *title = NULL;
  const BlFactsUse *use;
  BlAreaValue *self;

  if (index < 0)
    return NULL;
  if (penetration && facts->population == NULL && !lacks (error, _ ("People in each area are not known yet")))
    return NULL;
  catchments = bl_use_catchments_compute (facts, (guint) index, NULL, error);
  if (catchments == NULL)
    return NULL;
  use = &facts->uses[index];
  /* TRANSLATORS: the title of figures of use ("Members"), as a share of all people */
  title = penetration ? g_strdup_printf (_ ("%s per 100 people"), use->title ? use->title : use->name)
                      : g_strdup (use->title ? use->title : use->name);
  self = value_new (facts, name, title, penetration ? "%" : use->what,
                    penetration ? BL_VALUE_KIND_RATE : BL_VALUE_KIND_COUNT);
  take_ranges (self, catchments, penetration);
  take_source (self, use->source, use->date, use->licence);
  return self;
}

/* --- Need --------------------------------------------------------------------------- */

static BlNeedsIndex *
find_index (BlProject *project, const char *id)
{
  GListModel *all = bl_project_get_needs (project);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlNeedsIndex) index = g_list_model_get_item (all, i);

      if (g_strcmp0 (bl_record_get_id (BL_RECORD (index)), id) == 0)
        return g_steal_pointer (&index);
    }
  return NULL;
}

BlAreaValue *
bl_area_value_new_index (BlFacts *facts, const BlNeedsQuestion *question, const char *name, const char *title,
                         const BlAccess *access, GError **error)
{
  g_autoptr (BlNeeds) needs = NULL;
  BlAreaValue *self;

  g_return_val_if_fail (facts != NULL && question != NULL && name != NULL, NULL);

  if (question->of_libraries)
    {
      g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
                           _ ("That index is of libraries and not of areas"));
      return NULL;
    }
  needs = bl_needs_compute (facts, question, access, error);
  if (needs == NULL)
    return NULL;
  self = value_new (facts, name, title != NULL ? title : _ ("Index of need"), NULL, BL_VALUE_KIND_RATE);
  for (guint row = 0; row < needs->n_rows; row++)
    self->owned[needs->rows[row]] = needs->index[row];
  return self;
}

BlAreaValue *
bl_area_value_new_needs (BlFacts *facts, BlNeedsIndex *index, const BlAccess *access, GError **error)
{
  g_autoptr (BlNeedsQuestion) question = bl_needs_question_new (index);
  g_autofree char *name = g_strconcat ("needs:", bl_record_get_id (BL_RECORD (index)), NULL);

  return bl_area_value_new_index (facts, question, name, bl_record_get_text (BL_RECORD (index), "title"), access,
                                  error);
}

BlAreaValue *
bl_area_value_find (BlProject *project, BlFacts *facts, const char *name, const BlAccess *access, GError **error)
{
  g_autoptr (BlNeedsIndex) index = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  if (!g_str_has_prefix (name, "needs:"))
    return bl_area_value_new (facts, name, access, error);
  index = find_index (project, name + strlen ("needs:"));
  if (index != NULL)
    return bl_area_value_new_needs (facts, index, access, error);
  g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED, _ ("There is no index of need “%s” in this project"),
               name + strlen ("needs:"));
  return NULL;
}

/* --- Public --------------------------------------------------------------------------- */

BlAreaValue *
bl_area_value_new (BlFacts *facts, const char *name, const BlAccess *access, GError **error)
{
  int index;

  g_return_val_if_fail (facts != NULL && name != NULL, NULL);

  index = bl_facts_find_value (facts, name);
  if (index >= 0)
    return new_of_project (facts, index);
  if (g_str_equal (name, "distance") || g_str_equal (name, "minutes"))
    return new_way (facts, name, access, error);
  if (g_str_equal (name, "visits-per-1000"))
    return new_visits (facts, access, error);
  if (g_str_equal (name, "density"))
    return new_density (facts, name, error);
  if (g_str_has_prefix (name, "share:"))
    return new_share (facts, name, error);
  if (g_str_has_prefix (name, "use:") || g_str_has_prefix (name, "penetration:"))
    return new_use (facts, name, error);
  g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED, _ ("There is no value called “%s” in this project"),
               name);
  return NULL;
}

void
bl_area_value_free (BlAreaValue *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->title);
  g_free (self->unit);
  g_free (self->source);
  g_free (self->date);
  g_free (self->licence);
  g_free (self->few);
  g_free (self->ranges);
  g_free (self->owned);
  bl_facts_unref (self->facts);
  g_free (self);
}

GPtrArray *
bl_area_value_offers (const BlFacts *facts, const BlAccess *access)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  gboolean visits = FALSE;

  g_return_val_if_fail (facts != NULL, names);

  if (access != NULL)
    {
      gboolean metres = FALSE;

      for (guint i = 0; i < facts->n_areas && !metres; i++)
        metres = isfinite (access->distance[i]);
      if (metres)
        g_ptr_array_add (names, g_strdup ("distance"));
      g_ptr_array_add (names, g_strdup ("minutes"));
    }
  for (guint i = 0; i < facts->n_uses; i++)
    {
      g_ptr_array_add (names, g_strconcat ("use:", facts->uses[i].name, NULL));
      if (facts->population != NULL)
        g_ptr_array_add (names, g_strconcat ("penetration:", facts->uses[i].name, NULL));
    }
  for (guint i = 0; i < facts->n_libraries && !visits; i++)
    visits = facts->libraries[i].open && isfinite (facts->libraries[i].visits);
  if (visits && access != NULL && facts->population != NULL)
    g_ptr_array_add (names, g_strdup ("visits-per-1000"));
  if (facts->population != NULL && facts->outlines != NULL)
    g_ptr_array_add (names, g_strdup ("density"));
  return names;
}

BlClassFigures
bl_area_value_get_figures (const BlAreaValue *self)
{
  return (BlClassFigures){ .name = self->name, .kind = self->kind, .numbers = self->numbers, .few = self->few };
}

char *
bl_area_value_to_text (const BlAreaValue *self, guint area)
{
  double number;
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL && area < self->facts->n_areas, NULL);

  number = self->numbers[area];
  if (self->few != NULL && self->few[area])
    return g_strdup (_ ("fewer than 5"));
  if (isnan (number))
    return g_strdup (_ ("not known"));
  if (self->ranges != NULL && !bl_count_range_is_exact (self->ranges[area]))
    {
      g_autofree char *low = NULL;
      g_autofree char *high = NULL;

      if (self->kind == BL_VALUE_KIND_COUNT)
        return bl_count_range_to_text (self->ranges[area]);
      low = bl_text_percent (self->ranges[area].low);
      high = bl_text_percent (self->ranges[area].high);
      /* TRANSLATORS: between two shares in percent */
      return g_strdup_printf (_ ("%s to %s"), low, high);
    }
  if (g_strcmp0 (self->unit, "%") == 0)
    return bl_text_percent (number);
  if (g_str_equal (self->name, "minutes"))
    return bl_text_number (number, number < 10 ? 1 : 0);
  if (self->kind == BL_VALUE_KIND_RATE && number != floor (number))
    return bl_text_number (number, fabs (number) < 10 ? 2 : fabs (number) < 1000 ? 1 : 0);
  return bl_text_number (number, 0);
}
