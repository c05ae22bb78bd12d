/* map-labels.c: the names of libraries on the interactive map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-labels.h"

#include <math.h>

#include "text-painter.h"

/* Pixels between marker and name; round the letters for their halo. */
#define GAP 4.0
#define HALO 4.0
#define N_SLOTS 8
#define FAINT 0.6

typedef struct
{
  cairo_surface_t *surface;
  double width, height; /* of the letters */
} Picture;

struct _BlMapLabels
{
  GHashTable *pictures; /* char *, "b" or "n" and the text, to Picture */
  BlPaletteKind kind;
  double text_scale;
  int scale_factor;
  GArray *taken;        /* BlMapBox */
};

static void
picture_free (Picture *picture)
{
  cairo_surface_destroy (picture->surface);
  g_free (picture);
}

BlMapLabels *
bl_map_labels_new (void)
{
  BlMapLabels *self = g_new0 (BlMapLabels, 1);

  self->pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) picture_free);
  self->taken = g_array_new (FALSE, FALSE, sizeof (BlMapBox));
  self->text_scale = 1.0;
  self->scale_factor = 1;
  return self;
}

void
bl_map_labels_free (BlMapLabels *self)
{
  g_hash_table_unref (self->pictures);
  g_array_unref (self->taken);
  g_free (self);
}

void
bl_map_labels_set_look (BlMapLabels     *self,
                        const BlPalette *palette,
                        double           text_scale,
                        int              scale_factor)
{
  if (self->kind == palette->kind && self->text_scale == text_scale && self->scale_factor == scale_factor)
    return;
  g_hash_table_remove_all (self->pictures);
  self->kind = palette->kind;
  self->text_scale = text_scale;
  self->scale_factor = scale_factor;
}

static Picture *
picture_new (BlMapLabels *self,
             const char  *text,
             gboolean     picked)
{
  const BlPalette *palette = bl_palette_get (self->kind);
  BlTextStyle style = {
    .size = BL_TEXT_SIZE_LABEL,
    .text_scale = self->text_scale,
    .weight = picked ? 700 : 400,
  };
  Picture *picture = g_new0 (Picture, 1);
  g_autoptr (PangoLayout) layout = NULL;
  cairo_surface_t *ruler = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (ruler);
  double margin = HALO * self->text_scale;

  layout = bl_text_painter_layout (cr, text, &style);
  bl_text_painter_measure (layout, &picture->width, &picture->height);
  cairo_destroy (cr);
  cairo_surface_destroy (ruler);

  picture->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                 (int) ceil ((picture->width + 2 * margin) * self->scale_factor),
                                                 (int) ceil ((picture->height + 2 * margin) * self->scale_factor));
  cairo_surface_set_device_scale (picture->surface, self->scale_factor, self->scale_factor);
  cr = cairo_create (picture->surface);
  bl_text_painter_draw_halo (cr, layout, margin, margin, 0, 0, palette->ink, palette->halo, self->text_scale);
  cairo_destroy (cr);
  return picture;
}

static Picture *
get_picture (BlMapLabels *self,
             const char  *text,
             gboolean     picked)
{
  g_autofree char *key = g_strconcat (picked ? "b" : "n", text, NULL);
  Picture *picture = g_hash_table_lookup (self->pictures, key);

  if (picture == NULL)
    {
      picture = picture_new (self, text, picked);
      g_hash_table_insert (self->pictures, g_steal_pointer (&key), picture);
    }
  return picture;
}

/* Where the letters stand for a side of the marker, on whole pixels so that they stay crisp. */
static BlMapBox
get_slot (const BlMapLabel *label,
          const Picture    *picture,
          int               slot)
{
  static const double sides[N_SLOTS][2] = {
    { 1, 0 }, { -1, 0 }, { 0, -1 }, { 0, 1 }, { 1, -1 }, { 1, 1 }, { -1, -1 }, { -1, 1 },
  };
  double across = sides[slot][0];
  double down = sides[slot][1];
  gboolean corner = across != 0 && down != 0;
  double reach = label->radius + GAP;
  double dx = corner ? reach * 0.6 : reach;
  double dy = corner ? reach * 0.5 : label->radius + GAP / 2;

  return (BlMapBox) {
    .x = round (label->x + across * dx - (across < 0 ? picture->width : across > 0 ? 0 : picture->width / 2)),
    .y = round (label->y + down * dy - (down < 0 ? picture->height : down > 0 ? 0 : picture->height / 2)),
    .width = picture->width,
    .height = picture->height,
  };
}

static gboolean
overlaps (const BlMapBox *a,
          const BlMapBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static gboolean
is_free (BlMapLabels    *self,
         const BlMapBox *box,
         guint           own,
         double          width,
         double          height)
{
  if (box->x < 0 || box->y < 0 || box->x + box->width > width || box->y + box->height > height)
    return FALSE;
  for (guint i = 0; i < self->taken->len; i++)
    if (i != own && overlaps (box, &g_array_index (self->taken, BlMapBox, i)))
      return FALSE;
  return TRUE;
}

static void
place_one (BlMapLabels *self,
           BlMapLabel  *label,
           guint        own,
           double       width,
           double       height)
{
  const Picture *picture = get_picture (self, label->text, label->picked);
  int before = label->slot;

  label->slot = -1;
  for (int try = before >= 0 ? -1 : 0; try < N_SLOTS; try++)
    {
      int slot = try < 0 ? before : try;
      BlMapBox box = get_slot (label, picture, slot);

      if (!is_free (self, &box, own, width, height))
        continue;
      label->slot = slot;
      g_array_append_val (self->taken, box);
      return;
    }
}

void
bl_map_labels_place (BlMapLabels    *self,
                     BlMapLabel     *labels,
                     guint           n_labels,
                     const BlMapBox *avoid,
                     guint           n_avoid,
                     double          width,
                     double          height)
{
  g_array_set_size (self->taken, 0);
  for (guint i = 0; i < n_labels; i++)
    {
      double radius = labels[i].radius + 1;
      BlMapBox box = { labels[i].x - radius, labels[i].y - radius, 2 * radius, 2 * radius };

      g_array_append_val (self->taken, box);
    }
  if (n_avoid > 0)
    g_array_append_vals (self->taken, avoid, n_avoid);

  /* The picked one first, then those that count, then the faint ones. */
  for (int turn = 0; turn < 3; turn++)
    for (guint i = 0; i < n_labels; i++)
      {
        BlMapLabel *label = &labels[i];

        if (label->text == NULL || (label->picked ? 0 : label->faint ? 2 : 1) != turn)
          continue;
        if (label->x < 0 || label->y < 0 || label->x > width || label->y > height)
          label->slot = -1;
        else
          place_one (self, label, i, width, height);
      }
}

void
bl_map_labels_paint (BlMapLabels      *self,
                     cairo_t          *cr,
                     const BlMapLabel *labels,
                     guint             n_labels)
{
  double margin = HALO * self->text_scale;

  for (guint i = 0; i < n_labels; i++)
    {
      BlMapBox box;

      if (!bl_map_labels_get_box (self, &labels[i], &box))
        continue;
      cairo_set_source_surface (cr, get_picture (self, labels[i].text, labels[i].picked)->surface, box.x - margin,
                                box.y - margin);
      cairo_paint_with_alpha (cr, labels[i].faint ? FAINT : 1.0);
    }
}

gboolean
bl_map_labels_get_box (BlMapLabels      *self,
                       const BlMapLabel *label,
                       BlMapBox         *box)
{
  if (label->text == NULL || label->slot < 0)
    return FALSE;
  *box = get_slot (label, get_picture (self, label->text, label->picked), label->slot);
  return TRUE;
}
