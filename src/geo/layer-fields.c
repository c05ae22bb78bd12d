/* layer-fields.c: which field of a layer holds the code, which the name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "layer-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Small areas first: a file of output areas also names the wards they are in.
 * The Office for National Statistics writes STEM, two digits of a year, CD or NM. */
static const char *const stems[] = { "oa", "lsoa", "msoa", "dz", "wd", "lad", "ctyua", "utla" };
static const char *const code_names[]
    = { "code",   "geo_code",  "geocode",  "geography_code", "geographycode", "area_code", "areacode",
        "areacd", "lsoa_code", "lsoacode", "gss_code",       "gss",           "lsoa",      "oa" };
static const char *const name_names[]
    = { "name",     "geo_name", "geoname",   "geography_name", "area_name",
        "areaname", "areanm",   "lsoa_name", "label",          "geo_label" };

static gboolean
is_ons_field (const char *field, const char *stem, const char *ending)
{
  gsize length = strlen (stem);

  return g_ascii_strncasecmp (field, stem, length) == 0 && g_ascii_isdigit (field[length])
         && g_ascii_isdigit (field[length + 1]) && g_ascii_strcasecmp (field + length + 2, ending) == 0;
}

static const char *
field_name (OGRFeatureDefnH definition, int i)
{
  return OGR_Fld_GetNameRef (OGR_FD_GetFieldDefn (definition, i));
}

static int
find_ons_field (OGRFeatureDefnH definition, const char *ending)
{
  for (guint s = 0; s < G_N_ELEMENTS (stems); s++)
    for (int i = 0; i < OGR_FD_GetFieldCount (definition); i++)
      if (is_ons_field (field_name (definition, i), stems[s], ending))
        return i;
  return -1;
}

static int
find_field (OGRFeatureDefnH definition, const char *name)
{
  for (int i = 0; i < OGR_FD_GetFieldCount (definition); i++)
    if (g_ascii_strcasecmp (field_name (definition, i), name) == 0)
      return i;
  return -1;
}

static int
find_any_field (OGRFeatureDefnH definition, const char *const *names, guint n_names)
{
  for (guint n = 0; n < n_names; n++)
    {
      int i = find_field (definition, names[n]);

      if (i >= 0)
        return i;
    }
  return -1;
}

static gboolean
is_gss_code (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  if (length != 9 || !g_ascii_isupper (text[0]))
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

/* The first field whose first text is a nine-character official code. */
static int
find_by_content (OGRLayerH layer, OGRFeatureDefnH definition)
{
  OGRFeatureH first;
  int found = -1;

  OGR_L_ResetReading (layer);
  first = OGR_L_GetNextFeature (layer);
  if (first == NULL)
    return -1;
  for (int i = 0; i < OGR_FD_GetFieldCount (definition) && found < 0; i++)
    if (is_gss_code (OGR_F_GetFieldAsString (first, i)))
      found = i;
  OGR_F_Destroy (first);
  OGR_L_ResetReading (layer);
  return found;
}

char *
bl_layer_fields_list (OGRLayerH layer)
{
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn (layer);
  g_autoptr (GString) list = g_string_new (NULL);

  for (int i = 0; i < OGR_FD_GetFieldCount (definition); i++)
    {
      g_autofree char *name = g_utf8_make_valid (field_name (definition, i), -1);

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", name);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static int
find_asked (BlLayerSource *source, const char *field, GError **error)
{
  int found = find_field (OGR_L_GetLayerDefn (source->layer), field);

  if (found < 0)
    {
      g_autofree char *list = bl_layer_fields_list (source->layer);

      g_set_error (error, BL_GEO_ERROR, BL_GEO_ERROR_CONTENT,
                   _ ("“%s” has no field “%s”. Its fields are: %s."), source->shown, field,
                   *list ? list : _ ("none"));
    }
  return found;
}

gboolean
bl_layer_fields_find (BlLayerSource *source,
                      const char *code_field,
                      const char *name_field,
                      BlLayerFields *fields,
                      GError **error)
{
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn (source->layer);

  fields->code = fields->name = -1;
  if (code_field != NULL && (fields->code = find_asked (source, code_field, error)) < 0)
    return FALSE;
  if (name_field != NULL && (fields->name = find_asked (source, name_field, error)) < 0)
    return FALSE;

  if (fields->code < 0)
    fields->code = find_ons_field (definition, "CD");
  if (fields->code < 0)
    fields->code = find_any_field (definition, code_names, G_N_ELEMENTS (code_names));
  if (fields->code < 0)
    fields->code = find_by_content (source->layer, definition);
  if (fields->code < 0)
    {
      g_autofree char *list = bl_layer_fields_list (source->layer);

      g_set_error (
          error, BL_GEO_ERROR, BL_GEO_ERROR_CONTENT,
          _ ("No field of “%s” looks like the code of an area, such as LSOA21CD. Say which one it is. Its "
             "fields are: %s."),
          source->shown, *list ? list : _ ("none"));
      return FALSE;
    }

  if (fields->name < 0)
    fields->name = find_ons_field (definition, "NM");
  if (fields->name < 0)
    fields->name = find_any_field (definition, name_names, G_N_ELEMENTS (name_names));
  if (fields->name == fields->code)
    fields->name = -1;
  return TRUE;
}
