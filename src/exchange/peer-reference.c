/* peer-reference.c: what the published facts that come with the program tell of every authority
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "peer-reference.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "reference-private.h"

/* The circle about a small area within which people are counted for the density that they live in. */
#define NEAR_METRES 2000.0
#define NEAR_KM2 (G_PI * NEAR_METRES * NEAR_METRES / 1e6)
#define MOST_DEPRIVED 2 /* tenths */

typedef struct
{
  double x, y, people;
  int authority; /* -1: of a service that is no more */
} Small;

typedef struct
{
  double people, near, areas, deprived, aged, young, old;
} Sums;

static GHashTable *
map_districts (BlReference *reference, const BlPeerFacts *facts)
{
  GHashTable *map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *services = bl_reference_get_services (reference);

  for (guint i = 0; i < services->len; i++)
    {
      const BlReferenceService *service = g_ptr_array_index (services, i);
      char *const *districts = bl_reference_get_districts (reference, service);
      int at = service->ended ? -1 : bl_peer_facts_find_authority (facts, service->code);

      for (guint d = 0; at >= 0 && districts[d] != NULL; d++)
        g_hash_table_insert (map, g_strdup (districts[d]), GINT_TO_POINTER (at + 1));
    }
  return map;
}

static gint64
cell_key (double x, double y)
{
  return ((gint64) floor (x / NEAR_METRES) << 32) + (gint64) floor (y / NEAR_METRES);
}

/* Cells of 2 km by 2 km, each with the small areas in it. */
static GHashTable *
make_grid (GArray *all)
{
  GHashTable *grid = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < all->len; i++)
    {
      gint64 key = cell_key (g_array_index (all, Small, i).x, g_array_index (all, Small, i).y);
      GArray *cell = g_hash_table_lookup (grid, &key);

      if (cell == NULL)
        {
          cell = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (grid, g_memdup2 (&key, sizeof key), cell);
        }
      g_array_append_val (cell, i);
    }
  return grid;
}

static double
count_near (GArray *all, GHashTable *grid, const Small *small)
{
  double people = 0;

  for (int dx = -1; dx <= 1; dx++)
    for (int dy = -1; dy <= 1; dy++)
      {
        gint64 key = cell_key (small->x + dx * NEAR_METRES, small->y + dy * NEAR_METRES);
        GArray *cell = g_hash_table_lookup (grid, &key);

        for (guint i = 0; cell != NULL && i < cell->len; i++)
          {
            const Small *other = &g_array_index (all, Small, g_array_index (cell, guint, i));

            if (hypot (other->x - small->x, other->y - small->y) <= NEAR_METRES)
              people += other->people;
          }
      }
  return people;
}

static gboolean
sum_areas (BlReference *reference, const BlPeerFacts *facts, Sums *sums, GError **error)
{
  static const char *const columns[] = { "district-2019", "easting-dm", "northing-dm", "people-2019", "aged-0-15-2015",
                                         "aged-16-59-2015", "aged-60-plus-2015", "imd-decile-2019" };
  const BlReferenceTable *table = bl_reference_areas_table (reference, error);
  g_autoptr (GHashTable) districts = map_districts (reference, facts), grid = NULL;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Small));
  guint at[G_N_ELEMENTS (columns)];

  if (table == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (!bl_reference_table_column (table, columns[i], &at[i], error))
      return FALSE;
  for (guint row = 0; row < table->n_rows; row++)
    {
      gint64 cells[G_N_ELEMENTS (columns)];
      Small small;

      for (guint i = 1; i < G_N_ELEMENTS (columns); i++)
        if (!bl_reference_table_integer (table, row, at[i], &cells[i], error))
          return FALSE;
      small = (Small){ cells[1] / 10.0, cells[2] / 10.0, MAX (cells[3], 0),
                       GPOINTER_TO_INT (g_hash_table_lookup (districts, bl_reference_table_cell (table, row, at[0]))) - 1 };
      g_array_append_val (all, small);
      if (small.authority < 0)
        continue;
      sums[small.authority].areas += 1;
      sums[small.authority].deprived += cells[7] >= 1 && cells[7] <= MOST_DEPRIVED;
      if (cells[4] >= 0 && cells[5] >= 0 && cells[6] >= 0)
        {
          sums[small.authority].young += cells[4];
          sums[small.authority].old += cells[6];
          sums[small.authority].aged += cells[4] + cells[5] + cells[6];
        }
    }
  grid = make_grid (all);
  for (guint i = 0; i < all->len; i++)
    {
      const Small *small = &g_array_index (all, Small, i);

      if (small->authority < 0 || small->people <= 0)
        continue;
      sums[small->authority].people += small->people;
      sums[small->authority].near += small->people * count_near (all, grid, small);
    }
  return TRUE;
}

static void
set (BlPeerVariable *variable, guint authority, double part, double whole, double times)
{
  if (whole > 0)
    g_array_index (variable->figures, double, authority) = times * part / whole;
}

BlPeerFacts *
bl_peer_reference_new (BlReference *reference, GError **error)
{
  g_autoptr (BlPeerFacts) facts = bl_peer_facts_new ();
  GPtrArray *services = bl_reference_get_services (reference);
  g_autofree Sums *sums = g_new0 (Sums, services->len + 1);
  BlPeerVariable *people, *density, *young, *old, *deprived, *libraries;

  for (guint i = 0; i < services->len; i++)
    {
      const BlReferenceService *service = g_ptr_array_index (services, i);

      if (!service->ended)
        bl_peer_facts_add_authority (facts, service->code, service->nice_name);
    }
  if (!sum_areas (reference, facts, sums, error))
    return NULL;
  people = bl_peer_facts_add_variable (facts, "population", _("Population"), _("ONS, mid-2024"));
  density = bl_peer_facts_add_variable (facts, "density", _("Density: people to the square kilometre where people live"),
                                        _("ONS, mid-2019"));
  young = bl_peer_facts_add_variable (facts, "aged-0-15", _("Children of 0 to 15, share"), _("IoD 2019, mid-2015"));
  old = bl_peer_facts_add_variable (facts, "aged-60-plus", _("People of 60 and over, share"), _("IoD 2019, mid-2015"));
  deprived = bl_peer_facts_add_variable (facts, "deprivation", _("Small areas in England’s most deprived fifth, share"), _("IMD 2019"));
  libraries = bl_peer_facts_add_variable (facts, "libraries", _("Open libraries for each 100,000 people"),
                                          _("Arts Council England list, 2023"));
  people->usual = density->usual = young->usual = old->usual = deprived->usual = TRUE;
  for (guint i = 0; i < services->len; i++)
    {
      const BlReferenceService *service = g_ptr_array_index (services, i);
      int at = service->ended ? -1 : bl_peer_facts_find_authority (facts, service->code);

      if (at < 0)
        continue;
      if (service->population > 0)
        {
          g_array_index (people->figures, double, at) = service->population;
          set (libraries, (guint) at, service->open, service->population, 100000);
        }
      set (density, (guint) at, sums[at].near / NEAR_KM2, sums[at].people, 1);
      set (young, (guint) at, sums[at].young, sums[at].aged, 100);
      set (old, (guint) at, sums[at].old, sums[at].aged, 100);
      set (deprived, (guint) at, sums[at].deprived, sums[at].areas, 100);
    }
  return g_steal_pointer (&facts);
}
