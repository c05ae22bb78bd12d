/* map.c: branchline-cli map: a map as a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "command.h"
#include "consequences.h"
#include "map-print.h"
#include "output.h"
#include "rings.h"
#include "scenario.h"
#include "summary.h"
#include "text.h"
#include "written.h"

#define MOST_DOTS 12.0

/* The words given. */
typedef struct
{
  char *value, *classes, *middle, *both, *by, *rings, *library, *scenario, *out;
  double dots;
  gboolean statutory, cross_boundary;
} Options;

/* What they mean in the project. */
typedef struct
{
  BlMapAsked asked;
  BlClassRule rule;
  double minutes[BL_MAP_RINGS_MAX];
  char *first, *second;
} Meaning;

static void
meaning_clear (Meaning *meaning)
{
  g_free (meaning->first);
  g_free (meaning->second);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Meaning, meaning_clear)

/* A value of the project by its id, name or title; what follows from others by its name. */
static gboolean
read_value (BlProject *project, const BlFacts *facts, const char *text, char **name, BlExit *exit)
{
  int index;

  if (strchr (text, ':') != NULL || g_str_equal (text, "distance") || g_str_equal (text, "minutes")
      || g_str_equal (text, "density") || g_str_equal (text, "visits-per-1000"))
    {
      *name = g_strdup (text);
      return TRUE;
    }
  index = bl_command_find_value (project, facts, text, exit);
  if (index >= 0)
    *name = g_strdup (facts->values[index].name);
  return index >= 0;
}

static gboolean
read_both (BlProject *project, const BlFacts *facts, const Options *options, Meaning *meaning, BlExit *exit)
{
  g_auto (GStrv) names = options->both ? g_strsplit (options->both, ",", -1) : NULL;

  if (options->value != NULL && !read_value (project, facts, options->value, &meaning->first, exit))
    return FALSE;
  if (names != NULL && g_strv_length (names) != 2)
    {
      *exit = bl_command_fail (BL_EXIT_USAGE, _("--two-way takes two values, as in --two-way imd_decile,use:members."));
      return FALSE;
    }
  if (names != NULL
      && (!read_value (project, facts, g_strstrip (names[0]), &meaning->first, exit)
          || !read_value (project, facts, g_strstrip (names[1]), &meaning->second, exit)))
    return FALSE;
  meaning->asked.value = meaning->first;
  meaning->asked.second = meaning->second;
  return TRUE;
}

static gboolean
read_rule (const Options *options, Meaning *meaning, BlExit *exit)
{
  g_autoptr (GError) error = NULL;

  if (options->classes != NULL && !bl_class_rule_parse (options->classes, &meaning->rule, &error))
    {
      *exit = bl_command_fail (BL_EXIT_USAGE, "--classes: %s.", error->message);
      return FALSE;
    }
  if (options->middle != NULL)
    {
      meaning->rule.about = bl_text_to_double (options->middle, &meaning->rule.middle);
      if (!meaning->rule.about)
        {
          *exit = bl_command_fail (BL_EXIT_USAGE, _("--middle takes a number; “%s” is none."), options->middle);
          return FALSE;
        }
    }
  if (options->classes != NULL || options->middle != NULL)
    meaning->asked.rule = &meaning->rule;
  return TRUE;
}

static gboolean
read_rings (const Options *options, Meaning *meaning, BlExit *exit)
{
  g_auto (GStrv) parts = options->rings ? g_strsplit (options->rings, ",", -1) : NULL;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      double minutes;

      if (i == BL_MAP_RINGS_MAX || !bl_text_to_double (g_strstrip (parts[i]), &minutes) || minutes <= 0
          || (i > 0 && minutes <= meaning->minutes[i - 1]))
        {
          *exit = bl_command_fail (BL_EXIT_USAGE,
                                   _("--rings takes up to six numbers of minutes from few to many, as in 5,10,15."));
          return FALSE;
        }
      meaning->minutes[i] = minutes;
      meaning->asked.n_minutes = i + 1;
    }
  meaning->asked.minutes = meaning->minutes;
  return TRUE;
}

/* The facts as the scenario would have them; today's without one. */
static BlFacts *
take_scenario (BlProject *project, BlFacts *facts, const char *text, char **title, BlExit *exit)
{
  GListModel *scenarios = bl_project_get_scenarios (project);
  g_autofree char *folded = bl_text_fold (text);
  g_autoptr (BlScenario) found = NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  BlFacts *changed;

  for (guint i = 0; i < g_list_model_get_n_items (scenarios) && found == NULL; i++)
    {
      g_autoptr (BlScenario) scenario = g_list_model_get_item (scenarios, i);
      g_autofree char *name = bl_text_fold (bl_record_get_text (BL_RECORD (scenario), "title"));
      g_autofree char *letter = bl_scenario_get_letter (scenario);

      if (g_strcmp0 (bl_record_get_id (BL_RECORD (scenario)), text) == 0 || g_str_equal (name, folded)
          || g_ascii_strcasecmp (letter, text) == 0)
        found = g_steal_pointer (&scenario);
    }
  if (found == NULL)
    {
      *exit = bl_command_fail (BL_EXIT_USAGE, _("The project has no scenario “%s”."), text);
      return NULL;
    }
  *title = g_strdup (bl_record_get_text (BL_RECORD (found), "title"));
  changed = bl_scenario_apply (facts, found, faults);
  for (guint i = 0; i < faults->len; i++)
    bl_command_warn (NULL, g_ptr_array_index (faults, i));
  return changed;
}

/* What the scenario changes, by a mile, or by 15 minutes where the way is measured in minutes alone. */
static BlMapPrint *
draw_difference (BlFacts *today, BlFacts *changed, BlAccessQuestion *question, const char *title, GError **error)
{
  const double mile = BL_MILE, minutes = 15;
  gboolean table = question->travel.by == BL_BY_TABLE;
  g_autoptr (BlConsequences) consequences = NULL;
  g_autoptr (BlTravelMatrix) matrix = NULL;
  g_autoptr (BlTravelMatrix) changed_matrix = NULL;

  question->limits = table ? NULL : &mile;
  question->n_limits = table ? 0 : 1;
  question->minutes = table ? &minutes : NULL;
  question->n_minutes = table ? 1 : 0;
  if (question->travel.by != BL_BY_STRAIGHT)
    {
      matrix = bl_travel_matrix_new (today, &question->travel, NULL, error);
      changed_matrix = matrix ? bl_travel_matrix_update (matrix, today, changed, NULL, error) : NULL;
      if (changed_matrix == NULL)
        return NULL;
    }
  consequences = bl_consequences_compute (today, changed, question, matrix, changed_matrix, NULL, 0, error);
  return consequences ? bl_map_print_new_difference (today, changed, consequences, question, title, error) : NULL;
}

static void
add_classes (JsonBuilder *builder, const BlClasses *classes)
{
  json_builder_set_member_name (builder, "classes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < classes->n; i++)
    {
      /* From low figures to high. */
      guint group = classes->low_is_most ? classes->n - 1 - i : i;

      json_builder_begin_object (builder);
      bl_json_text (builder, "label", classes->labels[group]);
      bl_json_number (builder, "start", isfinite (classes->starts[group]) ? classes->starts[group] : NAN);
      bl_json_number (builder, "lowest", classes->lowest[group]);
      bl_json_number (builder, "highest", classes->highest[group]);
      bl_json_count (builder, "areas", classes->areas[group]);
      bl_json_number (builder, "population", classes->people[group]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  bl_json_number (builder, "fit", classes->fit);
  bl_json_count (builder, "unknown", classes->unknown);
  bl_json_count (builder, "suppressed", classes->few);
}

static void
add_groups (JsonBuilder *builder, const BlTwoWay *two_way)
{
  json_builder_set_member_name (builder, "groups");
  json_builder_begin_array (builder);
  for (guint group = 0; group < BL_TWO_WAY_GROUPS; group++)
    {
      json_builder_begin_object (builder);
      bl_json_count (builder, "first", group % 3 + 1);
      bl_json_count (builder, "second", group / 3 + 1);
      bl_json_count (builder, "areas", two_way->areas[group]);
      bl_json_number (builder, "population", two_way->people[group]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  bl_json_count (builder, "unknown", two_way->unknown);
  bl_json_count (builder, "suppressed", two_way->few);
}

static BlExit
answer (const BlMapPrint *print, const char *out)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!bl_command_wants_json ())
    {
      if (print->finding != NULL)
        bl_output_text ("%s.\n", print->finding);
      return bl_written_answer (out);
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  bl_written_add (builder, out);
  if (print->two_way != NULL)
    add_groups (builder, print->two_way);
  else if (print->classes != NULL)
    add_classes (builder, print->classes);
  json_builder_end_object (builder);
  bl_json_finish (builder);
  return BL_EXIT_DONE;
}

static BlExit
finish (const BlMapPrint *print, const Options *options)
{
  g_autoptr (GError) error = NULL;

  if (!bl_map_print_write (print, options->out, options->dots > 0 ? BL_MAP_PRINT_DOTS * options->dots : 0, &error))
    return bl_command_fail_error (error, options->out);
  return answer (print, options->out);
}

static BlExit
draw (const char *path, const Options *options)
{
  BlExit exit = BL_EXIT_DONE;
  g_autoptr (BlDocument) document = bl_command_open (path, &exit);
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (BlMapPrint) print = NULL;
  g_autoptr (BlTable) rings = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Meaning) meaning = { 0 };
  BlProject *project;
  int library = -1;

  if (document == NULL)
    return exit;
  project = bl_document_get_project (document);
  facts = bl_facts_new (project);
  meaning.asked.project = project;
  meaning.asked.question.statutory = options->statutory;
  meaning.asked.question.cross_boundary = options->cross_boundary;
  if (!read_both (project, facts, options, &meaning, &exit) || !read_rule (options, &meaning, &exit)
      || !read_rings (options, &meaning, &exit))
    return exit;
  if (options->by != NULL && !bl_travel_parse (facts, options->by, &meaning.asked.question.travel, &error))
    return bl_command_fail_error (error, path);
  if (!bl_map_print_check_path (options->out, &error))
    return bl_command_fail_error (error, options->out);
  if (options->scenario != NULL)
    {
      g_autofree char *title = NULL;
      g_autoptr (BlFacts) changed = take_scenario (project, facts, options->scenario, &title, &exit);

      if (changed == NULL)
        return exit;
      if (meaning.asked.value == NULL)
        {
          print = draw_difference (facts, changed, &meaning.asked.question, title, &error);
          if (print == NULL)
            return bl_command_fail_error (error, path);
          return finish (print, options);
        }
      bl_facts_unref (facts);
      facts = g_steal_pointer (&changed);
    }
  if (options->library != NULL && (library = bl_command_find_library (facts, options->library, &exit)) < 0)
    return exit;
  if (library >= 0)
    meaning.asked.library = facts->libraries[library].id;
  if (meaning.asked.n_minutes > 0 && meaning.asked.question.travel.by != BL_BY_STRAIGHT)
    {
      rings = bl_rings_new (facts, &meaning.asked.question, library, meaning.minutes, meaning.asked.n_minutes, NULL,
                            &error);
      if (rings == NULL)
        return bl_command_fail_error (error, path);
      meaning.asked.rings = bl_table_get_outlines (rings);
    }
  print = bl_map_print_new (facts, &meaning.asked, &error);
  if (print == NULL)
    return bl_command_fail_error (error, path);
  return finish (print, options);
}

static BlExit
check (char **arguments, const Options *options)
{
  if (options->value == NULL && options->both == NULL && options->scenario == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("Say which value to show with --value."));
  if (options->value != NULL && options->both != NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("Give either --value or --two-way."));
  if (options->both != NULL && (options->classes != NULL || options->middle != NULL))
    return bl_command_fail (BL_EXIT_USAGE, _("A map of two values is always in thirds: leave --classes and --middle out."));
  if (options->out == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("Say where to write with --out."));
  if (options->dots < 0 || options->dots > MOST_DOTS)
    return bl_command_fail (BL_EXIT_USAGE, _("--dots takes a number from 0 to 12: how many times as fine a PNG is."));
  return draw (arguments[1], options);
}

static void
options_clear (Options *options)
{
  g_free (options->value);
  g_free (options->classes);
  g_free (options->middle);
  g_free (options->both);
  g_free (options->by);
  g_free (options->rings);
  g_free (options->library);
  g_free (options->scenario);
  g_free (options->out);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static BlExit
run (char **arguments)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "value", 'v', 0, G_OPTION_ARG_STRING, &options.value,
      N_("Which value to colour the areas by: one of the project, distance, minutes, density, share:NAME, use:NAME, "
         "penetration:NAME, visits-per-1000 or needs:ID"),
      N_("NAME") },
    { "classes", 0, 0, G_OPTION_ARG_STRING, &options.classes,
      N_("How to group: quantile, equal or natural, with a number as in natural:4, or limits as in 10,20,50"), N_("RULE") },
    { "middle", 0, 0, G_OPTION_ARG_STRING, &options.middle, N_("Group on either side of this figure"), N_("NUMBER") },
    { "two-way", 0, 0, G_OPTION_ARG_STRING, &options.both, N_("A map of two values at once, in thirds"), N_("NAME,NAME") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by,
      N_("How people get there: straight, walk, cycle, drive or the name of a table of travel times"), N_("MEANS") },
    { "rings", 0, 0, G_OPTION_ARG_STRING, &options.rings, N_("Lines round libraries, in minutes: 5,10,15"), N_("MINUTES") },
    { "library", 0, 0, G_OPTION_ARG_STRING, &options.library, N_("Pick this library and show its catchment"), N_("NAME") },
    { "scenario", 0, 0, G_OPTION_ARG_STRING, &options.scenario, N_("Libraries as this scenario would have them; without --value what it changes"), N_("ID") },
    { "statutory", 0, 0, G_OPTION_ARG_NONE, &options.statutory, N_("Count statutory libraries only"), NULL },
    { "cross-boundary", 0, 0, G_OPTION_ARG_NONE, &options.cross_boundary,
      N_("Count nearby libraries of other services too"), NULL },
    { "dots", 0, 0, G_OPTION_ARG_DOUBLE, &options.dots, N_("How many times as fine a PNG is to be"), N_("NUMBER") },
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &options.out, N_("Where to write: a name ending in .png, .svg or .pdf"),
      N_("FILE") },
    { NULL },
  };

  if (!bl_command_parse (&bl_command_map, entries, &arguments, 1))
    return BL_EXIT_USAGE;
  return check (arguments, &options);
}

const BlCommand bl_command_map = {
  .name = "map",
  .arguments = "PROJECT",
  .summary = N_("Draw the map of a value as PNG, SVG or PDF"),
  .run = run,
};
