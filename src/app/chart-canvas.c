/* chart-canvas.c: the drawing of a chart, to be pointed at, walked and marked out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "chart-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "paint.h"
#include "theme.h"

/* In px at the usual size of text. */
#define LEAST_WIDTH 160.0
#define USUAL_WIDTH 480.0
#define USUAL_HEIGHT 270.0
#define LEAST_HEIGHT 120.0
/* Between the datum and the callout, and from the edge. */
#define CALLOUT_GAP 12
#define EDGE 3

G_DEFINE_FINAL_TYPE (BlChartCanvas, bl_chart_canvas, GTK_TYPE_WIDGET)

guint bl_chart_canvas_signals[BL_CHART_CANVAS_N_SIGNALS];

/* --- Laid out ---------------------------------------------------------------------------- */

static BlChartLook
get_look (BlChartCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return (BlChartLook){ .palette = bl_theme_get_palette (widget),
                        .text_scale = self->larger * bl_theme_get_text_scale (widget),
                        .right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL };
}

static void
drop_frame (BlChartCanvas *self)
{
  g_clear_pointer (&self->walk, bl_chart_walk_free);
  g_clear_pointer (&self->frame, bl_chart_frame_free);
  self->spot = self->hovered = -1;
}

gboolean
bl_chart_canvas_ensure_frame (BlChartCanvas *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  BlChartLook look = get_look (self);

  if (width <= 0 || height <= 0)
    {
      width = (int) (USUAL_WIDTH * look.text_scale);
      height = (int) (USUAL_HEIGHT * look.text_scale);
    }
  if (self->frame != NULL && self->width == width && self->height == height)
    return TRUE;
  drop_frame (self);
  if (self->chart == NULL)
    return FALSE;
  self->frame = bl_chart_frame_new (self->chart, width, height, &look);
  self->walk = bl_chart_walk_new (self->chart, self->frame);
  self->width = width;
  self->height = height;
  if (self->row >= 0)
    self->spot = bl_chart_frame_find_row (self->frame, self->row);
  return TRUE;
}

const BlChartPanel *
bl_chart_canvas_get_panel (BlChartCanvas *self, guint panel)
{
  return self->chart->panels->pdata[panel];
}

/* --- The callout -------------------------------------------------------------------------- */

static int
get_shown_spot (BlChartCanvas *self)
{
  if (self->frame == NULL || self->dragging)
    return -1;
  return self->hovered >= 0 ? self->hovered : self->spot;
}

/* What is said of the panel's moment nearest to the datum, if that is the datum's own. */
static void
add_notes (BlChartCanvas *self, guint spot, GString *text)
{
  const BlChartSpot *place = bl_chart_frame_get_spot (self->frame, spot);
  const BlDatum *datum = bl_chart_frame_get_datum (self->frame, spot);
  const BlChartPanel *panel = bl_chart_canvas_get_panel (self, place->panel);
  BlPeriod period = panel->x.kind == BL_SCALE_TIME ? bl_period_of ((guint32) MAX (datum->x, 1), panel->x.period)
                                                   : (BlPeriod){ 0 };

  for (guint i = 0; i < panel->notes->len; i++)
    {
      const BlChartNote *note = &g_array_index (panel->notes, BlChartNote, i);

      if (note->text != NULL && note->x >= period.start && note->x < period.end)
        g_string_append_printf (text, "\n%s", note->text);
    }
}

static char *
say_spot (BlChartCanvas *self, int spot)
{
  const BlDatum *datum = spot >= 0 ? bl_chart_frame_get_datum (self->frame, (guint) spot) : NULL;
  GString *text;

  if (datum == NULL || datum->words == NULL)
    return NULL;
  text = g_string_new (datum->words);
  add_notes (self, (guint) spot, text);
  return g_string_free (text, FALSE);
}

/* Wrapped words seldom fill the width that was wrapped at. */
static int
tighten (BlChartCanvas *self, int wide)
{
  GtkWidget *words = GTK_WIDGET (self->words);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (words, gtk_label_get_text (self->words));
  int around, label, tight;

  gtk_widget_measure (words, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &label, NULL, NULL);
  gtk_widget_measure (self->callout, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &around, NULL, NULL);
  around -= label;
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, (wide - around) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &tight, NULL);
  return MIN (wide, tight + around);
}

static void
place_callout (BlChartCanvas *self, int width, int height)
{
  int spot = get_shown_spot (self), wide, high, least;
  const BlChartSpot *place;
  double x, y;

  if (spot < 0 || !gtk_widget_get_visible (self->callout))
    return;
  place = bl_chart_frame_get_spot (self->frame, (guint) spot);
  gtk_widget_measure (self->callout, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wide, NULL, NULL);
  wide = tighten (self, MIN (wide, MAX (width - 2 * EDGE, least)));
  gtk_widget_measure (self->callout, GTK_ORIENTATION_VERTICAL, wide, NULL, &high, NULL, NULL);
  x = place->x - wide / 2.0;
  y = place->y - high - CALLOUT_GAP;
  if (y < EDGE)
    y = place->y + CALLOUT_GAP;
  if (y + high > height - EDGE) /* no room above or below: beside it */
    {
      y = place->y - high / 2.0;
      x = place->x + wide + CALLOUT_GAP + EDGE <= width ? place->x + CALLOUT_GAP : place->x - wide - CALLOUT_GAP;
    }
  x = CLAMP (x, EDGE, MAX (width - wide - EDGE, EDGE));
  y = CLAMP (y, EDGE, MAX (height - high - EDGE, EDGE));
  gtk_widget_size_allocate (self->callout, &(GtkAllocation){ (int) x, (int) y, wide, high }, -1);
}

void
bl_chart_canvas_update_callout (BlChartCanvas *self)
{
  g_autofree char *text = say_spot (self, get_shown_spot (self));

  gtk_widget_set_visible (self->callout, text != NULL);
  if (text != NULL)
    gtk_label_set_text (self->words, text);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (self->overlay);
}

void
bl_chart_canvas_describe (BlChartCanvas *self)
{
  g_autofree char *text = self->frame != NULL ? say_spot (self, self->spot) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->name != NULL ? self->name : _ ("Chart"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL                ? text
                                  : self->description != NULL ? self->description
                                                              : "",
                                  -1);
}

/* --- Painted ------------------------------------------------------------------------------ */

static void
draw_plot (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  BlChartCanvas *self = data;

  if (bl_chart_canvas_ensure_frame (self))
    bl_chart_frame_paint (self->frame, cr, 0, 0);
}

/* Left and right of the stretch in a panel with time, half way to the data beside it. */
static gboolean
find_stretch_edges (BlChartCanvas *self, guint panel, double *left, double *right)
{
  double before = -INFINITY, after = INFINITY, gap = INFINITY, last = NAN;

  *left = INFINITY;
  *right = -INFINITY;
  for (guint spot = 0; spot < bl_chart_frame_get_n_spots (self->frame); spot++)
    {
      const BlChartSpot *place = bl_chart_frame_get_spot (self->frame, spot);
      double day;

      if (place->panel != panel)
        continue;
      day = bl_chart_frame_get_datum (self->frame, spot)->x;
      if (fabs (place->x - last) > 0.01)
        gap = MIN (gap, fabs (place->x - last));
      last = place->x;
      if (day < self->from)
        before = MAX (before, place->x);
      else if (day >= self->until + 1.0)
        after = MIN (after, place->x);
      else
        {
          *left = MIN (*left, place->x);
          *right = MAX (*right, place->x);
        }
    }
  if (*left > *right)
    return FALSE;
  gap = isfinite (gap) ? MIN (gap, 24) : 8;
  *left -= isfinite (before) ? MIN (gap, *left - before) / 2 : gap / 2;
  *right += isfinite (after) ? MIN (gap, after - *right) / 2 : gap / 2;
  return TRUE;
}

static void
draw_stretch (BlChartCanvas *self, cairo_t *cr)
{
  const BlPalette *palette = bl_theme_get_palette (GTK_WIDGET (self));
  BlColour tint = palette->accent, edge = palette->accent_text;

  tint.a = 0.16;
  for (guint panel = 0; panel < self->chart->panels->len; panel++)
    {
      double left, right, x, y, width, height;

      if (bl_chart_canvas_get_panel (self, panel)->x.kind != BL_SCALE_TIME || !find_stretch_edges (self, panel, &left, &right))
        continue;
      bl_chart_frame_get_plot (self->frame, panel, &x, &y, &width, &height);
      left = CLAMP (left, x, x + width);
      right = CLAMP (right, x, x + width);
      bl_paint_set_colour (cr, tint);
      cairo_rectangle (cr, left, y, right - left, height);
      cairo_fill (cr);
      bl_paint_set_colour (cr, edge);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, floor (left) + 0.5, y);
      cairo_line_to (cr, floor (left) + 0.5, y + height);
      cairo_move_to (cr, floor (right) + 0.5, y);
      cairo_line_to (cr, floor (right) + 0.5, y + height);
      cairo_stroke (cr);
    }
}

static void
draw_overlay (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  BlChartCanvas *self = data;
  int spot;

  if (!bl_chart_canvas_ensure_frame (self))
    return;
  if (self->until > 0)
    draw_stretch (self, cr);
  if (self->spot >= 0)
    bl_chart_frame_paint_picked (self->frame, cr, 0, 0, (guint) self->spot);
  spot = get_shown_spot (self);
  if (spot >= 0 && spot != self->spot)
    bl_chart_frame_paint_picked (self->frame, cr, 0, 0, (guint) spot);
}

/* --- Overrides ------------------------------------------------------------------------------- */

static void
bl_chart_canvas_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  BlChartCanvas *self = BL_CHART_CANVAS (widget);
  BlChartLook look = get_look (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (LEAST_WIDTH * look.text_scale);
      *natural = (int) (USUAL_WIDTH * look.text_scale);
      return;
    }
  *minimum = *natural = (int) (LEAST_HEIGHT * look.text_scale);
  if (self->chart != NULL)
    *natural = (int) ceil (bl_chart_get_height (self->chart, for_size > 0 ? for_size : USUAL_WIDTH * look.text_scale, &look));
  /* What scrolls gives what is least. */
  if (!self->fill)
    *minimum = *natural;
  *minimum = MIN (*minimum, *natural);
}

static void
bl_chart_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BlChartCanvas *self = BL_CHART_CANVAS (widget);
  GtkAllocation all = { 0, 0, width, height };

  gtk_widget_size_allocate (self->plot, &all, -1);
  gtk_widget_size_allocate (self->overlay, &all, -1);
  if (bl_chart_canvas_ensure_frame (self))
    place_callout (self, width, height);
}

static GtkSizeRequestMode
bl_chart_canvas_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
on_look_changed (GtkWidget *widget)
{
  BlChartCanvas *self = BL_CHART_CANVAS (widget);

  drop_frame (self);
  bl_chart_canvas_update_callout (self);
  gtk_widget_queue_resize (widget);
  gtk_widget_queue_draw (self->plot);
}

static void
bl_chart_canvas_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  GTK_WIDGET_CLASS (bl_chart_canvas_parent_class)->direction_changed (widget, before);
  on_look_changed (widget);
}

static void
bl_chart_canvas_dispose (GObject *object)
{
  BlChartCanvas *self = BL_CHART_CANVAS (object);

  drop_frame (self);
  g_clear_pointer (&self->chart, bl_chart_unref);
  g_clear_pointer (&self->callout, gtk_widget_unparent);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_pointer (&self->plot, gtk_widget_unparent);
  G_OBJECT_CLASS (bl_chart_canvas_parent_class)->dispose (object);
}

static void
bl_chart_canvas_finalize (GObject *object)
{
  BlChartCanvas *self = BL_CHART_CANVAS (object);

  g_free (self->name);
  g_free (self->description);
  G_OBJECT_CLASS (bl_chart_canvas_parent_class)->finalize (object);
}

static void
bl_chart_canvas_class_init (BlChartCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bl_chart_canvas_dispose;
  object_class->finalize = bl_chart_canvas_finalize;
  widget_class->measure = bl_chart_canvas_measure;
  widget_class->size_allocate = bl_chart_canvas_size_allocate;
  widget_class->get_request_mode = bl_chart_canvas_get_request_mode;
  widget_class->direction_changed = bl_chart_canvas_direction_changed;
  bl_chart_canvas_signals[BL_CHART_CANVAS_ROW_PICKED] = g_signal_new ("row-picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_INT);
  bl_chart_canvas_signals[BL_CHART_CANVAS_STRETCH_CHANGED] = g_signal_new ("stretch-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  bl_chart_canvas_add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chart-canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static GtkWidget *
add_layer (BlChartCanvas *self, GtkDrawingAreaDrawFunc draw)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "can-target", FALSE, NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw, self, NULL);
  gtk_widget_set_parent (area, GTK_WIDGET (self));
  return area;
}

static void
add_callout (BlChartCanvas *self)
{
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_max_width_chars (self->words, 36);
  gtk_label_set_xalign (self->words, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "sentence");
  /* What it says is the description of the canvas. */
  self->callout = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "can-target", FALSE,
                                "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->callout, "float");
  gtk_widget_add_css_class (self->callout, "chart-callout");
  gtk_box_append (GTK_BOX (self->callout), GTK_WIDGET (self->words));
  gtk_widget_set_parent (self->callout, GTK_WIDGET (self));
}

static void
bl_chart_canvas_init (BlChartCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->row = self->spot = self->hovered = -1;
  self->anchor = NAN;
  self->larger = 1;
  self->plot = add_layer (self, draw_plot);
  self->overlay = add_layer (self, draw_overlay);
  add_callout (self);
  bl_chart_canvas_add_controllers (self);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_ROLE_DESCRIPTION, _ ("chart"), -1);
  bl_chart_canvas_describe (self);
  bl_theme_connect (widget, on_look_changed);
}

/* --- Public --------------------------------------------------------------------------------- */

void
bl_chart_canvas_set_chart (BlChartCanvas *self, BlChart *chart)
{
  g_return_if_fail (BL_IS_CHART_CANVAS (self));

  if (chart == self->chart)
    return;
  drop_frame (self);
  g_clear_pointer (&self->chart, bl_chart_unref);
  self->chart = chart != NULL ? bl_chart_ref (chart) : NULL;
  self->dragging = FALSE;
  bl_chart_canvas_mark_out (self, self->from, self->until);
  bl_chart_canvas_update_callout (self);
  bl_chart_canvas_describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (self->plot);
}

void
bl_chart_canvas_set_words (BlChartCanvas *self, const char *name, const char *description)
{
  g_return_if_fail (BL_IS_CHART_CANVAS (self));

  g_free (self->name);
  g_free (self->description);
  self->name = g_strdup (name);
  self->description = g_strdup (description);
  bl_chart_canvas_describe (self);
}

void
bl_chart_canvas_set_larger (BlChartCanvas *self, double larger)
{
  g_return_if_fail (BL_IS_CHART_CANVAS (self));
  g_return_if_fail (larger > 0);

  self->larger = larger;
  drop_frame (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
bl_chart_canvas_set_fill (BlChartCanvas *self, gboolean fill)
{
  g_return_if_fail (BL_IS_CHART_CANVAS (self));

  self->fill = fill;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
bl_chart_canvas_pick (BlChartCanvas *self, int row)
{
  g_return_if_fail (BL_IS_CHART_CANVAS (self));

  if (row == self->row && (row >= 0 || self->spot < 0))
    return;
  self->row = row;
  self->spot = row >= 0 && bl_chart_canvas_ensure_frame (self) ? bl_chart_frame_find_row (self->frame, row) : -1;
  bl_chart_canvas_update_callout (self);
  bl_chart_canvas_describe (self);
}

int
bl_chart_canvas_get_picked (BlChartCanvas *self)
{
  g_return_val_if_fail (BL_IS_CHART_CANVAS (self), -1);
  return self->row;
}

gboolean
bl_chart_canvas_set_stretch (BlChartCanvas *self, guint32 from, guint32 until)
{
  g_return_val_if_fail (BL_IS_CHART_CANVAS (self), FALSE);

  self->anchor = NAN;
  return bl_chart_canvas_mark_out (self, from, until);
}

gboolean
bl_chart_canvas_get_stretch (BlChartCanvas *self, BlChartStretch *stretch)
{
  int series;

  g_return_val_if_fail (BL_IS_CHART_CANVAS (self), FALSE);

  if (self->until == 0 || !bl_chart_canvas_ensure_frame (self))
    return FALSE;
  series = bl_chart_canvas_get_series (self);
  return series >= 0
         && bl_chart_stretch_new (self->chart, self->walk, (guint) series, self->from, self->until, stretch);
}

/* The name of a mark of the series, where there are others with time in its panel or beside it. */
static const char *
get_series_name (BlChartCanvas *self, guint series)
{
  const BlChartPanel *panel = bl_chart_canvas_get_panel (self, bl_chart_walk_get_panel (self->walk, series));

  if (bl_chart_walk_get_n_series (self->walk) < 2)
    return NULL;
  for (guint i = 0; i < panel->marks->len; i++)
    {
      const BlChartMark *mark = panel->marks->pdata[i];

      if (bl_chart_walk_has_mark (self->walk, series, i) && mark->name != NULL)
        return mark->name;
    }
  return panel->title;
}

char *
bl_chart_canvas_get_stretch_sentence (BlChartCanvas *self)
{
  BlChartStretch stretch;

  g_return_val_if_fail (BL_IS_CHART_CANVAS (self), NULL);

  if (!bl_chart_canvas_get_stretch (self, &stretch))
    return NULL;
  return bl_chart_stretch_to_sentence (&stretch, get_series_name (self, (guint) bl_chart_canvas_get_series (self)));
}

const char *
bl_chart_canvas_get_callout (BlChartCanvas *self)
{
  g_return_val_if_fail (BL_IS_CHART_CANVAS (self), NULL);
  return gtk_widget_get_visible (self->callout) ? gtk_label_get_text (self->words) : NULL;
}

BlChartFrame *
bl_chart_canvas_get_frame (BlChartCanvas *self)
{
  g_return_val_if_fail (BL_IS_CHART_CANVAS (self), NULL);
  return bl_chart_canvas_ensure_frame (self) ? self->frame : NULL;
}
