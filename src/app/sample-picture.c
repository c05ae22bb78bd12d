/* sample-picture.c: the map of the sample on the start page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sample-picture.h"

#include "document.h"
#include "facts.h"
#include "map-painter.h"
#include "places.h"
#include "theme.h"

#define SAMPLE "sample/newcastle.branchline"
#define VALUE "imd_decile"

/* What is drawn, made in a thread. */
typedef struct
{
  BlFacts *facts;
  BlMapShape *shape;
  BlClasses *classes;
} Picture;

struct _BlSamplePicture
{
  GtkWidget parent;
  Picture *picture; /* NULL until it is made, or where there is no sample */
  gboolean asked;
};

G_DEFINE_FINAL_TYPE (BlSamplePicture, bl_sample_picture, GTK_TYPE_WIDGET)

static void
picture_free (Picture *picture)
{
  g_clear_pointer (&picture->classes, bl_classes_free);
  g_clear_pointer (&picture->shape, bl_map_shape_unref);
  g_clear_pointer (&picture->facts, bl_facts_unref);
  g_free (picture);
}

static void
make_picture (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *path = bl_places_find_data (SAMPLE);
  g_autoptr (BlIds) ids = bl_ids_new ();
  g_autoptr (BlClock) clock = bl_clock_new ();
  g_autoptr (BlDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  Picture *picture;
  int value;

  if (path != NULL)
    document = bl_document_open (path, ids, clock, cancellable, &error);
  if (document == NULL)
    {
      g_info ("No picture of the sample: %s", error != NULL ? error->message : "it is not installed");
      g_task_return_pointer (task, NULL, NULL);
      return;
    }
  picture = g_new0 (Picture, 1);
  picture->facts = bl_facts_new (bl_document_get_project (document));
  value = bl_facts_find_value (picture->facts, VALUE);
  if (picture->facts->outlines != NULL)
    picture->shape = bl_map_shape_new (picture->facts->outlines, BL_MAP_GRID);
  if (value >= 0)
    picture->classes = bl_classes_new (picture->facts, value);
  g_task_return_pointer (task, picture, (GDestroyNotify) picture_free);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  BlSamplePicture *self = BL_SAMPLE_PICTURE (source);

  self->picture = g_task_propagate_pointer (G_TASK (result), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Not before the page is on the screen. */
static void
bl_sample_picture_map (GtkWidget *widget)
{
  BlSamplePicture *self = BL_SAMPLE_PICTURE (widget);
  g_autoptr (GTask) task = NULL;

  GTK_WIDGET_CLASS (bl_sample_picture_parent_class)->map (widget);
  if (self->asked)
    return;
  self->asked = TRUE;
  task = g_task_new (self, NULL, on_made, NULL);
  g_task_run_in_thread (task, make_picture);
}

/* The middle of the service fills the picture to its edges. */
static BlMapView
fill_view (BlBounds bounds, double width, double height)
{
  BlMapView view = bl_map_view_fit (bounds, width, height, 0);
  double wide = bounds.x2 - bounds.x1, high = bounds.y2 - bounds.y1, more;

  more = MAX (width / (wide * view.scale), height / (high * view.scale));
  view.x += view.width / view.scale / 2;
  view.y += view.height / view.scale / 2;
  view.scale *= more;
  view.x -= view.width / view.scale / 2;
  view.y -= view.height / view.scale / 2;
  return view;
}

static void
bl_sample_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BlSamplePicture *self = BL_SAMPLE_PICTURE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const BlPalette *palette = bl_theme_get_palette (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_set_source_rgb (cr, palette->land.r, palette->land.g, palette->land.b);
  cairo_paint (cr);
  if (self->picture != NULL && self->picture->shape != NULL)
    {
      BlMapView view = fill_view (bl_map_shape_get_bounds (self->picture->shape), width, height);
      BlMapFill fill = { .fills = palette->need, .n_fills = G_N_ELEMENTS (palette->need) };

      if (self->picture->classes != NULL)
        fill.by_area = self->picture->classes->by_area;
      bl_map_paint_areas (cr, &view, self->picture->shape, &fill, palette);
    }
  cairo_destroy (cr);
}

static void
bl_sample_picture_finalize (GObject *object)
{
  BlSamplePicture *self = BL_SAMPLE_PICTURE (object);

  g_clear_pointer (&self->picture, picture_free);
  G_OBJECT_CLASS (bl_sample_picture_parent_class)->finalize (object);
}

static void
bl_sample_picture_class_init (BlSamplePictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bl_sample_picture_finalize;
  widget_class->map = bl_sample_picture_map;
  widget_class->snapshot = bl_sample_picture_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bl_sample_picture_init (BlSamplePicture *self)
{
  bl_theme_redraw_on_change (GTK_WIDGET (self));
}
