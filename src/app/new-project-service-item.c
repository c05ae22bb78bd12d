/* new-project-service-item.c: a published library service in a list model
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "new-project-service-item.h"

#include "text.h"

struct _BlNewProjectServiceItem
{
  GObject parent_instance;

  const BlReferenceService *service;
  char **words; /* folded words of all its names */
};

G_DEFINE_FINAL_TYPE (BlNewProjectServiceItem, bl_new_project_service_item, G_TYPE_OBJECT)

static void
bl_new_project_service_item_finalize (GObject *object)
{
  g_strfreev (BL_NEW_PROJECT_SERVICE_ITEM (object)->words);
  G_OBJECT_CLASS (bl_new_project_service_item_parent_class)->finalize (object);
}

static void
bl_new_project_service_item_class_init (BlNewProjectServiceItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bl_new_project_service_item_finalize;
}

static void
bl_new_project_service_item_init (BlNewProjectServiceItem *self)
{
}

static const char *
place_of (const BlReferenceService *service)
{
  return service->nice_name != NULL ? service->nice_name : service->name;
}

/* By the place, not by the kind of council: Newcastle City Council before the
 * London Borough of Newham. */
static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  return g_utf8_collate (place_of (((const BlNewProjectServiceItem *) a)->service),
                         place_of (((const BlNewProjectServiceItem *) b)->service));
}

GListModel *
bl_new_project_service_items_new (BlReference *reference)
{
  GPtrArray *services = bl_reference_get_services (reference);
  GListStore *store = g_list_store_new (BL_TYPE_NEW_PROJECT_SERVICE_ITEM);

  for (guint i = 0; i < services->len; i++)
    {
      const BlReferenceService *service = g_ptr_array_index (services, i);
      g_autoptr (BlNewProjectServiceItem) item = NULL;
      g_autofree char *all = NULL;

      if (service->ended)
        continue;
      item = g_object_new (BL_TYPE_NEW_PROJECT_SERVICE_ITEM, NULL);
      all = g_strjoin (" ", service->name, service->code, service->nice_name != NULL ? service->nice_name : "",
                       service->other_names != NULL ? service->other_names : "", NULL);
      item->service = service;
      item->words = bl_new_project_service_words (all);
      g_list_store_insert_sorted (store, item, compare_items, NULL);
    }
  return G_LIST_MODEL (store);
}

const BlReferenceService *
bl_new_project_service_item_get_service (BlNewProjectServiceItem *self)
{
  g_return_val_if_fail (BL_IS_NEW_PROJECT_SERVICE_ITEM (self), NULL);
  return self->service;
}

gboolean
bl_new_project_service_item_matches (BlNewProjectServiceItem *self, const char *const *words)
{
  g_return_val_if_fail (BL_IS_NEW_PROJECT_SERVICE_ITEM (self), FALSE);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; self->words[j] != NULL && !found; j++)
        found = g_str_has_prefix (self->words[j], words[i]);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

char **
bl_new_project_service_words (const char *text)
{
  g_autofree char *folded = bl_text_fold (text);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  /* Hyphens, commas, apostrophes and dots part words too: "Tyne" finds
   * "Newcastle-upon-Tyne", "st helens" finds "St. Helens". */
  parts = g_strsplit_set (g_strdelimit (folded, "-,.;()&/", ' '), " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (builder, parts[i]);
  return g_strv_builder_end (builder);
}
