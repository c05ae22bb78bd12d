/* new.c: branchline-cli new: a project with its service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "command.h"
#include "output.h"
#include "reference.h"
#include "text.h"

/* A service that is not in our list is kept as it was typed. */
static void
keep_as_typed (BlProject *project, const char *name)
{
  g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "service");
  g_autofree char *clean = bl_text_clean (name);
  g_autoptr (BlService) service = bl_service_new (id);

  bl_record_set_text (BL_RECORD (service), "name", clean);
  bl_record_set_child (BL_RECORD (project), "service", BL_RECORD (service));
}

static void
answer (const char *path, BlProject *project, gboolean known, const char *note)
{
  BlRecord *service = BL_RECORD (bl_project_get_service (project));
  guint libraries = g_list_model_get_n_items (bl_project_get_libraries (project));
  guint nearby = g_list_model_get_n_items (bl_project_get_libraries_nearby (project));
  BlAreas *areas = bl_project_get_areas (project);
  guint n_areas = areas != NULL ? bl_areas_get_n (areas) : 0;

  if (bl_command_wants_json ())
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      bl_json_text (builder, "project", path);
      bl_json_text (builder, "title", bl_record_get_text (BL_RECORD (project), "title"));
      bl_json_text (builder, "service", bl_record_get_text (service, "name"));
      bl_json_text (builder, "service_code", bl_record_get_text (service, "code"));
      json_builder_set_member_name (builder, "service_known");
      json_builder_add_boolean_value (builder, known);
      bl_json_count (builder, "libraries", libraries);
      bl_json_count (builder, "libraries_nearby", nearby);
      bl_json_count (builder, "areas", n_areas);
      bl_json_text (builder, "note", note);
      json_builder_end_object (builder);
      bl_json_finish (builder);
      return;
    }
  bl_output_text (_("%s: a project for %s.\n"), path, bl_record_get_text (service, "name"));
  if (n_areas > 0 || libraries > 0)
    {
      g_autofree char *n_libraries = bl_text_number (libraries, 0);
      g_autofree char *n_nearby = bl_text_number (nearby, 0);
      g_autofree char *n_small = bl_text_number (n_areas, 0);

      bl_output_text (_("From the published facts: %s libraries and other service points, %s nearby ones of other "
                        "services, %s areas.\n"),
                      n_libraries, n_nearby, n_small);
    }
  if (note != NULL)
    bl_output_text ("%s\n", note);
}

static BlExit
make (const char *path, const char *title, const char *name, gboolean from_reference, const char *made_up,
      const char *author)
{
  g_autoptr (BlIds) ids = bl_ids_new ();
  g_autoptr (BlClock) clock = bl_clock_new ();
  g_autoptr (BlProject) project = bl_project_new (ids, clock);
  g_autoptr (BlDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) unknown = NULL;
  g_autoptr (BlReference) reference = bl_reference_new (&error);
  const BlReferenceService *service;
  const char *note;
  BlExit exit;

  if (reference == NULL)
    return bl_command_fail_error (error, NULL);
  service = bl_reference_find_service (reference, name, &unknown);
  if (service == NULL && from_reference)
    return bl_command_fail_error (unknown, NULL);
  note = service != NULL ? service->note : _("The service is not in the list of services; kept as typed.");

  if (!bl_command_sign (project, author))
    return BL_EXIT_USAGE;
  bl_project_begin (project, _("New project"));
  bl_record_set_text (BL_RECORD (project), "title", title);
  bl_record_set_date (BL_RECORD (project), "created", bl_clock_today (clock));
  if (made_up != NULL)
    {
      bl_record_set_boolean (BL_RECORD (project), "sample", TRUE);
      bl_record_set_text (BL_RECORD (project), "sample-note", made_up);
    }
  if (service == NULL)
    keep_as_typed (project, name);
  else if (!from_reference)
    bl_reference_fill_service (service, project);
  else if (!bl_reference_fill (reference, service, project, &error))
    {
      bl_project_rollback (project);
      return bl_command_fail_error (error, NULL);
    }
  bl_project_commit (project);

  document = bl_document_new (project);
  exit = bl_command_save (document, path);
  if (exit == BL_EXIT_DONE)
    answer (path, project, service != NULL, note);
  return exit;
}

static BlExit
run (char **arguments)
{
  g_autofree char *title = NULL;
  g_autofree char *service = NULL;
  g_autofree char *clean_title = NULL;
  g_autofree char *clean_service = NULL;
  g_autofree char *author = NULL;
  g_autofree char *made_up = NULL;
  g_autofree char *clean_made_up = NULL;
  gboolean from_reference = FALSE;
  const GOptionEntry entries[] = {
    { "title", 't', 0, G_OPTION_ARG_STRING, &title, N_("What the project is called"), N_("TITLE") },
    { "service", 's', 0, G_OPTION_ARG_STRING, &service, N_("Whose libraries: a name or a GSS code"), N_("SERVICE") },
    { "from-reference", 'r', 0, G_OPTION_ARG_NONE, &from_reference,
      N_("Start with the published libraries, areas and people of the service"), NULL },
    { "sample-note", 0, 0, G_OPTION_ARG_STRING, &made_up, N_("Of a sample: what in it is made up"), N_("WORDS") },
    BL_COMMAND_AUTHOR (author),
    { NULL },
  };

  if (!bl_command_parse (&bl_command_new, entries, &arguments, 1))
    return BL_EXIT_USAGE;
  clean_title = bl_text_clean (title);
  clean_service = bl_text_clean (service);
  clean_made_up = made_up != NULL ? bl_text_clean (made_up) : NULL;
  if (clean_title == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("Say what the project is called with --title."));
  if (clean_service == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("Say which library service with --service: a name or a GSS code."));
  if (g_file_test (arguments[1], G_FILE_TEST_EXISTS) || g_file_test (arguments[1], G_FILE_TEST_IS_SYMLINK))
    return bl_command_fail (BL_EXIT_FILE, _("%s: There is something of this name already. Choose another."),
                            arguments[1]);
  return make (arguments[1], clean_title, clean_service, from_reference, clean_made_up, author);
}

const BlCommand bl_command_new = {
  .name = "new",
  .arguments = "PROJECT",
  .summary = N_("Make a project for a library service"),
  .details = N_("With --from-reference the project starts with what is published: the libraries of 2023, the small "
                "areas and their people. “branchline-cli services” lists the services."),
  .run = run,
};
