/* access.c: branchline-cli access: how far people are from a library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "access-json.h"
#include "access-options.h"
#include "access-views.h"
#include "command.h"
#include "groups-option.h"
#include "output.h"
#include "text.h"

/* What was asked for, as the options said it. */
typedef struct
{
  BlAccessOptions access;
  char **within, **groups;
  gboolean yardsticks, curve, open_times, stops;
} Options;

static void
options_clear (Options *options)
{
  bl_access_options_clear (&options->access);
  g_strfreev (options->within);
  g_strfreev (options->groups);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/**
 * Answer: everything computed, before it is said.
 */
typedef struct
{
  BlAccessAsked asked;
  GArray *limits, *minutes;    /* of double */
  GPtrArray *groups, *answers; /* of BlGroupCounts; of BlAccess, where there are several groups */
  BlTravelMatrix *matrix;
  BlAccess *access;
} Answer;

static void
answer_clear (Answer *answer)
{
  bl_access_asked_clear (&answer->asked);
  g_clear_pointer (&answer->limits, g_array_unref);
  g_clear_pointer (&answer->minutes, g_array_unref);
  g_clear_pointer (&answer->groups, g_ptr_array_unref);
  g_clear_pointer (&answer->answers, g_ptr_array_unref);
  g_clear_pointer (&answer->matrix, bl_travel_matrix_unref);
  g_clear_pointer (&answer->access, bl_access_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

/* What people mostly ask about. */
static const char *const *
get_usual (BlBy by)
{
  static const char *const miles[] = { "1mi", "2mi", NULL }, *const walks[] = { "15min", "30min", NULL },
                           *const drives[] = { "10min", "20min", "30min", NULL };

  if (by == BL_BY_STRAIGHT)
    return miles;
  return by == BL_BY_DRIVE ? drives : walks;
}

/* FALSE, having said so, when one is no limit. */
static gboolean
read_limits (Answer *answer, const char *const *texts)
{
  answer->limits = g_array_new (FALSE, FALSE, sizeof (double));
  answer->minutes = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      BlMeasure measure;
      double limit;

      if (!bl_access_parse_within (texts[i], &measure, &limit, &error))
        {
          bl_command_fail (BL_EXIT_USAGE, _ ("--within: %s"), error->message);
          return FALSE;
        }
      g_array_append_val (measure == BL_MEASURE_MINUTES ? answer->minutes : answer->limits, limit);
    }
  return TRUE;
}

static void
set_limits (Answer *answer)
{
  answer->asked.question.limits = (const double *) (gpointer) answer->limits->data;
  answer->asked.question.n_limits = answer->limits->len;
  answer->asked.question.minutes = (const double *) (gpointer) answer->minutes->data;
  answer->asked.question.n_minutes = answer->minutes->len;
}

/* --- JSON ------------------------------------------------------------------- */

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const double *first = a, *second = b;

  return (*first > *second) - (*first < *second);
}

/* How far places are from the road they are joined to. */
static void
build_snaps (JsonBuilder *builder, const BlFacts *facts, const BlAccess *access)
{
  g_autoptr (GArray) metres = g_array_new (FALSE, FALSE, sizeof (double));

  if (access->area_snap == NULL)
    return;
  for (guint i = 0; i < access->n_areas; i++)
    if (!isnan (access->area_snap[i]))
      g_array_append_val (metres, access->area_snap[i]);
  g_array_sort (metres, compare_numbers);
  json_builder_set_member_name (builder, "snap");
  json_builder_begin_object (builder);
  bl_json_number (builder, "areas_median",
                  metres->len > 0 ? g_array_index (metres, double, metres->len / 2) : NAN);
  bl_json_number (builder, "areas_max",
                  metres->len > 0 ? g_array_index (metres, double, metres->len - 1) : NAN);
  json_builder_set_member_name (builder, "libraries");
  json_builder_begin_array (builder);
  for (guint i = 0; i < facts->n_libraries; i++)
    if (access->counted[i])
      {
        json_builder_begin_object (builder);
        bl_json_text (builder, "library", facts->libraries[i].name);
        bl_json_text (builder, "id", facts->libraries[i].id);
        bl_json_number (builder, "metres", access->library_snap[i]);
        json_builder_end_object (builder);
      }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
build_asked (JsonBuilder *builder, const BlAccessAsked *asked)
{
  bl_json_text (builder, "by", bl_access_asked_get_by (asked));
  if (asked->scenario_id != NULL)
    bl_json_text (builder, "scenario", asked->scenario_id);
  if (asked->question.at_time)
    {
      g_autofree char *time = bl_access_time_to_text (asked->question.week_minute);

      bl_json_text (builder, "at", time);
    }
  json_builder_set_member_name (builder, "statutory");
  json_builder_add_boolean_value (builder, asked->question.statutory);
  json_builder_set_member_name (builder, "cross_boundary");
  json_builder_add_boolean_value (builder, asked->question.cross_boundary);
}

static void
build_groups (JsonBuilder *builder, const Answer *answer)
{
  if (answer->answers->len == 0)
    return;
  json_builder_set_member_name (builder, "groups");
  json_builder_begin_object (builder);
  for (guint i = 0; i < answer->answers->len; i++)
    {
      const BlGroupCounts *group = g_ptr_array_index (answer->groups, i);
      const BlAccess *access = g_ptr_array_index (answer->answers, i);

      json_builder_set_member_name (builder, group->name);
      json_builder_begin_object (builder);
      bl_json_text (builder, "title", group->title);
      bl_json_number (builder, "population", access->population);
      bl_access_json_build_within (builder, access);
      bl_json_number (builder, "mean_distance", access->mean_distance);
      bl_json_number (builder, "mean_minutes", access->mean_minutes);
      bl_json_count (builder, "unknown", access->unknown);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

/* --- Text ------------------------------------------------------------------- */

static char *
distance_text (double metres)
{
  return isnan (metres) ? g_strdup (_ ("not known")) : bl_text_metres (metres);
}

static char *
minutes_text (double minutes)
{
  g_autofree char *number = isnan (minutes) ? NULL : bl_text_number (minutes, 1);

  return number != NULL ? g_strdup_printf (_ ("%s min"), number) : g_strdup (_ ("not known"));
}

static void
add_row (BlOutputTable *table, const char *label, char *text)
{
  bl_output_table_add (table, label, text, NULL);
  g_free (text);
}

/* More names or codes than this nobody reads. */
#define NAMES_SHOWN 10

static char *
join_names (GPtrArray *names)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < MIN (names->len, NAMES_SHOWN); i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (names, i));
  if (names->len > NAMES_SHOWN)
    g_string_append_printf (joined, _ (" and %u more"), names->len - NAMES_SHOWN);
  return g_string_free (joined, FALSE);
}

static void
say_left_out (const BlAccess *access)
{
  g_autofree char *not_joined = join_names (access->not_joined), *no_hours = join_names (access->no_hours);

  for (guint i = 0; i < access->left_out->len; i++)
    bl_output_text (_ ("%s is not on the map: no grid reference.\n"),
                    (const char *) g_ptr_array_index (access->left_out, i));
  if (access->not_joined->len > 0)
    bl_output_text (_ ("Left out, since no way leads there by these means: %s.\n"), not_joined);
  if (access->no_hours->len > 0)
    bl_output_text (_ ("Left out, since the hours on that day are not known: %s.\n"), no_hours);
}

/* Areas that are not reached, by why not. */
static void
say_unreached (const BlAccess *access)
{
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < access->unreached->len; i++)
    {
      char *reason = g_ptr_array_index (access->unreached_reasons, i);
      g_autoptr (GPtrArray) codes = g_ptr_array_new ();
      g_autofree char *joined = NULL;

      if (!g_hash_table_add (said, reason))
        continue;
      for (guint j = i; j < access->unreached->len; j++)
        if (g_str_equal (g_ptr_array_index (access->unreached_reasons, j), reason))
          g_ptr_array_add (codes, g_ptr_array_index (access->unreached, j));
      joined = join_names (codes);
      bl_output_text (_ ("Not reached (%s): %s.\n"), reason, joined);
    }
}

static void
say_doubts (const BlAccess *access)
{
  bl_output_text ("\n");
  if (access->unknown > 0)
    bl_output_text (ngettext ("%u area has no figure of these people and is not counted.\n",
                              "%u areas have no figure of these people and are not counted.\n",
                              access->unknown),
                    access->unknown);
  if (access->n_counted == 0)
    bl_output_text ("%s\n", _ ("No library is open then."));
  else if (access->cut_off > 0)
    {
      g_autofree char *people = bl_text_number (access->cut_off, 0);

      bl_output_text (
          _ ("%s people have no way to a library that counts; they count as beyond every limit.\n"), people);
    }
  if (access->n_counted > 0)
    say_unreached (access);
  say_left_out (access);
}

static void
print_access (const Answer *answer)
{
  const BlAccess *access = answer->access;
  const BlAccessQuestion *question = &answer->asked.question;
  BlOutputTable *table = bl_output_table_new ("lrr");
  g_autofree char *people = bl_text_number (access->population, 0);
  g_autofree char *areas = bl_text_number (access->n_areas, 0);
  g_autofree char *libraries = bl_text_number (access->n_counted, 0);

  bl_output_text (ngettext ("%s people in %s area. ", "%s people in %s areas. ", access->n_areas), people,
                  areas);
  bl_output_text (question->statutory ? _ ("Open statutory libraries that count: %s")
                                      : _ ("Open libraries that count: %s"),
                  libraries);
  bl_output_text ("%s\n\n", question->cross_boundary ? _ (", other services’ among them") : "");
  for (guint i = 0; i < access->n_limits; i++)
    {
      g_autofree char *limit = bl_access_within_to_text (access->within[i].measure, access->within[i].limit);
      g_autofree char *label = g_strdup_printf (_ ("Within %s"), limit);
      g_autofree char *within = bl_text_number (access->within[i].people, 0);
      g_autofree char *percent
          = isnan (access->within[i].percent) ? g_strdup ("") : bl_text_percent (access->within[i].percent);

      bl_output_table_add (table, label, within, percent);
    }
  if (question->travel.by != BL_BY_TABLE)
    {
      add_row (table, _ ("Mean distance"), distance_text (access->mean_distance));
      add_row (table, _ ("Median distance"), distance_text (access->median_distance));
      add_row (table, _ ("Greatest distance"), distance_text (access->max_distance));
    }
  if (question->travel.by != BL_BY_STRAIGHT || question->n_minutes > 0)
    {
      add_row (table, _ ("Mean time"), minutes_text (access->mean_minutes));
      add_row (table, _ ("Median time"), minutes_text (access->median_minutes));
      add_row (table, _ ("Longest time"), minutes_text (access->max_minutes));
    }
  bl_output_table_finish (table, FALSE);
}

static void
print_groups (const Answer *answer)
{
  const BlAccess *all = answer->access;
  gboolean minutes = isnan (all->mean_distance);
  g_autofree char *first = bl_access_within_to_text (all->within[0].measure, all->within[0].limit);
  g_autofree char *heading = g_strdup_printf (_ ("Within %s"), first);
  BlOutputTable *table = bl_output_table_new ("lrrr");

  bl_output_text ("\n");
  bl_output_table_add (table, _ ("Group"), _ ("People"), heading,
                       minutes ? _ ("Mean time") : _ ("Mean distance"));
  for (guint i = 0; i < answer->answers->len; i++)
    {
      const BlAccess *access = g_ptr_array_index (answer->answers, i);
      g_autofree char *number = bl_text_number (access->population, 0);
      g_autofree char *percent
          = isnan (access->within[0].percent) ? g_strdup ("") : bl_text_percent (access->within[0].percent);
      g_autofree char *mean
          = minutes ? minutes_text (access->mean_minutes) : distance_text (access->mean_distance);

      bl_output_table_add (table, ((const BlGroupCounts *) g_ptr_array_index (answer->groups, i))->title,
                           number, percent, mean);
    }
  bl_output_table_finish (table, TRUE);
}

static void
print_answer (const Answer *answer)
{
  const BlAccess *access = answer->access;

  print_access (answer);
  if (answer->answers->len > 0)
    print_groups (answer);
  if (access->unknown > 0 || access->unreached->len > 0 || access->left_out->len > 0
      || access->not_joined->len > 0 || access->no_hours->len > 0)
    say_doubts (access);
}

/* --- The command ------------------------------------------------------------ */

static gboolean
compute (Answer *answer, const Options *options, GError **error)
{
  BlAccessQuestion *question = &answer->asked.question;
  const BlFacts *facts = answer->asked.facts;

  answer->groups = bl_groups_option_read (facts, options->groups, error);
  if (answer->groups == NULL)
    return FALSE;
  answer->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_access_free);
  /* One group: the whole answer is about it. Several stand beside the answer for everyone. */
  question->group = answer->groups->len == 1 ? g_ptr_array_index (answer->groups, 0) : NULL;
  /* What looks at every library for itself needs the whole matrix; all else one run. */
  if (options->open_times && question->travel.by != BL_BY_STRAIGHT)
    {
      answer->matrix = bl_travel_matrix_new (facts, &question->travel, NULL, error);
      if (answer->matrix == NULL)
        return FALSE;
      question->matrix = answer->matrix;
    }
  answer->access = bl_access_compute (facts, question, error);
  if (answer->access == NULL)
    return FALSE;
  for (guint i = 0; answer->groups->len > 1 && i < answer->groups->len; i++)
    {
      BlAccessQuestion about = *question;

      about.group = g_ptr_array_index (answer->groups, i);
      g_ptr_array_add (answer->answers, bl_access_recount (answer->access, facts, &about));
    }
  return TRUE;
}

static gboolean
say_views (const Answer *answer, const Options *options, JsonBuilder *builder, GError **error)
{
  const struct
  {
    gboolean asked;
    gboolean (*say) (const BlAccessView *view, GError **error);
  } views[] = { { options->yardsticks, bl_access_view_yardsticks },
                { options->curve, bl_access_view_curve },
                { options->open_times, bl_access_view_open_times },
                { options->stops, bl_access_view_stops } };
  const BlAccessView view = { &answer->asked, &answer->asked.question, options->within == NULL,
                              answer->access, answer->groups,          builder };
  gboolean first = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      if (!views[i].asked)
        continue;
      if (builder == NULL && !first)
        bl_output_text ("\n");
      first = FALSE;
      if (!views[i].say (&view, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
say_json (const Answer *answer, const Options *options, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  if (answer->groups->len == 1)
    bl_json_text (builder, "group", ((const BlGroupCounts *) g_ptr_array_index (answer->groups, 0))->name);
  bl_access_json_build (builder, answer->access);
  build_asked (builder, &answer->asked);
  build_snaps (builder, answer->asked.facts, answer->access);
  build_groups (builder, answer);
  if (!say_views (answer, options, builder, error))
    return FALSE;
  json_builder_end_object (builder);
  bl_json_finish (builder);
  return TRUE;
}

static gboolean
say_text (const Answer *answer, const Options *options, GError **error)
{
  bl_access_asked_print_heading (&answer->asked);
  if (answer->groups->len == 1)
    bl_output_text ("%s\n", ((const BlGroupCounts *) g_ptr_array_index (answer->groups, 0))->title);
  if (!options->yardsticks && !options->curve && !options->open_times && !options->stops)
    {
      print_answer (answer);
      return TRUE;
    }
  bl_output_text ("\n");
  return say_views (answer, options, NULL, error);
}

static BlExit
run (char **arguments)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "within", 'w', 0, G_OPTION_ARG_STRING_ARRAY, &options.within,
      N_ ("A distance or time to count people within: 1mi, 1.5km, 800m, 15min; may be repeated"),
      N_ ("LIMIT") },
    BL_ACCESS_OPTIONS (options.access),
    { "group", 'g', 0, G_OPTION_ARG_STRING_ARRAY, &options.groups,
      N_ ("Whom: a count’s name, or a rule such as “imd_decile<=2”; may be repeated"), N_ ("GROUP") },
    { "yardsticks", 0, 0, G_OPTION_ARG_NONE, &options.yardsticks,
      N_ ("Set every yardstick in use side by side"), NULL },
    { "curve", 0, 0, G_OPTION_ARG_NONE, &options.curve,
      N_ ("Give the share of people reached within each distance"), NULL },
    { "open-times", 0, 0, G_OPTION_ARG_NONE, &options.open_times,
      N_ ("Give the share of people near an open library, hour by hour"), NULL },
    { "stops", 0, 0, G_OPTION_ARG_NONE, &options.stops, N_ ("Count whom the stops of mobile libraries reach"),
      NULL },
    { NULL },
  };
  BlExit exit = BL_EXIT_DONE;
  g_auto (Answer) answer = { 0 };
  g_autoptr (GError) error = NULL;

  if (!bl_command_parse (&bl_command_access, entries, &arguments, 1))
    return BL_EXIT_USAGE;
  /* Wrong use is said before the project is opened; what is usual depends on how people travel. */
  if (options.within != NULL && !read_limits (&answer, (const char *const *) options.within))
    return BL_EXIT_USAGE;
  if (!bl_access_options_open (&options.access, arguments[1], &answer.asked, &exit))
    return exit;
  if (options.within == NULL && !read_limits (&answer, get_usual (answer.asked.question.travel.by)))
    return BL_EXIT_USAGE;
  set_limits (&answer);
  if (!compute (&answer, &options, &error)
      || !(bl_command_wants_json () ? say_json (&answer, &options, &error)
                                    : say_text (&answer, &options, &error)))
    return bl_command_fail_error (error, arguments[1]);
  return BL_EXIT_DONE;
}

const BlCommand bl_command_access = {
  .name = "access",
  .arguments = "PROJECT",
  .summary = N_ ("Say how far people are from a library"),
  .details = N_ (
      "From each area’s point to the nearest open static library, in a straight line on the British National "
      "Grid, along the road network or by a table of travel times, weighted by the people of the area. With "
      "one --group the whole answer is about it; with several, each is set beside the answer for everyone."),
  .run = run,
};
