/* profile-report.c: the profile of a library, on a page or two
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "profile-report.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "dot-strip.h"
#include "file-output.h"
#include "page-composer.h"
#include "places.h"
#include "report-html.h"
#include "report-sources.h"
#include "summary.h"
#include "text-painter.h"
#include "text.h"

/* The picture of strips: px across, and of each line. */
#define UNITS 690.0
#define LINE 22.0
#define NAMES 300.0
#define NUMBERS 70.0
#define INSET 9.0 /* the picture has a frame */

/* What the picture shows, as the page does. */
static const char *const few[] = { "need",           "deprived",        "aged_0_15",     "aged_60_plus",
                                   "hours_per_10000", "visits_per_1000", "loans_per_1000" };

/* --- Picture --------------------------------------------------------------------- */

typedef struct
{
  char *title, *value;
  double *others;
  guint n_others;
  BlProfileComparison comparison;
} Strip;

typedef struct
{
  guint n;
  Strip *strips;
} Strips;

static void
strips_free (gpointer data)
{
  Strips *self = data;

  for (guint i = 0; i < self->n; i++)
    {
      g_free (self->strips[i].title);
      g_free (self->strips[i].value);
      g_free (self->strips[i].others);
    }
  g_free (self->strips);
  g_free (self);
}

/* Of what is known; a copy, since the pages are painted later. */
static Strips *
strips_new (const BlProfiles *profiles, guint row)
{
  Strips *self = g_new0 (Strips, 1);

  self->strips = g_new0 (Strip, G_N_ELEMENTS (few));
  for (guint i = 0; i < G_N_ELEMENTS (few); i++)
    {
      int measure = bl_profiles_find_measure (profiles, few[i]);
      Strip *strip = &self->strips[self->n];

      if (measure < 0)
        continue;
      bl_profiles_compare (profiles, row, (guint) measure, &strip->comparison);
      if (isnan (strip->comparison.number))
        continue;
      strip->title = g_strdup (profiles->measures[measure].title);
      strip->value = bl_profile_to_text (&profiles->measures[measure], strip->comparison.number);
      strip->others = g_new (double, MAX (profiles->n_rows, 1));
      for (guint k = 0; k < profiles->n_rows; k++)
        if (k != row)
          strip->others[strip->n_others++] = profiles->numbers[k * profiles->n_measures + (guint) measure];
      self->n++;
    }
  return self;
}

static void
paint_strips (cairo_t *cr, double width, double height, gpointer data)
{
  const Strips *self = data;
  const BlPalette *palette = bl_palette_get (BL_PALETTE_LIGHT);
  BlTextStyle name = { .size = BL_TEXT_SIZE_LABEL }, number = { .size = BL_TEXT_SIZE_LABEL, .weight = 700 };
  double line = height * UNITS / width / MAX (self->n, 1);

  cairo_save (cr);
  cairo_scale (cr, width / UNITS, width / UNITS);
  for (guint i = 0; i < self->n; i++)
    {
      const Strip *it = &self->strips[i];
      BlDotStrip strip = { it->others,          it->n_others, it->comparison.number, it->comparison.middle,
                           it->comparison.class_middle, it->comparison.story };
      double middle = line * (i + 0.5);

      bl_text_painter_draw (cr, it->title, &name, INSET, middle, 0, 0.5, palette->ink);
      bl_text_painter_draw (cr, it->value, &number, NAMES + NUMBERS, middle, 1, 0.5, palette->ink);
      bl_dot_strip_paint (cr, NAMES + NUMBERS + 18, middle - 9, UNITS - NAMES - NUMBERS - 18 - INSET, 18, &strip, 1, FALSE,
                          palette);
    }
  cairo_restore (cr);
}

static void
add_strips (BlReport *report, const BlProfileReport *about, const char *finding)
{
  Strips *strips = strips_new (about->profiles, about->row);
  const char *class = about->profiles->classes[about->row];
  g_autofree char *caption = NULL;
  double ratio;

  if (strips->n == 0)
    {
      strips_free (strips);
      return;
    }
  caption = class == NULL
                ? g_strdup_printf (_ ("Grey: the other libraries. Bar: the middle of the service’s %u. Orange: among the "
                                      "worst quarter."),
                                   about->profiles->n_rows)
                : g_strdup_printf (_ ("Grey: the other libraries. Bar: the middle of the service’s %u. Small bar: the "
                                      "middle of those in places of the same class (%s). Orange: among the worst "
                                      "quarter."),
                                   about->profiles->n_rows, class);
  ratio = LINE * strips->n / UNITS;
  bl_report_add_picture (report, ratio, ratio, finding, caption, paint_strips, strips, strips_free);
}

/* --- Tables ------------------------------------------------------------------------ */

static void
add_part (BlReport *report, const BlProfileReport *about, BlProfilePart part)
{
  const BlProfiles *profiles = about->profiles;
  const char *class = profiles->classes[about->row];
  BlReportTable *table = bl_report_add_table (report, _ (bl_profile_part_get_title (part)));

  bl_report_table_set_compact (table);
  bl_report_table_add_column (table, _ ("Measure"), FALSE);
  bl_report_table_add_column (table, _ ("Here"), TRUE);
  bl_report_table_add_column (table, _ ("Middle"), TRUE);
  bl_report_table_add_column (table, class != NULL ? class : _ ("Same class"), TRUE);
  for (guint m = 0; m < profiles->n_measures; m++)
    {
      const BlProfileMeasure *it = &profiles->measures[m];
      g_autofree char *title = NULL, *number = NULL, *middle = NULL, *class_middle = NULL;
      BlProfileComparison comparison;

      if (it->part != part)
        continue;
      bl_profiles_compare (profiles, about->row, m, &comparison);
      title = it->period != NULL ? g_strdup_printf ("%s, %s", it->title, it->period) : g_strdup (it->title);
      number = isnan (comparison.number) ? NULL : bl_profile_to_text (it, comparison.number);
      middle = isnan (comparison.middle) ? NULL : bl_profile_to_text (it, comparison.middle);
      class_middle = isnan (comparison.class_middle) ? NULL : bl_profile_to_text (it, comparison.class_middle);
      bl_report_table_add_row (table, NULL, (const char *const[]){ title, number, middle, class_middle });
    }
}

static void
add_unknown (BlReport *report, const BlProfileReport *about)
{
  const BlProfiles *profiles = about->profiles;
  gboolean any = FALSE;

  for (guint m = 0; m < profiles->n_measures; m++)
    if (isnan (profiles->numbers[about->row * profiles->n_measures + m]))
      {
        g_autofree char *point = g_strdup_printf ("%s: %s", profiles->measures[m].title, profiles->measures[m].lacks);

        if (!any)
          bl_report_add_heading (report, _ ("What is not known, and what to do"));
        any = TRUE;
        bl_report_add_point (report, point);
      }
}

/* --- The whole ---------------------------------------------------------------------- */

BlReport *
bl_profile_report_new (const BlProfileReport *about)
{
  const BlFacts *facts = about->facts;
  const char *name = facts->libraries[about->profiles->rows[about->row]].name;
  const char *service = facts->service != NULL ? facts->service : facts->title != NULL ? facts->title : _ ("Libraries");
  g_autofree char *date = bl_text_date_for_people (about->today);
  g_autofree char *title = g_strdup_printf (_ ("Profile of %s"), name);
  g_autofree char *head = g_strdup_printf (_ ("%s, %s"), name, date);
  g_autofree char *subtitle = g_strdup_printf (_ ("%s, %s"), service, date);
  g_autofree char *finding = bl_profiles_finding (about->profiles, about->row);
  BlReport *report = bl_report_new (title);

  bl_report_set_running_head (report, service, head);
  bl_report_set_foot (report, bl_places_attribution ());
  bl_report_set_date (report, about->today);
  bl_report_add_subtitle (report, subtitle);
  if (facts->sample_note != NULL)
    bl_report_add_note (report, facts->sample_note);
  bl_report_add_finding (report, finding);
  if (about->index != NULL)
    {
      g_autofree char *need = g_strdup_printf (_ ("Need by the index “%s”: the mean over the people nearest to the library, "
                                                  "from 0 (least) to 100 (most)."),
                                               about->index);

      bl_report_add_paragraph (report, need);
    }
  add_strips (report, about, finding);
  for (guint part = 0; part < BL_N_PROFILE_PARTS; part++)
    add_part (report, about, part);
  add_unknown (report, about);
  bl_report_add_sources (report, facts);
  return report;
}

gboolean
bl_profile_report_write (const BlProfileReport *about, const char *path, GError **error)
{
  g_autofree char *ending = bl_file_output_ending (path);
  g_autoptr (BlReport) report = bl_profile_report_new (about);
  g_autoptr (GBytes) bytes = NULL;

  if (g_str_equal (ending, "html") || g_str_equal (ending, "htm"))
    bytes = bl_report_to_html (report, error);
  else if (g_str_equal (ending, "pdf"))
    {
      g_autoptr (BlPages) pages = bl_pages_new (report);

      bytes = bl_pages_to_pdf (pages, error);
    }
  else
    g_set_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_KIND, _ ("A profile can be a PDF or an HTML file."));
  return bytes != NULL && bl_file_output_write (path, bytes, error);
}
