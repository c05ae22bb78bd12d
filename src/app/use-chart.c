/* use-chart.c: libraries by need and use
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "use-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "scatter-chart.h"
#include "text.h"
#include "theme.h"

struct _BlUseChart
{
  GtkWidget parent_instance;
  BlScatterPoint *points;
  char **names;
  char **tips;
  guint *libraries;
  guint n;
  double corner_x, corner_y;
};

G_DEFINE_FINAL_TYPE (BlUseChart, bl_use_chart, GTK_TYPE_WIDGET)

enum
{
  LIBRARY_PICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static BlScatterChart
get_chart (BlUseChart *self)
{
  return (BlScatterChart){ .points = self->points,
                           .n_points = self->n,
                           .x_title = _ ("need index, people-weighted"),
                           .corner_x = self->corner_x,
                           .corner_y = self->corner_y };
}

static int
find (BlUseChart *self, double x, double y)
{
  BlScatterChart chart = get_chart (self);

  return bl_scatter_chart_find (&chart, gtk_widget_get_width (GTK_WIDGET (self)),
                                gtk_widget_get_height (GTK_WIDGET (self)),
                                bl_theme_get_text_scale (GTK_WIDGET (self)), x, y);
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, BlUseChart *self)
{
  int point = find (self, x, y);

  g_signal_emit (self, signals[LIBRARY_PICKED], 0, point >= 0 ? (int) self->libraries[point] : -1);
}

static gboolean
on_query_tooltip (BlUseChart *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  int point = keyboard ? -1 : find (self, x, y);

  if (point < 0)
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->tips[point]);
  return TRUE;
}

static void
bl_use_chart_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  double scale = bl_theme_get_text_scale (widget);

  *minimum = (int) (orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 170 * scale);
  *natural = (int) ((orientation == GTK_ORIENTATION_HORIZONTAL ? 400 : 190) * scale);
}

static void
bl_use_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BlUseChart *self = BL_USE_CHART (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  BlScatterChart chart = get_chart (self);
  cairo_t *cr;

  if (self->n == 0 || width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  bl_scatter_chart_paint (cr, width, height, &chart, bl_theme_get_text_scale (widget), bl_theme_get_palette (widget));
  cairo_destroy (cr);
}

static void
clear (BlUseChart *self)
{
  g_clear_pointer (&self->names, g_strfreev);
  g_clear_pointer (&self->tips, g_strfreev);
  g_clear_pointer (&self->points, g_free);
  g_clear_pointer (&self->libraries, g_free);
  self->n = 0;
}

static void
bl_use_chart_finalize (GObject *object)
{
  clear (BL_USE_CHART (object));
  G_OBJECT_CLASS (bl_use_chart_parent_class)->finalize (object);
}

static void
bl_use_chart_class_init (BlUseChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bl_use_chart_finalize;
  widget_class->measure = bl_use_chart_measure;
  widget_class->snapshot = bl_use_chart_snapshot;
  signals[LIBRARY_PICKED] = g_signal_new ("library-picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bl_use_chart_init (BlUseChart *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  bl_theme_connect (GTK_WIDGET (self), gtk_widget_queue_resize);
}

static void
describe (BlUseChart *self, const BlUseAgainstNeed *use)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *finding = bl_use_against_need_finding (use);

  for (guint i = 0; i < use->n; i++)
    if (use->points[i].little)
      g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", self->tips[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, finding,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words->str, -1);
}

void
bl_use_chart_set (BlUseChart *self, const BlFacts *facts, const BlUseAgainstNeed *use, int library)
{
  g_return_if_fail (BL_IS_USE_CHART (self));

  clear (self);
  self->n = use->n;
  self->points = g_new0 (BlScatterPoint, MAX (use->n, 1));
  self->names = g_new0 (char *, use->n + 1);
  self->tips = g_new0 (char *, use->n + 1);
  self->libraries = g_new0 (guint, MAX (use->n, 1));
  for (guint i = 0; i < use->n; i++)
    {
      const BlFactsLibrary *it = &facts->libraries[use->points[i].library];
      g_autofree char *need = bl_text_number (use->points[i].need, 0);
      g_autofree char *number = bl_text_number (use->points[i].use, 0);

      self->libraries[i] = use->points[i].library;
      self->names[i] = bl_text_short_library_name (it->name);
      self->tips[i] = g_strdup_printf (use->kind == BL_FIGURE_LOANS ? _ ("%s: need %s, %s loans per 1,000 people")
                                                                    : _ ("%s: need %s, %s visits per 1,000 people"),
                                       self->names[i], need, number);
      self->points[i] = (BlScatterPoint){
        .x = use->points[i].need,
        .y = use->points[i].use,
        .label = self->names[i],
        .look = { .operation = it->operation, .statutory = it->statutory,
                  .picked = library == (int) use->points[i].library },
        .focus = use->points[i].little,
      };
    }
  self->corner_x = use->middle_need;
  self->corner_y = use->middle_use;
  describe (self, use);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
