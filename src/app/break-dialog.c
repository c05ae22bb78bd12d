/* break-dialog.c: marking where a series starts again, with its cause and its reason
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "break-dialog.h"

#include <glib/gi18n-lib.h>

#include "indicator-change.h"
#include "text.h"

struct _BlBreakDialog
{
  AdwWindow parent;
  BlSession *session;
  BlIndicator *indicator;
  BlBreak *broken; /* NULL: a new one */
  AdwComboRow *cause;
  AdwEntryRow *from, *until, *reason, *agreed;
  GtkLabel *problem;
  GtkButton *save_button;
};

G_DEFINE_FINAL_TYPE (BlBreakDialog, bl_break_dialog, ADW_TYPE_WINDOW)

/* In the order they are offered. */
static const BlBreakCause causes[] = { BL_BREAK_METHOD, BL_BREAK_DEFINITION, BL_BREAK_STEP,   BL_BREAK_GAP,
                                       BL_BREAK_COVERAGE, BL_BREAK_BOUNDARY, BL_BREAK_SURVEY };

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

/* A day, or a period: its first day, or with @end its last. */
static gboolean
read_day (AdwEntryRow *row, gboolean end, guint32 *day, GError **error)
{
  g_autofree char *text = bl_text_clean (get_text (row));
  BlPeriod period;

  *day = 0;
  if (text == NULL)
    return TRUE;
  if (bl_text_to_date (text, day))
    return TRUE;
  if (!bl_period_parse (text, BL_PERIOD_KIND_MONTH, &period, error))
    return FALSE;
  *day = end && period.end > period.start ? period.end - 1 : period.start;
  return TRUE;
}

static gboolean
read_form (BlBreakDialog *self, guint32 *from, guint32 *until, char **problem)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = bl_text_clean (get_text (self->reason));

  if (!read_day (self->from, FALSE, from, &error) || !read_day (self->until, TRUE, until, &error))
    *problem = g_strdup (error->message);
  else if (*until > 0 && *until >= *from)
    *problem = g_strdup (_ ("The last day before the break must be earlier than the first day after it."));
  return *problem == NULL && *from > 0 && reason != NULL;
}

static void
on_changed (BlBreakDialog *self)
{
  guint32 from, until;
  g_autofree char *problem = NULL;
  gboolean right = read_form (self, &from, &until, &problem);

  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "break.save", right && bl_session_get_editable (self->session));
}

static void
save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlBreakDialog *self = BL_BREAK_DIALOG (widget);
  guint chosen = adw_combo_row_get_selected (self->cause);
  BlBreakCause cause = chosen < G_N_ELEMENTS (causes) ? causes[chosen] : BL_BREAK_METHOD;
  guint32 from, until;
  g_autofree char *problem = NULL;

  if (!read_form (self, &from, &until, &problem))
    return;
  if (self->broken != NULL)
    bl_indicator_change_mend_break (self->session, self->indicator, self->broken, cause, from, until,
                                    get_text (self->reason), get_text (self->agreed));
  else
    bl_indicator_change_add_break (self->session, self->indicator, cause, from, until, get_text (self->reason),
                                 get_text (self->agreed));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
fill_causes (BlBreakDialog *self, BlBreakCause cause)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    {
      gtk_string_list_append (titles, _ (bl_break_cause_get_title (causes[i])));
      if (causes[i] == cause)
        chosen = i;
    }
  adw_combo_row_set_model (self->cause, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->cause, chosen);
}

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
bl_break_dialog_dispose (GObject *object)
{
  BlBreakDialog *self = BL_BREAK_DIALOG (object);

  g_clear_object (&self->broken);
  g_clear_object (&self->indicator);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_break_dialog_parent_class)->dispose (object);
}

static void
bl_break_dialog_class_init (BlBreakDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_break_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/break-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BlBreakDialog, cause);
  gtk_widget_class_bind_template_child (widget_class, BlBreakDialog, from);
  gtk_widget_class_bind_template_child (widget_class, BlBreakDialog, until);
  gtk_widget_class_bind_template_child (widget_class, BlBreakDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, BlBreakDialog, agreed);
  gtk_widget_class_bind_template_child (widget_class, BlBreakDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, BlBreakDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_install_action (widget_class, "break.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bl_break_dialog_init (BlBreakDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bl_break_dialog_new (GtkWindow *parent, BlSession *session, BlIndicator *indicator, BlBreak *broken, BlBreakCause cause,
                     guint32 from)
{
  BlBreakDialog *self = g_object_new (BL_TYPE_BREAK_DIALOG, "transient-for", parent, NULL);
  BlRecord *record = broken != NULL ? BL_RECORD (broken) : NULL;
  guint32 until = 0;
  g_autofree char *first = NULL, *last = NULL;

  self->session = g_object_ref (session);
  self->indicator = g_object_ref (indicator);
  if (record != NULL)
    {
      g_set_object (&self->broken, broken);
      cause = bl_record_get_enum (record, "cause");
      if (!bl_record_get_date (record, "from", &from))
        from = 0;
      if (!bl_record_get_date (record, "until", &until))
        until = 0;
      set_text (self->reason, bl_record_get_text (record, "reason"));
      set_text (self->agreed, bl_record_get_text (record, "agreed-by"));
      gtk_window_set_title (GTK_WINDOW (self), _ ("Change a break"));
      gtk_button_set_label (self->save_button, _ ("_Change"));
    }
  first = from > 0 ? bl_text_from_date (from) : NULL;
  last = until > 0 ? bl_text_from_date (until) : NULL;
  set_text (self->from, first);
  set_text (self->until, last);
  fill_causes (self, cause);
  on_changed (self);
  if (from > 0)
    g_object_set (self, "focus-widget", self->reason, NULL);
  return GTK_WIDGET (self);
}
