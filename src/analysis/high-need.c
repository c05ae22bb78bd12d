/* high-need.c: people of areas where need is high and libraries are used little
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "high-need.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "count-range.h"
#include "needs.h"

#define FIFTHS 5

static BlNeedsIndex *
find_index (BlProject *project)
{
  GListModel *all = bl_project_get_needs (project);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) index = g_list_model_get_item (all, i);

      if (g_strcmp0 (bl_record_get_text (index, "subject"), "libraries") != 0)
        return BL_NEEDS_INDEX (index); /* the list keeps it */
    }
  return NULL;
}

/* Members before anything else that is counted by area. */
static const BlFactsUse *
find_use (const BlFacts *facts)
{
  const BlFactsUse *found = NULL;

  for (guint i = 0; i < facts->n_uses; i++)
    if (found == NULL || (g_strcmp0 (facts->uses[i].what, "members") == 0 && g_strcmp0 (found->what, "members") != 0))
      found = &facts->uses[i];
  return found;
}

/* Per 1,000 people; an area without a row has nobody, which is not unknown. @most: hidden counts at their most, else their least. */
static void
count_use (const BlFacts *facts, const BlFactsUse *use, gboolean most, double *rates)
{
  double hidden = most ? (use->suppressed_below > 0 ? use->suppressed_below : BL_COUNT_LEAST) - 1 : 1;

  for (guint i = 0; i < facts->n_areas; i++)
    {
      double users = 0;

      for (guint c = 0; c < use->n_columns; c++)
        {
          if (isfinite (use->columns[c].counts[i]))
            users += use->columns[c].counts[i];
          if (use->columns[c].suppressed != NULL && isfinite (use->columns[c].suppressed[i]))
            users += hidden * use->columns[c].suppressed[i];
        }
      rates[i] = facts->population[i] > 0 ? 1000 * users / facts->population[i] : NAN;
    }
}

/* People of the areas of both fifths. */
static double
count_people (const BlFacts *facts, const gint8 *need, const double *rates, guint *n)
{
  g_autofree double *scaled = g_new (double, MAX (facts->n_areas, 1));
  double people = 0;

  bl_needs_scale (rates, facts->n_areas, BL_DIRECTION_MORE, BL_NORMALISE_RANK, scaled);
  *n = 0;
  for (guint i = 0; i < facts->n_areas; i++)
    if (need[i] == FIFTHS - 1 && isfinite (scaled[i]) && scaled[i] * FIFTHS < 100)
      {
        people += facts->population[i];
        (*n)++;
      }
  return people;
}

BlHighNeed *
bl_high_need_new (BlProject *project, const BlFacts *facts, const BlAccess *access)
{
  BlHighNeed *self = g_new0 (BlHighNeed, 1);
  BlNeedsIndex *index = find_index (project);
  const BlFactsUse *use = find_use (facts);
  g_autoptr (BlNeedsQuestion) question = index != NULL ? bl_needs_question_new (index) : NULL;
  g_autoptr (BlNeeds) needs = NULL;
  g_autofree gint8 *fifths = NULL;
  g_autofree double *rates = g_new (double, MAX (facts->n_areas, 1));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  double other;
  guint n_other;

  self->people = self->low = self->high = NAN;
  if (index == NULL)
    self->lacks = g_strdup (_ ("The project has no index of need of its areas: make one in Needs."));
  else if (use == NULL)
    self->lacks = g_strdup (_ ("Where the users of the libraries live is not known: import members by area."));
  else if (facts->population == NULL)
    self->lacks = g_strdup (_ ("How many people live in the areas is not known: import their population."));
  if (self->lacks != NULL)
    return self;
  needs = bl_needs_compute (facts, question, access, &error);
  if (needs == NULL)
    {
      self->lacks = g_strdup (error->message);
      return self;
    }
  if (needs->n_known == 0)
    {
      self->lacks = g_strdup (_ ("The index of need has no figures for any area."));
      return self;
    }
  fifths = bl_needs_classes (needs, FIFTHS);
  count_use (facts, use, FALSE, rates);
  self->people = count_people (facts, fifths, rates, &self->n_areas);
  count_use (facts, use, TRUE, rates);
  other = count_people (facts, fifths, rates, &n_other);
  self->low = fmin (self->people, other);
  self->high = fmax (self->people, other);
  name = bl_record_describe (BL_RECORD (index));
  self->note = g_strdup_printf (ngettext ("%u area: need by the index “%s”, use by %s per person. Fifths are relative to this council: some area is "
                                          "always lowest.",
                                          "%u areas: need by the index “%s”, use by %s per person. Fifths are relative to this council: some "
                                          "area is always lowest.",
                                          self->n_areas),
                                self->n_areas, name, use->title != NULL ? use->title : use->what != NULL ? use->what : _ ("users"));
  return self;
}

void
bl_high_need_free (BlHighNeed *self)
{
  if (self == NULL)
    return;
  g_free (self->note);
  g_free (self->lacks);
  g_free (self);
}
