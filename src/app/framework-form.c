/* framework-form.c: all that is said of one item of a framework
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "framework-form.h"

#include <glib/gi18n-lib.h>

#include "edit.h"
#include "field-row.h"
#include "framework.h"
#include "long-text-row.h"
#include "text.h"

struct _BlFrameworkForm
{
  AdwBin parent;
  BlSession *session;
  BlRecord *record;
  gulong handler;
  gboolean showing;
  GtkLabel *kind, *heading, *wrong;
  GtkWidget *about_heading;
  GtkListBox *words, *about;
  AdwComboRow *route; /* of a criterion or results area; NULL */
};

G_DEFINE_FINAL_TYPE (BlFrameworkForm, bl_framework_form, ADW_TYPE_BIN)

/* What is not typed: names and versions are given, the mark of an official text has its own way. */
static gboolean
is_shown (const BlField *field)
{
  static const char *const hidden[] = { "item", "revision", "official", "made", "based-on", "scale", NULL };

  return !field->about_change && field->type != BL_FIELD_LIST && !g_strv_contains (hidden, field->name);
}

/* --- Rows ------------------------------------------------------------------------- */

static const char *
help_of (const BlField *field)
{
  static const struct
  {
    const char *field, *help;
  } helps[] = {
    { "excellent", N_ ("One sign a line, of the top level.") },
    { "early-days", N_ ("One sign a line, of the bottom level.") },
    { "ask", N_ ("One open question a line.") },
    { "documents", N_ ("One a line.") },
    { "data", N_ ("One a line.") },
    { "people", N_ ("One a line.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (helps); i++)
    if (g_str_equal (field->name, helps[i].field))
      return _ (helps[i].help);
  return NULL;
}

static char *
title_of (const BlField *field)
{
  g_autofree char *title = bl_text_sentence (_ (field->title));

  if (g_str_equal (field->name, "outcomes"))
    return g_strdup (_ ("Outcomes, numbers 1 to 7 with blanks between them"));
  if (g_str_equal (field->name, "themes"))
    return g_strdup (_ ("Peer-challenge themes, numbers 1 to 9 with blanks between them"));
  if (g_str_equal (field->name, "see-also") || g_str_equal (field->name, "look-next"))
    /* Translators: "See also: names of criteria …" */
    return g_strdup_printf (_ ("%s: names of criteria with blanks between them"), title);
  if (g_str_equal (field->name, "indicators"))
    return g_strdup (_ ("Indicators: names in the dictionary with blanks between them"));
  return g_steal_pointer (&title);
}

static void
on_route_chosen (BlFrameworkForm *self)
{
  if (!self->showing && self->record != NULL)
    bl_edit_set (self->session, self->record, "route", adw_combo_row_get_selected (self->route) == 0 ? "short" : "full", NULL);
}

static GtkWidget *
route_row_new (BlFrameworkForm *self)
{
  const char *titles[] = { _ ("Short route and full route"), _ ("Full route only"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (titles);

  self->route = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->route), _ ("Belongs to"));
  adw_combo_row_set_model (self->route, G_LIST_MODEL (model));
  g_signal_connect_object (self->route, "notify::selected", G_CALLBACK (on_route_chosen), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->route);
}

static GtkWidget *
row_new (BlFrameworkForm *self, const BlField *field)
{
  g_autofree char *title = title_of (field);
  GtkWidget *row;

  if (g_str_equal (field->name, "route"))
    return route_row_new (self);
  if (field->type == BL_FIELD_LONG_TEXT)
    {
      row = bl_long_text_row_new ();
      g_object_set (row, "title", title, "help", help_of (field), "field", field->name, NULL);
      bl_long_text_row_set_record (BL_LONG_TEXT_ROW (row), self->session, self->record);
    }
  else
    {
      row = g_object_new (BL_TYPE_FIELD_ROW, "field", field->name, "title", title, "unset", "", NULL);
      bl_field_row_set_record (BL_FIELD_ROW (row), self->session, self->record);
    }
  return row;
}

static gboolean
is_word (const BlField *field)
{
  return field->type == BL_FIELD_LONG_TEXT || g_str_equal (field->name, "title") || g_str_equal (field->name, "question")
         || g_str_equal (field->name, "opening");
}

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    {
      if (BL_IS_FIELD_ROW (row))
        bl_field_row_set_record (BL_FIELD_ROW (row), NULL, NULL);
      else if (BL_IS_LONG_TEXT_ROW (row))
        bl_long_text_row_set_record (BL_LONG_TEXT_ROW (row), NULL, NULL);
      gtk_list_box_remove (list, GTK_WIDGET (row));
    }
}

static void
fill (BlFrameworkForm *self)
{
  GPtrArray *fields = bl_record_get_fields (self->record);
  guint n_about = 0;

  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);

      if (!is_shown (field))
        continue;
      gtk_list_box_append (is_word (field) ? self->words : self->about, row_new (self, field));
      n_about += !is_word (field);
    }
  gtk_widget_set_visible (self->about_heading, n_about > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->about), n_about > 0);
}

static void
allow (GtkListBox *list, gboolean editable)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (BL_IS_LONG_TEXT_ROW (row))
      g_object_set (row, "editable", editable, NULL);
    else if (BL_IS_FIELD_ROW (row))
      gtk_editable_set_editable (GTK_EDITABLE (row), editable);
    else if (ADW_IS_COMBO_ROW (row))
      gtk_widget_set_sensitive (GTK_WIDGET (row), editable);
}

static void
show_head (BlFrameworkForm *self)
{
  g_autofree char *name = bl_record_describe (self->record);
  g_autofree char *kind = bl_text_sentence (_ (BL_RECORD_GET_CLASS (self->record)->title));
  const char *item = bl_record_get_text (self->record, "item");
  g_autofree char *words
      = BL_IS_FRAMEWORK (self->record)
            ? g_strdup_printf (_ ("%s %s, version %s"), kind, item != NULL ? item : "",
                               bl_record_is_known (self->record, "revision") ? bl_record_get_text (self->record, "revision") : "–")
            : g_strdup_printf ("%s %s", kind, item != NULL ? item : "");

  gtk_label_set_label (self->kind, words);
  gtk_label_set_label (self->heading, name);
  if (self->route != NULL)
    {
      self->showing = TRUE;
      adw_combo_row_set_selected (self->route, g_strcmp0 (bl_record_get_text (self->record, "route"), "short") == 0 ? 0 : 1);
      self->showing = FALSE;
    }
}

static void
show_faults (BlFrameworkForm *self, GPtrArray *faults)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean whole = BL_IS_FRAMEWORK (self->record);

  for (guint i = 0; faults != NULL && i < faults->len; i++)
    {
      const BlFault *fault = g_ptr_array_index (faults, i);

      if (g_strcmp0 (fault->record, bl_record_get_id (self->record)) == 0 || (whole && fault->severity == BL_SEVERITY_ERROR))
        g_string_append_printf (words, "%s%s.", words->len > 0 ? "\n" : "", fault->message);
    }
  gtk_label_set_label (self->wrong, words->str);
  gtk_widget_set_visible (GTK_WIDGET (self->wrong), words->len > 0);
}

/* --- Overrides ------------------------------------------------------------------------- */

static void
forget (BlFrameworkForm *self)
{
  clear (self->words);
  clear (self->about);
  self->route = NULL;
  if (self->record != NULL)
    g_clear_signal_handler (&self->handler, self->record);
  g_clear_object (&self->record);
}

static void
bl_framework_form_dispose (GObject *object)
{
  BlFrameworkForm *self = BL_FRAMEWORK_FORM (object);

  if (self->words != NULL)
    forget (self);
  self->words = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_framework_form_parent_class)->dispose (object);
}

static void
bl_framework_form_class_init (BlFrameworkFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_framework_form_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/framework-form.ui");
  gtk_widget_class_bind_template_child (widget_class, BlFrameworkForm, kind);
  gtk_widget_class_bind_template_child (widget_class, BlFrameworkForm, heading);
  gtk_widget_class_bind_template_child (widget_class, BlFrameworkForm, wrong);
  gtk_widget_class_bind_template_child (widget_class, BlFrameworkForm, about_heading);
  gtk_widget_class_bind_template_child (widget_class, BlFrameworkForm, words);
  gtk_widget_class_bind_template_child (widget_class, BlFrameworkForm, about);
}

static void
bl_framework_form_init (BlFrameworkForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bl_framework_form_set (BlFrameworkForm *self, BlSession *session, BlRecord *record, gboolean editable, GPtrArray *faults)
{
  g_return_if_fail (BL_IS_FRAMEWORK_FORM (self));

  if (record != self->record)
    {
      forget (self);
      g_set_object (&self->session, session);
      g_set_object (&self->record, record);
      if (record != NULL)
        {
          self->handler = g_signal_connect_swapped (record, "notify", G_CALLBACK (show_head), self);
          fill (self);
        }
    }
  gtk_widget_set_visible (GTK_WIDGET (self), record != NULL);
  if (record == NULL)
    return;
  allow (self->words, editable);
  allow (self->about, editable);
  show_head (self);
  show_faults (self, faults);
}

void
bl_framework_form_focus (BlFrameworkForm *self)
{
  g_return_if_fail (BL_IS_FRAMEWORK_FORM (self));
  gtk_widget_child_focus (GTK_WIDGET (self->words), GTK_DIR_TAB_FORWARD);
}
