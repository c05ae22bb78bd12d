/* scenario-words.c: what a scenario does, in sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-words.h"

#include "equality.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Smallest difference of hours a week that is one. */
#define SAME_HOURS 0.05

static gulong
plural (double number)
{
  return (gulong) llround (fabs (number));
}

static char *
hours_to_text (double hours)
{
  return bl_text_number (hours, fabs (hours - round (hours)) < SAME_HOURS ? 0 : 1);
}

char *
bl_scenario_words_pounds (double pounds)
{
  g_autofree char *number = NULL;

  if (!isfinite (pounds))
    return g_strdup (_ ("not known"));
  number = bl_text_number (fabs (round (pounds)), 0);
  return g_strdup_printf (round (pounds) < 0 ? _ ("−£%s") : _ ("£%s"), number);
}

/* --- The yardstick ------------------------------------------------------------ */

char *
bl_scenario_words_yardstick (const BlFacts *facts, const BlAccessQuestion *question)
{
  gboolean minutes = question->n_limits == 0;
  double limit = minutes ? question->minutes[0] : question->limits[0];
  g_autofree char *text
      = bl_access_within_to_text (minutes ? BL_MEASURE_MINUTES : BL_MEASURE_DISTANCE, limit);
  g_autofree char *means = NULL;

  if (!minutes && limit == BL_MILE)
    {
      g_free (text);
      text = g_strdup (_ ("a mile"));
    }
  if (question->travel.by == BL_BY_STRAIGHT)
    return minutes ? g_strdup_printf (_ ("%s’ walk in a straight line"), text) : g_steal_pointer (&text);
  means = bl_travel_to_text (facts, &question->travel);
  return g_strdup_printf (_ ("%s %s"), text, means);
}

char *
bl_scenario_words_question (const BlFacts *facts, const BlAccessQuestion *question)
{
  g_autofree char *yardstick = bl_scenario_words_yardstick (facts, question);

  if (question->statutory && question->cross_boundary)
    return g_strdup_printf (_ ("within %s, counting statutory libraries only, neighbouring services’ too"),
                            yardstick);
  if (question->statutory)
    return g_strdup_printf (_ ("within %s, counting statutory libraries only"), yardstick);
  if (question->cross_boundary)
    return g_strdup_printf (_ ("within %s, counting neighbouring services too"), yardstick);
  return g_strdup_printf (_ ("within %s"), yardstick);
}

/* --- Findings ----------------------------------------------------------------- */

char *
bl_scenario_finding (const BlFacts *facts, const BlAccessQuestion *question, const BlConsequences *it)
{
  g_autofree char *yardstick = bl_scenario_words_yardstick (facts, question);
  g_autofree char *lost = bl_text_number (it->people[BL_EFFECT_LOST], 0);
  g_autofree char *gained = bl_text_number (it->people[BL_EFFECT_GAINED], 0);
  double further = it->people[BL_EFFECT_FURTHER] + it->people[BL_EFFECT_BEYOND],
         nearer = it->people[BL_EFFECT_NEARER];

  if (it->people[BL_EFFECT_LOST] > 0 && it->people[BL_EFFECT_GAINED] > 0)
    return g_strdup_printf (_ ("%s lose a library within %s, %s gain one"), lost, yardstick, gained);
  if (it->people[BL_EFFECT_LOST] > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s person loses a library within %s",
                                         "%s people lose a library within %s",
                                         plural (it->people[BL_EFFECT_LOST])),
                            lost, yardstick);
  if (it->people[BL_EFFECT_GAINED] > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s person gains a library within %s",
                                         "%s people gain a library within %s",
                                         plural (it->people[BL_EFFECT_GAINED])),
                            gained, yardstick);
  if (further > 0)
    return g_strdup_printf (_ ("Nobody loses a library within %s, some go further"), yardstick);
  if (nearer > 0)
    return g_strdup_printf (_ ("Nobody gains a library within %s, some come nearer"), yardstick);
  if (it->moved > 0)
    return g_strdup (_ ("Some change library, nobody goes further"));
  return g_strdup (_ ("Nobody changes library"));
}

static double
share_of (double part, double whole)
{
  return whole > 0 ? 100 * part / whole : NAN;
}

/* "Older people": who @group is about, at the head of a sentence. */
static char *
name_group (const BlGroupCounts *group)
{
  if (g_str_has_prefix (group->name, "aged_") && g_str_has_suffix (group->name, "_plus"))
    return g_strdup (_ ("Older people"));
  if (g_str_has_prefix (group->name, "aged_0_"))
    return g_strdup (_ ("Children"));
  if (g_str_equal (group->name, "imd_decile<=2") || g_str_equal (group->name, "imd_decile<=1"))
    return g_strdup (_ ("People in deprived areas"));
  return g_strdup (group->title);
}

char *
bl_scenario_finding_groups (const BlConsequences *it, BlGroupCounts *const *groups, guint n_groups)
{
  double everyone = share_of (it->groups[0].moved, it->groups[0].people), most = everyone * BL_EQUALITY_MORE;
  /* Whether it is a loss or a gain to change library here: some scenarios are both. */
  gboolean losing = it->groups[0].further > 0;
  gboolean gaining = it->people[BL_EFFECT_GAINED] + it->people[BL_EFFECT_NEARER] > 0;
  const BlGroupCounts *group = NULL;
  gboolean any = FALSE;
  g_autofree char *name = NULL;

  if (it->moved <= 0)
    return g_strdup (_ ("Nobody changes library"));
  for (guint g = 0; g < n_groups && g + 1 < it->n_groups; g++)
    {
      double share = share_of (it->groups[g + 1].moved, it->groups[g + 1].people);

      any = any || isfinite (share);
      if (share > most)
        {
          most = share;
          group = groups[g];
        }
    }
  if (!any)
    return NULL;
  if (group == NULL)
    return g_strdup (losing == gaining ? _ ("No group would change library much more than others")
                     : losing          ? _ ("No group would lose much more than others")
                                       : _ ("No group would gain much more than others"));
  name = name_group (group);
  return g_strdup_printf (losing == gaining ? _ ("%s would change library most")
                          : losing          ? _ ("%s would lose most")
                                            : _ ("%s would gain most"),
                          name);
}

/* People who come to libraries run by @operation; to those that are not statutory where it is not known. */
static double
coming_to (const BlFacts *changed, const BlConsequences *it, BlOperation operation)
{
  double coming = 0;

  for (guint f = 0; f < it->n_flows; f++)
    {
      const BlFactsLibrary *to = &changed->libraries[it->flows[f].to];

      if (operation == BL_OPERATION_UNKNOWN ? !to->statutory : to->operation == operation)
        coming += it->flows[f].population;
    }
  return coming;
}

/* The library that most come to, and how many. */
static guint
find_most (const BlFacts *changed, const BlConsequences *it, double *people)
{
  g_autofree double *coming = g_new0 (double, changed->n_libraries);
  guint most = it->flows[0].to;

  for (guint f = 0; f < it->n_flows; f++)
    coming[it->flows[f].to] += it->flows[f].population;
  for (guint i = 0; i < changed->n_libraries; i++)
    if (coming[i] > coming[most])
      most = i;
  *people = coming[most];
  return most;
}

char *
bl_scenario_finding_flows (const BlFacts *changed, const BlConsequences *it)
{
  const struct
  {
    BlOperation operation;
    const char *all, *most;
  } kinds[] = {
    { BL_OPERATION_INDEPENDENT, N_ ("All would rely on independent libraries"),
      N_ ("Most would rely on independent libraries") },
    { BL_OPERATION_COMMUNITY, N_ ("All would rely on community-run libraries"),
      N_ ("Most would rely on community-run libraries") },
    { BL_OPERATION_COMMISSIONED, N_ ("All would rely on commissioned libraries"),
      N_ ("Most would rely on commissioned libraries") },
    { BL_OPERATION_COUNCIL_UNSTAFFED, N_ ("All would rely on libraries without staff"),
      N_ ("Most would rely on libraries without staff") },
    { BL_OPERATION_UNKNOWN, N_ ("All would rely on libraries that are not statutory"),
      N_ ("Most would rely on libraries that are not statutory") },
  };
  g_autofree char *name = NULL, *number = NULL;
  double people;
  guint most;

  if (it->moved <= 0 || it->n_flows == 0)
    return g_strdup (_ ("Nobody changes library"));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      double coming = coming_to (changed, it, kinds[i].operation);

      if (coming >= it->moved)
        return g_strdup (_ (kinds[i].all));
      if (coming > it->moved / 2)
        return g_strdup (_ (kinds[i].most));
    }
  most = find_most (changed, it, &people);
  name = bl_text_short_library_name (changed->libraries[most].name);
  number = bl_text_number (people, 0);
  if (people >= it->moved)
    return g_strdup_printf (_ ("All would go to %s: %s"), name, number);
  if (people > it->moved / 2)
    return g_strdup_printf (_ ("Most would go to %s: %s"), name, number);
  return g_strdup_printf (_ ("%s would take the most people: %s"), name, number);
}

/* --- Sentences ---------------------------------------------------------------- */

static void
append_people (GString *text, const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

char *
bl_scenario_words_summary (const BlFacts *facts, const BlAccessQuestion *question, const BlConsequences *it)
{
  g_autofree char *within = bl_scenario_words_question (facts, question);
  g_autofree char *moved = bl_text_number (it->moved, 0);
  GString *text = g_string_new (NULL);

  if (it->moved <= 0)
    append_people (text, _ ("Nobody would change library."));
  else
    {
      g_autofree char *sentence
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s person would change library.",
                                          "%s people would change library.", plural (it->moved)),
                             moved);

      append_people (text, sentence);
    }
  for (guint e = 0; e < 2; e++)
    {
      double people = it->people[e == 0 ? BL_EFFECT_LOST : BL_EFFECT_GAINED];
      guint areas = it->areas[e == 0 ? BL_EFFECT_LOST : BL_EFFECT_GAINED];
      g_autofree char *number = bl_text_number (people, 0);
      g_autofree char *sentence = NULL;

      if (people <= 0 && areas == 0)
        continue;
      if (e == 0)
        sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, in %u area, would lose one %s.",
                                                 "%s, in %u areas, would lose one %s.", areas),
                                    number, areas, within);
      else
        sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, in %u area, would gain one %s.",
                                                 "%s, in %u areas, would gain one %s.", areas),
                                    number, areas, within);
      append_people (text, sentence);
    }
  if (it->areas[BL_EFFECT_LOST] == 0)
    {
      g_autofree char *sentence = g_strdup_printf (_ ("Nobody would lose one %s."), within);

      append_people (text, sentence);
    }
  if (it->groups[0].unknown > 0)
    {
      g_autofree char *sentence = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u area has no figure of people and is not counted.",
                       "%u areas have no figure of people and are not counted.", it->groups[0].unknown),
          it->groups[0].unknown);

      append_people (text, sentence);
    }
  return g_string_free (text, FALSE);
}

char *
bl_scenario_words_statutory (const BlFacts *facts,
                             const BlAccessQuestion *question,
                             const BlConsequences *it,
                             const BlConsequences *statutory)
{
  g_autofree char *yardstick = NULL, *number = NULL;
  double lost;

  if (question->statutory || statutory == NULL)
    return NULL;
  lost = statutory->people[BL_EFFECT_LOST];
  if (lost <= it->people[BL_EFFECT_LOST])
    return NULL;
  yardstick = bl_scenario_words_yardstick (facts, question);
  number = bl_text_number (lost, 0);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "If only statutory libraries count, %s person loses one within %s.",
                   "If only statutory libraries count, %s people lose one within %s.", plural (lost)),
      number, yardstick);
}

char *
bl_scenario_words_hours (const BlConsequences *it)
{
  double more = it->hours_after - it->hours_before;
  g_autofree char *number = hours_to_text (fabs (more));
  g_autofree char *said = NULL;

  if (fabs (more) < SAME_HOURS)
    said = g_strdup (_ ("Same hours a week"));
  else if (more > 0)
    said = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s more hour a week", "%s more hours a week", plural (more)), number);
  else
    said = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s fewer hour a week", "%s fewer hours a week", plural (more)),
        number);
  /* Hours that are not known today and stay so make no difference. */
  if (it->hours_unknown_after == it->hours_unknown_before)
    return g_steal_pointer (&said);
  return g_strdup_printf (_ ("%s; %u not known"), said,
                          MAX (it->hours_unknown_before, it->hours_unknown_after)
                              - MIN (it->hours_unknown_before, it->hours_unknown_after));
}

char *
bl_scenario_words_saving (const BlConsequences *it)
{
  g_autofree char *amount = bl_scenario_words_pounds (fabs (it->saving));

  if (!it->saving_known)
    return g_strdup (_ ("Not known: the running cost of what changes is not given"));
  if (fabs (it->saving) < 0.5)
    return g_strdup (_ ("Costs the same"));
  if (it->saving > 0)
    return g_strdup_printf (_ ("Saves %s a year"), amount);
  return g_strdup_printf (_ ("Costs %s a year more"), amount);
}
