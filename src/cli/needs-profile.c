/* needs-profile.c: the profile of one library, as an answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "needs-profile.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "output.h"
#include "profile-report.h"
#include "text.h"
#include "written.h"

static const char *const parts[BL_N_PROFILE_PARTS] = { "people", "access", "use", "offer", "cost" };

int
bl_needs_profile_find (const BlFacts *facts, const BlProfiles *profiles, const char *text, BlExit *exit)
{
  g_autofree char *folded = bl_text_fold_library_name (text);
  g_autoptr (GString) names = g_string_new (NULL), ids = g_string_new (NULL);
  guint matches = 0;
  int found = -1;

  for (guint row = 0; row < profiles->n_rows; row++)
    {
      const BlFactsLibrary *library = &facts->libraries[profiles->rows[row]];
      g_autofree char *own = bl_text_fold_library_name (library->name);

      if (g_strcmp0 (library->id, text) == 0)
        return (int) row;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", library->name);
      if (!g_str_equal (own, folded))
        continue;
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? ", " : "", library->id);
      matches++;
      found = (int) row;
    }
  if (matches == 1)
    return found;
  if (matches > 1)
    *exit = bl_command_fail (BL_EXIT_USAGE, _("“%s” fits several libraries. Say which by its id: %s."), text, ids->str);
  else if (names->len == 0)
    *exit = bl_command_fail (BL_EXIT_FAULTY, _("No static library of this project is open."));
  else
    *exit = bl_command_fail (BL_EXIT_USAGE, _("There is no open library “%s”. There are: %s."), text, names->str);
  return -1;
}

static void
answer_json (const BlFacts *facts, const BlProfiles *profiles, guint row, const char *index)
{
  const BlFactsLibrary *library = &facts->libraries[profiles->rows[row]];
  g_autofree char *finding = bl_profiles_finding (profiles, row);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  bl_json_text (builder, "library", library->name);
  bl_json_text (builder, "id", library->id);
  bl_json_text (builder, "index", index);
  bl_json_text (builder, "finding", finding);
  bl_json_text (builder, "class", profiles->classes[row]);
  json_builder_set_member_name (builder, "measures");
  json_builder_begin_array (builder);
  for (guint m = 0; m < profiles->n_measures; m++)
    {
      const BlProfileMeasure *measure = &profiles->measures[m];
      BlProfileComparison it;

      bl_profiles_compare (profiles, row, m, &it);
      json_builder_begin_object (builder);
      bl_json_text (builder, "measure", measure->key);
      bl_json_text (builder, "title", measure->title);
      bl_json_text (builder, "part", parts[measure->part]);
      bl_json_text (builder, "period", measure->period);
      bl_json_number (builder, "value", it.number);
      bl_json_number (builder, "middle", it.middle);
      bl_json_count (builder, "libraries", it.n);
      bl_json_number (builder, "class_middle", it.class_middle);
      bl_json_count (builder, "class_libraries", it.n_class);
      bl_json_number (builder, "rank", it.rank > 0 ? it.rank : NAN);
      json_builder_set_member_name (builder, "worst_quarter");
      json_builder_add_boolean_value (builder, it.story);
      bl_json_text (builder, "to_do", isnan (it.number) ? measure->lacks : NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bl_json_finish (builder);
}

static void
answer_text (const BlFacts *facts, const BlProfiles *profiles, guint row, const char *index)
{
  g_autofree char *finding = bl_profiles_finding (profiles, row);
  BlOutputTable *table = bl_output_table_new ("lrrrl");

  bl_output_text ("%s\n%s\n%s\n\n", facts->libraries[profiles->rows[row]].name, finding, index);
  bl_output_table_add (table, _("Measure"), "", _("Middle"),
                       profiles->classes[row] != NULL ? profiles->classes[row] : _("Its kind of place"), _("To do"));
  for (guint m = 0; m < profiles->n_measures; m++)
    {
      const BlProfileMeasure *measure = &profiles->measures[m];
      g_autofree char *title = measure->period != NULL
                                   ? g_strdup_printf ("%s, %s", measure->title, measure->period)
                                   : g_strdup (measure->title);
      g_autofree char *number = NULL, *middle = NULL, *class_middle = NULL;
      BlProfileComparison it;

      bl_profiles_compare (profiles, row, m, &it);
      number = bl_profile_to_text (measure, it.number);
      middle = bl_profile_to_text (measure, it.middle);
      class_middle = bl_profile_to_text (measure, it.class_middle);
      bl_output_table_add (table, title, number, middle, class_middle, isnan (it.number) ? measure->lacks : "");
    }
  bl_output_table_finish (table, TRUE);
}

BlExit
bl_needs_profile_answer (const BlFacts *facts, const BlProfiles *profiles, guint row, const char *index)
{
  if (bl_command_wants_json ())
    answer_json (facts, profiles, row, index);
  else
    answer_text (facts, profiles, row, index);
  return BL_EXIT_DONE;
}

BlExit
bl_needs_profile_write (const BlFacts *facts,
                        const BlProfiles *profiles,
                        guint row,
                        const char *index,
                        const char *out)
{
  g_autoptr (BlClock) clock = bl_clock_new ();
  BlProfileReport about
      = { .facts = facts, .profiles = profiles, .row = row, .index = index, .today = bl_clock_today (clock) };

  g_autoptr (GError) error = NULL;

  if (!bl_profile_report_write (&about, out, &error))
    return bl_command_fail_error (error, out);
  return bl_written_answer (out);
}
