/* framework-change.c: adding, moving and removing what is in a framework
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "framework-change.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "framework-frame.h"

/* What may stand where. */
static const struct
{
  const char *kind, *list;
  GType (*parent) (void);
  GType (*type) (void);
} places[] = {
  { "section", "sections", bl_framework_get_type, bl_framework_section_get_type },
  { "results-area", "areas", bl_framework_section_get_type, bl_results_area_get_type },
  { "characteristic", "characteristics", bl_framework_section_get_type, bl_characteristic_get_type },
  { "criterion", "criteria", bl_characteristic_get_type, bl_criterion_get_type },
};

static guint
find_place (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].kind, kind))
      return i;
  g_return_val_if_reached (G_N_ELEMENTS (places));
}

static guint
position_of (BlRecord *record)
{
  GListModel *list = bl_record_get_list (bl_record_get_parent (record), bl_record_get_place (record));
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlRecord) other = g_list_model_get_item (list, i);

      if (other == record)
        return i;
    }
  return n;
}

static guint
count (BlRecord *parent, const char *list)
{
  return g_list_model_get_n_items (bl_record_get_list (parent, list));
}

typedef struct
{
  guint place;
  BlRecord *last, *last_filled;
} Holders;

static gboolean
note_holder (BlRecord *record, gpointer data)
{
  Holders *holders = data;

  if (G_OBJECT_TYPE (record) == places[holders->place].parent ())
    {
      holders->last = record;
      if (count (record, places[holders->place].list) > 0)
        holders->last_filled = record;
    }
  return TRUE;
}

/* The record that holds @after, or is it, and may have one in its list; else the last below it, one that has some already
 * before others. */
static BlRecord *
find_holder (BlFramework *framework, BlRecord *after, guint place)
{
  BlRecord *from = after != NULL ? after : BL_RECORD (framework), *record = from;
  Holders holders = { place, NULL, NULL };

  while (record != NULL && G_OBJECT_TYPE (record) != places[place].parent ())
    record = BL_IS_FRAMEWORK (record) ? NULL : bl_record_get_parent (record);
  if (record != NULL)
    return record;
  bl_record_walk (from, note_holder, &holders);
  return holders.last_filled != NULL ? holders.last_filled : holders.last;
}

gboolean
bl_framework_may_add (BlFramework *framework, BlRecord *after, const char *kind)
{
  guint place = find_place (kind);

  g_return_val_if_fail (place < G_N_ELEMENTS (places), FALSE);
  return find_holder (framework, after, place) != NULL;
}

typedef struct
{
  const char *item;
  gboolean taken;
} Name;

static gboolean
is_free (BlRecord *record, gpointer data)
{
  Name *name = data;

  if (bl_record_find_field (record, "item") != NULL && g_strcmp0 (bl_record_get_text (record, "item"), name->item) == 0)
    name->taken = TRUE;
  return !name->taken;
}

char *
bl_framework_make_item (BlFramework *framework, const char *stem)
{
  for (guint n = 1;; n++)
    {
      g_autofree char *item = g_strdup_printf ("%s-%u", stem, n);
      Name name = { item, FALSE };

      bl_record_walk (BL_RECORD (framework), is_free, &name);
      if (!name.taken)
        return g_steal_pointer (&item);
    }
}

static const char *
new_title (const char *kind)
{
  if (g_str_equal (kind, "section"))
    return _ ("New section");
  if (g_str_equal (kind, "results-area"))
    return _ ("New results area");
  return g_str_equal (kind, "characteristic") ? _ ("New characteristic") : _ ("New criterion");
}

BlRecord *
bl_framework_add_item (BlProject *project, BlFramework *framework, BlRecord *after, const char *kind)
{
  guint place = find_place (kind);
  BlRecord *holder;
  g_autoptr (BlRecord) made = NULL;
  g_autofree char *item = NULL, *id = NULL;
  guint position;

  g_return_val_if_fail (place < G_N_ELEMENTS (places), NULL);
  holder = find_holder (framework, after, place);
  if (holder == NULL)
    return NULL;
  made = g_object_new (places[place].type (), NULL);
  id = bl_ids_make (bl_project_get_ids (project), kind);
  bl_record_assign_id (made, id);
  /* A criterion is called after what it belongs to, as those of the starter set are. */
  item = bl_framework_make_item (framework,
                                 BL_IS_CRITERION (made) && bl_record_is_known (holder, "item")
                                     ? bl_record_get_text (holder, "item")
                                     : kind);
  bl_record_set_text (made, "item", item);
  bl_record_set_text (made, "title", new_title (kind));
  if (BL_IS_CRITERION (made) || BL_IS_RESULTS_AREA (made))
    bl_record_set_text (made, "route", "full");
  position = count (holder, places[place].list);
  for (BlRecord *at = after; at != NULL && at != holder; at = bl_record_get_parent (at))
    if (bl_record_get_parent (at) == holder && g_str_equal (bl_record_get_place (at), places[place].list))
      position = position_of (at) + 1;
  bl_record_insert (holder, places[place].list, position, made);
  if (BL_IS_CHARACTERISTIC (made))
    bl_framework_update_route (framework, bl_project_get_ids (project), FALSE);
  return made; /* the framework keeps it */
}

/* --- Moving -------------------------------------------------------------------------- */

/* The list the record goes to, and where in it; NULL where it cannot. */
static BlRecord *
find_new_place (BlRecord *record, gboolean down, guint *position)
{
  BlRecord *parent = bl_record_get_parent (record), *above, *next = NULL;
  const char *list;
  guint at, n, parent_at;

  if (parent == NULL || bl_record_get_place (record) == NULL)
    return NULL;
  list = bl_record_get_place (record);
  at = position_of (record);
  n = count (parent, list);
  if (down ? at + 1 < n : at > 0)
    {
      *position = down ? at + 1 : at - 1;
      return parent;
    }
  /* From the end of one list to the beginning of the next, among parents of one kind beside each other. */
  above = bl_record_get_parent (parent);
  if (above == NULL || BL_IS_FRAMEWORK (parent))
    return NULL;
  parent_at = position_of (parent);
  if (down || parent_at > 0)
    {
      g_autoptr (BlRecord) beside = g_list_model_get_item (bl_record_get_list (above, bl_record_get_place (parent)),
                                                           down ? parent_at + 1 : parent_at - 1);

      next = beside; /* the list keeps it */
    }
  if (next != NULL)
    *position = down ? 0 : count (next, list);
  return next;
}

gboolean
bl_framework_may_move (BlRecord *record, gboolean down)
{
  guint position;

  return find_new_place (record, down, &position) != NULL;
}

static BlFramework *
find_framework (BlRecord *record)
{
  while (record != NULL && !BL_IS_FRAMEWORK (record))
    record = bl_record_get_parent (record);
  return (BlFramework *) record;
}

gboolean
bl_framework_move_item (BlProject *project, BlRecord *record, gboolean down)
{
  guint position = 0;
  BlRecord *parent = find_new_place (record, down, &position);
  g_autofree char *list = g_strdup (bl_record_get_place (record));

  if (parent == NULL)
    return FALSE;
  g_object_ref (record);
  bl_record_remove (record);
  bl_record_insert (parent, list, position, record);
  g_object_unref (record);
  if (!BL_IS_CRITERION (record))
    bl_framework_update_route (find_framework (record), bl_project_get_ids (project), FALSE);
  return TRUE;
}

/* --- Removing --------------------------------------------------------------------------- */

static gboolean
gather_item (BlRecord *record, gpointer data)
{
  const char *item
      = bl_record_find_field (record, "item") != NULL ? bl_record_get_text (record, "item") : NULL;

  if (item != NULL)
    g_hash_table_add (data, g_strdup (item));
  return TRUE;
}

static void
forget_in (BlRecord *record, const char *field, GHashTable *gone)
{
  const char *text = bl_record_get_text (record, field);
  g_auto (GStrv) items = g_strsplit (text != NULL ? text : "", " ", -1);
  g_autoptr (GString) left = g_string_new (NULL);

  if (text == NULL)
    return;
  for (guint i = 0; items[i] != NULL; i++)
    if (*items[i] != '\0' && !g_hash_table_contains (gone, items[i]))
      g_string_append_printf (left, "%s%s", left->len > 0 ? " " : "", items[i]);
  if (left->len == 0)
    bl_record_clear (record, field);
  else if (!g_str_equal (left->str, text))
    bl_record_set_text (record, field, left->str);
}

static gboolean
forget (BlRecord *record, gpointer gone)
{
  if (BL_IS_CRITERION (record))
    forget_in (record, "see-also", gone);
  else if (BL_IS_RESULTS_AREA (record))
    forget_in (record, "look-next", gone);
  else if (BL_IS_SCRIPT_ENTRY (record))
    forget_in (record, "concerns", gone);
  return TRUE;
}

void
bl_framework_remove_item (BlProject *project, BlRecord *record)
{
  g_autoptr (GHashTable) gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  BlFramework *framework = find_framework (record);
  gboolean criterion = BL_IS_CRITERION (record);

  g_return_if_fail (framework != NULL && BL_RECORD (framework) != record);
  bl_record_walk (record, gather_item, gone);
  bl_project_delete (project, record);
  bl_record_walk (BL_RECORD (framework), forget, gone);
  if (!criterion)
    bl_framework_update_route (framework, bl_project_get_ids (project), FALSE);
}
