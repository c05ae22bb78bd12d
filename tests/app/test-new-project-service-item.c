/* test-new-project-service-item.c: finding a service by what is typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "new-project-service-item.h"

static BlReference *reference;
static GListModel *items;

/* The services found for @text, by their short names. */
static char *
find (const char *text)
{
  g_auto (GStrv) words = bl_new_project_service_words (text);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (BlNewProjectServiceItem) item = g_list_model_get_item (items, i);

      if (bl_new_project_service_item_matches (item, (const char *const *) words))
        g_string_append_printf (found, "%s%s", found->len > 0 ? "; " : "",
                                bl_new_project_service_item_get_service (item)->nice_name);
    }
  return g_string_free (found, FALSE);
}

static void
assert_found (const char *text, const char *expected)
{
  g_autofree char *found = find (text);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_find (void)
{
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, 153);
  /* The beginning of a word, not its middle; by the place's name. */
  assert_found ("new", "Newcastle upon Tyne; Newham");
  assert_found ("NEWC", "Newcastle upon Tyne");
  assert_found ("  tyne   new ", "Newcastle upon Tyne");
  assert_found ("st hel", "St. Helens");
  assert_found ("E08000035", "Leeds");
  /* A service that ended stands aside for the one that took over: one Somerset. */
  assert_found ("somerset", "Bath and North East Somerset; North Somerset; Somerset");
  assert_found ("zzz", "");
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  reference = bl_reference_new (&error);
  g_assert_no_error (error);
  items = bl_new_project_service_items_new (reference);
  g_test_add_func ("/new-project-service-item/find", test_find);
  result = g_test_run ();
  g_object_unref (items);
  bl_reference_free (reference);
  return result;
}
