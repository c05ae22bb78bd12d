/* test-new-project-draft.c: answers, rules and what the answers make
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "access.h"
#include "new-project-build.h"
#include "places.h"
#include "shared-data.h"

static BlReferenceService
make_service (void)
{
  return (BlReferenceService) { .code = (char *) "E08000035", .name = (char *) "Leeds City Council",
                                .nice_name = (char *) "Leeds" };
}

static void
test_steps (void)
{
  g_autoptr (BlNewProjectDraft) draft = bl_new_project_draft_new (NULL);
  BlReferenceService service = make_service ();
  const char *need = NULL;

  g_assert_true (bl_new_project_draft_is_blank (draft));
  g_assert_cmpint (bl_new_project_draft_get_step (draft), ==, BL_NEW_PROJECT_STEP_SERVICE);
  g_assert_cmpint (bl_new_project_draft_get_previous (draft), ==, BL_NEW_PROJECT_STEP_NONE);
  g_assert_cmpint (bl_new_project_draft_get_next (draft), ==, BL_NEW_PROJECT_STEP_LIBRARIES);
  g_assert_false (bl_new_project_draft_can_finish (draft, &need));
  g_assert_nonnull (need);
  g_assert_cmpint (bl_new_project_draft_get_state (draft, BL_NEW_PROJECT_STEP_SERVICE), ==,
                   BL_NEW_PROJECT_STATE_TO_COME);

  /* Leaving the first step without an answer: it still wants one. */
  bl_new_project_draft_go (draft, BL_NEW_PROJECT_STEP_LIBRARIES, FALSE);
  g_assert_cmpint (bl_new_project_draft_get_state (draft, BL_NEW_PROJECT_STEP_SERVICE), ==,
                   BL_NEW_PROJECT_STATE_NEEDS);
  bl_new_project_draft_choose_service (draft, &service);
  g_assert_cmpint (bl_new_project_draft_get_state (draft, BL_NEW_PROJECT_STEP_SERVICE), ==,
                   BL_NEW_PROJECT_STATE_DONE);
  g_assert_true (bl_new_project_draft_can_finish (draft, &need));
  g_assert_null (need);

  bl_new_project_draft_go (draft, BL_NEW_PROJECT_STEP_AREAS, TRUE);
  g_assert_cmpint (bl_new_project_draft_get_state (draft, BL_NEW_PROJECT_STEP_LIBRARIES), ==,
                   BL_NEW_PROJECT_STATE_SKIPPED);
  bl_new_project_draft_go (draft, BL_NEW_PROJECT_STEP_REVIEW, FALSE);
  g_assert_cmpint (bl_new_project_draft_get_next (draft), ==, BL_NEW_PROJECT_STEP_NONE);
  /* Going back answers nothing; coming forward again answers. */
  bl_new_project_draft_go (draft, BL_NEW_PROJECT_STEP_LIBRARIES, FALSE);
  g_assert_cmpint (bl_new_project_draft_get_state (draft, BL_NEW_PROJECT_STEP_LIBRARIES), ==,
                   BL_NEW_PROJECT_STATE_SKIPPED);
  bl_new_project_draft_go (draft, BL_NEW_PROJECT_STEP_AREAS, FALSE);
  g_assert_cmpint (bl_new_project_draft_get_state (draft, BL_NEW_PROJECT_STEP_LIBRARIES), ==,
                   BL_NEW_PROJECT_STATE_DONE);
  g_assert_cmpint (bl_new_project_draft_get_state (draft, BL_NEW_PROJECT_STEP_AREAS), ==,
                   BL_NEW_PROJECT_STATE_DONE);
}

static void
test_title (void)
{
  g_autoptr (BlNewProjectDraft) draft = bl_new_project_draft_new (NULL);
  BlReferenceService service = make_service ();

  bl_new_project_draft_choose_service (draft, &service);
  g_assert_cmpstr (bl_new_project_draft_get_title (draft), ==, "Leeds library plan");
  /* What is suggested is not kept as typed: another service suggests anew. */
  bl_new_project_draft_set_title (draft, "Leeds library plan");
  service.nice_name = (char *) "York";
  bl_new_project_draft_choose_service (draft, &service);
  g_assert_cmpstr (bl_new_project_draft_get_title (draft), ==, "York library plan");
  bl_new_project_draft_set_title (draft, "  Our plan  ");
  g_assert_cmpstr (bl_new_project_draft_get_title (draft), ==, "Our plan");
  service.nice_name = (char *) "Leeds";
  bl_new_project_draft_choose_service (draft, &service);
  g_assert_cmpstr (bl_new_project_draft_get_title (draft), ==, "Our plan");

  /* Skipping the first step is enough to make an empty project. */
  bl_new_project_draft_clear (draft);
  g_assert_true (bl_new_project_draft_is_blank (draft));
  bl_new_project_draft_choose_empty (draft);
  g_assert_true (bl_new_project_draft_can_finish (draft, NULL));
  g_assert_false (bl_new_project_draft_wants_libraries (draft));
}

static void
test_round_trip (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("draft");
  g_autofree char *id = bl_ids_make (ids, "draft"), *file_id = bl_ids_make (ids, "file");
  g_autoptr (BlNewProjectDraft) draft = bl_new_project_draft_new (id);
  g_autoptr (BlNewProjectDraft) read = NULL;
  g_autoptr (BlNewProjectFile) file = bl_new_project_file_new (file_id, "file:///srv/Åse%20lists/ours.csv");
  g_autoptr (GBytes) bytes = NULL, again = NULL, rubbish = g_bytes_new_static ("<draft", 6);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = bl_new_project_file_get_name (file);
  BlReferenceService service = make_service ();
  BlImportOptions options = { .kind = BL_IMPORT_LIBRARIES, .encoding = "windows-1252", .service = "Leeds",
                              .year = 2021, .source = "Our own & best", .licence = "OGL v3" };
  BlImportOptions back;

  g_assert_cmpstr (name, ==, "ours.csv");
  bl_new_project_draft_choose_service (draft, &service);
  bl_record_set_text (BL_RECORD (draft), "search", "lee");
  bl_record_set_boolean (BL_RECORD (draft), "without-areas", TRUE);
  bl_new_project_draft_go (draft, BL_NEW_PROJECT_STEP_AREAS, TRUE);
  bl_new_project_file_set_options (file, &options);
  bl_record_append (BL_RECORD (draft), "files", BL_RECORD (file));
  g_assert_cmpuint (bl_new_project_draft_count_files (draft, BL_NEW_PROJECT_STEP_LIBRARIES), ==, 1);
  g_assert_cmpuint (bl_new_project_draft_count_files (draft, BL_NEW_PROJECT_STEP_AREAS), ==, 0);

  bytes = bl_new_project_draft_to_bytes (draft);
  read = bl_new_project_draft_from_bytes (bytes, "draft", &error);
  g_assert_no_error (error);
  g_assert_true (bl_record_equal (BL_RECORD (draft), BL_RECORD (read)));
  again = bl_new_project_draft_to_bytes (read);
  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_cmpint (bl_new_project_draft_get_step (read), ==, BL_NEW_PROJECT_STEP_AREAS);
  g_assert_false (bl_new_project_draft_wants_areas (read));
  {
    g_autoptr (BlNewProjectFile) same = g_list_model_get_item (bl_record_get_list (BL_RECORD (read), "files"), 0);

    bl_new_project_file_to_options (same, &back);
    g_assert_cmpint (back.kind, ==, BL_IMPORT_LIBRARIES);
    g_assert_cmpstr (back.encoding, ==, "windows-1252");
    g_assert_cmpstr (back.service, ==, "Leeds");
    g_assert_cmpint (back.year, ==, 2021);
    g_assert_cmpstr (back.source, ==, "Our own & best");
    g_assert_null (back.date);
    g_assert_cmpstr (back.licence, ==, "OGL v3");
  }

  g_assert_null (bl_new_project_draft_from_bytes (rubbish, "draft", &error));
  g_assert_nonnull (error);
}

/* --- What the answers make ------------------------------------------------------- */

static void
on_built (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(BlNewProjectBuild **) data = bl_new_project_build_finish (result, &error);
  g_assert_no_error (error);
}

static BlNewProjectBuild *
build (BlNewProjectDraft *draft, BlReference *reference, BlIds *ids)
{
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T14:32:00Z");
  BlNewProjectBuild *made = NULL;

  bl_new_project_build_async (draft, reference, ids, clock, NULL, on_built, &made);
  while (made == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (bl_project_in_transaction (made->project));
  return made;
}

/* Counted apart from the program in the raw files: Leeds has 53 static rows,
 * 38 of them open in 2023, 34 of those statutory; 482 areas, 793,139 people,
 * 84.721 % of them within a mile, 1,076.465 m on average. */
static void
test_leeds (void)
{
  static const double limits[] = { BL_MILE };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlReference) reference = bl_reference_new (&error);
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("leeds");
  g_autoptr (BlNewProjectDraft) draft = bl_new_project_draft_new (NULL);
  g_autoptr (BlNewProjectBuild) made = NULL;
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (BlAccess) access = NULL;
  BlAccessQuestion question = { .limits = limits, .n_limits = 1 };
  const BlReferenceService *service;
  guint open = 0, statutory = 0, statics = 0;

  g_assert_no_error (error);
  service = bl_reference_find_service (reference, "leeds", &error);
  g_assert_no_error (error);
  bl_new_project_draft_choose_service (draft, service);
  made = build (draft, reference, ids);
  g_assert_cmpuint (made->faults->len, ==, 0);

  facts = bl_facts_new (made->project);
  for (guint i = 0; i < facts->n_libraries; i++)
    if (!facts->libraries[i].nearby && facts->libraries[i].type == BL_LIBRARY_TYPE_STATIC)
      {
        statics++;
        open += facts->libraries[i].open ? 1 : 0;
        statutory += facts->libraries[i].statutory ? 1 : 0;
      }
  g_assert_cmpuint (statics, ==, 53);
  g_assert_cmpuint (open, ==, 38);
  g_assert_cmpuint (statutory, ==, 34);
  g_assert_cmpuint (facts->n_areas, ==, 482);
  g_assert_cmpfloat (facts->total_population, ==, 793139);
  access = bl_access_compute (facts, &question, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (access->within[0].percent, 84.721, 0.001);
  g_assert_cmpfloat_with_epsilon (access->mean_distance, 1076.465, 0.1);

  /* All of it came in one step, and goes in one. */
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_history (made->project)), ==, 1);
  g_assert_cmpstr (bl_project_get_undo_name (made->project), ==, "Make “Leeds library plan”");
  g_assert_true (bl_project_undo (made->project));
  g_assert_null (bl_project_get_service (made->project));
  g_assert_null (bl_project_get_areas (made->project));
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_libraries (made->project)), ==, 0);
  g_assert_false (bl_project_undo (made->project));
}

static void
test_without (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlReference) reference = bl_reference_new (&error);
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("without");
  g_autoptr (BlNewProjectDraft) draft = bl_new_project_draft_new (NULL);
  g_autoptr (BlNewProjectBuild) no_libraries = NULL, no_areas = NULL, empty = NULL;

  g_assert_no_error (error);
  bl_new_project_draft_choose_service (draft, bl_reference_find_service (reference, "York", NULL));
  bl_record_set_boolean (BL_RECORD (draft), "without-libraries", TRUE);
  no_libraries = build (draft, reference, ids);
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_libraries (no_libraries->project)), ==, 0);
  g_assert_nonnull (bl_project_get_areas (no_libraries->project));
  g_assert_nonnull (bl_project_find_value (no_libraries->project, "population"));

  bl_record_clear (BL_RECORD (draft), "without-libraries");
  bl_record_set_boolean (BL_RECORD (draft), "without-areas", TRUE);
  no_areas = build (draft, reference, ids);
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_libraries (no_areas->project)), >, 0);
  g_assert_null (bl_project_get_areas (no_areas->project));
  g_assert_null (bl_project_find_value (no_areas->project, "population"));

  /* Without the published facts: a name is enough for a service, no name for none. */
  bl_new_project_draft_clear (draft);
  bl_new_project_draft_choose_empty (draft);
  bl_record_set_text (BL_RECORD (draft), "service-name", "Barsetshire");
  empty = build (draft, NULL, ids);
  g_assert_nonnull (bl_project_get_service (empty->project));
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (bl_project_get_service (empty->project)), "name"), ==, "Barsetshire");
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_libraries (empty->project)), ==, 0);
}

/* A file that is gone is left out with its sentence, and the rest is made. */
static void
test_missing_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlReference) reference = bl_reference_new (&error);
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("missing");
  g_autoptr (BlNewProjectDraft) draft = bl_new_project_draft_new (NULL);
  g_autofree char *here_id = bl_ids_make (ids, "file"), *far_id = bl_ids_make (ids, "file");
  g_autoptr (BlNewProjectFile) here = bl_new_project_file_new (here_id, "file:///nowhere/at%20all.csv");
  g_autoptr (BlNewProjectFile) far = bl_new_project_file_new (far_id, "sftp://elsewhere/list.csv");
  g_autoptr (BlNewProjectBuild) made = NULL;
  const BlFault *first, *second;

  g_assert_no_error (error);
  bl_new_project_draft_choose_service (draft, bl_reference_find_service (reference, "York", NULL));
  bl_record_set_enum (BL_RECORD (here), "kind", BL_IMPORT_LIBRARIES);
  bl_record_append (BL_RECORD (draft), "files", BL_RECORD (here));
  bl_record_append (BL_RECORD (draft), "files", BL_RECORD (far));
  made = build (draft, reference, ids);
  g_assert_cmpuint (made->faults->len, ==, 2);
  first = g_ptr_array_index (made->faults, 0);
  second = g_ptr_array_index (made->faults, 1);
  g_assert_cmpstr (first->record, ==, here_id);
  g_assert_nonnull (strstr (first->message, "at all.csv"));
  g_assert_cmpstr (second->record, ==, far_id);
  g_assert_nonnull (strstr (second->message, "list.csv"));
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_libraries (made->project)), >, 0);
}

/* Newcastle's own list over the published one: 21 rows, none new, with what was
 * decided about columns and rows done over. */
static void
test_file (void)
{
  g_autofree char *path = bl_test_shared_data ("newcastle/newcastle_city_council.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (BlReference) reference = NULL;
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("file");
  g_autoptr (BlNewProjectDraft) draft = bl_new_project_draft_new (NULL);
  g_autoptr (BlNewProjectFile) file = NULL;
  g_autoptr (BlNewProjectBuild) first = NULL, second = NULL;
  g_autoptr (BlImportPlan) plan = NULL;
  g_autoptr (BlImportMend) mend = NULL;
  g_autofree char *id = bl_ids_make (ids, "file"), *uri = NULL;
  g_autofree const char **proposed = NULL;
  BlImportOptions options;
  GListModel *columns;
  gboolean found = FALSE;

  if (path == NULL)
    return;
  reference = bl_reference_new (&error);
  g_assert_no_error (error);
  bl_new_project_draft_choose_service (draft, bl_reference_find_service (reference, "E08000021", NULL));
  first = build (draft, reference, ids);

  uri = g_filename_to_uri (path, NULL, NULL);
  file = bl_new_project_file_new (id, uri);
  bl_new_project_file_to_options (file, &options);
  plan = bl_import_plan_new (first->project, path, &options, NULL, &error);
  g_assert_no_error (error);
  columns = bl_import_plan_get_columns (plan);
  proposed = g_new0 (const char *, g_list_model_get_n_items (columns) + 1);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (BlImportColumn) column = g_list_model_get_item (columns, i);
      const char *target = bl_import_column_get_target (column);

      proposed[i] = target != NULL ? target : "";
    }
  /* Not the web addresses, and the damaged letter as it stands. */
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (BlImportColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (bl_import_column_get_name (column), "URL") == 0)
        bl_import_plan_set_target (plan, i, NULL);
    }
  mend = g_list_model_get_item (bl_import_plan_get_mends (plan), 0);
  g_assert_cmpuint (bl_import_mend_get_row (mend), ==, 2);
  bl_import_mend_set_accepted (mend, FALSE);
  bl_new_project_file_keep_choices (file, plan, proposed, ids);
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (BL_RECORD (file), "columns")), ==, 1);
  bl_record_set_enum (BL_RECORD (file), "kind", BL_IMPORT_LIBRARIES);
  bl_record_append (BL_RECORD (draft), "files", BL_RECORD (file));

  second = build (draft, reference, ids);
  g_assert_cmpuint (second->faults->len, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_history (second->project)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_libraries (second->project)), ==,
                    g_list_model_get_n_items (bl_project_get_libraries (first->project)));
  for (guint i = 0; i < g_list_model_get_n_items (bl_project_get_libraries (second->project)); i++)
    {
      g_autoptr (BlRecord) library = g_list_model_get_item (bl_project_get_libraries (second->project), i);
      const char *with = bl_record_get_text (library, "co-located-with");

      if (g_strcmp0 (bl_record_get_text (library, "name"), "Blakelaw Library") != 0)
        continue;
      found = TRUE;
      g_assert_nonnull (with);
      g_assert_null (strstr (with, "Café"));
      g_assert_cmpstr (bl_record_get_text (library, "thursday"), ==, "13:00-17:00");
    }
  g_assert_true (found);
}

/* The draft goes away while a file is being read. */
static void
on_cancelled (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bl_new_project_build_finish (result, &error));
  g_assert_nonnull (error);
  *(gboolean *) data = TRUE;
}

static void
test_cancelled (void)
{
  g_autofree char *path = bl_test_shared_data ("newcastle/newcastle_city_council.csv");
  g_autofree char *uri = path != NULL ? g_filename_to_uri (path, NULL, NULL) : NULL;
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("cancelled");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T14:32:00Z");
  g_autoptr (BlNewProjectDraft) draft = bl_new_project_draft_new (NULL);
  g_autoptr (BlNewProjectFile) file = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean done = FALSE;

  if (path == NULL)
    return;
  file = bl_new_project_file_new (NULL, uri);
  bl_new_project_draft_choose_empty (draft);
  bl_record_append (BL_RECORD (draft), "files", BL_RECORD (file));
  bl_new_project_build_async (draft, NULL, ids, clock, cancellable, on_cancelled, &done);
  g_cancellable_cancel (cancellable);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/new-project-draft/steps", test_steps);
  g_test_add_func ("/new-project-draft/title", test_title);
  g_test_add_func ("/new-project-draft/round-trip", test_round_trip);
  g_test_add_func ("/new-project-draft/leeds", test_leeds);
  g_test_add_func ("/new-project-draft/without", test_without);
  g_test_add_func ("/new-project-draft/missing-file", test_missing_file);
  g_test_add_func ("/new-project-draft/file", test_file);
  g_test_add_func ("/new-project-draft/cancelled", test_cancelled);
  return g_test_run ();
}
