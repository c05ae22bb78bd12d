/* import-plan-read.c: opening the file of an import, and what it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-network.h"
#include "import-plan-private.h"
#include "pasted.h"
#include "targets.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* Files of areas are known by their first bytes or, for what has none, by their ending. */
static gboolean
is_map_file (const char *path)
{
  static const char *const endings[]
      = { ".shp", ".shx", ".dbf", ".gpkg", ".geojson", ".json", ".topojson", ".kml", ".shz", ".zip", NULL };
  g_autofree char *lower = g_ascii_strdown (path, -1);
  char start[16] = { 0 };
  const char *p = start;
  FILE *file = fopen (path, "rb");

  if (file != NULL)
    {
      size_t n = fread (start, 1, sizeof start - 1, file);
      fclose (file);
      (void) n;
    }
  if (g_str_has_prefix (start, "\xEF\xBB\xBF"))
    p += 3;
  while (g_ascii_isspace (*p))
    p++;
  if (*p == '{' || g_str_has_prefix (start, "SQLite format 3"))
    return TRUE;
  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

static const char *
kind_words (BlImportKind kind)
{
  switch (kind)
    {
    case BL_IMPORT_LIBRARIES:
      return _ ("a list of libraries");
    case BL_IMPORT_POINTS:
      return _ ("a table of points");
    case BL_IMPORT_NETWORK:
      return _ ("a road network");
    case BL_IMPORT_VALUES:
      return _ ("a table of figures");
    case BL_IMPORT_FIGURES:
      return _ ("a table of visits, loans and the like by library");
    case BL_IMPORT_MEMBERS:
      return _ ("a table of members by area");
    case BL_IMPORT_STOPS:
      return _ ("a timetable of a mobile library");
    case BL_IMPORT_TRAVEL:
      return _ ("a table of travel times");
    case BL_IMPORT_POSTCODES:
      return _ ("a table of postcodes");
    case BL_IMPORT_ISOCHRONES:
      return _ ("outlines of what is reached in a time");
    case BL_IMPORT_SERIES:
      return _ ("a table of values over time");
    case BL_IMPORT_N_KINDS:
    case BL_IMPORT_AREAS:
    case BL_IMPORT_UNKNOWN:
    default:
      return _ ("outlines of areas");
    }
}

void
bl_import_plan_take_geo_error (GError **error, GError *wrong)
{
  int code = g_error_matches (wrong, BL_GEO_ERROR, BL_GEO_ERROR_CANCELLED) ? BL_EXCHANGE_ERROR_CANCELLED
             : g_error_matches (wrong, BL_GEO_ERROR, BL_GEO_ERROR_READ)    ? BL_EXCHANGE_ERROR_READ
             : g_error_matches (wrong, BL_GEO_ERROR, BL_GEO_ERROR_CRS)     ? BL_EXCHANGE_ERROR_OPTION
                                                                           : BL_EXCHANGE_ERROR_CONTENT;
  g_set_error_literal (error, BL_EXCHANGE_ERROR, code, wrong->message);
  g_error_free (wrong);
}

/* The field that @column is in a layer, by its target. */
static const char *
layer_field (BlImportPlan *self, const char *target)
{
  int column = bl_import_plan_find_target (self, target);

  return column >= 0 ? self->info->fields[column] : NULL;
}

gboolean
bl_import_plan_read_layer (BlImportPlan *self, GCancellable *cancellable, GError **error)
{
  const char *code = layer_field (self, self->kind != BL_IMPORT_ISOCHRONES                    ? "code"
                                        : bl_import_plan_find_target (self, "minutes") >= 0 ? "minutes"
                                                                                              : "seconds");
  GError *wrong = NULL;
  g_autofree char *words = NULL;

  g_clear_pointer (&self->layer, bl_layer_free);
  if (self->kind == BL_IMPORT_ISOCHRONES && code == NULL)
    {
      g_autofree char *list = bl_import_plan_list_columns (self);
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                   _ ("Say which column of “%s” holds the time of each outline, in minutes or seconds: its columns are %s"),
                   self->file, list);
      return FALSE;
    }
  self->layer = bl_layer_read (self->path, code, self->kind == BL_IMPORT_ISOCHRONES ? code : layer_field (self, "name"),
                               self->options.crs, cancellable, &wrong);
  if (self->layer == NULL)
    {
      bl_import_plan_take_geo_error (error, wrong);
      return FALSE;
    }
  bl_recognition_clear (&self->seen);
  if (self->kind == BL_IMPORT_ISOCHRONES)
    {
      gboolean ors = g_strv_contains ((const char *const *) self->info->fields, "group_index");

      self->seen = (BlRecognition) { .kind = BL_IMPORT_ISOCHRONES,
                                     .title = g_strdup (_ ("Outlines of what is reached in a time")),
                                     .source = ors ? "openrouteservice.org by HeiGIT, map data of OpenStreetMap" : NULL,
                                     .licence = ors ? "Open Database License (ODbL) 1.0" : NULL };
    }
  else
    bl_recognise_areas (code, self->layer->n_rows > 0 ? self->layer->codes[0] : NULL, &self->seen);
  words = g_strdup_printf (self->kind == BL_IMPORT_ISOCHRONES
                               ? ngettext ("%u outline", "%u outlines", self->layer->n_rows)
                               : ngettext ("%u area", "%u areas", self->layer->n_rows),
                           self->layer->n_rows);
  g_free (self->summary);
  self->summary = g_strdup_printf ("%s: %s, %s%s%s", self->file, words, self->info->format,
                                   self->layer->crs != NULL ? ", " : "",
                                   self->layer->crs != NULL ? self->layer->crs : "");
  return TRUE;
}

/* Outlines of the openrouteservice have a "value", a "group_index" and a "center"; Valhalla's a "contour". */
static gboolean
are_isochrones (char **fields)
{
  const char *const *all = (const char *const *) fields;

  return (g_strv_contains (all, "value") && (g_strv_contains (all, "group_index") || g_strv_contains (all, "center")))
         || (g_strv_contains (all, "contour") && g_strv_contains (all, "metric"));
}

static gboolean
read_areas (BlImportPlan *self, GCancellable *cancellable, GError **error)
{
  GError *wrong = NULL;
  gboolean isochrones;

  if (self->options.kind != BL_IMPORT_UNKNOWN && self->options.kind != BL_IMPORT_AREAS
      && self->options.kind != BL_IMPORT_ISOCHRONES)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT, _ ("“%s” is a map file, not %s"), self->file,
                   kind_words (self->options.kind));
      return FALSE;
    }
  self->info = bl_layer_inspect (self->path, &wrong);
  if (self->info == NULL)
    {
      bl_import_plan_take_geo_error (error, wrong);
      return FALSE;
    }
  isochrones = self->options.kind == BL_IMPORT_ISOCHRONES
               || (self->options.kind == BL_IMPORT_UNKNOWN && are_isochrones (self->info->fields));
  self->kind = isochrones ? BL_IMPORT_ISOCHRONES : BL_IMPORT_AREAS;
  self->verbs = isochrones ? &bl_import_isochrones_verbs : &bl_import_areas_verbs;
  for (guint i = 0; bl_target_list (self->kind)[i] != NULL; i++)
    bl_import_plan_add_target (self, bl_target_list (self->kind)[i]);
  g_ptr_array_add (self->targets, NULL);
  for (guint i = 0; self->info->fields[i] != NULL; i++)
    {
      g_autoptr (BlImportColumn) column = bl_import_column_new (self->info->fields[i]);
      const char *target = bl_target_find (self->kind, self->info->fields[i]);

      g_list_store_append (self->columns, column);
      if (target != NULL && bl_import_plan_find_target (self, target) < 0)
        bl_import_column_set_target (column, target);
    }
  if (!bl_import_plan_place_named (self, self->options.code_field,
                                   !isochrones             ? "code"
                                   : self->options.minutes ? "minutes"
                                                           : "seconds",
                                   error)
      || !bl_import_plan_place_named (self, self->options.name_field, "name", error))
    return FALSE;
  if (isochrones && self->options.minutes && bl_import_plan_find_target (self, "minutes") < 0
      && bl_import_plan_find_target (self, "seconds") >= 0)
    bl_import_plan_place_target (self, (guint) bl_import_plan_find_target (self, "seconds"), "minutes");
  return bl_import_plan_read_layer (self, cancellable, error);
}

static BlSheet *
read_sheet (BlImportPlan *self, GCancellable *cancellable, GError **error)
{
  if (self->options.text != NULL)
    {
      g_autoptr (GBytes) text = bl_pasted_read (self->options.text, error);

      return text != NULL ? bl_sheet_parse (text, self->file, cancellable, error) : NULL;
    }
  return bl_sheet_read (self->path, self->options.encoding, cancellable, error);
}

static gboolean
read_table (BlImportPlan *self, GCancellable *cancellable, GError **error)
{
  if (self->options.kind == BL_IMPORT_AREAS || self->options.kind == BL_IMPORT_ISOCHRONES)
    {
      /* A table that cannot even be read is told so first. */
      g_autoptr (BlSheet) sheet = read_sheet (self, cancellable, error);
      if (sheet != NULL)
        g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                     _ ("“%s” is a table without outlines: outlines come from GeoJSON, TopoJSON, Shapefile or "
                        "GeoPackage files"),
                     self->file);
      return FALSE;
    }
  self->sheet = read_sheet (self, cancellable, error);
  if (self->sheet == NULL)
    return FALSE;
  bl_recognise_headings (self->sheet, self->options.kind);
  self->summary = bl_sheet_describe (self->sheet);
  bl_recognise_sheet (self->sheet, self->options.kind, &self->seen);
  self->kind = self->seen.kind;
  /* A table with a column for each library is one of times: nothing else has them there. */
  if (self->options.kind == BL_IMPORT_UNKNOWN && self->kind == BL_IMPORT_VALUES && bl_import_travel_is_wide (self))
    {
      bl_recognition_clear (&self->seen);
      bl_recognise_sheet (self->sheet, BL_IMPORT_TRAVEL, &self->seen);
      self->kind = BL_IMPORT_TRAVEL;
    }
  switch (self->kind)
    {
    case BL_IMPORT_LIBRARIES:
      self->verbs = &bl_import_libraries_verbs;
      break;
    case BL_IMPORT_POINTS:
      self->verbs = &bl_import_points_verbs;
      break;
    case BL_IMPORT_VALUES:
      self->verbs = &bl_import_values_verbs;
      break;
    case BL_IMPORT_FIGURES:
      self->verbs = &bl_import_library_figures_verbs;
      break;
    case BL_IMPORT_MEMBERS:
      self->verbs = &bl_import_members_verbs;
      break;
    case BL_IMPORT_STOPS:
      self->verbs = &bl_import_stops_verbs;
      break;
    case BL_IMPORT_TRAVEL:
      self->verbs = &bl_import_travel_verbs;
      break;
    case BL_IMPORT_SERIES:
      self->verbs = &bl_import_series_verbs;
      break;
    case BL_IMPORT_N_KINDS:
    case BL_IMPORT_AREAS:
    case BL_IMPORT_NETWORK:
    case BL_IMPORT_POSTCODES:
    case BL_IMPORT_ISOCHRONES:
    case BL_IMPORT_UNKNOWN:
    default:
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                   _ ("“%s” is neither a list of libraries nor a table of figures that can be told by its columns"),
                   self->file);
      return FALSE;
    }
  if (bl_sheet_get_n_rows (self->sheet) == 0)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT, _ ("“%s” has a header and no rows"), self->file);
      return FALSE;
    }
  return bl_import_plan_choose_columns (self, error);
}

static gboolean
read_roads (BlImportPlan *self, gboolean has_roads, GCancellable *cancellable, GError **error)
{
  if (has_roads && (self->options.kind == BL_IMPORT_UNKNOWN || self->options.kind == BL_IMPORT_NETWORK))
    return bl_import_plan_read_network (self, cancellable, error);
  if (has_roads)
    g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT, _ ("“%s” is a road network, not %s"), self->file,
                 kind_words (self->options.kind));
  else
    g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                 _ ("“%s” is not a road network: choose an extract of OpenStreetMap (.osm.pbf) or the GeoPackage of OS Open Roads, "
                    "which has a layer “road_link”"),
                 self->file);
  return FALSE;
}

/* Directories of postcodes are too long for a sheet: they are known by their first line. */
static gboolean
look_for_postcodes (BlImportPlan *self, char ***headings, gboolean *header)
{
  if (self->options.kind != BL_IMPORT_UNKNOWN && self->options.kind != BL_IMPORT_POSTCODES)
    return FALSE;
  *headings = bl_postcode_file_peek (self->path, header);
  return self->options.kind == BL_IMPORT_POSTCODES
         || (*headings != NULL && bl_postcode_headings_are_likely (*headings, *header));
}

gboolean
bl_import_plan_read (BlImportPlan *self, GCancellable *cancellable, GError **error)
{
  g_auto (GStrv) headings = NULL;
  gboolean has_roads, header = FALSE;

  if (self->options.text != NULL)
    return read_table (self, cancellable, error);
  if (!bl_exchange_check_file (self->path, NULL, error))
    return FALSE;
  has_roads = bl_roads_recognise (self->path) != BL_ROADS_NONE;
  if (has_roads || self->options.kind == BL_IMPORT_NETWORK)
    return read_roads (self, has_roads, cancellable, error);
  if (!is_map_file (self->path) && look_for_postcodes (self, &headings, &header))
    return bl_import_plan_read_postcodes (self, headings, header, cancellable, error);
  return is_map_file (self->path) ? read_areas (self, cancellable, error) : read_table (self, cancellable, error);
}
