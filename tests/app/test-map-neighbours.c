/* test-map-neighbours.c: what lies beyond the service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-neighbours.h"

#include "map-fixture.h"

static void
test_short_names (void)
{
  static const struct
  {
    const char *service, *name;
  } cases[] = {
    { "North Tyneside Metropolitan Borough Council", "North Tyneside" },
    { "Northumberland County Council", "Northumberland" },
    { "Newcastle City Council", "Newcastle" },
    { "Dorset Council", "Dorset" },
    { "City of London Corporation", "City of London Corporation" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = bl_map_neighbours_short_name (cases[i].service);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

/* Whom the city touches, from any atlas. */
static void
test_newcastle (void)
{
  static const char *const touching[] = { "Gateshead", "North Tyneside", "Northumberland", "South Tyneside" };
  g_autoptr (BlSession) session = map_fixture_newcastle ();
  g_autoptr (GArray) neighbours = bl_map_neighbours_new (bl_session_get_facts (session));

  for (guint i = 0; i < G_N_ELEMENTS (touching); i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < neighbours->len; j++)
        {
          const BlMapNeighbour *neighbour = &g_array_index (neighbours, BlMapNeighbour, j);

          g_assert_cmpuint (neighbour->places->len, >, 0);
          found = found || g_str_equal (neighbour->name, touching[i]);
        }
      g_assert_true (found);
    }
}

static void
test_none (void)
{
  g_autoptr (BlSession) session = map_fixture_squares (TRUE);
  g_autoptr (GArray) neighbours = bl_map_neighbours_new (bl_session_get_facts (session));

  g_assert_cmpuint (neighbours->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-neighbours/short-names", test_short_names);
  g_test_add_func ("/map-neighbours/newcastle", test_newcastle);
  g_test_add_func ("/map-neighbours/none", test_none);
  return g_test_run ();
}
