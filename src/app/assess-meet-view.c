/* assess-meet-view.c: the meeting, led from a projector: characteristic by characteristic, disagreements first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-meet-view-private.h"

#include <glib/gi18n-lib.h>

#include "meet-edit.h"
#include "theme.h"

/* From this size of text on it is large already. */
#define LARGE 1.4
/* Of the spread, at the usual size of text, in pixels: what is agreed is to be seen below it. */
#define CHART_HEIGHT 206
#define SIDE_WIDTH 440

enum
{
  PROP_SESSION = 1,
  PROP_ASSESSMENT,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  CLOSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlAssessMeetView, bl_assess_meet_view, ADW_TYPE_BIN)

/* --- Where the meeting stands ---------------------------------------------------------- */

const BlAssessItem *
bl_assess_meet_view_get_item (BlAssessMeetView *self)
{
  return self->study != NULL && self->criterion != NULL ? bl_assess_study_find (self->study, self->criterion) : NULL;
}

static gboolean
has_part (BlAssessMeetView *self, int part)
{
  return self->study != NULL && part >= 0 && (guint) part < self->study->n_parts;
}

static gboolean
is_settled (const BlAssessItem *item)
{
  return item->agreed != NULL || item->set_aside;
}

/* The first of @part that is not settled, else the first, in the order of the meeting. */
static const char *
find_first (BlAssessMeetView *self, int part)
{
  g_autoptr (GArray) order = bl_assess_study_order (self->study, part);

  for (guint i = 0; i < order->len; i++)
    if (!is_settled (&self->study->items[g_array_index (order, guint, i)]))
      return self->study->items[g_array_index (order, guint, i)].item;
  return order->len > 0 ? self->study->items[g_array_index (order, guint, 0)].item : NULL;
}

/* Derived from what is agreed: anybody may go on, on any day and any machine. */
static int
find_part (BlAssessMeetView *self)
{
  if (self->study->n_agreed == 0)
    return -1;
  for (guint i = 0; i < self->study->n_parts; i++)
    if (!self->study->parts[i].complete)
      return (int) i;
  return (int) self->study->n_parts;
}

/* The cycle a characteristic is taken up by: on the short route that of a wide gap. */
static BlScript *
find_cycle (BlAssessMeetView *self)
{
  BlScript *cycle = self->study->short_route ? bl_framework_find_script (self->study->framework, "cycle-8") : NULL;

  return cycle != NULL ? cycle : bl_framework_find_script (self->study->framework, "cycle-12");
}

static void
forget (BlAssessMeetView *self)
{
  g_clear_pointer (&self->timetable, bl_timetable_free);
  g_clear_pointer (&self->study, bl_assess_study_free);
  self->cycle = NULL;
}

static void
work_out (BlAssessMeetView *self)
{
  forget (self);
  if (self->assessment == NULL || bl_record_get_parent (BL_RECORD (self->assessment)) == NULL)
    return;
  self->study = bl_assess_study_new (bl_session_get_project (self->session), self->assessment);
  if (self->study->framework == NULL)
    return;
  self->timetable = bl_timetable_new (self->study->framework, self->assessment);
  self->cycle = find_cycle (self);
  /* The criterion may have gone with another version of the framework. */
  self->part = CLAMP (self->part, -1, (int) self->study->n_parts);
  if (has_part (self, self->part) && bl_assess_meet_view_get_item (self) == NULL)
    {
      g_free (self->criterion);
      self->criterion = g_strdup (find_first (self, self->part));
    }
}

/* The seconds the document has of the part in front. */
static guint
get_kept (BlAssessMeetView *self)
{
  BlDiscussion *discussion = has_part (self, self->part)
                                 ? bl_meet_find_discussion (self->assessment, self->study->parts[self->part].item)
                                 : NULL;
  gint64 seconds = 0;

  if (discussion != NULL)
    bl_record_get_integer (BL_RECORD (discussion), "seconds", &seconds);
  return (guint) CLAMP (seconds, 0, 24 * 3600);
}

void
bl_assess_meet_view_keep_time (BlAssessMeetView *self)
{
  guint spent = bl_meet_timer_get_elapsed (self->timer), more = spent > self->kept ? spent - self->kept : 0;

  if (!has_part (self, self->part) || more == 0)
    return;
  self->kept = spent;
  bl_meet_edit_keep_time (self->session, self->assessment, self->study->parts[self->part].item, more);
}

static void
flush (BlAssessMeetView *self)
{
  bl_meet_text_flush (self->now);
  bl_meet_text_flush (self->planned);
  bl_meet_text_flush (self->notes);
}

static void
show_criterion (BlAssessMeetView *self, const char *criterion)
{
  g_free (self->criterion);
  self->criterion = g_strdup (criterion);
  self->prompt = 0;
  gtk_expander_set_expanded (self->reasons, FALSE);
}

void
bl_assess_meet_view_go (BlAssessMeetView *self, int part, const char *criterion)
{
  g_autofree char *wanted = g_strdup (criterion);
  gboolean other = part != self->part;

  if (self->study == NULL || self->study->framework == NULL)
    return;
  if (other)
    {
      flush (self);
      bl_assess_meet_view_keep_time (self);
    }
  self->part = CLAMP (part, -1, (int) self->study->n_parts);
  show_criterion (self, !has_part (self, self->part) ? NULL : wanted != NULL ? wanted : find_first (self, self->part));
  if (other)
    {
      self->kept = get_kept (self);
      self->step = 0;
      self->step_began = self->kept;
      bl_meet_timer_set_whole (self->timer, bl_assess_meet_view_get_minutes (self, self->part) * 60, self->kept);
    }
  bl_assess_meet_view_refresh (self);
}

static void
begin (BlAssessMeetView *self)
{
  self->begun = self->study != NULL && self->study->framework != NULL;
  if (!self->begun)
    return;
  self->part = G_MININT; /* any is another one */
  bl_assess_meet_view_go (self, find_part (self), NULL);
}

static void
on_project_changed (BlAssessMeetView *self)
{
  work_out (self);
  if (!self->begun)
    begin (self);
  /* Somebody may have undone the time that was noted. */
  self->kept = MIN (self->kept, bl_meet_timer_get_elapsed (self->timer));
  bl_assess_meet_view_refresh (self);
}

/* --- Actions ----------------------------------------------------------------------------- */

static void
step_through (BlAssessMeetView *self, int by)
{
  g_autoptr (GArray) order = has_part (self, self->part) ? bl_assess_study_order (self->study, self->part) : NULL;

  for (guint i = 0; order != NULL && i < order->len; i++)
    if (g_strcmp0 (self->study->items[g_array_index (order, guint, i)].item, self->criterion) == 0)
      {
        int next = (int) i + by;

        if (next < 0 || (guint) next >= order->len)
          break;
        bl_assess_meet_view_go (self, self->part, self->study->items[g_array_index (order, guint, next)].item);
        return;
      }
  bl_assess_meet_view_go (self, self->part + by, NULL);
}

static void
move (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlAssessMeetView *self = BL_ASSESS_MEET_VIEW (widget);

  if (self->study == NULL || self->study->framework == NULL)
    return;
  if (g_str_equal (name, "meet.next") && self->part >= (int) self->study->n_parts)
    gtk_widget_activate_action (widget, "meet.close", NULL);
  else if (g_str_equal (name, "meet.next"))
    step_through (self, 1);
  else if (g_str_equal (name, "meet.previous"))
    step_through (self, -1);
  else
    bl_assess_meet_view_go (self, self->part + (g_str_equal (name, "meet.next-part") ? 1 : -1), NULL);
}

static void
step (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlAssessMeetView *self = BL_ASSESS_MEET_VIEW (widget);
  GListModel *entries = self->cycle != NULL ? bl_record_get_list (BL_RECORD (self->cycle), "entries") : NULL;
  guint n = entries != NULL ? g_list_model_get_n_items (entries) : 0;

  if (g_str_equal (name, "meet.next-step") && self->step + 1 < n)
    self->step++;
  else if (g_str_equal (name, "meet.previous-step") && self->step > 0)
    self->step--;
  else
    return;
  self->step_began = bl_meet_timer_get_elapsed (self->timer);
  bl_assess_meet_view_show_step (self);
}

static void
run_clock (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlAssessMeetView *self = BL_ASSESS_MEET_VIEW (widget);

  if (!has_part (self, self->part))
    return;
  if (g_str_equal (name, "meet.pause"))
    bl_meet_timer_set_running (self->timer, !bl_meet_timer_get_running (self->timer));
  else
    bl_meet_timer_add_minute (self->timer);
}

static void
show_more (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlAssessMeetView *self = BL_ASSESS_MEET_VIEW (widget);

  if (g_str_equal (name, "meet.prompt"))
    {
      self->prompt++;
      bl_assess_meet_view_show_prompt (self);
    }
  else if (g_str_equal (name, "meet.say"))
    gtk_toggle_button_set_active (self->say_button, !gtk_toggle_button_get_active (self->say_button));
  else if (gtk_widget_get_visible (GTK_WIDGET (self->reasons)))
    gtk_expander_set_expanded (self->reasons, !gtk_expander_get_expanded (self->reasons));
}

static void
ask (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const struct
  {
    const char *name;
    void (*ask) (BlAssessMeetView *self);
  } asked[] = {
    { "meet.set-aside", bl_assess_meet_view_ask_set_aside },
    { "meet.park", bl_assess_meet_view_ask_park },
    { "meet.dissent", bl_assess_meet_view_ask_dissent },
    { "meet.again", bl_assess_meet_view_ask_again },
  };

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    if (g_str_equal (asked[i].name, name))
      asked[i].ask (BL_ASSESS_MEET_VIEW (widget));
}

static void
help (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_assess_meet_view_help (BL_ASSESS_MEET_VIEW (widget), g_str_equal (name, "meet.parking") ? "parking" : "difficult");
}

static void
confirm (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlAssessMeetView *self = BL_ASSESS_MEET_VIEW (widget);

  if (has_part (self, self->part))
    bl_meet_edit_confirm (self->session, self->study, (guint) self->part);
}

static void
fill_screen (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (!GTK_IS_WINDOW (root))
    return;
  if (gtk_window_is_fullscreen (GTK_WINDOW (root)))
    gtk_window_unfullscreen (GTK_WINDOW (root));
  else
    gtk_window_fullscreen (GTK_WINDOW (root));
}

static void
lead_elsewhere (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlAssessMeetView *self = BL_ASSESS_MEET_VIEW (widget);

  flush (self);
  bl_assess_meet_view_keep_time (self);
  if (g_str_equal (name, "meet.show-results"))
    gtk_widget_activate_action (widget, "assess.show", "s", "results");
  else
    gtk_widget_activate_action (widget, "win.show-indicators", NULL);
}

static void
close_meeting (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlAssessMeetView *self = BL_ASSESS_MEET_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  flush (self);
  bl_assess_meet_view_keep_time (self);
  bl_meet_timer_set_running (self->timer, FALSE);
  if (GTK_IS_WINDOW (root) && gtk_window_is_fullscreen (GTK_WINDOW (root)))
    gtk_window_unfullscreen (GTK_WINDOW (root));
  g_signal_emit (self, signals[CLOSED], 0);
}

/* --- Callbacks ------------------------------------------------------------------------------ */

static void
on_say_toggled (BlAssessMeetView *self)
{
  bl_assess_meet_view_show_step (self);
}

static void
on_none_toggled (BlAssessMeetView *self)
{
  const BlAssessItem *item = bl_assess_meet_view_get_item (self);

  if (!self->showing && item != NULL && gtk_toggle_button_get_active (self->none_button))
    bl_meet_edit_agree (self->session, self->assessment, item, NULL);
}

static void
on_reasons_expanded (BlAssessMeetView *self)
{
  if (self->study != NULL && has_part (self, self->part))
    bl_assess_meet_view_refresh (self);
}

static void
on_criterion_activated (BlAssessMeetView *self, GtkListBoxRow *row)
{
  bl_assess_meet_view_go (self, self->part, g_object_get_data (G_OBJECT (row), "criterion"));
}

static void
on_clock_stopped (BlAssessMeetView *self)
{
  if (!bl_meet_timer_get_running (self->timer))
    bl_assess_meet_view_keep_time (self);
}

static void
size_side (BlAssessMeetView *self)
{
  int width = bl_adaptive_bin_get_narrow (self->bin) ? G_MAXINT : (int) (SIDE_WIDTH * bl_theme_get_text_scale (GTK_WIDGET (self)));

  adw_clamp_set_maximum_size (self->side, width);
  adw_clamp_set_tightening_threshold (self->side, width);
}

/* Side by side where there is room, else one below the other. */
static void
on_narrow_changed (BlAssessMeetView *self)
{
  GtkOrientation orientation = bl_adaptive_bin_get_narrow (self->bin) ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->findings), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->flipchart), orientation);
  size_side (self);
}

/* With large text in a small window buttons stand one below the other. */
static void
on_tight_changed (BlAssessMeetView *self)
{
  GtkOrientation orientation = bl_adaptive_bin_get_tight (self->bin) ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->top_row), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->script_row), orientation);
  /* The parking place is in "Help me" too. */
  gtk_widget_set_visible (self->kept_label, orientation == GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (self->parking_button, orientation == GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->agree_box), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->ask_box), orientation);
}

static void
on_text_changed (GtkWidget *widget)
{
  gtk_widget_set_size_request (GTK_WIDGET (BL_ASSESS_MEET_VIEW (widget)->canvas), -1,
                               (int) (CHART_HEIGHT * bl_theme_get_text_scale (widget)));
  size_side (BL_ASSESS_MEET_VIEW (widget));
  if (bl_theme_get_text_scale (widget) >= LARGE)
    gtk_widget_add_css_class (widget, "large-text");
  else
    gtk_widget_remove_css_class (widget, "large-text");
}

/* Not on the button that leaves: Space is for the clock. */
static void
on_mapped (BlAssessMeetView *self)
{
  if (has_part (self, self->part))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
}

/* Space and Return are the focused widget's, where it does something with them. */
static gboolean
takes_space (GtkWidget *focus)
{
  return GTK_IS_BUTTON (focus) || GTK_IS_LIST_BOX_ROW (focus) || GTK_IS_EXPANDER (focus) || GTK_IS_SWITCH (focus);
}

static gboolean
agree_by_key (BlAssessMeetView *self, guint key)
{
  const BlAssessItem *item = bl_assess_meet_view_get_item (self);
  guint number = key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9 ? key - GDK_KEY_KP_0 : key - GDK_KEY_0;

  if (number > 9 || item == NULL || number > self->study->levels->len)
    return FALSE;
  bl_meet_edit_agree (self->session, self->assessment, item,
                      number > 0 ? g_ptr_array_index (self->study->levels, number - 1) : NULL);
  return TRUE;
}

static gboolean
on_key_pressed (BlAssessMeetView *self, guint key, guint code, GdkModifierType state)
{
  static const struct
  {
    guint key;
    gboolean control;
    const char *action;
    gboolean while_writing;
  } keys[] = {
    { GDK_KEY_Page_Down, FALSE, "meet.next", TRUE },
    { GDK_KEY_KP_Page_Down, FALSE, "meet.next", TRUE },
    { GDK_KEY_Page_Up, FALSE, "meet.previous", TRUE },
    { GDK_KEY_KP_Page_Up, FALSE, "meet.previous", TRUE },
    { GDK_KEY_Page_Down, TRUE, "meet.next-part", TRUE },
    { GDK_KEY_Page_Up, TRUE, "meet.previous-part", TRUE },
    { GDK_KEY_F1, FALSE, "meet.help", TRUE },
    { GDK_KEY_F11, FALSE, "meet.fullscreen", TRUE },
    { GDK_KEY_space, FALSE, "meet.pause", FALSE },
    { GDK_KEY_p, FALSE, "meet.pause", FALSE },
    { GDK_KEY_plus, FALSE, "meet.add-minute", FALSE },
    { GDK_KEY_KP_Add, FALSE, "meet.add-minute", FALSE },
    { GDK_KEY_n, FALSE, "meet.prompt", FALSE },
    { GDK_KEY_s, FALSE, "meet.say", FALSE },
    { GDK_KEY_comma, FALSE, "meet.previous-step", FALSE },
    { GDK_KEY_period, FALSE, "meet.next-step", FALSE },
    { GDK_KEY_r, FALSE, "meet.reasons", FALSE },
    { GDK_KEY_a, FALSE, "meet.again", FALSE },
    { GDK_KEY_d, FALSE, "meet.dissent", FALSE },
    { GDK_KEY_c, FALSE, "meet.confirm", FALSE },
    { GDK_KEY_k, FALSE, "meet.parking", FALSE },
  };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean writing = GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus), control = (state & GDK_CONTROL_MASK) != 0;

  if (state & (GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Escape && !control && GTK_IS_WINDOW (root) && gtk_window_is_fullscreen (GTK_WINDOW (root)))
    {
      gtk_window_unfullscreen (GTK_WINDOW (root));
      return GDK_EVENT_STOP;
    }
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == gdk_keyval_to_lower (key) && keys[i].control == control && (keys[i].while_writing || !writing)
        && !(key == GDK_KEY_space && focus != NULL && takes_space (focus)))
      {
        gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
        return GDK_EVENT_STOP;
      }
  return !writing && !control && agree_by_key (self, key) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* --- Overrides ---------------------------------------------------------------------------------- */

static void
bl_assess_meet_view_constructed (GObject *object)
{
  BlAssessMeetView *self = BL_ASSESS_MEET_VIEW (object);

  G_OBJECT_CLASS (bl_assess_meet_view_parent_class)->constructed (object);
  bl_meet_findings_set_session (self->strengths, self->session);
  bl_meet_findings_set_session (self->areas, self->session);
  bl_meet_timer_set_clock (self->timer, bl_context_get_clock (bl_session_get_context (self->session)));
  g_signal_connect_object (bl_session_get_project (self->session), "changed", G_CALLBACK (on_project_changed), self,
                           G_CONNECT_SWAPPED);
  bl_assess_meet_view_refresh (self);
}

static void
bl_assess_meet_view_dispose (GObject *object)
{
  BlAssessMeetView *self = BL_ASSESS_MEET_VIEW (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (bl_session_get_project (self->session), self);
  forget (self);
  g_clear_object (&self->assessment);
  g_clear_object (&self->session);
  g_clear_pointer (&self->criterion, g_free);
  g_clear_pointer (&self->evidence_of, g_free);
  G_OBJECT_CLASS (bl_assess_meet_view_parent_class)->dispose (object);
}

static void
bl_assess_meet_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlAssessMeetView *self = BL_ASSESS_MEET_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_ASSESSMENT:
      g_value_set_object (value, self->assessment);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_assess_meet_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlAssessMeetView *self = BL_ASSESS_MEET_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_ASSESSMENT:
      if (self->assessment == g_value_get_object (value))
        break;
      if (self->assessment != NULL && self->study != NULL)
        {
          flush (self);
          bl_assess_meet_view_keep_time (self);
        }
      g_set_object (&self->assessment, g_value_get_object (value));
      bl_meet_timer_set_running (self->timer, FALSE);
      g_clear_pointer (&self->criterion, g_free);
      work_out (self);
      begin (self);
      bl_assess_meet_view_refresh (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "meet.next", move },
    { "meet.previous", move },
    { "meet.next-part", move },
    { "meet.previous-part", move },
    { "meet.next-step", step },
    { "meet.previous-step", step },
    { "meet.pause", run_clock },
    { "meet.add-minute", run_clock },
    { "meet.prompt", show_more },
    { "meet.say", show_more },
    { "meet.reasons", show_more },
    { "meet.set-aside", ask },
    { "meet.park", ask },
    { "meet.dissent", ask },
    { "meet.again", ask },
    { "meet.confirm", confirm },
    { "meet.parking", help },
    { "meet.help", help },
    { "meet.fullscreen", fill_screen },
    { "meet.show-results", lead_elsewhere },
    { "meet.show-evidence", lead_elsewhere },
    { "meet.close", close_meeting },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, BlAssessMeetView, name)
  BIND (bin);
  BIND (title);
  BIND (stack);
  BIND (columns);
  BIND (findings);
  BIND (flipchart);
  BIND (agree_box);
  BIND (top_row);
  BIND (script_row);
  BIND (side);
  BIND (kept_label);
  BIND (parking_button);
  BIND (ask_box);
  BIND (levels);
  BIND (strip);
  BIND (step_label);
  BIND (do_label);
  BIND (say_label);
  BIND (statement);
  BIND (question);
  BIND (sentence);
  BIND (prompt_pill);
  BIND (prompt_label);
  BIND (not_sure);
  BIND (agree_words);
  BIND (suggestion);
  BIND (evidence);
  BIND (written);
  BIND (names_note);
  BIND (results_line);
  BIND (restart_words);
  BIND (say_button);
  BIND (none_button);
  BIND (say_revealer);
  BIND (reasons);
  BIND (reason_rows);
  BIND (dissents);
  BIND (criteria);
  BIND (opening_rows);
  BIND (closing_rows);
  BIND (closing_missing);
  BIND (confirm_button);
  BIND (next_button);
  BIND (show_button);
  BIND (fullscreen_button);
  BIND (evidence_box);
  BIND (prompt_box);
  BIND (dissents_box);
  BIND (timer);
  BIND (canvas);
  BIND (strengths);
  BIND (areas);
  BIND (now);
  BIND (planned);
  BIND (notes);
#undef BIND
}

static void
bl_assess_meet_view_class_init (BlAssessMeetViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bl_assess_meet_view_constructed;
  object_class->dispose = bl_assess_meet_view_dispose;
  object_class->get_property = bl_assess_meet_view_get_property;
  object_class->set_property = bl_assess_meet_view_set_property;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, BL_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ASSESSMENT]
      = g_param_spec_object ("assessment", NULL, NULL, BL_TYPE_ASSESSMENT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (BL_TYPE_ADAPTIVE_BIN);
  g_type_ensure (BL_TYPE_CHART_CANVAS);
  g_type_ensure (BL_TYPE_MEET_FINDINGS);
  g_type_ensure (BL_TYPE_MEET_TEXT);
  g_type_ensure (BL_TYPE_MEET_TIMER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/assess-meet-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_say_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_none_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_reasons_expanded);
  gtk_widget_class_bind_template_callback (widget_class, on_criterion_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_clock_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_tight_changed);
  gtk_widget_class_bind_template_callback (widget_class, bl_assess_meet_view_show_step);
  install_actions (widget_class);
}

static void
bl_assess_meet_view_init (BlAssessMeetView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->part = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (on_mapped), NULL);
  bl_theme_connect (GTK_WIDGET (self), on_text_changed);
  on_text_changed (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* --- Public ---------------------------------------------------------------------------------------- */

int
bl_assess_meet_view_get_part (BlAssessMeetView *self)
{
  g_return_val_if_fail (BL_IS_ASSESS_MEET_VIEW (self), -1);
  return self->part;
}

const char *
bl_assess_meet_view_get_criterion (BlAssessMeetView *self)
{
  g_return_val_if_fail (BL_IS_ASSESS_MEET_VIEW (self), NULL);
  return self->criterion;
}

gboolean
bl_assess_meet_view_show_criterion (BlAssessMeetView *self, const char *criterion)
{
  const BlAssessItem *item;

  g_return_val_if_fail (BL_IS_ASSESS_MEET_VIEW (self) && criterion != NULL, FALSE);
  item = self->study != NULL ? bl_assess_study_find (self->study, criterion) : NULL;
  for (guint i = 0; item != NULL && i < self->study->n_parts; i++)
    if (self->study->parts[i].record == (BlRecord *) item->characteristic)
      {
        bl_assess_meet_view_go (self, (int) i, criterion);
        return TRUE;
      }
  return FALSE;
}

BlMeetTimer *
bl_assess_meet_view_get_timer (BlAssessMeetView *self)
{
  g_return_val_if_fail (BL_IS_ASSESS_MEET_VIEW (self), NULL);
  return self->timer;
}
