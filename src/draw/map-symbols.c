/* map-symbols.c: libraries on a map, with their names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-symbols.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "paint.h"
#include "text-painter.h"

#define MARKER_REACH 1.35 /* of the radius: the corners of the widest shape with its halo */
#define RING_REACH 2.25   /* of the radius, with the ring of the picked one */
#define LABEL_GAP 3.0
#define LABEL_LONG 96.0   /* px before the text scale: names wider than this may take two lines */
#define N_PLACES 8
#define MOST_MOVED 80     /* symbols: with more, names are not moved to make room */

static double
symbol_radius (const BlMapSymbol *symbol)
{
  if (symbol->look.picked)
    return BL_MAP_MARKER_RADIUS_PICKED;
  return symbol->faint ? BL_MAP_MARKER_RADIUS * 0.8 : BL_MAP_MARKER_RADIUS;
}

BlMapBox
bl_map_symbol_box (const BlMapView *view, const BlMapSymbol *symbol)
{
  BlPoint at = bl_map_view_to_pixels (view, symbol->drawing);
  double reach = symbol_radius (symbol) * (symbol->look.picked ? RING_REACH : MARKER_REACH);

  return (BlMapBox){ at.x - reach, at.y - reach, 2 * reach, 2 * reach };
}

gboolean
bl_map_box_overlaps (const BlMapBox *a, const BlMapBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static gboolean
in_view (const BlMapView *view, const BlMapBox *box)
{
  return box->x >= 0 && box->y >= 0 && box->x + box->width <= view->width && box->y + box->height <= view->height;
}

/* Right, left, above, below, then the corners. */
static BlMapBox
label_box (const BlMapBox *marker, double width, double height, guint place)
{
  static const struct
  {
    int x, y; /* -1 before, 0 middle, 1 after the marker */
  } places[N_PLACES] = { { 1, 0 }, { -1, 0 }, { 0, -1 }, { 0, 1 }, { 1, -1 }, { 1, 1 }, { -1, -1 }, { -1, 1 } };
  int px = places[place].x;
  int py = places[place].y;
  BlMapBox box = { .width = width, .height = height };

  box.x = px > 0   ? marker->x + marker->width + LABEL_GAP
          : px < 0 ? marker->x - LABEL_GAP - width
                   : marker->x + (marker->width - width) / 2;
  box.y = py > 0   ? marker->y + marker->height
          : py < 0 ? marker->y - height
                   : marker->y + (marker->height - height) / 2;
  /* At a corner the label may come closer: only corners meet. */
  if (px != 0 && py != 0)
    box.x -= px * LABEL_GAP;
  return box;
}

static gboolean
is_free (const BlMapView *view, const BlMapBox *box, const BlMapBox *markers, guint n_markers,
         const BlMapLabel *labels, const BlMapBox *avoid, guint n_avoid)
{
  if (!in_view (view, box))
    return FALSE;
  for (guint i = 0; i < n_avoid; i++)
    if (bl_map_box_overlaps (box, &avoid[i]))
      return FALSE;
  for (guint i = 0; i < n_markers; i++)
    if (bl_map_box_overlaps (box, &markers[i]) || (labels[i].shown && bl_map_box_overlaps (box, &labels[i].box)))
      return FALSE;
  return TRUE;
}

/* Over two lines, broken between words as evenly as they allow. */
static PangoLayout *
two_lines (cairo_t *cr, const char *text, const BlTextStyle *style, double width)
{
  for (double part = 0.5; part < 0.8; part += 0.05)
    {
      BlTextStyle narrow = *style;
      PangoLayout *layout;

      narrow.width = width * part;
      layout = bl_text_painter_layout (cr, text, &narrow);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
      if (pango_layout_get_line_count (layout) == 2)
        {
          double w;

          bl_text_painter_measure (layout, &w, NULL);
          if (w <= width * part + 1)
            {
              pango_layout_set_width (layout, (int) ceil (w * PANGO_SCALE));
              return layout;
            }
        }
      g_object_unref (layout);
    }
  return NULL;
}

static gboolean
try_places (const BlMapView *view, const BlMapBox *marker, PangoLayout *layout, const BlMapBox *markers,
            guint n_markers, BlMapLabel *labels, guint index, const BlMapBox *avoid, guint n_avoid)
{
  double width, height;

  bl_text_painter_measure (layout, &width, &height);
  for (guint place = 0; place < N_PLACES; place++)
    {
      BlMapBox box = label_box (marker, width, height, place);

      if (!is_free (view, &box, markers, n_markers, labels, avoid, n_avoid))
        continue;
      /* Lines of a name to the left end at the marker, others start at it. */
      pango_layout_set_alignment (layout, box.x + width <= marker->x + marker->width / 2 ? PANGO_ALIGN_RIGHT
                                          : box.x >= marker->x + marker->width / 2      ? PANGO_ALIGN_LEFT
                                                                                          : PANGO_ALIGN_CENTER);
      labels[index] = (BlMapLabel){ TRUE, box, g_object_ref (layout) };
      return TRUE;
    }
  return FALSE;
}

static void
place_label (cairo_t *cr, const BlMapView *view, const BlMapSymbol *symbol, guint index, const BlMapBox *markers,
             guint n_markers, BlMapLabel *labels, const BlMapBox *avoid, guint n_avoid, double text_scale)
{
  BlTextStyle style = { .size = BL_TEXT_SIZE_LABEL,
                        .text_scale = text_scale,
                        .weight = symbol->look.picked ? 700 : 400 };
  BlMapBox world = { 0, 0, view->width, view->height };
  g_autoptr (PangoLayout) layout = NULL;
  double width;

  if (symbol->label == NULL || !bl_map_box_overlaps (&markers[index], &world))
    return;
  layout = bl_text_painter_layout (cr, symbol->label, &style);
  bl_text_painter_measure (layout, &width, NULL);
  if (try_places (view, &markers[index], layout, markers, n_markers, labels, index, avoid, n_avoid))
    return;
  if (width > LABEL_LONG * (text_scale > 0 ? text_scale : 1))
    {
      g_autoptr (PangoLayout) folded = two_lines (cr, symbol->label, &style, width);

      if (folded
          && try_places (view, &markers[index], folded, markers, n_markers, labels, index, avoid, n_avoid))
        return;
    }
  /* "Great North Museum: Hancock" is still known as "Great North Museum". */
  if (strchr (symbol->label, ':'))
    {
      g_autofree char *start = g_strndup (symbol->label, strchr (symbol->label, ':') - symbol->label);
      g_autoptr (PangoLayout) shorter = bl_text_painter_layout (cr, start, &style);

      if (*start)
        try_places (view, &markers[index], shorter, markers, n_markers, labels, index, avoid, n_avoid);
    }
}

/* A name that found no room may take the place of one neighbour that has
 * another to go to. The picked one never moves. */
static void
make_room (cairo_t *cr, const BlMapView *view, const BlMapSymbol *symbols, guint index, const BlMapBox *markers,
           guint n_markers, BlMapLabel *labels, const BlMapBox *avoid, guint n_avoid, double text_scale)
{
  for (guint i = 0; i < n_markers && !labels[index].shown; i++)
    {
      BlMapLabel moved = labels[i];

      /* Only names near by can be in the way. */
      if (!moved.shown || symbols[i].look.picked
          || fabs (moved.box.x - markers[index].x) > moved.box.width + view->width / 4
          || fabs (moved.box.y - markers[index].y) > 4 * moved.box.height)
        continue;
      labels[i] = (BlMapLabel){ 0 };
      place_label (cr, view, &symbols[index], index, markers, n_markers, labels, avoid, n_avoid, text_scale);
      if (labels[index].shown)
        place_label (cr, view, &symbols[i], i, markers, n_markers, labels, avoid, n_avoid, text_scale);
      if (labels[i].shown)
        g_clear_object (&moved.layout);
      else
        {
          g_clear_object (&labels[index].layout);
          labels[index] = (BlMapLabel){ 0 };
          labels[i] = moved;
        }
    }
}

typedef struct
{
  guint index;
  int turn;   /* picked, counted, faint */
  guint free; /* places that markers and cards leave for its name on one line */
} Turn;

static int
compare_turns (gconstpointer a, gconstpointer b)
{
  const Turn *first = a, *second = b;

  if (first->turn != second->turn)
    return first->turn - second->turn;
  if (first->free != second->free)
    return first->free < second->free ? -1 : 1;
  return first->index < second->index ? -1 : 1;
}

static int
turn_of (const BlMapSymbol *symbol)
{
  return symbol->look.picked ? 0 : symbol->faint ? 2 : 1;
}

/* About: the width is guessed from the number of letters, since laying out a
 * name costs more than all the rest. */
static guint
count_free (const BlMapView *view, const BlMapSymbol *symbol, guint index, const BlMapBox *markers, guint n_markers,
            const BlMapLabel *none, const BlMapBox *avoid, guint n_avoid, double text_scale)
{
  double size = BL_TEXT_SIZE_LABEL * (text_scale > 0 ? text_scale : 1);
  double width = symbol->label ? (double) g_utf8_strlen (symbol->label, -1) * size * 0.55 : 0;
  guint n = 0;

  for (guint place = 0; symbol->label && place < N_PLACES; place++)
    {
      BlMapBox box = label_box (&markers[index], width, size * 1.4, place);

      n += is_free (view, &box, markers, n_markers, none, avoid, n_avoid);
    }
  return n;
}

BlMapLabel *
bl_map_place_labels (cairo_t *cr, const BlMapView *view, const BlMapSymbol *symbols, guint n_symbols,
                     const BlMapBox *avoid, guint n_avoid, double text_scale)
{
  BlMapLabel *labels = g_new0 (BlMapLabel, n_symbols + 1);
  g_autofree BlMapBox *markers = g_new (BlMapBox, n_symbols + 1);
  g_autofree Turn *turns = g_new (Turn, n_symbols + 1);

  for (guint i = 0; i < n_symbols; i++)
    markers[i] = bl_map_symbol_box (view, &symbols[i]);
  /* Nothing is placed yet, so all of @labels say so. */
  for (guint i = 0; i < n_symbols; i++)
    turns[i] = (Turn){ i, turn_of (&symbols[i]),
                       count_free (view, &symbols[i], i, markers, n_symbols, labels, avoid, n_avoid, text_scale) };
  qsort (turns, n_symbols, sizeof (Turn), compare_turns);
  for (guint i = 0; i < n_symbols; i++)
    place_label (cr, view, &symbols[turns[i].index], turns[i].index, markers, n_symbols, labels, avoid, n_avoid,
                 text_scale);
  for (guint i = 0; n_symbols <= MOST_MOVED && i < n_symbols; i++)
    if (!labels[i].shown && symbols[i].label && !symbols[i].faint)
      make_room (cr, view, symbols, i, markers, n_symbols, labels, avoid, n_avoid, text_scale);
  return labels;
}

void
bl_map_labels_free (BlMapLabel *labels, guint n_symbols)
{
  if (labels == NULL)
    return;
  for (guint i = 0; i < n_symbols; i++)
    g_clear_object (&labels[i].layout);
  g_free (labels);
}

static void
paint_marker (cairo_t *cr, const BlMapView *view, const BlMapSymbol *symbol, const BlPalette *palette)
{
  BlPoint at = bl_map_view_to_pixels (view, symbol->drawing);

  if (symbol->faint)
    {
      BlPalette faint = *palette;

      faint.ink = palette->axis;
      bl_marker_paint (cr, at.x, at.y, symbol_radius (symbol), &symbol->look, &faint);
    }
  else
    bl_marker_paint (cr, at.x, at.y, symbol_radius (symbol), &symbol->look, palette);
}

void
bl_map_paint_symbols (cairo_t *cr, const BlMapView *view, const BlMapSymbol *symbols, guint n_symbols,
                      const BlMapBox *avoid, guint n_avoid, double text_scale, const BlPalette *palette)
{
  BlMapBox world = { 0, 0, view->width, view->height };
  BlMapLabel *labels;

  g_return_if_fail (palette != NULL);

  labels = bl_map_place_labels (cr, view, symbols, n_symbols, avoid, n_avoid, text_scale);
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, 0, 0, view->width, view->height);
  cairo_clip (cr);
  /* The picked one lies over the others, the faint ones below. */
  for (int turn = 2; turn >= 0; turn--)
    for (guint i = 0; i < n_symbols; i++)
      {
        BlMapBox box = bl_map_symbol_box (view, &symbols[i]);

        if (turn_of (&symbols[i]) == turn && bl_map_box_overlaps (&box, &world))
          paint_marker (cr, view, &symbols[i], palette);
      }
  for (guint i = 0; i < n_symbols; i++)
    if (labels[i].shown)
      bl_text_painter_draw_halo (cr, labels[i].layout, labels[i].box.x, labels[i].box.y, 0, 0,
                                 symbols[i].faint ? palette->dim_ink : palette->ink, palette->halo, text_scale);
  cairo_restore (cr);
  bl_map_labels_free (labels, n_symbols);
}

int
bl_map_find_symbol (const BlMapView *view, const BlMapSymbol *symbols, guint n_symbols, double x, double y,
                    double reach)
{
  double best = reach;
  int found = -1;

  for (guint i = 0; i < n_symbols; i++)
    {
      BlPoint at = bl_map_view_to_pixels (view, symbols[i].drawing);
      double distance = hypot (at.x - x, at.y - y);

      if (distance <= best && (found < 0 || distance < best))
        {
          best = distance;
          found = (int) i;
        }
    }
  return found;
}
