/* facts-tables.c: tables of travel times and of use, and stops of mobile libraries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "facts-private.h"

#include "text.h"
#include "use.h"

#include <math.h>

/* Index of each library by its id: columns refer to many. */
static GHashTable *
index_libraries (const BlFacts *facts)
{
  GHashTable *rows = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < facts->n_libraries; i++)
    if (facts->libraries[i].id != NULL)
      g_hash_table_insert (rows, facts->libraries[i].id, GUINT_TO_POINTER (i + 1));
  return rows;
}

static int
find_row (GHashTable *rows, BlRecord *column)
{
  const char *id = bl_record_get_text (column, "library");

  return id != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (rows, id)) - 1 : -1;
}

static void
take_travel (BlFacts *facts, BlFactsTravel *it, BlRecord *record, GHashTable *rows)
{
  GListModel *columns = bl_record_get_list (record, "columns");
  guint n = g_list_model_get_n_items (columns);

  *it = (BlFactsTravel){
    .name = g_strdup (bl_record_get_text (record, "name")),
    .title = bl_record_describe (record),
    .when = g_strdup (bl_record_get_text (record, "when")),
    .source = g_strdup (bl_record_get_text (record, "source")),
    .date = g_strdup (bl_record_get_text (record, "date")),
    .licence = g_strdup (bl_record_get_text (record, "licence")),
    .by = bl_record_get_enum (record, "by"),
  };
  it->columns = g_malloc0_n (MAX (n, 1), sizeof *it->columns);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlRecord) column = g_list_model_get_item (columns, i);
      BlTable *minutes = bl_facts_keep_table (facts, column, "minutes");

      if (minutes == NULL)
        continue; /* without figures it says nothing */
      it->columns[it->n_columns].library = find_row (rows, column);
      it->columns[it->n_columns].name = g_strdup (bl_record_get_text (column, "name"));
      it->columns[it->n_columns++].minutes = bl_table_get_numbers (minutes);
    }
}

static double
read_count (BlRecord *record, const char *field)
{
  gint64 count = 0;

  return bl_record_get_integer (record, field, &count) && count > 0 ? (double) count : 0;
}

static void
take_use (BlFacts *facts, BlFactsUse *it, BlRecord *record, GHashTable *rows)
{
  GListModel *columns = bl_record_get_list (record, "columns");
  guint n = g_list_model_get_n_items (columns);

  *it = (BlFactsUse){
    .name = g_strdup (bl_record_get_text (record, "name")),
    .title = bl_record_describe (record),
    .what = g_strdup (bl_record_get_text (record, "what")),
    .source = g_strdup (bl_record_get_text (record, "source")),
    .date = g_strdup (bl_record_get_text (record, "date")),
    .licence = g_strdup (bl_record_get_text (record, "licence")),
    .suppressed_below = (guint) read_count (record, "suppressed-below"),
  };
  it->columns = g_malloc0_n (MAX (n, 1), sizeof *it->columns);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlRecord) column = g_list_model_get_item (columns, i);
      BlTable *counts = bl_facts_keep_table (facts, column, "counts");
      BlTable *suppressed = bl_facts_keep_table (facts, column, "suppressed");

      it->columns[i].library = find_row (rows, column);
      it->columns[i].name = g_strdup (bl_record_get_text (column, "name"));
      it->columns[i].counts = counts != NULL ? bl_table_get_numbers (counts) : NULL;
      it->columns[i].suppressed = suppressed != NULL ? bl_table_get_numbers (suppressed) : NULL;
      it->columns[i].elsewhere = read_count (column, "elsewhere");
      it->columns[i].nowhere = read_count (column, "nowhere");
      it->columns[i].elsewhere_suppressed = (guint) read_count (column, "elsewhere-suppressed");
    }
  it->n_columns = n;
}

void
bl_facts_fill_stop (BlFactsStop *it, BlStop *stop)
{
  BlRecord *record = BL_RECORD (stop);
  const char *type = bl_record_get_text (record, "type");
  g_autofree char *folded = type != NULL ? bl_text_fold (type) : NULL;
  guint minutes;

  *it = (BlFactsStop){
    .id = g_strdup (bl_record_get_id (record)),
    .name = bl_record_describe (record),
    .vehicle = g_strdup (bl_record_get_text (record, "vehicle")),
    .route = g_strdup (bl_record_get_text (record, "route")),
    .frequency = g_strdup (bl_record_get_text (record, "frequency")),
    .exceptions = g_strdup (bl_record_get_text (record, "exceptions")),
    .open_to_all = folded == NULL || g_str_equal (folded, "public"),
    .minutes = bl_stop_get_minutes (stop, &minutes) ? minutes : NAN,
  };
  it->located = bl_stop_get_point (stop, &it->point);
  if (!bl_record_get_date (record, "start", &it->start))
    it->start = 0;
  if (!bl_record_get_date (record, "end", &it->end))
    it->end = 0;
}

static void
take_network (BlFacts *facts, BlNetwork *network)
{
  BlTable *roads = network != NULL ? bl_network_get_roads (network) : NULL;
  BlSpeeds speeds;

  if (roads == NULL)
    return;
  bl_routes_read_speeds (network, &speeds);
  facts->routes = bl_routes_new (roads, &speeds);
  facts->network_name = bl_record_describe (BL_RECORD (network));
}

void
bl_facts_take_over (BlFacts *facts, const BlFacts *before)
{
  if (facts->routes != NULL && before != NULL && before->routes != NULL)
    bl_routes_take_over (facts->routes, before->routes);
}

void
bl_facts_take_tables (BlFacts *facts, BlProject *project)
{
  BlRecord *record = BL_RECORD (project);
  GListModel *travel = bl_record_get_list (record, "travel");
  GListModel *uses = bl_record_get_list (record, "members");
  GListModel *stops = bl_record_get_list (record, "stops");
  g_autoptr (GHashTable) rows = index_libraries (facts);

  facts->n_travel = g_list_model_get_n_items (travel);
  facts->travel = g_new0 (BlFactsTravel, MAX (facts->n_travel, 1));
  for (guint i = 0; i < facts->n_travel; i++)
    {
      g_autoptr (BlRecord) it = g_list_model_get_item (travel, i);

      take_travel (facts, &facts->travel[i], it, rows);
    }
  facts->n_uses = g_list_model_get_n_items (uses);
  facts->uses = g_new0 (BlFactsUse, MAX (facts->n_uses, 1));
  for (guint i = 0; i < facts->n_uses; i++)
    {
      g_autoptr (BlRecord) it = g_list_model_get_item (uses, i);

      take_use (facts, &facts->uses[i], it, rows);
    }
  facts->n_stops = g_list_model_get_n_items (stops);
  facts->stops = g_new0 (BlFactsStop, MAX (facts->n_stops, 1));
  for (guint i = 0; i < facts->n_stops; i++)
    {
      g_autoptr (BlStop) it = g_list_model_get_item (stops, i);

      bl_facts_fill_stop (&facts->stops[i], it);
    }
  take_network (facts, bl_project_get_network (project));
}

void
bl_facts_free_stops (BlFacts *facts)
{
  for (guint i = 0; i < facts->n_stops; i++)
    {
      g_free (facts->stops[i].id);
      g_free (facts->stops[i].name);
      g_free (facts->stops[i].vehicle);
      g_free (facts->stops[i].route);
      g_free (facts->stops[i].frequency);
      g_free (facts->stops[i].exceptions);
    }
  g_free (facts->stops);
}

void
bl_facts_free_tables (BlFacts *facts)
{
  for (guint i = 0; i < facts->n_travel; i++)
    {
      BlFactsTravel *it = &facts->travel[i];

      for (guint c = 0; c < it->n_columns; c++)
        g_free (it->columns[c].name);
      g_free (it->columns);
      g_free (it->name);
      g_free (it->title);
      g_free (it->when);
      g_free (it->source);
      g_free (it->date);
      g_free (it->licence);
    }
  g_free (facts->travel);
  for (guint i = 0; i < facts->n_uses; i++)
    {
      BlFactsUse *it = &facts->uses[i];

      for (guint c = 0; c < it->n_columns; c++)
        g_free (it->columns[c].name);
      g_free (it->columns);
      g_free (it->name);
      g_free (it->title);
      g_free (it->what);
      g_free (it->source);
      g_free (it->date);
      g_free (it->licence);
    }
  g_free (facts->uses);
  g_clear_pointer (&facts->routes, bl_routes_unref);
  g_free (facts->network_name);
}
