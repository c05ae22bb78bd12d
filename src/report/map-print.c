/* map-print.c: a map with all that must travel with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-print.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "paint.h"
#include "summary.h"
#include "text-painter.h"
#include "text.h"

#define EDGE 12.0
#define TITLE 15.0
#define GAP 3.0

/* --- Made ready ----------------------------------------------------------------- */

static gboolean
follows_from_others (const BlFacts *facts, const char *name)
{
  return name != NULL && bl_facts_find_value (facts, name) < 0;
}

static gboolean
take_values (BlMapPrint *self, const BlMapAsked *asked, GError **error)
{
  BlMapLegend *legend = &self->picture.legend;
  BlClassFigures figures, second;

  if (asked->value == NULL && asked->needs == NULL)
    return TRUE;
  self->value = asked->needs != NULL
                    ? bl_area_value_new_index (self->facts, asked->needs, "needs", asked->needs_title, self->access, error)
                    : bl_area_value_find (asked->project, self->facts, asked->value, self->access, error);
  if (self->value == NULL)
    return FALSE;
  figures = bl_area_value_get_figures (self->value);
  if (asked->second == NULL)
    {
      self->classes = bl_classes_new_by (self->facts, &figures, asked->rule);
      legend->classes = self->classes;
      legend->title = self->value->title;
      legend->date = self->value->date;
      self->shows = g_strdup (self->value->title);
      return TRUE;
    }
  self->second = bl_area_value_find (asked->project, self->facts, asked->second, self->access, error);
  if (self->second == NULL)
    return FALSE;
  second = bl_area_value_get_figures (self->second);
  self->two_way = bl_two_way_new (self->facts, &figures, &second);
  legend->two_way = self->two_way;
  legend->first = self->value->title;
  legend->second = self->second->title;
  /* TRANSLATORS: the title of a map of two values */
  self->shows = g_strdup_printf (_ ("%s and %s"), self->value->title, self->second->title);
  self->finding = bl_two_way_finding (self->two_way, self->value->title, self->second->title);
  return TRUE;
}

static void
take_library (BlMapPrint *self, const BlMapAsked *asked)
{
  int library = asked->library != NULL ? bl_facts_find_library (self->facts, asked->library) : -1;

  if (library < 0)
    return;
  self->picture.has_library = TRUE;
  self->picture.library = library;
  if (self->access != NULL)
    self->picture.nearest = self->access->nearest;
}

/* Round the picked library, or round all that count. */
static void
take_rings (BlMapPrint *self, const BlMapAsked *asked)
{
  BlMapRings *rings = &self->rings;
  g_autoptr (GString) times = g_string_new (NULL);
  g_autofree char *by = bl_travel_to_text (self->facts, &asked->question.travel);

  if (asked->n_minutes == 0)
    return;
  rings->n = MIN (asked->n_minutes, BL_MAP_RINGS_MAX);
  for (guint i = 0; i < rings->n; i++)
    {
      g_autofree char *number = bl_text_number (asked->minutes[i], asked->minutes[i] == floor (asked->minutes[i]) ? 0 : 1);

      self->ring_labels[i] = g_strdup_printf (_ ("%s min"), number);
      rings->labels[i] = self->ring_labels[i];
      rings->metres[i] = asked->minutes[i] * BL_WALK_METRES;
      g_string_append_printf (times, "%s%s", i > 0 ? ", " : "", number);
    }
  if (asked->rings != NULL)
    {
      self->ring_shape = bl_map_shape_new (asked->rings, BL_MAP_GRID);
      rings->shape = self->ring_shape;
    }
  else
    {
      self->centres = g_new (BlPoint, MAX (self->facts->n_libraries, 1));
      for (guint i = 0; i < self->facts->n_libraries; i++)
        if (self->facts->libraries[i].located
            && (self->picture.has_library ? (int) i == self->picture.library
                                          : bl_access_counts (self->facts, &asked->question, i)))
          self->centres[rings->n_centres++] = self->facts->libraries[i].point;
      rings->centres = self->centres;
    }
  self->picture.rings = rings;
  /* TRANSLATORS: "5, 10, 15", and "on foot by road" */
  self->note = g_strdup_printf (_ ("Lines: %s minutes %s"), times->str, by);
  self->picture.legend.note = self->note;
}

static void
add_source (GString *text, GHashTable *seen, const char *what, const char *source, const char *date,
            const char *licence)
{
  g_autofree char *same = g_strdup_printf ("%s\n%s\n%s", what, source ? source : "", date ? date : "");

  if (!g_hash_table_add (seen, g_steal_pointer (&same)))
    return;
  if (text->len > 0)
    g_string_append (text, "; ");
  g_string_append_printf (text, "%s: %s", what, source != NULL ? source : _ ("source not known"));
  if (date != NULL)
    g_string_append_printf (text, ", %s", date);
  if (licence != NULL)
    g_string_append_printf (text, " (%s)", licence);
}

/* What is shown first, then libraries and areas; not the values that are not shown. */
static char *
say_sources (const BlMapPrint *self, gboolean cross_boundary)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) hidden = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) text = g_string_new (NULL);
  const BlAreaValue *const shown[] = { self->value, self->second };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    if (shown[i] != NULL && (shown[i]->source != NULL || shown[i]->value >= 0))
      add_source (text, seen, shown[i]->title, shown[i]->source, shown[i]->date, shown[i]->licence);
  if (!cross_boundary)
    g_hash_table_add (hidden, _ ("Libraries of other services"));
  for (guint i = 0; i < self->facts->n_values; i++)
    g_hash_table_add (hidden, self->facts->values[i].title);
  for (guint i = 0; i < self->facts->n_travel; i++)
    if (self->facts->travel[i].title != NULL)
      g_hash_table_add (hidden, self->facts->travel[i].title);
  for (guint i = 0; i < self->facts->n_uses; i++)
    if (self->facts->uses[i].title != NULL)
      g_hash_table_add (hidden, self->facts->uses[i].title);
  for (guint i = 0; i < self->facts->sources->len; i++)
    {
      const BlFactsSource *source = g_ptr_array_index (self->facts->sources, i);

      if (source->source != NULL && source->what != NULL && !g_hash_table_contains (hidden, source->what))
        add_source (text, seen, source->what, source->source, source->date, source->licence);
    }
  if (text->len == 0)
    return NULL;
  return g_strdup_printf (_ ("Sources: %s."), text->str);
}

BlMapPrint *
bl_map_print_new (BlFacts *facts, const BlMapAsked *asked, GError **error)
{
  g_autoptr (BlMapPrint) self = NULL;
  g_autoptr (GError) why = NULL;

  g_return_val_if_fail (facts != NULL && asked != NULL, NULL);

  if (facts->n_areas == 0)
    {
      g_set_error_literal (error, BL_REPORT_ERROR, BL_REPORT_ERROR_LACKS,
                           _ ("There is nothing to draw: the project has no areas yet. Import areas or points first"));
      return NULL;
    }
  self = g_new0 (BlMapPrint, 1);
  self->facts = bl_facts_ref (facts);
  self->picture.facts = facts;
  self->title = g_strdup (facts->service ? facts->service : facts->title ? facts->title : _ ("Library service"));
  self->state = facts->year > 0 ? g_strdup_printf (_ ("Open libraries in %d"), facts->year)
                                : g_strdup (_ ("Open libraries"));
  if (follows_from_others (facts, asked->value) || follows_from_others (facts, asked->second)
      || asked->library != NULL || asked->needs != NULL)
    {
      self->access = bl_access_compute (facts, &asked->question, &why);
      /* What was asked for cannot be said; a map of figures at hand can still be drawn. */
      if (self->access == NULL && asked->question.travel.by != BL_BY_STRAIGHT)
        {
          g_propagate_error (error, g_steal_pointer (&why));
          return NULL;
        }
    }
  if (!take_values (self, asked, error))
    return NULL;
  take_library (self, asked);
  take_rings (self, asked);
  self->sources = say_sources (self, asked->question.cross_boundary);
  return g_steal_pointer (&self);
}

void
bl_map_print_set_fill (BlMapPrint *self, const BlMapFill *fill, const char *shows, const char *note)
{
  g_return_if_fail (self != NULL && fill != NULL);

  g_free ((gpointer) self->fill.fills);
  g_free ((gpointer) self->fill.by_area);
  self->fill.fills = g_memdup2 (fill->fills, fill->n_fills * sizeof *fill->fills);
  self->fill.n_fills = fill->n_fills;
  self->fill.by_area = fill->by_area ? g_memdup2 (fill->by_area, self->facts->n_areas) : NULL;
  self->picture.fill = &self->fill;
  g_free (self->shows);
  self->shows = g_strdup (shows);
  self->picture.legend.title = self->shows;
  if (note != NULL)
    {
      g_autofree char *before = g_steal_pointer (&self->note);

      self->note = before ? g_strdup_printf ("%s\n%s", note, before) : g_strdup (note);
      self->picture.legend.note = self->note;
    }
}

void
bl_map_print_free (BlMapPrint *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < BL_MAP_RINGS_MAX; i++)
    g_free (self->ring_labels[i]);
  g_free (self->title);
  g_free (self->shows);
  g_free (self->finding);
  g_free (self->state);
  g_free (self->sources);
  g_free (self->note);
  if (self->free_more != NULL)
    self->free_more (self->more);
  g_free (self->centres);
  g_free ((gpointer) self->fill.fills);
  g_free ((gpointer) self->fill.by_area);
  bl_map_shape_unref (self->ring_shape);
  bl_two_way_free (self->two_way);
  bl_classes_free (self->classes);
  bl_area_value_free (self->value);
  bl_area_value_free (self->second);
  bl_access_free (self->access);
  bl_facts_unref (self->facts);
  g_free (self);
}

/* --- Painted -------------------------------------------------------------------- */

static double
height_of (PangoLayout *layout)
{
  double height;

  bl_text_painter_measure (layout, NULL, &height);
  return height;
}

/* Returns how much of the height the head takes. */
static double
paint_head (const BlMapPrint *self, cairo_t *cr, double width, const BlPalette *palette)
{
  BlTextStyle bold = { .size = TITLE, .weight = 800, .width = width * 0.74, .ellipsize = TRUE };
  BlTextStyle plain = { .size = 11, .width = width * 0.22, .ellipsize = TRUE, .align = PANGO_ALIGN_RIGHT };
  BlTextStyle sentence = { .size = 12, .width = width - 2 * EDGE };
  /* TRANSLATORS: a service, and what its map shows */
  g_autofree char *words = self->shows != NULL ? g_strdup_printf (_ ("%s: %s"), self->title, self->shows)
                                               : g_strdup (self->title);
  g_autoptr (PangoLayout) title = bl_text_painter_layout (cr, words, &bold);
  g_autoptr (PangoLayout) state = bl_text_painter_layout (cr, self->state, &plain);
  double y = EDGE * 0.6, line = height_of (title);

  bl_text_painter_draw_layout (cr, title, EDGE, y, 0, 0, palette->ink);
  bl_text_painter_draw_layout (cr, state, width - EDGE, y + line / 2, 1, 0.5, palette->dim_ink);
  y += line;
  if (self->finding != NULL)
    {
      g_autoptr (PangoLayout) finding = bl_text_painter_layout (cr, self->finding, &sentence);

      bl_text_painter_draw_layout (cr, finding, EDGE, y + GAP, 0, 0, palette->ink);
      y += GAP + height_of (finding);
    }
  return y + EDGE * 0.6;
}

void
bl_map_print_paint (const BlMapPrint *self, cairo_t *cr, double width, double height)
{
  const BlPalette *palette = bl_palette_get (BL_PALETTE_LIGHT);
  BlTextStyle small = { .size = BL_TEXT_SIZE_ATTRIBUTION, .width = width - 2 * EDGE };
  g_autoptr (PangoLayout) sources = NULL;
  double head, foot = 0;

  g_return_if_fail (self != NULL);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  bl_paint_set_colour (cr, palette->card);
  cairo_fill (cr);
  head = paint_head (self, cr, width, palette);
  if (self->sources != NULL)
    {
      sources = bl_text_painter_layout (cr, self->sources, &small);
      foot = height_of (sources) + EDGE;
      bl_text_painter_draw_layout (cr, sources, EDGE, height - EDGE / 2, 0, 1, palette->dim_ink);
    }
  cairo_translate (cr, 0, head);
  bl_map_picture_paint (cr, width, height - head - foot, &self->picture, 1, palette);
  cairo_restore (cr);
}
