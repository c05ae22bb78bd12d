/* library-editor.c: the pane in which a library is edited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-editor.h"

#include <glib/gi18n-lib.h>

#include "day-editor.h"
#include "edit.h"
#include "field-row.h"
#include "library-edit.h"
#include "library-facts.h"
#include "marker-image.h"
#include "signature-button.h"
#include "text.h"

struct _BlLibraryEditor
{
  AdwBin parent;
  BlSession *session;
  BlLibrary *library;
  gulong handler;
  gboolean showing; /* widgets are being set by us */
  GtkStack *stack;
  BlMarkerImage *marker;
  BlSignatureButton *signature;
  GtkLabel *title, *finding, *hours_total, *doubts, *source;
  GtkWidget *doubts_box, *scroller, *foot;
  AdwComboRow *run_by;
  AdwActionRow *statutory_row;
  GtkSwitch *statutory;
  BlFieldRow *name, *hours, *shared_with, *running_cost, *address, *postcode, *easting, *northing, *opened, *closed;
  BlDayEditor *monday, *tuesday, *wednesday, *thursday, *friday, *saturday, *sunday;
  GtkTextView *notes;
  guint notes_source;
};

G_DEFINE_FINAL_TYPE (BlLibraryEditor, bl_library_editor, ADW_TYPE_BIN)

enum
{
  CLOSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* Typing of notes has paused, milliseconds. */
#define PAUSE 700

static int
get_year (BlLibraryEditor *self)
{
  return bl_project_get_effective_year (bl_session_get_project (self->session));
}

/* --- Showing -------------------------------------------------------------- */

static void
show_head (BlLibraryEditor *self, const BlLibraryFacts *facts)
{
  g_autofree char *name = bl_record_describe (BL_RECORD (self->library));

  gtk_label_set_label (self->title, name);
  bl_marker_image_set_library (self->marker, self->library, facts->year);
  adw_combo_row_set_selected (self->run_by, facts->operation == BL_OPERATION_UNKNOWN ? BL_OPERATION_INDEPENDENT
                                                                                     : facts->operation - 1);
  gtk_switch_set_active (self->statutory, facts->statutory);
  gtk_widget_set_sensitive (GTK_WIDGET (self->statutory_row), facts->open);
}

/* "23,502 people live nearest, 85.2% of them within a mile". */
static void
show_finding (BlLibraryEditor *self, const BlLibraryFacts *facts)
{
  g_autofree char *people = bl_text_number (facts->people, 0), *mile = NULL, *text = NULL;

  if (!facts->open)
    text = bl_library_facts_closed_text (facts, self->library);
  else if (!facts->located)
    text = g_strdup (_ ("Not on the map: it has no grid reference"));
  else if (facts->people_known && facts->people > 0)
    {
      mile = bl_text_percent (100 * facts->within_mile / facts->people);
      text = g_strdup_printf (_ ("%s people live nearest to it, %s of them within a mile"), people, mile);
    }
  else if (facts->people_known)
    text = g_strdup (_ ("Another library is nearer to everyone"));
  gtk_label_set_label (self->finding, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->finding), text != NULL);
}

static void
show_hours (BlLibraryEditor *self, const BlLibraryFacts *facts)
{
  g_autofree char *hours = bl_text_from_double (facts->hours), *text = NULL;
  g_autoptr (GPtrArray) doubts = bl_library_facts_doubts (self->library);
  g_autofree char *joined = NULL;

  if (facts->hours_known)
    /* Translators: hours of opening. */
    text = g_strdup_printf (_ ("%s a week"), hours);
  gtk_label_set_label (self->hours_total, text != NULL ? text : _ ("not known"));
  gtk_widget_set_visible (self->doubts_box, doubts->len > 0);
  g_ptr_array_add (doubts, NULL);
  joined = g_strjoinv ("\n", (char **) doubts->pdata);
  gtk_label_set_label (self->doubts, joined);
}

static void
show_source (BlLibraryEditor *self)
{
  const char *source = bl_record_get_text (BL_RECORD (self->library), "source");
  const char *date = bl_record_get_text (BL_RECORD (self->library), "source-date");
  g_autofree char *text = NULL;

  if (source == NULL)
    text = g_strdup (_ ("Source: not known"));
  else if (date == NULL)
    text = g_strdup_printf (_ ("Source: %s"), source);
  else
    /* Translators: a source and its date. */
    text = g_strdup_printf (_ ("Source: %s, %s"), source, date);
  gtk_label_set_label (self->source, text);
}

static void
show_notes (BlLibraryEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->notes);
  const char *notes = bl_record_get_text (BL_RECORD (self->library), "notes");
  g_autofree char *shown = NULL;

  if (self->notes_source != 0)
    return;
  g_object_get (buffer, "text", &shown, NULL);
  if (g_strcmp0 (shown, notes != NULL ? notes : "") != 0)
    gtk_text_buffer_set_text (buffer, notes != NULL ? notes : "", -1);
}

/* What is not a field of its own. */
static void
refresh (BlLibraryEditor *self)
{
  BlLibraryFacts facts;

  if (self->library == NULL)
    return;
  self->showing = TRUE;
  bl_library_facts_read (&facts, self->session, self->library);
  show_head (self, &facts);
  show_finding (self, &facts);
  show_hours (self, &facts);
  show_source (self);
  show_notes (self);
  self->showing = FALSE;
}

static void
write_notes (BlLibraryEditor *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->notes_source, g_source_remove);
  g_object_get (gtk_text_view_get_buffer (self->notes), "text", &text, NULL);
  if (!bl_edit_set (self->session, BL_RECORD (self->library), "notes", text, &error))
    g_warning ("Notes were not taken: %s", error->message);
}

static void
set_library (BlLibraryEditor *self, BlLibrary *library)
{
  BlFieldRow *rows[] = { self->name,    self->hours,    self->shared_with, self->running_cost, self->address,
                         self->postcode, self->easting, self->northing,    self->opened,       self->closed };
  BlDayEditor *days[] = { self->monday, self->tuesday,  self->wednesday, self->thursday,
                          self->friday, self->saturday, self->sunday };

  if (self->library == library)
    return;
  if (self->notes_source != 0 && self->library != NULL && bl_record_get_parent (BL_RECORD (self->library)) != NULL)
    write_notes (self);
  g_clear_handle_id (&self->notes_source, g_source_remove);
  g_set_object (&self->library, library);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    bl_field_row_set_record (rows[i], self->session, BL_RECORD (library));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    bl_day_editor_set_library (days[i], self->session, library);
  bl_signature_button_set_record (self->signature, BL_RECORD (library),
                                  bl_context_get_clock (bl_session_get_context (self->session)));
  gtk_stack_set_visible_child_name (self->stack, library != NULL ? "library" : "none");
  refresh (self);
}

/* What is looked at only is read, not typed in. */
static void
allow_editing (BlLibraryEditor *self, gboolean editable)
{
  GtkWidget *parts[] = {
    GTK_WIDGET (self->name),      GTK_WIDGET (self->hours),    GTK_WIDGET (self->shared_with),
    GTK_WIDGET (self->running_cost), GTK_WIDGET (self->address), GTK_WIDGET (self->postcode),
    GTK_WIDGET (self->easting),   GTK_WIDGET (self->northing), GTK_WIDGET (self->opened),
    GTK_WIDGET (self->closed),    GTK_WIDGET (self->run_by),   GTK_WIDGET (self->statutory),
    GTK_WIDGET (self->monday),    GTK_WIDGET (self->tuesday),  GTK_WIDGET (self->wednesday),
    GTK_WIDGET (self->thursday),  GTK_WIDGET (self->friday),   GTK_WIDGET (self->saturday),
    GTK_WIDGET (self->sunday),
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_widget_set_sensitive (parts[i], editable);
  gtk_text_view_set_editable (self->notes, editable);
  gtk_widget_set_visible (self->foot, editable);
}

/* --- Callbacks ------------------------------------------------------------ */

static void
on_picked (BlLibraryEditor *self)
{
  const char *id = bl_session_get_library (self->session);
  BlRecord *record = id != NULL ? bl_project_find (bl_session_get_project (self->session), id) : NULL;

  set_library (self, BL_IS_LIBRARY (record) ? BL_LIBRARY (record) : NULL);
}

static void
on_run_by_changed (BlLibraryEditor *self)
{
  guint selected = adw_combo_row_get_selected (self->run_by);

  if (self->showing || self->library == NULL)
    return;
  bl_library_edit_set_operation (self->session, self->library,
                                 selected >= BL_OPERATION_INDEPENDENT ? BL_OPERATION_UNKNOWN : selected + 1);
}

static void
on_statutory_changed (BlLibraryEditor *self)
{
  if (!self->showing && self->library != NULL)
    bl_library_edit_set_statutory (self->session, self->library, gtk_switch_get_active (self->statutory));
}

static gboolean
on_notes_paused (gpointer data)
{
  BlLibraryEditor *self = data;

  self->notes_source = 0;
  if (self->library != NULL)
    write_notes (self);
  return G_SOURCE_REMOVE;
}

static void
on_notes_changed (BlLibraryEditor *self)
{
  if (self->showing || self->library == NULL)
    return;
  g_clear_handle_id (&self->notes_source, g_source_remove);
  self->notes_source = g_timeout_add (PAUSE, on_notes_paused, self);
}

static void
on_notes_left (BlLibraryEditor *self)
{
  if (self->library == NULL)
    return;
  if (self->notes_source != 0)
    write_notes (self);
  bl_edit_end (self->session);
}

static void
on_remove (BlLibraryEditor *self)
{
  if (self->library != NULL)
    bl_library_edit_remove (self->session, self->library);
}

static void
on_show_on_map (BlLibraryEditor *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-map", NULL);
}

static void
on_close (BlLibraryEditor *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

/* --- Overrides ------------------------------------------------------------ */

static void
bl_library_editor_dispose (GObject *object)
{
  BlLibraryEditor *self = BL_LIBRARY_EDITOR (object);

  g_clear_handle_id (&self->notes_source, g_source_remove);
  g_clear_object (&self->library);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_library_editor_parent_class)->dispose (object);
}

static void
bl_library_editor_class_init (BlLibraryEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_library_editor_dispose;
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  g_type_ensure (BL_TYPE_DAY_EDITOR);
  g_type_ensure (BL_TYPE_FIELD_ROW);
  g_type_ensure (BL_TYPE_MARKER_IMAGE);
  g_type_ensure (BL_TYPE_SIGNATURE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/library-editor.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, BlLibraryEditor, child)
  BIND (stack);
  BIND (marker);
  BIND (signature);
  BIND (title);
  BIND (finding);
  BIND (hours_total);
  BIND (doubts);
  BIND (doubts_box);
  BIND (scroller);
  BIND (foot);
  BIND (source);
  BIND (run_by);
  BIND (statutory_row);
  BIND (statutory);
  BIND (name);
  BIND (hours);
  BIND (shared_with);
  BIND (running_cost);
  BIND (address);
  BIND (postcode);
  BIND (easting);
  BIND (northing);
  BIND (opened);
  BIND (closed);
  BIND (monday);
  BIND (tuesday);
  BIND (wednesday);
  BIND (thursday);
  BIND (friday);
  BIND (saturday);
  BIND (sunday);
  BIND (notes);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_run_by_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_statutory_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_notes_left);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_bind_template_callback (widget_class, on_show_on_map);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
}

static void
bl_library_editor_init (BlLibraryEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->notes), "changed", G_CALLBACK (on_notes_changed), self,
                           G_CONNECT_SWAPPED);
}

void
bl_library_editor_set_session (BlLibraryEditor *self, BlSession *session)
{
  g_autofree char *closed = NULL;

  g_return_if_fail (BL_IS_LIBRARY_EDITOR (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  allow_editing (self, bl_session_get_editable (session));
  g_signal_connect_object (session, "notify::library", G_CALLBACK (on_picked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "facts-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  if (get_year (self) > 0)
    closed = g_strdup_printf (_ ("Not open in %d"), get_year (self));
  else
    closed = g_strdup (_ ("Not open"));
  {
    g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

    for (int i = BL_OPERATION_COUNCIL; i <= BL_OPERATION_INDEPENDENT; i++)
      gtk_string_list_append (list, _ (bl_operation_get_title (i)));
    gtk_string_list_append (list, closed);
    self->showing = TRUE;
    adw_combo_row_set_model (self->run_by, G_LIST_MODEL (list));
    self->showing = FALSE;
  }
  on_picked (self);
}

BlLibrary *
bl_library_editor_get_library (BlLibraryEditor *self)
{
  g_return_val_if_fail (BL_IS_LIBRARY_EDITOR (self), NULL);
  return self->library;
}

void
bl_library_editor_focus_cost (BlLibraryEditor *self)
{
  g_return_if_fail (BL_IS_LIBRARY_EDITOR (self));
  if (self->library != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->running_cost));
}

void
bl_library_editor_focus (BlLibraryEditor *self)
{
  g_return_if_fail (BL_IS_LIBRARY_EDITOR (self));
  if (self->library != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
