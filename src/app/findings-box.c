/* findings-box.c: the two to four strengths, or areas for improvement, of a part of a self-assessment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "findings-box.h"

#include <glib/gi18n-lib.h>

#include "long-text-row.h"
#include "result-edit.h"

struct _BlFindingsBox
{
  AdwBin parent;
  BlFindingSide side;
  BlSession *session;
  BlAssessment *assessment;
  char *item;
  GPtrArray *shown; /* of BlFinding, with a row each */
  GtkLabel *title, *pill, *said;
  GtkListBox *list;
  AdwEntryRow *entry;
};

enum
{
  PROP_SIDE = 1,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BlFindingsBox, bl_findings_box, ADW_TYPE_BIN)

static gboolean
is_mine (BlFindingsBox *self, BlRecord *finding)
{
  gboolean agreed = FALSE;

  return bl_record_get_enum (finding, "side") == (int) self->side && bl_record_get_boolean (finding, "agreed", &agreed)
         && agreed && g_strcmp0 (bl_record_get_text (finding, "item"), self->item) == 0;
}

static void
on_removed (BlFindingsBox *self, BlLongTextRow *row)
{
  BlFinding *finding = g_object_get_data (G_OBJECT (row), "finding");

  bl_findings_box_say (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  bl_finding_edit_remove (self->session, finding);
}

static void
show_count (BlFindingsBox *self)
{
  guint n = self->shown->len;
  gboolean enough = n >= BL_ASSESS_FEWEST && n <= BL_ASSESS_MOST;
  g_autofree char *text = g_strdup_printf (_ ("%u of two to four"), n);

  gtk_label_set_label (self->pill, text);
  gtk_widget_remove_css_class (GTK_WIDGET (self->pill), enough ? "pill-grey" : "pill-good");
  gtk_widget_add_css_class (GTK_WIDGET (self->pill), enough ? "pill-good" : "pill-grey");
}

/* Rows are kept while they are the same ones, so that nobody is thrown out of what is being written. */
static void
refresh (BlFindingsBox *self)
{
  g_autoptr (GPtrArray) now = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *findings = self->assessment != NULL ? bl_record_get_list (BL_RECORD (self->assessment), "findings") : NULL;
  gboolean same;

  for (guint i = 0; findings != NULL && i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (BlRecord) finding = g_list_model_get_item (findings, i);

      if (is_mine (self, finding))
        g_ptr_array_add (now, g_steal_pointer (&finding));
    }
  same = now->len == self->shown->len;
  for (guint i = 0; i < now->len && same; i++)
    same = g_ptr_array_index (now, i) == g_ptr_array_index (self->shown, i);
  if (!same)
    {
      for (guint i = 0; i < self->shown->len; i++)
        gtk_list_box_remove (self->list, GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
      for (guint i = 0; i < now->len; i++)
        {
          GtkWidget *row = bl_long_text_row_new ();
          g_autofree char *title = g_strdup_printf (self->side == BL_FINDING_STRENGTH ? _ ("Strength %u") : _ ("Area %u"), i + 1);

          g_object_set (row, "title", title, "field", "text", "removable", bl_session_get_editable (self->session),
                        "editable", bl_session_get_editable (self->session), NULL);
          g_object_set_data_full (G_OBJECT (row), "finding", g_object_ref (g_ptr_array_index (now, i)), g_object_unref);
          g_signal_connect_object (row, "removed", G_CALLBACK (on_removed), self, G_CONNECT_SWAPPED);
          bl_long_text_row_set_record (BL_LONG_TEXT_ROW (row), self->session, g_ptr_array_index (now, i));
          gtk_list_box_insert (self->list, row, (int) i);
        }
      g_clear_pointer (&self->shown, g_ptr_array_unref);
      self->shown = g_steal_pointer (&now);
    }
  show_count (self);
}

static void
on_add (BlFindingsBox *self)
{
  g_autofree char *why_not = NULL;
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (self->assessment == NULL)
    return;
  if (bl_finding_edit_add (self->session, self->assessment, self->item, self->side, text, &why_not))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  bl_findings_box_say (self, why_not);
}

static void
on_side (BlFindingsBox *self)
{
  gboolean strength = self->side == BL_FINDING_STRENGTH;

  gtk_label_set_label (self->title, strength ? _ ("Strengths") : _ ("Areas for improvement"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry),
                                 strength ? _ ("We …, and as a result people …") : _ ("We do not yet …, and as a result people …"));
}

static void
bl_findings_box_dispose (GObject *object)
{
  BlFindingsBox *self = BL_FINDINGS_BOX (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (bl_session_get_project (self->session), self);
  g_clear_object (&self->session);
  g_clear_object (&self->assessment);
  G_OBJECT_CLASS (bl_findings_box_parent_class)->dispose (object);
}

static void
bl_findings_box_finalize (GObject *object)
{
  BlFindingsBox *self = BL_FINDINGS_BOX (object);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_free (self->item);
  G_OBJECT_CLASS (bl_findings_box_parent_class)->finalize (object);
}

static void
bl_findings_box_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SIDE)
    g_value_set_enum (value, BL_FINDINGS_BOX (object)->side);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bl_findings_box_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlFindingsBox *self = BL_FINDINGS_BOX (object);

  if (id != PROP_SIDE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->side = g_value_get_enum (value);
  on_side (self);
}

static void
bl_findings_box_class_init (BlFindingsBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bl_findings_box_dispose;
  object_class->finalize = bl_findings_box_finalize;
  object_class->get_property = bl_findings_box_get_property;
  object_class->set_property = bl_findings_box_set_property;
  properties[PROP_SIDE] = g_param_spec_enum ("side", NULL, NULL, BL_TYPE_FINDING_SIDE, BL_FINDING_UNKNOWN,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/findings-box.ui");
  gtk_widget_class_bind_template_child (widget_class, BlFindingsBox, title);
  gtk_widget_class_bind_template_child (widget_class, BlFindingsBox, pill);
  gtk_widget_class_bind_template_child (widget_class, BlFindingsBox, said);
  gtk_widget_class_bind_template_child (widget_class, BlFindingsBox, list);
  gtk_widget_class_bind_template_child (widget_class, BlFindingsBox, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
}

static void
bl_findings_box_init (BlFindingsBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
}

void
bl_findings_box_set_part (BlFindingsBox *self, BlSession *session, BlAssessment *assessment, const char *item)
{
  g_return_if_fail (BL_IS_FINDINGS_BOX (self));

  if (self->session != session)
    {
      if (self->session != NULL)
        g_signal_handlers_disconnect_by_data (bl_session_get_project (self->session), self);
      g_set_object (&self->session, session);
      if (session != NULL)
        g_signal_connect_object (bl_session_get_project (session), "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
    }
  g_set_object (&self->assessment, assessment);
  if (g_strcmp0 (self->item, item) != 0)
    bl_findings_box_say (self, NULL);
  g_free (self->item);
  self->item = g_strdup (item);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), session != NULL && bl_session_get_editable (session));
  if (session != NULL)
    refresh (self);
}

void
bl_findings_box_say (BlFindingsBox *self, const char *words)
{
  g_return_if_fail (BL_IS_FINDINGS_BOX (self));
  gtk_label_set_label (self->said, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->said), words != NULL);
}
