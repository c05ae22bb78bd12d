/* chart-view.c: a chart with its finding, its doubt, its source and its table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "chart-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart-canvas.h"
#include "chart-share.h"
#include "chart-table-view.h"
#include "theme.h"

/* Rows of the table to be seen at once, with their heading, and how high one is at the usual size of text. */
#define TABLE_ROWS 6
#define ROW_HEIGHT 28

struct _BlChartView
{
  GtkWidget parent_instance;
  GtkWidget *head, *menu_button, *doubt, *stretch, *drawer;
  GtkLabel *finding, *sentence, *subtitle, *doubt_words, *source, *stretch_words;
  AdwBin *beside;
  BlChartCanvas *canvas;
  BlChartTableView *table;
  GMenuModel *menu;
  GtkWidget *popover;  /* of the second button; NULL until asked for */

  BlChart *chart;
  BlChartParts parts;
  char *own_finding;   /* instead of the chart's title; NULL */
  gboolean fill, table_shown;
  double larger;
  int from, until;     /* as last notified */
};

G_DEFINE_FINAL_TYPE (BlChartView, bl_chart_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_PARTS,
  PROP_FINDING,
  PROP_FILL,
  PROP_LARGER,
  PROP_PICKED,
  PROP_FROM,
  PROP_UNTIL,
  PROP_TABLE_SHOWN,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  ROW_PICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- Words ----------------------------------------------------------------------------- */

static const char *
get_finding (BlChartView *self)
{
  if (self->own_finding != NULL)
    return self->own_finding;
  return self->chart != NULL ? self->chart->title : NULL;
}

static void
show_words (BlChartView *self, BlChartParts part, GtkLabel *label, GtkWidget *box, const char *text)
{
  gboolean shown = (self->parts & part) != 0 && text != NULL && *text != '\0';

  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (box, shown);
}

static void
update_words (BlChartView *self)
{
  const BlChart *chart = self->chart;
  const char *finding = get_finding (self);
  gboolean menu = (self->parts & BL_CHART_PARTS_MENU) != 0;

  show_words (self, BL_CHART_PARTS_FINDING, self->finding, GTK_WIDGET (self->finding), finding);
  show_words (self, BL_CHART_PARTS_SENTENCE, self->sentence, GTK_WIDGET (self->sentence),
              chart != NULL ? chart->sentence : NULL);
  show_words (self, BL_CHART_PARTS_SUBTITLE, self->subtitle, GTK_WIDGET (self->subtitle),
              chart != NULL ? chart->subtitle : NULL);
  show_words (self, BL_CHART_PARTS_DOUBT, self->doubt_words, self->doubt, chart != NULL ? chart->doubt : NULL);
  show_words (self, BL_CHART_PARTS_SOURCE, self->source, GTK_WIDGET (self->source), chart != NULL ? chart->source : NULL);
  gtk_widget_set_visible (self->menu_button, menu && chart != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->beside),
                          (self->parts & BL_CHART_PARTS_FINDING) != 0 && adw_bin_get_child (self->beside) != NULL);
  gtk_widget_set_visible (self->head, gtk_widget_get_visible (GTK_WIDGET (self->finding))
                                          || gtk_widget_get_visible (self->menu_button)
                                          || gtk_widget_get_visible (GTK_WIDGET (self->beside)));
  bl_chart_canvas_set_words (self->canvas, finding, chart != NULL ? chart->sentence : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  finding != NULL ? finding : _ ("Chart"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  chart != NULL && chart->sentence != NULL ? chart->sentence : "", -1);
}

static void
update_actions (BlChartView *self)
{
  static const char *const actions[]
      = { "chart.copy", "chart.copy-picture", "chart.copy-figures", "chart.save", "chart.print" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], self->chart != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.clear-stretch", self->until > 0);
}

/* --- What is picked and marked out -------------------------------------------------------- */

static void
tell_picked (BlChartView *self, int row)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PICKED]);
  g_signal_emit (self, signals[ROW_PICKED], 0, row);
}

static void
on_canvas_picked (BlChartView *self, int row)
{
  bl_chart_table_view_pick (self->table, row);
  tell_picked (self, row);
}

static void
on_table_picked (BlChartView *self, int row)
{
  bl_chart_canvas_pick (self->canvas, row);
  tell_picked (self, row);
}

static void
show_stretch (BlChartView *self)
{
  g_autofree char *sentence = bl_chart_canvas_get_stretch_sentence (self->canvas);

  gtk_widget_set_visible (self->stretch, sentence != NULL);
  gtk_label_set_text (self->stretch_words, sentence != NULL ? sentence : "");
}

static void
tell_stretch (BlChartView *self)
{
  BlChartStretch stretch;
  gboolean some = bl_chart_canvas_get_stretch (self->canvas, &stretch);
  int from = some ? (int) stretch.from : 0, until = some ? (int) stretch.until : 0;

  show_stretch (self);
  if (from == self->from && until == self->until)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  if (from != self->from)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FROM]);
  if (until != self->until)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNTIL]);
  self->from = from;
  self->until = until;
  update_actions (self);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
on_stretch_changed (BlChartView *self, gboolean settled)
{
  if (settled)
    tell_stretch (self);
  else
    show_stretch (self);
}

static void
clear_stretch (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_chart_view_set_stretch (BL_CHART_VIEW (widget), 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (BL_CHART_VIEW (widget)->canvas));
}

/* --- Out of the window ---------------------------------------------------------------------- */

static void
copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlChartShareWhat what = g_str_equal (name, "chart.copy-picture")   ? BL_CHART_SHARE_PICTURE
                          : g_str_equal (name, "chart.copy-figures") ? BL_CHART_SHARE_FIGURES
                                                                     : BL_CHART_SHARE_PICTURE | BL_CHART_SHARE_FIGURES;

  bl_chart_share_copy (widget, BL_CHART_VIEW (widget)->chart, what);
}

static void
save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_chart_share_save (widget, BL_CHART_VIEW (widget)->chart);
}

static void
print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_chart_share_print (widget, BL_CHART_VIEW (widget)->chart);
}

/* A bare chart has no button for its menu. */
static void
pop_up (BlChartView *self, double x, double y)
{
  if (self->chart == NULL)
    return;
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (self->menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
on_second_pressed (GtkGestureClick *click, int n_press, double x, double y, BlChartView *self)
{
  double there_x, there_y;

  if (gtk_widget_translate_coordinates (GTK_WIDGET (self->canvas), GTK_WIDGET (self), x, y, &there_x, &there_y))
    pop_up (self, there_x, there_y);
}

static void
on_menu_asked (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlChartView *self = BL_CHART_VIEW (widget);
  graphene_rect_t place;

  if (gtk_widget_compute_bounds (GTK_WIDGET (self->canvas), widget, &place))
    pop_up (self, place.origin.x + place.size.width / 2, place.origin.y + place.size.height / 2);
}

/* --- Overrides -------------------------------------------------------------------------------- */

static void
on_text_changed (GtkWidget *widget)
{
  int height = (int) (TABLE_ROWS * ROW_HEIGHT * bl_theme_get_text_scale (widget));

  gtk_widget_set_size_request (GTK_WIDGET (BL_CHART_VIEW (widget)->table), -1, height);
}

static void
bl_chart_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlChartView *self = BL_CHART_VIEW (object);
  int from = 0, until = 0;

  switch (id)
    {
    case PROP_PARTS:
      g_value_set_flags (value, self->parts);
      break;
    case PROP_FINDING:
      g_value_set_string (value, self->own_finding);
      break;
    case PROP_FILL:
      g_value_set_boolean (value, self->fill);
      break;
    case PROP_LARGER:
      g_value_set_double (value, self->larger);
      break;
    case PROP_PICKED:
      g_value_set_int (value, bl_chart_view_get_picked (self));
      break;
    case PROP_FROM:
    case PROP_UNTIL:
      bl_chart_view_get_stretch (self, &from, &until);
      g_value_set_int (value, id == PROP_FROM ? from : until);
      break;
    case PROP_TABLE_SHOWN:
      g_value_set_boolean (value, self->table_shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_chart_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlChartView *self = BL_CHART_VIEW (object);

  switch (id)
    {
    case PROP_PARTS:
      bl_chart_view_set_parts (self, g_value_get_flags (value));
      break;
    case PROP_FINDING:
      bl_chart_view_set_finding (self, g_value_get_string (value));
      break;
    case PROP_FILL:
      self->fill = g_value_get_boolean (value);
      bl_chart_canvas_set_fill (self->canvas, self->fill);
      gtk_widget_set_vexpand (GTK_WIDGET (self->canvas), self->fill);
      break;
    case PROP_LARGER:
      self->larger = g_value_get_double (value);
      bl_chart_canvas_set_larger (self->canvas, self->larger);
      break;
    case PROP_PICKED:
      bl_chart_view_pick (self, g_value_get_int (value));
      break;
    case PROP_TABLE_SHOWN:
      bl_chart_view_set_table_shown (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gboolean
bl_chart_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BL_CHART_VIEW (widget)->canvas));
}

static void
bl_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BlChartView *self = BL_CHART_VIEW (widget);

  GTK_WIDGET_CLASS (bl_chart_view_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
bl_chart_view_dispose (GObject *object)
{
  BlChartView *self = BL_CHART_VIEW (object);
  GtkWidget *child;

  self->popover = NULL; /* one of the children */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), BL_TYPE_CHART_VIEW);
  g_clear_pointer (&self->chart, bl_chart_unref);
  G_OBJECT_CLASS (bl_chart_view_parent_class)->dispose (object);
}

static void
bl_chart_view_finalize (GObject *object)
{
  g_free (BL_CHART_VIEW (object)->own_finding);
  G_OBJECT_CLASS (bl_chart_view_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_PARTS]
      = g_param_spec_flags ("parts", NULL, NULL, BL_TYPE_CHART_PARTS, BL_CHART_PARTS_ALL, flags);
  properties[PROP_FINDING] = g_param_spec_string ("finding", NULL, NULL, NULL, flags);
  properties[PROP_FILL] = g_param_spec_boolean ("fill", NULL, NULL, FALSE, flags);
  properties[PROP_LARGER] = g_param_spec_double ("larger", NULL, NULL, 0.5, 8, 1, flags);
  properties[PROP_PICKED] = g_param_spec_int ("picked", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_FROM] = g_param_spec_int ("from", NULL, NULL, 0, G_MAXINT, 0, read);
  properties[PROP_UNTIL] = g_param_spec_int ("until", NULL, NULL, 0, G_MAXINT, 0, read);
  properties[PROP_TABLE_SHOWN] = g_param_spec_boolean ("table-shown", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ROW_PICKED] = g_signal_new ("row-picked", G_OBJECT_CLASS_TYPE (object_class), G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "chart.copy-picture", NULL, copy);
  gtk_widget_class_install_action (widget_class, "chart.copy-figures", NULL, copy);
  gtk_widget_class_install_action (widget_class, "chart.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "chart.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "chart.clear-stretch", NULL, clear_stretch);
  gtk_widget_class_install_action (widget_class, "chart.show-menu", NULL, on_menu_asked);
  gtk_widget_class_install_property_action (widget_class, "chart.toggle-table", "table-shown");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F8, 0, "chart.toggle-table", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "chart.show-menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "chart.show-menu", NULL);
}

static void
bl_chart_view_class_init (BlChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bl_chart_view_get_property;
  object_class->set_property = bl_chart_view_set_property;
  object_class->dispose = bl_chart_view_dispose;
  object_class->finalize = bl_chart_view_finalize;
  widget_class->grab_focus = bl_chart_view_grab_focus;
  widget_class->size_allocate = bl_chart_view_size_allocate;
  install_properties (object_class);
  install_actions (widget_class);
  g_type_ensure (BL_TYPE_CHART_CANVAS);
  g_type_ensure (BL_TYPE_CHART_TABLE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/chart-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BlChartView, menu);
  gtk_widget_class_bind_template_child (widget_class, BlChartView, head);
  gtk_widget_class_bind_template_child (widget_class, BlChartView, finding);
  gtk_widget_class_bind_template_child (widget_class, BlChartView, beside);
  gtk_widget_class_bind_template_child (widget_class, BlChartView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, BlChartView, sentence);
  gtk_widget_class_bind_template_child (widget_class, BlChartView, subtitle);
  gtk_widget_class_bind_template_child (widget_class, BlChartView, canvas);
  gtk_widget_class_bind_template_child (widget_class, BlChartView, stretch);
  gtk_widget_class_bind_template_child (widget_class, BlChartView, stretch_words);
  gtk_widget_class_bind_template_child (widget_class, BlChartView, doubt);
  gtk_widget_class_bind_template_child (widget_class, BlChartView, doubt_words);
  gtk_widget_class_bind_template_child (widget_class, BlChartView, source);
  gtk_widget_class_bind_template_child (widget_class, BlChartView, drawer);
  gtk_widget_class_bind_template_child (widget_class, BlChartView, table);
  gtk_widget_class_bind_template_callback (widget_class, on_canvas_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_stretch_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_table_picked);
  gtk_widget_class_set_css_name (widget_class, "chart-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bl_chart_view_init (BlChartView *self)
{
  GtkGesture *second = gtk_gesture_click_new ();

  self->parts = BL_CHART_PARTS_ALL;
  self->larger = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (second), GDK_BUTTON_SECONDARY);
  g_signal_connect (second, "pressed", G_CALLBACK (on_second_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), GTK_EVENT_CONTROLLER (second));
  bl_theme_connect (GTK_WIDGET (self), on_text_changed);
  on_text_changed (GTK_WIDGET (self));
  update_words (self);
  update_actions (self);
}

/* --- Public -------------------------------------------------------------------------------------- */

GtkWidget *
bl_chart_view_new (void)
{
  return g_object_new (BL_TYPE_CHART_VIEW, NULL);
}

/* The row of @chart that begins as the one picked does now. */
static int
find_like_picked (BlChartView *self, BlChart *chart)
{
  int picked = bl_chart_view_get_picked (self);
  const char *name;

  if (picked < 0 || chart == NULL || self->chart == NULL || self->chart->table->columns->len == 0
      || chart->table->columns->len == 0)
    return -1;
  name = bl_chart_table_get (self->chart->table, (guint) picked, 0)->text;
  for (guint i = 0; i < chart->table->rows->len; i++)
    if (g_strcmp0 (bl_chart_table_get (chart->table, i, 0)->text, name) == 0)
      return (int) i;
  return -1;
}

void
bl_chart_view_set_chart (BlChartView *self, BlChart *chart)
{
  int picked, before;
  gboolean has_time = chart != NULL && chart->kind == BL_CHART_SEASON;

  g_return_if_fail (BL_IS_CHART_VIEW (self));

  if (chart == self->chart)
    return;
  before = bl_chart_view_get_picked (self);
  picked = find_like_picked (self, chart);
  if (chart != NULL)
    bl_chart_ref (chart);
  g_clear_pointer (&self->chart, bl_chart_unref);
  self->chart = chart;
  bl_chart_canvas_pick (self->canvas, -1);
  bl_chart_table_view_pick (self->table, -1);
  bl_chart_canvas_set_chart (self->canvas, chart);
  bl_chart_table_view_set_chart (self->table, self->table_shown ? chart : NULL);
  for (guint i = 0; chart != NULL && i < chart->panels->len; i++)
    has_time = has_time || ((const BlChartPanel *) chart->panels->pdata[i])->x.kind == BL_SCALE_TIME;
  /* Of a series the newest is asked for first. */
  g_object_set (self->table, "newest-first", has_time, NULL);
  bl_chart_canvas_pick (self->canvas, picked);
  bl_chart_table_view_pick (self->table, picked);
  if (picked != before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PICKED]);
  update_words (self);
  update_actions (self);
  tell_stretch (self);
}

BlChart *
bl_chart_view_get_chart (BlChartView *self)
{
  g_return_val_if_fail (BL_IS_CHART_VIEW (self), NULL);
  return self->chart;
}

void
bl_chart_view_set_parts (BlChartView *self, BlChartParts parts)
{
  g_return_if_fail (BL_IS_CHART_VIEW (self));

  if (parts == self->parts)
    return;
  self->parts = parts;
  update_words (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PARTS]);
}

void
bl_chart_view_set_finding (BlChartView *self, const char *finding)
{
  g_return_if_fail (BL_IS_CHART_VIEW (self));

  if (g_strcmp0 (finding, self->own_finding) == 0)
    return;
  g_free (self->own_finding);
  self->own_finding = g_strdup (finding);
  update_words (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDING]);
}

void
bl_chart_view_set_beside (BlChartView *self, GtkWidget *widget)
{
  g_return_if_fail (BL_IS_CHART_VIEW (self));

  adw_bin_set_child (self->beside, widget);
  update_words (self);
}

void
bl_chart_view_pick (BlChartView *self, int row)
{
  g_return_if_fail (BL_IS_CHART_VIEW (self));

  if (row == bl_chart_view_get_picked (self))
    return;
  bl_chart_canvas_pick (self->canvas, row);
  bl_chart_table_view_pick (self->table, row);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PICKED]);
}

int
bl_chart_view_get_picked (BlChartView *self)
{
  g_return_val_if_fail (BL_IS_CHART_VIEW (self), -1);
  return bl_chart_canvas_get_picked (self->canvas);
}

void
bl_chart_view_set_stretch (BlChartView *self, int from, int until)
{
  g_return_if_fail (BL_IS_CHART_VIEW (self));
  g_return_if_fail (from >= 0 && until >= from);

  bl_chart_canvas_set_stretch (self->canvas, (guint32) from, (guint32) until);
  tell_stretch (self);
}

gboolean
bl_chart_view_get_stretch (BlChartView *self, int *from, int *until)
{
  g_return_val_if_fail (BL_IS_CHART_VIEW (self), FALSE);

  *from = self->from;
  *until = self->until;
  return self->until > 0;
}

char *
bl_chart_view_get_stretch_sentence (BlChartView *self)
{
  g_return_val_if_fail (BL_IS_CHART_VIEW (self), NULL);
  return bl_chart_canvas_get_stretch_sentence (self->canvas);
}

void
bl_chart_view_set_table_shown (BlChartView *self, gboolean shown)
{
  g_return_if_fail (BL_IS_CHART_VIEW (self));

  shown = shown != FALSE;
  if (shown == self->table_shown)
    return;
  self->table_shown = shown;
  /* A table nobody sees is not made. */
  bl_chart_table_view_set_chart (self->table, shown ? self->chart : NULL);
  bl_chart_table_view_pick (self->table, shown ? bl_chart_view_get_picked (self) : -1);
  gtk_widget_set_visible (self->drawer, shown);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TABLE_SHOWN]);
}

gboolean
bl_chart_view_get_table_shown (BlChartView *self)
{
  g_return_val_if_fail (BL_IS_CHART_VIEW (self), FALSE);
  return self->table_shown;
}
