/* services.c: branchline-cli services: the services that come with the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "command.h"
#include "output.h"
#include "reference.h"
#include "text.h"

static void
answer_json (BlReference *reference)
{
  GPtrArray *services = bl_reference_get_services (reference);
  g_autoptr (GPtrArray) sources = bl_reference_get_sources (reference);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "services");
  json_builder_begin_array (builder);
  for (guint i = 0; i < services->len; i++)
    {
      const BlReferenceService *service = g_ptr_array_index (services, i);

      json_builder_begin_object (builder);
      bl_json_text (builder, "code", service->code);
      bl_json_text (builder, "name", service->name);
      bl_json_text (builder, "nice_name", service->nice_name);
      bl_json_text (builder, "other_names", service->other_names);
      bl_json_text (builder, "type", service->type);
      bl_json_number (builder, "population", service->population >= 0 ? service->population : NAN);
      bl_json_count (builder, "libraries", service->libraries);
      bl_json_count (builder, "open", service->open);
      bl_json_count (builder, "areas", service->areas);
      bl_json_count (builder, "people", service->people);
      bl_json_text (builder, "note", service->note);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sources->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (sources, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bl_json_finish (builder);
}

static void
answer_text (BlReference *reference)
{
  GPtrArray *services = bl_reference_get_services (reference);
  g_autoptr (GPtrArray) sources = bl_reference_get_sources (reference);
  BlOutputTable *table = bl_output_table_new ("llrrrr");

  bl_output_table_add (table, _("Code"), _("Service"), _("Libraries"), _("Open"), _("Areas"), _("People"));
  for (guint i = 0; i < services->len; i++)
    {
      const BlReferenceService *service = g_ptr_array_index (services, i);
      g_autofree char *libraries = bl_text_number (service->libraries, 0);
      g_autofree char *open = bl_text_number (service->open, 0);
      g_autofree char *areas = bl_text_number (service->areas, 0);
      g_autofree char *people = bl_text_number (service->people, 0);

      bl_output_table_add (table, service->code, service->name, libraries, open, areas, people);
    }
  bl_output_table_finish (table, TRUE);
  bl_output_text ("\n");
  for (guint i = 0; i < services->len; i++)
    {
      const BlReferenceService *service = g_ptr_array_index (services, i);

      if (service->note != NULL)
        bl_output_text ("%s: %s\n", service->name, service->note);
    }
  bl_output_text ("\n");
  for (guint i = 0; i < sources->len; i++)
    bl_output_text ("%s\n", (const char *) g_ptr_array_index (sources, i));
}

static BlExit
run (char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlReference) reference = NULL;

  if (!bl_command_parse (&bl_command_services, NULL, &arguments, 0))
    return BL_EXIT_USAGE;
  reference = bl_reference_new (&error);
  if (reference == NULL)
    return bl_command_fail_error (error, NULL);
  if (bl_command_wants_json ())
    answer_json (reference);
  else
    answer_text (reference);
  return BL_EXIT_DONE;
}

const BlCommand bl_command_services = {
  .name = "services",
  .summary = N_("List the library services of England that come with the program (no project)"),
  .run = run,
};
