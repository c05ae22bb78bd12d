/* reference.c: the published facts that come with the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "import-plan.h"
#include "text.h"

/* Names offered when none matches. */
#define NEAREST_NAMES 5

/* The year of the list of libraries. */
#define LIST_YEAR 2023

/* A service with what only this room needs. The public part comes first. */
typedef struct
{
  BlReferenceService public;
  char **districts;
} Service;

struct _BlReference
{
  GPtrArray *services; /* of Service, by name */
  BlReferenceTable *libraries, *areas;
};

static void
service_free (Service *service)
{
  g_free (service->public.code);
  g_free (service->public.name);
  g_free (service->public.nice_name);
  g_free (service->public.other_names);
  g_free (service->public.type);
  g_free (service->public.note);
  g_strfreev (service->districts);
  g_free (service);
}

/* NULL for a cell with nothing in it. */
static char *
text_of (const BlReferenceTable *table, guint row, guint column)
{
  return bl_text_clean (bl_reference_table_cell (table, row, column));
}

static gboolean
read_services (BlReference *reference, const BlReferenceTable *table, GError **error)
{
  static const char *const columns[] = { "code",      "name", "nice-name", "other-names", "type",           "ended",
                                         "population-2024", "libraries", "open", "areas", "people-2019", "districts-2019",
                                         "note" };
  guint at[G_N_ELEMENTS (columns)];

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (!bl_reference_table_column (table, columns[i], &at[i], error))
      return FALSE;
  for (guint row = 0; row < table->n_rows; row++)
    {
      Service *service = g_new0 (Service, 1);
      gint64 libraries, open, areas;

      g_ptr_array_add (reference->services, service);
      service->public.code = text_of (table, row, at[0]);
      service->public.name = text_of (table, row, at[1]);
      service->public.nice_name = text_of (table, row, at[2]);
      service->public.other_names = text_of (table, row, at[3]);
      service->public.type = text_of (table, row, at[4]);
      service->public.ended = *bl_reference_table_cell (table, row, at[5]) != '\0';
      service->districts = g_strsplit (bl_reference_table_cell (table, row, at[11]), " ", -1);
      service->public.note = text_of (table, row, at[12]);
      if (!bl_reference_table_integer (table, row, at[6], &service->public.population, error)
          || !bl_reference_table_integer (table, row, at[7], &libraries, error)
          || !bl_reference_table_integer (table, row, at[8], &open, error)
          || !bl_reference_table_integer (table, row, at[9], &areas, error)
          || !bl_reference_table_integer (table, row, at[10], &service->public.people, error))
        return FALSE;
      service->public.libraries = (guint) libraries;
      service->public.open = (guint) open;
      service->public.areas = (guint) areas;
    }
  return TRUE;
}

BlReference *
bl_reference_new (GError **error)
{
  g_autoptr (BlReference) reference = g_new0 (BlReference, 1);
  g_autoptr (BlReferenceTable) table = NULL;

  reference->services = g_ptr_array_new_with_free_func ((GDestroyNotify) service_free);
  table = bl_reference_table_load ("services.tsv", error);
  if (table == NULL || !read_services (reference, table, error))
    return NULL;
  return g_steal_pointer (&reference);
}

void
bl_reference_free (BlReference *reference)
{
  if (reference == NULL)
    return;
  g_ptr_array_unref (reference->services);
  bl_reference_table_free (reference->libraries);
  bl_reference_table_free (reference->areas);
  g_free (reference);
}

GPtrArray *
bl_reference_get_services (BlReference *reference)
{
  g_return_val_if_fail (reference != NULL, NULL);
  return reference->services;
}

/* --- Finding one ---------------------------------------------------------- */

typedef gboolean (*Matches) (const BlReferenceService *service, const char *folded);

static gboolean
same (const char *name, const char *folded)
{
  g_autofree char *own = bl_text_fold (name);

  return g_str_equal (own, folded);
}

static gboolean
matches_code (const BlReferenceService *service, const char *folded)
{
  return same (service->code, folded);
}

static gboolean
matches_name (const BlReferenceService *service, const char *folded)
{
  return same (service->name, folded);
}

static gboolean
matches_nice_name (const BlReferenceService *service, const char *folded)
{
  return same (service->nice_name, folded);
}

static gboolean
matches_other_name (const BlReferenceService *service, const char *folded)
{
  g_auto (GStrv) names = g_strsplit (service->other_names != NULL ? service->other_names : "", ";", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (same (names[i], folded))
      return TRUE;
  return FALSE;
}

/* How far a folded text is from the nearest of a service's names. */
static guint
distance_to (const BlReferenceService *service, const char *folded)
{
  g_autofree char *all = g_strjoin (";", service->name, service->nice_name, service->other_names, NULL);
  g_auto (GStrv) names = g_strsplit (all, ";", -1);
  guint least = G_MAXUINT;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = bl_text_fold (names[i]);

      /* Part of a name is nearer than any slip of the finger. */
      least = MIN (least, strstr (name, folded) != NULL ? 0 : bl_text_distance (name, folded));
    }
  return least;
}

static char *
nearest_names (BlReference *reference, const char *folded)
{
  guint n = reference->services->len;
  g_autofree guint *distances = g_new (guint, n);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    distances[i] = distance_to (g_ptr_array_index (reference->services, i), folded);
  for (guint found = 0; found < NEAREST_NAMES && found < n; found++)
    {
      guint best = 0;
      const BlReferenceService *service;

      for (guint i = 1; i < n; i++)
        if (distances[i] < distances[best])
          best = i;
      service = g_ptr_array_index (reference->services, best);
      distances[best] = G_MAXUINT;
      g_string_append_printf (list, "%s%s", found > 0 ? "; " : "", service->name);
    }
  return g_string_free (list, FALSE);
}

const BlReferenceService *
bl_reference_find_service (BlReference *reference, const char *text, GError **error)
{
  static const Matches rules[] = { matches_code, matches_name, matches_nice_name, matches_other_name };
  g_autofree char *folded = bl_text_fold (text);
  g_autofree char *nearest = NULL;

  g_return_val_if_fail (reference != NULL, NULL);

  if (*folded == '\0')
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION, _ ("Say which library service."));
      return NULL;
    }
  for (guint rule = 0; rule < G_N_ELEMENTS (rules); rule++)
    {
      const Service *ended = NULL;

      for (guint i = 0; i < reference->services->len; i++)
        {
          const Service *service = g_ptr_array_index (reference->services, i);

          if (!rules[rule](&service->public, folded))
            continue;
          /* "Somerset" is the council of today, not the one it replaced. */
          if (!service->public.ended)
            return &service->public;
          ended = service;
        }
      /* Only a rule that names it exactly reaches a service that has ended. */
      if (ended != NULL)
        return &ended->public;
    }
  nearest = nearest_names (reference, folded);
  g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
               _ ("No library service of England is called “%s”. The nearest names are: %s."), text, nearest);
  return NULL;
}

/* --- Libraries and areas of one ------------------------------------------- */

const BlReferenceTable *
bl_reference_libraries_table (BlReference *reference, GError **error)
{
  if (reference->libraries == NULL)
    reference->libraries = bl_reference_table_load ("libraries-2023.tsv.gz", error);
  return reference->libraries;
}

const BlReferenceTable *
bl_reference_areas_table (BlReference *reference, GError **error)
{
  if (reference->areas == NULL)
    reference->areas = bl_reference_table_load ("areas-lsoa2011.tsv.gz", error);
  return reference->areas;
}

char *const *
bl_reference_get_districts (BlReference *reference, const BlReferenceService *service)
{
  return ((const Service *) service)->districts;
}

static int
compare_codes (gconstpointer a, gconstpointer b, gpointer data)
{
  const BlReferenceTable *table = data;

  /* The code is the first column. */
  return strcmp (bl_reference_table_cell (table, *(const guint *) a, 0),
                 bl_reference_table_cell (table, *(const guint *) b, 0));
}

GArray *
bl_reference_area_rows (BlReference *reference, const BlReferenceService *service, GError **error)
{
  const BlReferenceTable *table = bl_reference_areas_table (reference, error);
  const char *const *districts = (const char *const *) ((const Service *) service)->districts;
  g_autoptr (GArray) rows = NULL;
  guint district;

  if (table == NULL || !bl_reference_table_column (table, "district-2019", &district, error))
    return NULL;
  rows = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint row = 0; row < table->n_rows; row++)
    if (g_strv_contains (districts, bl_reference_table_cell (table, row, district)))
      g_array_append_val (rows, row);
  g_array_sort_with_data (rows, compare_codes, (gpointer) table);
  return g_steal_pointer (&rows);
}

static void
library_clear (BlReferenceLibrary *library)
{
  g_clear_pointer (&library->name, g_free);
}

GArray *
bl_reference_get_libraries (BlReference *reference, const BlReferenceService *service, GError **error)
{
  static const char *const columns[] = { "service", "name", "type", "easting", "northing", "statutory", "operation" };
  const BlReferenceTable *table;
  g_autoptr (GArray) libraries = NULL;
  guint at[G_N_ELEMENTS (columns)];

  g_return_val_if_fail (reference != NULL && service != NULL, NULL);

  table = bl_reference_libraries_table (reference, error);
  if (table == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (!bl_reference_table_column (table, columns[i], &at[i], error))
      return NULL;
  libraries = g_array_new (FALSE, TRUE, sizeof (BlReferenceLibrary));
  g_array_set_clear_func (libraries, (GDestroyNotify) library_clear);
  for (guint row = 0; row < table->n_rows; row++)
    {
      BlReferenceLibrary library = { 0 };
      const char *statutory = bl_reference_table_cell (table, row, at[5]);
      const char *operation = strrchr (bl_reference_table_cell (table, row, at[6]), ' ');

      if (!g_str_equal (bl_reference_table_cell (table, row, at[0]), service->code)
          || !g_str_equal (bl_reference_table_cell (table, row, at[2]), "static")
          || !bl_text_to_double (bl_reference_table_cell (table, row, at[3]), &library.point.x)
          || !bl_text_to_double (bl_reference_table_cell (table, row, at[4]), &library.point.y))
        continue;
      /* The last year is that of the list. */
      if (operation != NULL && !g_str_equal (operation, " -"))
        library.open = bl_operation_from_code (operation + 1, &library.operation);
      library.statutory = library.open && g_str_has_suffix (statutory, "Y");
      library.name = g_strdup (bl_reference_table_cell (table, row, at[1]));
      g_array_append_val (libraries, library);
    }
  return g_steal_pointer (&libraries);
}

GArray *
bl_reference_get_area_points (BlReference *reference, const BlReferenceService *service, GError **error)
{
  g_autoptr (GArray) points = NULL;
  g_autoptr (GArray) rows = NULL;
  const BlReferenceTable *table;
  guint code, x, y, people;

  g_return_val_if_fail (reference != NULL && service != NULL, NULL);

  rows = bl_reference_area_rows (reference, service, error);
  if (rows == NULL)
    return NULL;
  table = reference->areas;
  if (!bl_reference_table_column (table, "code", &code, error)
      || !bl_reference_table_column (table, "easting-dm", &x, error)
      || !bl_reference_table_column (table, "northing-dm", &y, error)
      || !bl_reference_table_column (table, "people-2019", &people, error))
    return NULL;
  points = g_array_sized_new (FALSE, TRUE, sizeof (BlReferenceArea), rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      guint row = g_array_index (rows, guint, i);
      BlReferenceArea area = { 0 };
      gint64 east, north, count;

      if (!bl_reference_table_integer (table, row, x, &east, error)
          || !bl_reference_table_integer (table, row, y, &north, error)
          || !bl_reference_table_integer (table, row, people, &count, error))
        return NULL;
      area.code = bl_reference_table_cell (table, row, code);
      area.point.x = east / 10.0;
      area.point.y = north / 10.0;
      area.people = count < 0 ? NAN : count;
      g_array_append_val (points, area);
    }
  return g_steal_pointer (&points);
}
