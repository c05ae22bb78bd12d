/* scenario-report.c: what a scenario does, on a few pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-report.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "file-output.h"
#include "page-composer.h"
#include "places.h"
#include "report-html.h"
#include "report-sources.h"
#include "scenario-picture.h"
#include "scenario-words.h"
#include "summary.h"
#include "text.h"

#define MAP_UNITS 690.0 /* px across, so that names are as large as the table's on paper */
#define MOST_ARRIVALS 12

/* --- Map -------------------------------------------------------------------------- */

static void
paint_map (cairo_t *cr, double width, double height, gpointer data)
{
  double scale = width / MAP_UNITS;

  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  bl_scenario_picture_paint (data, cr, MAP_UNITS, height / scale, 1, bl_palette_get (BL_PALETTE_LIGHT));
  cairo_restore (cr);
}

static void
add_map (BlReport *report, const BlScenarioReport *about, const char *summary)
{
  BlScenarioPicture *picture = bl_scenario_picture_new (about->facts, about->changed, about->consequences);
  double ratio = bl_scenario_picture_get_ratio (picture);

  bl_report_add_picture (report, MIN (ratio, 0.62), ratio, summary,
                         _ ("Orange: people lose a library in reach; pale orange: further; hatched: beyond it already, now "
                            "further; teal: gain one or nearer; grey: no change. Arrows: where people would go. The "
                            "shape of a marker says who runs the library."),
                         paint_map, picture, (GDestroyNotify) bl_scenario_picture_free);
}

/* --- Figures ------------------------------------------------------------------------ */

static void
add_figures (BlReport *report, const BlScenarioReport *about, const char *within)
{
  const BlConsequences *it = about->consequences;
  g_autofree char *moved = bl_text_number (it->moved, 0);
  g_autofree char *share = bl_text_percent (it->before->population > 0 ? it->moved * 100 / it->before->population : 0);
  g_autofree char *share_note = g_strdup_printf (_ ("%s of people"), share);
  g_autofree char *lost = bl_text_number (it->people[BL_EFFECT_LOST], 0);
  g_autofree char *lost_label = g_strdup_printf (_ ("Lose one within %s"), within);
  g_autofree char *lost_note = g_strdup_printf (ngettext ("in %u area", "in %u areas", it->areas[BL_EFFECT_LOST]),
                                                it->areas[BL_EFFECT_LOST]);
  g_autofree char *after = bl_text_percent (it->after->within[0].percent);
  g_autofree char *before = bl_text_percent (it->before->within[0].percent);
  g_autofree char *after_label = g_strdup_printf (_ ("Within %s"), within);
  g_autofree char *today = g_strdup_printf (_ ("today %s"), before);

  bl_report_add_figure (report, moved, _ ("Change library"), share_note, NULL, NULL, NULL);
  bl_report_add_figure (report, lost, lost_label, lost_note, NULL, NULL, NULL);
  bl_report_add_figure (report, after, after_label, today, NULL, NULL, NULL);
  if (isfinite (it->after->mean_distance))
    {
      g_autofree char *mean = bl_text_metres (it->after->mean_distance);
      g_autofree char *mean_today = bl_text_metres (it->before->mean_distance);
      g_autofree char *mean_note = g_strdup_printf (_ ("today %s"), mean_today);

      bl_report_add_figure (report, mean, _ ("Average distance"), mean_note, NULL, NULL, NULL);
    }
}

/* --- Tables --------------------------------------------------------------------------- */

static void
add_effects (BlReport *report, const BlScenarioReport *about, const char *within)
{
  const BlConsequences *it = about->consequences;
  const struct
  {
    BlEffect effect;
    const char *words;
  } rows[] = {
    { BL_EFFECT_LOST, _ ("Lose a library in reach") },
    { BL_EFFECT_FURTHER, _ ("Further, still in reach") },
    { BL_EFFECT_BEYOND, _ ("Out of reach already, now further") },
    { BL_EFFECT_NEARER, _ ("Nearer") },
    { BL_EFFECT_GAINED, _ ("Gain a library in reach") },
    { BL_EFFECT_NONE, _ ("No change") },
  };
  g_autofree char *caption = g_strdup_printf (_ ("What changes for people; in reach is within %s"), within);
  BlReportTable *table = bl_report_add_table (report, caption);

  bl_report_table_add_column (table, _ ("What changes"), FALSE);
  bl_report_table_add_column (table, _ ("Areas"), TRUE);
  bl_report_table_add_column (table, _ ("People"), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (it->areas[rows[i].effect] > 0)
      {
        g_autofree char *areas = bl_text_number (it->areas[rows[i].effect], 0);
        g_autofree char *people = bl_text_number (it->people[rows[i].effect], 0);

        bl_report_table_add_row (table, NULL, (const char *const[]){ rows[i].words, areas, people });
      }
}

static void
add_arrivals (BlReport *report, const BlScenarioReport *about)
{
  const BlConsequences *it = about->consequences;
  BlReportTable *table;

  if (it->n_flows == 0)
    return;
  table = bl_report_add_table (report, _ ("Where people would go"));
  bl_report_table_add_column (table, _ ("To"), FALSE);
  bl_report_table_add_column (table, _ ("From"), FALSE);
  bl_report_table_add_column (table, _ ("People"), TRUE);
  bl_report_table_add_column (table, _ ("Further on average"), TRUE);
  bl_report_table_add_column (table, _ ("Open hours a week"), TRUE);
  for (guint i = 0; i < MIN (it->n_flows, MOST_ARRIVALS); i++)
    {
      const BlFlow *flow = &it->flows[i];
      const BlFactsLibrary *to = &about->changed->libraries[flow->to];
      BlMarkerLook look = { .operation = to->operation,
                            .statutory = to->statutory,
                            .proposed = flow->to >= about->facts->n_libraries };
      g_autofree char *people = bl_text_number (flow->population, 0);
      g_autofree char *further = isnan (flow->extra_distance) ? NULL
                                 : flow->extra_distance < 0   ? g_strdup (_ ("nearer"))
                                                              : bl_text_metres (flow->extra_distance);
      g_autofree char *hours = isnan (to->week_hours) ? NULL : bl_text_number (to->week_hours, 1);

      bl_report_table_add_row (
          table, &look,
          (const char *const[]){ to->name, about->changed->libraries[flow->from].name, people, further, hours });
    }
}

static void
add_equality (BlReport *report, const BlScenarioReport *about)
{
  const BlEquality *equality = about->equality;
  g_autofree char *finding = bl_equality_finding (equality);
  BlReportTable *table;

  bl_report_add_heading (report, _ ("Equality effects"));
  bl_report_add_finding (report, finding);
  table = bl_report_add_table (report, _ ("Share of each group that would change library, and what is judged of it"));
  bl_report_table_set_compact (table);
  bl_report_table_add_column (table, _ ("Group"), FALSE);
  bl_report_table_add_column (table, _ ("Share"), TRUE);
  bl_report_table_add_column (table, _ ("Beside everyone"), FALSE);
  bl_report_table_add_column (table, _ ("What it would mean"), FALSE);
  bl_report_table_add_column (table, _ ("What would soften it"), FALSE);
  for (guint i = 0; i < equality->n_rows; i++)
    {
      const BlEqualityRow *row = &equality->rows[i];
      g_autofree char *share = isnan (row->share) ? NULL : bl_text_percent (row->share);

      bl_report_table_add_row (table, NULL,
                               (const char *const[]){ row->title, share, bl_equality_direction_to_text (row->direction),
                                                      row->judgement != NULL ? row->judgement : _ ("not judged yet"),
                                                      row->mitigation != NULL ? row->mitigation
                                                                              : _ ("nothing yet") });
    }
}

static void
add_tests (BlReport *report, const BlScenarioReport *about)
{
  g_autofree char *finding = NULL;
  g_autofree char *sentence = NULL;

  if (about->tests == NULL)
    return;
  finding = bl_survive_finding (about->tests);
  sentence = bl_survive_sentence (about->tests);
  bl_report_add_heading (report, _ ("Does the answer survive other ways of counting?"));
  bl_report_add_finding (report, finding);
  bl_report_add_paragraph (report, sentence);
  for (guint i = 0; i < about->tests->n_tests; i++)
    {
      g_autofree char *test = bl_survive_test_sentence (about->tests, i);

      bl_report_add_point (report, test);
    }
}

/* --- The whole ---------------------------------------------------------------------- */

BlReport *
bl_scenario_report_new (const BlScenarioReport *about)
{
  const BlFacts *facts = about->facts;
  const char *service = facts->service != NULL ? facts->service : facts->title != NULL ? facts->title : _ ("Libraries");
  g_autofree char *date = bl_text_date_for_people (about->today);
  g_autofree char *head = g_strdup_printf (_ ("%s, %s"), about->title, date);
  g_autofree char *subtitle = g_strdup_printf (_ ("%s. Scenario %s beside today, %s."), service, about->letter, date);
  g_autofree char *finding = bl_scenario_finding (facts, about->question, about->consequences);
  g_autofree char *summary = bl_scenario_words_summary (facts, about->question, about->consequences);
  g_autofree char *within = bl_scenario_words_yardstick (facts, about->question);
  g_autofree char *counted = bl_scenario_words_question (facts, about->question);
  g_autofree char *method = g_strdup_printf (_ ("In reach is %s."), counted);
  g_autofree char *groups = bl_scenario_finding_groups (about->consequences, about->groups, about->n_groups);
  g_autofree char *flows = bl_scenario_finding_flows (about->changed, about->consequences);
  g_autofree char *hours = bl_scenario_words_hours (about->consequences);
  g_autofree char *saving = bl_scenario_words_saving (about->consequences);
  g_autofree char *strict = about->statutory != NULL ? bl_scenario_words_statutory (facts, about->question,
                                                                                   about->consequences, about->statutory)
                                                     : NULL;
  const char *const points[] = { groups, flows, hours, saving, strict };
  BlReport *report = bl_report_new (about->title);

  bl_report_set_running_head (report, service, head);
  bl_report_set_foot (report, bl_places_attribution ());
  bl_report_set_date (report, about->today);
  bl_report_add_subtitle (report, subtitle);
  if (facts->sample_note != NULL)
    bl_report_add_note (report, facts->sample_note);
  bl_report_add_finding (report, finding);
  if (about->note != NULL)
    bl_report_add_paragraph (report, about->note);
  for (guint i = 0; i < about->changes->len; i++)
    bl_report_add_point (report, g_ptr_array_index (about->changes, i));
  add_figures (report, about, within);
  add_map (report, about, summary);
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    if (points[i] != NULL)
      bl_report_add_point (report, points[i]);
  add_effects (report, about, within);
  add_arrivals (report, about);
  add_equality (report, about);
  add_tests (report, about);
  bl_report_add_heading (report, _ ("How it is measured"));
  bl_report_add_paragraph (report, method);
  bl_report_add_sources (report, facts);
  return report;
}

gboolean
bl_scenario_report_write (const BlScenarioReport *about, const char *path, GError **error)
{
  g_autofree char *ending = bl_file_output_ending (path);
  g_autoptr (BlReport) report = bl_scenario_report_new (about);
  g_autoptr (GBytes) bytes = NULL;

  if (g_str_equal (ending, "html") || g_str_equal (ending, "htm"))
    bytes = bl_report_to_html (report, error);
  else if (g_str_equal (ending, "pdf"))
    {
      g_autoptr (BlPages) pages = bl_pages_new (report);

      bytes = bl_pages_to_pdf (pages, error);
    }
  else
    g_set_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_KIND, _ ("A report can be a PDF or an HTML file."));
  return bytes != NULL && bl_file_output_write (path, bytes, error);
}
