/* place.c: a place as people type it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "place.h"

#include "facts.h"
#include "postcodes.h"
#include "projection.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LARGEST_SQUARE 1000 /* metres: in a larger one nothing can be placed */

static gboolean
is_on_grid (BlPoint point)
{
  g_autofree char *reference = bl_grid_reference_to_text (point);

  return reference != NULL;
}

/* "424512,568160", "424512 568160". */
static gboolean
read_figures (const char *text, BlPoint *point)
{
  gsize first = strcspn (text, ", \t;");
  gsize gap = strspn (text + first, ", \t;");
  g_autofree char *easting = g_strndup (text, first);

  return gap > 0 && bl_text_to_double (easting, &point->x)
         && bl_text_to_double (text + first + gap, &point->y);
}

/* Latitude and longitude as maps on the web give them, "55.0068, -1.6203", are
 * no easting and northing: nothing stands within 100 m of the grid's origin, which is in the sea. */
static gboolean
read_degrees (BlPoint figures, BlPoint *point)
{
  if (!(figures.x > 49 && figures.x < 61 && figures.y > -9 && figures.y < 2.5))
    return FALSE;
  *point = bl_projection_from_lonlat (figures.y, figures.x);
  return TRUE;
}

/* "NE3 3HD": two letters or more, then figures, and letters at the end. */
static gboolean
is_like_postcode (const char *text)
{
  gsize length = strlen (text);

  return length >= 5 && g_ascii_isalpha (text[0]) && g_ascii_isalpha (text[length - 1])
         && g_ascii_isalpha (text[length - 2]) && g_ascii_isdigit (text[length - 3]);
}

static gboolean
find_postcode (BlProject *project, const char *text, BlPoint *point, char **name, GError **error)
{
  BlRecord *postcodes = bl_record_get_child (BL_RECORD (project), "postcodes");
  g_autoptr (BlLibrary) form = NULL;

  if (postcodes == NULL)
    {
      g_set_error (
          error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS,
          _ ("Where “%s” is, is not known: this project has no postcodes yet. Import them, or give easting "
             "and northing."),
          text);
      return FALSE;
    }
  if (!bl_postcodes_find (BL_POSTCODES (postcodes), text, point))
    {
      g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
                   _ ("The postcode “%s” is not among those of this project."), text);
      return FALSE;
    }
  form = bl_library_new (NULL);
  if (name != NULL && bl_record_set_from_text (BL_RECORD (form), "postcode", text, NULL))
    *name = g_strdup (bl_record_get_text (BL_RECORD (form), "postcode"));
  return TRUE;
}

gboolean
bl_place_find (BlProject *project, const char *text, BlPoint *point, char **name, GError **error)
{
  g_autofree char *clean = bl_text_clean (text);
  BlPoint figures;
  double side;

  g_return_val_if_fail (BL_IS_PROJECT (project) && point != NULL, FALSE);

  if (name != NULL)
    *name = NULL;
  if (clean != NULL && read_figures (clean, &figures))
    {
      if (!read_degrees (figures, point))
        *point = figures;
      if (is_on_grid (*point))
        return TRUE;
    }
  if (bl_grid_reference_parse (clean, point, &side) && side <= LARGEST_SQUARE)
    {
      if (name != NULL)
        *name = g_ascii_strup (clean, -1);
      return TRUE;
    }
  if (clean != NULL && is_like_postcode (clean))
    return find_postcode (project, clean, point, name, error);
  g_set_error (
      error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
      _ ("“%s” is not a place in Great Britain. Write easting and northing in metres (424512,568160), a grid "
         "reference (NZ 245 682) or a postcode."),
      clean != NULL ? clean : "");
  return FALSE;
}
