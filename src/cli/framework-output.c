/* framework-output.c: frameworks as text and as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "framework-output.h"

#include <glib/gi18n-lib.h>

#include "framework-compare.h"
#include "output.h"

static void
add_key (JsonBuilder *builder, gpointer record, const char *key, const char *field)
{
  bl_json_text (builder, key, bl_record_get_text (record, field));
}

/* A long text of one thing a line. */
static void
add_lines (JsonBuilder *builder, gpointer record, const char *key, const char *field)
{
  const char *text = bl_record_get_text (record, field);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      json_builder_add_string_value (builder, lines[i]);
  json_builder_end_array (builder);
}

static gboolean
is_official (BlFramework *framework)
{
  gboolean official = FALSE;

  return bl_record_get_boolean (BL_RECORD (framework), "official", &official) && official;
}

static void
add_head (JsonBuilder *builder, BlFramework *framework)
{
  g_autoptr (GPtrArray) criteria = bl_framework_list_criteria (framework, FALSE);
  g_autoptr (GPtrArray) shorter = bl_framework_list_criteria (framework, TRUE);
  g_autoptr (GPtrArray) characteristics = bl_framework_list_characteristics (framework);
  g_autoptr (GPtrArray) areas = bl_framework_list_areas (framework, FALSE);
  g_autofree char *checksum = bl_framework_make_checksum (framework);

  add_key (builder, framework, "item", "item");
  add_key (builder, framework, "title", "title");
  add_key (builder, framework, "version", "revision");
  json_builder_set_member_name (builder, "official");
  json_builder_add_boolean_value (builder, is_official (framework));
  add_key (builder, framework, "source", "source");
  add_key (builder, framework, "notice", "notice-short");
  bl_json_count (builder, "characteristics", characteristics->len);
  bl_json_count (builder, "criteria", criteria->len);
  bl_json_count (builder, "short_route", shorter->len);
  bl_json_count (builder, "results_areas", areas->len);
  bl_json_text (builder, "checksum", checksum);
}

void
bl_framework_output_list (GPtrArray *frameworks)
{
  BlOutputTable *table;

  if (bl_command_wants_json ())
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "frameworks");
      json_builder_begin_array (builder);
      for (guint i = 0; i < frameworks->len; i++)
        {
          json_builder_begin_object (builder);
          add_head (builder, g_ptr_array_index (frameworks, i));
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
      bl_json_finish (builder);
      return;
    }
  table = bl_output_table_new ("llrl");
  bl_output_table_add (table, _ ("Name"), _ ("Title"), _ ("Criteria"), _ ("Version"));
  for (guint i = 0; i < frameworks->len; i++)
    {
      gpointer framework = g_ptr_array_index (frameworks, i);
      g_autoptr (GPtrArray) criteria = bl_framework_list_criteria (framework, FALSE);
      g_autofree char *n = g_strdup_printf ("%u", criteria->len);

      bl_output_table_add (table, bl_record_get_text (framework, "item"),
                           bl_record_get_text (framework, "title"), n,
                           bl_record_get_text (framework, "revision"));
    }
  bl_output_table_finish (table, TRUE);
  bl_output_text ("\n");
  for (guint i = 0; i < frameworks->len; i++)
    bl_output_text ("%s: %s\n", bl_record_get_text (g_ptr_array_index (frameworks, i), "item"),
                    bl_record_get_text (g_ptr_array_index (frameworks, i), "notice-short"));
}

/* --- One of them ---------------------------------------------------------------- */

/* Items of the dictionary of indicators. */
static void
add_indicators (JsonBuilder *builder, BlRecord *record)
{
  g_auto (GStrv) items = bl_framework_list_indicators (record);

  json_builder_set_member_name (builder, "indicators");
  json_builder_begin_array (builder);
  for (guint i = 0; items[i] != NULL; i++)
    json_builder_add_string_value (builder, items[i]);
  json_builder_end_array (builder);
}

static void
add_criterion (JsonBuilder *builder, BlRecord *criterion)
{
  json_builder_begin_object (builder);
  add_key (builder, criterion, "item", "item");
  add_key (builder, criterion, "title", "title");
  add_key (builder, criterion, "statement", "statement");
  add_lines (builder, criterion, "excellent", "excellent");
  add_lines (builder, criterion, "early_days", "early-days");
  add_lines (builder, criterion, "ask", "ask");
  add_lines (builder, criterion, "documents", "documents");
  add_lines (builder, criterion, "data", "data");
  add_lines (builder, criterion, "people", "people");
  add_key (builder, criterion, "outcomes", "outcomes");
  add_key (builder, criterion, "route", "route");
  add_indicators (builder, criterion);
  add_key (builder, criterion, "source", "source");
  add_key (builder, criterion, "confidence", "confidence");
  json_builder_end_object (builder);
}

static void
add_list (JsonBuilder *builder,
          gpointer parent,
          const char *list,
          const char *key,
          void (*add) (JsonBuilder *, BlRecord *))
{
  GListModel *records = bl_record_get_list (parent, list);

  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (records, i);

      add (builder, record);
    }
  json_builder_end_array (builder);
}

static void
add_characteristic (JsonBuilder *builder, BlRecord *characteristic)
{
  json_builder_begin_object (builder);
  add_key (builder, characteristic, "item", "item");
  add_key (builder, characteristic, "title", "title");
  add_key (builder, characteristic, "statement", "statement");
  add_list (builder, characteristic, "criteria", "criteria", add_criterion);
  json_builder_end_object (builder);
}

static void
add_area (JsonBuilder *builder, BlRecord *area)
{
  json_builder_begin_object (builder);
  add_key (builder, area, "item", "item");
  add_key (builder, area, "title", "title");
  add_key (builder, area, "statement", "statement");
  add_key (builder, area, "outcomes", "outcomes");
  add_indicators (builder, area);
  json_builder_end_object (builder);
}

static void
add_section (JsonBuilder *builder, BlRecord *section)
{
  json_builder_begin_object (builder);
  add_key (builder, section, "item", "item");
  add_key (builder, section, "title", "title");
  add_key (builder, section, "statement", "statement");
  add_list (builder, section, "areas", "results_areas", add_area);
  add_list (builder, section, "characteristics", "characteristics", add_characteristic);
  json_builder_end_object (builder);
}

static void
add_level (JsonBuilder *builder, BlRecord *level)
{
  gint64 number;

  json_builder_begin_object (builder);
  add_key (builder, level, "item", "item");
  json_builder_set_member_name (builder, "level");
  if (bl_record_get_integer (level, "level", &number))
    json_builder_add_int_value (builder, number);
  else
    json_builder_add_null_value (builder);
  add_key (builder, level, "label", "label");
  add_key (builder, level, "descriptor", "descriptor");
  json_builder_end_object (builder);
}

static void
add_scale (JsonBuilder *builder, BlRecord *scale)
{
  json_builder_begin_object (builder);
  add_key (builder, scale, "item", "item");
  add_key (builder, scale, "title", "title");
  add_key (builder, scale, "use", "use");
  add_list (builder, scale, "levels", "levels", add_level);
  json_builder_end_object (builder);
}

static void
show_text (BlFramework *framework)
{
  g_autoptr (GPtrArray) characteristics = bl_framework_list_characteristics (framework);

  bl_output_text ("%s\n%s\n", bl_record_get_text (BL_RECORD (framework), "title"),
                  bl_record_get_text (BL_RECORD (framework), "notice-short"));
  for (guint i = 0; i < characteristics->len; i++)
    {
      BlRecord *characteristic = g_ptr_array_index (characteristics, i);
      GListModel *criteria = bl_record_get_list (characteristic, "criteria");

      bl_output_text ("\n%u  %s\n   %s\n", i + 1, bl_record_get_text (characteristic, "title"),
                      bl_record_get_text (characteristic, "statement"));
      for (guint j = 0; j < g_list_model_get_n_items (criteria); j++)
        {
          g_autoptr (BlRecord) criterion = g_list_model_get_item (criteria, j);

          bl_output_text ("   %s  %s\n", bl_record_get_text (criterion, "item"),
                          bl_record_get_text (criterion, "title"));
        }
    }
}

void
bl_framework_output_show (BlFramework *framework)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (GPtrArray) routes = NULL;

  if (!bl_command_wants_json ())
    {
      show_text (framework);
      return;
    }
  builder = json_builder_new ();
  routes = bl_framework_list_routes (framework);
  json_builder_begin_object (builder);
  add_head (builder, framework);
  add_list (builder, framework, "scales", "scales", add_scale);
  add_list (builder, framework, "sections", "sections", add_section);
  json_builder_set_member_name (builder, "routes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < routes->len; i++)
    {
      BlRecord *route = g_ptr_array_index (routes, i);
      gint64 minutes = 0;

      bl_record_get_integer (route, "minutes", &minutes);
      json_builder_begin_object (builder);
      add_key (builder, route, "item", "item");
      add_key (builder, route, "title", "title");
      bl_json_count (builder, "minutes", minutes);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bl_json_finish (builder);
}

/* --- What differs ------------------------------------------------------------------- */

void
bl_framework_output_differences (BlFramework *before, BlFramework *after)
{
  static const char *const changes[] = { "added", "removed", "moved", "words" };
  g_autoptr (GPtrArray) differences = bl_framework_compare (before, after);
  g_autofree char *says = bl_framework_compare_say (differences);
  g_autoptr (JsonBuilder) builder = NULL;

  if (!bl_command_wants_json ())
    {
      bl_output_text ("%s\n", says);
      for (guint i = 0; i < differences->len; i++)
        {
          const BlFrameworkDifference *difference = g_ptr_array_index (differences, i);

          bl_output_text ("  %s\n", difference->words);
        }
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  bl_json_text (builder, "says", says);
  json_builder_set_member_name (builder, "differences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < differences->len; i++)
    {
      const BlFrameworkDifference *difference = g_ptr_array_index (differences, i);

      json_builder_begin_object (builder);
      bl_json_text (builder, "change", changes[difference->change]);
      bl_json_text (builder, "item",
                    bl_record_find_field (difference->record, "item") != NULL
                        ? bl_record_get_text (difference->record, "item")
                        : NULL);
      bl_json_text (builder, "field", difference->field);
      bl_json_text (builder, "words", difference->words);
      bl_json_text (builder, "before", difference->before);
      bl_json_text (builder, "after", difference->after);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bl_json_finish (builder);
}
