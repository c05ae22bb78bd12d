/* version-row.c: an earlier state of the project in a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "version-row.h"

#include <glib/gi18n-lib.h>

#include "recent.h"
#include "text.h"

struct _BlVersionRow
{
  GtkListBoxRow parent;
  BlEarlier *earlier;
  BlEarlierChanges *changes;
  GError *error;
  char *when;
  GtkImage *icon;
  GtkLabel *title, *details, *line;
};

G_DEFINE_FINAL_TYPE (BlVersionRow, bl_version_row, GTK_TYPE_LIST_BOX_ROW)

static void
add_part (GString *words, const char *part)
{
  if (part != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", part);
}

static void
show_details (BlVersionRow *self)
{
  gboolean version = bl_earlier_is_version (self->earlier);
  const char *by = version ? bl_earlier_get_by (self->earlier) : NULL;
  g_autofree char *size = g_format_size (bl_earlier_get_size (self->earlier)), *signer = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  if (version)
    add_part (words, self->when);
  else
    add_part (words, bl_earlier_get_reason (self->earlier));
  if (by == NULL && !version && self->changes != NULL && self->changes->by != NULL)
    /* Translators: a name. */
    signer = g_strdup_printf (_ ("last change by %s"), self->changes->by);
  add_part (words, by != NULL ? by : signer);
  add_part (words, size);
  gtk_label_set_label (self->details, words->str);
}

static void
show_line (BlVersionRow *self)
{
  g_autofree char *name = NULL;

  if (self->error != NULL)
    gtk_label_set_label (self->line, self->error->message);
  else if (self->changes == NULL)
    gtk_label_set_label (self->line, _ ("Being compared with now…"));
  else if (self->changes->things->len == 0)
    gtk_label_set_label (self->line, _ ("The same as now"));
  else
    {
      /* Translators: "3 libraries changed, 1 removed". */
      g_autofree char *line = g_strdup_printf (_ ("Since then: %s"), self->changes->line);

      gtk_label_set_label (self->line, line);
    }
  if (self->error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->line), "warn-text");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->line), "warn-text");
  gtk_image_set_from_icon_name (self->icon, self->error != NULL                       ? "dialog-warning-symbolic"
                                            : bl_earlier_is_version (self->earlier) ? "starred-symbolic"
                                                                                      : "document-open-recent-symbolic");
  name = g_strjoin (". ", gtk_label_get_label (self->title), gtk_label_get_label (self->details),
                    gtk_label_get_label (self->line), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bl_version_row_finalize (GObject *object)
{
  BlVersionRow *self = BL_VERSION_ROW (object);

  g_clear_object (&self->earlier);
  g_clear_pointer (&self->changes, bl_earlier_changes_free);
  g_clear_error (&self->error);
  g_clear_pointer (&self->when, g_free);
  G_OBJECT_CLASS (bl_version_row_parent_class)->finalize (object);
}

static void
bl_version_row_class_init (BlVersionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bl_version_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/version-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BlVersionRow, icon);
  gtk_widget_class_bind_template_child (widget_class, BlVersionRow, title);
  gtk_widget_class_bind_template_child (widget_class, BlVersionRow, details);
  gtk_widget_class_bind_template_child (widget_class, BlVersionRow, line);
}

static void
bl_version_row_init (BlVersionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bl_version_row_new (BlEarlier *earlier, GDateTime *now)
{
  BlVersionRow *self = g_object_new (BL_TYPE_VERSION_ROW, NULL);
  GDateTime *time = bl_earlier_get_time (earlier);
  g_autofree char *when = time == NULL ? g_strdup (_ ("at a time not known"))
                                       : bl_recent_moment_to_text (g_date_time_to_unix (time), now);
  g_autofree char *title = NULL;

  self->earlier = g_object_ref (earlier);
  self->when = bl_text_sentence (when);
  title = bl_earlier_is_version (earlier) ? g_strdup_printf (_ ("“%s”"), bl_earlier_get_name (earlier))
                                          : g_strdup (self->when);
  gtk_label_set_label (self->title, title);
  show_details (self);
  show_line (self);
  return GTK_WIDGET (self);
}

BlEarlier *
bl_version_row_get_earlier (BlVersionRow *self)
{
  g_return_val_if_fail (BL_IS_VERSION_ROW (self), NULL);
  return self->earlier;
}

void
bl_version_row_set_changes (BlVersionRow *self, BlEarlierChanges *changes, const GError *error)
{
  g_return_if_fail (BL_IS_VERSION_ROW (self));

  g_clear_pointer (&self->changes, bl_earlier_changes_free);
  g_clear_error (&self->error);
  self->changes = changes;
  self->error = error != NULL ? g_error_copy (error) : NULL;
  show_details (self);
  show_line (self);
}

const BlEarlierChanges *
bl_version_row_get_changes (BlVersionRow *self)
{
  g_return_val_if_fail (BL_IS_VERSION_ROW (self), NULL);
  return self->changes;
}

const GError *
bl_version_row_get_error (BlVersionRow *self)
{
  g_return_val_if_fail (BL_IS_VERSION_ROW (self), NULL);
  return self->error;
}

const char *
bl_version_row_get_title (BlVersionRow *self)
{
  g_return_val_if_fail (BL_IS_VERSION_ROW (self), NULL);
  return gtk_label_get_label (self->title);
}

const char *
bl_version_row_get_details (BlVersionRow *self)
{
  g_return_val_if_fail (BL_IS_VERSION_ROW (self), NULL);
  return gtk_label_get_label (self->details);
}
