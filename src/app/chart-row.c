/* chart-row.c: one row of the table of a chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "chart-row.h"

#include <math.h>

struct _BlChartRow
{
  GObject parent_instance;
  BlChart *chart;
  guint row;
};

G_DEFINE_FINAL_TYPE (BlChartRow, bl_chart_row, G_TYPE_OBJECT)

static void
bl_chart_row_finalize (GObject *object)
{
  bl_chart_unref (BL_CHART_ROW (object)->chart);
  G_OBJECT_CLASS (bl_chart_row_parent_class)->finalize (object);
}

static void
bl_chart_row_class_init (BlChartRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bl_chart_row_finalize;
}

static void
bl_chart_row_init (BlChartRow *self)
{
}

BlChartRow *
bl_chart_row_new (BlChart *chart, guint row)
{
  BlChartRow *self = g_object_new (BL_TYPE_CHART_ROW, NULL);

  self->chart = bl_chart_ref (chart);
  self->row = row;
  return self;
}

guint
bl_chart_row_get_row (BlChartRow *self)
{
  g_return_val_if_fail (BL_IS_CHART_ROW (self), 0);
  return self->row;
}

const char *
bl_chart_row_get_text (BlChartRow *self, guint column)
{
  g_return_val_if_fail (BL_IS_CHART_ROW (self), NULL);
  return bl_chart_table_get (self->chart->table, self->row, column)->text;
}

double
bl_chart_row_get_number (BlChartRow *self, guint column)
{
  g_return_val_if_fail (BL_IS_CHART_ROW (self), NAN);
  return bl_chart_table_get (self->chart->table, self->row, column)->value;
}

int
bl_chart_row_compare (BlChartRow *a, BlChartRow *b, guint column)
{
  double one, other;

  if (column == 0)
    return a->row < b->row ? -1 : a->row > b->row;
  if (!g_array_index (a->chart->table->numeric, gboolean, column))
    return g_utf8_collate (bl_chart_row_get_text (a, column), bl_chart_row_get_text (b, column));
  one = bl_chart_row_get_number (a, column);
  other = bl_chart_row_get_number (b, column);
  if (isnan (one) || isnan (other))
    return isnan (one) - isnan (other);
  return one < other ? -1 : one > other;
}
