/* scenario-row.c: one area in the table of differences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "map-figures.h"
#include "scenario-key.h"
#include "text.h"

struct _BlScenarioRow
{
  GObject parent;
  guint area;
  BlEffect effect;
  char *texts[BL_SCENARIO_N_COLUMNS];
  double numbers[BL_SCENARIO_N_COLUMNS];
};

G_DEFINE_FINAL_TYPE (BlScenarioRow, bl_scenario_row, G_TYPE_OBJECT)

gboolean
bl_scenario_row_is_number (BlScenarioColumn column)
{
  return column == BL_SCENARIO_COLUMN_PEOPLE
         || (column >= BL_SCENARIO_COLUMN_BEFORE && column <= BL_SCENARIO_COLUMN_CHANGE);
}

char *
bl_scenario_row_get_title (BlScenarioColumn column, const BlYardstick *yardstick)
{
  gboolean metres = yardstick->measure == BL_MEASURE_DISTANCE;

  switch (column)
    {
    case BL_SCENARIO_COLUMN_AREA:
      return g_strdup (_ ("Area"));
    case BL_SCENARIO_COLUMN_PEOPLE:
      return g_strdup (_ ("People"));
    case BL_SCENARIO_COLUMN_EFFECT:
      return g_strdup (_ ("What changes"));
    case BL_SCENARIO_COLUMN_BEFORE:
      return g_strdup (metres ? _ ("Today, m") : _ ("Today, min"));
    case BL_SCENARIO_COLUMN_AFTER:
      return g_strdup (metres ? _ ("Then, m") : _ ("Then, min"));
    case BL_SCENARIO_COLUMN_CHANGE:
      return g_strdup (metres ? _ ("Change, m") : _ ("Change, min"));
    case BL_SCENARIO_COLUMN_NEAREST:
    case BL_SCENARIO_N_COLUMNS:
    default:
      return g_strdup (_ ("Nearest then"));
    }
}

static void
bl_scenario_row_finalize (GObject *object)
{
  for (guint i = 0; i < BL_SCENARIO_N_COLUMNS; i++)
    g_free (BL_SCENARIO_ROW (object)->texts[i]);
  G_OBJECT_CLASS (bl_scenario_row_parent_class)->finalize (object);
}

static void
bl_scenario_row_class_init (BlScenarioRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bl_scenario_row_finalize;
}

static void
bl_scenario_row_init (BlScenarioRow *self)
{
  for (guint i = 0; i < BL_SCENARIO_N_COLUMNS; i++)
    self->numbers[i] = NAN;
}

static void
set_number (BlScenarioRow *self, BlScenarioColumn column, double number, int decimals, gboolean sign)
{
  g_autofree char *text = isnan (number) ? NULL : bl_text_number (fabs (number), decimals);

  self->numbers[column] = number;
  if (text == NULL)
    self->texts[column] = g_strdup (_ ("not known"));
  else if (number < 0)
    self->texts[column] = g_strdup_printf ("−%s", text);
  else
    self->texts[column] = g_strdup_printf (sign && number > 0 ? "+%s" : "%s", text);
}

BlScenarioRow *
bl_scenario_row_new (BlScenarioStudy *study, guint area)
{
  BlScenarioRow *self = g_object_new (BL_TYPE_SCENARIO_ROW, NULL);
  const BlConsequences *it = bl_scenario_study_get (study, NULL);
  const BlYardstick *yardstick = bl_scenario_study_get_yardstick (study);
  const BlFacts *facts = bl_scenario_study_get_changed (study);
  gboolean metres = yardstick->measure == BL_MEASURE_DISTANCE;
  double before = metres ? it->before->distance[area] : it->before->minutes[area];
  double after = metres ? it->after->distance[area] : it->after->minutes[area];
  int nearest = it->after->nearest[area];

  self->area = area;
  self->effect = it->effects[area];
  self->texts[BL_SCENARIO_COLUMN_AREA] = g_strdup (bl_map_figures_area_name (facts, (int) area));
  set_number (self, BL_SCENARIO_COLUMN_PEOPLE, facts->population != NULL ? facts->population[area] : NAN, 0, FALSE);
  self->texts[BL_SCENARIO_COLUMN_EFFECT] = bl_scenario_key_word (self->effect, yardstick);
  set_number (self, BL_SCENARIO_COLUMN_BEFORE, before, metres ? 0 : 1, FALSE);
  set_number (self, BL_SCENARIO_COLUMN_AFTER, after, metres ? 0 : 1, FALSE);
  set_number (self, BL_SCENARIO_COLUMN_CHANGE, after - before, metres ? 0 : 1, TRUE);
  self->texts[BL_SCENARIO_COLUMN_NEAREST] = nearest >= 0 ? bl_text_short_library_name (facts->libraries[nearest].name)
                                                         : g_strdup (_ ("not reached"));
  return self;
}

guint
bl_scenario_row_get_area (BlScenarioRow *self)
{
  g_return_val_if_fail (BL_IS_SCENARIO_ROW (self), 0);
  return self->area;
}

BlEffect
bl_scenario_row_get_effect (BlScenarioRow *self)
{
  g_return_val_if_fail (BL_IS_SCENARIO_ROW (self), BL_EFFECT_NONE);
  return self->effect;
}

const char *
bl_scenario_row_get_text (BlScenarioRow *self, BlScenarioColumn column)
{
  g_return_val_if_fail (BL_IS_SCENARIO_ROW (self), NULL);
  return self->texts[column];
}

double
bl_scenario_row_get_number (BlScenarioRow *self, BlScenarioColumn column)
{
  g_return_val_if_fail (BL_IS_SCENARIO_ROW (self), NAN);
  return self->numbers[column];
}

int
bl_scenario_row_compare (BlScenarioRow *a, BlScenarioRow *b, BlScenarioColumn column)
{
  double first = a->numbers[column], second = b->numbers[column];

  if (column == BL_SCENARIO_COLUMN_EFFECT)
    return (int) a->effect - (int) b->effect;
  if (!bl_scenario_row_is_number (column))
    return g_utf8_collate (a->texts[column], b->texts[column]);
  if (isnan (first) || isnan (second))
    return isnan (first) - isnan (second);
  return (first > second) - (first < second);
}
