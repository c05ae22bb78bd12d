/* summary.c: two pages: what it is, key figures, map, catchments, sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report-sources.h"
#include "summary-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "clock.h"
#include "file-output.h"
#include "findings.h"
#include "map-painter.h"
#include "marker-row.h"
#include "page-composer.h"
#include "places.h"
#include "report-html.h"
#include "share-bar.h"
#include "text.h"

#define MAP_RATIO 0.5 /* height by width, at least; taller where the first page has room */
#define MAP_RATIO_MOST 0.95
#define MAP_UNITS 690.0 /* px across, so that names are as large as the table's on paper */

static const char *const group_names[BL_SUMMARY_N_GROUPS] = { "aged_0_15", "aged_60_plus", "imd_decile<=2" };
static const char *const group_values[BL_SUMMARY_N_GROUPS] = { "aged_0_15", "aged_60_plus", "imd_decile" };

/* --- Gathering ----------------------------------------------------------- */

static gboolean
gather (BlSummary *self, const BlFacts *facts, GError **error)
{
  static const char *const map_values[] = { "imd_decile", "imd_rank", "population" };
  BlAccessQuestion question = { 0 };
  BlGroupCounts *asked[BL_SUMMARY_N_GROUPS];
  g_autoptr (BlClock) clock = bl_clock_new ();
  guint n_asked = 0;

  *self = (BlSummary){ .facts = facts, .map_value = -1, .today = bl_clock_today (clock) };
  for (guint i = 0; i < BL_SUMMARY_N_GROUPS; i++)
    if (bl_facts_find_value (facts, group_values[i]) >= 0)
      {
        self->groups[i] = bl_group_counts_new (facts, group_names[i], NULL);
        if (self->groups[i])
          asked[n_asked++] = self->groups[i];
      }
  self->catchments = bl_catchments_compute (facts, &question, asked, n_asked, error);
  if (self->catchments == NULL)
    return FALSE;
  self->access = self->catchments->access;
  self->key = bl_key_figures_compute (facts, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (map_values) && self->map_value < 0; i++)
    self->map_value = bl_facts_find_value (facts, map_values[i]);
  return TRUE;
}

static void
summary_clear (BlSummary *self)
{
  g_clear_pointer (&self->catchments, bl_catchments_free);
  g_clear_pointer (&self->key, bl_key_figures_free);
  for (guint i = 0; i < BL_SUMMARY_N_GROUPS; i++)
    g_clear_pointer (&self->groups[i], bl_group_counts_free);
}

/* --- Pictures ------------------------------------------------------------ */

static void
paint_share (cairo_t *cr, double width, double height, gpointer data)
{
  bl_share_bar_paint (cr, 0, (height - 8) / 2, width, 8, *(double *) data, bl_palette_get (BL_PALETTE_LIGHT));
}

static void
paint_markers (cairo_t *cr, double width, double height, gpointer data)
{
  const BlFacts *facts = data;
  g_autofree BlMarkerLook *looks = g_new0 (BlMarkerLook, facts->n_libraries + 1);
  guint n = 0;

  /* Kind by kind, statutory first, so that the row is a count of each. */
  for (int operation = BL_OPERATION_COUNCIL; operation <= BL_OPERATION_INDEPENDENT; operation++)
    for (int statutory = 1; statutory >= 0; statutory--)
      for (guint i = 0; i < facts->n_libraries; i++)
        {
          const BlFactsLibrary *library = &facts->libraries[i];

          if (bl_summary_counts (library) && (int) library->operation == operation && (int) library->statutory == statutory)
            looks[n++] = (BlMarkerLook){ library->operation, library->statutory, FALSE, FALSE };
        }
  bl_marker_row_paint (cr, 0, 0, width, height, looks, n, bl_palette_get (BL_PALETTE_LIGHT));
}

typedef struct
{
  BlFacts *facts;
  int value;
} MapData;

static void
map_data_free (MapData *data)
{
  bl_facts_unref (data->facts);
  g_free (data);
}

static void
paint_map (cairo_t *cr, double width, double height, gpointer data)
{
  MapData *map = data;
  double scale = width / MAP_UNITS;

  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  bl_map_paint_whole (cr, width / scale, height / scale, map->facts, map->value, 1, bl_palette_get (BL_PALETTE_LIGHT));
  cairo_restore (cr);
}

/* --- Words --------------------------------------------------------------- */

static const char *
service_name (const BlFacts *facts)
{
  return facts->service ? facts->service : facts->title ? facts->title : _ ("Library service");
}

static char *
distance_text (double metres)
{
  return isnan (metres) ? NULL : bl_text_metres (metres);
}

static char *
method_text (const BlSummary *self)
{
  const BlFacts *facts = self->facts;
  g_autofree char *areas = bl_text_number (facts->n_areas, 0);
  g_autofree char *libraries = bl_text_number (self->access->n_counted, 0);
  g_autofree char *year = facts->year > 0 ? g_strdup_printf (_ (" in %d"), facts->year) : g_strdup ("");

  return g_strdup_printf (
    facts->points_weighted
      ? _ ("Distances are straight lines on the British National Grid, from where people live (the "
           "population-weighted centre of each of %s areas) to the nearest of the %s libraries open%s. A mile is "
           "1,609 metres. Roads, rivers and hills are not counted.")
      : _ ("Distances are straight lines on the British National Grid, from the middle of each of %s areas to the "
           "nearest of the %s libraries open%s. A mile is 1,609 metres. Roads, rivers and hills are not counted."),
    areas, libraries, year);
}

static char *
map_alternative (const BlSummary *self)
{
  const BlFacts *facts = self->facts;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *libraries = bl_text_number (self->access->n_counted, 0);

  g_string_append_printf (text, _ ("Map of %s with %s open libraries."), service_name (facts), libraries);
  if (self->map_value >= 0)
    {
      g_autoptr (BlClasses) classes = bl_classes_new (facts, (guint) self->map_value);

      g_string_append_printf (text, _ (" Areas are shaded by %s."), facts->values[self->map_value].title);
      for (guint i = 0; classes && i < classes->n; i++)
        {
          guint group = classes->low_is_most ? classes->n - 1 - i : i;
          g_autofree char *people = isnan (classes->people[group]) ? g_strdup (_ ("not known"))
                                                                   : bl_text_number (classes->people[group], 0);

          g_string_append_printf (text, _ (" %s: %s people."), classes->labels[group], people);
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- Blocks -------------------------------------------------------------- */

static void
add_figures (BlReport *report, const BlSummary *self)
{
  const BlKeyFigures *key = self->key;
  g_autofree char *within = bl_text_percent (key->percent_within_mile);
  g_autofree char *within_note = bl_finding_within_mile (key);
  g_autofree char *open = bl_text_number (key->open, 0);
  g_autofree char *hours = bl_finding_hours (key);
  g_autofree char *mean = distance_text (key->mean_distance);
  g_autofree char *median = distance_text (key->median_distance);
  g_autofree char *median_note = median ? g_strdup_printf (_ ("half live within %s"), median) : NULL;

  bl_report_add_figure (report, within, _ ("Within a mile of a library"), within_note, paint_share,
                        g_memdup2 (&key->percent_within_mile, sizeof (double)), g_free);
  bl_report_add_figure (report, open, _ ("Open libraries"), hours, paint_markers,
                        bl_facts_ref ((BlFacts *) self->facts), (GDestroyNotify) bl_facts_unref);
  bl_report_add_figure (report, mean ? mean : _ ("not known"), _ ("Average distance"), median_note, NULL, NULL, NULL);
  if (key->deprived.known)
    {
      g_autofree char *people = bl_text_number (key->deprived.people, 0);
      g_autofree char *share = isnan (key->deprived.percent) ? NULL : bl_text_percent (key->deprived.percent);
      gboolean anybody = key->deprived.people > 0;
      g_autofree char *note = !anybody ? g_strdup (_ ("nobody lives in deciles 1 and 2"))
                              : share  ? g_strdup_printf (_ ("%s of them within a mile"), share)
                                       : NULL;

      bl_report_add_figure (report, people, _ ("In the most deprived fifth"), note, anybody ? paint_share : NULL,
                            anybody ? g_memdup2 (&key->deprived.percent, sizeof (double)) : NULL, g_free);
    }
  else
    {
      g_autofree char *people = bl_text_number (key->people, 0);

      bl_report_add_figure (report, people, _ ("People"), NULL, NULL, NULL, NULL);
    }
}

static void
add_map (BlReport *report, const BlSummary *self)
{
  const BlFacts *facts = self->facts;
  g_autofree char *alternative = map_alternative (self);
  g_autofree char *caption = NULL;
  MapData *data = g_new (MapData, 1);
  BlBounds bounds = bl_bounds_empty ();
  double most;

  /* A wide county needs no tall picture. */
  for (guint i = 0; i < facts->n_areas; i++)
    if (!isnan (facts->points[i].x))
      bl_bounds_add (&bounds, facts->points[i]);
  most = bl_bounds_is_empty (&bounds)
           ? MAP_RATIO
           : CLAMP ((bounds.y2 - bounds.y1) / MAX (bounds.x2 - bounds.x1, 1) + 0.25, MAP_RATIO, MAP_RATIO_MOST);
  *data = (MapData){ bl_facts_ref ((BlFacts *) facts), self->map_value };
  if (self->map_value < 0)
    caption = g_strdup (_ ("Open libraries. The shape of a marker says who runs the library."));
  else if (facts->outlines)
    caption = g_strdup_printf (_ ("%s and open libraries. The shape of a marker says who runs the library."),
                               facts->values[self->map_value].title);
  else
    caption = g_strdup_printf (_ ("%s and open libraries. A dot is an area, larger where more people live; the shape "
                                  "of a marker says who runs the library."),
                               facts->values[self->map_value].title);
  bl_report_add_picture (report, MAP_RATIO, most, alternative, caption, paint_map, data, (GDestroyNotify) map_data_free);
}

static char *
lead_finding (const BlSummary *self)
{
  g_autofree char *share = bl_text_percent (self->key->percent_within_mile);

  return g_strdup_printf (_ ("%s of people live within a mile of an open library"), share);
}

/* "93.2%" of a group; NULL where it is not known. */
static char *
group_share (const BlKeyGroup *group)
{
  return group->known && !isnan (group->percent) ? bl_text_percent (group->percent) : NULL;
}

/* "Within a mile live 93.2% of those aged 0 to 15, …"; NULL where no group is known. */
static char *
groups_sentence (const BlKeyFigures *key)
{
  g_autofree char *children = group_share (&key->children);
  g_autofree char *older = group_share (&key->older);
  g_autofree char *deprived = group_share (&key->deprived);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  if (children)
    g_ptr_array_add (parts, g_strdup_printf (_ ("%s of those aged 0 to 15"), children));
  if (older)
    g_ptr_array_add (parts, g_strdup_printf (_ ("%s of those aged 60 and over"), older));
  if (deprived)
    g_ptr_array_add (parts, g_strdup_printf (_ ("%s of those in the most deprived fifth"), deprived));
  if (parts->len == 0)
    return NULL;
  list = bl_summary_join (parts);
  return g_strdup_printf (_ ("Within a mile live %s."), list);
}

/* What the map and the table say, in sentences. */
static void
add_findings (BlReport *report, const BlSummary *self)
{
  g_autofree char *beyond = bl_finding_beyond_mile (self->key);
  g_autofree char *far = bl_finding_beyond_two_miles (self->key);
  g_autofree char *first = far ? g_strdup_printf ("%s. %s", beyond, far) : g_strdup_printf ("%s.", beyond);
  g_autofree char *groups = groups_sentence (self->key);
  g_autofree char *largest = bl_finding_largest_catchment (self->facts, self->catchments);
  g_autofree char *most = largest ? g_strdup_printf (_ ("%s live nearest to it."), largest) : NULL;

  bl_report_add_point (report, first);
  if (groups)
    bl_report_add_point (report, groups);
  if (most)
    bl_report_add_point (report, most);
}

static BlReport *
compose (const BlSummary *self)
{
  const BlFacts *facts = self->facts;
  g_autofree char *date = bl_text_date_for_people (self->today);
  g_autofree char *subtitle = NULL, *finding = lead_finding (self), *method = method_text (self);
  g_autofree char *head = g_strdup_printf (_ ("%s, %s"), facts->title ? facts->title : _ ("Summary"), date);
  BlReport *report = bl_report_new (service_name (facts));

  subtitle = facts->title && g_strcmp0 (facts->title, service_name (facts)) != 0
               ? g_strdup_printf (_ ("%s. Summary of %s."), facts->title, date)
               : g_strdup_printf (_ ("Summary of %s."), date);
  bl_report_set_running_head (report, service_name (facts), head);
  bl_report_set_foot (report, bl_places_attribution ());
  bl_report_set_date (report, self->today);
  bl_report_add_subtitle (report, subtitle);
  if (facts->sample_note)
    bl_report_add_note (report, facts->sample_note);
  bl_report_add_finding (report, finding);
  add_figures (report, self);
  add_map (report, self);
  add_findings (report, self);
  bl_report_add_heading (report, _ ("How it is measured"));
  bl_report_add_paragraph (report, method);
  bl_summary_add_unknown (report, self);
  /* The table starts the second page, whatever room the first has left. */
  bl_report_add_page_break (report, 1.1);
  bl_summary_add_catchments (report, self);
  bl_report_add_sources (report, self->facts);
  return report;
}

gboolean
bl_summary_write (const BlFacts *facts, const char *path, GError **error)
{
  g_autofree char *ending = NULL;
  g_autoptr (GError) local = NULL;
  g_autoptr (BlReport) report = NULL;
  g_autoptr (GBytes) bytes = NULL;
  BlSummary summary;

  g_return_val_if_fail (facts != NULL && path != NULL, FALSE);

  ending = bl_file_output_ending (path);
  if (!g_str_equal (ending, "pdf") && !g_str_equal (ending, "html") && !g_str_equal (ending, "htm"))
    {
      g_set_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_KIND,
                   _ ("“%s” must end in .pdf or .html: other kinds of file are not written"), path);
      return FALSE;
    }
  if (!gather (&summary, facts, &local))
    {
      summary_clear (&summary);
      g_set_error_literal (error, BL_REPORT_ERROR, BL_REPORT_ERROR_LACKS, local->message);
      return FALSE;
    }
  report = compose (&summary);
  if (g_str_equal (ending, "pdf"))
    {
      g_autoptr (BlPages) pages = bl_pages_new (report);

      bytes = bl_pages_to_pdf (pages, error);
    }
  else
    bytes = bl_report_to_html (report, error);
  summary_clear (&summary);
  return bytes != NULL && bl_file_output_write (path, bytes, error);
}
