/* allocate.c: branchline-cli allocate: which libraries to keep, or where to open some
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "command.h"
#include "output.h"
#include "site-plan.h"
#include "text.h"

/* Other layouts are listed up to this share worse, in percent, and so many of them. */
#define NEAR 2.0
#define MOST_LAYOUTS 6
#define DEFAULT_SECONDS 30

typedef struct
{
  gint keep, add;
  char **fixed, **closed;
  char *objective, *within, *by, *group;
  gboolean statutory, cross_boundary;
  gdouble seconds;
} Options;

/* --- Reading what is asked --------------------------------------------------- */

static guint *
find_libraries (const BlFacts *facts, char **names, guint *n, BlExit *exit)
{
  guint *found = g_new (guint, names != NULL ? MAX (g_strv_length (names), 1) : 1);

  *n = 0;
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      int library = bl_command_find_library (facts, names[i], exit);

      if (library < 0)
        {
          g_free (found);
          return NULL;
        }
      found[(*n)++] = (guint) library;
    }
  return found;
}

/* "15min" or "15" minutes where journeys are timed, else a distance; minutes in a straight line are walked. */
static gboolean
read_within (const char *text, gboolean timed, double *within, GError **error)
{
  g_autofree char *folded = bl_text_fold (text);
  gsize digits = strspn (folded, "0123456789.");
  const char *unit = folded + digits + strspn (folded + digits, " ");
  g_autofree char *number = g_strndup (folded, digits);
  double minutes;

  if ((g_str_equal (unit, "min") || g_str_equal (unit, "minutes") || (timed && *unit == '\0'))
      && bl_text_parse_number (number, &minutes) && minutes > 0 && minutes <= 24 * 60)
    {
      *within = timed ? minutes : minutes * BL_WALK_METRES;
      return TRUE;
    }
  if (!timed)
    return bl_access_parse_limit (text, within, error);
  g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
               _("“%s” is not a number of minutes, such as 15min."), text);
  return FALSE;
}

static BlExit
read_question (const BlFacts *facts, const Options *options, BlSiteQuestion *question, const char *path)
{
  g_autoptr (GError) error = NULL;

  if ((options->keep > 0) == (options->add > 0))
    return bl_command_fail (BL_EXIT_USAGE, _("Say either --keep and how many libraries, or --add and how many more."));
  question->add = options->add > 0;
  question->number = (guint) (question->add ? options->add : options->keep);
  question->statutory = options->statutory;
  question->cross_boundary = options->cross_boundary;
  if (options->by != NULL && !bl_travel_parse (facts, options->by, &question->travel, &error))
    return bl_command_fail_error (error, path);
  if (options->objective == NULL || g_str_equal (options->objective, "travel"))
    question->objective = BL_OBJECTIVE_TRAVEL;
  else if (g_str_equal (options->objective, "cover"))
    question->objective = BL_OBJECTIVE_COVER;
  else
    return bl_command_fail (BL_EXIT_USAGE, _("“%s” is not an objective: say travel or cover."), options->objective);
  if (question->objective == BL_OBJECTIVE_COVER && options->within == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("--objective cover wants --within, such as --within 1mi."));
  if (options->within != NULL
      && !read_within (options->within, question->travel.by != BL_BY_STRAIGHT, &question->within, &error))
    return bl_command_fail (BL_EXIT_USAGE, "%s", error->message);
  return BL_EXIT_DONE;
}

/* --- Answering ---------------------------------------------------------------- */

typedef struct
{
  const BlFacts *facts;
  const BlSiteQuestion *question;
  BlSitePlan *plan;
  BlAllocation *allocation;
  BlAllocationChoices *choices;
  BlLayout today;
} Answer;

static double
get_mean (const BlLayout *layout)
{
  return layout->reached > 0 ? layout->travel / layout->reached : NAN;
}

static void
add_site (JsonBuilder *builder, const Answer *answer, guint site)
{
  const BlSitePlan *plan = answer->plan;

  json_builder_begin_object (builder);
  bl_json_text (builder, "library", plan->names[site]);
  if (plan->libraries[site] >= 0)
    bl_json_text (builder, "id", answer->facts->libraries[plan->libraries[site]].id);
  if (plan->areas[site] >= 0)
    bl_json_text (builder, "area", answer->facts->codes[plan->areas[site]]);
  bl_json_number (builder, "easting", plan->points[site].x);
  bl_json_number (builder, "northing", plan->points[site].y);
  json_builder_set_member_name (builder, "new");
  json_builder_add_boolean_value (builder, plan->libraries[site] < 0);
  json_builder_set_member_name (builder, "settled");
  json_builder_add_boolean_value (builder, plan->states[site] != BL_SITE_FREE);
  if (isfinite (answer->choices->without[site]))
    bl_json_number (builder, "objective_without", answer->choices->without[site]);
  bl_json_count (builder, "in_layouts", answer->choices->in_layouts[site]);
  json_builder_end_object (builder);
}

static void
add_sites (JsonBuilder *builder, const Answer *answer, const char *key, const gboolean *open, gboolean wanted)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint s = 0; s < answer->plan->n_sites; s++)
    if (open[s] == wanted && (wanted || answer->plan->libraries[s] >= 0))
      add_site (builder, answer, s);
  json_builder_end_array (builder);
}

static void
add_layout (JsonBuilder *builder, const Answer *answer, const BlLayout *layout)
{
  bl_json_number (builder, "objective", layout->objective);
  bl_json_number (builder, answer->plan->minutes ? "mean_minutes" : "mean_distance", get_mean (layout));
}

static void
answer_json (const Answer *answer, const Options *options)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  bl_json_text (builder, "goal", answer->question->objective == BL_OBJECTIVE_COVER ? "cover" : "travel");
  if (answer->question->objective == BL_OBJECTIVE_COVER)
    {
      bl_json_text (builder, "measure", answer->plan->minutes ? "minutes" : "distance");
      bl_json_number (builder, "limit", answer->question->within);
    }
  bl_json_number (builder, "population", answer->allocation->people);
  add_layout (builder, answer, &answer->allocation->best);
  bl_json_number (builder, "bound", answer->allocation->bound);
  bl_json_number (builder, "gap", answer->allocation->gap);
  json_builder_set_member_name (builder, "proven");
  json_builder_add_boolean_value (builder, answer->allocation->proven);
  bl_json_number (builder, "unreachable", answer->allocation->unreachable);
  add_sites (builder, answer, "libraries", answer->allocation->best.open, TRUE);
  add_sites (builder, answer, "not_kept", answer->allocation->best.open, FALSE);
  json_builder_set_member_name (builder, "today");
  json_builder_begin_object (builder);
  bl_json_count (builder, "libraries", answer->plan->own_open);
  add_layout (builder, answer, &answer->today);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "alternatives");
  json_builder_begin_array (builder);
  for (guint l = 1; l < answer->choices->n_layouts; l++)
    {
      json_builder_begin_object (builder);
      add_layout (builder, answer, &answer->choices->layouts[l]);
      json_builder_set_member_name (builder, "libraries");
      json_builder_begin_array (builder);
      for (guint s = 0; s < answer->plan->n_sites; s++)
        if (answer->choices->layouts[l].open[s])
          json_builder_add_string_value (builder, answer->plan->names[s]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "left_out");
  json_builder_begin_array (builder);
  for (guint i = 0; i < answer->plan->left_out->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (answer->plan->left_out, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bl_json_finish (builder);
}

/* What a layout is worth, in words: "816 m on average" or "283,585 people within 1 mile". */
static char *
describe_worth (const Answer *answer, const BlLayout *layout)
{
  g_autofree char *number = NULL, *limit = NULL;

  if (answer->question->objective == BL_OBJECTIVE_COVER)
    {
      number = bl_text_number (round (layout->objective), 0);
      limit = answer->plan->minutes
                  ? g_strdup_printf (_("%g minutes"), answer->question->within)
                  : bl_access_limit_to_text (answer->question->within);
      return g_strdup_printf (_("%s people within %s"), number, limit);
    }
  if (answer->plan->minutes)
    {
      number = bl_text_number (get_mean (layout), 1);
      return g_strdup_printf (_("%s minutes on average"), number);
    }
  number = bl_text_metres (get_mean (layout));
  return g_strdup_printf (_("%s on average"), number);
}

static char *
list_difference (const Answer *answer, const BlLayout *layout, gboolean instead)
{
  GString *names = g_string_new (NULL);

  for (guint s = 0; s < answer->plan->n_sites; s++)
    if ((instead && layout->open[s] && !answer->allocation->best.open[s])
        || (!instead && !layout->open[s] && answer->allocation->best.open[s]))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", answer->plan->names[s]);
  return g_string_free (names, FALSE);
}

static void
answer_text (const Answer *answer)
{
  g_autofree char *today = describe_worth (answer, &answer->today);
  g_autofree char *best = describe_worth (answer, &answer->allocation->best);
  g_autofree char *gap = bl_site_plan_describe_gap (answer->plan, answer->question, answer->allocation);
  BlOutputTable *table = bl_output_table_new ("ll");

  if (answer->plan->own_open > 0)
    bl_output_table_add (table, _("Today"), today, NULL);
  bl_output_table_add (table, _("Best found"), best, NULL);
  bl_output_table_finish (table, FALSE);
  bl_output_text ("%s\n\n", gap);
  for (guint s = 0; s < answer->plan->n_sites; s++)
    if (answer->allocation->best.open[s] != (answer->plan->libraries[s] >= 0))
      bl_output_text (answer->plan->libraries[s] >= 0 ? _("Without %s\n") : _("%s\n"), answer->plan->names[s]);
  for (guint l = 1; l < answer->choices->n_layouts; l++)
    {
      g_autofree char *worth = describe_worth (answer, &answer->choices->layouts[l]);
      g_autofree char *instead = list_difference (answer, &answer->choices->layouts[l], TRUE);
      g_autofree char *of = list_difference (answer, &answer->choices->layouts[l], FALSE);

      if (l == 1)
        bl_output_text ("\n%s\n", _("Nearly as good:"));
      bl_output_text (_("  %s: with %s in place of %s\n"), worth, instead, of);
    }
  for (guint i = 0; i < answer->plan->left_out->len; i++)
    bl_output_text (_("\n%s is left out: it has no grid reference, or no way leads there.\n"),
                    (const char *) g_ptr_array_index (answer->plan->left_out, i));
  bl_output_text ("\n%s\n", _("This is arithmetic about travel. It knows nothing of buildings, costs or what people say, "
                              "and is no recommendation."));
}

static void
clear_answer (Answer *answer)
{
  g_clear_pointer (&answer->plan, bl_site_plan_free);
  g_clear_pointer (&answer->allocation, bl_allocation_free);
  g_clear_pointer (&answer->choices, bl_allocation_choices_free);
  bl_site_plan_layout_clear (&answer->today);
}

static BlExit
compute (const BlFacts *facts, const BlSiteQuestion *question, const Options *options, const char *path)
{
  Answer answer = { facts, question };
  BlAllocationQuestion allocation;
  g_autoptr (GError) error = NULL;

  answer.plan = bl_site_plan_new (facts, question, NULL, NULL, &error);
  if (answer.plan != NULL)
    {
      bl_site_plan_ask (answer.plan, question, &allocation);
      allocation.seconds = options->seconds > 0 ? options->seconds : DEFAULT_SECONDS;
      answer.allocation = bl_allocation_compute (&allocation, &error);
    }
  if (answer.allocation != NULL)
    answer.choices
        = bl_allocation_find_choices (&allocation, answer.allocation, NEAR, question->number > 3 ? 2 : 1, MOST_LAYOUTS, &error);
  if (answer.choices == NULL)
    {
      clear_answer (&answer);
      return bl_command_fail_error (error, path);
    }
  answer.today = bl_site_plan_measure_today (answer.plan, question);
  if (bl_command_wants_json ())
    answer_json (&answer, options);
  else
    answer_text (&answer);
  clear_answer (&answer);
  return BL_EXIT_DONE;
}

static BlExit
ask (const BlFacts *facts, const Options *options, const char *path)
{
  BlSiteQuestion question = { 0 };
  g_autofree guint *open = NULL, *closed = NULL;
  g_autoptr (BlGroupCounts) group = NULL;
  g_autoptr (GError) error = NULL;
  BlExit exit = read_question (facts, options, &question, path);

  if (exit != BL_EXIT_DONE)
    return exit;
  open = find_libraries (facts, options->fixed, &question.n_open, &exit);
  closed = open != NULL ? find_libraries (facts, options->closed, &question.n_closed, &exit) : NULL;
  if (closed == NULL)
    return exit;
  question.open = open;
  question.closed = closed;
  if (options->group != NULL)
    {
      group = bl_group_counts_new (facts, options->group, &error);
      if (group == NULL)
        return bl_command_fail_error (error, path);
      question.group = group;
    }
  return compute (facts, &question, options, path);
}

static BlExit
run (char **arguments)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    { "keep", 0, 0, G_OPTION_ARG_INT, &options.keep, N_("Keep so many of the libraries that are open"), N_("NUMBER") },
    { "add", 0, 0, G_OPTION_ARG_INT, &options.add, N_("Open so many more, where people live"), N_("NUMBER") },
    { "fixed", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.fixed, N_("This library stays open; may be repeated"), N_("NAME") },
    { "closed", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.closed, N_("This library is closed; may be repeated"), N_("NAME") },
    { "objective", 0, 0, G_OPTION_ARG_STRING, &options.objective,
      N_("travel: the shortest journeys on average; cover: the most people within reach"), N_("GOAL") },
    { "within", 0, 0, G_OPTION_ARG_STRING, &options.within, N_("What counts as within reach: 1mi, 1200m, 15min"), N_("LIMIT") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by,
      N_("straight, walk, cycle, drive or the name of a table of travel times"), N_("MEANS") },
    { "statutory", 0, 0, G_OPTION_ARG_NONE, &options.statutory, N_("Count statutory libraries only"), NULL },
    { "cross-boundary", 0, 0, G_OPTION_ARG_NONE, &options.cross_boundary,
      N_("Count nearby libraries of other services too"), NULL },
    { "group", 'g', 0, G_OPTION_ARG_STRING, &options.group,
      N_("For these people only: a count’s name, or a rule such as “imd_decile<=2”"), N_("GROUP") },
    { "seconds", 0, 0, G_OPTION_ARG_DOUBLE, &options.seconds, N_("Search no longer than this (30)"), N_("SECONDS") },
    { NULL },
  };
  BlExit exit = BL_EXIT_DONE;
  g_autoptr (BlFacts) facts = NULL;

  if (!bl_command_parse (&bl_command_allocate, entries, &arguments, 1))
    exit = BL_EXIT_USAGE;
  else
    facts = bl_command_open_facts (arguments[1], &exit);
  if (facts != NULL)
    exit = ask (facts, &options, arguments[1]);
  g_strfreev (options.fixed);
  g_strfreev (options.closed);
  g_free (options.objective);
  g_free (options.within);
  g_free (options.by);
  g_free (options.group);
  return exit;
}

const BlCommand bl_command_allocate = {
  .name = "allocate",
  .arguments = "PROJECT",
  .summary = N_("Find which libraries to keep, or where to open some"),
  .details = N_("Chooses so that journeys are shortest on average, or most people are within reach, says how near to the "
                "best possible the answer is, and lists choices that are nearly as good. It is no recommendation."),
  .run = run,
};
