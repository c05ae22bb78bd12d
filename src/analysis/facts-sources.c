/* facts-sources.c: where the figures of a project come from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "facts-private.h"

#include <glib/gi18n-lib.h>

static void
source_free (BlFactsSource *source)
{
  g_free (source->what);
  g_free (source->source);
  g_free (source->date);
  g_free (source->licence);
  g_free (source);
}

static void
add_source (BlFacts *facts, const char *what, const char *name, const char *date, const char *licence)
{
  BlFactsSource *source = g_new0 (BlFactsSource, 1);

  source->what = g_strdup (what);
  source->source = g_strdup (name);
  source->date = g_strdup (date);
  source->licence = g_strdup (licence);
  g_ptr_array_add (facts->sources, source);
}

/* Libraries may have come from several files: each is named once, in the order met. */
static void
take_library_sources (BlFacts *facts, GListModel *libraries, const char *what)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (libraries); i++)
    {
      g_autoptr (BlRecord) library = g_list_model_get_item (libraries, i);
      const char *source = bl_record_get_text (library, "source");
      const char *date = bl_record_get_text (library, "source-date");

      if (g_hash_table_add (seen, g_strdup_printf ("%s\n%s", source ? source : "", date ? date : "")))
        add_source (facts, what, source, date, NULL);
    }
}

/* Visits, loans and the like: each file that they came from once. */
static void
take_figure_sources (BlFacts *facts, GListModel *libraries)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (libraries); i++)
    {
      g_autoptr (BlRecord) library = g_list_model_get_item (libraries, i);
      GListModel *figures = bl_record_get_list (library, "figures");

      for (guint f = 0; f < g_list_model_get_n_items (figures); f++)
        {
          g_autoptr (BlRecord) figure = g_list_model_get_item (figures, f);
          const char *what = _ (bl_figure_kind_get_title (bl_record_get_enum (figure, "kind")));
          const char *source = bl_record_get_text (figure, "source"), *date = bl_record_get_text (figure, "source-date");
          /* TRANSLATORS: %s is "visits", "loans" … */
          g_autofree char *title = g_strdup_printf (_ ("Use of libraries: %s"), what);

          if (g_hash_table_add (seen, g_strdup_printf ("%s\n%s\n%s", what, source ? source : "", date ? date : "")))
            add_source (facts, title, source, date, bl_record_get_text (figure, "licence"));
        }
    }
}

static void
take_area_sources (BlFacts *facts, BlRecord *areas)
{
  const char *geography = bl_record_get_text (areas, "geography");
  g_autofree char *what = geography ? g_strdup_printf (_ ("Areas (%s)"), geography) : g_strdup (_ ("Areas"));

  add_source (facts, what, bl_record_get_text (areas, "source"), bl_record_get_text (areas, "date"),
              bl_record_get_text (areas, "licence"));
  if (bl_record_get_table (areas, "points") != NULL)
    add_source (facts, _ ("Where people live in each area"), bl_record_get_text (areas, "point-source"),
                bl_record_get_text (areas, "point-date"), bl_record_get_text (areas, "point-licence"));
  if (bl_record_get_table (areas, "outlines") != NULL)
    add_source (facts, _ ("Outlines of areas"), bl_record_get_text (areas, "outline-source"),
                bl_record_get_text (areas, "outline-date"), bl_record_get_text (areas, "outline-licence"));
}

void
bl_facts_take_sources (BlFacts *facts, BlProject *project)
{
  BlAreas *areas = bl_project_get_areas (project);
  BlNetwork *network = bl_project_get_network (project);
  BlRecord *postcodes;
  gboolean sample = FALSE;

  facts->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) source_free);
  take_library_sources (facts, bl_project_get_libraries (project), _ ("Libraries"));
  take_library_sources (facts, bl_project_get_libraries_nearby (project), _ ("Libraries of other services"));
  if (areas != NULL)
    take_area_sources (facts, BL_RECORD (areas));
  for (guint i = 0; i < facts->n_values; i++)
    add_source (facts, facts->values[i].title, facts->values[i].source, facts->values[i].date,
                facts->values[i].licence);
  if (network != NULL)
    add_source (facts, _ ("Road network"), bl_record_get_text (BL_RECORD (network), "source"),
                bl_record_get_text (BL_RECORD (network), "date"), bl_record_get_text (BL_RECORD (network), "licence"));
  for (guint i = 0; i < facts->n_travel; i++)
    add_source (facts, facts->travel[i].title, facts->travel[i].source, facts->travel[i].date,
                facts->travel[i].licence);
  for (guint i = 0; i < facts->n_uses; i++)
    add_source (facts, facts->uses[i].title, facts->uses[i].source, facts->uses[i].date, facts->uses[i].licence);
  take_figure_sources (facts, bl_project_get_libraries (project));
  take_library_sources (facts, bl_record_get_list (BL_RECORD (project), "stops"), _ ("Stops of mobile libraries"));
  postcodes = bl_record_get_child (BL_RECORD (project), "postcodes");
  if (postcodes != NULL)
    add_source (facts, _ ("Postcodes"), bl_record_get_text (postcodes, "source"), bl_record_get_text (postcodes, "date"),
                bl_record_get_text (postcodes, "licence"));
  if (bl_record_get_boolean (BL_RECORD (project), "sample", &sample) && sample)
    facts->sample_note = g_strdup (bl_record_get_text (BL_RECORD (project), "sample-note"));
}
