/* map-picture.c: a whole map, for a page, a printer or a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-picture.h"

#include <math.h>

#include "text.h"

#define EDGE 12.0
#define PADDING 24.0
#define LEGEND_WIDTH 300.0
#define LEGEND_NARROW 0.45 /* of the width of the map, at most */
#define SCALE_WIDTH 108.0
#define SAMPLES 12         /* places a side at which a corner is asked for areas */

/* What is drawn, made ready once. */
typedef struct
{
  const BlFacts *facts;
  BlMapShape *shape;     /* NULL: points */
  BlMapShape *service;   /* its outline; NULL */
  BlMapShape *catchment; /* of the picked library; NULL */
  BlPoint *points;     /* drawing coordinates of areas, without outlines */
  BlBounds bounds;     /* of areas and open libraries */
  BlMapSymbol *symbols;
  char **labels;
  guint n_symbols;
} Scene;

static void
scene_add_libraries (Scene *scene, const BlMapPicture *picture)
{
  const BlFacts *facts = scene->facts;

  if (picture->symbols != NULL)
    {
      scene->symbols = g_memdup2 (picture->symbols, picture->n_symbols * sizeof *picture->symbols);
      scene->n_symbols = picture->n_symbols;
      for (guint i = 0; i < scene->n_symbols; i++)
        bl_bounds_add (&scene->bounds, scene->symbols[i].drawing);
      return;
    }
  scene->symbols = g_new0 (BlMapSymbol, facts->n_libraries + 1);
  scene->labels = g_new0 (char *, facts->n_libraries + 1);
  for (guint i = 0; i < facts->n_libraries; i++)
    {
      const BlFactsLibrary *library = &facts->libraries[i];
      BlMapSymbol *symbol = &scene->symbols[scene->n_symbols];

      if (library->nearby || !library->open || !library->located || library->type != BL_LIBRARY_TYPE_STATIC)
        continue;
      scene->labels[scene->n_symbols] = bl_text_short_library_name (library->name);
      symbol->drawing = bl_map_project (BL_MAP_GRID, library->point);
      symbol->look.operation = library->operation;
      symbol->look.statutory = library->statutory;
      symbol->look.picked = picture->has_library && picture->library == (int) i;
      symbol->label = scene->labels[scene->n_symbols];
      bl_bounds_add (&scene->bounds, symbol->drawing);
      scene->n_symbols++;
    }
}

/* The outline of the areas nearest to the picked library; NULL where it has none. */
static BlMapShape *
catchment_shape (const BlMapPicture *picture)
{
  const BlFacts *facts = picture->facts;
  g_autofree gboolean *member = g_new0 (gboolean, MAX (facts->n_areas, 1));
  g_autoptr (BlTable) outline = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < facts->n_areas; i++)
    any |= member[i] = picture->nearest[i] == picture->library;
  outline = any ? bl_outlines_dissolve (facts->outlines, member) : NULL;
  return outline ? bl_map_shape_new (bl_table_get_outlines (outline), BL_MAP_GRID) : NULL;
}

static void
scene_init (Scene *scene, const BlMapPicture *picture)
{
  const BlFacts *facts = picture->facts;

  *scene = (Scene){ .facts = facts, .bounds = bl_bounds_empty () };
  if (facts->outlines && facts->outlines->n_points > 0)
    {
      g_autoptr (BlTable) whole = bl_outlines_dissolve (facts->outlines, NULL);
      BlBounds shape_bounds;

      scene->shape = bl_map_shape_new (facts->outlines, BL_MAP_GRID);
      if (whole)
        scene->service = bl_map_shape_new (bl_table_get_outlines (whole), BL_MAP_GRID);
      if (picture->has_library && picture->nearest != NULL)
        scene->catchment = catchment_shape (picture);
      shape_bounds = bl_map_shape_get_bounds (scene->shape);
      bl_bounds_add_bounds (&scene->bounds, &shape_bounds);
    }
  else if (facts->n_areas > 0)
    {
      scene->points = g_new (BlPoint, facts->n_areas);
      for (guint i = 0; i < facts->n_areas; i++)
        {
          scene->points[i] = bl_map_project (BL_MAP_GRID, facts->points[i]);
          if (!isnan (scene->points[i].x))
            bl_bounds_add (&scene->bounds, scene->points[i]);
        }
    }
  scene_add_libraries (scene, picture);
}

static void
scene_clear (Scene *scene)
{
  bl_map_shape_unref (scene->shape);
  bl_map_shape_unref (scene->service);
  bl_map_shape_unref (scene->catchment);
  g_free (scene->points);
  g_free (scene->symbols);
  g_strfreev (scene->labels);
}

/* How much of a box areas or markers fill: 0 for none. */
static guint
box_use (const Scene *scene, const BlMapView *view, const BlMapBox *box)
{
  guint used = 0;

  for (guint i = 0; scene->shape && i < SAMPLES * SAMPLES; i++)
    {
      BlPoint at = bl_map_view_from_pixels (view, box->x + box->width * (i % SAMPLES) / (SAMPLES - 1.0),
                                            box->y + box->height * (i / SAMPLES) / (SAMPLES - 1.0));

      used += bl_map_shape_find (scene->shape, at) >= 0;
    }
  for (guint i = 0; scene->points && i < scene->facts->n_areas; i++)
    {
      BlPoint at = bl_map_view_to_pixels (view, scene->points[i]);

      used += at.x >= box->x && at.x <= box->x + box->width && at.y >= box->y && at.y <= box->y + box->height;
    }
  for (guint i = 0; i < scene->n_symbols; i++)
    {
      BlMapBox marker = bl_map_symbol_box (view, &scene->symbols[i]);

      used += bl_map_box_overlaps (&marker, box) ? SAMPLES : 0;
    }
  return used;
}

/* Fits the service into a part of the picture; above @foot, where the scale and
 * the attribution stand, only when it would lie under them. */
static BlMapView
fit_part (const Scene *scene, double width, double height, double left, double bottom, const BlMapBox *foot)
{
  BlMapView view;

  for (guint attempt = 0; attempt < 2; attempt++)
    {
      double under = attempt == 0 ? bottom : MAX (bottom, height - foot[0].y);

      view = bl_map_view_fit (scene->bounds, width - left, height - under, PADDING);
      view.x -= left / view.scale;
      view.width = width;
      view.height = height;
      if (box_use (scene, &view, &foot[0]) + box_use (scene, &view, &foot[1]) == 0)
        break;
    }
  return view;
}

/* Where the legend goes, and the view that leaves room for it: a corner the
 * service leaves free, else beside or below it, whichever leaves it larger. */
static BlMapView
arrange (const Scene *scene, double width, double height, BlMapBox *legend, const BlMapBox *foot)
{
  BlMapView view = fit_part (scene, width, height, 0, 0, foot);
  BlMapView beside, below;
  const BlMapBox corners[] = {
    { EDGE, height - EDGE - legend->height, legend->width, legend->height },
    { EDGE, EDGE, legend->width, legend->height },
    { width - EDGE - legend->width, EDGE, legend->width, legend->height },
    { width - EDGE - legend->width, foot[0].y - EDGE - legend->height, legend->width, legend->height },
  };

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    if (corners[i].y >= EDGE && !bl_map_box_overlaps (&corners[i], &foot[0])
        && !bl_map_box_overlaps (&corners[i], &foot[1]) && box_use (scene, &view, &corners[i]) == 0)
      {
        /* The service moves into the half the legend leaves, where it can. */
        double top = (scene->bounds.y1 - view.y) * view.scale - PADDING;
        double shift = CLAMP (top, 0, legend->height / 2);

        if (i == 0)
          view.y += shift / view.scale;
        *legend = corners[i];
        return view;
      }
  *legend = corners[0];
  beside = fit_part (scene, width, height, EDGE + legend->width, 0, foot);
  below = fit_part (scene, width, height, 0, EDGE + legend->height, foot);
  return beside.scale >= below.scale ? beside : below;
}

static void
paint_areas (cairo_t *cr, const BlMapView *view, const Scene *scene, const BlMapPicture *picture,
             const BlPalette *palette)
{
  const BlMapLegend *legend = &picture->legend;
  BlColour fills[BL_TWO_WAY_GROUPS];
  BlMapFill fill = { .fills = fills, .n_fills = 1 };

  fills[0] = legend->classes ? palette->need[0] : picture->plain ? *picture->plain : palette->unfocused_fill;
  if (legend->two_way)
    {
      for (guint i = 0; i < BL_TWO_WAY_GROUPS; i++)
        fills[i] = bl_palette_two_way (palette, i % 3, i / 3);
      fill.n_fills = BL_TWO_WAY_GROUPS;
      fill.by_area = legend->two_way->by_area;
    }
  else if (picture->fill)
    fill = *picture->fill;
  else if (legend->classes)
    {
      for (guint i = 0; i < legend->classes->n; i++)
        fills[i] = bl_map_classes_colour (palette, legend->classes, i);
      fill.n_fills = MAX (legend->classes->n, 1);
      fill.by_area = legend->classes->by_area;
    }
  if (scene->shape)
    bl_map_paint_areas (cr, view, scene->shape, &fill, palette);
  else if (scene->points)
    bl_map_paint_points (cr, view, scene->points, scene->facts->population, scene->facts->n_areas, &fill, palette);
  if (picture->paint_under)
    picture->paint_under (cr, view, scene->shape, scene->points, palette, picture->data);
  if (scene->service)
    bl_map_paint_outline (cr, view, scene->service, -1, BL_MAP_LINE_SERVICE, palette);
  if (scene->catchment)
    bl_map_paint_outline (cr, view, scene->catchment, -1, BL_MAP_LINE_CATCHMENT, palette);
}

void
bl_map_picture_paint (cairo_t *cr, double width, double height, const BlMapPicture *picture, double text_scale,
                      const BlPalette *palette)
{
  double scale = text_scale > 0 ? text_scale : 1;
  BlMapLegend legend;
  BlMapBox boxes[3];
  BlMapView view;
  double below;
  Scene scene;

  g_return_if_fail (picture != NULL && picture->facts != NULL && palette != NULL);

  scene_init (&scene, picture);
  legend = picture->legend;
  legend.symbols = scene.symbols;
  legend.n_symbols = scene.n_symbols;

  boxes[0].width = MIN (LEGEND_WIDTH * scale, width * LEGEND_NARROW);
  boxes[0].height = bl_map_legend_paint (cr, 0, 0, boxes[0].width, &legend, text_scale, NULL);
  boxes[2] = bl_map_paint_attribution (cr, width - EDGE, height - EDGE / 2,
                                       width - 3 * EDGE - boxes[0].width, text_scale, NULL);
  below = height - boxes[2].y + EDGE / 2;
  boxes[1] = bl_map_scale_box (cr, width - EDGE, height - below, SCALE_WIDTH * scale, text_scale);
  view = arrange (&scene, width, height, &boxes[0], &boxes[1]);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  bl_map_paint_ground (cr, &view, palette);
  paint_areas (cr, &view, &scene, picture, palette);
  if (picture->rings)
    bl_map_paint_rings (cr, &view, BL_MAP_GRID, picture->rings, text_scale, palette);
  if (picture->paint_over)
    picture->paint_over (cr, &view, scene.shape, scene.points, palette, picture->data);
  bl_map_paint_symbols (cr, &view, scene.symbols, scene.n_symbols, boxes, G_N_ELEMENTS (boxes), text_scale, palette);
  if (legend.title || legend.n_symbols > 0)
    bl_map_legend_paint (cr, boxes[0].x, boxes[0].y, boxes[0].width, &legend, text_scale, palette);
  bl_map_paint_scale (cr, &view, BL_MAP_GRID, width - EDGE, height - below, SCALE_WIDTH * scale, text_scale, palette);
  bl_map_paint_attribution (cr, width - EDGE, height - EDGE / 2, width - 3 * EDGE - boxes[0].width, text_scale,
                            palette);
  cairo_restore (cr);
  scene_clear (&scene);
}

void
bl_map_paint_whole (cairo_t *cr, double width, double height, const BlFacts *facts, int value, double text_scale,
                    const BlPalette *palette)
{
  BlMapPicture picture = { .facts = facts };
  g_autoptr (BlClasses) classes = NULL;

  g_return_if_fail (facts != NULL && palette != NULL);
  g_return_if_fail (value < (int) facts->n_values);

  if (value >= 0)
    {
      classes = bl_classes_new (facts, (guint) value);
      picture.legend.title = facts->values[value].title ? facts->values[value].title : facts->values[value].name;
      picture.legend.date = facts->values[value].date;
      picture.legend.classes = classes;
    }
  bl_map_picture_paint (cr, width, height, &picture, text_scale, palette);
}
