/* gantt-chart.c: what is done when, as bars over dates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "gantt-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "text.h"

typedef struct
{
  const BlGanttChart *asked;
  guint *bands;    /* of each item */
  double earliest; /* of all that is dated; INFINITY: nothing is */
} Gantt;

static guint32
start_of (const BlGanttItem *item)
{
  return item->start != 0 ? item->start : item->end;
}

static guint32
end_of (const BlGanttItem *item)
{
  return item->end != 0 ? item->end : item->start;
}

BlGanttStanding
bl_gantt_item_get_standing (const BlGanttItem *item, guint32 today)
{
  if (item->done >= 1)
    return BL_GANTT_DONE;
  if (start_of (item) == 0)
    return BL_GANTT_NO_DATES;
  if (today != 0 && end_of (item) < today)
    return BL_GANTT_LATE;
  if (item->done > 0 || (today != 0 && start_of (item) <= today))
    return BL_GANTT_UNDER_WAY;
  return BL_GANTT_TO_COME;
}

static char *
say_standing (const BlGanttItem *item, guint32 today)
{
  switch (bl_gantt_item_get_standing (item, today))
    {
    case BL_GANTT_DONE:
      return g_strdup (_ ("done"));
    case BL_GANTT_UNDER_WAY:
      return g_strdup (_ ("under way"));
    case BL_GANTT_LATE:
      return g_strdup_printf (ngettext ("%u day late", "%u days late", today - end_of (item)), today - end_of (item));
    case BL_GANTT_TO_COME:
      return g_strdup (_ ("to come"));
    case BL_GANTT_NO_DATES:
    default:
      return g_strdup (_ ("no dates yet"));
    }
}

/* "2 March 2026 to 8 May 2026". */
static char *
say_dates (const BlGanttItem *item)
{
  g_autofree char *start = bl_text_date_for_people (start_of (item)), *end = bl_text_date_for_people (end_of (item));

  return start_of (item) == end_of (item) ? g_steal_pointer (&start)
                                          /* TRANSLATORS: two dates */
                                          : g_strdup_printf (_ ("%1$s to %2$s"), start, end);
}

static char *
say_item (const BlGanttItem *item, guint32 today)
{
  g_autofree char *standing = say_standing (item, today);
  g_autoptr (GString) text = g_string_new (item->name);

  if (start_of (item) != 0)
    {
      g_autofree char *dates = say_dates (item);

      g_string_append_printf (text, ": %s, %s", dates, standing);
    }
  else
    g_string_append_printf (text, ": %s", standing);
  if (item->done > 0 && item->done < 1)
    {
      g_autofree char *share = bl_text_percent (item->done * 100);

      g_string_append_printf (text, _ (", %s done"), share);
    }
  if (item->milestone != 0)
    {
      g_autofree char *when = bl_text_date_for_people (item->milestone);

      g_string_append_printf (text, "; %s, %s", item->milestone_name != NULL ? item->milestone_name : _ ("milestone"), when);
    }
  if (item->note != NULL)
    g_string_append_printf (text, "; %s", item->note);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- Marks ---------------------------------------------------------------------- */

/* A group's name has a band to itself, and its items stand in from it. */
static void
name_bands (Gantt *self, BlScale *y)
{
  const BlGanttChart *asked = self->asked;
  const char *group = NULL;
  guint band = 0;

  self->earliest = INFINITY;
  for (guint i = 0; i < asked->n_items; i++)
    {
      const BlGanttItem *item = &asked->items[i];

      if (item->group != NULL && g_strcmp0 (item->group, group) != 0)
        {
          bl_scale_add_heading (y, item->group);
          band++;
        }
      group = item->group;
      if (group != NULL)
        {
          g_autofree char *name = g_strconcat (BL_SCALE_BELOW, item->name, NULL);

          bl_scale_add_name (y, name);
        }
      else
        bl_scale_add_name (y, item->name);
      self->bands[i] = band++;
      if (start_of (item) != 0)
        self->earliest = fmin (self->earliest, start_of (item));
      if (item->milestone != 0)
        self->earliest = fmin (self->earliest, item->milestone);
    }
}

static void
add_spans (const Gantt *self, BlChartPanel *panel)
{
  BlChartMark *spans = bl_chart_panel_add_mark (panel, BL_MARK_SPAN, BL_TONE_SERIES, NULL), *undated = NULL;

  for (guint i = 0; i < self->asked->n_items; i++)
    {
      const BlGanttItem *item = &self->asked->items[i];
      BlGanttStanding standing = bl_gantt_item_get_standing (item, self->asked->today);
      g_autofree char *said = say_standing (item, self->asked->today);
      gboolean dated = start_of (item) != 0;
      BlDatum datum;

      bl_datum_init (&datum);
      datum.y = self->bands[i];
      datum.row = (int) i;
      datum.words = say_item (item, self->asked->today);
      datum.part = isfinite (item->done) ? CLAMP (item->done, 0, 1) : 0;
      if (standing == BL_GANTT_UNDER_WAY || standing == BL_GANTT_LATE)
        datum.flags |= BL_DATUM_FOCUS;
      if (standing == BL_GANTT_LATE)
        datum.label = item->note != NULL ? g_strdup_printf ("%s; %s", said, item->note) : g_strdup (said);
      else
        datum.label = g_strdup (item->note);
      if (dated)
        {
          datum.x = start_of (item);
          datum.x2 = end_of (item) + 1; /* to the end of the last day */
        }
      else if (undated == NULL)
        undated = bl_chart_panel_add_mark (panel, BL_MARK_TEXT, BL_TONE_LIMIT, NULL);
      if (!dated)
        {
          datum.x = isfinite (self->earliest) ? self->earliest : self->asked->today;
          datum.state = BL_STATE_NO_DATA;
          g_free (datum.label);
          datum.label = item->note != NULL ? g_strdup_printf ("%s; %s", said, item->note) : g_strdup (said);
        }
      bl_chart_mark_take (dated ? spans : undated, &datum);
    }
}

static void
add_milestones (const Gantt *self, BlChartPanel *panel)
{
  BlChartMark *milestones = NULL;

  for (guint i = 0; i < self->asked->n_items; i++)
    {
      const BlGanttItem *item = &self->asked->items[i];
      BlDatum datum;

      if (item->milestone == 0)
        continue;
      if (milestones == NULL)
        {
          milestones = bl_chart_panel_add_mark (panel, BL_MARK_SPAN, BL_TONE_SERIES, NULL);
          milestones->series = 3;
        }
      bl_datum_init (&datum);
      datum.x = item->milestone + 0.5;
      datum.y = self->bands[i];
      datum.label = g_strdup (item->milestone_name);
      bl_chart_mark_take (milestones, &datum);
    }
}

static void
add_today (const Gantt *self, BlChartPanel *panel)
{
  BlChartMark *rule;
  BlDatum datum;

  if (self->asked->today == 0)
    return;
  rule = bl_chart_panel_add_mark (panel, BL_MARK_RULE, BL_TONE_FOCUS, _ ("today"));
  rule->across = rule->direct = TRUE;
  bl_datum_init (&datum);
  datum.x = self->asked->today + 0.5;
  bl_chart_mark_take (rule, &datum);
}

/* --- Words ---------------------------------------------------------------------- */

static void
say (const BlGanttChart *asked, char **title, char **sentence)
{
  guint counts[BL_GANTT_TO_COME + 1] = { 0 };
  g_autoptr (GString) text = g_string_new (NULL), late = g_string_new (NULL);
  const char *current = NULL;

  for (guint i = 0; i < asked->n_items; i++)
    {
      BlGanttStanding standing = bl_gantt_item_get_standing (&asked->items[i], asked->today);

      counts[standing]++;
      if (standing == BL_GANTT_UNDER_WAY && current == NULL)
        current = asked->items[i].name;
      if (standing == BL_GANTT_LATE)
        g_string_append_printf (late, "%s%s", late->len > 0 ? ", " : "", asked->items[i].name);
    }
  if (asked->n_items == 0)
    {
      *title = g_strdup (_ ("Nothing is planned yet"));
      *sentence = g_strdup (_ ("There is nothing with a date."));
      return;
    }
  if (counts[BL_GANTT_LATE] > 0)
    *title = g_strdup_printf (ngettext ("%1$u of %2$u is late", "%1$u of %2$u are late", counts[BL_GANTT_LATE]),
                              counts[BL_GANTT_LATE], asked->n_items);
  else if (current != NULL)
    /* TRANSLATORS: a stage or task */
    *title = g_strdup_printf (_ ("Under way: %s"), current);
  else
    *title = g_strdup_printf (ngettext ("%1$u of %2$u is done", "%1$u of %2$u are done", counts[BL_GANTT_DONE]),
                              counts[BL_GANTT_DONE], asked->n_items);
  /* TRANSLATORS: how many stages or tasks */
  g_string_append_printf (text, _ ("Of %1$u, %2$u done, %3$u under way, %4$u late, %5$u to come."), asked->n_items,
                          counts[BL_GANTT_DONE], counts[BL_GANTT_UNDER_WAY], counts[BL_GANTT_LATE], counts[BL_GANTT_TO_COME]);
  if (late->len > 0)
    /* TRANSLATORS: names of stages or tasks */
    g_string_append_printf (text, _ (" Late: %s."), late->str);
  if (counts[BL_GANTT_NO_DATES] > 0)
    g_string_append_printf (text, ngettext (" %u has no dates yet.", " %u have no dates yet.", counts[BL_GANTT_NO_DATES]),
                            counts[BL_GANTT_NO_DATES]);
  *sentence = g_string_free (g_steal_pointer (&text), FALSE);
}

static void
set_date (BlChartTable *table, guint row, guint column, guint32 day)
{
  g_autofree char *text = day != 0 ? bl_text_from_date (day) : NULL;

  bl_chart_table_set_text (table, row, column, text != NULL ? text : _ ("not known"));
}

static void
tabulate (BlChart *chart, const BlGanttChart *asked)
{
  BlChartTable *table = chart->table;

  bl_chart_table_add_column (table, asked->items_title != NULL ? asked->items_title : _ ("Name"), FALSE);
  bl_chart_table_add_column (table, _ ("Group"), FALSE);
  bl_chart_table_add_column (table, _ ("From"), FALSE);
  bl_chart_table_add_column (table, _ ("To"), FALSE);
  bl_chart_table_add_column (table, _ ("Done"), TRUE);
  bl_chart_table_add_column (table, _ ("Standing"), FALSE);
  bl_chart_table_add_column (table, _ ("Milestone"), FALSE);
  bl_chart_table_add_column (table, _ ("Note"), FALSE);
  for (guint i = 0; i < asked->n_items; i++)
    {
      const BlGanttItem *item = &asked->items[i];
      guint row = bl_chart_table_add_row (table);
      g_autofree char *standing = say_standing (item, asked->today);
      g_autofree char *done = isfinite (item->done) ? bl_text_percent (item->done * 100) : g_strdup (_ ("not known"));

      bl_chart_table_set_text (table, row, 0, item->name);
      bl_chart_table_set_text (table, row, 1, item->group != NULL ? item->group : "");
      set_date (table, row, 2, start_of (item));
      set_date (table, row, 3, end_of (item));
      bl_chart_table_set_number (table, row, 4, isfinite (item->done) ? item->done * 100 : NAN, done);
      bl_chart_table_set_text (table, row, 5, standing);
      if (item->milestone != 0)
        {
          g_autofree char *day = bl_text_from_date (item->milestone);
          g_autofree char *text = g_strdup_printf ("%s, %s", item->milestone_name != NULL ? item->milestone_name : _ ("milestone"), day);

          bl_chart_table_set_text (table, row, 6, text);
        }
      bl_chart_table_set_text (table, row, 7, item->note != NULL ? item->note : "");
    }
}

BlChart *
bl_gantt_chart_new (const BlGanttChart *asked)
{
  BlChart *chart = bl_chart_new (BL_CHART_GANTT);
  BlChartPanel *panel = bl_chart_add_panel (chart);
  Gantt self = { .asked = asked, .bands = g_new0 (guint, MAX (asked->n_items, 1)) };
  char *title = NULL, *sentence = NULL;

  bl_scale_init (&panel->x, BL_SCALE_TIME);
  panel->x.period = BL_PERIOD_KIND_MONTH;
  bl_scale_init (&panel->y, BL_SCALE_BAND);
  panel->y.no_grid = TRUE;
  name_bands (&self, &panel->y);
  add_spans (&self, panel);
  add_milestones (&self, panel);
  add_today (&self, panel);
  say (asked, &title, &sentence);
  bl_chart_take_words (chart, &asked->words, title, sentence);
  tabulate (chart, asked);
  g_free (self.bands);
  return chart;
}
