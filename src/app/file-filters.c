/* file-filters.c: what a file chooser shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "file-filters.h"

#include <glib/gi18n-lib.h>

#include "response-file.h"

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes != NULL && suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  if (suffixes == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (chooser, filter);
}

void
bl_file_filters_add_project (GtkFileChooser *chooser)
{
  static const char *const suffixes[] = { "branchline", NULL };

  add_filter (chooser, _ ("Branchline projects"), suffixes);
  bl_file_filters_add_response (chooser);
}

void
bl_file_filters_add_response (GtkFileChooser *chooser)
{
  static const char *const suffixes[] = { "branchline-response", NULL };

  add_filter (chooser, _ ("Ratings of a member"), suffixes);
  add_filter (chooser, _ ("All files"), NULL);
}

void
bl_file_filters_add_data (GtkFileChooser *chooser)
{
  static const char *const suffixes[]
      = { "csv", "tsv", "txt", "xlsx", "ods", "geojson", "json", "topojson", "gpkg", "shp", "kml", "pbf", "osm", NULL };

  add_filter (chooser, _ ("Tables and maps"), suffixes);
  add_filter (chooser, _ ("All files"), NULL);
}

static gboolean
has_ending (GFile *file, const char *ending)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name != NULL ? g_utf8_strdown (name, -1) : NULL;

  return lower != NULL && g_str_has_suffix (lower, ending);
}

gboolean
bl_file_filters_is_project (GFile *file)
{
  return has_ending (file, ".branchline");
}

gboolean
bl_file_filters_is_response (GFile *file)
{
  return has_ending (file, BL_RESPONSE_ENDING);
}
