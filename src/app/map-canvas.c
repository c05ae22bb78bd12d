/* map-canvas.c: the map one looks at and moves about in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-canvas.h"

#include <math.h>
#include <string.h>

#include "map-fit.h"
#include "map-layers.h"
#include "map-mercator.h"
#include "map-tile-source.h"
#include "theme.h"

#define MIN_ZOOM 5
#define MAX_ZOOM 18
/* One area or library alone is shown with the streets around it. */
#define MAX_FIT_ZOOM 14.0
/* Pixels left free round the whole service. */
#define PADDING 18
/* Great Britain, for a project without places. */
#define BRITAIN_LONGITUDE -2.5
#define BRITAIN_LATITUDE 54.0
#define BRITAIN_ZOOM 6
#define ZOOM_MS 150
/* Pixels from the middle of a dot that still are the dot. */
#define REACH 10.0

struct _BlMapCanvas
{
  GtkWidget parent_instance;

  ShumateMap *map;
  ShumateViewport *viewport;
  BlMapOverlay *overlay;
  BlMapLayers *layers;

  BlMapGeometry *geometry;
  GArray *floating; /* BlMapBox */
  gboolean fitted;  /* stays so when the size changes */
  gboolean fitting, settling;
  double aim; /* zoom level an animation is on the way to; NaN for none */
  double press_x, press_y;
  guint idle;
};

G_DEFINE_FINAL_TYPE (BlMapCanvas, bl_map_canvas, GTK_TYPE_WIDGET)

enum
{
  LIBRARY_PICKED,
  AREA_PICKED,
  MOVED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static BlMapView
get_view (BlMapCanvas *self)
{
  return bl_map_mercator_view (self->viewport, gtk_widget_get_width (GTK_WIDGET (self)),
                               gtk_widget_get_height (GTK_WIDGET (self)));
}

static BlPoint
get_centre (BlMapCanvas *self)
{
  return bl_map_mercator_from_lonlat (shumate_location_get_longitude (SHUMATE_LOCATION (self->viewport)),
                                      shumate_location_get_latitude (SHUMATE_LOCATION (self->viewport)));
}

/* --- Moving ------------------------------------------------------------------ */

static void
settle (BlMapCanvas *self, BlPoint *centre, double *zoom)
{
  bl_map_mercator_settle (centre, zoom, gtk_widget_get_width (GTK_WIDGET (self)),
                          gtk_widget_get_height (GTK_WIDGET (self)),
                          gtk_widget_get_scale_factor (GTK_WIDGET (self)));
}

static void
set_view (BlMapCanvas *self, BlPoint centre, double zoom)
{
  double longitude, latitude;

  zoom = CLAMP (zoom, MIN_ZOOM, MAX_ZOOM);
  settle (self, &centre, &zoom);
  bl_map_mercator_to_lonlat (centre, &longitude, &latitude);
  /* Nobody is to see the new zoom level with the old place. */
  g_object_freeze_notify (G_OBJECT (self->viewport));
  shumate_viewport_set_zoom_level (self->viewport, zoom);
  shumate_location_set_location (SHUMATE_LOCATION (self->viewport), latitude, longitude);
  g_object_thaw_notify (G_OBJECT (self->viewport));
}

/* What a gesture has set. */
static void
settle_view (BlMapCanvas *self)
{
  BlPoint before = get_centre (self);
  double zoom_before = shumate_viewport_get_zoom_level (self->viewport);
  BlPoint centre = before;
  double zoom = zoom_before;
  double scale;

  settle (self, &centre, &zoom);
  scale = bl_map_mercator_scale (zoom);
  if (fabs (zoom - zoom_before) < 1e-9 && hypot (centre.x - before.x, centre.y - before.y) * scale < 1e-3)
    return;
  self->settling = TRUE;
  set_view (self, centre, zoom);
  self->settling = FALSE;
}

static void
fit_now (BlMapCanvas *self, int width, int height)
{
  double padding = MIN (PADDING, MIN (width, height) / 8);
  BlMapView view;

  if (width <= 0 || height <= 0)
    return;
  self->fitting = TRUE;
  if (self->geometry != NULL
      && bl_map_fit (self->geometry, width, height, padding, (BlMapBox *) (void *) self->floating->data,
                     self->floating->len, &view))
    set_view (self, bl_map_view_from_pixels (&view, width / 2.0, height / 2.0),
              MIN (bl_map_mercator_zoom (view.scale), MAX_FIT_ZOOM));
  else
    set_view (self, bl_map_mercator_from_lonlat (BRITAIN_LONGITUDE, BRITAIN_LATITUDE), BRITAIN_ZOOM);
  self->fitting = FALSE;
}

static gboolean
on_idle (gpointer data)
{
  BlMapCanvas *self = data;

  self->idle = 0;
  if (self->fitted)
    fit_now (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  else
    settle_view (self);
  g_signal_emit (self, signals[MOVED], 0);
  return G_SOURCE_REMOVE;
}

/* Others change their size by what is shown, which must not be while sizes are given out. */
static void
queue_fit (BlMapCanvas *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, self, NULL);
}

static void
on_viewport_changed (BlMapCanvas *self)
{
  if (self->settling)
    return;
  if (!self->fitting)
    self->fitted = FALSE;
  settle_view (self);
  /* Two fingers turn the map, which nothing else of ours follows. */
  if (shumate_viewport_get_rotation (self->viewport) != 0)
    shumate_viewport_set_rotation (self->viewport, 0);
  g_signal_emit (self, signals[MOVED], 0);
}

static void
on_animation_completed (BlMapCanvas *self)
{
  self->aim = NAN;
}

/* --- Pointer ------------------------------------------------------------------ */

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, BlMapCanvas *self)
{
  self->press_x = x;
  self->press_y = y;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, BlMapCanvas *self)
{
  int library, area;

  if (n_press != 1 || hypot (x - self->press_x, y - self->press_y) > 4)
    return;
  bl_map_canvas_find (self, x, y, &library, &area);
  if (library >= 0)
    g_signal_emit (self, signals[LIBRARY_PICKED], 0, library);
  else
    g_signal_emit (self, signals[AREA_PICKED], 0, area);
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, BlMapCanvas *self)
{
  int library, area;

  bl_map_canvas_find (self, x, y, &library, &area);
  bl_map_overlay_set_hover (self->overlay, area);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->map), library >= 0 ? "pointer" : "grab");
}

static void
on_leave (GtkEventControllerMotion *controller, BlMapCanvas *self)
{
  bl_map_overlay_set_hover (self->overlay, -1);
}

/* --- Overrides ---------------------------------------------------------------- */

static void
on_theme_changed (GtkWidget *widget)
{
  g_signal_emit (widget, signals[MOVED], 0);
}

static void
on_scale_factor_changed (BlMapCanvas *self)
{
  bl_map_layers_lay (self->layers);
}

static void
bl_map_canvas_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  /* The natural width decides when the pane beside the map folds away. */
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 280 : 160;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 620 : 400;
}

static void
bl_map_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BlMapCanvas *self = BL_MAP_CANVAS (widget);

  gtk_widget_size_allocate (GTK_WIDGET (self->map), &(GtkAllocation){ 0, 0, width, height }, baseline);
  queue_fit (self);
}

static void
bl_map_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BlMapCanvas *self = BL_MAP_CANVAS (widget);
  BlColour land = bl_theme_get_palette (widget)->land;

  /* Where no tile is painted yet. */
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ (float) land.r, (float) land.g, (float) land.b, 1 },
                             &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                  (float) gtk_widget_get_height (widget)));
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->map), snapshot);
}

static void
bl_map_canvas_dispose (GObject *object)
{
  BlMapCanvas *self = BL_MAP_CANVAS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->layers, bl_map_layers_free);
  self->overlay = NULL;
  g_clear_pointer ((GtkWidget **) &self->map, gtk_widget_unparent);
  g_clear_object (&self->viewport);
  G_OBJECT_CLASS (bl_map_canvas_parent_class)->dispose (object);
}

static void
bl_map_canvas_finalize (GObject *object)
{
  BlMapCanvas *self = BL_MAP_CANVAS (object);

  g_clear_pointer (&self->geometry, bl_map_geometry_unref);
  g_clear_pointer (&self->floating, g_array_unref);
  G_OBJECT_CLASS (bl_map_canvas_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key, keypad;
    const char *action;
  } keys[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, "map.pan-left" },
    { GDK_KEY_Right, GDK_KEY_KP_Right, "map.pan-right" },
    { GDK_KEY_Up, GDK_KEY_KP_Up, "map.pan-up" },
    { GDK_KEY_Down, GDK_KEY_KP_Down, "map.pan-down" },
    { GDK_KEY_plus, GDK_KEY_KP_Add, "map.zoom-in" },
    { GDK_KEY_minus, GDK_KEY_KP_Subtract, "map.zoom-out" },
    { GDK_KEY_Home, GDK_KEY_KP_Home, "map.whole-service" },
    { GDK_KEY_n, 0, "map.next-library" },
    { GDK_KEY_p, 0, "map.previous-library" },
    { GDK_KEY_Return, GDK_KEY_KP_Enter, "map.details" },
    { GDK_KEY_Escape, 0, "map.clear" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding_action (klass, keys[i].key, 0, keys[i].action, NULL);
      if (keys[i].keypad != 0)
        gtk_widget_class_add_binding_action (klass, keys[i].keypad, 0, keys[i].action, NULL);
    }
  /* + needs Shift on most keyboards, = is the key without it. */
  gtk_widget_class_add_binding_action (klass, GDK_KEY_plus, GDK_SHIFT_MASK, "map.zoom-in", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_equal, 0, "map.zoom-in", NULL);
}

static void
bl_map_canvas_class_init (BlMapCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bl_map_canvas_dispose;
  object_class->finalize = bl_map_canvas_finalize;
  widget_class->measure = bl_map_canvas_measure;
  widget_class->size_allocate = bl_map_canvas_size_allocate;
  widget_class->snapshot = bl_map_canvas_snapshot;

  signals[LIBRARY_PICKED] = g_signal_new ("library-picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[AREA_PICKED] = g_signal_new ("area-picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "map-canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bl_map_canvas_init (BlMapCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->fitted = TRUE;
  self->aim = NAN;
  self->floating = g_array_new (FALSE, FALSE, sizeof (BlMapBox));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->map = shumate_map_new ();
  gtk_widget_set_focusable (GTK_WIDGET (self->map), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->map), GTK_WIDGET (self));
  self->viewport = g_object_ref (shumate_map_get_viewport (self->map));
  shumate_viewport_set_min_zoom_level (self->viewport, MIN_ZOOM);
  shumate_viewport_set_max_zoom_level (self->viewport, MAX_ZOOM);
  {
    /* The viewport measures by a source of tiles of our size; any will do. */
    g_autoptr (ShumateMapSource) reference = g_object_new (
        BL_TYPE_MAP_TILE_SOURCE, "tile-size", BL_MAP_TILE_SIZE, "max-zoom-level", MAX_ZOOM, NULL);

    shumate_viewport_set_reference_map_source (self->viewport, reference);
  }
  self->overlay = bl_map_overlay_new (self->viewport);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->overlay));
  self->layers = bl_map_layers_new (self->map, SHUMATE_LAYER (self->overlay));

  for (guint i = 0; i < 4; i++)
    {
      static const char *const names[]
          = { "notify::longitude", "notify::latitude", "notify::zoom-level", "notify::rotation" };

      g_signal_connect_object (self->viewport, names[i], G_CALLBACK (on_viewport_changed), self,
                               G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (self->map, "animation-completed", G_CALLBACK (on_animation_completed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (on_scale_factor_changed), NULL);
  bl_theme_connect (GTK_WIDGET (self), on_theme_changed);

  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/* --- Public ------------------------------------------------------------------- */

ShumateViewport *
bl_map_canvas_get_viewport (BlMapCanvas *self)
{
  g_return_val_if_fail (BL_IS_MAP_CANVAS (self), NULL);

  return self->viewport;
}

BlMapOverlay *
bl_map_canvas_get_overlay (BlMapCanvas *self)
{
  g_return_val_if_fail (BL_IS_MAP_CANVAS (self), NULL);

  return self->overlay;
}

void
bl_map_canvas_set_geometry (BlMapCanvas *self, BlMapGeometry *geometry, gboolean fit)
{
  g_return_if_fail (BL_IS_MAP_CANVAS (self));

  g_clear_pointer (&self->geometry, bl_map_geometry_unref);
  self->geometry = geometry != NULL ? bl_map_geometry_ref (geometry) : NULL;
  bl_map_overlay_set_geometry (self->overlay, geometry);
  bl_map_layers_set_geometry (self->layers, geometry);
  if (fit)
    bl_map_canvas_fit (self);
}

void
bl_map_canvas_set_floating (BlMapCanvas *self, const BlMapBox *boxes, guint n_boxes)
{
  g_return_if_fail (BL_IS_MAP_CANVAS (self));

  if (n_boxes == self->floating->len
      && (n_boxes == 0 || memcmp (boxes, self->floating->data, n_boxes * sizeof *boxes) == 0))
    return;
  g_array_set_size (self->floating, 0);
  if (n_boxes > 0)
    g_array_append_vals (self->floating, boxes, n_boxes);
  if (self->fitted)
    queue_fit (self);
}

void
bl_map_canvas_set_shading (BlMapCanvas *self, BlMapShading *shading)
{
  g_return_if_fail (BL_IS_MAP_CANVAS (self));

  bl_map_overlay_set_shading (self->overlay, shading);
  bl_map_layers_set_shading (self->layers, shading);
}

gboolean
bl_map_canvas_is_painted (BlMapCanvas *self)
{
  g_return_val_if_fail (BL_IS_MAP_CANVAS (self), FALSE);

  return bl_map_layers_is_painted (self->layers);
}

void
bl_map_canvas_set_streets (BlMapCanvas *self, const char *url)
{
  g_return_if_fail (BL_IS_MAP_CANVAS (self));

  bl_map_layers_set_streets (self->layers, url);
}

void
bl_map_canvas_describe (BlMapCanvas *self, const char *name, const char *description)
{
  g_return_if_fail (BL_IS_MAP_CANVAS (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

void
bl_map_canvas_find (BlMapCanvas *self, double x, double y, int *library, int *area)
{
  BlMapView view;

  g_return_if_fail (BL_IS_MAP_CANVAS (self));

  *library = *area = -1;
  if (self->geometry == NULL)
    return;
  *library = bl_map_overlay_find_library (self->overlay, x, y);
  if (*library >= 0)
    return;
  view = get_view (self);
  *area
      = bl_map_geometry_find_area (self->geometry, bl_map_view_from_pixels (&view, x, y), REACH / view.scale);
}

void
bl_map_canvas_fit (BlMapCanvas *self)
{
  g_return_if_fail (BL_IS_MAP_CANVAS (self));

  shumate_map_stop_go_to (self->map);
  self->aim = NAN;
  fit_now (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  self->fitted = TRUE;
}

static void
go_to (BlMapCanvas *self, BlPoint centre, double zoom)
{
  gboolean animations = TRUE;
  double longitude, latitude;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animations, NULL);
  if (!animations || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      set_view (self, centre, zoom);
      return;
    }
  bl_map_mercator_to_lonlat (centre, &longitude, &latitude);
  self->aim = CLAMP (zoom, MIN_ZOOM, MAX_ZOOM);
  shumate_map_go_to_full_with_duration (self->map, latitude, longitude, self->aim, ZOOM_MS);
}

void
bl_map_canvas_show (BlMapCanvas *self, BlBounds drawing)
{
  BlMapView view;
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  g_return_if_fail (BL_IS_MAP_CANVAS (self));

  if (bl_bounds_is_empty (&drawing) || width <= 0 || height <= 0)
    return;
  view = bl_map_view_fit (drawing, width, height, MIN (PADDING * 3, MIN (width, height) / 6));
  go_to (self, bl_map_view_from_pixels (&view, width / 2, height / 2),
         MIN (bl_map_mercator_zoom (view.scale), MAX_FIT_ZOOM));
}

void
bl_map_canvas_zoom (BlMapCanvas *self, int steps)
{
  double from;

  g_return_if_fail (BL_IS_MAP_CANVAS (self));

  from = isnan (self->aim) ? shumate_viewport_get_zoom_level (self->viewport) : self->aim;
  go_to (self, get_centre (self), from + steps * 0.5);
}

void
bl_map_canvas_pan (BlMapCanvas *self, int across, int down)
{
  BlMapView view;

  g_return_if_fail (BL_IS_MAP_CANVAS (self));

  shumate_map_stop_go_to (self->map);
  self->aim = NAN;
  view = get_view (self);
  set_view (
      self,
      bl_map_view_from_pixels (&view, view.width * (0.5 + across / 8.0), view.height * (0.5 + down / 8.0)),
      shumate_viewport_get_zoom_level (self->viewport));
}

void
bl_map_canvas_reveal (BlMapCanvas *self, BlPoint drawing)
{
  BlMapView view;
  BlPoint pixels;
  double margin, across, down;

  g_return_if_fail (BL_IS_MAP_CANVAS (self));

  view = get_view (self);
  if (view.width == 0)
    return;
  /* As little as will do: the rest of the picture stays where it was. */
  margin = MIN (24, MIN (view.width, view.height) / 4);
  pixels = bl_map_view_to_pixels (&view, drawing);
  across = pixels.x - CLAMP (pixels.x, margin, view.width - margin);
  down = pixels.y - CLAMP (pixels.y, margin, view.height - margin);
  if (across != 0 || down != 0)
    go_to (self, bl_map_view_from_pixels (&view, view.width / 2 + across, view.height / 2 + down),
           isnan (self->aim) ? shumate_viewport_get_zoom_level (self->viewport) : self->aim);
}

gboolean
bl_map_canvas_locate (BlMapCanvas *self, BlPoint drawing, double *x, double *y)
{
  BlMapView view;
  BlPoint pixels;

  g_return_val_if_fail (BL_IS_MAP_CANVAS (self), FALSE);

  view = get_view (self);
  pixels = bl_map_view_to_pixels (&view, drawing);
  *x = pixels.x;
  *y = pixels.y;
  return pixels.x >= 0 && pixels.y >= 0 && pixels.x <= view.width && pixels.y <= view.height;
}
