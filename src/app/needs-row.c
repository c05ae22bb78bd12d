/* needs-row.c: one area or library in a table of need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "needs-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "needs-measure.h"
#include "text.h"

struct _BlNeedsRow
{
  GObject parent_instance;
  guint index, rank;
  char *name, *spoken, *folded;
  char *texts[BL_N_NEEDS_COLUMNS];
  double need, second; /* second: what the column before the bars sorts by, where it is a number */
  double *parts;
  guint n_parts;
};

G_DEFINE_FINAL_TYPE (BlNeedsRow, bl_needs_row, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
clear (BlNeedsRow *self)
{
  for (guint i = 0; i < BL_N_NEEDS_COLUMNS; i++)
    g_clear_pointer (&self->texts[i], g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->spoken, g_free);
  g_clear_pointer (&self->folded, g_free);
  g_clear_pointer (&self->parts, g_free);
}

static void
bl_needs_row_finalize (GObject *object)
{
  clear (BL_NEEDS_ROW (object));
  G_OBJECT_CLASS (bl_needs_row_parent_class)->finalize (object);
}

static void
bl_needs_row_class_init (BlNeedsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bl_needs_row_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
bl_needs_row_init (BlNeedsRow *self)
{
  self->need = self->second = NAN;
}

BlNeedsRow *
bl_needs_row_new (void)
{
  return g_object_new (BL_TYPE_NEEDS_ROW, NULL);
}

/* "025E" of "Newcastle upon Tyne 025E": all areas of a service begin alike. */
static const char *
short_area_name (const BlFacts *facts, guint area)
{
  const char *name = facts->names != NULL ? facts->names[area] : NULL;
  const char *last = name != NULL ? strrchr (name, ' ') : NULL;

  if (name == NULL)
    return facts->codes[area];
  return last != NULL && g_ascii_isdigit (last[1]) ? last + 1 : name;
}

/* "Deprivation 98 of 100: 1,204; Children 76 of 100: 24.1%". */
static char *
say_parts (BlNeedsModel *model, const BlNeeds *needs, guint row)
{
  const BlNeedsFirmness *quarter = bl_needs_model_get_question (model)->of_libraries
                                           == (needs == bl_needs_model_get_libraries (model))
                                       ? bl_needs_model_get_quarter (model)
                                       : NULL;
  const BlNeedsQuestion *question = bl_needs_model_get_question (model);
  const BlFacts *facts = bl_needs_model_get_facts (model);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint m = 0; m < needs->n_measures; m++)
    {
      const BlNeedsMeasure *it = &question->measures[m];
      double scaled = needs->scaled[row * needs->n_measures + m];
      g_autofree char *number
          = bl_needs_measure_to_text (facts, it->value, needs->raw[row * needs->n_measures + m]);
      const char *title = it->title != NULL ? it->title : it->value;

      if (words->len > 0)
        g_string_append_c (words, '\n');
      if (isnan (scaled))
        g_string_append_printf (words, _ ("%s: not known"), title);
      else
        /* TRANSLATORS: a measure, its place from 0 to 100, its figure: "Children: 76 of 100 (24.1%)" */
        g_string_append_printf (words, _ ("%s: %.0f of 100 (%s)"), title, scaled, number);
    }
  /* The order was tested: this row's place among the five groups may rest on the weights. */
  if (quarter != NULL && row < quarter->n_rows && quarter->changed_class[row] > 0)
    g_string_append_printf (words,
                            ngettext ("\nIts fifth is another one in %u test of %u, each with one weight moved by a quarter.",
                                      "\nIts fifth is another one in %u tests of %u, each with one weight moved by a quarter.",
                                      quarter->changed_class[row]),
                            quarter->changed_class[row], quarter->n_tests);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* What stands between a library's name and its bars: its tier, where it has one, else its use. */
static void
take_second (BlNeedsRow *self, BlNeedsModel *model, const BlNeeds *needs, guint row)
{
  const BlNeedPreset *preset = bl_needs_model_get_preset (model);
  const BlProfiles *profiles = bl_needs_model_get_profiles (model);

  g_clear_pointer (&self->texts[BL_NEEDS_COLUMN_NEAREST], g_free);
  self->second = NAN;
  if (bl_needs_model_get_question (model)->of_libraries && preset != NULL && preset->n_tiers > 0)
    {
      g_autofree guint *tiers = bl_need_preset_tiers (preset, needs);

      self->second = tiers[row] > 0 ? tiers[row] : NAN;
      self->texts[BL_NEEDS_COLUMN_NEAREST]
          = tiers[row] > 0 ? bl_text_number (tiers[row], 0) : g_strdup (_ ("none"));
    }
  else
    {
      int at = bl_profiles_find_row (profiles, self->index);
      int measure = bl_profiles_find_measure (profiles, "visits_per_1000");

      self->second = at >= 0 ? profiles->numbers[(guint) at * profiles->n_measures + (guint) measure] : NAN;
      self->texts[BL_NEEDS_COLUMN_NEAREST] = bl_profile_to_text (&profiles->measures[measure], self->second);
    }
}

static void
take_order (BlNeedsRow *self, const BlNeeds *needs, guint row)
{
  g_clear_pointer (&self->texts[BL_NEEDS_COLUMN_RANK], g_free);
  g_clear_pointer (&self->texts[BL_NEEDS_COLUMN_NEED], g_free);
  self->rank = needs->rank[row];
  self->need = needs->index[row];
  self->texts[BL_NEEDS_COLUMN_RANK] = self->rank > 0 ? bl_text_number (self->rank, 0) : g_strdup ("");
  self->texts[BL_NEEDS_COLUMN_NEED] = isnan (self->need) ? g_strdup (_ ("not known")) : bl_text_number (self->need, 0);
}

void
bl_needs_row_weigh (BlNeedsRow *self, BlNeedsModel *model, gboolean of_libraries, guint row)
{
  const BlNeeds *needs = of_libraries ? bl_needs_model_get_libraries (model) : bl_needs_model_get_areas (model);

  g_return_if_fail (BL_IS_NEEDS_ROW (self) && needs != NULL && row < needs->n_rows);

  take_order (self, needs, row);
  if (of_libraries)
    take_second (self, model, needs, row);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
bl_needs_row_take (BlNeedsRow *self, BlNeedsModel *model, gboolean of_libraries, guint row)
{
  const BlNeeds *needs = of_libraries ? bl_needs_model_get_libraries (model) : bl_needs_model_get_areas (model);
  const BlFacts *facts = bl_needs_model_get_facts (model);
  const BlAccess *access = bl_needs_model_get_access (model);
  g_autofree char *folded_name = NULL, *folded_nearest = NULL;

  g_return_if_fail (BL_IS_NEEDS_ROW (self) && needs != NULL && row < needs->n_rows);

  clear (self);
  self->second = NAN;
  self->index = needs->rows[row];
  self->n_parts = needs->n_measures;
  self->parts = g_memdup2 (&needs->scaled[row * needs->n_measures], needs->n_measures * sizeof (double));
  take_order (self, needs, row);
  if (of_libraries)
    {
      self->name = g_strdup (facts->libraries[self->index].name);
      self->texts[BL_NEEDS_COLUMN_NAME] = bl_text_short_library_name (self->name);
      take_second (self, model, needs, row);
    }
  else
    {
      int nearest = access != NULL ? access->nearest[self->index] : -1;
      const char *name = facts->names != NULL ? facts->names[self->index] : NULL;

      self->name = g_strdup (name != NULL ? name : facts->codes[self->index]);
      self->texts[BL_NEEDS_COLUMN_NAME] = g_strdup (short_area_name (facts, self->index));
      self->texts[BL_NEEDS_COLUMN_NEAREST] = nearest >= 0
                                                 ? bl_text_short_library_name (facts->libraries[nearest].name)
                                                 : g_strdup (_ ("not known"));
    }
  self->spoken = say_parts (model, needs, row);
  folded_name = bl_text_fold (self->name);
  folded_nearest = of_libraries ? NULL : bl_text_fold (self->texts[BL_NEEDS_COLUMN_NEAREST]);
  self->folded = g_strjoin ("\n", folded_name, folded_nearest, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

guint
bl_needs_row_get_index (BlNeedsRow *self)
{
  return self->index;
}

const char *
bl_needs_row_get_text (BlNeedsRow *self, BlNeedsColumn column)
{
  return column < BL_N_NEEDS_COLUMNS ? self->texts[column] : NULL;
}

const char *
bl_needs_row_get_name (BlNeedsRow *self)
{
  return self->name;
}

const char *
bl_needs_row_get_spoken (BlNeedsRow *self)
{
  return self->spoken;
}

const double *
bl_needs_row_get_parts (BlNeedsRow *self, guint *n)
{
  *n = self->n_parts;
  return self->parts;
}

static int
compare_numbers (double a, double b)
{
  if (isnan (a) || isnan (b))
    return (isnan (a) ? 1 : 0) - (isnan (b) ? 1 : 0);
  return (a > b) - (a < b);
}

int
bl_needs_row_compare (BlNeedsRow *a, BlNeedsRow *b, BlNeedsColumn column)
{
  switch (column)
    {
    case BL_NEEDS_COLUMN_NAME:
      return g_utf8_collate (a->texts[column], b->texts[column]);
    case BL_NEEDS_COLUMN_NEAREST:
      if (isnan (a->second) && isnan (b->second))
        return g_utf8_collate (a->texts[column], b->texts[column]);
      return compare_numbers (a->second, b->second);
    case BL_NEEDS_COLUMN_NEED:
      /* Not ranked is below all: last when the highest need comes first. */
      if (a->rank == 0 || b->rank == 0)
        return (a->rank != 0) - (b->rank != 0);
      return (a->rank < b->rank) - (a->rank > b->rank);
    case BL_NEEDS_COLUMN_RANK:
    case BL_NEEDS_COLUMN_MADE_OF:
    case BL_N_NEEDS_COLUMNS:
    default:
      if ((a->rank == 0) != (b->rank == 0))
        return a->rank == 0 ? 1 : -1;
      return (a->rank > b->rank) - (a->rank < b->rank);
    }
}

gboolean
bl_needs_row_matches (BlNeedsRow *self, const char *folded)
{
  return folded == NULL || *folded == '\0' || strstr (self->folded, folded) != NULL;
}
