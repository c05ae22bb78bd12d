/* chart-parts.c: what stands about the drawing of a chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "chart-parts.h"

GType
bl_chart_parts_get_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type))
    {
      static const GFlagsValue values[] = {
        { BL_CHART_PARTS_FINDING, "BL_CHART_PARTS_FINDING", "finding" },
        { BL_CHART_PARTS_MENU, "BL_CHART_PARTS_MENU", "menu" },
        { BL_CHART_PARTS_SENTENCE, "BL_CHART_PARTS_SENTENCE", "sentence" },
        { BL_CHART_PARTS_SUBTITLE, "BL_CHART_PARTS_SUBTITLE", "subtitle" },
        { BL_CHART_PARTS_DOUBT, "BL_CHART_PARTS_DOUBT", "doubt" },
        { BL_CHART_PARTS_SOURCE, "BL_CHART_PARTS_SOURCE", "source" },
        { 0, NULL, NULL },
      };

      g_once_init_leave (&type, g_flags_register_static ("BlChartParts", values));
    }
  return type;
}
