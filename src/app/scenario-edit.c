/* scenario-edit.c: changes to scenarios that are more than one field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "scenario-edit-private.h"
#include "text.h"

/* --- Words ---------------------------------------------------------------- */

static char *
short_name (BlProject *project, BlRecord *change)
{
  const char *id = bl_record_get_text (change, "library");
  BlRecord *library = id != NULL ? bl_project_find (project, id) : NULL;
  BlRecord *made = bl_record_get_child (change, "new-library");
  g_autofree char *name = NULL;

  if (made == NULL)
    made = bl_record_get_child (change, "stop");
  if (library == NULL && made == NULL)
    return g_strdup (_ ("A library"));
  name = bl_record_describe (library != NULL ? library : made);
  return bl_text_short_library_name (name);
}

char *
bl_scenario_edit_title_for (BlProject *project, BlScenarioChange *change)
{
  BlRecord *record = BL_RECORD (change);
  g_autofree char *name = short_name (project, record);

  switch ((BlChangeKind) bl_record_get_enum (record, "kind"))
    {
    case BL_CHANGE_CLOSE:
      return g_strdup_printf (_ ("%s closed"), name);
    case BL_CHANGE_OPEN:
      return g_strdup_printf (_ ("%s opened"), name);
    case BL_CHANGE_MOVE:
      return g_strdup_printf (_ ("%s moved"), name);
    case BL_CHANGE_HOURS:
      return g_strdup_printf (_ ("%s, other hours"), name);
    case BL_CHANGE_OPERATION:
      return g_strdup_printf (_ ("%s run by others"), name);
    case BL_CHANGE_STOP:
      return g_strdup_printf (_ ("Mobile stop at %s"), name);
    case BL_CHANGE_UNKNOWN:
    default:
      return g_strdup (_ ("New scenario"));
    }
}

/* --- Copies --------------------------------------------------------------- */

/* @from and all below it once more, as records of their own: without ids, which they get in the project. */
static BlRecord *
copy_fresh (BlRecord *from)
{
  BlRecord *copy = g_object_new (G_OBJECT_TYPE (from), NULL);
  GPtrArray *fields = bl_record_get_fields (from);

  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);

      if (field->about_change)
        continue;
      if (field->type == BL_FIELD_CHILD)
        {
          BlRecord *child = bl_record_get_child (from, field->name);
          g_autoptr (BlRecord) own = child != NULL ? copy_fresh (child) : NULL;

          if (own != NULL)
            bl_record_set_child (copy, field->name, own);
        }
      else if (field->type == BL_FIELD_LIST)
        {
          GListModel *list = bl_record_get_list (from, field->name);

          for (guint j = 0; j < g_list_model_get_n_items (list); j++)
            {
              g_autoptr (BlRecord) item = g_list_model_get_item (list, j);
              g_autoptr (BlRecord) own = copy_fresh (item);

              bl_record_append (copy, field->name, own);
            }
        }
      else
        bl_record_copy_field (copy, from, field);
    }
  return copy;
}

/* --- Scenarios ------------------------------------------------------------ */

/* Takes it into the project in the open transaction. */
static void
take_in (BlSession *session, BlScenario *scenario, guint position)
{
  bl_record_insert (BL_RECORD (bl_session_get_project (session)), "scenarios", position, BL_RECORD (scenario));
}

static void
finish_new (BlSession *session, BlScenario *scenario)
{
  g_autofree char *title = bl_record_describe (BL_RECORD (scenario));
  g_autofree char *done = g_strdup_printf (_ ("Scenario “%s” added"), title);

  bl_project_commit (bl_session_get_project (session));
  bl_session_set_scenario (session, bl_record_get_id (BL_RECORD (scenario)));
  bl_session_announce (session, done);
}

BlScenario *
bl_scenario_edit_add (BlSession *session)
{
  BlProject *project = bl_session_get_project (session);
  g_autoptr (BlScenario) scenario = bl_scenario_new (NULL);

  bl_record_set_text (BL_RECORD (scenario), "title", _ ("New scenario"));
  bl_project_begin (project, _ ("Add scenario"));
  take_in (session, scenario, G_MAXUINT);
  finish_new (session, scenario);
  return scenario; /* the project holds it */
}

/* Only closes that library. */
static gboolean
is_closure (BlScenario *scenario, const char *library)
{
  GListModel *changes = bl_record_get_list (BL_RECORD (scenario), "changes");
  g_autoptr (BlRecord) change = g_list_model_get_item (changes, 0);

  return g_list_model_get_n_items (changes) == 1 && bl_record_get_enum (change, "kind") == BL_CHANGE_CLOSE
         && g_strcmp0 (bl_record_get_text (change, "library"), library) == 0;
}

BlScenario *
bl_scenario_edit_what_if (BlSession *session, const char *library)
{
  BlProject *project = bl_session_get_project (session);
  GListModel *scenarios = bl_project_get_scenarios (project);
  BlRecord *known = bl_project_find (project, library);
  g_autoptr (BlScenario) made = NULL;
  g_autoptr (BlScenarioChange) change = NULL;
  g_autofree char *title = NULL, *name = NULL, *step = NULL;

  g_return_val_if_fail (known != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (scenarios); i++)
    {
      g_autoptr (BlScenario) scenario = g_list_model_get_item (scenarios, i);

      if (is_closure (scenario, library))
        {
          bl_session_set_scenario (session, bl_record_get_id (BL_RECORD (scenario)));
          return scenario; /* the project holds it */
        }
    }
  made = bl_scenario_new (NULL);
  change = bl_scenario_change_new (NULL);
  bl_record_set_enum (BL_RECORD (change), "kind", BL_CHANGE_CLOSE);
  bl_record_set_text (BL_RECORD (change), "library", library);
  title = bl_scenario_edit_title_for (project, change);
  bl_record_set_text (BL_RECORD (made), "title", title);
  bl_record_append (BL_RECORD (made), "changes", BL_RECORD (change));
  name = bl_record_describe (known);
  /* TRANSLATORS: a step of the undo list; %s is a library */
  step = g_strdup_printf (_ ("Think about closing %s"), name);
  bl_project_begin (project, step);
  take_in (session, made, G_MAXUINT);
  finish_new (session, made);
  return made; /* the project holds it */
}

static guint
find_position (BlProject *project, BlScenario *scenario)
{
  GListModel *scenarios = bl_project_get_scenarios (project);
  guint position = 0;

  for (; position < g_list_model_get_n_items (scenarios); position++)
    {
      g_autoptr (BlScenario) here = g_list_model_get_item (scenarios, position);

      if (here == scenario)
        break;
    }
  return position;
}

BlScenario *
bl_scenario_edit_duplicate (BlSession *session, BlScenario *scenario)
{
  BlProject *project = bl_session_get_project (session);
  g_autoptr (BlRecord) copy = copy_fresh (BL_RECORD (scenario));
  g_autofree char *title = bl_record_describe (BL_RECORD (scenario));
  /* TRANSLATORS: the title of a copy; %s is the title of a scenario */
  g_autofree char *named = g_strdup_printf (_ ("%s, copy"), title);
  g_autofree char *step = g_strdup_printf (_ ("Copy scenario “%s”"), title);
  guint position = find_position (project, scenario);

  bl_record_set_text (copy, "title", named);
  bl_project_begin (project, step);
  take_in (session, BL_SCENARIO (copy), position + 1);
  finish_new (session, BL_SCENARIO (copy));
  return BL_SCENARIO (copy); /* the project holds it */
}

void
bl_scenario_edit_delete (BlSession *session, BlScenario *scenario)
{
  BlProject *project = bl_session_get_project (session);
  GListModel *scenarios = bl_project_get_scenarios (project);
  g_autofree char *title = bl_record_describe (BL_RECORD (scenario));
  g_autofree char *step = g_strdup_printf (_ ("Delete scenario “%s”"), title);
  g_autofree char *done = g_strdup_printf (_ ("Scenario “%s” deleted"), title);
  g_autofree char *next = NULL;

  for (guint i = 0; i + 1 < g_list_model_get_n_items (scenarios); i++)
    {
      g_autoptr (BlRecord) after = g_list_model_get_item (scenarios, i + 1);
      g_autoptr (BlRecord) here = g_list_model_get_item (scenarios, i);

      if (here == BL_RECORD (scenario) || after == BL_RECORD (scenario))
        next = g_strdup (bl_record_get_id (here == BL_RECORD (scenario) ? after : here));
      if (next != NULL)
        break;
    }
  bl_project_begin (project, step);
  bl_project_delete (project, BL_RECORD (scenario));
  bl_session_set_scenario (session, next);
  bl_project_commit (project);
  bl_session_announce (session, done);
}

/* A new library, open in the project's year and run by the council. */
BlLibrary *
bl_scenario_edit_make_library (BlSession *session, const char *name, BlPoint place)
{
  BlProject *project = bl_session_get_project (session);
  g_autoptr (BlStatus) status = bl_status_new (NULL);
  BlLibrary *library = bl_library_new (NULL);

  bl_record_set_text (BL_RECORD (library), "name", name);
  bl_record_set_enum (BL_RECORD (library), "type", BL_LIBRARY_TYPE_STATIC);
  bl_record_set_real (BL_RECORD (library), "easting", place.x);
  bl_record_set_real (BL_RECORD (library), "northing", place.y);
  bl_record_set_integer (BL_RECORD (status), "year", bl_project_get_effective_year (project));
  bl_record_set_enum (BL_RECORD (status), "operation", BL_OPERATION_COUNCIL);
  bl_record_set_boolean (BL_RECORD (status), "statutory", TRUE);
  bl_record_append (BL_RECORD (library), "statuses", BL_RECORD (status));
  return library;
}

BlScenario *
bl_scenario_edit_add_layout (BlSession *session,
                             const char *title,
                             const char *note,
                             GPtrArray *closed,
                             const BlPoint *opened,
                             guint n_opened)
{
  BlProject *project = bl_session_get_project (session);
  g_autoptr (BlScenario) scenario = bl_scenario_new (NULL);

  bl_record_set_text (BL_RECORD (scenario), "title", title);
  bl_record_set_text (BL_RECORD (scenario), "note", note);
  for (guint i = 0; closed != NULL && i < closed->len; i++)
    {
      g_autoptr (BlScenarioChange) change = bl_scenario_change_new (NULL);

      bl_record_set_enum (BL_RECORD (change), "kind", BL_CHANGE_CLOSE);
      bl_record_set_text (BL_RECORD (change), "library", g_ptr_array_index (closed, i));
      bl_record_append (BL_RECORD (scenario), "changes", BL_RECORD (change));
    }
  for (guint i = 0; i < n_opened; i++)
    {
      g_autofree char *name = g_strdup_printf (_ ("New site %u"), i + 1);
      g_autoptr (BlScenarioChange) change = bl_scenario_change_new (NULL);
      g_autoptr (BlLibrary) library = bl_scenario_edit_make_library (session, name, opened[i]);

      bl_record_set_enum (BL_RECORD (change), "kind", BL_CHANGE_OPEN);
      bl_record_set_child (BL_RECORD (change), "new-library", BL_RECORD (library));
      bl_record_append (BL_RECORD (scenario), "changes", BL_RECORD (change));
    }
  bl_project_begin (project, _ ("Add scenario"));
  take_in (session, scenario, G_MAXUINT);
  finish_new (session, scenario);
  return scenario; /* the project holds it */
}
