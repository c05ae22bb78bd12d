/* briefing-slide-view.c: one slide of a briefing on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "briefing-slide-view.h"

#include <glib/gi18n-lib.h>

#include "adaptive-bin.h"
#include "chart-table-view.h"
#include "chart-view.h"
#include "reach-map.h"
#include "theme.h"

/* How much larger than in a page the words of a drawing are: 12 px become 17. */
#define LARGER 1.4
/* From this size of text on it is large already. */
#define LARGE 1.4
/* The legend of a scenario, at the usual size of text, and what is kept clear of it. */
#define KEY_WIDTH 240
#define GAP 12
/* As many letters as a line beside a drawing has. */
#define LINE 30
/* Width of the words beside a drawing, at the usual size of text. */
#define WORDS 420
#define ALL 10000

struct _BlBriefingSlideView
{
  AdwBin parent;
  BlBriefingSlide *slide;
  BlAdaptiveBin *bin;
  GtkLabel *title, *sentence, *doubt;
  AdwClamp *words_clamp;
  GtkBox *body, *words, *figures, *questions, *notes;
  GtkStack *stack;
  GtkWidget *questions_part, *notes_part, *key;
  AdwBin *drawing, *table_slot;
  GtkScrolledWindow *scroller;
  gboolean table_shown, notes_shown;
};

enum
{
  PROP_TABLE_SHOWN = 1,
  PROP_NOTES_SHOWN,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BlBriefingSlideView, bl_briefing_slide_view, ADW_TYPE_BIN)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static GtkWidget *
make_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE);
  gtk_widget_add_css_class (label, class);
  return label;
}

/* By how much the words of drawings are larger than in a page. */
static double
get_larger (GtkWidget *widget)
{
  return bl_theme_get_text_scale (widget) >= LARGE ? 1 : LARGER;
}

/* --- The drawing ------------------------------------------------------------------------ */

static void
draw_map (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const BlBriefingSlide *slide = data;

  bl_map_picture_paint (cr, width, height, &slide->map->picture,
                        get_larger (GTK_WIDGET (area)) * bl_theme_get_text_scale (GTK_WIDGET (area)), bl_theme_get_palette (GTK_WIDGET (area)));
}

/* The part that changes, as large as it fits beside or above the legend. */
static void
draw_scenario (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const BlBriefingSlide *slide = data;
  const BlPalette *palette = bl_theme_get_palette (GTK_WIDGET (area));
  double scale = get_larger (GTK_WIDGET (area)) * bl_theme_get_text_scale (GTK_WIDGET (area));
  double legend_width = MIN (KEY_WIDTH * scale, width);
  double legend_height = bl_map_legend_paint (cr, 0, 0, legend_width, &slide->map->picture.legend, scale, NULL);
  double ratio = bl_scenario_picture_get_ratio (slide->picture);
  double beside = MIN (width - legend_width - GAP, height / ratio), above = MIN (width, (height - legend_height - GAP) / ratio);

  cairo_save (cr);
  if (beside >= above)
    {
      cairo_translate (cr, legend_width + GAP, 0);
      cairo_rectangle (cr, 0, 0, MAX (width - legend_width - GAP, 1), height);
      cairo_clip (cr);
      bl_scenario_picture_paint (slide->picture, cr, MAX (width - legend_width - GAP, 1), height, scale, palette);
    }
  else
    {
      cairo_rectangle (cr, 0, 0, width, MAX (height - legend_height - GAP, 1));
      cairo_clip (cr);
      bl_scenario_picture_paint (slide->picture, cr, width, MAX (height - legend_height - GAP, 1), scale, palette);
    }
  cairo_restore (cr);
  bl_map_legend_paint (cr, 0, height - legend_height, legend_width, &slide->map->picture.legend, scale, palette);
}

static GtkWidget *
make_map (BlBriefingSlideView *self)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), self->slide->picture != NULL ? draw_scenario : draw_map, bl_briefing_slide_ref (self->slide),
                                  (GDestroyNotify) bl_briefing_slide_unref);
  bl_theme_redraw_on_change (area);
  return area;
}

static void
fill_drawing (BlBriefingSlideView *self)
{
  GtkWidget *drawing = NULL;

  if (self->slide->map != NULL)
    drawing = make_map (self);
  else if (self->slide->facts != NULL)
    {
      drawing = g_object_new (BL_TYPE_REACH_MAP, NULL);
      bl_reach_map_set (BL_REACH_MAP (drawing), self->slide->facts, self->slide->access);
    }
  else if (self->slide->chart != NULL)
    {
      drawing = bl_chart_view_new ();
      bl_chart_view_set_parts (BL_CHART_VIEW (drawing), BL_CHART_PARTS_SUBTITLE);
      gtk_widget_add_css_class (drawing, "briefing-chart");
      g_object_set (drawing, "fill", TRUE, "larger", get_larger (drawing), NULL);
      bl_chart_view_set_chart (BL_CHART_VIEW (drawing), self->slide->chart);
    }
  if (drawing != NULL)
    {
      gtk_widget_set_hexpand (drawing, TRUE);
      gtk_widget_set_vexpand (drawing, TRUE);
    }
  adw_bin_set_child (self->drawing, drawing);
  gtk_widget_set_visible (self->key, self->slide->facts != NULL && self->slide->access != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->stack), drawing != NULL || self->slide->table != NULL);
}

static void
on_look_changed (GtkWidget *widget)
{
  GtkWidget *drawing = adw_bin_get_child (BL_BRIEFING_SLIDE_VIEW (widget)->drawing);

  if (drawing != NULL && BL_IS_CHART_VIEW (drawing))
    g_object_set (drawing, "larger", get_larger (widget), NULL);
}

/* Made when it is first asked for. */
static void
show_table (BlBriefingSlideView *self)
{
  gboolean shown = self->table_shown && self->slide->table != NULL;

  if (shown && adw_bin_get_child (self->table_slot) == NULL)
    {
      GtkWidget *table = bl_chart_table_view_new ();

      bl_chart_table_view_set_chart (BL_CHART_TABLE_VIEW (table), self->slide->table);
      gtk_widget_set_vexpand (table, TRUE);
      adw_bin_set_child (self->table_slot, table);
    }
  gtk_stack_set_visible_child_name (self->stack, shown || adw_bin_get_child (self->drawing) == NULL ? "table" : "drawing");
}

/* --- The words ---------------------------------------------------------------------------- */

static void
fill_figures (BlBriefingSlideView *self)
{
  for (guint i = 0; i < self->slide->figures->len; i++)
    {
      const BlBriefingFigure *figure = &g_array_index (self->slide->figures, BlBriefingFigure, i);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *number = make_label (figure->figure, "briefing-figure");

      if (figure->worse)
        gtk_widget_add_css_class (number, "bad-text");
      gtk_box_append (GTK_BOX (box), number);
      gtk_box_append (GTK_BOX (box), make_label (figure->words, "briefing-body"));
      gtk_box_append (self->figures, box);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->figures), self->slide->figures->len > 0);
}

static void
fill_questions (BlBriefingSlideView *self)
{
  for (guint i = 0; i < self->slide->questions->len; i++)
    {
      g_autofree char *words = g_strdup_printf ("%u  %s", i + 1, (const char *) g_ptr_array_index (self->slide->questions, i));

      gtk_box_append (self->questions, make_label (words, "briefing-body"));
    }
  gtk_widget_set_visible (self->questions_part, self->slide->questions->len > 0);
}

static void
fill_notes (BlBriefingSlideView *self)
{
  for (guint i = 0; i < self->slide->notes->len; i++)
    {
      const BlBriefingNote *note = &g_array_index (self->slide->notes, BlBriefingNote, i);

      gtk_box_append (self->notes, make_label (note->heading, "briefing-over"));
      gtk_box_append (self->notes, make_label (note->text, "briefing-note"));
    }
}

/* Nothing but a sentence goes with it, and that stands below: the chart has the whole width. */
static gboolean
is_chart_alone (BlBriefingSlideView *self)
{
  return self->slide != NULL && self->slide->chart != NULL && self->slide->figures->len == 0;
}

static void
on_narrow_changed (BlBriefingSlideView *self)
{
  gboolean narrow = bl_adaptive_bin_get_narrow (self->bin) || is_chart_alone (self);
  int wide;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->body),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (GTK_WIDGET (self->stack), -1, narrow ? 360 : 260);
  /* Beside a drawing as wide as its words are large, below it all there is. */
  wide = narrow ? ALL : (int) (WORDS * get_larger (GTK_WIDGET (self)) / LARGER * bl_theme_get_text_scale (GTK_WIDGET (self)));
  adw_clamp_set_maximum_size (self->words_clamp, wide);
  adw_clamp_set_tightening_threshold (self->words_clamp, wide);
  gtk_widget_set_hexpand (GTK_WIDGET (self->words_clamp), narrow);
}

static void
bl_briefing_slide_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlBriefingSlideView *self = BL_BRIEFING_SLIDE_VIEW (object);

  switch (id)
    {
    case PROP_TABLE_SHOWN:
      g_value_set_boolean (value, self->table_shown);
      break;
    case PROP_NOTES_SHOWN:
      g_value_set_boolean (value, self->notes_shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_briefing_slide_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlBriefingSlideView *self = BL_BRIEFING_SLIDE_VIEW (object);

  switch (id)
    {
    case PROP_TABLE_SHOWN:
      self->table_shown = g_value_get_boolean (value);
      if (self->slide != NULL)
        show_table (self);
      break;
    case PROP_NOTES_SHOWN:
      self->notes_shown = g_value_get_boolean (value);
      gtk_widget_set_visible (self->notes_part, self->notes_shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_briefing_slide_view_dispose (GObject *object)
{
  g_clear_pointer (&BL_BRIEFING_SLIDE_VIEW (object)->slide, bl_briefing_slide_unref);
  G_OBJECT_CLASS (bl_briefing_slide_view_parent_class)->dispose (object);
}

static void
bl_briefing_slide_view_class_init (BlBriefingSlideViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bl_briefing_slide_view_get_property;
  object_class->set_property = bl_briefing_slide_view_set_property;
  object_class->dispose = bl_briefing_slide_view_dispose;
  properties[PROP_TABLE_SHOWN] = g_param_spec_boolean ("table-shown", NULL, NULL, FALSE, flags);
  properties[PROP_NOTES_SHOWN] = g_param_spec_boolean ("notes-shown", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (BL_TYPE_ADAPTIVE_BIN);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/briefing-slide-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BlBriefingSlideView, bin);
  gtk_widget_class_bind_template_child (widget_class, BlBriefingSlideView, title);
  gtk_widget_class_bind_template_child (widget_class, BlBriefingSlideView, sentence);
  gtk_widget_class_bind_template_child (widget_class, BlBriefingSlideView, doubt);
  gtk_widget_class_bind_template_child (widget_class, BlBriefingSlideView, body);
  gtk_widget_class_bind_template_child (widget_class, BlBriefingSlideView, scroller);
  gtk_widget_class_bind_template_child (widget_class, BlBriefingSlideView, words);
  gtk_widget_class_bind_template_child (widget_class, BlBriefingSlideView, words_clamp);
  gtk_widget_class_bind_template_child (widget_class, BlBriefingSlideView, figures);
  gtk_widget_class_bind_template_child (widget_class, BlBriefingSlideView, questions);
  gtk_widget_class_bind_template_child (widget_class, BlBriefingSlideView, questions_part);
  gtk_widget_class_bind_template_child (widget_class, BlBriefingSlideView, notes);
  gtk_widget_class_bind_template_child (widget_class, BlBriefingSlideView, notes_part);
  gtk_widget_class_bind_template_child (widget_class, BlBriefingSlideView, stack);
  gtk_widget_class_bind_template_child (widget_class, BlBriefingSlideView, drawing);
  gtk_widget_class_bind_template_child (widget_class, BlBriefingSlideView, key);
  gtk_widget_class_bind_template_child (widget_class, BlBriefingSlideView, table_slot);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
}

static void
bl_briefing_slide_view_init (BlBriefingSlideView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bl_theme_connect (GTK_WIDGET (self), on_look_changed);
}

GtkWidget *
bl_briefing_slide_view_new (BlBriefingSlide *slide, guint number, guint n)
{
  BlBriefingSlideView *self = g_object_new (BL_TYPE_BRIEFING_SLIDE_VIEW, NULL);
  /* Translators: a slide: its finding, and which of how many it is. */
  g_autofree char *name = g_strdup_printf (_ ("%s, %u of %u"), slide->title, number, n);
  g_autofree char *said = bl_briefing_slide_say (slide);

  self->slide = bl_briefing_slide_ref (slide);
  show_text (self->title, slide->title);
  show_text (self->sentence, slide->sentence);
  show_text (self->doubt, slide->doubt);
  fill_figures (self);
  fill_questions (self);
  fill_notes (self);
  fill_drawing (self);
  show_table (self);
  if (is_chart_alone (self))
    gtk_label_set_max_width_chars (self->doubt, -1);
  gtk_widget_set_vexpand (GTK_WIDGET (self->doubt), !is_chart_alone (self));
  on_narrow_changed (self);
  /* A chart is the thing itself: its sentence stands above it, and the words beside only where there are any. */
  gtk_widget_set_visible (GTK_WIDGET (self->words_clamp), slide->figures->len > 0 || slide->questions->len > 0
                                                        || slide->doubt != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said, -1);
  return GTK_WIDGET (self);
}

gboolean
bl_briefing_slide_view_scroll (BlBriefingSlideView *self, int direction)
{
  GtkAdjustment *place;
  double before;

  g_return_val_if_fail (BL_IS_BRIEFING_SLIDE_VIEW (self), FALSE);

  place = gtk_scrolled_window_get_vadjustment (self->scroller);
  before = gtk_adjustment_get_value (place);
  gtk_adjustment_set_value (place, before + direction * gtk_adjustment_get_page_size (place) / 2);
  return gtk_adjustment_get_value (place) != before;
}

BlBriefingSlide *
bl_briefing_slide_view_get_slide (BlBriefingSlideView *self)
{
  g_return_val_if_fail (BL_IS_BRIEFING_SLIDE_VIEW (self), NULL);
  return self->slide;
}
