/* two-way.c: two values at once, each in thirds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "two-way.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "text.h"

/* Most of the first and least of the second: what a map of need and use is made to find. */
#define TELLING 2

/* With fewer groups than three the lowest and highest stay the ends. */
static guint
third_of (const BlClasses *classes, int group)
{
  return classes->n >= 3 ? (guint) group : classes->n == 2 ? 2 * (guint) group : 1;
}

static void
take_labels (char **labels, BlClasses *classes)
{
  for (guint g = 0; g < classes->n; g++)
    labels[third_of (classes, (int) g)] = g_steal_pointer (&classes->labels[g]);
}

BlTwoWay *
bl_two_way_new (const BlFacts *facts, const BlClassFigures *first, const BlClassFigures *second)
{
  const BlClassRule thirds = { .method = BL_CLASSIFY_QUANTILE, .n_groups = 3 };
  g_autoptr (BlClasses) firsts = NULL;
  g_autoptr (BlClasses) seconds = NULL;
  BlTwoWay *self;

  g_return_val_if_fail (facts != NULL && first != NULL && second != NULL, NULL);

  firsts = bl_classes_new_by (facts, first, &thirds);
  seconds = bl_classes_new_by (facts, second, &thirds);
  self = g_new0 (BlTwoWay, 1);
  self->n_areas = facts->n_areas;
  self->by_area = g_new (gint8, MAX (facts->n_areas, 1));
  for (guint g = 0; g < BL_TWO_WAY_GROUPS; g++)
    self->people[g] = facts->population != NULL ? 0 : NAN;
  for (guint i = 0; i < facts->n_areas; i++)
    {
      int a = firsts->by_area[i], b = seconds->by_area[i];
      guint group;

      if (a < 0 || b < 0)
        {
          gboolean few = a != BL_CLASS_NONE && b != BL_CLASS_NONE;

          self->by_area[i] = few ? BL_CLASS_FEW : BL_CLASS_NONE;
          self->few += few;
          self->unknown += !few;
          continue;
        }
      group = third_of (seconds, b) * 3 + third_of (firsts, a);
      self->by_area[i] = (gint8) group;
      self->areas[group]++;
      if (facts->population != NULL && isfinite (facts->population[i]))
        self->people[group] += facts->population[i];
    }
  take_labels (self->first_labels, firsts);
  take_labels (self->second_labels, seconds);
  return self;
}

BlTwoWay *
bl_two_way_copy (const BlTwoWay *self)
{
  BlTwoWay *copy = g_memdup2 (self, sizeof *self);

  copy->by_area = g_memdup2 (self->by_area, MAX (self->n_areas, 1));
  for (guint i = 0; i < 3; i++)
    {
      copy->first_labels[i] = g_strdup (self->first_labels[i]);
      copy->second_labels[i] = g_strdup (self->second_labels[i]);
    }
  return copy;
}

void
bl_two_way_free (BlTwoWay *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < 3; i++)
    {
      g_free (self->first_labels[i]);
      g_free (self->second_labels[i]);
    }
  g_free (self->by_area);
  g_free (self);
}

const char *
bl_two_way_get_third (guint third)
{
  static const char *const words[] = { N_ ("least"), N_ ("middle"), N_ ("most") };

  g_return_val_if_fail (third < G_N_ELEMENTS (words), words[0]);
  return words[third];
}

char *
bl_two_way_finding (const BlTwoWay *self, const char *first, const char *second)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (self != NULL && first != NULL && second != NULL, NULL);

  if (isnan (self->people[TELLING]))
    {
      number = bl_text_number (self->areas[TELLING], 0);
      /* TRANSLATORS: a number of areas, then the names of two values */
      return g_strdup_printf (ngettext ("%s area is high in “%s” and low in “%s”",
                                        "%s areas are high in “%s” and low in “%s”", self->areas[TELLING]),
                              number, first, second);
    }
  number = bl_text_number (self->people[TELLING], 0);
  /* TRANSLATORS: a number of people, then the names of two values */
  return g_strdup_printf (ngettext ("%s person lives where “%s” is high and “%s” low",
                                    "%s people live where “%s” is high and “%s” low",
                                    (gulong) self->people[TELLING]),
                          number, first, second);
}
