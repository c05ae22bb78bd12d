/* yardsticks.c: who is within reach by every yardstick in use, side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "yardsticks.h"

#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Who used which, as far as it could be traced. */
static const struct
{
  BlBy by;
  BlMeasure measure;
  double limit;
  const char *name, *used;
} usual[] = {
  { BL_BY_STRAIGHT, BL_MEASURE_DISTANCE, BL_MILE, "1mi", N_ ("National standard, since withdrawn") },
  { BL_BY_STRAIGHT, BL_MEASURE_DISTANCE, 2 * BL_MILE, "2mi", N_ ("National standard, since withdrawn") },
  { BL_BY_STRAIGHT, BL_MEASURE_DISTANCE, 1200, "1200m", N_ ("Evidence to Parliament") },
  { BL_BY_STRAIGHT, BL_MEASURE_DISTANCE, 1.5 * BL_MILE, "1.5mi", N_ ("Brent") },
  { BL_BY_STRAIGHT, BL_MEASURE_MINUTES, 15, "straight-15min", NULL },
  { BL_BY_STRAIGHT, BL_MEASURE_MINUTES, 30, "straight-30min", NULL },
  { BL_BY_WALK, BL_MEASURE_MINUTES, 15, "walk-15min", N_ ("Office for National Statistics, 2024") },
  { BL_BY_WALK, BL_MEASURE_MINUTES, 30, "walk-30min", N_ ("Office for National Statistics, 2024") },
  { BL_BY_DRIVE, BL_MEASURE_MINUTES, 10, "drive-10min", NULL },
  { BL_BY_DRIVE, BL_MEASURE_MINUTES, 20, "drive-20min", NULL },
  { BL_BY_DRIVE, BL_MEASURE_MINUTES, 30, "drive-30min", N_ ("Lincolnshire, 2013") },
};
/* By each table of travel times: "30 minutes by public transport" in Lincolnshire and Barnet. */
#define TABLE_MINUTES 30

const char *
bl_counting_get_title (BlCounting counting)
{
  switch (counting)
    {
    case BL_COUNTING_OWN_STATUTORY:
      return N_ ("Statutory libraries");
    case BL_COUNTING_AROUND:
      return N_ ("Other services’ too");
    case BL_COUNTING_AROUND_STATUTORY:
      return N_ ("Statutory, other services’ too");
    case BL_COUNTING_OWN:
    case BL_N_COUNTINGS:
    default:
      return N_ ("All open libraries");
    }
}

static char *
minutes_to_text (const BlFacts *facts, const BlTravel *travel, double limit)
{
  int decimals = fabs (limit - round (limit)) < 1e-6 ? 0 : 1;
  g_autofree char *number = bl_text_number (limit, decimals), *way = NULL;

  switch (travel->by)
    {
    case BL_BY_WALK:
      return g_strdup_printf (_ ("%s-minute walk by road"), number);
    case BL_BY_CYCLE:
      return g_strdup_printf (_ ("%s-minute cycle ride"), number);
    case BL_BY_DRIVE:
      return g_strdup_printf (_ ("%s-minute drive"), number);
    case BL_BY_STRAIGHT:
      return g_strdup_printf (_ ("%s-minute walk in a straight line"), number);
    case BL_BY_TABLE:
    default:
      way = bl_travel_to_text (facts, travel);
      return g_strdup_printf (_ ("%s minutes, %s"), number, way);
    }
}

char *
bl_yardstick_to_text (const BlFacts *facts, const BlTravel *travel, BlMeasure measure, double limit)
{
  g_autofree char *distance = NULL, *way = NULL;

  if (measure == BL_MEASURE_MINUTES)
    return minutes_to_text (facts, travel, limit);
  distance = bl_access_limit_to_text (limit);
  way = bl_travel_to_text (facts, travel);
  return g_strdup_printf (_ ("%s %s"), distance, way);
}

static void
add_item (GArray *items, const BlFacts *facts, BlYardstick item, const char *name, const char *used)
{
  item.name = g_strdup (name);
  item.title = bl_yardstick_to_text (facts, &item.travel, item.measure, item.limit);
  item.used = g_strdup (used);
  g_array_append_val (items, item);
}

static const char *const by_names[] = { "straight", "walk", "cycle", "drive" };

static char *
name_own (const BlYardstickAsked *asked)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  const char *way = asked->travel.by == BL_BY_TABLE ? asked->travel.table : by_names[asked->travel.by];

  g_ascii_formatd (number, sizeof number, "%.6g", asked->limit);
  return g_strdup_printf ("%s-%s%s", way, number, asked->measure == BL_MEASURE_MINUTES ? "min" : "m");
}

static gboolean
is_usual (GArray *items, const BlYardstickAsked *asked)
{
  for (guint i = 0; i < items->len; i++)
    {
      const BlYardstick *item = &g_array_index (items, BlYardstick, i);

      if (item->travel.by == asked->travel.by && g_strcmp0 (item->travel.table, asked->travel.table) == 0
          && item->travel.pace == asked->travel.pace && item->measure == asked->measure
          && fabs (item->limit - asked->limit) < 1e-6)
        return TRUE;
    }
  return FALSE;
}

static GArray *
list_items (const BlFacts *facts, const BlYardstickAsked *own, guint n_own)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (BlYardstick));

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    add_item (items, facts,
              (BlYardstick){
                  .travel = { .by = usual[i].by }, .measure = usual[i].measure, .limit = usual[i].limit },
              usual[i].name, usual[i].used != NULL ? _ (usual[i].used) : NULL);
  for (guint i = 0; i < facts->n_travel; i++)
    {
      g_autofree char *name = NULL;

      if (facts->travel[i].name == NULL)
        continue; /* it cannot be asked for */
      name = g_strdup_printf ("%s-%dmin", facts->travel[i].name, TABLE_MINUTES);
      add_item (items, facts,
                (BlYardstick){ .travel = { .by = BL_BY_TABLE, .table = facts->travel[i].name },
                               .measure = BL_MEASURE_MINUTES,
                               .limit = TABLE_MINUTES },
                name,
                facts->travel[i].by == BL_TRAVEL_BY_PUBLIC ? _ ("Lincolnshire, 2013; Barnet, 2014") : NULL);
    }
  for (guint i = 0; i < n_own; i++)
    if (!is_usual (items, &own[i]))
      {
        g_autofree char *name = name_own (&own[i]);

        add_item (
            items, facts,
            (BlYardstick){
                .travel = own[i].travel, .measure = own[i].measure, .limit = own[i].limit, .own = TRUE },
            name, NULL);
      }
  return items;
}

/* --- Figures --------------------------------------------------------------- */

typedef struct
{
  const BlFacts *facts;
  BlGroupCounts *const *groups;
  BlYardsticks *self;
} Computing;

static gboolean
is_same_travel (const BlTravel *a, const BlTravel *b)
{
  return a->by == b->by && g_strcmp0 (a->table, b->table) == 0 && a->pace == b->pace;
}

/* Every yardstick of the same travel as the one at @first, from the same ways. */
static void
count_travel (Computing *computing, guint first, BlCounting counting, const BlAccess *access)
{
  BlYardsticks *self = computing->self;

  for (guint g = 0; g < self->n_groups; g++)
    for (guint i = first; i < self->n; i++)
      {
        BlYardstick *item = &self->items[i];
        gboolean minutes = item->measure == BL_MEASURE_MINUTES;
        BlAccessQuestion question = {
          .limits = minutes ? NULL : &item->limit,
          .n_limits = minutes ? 0 : 1,
          .minutes = minutes ? &item->limit : NULL,
          .n_minutes = minutes ? 1 : 0,
          .group = g > 0 ? computing->groups[g - 1] : NULL,
        };
        g_autoptr (BlAccess) counted = NULL;

        if (item->lacks != NULL || !is_same_travel (&item->travel, &self->items[first].travel))
          continue;
        counted = bl_access_recount (access, computing->facts, &question);
        item->figures[counting * self->n_groups + g] = (BlYardstickFigure){
          .population = counted->population,
          .people = counted->within[0].people,
          .percent = counted->within[0].percent,
        };
      }
}

static gboolean
is_first_of_travel (const BlYardsticks *self, guint item)
{
  for (guint i = 0; i < item; i++)
    if (is_same_travel (&self->items[i].travel, &self->items[item].travel))
      return FALSE;
  return TRUE;
}

static void
set_lacks (BlYardsticks *self, guint first, const char *sentence)
{
  for (guint i = first; i < self->n; i++)
    if (is_same_travel (&self->items[i].travel, &self->items[first].travel) && self->items[i].lacks == NULL)
      self->items[i].lacks = g_strdup (sentence);
}

/* All countings of the travel of the yardstick at @first. FALSE when cancelled. */
static gboolean
measure_travel (Computing *computing, guint first, GCancellable *cancellable, GError **error)
{
  BlYardsticks *self = computing->self;
  BlAccessQuestion question = { .travel = self->items[first].travel };
  g_autoptr (GError) lacks = NULL;

  if (!bl_travel_is_possible (computing->facts, &question.travel, &lacks))
    {
      set_lacks (self, first, lacks->message);
      return TRUE;
    }
  for (BlCounting counting = 0; counting < BL_N_COUNTINGS; counting++)
    {
      g_autoptr (BlAccess) access = NULL;

      if (g_cancellable_is_cancelled (cancellable))
        {
          g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_CANCELLED,
                               _ ("The work was stopped."));
          return FALSE;
        }
      g_clear_error (&lacks);
      question.statutory = counting == BL_COUNTING_OWN_STATUTORY || counting == BL_COUNTING_AROUND_STATUTORY;
      question.cross_boundary = counting == BL_COUNTING_AROUND || counting == BL_COUNTING_AROUND_STATUTORY;
      if (self->lacks[counting] != NULL)
        continue; /* the straight line, which comes first, found none */
      access = bl_access_compute (computing->facts, &question, &lacks);
      if (access != NULL)
        count_travel (computing, first, counting, access);
      else if (question.travel.by == BL_BY_STRAIGHT)
        self->lacks[counting] = g_strdup (lacks->message);
      else if (counting == BL_COUNTING_OWN)
        {
          set_lacks (self, first, lacks->message);
          return TRUE;
        }
    }
  return TRUE;
}

static void
prepare_figures (BlYardsticks *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      self->items[i].figures = g_new (BlYardstickFigure, BL_N_COUNTINGS * self->n_groups);
      for (guint f = 0; f < BL_N_COUNTINGS * self->n_groups; f++)
        self->items[i].figures[f] = (BlYardstickFigure){ NAN, NAN, NAN };
      if (self->items[i].travel.by == BL_BY_TABLE && self->items[i].measure == BL_MEASURE_DISTANCE)
        self->items[i].lacks = g_strdup (_ ("A table of travel times knows minutes, not distances."));
    }
}

BlYardsticks *
bl_yardsticks_compute (const BlFacts *facts,
                       const BlYardstickAsked *own,
                       guint n_own,
                       BlGroupCounts *const *groups,
                       guint n_groups,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (BlYardsticks) self = NULL;
  g_autoptr (BlAccess) any = NULL;
  g_autoptr (GArray) items = NULL;
  Computing computing = { .facts = facts, .groups = groups };

  g_return_val_if_fail (facts != NULL, NULL);

  /* What makes every yardstick senseless is said once. */
  any = bl_access_compute (facts, &(BlAccessQuestion){ .cross_boundary = TRUE }, error);
  if (any == NULL)
    return NULL;
  items = list_items (facts, own, n_own);
  self = g_new0 (BlYardsticks, 1);
  self->n = items->len;
  self->items = (BlYardstick *) (gpointer) g_array_steal (items, NULL);
  self->n_groups = n_groups + 1;
  computing.self = self;
  prepare_figures (self);
  for (guint i = 0; i < self->n; i++)
    if (is_first_of_travel (self, i) && !measure_travel (&computing, i, cancellable, error))
      return NULL;
  return g_steal_pointer (&self);
}

const BlYardstickFigure *
bl_yardsticks_get (const BlYardsticks *self, guint item, BlCounting counting, guint group)
{
  g_return_val_if_fail (item < self->n && counting < BL_N_COUNTINGS && group < self->n_groups, NULL);

  return &self->items[item].figures[counting * self->n_groups + group];
}

void
bl_yardsticks_free (BlYardsticks *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n; i++)
    {
      g_free (self->items[i].name);
      g_free (self->items[i].title);
      g_free (self->items[i].used);
      g_free (self->items[i].lacks);
      g_free (self->items[i].figures);
    }
  for (guint i = 0; i < BL_N_COUNTINGS; i++)
    g_free (self->lacks[i]);
  g_free (self->items);
  g_free (self);
}
