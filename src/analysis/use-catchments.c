/* use-catchments.c: catchments as used: where the people of each library live
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "use-catchments.h"

#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
number_at (const double *numbers, guint area)
{
  return numbers != NULL && isfinite (numbers[area]) ? numbers[area] : 0;
}

BlCountRange
bl_use_catchments_get (const BlUseCatchments *self, guint library, guint area)
{
  return bl_count_range_make (number_at (self->use->columns[library].counts, area),
                              number_at (self->use->columns[library].suppressed, area),
                              self->use->suppressed_below);
}

int
bl_use_catchments_find (const BlFacts *facts, const char *name, GError **error)
{
  g_autofree char *folded = bl_text_fold (name);
  g_autoptr (GString) names = g_string_new (NULL);

  if (facts->n_uses == 0)
    {
      g_set_error_literal (
          error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS,
          _ ("Who uses which library is not known yet. Import members or loans by area first."));
      return -1;
    }
  for (guint i = 0; i < facts->n_uses; i++)
    {
      g_autofree char *own = bl_text_fold (facts->uses[i].name), *title = bl_text_fold (facts->uses[i].title);

      if (name != NULL ? g_str_equal (own, folded) || g_str_equal (title, folded) : facts->n_uses == 1)
        return (int) i;
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                              facts->uses[i].name != NULL ? facts->uses[i].name : facts->uses[i].title);
    }
  if (name == NULL)
    g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
                 _ ("This project has several figures of use. Say which: %s."), names->str);
  else
    g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
                 _ ("There are no figures of use called “%s”. This project has: %s."), name, names->str);
  return -1;
}

/* --- Libraries ------------------------------------------------------------- */

/* The two areas with most users, the first of equals. @users: what surely is. */
static void
take_most (BlUseLibrary *it, const double *users, guint n_areas)
{
  for (guint n = 0; n < BL_USE_MOST_AREAS; n++)
    {
      int most = -1;

      for (guint i = 0; i < n_areas; i++)
        if (users[i] > 0 && it->belongs[i] == BL_USE_OUT && (most < 0 || users[i] > users[most]))
          most = (int) i;
      if (most < 0)
        return;
      it->belongs[most] = BL_USE_MOST;
      it->by_most = TRUE;
      it->n_in++;
    }
}

static void
find_belonging (BlUseCatchments *self, const BlFacts *facts, guint library)
{
  BlUseLibrary *it = &self->libraries[library];
  g_autofree double *users = g_new (double, MAX (self->n_areas, 1));

  it->belongs = g_new0 (BlUseBelongs, MAX (self->n_areas, 1));
  for (guint i = 0; i < self->n_areas; i++)
    {
      BlCountRange range = bl_use_catchments_get (self, library, i);
      BlCountRange percent
          = bl_count_range_percent_of (range, facts->population != NULL ? facts->population[i] : NAN);

      users[i] = range.low;
      if (percent.low >= BL_USE_SHARE)
        it->belongs[i] = BL_USE_IN;
      else if (percent.high >= BL_USE_SHARE)
        it->belongs[i] = BL_USE_PERHAPS;
      it->n_in += it->belongs[i] == BL_USE_IN;
      it->n_perhaps += it->belongs[i] == BL_USE_PERHAPS;
    }
  if (it->n_in == 0 && it->n_perhaps == 0 && facts->population != NULL)
    take_most (it, users, self->n_areas);
  for (guint i = 0; i < self->n_areas; i++)
    if ((it->belongs[i] == BL_USE_IN || it->belongs[i] == BL_USE_MOST) && facts->population != NULL
        && isfinite (facts->population[i]))
      it->population += facts->population[i];
}

static void
add_library (BlUseCatchments *self, const BlFacts *facts, guint library)
{
  BlUseLibrary *it = &self->libraries[library];
  int own = self->use->columns[library].library;

  it->library = own;
  it->name = own >= 0 ? facts->libraries[own].name : self->use->columns[library].name;
  it->elsewhere
      = bl_count_range_make (self->use->columns[library].elsewhere,
                             self->use->columns[library].elsewhere_suppressed, self->use->suppressed_below);
  it->nowhere = bl_count_range_make (self->use->columns[library].nowhere, 0, 0);
  for (guint i = 0; i < self->n_areas; i++)
    {
      double count = number_at (self->use->columns[library].counts, i);
      BlCountRange range = bl_use_catchments_get (self, library, i);

      it->users = bl_count_range_add (it->users, range);
      self->users[i] = bl_count_range_add (self->users[i], range);
      self->n_held_back += (guint) number_at (self->use->columns[library].suppressed, i)
                           + (count > 0 && count < BL_COUNT_LEAST);
    }
  find_belonging (self, facts, library);
}

static void
add_areas (BlUseCatchments *self, const BlFacts *facts)
{
  BlCountRange known = { 0, 0 }; /* users where the population is known */

  for (guint i = 0; i < self->n_areas; i++)
    {
      double people = facts->population != NULL ? facts->population[i] : NAN;

      self->all = bl_count_range_add (self->all, self->users[i]);
      self->penetration[i] = bl_count_range_percent_of (self->users[i], people);
      if (isfinite (people))
        {
          self->population += people;
          known = bl_count_range_add (known, self->users[i]);
        }
    }
  self->all_penetration = bl_count_range_percent_of (known, self->population);
}

/* --- Not the nearest ------------------------------------------------------- */

static int
compare_flows (gconstpointer a, gconstpointer b)
{
  const BlUseFlow *first = a, *second = b;
  double one = first->users.low + first->users.high, two = second->users.low + second->users.high;

  if (one != two)
    return one > two ? -1 : 1;
  if (first->nearest != second->nearest)
    return first->nearest < second->nearest ? -1 : 1;
  return (first->used > second->used) - (first->used < second->used);
}

static void
find_flows (BlUseCatchments *self, const BlFacts *facts, const BlAccess *access)
{
  gsize n_pairs = (gsize) MAX (facts->n_libraries, 1) * self->n;
  g_autofree BlCountRange *pairs = g_new0 (BlCountRange, MAX (n_pairs, 1));
  g_autoptr (GArray) flows = g_array_new (FALSE, FALSE, sizeof (BlUseFlow));

  self->not_nearest = g_new0 (BlCountRange, MAX (self->n_areas, 1));
  for (guint i = 0; i < self->n_areas; i++)
    for (guint l = 0; access->nearest[i] >= 0 && l < self->n; l++)
      {
        BlCountRange range = bl_use_catchments_get (self, l, i);
        BlCountRange *pair = &pairs[(gsize) access->nearest[i] * self->n + l];

        if (self->libraries[l].library == access->nearest[i])
          {
            self->all_nearest = bl_count_range_add (self->all_nearest, range);
            continue;
          }
        *pair = bl_count_range_add (*pair, range);
        self->not_nearest[i] = bl_count_range_add (self->not_nearest[i], range);
        self->all_not_nearest = bl_count_range_add (self->all_not_nearest, range);
      }
  for (gsize p = 0; p < n_pairs; p++)
    if (pairs[p].high > 0)
      {
        BlUseFlow flow = { (guint) (p / self->n), (guint) (p % self->n), pairs[p] };

        g_array_append_val (flows, flow);
      }
  g_array_sort (flows, compare_flows);
  self->n_flows = flows->len;
  self->flows = (BlUseFlow *) (gpointer) g_array_steal (flows, NULL);
  self->not_nearest_share = bl_count_range_share (self->all_not_nearest, self->all_nearest);
}

/* A source without libraries says nothing about which of them is used. */
static gboolean
has_libraries (const BlFactsUse *use)
{
  for (guint c = 0; c < use->n_columns; c++)
    if (use->columns[c].library >= 0 || use->columns[c].name != NULL)
      return TRUE;
  return FALSE;
}

BlUseCatchments *
bl_use_catchments_compute (const BlFacts *facts, guint use, const BlAccess *access, GError **error)
{
  BlUseCatchments *self;

  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (access == NULL || access->n_areas == facts->n_areas, NULL);

  if (use >= facts->n_uses)
    {
      g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
                           _ ("There are no such figures of use."));
      return NULL;
    }
  self = g_new0 (BlUseCatchments, 1);
  self->use = &facts->uses[use];
  self->n_areas = facts->n_areas;
  self->n = self->use->n_columns;
  self->libraries = g_new0 (BlUseLibrary, MAX (self->n, 1));
  self->users = g_new0 (BlCountRange, MAX (self->n_areas, 1));
  self->penetration = g_new0 (BlCountRange, MAX (self->n_areas, 1));
  self->not_nearest_share = (BlCountRange){ NAN, NAN };
  for (guint i = 0; i < self->n; i++)
    add_library (self, facts, i);
  add_areas (self, facts);
  if (access != NULL && has_libraries (self->use))
    find_flows (self, facts, access);
  return self;
}

void
bl_use_catchments_free (BlUseCatchments *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n; i++)
    g_free (self->libraries[i].belongs);
  g_free (self->libraries);
  g_free (self->users);
  g_free (self->penetration);
  g_free (self->not_nearest);
  g_free (self->flows);
  g_free (self);
}
