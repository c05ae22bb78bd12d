/* summary.c: two pages: what it is, key figures, map, catchments, sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "summary.h"

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

/* What the pages are made of. */
typedef struct
{
  const BlFacts *facts;
  BlCatchments *catchments;
  const BlAccess *access;
  BlKeyFigures *key;
  BlGroupCounts *groups[3]; /* children, older people, most deprived: NULL where not known */
  int map_value;
  guint32 today;
} Summary;

enum
{
  GROUP_CHILDREN,
  GROUP_OLDER,
  GROUP_DEPRIVED,
  N_GROUPS
};
static const char *const group_names[N_GROUPS] = { "aged_0_15", "aged_60_plus", "imd_decile<=2" };
static const char *const group_values[N_GROUPS] = { "aged_0_15", "aged_60_plus", "imd_decile" };

/* --- Gathering ----------------------------------------------------------- */

static gboolean
gather (Summary *self, const BlFacts *facts, GError **error)
{
  static const char *const map_values[] = { "imd_decile", "imd_rank", "population" };
  BlAccessQuestion question = { 0 };
  BlGroupCounts *asked[N_GROUPS];
  g_autoptr (BlClock) clock = bl_clock_new ();
  guint n_asked = 0;

  *self = (Summary){ .facts = facts, .map_value = -1, .today = bl_clock_today (clock) };
  for (guint i = 0; i < N_GROUPS; i++)
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
summary_clear (Summary *self)
{
  g_clear_pointer (&self->catchments, bl_catchments_free);
  g_clear_pointer (&self->key, bl_key_figures_free);
  for (guint i = 0; i < N_GROUPS; i++)
    g_clear_pointer (&self->groups[i], bl_group_counts_free);
}

static gboolean
is_counted (const BlFactsLibrary *library)
{
  return library->open && !library->nearby && library->type == BL_LIBRARY_TYPE_STATIC;
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

          if (is_counted (library) && (int) library->operation == operation && (int) library->statutory == statutory)
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
method_text (const Summary *self)
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
map_alternative (const Summary *self)
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
add_figures (BlReport *report, const Summary *self)
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
add_map (BlReport *report, const Summary *self)
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

/* Sums and means of one row: a catchment's, or all. */
static void
add_catchment_row (BlReportTable *table, const Summary *self, const BlMarkerLook *look, const char *name,
                   const char *run_by, const char *statutory, const BlCatchment *sums)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  guint asked = 0;

  g_ptr_array_add (cells, (gpointer) name);
  g_ptr_array_add (cells, (gpointer) run_by);
  g_ptr_array_add (cells, (gpointer) statutory);
  g_ptr_array_add (owned, bl_text_number (sums->areas, 0));
  g_ptr_array_add (owned, bl_text_number (sums->population, 0));
  for (guint i = 0; i < N_GROUPS; i++)
    if (self->groups[i])
      {
        /* Where no area of it has a figure, the sum is not known, never 0. */
        if (sums->areas > 0 && sums->groups_unknown[asked] == sums->areas)
          g_ptr_array_add (owned, NULL);
        else
          g_ptr_array_add (owned, bl_text_number (sums->groups[asked], 0));
        asked++;
      }
  /* Where nobody lives nearest there is no distance to speak of. */
  g_ptr_array_add (owned, isnan (sums->mean_distance) ? g_strdup ("–") : bl_text_number (sums->mean_distance, 0));
  for (guint i = 0; i < owned->len; i++)
    g_ptr_array_add (cells, g_ptr_array_index (owned, i));

  if (look)
    bl_report_table_add_row (table, look, (const char *const *) cells->pdata);
  else
    bl_report_table_add_total (table, (const char *const *) cells->pdata);
}

static void
add_catchments (BlReport *report, const Summary *self)
{
  const BlFacts *facts = self->facts;
  const BlCatchments *catchments = self->catchments;
  g_autofree double *groups = g_new0 (double, catchments->n_groups + 1);
  g_autofree guint *unknown = g_new0 (guint, catchments->n_groups + 1);
  BlCatchment all = { .mean_distance = self->access->mean_distance, .groups = groups, .groups_unknown = unknown };
  const char *titles[N_GROUPS] = { _ ("Aged 0–\u206015"), _ ("Aged 60+"), _ ("In deciles 1–\u20602") };
  BlReportTable *table;
  g_autofree char *count = bl_text_number (catchments->n, 0);
  g_autofree char *name = g_strdup_printf (ngettext ("%s library", "All %s libraries", catchments->n), count);

  bl_report_add_heading (report, _ ("Who lives nearest to each library"));
  table = bl_report_add_table (
    report, self->groups[GROUP_DEPRIVED]
              ? _ ("Each area counts for the open library nearest to it in a straight line. Deciles 1 and 2 are the "
                   "most deprived fifth of areas in England.")
              : _ ("Each area counts for the open library nearest to it in a straight line."));
  bl_report_table_add_column (table, _ ("Library"), FALSE);
  bl_report_table_add_column (table, _ ("Run by"), FALSE);
  bl_report_table_add_column (table, _ ("Statutory"), FALSE);
  bl_report_table_add_column (table, _ ("Areas"), TRUE);
  bl_report_table_add_column (table, _ ("People"), TRUE);
  for (guint i = 0; i < N_GROUPS; i++)
    if (self->groups[i])
      bl_report_table_add_column (table, titles[i], TRUE);
  bl_report_table_add_column (table, _ ("Mean distance, m"), TRUE);

  for (guint i = 0; i < catchments->n; i++)
    {
      const BlCatchment *catchment = &catchments->items[i];
      const BlFactsLibrary *library = &facts->libraries[catchment->library];
      BlMarkerLook look = { library->operation, library->statutory, FALSE, FALSE };

      add_catchment_row (table, self, &look, library->name, _ (bl_operation_get_title (library->operation)),
                         library->statutory ? _ ("Yes") : _ ("No"), catchment);
      all.areas += catchment->areas;
      all.population += catchment->population;
      for (guint g = 0; g < catchments->n_groups; g++)
        {
          groups[g] += catchment->groups[g];
          unknown[g] += catchment->groups_unknown[g];
        }
    }
  add_catchment_row (table, self, NULL, name, " ", " ", &all);
}

static gboolean
same_source (const BlFactsSource *a, const BlFactsSource *b)
{
  return g_strcmp0 (a->source, b->source) == 0 && g_strcmp0 (a->date, b->date) == 0
         && g_strcmp0 (a->licence, b->licence) == 0;
}

/* What one source gives is one row: "Children aged 0 to 15; people aged 60 and over". */
static char *
what_it_gives (const GPtrArray *sources, guint first)
{
  const BlFactsSource *source = g_ptr_array_index (sources, first);
  g_autoptr (GString) what = g_string_new (source->what);

  for (guint i = first + 1; i < sources->len; i++)
    {
      const BlFactsSource *other = g_ptr_array_index (sources, i);

      if (same_source (source, other))
        g_string_append_printf (what, "; %s", other->what);
    }
  return g_string_free (g_steal_pointer (&what), FALSE);
}

static void
add_sources (BlReport *report, const Summary *self)
{
  const GPtrArray *sources = self->facts->sources;
  BlReportTable *table;

  bl_report_add_heading (report, _ ("Sources"));
  table = bl_report_add_table (report, NULL);
  bl_report_table_set_compact (table);
  bl_report_table_add_column (table, _ ("Figures"), FALSE);
  bl_report_table_add_column (table, _ ("Source"), FALSE);
  bl_report_table_add_column (table, _ ("Date"), FALSE);
  bl_report_table_add_column (table, _ ("Licence"), FALSE);
  for (guint i = 0; i < sources->len; i++)
    {
      const BlFactsSource *source = g_ptr_array_index (sources, i);
      gboolean told = FALSE;

      for (guint j = 0; j < i && !told; j++)
        told = same_source (g_ptr_array_index (sources, j), source);
      if (!told)
        {
          g_autofree char *what = what_it_gives (sources, i);
          const char *cells[] = { what, source->source, source->date, source->licence };

          bl_report_table_add_row (table, NULL, cells);
        }
    }
}

static char *
join_names (GPtrArray *names)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (names, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_unknown (BlReport *report, const Summary *self)
{
  const BlFacts *facts = self->facts;
  const BlAccess *access = self->access;
  g_autoptr (GPtrArray) hours = g_ptr_array_new ();
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < facts->n_libraries; i++)
    if (is_counted (&facts->libraries[i]) && isnan (facts->libraries[i].week_hours))
      g_ptr_array_add (hours, facts->libraries[i].name);

  if (access->left_out->len > 0)
    {
      g_autofree char *names = join_names (access->left_out);

      g_ptr_array_add (points, g_strdup_printf (_ ("Where these libraries are; they are left out: %s."), names));
    }
  if (access->unknown > 0)
    {
      g_autofree char *n = bl_text_number (access->unknown, 0);

      g_ptr_array_add (points, g_strdup_printf (ngettext ("How many people live in %s area; it is left out.",
                                                          "How many people live in %s areas; they are left out.",
                                                          access->unknown), n));
    }
  if (access->unreached->len > 0)
    {
      g_autofree char *n = bl_text_number (access->unreached->len, 0);

      g_ptr_array_add (points, g_strdup_printf (ngettext ("Where %s area lies; it is left out.",
                                                          "Where %s areas lie; they are left out.",
                                                          access->unreached->len), n));
    }
  for (guint i = 0; i < facts->n_values; i++)
    if (facts->values[i].unknown > 0 && facts->values[i].numbers != facts->population)
      {
        g_autofree char *n = bl_text_number (facts->values[i].unknown, 0);

        g_ptr_array_add (points, g_strdup_printf (ngettext ("%s: not known for %s area, left out of sums.",
                                                            "%s: not known for %s areas, left out of sums.",
                                                            facts->values[i].unknown),
                                                  facts->values[i].title, n));
      }
  if (hours->len > 0)
    {
      g_autofree char *names = join_names (hours);

      g_ptr_array_add (points, g_strdup_printf (_ ("Opening hours a week: %s."), names));
    }
  if (points->len == 0)
    return;
  bl_report_add_heading (report, _ ("What is not known"));
  for (guint i = 0; i < points->len; i++)
    bl_report_add_point (report, g_ptr_array_index (points, i));
}

static char *
lead_finding (const Summary *self)
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
  list = join_names (parts);
  return g_strdup_printf (_ ("Within a mile live %s."), list);
}

/* What the map and the table say, in sentences. */
static void
add_findings (BlReport *report, const Summary *self)
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
compose (const Summary *self)
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
  add_unknown (report, self);
  /* The table starts the second page, whatever room the first has left. */
  bl_report_add_page_break (report, 1.1);
  add_catchments (report, self);
  add_sources (report, self);
  return report;
}

gboolean
bl_summary_write (const BlFacts *facts, const char *path, GError **error)
{
  g_autofree char *ending = NULL;
  g_autoptr (GError) local = NULL;
  g_autoptr (BlReport) report = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Summary summary;

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
