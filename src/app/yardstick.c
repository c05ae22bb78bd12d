/* yardstick.c: how near is near enough, as a person chooses it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "yardstick.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "scenario-words.h"

static BlYardstick *
yardstick_new (const BlFacts *facts, BlMeasure measure, double limit, BlBy by, const char *table)
{
  BlYardstick *self = g_new0 (BlYardstick, 1);
  BlAccessQuestion question = { 0 };
  g_autofree char *words = NULL;
  g_autofree char *plain = NULL;

  self->measure = measure;
  self->limit = limit;
  self->table = g_strdup (table);
  self->travel = (BlTravel){ .by = by, .table = self->table };
  bl_yardstick_ask (self, &question);
  words = bl_scenario_words_yardstick (facts, &question);
  /* The choice says the figure: "Within 1 mile", where a label says "within a mile". */
  plain = measure == BL_MEASURE_DISTANCE && by == BL_BY_STRAIGHT ? bl_access_limit_to_text (limit) : g_strdup (words);
  /* TRANSLATORS: a choice; %s is a distance or time, "1 mile" */
  self->title = g_strdup_printf (_ ("Within %s"), plain);
  /* TRANSLATORS: in a label, "lose one within 2 miles"; %s is a distance or time */
  self->within = g_strdup_printf (_ ("within %s"), words);
  /* TRANSLATORS: in a label, "beyond 2 miles already, now further"; %s is a distance or time */
  self->beyond = g_strdup_printf (_ ("beyond %s"), words);
  return self;
}

BlYardstick *
bl_yardstick_new (const BlFacts *facts, double metres)
{
  return yardstick_new (facts, BL_MEASURE_DISTANCE, metres, BL_BY_STRAIGHT, NULL);
}

BlYardstick *
bl_yardstick_copy (const BlYardstick *self)
{
  BlYardstick *copy = g_memdup2 (self, sizeof *self);

  copy->title = g_strdup (self->title);
  copy->within = g_strdup (self->within);
  copy->beyond = g_strdup (self->beyond);
  copy->table = g_strdup (self->table);
  copy->travel.table = copy->table;
  return copy;
}

void
bl_yardstick_free (BlYardstick *self)
{
  g_free (self->title);
  g_free (self->within);
  g_free (self->beyond);
  g_free (self->table);
  g_free (self);
}

char *
bl_yardstick_capital (const char *words)
{
  g_autofree char *first = g_utf8_strup (words, g_utf8_next_char (words) - words);

  return g_strconcat (first, g_utf8_next_char (words), NULL);
}

GPtrArray *
bl_yardstick_list (const BlFacts *facts)
{
  static const double metres[] = { BL_MILE, 1200, 1.5 * BL_MILE, 2 * BL_MILE, 2400 };
  static const struct
  {
    BlBy by;
    double minutes;
  } roads[] = {
    { BL_BY_WALK, 15 }, { BL_BY_WALK, 30 }, { BL_BY_CYCLE, 15 }, { BL_BY_DRIVE, 10 }, { BL_BY_DRIVE, 20 },
  };
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_yardstick_free);

  for (guint i = 0; i < G_N_ELEMENTS (metres); i++)
    g_ptr_array_add (list, bl_yardstick_new (facts, metres[i]));
  for (guint i = 0; i < G_N_ELEMENTS (roads); i++)
    if (bl_travel_is_possible (facts, &(BlTravel){ .by = roads[i].by }, NULL))
      g_ptr_array_add (list, yardstick_new (facts, BL_MEASURE_MINUTES, roads[i].minutes, roads[i].by, NULL));
  for (guint i = 0; i < facts->n_travel; i++)
    g_ptr_array_add (list, yardstick_new (facts, BL_MEASURE_MINUTES, 30, BL_BY_TABLE, facts->travel[i].name));
  return list;
}

void
bl_yardstick_ask (const BlYardstick *self, BlAccessQuestion *question)
{
  gboolean metres = self->measure == BL_MEASURE_DISTANCE;

  question->limits = metres ? &self->limit : NULL;
  question->n_limits = metres ? 1 : 0;
  question->minutes = metres ? NULL : &self->limit;
  question->n_minutes = metres ? 0 : 1;
  question->travel = self->travel;
}

gboolean
bl_yardstick_equal (const BlYardstick *a, const BlYardstick *b)
{
  return a->measure == b->measure && fabs (a->limit - b->limit) < 1e-6 && a->travel.by == b->travel.by
         && g_strcmp0 (a->table, b->table) == 0;
}
