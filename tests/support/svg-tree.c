/* svg-tree.c: what is drawn in an SVG, as shapes that can be compared with what was worked out by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "svg-tree.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <math.h>
#include <string.h>

static void
shape_free (SvgShape *shape)
{
  g_free (shape->fill);
  g_free (shape->stroke);
  g_free (shape->dashes);
  g_array_unref (shape->points);
  g_free (shape);
}

static char *
attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

/* Of the style attribute or, as newer cairos write it, an attribute of its own. */
static char *
property (xmlNode *node, const char *name)
{
  g_autofree char *style = attribute (node, "style");
  g_auto (GStrv) parts = g_strsplit (style != NULL ? style : "", ";", -1);
  gsize length = strlen (name);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);

      if (strncmp (part, name, length) == 0 && part[length] == ':')
        return g_strdup (part + length + 1);
    }
  return attribute (node, name);
}

/* "rgb(7.058824%,26.27451%,42.745098%)" as "#12436d"; NULL: none. */
static char *
read_colour (const char *text)
{
  guint parts[3];
  const char *p;

  if (text == NULL || g_str_has_prefix (text, "none"))
    return NULL;
  if (*text == '#')
    return g_strdup (text);
  if (!g_str_has_prefix (text, "rgb("))
    return NULL; /* a pattern */
  p = text + 4;
  for (guint i = 0; i < 3; i++)
    {
      char *end;
      double value = g_ascii_strtod (p, &end);

      while (*end == ' ')
        end++;
      parts[i] = (guint) lround (*end == '%' ? value * 2.55 : value);
      p = end + strspn (end, "%, ");
    }
  return g_strdup_printf ("#%02x%02x%02x", parts[0], parts[1], parts[2]);
}

static double
read_number (xmlNode *node, const char *name, double otherwise)
{
  g_autofree char *text = property (node, name);

  return text != NULL ? g_ascii_strtod (text, NULL) : otherwise;
}

static void
add_point (GArray *points, const double matrix[6], double x, double y)
{
  double at[2] = { matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5] };

  g_array_append_vals (points, at, 2);
}

/* A place gone to and left again: cairo does that behind each closed part. */
static void
drop_lonely (GArray *points)
{
  if (points->len >= 2 && (points->len == 2 || isnan (g_array_index (points, double, points->len - 3))))
    g_array_set_size (points, points->len - 2);
  while (points->len > 0 && isnan (g_array_index (points, double, points->len - 1)))
    g_array_set_size (points, points->len - 2);
}

/* Ends of straight and curved parts. */
static void
read_path (const char *d, const double matrix[6], GArray *points)
{
  static const double nothing[2] = { NAN, NAN };
  double numbers[6];
  guint n = 0;
  char command = 'M';

  for (const char *p = d; *p != '\0';)
    {
      char *end;

      if (g_ascii_isalpha (*p))
        {
          command = *p++;
          n = 0;
          if (command == 'M')
            drop_lonely (points);
          if (command == 'M' && points->len > 0)
            g_array_append_vals (points, nothing, 2);
          continue;
        }
      if (*p == ' ' || *p == ',' || *p == '\n')
        {
          p++;
          continue;
        }
      g_assert_nonnull (strchr ("MLC", command));
      numbers[n++] = g_ascii_strtod (p, &end);
      g_assert_true (end > p);
      p = end;
      if (n == (command == 'C' ? 6 : 2))
        {
          add_point (points, matrix, numbers[n - 2], numbers[n - 1]);
          n = 0;
        }
    }
  drop_lonely (points);
}

static void
read_matrix (xmlNode *node, double matrix[6])
{
  g_autofree char *text = attribute (node, "transform");
  const char *p = text != NULL ? strchr (text, '(') : NULL;

  matrix[0] = matrix[3] = 1;
  matrix[1] = matrix[2] = matrix[4] = matrix[5] = 0;
  for (guint i = 0; p != NULL && i < 6; i++)
    {
      char *end;

      p += strspn (p, "(, ");
      matrix[i] = g_ascii_strtod (p, &end);
      p = end;
    }
}

static void
add_shape (SvgTree *self, xmlNode *node, gboolean clipped)
{
  SvgShape *shape = g_new0 (SvgShape, 1);
  g_autofree char *fill = property (node, "fill"), *stroke = property (node, "stroke");
  g_autofree char *cap = property (node, "stroke-linecap"), *dashes = property (node, "stroke-dasharray");
  g_autofree char *d = attribute (node, "d");
  double matrix[6];

  read_matrix (node, matrix);
  shape->points = g_array_new (FALSE, FALSE, sizeof (double));
  shape->fill = read_colour (fill);
  shape->stroke = read_colour (stroke);
  shape->fill_alpha = read_number (node, "fill-opacity", 1);
  shape->stroke_alpha = read_number (node, "stroke-opacity", 1);
  shape->width = read_number (node, "stroke-width", 1);
  shape->round = g_strcmp0 (cap, "round") == 0;
  shape->clipped = clipped;
  if (dashes != NULL && !g_str_has_prefix (dashes, "none"))
    {
      g_auto (GStrv) parts = g_strsplit_set (dashes, ", ", -1);
      GString *text = g_string_new (NULL);

      for (guint i = 0; parts[i] != NULL; i++)
        if (*parts[i] != '\0')
          g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", parts[i]);
      shape->dashes = g_string_free (text, FALSE);
    }
  if (g_strcmp0 ((const char *) node->name, "rect") == 0)
    {
      double x = read_number (node, "x", 0), y = read_number (node, "y", 0);
      double width = read_number (node, "width", 0), height = read_number (node, "height", 0);

      add_point (shape->points, matrix, x, y);
      add_point (shape->points, matrix, x + width, y);
      add_point (shape->points, matrix, x + width, y + height);
      add_point (shape->points, matrix, x, y + height);
    }
  else if (d != NULL)
    read_path (d, matrix, shape->points);
  if (shape->fill == NULL && shape->stroke == NULL)
    shape_free (shape);
  else
    g_ptr_array_add (self->shapes, shape);
}

static void
walk (SvgTree *self, xmlNode *node, gboolean clipped)
{
  for (; node != NULL; node = node->next)
    {
      const char *name = (const char *) node->name;

      if (node->type != XML_ELEMENT_NODE || g_str_equal (name, "defs") || g_str_equal (name, "symbol")
          || g_str_equal (name, "use"))
        continue;
      if (g_str_equal (name, "path") || g_str_equal (name, "rect"))
        add_shape (self, node, clipped);
      else if (g_str_equal (name, "title") || g_str_equal (name, "desc") || g_str_equal (name, "text"))
        {
          xmlChar *content = xmlNodeGetContent (node);

          if (g_str_equal (name, "text"))
            g_ptr_array_add (self->words, g_strdup ((const char *) content));
          else
            {
              char **place = g_str_equal (name, "title") ? &self->title : &self->description;

              g_free (*place);
              *place = g_strdup ((const char *) content);
            }
          xmlFree (content);
        }
      else
        {
          g_autofree char *clip = property (node, "clip-path");

          walk (self, node->children, clipped || clip != NULL);
        }
    }
}

SvgTree *
svg_tree_new (GBytes *svg)
{
  SvgTree *self = g_new0 (SvgTree, 1);
  gsize size;
  const char *data = g_bytes_get_data (svg, &size);
  xmlDoc *document = xmlReadMemory (data, (int) size, "picture.svg", NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  g_assert_nonnull (root);
  g_assert_cmpstr ((const char *) root->name, ==, "svg");
  self->shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) shape_free);
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->width = read_number (root, "width", 0);
  self->height = read_number (root, "height", 0);
  walk (self, root->children, FALSE);
  xmlFreeDoc (document);
  return self;
}

void
svg_tree_free (SvgTree *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->description);
  g_ptr_array_unref (self->shapes);
  g_ptr_array_unref (self->words);
  g_free (self);
}

const char *
svg_shape_get_kind (const SvgShape *self)
{
  const double *at = (const double *) (gconstpointer) self->points->data;
  gboolean dots = self->fill == NULL && self->round && self->points->len > 0;

  /* Each part goes nowhere. */
  for (guint i = 0; dots && i < self->points->len; i += 6)
    dots = i + 3 < self->points->len && fabs (at[i] - at[i + 2]) < 1e-3 && fabs (at[i + 1] - at[i + 3]) < 1e-3
           && (i + 4 >= self->points->len || isnan (at[i + 4]));
  if (self->clipped)
    return self->fill != NULL ? "stipple" : "hatch";
  return dots ? "dots" : self->fill != NULL ? "area" : "line";
}

static void
append_number (GString *out, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.2f", number);
  /* No zeros behind a point. */
  for (gsize length = strlen (text); length > 0 && (text[length - 1] == '0' || text[length - 1] == '.');
       length--)
    {
      gboolean point = text[length - 1] == '.';

      text[length - 1] = '\0';
      if (point)
        break;
    }
  g_string_append (out, text);
}

static void
describe (const SvgShape *shape, GString *out)
{
  const char *kind = svg_shape_get_kind (shape);
  const double *at = (const double *) (gconstpointer) shape->points->data;
  gboolean dots = g_str_equal (kind, "dots");

  g_string_append_printf (out, "%s %s", kind, shape->fill != NULL ? shape->fill : shape->stroke);
  if (shape->fill != NULL && shape->fill_alpha < 1)
    {
      g_string_append (out, " alpha ");
      append_number (out, shape->fill_alpha);
    }
  if (shape->fill != NULL && shape->stroke != NULL)
    g_string_append_printf (out, " edge %s", shape->stroke);
  if (shape->stroke != NULL)
    {
      g_string_append_c (out, ' ');
      append_number (out, shape->width);
      if (!dots && shape->fill == NULL)
        g_string_append_printf (out, shape->dashes != NULL ? " dashes %s" : " solid",
                                shape->dashes != NULL ? shape->dashes : "");
    }
  g_string_append_c (out, ':');
  for (guint i = 0; i < shape->points->len; i += 2)
    {
      if (isnan (at[i]))
        {
          g_string_append (out, " /");
          continue;
        }
      /* A dot is one place. */
      if (dots && i >= 2 && !isnan (at[i - 2]))
        continue;
      g_string_append_c (out, ' ');
      append_number (out, at[i]);
      g_string_append_c (out, ',');
      append_number (out, at[i + 1]);
    }
  g_string_append_c (out, '\n');
}

static gboolean
has_colour (const SvgShape *shape, const char *colour)
{
  return colour == NULL || g_strcmp0 (shape->fill, colour) == 0 || g_strcmp0 (shape->stroke, colour) == 0;
}

char *
svg_tree_describe (const SvgTree *self, const char *colour)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->shapes->len; i++)
    if (has_colour (g_ptr_array_index (self->shapes, i), colour))
      describe (g_ptr_array_index (self->shapes, i), out);
  return g_string_free (out, FALSE);
}

/* The same text but for numbers, which are near. */
static gboolean
is_near (const char *a, const char *b, double tolerance)
{
  while (*a != '\0' && *b != '\0')
    {
      gboolean number = (g_ascii_isdigit (*a) || *a == '-') && (g_ascii_isdigit (*b) || *b == '-');

      if (*a == '#')
        {
          /* A colour is no number. */
          if (strncmp (a, b, 7) != 0)
            return FALSE;
          a += 7;
          b += 7;
        }
      else if (number)
        {
          char *end_a, *end_b;

          if (!(fabs (g_ascii_strtod (a, &end_a) - g_ascii_strtod (b, &end_b)) <= tolerance) || end_a == a
              || end_b == b)
            return FALSE;
          a = end_a;
          b = end_b;
        }
      else if (*a++ != *b++)
        return FALSE;
    }
  return *a == *b;
}

void
svg_tree_assert (const SvgTree *self, const char *colour, const char *reference, double tolerance)
{
  g_autofree char *found = svg_tree_describe (self, colour);

  if (!is_near (found, reference, tolerance))
    g_error ("drawn:\n%s\nwanted:\n%s", found, reference);
}

void
svg_tree_assert_start (const SvgTree *self, const char *colour, const char *reference, double tolerance)
{
  g_autofree char *found = svg_tree_describe (self, colour);
  char *end = found;

  for (const char *p = reference; *p != '\0' && end != NULL && *end != '\0'; p++)
    if (*p == '\n')
      {
        end = strchr (end, '\n');
        end += end != NULL;
      }
  if (end != NULL)
    *end = '\0';
  if (!is_near (found, reference, tolerance))
    g_error ("drawn at first:\n%s\nwanted:\n%s", found, reference);
}

guint
svg_tree_count (const SvgTree *self, const char *kind, const char *colour)
{
  guint n = 0;

  for (guint i = 0; i < self->shapes->len; i++)
    {
      const SvgShape *shape = g_ptr_array_index (self->shapes, i);

      n += g_str_equal (svg_shape_get_kind (shape), kind) && has_colour (shape, colour);
    }
  return n;
}
