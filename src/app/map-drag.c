/* map-drag.c: a marker of the map dragged to another place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-drag.h"

#include <math.h>

#include "map-mercator.h"

/* Pixels a press may wander and still is a click. */
#define SLACK 4.0

struct _BlMapDrag
{
  GObject parent;
  BlMapCanvas *canvas; /* weak */
  GtkGesture *gesture; /* the canvas's */
  BlMapDragMay may;
  gpointer data;
  int library;         /* pressed; -1 for none */
  gboolean moving;
};

G_DEFINE_FINAL_TYPE (BlMapDrag, bl_map_drag, G_TYPE_OBJECT)

enum
{
  BEGUN,
  MOVED,
  ENDED,
  CLICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
on_begin (BlMapDrag *self, double x, double y)
{
  int library, area;

  self->library = -1;
  self->moving = FALSE;
  bl_map_canvas_find (self->canvas, x, y, &library, &area);
  if (library < 0 || !self->may (library, self->data))
    {
      gtk_gesture_set_state (self->gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->library = library;
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  /* Or the map below would be dragged too. */
  gtk_gesture_set_state (self->gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_update (BlMapDrag *self, double dx, double dy)
{
  double x, y;
  BlMapView view;
  BlPoint grid;

  if (self->library < 0 || (!self->moving && hypot (dx, dy) <= SLACK))
    return;
  if (!self->moving)
    {
      self->moving = TRUE;
      g_signal_emit (self, signals[BEGUN], 0, self->library);
    }
  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (self->gesture), &x, &y);
  view = bl_map_mercator_view (bl_map_canvas_get_viewport (self->canvas),
                               gtk_widget_get_width (GTK_WIDGET (self->canvas)),
                               gtk_widget_get_height (GTK_WIDGET (self->canvas)));
  grid = bl_map_unproject (BL_MAP_MERCATOR, bl_map_view_from_pixels (&view, x + dx, y + dy));
  g_signal_emit (self, signals[MOVED], 0, grid.x, grid.y);
}

static void
finish (BlMapDrag *self, gboolean kept)
{
  int library = self->library;
  gboolean moving = self->moving;

  self->library = -1;
  self->moving = FALSE;
  if (moving)
    g_signal_emit (self, signals[ENDED], 0, kept);
  else if (library >= 0 && kept)
    g_signal_emit (self, signals[CLICKED], 0, library);
}

static void
on_end (BlMapDrag *self, double dx, double dy)
{
  finish (self, TRUE);
}

static void
on_cancel (BlMapDrag *self)
{
  finish (self, FALSE);
}

static void
bl_map_drag_dispose (GObject *object)
{
  BlMapDrag *self = BL_MAP_DRAG (object);

  if (self->canvas != NULL && self->gesture != NULL)
    gtk_widget_remove_controller (GTK_WIDGET (self->canvas), GTK_EVENT_CONTROLLER (self->gesture));
  self->gesture = NULL;
  g_clear_weak_pointer (&self->canvas);
  G_OBJECT_CLASS (bl_map_drag_parent_class)->dispose (object);
}

static void
bl_map_drag_class_init (BlMapDragClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_map_drag_dispose;
  signals[BEGUN] = g_signal_new ("begun", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE,
                                 G_TYPE_DOUBLE);
  signals[ENDED]
      = g_signal_new ("ended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[CLICKED]
      = g_signal_new ("clicked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
bl_map_drag_init (BlMapDrag *self)
{
  self->library = -1;
}

BlMapDrag *
bl_map_drag_new (BlMapCanvas *canvas, BlMapDragMay may, gpointer data)
{
  BlMapDrag *self = g_object_new (BL_TYPE_MAP_DRAG, NULL);

  g_set_weak_pointer (&self->canvas, canvas);
  self->may = may;
  self->data = data;
  self->gesture = gtk_gesture_drag_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->gesture, "drag-begin", G_CALLBACK (on_begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->gesture, "drag-update", G_CALLBACK (on_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->gesture, "drag-end", G_CALLBACK (on_end), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->gesture, "cancel", G_CALLBACK (on_cancel), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (self->gesture));
  return self;
}

gboolean
bl_map_drag_is_dragging (BlMapDrag *self)
{
  g_return_val_if_fail (BL_IS_MAP_DRAG (self), FALSE);
  return self->moving;
}

void
bl_map_drag_cancel (BlMapDrag *self)
{
  g_return_if_fail (BL_IS_MAP_DRAG (self));
  if (!self->moving)
    return;
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->gesture));
  /* Where the reset told us so already, there is nothing left to end. */
  finish (self, FALSE);
}
