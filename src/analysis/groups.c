/* groups.c: counts of people by area, asked for by name or rule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "groups.h"

#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/**
 * Rule: NAME<=N, NAME>=N, NAME=N or NAME=A..B.
 */
typedef struct
{
  guint value;      /* index into facts->values */
  double low, high; /* both included; infinite where the rule has no such end */
} Rule;

/* What can be asked for by name, for messages. */
static char *
list_names (const BlFacts *facts)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < facts->n_groups; i++)
    if (facts->groups[i].name != NULL)
      g_ptr_array_add (names, facts->groups[i].name);
  for (guint i = 0; i < facts->n_values; i++)
    if (facts->values[i].name != NULL)
      g_ptr_array_add (names, facts->values[i].name);
  if (names->len == 0)
    return g_strdup (_ ("This project has no groups or values yet."));
  g_ptr_array_add (names, NULL);

  g_autofree char *joined = g_strjoinv (", ", (char **) names->pdata);

  return g_strdup_printf (_ ("This project has: %s."), joined);
}

static void
set_unknown_name (const BlFacts *facts, const char *name, GError **error)
{
  g_autofree char *names = list_names (facts);

  g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
               _ ("There is no group or value called “%s”. %s"), name, names);
}

static gboolean
parse_bounds (const char *operator, const char * text, Rule *rule)
{
  const char *dots = strstr (text, "..");

  rule->low = -INFINITY;
  rule->high = INFINITY;
  if (g_str_has_prefix (operator, "<="))
    return bl_text_parse_number (text, &rule->high);
  if (g_str_has_prefix (operator, ">="))
    return bl_text_parse_number (text, &rule->low);
  if (dots != NULL)
    {
      g_autofree char *first = g_strndup (text, dots - text);

      return bl_text_parse_number (first, &rule->low) && bl_text_parse_number (dots + 2, &rule->high)
             && rule->low <= rule->high;
    }
  if (!bl_text_parse_number (text, &rule->low))
    return FALSE;
  rule->high = rule->low;
  return TRUE;
}

static gboolean
parse_rule (const BlFacts *facts, const char *definition, const char *operator, Rule * rule, GError **error)
{
  g_autofree char *cut = g_strndup (definition, operator- definition);
  g_autofree char *name = bl_text_clean (cut);
  int value = bl_facts_find_value (facts, name);
  gsize length = *operator== '=' ? 1 : 2;

  if ((length == 2 && operator[1] != '=') || !parse_bounds (operator, operator+ length, rule))
    {
      g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
                   _ ("“%s” is not a rule for a group. Rules look like imd_decile<=2, imd_decile>=9 or "
                      "imd_rank=1..3284."),
                   definition);
      return FALSE;
    }
  if (value < 0)
    {
      set_unknown_name (facts, name ? name : "", error);
      return FALSE;
    }
  switch (facts->values[value].kind)
    {
    case BL_VALUE_KIND_RATE:
    case BL_VALUE_KIND_RANK:
    case BL_VALUE_KIND_DECILE:
      break;
    case BL_VALUE_KIND_COUNT:
      g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
                   _ ("“%s” is a count of people, so it is a group by itself: ask for it without a rule."),
                   name);
      return FALSE;
    case BL_VALUE_KIND_UNKNOWN:
    default:
      g_set_error (
          error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
          _ ("Whether “%s” is a rate, a rank or a decile is not known, so no group can be made from it."),
          name);
      return FALSE;
    }
  if (facts->population == NULL)
    {
      g_set_error (
          error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS,
          _ ("This project has no population by area yet, so the people who meet “%s” are not known."),
          definition);
      return FALSE;
    }
  rule->value = value;
  return TRUE;
}

/* Deprivation is what most rules are about: say it as people do. */
static gboolean
is_deprivation (const char *name)
{
  return g_str_has_prefix (name, "imd") || g_str_has_prefix (name, "iod");
}

static char *
title_of_deciles (const char *name, const char *title, int low, int high)
{
  if (is_deprivation (name))
    return low == high ? g_strdup_printf (_ ("People in deprivation decile %d"), low)
                       : g_strdup_printf (_ ("People in deprivation deciles %d to %d"), low, high);
  return low == high ? g_strdup_printf (_ ("People in decile %d of “%s”"), low, title)
                     : g_strdup_printf (_ ("People in deciles %d to %d of “%s”"), low, high, title);
}

static char *
number_for_people (double number)
{
  int decimals = 0;

  while (decimals < 6 && fabs (number - round (number * pow (10, decimals)) / pow (10, decimals)) > 1e-9)
    decimals++;
  return bl_text_number (number, decimals);
}

static char *
title_of_rule (const BlFacts *facts, const Rule *rule)
{
  const char *name = facts->values[rule->value].name, *title = facts->values[rule->value].title;
  g_autofree char *low = isfinite (rule->low) ? number_for_people (rule->low) : NULL;
  g_autofree char *high = isfinite (rule->high) ? number_for_people (rule->high) : NULL;

  if (facts->values[rule->value].kind == BL_VALUE_KIND_DECILE)
    {
      double from = fmax (1, ceil (rule->low)), to = fmin (10, floor (rule->high));

      if (from <= to)
        return title_of_deciles (name, title, (int) from, (int) to);
    }
  if (low == NULL)
    return g_strdup_printf (_ ("People where “%s” is %s or less"), title, high);
  if (high == NULL)
    return g_strdup_printf (_ ("People where “%s” is %s or more"), title, low);
  if (rule->low == rule->high)
    return g_strdup_printf (_ ("People where “%s” is %s"), title, low);
  return g_strdup_printf (_ ("People where “%s” is %s to %s"), title, low, high);
}

static BlGroupCounts *
counts_new (const BlFacts *facts, const char *name, char *title)
{
  BlGroupCounts *counts = g_new0 (BlGroupCounts, 1);

  counts->name = g_strdup (name);
  counts->title = title;
  counts->people = g_new (double, MAX (facts->n_areas, 1));
  return counts;
}

static void
add_up (BlGroupCounts *counts, guint n_areas)
{
  for (guint i = 0; i < n_areas; i++)
    if (isfinite (counts->people[i]))
      counts->total += counts->people[i];
    else
      counts->unknown++;
}

static BlGroupCounts *
counts_by_rule (const BlFacts *facts, const char *definition, const char *operator, GError ** error)
{
  BlGroupCounts *counts;
  const double *numbers;
  Rule rule;

  if (!parse_rule (facts, definition, operator, & rule, error))
    return NULL;

  counts = counts_new (facts, definition, title_of_rule (facts, &rule));
  numbers = facts->values[rule.value].numbers;
  for (guint i = 0; i < facts->n_areas; i++)
    if (!isfinite (numbers[i]))
      counts->people[i] = NAN;
    else if (numbers[i] >= rule.low && numbers[i] <= rule.high)
      counts->people[i] = facts->population[i];
    else
      counts->people[i] = 0;
  add_up (counts, facts->n_areas);
  return counts;
}

static BlGroupCounts *
counts_by_value (const BlFacts *facts, const char *name, GError **error)
{
  int value = bl_facts_find_value (facts, name);
  BlGroupCounts *counts;

  if (value < 0)
    {
      set_unknown_name (facts, name, error);
      return NULL;
    }
  if (facts->values[value].kind != BL_VALUE_KIND_COUNT)
    {
      g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
                   _ ("“%s” is not a count of people. Ask for a part of it, such as %s<=2."), name, name);
      return NULL;
    }
  counts = counts_new (facts, name, g_strdup (facts->values[value].title));
  memcpy (counts->people, facts->values[value].numbers, facts->n_areas * sizeof (double));
  add_up (counts, facts->n_areas);
  return counts;
}

/* A name or a rule, but no saved group: those may not refer to each other. */
static BlGroupCounts *
counts_plain (const BlFacts *facts, const char *definition, GError **error)
{
  const char *operator= definition + strcspn (definition, "<>=");

  return *operator!= '\0' ? counts_by_rule (facts, definition, operator, error)
                          : counts_by_value (facts, definition, error);
}

BlGroupCounts *
bl_group_counts_new (const BlFacts *facts, const char *definition, GError **error)
{
  g_autofree char *asked = bl_text_clean (definition);

  g_return_val_if_fail (facts != NULL, NULL);

  if (asked == NULL)
    {
      g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED, _ ("No group was named."));
      return NULL;
    }
  for (guint i = 0; i < facts->n_groups; i++)
    if (g_strcmp0 (facts->groups[i].name, asked) == 0 && facts->groups[i].definition != NULL)
      {
        BlGroupCounts *counts = counts_plain (facts, facts->groups[i].definition, error);

        if (counts == NULL)
          {
            g_prefix_error (error, _ ("Group “%s”: "), asked);
            return NULL;
          }
        g_free (counts->name);
        counts->name = g_steal_pointer (&asked);
        if (facts->groups[i].title != NULL)
          {
            g_free (counts->title);
            counts->title = g_strdup (facts->groups[i].title);
          }
        return counts;
      }
  return counts_plain (facts, asked, error);
}

void
bl_group_counts_free (BlGroupCounts *counts)
{
  if (counts == NULL)
    return;
  g_free (counts->name);
  g_free (counts->title);
  g_free (counts->people);
  g_free (counts);
}

static gboolean
is_offered (const BlFacts *facts, GPtrArray *offered, const char *definition)
{
  if (g_ptr_array_find_with_equal_func (offered, definition, g_str_equal, NULL))
    return TRUE;
  for (guint i = 0; i < facts->n_groups; i++)
    if (g_strcmp0 (facts->groups[i].definition, definition) == 0)
      return TRUE;
  return FALSE;
}

GPtrArray *
bl_group_suggestions (const BlFacts *facts)
{
  GPtrArray *offered = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < facts->n_values; i++)
    if (facts->values[i].kind == BL_VALUE_KIND_COUNT && facts->values[i].name != NULL
        && strcmp (facts->values[i].name, "population") != 0
        && !is_offered (facts, offered, facts->values[i].name))
      g_ptr_array_add (offered, g_strdup (facts->values[i].name));
  for (guint i = 0; i < facts->n_groups; i++)
    if (facts->groups[i].name != NULL && facts->groups[i].definition != NULL
        && !g_ptr_array_find_with_equal_func (offered, facts->groups[i].name, g_str_equal, NULL))
      g_ptr_array_add (offered, g_strdup (facts->groups[i].name));
  if (facts->population != NULL)
    for (guint i = 0; i < facts->n_values; i++)
      if (facts->values[i].kind == BL_VALUE_KIND_DECILE && facts->values[i].name != NULL)
        {
          g_autofree char *most = g_strdup_printf ("%s<=2", facts->values[i].name);

          if (!is_offered (facts, offered, most))
            g_ptr_array_add (offered, g_steal_pointer (&most));
        }
  return offered;
}
