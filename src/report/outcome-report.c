/* outcome-report.c: the picture of an Outcome, on a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "outcome-report.h"

#include <glib/gi18n-lib.h>

#include "chart-frame.h"
#include "places.h"
#include "text.h"

/* The chart is laid out in so many units and then fitted to the page. */
#define UNITS 720.0

static BlChartLook
paper_look (void)
{
  return (BlChartLook){ .palette = bl_palette_get (BL_PALETTE_LIGHT), .text_scale = 1 };
}

static void
paint_chart (cairo_t *cr, double width, double height, gpointer data)
{
  BlChartLook look = paper_look ();
  double scale = width / UNITS;

  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  bl_chart_paint (data, cr, 0, 0, UNITS, height / scale, &look);
  cairo_restore (cr);
}

static void
add_chart (BlReport *report, BlChart *chart)
{
  BlChartLook look = paper_look ();
  double ratio = bl_chart_get_height (chart, UNITS, &look) / UNITS;

  bl_report_add_picture (report, ratio, ratio, chart->sentence != NULL ? chart->sentence : chart->title, NULL, paint_chart,
                         bl_chart_ref (chart), (GDestroyNotify) bl_chart_unref);
}

static void
add_table (BlReport *report, const BlOutcomePicture *picture)
{
  BlReportTable *table = bl_report_add_table (report, NULL);

  bl_report_table_set_compact (table);
  bl_report_table_add_column (table, _ ("Indicator"), FALSE);
  bl_report_table_add_column (table, _ ("Latest"), TRUE);
  bl_report_table_add_column (table, _ ("Of"), FALSE);
  bl_report_table_add_column (table, _ ("Change"), FALSE);
  bl_report_table_add_column (table, _ ("State"), FALSE);
  bl_report_table_add_column (table, _ ("Verdict"), FALSE);
  bl_report_table_add_column (table, _ ("Target"), FALSE);
  for (guint i = 0; i < picture->panels->len; i++)
    {
      const BlIndicatorPanel *panel = g_ptr_array_index (picture->panels, i);
      const BlIndicatorSummary *it = g_ptr_array_index (picture->summaries, i);
      /* Translators: a period, and what is known of the one that is not over. */
      g_autofree char *when = it->part != NULL ? g_strdup_printf ("%s; %s", it->period, it->part) : g_strdup (it->period);
      const char *light = panel->judgement->rag != BL_RAG_NONE ? _ (bl_rag_get_title (panel->judgement->rag)) : _ ("none set");

      bl_report_table_add_row (table, NULL,
                               (const char *const[]){ panel->title, it->value != NULL ? it->value : _ ("no data"),
                                                      /* A dash: it does not apply. */
                                                      it->figure != BL_SUMMARY_NO_DATA ? when : "–",
                                                      it->change != NULL                 ? it->change
                                                      : it->figure != BL_SUMMARY_NO_DATA ? _ ("no earlier figure")
                                                                                         : "–",
                                                      it->tag, _ (it->verdict), light });
    }
}

static void
add_points (BlReport *report, const char *heading, GPtrArray *points)
{
  if (points->len == 0)
    return;
  bl_report_add_heading (report, heading);
  for (guint i = 0; i < points->len; i++)
    bl_report_add_point (report, g_ptr_array_index (points, i));
}

BlReport *
bl_outcome_report_new (const BlOutcomePicture *picture, const BlFacts *facts, guint32 today)
{
  const char *service = facts->service != NULL ? facts->service : facts->title != NULL ? facts->title : _ ("Libraries");
  g_autofree char *date = bl_text_date_for_people (today);
  g_autofree char *head = g_strdup_printf (_ ("%s, %s"), picture->title, date);
  g_autofree char *subtitle = g_strdup_printf (_ ("Outcome %u · %s · %s"), picture->outcome, service, date);
  BlReport *report = bl_report_new (picture->title);

  bl_report_set_running_head (report, service, head);
  bl_report_set_foot (report, bl_places_attribution ());
  bl_report_set_date (report, today);
  bl_report_add_subtitle (report, subtitle);
  if (facts->sample_note != NULL)
    bl_report_add_note (report, facts->sample_note);
  bl_report_add_finding (report, picture->finding);
  if (picture->success != NULL)
    {
      g_autofree char *success = g_strdup_printf (_ ("What it would look like: %s"), picture->success);

      bl_report_add_paragraph (report, success);
    }
  if (picture->chart != NULL)
    add_chart (report, picture->chart);
  if (picture->panels->len > 0)
    add_table (report, picture);
  add_points (report, _ ("Strengths"), picture->strengths);
  add_points (report, _ ("To look at"), picture->attention);
  add_points (report, _ ("No data"), picture->lacking);
  if (picture->sources != NULL)
    {
      g_autofree char *sources = g_strdup_printf (_ ("Sources: %s."), picture->sources);

      bl_report_add_note (report, sources);
    }
  return report;
}
