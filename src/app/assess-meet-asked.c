/* assess-meet-asked.c: what is asked over the meeting: a reason to set aside, a question to park, a different view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-meet-view-private.h"

#include <glib/gi18n-lib.h>

#include "meet-again.h"
#include "meet-edit.h"
#include "meet-form.h"
#include "meet-help.h"

static GtkWindow *
get_window (BlAssessMeetView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* The criterion the form is about: the meeting may have gone on. */
static const BlAssessItem *
get_item (BlAssessMeetView *self, BlMeetForm *form)
{
  return self->study != NULL ? bl_assess_study_find (self->study, g_object_get_data (G_OBJECT (form), "criterion")) : NULL;
}

static void
ask (BlAssessMeetView *self, GtkWidget *form, GCallback callback)
{
  g_object_set_data_full (G_OBJECT (form), "criterion", g_strdup (self->criterion), g_free);
  g_signal_connect_object (form, "answered", callback, self, 0);
  gtk_window_present (GTK_WINDOW (form));
}

static gboolean
can_ask (BlAssessMeetView *self)
{
  return bl_assess_meet_view_get_item (self) != NULL && bl_session_get_editable (self->session);
}

/* --- Set aside --------------------------------------------------------------------- */

static void
on_set_aside (BlMeetForm *form, BlAssessMeetView *self)
{
  const BlAssessItem *item = get_item (self, form);
  const char *reason = bl_meet_form_get_text (form, "reason");

  if (*reason == '\0')
    {
      bl_meet_form_say (form, _ ("Say why, in your own words."));
      return;
    }
  if (item != NULL)
    bl_meet_edit_set_aside (self->session, self->assessment, item, reason);
  gtk_window_destroy (GTK_WINDOW (form));
}

void
bl_assess_meet_view_ask_set_aside (BlAssessMeetView *self)
{
  GtkWidget *form;

  if (!can_ask (self))
    return;
  form = bl_meet_form_new (get_window (self), _ ("Set Aside"),
                           _ ("A team may set a criterion aside if it does not apply here, with a reason in its own words."), NULL,
                           _ ("_Set Aside"));
  bl_meet_form_add_text (BL_MEET_FORM (form), "reason", _ ("Why it does not apply here"), NULL);
  ask (self, form, G_CALLBACK (on_set_aside));
}

/* --- Park ----------------------------------------------------------------------------- */

static void
on_park (BlMeetForm *form, BlAssessMeetView *self)
{
  const BlAssessItem *item = get_item (self, form);
  const char *question = bl_meet_form_get_text (form, "question"), *with = bl_meet_form_get_text (form, "with");

  if (*question == '\0' || *with == '\0')
    {
      bl_meet_form_say (form, _ ("Write down the question, and the name of who looks it up."));
      return;
    }
  if (item != NULL)
    bl_meet_edit_park (self->session, self->assessment, item, question, with);
  gtk_window_destroy (GTK_WINDOW (form));
}

void
bl_assess_meet_view_ask_park (BlAssessMeetView *self)
{
  GtkWidget *form;

  if (!can_ask (self))
    return;
  form = bl_meet_form_new (get_window (self), _ ("Park It"),
                           _ ("The criterion waits for an answer. The plan opens when it is agreed or set aside."),
                           _ ("Say: “We will not settle that here. Could you find out which is right by …?”"), _ ("_Park"));
  bl_meet_form_add_text (BL_MEET_FORM (form), "question", _ ("The question"), NULL);
  bl_meet_form_add_text (BL_MEET_FORM (form), "with", _ ("Who looks it up"), NULL);
  ask (self, form, G_CALLBACK (on_park));
}

/* --- Dissent ------------------------------------------------------------------------------ */

static void
on_dissent (BlMeetForm *form, BlAssessMeetView *self)
{
  const BlAssessItem *item = get_item (self, form);
  guint choice = bl_meet_form_get_choice (form, "level");
  g_autofree char *why_not = NULL;
  g_autoptr (GPtrArray) levels = NULL;

  if (item == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (form));
      return;
    }
  levels = bl_framework_list_levels (self->study->scale);
  if (bl_meet_edit_add_dissent (self->session, self->assessment, item,
                                choice < levels->len ? bl_record_get_text (g_ptr_array_index (levels, choice), "item") : NULL,
                                bl_meet_form_get_text (form, "reason"), bl_meet_form_get_text (form, "change"),
                                bl_meet_form_get_text (form, "name"), bl_meet_form_get_text (form, "review"), &why_not))
    gtk_window_destroy (GTK_WINDOW (form));
  else
    bl_meet_form_say (form, why_not);
}

void
bl_assess_meet_view_ask_dissent (BlAssessMeetView *self)
{
  g_autoptr (GPtrArray) levels = NULL, names = g_ptr_array_new ();
  GtkWidget *form;
  BlMeetForm *asked;

  if (!can_ask (self))
    return;
  form = bl_meet_form_new (get_window (self), _ ("A Different View"),
                           _ ("Dissent is kept, and is not voted down. It often turns out to be early warning. It is always shown beside what was agreed."),
                           _ ("Say: “Both will be in the record. What would you want us to look at before next time?”"),
                           _ ("_Write It Down"));
  asked = BL_MEET_FORM (form);
  levels = bl_framework_list_levels (self->study->scale);
  for (guint i = 0; i < levels->len; i++)
    g_ptr_array_add (names, (gpointer) bl_record_get_text (g_ptr_array_index (levels, i), "label"));
  g_ptr_array_add (names, NULL);
  bl_meet_form_add_choice (asked, "level", _ ("Rating they would give"), (const char *const *) names->pdata);
  bl_meet_form_add_text (asked, "reason", _ ("Reason, in their own words, up to 50"), NULL);
  bl_meet_form_add_text (asked, "change", _ ("What would change their mind"), NULL);
  bl_meet_form_add_text (asked, "name", _ ("Name (empty: a member of the team)"), NULL);
  bl_meet_form_add_text (asked, "review", _ ("Look again on (such as 2027-05-31)"), NULL);
  ask (self, form, G_CALLBACK (on_dissent));
}

/* --- Others ---------------------------------------------------------------------------------- */

void
bl_assess_meet_view_ask_again (BlAssessMeetView *self)
{
  if (can_ask (self))
    gtk_window_present (GTK_WINDOW (bl_meet_again_new (get_window (self), self->session, self->assessment, self->criterion)));
}

void
bl_assess_meet_view_help (BlAssessMeetView *self, const char *first)
{
  if (self->assessment != NULL)
    gtk_window_present (GTK_WINDOW (bl_meet_help_new (get_window (self), self->session, self->assessment, first)));
}
