/* chart-fixture.c: charts and keys for the tests of their widgets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "chart-fixture.h"

#include <math.h>

#include "period.h"
#include "text.h"

static void
take (BlChartMark *mark, double x, double y, char *words, int row)
{
  BlDatum datum;

  bl_datum_init (&datum);
  datum.x = x;
  datum.y = y;
  datum.words = words;
  datum.row = row;
  bl_chart_mark_take (mark, &datum);
}

BlChart *
chart_fixture_months (guint n)
{
  BlChart *chart = bl_chart_new (BL_CHART_LINE);
  BlChartPanel *panel = bl_chart_add_panel (chart);
  BlChartMark *line;
  BlPeriod month;
  guint32 april;

  g_assert_true (bl_text_to_date ("2022-04-01", &april));
  month = bl_period_of (april, BL_PERIOD_KIND_MONTH);
  chart->title = g_strdup ("Library visits rose every month");
  chart->subtitle = g_strdup ("Visits a month, April 2022 on");
  chart->sentence = g_strdup ("Library visits rose from 100 to 2,400.");
  chart->doubt = g_strdup ("June 2022 is an estimate.");
  chart->source = g_strdup ("Made for a test");
  bl_chart_table_add_column (chart->table, "Period", FALSE);
  bl_chart_table_add_column (chart->table, "Visits", TRUE);
  bl_chart_table_add_column (chart->table, "State", FALSE);
  bl_scale_init (&panel->x, BL_SCALE_TIME);
  panel->x.period = BL_PERIOD_KIND_MONTH;
  bl_scale_init (&panel->y, BL_SCALE_NUMBER);
  panel->y.number = BL_INDICATOR_KIND_COUNT;
  panel->y.unit = g_strdup ("visits");
  panel->y.from_zero = TRUE;
  line = bl_chart_panel_add_mark (panel, BL_MARK_LINE, BL_TONE_SERIES, "Visits");
  for (guint i = 0; i < n; i++)
    {
      double y = i == 1 ? NAN : 100.0 * (i + 1);
      g_autofree char *name = bl_period_to_text (&month);
      g_autofree char *number = i == 1 ? g_strdup ("no data") : bl_text_number (y, 0);
      guint row = bl_chart_table_add_row (chart->table);

      bl_chart_table_set_text (chart->table, row, 0, name);
      if (i == 1)
        bl_chart_table_set_text (chart->table, row, 1, number);
      else
        bl_chart_table_set_number (chart->table, row, 1, y, number);
      bl_chart_table_set_text (chart->table, row, 2, i == 1 ? "No data" : i == 2 ? "Estimate" : "Measured");
      take (line, (month.start + month.end - 1) / 2.0, y,
            g_strdup_printf ("%s: %s%s", name, number, i == 1 ? "" : " visits"), (int) row);
      g_array_index (line->data, BlDatum, i).state
          = i == 1 ? BL_STATE_NO_DATA : i == 2 ? BL_STATE_ESTIMATE : BL_STATE_MEASURED;
      if (i == 3)
        bl_chart_panel_add_note (panel, month.start, FALSE, "A reading challenge began");
      month = bl_period_step (&month, 1);
    }
  return chart;
}

BlChart *
chart_fixture_bars (void)
{
  static const char *const names[] = { "Leeds", "Newcastle", "Bristol" };
  BlChart *chart = bl_chart_new (BL_CHART_RANKED);
  BlChartPanel *panel = bl_chart_add_panel (chart);
  BlChartMark *others, *ours;

  chart->title = g_strdup ("Newcastle lies between two others");
  chart->sentence = g_strdup ("Newcastle had 20, Leeds 30 and Bristol 10.");
  bl_chart_table_add_column (chart->table, "Authority", FALSE);
  bl_chart_table_add_column (chart->table, "Visits", TRUE);
  bl_scale_init (&panel->x, BL_SCALE_NUMBER);
  panel->x.from_zero = TRUE;
  bl_scale_init (&panel->y, BL_SCALE_BAND);
  others = bl_chart_panel_add_mark (panel, BL_MARK_BAR, BL_TONE_OTHERS, NULL);
  ours = bl_chart_panel_add_mark (panel, BL_MARK_BAR, BL_TONE_FOCUS, NULL);
  others->across = ours->across = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      double value = 30 - 10.0 * i;
      g_autofree char *number = bl_text_number (value, 0);
      guint row = bl_chart_table_add_row (chart->table);

      bl_scale_add_name (&panel->y, names[i]);
      bl_chart_table_set_text (chart->table, row, 0, names[i]);
      bl_chart_table_set_number (chart->table, row, 1, value, number);
      take (i == 1 ? ours : others, value, i, g_strdup_printf ("%s: %s visits", names[i], number), (int) row);
    }
  return chart;
}

BlChart *
chart_fixture_multiples (guint n_panels, guint n)
{
  BlChart *chart = chart_fixture_months (n);

  chart->kind = BL_CHART_MULTIPLES;
  for (guint i = 1; i < n_panels; i++)
    {
      g_autoptr (BlChart) another = chart_fixture_months (n);

      g_ptr_array_add (chart->panels, g_ptr_array_steal_index (another->panels, 0));
    }
  for (guint i = 0; i < n_panels; i++)
    ((BlChartPanel *) chart->panels->pdata[i])->title = g_strdup_printf ("Library %u", i + 1);
  return chart;
}

gboolean
chart_fixture_press (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  for (GtkWidget *at = widget; at != NULL; at = gtk_widget_get_parent (at))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (at);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

          if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
            continue;
          for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
            {
              g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
              GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

              if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
                  && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers
                  && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, at,
                                                   gtk_shortcut_get_arguments (shortcut)))
                return TRUE;
            }
        }
    }
  return FALSE;
}
