/* meet-findings.c: choosing two to four strengths, or areas for improvement, in the meeting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "meet-findings.h"

#include <glib/gi18n-lib.h>

#include "edit.h"
#include "meet-edit.h"
#include "meet-form.h"

struct _BlMeetFindings
{
  AdwBin parent;
  BlFindingSide side;
  BlSession *session;
  BlAssessment *assessment;
  char *item;
  GtkLabel *title, *pill, *hint, *put_forward_title;
  GtkListBox *agreed, *put_forward;
  AdwEntryRow *entry;
  GtkWidget *entry_list;
};

enum
{
  PROP_SIDE = 1,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BlMeetFindings, bl_meet_findings, ADW_TYPE_BIN)

static void refresh (BlMeetFindings *self);

static void
say (BlMeetFindings *self, const char *words, gboolean warning)
{
  gtk_label_set_label (self->hint, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), words != NULL);
  if (warning)
    gtk_widget_add_css_class (GTK_WIDGET (self->hint), "warn-box");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "warn-box");
}

/* --- Changing ---------------------------------------------------------------------- */

static void
on_written (BlMeetForm *form, BlMeetFindings *self)
{
  BlRecord *finding = g_object_get_data (G_OBJECT (form), "finding");
  g_autoptr (GError) error = NULL;
  const char *text = bl_meet_form_get_text (form, "text");

  if (text == NULL || *text == '\0')
    bl_meet_form_say (form, _ ("Write a whole sentence, or take it out of the list."));
  else if (!bl_edit_set (self->session, finding, "text", text, &error))
    bl_meet_form_say (form, error->message);
  else
    {
      bl_edit_end (self->session);
      gtk_window_destroy (GTK_WINDOW (form));
    }
}

static void
edit (BlMeetFindings *self, BlFinding *finding)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean strength = self->side == BL_FINDING_STRENGTH;
  GtkWidget *form;

  if (!bl_session_get_editable (self->session))
    return;
  form = bl_meet_form_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, strength ? _ ("Change a Strength") : _ ("Change an Area for Improvement"),
                           strength ? _ ("A whole sentence: “We …, and as a result people …”")
                                    : _ ("A whole sentence: “We do not yet …, and as a result people …”"),
                           NULL, _ ("_Keep"));
  bl_meet_form_add_text (BL_MEET_FORM (form), "text", strength ? _ ("Strength") : _ ("Area for improvement"),
                         bl_record_get_text (BL_RECORD (finding), "text"));
  g_object_set_data_full (G_OBJECT (form), "finding", g_object_ref (finding), g_object_unref);
  g_signal_connect_object (form, "answered", G_CALLBACK (on_written), self, 0);
  gtk_window_present (GTK_WINDOW (form));
}

static BlFinding *
get_finding (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  return row != NULL ? g_object_get_data (G_OBJECT (row), "finding") : NULL;
}

static void
on_row_activated (BlMeetFindings *self, GtkListBoxRow *row)
{
  edit (self, g_object_get_data (G_OBJECT (row), "finding"));
}

/* The row goes while its button is still being clicked. */
static void
on_up (GtkButton *button, BlMeetFindings *self)
{
  bl_meet_edit_move_finding (self->session, self->assessment, get_finding (GTK_WIDGET (button)), -1);
}

static void
on_down (GtkButton *button, BlMeetFindings *self)
{
  bl_meet_edit_move_finding (self->session, self->assessment, get_finding (GTK_WIDGET (button)), 1);
}

static void
on_remove (GtkButton *button, BlMeetFindings *self)
{
  bl_meet_edit_remove_finding (self->session, get_finding (GTK_WIDGET (button)));
}

static void
on_take (GtkButton *button, BlMeetFindings *self)
{
  g_autofree char *why_not = NULL;

  if (!bl_meet_edit_take_finding (self->session, self->assessment, get_finding (GTK_WIDGET (button)), &why_not) && why_not != NULL)
    say (self, why_not, TRUE);
}

static void
on_add (BlMeetFindings *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))), *why_not = NULL;

  if (self->assessment == NULL || self->item == NULL)
    return;
  if (bl_meet_edit_add_finding (self->session, self->assessment, self->item, self->side, text, &why_not))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else if (why_not != NULL)
    say (self, why_not, TRUE);
}

/* --- Showing ------------------------------------------------------------------------- */

static GtkWidget *
make_button (BlMeetFindings *self, const char *icon, const char *tip, const char *text, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  /* Translators: what a button does, and the sentence it does it to. */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), tip, text);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  return button;
}

static GtkWidget *
make_row (BlMeetFindings *self, BlFinding *finding, GtkWidget **box)
{
  GtkWidget *row = gtk_list_box_row_new (), *label = gtk_label_new (bl_record_get_text (BL_RECORD (finding), "text"));

  *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (*box), label);
  gtk_widget_add_css_class (*box, "meet-finding");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), *box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_label (GTK_LABEL (label)), -1);
  g_object_set_data_full (G_OBJECT (row), "finding", g_object_ref (finding), g_object_unref);
  return row;
}

static void
empty (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
show_agreed (BlMeetFindings *self, GPtrArray *agreed)
{
  gboolean editable = bl_session_get_editable (self->session);

  empty (self->agreed);
  for (guint i = 0; i < agreed->len; i++)
    {
      BlFinding *finding = g_ptr_array_index (agreed, i);
      const char *text = bl_record_get_text (BL_RECORD (finding), "text");
      GtkWidget *box, *row = make_row (self, finding, &box);

      if (editable)
        {
          if (i > 0)
            gtk_box_append (GTK_BOX (box), make_button (self, "go-up-symbolic", _ ("Move up"), text, G_CALLBACK (on_up)));
          else if (agreed->len > 1)
            gtk_box_append (GTK_BOX (box), make_button (self, "go-down-symbolic", _ ("Move down"), text, G_CALLBACK (on_down)));
          gtk_box_append (GTK_BOX (box), make_button (self, "edit-delete-symbolic", _ ("Remove"), text, G_CALLBACK (on_remove)));
        }
      gtk_list_box_append (self->agreed, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->agreed), agreed->len > 0);
}

/* With the name only where the member lets it be shown. */
static char *
get_name (BlMeetFindings *self, BlRecord *finding)
{
  const char *id = bl_record_get_text (finding, "member");
  BlRecord *member = id != NULL ? bl_project_find (bl_session_get_project (self->session), id) : NULL;
  gboolean named = FALSE;

  if (member == NULL || !bl_record_get_boolean (finding, "named", &named) || !named)
    return NULL;
  return g_strdup (bl_record_get_text (member, "name"));
}

static void
show_put_forward (BlMeetFindings *self, GPtrArray *others)
{
  empty (self->put_forward);
  for (guint i = 0; i < others->len; i++)
    {
      BlFinding *finding = g_ptr_array_index (others, i);
      g_autofree char *name = get_name (self, BL_RECORD (finding));
      GtkWidget *box, *row = make_row (self, finding, &box), *button = gtk_button_new_with_label (_ ("Take"));
      g_autofree char *words = g_strdup_printf (_ ("Take: %s"), bl_record_get_text (BL_RECORD (finding), "text"));

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      if (name != NULL)
        {
          GtkWidget *label = gtk_label_new (name);

          gtk_widget_add_css_class (label, "dim-label");
          gtk_box_append (GTK_BOX (box), label);
        }
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_sensitive (button, bl_session_get_editable (self->session));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_take), self, 0);
      gtk_box_append (GTK_BOX (box), button);
      gtk_list_box_append (self->put_forward, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->put_forward), others->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->put_forward_title), others->len > 0);
}

static void
refresh (BlMeetFindings *self)
{
  g_autoptr (GPtrArray) agreed = bl_meet_list_findings (self->assessment, self->item, self->side);
  g_autoptr (GPtrArray) others = bl_meet_list_put_forward (self->assessment, self->item, self->side);
  gboolean enough = agreed->len >= BL_ASSESS_FEWEST && agreed->len <= BL_ASSESS_MOST;
  /* Translators: how many there are of two to four that are wanted. */
  g_autofree char *pill = g_strdup_printf (_ ("%u of %u to %u"), agreed->len, BL_ASSESS_FEWEST, BL_ASSESS_MOST);

  show_agreed (self, agreed);
  show_put_forward (self, others);
  gtk_label_set_label (self->pill, pill);
  gtk_widget_remove_css_class (GTK_WIDGET (self->pill), enough ? "pill-warn" : "pill-good");
  gtk_widget_add_css_class (GTK_WIDGET (self->pill), enough ? "pill-good" : "pill-warn");
  gtk_widget_set_visible (self->entry_list, bl_session_get_editable (self->session));
  if (agreed->len >= BL_ASSESS_FEWEST)
    say (self, NULL, FALSE);
  else
    say (self, _ ("Ask: “What would a regular user say? What would someone who stopped coming say?”"), FALSE);
}

static void
bl_meet_findings_dispose (GObject *object)
{
  BlMeetFindings *self = BL_MEET_FINDINGS (object);

  g_clear_object (&self->session);
  g_clear_object (&self->assessment);
  g_clear_pointer (&self->item, g_free);
  G_OBJECT_CLASS (bl_meet_findings_parent_class)->dispose (object);
}

static void
bl_meet_findings_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlMeetFindings *self = BL_MEET_FINDINGS (object);
  gboolean strength;

  if (id != PROP_SIDE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->side = g_value_get_enum (value);
  strength = self->side == BL_FINDING_STRENGTH;
  gtk_label_set_label (self->title, strength ? _ ("Strengths") : _ ("Areas for improvement"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry),
                                 strength ? _ ("Add: We …, and as a result people …")
                                          : _ ("Add: We do not yet …, and as a result people …"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->agreed), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  strength ? _ ("Strengths agreed") : _ ("Areas for improvement agreed"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->put_forward), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  strength ? _ ("Strengths put forward") : _ ("Areas for improvement put forward"), -1);
}

static void
bl_meet_findings_class_init (BlMeetFindingsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bl_meet_findings_dispose;
  object_class->set_property = bl_meet_findings_set_property;
  properties[PROP_SIDE] = g_param_spec_enum ("side", NULL, NULL, BL_TYPE_FINDING_SIDE, BL_FINDING_UNKNOWN,
                                             G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/meet-findings.ui");
  gtk_widget_class_bind_template_child (widget_class, BlMeetFindings, title);
  gtk_widget_class_bind_template_child (widget_class, BlMeetFindings, pill);
  gtk_widget_class_bind_template_child (widget_class, BlMeetFindings, hint);
  gtk_widget_class_bind_template_child (widget_class, BlMeetFindings, put_forward_title);
  gtk_widget_class_bind_template_child (widget_class, BlMeetFindings, agreed);
  gtk_widget_class_bind_template_child (widget_class, BlMeetFindings, put_forward);
  gtk_widget_class_bind_template_child (widget_class, BlMeetFindings, entry);
  gtk_widget_class_bind_template_child (widget_class, BlMeetFindings, entry_list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
}

static void
bl_meet_findings_init (BlMeetFindings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bl_meet_findings_set_session (BlMeetFindings *self, BlSession *session)
{
  g_return_if_fail (BL_IS_MEET_FINDINGS (self));
  g_set_object (&self->session, session);
}

void
bl_meet_findings_set_part (BlMeetFindings *self, BlAssessment *assessment, const char *item)
{
  g_return_if_fail (BL_IS_MEET_FINDINGS (self) && self->session != NULL && BL_IS_ASSESSMENT (assessment) && item != NULL);

  g_set_object (&self->assessment, assessment);
  if (g_strcmp0 (self->item, item) != 0)
    {
      g_free (self->item);
      self->item = g_strdup (item);
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
    }
  refresh (self);
}

void
bl_meet_findings_focus (BlMeetFindings *self)
{
  g_return_if_fail (BL_IS_MEET_FINDINGS (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
