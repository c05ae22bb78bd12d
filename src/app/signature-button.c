/* signature-button.c: who changed a record last, on demand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "signature-button.h"

#include <glib/gi18n-lib.h>

#include "recent.h"

struct _BlSignatureButton
{
  AdwBin parent;
  BlRecord *record;
  BlClock *clock;
  GtkLabel *words;
};

G_DEFINE_FINAL_TYPE (BlSignatureButton, bl_signature_button, ADW_TYPE_BIN)

/* Asked for each time: it is another with every change. */
static void
on_shown (BlSignatureButton *self)
{
  g_autofree char *words = bl_signature_button_describe (self);

  gtk_label_set_label (self->words, words);
}

static void
bl_signature_button_dispose (GObject *object)
{
  BlSignatureButton *self = BL_SIGNATURE_BUTTON (object);

  g_clear_object (&self->record);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (bl_signature_button_parent_class)->dispose (object);
}

static void
bl_signature_button_class_init (BlSignatureButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bl_signature_button_dispose;
}

static void
bl_signature_button_init (BlSignatureButton *self)
{
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new (), *label = gtk_label_new (NULL);
  const char *name = _ ("Who changed it last");

  self->words = GTK_LABEL (label);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_max_width_chars (self->words, 34);
  gtk_label_set_xalign (self->words, 0);
  gtk_widget_add_css_class (label, "sentence");
  gtk_popover_set_child (GTK_POPOVER (popover), label);
  g_signal_connect_object (popover, "show", G_CALLBACK (on_shown), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "dialog-information-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  /* In GTK 4.8 the name of a menu button does not reach the button inside. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  adw_bin_set_child (ADW_BIN (self), button);
}

void
bl_signature_button_set_record (BlSignatureButton *self, BlRecord *record, BlClock *clock)
{
  g_return_if_fail (BL_IS_SIGNATURE_BUTTON (self));

  g_set_object (&self->record, record);
  g_set_object (&self->clock, clock);
}

char *
bl_signature_button_describe (BlSignatureButton *self)
{
  BlRecord *signed_last;
  g_autoptr (GDateTime) then = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *when = NULL;
  const char *who, *time;

  g_return_val_if_fail (BL_IS_SIGNATURE_BUTTON (self), NULL);

  signed_last = self->record != NULL ? bl_record_find_signed_last (self->record) : NULL;
  if (signed_last == NULL)
    return g_strdup (_ ("Who changed it last is not known. Changes carry a name where one is given in the preferences."));
  who = bl_record_get_text (signed_last, "changed-by");
  time = bl_record_get_text (signed_last, "changed");
  then = time != NULL ? g_date_time_new_from_iso8601 (time, NULL) : NULL;
  if (then == NULL)
    /* Translators: a name. */
    return g_strdup_printf (_ ("Last changed by %s, at a time not known"), who);
  now = bl_clock_now (self->clock);
  when = bl_recent_moment_to_text (g_date_time_to_unix (then), now);
  /* Translators: a name, a day and a time. */
  return g_strdup_printf (_ ("Last changed by %s, %s"), who, when);
}
