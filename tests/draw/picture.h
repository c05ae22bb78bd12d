/* picture.h: a small picture in memory, for looking at its dots
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <math.h>

#include "palette.h"

typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;
  int width, height;
} Picture;

static inline Picture
picture_new (int width, int height)
{
  Picture picture = { cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height), NULL, width, height };

  picture.cr = cairo_create (picture.surface);
  cairo_set_source_rgb (picture.cr, 1, 1, 1);
  cairo_paint (picture.cr);
  return picture;
}

static inline guint32
picture_get (const Picture *picture, int x, int y)
{
  cairo_surface_flush (picture->surface);
  return *(guint32 *) (cairo_image_surface_get_data (picture->surface)
                       + y * cairo_image_surface_get_stride (picture->surface) + x * 4)
         & 0xffffff;
}

/* 0–255. */
static inline int
picture_grey (const Picture *picture, int x, int y)
{
  guint32 dot = picture_get (picture, x, y);

  return (int) (((dot >> 16) * 299 + ((dot >> 8) & 0xff) * 587 + (dot & 0xff) * 114) / 1000);
}

static inline guint32
picture_colour (BlColour colour)
{
  return (guint32) lround (colour.r * 255) << 16 | (guint32) lround (colour.g * 255) << 8
         | (guint32) lround (colour.b * 255);
}

/* How many dots have exactly this colour. */
static inline guint
picture_count (const Picture *picture, BlColour colour)
{
  guint n = 0;

  for (int y = 0; y < picture->height; y++)
    for (int x = 0; x < picture->width; x++)
      n += picture_get (picture, x, y) == picture_colour (colour);
  return n;
}

static inline void
picture_clear (Picture *picture)
{
  cairo_destroy (picture->cr);
  cairo_surface_destroy (picture->surface);
}
