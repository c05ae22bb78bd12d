/* map-fixture.c: projects for the tests of the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-fixture.h"

#include <math.h>

#include "layer.h"
#include "shared-data.h"

#define ROWS 3
#define COLUMNS 4
#define N (ROWS * COLUMNS)
#define WEST 420000
#define SOUTH 560000
#define SIDE 1000

static BlSession *
make_session (BlProject *project)
{
  g_autoptr (BlContext) context = bl_context_new ();
  g_autoptr (BlDocument) document = bl_document_new (project);

  return bl_session_new (context, document);
}

static BlProject *
make_project (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("map");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T14:32:00Z");

  bl_project_register_kinds ();
  return bl_project_new (ids, clock);
}

static void
add_library (
    BlProject *project, const char *name, BlOperation operation, gboolean statutory, double x, double y)
{
  g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "library");
  g_autofree char *status_id = bl_ids_make (bl_project_get_ids (project), "status");
  g_autoptr (BlLibrary) library = bl_library_new (id);
  g_autoptr (BlStatus) status = bl_status_new (status_id);

  bl_record_set_text (BL_RECORD (library), "name", name);
  bl_record_set_enum (BL_RECORD (library), "type", BL_LIBRARY_TYPE_STATIC);
  bl_record_set_real (BL_RECORD (library), "easting", x);
  bl_record_set_real (BL_RECORD (library), "northing", y);
  bl_record_set_integer (BL_RECORD (status), "year", 2023);
  bl_record_set_enum (BL_RECORD (status), "operation", (int) operation);
  bl_record_set_boolean (BL_RECORD (status), "statutory", statutory);
  bl_record_append (BL_RECORD (library), "statuses", BL_RECORD (status));
  bl_record_append (BL_RECORD (project), "libraries", BL_RECORD (library));
}

static void
add_value (BlProject *project, const char *name, const char *title, BlValueKind kind, const double *numbers)
{
  g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "value");
  g_autoptr (BlValueSet) value = bl_value_set_new (id);
  g_autoptr (BlTable) table = bl_table_new_numbers (numbers, N);

  bl_record_set_text (BL_RECORD (value), "name", name);
  bl_record_set_text (BL_RECORD (value), "title", title);
  bl_record_set_enum (BL_RECORD (value), "kind", (int) kind);
  bl_record_set_table (BL_RECORD (value), "numbers", table);
  bl_record_append (BL_RECORD (project), "values", BL_RECORD (value));
}

static void
add_areas (BlProject *project, gboolean outlines)
{
  g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "areas");
  g_autoptr (BlAreas) areas = bl_areas_new (id);
  g_autoptr (BlOutlinesBuilder) builder = bl_outlines_builder_new ();
  g_autoptr (BlTable) points = NULL;
  g_autoptr (BlTable) codes = NULL;
  BlPoint middles[N];
  char texts[N][8];
  const char *pointers[N];

  for (int i = 0; i < N; i++)
    {
      int x = WEST + i % COLUMNS * SIDE;
      int y = SOUTH + i / COLUMNS * SIDE;

      g_snprintf (texts[i], sizeof texts[i], "E%02d", i + 1);
      pointers[i] = texts[i];
      middles[i] = (BlPoint){ x + SIDE / 2, y + SIDE / 2 };
      bl_outlines_builder_add_row (builder);
      bl_outlines_builder_add_polygon (builder);
      bl_outlines_builder_add_ring (builder);
      bl_outlines_builder_add_point (builder, x, y);
      bl_outlines_builder_add_point (builder, x + SIDE, y);
      bl_outlines_builder_add_point (builder, x + SIDE, y + SIDE);
      bl_outlines_builder_add_point (builder, x, y + SIDE);
    }
  codes = bl_table_new_texts (pointers, N);
  points = bl_table_new_points (middles, N);
  bl_record_set_table (BL_RECORD (areas), "codes", codes);
  bl_record_set_table (BL_RECORD (areas), "points", points);
  if (outlines)
    {
      g_autoptr (BlTable) table = bl_outlines_builder_to_table (builder);

      bl_record_set_table (BL_RECORD (areas), "outlines", table);
    }
  bl_record_set_child (BL_RECORD (project), "areas", BL_RECORD (areas));
}

static void
add_libraries (BlProject *project)
{
  add_library (project, "West Library", BL_OPERATION_COUNCIL, TRUE, WEST + 500, SOUTH + 1500);
  add_library (project, "East Library", BL_OPERATION_COMMUNITY, FALSE, WEST + 3500, SOUTH + 1500);
  add_library (project, "Gone Library", BL_OPERATION_UNKNOWN, FALSE, WEST + 1500, SOUTH + 500);
}

BlSession *
map_fixture_squares (gboolean outlines)
{
  g_autoptr (BlProject) project = make_project ();
  double people[N], deciles[N];

  for (int i = 0; i < N; i++)
    {
      people[i] = (i + 1) * 100;
      deciles[i] = i % 10 + 1;
    }
  people[N - 1] = deciles[N - 1] = NAN;

  bl_project_begin (project, "Make squares");
  bl_record_set_text (BL_RECORD (project), "title", "Squares");
  bl_record_set_integer (BL_RECORD (project), "year", 2023);
  add_libraries (project);
  add_areas (project, outlines);
  add_value (project, "population", "Population", BL_VALUE_KIND_COUNT, people);
  add_value (project, "imd_decile", "Deprivation (IMD 2019)", BL_VALUE_KIND_DECILE, deciles);
  bl_project_commit (project);
  return make_session (project);
}

BlSession *
map_fixture_empty (gboolean libraries)
{
  g_autoptr (BlProject) project = make_project ();

  bl_project_begin (project, "Make it");
  bl_record_set_text (BL_RECORD (project), "title", "Little");
  if (libraries)
    {
      bl_record_set_integer (BL_RECORD (project), "year", 2023);
      add_libraries (project);
    }
  bl_project_commit (project);
  return make_session (project);
}

static BlProject *
fill_newcastle (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlReference) reference = bl_reference_new (&error);
  BlProject *project = make_project ();
  const BlReferenceService *service;

  g_assert_no_error (error);
  service = bl_reference_find_service (reference, "E08000021", &error);
  g_assert_no_error (error);
  bl_reference_fill (reference, service, project, &error);
  g_assert_no_error (error);
  return project;
}

BlSession *
map_fixture_newcastle (void)
{
  g_autoptr (BlProject) project = fill_newcastle ();

  return make_session (project);
}

BlSession *
map_fixture_newcastle_outlines (void)
{
  g_autofree char *path = bl_test_shared_data ("newcastle/lsoa/E08000021.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (BlLayer) layer = NULL;
  g_autoptr (BlProject) project = NULL;
  g_autoptr (BlOutlinesBuilder) builder = bl_outlines_builder_new ();
  g_autoptr (BlTable) outlines = NULL;
  BlTable *codes;

  if (path == NULL)
    return NULL;
  layer = bl_layer_read (path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  project = fill_newcastle ();
  codes = bl_record_get_table (BL_RECORD (bl_project_get_areas (project)), "codes");
  for (guint i = 0; i < bl_table_get_n_rows (codes); i++)
    for (guint j = 0; j < layer->n_rows; j++)
      if (g_str_equal (layer->codes[j], bl_table_get_texts (codes)[i]))
        bl_outlines_builder_add_copy (builder, bl_table_get_outlines (layer->outlines), j);
  outlines = bl_outlines_builder_to_table (builder);
  g_assert_cmpuint (bl_table_get_n_rows (outlines), ==, 175);

  bl_project_begin (project, "Add outlines");
  bl_record_set_table (BL_RECORD (bl_project_get_areas (project)), "outlines", outlines);
  bl_project_commit (project);
  return make_session (project);
}

int
map_fixture_library (BlSession *session, const char *name)
{
  BlFacts *facts = bl_session_get_facts (session);

  for (guint i = 0; i < facts->n_libraries; i++)
    if (g_str_equal (facts->libraries[i].name, name))
      return (int) i;
  g_error ("No library called %s", name);
}

static gboolean
on_deadline (gpointer data)
{
  gboolean *late = data;

  *late = TRUE;
  return G_SOURCE_REMOVE;
}

void
map_fixture_wait (gboolean (*test) (gpointer data), gpointer data)
{
  gboolean late = FALSE;
  guint deadline = g_timeout_add_seconds (10, on_deadline, &late);

  while (!test (data))
    {
      g_assert_false (late);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (deadline);
}
