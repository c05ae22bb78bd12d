/* day-editor.c: the opening hours of one day, typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "day-editor.h"

#include <glib/gi18n-lib.h>

#include "edit.h"

/* Typing has paused, milliseconds. */
#define PAUSE 700

struct _BlDayEditor
{
  GtkWidget parent;
  guint day;
  BlSession *session;
  BlLibrary *library;
  gulong handler, class_handler;
  guint source;
  gboolean writing;
  GtkLabel *name, *state, *error;
  GtkBox *spans; /* of one box each: from, "to", to, buttons */
  GtkButton *add;
};

enum
{
  PROP_DAY = 1,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BlDayEditor, bl_day_editor, GTK_TYPE_WIDGET)

static void refresh (BlDayEditor *self);

static GtkWidget *
get_line (BlDayEditor *self, guint span)
{
  GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self->spans));

  while (line != NULL && span-- > 0)
    line = gtk_widget_get_next_sibling (line);
  return line;
}

static GtkEditable *
get_entry (GtkWidget *line, const char *which)
{
  return g_object_get_data (G_OBJECT (line), which);
}

/* What stands in the entries, as a file holds it. */
static char *
compose (BlDayEditor *self)
{
  GString *text = g_string_new (NULL);

  for (GtkWidget *line = get_line (self, 0); line != NULL; line = gtk_widget_get_next_sibling (line))
    g_string_append_printf (text, "%s%s-%s", text->len > 0 ? " " : "", gtk_editable_get_text (get_entry (line, "from")),
                            gtk_editable_get_text (get_entry (line, "to")));
  if (text->len == 0)
    g_string_append (text, "closed");
  return g_string_free (text, FALSE);
}

static void
set_error (BlDayEditor *self, const char *message)
{
  gtk_label_set_label (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

static void
write_text (BlDayEditor *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *clean = NULL;
  BlOpeningDay day;

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->library == NULL)
    return;
  if (!bl_opening_day_from_text (text, &day, &error))
    {
      set_error (self, error->message);
      return;
    }
  set_error (self, NULL);
  clean = bl_opening_day_to_text (&day);
  self->writing = TRUE;
  if (!bl_edit_set (self->session, BL_RECORD (self->library), bl_library_days[self->day], clean, &error))
    set_error (self, error->message);
  self->writing = FALSE;
}

static void
write_typed (BlDayEditor *self)
{
  g_autofree char *text = compose (self);

  write_text (self, text);
}

static gboolean
on_pause (gpointer data)
{
  BlDayEditor *self = data;

  self->source = 0;
  write_typed (self);
  return G_SOURCE_REMOVE;
}

static void
on_typed (BlDayEditor *self)
{
  if (self->writing)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (PAUSE, on_pause, self);
}

/* Entries show the clean form again ("9" is "09:00"). */
static void
on_left (BlDayEditor *self)
{
  if (self->library == NULL)
    return;
  if (self->source != 0)
    write_typed (self);
  bl_edit_end (self->session);
  if (bl_day_editor_get_error (self) == NULL)
    refresh (self);
}

static void
on_activated (BlDayEditor *self)
{
  if (self->source != 0)
    write_typed (self);
}

static void
on_remove (GtkButton *button, BlDayEditor *self)
{
  GtkWidget *line = gtk_widget_get_parent (GTK_WIDGET (button));
  guint span = 0;

  while ((line = gtk_widget_get_prev_sibling (line)) != NULL)
    span++;
  bl_day_editor_remove_span (self, span);
}

static GtkWidget *
make_entry (BlDayEditor *self, guint minutes, const char *label)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *text = g_strdup_printf ("%02u:%02u", minutes / 60, minutes % 60);
  g_autofree char *name = g_strdup_printf ("%s, %s", bl_day_editor_get_name (self->day), label);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 5);
  gtk_widget_add_css_class (entry, "time");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (entry, name);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_typed), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_activated), self);
  return entry;
}

static GtkWidget *
make_line (BlDayEditor *self, guint from, guint to)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *first = make_entry (self, from, _ ("opens"));
  /* Translators: between two times: "10:00 to 17:00". */
  GtkWidget *word = gtk_label_new (_ ("to"));
  GtkWidget *last = make_entry (self, to, _ ("closes"));
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Take these hours off %s"), bl_day_editor_get_name (self->day));

  gtk_widget_add_css_class (word, "dim-label");
  gtk_widget_add_css_class (word, "small");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "hours-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (on_remove), self);
  gtk_box_append (GTK_BOX (line), first);
  gtk_box_append (GTK_BOX (line), word);
  gtk_box_append (GTK_BOX (line), last);
  gtk_box_append (GTK_BOX (line), button);
  g_object_set_data (G_OBJECT (line), "from", first);
  g_object_set_data (G_OBJECT (line), "to", last);
  return line;
}

/* "morning and afternoon (return)", "Closed", "Not known". */
static char *
describe_without_times (BlDayEditor *self, const char *text)
{
  const char *phrase = bl_library_get_day_class (self->library, self->day);
  gboolean morning, afternoon;

  if (text != NULL)
    return g_strdup (_ ("Closed"));
  if (phrase == NULL)
    return g_strdup (_ ("Not known"));
  if (!bl_opening_class_parts (phrase, &morning, &afternoon))
    return g_strdup (phrase);
  if (morning && afternoon)
    return g_strdup (_ ("Morning and afternoon"));
  if (!morning && !afternoon)
    return g_strdup (_ ("Closed"));
  return g_strdup (morning ? _ ("Morning only") : _ ("Afternoon only"));
}

static void
refresh (BlDayEditor *self)
{
  const char *text = self->library != NULL ? bl_library_get_day (self->library, self->day) : NULL;
  BlOpeningDay day = { 0 };
  GtkWidget *line;
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = compose (self), *state = NULL;

  set_error (self, NULL);
  if (text != NULL && !bl_opening_day_from_text (text, &day, &error))
    set_error (self, error->message);
  /* Leave the entry that has the focus where its text says the same. */
  if (day.n_spans == 0 || g_strcmp0 (shown, text) != 0)
    {
      while ((line = get_line (self, 0)) != NULL)
        gtk_box_remove (self->spans, line);
      for (guint i = 0; i < day.n_spans; i++)
        gtk_box_append (self->spans, make_line (self, day.spans[i].from, day.spans[i].to));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->spans), day.n_spans > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->state), day.n_spans == 0);
  if (self->library != NULL && day.n_spans == 0)
    state = describe_without_times (self, text);
  gtk_label_set_label (self->state, state != NULL ? state : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->state), state);
  if (day.n_spans == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->name), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->name), "dim-label");
}

static void
on_notify (BlDayEditor *self)
{
  if (self->writing)
    {
      GtkWidget *line = get_line (self, 0);

      /* Typed here: only what is beside the entries can have changed. */
      if (line != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self->spans)) != NULL)
        return;
    }
  refresh (self);
}

static void
bl_day_editor_dispose (GObject *object)
{
  BlDayEditor *self = BL_DAY_EDITOR (object);
  GtkWidget *child;

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->library != NULL)
    {
      g_clear_signal_handler (&self->handler, self->library);
      g_clear_signal_handler (&self->class_handler, self->library);
    }
  g_clear_object (&self->library);
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bl_day_editor_parent_class)->dispose (object);
}

static void
bl_day_editor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DAY:
      g_value_set_uint (value, BL_DAY_EDITOR (object)->day);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_day_editor_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlDayEditor *self = BL_DAY_EDITOR (object);

  switch (id)
    {
    case PROP_DAY:
      {
        g_autofree char *add = NULL;

        self->day = g_value_get_uint (value);
        add = g_strdup_printf (_ ("Add hours on %s"), bl_day_editor_get_name (self->day));
        gtk_label_set_label (self->name, bl_day_editor_get_name (self->day));
        gtk_widget_set_tooltip_text (GTK_WIDGET (self->add), add);
        gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
      }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_day_editor_class_init (BlDayEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bl_day_editor_dispose;
  object_class->get_property = bl_day_editor_get_property;
  object_class->set_property = bl_day_editor_set_property;
  properties[PROP_DAY]
      = g_param_spec_uint ("day", NULL, NULL, 0, 6, 0, G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/day-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BlDayEditor, name);
  gtk_widget_class_bind_template_child (widget_class, BlDayEditor, state);
  gtk_widget_class_bind_template_child (widget_class, BlDayEditor, error);
  gtk_widget_class_bind_template_child (widget_class, BlDayEditor, spans);
  gtk_widget_class_bind_template_child (widget_class, BlDayEditor, add);
  gtk_widget_class_bind_template_callback (widget_class, bl_day_editor_add_span);
}

static void
bl_day_editor_init (BlDayEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self->spans), focus);
}

void
bl_day_editor_set_library (BlDayEditor *self, BlSession *session, BlLibrary *library)
{
  const char *field;
  g_autofree char *detail = NULL, *class_detail = NULL;

  g_return_if_fail (BL_IS_DAY_EDITOR (self));

  /* What was typed last belongs to the library before. */
  if (self->source != 0 && self->library != NULL && bl_record_get_parent (BL_RECORD (self->library)) != NULL)
    write_typed (self);
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->library != NULL)
    {
      g_clear_signal_handler (&self->handler, self->library);
      g_clear_signal_handler (&self->class_handler, self->library);
    }
  g_set_object (&self->session, session);
  g_set_object (&self->library, library);
  if (library != NULL)
    {
      field = bl_library_days[self->day];
      detail = g_strconcat ("notify::", field, NULL);
      class_detail = g_strconcat ("notify::", field, "-class", NULL);
      self->handler = g_signal_connect_swapped (library, detail, G_CALLBACK (on_notify), self);
      self->class_handler = g_signal_connect_swapped (library, class_detail, G_CALLBACK (on_notify), self);
    }
  refresh (self);
}

const char *
bl_day_editor_get_name (guint day)
{
  static const char *const names[7]
      = { N_ ("Monday"), N_ ("Tuesday"), N_ ("Wednesday"), N_ ("Thursday"), N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday") };

  g_return_val_if_fail (day < 7, "");
  return _ (names[day]);
}

void
bl_day_editor_add_span (BlDayEditor *self)
{
  g_autofree char *typed = NULL, *text = NULL;
  BlOpeningDay day;

  g_return_if_fail (BL_IS_DAY_EDITOR (self));

  if (self->library == NULL)
    return;
  typed = compose (self);
  if (!bl_opening_day_from_text (typed, &day, NULL))
    {
      write_text (self, typed); /* says what is to be mended first */
      return;
    }
  if (day.n_spans == BL_OPENING_MAX_SPANS)
    return;
  /* After a break of an hour, where the day is long enough for one. */
  if (day.n_spans > 0)
    {
      guint from = day.spans[day.n_spans - 1].to + 60;

      if (from + 60 > 24 * 60)
        return;
      day.spans[day.n_spans].from = from;
      day.spans[day.n_spans].to = MIN (from + 3 * 60, 24 * 60);
    }
  else
    {
      day.spans[0].from = 10 * 60;
      day.spans[0].to = 17 * 60;
    }
  day.n_spans++;
  text = bl_opening_day_to_text (&day);
  write_text (self, text);
  refresh (self);
  gtk_widget_grab_focus (GTK_WIDGET (get_entry (get_line (self, day.n_spans - 1), "from")));
}

void
bl_day_editor_remove_span (BlDayEditor *self, guint span)
{
  GtkWidget *line;

  g_return_if_fail (BL_IS_DAY_EDITOR (self));

  line = get_line (self, span);
  if (line == NULL || self->library == NULL)
    return;
  gtk_box_remove (self->spans, line);
  write_typed (self);
  if (bl_day_editor_get_error (self) == NULL)
    refresh (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->add));
}

void
bl_day_editor_type (BlDayEditor *self, guint span, const char *from, const char *to)
{
  GtkWidget *line;

  g_return_if_fail (BL_IS_DAY_EDITOR (self));

  line = get_line (self, span);
  if (line == NULL)
    return;
  gtk_editable_set_text (get_entry (line, "from"), from);
  gtk_editable_set_text (get_entry (line, "to"), to);
  write_typed (self);
}

const char *
bl_day_editor_get_error (BlDayEditor *self)
{
  const char *text;

  g_return_val_if_fail (BL_IS_DAY_EDITOR (self), NULL);
  text = gtk_label_get_label (self->error);
  return *text != '\0' ? text : NULL;
}
