/* spread-chart.c: what each of a team thinks, as dots over named levels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "spread-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "text.h"
#include "verdict-words.h"

#define GAP 0.02      /* of a band, at either side */
#define BIG 30.0      /* px of a dot: seen from the back of a room */
#define SMALL 6.0
#define ROOM 5        /* dots one on the other while there are no more */
#define DIFFER_WIDE 2 /* levels: the outermost are asked */

typedef struct
{
  const BlSpreadChart *asked;
  guint *counts; /* by level */
  guint most, rated, silent;
  int lowest, highest; /* -1: nobody */
} Spread;

static gboolean
is_rating (int rating, guint n_levels)
{
  return rating >= 0 && (guint) rating < n_levels;
}

int
bl_spread_get_width (const int *ratings, guint n_ratings, guint n_levels)
{
  int lowest = -1, highest = -1;

  for (guint i = 0; i < n_ratings; i++)
    if (is_rating (ratings[i], n_levels))
      {
        lowest = lowest < 0 ? ratings[i] : MIN (lowest, ratings[i]);
        highest = MAX (highest, ratings[i]);
      }
  return lowest < 0 ? -1 : highest - lowest;
}

static void
count (Spread *self)
{
  const BlSpreadChart *asked = self->asked;

  self->counts = g_new0 (guint, MAX (asked->n_levels, 1));
  self->lowest = self->highest = -1;
  for (guint i = 0; i < asked->n_ratings; i++)
    if (is_rating (asked->ratings[i], asked->n_levels))
      {
        self->counts[asked->ratings[i]]++;
        self->rated++;
      }
  self->silent = asked->n_ratings - self->rated;
  for (guint level = 0; level < asked->n_levels; level++)
    {
      if (self->counts[level] == 0)
        continue;
      if (self->lowest < 0)
        self->lowest = (int) level;
      self->highest = (int) level;
      self->most = MAX (self->most, self->counts[level]);
    }
}

/* "In part: 3 people". */
static char *
say_level (const Spread *self, guint level)
{
  return g_strdup_printf (ngettext ("%1$s: %2$u person", "%1$s: %2$u people", self->counts[level]),
                          self->asked->levels[level], self->counts[level]);
}

static void
add_ground (BlChartPanel *panel, guint n_levels)
{
  BlChartMark *ground = bl_chart_panel_add_mark (panel, BL_MARK_TINT, BL_TONE_OTHERS, NULL);

  for (guint level = 0; level < n_levels; level++)
    {
      BlDatum datum;

      bl_datum_init (&datum);
      /* Whole bands but for a gap between one and the next. */
      datum.x = level + GAP;
      datum.x2 = level - GAP;
      bl_chart_mark_take (ground, &datum);
    }
}

/* The topmost dot of a level is the one that is read out, for all of them. */
static void
add_dots (const Spread *self, BlChartPanel *panel)
{
  BlChartMark *dots = bl_chart_panel_add_mark (panel, BL_MARK_POINT, BL_TONE_SERIES, NULL);
  gboolean wide = self->highest - self->lowest >= DIFFER_WIDE;

  dots->width = self->most <= ROOM ? BIG : MAX (SMALL, BIG * ROOM / self->most);
  for (guint level = 0; level < self->asked->n_levels; level++)
    for (guint i = 0; i < self->counts[level]; i++)
      {
        BlDatum datum;

        bl_datum_init (&datum);
        datum.x = level;
        datum.y = i + 0.5;
        if (wide && ((int) level == self->lowest || (int) level == self->highest))
          datum.tone = BL_TONE_FOCUS;
        if (i + 1 == self->counts[level])
          {
            datum.words = say_level (self, level);
            datum.row = (int) level;
          }
        bl_chart_mark_take (dots, &datum);
      }
}

static char *
say_title (const Spread *self)
{
  int width = self->highest - self->lowest;
  g_autofree char *number = NULL;

  if (self->rated == 0)
    return g_strdup (_ ("Nobody has rated yet"));
  if (width == 0)
    /* TRANSLATORS: a level, as "Mostly" */
    return g_strdup_printf (_ ("All say “%s”"), self->asked->levels[self->lowest]);
  if (width < DIFFER_WIDE)
    return g_strdup (_ ("People nearly agree"));
  number = bl_words_count ((guint) width);
  /* TRANSLATORS: a number of levels in words */
  return g_strdup_printf (ngettext ("People differ by %s level", "People differ by %s levels", (gulong) width), number);
}

static char *
say_sentence (const Spread *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->rated == 0)
    g_string_append (text, _ ("Nobody has rated yet."));
  for (guint level = 0; self->rated > 0 && level < self->asked->n_levels; level++)
    {
      g_autofree char *said = say_level (self, level);

      g_string_append_printf (text, "%s%s", level > 0 ? ", " : "", said);
    }
  if (self->rated > 0)
    g_string_append_c (text, '.');
  if (self->silent > 0)
    g_string_append_printf (text, ngettext (" %u could not say.", " %u could not say.", self->silent), self->silent);
  if (self->highest - self->lowest >= DIFFER_WIDE)
    g_string_append (text, _ (" Ask the highest and the lowest what each has seen."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
tabulate (const Spread *self, BlChart *chart)
{
  BlChartTable *table = chart->table;

  bl_chart_table_add_column (table, _ ("Level"), FALSE);
  bl_chart_table_add_column (table, _ ("People"), TRUE);
  for (guint level = 0; level < self->asked->n_levels + (self->silent > 0); level++)
    {
      guint row = bl_chart_table_add_row (table);
      guint n = level < self->asked->n_levels ? self->counts[level] : self->silent;
      g_autofree char *number = bl_text_number (n, 0);

      bl_chart_table_set_text (table, row, 0, level < self->asked->n_levels ? self->asked->levels[level] : _ ("Could not say"));
      bl_chart_table_set_number (table, row, 1, n, number);
    }
}

BlChart *
bl_spread_chart_new (const BlSpreadChart *asked)
{
  BlChart *chart = bl_chart_new (BL_CHART_SPREAD);
  BlChartPanel *panel = bl_chart_add_panel (chart);
  Spread self = { .asked = asked };

  count (&self);
  bl_scale_init (&panel->x, BL_SCALE_BAND);
  panel->x.no_grid = TRUE;
  for (guint level = 0; level < asked->n_levels; level++)
    bl_scale_add_name (&panel->x, asked->levels[level]);
  panel->y.low = 0;
  panel->y.high = MAX (self.most, ROOM);
  panel->y.exact = panel->y.hidden = TRUE;
  add_ground (panel, asked->n_levels);
  add_dots (&self, panel);
  bl_chart_take_words (chart, &asked->words, say_title (&self), say_sentence (&self));
  tabulate (&self, chart);
  g_free (self.counts);
  return chart;
}
