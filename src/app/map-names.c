/* map-names.c: the names of libraries on the interactive map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-names.h"

#include <math.h>

#include "text-painter.h"

/* Pixels between marker and name; round the letters for their halo. */
#define GAP 4.0
#define HALO 4.0
#define N_SLOTS 8
/* Pixels before the text scale: a longer name may take two lines, in the slots after the others. */
#define LONG 90.0
#define LAND_SPACING 1.0
#define FAINT 0.6

typedef struct
{
  cairo_surface_t *surface;
  double width, height; /* of the letters */
} Picture;

struct _BlMapNames
{
  GHashTable *pictures; /* char *, a letter for the look and the text, to Picture */
  BlPaletteKind kind;
  double text_scale;
  int scale_factor;
  GArray *taken; /* BlMapBox */
};

static void
picture_free (Picture *picture)
{
  cairo_surface_destroy (picture->surface);
  g_free (picture);
}

BlMapNames *
bl_map_names_new (void)
{
  BlMapNames *self = g_new0 (BlMapNames, 1);

  self->pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) picture_free);
  self->taken = g_array_new (FALSE, FALSE, sizeof (BlMapBox));
  self->text_scale = 1.0;
  self->scale_factor = 1;
  return self;
}

void
bl_map_names_free (BlMapNames *self)
{
  g_hash_table_unref (self->pictures);
  g_array_unref (self->taken);
  g_free (self);
}

void
bl_map_names_set_look (BlMapNames *self, const BlPalette *palette, double text_scale, int scale_factor)
{
  if (self->kind == palette->kind && self->text_scale == text_scale && self->scale_factor == scale_factor)
    return;
  g_hash_table_remove_all (self->pictures);
  self->kind = palette->kind;
  self->text_scale = text_scale;
  self->scale_factor = scale_factor;
}

/* Over two lines, broken between words as evenly as they allow; %NULL when it cannot be. */
static PangoLayout *
fold (cairo_t *cr, const char *text, const BlTextStyle *style, double width)
{
  for (double part = 0.5; part < 0.8; part += 0.05)
    {
      BlTextStyle narrow = *style;
      PangoLayout *layout;
      double folded;

      narrow.width = width * part;
      layout = bl_text_painter_layout (cr, text, &narrow);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
      bl_text_painter_measure (layout, &folded, NULL);
      if (pango_layout_get_line_count (layout) == 2 && folded <= narrow.width + 1)
        return layout;
      g_object_unref (layout);
    }
  return NULL;
}

static void
paint_picture (BlMapNames *self, Picture *picture, PangoLayout *layout, gboolean land)
{
  const BlPalette *palette = bl_palette_get (self->kind);
  double margin = HALO * self->text_scale;
  cairo_t *cr;

  bl_text_painter_measure (layout, &picture->width, &picture->height);
  picture->surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int) ceil ((picture->width + 2 * margin) * self->scale_factor),
      (int) ceil ((picture->height + 2 * margin) * self->scale_factor));
  cairo_surface_set_device_scale (picture->surface, self->scale_factor, self->scale_factor);
  cr = cairo_create (picture->surface);
  if (land)
    bl_text_painter_draw_layout (cr, layout, margin, margin, 0, 0, palette->dim_ink);
  else
    bl_text_painter_draw_halo (cr, layout, margin, margin, 0, 0, palette->ink, palette->halo,
                               self->text_scale);
  cairo_destroy (cr);
}

typedef enum
{
  LOOK_PLAIN,
  LOOK_PICKED,
  LOOK_FOLDED,
  LOOK_PICKED_FOLDED,
  LOOK_LAND,
} Look;

static Look
get_look (const BlMapName *name, int slot)
{
  return (name->picked ? LOOK_PICKED : LOOK_PLAIN) + (slot >= N_SLOTS ? LOOK_FOLDED : LOOK_PLAIN);
}

/* A picture without a surface says that the name does not fold. */
static Picture *
picture_new (BlMapNames *self, const char *text, Look look)
{
  BlTextStyle style = {
    .size = BL_TEXT_SIZE_LABEL,
    .text_scale = self->text_scale,
    .weight = look == LOOK_PICKED || look == LOOK_PICKED_FOLDED ? 700 : 400,
    .spacing = look == LOOK_LAND ? LAND_SPACING : 0,
  };
  Picture *picture = g_new0 (Picture, 1);
  cairo_surface_t *measure = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (measure);
  g_autoptr (PangoLayout) layout = bl_text_painter_layout (cr, text, &style);

  if (look == LOOK_FOLDED || look == LOOK_PICKED_FOLDED)
    {
      g_autoptr (PangoLayout) two = NULL;
      double width;

      bl_text_painter_measure (layout, &width, NULL);
      two = width > LONG * self->text_scale ? fold (cr, text, &style, width) : NULL;
      if (two != NULL)
        paint_picture (self, picture, two, FALSE);
    }
  else
    paint_picture (self, picture, layout, look == LOOK_LAND);
  cairo_destroy (cr);
  cairo_surface_destroy (measure);
  return picture;
}

/* %NULL when it does not fold. */
static Picture *
get_picture (BlMapNames *self, const char *text, Look look)
{
  char letter[] = { (char) ('a' + look), '\0' };
  g_autofree char *key = g_strconcat (letter, text, NULL);
  Picture *picture = g_hash_table_lookup (self->pictures, key);

  if (picture == NULL)
    {
      picture = picture_new (self, text, look);
      g_hash_table_insert (self->pictures, g_steal_pointer (&key), picture);
    }
  return picture->surface != NULL ? picture : NULL;
}

/* Where the letters stand for a side of the marker, on whole pixels so that they stay crisp. */
static BlMapBox
get_slot (const BlMapName *name, const Picture *picture, int slot)
{
  static const double sides[N_SLOTS][2] = {
    { 1, 0 }, { -1, 0 }, { 0, -1 }, { 0, 1 }, { 1, -1 }, { 1, 1 }, { -1, -1 }, { -1, 1 },
  };
  double across = sides[slot % N_SLOTS][0];
  double down = sides[slot % N_SLOTS][1];
  gboolean corner = across != 0 && down != 0;
  double reach = name->radius + GAP;
  double dx = corner ? reach * 0.6 : reach;
  double dy = corner ? reach * 0.5 : name->radius + GAP / 2;

  return (BlMapBox){
    .x = round (name->x + across * dx
                - (across < 0   ? picture->width
                   : across > 0 ? 0
                                : picture->width / 2)),
    .y = round (name->y + down * dy
                - (down < 0   ? picture->height
                   : down > 0 ? 0
                              : picture->height / 2)),
    .width = picture->width,
    .height = picture->height,
  };
}

static gboolean
overlaps (const BlMapBox *a, const BlMapBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

static gboolean
is_free (BlMapNames *self, const BlMapBox *box, guint own, double width, double height)
{
  if (box->x < 0 || box->y < 0 || box->x + box->width > width || box->y + box->height > height)
    return FALSE;
  for (guint i = 0; i < self->taken->len; i++)
    if (i != own && overlaps (box, &g_array_index (self->taken, BlMapBox, i)))
      return FALSE;
  return TRUE;
}

static gboolean
try_slot (BlMapNames *self, BlMapName *name, int slot, guint own, double width, double height)
{
  const Picture *picture = get_picture (self, name->text, get_look (name, slot));
  BlMapBox box;

  if (picture == NULL)
    return FALSE;
  box = get_slot (name, picture, slot);
  if (!is_free (self, &box, own, width, height))
    return FALSE;
  name->slot = slot;
  g_array_append_val (self->taken, box);
  return TRUE;
}

/* In one line before two; where it stood in the frame before, before elsewhere. */
static void
place_one (BlMapNames *self, BlMapName *name, guint own, double width, double height)
{
  int before = name->slot;

  name->slot = -1;
  for (int first = 0; first < 2 * N_SLOTS; first += N_SLOTS)
    {
      if (before >= first && before < first + N_SLOTS && try_slot (self, name, before, own, width, height))
        return;
      for (int slot = first; slot < first + N_SLOTS; slot++)
        if (try_slot (self, name, slot, own, width, height))
          return;
    }
}

void
bl_map_names_place (BlMapNames *self,
                    BlMapName *names,
                    guint n_names,
                    const BlMapBox *avoid,
                    guint n_avoid,
                    double width,
                    double height)
{
  g_array_set_size (self->taken, 0);
  for (guint i = 0; i < n_names; i++)
    {
      double radius = names[i].radius + 1;
      BlMapBox box = { names[i].x - radius, names[i].y - radius, 2 * radius, 2 * radius };

      g_array_append_val (self->taken, box);
    }
  if (n_avoid > 0)
    g_array_append_vals (self->taken, avoid, n_avoid);

  /* The picked one first, then those that count, then the faint ones. */
  for (int turn = 0; turn < 3; turn++)
    for (guint i = 0; i < n_names; i++)
      {
        BlMapName *name = &names[i];

        if (name->text == NULL || (name->picked ? 0 : name->faint ? 2 : 1) != turn)
          continue;
        if (name->x < 0 || name->y < 0 || name->x > width || name->y > height)
          name->slot = -1;
        else
          place_one (self, name, i, width, height);
      }
}

void
bl_map_names_paint (BlMapNames *self, cairo_t *cr, const BlMapName *names, guint n_names)
{
  double margin = HALO * self->text_scale;

  for (guint i = 0; i < n_names; i++)
    {
      BlMapBox box;

      if (!bl_map_names_get_box (self, &names[i], &box))
        continue;
      cairo_set_source_surface (
          cr, get_picture (self, names[i].text, get_look (&names[i], names[i].slot))->surface, box.x - margin,
          box.y - margin);
      cairo_paint_with_alpha (cr, names[i].faint ? FAINT : 1.0);
    }
}

void
bl_map_names_stamp (BlMapNames *self, cairo_t *cr, const char *text, double x, double y)
{
  const Picture *picture = get_picture (self, text, LOOK_PICKED);
  double margin = HALO * self->text_scale;

  cairo_set_source_surface (cr, picture->surface, round (x - picture->width / 2 - margin),
                            round (y - picture->height / 2 - margin));
  cairo_paint (cr);
}

gboolean
bl_map_names_stamp_land (BlMapNames *self,
                         cairo_t *cr,
                         const char *text,
                         double x,
                         double y,
                         double width,
                         double height,
                         gboolean (*may) (const BlMapBox *box, gpointer data),
                         gpointer data)
{
  const Picture *picture = get_picture (self, text, LOOK_LAND);
  double margin = HALO * self->text_scale;
  BlMapBox box
      = { round (x - picture->width / 2), round (y - picture->height / 2), picture->width, picture->height };

  if (!is_free (self, &box, G_MAXUINT, width, height) || !may (&box, data))
    return FALSE;
  cairo_set_source_surface (cr, picture->surface, box.x - margin, box.y - margin);
  cairo_paint (cr);
  g_array_append_val (self->taken, box);
  return TRUE;
}

gboolean
bl_map_names_get_box (BlMapNames *self, const BlMapName *name, BlMapBox *box)
{
  if (name->text == NULL || name->slot < 0)
    return FALSE;
  *box = get_slot (name, get_picture (self, name->text, get_look (name, name->slot)), name->slot);
  return TRUE;
}
