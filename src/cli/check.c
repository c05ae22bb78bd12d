/* check.c: branchline-cli check: what is wrong with a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "check-schema.h"
#include "command.h"
#include "consequences.h"
#include "faults-output.h"
#include "postcodes.h"

/* The line on which an id stands in the file, 0 when it does not. */
static guint
line_of (const char *text, const char *id)
{
  g_autofree char *attribute = g_strdup_printf (" id=\"%s\"", id);
  const char *at = strstr (text, attribute);
  guint line = 1;

  if (at == NULL)
    return 0;
  for (const char *p = text; (p = memchr (p, '\n', at - p)) != NULL; p++)
    line++;
  return line;
}

static void
note (GPtrArray *faults, BlSeverity severity, BlRecord *record, const char *field, const char *message)
{
  g_ptr_array_add (faults, bl_fault_new (severity, record != NULL ? bl_record_get_id (record) : NULL, field, 0, "%s",
                                         message));
}

/* --- What a project should say ---------------------------------------------- */
/* Beyond what each record says of itself when validated. */

static void
check_origin (GPtrArray *faults, BlRecord *record, const char *const *fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *message = NULL;

      if (bl_record_is_known (record, fields[i]))
        continue;
      name = bl_record_describe (record);
      message = g_strdup_printf (_("%s: %s is not known"), name, _(bl_record_find_field (record, fields[i])->title));
      note (faults, BL_SEVERITY_WARNING, record, fields[i], message);
    }
}

static void
check_libraries (BlProject *project, GPtrArray *faults)
{
  GListModel *libraries = bl_project_get_libraries (project);
  guint n = g_list_model_get_n_items (libraries);
  guint without_source = 0;
  BlRecord *first = NULL;

  if (n == 0)
    note (faults, BL_SEVERITY_NOTE, BL_RECORD (project), "libraries", _("the project has no libraries yet"));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (libraries, i);

      if (!bl_record_is_known (record, "source"))
        {
          without_source++;
          if (first == NULL)
            first = record;
        }
    }
  if (without_source > 0)
    {
      g_autofree char *message
          = g_strdup_printf (ngettext ("the source of %u library is not known",
                                       "the source of %u libraries is not known", without_source),
                             without_source);

      note (faults, BL_SEVERITY_WARNING, first, "source", message);
    }
}

static void
check_areas (BlProject *project, GPtrArray *faults)
{
  static const char *const outline_origin[] = { "outline-source", "outline-date", "outline-licence", NULL };
  static const char *const point_origin[] = { "point-source", "point-date", "point-licence", NULL };
  BlAreas *areas = bl_project_get_areas (project);
  g_autoptr (BlFacts) facts = NULL;
  guint n_without = 0;

  if (areas == NULL || bl_areas_get_n (areas) == 0)
    {
      note (faults, BL_SEVERITY_NOTE, BL_RECORD (project), "areas", _("the project has no areas yet"));
      return;
    }
  if (bl_record_is_known (BL_RECORD (areas), "outlines"))
    check_origin (faults, BL_RECORD (areas), outline_origin);
  if (bl_record_is_known (BL_RECORD (areas), "points"))
    check_origin (faults, BL_RECORD (areas), point_origin);
  facts = bl_facts_new (project);
  for (guint i = 0; i < facts->n_areas; i++)
    n_without += isnan (facts->points[i].x);
  if (n_without > 0)
    {
      g_autofree char *message
          = g_strdup_printf (ngettext ("%u area has neither a point nor an outline",
                                       "%u areas have neither a point nor an outline", n_without),
                             n_without);

      note (faults, BL_SEVERITY_WARNING, BL_RECORD (areas), "points", message);
    }
  if (facts->population == NULL)
    note (faults, BL_SEVERITY_WARNING, BL_RECORD (project), "values",
          _("there is no value called “population”, which weighs everything"));
}

static void
check_values (BlProject *project, GPtrArray *faults)
{
  GListModel *values = bl_project_get_values (project);

  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (BlRecord) value = g_list_model_get_item (values, i);
      BlTable *table = bl_record_get_table (value, "numbers");
      guint unknown = 0;

      for (guint row = 0; table != NULL && row < bl_table_get_n_rows (table); row++)
        unknown += isnan (bl_table_get_numbers (table)[row]);
      if (unknown > 0)
        {
          g_autofree char *name = bl_record_describe (value);
          g_autofree char *message = g_strdup_printf (ngettext ("%s is not known for %u area",
                                                                "%s is not known for %u areas", unknown),
                                                      name, unknown);

          note (faults, BL_SEVERITY_NOTE, value, "numbers", message);
        }
    }
}

/* Whose the times, members and postcodes are, and whether a stop says so. */
static void
check_tables (BlProject *project, GPtrArray *faults)
{
  static const char *const lists[] = { "travel", "members" }, *const origin[] = { "source", "date", "licence", NULL };
  BlRecord *postcodes = bl_record_get_child (BL_RECORD (project), "postcodes"), *first = NULL;
  GListModel *stops = bl_record_get_list (BL_RECORD (project), "stops");
  guint without = 0;

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    {
      GListModel *list = bl_record_get_list (BL_RECORD (project), lists[l]);

      for (guint i = 0; i < g_list_model_get_n_items (list); i++)
        {
          g_autoptr (BlRecord) record = g_list_model_get_item (list, i);
          check_origin (faults, record, origin);
        }
    }
  if (postcodes != NULL)
    check_origin (faults, postcodes, origin);
  for (guint i = 0; i < g_list_model_get_n_items (stops); i++)
    {
      g_autoptr (BlRecord) stop = g_list_model_get_item (stops, i);

      if (!bl_record_is_known (stop, "source") && without++ == 0)
        first = stop; /* the project keeps it */
    }
  if (without > 0)
    {
      g_autofree char *message = g_strdup_printf (ngettext ("the source of %u stop of mobile libraries is not known",
                                                            "the source of %u stops of mobile libraries is not known", without),
                                                  without);
      note (faults, BL_SEVERITY_WARNING, first, "source", message);
    }
}

/* One line for all, since a table brings in dozens: figures over time without a source. */
static void
check_series (BlProject *project, GPtrArray *faults)
{
  static const char *const lists[] = { "series", "comparisons" };
  BlRecord *first = NULL;
  guint without = 0;

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    {
      GListModel *list = bl_record_get_list (BL_RECORD (project), lists[l]);

      for (guint i = 0; i < g_list_model_get_n_items (list); i++)
        {
          g_autoptr (BlRecord) record = g_list_model_get_item (list, i);

          if (!bl_record_is_known (record, "source") && without++ == 0)
            first = record; /* the project keeps it */
        }
    }
  if (without > 0)
    {
      g_autofree char *message = g_strdup_printf (
          ngettext ("the source of %u series of values over time is not known", "the source of %u series of values over time is not known",
                    without),
          without);
      note (faults, BL_SEVERITY_WARNING, first, "source", message);
    }
}

/* Libraries that are not on the map, and could be. */
static void
check_places (BlProject *project, GPtrArray *faults)
{
  BlRecord *postcodes = bl_record_get_child (BL_RECORD (project), "postcodes"), *first = NULL;
  GListModel *libraries = bl_project_get_libraries (project);
  guint n = 0;

  for (guint i = 0; postcodes != NULL && i < g_list_model_get_n_items (libraries); i++)
    {
      g_autoptr (BlRecord) library = g_list_model_get_item (libraries, i);
      const char *postcode = bl_record_get_text (library, "postcode");

      if (!bl_library_get_point (BL_LIBRARY (library), NULL) && postcode != NULL
          && bl_postcodes_find (BL_POSTCODES (postcodes), postcode, NULL) && n++ == 0)
        first = library; /* the project keeps it */
    }
  if (n > 0)
    {
      g_autofree char *message = g_strdup_printf (
          ngettext ("%u library without a grid reference can be placed by its postcode: import the postcodes again",
                    "%u libraries without a grid reference can be placed by their postcode: import the postcodes again", n),
          n);
      note (faults, BL_SEVERITY_NOTE, first, "easting", message);
    }
}

/* What a scenario changes and cannot be changed: a library that has gone, a place that is missing. */
static void
check_scenarios (BlProject *project, GPtrArray *faults)
{
  GListModel *scenarios = bl_project_get_scenarios (project);
  g_autoptr (BlFacts) facts = NULL;

  if (g_list_model_get_n_items (scenarios) == 0)
    return;
  facts = bl_facts_new (project);
  for (guint i = 0; i < g_list_model_get_n_items (scenarios); i++)
    {
      g_autoptr (BlScenario) scenario = g_list_model_get_item (scenarios, i);
      g_autoptr (GPtrArray) wrong = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (BlFacts) changed = bl_scenario_apply (facts, scenario, wrong);

      for (guint f = 0; f < wrong->len; f++)
        note (faults, BL_SEVERITY_WARNING, BL_RECORD (scenario), "changes", g_ptr_array_index (wrong, f));
    }
}

static void
check_project (BlProject *project, GPtrArray *faults)
{
  BlService *service = bl_project_get_service (project);

  bl_record_validate (BL_RECORD (project), faults);
  if (service != NULL && !bl_record_is_known (BL_RECORD (service), "code"))
    note (faults, BL_SEVERITY_NOTE, BL_RECORD (service), "code", _("the GSS code of the service is not known"));
  check_libraries (project, faults);
  check_areas (project, faults);
  check_values (project, faults);
  check_tables (project, faults);
  check_series (project, faults);
  check_places (project, faults);
  check_scenarios (project, faults);
}

/* --- The command ------------------------------------------------------------ */

/* A file that is there but is no whole project of ours is what check is for: one more fault. */
static gboolean
is_fault_of_content (const GError *error)
{
  return error->domain == BL_BASE_ERROR || g_error_matches (error, BL_STORE_ERROR, BL_STORE_ERROR_INVALID);
}

static void
add_all (GPtrArray *faults, GPtrArray *more)
{
  for (guint i = 0; more != NULL && i < more->len; i++)
    {
      const BlFault *fault = g_ptr_array_index (more, i);

      g_ptr_array_add (faults, bl_fault_new (fault->severity, fault->record, fault->field, fault->line, "%s",
                                             fault->message));
    }
}

static BlExit
check (const char *path)
{
  g_autoptr (GPtrArray) faults = bl_faults_new ();
  g_autoptr (BlIds) ids = bl_ids_new ();
  g_autoptr (BlClock) clock = bl_clock_new ();
  g_autoptr (BlDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;
  guint errors = 0;

  if (!g_file_get_contents (path, &text, &length, &error))
    return bl_command_fail_error (error, path);
  document = bl_document_open_with (path, BL_OPEN_FAULTY, ids, clock, NULL, NULL, &error);
  if (document == NULL)
    {
      guint line = 0;
      const char *sentence = bl_check_split_message (error->message, path, &line);

      if (!is_fault_of_content (error))
        return bl_command_fail_error (error, path);
      g_ptr_array_add (faults, bl_fault_new (BL_SEVERITY_ERROR, NULL, NULL, line, "%s", sentence));
    }
  else
    {
      add_all (faults, bl_document_get_faults (document));
      bl_check_against_schema (text, length, path, faults);
      check_project (bl_document_get_project (document), faults);
    }
  for (guint i = 0; i < faults->len; i++)
    {
      BlFault *fault = g_ptr_array_index (faults, i);

      errors += fault->severity == BL_SEVERITY_ERROR;
      if (fault->line == 0 && fault->record != NULL)
        fault->line = line_of (text, fault->record);
    }
  bl_faults_output (path, faults);
  return errors > 0 ? BL_EXIT_FAULTY : BL_EXIT_DONE;
}

static BlExit
run (char **arguments)
{
  if (!bl_command_parse (&bl_command_check, NULL, &arguments, 1))
    return BL_EXIT_USAGE;
  return check (arguments[1]);
}

const BlCommand bl_command_check = {
  .name = "check",
  .arguments = "PROJECT",
  .summary = N_("List what is wrong or missing in a project"),
  .details = N_("Ends with 1 when something in the file is not valid; what is merely missing is listed as a warning or "
                "a note and ends with 0."),
  .run = run,
  .answers_faulty = TRUE,
};
