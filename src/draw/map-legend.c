/* map-legend.c: what the colours and shapes of a map mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-legend.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "paint.h"
#include "swatch.h"
#include "text-painter.h"
#include "text.h"
#include "two-way-key.h"

#define PADDING 12.0
#define SWATCH_HEIGHT 12.0
#define GAP 6.0

BlColour
bl_map_classes_colour (const BlPalette *palette, const BlClasses *classes, guint group)
{
  if (classes->n_steps > 0)
    return bl_palette_diverging (palette, classes->steps[group], classes->n_steps);
  return bl_palette_sequential (palette, group, classes->n);
}

/* Walks down the card. Without @palette nothing is drawn. */
typedef struct
{
  cairo_t *cr;
  double x, y, width;
  double text_scale;
  const BlPalette *palette;
} Pen;

/* Returns the height of the text. */
static double
put (Pen *pen, const char *text, const BlTextStyle *style, double x, double x_align, gboolean dim)
{
  g_autoptr (PangoLayout) layout = bl_text_painter_layout (pen->cr, text, style);
  double height;

  bl_text_painter_measure (layout, NULL, &height);
  if (pen->palette)
    bl_text_painter_draw_layout (pen->cr, layout, x, pen->y, x_align, 0,
                                 dim ? pen->palette->dim_ink : pen->palette->ink);
  return height;
}

static double
text_width (Pen *pen, const char *text, const BlTextStyle *style)
{
  g_autoptr (PangoLayout) layout = bl_text_painter_layout (pen->cr, text, style);
  double width;

  bl_text_painter_measure (layout, &width, NULL);
  return width;
}

static void
put_title (Pen *pen, const BlMapLegend *legend)
{
  BlTextStyle bold = { .size = BL_TEXT_SIZE_LABEL, .text_scale = pen->text_scale, .weight = 700 };
  BlTextStyle plain = { .size = BL_TEXT_SIZE_SMALL, .text_scale = pen->text_scale };
  double date = 0;

  if (legend->title == NULL)
    return;
  if (legend->date && strstr (legend->title, legend->date) == NULL)
    {
      date = text_width (pen, legend->date, &plain);
      if (date > pen->width / 3)
        date = 0;
      else
        put (pen, legend->date, &plain, pen->x + pen->width, 1, TRUE);
    }
  bold.width = pen->width - (date > 0 ? date + GAP : 0);
  pen->y += put (pen, legend->title, &bold, pen->x, 0, FALSE) + GAP / 2;
}

static void
put_pattern (Pen *pen, gboolean few, const char *words)
{
  BlTextStyle plain = { .size = BL_TEXT_SIZE_SMALL, .text_scale = pen->text_scale };
  double size = SWATCH_HEIGHT * (pen->text_scale > 0 ? pen->text_scale : 1);

  pen->y += GAP / 2;
  if (pen->palette && few)
    bl_swatch_paint_few (pen->cr, pen->x, pen->y + 1, size * 1.5, size, pen->palette);
  else if (pen->palette)
    bl_swatch_paint (pen->cr, pen->x, pen->y + 1, size * 1.5, size, NULL, pen->palette);
  pen->y += put (pen, words, &plain, pen->x + size * 1.5 + GAP, 0, TRUE);
}

static void
put_no_data (Pen *pen, guint unknown, guint few)
{
  if (few > 0)
    {
      g_autofree char *count = bl_text_number (few, 0);
      g_autofree char *words
          = g_strdup_printf (ngettext ("fewer than 5: %s area", "fewer than 5: %s areas", few), count);

      put_pattern (pen, TRUE, words);
    }
  if (unknown > 0)
    {
      g_autofree char *count = bl_text_number (unknown, 0);
      g_autofree char *words = g_strdup_printf (ngettext ("no data: %s area", "no data: %s areas", unknown), count);

      put_pattern (pen, FALSE, words);
    }
}

/* The groups from low numbers to high, whichever end is the most need. */
static guint
nth_class (const BlClasses *classes, guint i)
{
  return classes->low_is_most ? classes->n - 1 - i : i;
}

static char *
people_text (const BlClasses *classes, guint group)
{
  return isnan (classes->people[group]) ? g_strdup (_ ("not known")) : bl_text_number (classes->people[group], 0);
}

static gboolean
has_people (const BlClasses *classes)
{
  for (guint i = 0; i < classes->n; i++)
    if (!isnan (classes->people[i]))
      return TRUE;
  return FALSE;
}

static gboolean
columns_fit (Pen *pen, const BlClasses *classes, gboolean people)
{
  BlTextStyle style = { .size = BL_TEXT_SIZE_SMALL, .text_scale = pen->text_scale };
  double room = pen->width / classes->n - 3;

  for (guint i = 0; i < classes->n; i++)
    {
      g_autofree char *text = people_text (classes, i);

      if (text_width (pen, classes->labels[i], &style) > room || (people && text_width (pen, text, &style) > room))
        return FALSE;
    }
  return TRUE;
}

/* Side by side as one ramp, people below their group. */
static void
put_columns (Pen *pen, const BlClasses *classes, gboolean people)
{
  BlTextStyle style = { .size = BL_TEXT_SIZE_SMALL, .text_scale = pen->text_scale };
  double step = pen->width / classes->n;
  double swatch = SWATCH_HEIGHT * (pen->text_scale > 0 ? pen->text_scale : 1);
  double line = 0, ends = 0;

  for (guint i = 0; pen->palette && i < classes->n; i++)
    {
      BlColour colour = bl_map_classes_colour (pen->palette, classes, nth_class (classes, i));

      bl_swatch_paint (pen->cr, pen->x + step * i + 0.5, pen->y, step - 1, swatch, &colour, pen->palette);
    }
  pen->y += swatch + 2;
  for (guint i = 0; i < classes->n; i++)
    line = put (pen, classes->labels[nth_class (classes, i)], &style, pen->x + step * (i + 0.5), 0.5, FALSE);
  pen->y += line;
  for (guint i = 0; people && i < classes->n; i++)
    {
      g_autofree char *text = people_text (classes, nth_class (classes, i));

      put (pen, text, &style, pen->x + step * (i + 0.5), 0.5, FALSE);
    }
  if (people)
    pen->y += line;
  if (classes->low_words)
    ends = put (pen, classes->low_words, &style, pen->x, 0, TRUE);
  if (people)
    ends = put (pen, _ ("people"), &style, pen->x + pen->width / 2, 0.5, TRUE);
  if (classes->high_words)
    ends = put (pen, classes->high_words, &style, pen->x + pen->width, 1, TRUE);
  pen->y += ends;
}

/* One below the other, where the words are longer or the reader's text larger. */
static void
put_rows (Pen *pen, const BlClasses *classes, gboolean people)
{
  BlTextStyle style = { .size = BL_TEXT_SIZE_SMALL, .text_scale = pen->text_scale };
  double swatch = SWATCH_HEIGHT * (pen->text_scale > 0 ? pen->text_scale : 1);
  double line = 0;

  if (people)
    pen->y += put (pen, _ ("people"), &style, pen->x + pen->width, 1, TRUE);
  for (guint i = 0; i < classes->n; i++)
    {
      guint group = nth_class (classes, i);
      const char *end = i == 0 ? classes->low_words : i == classes->n - 1 ? classes->high_words : NULL;
      double x = pen->x + swatch * 1.5 + GAP;

      line = put (pen, classes->labels[group], &style, x, 0, FALSE);
      if (end)
        put (pen, end, &style, x + text_width (pen, classes->labels[group], &style) + GAP, 0, TRUE);
      if (people)
        {
          g_autofree char *text = people_text (classes, group);

          put (pen, text, &style, pen->x + pen->width, 1, FALSE);
        }
      if (pen->palette)
        {
          BlColour colour = bl_map_classes_colour (pen->palette, classes, group);

          bl_swatch_paint (pen->cr, pen->x, pen->y + (line - swatch) / 2, swatch * 1.5, swatch, &colour,
                           pen->palette);
        }
      pen->y += line + 1;
    }
}

/* People in each group stand by it, so that the legend is a table too. */
static void
put_classes (Pen *pen, const BlClasses *classes)
{
  gboolean people = has_people (classes);

  if (classes->n > 0 && columns_fit (pen, classes, people))
    put_columns (pen, classes, people);
  else if (classes->n > 0)
    put_rows (pen, classes, people);
  put_no_data (pen, classes->unknown, classes->few);
}

static void
put_two_way (Pen *pen, const BlMapLegend *legend)
{
  pen->y += bl_two_way_key_paint (pen->cr, pen->x, pen->y, pen->width, legend->two_way, legend->first, legend->second,
                                  pen->text_scale, pen->palette);
  put_no_data (pen, legend->two_way->unknown, legend->two_way->few);
}

static void
put_legend_rows (Pen *pen, const BlMapLegend *legend)
{
  double scale = pen->text_scale > 0 ? pen->text_scale : 1;
  double swatch = SWATCH_HEIGHT * scale;
  BlTextStyle small = { .size = BL_TEXT_SIZE_SMALL, .text_scale = pen->text_scale };

  for (guint i = 0; i < legend->n_rows; i++)
    {
      const BlMapLegendRow *row = &legend->rows[i];
      g_autofree char *people = isnan (row->people) ? NULL : bl_text_number (row->people, 0);
      double number = people ? text_width (pen, people, &small) : 0;
      BlTextStyle label = small;
      double line;

      label.width = pen->width - swatch * 1.5 - 2 * GAP - number;
      if (people)
        put (pen, people, &small, pen->x + pen->width, 1, FALSE);
      line = put (pen, row->label, &label, pen->x + swatch * 1.5 + GAP, 0, FALSE);
      if (pen->palette)
        {
          bl_swatch_paint (pen->cr, pen->x, pen->y + 1, swatch * 1.5, swatch, &row->ground, pen->palette);
          if (row->hatched)
            {
              bl_paint_rounded (pen->cr, pen->x, pen->y + 1, swatch * 1.5, swatch, 2);
              bl_paint_hatch (pen->cr, row->hatch, 4);
            }
        }
      pen->y += line + 1;
    }
}

static void
put_note (Pen *pen, const char *note)
{
  BlTextStyle style = { .size = BL_TEXT_SIZE_SMALL, .text_scale = pen->text_scale, .width = pen->width };

  pen->y += GAP / 2;
  pen->y += put (pen, note, &style, pen->x, 0, TRUE);
}

typedef struct
{
  BlMarkerLook look;
  const char *words;
} Key;

/* The shapes among the symbols, each once, and whether filled and hollow ones
 * both are there, which wants explaining. */
static GArray *
find_keys (const BlMapLegend *legend, gboolean *both)
{
  static const Key all[] = {
    { { BL_OPERATION_COUNCIL, TRUE, FALSE, FALSE }, N_ ("Council") },
    { { BL_OPERATION_COUNCIL_UNSTAFFED, TRUE, FALSE, FALSE }, N_ ("Council, without staff") },
    { { BL_OPERATION_COMMISSIONED, TRUE, FALSE, FALSE }, N_ ("Commissioned") },
    { { BL_OPERATION_COMMUNITY, TRUE, FALSE, FALSE }, N_ ("Community run") },
    { { BL_OPERATION_INDEPENDENT, FALSE, FALSE, FALSE }, N_ ("Independent") },
    { { BL_OPERATION_UNKNOWN, FALSE, FALSE, FALSE }, N_ ("Closed") },
    { { BL_OPERATION_COUNCIL, TRUE, FALSE, TRUE }, N_ ("Proposed") },
  };
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (Key));
  gboolean filled = FALSE, hollow = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      Key key = all[i];
      gboolean any = FALSE, any_filled = FALSE;

      if (legend->symbols == NULL)
        any = any_filled = i != 1 && i < 5;
      for (guint s = 0; legend->symbols && s < legend->n_symbols; s++)
        {
          const BlMarkerLook *look = &legend->symbols[s].look;

          if (look->proposed != key.look.proposed || (!look->proposed && look->operation != key.look.operation))
            continue;
          any = TRUE;
          any_filled = any_filled || look->statutory || look->proposed;
          if (!look->proposed && look->operation != BL_OPERATION_UNKNOWN)
            {
              filled = filled || look->statutory;
              hollow = hollow || !look->statutory;
            }
        }
      if (!any)
        continue;
      /* Shown as most people will see it: filled unless all of them are hollow. */
      if (legend->symbols)
        key.look.statutory = any_filled;
      g_array_append_val (keys, key);
    }
  *both = legend->symbols == NULL || (filled && hollow);
  return keys;
}

static void
put_keys (Pen *pen, const BlMapLegend *legend)
{
  BlTextStyle style = { .size = BL_TEXT_SIZE_SMALL, .text_scale = pen->text_scale };
  double scale = pen->text_scale > 0 ? pen->text_scale : 1;
  double mark = 16 * scale, gap = 12 * scale, x = pen->x, line = 0;
  gboolean both;
  g_autoptr (GArray) keys = find_keys (legend, &both);
  const char *note = _ ("Filled: statutory. Hollow: not.");

  for (guint i = 0; i < keys->len; i++)
    {
      const Key *key = &g_array_index (keys, Key, i);
      double width = mark + text_width (pen, _ (key->words), &style);

      if (x > pen->x && x + width > pen->x + pen->width)
        {
          x = pen->x;
          pen->y += line + 2;
        }
      line = put (pen, _ (key->words), &style, x + mark, 0, FALSE);
      if (pen->palette)
        {
          BlPalette bare = *pen->palette;

          bare.halo = pen->palette->card;
          bl_marker_paint (pen->cr, x + mark * 0.36, pen->y + line / 2, 4.5 * scale, &key->look, &bare);
        }
      x += width + gap;
    }
  if (both && keys->len > 0)
    {
      if (x + text_width (pen, note, &style) > pen->x + pen->width)
        {
          pen->y += line + 2;
          put (pen, note, &style, pen->x, 0, TRUE);
        }
      else
        put (pen, note, &style, pen->x + pen->width, 1, TRUE);
    }
  pen->y += line;
}

static double
walk (cairo_t *cr, double x, double y, double width, const BlMapLegend *legend, double text_scale,
      const BlPalette *palette)
{
  Pen pen = { cr, x + PADDING, y + PADDING * 0.75, width - 2 * PADDING, text_scale, palette };
  gboolean keys = legend->symbols == NULL || legend->n_symbols > 0;

  put_title (&pen, legend);
  if (legend->two_way)
    put_two_way (&pen, legend);
  else if (legend->classes)
    put_classes (&pen, legend->classes);
  else
    put_legend_rows (&pen, legend);
  if (legend->note)
    put_note (&pen, legend->note);
  if (keys && pen.y > y + PADDING * 0.75)
    {
      pen.y += GAP;
      if (palette)
        {
          cairo_move_to (cr, pen.x, pen.y);
          cairo_line_to (cr, pen.x + pen.width, pen.y);
          bl_paint_set_colour (cr, palette->grid);
          cairo_set_line_width (cr, 1);
          cairo_stroke (cr);
        }
      pen.y += GAP;
    }
  if (keys)
    put_keys (&pen, legend);
  return pen.y + PADDING * 0.75 - y;
}

double
bl_map_legend_paint (cairo_t *cr, double x, double y, double width, const BlMapLegend *legend, double text_scale,
                     const BlPalette *palette)
{
  double height;

  g_return_val_if_fail (cr != NULL && legend != NULL, 0);

  height = walk (cr, x, y, width, legend, text_scale, NULL);
  if (palette)
    {
      cairo_save (cr);
      bl_paint_floating (cr, x, y, width, height, palette);
      walk (cr, x, y, width, legend, text_scale, palette);
      cairo_restore (cr);
    }
  return height;
}

void
bl_map_paint_legend (cairo_t *cr, double x, double y, double width, const char *title, const char *date,
                     const BlClasses *classes, double text_scale, const BlPalette *palette, double *height)
{
  BlMapLegend legend = { .title = title, .date = date, .classes = classes };
  double tall = bl_map_legend_paint (cr, x, y, width, &legend, text_scale, palette);

  if (height)
    *height = tall;
}
