/* access.c: branchline-cli access: how far people are from a library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "access-json.h"
#include "command.h"
#include "groups-option.h"
#include "output.h"
#include "text.h"

/* What was asked for, as the options said it. */
typedef struct
{
  char **within, **groups;
  gboolean statutory, cross_boundary;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->within);
  g_strfreev (options->groups);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Metres of every --within, a mile and two where none was given; NULL when one is not a distance. */
static GArray *
read_limits (char **within)
{
  static const char *const usual[] = { "1mi", "2mi", NULL };
  const char *const *texts = within != NULL ? (const char *const *) within : usual;
  g_autoptr (GArray) limits = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      double metres;

      if (!bl_access_parse_limit (texts[i], &metres, &error))
        {
          bl_command_fail (BL_EXIT_USAGE, _("--within: %s"), error->message);
          return NULL;
        }
      g_array_append_val (limits, metres);
    }
  return g_steal_pointer (&limits);
}

/* --- JSON ------------------------------------------------------------------- */

static void
answer_json (const Options *options, const BlAccess *access, GPtrArray *groups, GPtrArray *answers)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  if (groups->len == 1 && answers->len == 0)
    bl_json_text (builder, "group", ((const BlGroupCounts *) g_ptr_array_index (groups, 0))->name);
  bl_access_json_build (builder, access);
  json_builder_set_member_name (builder, "statutory");
  json_builder_add_boolean_value (builder, options->statutory);
  json_builder_set_member_name (builder, "cross_boundary");
  json_builder_add_boolean_value (builder, options->cross_boundary);
  if (answers->len > 0)
    {
      json_builder_set_member_name (builder, "groups");
      json_builder_begin_object (builder);
      for (guint i = 0; i < answers->len; i++)
        {
          const BlGroupCounts *group = g_ptr_array_index (groups, i);
          const BlAccess *answer = g_ptr_array_index (answers, i);

          json_builder_set_member_name (builder, group->name);
          json_builder_begin_object (builder);
          bl_json_text (builder, "title", group->title);
          bl_json_number (builder, "population", answer->population);
          bl_access_json_build_within (builder, answer);
          bl_json_number (builder, "mean_distance", answer->mean_distance);
          bl_json_count (builder, "unknown", answer->unknown);
          json_builder_end_object (builder);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
  bl_json_finish (builder);
}

/* --- Text ------------------------------------------------------------------- */

static void
add_distance (BlOutputTable *table, const char *label, double metres)
{
  g_autofree char *text = isnan (metres) ? g_strdup (_("not known")) : bl_text_metres (metres);

  bl_output_table_add (table, label, text, NULL);
}

static void
say_doubts (const BlAccess *access)
{
  if (access->unknown > 0)
    bl_output_text (ngettext ("%u area has no figure of these people and is not counted.\n",
                              "%u areas have no figure of these people and are not counted.\n", access->unknown),
                    access->unknown);
  if (access->unreached->len > 0)
    {
      g_autofree char *codes = NULL;

      g_ptr_array_add (access->unreached, NULL);
      codes = g_strjoinv (", ", (char **) access->unreached->pdata);
      g_ptr_array_set_size (access->unreached, access->unreached->len - 1);
      bl_output_text (_("Not reached, since they have neither a point nor an outline: %s.\n"), codes);
    }
  for (guint i = 0; i < access->left_out->len; i++)
    bl_output_text (_("%s is not on the map: no grid reference.\n"),
                    (const char *) g_ptr_array_index (access->left_out, i));
}

static void
answer_text (const Options *options, const BlFacts *facts, const BlAccess *access, GPtrArray *groups,
             GPtrArray *answers)
{
  BlOutputTable *table = bl_output_table_new ("lrr");
  g_autofree char *people = bl_text_number (access->population, 0);
  g_autofree char *areas = bl_text_number (access->n_areas, 0);
  g_autofree char *libraries = bl_text_number (access->n_counted, 0);

  bl_output_text ("%s", facts->service != NULL ? facts->service : facts->title != NULL ? facts->title : "");
  if (facts->year > 0)
    bl_output_text (", %d", facts->year);
  bl_output_text ("\n");
  if (groups->len == 1)
    bl_output_text ("%s\n", ((const BlGroupCounts *) g_ptr_array_index (groups, 0))->title);
  bl_output_text (_("%s people in %s areas; %s %s%s count.\n\n"), people, areas, libraries,
                  options->statutory ? _("open statutory libraries") : _("open libraries"),
                  options->cross_boundary ? _(", other services’ too,") : "");
  for (guint i = 0; i < access->n_limits; i++)
    {
      g_autofree char *limit = bl_access_limit_to_text (access->within[i].limit);
      g_autofree char *label = g_strdup_printf (_("Within %s"), limit);
      g_autofree char *within = bl_text_number (access->within[i].people, 0);
      g_autofree char *percent = bl_text_percent (access->within[i].percent);

      bl_output_table_add (table, label, within, percent);
    }
  add_distance (table, _("Mean distance"), access->mean_distance);
  add_distance (table, _("Median distance"), access->median_distance);
  add_distance (table, _("Greatest distance"), access->max_distance);
  bl_output_table_finish (table, FALSE);
  if (answers->len > 0)
    {
      g_autofree char *first = bl_access_limit_to_text (access->within[0].limit);
      g_autofree char *heading = g_strdup_printf (_("Within %s"), first);

      bl_output_text ("\n");
      table = bl_output_table_new ("lrrr");
      bl_output_table_add (table, _("Group"), _("People"), heading, _("Mean distance"));
      for (guint i = 0; i < answers->len; i++)
        {
          const BlAccess *answer = g_ptr_array_index (answers, i);
          g_autofree char *number = bl_text_number (answer->population, 0);
          g_autofree char *percent = bl_text_percent (answer->within[0].percent);
          g_autofree char *mean = bl_text_metres (answer->mean_distance);

          bl_output_table_add (table, ((const BlGroupCounts *) g_ptr_array_index (groups, i))->title, number,
                               percent, mean);
        }
      bl_output_table_finish (table, TRUE);
    }
  if (access->unknown > 0 || access->unreached->len > 0 || access->left_out->len > 0)
    {
      bl_output_text ("\n");
      say_doubts (access);
    }
}

/* --- The command ------------------------------------------------------------ */

static BlExit
compute (const Options *options, GArray *limits, const BlFacts *facts, const char *path)
{
  BlAccessQuestion question = {
    .statutory = options->statutory,
    .cross_boundary = options->cross_boundary,
    .limits = (const double *) limits->data,
    .n_limits = limits->len,
  };
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_access_free);
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (BlAccess) access = NULL;
  g_autoptr (GError) error = NULL;

  groups = bl_groups_option_read (facts, options->groups, &error);
  if (groups == NULL)
    return bl_command_fail_error (error, path);
  /* One group: the whole answer is about it. Several stand beside the answer for everyone. */
  question.group = groups->len == 1 ? g_ptr_array_index (groups, 0) : NULL;
  access = bl_access_compute (facts, &question, &error);
  if (access == NULL)
    return bl_command_fail_error (error, path);
  for (guint i = 0; groups->len > 1 && i < groups->len; i++)
    {
      BlAccess *answer;

      question.group = g_ptr_array_index (groups, i);
      answer = bl_access_compute (facts, &question, &error);
      if (answer == NULL)
        return bl_command_fail_error (error, path);
      g_ptr_array_add (answers, answer);
    }
  if (bl_command_wants_json ())
    answer_json (options, access, groups, answers);
  else
    answer_text (options, facts, access, groups, answers);
  return BL_EXIT_DONE;
}

static BlExit
run (char **arguments)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "within", 'w', 0, G_OPTION_ARG_STRING_ARRAY, &options.within,
      N_("A distance to count people within: 1mi, 1.5km, 800m; may be repeated (default 1mi and 2mi)"),
      N_("DISTANCE") },
    { "statutory", 0, 0, G_OPTION_ARG_NONE, &options.statutory, N_("Count statutory libraries only"), NULL },
    { "cross-boundary", 0, 0, G_OPTION_ARG_NONE, &options.cross_boundary,
      N_("Count nearby libraries of other services too"), NULL },
    { "group", 'g', 0, G_OPTION_ARG_STRING_ARRAY, &options.groups,
      N_("Whom: a count’s name, or a rule such as “imd_decile<=2”; may be repeated"), N_("GROUP") },
    { NULL },
  };
  BlExit exit = BL_EXIT_DONE;
  g_autoptr (GArray) limits = NULL;
  g_autoptr (BlFacts) facts = NULL;

  if (!bl_command_parse (&bl_command_access, entries, &arguments, 1))
    return BL_EXIT_USAGE;
  limits = read_limits (options.within);
  if (limits == NULL)
    return BL_EXIT_USAGE;
  facts = bl_command_open_facts (arguments[1], &exit);
  return facts != NULL ? compute (&options, limits, facts, arguments[1]) : exit;
}

const BlCommand bl_command_access = {
  .name = "access",
  .arguments = "PROJECT",
  .summary = N_("Say how far people are from a library"),
  .details = N_("Straight-line distances on the British National Grid from each area’s point to the nearest open "
                "static library, weighted by the people of the area. With one --group the whole answer is about it; "
                "with several, each is set beside the answer for everyone."),
  .run = run,
};
