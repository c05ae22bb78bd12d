/* assess-criteria.c: the write-up of a self-assessment: what each thought, what was agreed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "assess-report-private.h"
#include "chart-frame.h"
#include "radar-chart.h"
#include "spread-chart.h"

/* A strip of dots, in the units it is laid out in and by its share of the page. */
#define STRIP_WIDTH 560.0
#define STRIP_HEIGHT 190.0
#define STRIP_SHARE 0.5
#define RADAR_WIDTH 560.0
#define RADAR_HEIGHT 400.0
#define RADAR_SHARE 0.62

static void
paint_scaled (cairo_t *cr, BlChart *chart, double width, double units, double height)
{
  BlChartLook look = { .palette = bl_palette_get (BL_PALETTE_LIGHT), .text_scale = 1.2 };

  cairo_save (cr);
  cairo_scale (cr, width / units, width / units);
  bl_chart_paint (chart, cr, 0, 0, units, height, &look);
  cairo_restore (cr);
}

static void
paint_strip (cairo_t *cr, double width, double height, gpointer chart)
{
  paint_scaled (cr, chart, width, STRIP_WIDTH, STRIP_HEIGHT);
}

static void
paint_radar (cairo_t *cr, double width, double height, gpointer chart)
{
  paint_scaled (cr, chart, width, RADAR_WIDTH, RADAR_HEIGHT);
}

static const char **
level_labels (const BlAssessParts *parts)
{
  const GPtrArray *levels = parts->study->levels;
  const char **labels = g_new0 (const char *, levels->len + 1);

  for (guint i = 0; i < levels->len; i++)
    labels[i] = bl_record_get_text (g_ptr_array_index (levels, i), "label");
  return labels;
}

static int
place_of (const BlAssessParts *parts, BlScaleLevel *level)
{
  guint place;

  return level != NULL && g_ptr_array_find (parts->study->levels, level, &place) ? (int) place : -1;
}

/* Only in the team: it shows how many chose a level. */
static void
add_strip (BlReport *report, const BlAssessParts *parts, const BlAssessItem *item)
{
  g_autoptr (GPtrArray) ratings = bl_assess_list_ratings (parts, item);
  g_autofree const char **labels = level_labels (parts);
  g_autofree int *places = g_new0 (int, ratings->len + 1);
  BlSpreadChart asked = { .levels = labels, .n_levels = parts->study->levels->len, .ratings = places, .n_ratings = ratings->len };
  BlChart *chart;

  if (parts->others || ratings->len == 0 || asked.n_levels == 0)
    return;
  for (guint i = 0; i < ratings->len; i++)
    places[i] = place_of (parts, ((const BlAssessRating *) g_ptr_array_index (ratings, i))->level);
  chart = bl_spread_chart_new (&asked);
  bl_report_add_strip (report, STRIP_SHARE, STRIP_HEIGHT / STRIP_WIDTH, chart->sentence, paint_strip, chart,
                       (GDestroyNotify) bl_chart_unref);
}

static const char *
name_of (const BlAssessParts *parts, BlRating *rating)
{
  const char *id = bl_record_get_text (BL_RECORD (rating), "member");
  const BlAssessMember *member = id != NULL ? bl_assess_study_find_member (parts->study, id) : NULL;

  return member != NULL ? bl_record_get_text (BL_RECORD (member->member), "name") : NULL;
}

/* What members wrote beside their ratings. */
static void
add_reasons (BlReport *report, const BlAssessParts *parts, const BlAssessItem *item)
{
  g_autoptr (GPtrArray) ratings = bl_assess_list_ratings (parts, item);

  for (guint i = 0; !parts->others && i < ratings->len; i++)
    {
      const BlAssessRating *rating = g_ptr_array_index (ratings, i);
      BlRecord *record = BL_RECORD (rating->rating);
      const char *reason = bl_record_get_text (record, "reason"), *example = bl_record_get_text (record, "example");
      const char *name = parts->named ? name_of (parts, rating->rating) : NULL;
      g_autoptr (GString) words = g_string_new (bl_record_get_text (BL_RECORD (rating->level), "label"));

      if (reason == NULL && example == NULL && name == NULL)
        continue;
      if (name != NULL)
        g_string_append_printf (words, " (%s)", name);
      g_string_append_c (words, ':');
      if (reason != NULL)
        g_string_append_printf (words, " %s", reason);
      if (example != NULL)
        g_string_append_printf (words, _ (" Example: %s"), example);
      if (reason == NULL && example == NULL)
        g_string_append (words, _ (" no reason given"));
      bl_report_add_point (report, words->str);
    }
}

static void
add_item (BlReport *report, const BlAssessParts *parts, const BlAssessItem *item)
{
  g_autofree char *agreed = bl_assess_say_agreed (parts, item->item);
  g_autofree char *spread = bl_assess_say_spread (parts, item);

  bl_report_add_subheading (report, bl_framework_get_title (parts->framework, item->item));
  bl_report_add_note (report, bl_record_get_text (BL_RECORD (item->criterion), "statement"));
  add_strip (report, parts, item);
  bl_report_add_paragraph (report, spread);
  add_reasons (report, parts, item);
  if (agreed != NULL)
    bl_report_add_conclusion (report, agreed);
}

/* Each spoke is a criterion with what was agreed on it: nothing is averaged into one. */
static void
add_radar (BlReport *report, const BlAssessParts *parts, guint first, guint n)
{
  g_autofree const char **labels = level_labels (parts);
  g_autofree const char **spokes = g_new0 (const char *, n + 1);
  g_autofree double *values = g_new0 (double, n + 1);
  BlRadarSeries series = { .name = _ ("Agreed"), .values = values };
  BlRadarChart asked = { .spokes_title = _ ("Criterion"), .spokes = spokes, .n_spokes = n, .levels = labels,
                         .n_levels = parts->study->levels->len, .series = &series, .n_series = 1 };
  BlChart *chart;

  for (guint i = 0; i < n; i++)
    {
      const BlAssessItem *item = &parts->study->items[first + i];
      int place = place_of (parts, item->agreed);

      spokes[i] = bl_framework_get_title (parts->framework, item->item);
      values[i] = place >= 0 && !item->set_aside ? place + 1 : NAN;
    }
  chart = bl_radar_chart_new (&asked);
  if (chart == NULL)
    return;
  bl_report_add_strip (report, RADAR_SHARE, RADAR_HEIGHT / RADAR_WIDTH, chart->sentence, paint_radar, chart,
                       (GDestroyNotify) bl_chart_unref);
  bl_report_add_note (report, _ ("Agreed ratings only. Each spoke is one criterion; views that differ stand beside each "
                                 "rating in the text. The area inside the line means nothing."));
}

static void
add_approaches (BlReport *report, const BlAssessParts *parts, const char *item)
{
  static const struct
  {
    const char *field, *title;
  } fields[] = { { "now", N_ ("Approaches in use") }, { "planned", N_ ("Approaches planned") }, { "notes", N_ ("Notes of the meeting") } };
  BlRecord *discussion = bl_assess_find_about (parts, "discussions", item);

  for (guint i = 0; discussion != NULL && i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = bl_record_get_text (discussion, fields[i].field);
      g_autofree char *words = text != NULL ? g_strdup_printf ("%s: %s", _ (fields[i].title), text) : NULL;

      /* What was said in the room stays there; what is agreed can be shared. */
      if (words != NULL && !(parts->others && g_str_equal (fields[i].field, "notes")))
        bl_report_add_paragraph (report, words);
    }
}

static void
add_findings (BlReport *report, const BlAssessParts *parts, const char *item, BlFindingSide side, gboolean agreed,
              const char *heading)
{
  g_autoptr (GPtrArray) findings = bl_assess_list_findings (parts, item, side, agreed);

  if (findings->len == 0)
    return;
  bl_report_add_subheading (report, heading);
  for (guint i = 0; i < findings->len; i++)
    bl_report_add_point (report, bl_record_get_text (g_ptr_array_index (findings, i), "text"));
}

static void
add_part (BlReport *report, const BlAssessParts *parts, const BlAssessPart *part)
{
  bl_report_add_heading (report, bl_framework_get_title (parts->framework, part->item));
  bl_report_add_note (report, bl_record_get_text (part->record, "statement"));
  add_approaches (report, parts, part->item);
  for (guint i = 0; i < part->n; i++)
    add_item (report, parts, &parts->study->items[part->first + i]);
  if (parts->asked->radar && !parts->study->short_route)
    add_radar (report, parts, part->first, part->n);
  add_findings (report, parts, part->item, BL_FINDING_STRENGTH, TRUE, _ ("Strengths"));
  add_findings (report, parts, part->item, BL_FINDING_AREA, TRUE, _ ("Areas for improvement"));
  if (!parts->others)
    {
      add_findings (report, parts, part->item, BL_FINDING_STRENGTH, FALSE, _ ("Strengths put forward and not chosen"));
      add_findings (report, parts, part->item, BL_FINDING_AREA, FALSE, _ ("Areas put forward and not chosen"));
    }
}

void
bl_assess_write_criteria (BlReport *report, const BlAssessParts *parts)
{
  if (parts->asked->radar && parts->study->short_route)
    {
      bl_report_add_heading (report, _ ("Agreed ratings at a glance"));
      add_radar (report, parts, 0, parts->study->n_items);
    }
  for (guint i = 0; i < parts->study->n_parts; i++)
    add_part (report, parts, &parts->study->parts[i]);
}
