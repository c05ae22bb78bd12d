/* use-against-need.c: libraries that are used little where need is high
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "use-against-need.h"

#include "needs-findings.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Use above so many times that of the next library tells of people who come from elsewhere. */
#define BEYOND 3.0
/* Names that a note lists before it only counts. */
#define NAMED 3

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const BlUsePoint *first = a, *second = b;

  if (first->need != second->need)
    return first->need > second->need ? -1 : 1;
  return (first->library > second->library) - (first->library < second->library);
}

/* Takes out the library of most use while it stands far above the rest. */
static void
take_out_beyond (BlUseAgainstNeed *self)
{
  while (self->n >= 4)
    {
      guint most = 0;
      double next = 0;

      for (guint i = 1; i < self->n; i++)
        if (self->points[i].use > self->points[most].use)
          most = i;
      for (guint i = 0; i < self->n; i++)
        if (i != most)
          next = fmax (next, self->points[i].use);
      if (!(self->points[most].use > BEYOND * next) || next <= 0)
        return;
      g_array_append_val (self->beyond, self->points[most].library);
      memmove (&self->points[most], &self->points[most + 1], (self->n - most - 1) * sizeof *self->points);
      self->n--;
    }
}

static void
find_little (BlUseAgainstNeed *self)
{
  g_autofree double *needs = g_new (double, MAX (self->n, 1)), *uses = g_new (double, MAX (self->n, 1));

  for (guint i = 0; i < self->n; i++)
    {
      needs[i] = self->points[i].need;
      uses[i] = self->points[i].use;
    }
  self->middle_need = bl_profile_median (needs, self->n);
  self->middle_use = bl_profile_median (uses, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      self->points[i].little = needs[i] > self->middle_need && uses[i] < self->middle_use;
      self->n_little += self->points[i].little;
    }
}

BlUseAgainstNeed *
bl_use_against_need_new (const BlProfiles *profiles)
{
  BlUseAgainstNeed *self = g_new0 (BlUseAgainstNeed, 1);
  guint need = (guint) bl_profiles_find_measure (profiles, "need");
  guint use = (guint) bl_profiles_find_measure (profiles, "visits_per_1000");
  guint raw = (guint) bl_profiles_find_measure (profiles, "visits");

  self->kind = BL_FIGURE_VISITS;
  if (profiles->measures[use].n_known == 0)
    {
      guint loans = (guint) bl_profiles_find_measure (profiles, "loans_per_1000");

      if (profiles->measures[loans].n_known > 0)
        {
          use = loans;
          raw = (guint) bl_profiles_find_measure (profiles, "loans");
          self->kind = BL_FIGURE_LOANS;
        }
    }
  self->period = g_strdup (profiles->measures[use].period);
  self->points = g_new0 (BlUsePoint, MAX (profiles->n_rows, 1));
  self->beyond = g_array_new (FALSE, FALSE, sizeof (guint));
  self->no_use = g_array_new (FALSE, FALSE, sizeof (guint));
  self->no_need = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint row = 0; row < profiles->n_rows; row++)
    {
      const double *numbers = &profiles->numbers[row * profiles->n_measures];

      if (isnan (numbers[raw]))
        g_array_append_val (self->no_use, profiles->rows[row]);
      else if (isnan (numbers[need]) || isnan (numbers[use]))
        g_array_append_val (self->no_need, profiles->rows[row]);
      else
        self->points[self->n++] = (BlUsePoint){ profiles->rows[row], numbers[need], numbers[use], FALSE };
    }
  take_out_beyond (self);
  qsort (self->points, self->n, sizeof *self->points, compare_points);
  find_little (self);
  return self;
}

char *
bl_use_against_need_finding (const BlUseAgainstNeed *self)
{
  g_autofree char *word = bl_needs_number_word (self->n_little, FALSE);

  if (self->period == NULL)
    return g_strdup (_ ("How libraries are used is not known yet"));
  if (self->n == 0)
    return g_strdup (_ ("Use cannot be set against need yet"));
  if (self->n_little == 0)
    return g_strdup (_ ("No library has high need and little use"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "High need and little use: %s library",
                                       "High need and little use: %s libraries", self->n_little),
                          word);
}

char *
bl_use_against_need_unit (const BlUseAgainstNeed *self)
{
  if (self->period == NULL)
    return g_strdup (_ ("Import visits or loans by library to see this."));
  return g_strdup_printf (self->kind == BL_FIGURE_LOANS ? _ ("loans per 1,000 people, %s")
                                                        : _ ("visits per 1,000 people, %s"),
                          self->period);
}

static char *
list_names (const BlFacts *facts, GArray *libraries)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < libraries->len; i++)
    {
      g_autofree char *name
          = bl_text_short_library_name (facts->libraries[g_array_index (libraries, guint, i)].name);

      if (i > 0)
        g_string_append (names, i + 1 == libraries->len ? _ (" and ") : ", ");
      g_string_append (names, name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
add_sentence (GString *note, char *sentence)
{
  if (note->len > 0)
    g_string_append_c (note, ' ');
  g_string_append (note, sentence);
  g_free (sentence);
}

char *
bl_use_against_need_left_out (const BlUseAgainstNeed *self, const BlFacts *facts)
{
  g_autoptr (GString) note = g_string_new (NULL);
  gboolean loans = self->kind == BL_FIGURE_LOANS;

  if (self->period == NULL)
    return g_strdup ("");
  if (self->beyond->len > 0)
    {
      g_autofree char *names = list_names (facts, self->beyond);

      add_sentence (note, g_strdup_printf (
                              loans ? g_dngettext (GETTEXT_PACKAGE, "%s is left out: its borrowers come from all over.",
                                                   "%s are left out: their borrowers come from all over.",
                                                   self->beyond->len)
                                    : g_dngettext (GETTEXT_PACKAGE, "%s is left out: its visitors come from all over.",
                                                   "%s are left out: their visitors come from all over.",
                                                   self->beyond->len),
                              names));
    }
  if (self->no_need->len > 0)
    {
      g_autofree char *names = list_names (facts, self->no_need);

      add_sentence (note, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Nobody lives nearest to %s.",
                                                        "Nobody lives nearest to %s.", self->no_need->len),
                                           names));
    }
  if (self->no_use->len > 0 && self->no_use->len <= NAMED)
    {
      g_autofree char *names = list_names (facts, self->no_use);

      add_sentence (note, g_strdup_printf (loans ? g_dngettext (GETTEXT_PACKAGE, "%s has no loan figures.",
                                                                "%s have no loan figures.", self->no_use->len)
                                                 : g_dngettext (GETTEXT_PACKAGE, "%s has no visit figures.",
                                                                "%s have no visit figures.", self->no_use->len),
                                           names));
    }
  else if (self->no_use->len > 0)
    {
      g_autofree char *word = bl_needs_number_word (self->no_use->len, TRUE);

      add_sentence (note, g_strdup_printf (loans ? _ ("%s libraries have no loan figures.")
                                                 : _ ("%s libraries have no visit figures."),
                                           word));
    }
  return g_string_free (g_steal_pointer (&note), FALSE);
}

/* The first table of use: members before anything else that is counted. */
static const BlFactsUse *
find_use (const BlFacts *facts)
{
  const BlFactsUse *found = NULL;

  for (guint i = 0; i < facts->n_uses; i++)
    if (found == NULL || (g_strcmp0 (facts->uses[i].what, "members") == 0 && g_strcmp0 (found->what, "members") != 0))
      found = &facts->uses[i];
  return found;
}

double *
bl_use_by_area (const BlFacts *facts, char **what)
{
  const BlFactsUse *use = find_use (facts);
  double *numbers;

  if (what != NULL)
    *what = NULL;
  if (use == NULL || facts->population == NULL)
    return NULL;
  numbers = g_new (double, MAX (facts->n_areas, 1));
  for (guint i = 0; i < facts->n_areas; i++)
    {
      double people = facts->population[i], count = NAN;

      for (guint c = 0; c < use->n_columns; c++)
        if (isfinite (use->columns[c].counts[i]))
          count = (isnan (count) ? 0 : count) + use->columns[c].counts[i];
      numbers[i] = people > 0 ? 1000 * count / people : NAN;
    }
  if (what != NULL)
    *what = g_strdup_printf (_ ("%s per 1,000 people"), use->what != NULL ? use->what : _ ("users"));
  return numbers;
}

void
bl_use_against_need_free (BlUseAgainstNeed *self)
{
  if (self == NULL)
    return;
  g_free (self->period);
  g_free (self->points);
  g_array_unref (self->beyond);
  g_array_unref (self->no_use);
  g_array_unref (self->no_need);
  g_free (self);
}
