/* import-view-choose.c: where a file comes from, and where the list of its rows goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-view-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "disk.h"
#include "file-filters.h"
#include "import-mend-list.h"

/* --- A file ------------------------------------------------------------------ */

void
bl_import_view_describe_choice (BlImportView *self)
{
  const char *title = _("Choose, drop or paste");
  const char *description = _("Tables of libraries, of their use or of figures for areas, or map files with outlines; several at once, too. Cells "
                              "copied from a spreadsheet can be pasted. Branchline says what it thinks they are, and changes nothing "
                              "until you say so.");

  switch (self->wanted)
    {
    case BL_IMPORT_LIBRARIES:
      title = _("Which file holds your libraries?");
      description = _("CSV, Excel or LibreOffice, with a heading for each column: the library schema, any edition of the "
                      "Arts Council’s list, or a table of your own. You can also drop it here.");
      break;
    case BL_IMPORT_AREAS:
      title = _("Which file holds the outlines?");
      description = _("GeoJSON, TopoJSON, Shapefile, GeoPackage or KML, in any coordinate system. You can also drop it "
                      "here.");
      break;
    case BL_IMPORT_POINTS:
      title = _("Which file holds a place for each area?");
      description = _("A table with the area’s code, an easting and a northing, or a longitude and a latitude. You can "
                      "also drop it here.");
      break;
    case BL_IMPORT_VALUES:
      title = _("Which file holds the figures?");
      description = _("A table with the area’s code in each row and the figures beside it. You can also drop it here.");
      break;
    case BL_IMPORT_FIGURES:
      title = _("Which file holds the figures of use?");
      description = _("A table with a library in each row and its visits, loans or enquiries beside it, by month or by "
                      "year. You can also drop it here.");
      break;
    case BL_IMPORT_NETWORK:
      title = _("Which file holds the roads and paths?");
      description = _("An extract of OpenStreetMap (.osm.pbf) for your county, which has footpaths and one-way streets, or the "
                      "GeoPackage of OS Open Roads. You can also drop it here.");
      break;
    case BL_IMPORT_MEMBERS:
      title = _("Which file holds the members?");
      description = _("A table with a library, the code of an area and the number of its members who live there in each "
                      "row. Counts too small to be given stay so. You can also drop it here.");
      break;
    case BL_IMPORT_STOPS:
      title = _("Which file holds the mobile library’s stops?");
      description = _("A table with a stop in each row: its name, route, day, times and place. You can also drop it "
                      "here.");
      break;
    case BL_IMPORT_TRAVEL:
      title = _("Which file holds the travel times?");
      description = _("A table with an area, a library and the minutes between them in each row, or a column for each "
                      "library. You can also drop it here.");
      break;
    case BL_IMPORT_POSTCODES:
      title = _("Which file holds the postcodes?");
      description = _("Code-Point Open or the ONS Postcode Directory. Only what is near your areas is kept. You can also "
                      "drop it here.");
      break;
    case BL_IMPORT_ISOCHRONES:
      title = _("Which file holds the outlines?");
      description = _("GeoJSON with an outline for each time, such as those of the openrouteservice. Outlines of several "
                      "libraries add up. You can also drop it here.");
      break;
    case BL_IMPORT_SERIES:
      title = _("Which file holds the values?");
      description = _("Visits or loans with a column for each month, the Arts Council’s yearly return, the neighbours of "
                      "your authority, or a table with a place, a period and a value. You can also drop it here.");
      break;
    case BL_IMPORT_N_KINDS:
    case BL_IMPORT_UNKNOWN:
    default:
      break;
    }
  adw_status_page_set_title (self->choose_page, title);
  adw_status_page_set_description (self->choose_page, description);
  gtk_widget_set_visible (self->paste_button, self->wanted == BL_IMPORT_UNKNOWN || self->wanted == BL_IMPORT_SERIES);
}


static void
on_chosen (GtkNativeDialog *chooser, int response, BlImportView *self)
{
  g_autoptr (GListModel) files = NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (all, g_list_model_get_item (files, i));
  g_clear_object (&self->chooser);
  if (all->len > 0 && self->project != NULL)
    bl_import_view_take (self, all);
}

void
bl_import_view_choose (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlImportView *self = BL_IMPORT_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (self->chooser != NULL || self->project == NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_("Bring in a file"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Bring in"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  bl_file_filters_add_data (GTK_FILE_CHOOSER (self->chooser));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), self->many);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

gboolean
bl_import_view_on_drop (BlImportView *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  if (files == NULL || self->project == NULL)
    return FALSE;
  for (GSList *at = files; at != NULL; at = at->next)
    g_ptr_array_add (all, at->data);
  bl_import_view_take (self, all);
  return TRUE;
}

/* --- Saving the list ---------------------------------------------------------------------------- */

static void
show_save_error (BlImportView *self, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              _("The list was not saved"), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_list_place_chosen (GtkNativeDialog *chooser, int response, BlImportView *self)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_clear_object (&self->chooser);
  if (file != NULL && self->plan != NULL)
    {
      g_autofree char *path = g_file_get_path (file);
      g_autoptr (GBytes) csv = bl_import_mend_list_to_csv (bl_import_plan_get_mends (self->plan));

      if (path == NULL)
        g_set_error (&error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ,
                     _("That place is not on this computer. Choose a folder here."));
      else
        bl_disk_replace (path, csv, &error);
      if (error != NULL)
        show_save_error (self, error);
    }
}

void
bl_import_view_save_list (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlImportView *self = BL_IMPORT_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *file = bl_import_view_dup_file_name (self);
  g_autofree char *suggestion = NULL;
  char *dot = strrchr (file, '.');

  if (self->chooser != NULL || self->plan == NULL)
    return;
  if (dot != NULL)
    *dot = '\0';
  /* TRANSLATORS: a file name; %s is the name of the file that was read. */
  suggestion = g_strdup_printf (_("%s, rows to look at.csv"), file);
  self->chooser = gtk_file_chooser_native_new (_("Save the list"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), suggestion);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_list_place_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
