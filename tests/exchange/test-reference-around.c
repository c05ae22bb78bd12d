/* test-reference-around.c: small areas of England by place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "reference-around.h"

/* All of England: 32,844 areas (expected.md), each of a service of today. */
static void
test_england (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlReference) reference = bl_reference_new (&error);
  g_autoptr (GArray) places = NULL;
  g_autoptr (GHashTable) services = g_hash_table_new (NULL, NULL);
  guint newcastle = 0;

  g_assert_no_error (error);
  places = bl_reference_get_places_within (reference, (BlBounds) { 0, 0, 700000, 700000 }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (places->len, ==, 32844);
  for (guint i = 0; i < places->len; i++)
    {
      const BlReferencePlace *place = &g_array_index (places, BlReferencePlace, i);

      g_assert_nonnull (place->service);
      g_assert_false (place->service->ended);
      g_hash_table_add (services, (gpointer) place->service);
      newcastle += g_str_equal (place->service->code, "E08000021") ? 1 : 0;
    }
  g_assert_cmpuint (newcastle, ==, 175);
  /* Every service of today has people somewhere. */
  g_assert_cmpuint (g_hash_table_size (services), >=, 150);
}

/* A mile of sea holds nobody. */
static void
test_sea (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlReference) reference = bl_reference_new (&error);
  g_autoptr (GArray) places = NULL;

  g_assert_no_error (error);
  places = bl_reference_get_places_within (reference, (BlBounds) { 450000, 580000, 451600, 581600 }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (places->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reference-around/england", test_england);
  g_test_add_func ("/reference-around/sea", test_sea);
  return g_test_run ();
}
