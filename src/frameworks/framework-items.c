/* framework-items.c: frameworks to assess by: those shipped, and finding what is in one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "framework-items.h"

#include <glib/gi18n-lib.h>

#include "catalogue-items.h"
#include "errors.h"
#include "places.h"
#include "record-xml.h"

static const char *const shipped[] = { "self-assessment-starter", "self-assessment-peer", NULL };

const char *const *
bl_framework_get_shipped (void)
{
  return shipped;
}

BlFramework *
bl_framework_read (const char *xml, gsize length, const char *name, GError **error)
{
  g_autoptr (BlRecordReading) reading = bl_record_read (BL_TYPE_FRAMEWORK, xml, length, name, NULL, error);

  if (reading == NULL)
    return NULL;
  if (reading->faults->len > 0)
    {
      const BlFault *fault = g_ptr_array_index (reading->faults, 0);

      g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_FORMAT, _ ("%s: line %u: %s"), name, fault->line,
                   fault->message);
      return NULL;
    }
  return g_object_ref (BL_FRAMEWORK (reading->root));
}

BlFramework *
bl_framework_load (const char *item, GError **error)
{
  g_autofree char *file = NULL, *path = NULL, *xml = NULL;
  gsize length;

  if (!g_strv_contains (shipped, item) && !g_strv_contains (bl_framework_get_planning (), item))
    {
      g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_FORMAT,
                   _ ("There is no framework called “%s” in the program."), item);
      return NULL;
    }
  file = g_strdup_printf ("frameworks/%s.xml", item);
  path = bl_places_find_data (file);
  if (path == NULL)
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                           _ ("The frameworks are not there: the program is not installed in full."));
      return NULL;
    }
  if (!g_file_get_contents (path, &xml, &length, error))
    return NULL;
  return bl_framework_read (xml, length, path, error);
}

static BlRecord *
copy_record (BlRecord *from, BlIds *ids)
{
  g_autofree char *id = bl_ids_make (ids, bl_record_get_kind (from));
  BlRecord *copy = g_object_new (G_OBJECT_TYPE (from), NULL);
  GPtrArray *fields = bl_record_get_fields (from);

  bl_record_assign_id (copy, id);
  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);

      if (field->about_change)
        continue;
      if (field->type == BL_FIELD_LIST)
        {
          GListModel *list = bl_record_get_list (from, field->name);

          for (guint j = 0; j < g_list_model_get_n_items (list); j++)
            {
              g_autoptr (BlRecord) child = g_list_model_get_item (list, j);
              g_autoptr (BlRecord) child_copy = copy_record (child, ids);

              bl_record_append (copy, field->name, child_copy);
            }
        }
      else
        bl_record_copy_field (copy, from, field); /* no kind of these has a child of its own */
    }
  return copy;
}

BlFramework *
bl_framework_copy (BlFramework *self, BlIds *ids)
{
  return BL_FRAMEWORK (copy_record (BL_RECORD (self), ids));
}

static gboolean
add_to_checksum (BlRecord *record, gpointer data)
{
  GPtrArray *fields = bl_record_get_fields (record);

  g_checksum_update (data, (const guchar *) bl_record_get_kind (record), -1);
  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);
      g_autofree char *text = NULL;

      if (field->about_change || field->type == BL_FIELD_LIST)
        continue;
      text = bl_record_get_as_text (record, field->name);
      if (text == NULL)
        continue;
      /* With their ends, so that words cannot wander from one field to the next unseen. */
      g_checksum_update (data, (const guchar *) field->name, strlen (field->name) + 1);
      g_checksum_update (data, (const guchar *) text, strlen (text) + 1);
    }
  return TRUE;
}

char *
bl_framework_make_checksum (BlFramework *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  bl_record_walk (BL_RECORD (self), add_to_checksum, checksum);
  return g_strdup (g_checksum_get_string (checksum));
}

typedef struct
{
  GType type;
  const char *item;
  BlRecord *found;
} Search;

static gboolean
is_sought (BlRecord *record, gpointer data)
{
  Search *search = data;

  if (G_OBJECT_TYPE (record) == search->type
      && g_strcmp0 (bl_record_get_text (record, "item"), search->item) == 0)
    search->found = record;
  return search->found == NULL;
}

static gpointer
find (gpointer self, GType type, const char *item)
{
  Search search = { type, item, NULL };

  if (item != NULL)
    bl_record_walk (self, is_sought, &search);
  return search.found;
}

BlCriterion *
bl_framework_find_criterion (BlFramework *self, const char *item)
{
  return find (self, BL_TYPE_CRITERION, item);
}

BlCharacteristic *
bl_framework_find_characteristic (BlFramework *self, const char *item)
{
  return find (self, BL_TYPE_CHARACTERISTIC, item);
}

BlCharacteristic *
bl_framework_find_characteristic_of (BlFramework *self, const char *criterion)
{
  BlCriterion *found = bl_framework_find_criterion (self, criterion);

  return found != NULL ? BL_CHARACTERISTIC (bl_record_get_parent (BL_RECORD (found))) : NULL;
}

BlResultsArea *
bl_framework_find_area (BlFramework *self, const char *item)
{
  return find (self, BL_TYPE_RESULTS_AREA, item);
}

BlScaleOfLevels *
bl_framework_find_scale (BlFramework *self, const char *item)
{
  return find (self, BL_TYPE_SCALE_OF_LEVELS, item);
}

BlScaleOfLevels *
bl_framework_find_usual_scale (BlFramework *self, const char *use)
{
  GListModel *scales = bl_record_get_list (BL_RECORD (self), "scales");
  BlScaleOfLevels *first = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (scales); i++)
    {
      g_autoptr (BlRecord) scale = g_list_model_get_item (scales, i); /* the list holds it */
      gboolean usual = FALSE;

      if (g_strcmp0 (bl_record_get_text (scale, "use"), use) != 0)
        continue;
      if (bl_record_get_boolean (scale, "usual", &usual) && usual)
        return BL_SCALE_OF_LEVELS (scale);
      if (first == NULL)
        first = BL_SCALE_OF_LEVELS (scale);
    }
  return first;
}

BlScaleLevel *
bl_framework_find_level (BlFramework *self, const char *item)
{
  return find (self, BL_TYPE_SCALE_LEVEL, item);
}

BlScript *
bl_framework_find_script (BlFramework *self, const char *item)
{
  return find (self, BL_TYPE_SCRIPT, item);
}

BlScriptEntry *
bl_framework_find_entry (BlFramework *self, const char *script, const char *entry)
{
  BlScript *found = bl_framework_find_script (self, script);

  return found != NULL ? find (found, BL_TYPE_SCRIPT_ENTRY, entry) : NULL;
}

const char *
bl_framework_get_title (BlFramework *self, const char *item)
{
  static const char *const fields[] = { "title", "title", "title", "label" };
  const GType types[]
      = { BL_TYPE_CRITERION, BL_TYPE_CHARACTERISTIC, BL_TYPE_RESULTS_AREA, BL_TYPE_SCALE_LEVEL };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      BlRecord *found = find (self, types[i], item);
      const char *title = found != NULL ? bl_record_get_text (found, fields[i]) : NULL;

      if (title != NULL)
        return title;
    }
  return item;
}

typedef struct
{
  GType type;
  gboolean short_route;
  GPtrArray *found;
} Listing;

static gboolean
list_record (BlRecord *record, gpointer data)
{
  Listing *listing = data;

  if (G_OBJECT_TYPE (record) == listing->type
      && (!listing->short_route || g_strcmp0 (bl_record_get_text (record, "route"), "short") == 0))
    g_ptr_array_add (listing->found, record);
  return TRUE;
}

static GPtrArray *
list_all (BlFramework *self, GType type, gboolean short_route)
{
  Listing listing = { type, short_route, g_ptr_array_new () };

  bl_record_walk (BL_RECORD (self), list_record, &listing);
  return listing.found;
}

GPtrArray *
bl_framework_list_criteria (BlFramework *self, gboolean short_route)
{
  return list_all (self, BL_TYPE_CRITERION, short_route);
}

GPtrArray *
bl_framework_list_characteristics (BlFramework *self)
{
  return list_all (self, BL_TYPE_CHARACTERISTIC, FALSE);
}

GPtrArray *
bl_framework_list_areas (BlFramework *self, gboolean short_route)
{
  return list_all (self, BL_TYPE_RESULTS_AREA, short_route);
}

GPtrArray *
bl_framework_list_routes (BlFramework *self)
{
  GPtrArray *scripts = list_all (self, BL_TYPE_SCRIPT, FALSE);

  for (guint i = scripts->len; i > 0; i--)
    if (g_strcmp0 (bl_record_get_text (g_ptr_array_index (scripts, i - 1), "use"), "route") != 0)
      g_ptr_array_remove_index (scripts, i - 1);
  return scripts;
}

static int
compare_levels (gconstpointer a, gconstpointer b)
{
  gint64 first = G_MAXINT64, second = G_MAXINT64;

  bl_record_get_integer (*(BlRecord *const *) a, "level", &first);
  bl_record_get_integer (*(BlRecord *const *) b, "level", &second);
  return first < second ? -1 : first > second;
}

GPtrArray *
bl_framework_list_levels (BlScaleOfLevels *scale)
{
  GListModel *list = bl_record_get_list (BL_RECORD (scale), "levels");
  GPtrArray *levels = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BlRecord) level = g_list_model_get_item (list, i);

      g_ptr_array_add (levels, level); /* the list holds it */
    }
  g_ptr_array_sort (levels, compare_levels); /* stable in GLib: those without a number stay in order */
  return levels;
}

static gboolean
add_indicators (BlRecord *record, gpointer data)
{
  const char *text
      = bl_record_find_field (record, "indicators") != NULL ? bl_record_get_text (record, "indicators") : NULL;
  g_auto (GStrv) items = g_strsplit (text != NULL ? text : "", " ", -1);

  for (guint i = 0; items[i] != NULL; i++)
    if (*items[i] != '\0' && !g_ptr_array_find_with_equal_func (data, items[i], g_str_equal, NULL))
      g_ptr_array_add (data, g_strdup (items[i]));
  return TRUE;
}

char **
bl_framework_list_indicators (gpointer record)
{
  GPtrArray *items = g_ptr_array_new ();

  bl_record_walk (record, add_indicators, items);
  g_ptr_array_add (items, NULL);
  return (char **) g_ptr_array_free (items, FALSE);
}

gboolean
bl_framework_is_short_route (BlFramework *self, const char *route)
{
  BlScript *script = bl_framework_find_script (self, route);

  return script != NULL && g_strcmp0 (bl_record_get_text (BL_RECORD (script), "scope"), "short") == 0;
}
