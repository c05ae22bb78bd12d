/* svg-read.h: what a drawing strokes and fills, read back from SVG
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#include "palette.h"

/**
 * SvgPath: one stroke or fill. Letters are no paths of the drawing and are left out.
 */
typedef struct
{
  gboolean filled;
  BlColour colour;              /* with its opacity */
  double x1, y1, x2, y2;        /* its box, without the width of the pen */
  guint pieces;                 /* separate lines */
  double pen;                   /* 0 of a fill */
  char *dashes;                 /* NULL: solid */
} SvgPath;

static inline void
svg_path_clear (gpointer data)
{
  g_free (((SvgPath *) data)->dashes);
}

static inline cairo_status_t
svg_write (void *text, const unsigned char *data, unsigned int length)
{
  g_string_append_len (text, (const char *) data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* "fill" of an attribute or of a style, as one cairo or another writes it. */
static inline char *
svg_get (const char **names, const char **values, const char *property)
{
  g_autofree char *key = g_strconcat (property, ":", NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], property))
        return g_strdup (values[i]);
      if (g_str_equal (names[i], "style"))
        {
          g_auto (GStrv) parts = g_strsplit (values[i], ";", -1);

          for (guint p = 0; parts[p] != NULL; p++)
            if (g_str_has_prefix (parts[p], key))
              return g_strdup (parts[p] + strlen (key));
        }
    }
  return NULL;
}

static inline gboolean
svg_read_colour (const char *text, const char *opacity, BlColour *colour)
{
  if (text == NULL || !g_str_has_prefix (text, "rgb("))
    return FALSE;
  text += strlen ("rgb(");
  for (guint i = 0; i < 3; i++)
    {
      char *end;
      double part = g_ascii_strtod (text, &end);

      *(&colour->r + i) = *end == '%' ? part / 100 : part / 255;
      while (*end == '%' || *end == ',' || *end == ' ')
        end++;
      text = end;
    }
  colour->a = opacity != NULL ? g_ascii_strtod (opacity, NULL) : 1;
  return TRUE;
}

static inline void
svg_read_box (const char *d, SvgPath *path)
{
  double numbers[2];
  guint n = 0;

  path->x1 = path->y1 = INFINITY;
  path->x2 = path->y2 = -INFINITY;
  while (*d != '\0')
    {
      char *end;

      if (g_ascii_isalpha (*d) || *d == ' ' || *d == ',')
        {
          path->pieces += *d == 'M';
          d++;
          continue;
        }
      numbers[n++] = g_ascii_strtod (d, &end);
      g_assert_true (end != d);
      d = end;
      if (n == 2)
        {
          path->x1 = fmin (path->x1, numbers[0]);
          path->x2 = fmax (path->x2, numbers[0]);
          path->y1 = fmin (path->y1, numbers[1]);
          path->y2 = fmax (path->y2, numbers[1]);
          n = 0;
        }
    }
  /* A closed path is written with its beginning once more. */
}

typedef struct
{
  GArray *paths;
  guint letters; /* depth in what is only drawn where it is used */
} SvgReading;

static inline void
svg_start (GMarkupParseContext *context,
           const char *name,
           const char **names,
           const char **values,
           gpointer data,
           GError **error)
{
  SvgReading *reading = data;

  (void) context;
  (void) error;
  if (g_str_equal (name, "defs") || g_str_equal (name, "symbol") || g_str_equal (name, "clipPath"))
    reading->letters++;
  if (!g_str_equal (name, "path") || reading->letters > 0)
    return;
  for (guint turn = 0; turn < 2; turn++)
    {
      const char *what = turn == 0 ? "fill" : "stroke";
      g_autofree char *opacity_name = g_strconcat (what, "-opacity", NULL);
      g_autofree char *colour = svg_get (names, values, what), *opacity = svg_get (names, values, opacity_name);
      g_autofree char *d = svg_get (names, values, "d"), *pen = svg_get (names, values, "stroke-width");
      g_autofree char *dashes = svg_get (names, values, "stroke-dasharray"), *moved = svg_get (names, values, "transform");
      SvgPath path = { .filled = turn == 0 };

      if (d == NULL || !svg_read_colour (colour, opacity, &path.colour))
        continue;
      svg_read_box (d, &path);
      if (moved != NULL && g_str_has_prefix (moved, "matrix("))
        {
          g_auto (GStrv) parts = g_strsplit (moved + strlen ("matrix("), ",", 6);

          g_assert_cmpuint (g_strv_length (parts), ==, 6);
          path.x1 += g_ascii_strtod (parts[4], NULL);
          path.x2 += g_ascii_strtod (parts[4], NULL);
          path.y1 += g_ascii_strtod (parts[5], NULL);
          path.y2 += g_ascii_strtod (parts[5], NULL);
        }
      if (turn == 1)
        {
          path.pen = pen != NULL ? g_ascii_strtod (pen, NULL) : 1;
          path.dashes = dashes != NULL && !g_str_equal (dashes, "none") ? g_steal_pointer (&dashes) : NULL;
        }
      g_array_append_val (reading->paths, path);
    }
}

static inline void
svg_end (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  SvgReading *reading = data;

  (void) context;
  (void) error;
  if (g_str_equal (name, "defs") || g_str_equal (name, "symbol") || g_str_equal (name, "clipPath"))
    reading->letters--;
}

/* Of SvgPath, in the order drawn: what @paint does on an empty page. */
static inline GArray *
svg_read (double width, double height, void (*paint) (cairo_t *cr, gpointer data), gpointer data)
{
  const GMarkupParser parser = { .start_element = svg_start, .end_element = svg_end };
  g_autoptr (GString) text = g_string_new (NULL);
  SvgReading reading = { g_array_new (FALSE, FALSE, sizeof (SvgPath)), 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reading, NULL);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (svg_write, text, width, height);
  cairo_t *cr = cairo_create (surface);

  g_array_set_clear_func (reading.paths, svg_path_clear);
  paint (cr, data);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  g_markup_parse_context_parse (context, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);
  return reading.paths;
}

static inline gboolean
svg_same_colour (BlColour a, BlColour b)
{
  return fabs (a.r - b.r) < 0.004 && fabs (a.g - b.g) < 0.004 && fabs (a.b - b.b) < 0.004;
}

/* The first fill (or stroke) of @colour at full opacity whose box is within @near of that; NULL. */
static inline const SvgPath *
svg_find (const GArray *paths, gboolean filled, BlColour colour, double x1, double y1, double x2, double y2, double near)
{
  for (guint i = 0; i < paths->len; i++)
    {
      const SvgPath *path = &g_array_index (paths, SvgPath, i);

      if (path->filled == filled && svg_same_colour (path->colour, colour) && path->colour.a > 0.99
          && fabs (path->x1 - x1) <= near && fabs (path->x2 - x2) <= near && fabs (path->y1 - y1) <= near
          && fabs (path->y2 - y2) <= near)
        return path;
    }
  return NULL;
}
