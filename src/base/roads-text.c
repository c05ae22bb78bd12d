/* roads-text.c: a road network as the file holds it, row by row
 *
 * A row is a junction: its place as the difference from the junction before,
 * then its edges, each behind a ";": where to as the difference of the two
 * row numbers, the length, class, access and limit (together "=" where they
 * are those of the edge before), and the shape, each point as the difference
 * from the one before it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "roads-text.h"

#include <glib/gi18n-lib.h>

#include "errors.h"
#include "table-integers.h"

#define MAX_COORDINATE ((gint64) BL_TABLE_MAX_COORDINATE)

struct _BlRoadsReader
{
  GArray *nodes, *node_edges;                     /* gint32 pairs; guint */
  GArray *from, *to, *lengths, *shapes, *points;  /* guint32 … ; gint32 pairs */
  GByteArray *classes, *access, *limits;
  gint64 x, y;
};

/* --- Writing ---------------------------------------------------------------- */

static gboolean
is_like_before (const BlRoads *roads, guint edge)
{
  return edge > 0 && roads->classes[edge] == roads->classes[edge - 1] && roads->access[edge] == roads->access[edge - 1]
         && roads->limits[edge] == roads->limits[edge - 1];
}

static char *
write_after_blank (char *to, gint64 value)
{
  *to++ = ' ';
  return bl_integer_write (to, value);
}

static char *
write_edge (char *to, const BlRoads *roads, guint edge)
{
  const gint32 *at = roads->nodes + 2 * (gsize) roads->from[edge];

  *to++ = ';';
  to = bl_integer_write (to, (gint64) roads->to[edge] - roads->from[edge]);
  to = write_after_blank (to, roads->lengths[edge]);
  if (is_like_before (roads, edge))
    {
      *to++ = ' ';
      *to++ = '=';
    }
  else
    {
      to = write_after_blank (to, roads->classes[edge]);
      to = write_after_blank (to, roads->access[edge]);
      to = write_after_blank (to, roads->limits[edge]);
    }
  for (guint p = roads->shape_points[edge]; p < roads->shape_points[edge + 1]; p++)
    {
      const gint32 *next = roads->points + 2 * (gsize) p;

      to = write_after_blank (to, (gint64) next[0] - at[0]);
      to = write_after_blank (to, (gint64) next[1] - at[1]);
      at = next;
    }
  return to;
}

void
bl_roads_append_row (GString *out, const BlRoads *roads, guint row)
{
  guint first = roads->node_edges[row], last = roads->node_edges[row + 1];
  gsize n_points = roads->shape_points[last] - roads->shape_points[first];
  gsize length = out->len;
  const gint32 *at = roads->nodes + 2 * (gsize) row;
  char *to;

  g_string_set_size (out, length + (2 + 5 * (gsize) (last - first) + 2 * n_points) * BL_INTEGER_MOST);
  to = bl_integer_write (out->str + length, row == 0 ? at[0] : (gint64) at[0] - at[-2]);
  to = write_after_blank (to, row == 0 ? at[1] : (gint64) at[1] - at[-1]);
  for (guint e = first; e < last; e++)
    to = write_edge (to, roads, e);
  g_string_truncate (out, to - out->str);
}

/* --- Reading ---------------------------------------------------------------- */

BlRoadsReader *
bl_roads_reader_new (void)
{
  BlRoadsReader *self = g_new0 (BlRoadsReader, 1);

  self->nodes = g_array_new (FALSE, FALSE, 2 * sizeof (gint32));
  self->node_edges = g_array_new (FALSE, FALSE, sizeof (guint));
  self->from = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->to = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->lengths = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->shapes = g_array_new (FALSE, FALSE, sizeof (guint));
  self->points = g_array_new (FALSE, FALSE, 2 * sizeof (gint32));
  self->classes = g_byte_array_new ();
  self->access = g_byte_array_new ();
  self->limits = g_byte_array_new ();
  return self;
}

void
bl_roads_reader_free (BlRoadsReader *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->nodes);
  g_array_unref (self->node_edges);
  g_array_unref (self->from);
  g_array_unref (self->to);
  g_array_unref (self->lengths);
  g_array_unref (self->shapes);
  g_array_unref (self->points);
  g_byte_array_unref (self->classes);
  g_byte_array_unref (self->access);
  g_byte_array_unref (self->limits);
  g_free (self);
}

/* A blank, and a number of at least 0 and at most @most behind it. */
static gboolean
read_next (const char **p, const char *end, gint64 most, gint64 *value, gboolean *own_form)
{
  if (*p == end || **p != ' ')
    return FALSE;
  (*p)++;
  return bl_integer_read (p, end, value, own_form) && *value >= 0 && *value <= most;
}

/* Two differences, behind a blank but for the first of a row; they move @x and @y. */
static gboolean
read_step (const char **p, const char *end, gboolean blank, gint64 *x, gint64 *y, gboolean *own_form)
{
  gint64 dx, dy;

  if (blank && (*p == end || *(*p)++ != ' '))
    return FALSE;
  if (!bl_integer_read (p, end, &dx, own_form) || *p == end || *(*p)++ != ' '
      || !bl_integer_read (p, end, &dy, own_form))
    return FALSE;
  *x += dx; /* of at most 18 digits each: no overflow */
  *y += dy;
  return ABS (*x) <= MAX_COORDINATE && ABS (*y) <= MAX_COORDINATE;
}

/* What the edge before was like, where the text says "=". */
static gboolean
read_kind (BlRoadsReader *self, const char **p, const char *end, gboolean *own_form)
{
  guint n = self->classes->len;
  gint64 road_class, access, limit;
  guint8 kind[3];

  if (end - *p >= 2 && (*p)[0] == ' ' && (*p)[1] == '=')
    {
      if (n == 0)
        return FALSE;
      *p += 2;
      kind[0] = self->classes->data[n - 1];
      kind[1] = self->access->data[n - 1];
      kind[2] = self->limits->data[n - 1];
    }
  else
    {
      if (!read_next (p, end, BL_N_ROAD_CLASSES - 1, &road_class, own_form)
          || !read_next (p, end, BL_ACCESS_ALL, &access, own_form)
          || !read_next (p, end, G_MAXUINT8, &limit, own_form))
        return FALSE;
      kind[0] = (guint8) road_class;
      kind[1] = (guint8) access;
      kind[2] = (guint8) limit;
      if (n > 0 && kind[0] == self->classes->data[n - 1] && kind[1] == self->access->data[n - 1]
          && kind[2] == self->limits->data[n - 1])
        *own_form = FALSE;
    }
  g_byte_array_append (self->classes, kind, 1);
  g_byte_array_append (self->access, kind + 1, 1);
  g_byte_array_append (self->limits, kind + 2, 1);
  return TRUE;
}

static gboolean
read_edge (BlRoadsReader *self, const char **p, const char *end, guint32 node, gboolean *own_form)
{
  gint64 x = self->x, y = self->y, to, length;

  if (!bl_integer_read (p, end, &to, own_form))
    return FALSE;
  to += node;
  if (to < 0 || to >= G_MAXUINT32 || !read_next (p, end, G_MAXUINT32, &length, own_form)
      || !read_kind (self, p, end, own_form))
    return FALSE;
  g_array_append_val (self->from, node);
  g_array_append_vals (self->to, &(guint32){ (guint32) to }, 1);
  g_array_append_vals (self->lengths, &(guint32){ (guint32) length }, 1);
  g_array_append_val (self->shapes, self->points->len);
  while (*p < end && **p != ';')
    {
      if (!read_step (p, end, TRUE, &x, &y, own_form))
        return FALSE;
      g_array_append_vals (self->points, (gint32[]){ (gint32) x, (gint32) y }, 1);
    }
  return TRUE;
}

gboolean
bl_roads_reader_add (BlRoadsReader *self, const char *line, gsize length, gboolean *own_form)
{
  const char *p = line, *end = line + length;
  guint32 node = self->nodes->len;

  if (!read_step (&p, end, FALSE, &self->x, &self->y, own_form))
    return FALSE;
  g_array_append_vals (self->nodes, (gint32[]){ (gint32) self->x, (gint32) self->y }, 1);
  g_array_append_val (self->node_edges, self->from->len);
  while (p < end)
    if (*p++ != ';' || !read_edge (self, &p, end, node, own_form))
      return FALSE;
  return TRUE;
}

/* The numbers in @array, with room for one more at the end; the array is empty then. */
static gpointer
take (GArray *array, guint extra)
{
  guint size = g_array_get_element_size (array);
  gsize n = array->len;

  return g_realloc_n (g_array_steal (array, NULL), MAX (n + extra, 1), size);
}

static guint8 *
take_bytes (GByteArray *array)
{
  gsize n = array->len;

  return g_realloc (g_byte_array_steal (array, NULL), MAX (n, 1));
}

BlTable *
bl_roads_reader_take_table (BlRoadsReader *self, const char *sum, GError **error)
{
  BlRoads roads = { self->nodes->len, self->from->len, self->points->len };
  const guint32 *to = (const guint32 *) (gpointer) self->to->data;

  for (guint e = 0; e < roads.n_edges; e++)
    if (to[e] >= roads.n_nodes)
      {
        g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_FORMAT,
                     _ ("a road of the network leads to a junction that is not in the table"));
        return NULL;
      }
  roads.nodes = take (self->nodes, 0);
  roads.node_edges = take (self->node_edges, 1);
  roads.node_edges[roads.n_nodes] = roads.n_edges;
  roads.from = take (self->from, 0);
  roads.to = take (self->to, 0);
  roads.lengths = take (self->lengths, 0);
  roads.shape_points = take (self->shapes, 1);
  roads.shape_points[roads.n_edges] = roads.n_points;
  roads.points = take (self->points, 0);
  roads.classes = take_bytes (self->classes);
  roads.access = take_bytes (self->access);
  roads.limits = take_bytes (self->limits);
  return bl_table_take_network (&roads, sum);
}
