/* pyramid-chart.c: people by age, on two sides
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pyramid-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "text.h"

typedef struct
{
  const BlPyramidChart *asked;
  double totals[2];  /* of ages that are known; NaN: none is */
  guint unknown[2];
  double most;       /* of what is drawn, on either side */
} Pyramid;

/* What is drawn: people, or their share; NaN where not known. */
static double
drawn (const Pyramid *self, guint side, guint age)
{
  const BlChartItem *item = &self->asked->sides[side].items[age];

  if (!bl_chart_item_is_known (item))
    return NAN;
  return self->asked->shares ? item->value / self->totals[side] * 100 : item->value;
}

static char *
say_drawn (const Pyramid *self, guint side, guint age)
{
  double value = drawn (self, side, age);

  if (isnan (value))
    return bl_chart_item_say_doubt (&self->asked->sides[side].items[age]);
  return self->asked->shares ? bl_text_percent (value) : bl_text_number (value, 0);
}

static void
add_up (Pyramid *self)
{
  for (guint side = 0; side < 2; side++)
    {
      guint known = 0;

      self->totals[side] = 0;
      for (guint age = 0; age < self->asked->n_ages; age++)
        if (bl_chart_item_is_known (&self->asked->sides[side].items[age]))
          {
            self->totals[side] += self->asked->sides[side].items[age].value;
            known++;
          }
      self->unknown[side] = self->asked->n_ages - known;
      if (self->totals[side] <= 0 && (known == 0 || self->asked->shares))
        self->totals[side] = NAN;
    }
  for (guint side = 0; side < 2; side++)
    for (guint age = 0; age < self->asked->n_ages; age++)
      self->most = fmax (self->most, drawn (self, side, age));
}

/* "Aged 60 and over, within 1 mile: 18.9%, 50,636 people". */
static char *
say_bar (const Pyramid *self, guint side, guint age)
{
  const BlPyramidChart *asked = self->asked;
  g_autofree char *value = say_drawn (self, side, age), *number = NULL, *doubt = NULL;

  if (isnan (drawn (self, side, age)))
    return g_strdup_printf ("%s, %s: %s", asked->ages[age], asked->sides[side].name, value);
  number = bl_text_number (asked->sides[side].items[age].value, 0);
  doubt = bl_chart_item_say_doubt (&asked->sides[side].items[age]);
  if (!asked->shares)
    /* TRANSLATORS: an age, a side of the pyramid, a number, ", estimate" or nothing */
    return g_strdup_printf (_ ("%1$s, %2$s: %3$s people%4$s%5$s"), asked->ages[age], asked->sides[side].name, number,
                            doubt != NULL ? ", " : "", doubt != NULL ? doubt : "");
  /* TRANSLATORS: an age, a side of the pyramid, a share, a number, ", estimate" or nothing */
  return g_strdup_printf (_ ("%1$s, %2$s: %3$s, %4$s people%5$s%6$s"), asked->ages[age], asked->sides[side].name, value,
                          number, doubt != NULL ? ", " : "", doubt != NULL ? doubt : "");
}

static void
add_side (const Pyramid *self, BlChart *chart, guint side)
{
  const BlPyramidChart *asked = self->asked;
  BlChartPanel *panel = bl_chart_add_panel (chart);
  BlChartMark *bars, *reasons = NULL;

  panel->title = g_strdup (asked->sides[side].name);
  panel->mirrored = side == 0;
  panel->x.from_zero = TRUE;
  panel->x.low = 0;
  /* Both sides are of one scale. */
  panel->x.high = self->most > 0 ? self->most : 1;
  panel->x.number = asked->shares ? BL_INDICATOR_KIND_SHARE : BL_INDICATOR_KIND_COUNT;
  panel->x.unit = asked->shares ? g_strdup ("%") : NULL;
  bl_scale_init (&panel->y, BL_SCALE_BAND);
  panel->y.no_grid = TRUE;
  /* The names stand once, between the sides. */
  panel->y.hidden = side == 0;
  for (guint age = asked->n_ages; age-- > 0;)
    bl_scale_add_name (&panel->y, asked->ages[age]);
  bars = bl_chart_panel_add_mark (panel, BL_MARK_BAR, BL_TONE_SERIES, NULL);
  bars->across = TRUE;
  bars->series = side;
  for (guint age = asked->n_ages; age-- > 0;)
    {
      double value = drawn (self, side, age);
      BlDatum datum;

      if (isnan (value) && reasons == NULL)
        reasons = bl_chart_panel_add_mark (panel, BL_MARK_TEXT, BL_TONE_LIMIT, NULL);
      bl_datum_init (&datum);
      datum.x = isnan (value) ? 0 : value;
      datum.y = asked->n_ages - 1 - age;
      datum.row = (int) (asked->n_ages - 1 - age);
      datum.state = bl_chart_item_get_state (&asked->sides[side].items[age]);
      datum.flags = asked->sides[side].items[age].flags;
      datum.label = say_drawn (self, side, age);
      datum.words = say_bar (self, side, age);
      bl_chart_mark_take (isnan (value) ? reasons : bars, &datum);
    }
}

/* The age whose share differs most between the sides. */
static void
say (const Pyramid *self, char **title, char **sentence)
{
  const BlPyramidChart *asked = self->asked;
  guint widest = 0, known = 0;
  double apart = -1;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *left = NULL, *right = NULL;
  double left_share, right_share;

  for (guint age = 0; age < asked->n_ages; age++)
    {
      double difference
          = fabs (asked->sides[0].items[age].value / self->totals[0] - asked->sides[1].items[age].value / self->totals[1]);

      if (isnan (drawn (self, 0, age)) || isnan (drawn (self, 1, age)) || isnan (difference))
        continue;
      known++;
      if (difference > apart)
        {
          apart = difference;
          widest = age;
        }
    }
  if (known == 0)
    {
      *title = g_strdup (_ ("People by age: nothing to compare"));
      *sentence = g_strdup (_ ("The ages of one side or of both are not known."));
      return;
    }
  left_share = asked->sides[0].items[widest].value / self->totals[0] * 100;
  right_share = asked->sides[1].items[widest].value / self->totals[1] * 100;
  left = bl_text_percent (left_share);
  right = bl_text_percent (right_share);
  if (g_str_equal (left, right))
    *title = g_strdup (_ ("The same ages on both sides"));
  else
    /* TRANSLATORS: an age, a side of the pyramid and its share, the other side and its share */
    *title = g_strdup_printf (_ ("Aged %1$s: %2$s %3$s, %4$s %5$s"), asked->ages[widest], asked->sides[0].name, left,
                              asked->sides[1].name, right);
  /* TRANSLATORS: an age, a side of the pyramid and its share, the other side and its share */
  g_string_append_printf (text, _ ("The sides differ most in those aged %1$s: they are %3$s (%2$s) and %5$s (%4$s)."),
                          asked->ages[widest], asked->sides[0].name, left, asked->sides[1].name, right);
  for (guint side = 0; side < 2; side++)
    if (self->unknown[side] > 0)
      /* TRANSLATORS: a number of ages; a side of the pyramid */
      g_string_append_printf (text, ngettext (" The people of %1$u age are not known (%2$s).",
                                              " The people of %1$u ages are not known (%2$s).", self->unknown[side]),
                              self->unknown[side], asked->sides[side].name);
  *sentence = g_string_free (g_steal_pointer (&text), FALSE);
}

/* Oldest first, as drawn. */
static void
tabulate (const Pyramid *self, BlChart *chart)
{
  const BlPyramidChart *asked = self->asked;
  BlChartTable *table = chart->table;

  bl_chart_table_add_column (table, _ ("Age"), FALSE);
  for (guint side = 0; side < 2; side++)
    {
      g_autofree char *people = g_strdup_printf (_ ("%s, people"), asked->sides[side].name);
      g_autofree char *share = g_strdup_printf (_ ("%s, %%"), asked->sides[side].name);

      bl_chart_table_add_column (table, people, TRUE);
      bl_chart_table_add_column (table, share, TRUE);
    }
  bl_chart_table_add_column (table, _ ("Note"), FALSE);
  for (guint age = asked->n_ages; age-- > 0;)
    {
      guint row = bl_chart_table_add_row (table);
      g_autoptr (GString) notes = g_string_new (NULL);

      bl_chart_table_set_text (table, row, 0, asked->ages[age]);
      for (guint side = 0; side < 2; side++)
        {
          const BlChartItem *item = &asked->sides[side].items[age];
          gboolean known = bl_chart_item_is_known (item);
          double share = known ? item->value / self->totals[side] * 100 : NAN;
          g_autofree char *people = known ? bl_text_number (item->value, 0) : bl_chart_item_say_doubt (item);
          g_autofree char *percent = isfinite (share) ? bl_text_percent (share) : g_strdup ("");
          g_autofree char *doubt = bl_chart_item_say_doubt (item);

          bl_chart_table_set_number (table, row, side * 2 + 1, known ? item->value : NAN, people);
          bl_chart_table_set_number (table, row, side * 2 + 2, isfinite (share) ? share : NAN, percent);
          if (doubt != NULL)
            g_string_append_printf (notes, "%s%s: %s", notes->len > 0 ? "; " : "", asked->sides[side].name, doubt);
        }
      bl_chart_table_set_text (table, row, 5, notes->str);
    }
}

BlChart *
bl_pyramid_chart_new (const BlPyramidChart *asked)
{
  BlChart *chart = bl_chart_new (BL_CHART_PYRAMID);
  Pyramid self = { .asked = asked };
  char *title = NULL, *sentence = NULL;

  add_up (&self);
  add_side (&self, chart, 0);
  add_side (&self, chart, 1);
  chart->columns = 2;
  say (&self, &title, &sentence);
  bl_chart_take_words (chart, &asked->words, title, sentence);
  tabulate (&self, chart);
  return chart;
}
