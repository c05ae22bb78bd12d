/* needs-map.c: need on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "needs-map.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "map-canvas.h"
#include "map-key.h"
#include "map-ruler.h"
#include "needs-classes.h"
#include "needs-findings.h"
#include "needs-key.h"
#include "places.h"
#include "theme.h"

#define N_CLASSES 5
#define TOP 10
/* So many areas can be painted anew with every frame; more wait for their tiles. */
#define MOST_LIVE 1500
/* How long the weights rest before the tiles are laid anew, in milliseconds. */
#define REST_MS 250

struct _BlNeedsMap
{
  GtkWidget parent_instance;
  GtkOverlay *overlay;
  BlMapCanvas *canvas;
  BlMapKey *key;
  BlNeedsKey *both_key;
  BlMapRuler *ruler;
  GtkLabel *attribution;
  GtkWidget *zooms, *top_row, *foot;

  BlNeedsModel *model;
  BlMapGeometry *geometry;
  GCancellable *cancellable;
  int library, area;
  gboolean two_way;
  gboolean live;        /* colours are over the tiles, which are older */
  guint shade_source;   /* tiles wait until those before are painted */
  guint rest_source;
  guint layout_source;
};

G_DEFINE_FINAL_TYPE (BlNeedsMap, bl_needs_map, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TWO_WAY,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  LIBRARY_PICKED,
  AREA_PICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
is_current (BlNeedsMap *self)
{
  return self->geometry != NULL && self->geometry->facts == bl_needs_model_get_facts (self->model);
}

/* Whether its areas are those of now, which is all that colours need: after a change of weights the map
 * is of the facts before for a moment. */
static gboolean
has_areas (BlNeedsMap *self)
{
  BlFacts *facts = bl_needs_model_get_facts (self->model);

  return self->geometry != NULL && self->geometry->facts->n_areas == facts->n_areas
         && self->geometry->facts->codes == facts->codes;
}

/* --- Colours -------------------------------------------------------------------- */

/* Use of each area: as counted there, else of the library nearest to it. */
static double *
get_use (BlNeedsMap *self, char **what)
{
  BlFacts *facts = bl_needs_model_get_facts (self->model);
  const BlAccess *access = bl_needs_model_get_access (self->model);
  const BlUseAgainstNeed *use = bl_needs_model_get_use (self->model);
  double *numbers = bl_use_by_area (facts, what);

  if (numbers != NULL || access == NULL || use->n == 0)
    return numbers;
  numbers = g_new (double, MAX (facts->n_areas, 1));
  for (guint i = 0; i < facts->n_areas; i++)
    {
      numbers[i] = NAN;
      for (guint k = 0; k < use->n; k++)
        if (access->nearest[i] == (int) use->points[k].library)
          numbers[i] = use->points[k].use;
    }
  *what = bl_use_against_need_unit (use);
  {
    g_autofree char *unit = *what;

    *what = g_strdup_printf (_ ("%s, of the nearest library"), unit);
  }
  return numbers;
}

gboolean
bl_needs_map_has_use (BlNeedsMap *self)
{
  g_autofree char *what = NULL;
  g_autofree double *use = self->model != NULL ? get_use (self, &what) : NULL;

  return use != NULL && bl_needs_model_get_areas (self->model) != NULL;
}

static BlMapShading *
shade_two_way (BlNeedsMap *self, const BlNeeds *areas, const double *use, const BlPalette *palette)
{
  g_autofree gint8 *both = bl_needs_two_way (areas, use);
  BlMapShading *shading = bl_map_shading_new_plain (palette, FALSE);

  g_free (shading->fills);
  shading->fills = g_new (BlColour, 9);
  shading->n_fills = 9;
  for (guint i = 0; i < 9; i++)
    shading->fills[i] = bl_palette_two_way (palette, i % 3, i / 3);
  shading->by_area = g_steal_pointer (&both);
  return shading;
}

/* The colours of now, and what the legend says of them. */
static BlMapShading *
make_shading (BlNeedsMap *self)
{
  BlFacts *facts = bl_needs_model_get_facts (self->model);
  const BlNeeds *areas = bl_needs_model_get_areas (self->model);
  const BlPalette *palette = bl_theme_get_palette (GTK_WIDGET (self));
  g_autofree char *what = NULL;
  g_autofree double *use = self->two_way && areas != NULL ? get_use (self, &what) : NULL;
  BlMapShading *shading;

  if (areas == NULL)
    {
      shading = bl_map_shading_new_plain (palette, FALSE);
      bl_map_key_set_value (self->key, _ ("Libraries"), NULL, bl_needs_model_get_reason (self->model), NULL, shading);
    }
  else if (use != NULL)
    {
      shading = shade_two_way (self, areas, use, palette);
      bl_needs_key_set (self->both_key, what);
    }
  else
    {
      g_autoptr (BlClasses) classes = bl_needs_to_classes (facts, areas, N_CLASSES);

      shading = bl_map_shading_new_classes (classes, facts->n_areas, palette, FALSE);
      bl_map_key_set_value (self->key, _ ("Need, lowest to highest"), NULL, NULL, classes, shading);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->key), use == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->both_key), use != NULL);
  return shading;
}

static void
mark_top (BlNeedsMap *self)
{
  const BlNeeds *areas = bl_needs_model_get_areas (self->model);
  guint top[TOP], n_top = 0;

  for (guint i = 0; areas != NULL && i < MIN (TOP, areas->n_known); i++)
    top[n_top++] = areas->rows[areas->order[i]];
  gtk_widget_set_visible (self->top_row, n_top > 0);
  bl_map_overlay_set_marked (bl_map_canvas_get_overlay (self->canvas), top, n_top);
}

static void
shade (BlNeedsMap *self)
{
  g_autoptr (BlMapShading) shading = make_shading (self);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  mark_top (self);
  bl_map_canvas_set_shading (self->canvas, shading);
}

/* While a slider moves: over the tiles, with the next frame. */
static void
shade_live (BlNeedsMap *self)
{
  g_autoptr (BlMapShading) shading = make_shading (self);

  self->live = TRUE;
  mark_top (self);
  bl_map_overlay_set_live (bl_map_canvas_get_overlay (self->canvas), shading);
}

static void
end_live (BlNeedsMap *self)
{
  if (!self->live)
    return;
  self->live = FALSE;
  bl_map_overlay_set_live (bl_map_canvas_get_overlay (self->canvas), NULL);
}

/* Takes the live colours away once the tiles below are of the same. */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  BlNeedsMap *self = BL_NEEDS_MAP (widget);

  if (self->rest_source == 0 && !bl_map_canvas_is_painted (self->canvas))
    return G_SOURCE_CONTINUE;
  self->shade_source = 0;
  if (self->rest_source == 0)
    end_live (self);
  return G_SOURCE_REMOVE;
}

static gboolean
on_rested (gpointer data)
{
  BlNeedsMap *self = data;

  self->rest_source = 0;
  if (!has_areas (self))
    return G_SOURCE_REMOVE;
  shade (self);
  if (self->shade_source == 0)
    self->shade_source = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
  return G_SOURCE_REMOVE;
}

static gboolean
on_shade (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  BlNeedsMap *self = BL_NEEDS_MAP (widget);

  if (!has_areas (self))
    {
      self->shade_source = 0;
      return G_SOURCE_REMOVE;
    }
  /* A layer of tiles for each step of a slider would only make the map late. */
  if (!bl_map_canvas_is_painted (self->canvas))
    return G_SOURCE_CONTINUE;
  self->shade_source = 0;
  shade (self);
  return G_SOURCE_REMOVE;
}

static void
queue_shade (BlNeedsMap *self)
{
  if (!has_areas (self))
    return;
  if (self->geometry->areas != NULL && self->geometry->facts->n_areas <= MOST_LIVE
      && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      shade_live (self);
      g_clear_handle_id (&self->rest_source, g_source_remove);
      self->rest_source = g_timeout_add (REST_MS, on_rested, self);
    }
  else if (bl_map_canvas_is_painted (self->canvas) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    shade (self);
  else if (self->shade_source == 0)
    self->shade_source = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_shade, NULL, NULL);
}

gboolean
bl_needs_map_is_painted (BlNeedsMap *self)
{
  return has_areas (self) && (self->live || (self->shade_source == 0 && bl_map_canvas_is_painted (self->canvas)));
}

static void
describe (BlNeedsMap *self)
{
  BlFacts *facts = bl_needs_model_get_facts (self->model);
  const BlNeeds *areas = bl_needs_model_get_areas (self->model);
  g_autofree char *name
      = g_strdup_printf (_ ("Map of need in %s"), facts->service != NULL ? facts->service : facts->title);
  g_autofree char *finding
      = areas != NULL ? bl_needs_finding_areas (facts, bl_needs_model_get_access (self->model), areas, TOP) : NULL;

  bl_map_canvas_describe (self->canvas, name,
                          finding != NULL ? finding : bl_needs_model_get_reason (self->model));
}

/* --- Places ----------------------------------------------------------------------- */

static gboolean
on_layout (gpointer data)
{
  BlNeedsMap *self = data;
  GtkWidget *const floating[] = { self->zooms, gtk_widget_get_parent (GTK_WIDGET (self->key)),
                                  GTK_WIDGET (self->ruler) };
  BlMapBox boxes[G_N_ELEMENTS (floating)];
  guint n = 0;

  self->layout_source = 0;
  g_object_set (self->key, "compact", TRUE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (floating); i++)
    {
      graphene_rect_t bounds;

      if (gtk_widget_get_mapped (floating[i])
          && gtk_widget_compute_bounds (floating[i], GTK_WIDGET (self->canvas), &bounds))
        boxes[n++] = (BlMapBox){ bounds.origin.x - 2, bounds.origin.y - 2, bounds.size.width + 4,
                                 bounds.size.height + 4 };
    }
  bl_map_overlay_set_avoid (bl_map_canvas_get_overlay (self->canvas), boxes, n);
  bl_map_canvas_set_floating (self->canvas, boxes, n);
  return G_SOURCE_REMOVE;
}

static gboolean
on_get_child_position (GtkOverlay *overlay, GtkWidget *widget, GdkRectangle *place, gpointer data)
{
  BlNeedsMap *self = data;

  /* The overlay gives out sizes: what floats may have moved. */
  if (self->layout_source == 0)
    self->layout_source = g_idle_add (on_layout, self);
  return FALSE;
}

static void
on_geometry (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BlNeedsMap) self = data;
  g_autoptr (BlMapGeometry) geometry = bl_map_geometry_new_finish (result, NULL);
  gboolean fit;

  /* Without one the map asked anew, or is closing. */
  if (geometry == NULL || self->model == NULL || geometry->facts != bl_needs_model_get_facts (self->model))
    return;
  fit = self->geometry == NULL
        || g_strcmp0 (self->geometry->facts->service_code, geometry->facts->service_code) != 0
        || (self->geometry->facts->n_areas > 0) != (geometry->facts->n_areas > 0);
  g_clear_pointer (&self->geometry, bl_map_geometry_unref);
  self->geometry = bl_map_geometry_ref (geometry);
  bl_map_canvas_set_geometry (self->canvas, geometry, fit);
  bl_map_overlay_set_names (bl_map_canvas_get_overlay (self->canvas), FALSE);
  bl_map_overlay_set_picked (bl_map_canvas_get_overlay (self->canvas), self->library, self->area);
  shade (self);
  /* The colours over the tiles go when the new tiles are there. */
  if (self->live && self->shade_source == 0)
    self->shade_source = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

static void
on_changed (BlNeedsMap *self)
{
  BlFacts *facts = bl_needs_model_get_facts (self->model);
  const BlAccess *access = bl_needs_model_get_access (self->model);
  gboolean statutory, cross;

  describe (self);
  g_object_get (bl_needs_model_get_session (self->model), "statutory-only", &statutory, "cross-boundary", &cross, NULL);
  bl_map_overlay_set_asked (bl_map_canvas_get_overlay (self->canvas), statutory, cross);
  if (has_areas (self))
    queue_shade (self);
  if (is_current (self))
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  bl_map_geometry_new_async (facts, access != NULL ? access->nearest : NULL, self->geometry, self->cancellable,
                             on_geometry, g_object_ref (self));
}

static void
on_weighed (BlNeedsMap *self)
{
  queue_shade (self);
}

static void
on_theme_changed (GtkWidget *widget)
{
  BlNeedsMap *self = BL_NEEDS_MAP (widget);

  if (self->model != NULL && has_areas (self))
    shade (self);
}

/* --- What the person does ------------------------------------------------------------ */

static void
on_library_picked (BlNeedsMap *self, int library)
{
  g_signal_emit (self, signals[LIBRARY_PICKED], 0, library);
}

static void
on_area_picked (BlNeedsMap *self, int area)
{
  g_signal_emit (self, signals[AREA_PICKED], 0, area);
}

static void
zoom (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_map_canvas_zoom (BL_NEEDS_MAP (widget)->canvas, g_str_has_suffix (name, "in") ? 1 : -1);
}

static void
show_whole_service (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_map_canvas_fit (BL_NEEDS_MAP (widget)->canvas);
}

static void
pan (GtkWidget *widget, const char *name, GVariant *parameter)
{
  int across = g_str_has_suffix (name, "right") - g_str_has_suffix (name, "left");
  int down = g_str_has_suffix (name, "down") - g_str_has_suffix (name, "up");

  bl_map_canvas_pan (BL_NEEDS_MAP (widget)->canvas, across, down);
}

/* --- Overrides ------------------------------------------------------------------------ */

static void
bl_needs_map_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TWO_WAY:
      g_value_set_boolean (value, BL_NEEDS_MAP (object)->two_way);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_needs_map_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlNeedsMap *self = BL_NEEDS_MAP (object);

  switch (id)
    {
    case PROP_TWO_WAY:
      if (self->two_way == g_value_get_boolean (value))
        return;
      self->two_way = g_value_get_boolean (value);
      if (self->model != NULL && has_areas (self))
        shade (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_needs_map_dispose (GObject *object)
{
  BlNeedsMap *self = BL_NEEDS_MAP (object);
  GtkWidget *child;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->layout_source, g_source_remove);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (self->shade_source != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->shade_source);
  self->shade_source = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), BL_TYPE_NEEDS_MAP);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (bl_needs_map_parent_class)->dispose (object);
}

static void
bl_needs_map_finalize (GObject *object)
{
  g_clear_pointer (&BL_NEEDS_MAP (object)->geometry, bl_map_geometry_unref);
  G_OBJECT_CLASS (bl_needs_map_parent_class)->finalize (object);
}

static void
bl_needs_map_class_init (BlNeedsMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const pans[] = { "map.pan-left", "map.pan-right", "map.pan-up", "map.pan-down" };

  object_class->get_property = bl_needs_map_get_property;
  object_class->set_property = bl_needs_map_set_property;
  object_class->dispose = bl_needs_map_dispose;
  object_class->finalize = bl_needs_map_finalize;
  properties[PROP_TWO_WAY] = g_param_spec_boolean (
      "two-way", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[LIBRARY_PICKED] = g_signal_new ("library-picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[AREA_PICKED] = g_signal_new ("area-picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (BL_TYPE_MAP_CANVAS);
  g_type_ensure (BL_TYPE_MAP_KEY);
  g_type_ensure (BL_TYPE_MAP_RULER);
  g_type_ensure (BL_TYPE_NEEDS_KEY);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/needs-map.ui");
  gtk_widget_class_bind_template_child (widget_class, BlNeedsMap, overlay);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsMap, canvas);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsMap, key);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsMap, both_key);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsMap, ruler);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsMap, attribution);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsMap, zooms);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsMap, top_row);
  gtk_widget_class_bind_template_child (widget_class, BlNeedsMap, foot);
  gtk_widget_class_bind_template_callback (widget_class, on_library_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_area_picked);
  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "map.whole-service", NULL, show_whole_service);
  for (guint i = 0; i < G_N_ELEMENTS (pans); i++)
    gtk_widget_class_install_action (widget_class, pans[i], NULL, pan);
  gtk_widget_class_set_css_name (widget_class, "needs-map");
}

static void
bl_needs_map_init (BlNeedsMap *self)
{
  self->library = self->area = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->overlay, "get-child-position", G_CALLBACK (on_get_child_position), self, 0);
  bl_map_ruler_set_viewport (self->ruler, bl_map_canvas_get_viewport (self->canvas));
  gtk_label_set_text (self->attribution, bl_places_attribution ());
  bl_theme_connect (GTK_WIDGET (self), on_theme_changed);
}

void
bl_needs_map_set_model (BlNeedsMap *self, BlNeedsModel *model)
{
  g_return_if_fail (BL_IS_NEEDS_MAP (self) && self->model == NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "weighed", G_CALLBACK (on_weighed), self, G_CONNECT_SWAPPED);
  on_changed (self);
}

void
bl_needs_map_set_picked (BlNeedsMap *self, int library, int area)
{
  g_return_if_fail (BL_IS_NEEDS_MAP (self));

  self->library = library;
  self->area = area;
  if (self->model != NULL && is_current (self))
    bl_map_overlay_set_picked (bl_map_canvas_get_overlay (self->canvas), library, area);
}
