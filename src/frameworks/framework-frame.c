/* framework-frame.c: what a set of one's own words is put into: scales, method and a route
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "framework-frame.h"

#include <glib/gi18n-lib.h>

/* Minutes of the beginning and of a characteristic, as in the route through the nine themes. */
#define WELCOME 10
#define CYCLE 12

static void
remove_sections_and_routes (BlFramework *self)
{
  g_autoptr (GPtrArray) routes = bl_framework_list_routes (self);

  bl_record_remove_all (BL_RECORD (self), "sections");
  for (guint i = 0; i < routes->len; i++)
    bl_record_remove (g_ptr_array_index (routes, i));
}

/* What a step was about may have gone. */
static void
drop_concerns (BlFramework *self)
{
  GListModel *scripts = bl_record_get_list (BL_RECORD (self), "scripts");

  for (guint i = 0; i < g_list_model_get_n_items (scripts); i++)
    {
      g_autoptr (BlRecord) script = g_list_model_get_item (scripts, i);
      GListModel *entries = bl_record_get_list (script, "entries");

      for (guint j = 0; j < g_list_model_get_n_items (entries); j++)
        {
          g_autoptr (BlRecord) entry = g_list_model_get_item (entries, j);
          const char *concerns = bl_record_get_text (entry, "concerns");

          if (concerns != NULL && bl_framework_find_script (self, concerns) == NULL)
            bl_record_clear (entry, "concerns");
        }
    }
}

BlFramework *
bl_framework_make_frame (BlFramework *from, const char *scale, BlIds *ids)
{
  static const char *const of_its_own[] = { "item",     "title",        "revision",    "official",  "made",
                                            "based-on", "source",       "licence",     "confidence", "verified",
                                            "notice-short", "notice-long", "statement", "note" };
  BlFramework *self = bl_framework_copy (from, ids);
  GListModel *scales = bl_record_get_list (BL_RECORD (self), "scales");

  for (guint i = 0; i < G_N_ELEMENTS (of_its_own); i++)
    bl_record_clear (BL_RECORD (self), of_its_own[i]);
  remove_sections_and_routes (self);
  drop_concerns (self);
  for (guint i = 0; scale != NULL && i < g_list_model_get_n_items (scales); i++)
    {
      g_autoptr (BlRecord) one = g_list_model_get_item (scales, i);

      if (g_strcmp0 (bl_record_get_text (one, "use"), "criteria") == 0)
        bl_record_set_boolean (one, "usual", g_strcmp0 (bl_record_get_text (one, "item"), scale) == 0);
    }
  return self;
}

static void
add_step (BlRecord *route, BlIds *ids, const char *item, gint64 at, gint64 minutes, const char *concerns, const char *words)
{
  g_autoptr (BlScriptEntry) entry = bl_script_entry_new (NULL);
  g_autofree char *id = bl_ids_make (ids, "entry");
  BlRecord *record = BL_RECORD (entry);

  bl_record_assign_id (record, id);
  bl_record_set_text (record, "item", item);
  bl_record_set_integer (record, "at", at);
  bl_record_set_integer (record, "minutes", minutes);
  bl_record_set_text (record, "concerns", concerns);
  bl_record_set_text (record, "source", "Branchline");
  bl_record_set_text (record, "confidence", "low");
  bl_record_set_text (record, "do", words);
  bl_record_append (route, "entries", record);
}

void
bl_framework_update_route (BlFramework *self, BlIds *ids, gboolean always)
{
  BlRecord *route = (BlRecord *) bl_framework_find_script (self, BL_FRAMEWORK_ROUTE);
  g_autoptr (GPtrArray) characteristics = bl_framework_list_characteristics (self);

  if (route == NULL && !always)
    return;
  if (route == NULL)
    {
      g_autoptr (BlScript) made = bl_script_new (NULL);
      g_autofree char *id = bl_ids_make (ids, "script");

      route = BL_RECORD (made);
      bl_record_assign_id (route, id);
      bl_record_set_text (route, "item", BL_FRAMEWORK_ROUTE);
      bl_record_set_text (route, "title", _ ("Every characteristic"));
      bl_record_set_text (route, "use", "route");
      bl_record_set_text (route, "scope", "full");
      bl_record_set_text (route, "source", "Branchline");
      bl_record_set_text (route, "confidence", "low");
      bl_record_set_text (route, "statement",
                          _ ("One characteristic after the other, twelve minutes each, after ten minutes to begin; "
                             "the timings are a first guess."));
      bl_record_insert (BL_RECORD (self), "scripts", 0, route);
    }
  bl_record_remove_all (route, "entries");
  add_step (route, ids, "all-1", 0, WELCOME, NULL, _ ("Welcome, names, purpose, ground rules."));
  for (guint i = 0; i < characteristics->len; i++)
    {
      BlRecord *characteristic = g_ptr_array_index (characteristics, i);
      const char *concerns = bl_record_get_text (characteristic, "item");
      g_autofree char *title = bl_record_describe (characteristic);
      g_autofree char *item = g_strdup_printf ("all-%u", i + 2);
      g_autofree char *words = g_strdup_printf (_ ("%s, by cycle-12."), title);

      add_step (route, ids, item, WELCOME + (gint64) CYCLE * i, CYCLE, concerns, words);
    }
  bl_record_set_integer (route, "minutes", WELCOME + (gint64) CYCLE * characteristics->len);
}
