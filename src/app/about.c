/* about.c: what the program is, and whose data it carries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "about.h"

#include <glib/gi18n-lib.h>

#include "branchline-config.h"
#include "places.h"

/* Sources of the published facts that come with the program, one a line. */
static char *
list_sources (BlContext *context)
{
  g_autoptr (GError) error = NULL;
  BlReference *reference = bl_context_get_reference (context, &error);
  g_autoptr (GPtrArray) sources = NULL;
  GString *text = g_string_new (bl_places_attribution ());

  if (reference == NULL)
    {
      g_string_append_printf (text, "\n\n%s", error->message);
      return g_string_free (text, FALSE);
    }
  sources = bl_reference_get_sources (reference);
  for (guint i = 0; i < sources->len; i++)
    g_string_append_printf (text, "\n\n%s", (const char *) g_ptr_array_index (sources, i));
  return g_string_free (text, FALSE);
}

void
bl_about_present (GtkWindow *parent, BlContext *context)
{
  GtkWidget *about = adw_about_window_new ();
  AdwAboutWindow *window = ADW_ABOUT_WINDOW (about);
  g_autofree char *sources = list_sources (context);

  adw_about_window_set_application_name (window, "Branchline");
  adw_about_window_set_application_icon (window, BL_APP_ID);
  adw_about_window_set_version (window, BL_VERSION);
  adw_about_window_set_developer_name (window, _ ("The Branchline contributors"));
  adw_about_window_set_license_type (window, GTK_LICENSE_GPL_3_0);
  adw_about_window_set_comments (window, _ ("Plan a library service together: from evidence to decision, in one file."));
  adw_about_window_add_legal_section (window, _ ("Published data"), NULL, GTK_LICENSE_CUSTOM, sources);
  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_set_modal (GTK_WINDOW (about), parent != NULL);
  gtk_window_present (GTK_WINDOW (about));
}
