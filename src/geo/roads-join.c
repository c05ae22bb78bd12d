/* roads-join.c: ways that meet, put together into a network
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "roads-join.h"

#include <math.h>
#include <string.h>

#include "roads-builder.h"

/* Metres that a shape may lie off the way it was thinned from. */
#define THIN 1.0
#define NONE G_MAXUINT32

typedef struct
{
  BlPoint at;
  guint32 degree;
  guint32 pieces[2]; /* the first two that end here */
} Vertex;

/* Between two points of a way. */
typedef struct
{
  guint32 ends[2]; /* vertices */
  guint32 kind;    /* class, access and limit */
  float metres;
  gboolean used;
} Piece;

struct _BlRoadsJoiner
{
  GArray *vertices; /* Vertex */
  GArray *pieces;   /* Piece */
  /* Open addressing: the vertex of each key. */
  guint64 *keys;
  guint32 *places; /* vertex, or NONE */
  gsize n_places;  /* a power of two */
};

/* --- Points by their keys --------------------------------------------------- */

static gsize
place_of (const BlRoadsJoiner *self, guint64 key)
{
  /* Fibonacci hashing (Knuth, 6.4). */
  gsize place = (gsize) (key * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) >> 20) & (self->n_places - 1);

  while (self->places[place] != NONE && self->keys[place] != key)
    place = (place + 1) & (self->n_places - 1);
  return place;
}

static void
make_room (BlRoadsJoiner *self)
{
  g_autofree guint64 *old_keys = self->keys;
  g_autofree guint32 *old_places = self->places;
  gsize n_old = self->n_places;

  self->n_places = MAX (2 * n_old, 1024);
  self->keys = g_new (guint64, self->n_places);
  self->places = g_new (guint32, self->n_places);
  memset (self->places, 0xff, self->n_places * sizeof (guint32));
  for (gsize i = 0; i < n_old; i++)
    if (old_places[i] != NONE)
      {
        gsize place = place_of (self, old_keys[i]);

        self->keys[place] = old_keys[i];
        self->places[place] = old_places[i];
      }
}

static guint32
vertex_of (BlRoadsJoiner *self, guint64 key, BlPoint at)
{
  Vertex vertex = { at, 0, { NONE, NONE } };
  gsize place;

  if (2 * ((gsize) self->vertices->len + 1) > self->n_places)
    make_room (self);
  place = place_of (self, key);
  if (self->places[place] == NONE)
    {
      self->keys[place] = key;
      self->places[place] = self->vertices->len;
      g_array_append_val (self->vertices, vertex);
    }
  return self->places[place];
}

/* --- Ways -------------------------------------------------------------------- */

static void
touch (BlRoadsJoiner *self, guint32 number, guint32 piece)
{
  Vertex *vertex = &g_array_index (self->vertices, Vertex, number);

  if (vertex->degree < 2)
    vertex->pieces[vertex->degree] = piece;
  vertex->degree++;
}

static guint32
make_kind (BlRoadClass road_class, guint access, guint limit)
{
  return (guint32) road_class << 16 | access << 8 | MIN (limit, G_MAXUINT8);
}

void
bl_roads_joiner_add (BlRoadsJoiner *self,
                     const guint64 *keys,
                     const BlPoint *points,
                     const double *metres,
                     guint n_points,
                     BlRoadClass road_class,
                     guint access,
                     guint limit)
{
  guint32 before = NONE;

  for (guint i = 0; i < n_points; i++)
    {
      guint32 vertex = vertex_of (self, keys[i], points[i]);

      if (i > 0 && vertex != before)
        {
          Piece piece = { { before, vertex }, make_kind (road_class, access, limit), (float) metres[i - 1], FALSE };

          touch (self, before, self->pieces->len);
          touch (self, vertex, self->pieces->len);
          g_array_append_val (self->pieces, piece);
        }
      before = vertex;
    }
}

/* --- Chains ------------------------------------------------------------------- */

static guint32
turned (guint32 kind)
{
  guint access = kind >> 8 & 0xff;
  guint forward = access & (BL_ACCESS_FOOT | BL_ACCESS_CYCLE | BL_ACCESS_DRIVE);

  return (kind & ~0xff00u) | (forward << 1 | (access & ~forward) >> 1) << 8;
}

/* What a piece is for one who comes from @vertex. */
static guint32
kind_from (const Piece *piece, guint32 vertex)
{
  return piece->ends[0] == vertex ? piece->kind : turned (piece->kind);
}

static guint32
other_end (const Piece *piece, guint32 vertex)
{
  return piece->ends[piece->ends[0] == vertex];
}

/* Whether the road goes on through @vertex as it was: then no junction is kept there. */
static gboolean
goes_on (const Vertex *vertices, const Piece *pieces, guint32 vertex)
{
  const Piece *one, *two;

  if (vertices[vertex].degree != 2)
    return FALSE;
  one = pieces + vertices[vertex].pieces[0];
  two = pieces + vertices[vertex].pieces[1];
  return kind_from (one, other_end (one, vertex)) == kind_from (two, vertex);
}

static double
distance_to_stretch (BlPoint at, BlPoint a, BlPoint b)
{
  double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
  double share = square > 0 ? ((at.x - a.x) * dx + (at.y - a.y) * dy) / square : 0;

  share = CLAMP (share, 0, 1);
  return hypot (a.x + share * dx - at.x, a.y + share * dy - at.y);
}

typedef struct
{
  guint first, last;
} Range;

/* Marks in @keep which points between the ends are needed (Douglas and Peucker 1973). */
static void
thin (const BlPoint *points, guint n, guint8 *keep, GArray *ranges)
{
  g_array_append_vals (ranges, &(Range){ 0, n - 1 }, 1);
  while (ranges->len > 0)
    {
      Range range = g_array_index (ranges, Range, ranges->len - 1);
      double most = THIN;
      guint far = 0;

      g_array_set_size (ranges, ranges->len - 1);
      for (guint i = range.first + 1; i < range.last; i++)
        {
          double off = distance_to_stretch (points[i], points[range.first], points[range.last]);

          if (off > most)
            {
              most = off;
              far = i;
            }
        }
      if (far == 0)
        continue;
      keep[far] = TRUE;
      g_array_append_vals (ranges, &(Range){ range.first, far }, 1);
      g_array_append_vals (ranges, &(Range){ far, range.last }, 1);
    }
}

/**
 * Joining: what making the table needs.
 */
typedef struct
{
  const Vertex *vertices;
  Piece *pieces;
  guint32 *nodes; /* by vertex, in the builder, or NONE */
  BlRoadsBuilder *builder;
  GArray *chain;  /* BlPoint */
  GArray *shape;  /* gint32 pairs */
  GByteArray *keep;
  GArray *ranges;
} Joining;

static gint32
whole (double metres)
{
  return (gint32) lround (metres);
}

static guint
node_of (Joining *joining, guint32 vertex)
{
  if (joining->nodes[vertex] == NONE)
    joining->nodes[vertex] = bl_roads_builder_add_node (joining->builder, whole (joining->vertices[vertex].at.x),
                                                        whole (joining->vertices[vertex].at.y));
  return joining->nodes[vertex];
}

/* The edge from @start along @piece to the next node. */
static void
follow (Joining *joining, guint32 start, guint32 piece)
{
  guint32 vertex = start, kind = kind_from (joining->pieces + piece, start);
  double metres = 0;

  g_array_set_size (joining->chain, 0);
  g_array_append_val (joining->chain, joining->vertices[start].at);
  for (;;)
    {
      Piece *at = joining->pieces + piece;
      const Vertex *next;

      at->used = TRUE;
      metres += at->metres;
      vertex = other_end (at, vertex);
      next = joining->vertices + vertex;
      g_array_append_val (joining->chain, next->at);
      if (vertex == start || !goes_on (joining->vertices, joining->pieces, vertex))
        break;
      piece = next->pieces[next->pieces[0] == piece];
    }
  g_byte_array_set_size (joining->keep, joining->chain->len);
  memset (joining->keep->data, 0, joining->chain->len);
  thin ((const BlPoint *) (gpointer) joining->chain->data, joining->chain->len, joining->keep->data, joining->ranges);
  g_array_set_size (joining->shape, 0);
  for (guint i = 0; i < joining->chain->len; i++)
    if (joining->keep->data[i])
      {
        BlPoint at = g_array_index (joining->chain, BlPoint, i);

        g_array_append_vals (joining->shape, (gint32[]){ whole (at.x), whole (at.y) }, 1);
      }
  bl_roads_builder_add_edge (joining->builder, node_of (joining, start), node_of (joining, vertex),
                             (guint32) CLAMP (round (metres * 10), 0, (double) G_MAXUINT32), kind >> 16, kind >> 8 & 0xff,
                             kind & 0xff, (const gint32 *) (gpointer) joining->shape->data, joining->shape->len);
}

BlTable *
bl_roads_joiner_to_table (BlRoadsJoiner *self)
{
  g_autoptr (BlRoadsBuilder) builder = bl_roads_builder_new ();
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (BlPoint));
  g_autoptr (GArray) shape = g_array_new (FALSE, FALSE, 2 * sizeof (gint32));
  g_autoptr (GByteArray) keep = g_byte_array_new ();
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  g_autofree guint32 *nodes = g_new (guint32, MAX (self->vertices->len, 1));
  Joining joining = { (const Vertex *) (gpointer) self->vertices->data, (Piece *) (gpointer) self->pieces->data,
                      nodes, builder, chain, shape, keep, ranges };

  memset (nodes, 0xff, self->vertices->len * sizeof *nodes);
  for (guint p = 0; p < self->pieces->len; p++)
    for (guint end = 0; end < 2; end++)
      if (!joining.pieces[p].used && !goes_on (joining.vertices, joining.pieces, joining.pieces[p].ends[end]))
        follow (&joining, joining.pieces[p].ends[end], p);
  /* What is left goes round without a junction. */
  for (guint p = 0; p < self->pieces->len; p++)
    if (!joining.pieces[p].used)
      follow (&joining, joining.pieces[p].ends[0], p);
  g_array_set_size (self->vertices, 0);
  g_array_set_size (self->pieces, 0);
  memset (self->places, 0xff, self->n_places * sizeof (guint32));
  return bl_roads_builder_to_table (builder);
}

BlRoadsJoiner *
bl_roads_joiner_new (void)
{
  BlRoadsJoiner *self = g_new0 (BlRoadsJoiner, 1);

  self->vertices = g_array_new (FALSE, FALSE, sizeof (Vertex));
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  make_room (self);
  return self;
}

void
bl_roads_joiner_free (BlRoadsJoiner *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->vertices);
  g_array_unref (self->pieces);
  g_free (self->keys);
  g_free (self->places);
  g_free (self);
}
