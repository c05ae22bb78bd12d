/* catalogue-items.c: what is laid down for planning: workflows, and catalogues of things with fields of their
 * own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "catalogue-items.h"

static const char *const planning[]
    = { "planning", "readiness", "lenses", "appraisal", "consultation", "actions", "registers", NULL };

const char *const *
bl_framework_get_planning (void)
{
  return planning;
}

/* The record of @list whose text @field is @value; the list holds it. */
static gpointer
find_in (BlRecord *parent, const char *list, const char *field, const char *value)
{
  GListModel *records = bl_record_get_list (parent, list);

  for (guint i = 0; value != NULL && i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (records, i);

      if (g_strcmp0 (bl_record_get_text (record, field), value) == 0)
        return record;
    }
  return NULL;
}

BlFramework *
bl_framework_look_up (BlProject *project, const char *item, BlFramework **shipped, GError **error)
{
  BlFramework *own = find_in (BL_RECORD (project), "frameworks", "item", item);

  *shipped = NULL;
  if (own != NULL)
    return own;
  *shipped = bl_framework_load (item, error);
  return *shipped;
}

BlFramework *
bl_framework_use (BlProject *project, const char *item, GError **error)
{
  g_autoptr (BlFramework) shipped = NULL;
  g_autoptr (BlFramework) copy = NULL;
  BlFramework *found = bl_framework_look_up (project, item, &shipped, error);

  if (shipped == NULL)
    return found;
  copy = bl_framework_copy (shipped, bl_project_get_ids (project));
  bl_record_append (BL_RECORD (project), "frameworks", BL_RECORD (copy));
  return copy; /* the list holds it */
}

BlCatalogue *
bl_framework_find_catalogue (BlFramework *self, const char *item)
{
  return find_in (BL_RECORD (self), "catalogues", "item", item);
}

BlWorkflow *
bl_framework_find_workflow (BlFramework *self, const char *item)
{
  return find_in (BL_RECORD (self), "workflows", "item", item);
}

BlCatalogueItem *
bl_catalogue_find (BlCatalogue *self, const char *item)
{
  return find_in (BL_RECORD (self), "items", "item", item);
}

const char *
bl_catalogue_item_get (BlCatalogueItem *self, const char *key)
{
  return bl_entry_fields_get (BL_RECORD (self), "fields", key);
}

const char *
bl_entry_fields_get (BlRecord *record, const char *list, const char *key)
{
  BlRecord *field = find_in (record, list, "key", key);

  return field != NULL ? bl_record_get_text (field, "value") : NULL;
}

void
bl_entry_fields_set (BlRecord *record, const char *list, const char *key, const char *value)
{
  BlRecord *field = find_in (record, list, "key", key);

  if (value == NULL || *value == '\0')
    {
      if (field != NULL)
        bl_record_remove (field);
      return;
    }
  if (field == NULL)
    {
      g_autoptr (BlRecord) added = BL_RECORD (bl_entry_field_new (NULL));

      bl_record_set_text (added, "key", key);
      bl_record_append (record, list, added);
      field = added; /* the list holds it */
    }
  bl_record_set_text (field, "value", value);
}
