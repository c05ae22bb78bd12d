/* scenario-edit-change.c: the changes of which a scenario is made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-edit.h"

#include <glib/gi18n-lib.h>

#include "scenario-edit-private.h"

static GListModel *
get_changes (BlScenario *scenario)
{
  return bl_record_get_list (BL_RECORD (scenario), "changes");
}

/* Owned by the scenario. */
static BlScenarioChange *
find_change (BlScenario *scenario, BlChangeKind kind, const char *library)
{
  GListModel *changes = get_changes (scenario);

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (BlRecord) change = g_list_model_get_item (changes, i);
      BlRecord *made = bl_record_get_child (change, "new-library");

      if (bl_record_get_enum (change, "kind") != (int) kind)
        continue;
      if (g_strcmp0 (bl_record_get_text (change, "library"), library) == 0
          || (made != NULL && g_strcmp0 (bl_record_get_id (made), library) == 0))
        return BL_SCENARIO_CHANGE (change);
    }
  return NULL;
}

/* Where nobody has named it yet it is called after its first change; in the open transaction. */
static void
name_after (BlSession *session, BlScenario *scenario, BlScenarioChange *change)
{
  g_autofree char *title = NULL;

  if (g_list_model_get_n_items (get_changes (scenario)) != 1
      || g_strcmp0 (bl_record_get_text (BL_RECORD (scenario), "title"), _ ("New scenario")) != 0)
    return;
  title = bl_scenario_edit_title_for (bl_session_get_project (session), change);
  bl_record_set_text (BL_RECORD (scenario), "title", title);
}

/* Takes @change into @scenario as one step. */
static void
add_change (BlSession *session, BlScenario *scenario, BlScenarioChange *change)
{
  BlProject *project = bl_session_get_project (session);
  g_autofree char *what = bl_scenario_change_describe (change, BL_RECORD (project));
  g_autofree char *title = bl_record_describe (BL_RECORD (scenario));
  /* TRANSLATORS: a step of the undo list: "Close Gosforth Library" in "Fewer libraries" */
  g_autofree char *step = g_strdup_printf (_ ("%s in “%s”"), what, title);

  bl_project_begin (project, step);
  bl_record_append (BL_RECORD (scenario), "changes", BL_RECORD (change));
  name_after (session, scenario, change);
  bl_project_commit (project);
}

/* A change of hours or of who runs it starts from how it is: nothing changes until somebody says so. */
static void
start_from_today (BlSession *session, BlRecord *change, BlChangeKind kind, BlRecord *library)
{
  int year = bl_project_get_effective_year (bl_session_get_project (session));
  double hours;
  BlPoint point;

  if (kind == BL_CHANGE_HOURS && bl_library_get_week_hours (BL_LIBRARY (library), &hours))
    bl_record_set_real (change, "hours", hours);
  if (kind == BL_CHANGE_OPERATION)
    {
      bl_record_set_enum (change, "operation", bl_library_get_operation (BL_LIBRARY (library), year));
      bl_record_set_boolean (change, "statutory", bl_library_is_statutory (BL_LIBRARY (library), year));
    }
  if (kind == BL_CHANGE_MOVE && bl_library_get_point (BL_LIBRARY (library), &point))
    {
      bl_record_set_real (change, "easting", point.x);
      bl_record_set_real (change, "northing", point.y);
    }
}

BlScenarioChange *
bl_scenario_edit_change (BlSession *session, BlScenario *scenario, BlChangeKind kind, const char *library)
{
  BlRecord *known = bl_project_find (bl_session_get_project (session), library);
  BlScenarioChange *there = find_change (scenario, kind, library);
  g_autoptr (BlScenarioChange) change = NULL;

  g_return_val_if_fail (known != NULL, NULL);

  if (there != NULL)
    return there;
  change = bl_scenario_change_new (NULL);
  bl_record_set_enum (BL_RECORD (change), "kind", (int) kind);
  bl_record_set_text (BL_RECORD (change), "library", library);
  start_from_today (session, BL_RECORD (change), kind, known);
  add_change (session, scenario, change);
  return change; /* the scenario holds it */
}

static guint
count_opened (BlScenario *scenario)
{
  GListModel *changes = get_changes (scenario);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (BlRecord) change = g_list_model_get_item (changes, i);

      n += bl_record_get_enum (change, "kind") == BL_CHANGE_OPEN;
    }
  return n;
}

BlScenarioChange *
bl_scenario_edit_open (BlSession *session, BlScenario *scenario, BlPoint place, const char *words)
{
  g_autoptr (BlScenarioChange) change = bl_scenario_change_new (NULL);
  guint n = count_opened (scenario);
  g_autofree char *name = n == 0 ? g_strdup (_ ("New site")) : g_strdup_printf (_ ("New site %u"), n + 1);
  g_autoptr (BlLibrary) library = bl_scenario_edit_make_library (session, name, place);

  bl_record_set_enum (BL_RECORD (change), "kind", BL_CHANGE_OPEN);
  bl_record_set_text (BL_RECORD (change), "place", words);
  bl_record_set_child (BL_RECORD (change), "new-library", BL_RECORD (library));
  add_change (session, scenario, change);
  return change; /* the scenario holds it */
}

BlScenarioChange *
bl_scenario_edit_stop (BlSession *session, BlScenario *scenario, BlPoint place, const char *words)
{
  g_autoptr (BlScenarioChange) change = bl_scenario_change_new (NULL);
  g_autoptr (BlStop) stop = bl_stop_new (NULL);

  bl_record_set_text (BL_RECORD (stop), "name", words != NULL ? words : _ ("New stop"));
  bl_record_set_real (BL_RECORD (stop), "easting", place.x);
  bl_record_set_real (BL_RECORD (stop), "northing", place.y);
  bl_record_set_enum (BL_RECORD (change), "kind", BL_CHANGE_STOP);
  bl_record_set_text (BL_RECORD (change), "place", words);
  bl_record_set_child (BL_RECORD (change), "stop", BL_RECORD (stop));
  add_change (session, scenario, change);
  return change; /* the scenario holds it */
}

/* --- Places ---------------------------------------------------------------- */

/* The record that holds the place of a library that the scenario opens or moves; NULL for none. */
static BlRecord *
find_placed (BlScenario *scenario, const char *library, BlRecord **change)
{
  BlScenarioChange *opened = find_change (scenario, BL_CHANGE_OPEN, library);
  BlScenarioChange *moved = find_change (scenario, BL_CHANGE_MOVE, library);

  *change = opened != NULL ? BL_RECORD (opened) : moved != NULL ? BL_RECORD (moved) : NULL;
  return opened != NULL ? bl_record_get_child (BL_RECORD (opened), "new-library") : *change;
}

static void
set_place (BlRecord *placed, BlPoint place)
{
  bl_record_set_real (placed, "easting", place.x);
  bl_record_set_real (placed, "northing", place.y);
}

void
bl_scenario_edit_place (BlSession *session,
                        BlScenario *scenario,
                        const char *library,
                        BlPoint place,
                        const char *words)
{
  BlProject *project = bl_session_get_project (session);
  BlRecord *change;
  BlRecord *placed = find_placed (scenario, library, &change);
  BlRecord *known = placed != change ? placed : bl_project_find (project, library);
  g_autofree char *name = NULL, *step = NULL;
  g_autoptr (BlScenarioChange) made = NULL;

  g_return_if_fail (known != NULL);

  name = bl_record_describe (known);
  step = g_strdup_printf (_ ("Move %s"), name);
  bl_project_begin (project, step);
  if (placed == NULL)
    {
      made = bl_scenario_change_new (NULL);
      bl_record_set_enum (BL_RECORD (made), "kind", BL_CHANGE_MOVE);
      bl_record_set_text (BL_RECORD (made), "library", library);
      bl_record_append (BL_RECORD (scenario), "changes", BL_RECORD (made));
      placed = change = BL_RECORD (made);
      name_after (session, scenario, made);
    }
  set_place (placed, place);
  bl_record_set_text (change, "place", words);
  bl_project_commit (project);
}

gboolean
bl_scenario_edit_place_in_copy (BlScenario *copy, const char *library, BlPoint place)
{
  BlRecord *change;
  BlRecord *placed = find_placed (copy, library, &change);

  if (placed == NULL)
    {
      g_autoptr (BlScenarioChange) made = bl_scenario_change_new (NULL);

      bl_record_set_enum (BL_RECORD (made), "kind", BL_CHANGE_MOVE);
      bl_record_set_text (BL_RECORD (made), "library", library);
      bl_record_append (BL_RECORD (copy), "changes", BL_RECORD (made));
      placed = BL_RECORD (made);
    }
  set_place (placed, place);
  return TRUE;
}

/* --- One change ------------------------------------------------------------ */

void
bl_scenario_edit_remove_change (BlSession *session, BlScenarioChange *change)
{
  BlProject *project = bl_session_get_project (session);
  g_autofree char *what = bl_scenario_change_describe (change, BL_RECORD (project));
  g_autofree char *step = g_strdup_printf (_ ("Remove “%s”"), what);
  g_autofree char *done = g_strdup_printf (_ ("“%s” removed"), what);

  bl_project_begin (project, step);
  bl_project_delete (project, BL_RECORD (change));
  bl_project_commit (project);
  bl_session_announce (session, done);
}

void
bl_scenario_edit_move_change (BlSession *session, BlScenarioChange *change, int by)
{
  BlProject *project = bl_session_get_project (session);
  BlRecord *scenario = bl_record_get_parent (BL_RECORD (change));
  GListModel *changes = bl_record_get_list (scenario, "changes");
  guint n = g_list_model_get_n_items (changes), position = 0;
  g_autoptr (BlRecord) kept = g_object_ref (BL_RECORD (change));
  g_autofree char *what = bl_scenario_change_describe (change, BL_RECORD (project));
  g_autofree char *step = NULL;

  while (position < n)
    {
      g_autoptr (BlRecord) here = g_list_model_get_item (changes, position);

      if (here == kept)
        break;
      position++;
    }
  if (position >= n || (int) position + by < 0 || position + by >= n)
    return;
  step = g_strdup_printf (by < 0 ? _ ("Do “%s” earlier") : _ ("Do “%s” later"), what);
  bl_project_begin (project, step);
  bl_record_remove (kept);
  bl_record_insert (scenario, "changes", position + by, kept);
  bl_project_commit (project);
}

/* Where who runs it is written: the change, or the new library's status. */
static BlRecord *
find_status (BlSession *session, BlScenarioChange *change)
{
  BlRecord *library = bl_record_get_child (BL_RECORD (change), "new-library");
  int year = bl_project_get_effective_year (bl_session_get_project (session));

  return library != NULL ? BL_RECORD (bl_library_get_status (BL_LIBRARY (library), year)) : BL_RECORD (change);
}

void
bl_scenario_edit_set_operation (BlSession *session, BlScenarioChange *change, BlOperation operation)
{
  BlProject *project = bl_session_get_project (session);
  BlRecord *status = find_status (session, change);
  g_autofree char *what = bl_scenario_change_describe (change, BL_RECORD (project));

  if (status == NULL)
    return;
  bl_project_begin (project, what);
  bl_record_set_enum (status, "operation", (int) operation);
  bl_project_commit (project);
}

void
bl_scenario_edit_set_statutory (BlSession *session, BlScenarioChange *change, gboolean statutory)
{
  BlProject *project = bl_session_get_project (session);
  BlRecord *status = find_status (session, change);
  g_autofree char *what = bl_scenario_change_describe (change, BL_RECORD (project));

  if (status == NULL)
    return;
  bl_project_begin (project, what);
  bl_record_set_boolean (status, "statutory", statutory);
  bl_project_commit (project);
}

void
bl_scenario_edit_set_effect (BlSession *session,
                             BlScenario *scenario,
                             const char *group,
                             const char *field,
                             const char *text)
{
  BlProject *project = bl_session_get_project (session);
  BlScenarioEffect *effect = bl_scenario_find_effect (scenario, group);
  g_autofree char *title = bl_record_describe (BL_RECORD (scenario));
  g_autofree char *step = g_strdup_printf (_ ("Judge the effects of “%s”"), title);

  bl_project_begin (project, step);
  if (effect == NULL)
    {
      g_autoptr (BlScenarioEffect) made = bl_scenario_effect_new (NULL);

      bl_record_set_text (BL_RECORD (made), "group", group);
      bl_record_append (BL_RECORD (scenario), "effects", BL_RECORD (made));
      effect = made; /* the scenario holds it */
    }
  bl_record_set_text (BL_RECORD (effect), field, text);
  bl_project_commit_coalesced (project, BL_RECORD (effect), field);
}
