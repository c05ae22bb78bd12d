/* chart-canvas-input.c: what pointer and keys do on the drawing of a chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "chart-canvas-private.h"

#include <math.h>

/* How far the pointer goes before a press is a drag, px. */
#define DRAG 6.0

/* --- Picked and pointed at ----------------------------------------------------------------- */

static void
set_spot (BlChartCanvas *self, int spot)
{
  int row = spot >= 0 ? bl_chart_frame_get_datum (self->frame, (guint) spot)->row : -1;
  gboolean other = row != self->row;

  if (spot == self->spot)
    return;
  self->spot = spot;
  self->row = row;
  bl_chart_canvas_update_callout (self);
  bl_chart_canvas_describe (self);
  if (other)
    g_signal_emit (self, bl_chart_canvas_signals[BL_CHART_CANVAS_ROW_PICKED], 0, row);
}

static void
set_hovered (BlChartCanvas *self, int spot)
{
  if (spot == self->hovered)
    return;
  self->hovered = spot;
  bl_chart_canvas_update_callout (self);
}

void
bl_chart_canvas_point (BlChartCanvas *self, double x, double y)
{
  g_return_if_fail (BL_IS_CHART_CANVAS (self));

  if (bl_chart_canvas_ensure_frame (self))
    set_hovered (self, bl_chart_frame_find (self->frame, x, y));
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, BlChartCanvas *self)
{
  bl_chart_canvas_point (self, x, y);
}

static void
on_leave (GtkEventControllerMotion *motion, BlChartCanvas *self)
{
  set_hovered (self, -1);
}

static void
on_released (GtkGestureClick *click, int n_press, double x, double y, BlChartCanvas *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!bl_chart_canvas_ensure_frame (self))
    return;
  self->anchor = NAN;
  set_spot (self, bl_chart_frame_find (self->frame, x, y));
}

/* --- Marked out ------------------------------------------------------------------------------ */

static gboolean
has_time (BlChartCanvas *self, int spot)
{
  return spot >= 0 && bl_chart_canvas_get_panel (self, bl_chart_frame_get_spot (self->frame, (guint) spot)->panel)->x.kind == BL_SCALE_TIME;
}

int
bl_chart_canvas_get_series (BlChartCanvas *self)
{
  int series = bl_chart_walk_get_series (self->walk, self->spot);

  if (series >= 0 && has_time (self, self->spot))
    return series;
  for (guint i = 0; i < bl_chart_walk_get_n_series (self->walk); i++)
    if (bl_chart_canvas_get_panel (self, bl_chart_walk_get_panel (self->walk, i))->x.kind == BL_SCALE_TIME)
      return (int) i;
  return -1;
}

gboolean
bl_chart_canvas_mark_out (BlChartCanvas *self, guint32 from, guint32 until)
{
  BlChartStretch stretch;
  int series;

  gtk_widget_queue_draw (self->overlay);
  self->from = until > 0 ? from : 0;
  self->until = until;
  if (until == 0)
    return FALSE;
  series = bl_chart_canvas_ensure_frame (self) ? bl_chart_canvas_get_series (self) : -1;
  if (series < 0 || !bl_chart_stretch_new (self->chart, self->walk, (guint) series, from, until, &stretch))
    {
      self->from = self->until = 0;
      return FALSE;
    }
  self->from = stretch.from;
  self->until = stretch.until;
  return TRUE;
}

/* By a person: @settled as of the signal. */
static void
change_stretch (BlChartCanvas *self, double one, double other, gboolean settled)
{
  guint32 from = self->from, until = self->until;

  bl_chart_canvas_mark_out (self, (guint32) MIN (one, other), (guint32) MAX (one, other));
  if (settled || from != self->from || until != self->until)
    g_signal_emit (self, bl_chart_canvas_signals[BL_CHART_CANVAS_STRETCH_CHANGED], 0, settled);
}

/* The datum of a panel with time that is nearest to @x, if the press was in one. */
static int
find_in_time (BlChartCanvas *self, double start_x, double start_y, double x)
{
  for (guint panel = 0; panel < self->chart->panels->len; panel++)
    {
      double left, top, width, height;

      bl_chart_frame_get_plot (self->frame, panel, &left, &top, &width, &height);
      if (bl_chart_canvas_get_panel (self, panel)->x.kind != BL_SCALE_TIME || start_x < left || start_x > left + width
          || start_y < top || start_y > top + height)
        continue;
      return bl_chart_frame_find (self->frame, CLAMP (x, left, left + width), start_y);
    }
  return -1;
}

static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, BlChartCanvas *self)
{
  double x, y;
  int one, other;

  if (!bl_chart_canvas_ensure_frame (self) || (!self->dragging && fabs (dx) < DRAG))
    return;
  gtk_gesture_drag_get_start_point (drag, &x, &y);
  one = find_in_time (self, x, y, x);
  other = find_in_time (self, x, y, x + dx);
  if (one < 0 || other < 0)
    return;
  if (!self->dragging)
    {
      self->dragging = TRUE;
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
      bl_chart_canvas_update_callout (self);
    }
  change_stretch (self, bl_chart_frame_get_datum (self->frame, (guint) one)->x,
                  bl_chart_frame_get_datum (self->frame, (guint) other)->x, FALSE);
}

static void
on_drag_end (GtkGestureDrag *drag, double dx, double dy, BlChartCanvas *self)
{
  if (!self->dragging)
    return;
  self->dragging = FALSE;
  self->anchor = NAN;
  bl_chart_canvas_update_callout (self);
  g_signal_emit (self, bl_chart_canvas_signals[BL_CHART_CANVAS_STRETCH_CHANGED], 0, TRUE);
}

/* --- Keys -------------------------------------------------------------------------------------- */

/* Goes from one datum to another. Who is told may show another chart at once: all that is asked of this one is asked
 * before. */
static void
go (BlChartCanvas *self, int from, int to, gboolean extends)
{
  int end = to >= 0 ? to : from;
  double day = bl_chart_frame_get_datum (self->frame, (guint) end)->x;

  extends = extends && has_time (self, end);
  if (!extends)
    self->anchor = NAN;
  else if (isnan (self->anchor))
    self->anchor = from >= 0 ? bl_chart_frame_get_datum (self->frame, (guint) from)->x : day;
  if (to >= 0)
    set_spot (self, to);
  if (extends)
    {
      self->unsettled = TRUE;
      change_stretch (self, self->anchor, day, FALSE);
    }
}

void
bl_chart_canvas_settle (BlChartCanvas *self)
{
  g_return_if_fail (BL_IS_CHART_CANVAS (self));

  if (!self->unsettled)
    return;
  self->unsettled = FALSE;
  g_signal_emit (self, bl_chart_canvas_signals[BL_CHART_CANVAS_STRETCH_CHANGED], 0, TRUE);
}

/* The stretch is as long as is wanted when Shift is let go. */
static void
on_key_released (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType modifiers, BlChartCanvas *self)
{
  if (key == GDK_KEY_Shift_L || key == GDK_KEY_Shift_R)
    bl_chart_canvas_settle (self);
}

/* Along a series that lies, up and down go on and back. */
static BlChartStep
turn (BlChartStep step)
{
  switch (step)
    {
    case BL_CHART_STEP_ON:
      return BL_CHART_STEP_NEXT;
    case BL_CHART_STEP_BACK:
      return BL_CHART_STEP_BEFORE;
    case BL_CHART_STEP_NEXT:
      return BL_CHART_STEP_ON;
    case BL_CHART_STEP_BEFORE:
      return BL_CHART_STEP_BACK;
    default:
      return step;
    }
}

static gboolean
on_step (GtkWidget *widget, GVariant *args, gpointer data)
{
  BlChartCanvas *self = BL_CHART_CANVAS (widget);
  gboolean extends;
  int asked, from, to;
  BlChartStep step;

  g_variant_get (args, "(ib)", &asked, &extends);
  if (!bl_chart_canvas_ensure_frame (self) || bl_chart_walk_get_n_series (self->walk) == 0)
    return FALSE;
  from = self->spot;
  step = (BlChartStep) asked;
  if (bl_chart_walk_lies (self->walk, from))
    step = turn (step);
  to = bl_chart_walk_step (self->walk, from, step);
  self->hovered = -1;
  if (to >= 0 || from >= 0)
    go (self, from, to, extends);
  /* Also at the end: an arrow must not carry the keyboard off to another widget. */
  return TRUE;
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  BlChartCanvas *self = BL_CHART_CANVAS (widget);

  if (self->until > 0)
    {
      self->anchor = NAN;
      self->unsettled = FALSE;
      bl_chart_canvas_mark_out (self, 0, 0);
      g_signal_emit (self, bl_chart_canvas_signals[BL_CHART_CANVAS_STRETCH_CHANGED], 0, TRUE);
      return TRUE;
    }
  if (self->spot < 0)
    return FALSE;
  set_spot (self, -1);
  return TRUE;
}

void
bl_chart_canvas_add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key, pad;
    BlChartStep step;
  } keys[] = {
    { GDK_KEY_Right, GDK_KEY_KP_Right, BL_CHART_STEP_ON },
    { GDK_KEY_Left, GDK_KEY_KP_Left, BL_CHART_STEP_BACK },
    { GDK_KEY_Home, GDK_KEY_KP_Home, BL_CHART_STEP_FIRST },
    { GDK_KEY_End, GDK_KEY_KP_End, BL_CHART_STEP_LAST },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, BL_CHART_STEP_FAR_ON },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, BL_CHART_STEP_FAR_BACK },
    { GDK_KEY_Down, GDK_KEY_KP_Down, BL_CHART_STEP_NEXT },
    { GDK_KEY_Up, GDK_KEY_KP_Up, BL_CHART_STEP_BEFORE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    for (int shift = 0; shift < 2; shift++)
      {
        GdkModifierType modifier = shift != 0 ? GDK_SHIFT_MASK : 0;

        gtk_widget_class_add_binding (widget_class, keys[i].key, modifier, on_step, "(ib)", (int) keys[i].step, shift);
        gtk_widget_class_add_binding (widget_class, keys[i].pad, modifier, on_step, "(ib)", (int) keys[i].step, shift);
      }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

void
bl_chart_canvas_add_controllers (BlChartCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (keys, "key-released", G_CALLBACK (on_key_released), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (bl_chart_canvas_settle), self);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, focus);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}
