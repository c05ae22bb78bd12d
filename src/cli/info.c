/* info.c: branchline-cli info: what is in a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>

#include "command.h"
#include "output.h"
#include "text.h"

/* Counts of what a project holds. "Libraries" are the static service points,
 * as everywhere; mobiles, archives and the like are others. */
typedef struct
{
  guint libraries, open, statutory, others, nearby, off_map;
} Counts;

static Counts
count (const BlFacts *facts)
{
  Counts counts = { 0 };

  for (guint i = 0; i < facts->n_libraries; i++)
    {
      const BlFactsLibrary *library = &facts->libraries[i];

      if (library->nearby)
        counts.nearby++;
      else if (library->type != BL_LIBRARY_TYPE_STATIC)
        counts.others++;
      else
        {
          counts.libraries++;
          counts.open += library->open;
          counts.statutory += library->statutory;
          counts.off_map += library->open && !library->located;
        }
    }
  return counts;
}

/* A total is said of counts only: ranks and rates do not add up. */
static double
total_of (const BlFacts *facts, guint value)
{
  double total = 0;

  if (facts->values[value].kind != BL_VALUE_KIND_COUNT)
    return NAN;
  for (guint i = 0; i < facts->n_areas; i++)
    if (!isnan (facts->values[value].numbers[i]))
      total += facts->values[value].numbers[i];
  return total;
}

static const char *
kind_word (BlValueKind kind)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (BL_TYPE_VALUE_KIND);
  GEnumValue *value = g_enum_get_value (klass, (int) kind);

  return value != NULL && kind != BL_VALUE_KIND_UNKNOWN ? value->value_nick : NULL;
}

static gboolean
add_tables (BlRecord *record, gpointer data)
{
  GHashTable *ids = data;
  GPtrArray *fields = bl_record_get_fields (record);

  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);
      BlTable *table = field->type == BL_FIELD_TABLE ? bl_record_get_table (record, field->name) : NULL;

      if (table != NULL)
        g_hash_table_add (ids, g_strdup (bl_table_get_id (table)));
    }
  return TRUE;
}

static guint
count_tables (BlProject *project)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  bl_record_walk (BL_RECORD (project), add_tables, ids);
  return g_hash_table_size (ids);
}

static void
answer_json (BlProject *project, const BlFacts *facts, const Counts *counts, gint64 bytes)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  bl_json_text (builder, "title", facts->title);
  bl_json_text (builder, "service", facts->service);
  bl_json_text (builder, "service_code", facts->service_code);
  bl_json_number (builder, "year", facts->year > 0 ? facts->year : NAN);
  bl_json_text (builder, "version", BL_PROJECT_VERSION);
  bl_json_count (builder, "libraries", counts->libraries);
  bl_json_count (builder, "open", counts->open);
  bl_json_count (builder, "statutory", counts->statutory);
  bl_json_count (builder, "other_service_points", counts->others);
  bl_json_count (builder, "libraries_nearby", counts->nearby);
  bl_json_count (builder, "without_grid_reference", counts->off_map);
  bl_json_count (builder, "areas", facts->n_areas);
  json_builder_set_member_name (builder, "outlines");
  json_builder_add_boolean_value (builder, facts->outlines != NULL);
  bl_json_number (builder, "population", facts->population != NULL ? facts->total_population : NAN);
  json_builder_set_member_name (builder, "values");
  json_builder_begin_array (builder);
  for (guint i = 0; i < facts->n_values; i++)
    {
      json_builder_begin_object (builder);
      bl_json_text (builder, "name", facts->values[i].name);
      bl_json_text (builder, "title", facts->values[i].title);
      bl_json_text (builder, "kind", kind_word (facts->values[i].kind));
      bl_json_number (builder, "total", total_of (facts, i));
      bl_json_count (builder, "unknown", facts->values[i].unknown);
      bl_json_text (builder, "source", facts->values[i].source);
      bl_json_text (builder, "date", facts->values[i].date);
      bl_json_text (builder, "geography", facts->values[i].geography);
      bl_json_text (builder, "licence", facts->values[i].licence);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  bl_json_count (builder, "tables", count_tables (project));
  bl_json_count (builder, "bytes", bytes);
  json_builder_end_object (builder);
  bl_json_finish (builder);
}

static void
add_count (BlOutputTable *table, const char *label, double number, const char *more)
{
  g_autofree char *text = bl_text_number (number, 0);

  bl_output_table_add (table, label, text, more);
}

static void
answer_text (const BlFacts *facts, const Counts *counts)
{
  BlOutputTable *table = bl_output_table_new ("lrl");
  const char *not_known = _("not known");
  g_autofree char *year = facts->year > 0 ? g_strdup_printf (_("open in %d"), facts->year) : g_strdup (_("open"));

  bl_output_text ("%s\n", facts->title != NULL ? facts->title : _("Untitled project"));
  bl_output_text ("%s%s%s\n\n", facts->service != NULL ? facts->service : _("No service is set"),
                  facts->service_code != NULL ? ", " : "", facts->service_code != NULL ? facts->service_code : "");
  add_count (table, _("Libraries"), counts->libraries, NULL);
  add_count (table, year, counts->open, NULL);
  add_count (table, _("of which statutory"), counts->statutory, NULL);
  if (counts->off_map > 0)
    add_count (table, _("not on the map: no grid reference"), counts->off_map, NULL);
  add_count (table, _("Other service points"), counts->others, NULL);
  add_count (table, _("Libraries nearby, of other services"), counts->nearby, NULL);
  add_count (table, _("Areas"), facts->n_areas,
             facts->n_areas == 0 ? NULL : facts->outlines != NULL ? _("with outlines") : _("as points"));
  if (facts->population != NULL)
    add_count (table, _("People"), facts->total_population, NULL);
  else
    bl_output_table_add (table, _("People"), not_known, NULL);
  bl_output_table_finish (table, FALSE);
  if (facts->n_values == 0)
    return;

  bl_output_text ("\n");
  table = bl_output_table_new ("llrrll");
  bl_output_table_add (table, _("Value"), _("Kind"), _("Total"), _("Not known"), _("Date"), _("Source"));
  for (guint i = 0; i < facts->n_values; i++)
    {
      double total = total_of (facts, i);
      g_autofree char *sum = isnan (total) ? NULL : bl_text_number (total, 0);
      g_autofree char *unknown = bl_text_number (facts->values[i].unknown, 0);
      const char *kind = kind_word (facts->values[i].kind);

      bl_output_table_add (table, facts->values[i].name, kind != NULL ? kind : not_known, sum != NULL ? sum : "–",
                           unknown, facts->values[i].date != NULL ? facts->values[i].date : not_known,
                           facts->values[i].source != NULL ? facts->values[i].source : not_known);
    }
  bl_output_table_finish (table, TRUE);
}

static BlExit
run (char **arguments)
{
  BlExit exit = BL_EXIT_DONE;
  g_autoptr (BlDocument) document = NULL;
  g_autoptr (BlFacts) facts = NULL;
  Counts counts;
  GStatBuf status;

  if (!bl_command_parse (&bl_command_info, NULL, &arguments, 1))
    return BL_EXIT_USAGE;
  document = bl_command_open (arguments[1], &exit);
  if (document == NULL)
    return exit;
  if (g_stat (arguments[1], &status) != 0)
    return bl_command_fail (BL_EXIT_FILE, _("%s: The file has gone."), arguments[1]);
  facts = bl_facts_new (bl_document_get_project (document));
  counts = count (facts);
  if (bl_command_wants_json ())
    answer_json (bl_document_get_project (document), facts, &counts, status.st_size);
  else
    answer_text (facts, &counts);
  return BL_EXIT_DONE;
}

const BlCommand bl_command_info = {
  .name = "info",
  .arguments = "PROJECT",
  .summary = N_("Say what is in a project"),
  .run = run,
};
