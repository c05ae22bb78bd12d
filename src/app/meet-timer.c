/* meet-timer.c: how long a characteristic may take, as a ring, a figure and words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "meet-timer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "theme.h"

/* At the usual size of text, in pixels. */
#define RING 124
#define THICK 8.0

struct _BlMeetTimer
{
  AdwBin parent;
  BlClock *clock;
  GDateTime *last; /* when it was looked at */
  guint whole, elapsed, source;
  gboolean running;
  GtkDrawingArea *ring;
  GtkLabel *figure, *of, *words;
  GtkButton *pause_button;
};

enum
{
  PROP_ELAPSED = 1,
  PROP_RUNNING,
  PROP_WHOLE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BlMeetTimer, bl_meet_timer, ADW_TYPE_BIN)

static void
set_source (cairo_t *cr, const BlColour *colour)
{
  cairo_set_source_rgba (cr, colour->r, colour->g, colour->b, colour->a);
}

/* What is left is dark and runs out; what is over is orange. */
static void
on_draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  BlMeetTimer *self = data;
  const BlPalette *palette = bl_theme_get_palette (GTK_WIDGET (self));
  double thick = THICK * bl_theme_get_text_scale (GTK_WIDGET (self)), radius = MIN (width, height) / 2.0 - thick / 2.0;
  gboolean over = self->elapsed >= self->whole;
  double left = over || self->whole == 0 ? 0 : 1.0 - (double) self->elapsed / self->whole;

  if (radius <= 0)
    return;
  cairo_set_line_width (cr, thick);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_arc (cr, width / 2.0, height / 2.0, radius, 0, 2 * G_PI);
  set_source (cr, over ? &palette->picked : &palette->unfocused_fill);
  cairo_stroke (cr);
  if (left <= 0)
    return;
  cairo_arc (cr, width / 2.0, height / 2.0, radius, -G_PI / 2, -G_PI / 2 + left * 2 * G_PI);
  set_source (cr, &palette->series[0]);
  cairo_stroke (cr);
}

static char *
say_minutes (guint seconds)
{
  guint minutes = (seconds + 59) / 60;

  return g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
}

static void
show (BlMeetTimer *self)
{
  guint over = self->elapsed > self->whole ? self->elapsed - self->whole : 0;
  guint shown = over > 0 ? over : self->whole - self->elapsed;
  g_autofree char *figure = g_strdup_printf ("%s%u:%02u", over > 0 ? "+" : "", shown / 60, shown % 60);
  /* Translators: below what is left of the time: "of 12 min". */
  g_autofree char *of = g_strdup_printf (_ ("of %u min"), (self->whole + 59) / 60);
  g_autofree char *minutes = say_minutes (self->whole), *words = NULL;

  if (self->elapsed >= self->whole && self->whole > 0)
    words = g_strdup (_ ("The time is out. Finish the thought, then move on."));
  else
    /* Translators: "6:40 left of 12 minutes". */
    words = g_strdup_printf (_ ("%s left of %s"), figure, minutes);
  gtk_label_set_label (self->figure, figure);
  gtk_label_set_label (self->of, of);
  gtk_label_set_label (self->words, self->running ? words : self->elapsed == 0 ? _ ("Space starts the clock") : _ ("The clock is stopped"));
  g_object_set_data_full (G_OBJECT (self), "words", g_steal_pointer (&words), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->ring), GTK_ACCESSIBLE_PROPERTY_LABEL, bl_meet_timer_get_words (self), -1);
  gtk_button_set_icon_name (self->pause_button,
                            self->running ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->pause_button), self->running ? _ ("Stop the clock (Space)") : _ ("Start the clock (Space)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pause_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->running ? _ ("Stop the clock") : _ ("Start the clock"), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self->ring));
}

/* --- Running ------------------------------------------------------------------------ */

static gboolean
on_second (gpointer data)
{
  BlMeetTimer *self = data;
  g_autoptr (GDateTime) now = bl_clock_now (self->clock);
  gint64 gone = self->last != NULL ? g_date_time_difference (now, self->last) / G_TIME_SPAN_SECOND : 0;

  /* A clock that was set is no time spent; what is less than a second waits for the next look. */
  if (gone < 0 || self->last == NULL)
    gone = 0;
  else if (gone == 0)
    return G_SOURCE_CONTINUE;
  g_clear_pointer (&self->last, g_date_time_unref);
  self->last = g_steal_pointer (&now);
  if (gone > 0)
    bl_meet_timer_pass (self, (guint) MIN (gone, 24 * 3600));
  return G_SOURCE_CONTINUE;
}

static void
update_source (BlMeetTimer *self)
{
  gboolean wanted = self->running && self->clock != NULL && gtk_widget_get_mapped (GTK_WIDGET (self));

  if (wanted == (self->source != 0))
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->last, g_date_time_unref);
  if (!wanted)
    return;
  self->last = bl_clock_now (self->clock);
  self->source = g_timeout_add (500, on_second, self);
}

static void
on_pause (BlMeetTimer *self)
{
  bl_meet_timer_set_running (self, !self->running);
}

static void
on_theme_changed (GtkWidget *widget)
{
  BlMeetTimer *self = BL_MEET_TIMER (widget);
  int size = (int) (RING * bl_theme_get_text_scale (widget));

  gtk_drawing_area_set_content_width (self->ring, size);
  gtk_drawing_area_set_content_height (self->ring, size);
  gtk_widget_queue_draw (GTK_WIDGET (self->ring));
}

static void
bl_meet_timer_dispose (GObject *object)
{
  BlMeetTimer *self = BL_MEET_TIMER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->last, g_date_time_unref);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (bl_meet_timer_parent_class)->dispose (object);
}

static void
bl_meet_timer_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlMeetTimer *self = BL_MEET_TIMER (object);

  switch (id)
    {
    case PROP_ELAPSED:
      g_value_set_uint (value, self->elapsed);
      break;
    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;
    case PROP_WHOLE:
      g_value_set_uint (value, self->whole);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_meet_timer_class_init (BlMeetTimerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = bl_meet_timer_dispose;
  object_class->get_property = bl_meet_timer_get_property;
  properties[PROP_ELAPSED] = g_param_spec_uint ("elapsed", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  properties[PROP_WHOLE] = g_param_spec_uint ("whole", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/meet-timer.ui");
  gtk_widget_class_bind_template_child (widget_class, BlMeetTimer, ring);
  gtk_widget_class_bind_template_child (widget_class, BlMeetTimer, figure);
  gtk_widget_class_bind_template_child (widget_class, BlMeetTimer, of);
  gtk_widget_class_bind_template_child (widget_class, BlMeetTimer, words);
  gtk_widget_class_bind_template_child (widget_class, BlMeetTimer, pause_button);
  gtk_widget_class_bind_template_callback (widget_class, on_pause);
  gtk_widget_class_bind_template_callback (widget_class, bl_meet_timer_add_minute);
}

static void
bl_meet_timer_init (BlMeetTimer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->ring, on_draw, self, NULL);
  bl_theme_connect (GTK_WIDGET (self), on_theme_changed);
  on_theme_changed (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (update_source), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (update_source), NULL);
  show (self);
}

/* --- Public ---------------------------------------------------------------------------- */

GtkWidget *
bl_meet_timer_new (void)
{
  return g_object_new (BL_TYPE_MEET_TIMER, NULL);
}

void
bl_meet_timer_set_clock (BlMeetTimer *self, BlClock *clock)
{
  g_return_if_fail (BL_IS_MEET_TIMER (self));
  g_set_object (&self->clock, clock);
  update_source (self);
}

void
bl_meet_timer_set_whole (BlMeetTimer *self, guint seconds, guint elapsed)
{
  g_return_if_fail (BL_IS_MEET_TIMER (self));
  self->whole = seconds;
  self->elapsed = elapsed;
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHOLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ELAPSED]);
}

void
bl_meet_timer_set_running (BlMeetTimer *self, gboolean running)
{
  g_return_if_fail (BL_IS_MEET_TIMER (self));
  if (self->running == running)
    return;
  self->running = running;
  update_source (self);
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

gboolean
bl_meet_timer_get_running (BlMeetTimer *self)
{
  g_return_val_if_fail (BL_IS_MEET_TIMER (self), FALSE);
  return self->running;
}

void
bl_meet_timer_add_minute (BlMeetTimer *self)
{
  g_return_if_fail (BL_IS_MEET_TIMER (self));
  self->whole += 60;
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHOLE]);
}

guint
bl_meet_timer_get_whole (BlMeetTimer *self)
{
  g_return_val_if_fail (BL_IS_MEET_TIMER (self), 0);
  return self->whole;
}

guint
bl_meet_timer_get_elapsed (BlMeetTimer *self)
{
  g_return_val_if_fail (BL_IS_MEET_TIMER (self), 0);
  return self->elapsed;
}

void
bl_meet_timer_pass (BlMeetTimer *self, guint seconds)
{
  g_return_if_fail (BL_IS_MEET_TIMER (self));
  self->elapsed += seconds;
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ELAPSED]);
}

const char *
bl_meet_timer_get_words (BlMeetTimer *self)
{
  g_return_val_if_fail (BL_IS_MEET_TIMER (self), NULL);
  return g_object_get_data (G_OBJECT (self), "words");
}
