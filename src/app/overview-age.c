/* overview-age.c: figures that are past their date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "overview-figures.h"

#include <glib/gi18n-lib.h>

#include "text.h"

/* Limits of freshness: a population estimate is past its date when more than
 * one newer yearly release exists (each comes about eleven months after its
 * day), a deprivation index when a newer edition does, a list of libraries
 * when it ends more than eighteen months ago. */
#define RELEASE_LAG 335
#define TWO_YEARS 730
#define EIGHTEEN_MONTHS 548
/* The 2025 Indices of Deprivation came out on 30 October 2025. */
#define NEWER_INDEX_YEAR 2025

static void
old_free (BlOverviewOld *old)
{
  g_free (old->title);
  g_free (old->note);
  g_free (old->value);
  g_free (old);
}

/* The last number of four figures that can be a year. */
static int
find_year (const char *text)
{
  int year = 0;

  for (const char *p = text; *p != '\0'; p++)
    if ((p == text || !g_ascii_isdigit (p[-1])) && g_ascii_isdigit (p[0]) && g_ascii_isdigit (p[1])
        && g_ascii_isdigit (p[2]) && g_ascii_isdigit (p[3]) && !g_ascii_isdigit (p[4]))
      {
        int number = g_ascii_strtoll (p, NULL, 10);

        if (number >= 1900 && number < 2200)
          year = number;
      }
  return year;
}

gboolean
bl_overview_parse_date (const char *text, guint32 *julian)
{
  GDate date;
  int year;

  if (text == NULL)
    return FALSE;
  if (bl_text_to_date (text, julian))
    return TRUE;
  year = find_year (text);
  if (year == 0)
    return FALSE;
  /* A day in words, "31 December 2023", else the middle of the year. */
  g_date_clear (&date, 1);
  if (g_ascii_isdigit (text[0]) && strchr (text, ' ') != NULL)
    {
      static const char *const months[] = { "january", "february", "march", "april", "may", "june", "july",
                                            "august", "september", "october", "november", "december" };
      g_autofree char *lower = g_ascii_strdown (text, -1);
      int day = g_ascii_strtoll (text, NULL, 10);

      for (guint i = 0; i < G_N_ELEMENTS (months); i++)
        if (strstr (lower, months[i]) != NULL && g_date_valid_dmy (day, i + 1, year))
          g_date_set_dmy (&date, day, i + 1, year);
    }
  if (!g_date_valid (&date))
    g_date_set_dmy (&date, 30, 6, year);
  *julian = g_date_get_julian (&date);
  return TRUE;
}

static void
add (GPtrArray *all, const char *title, const char *date, const char *note, const char *value, guint32 then, guint32 today)
{
  BlOverviewOld *old = g_new0 (BlOverviewOld, 1);

  /* Translators: a set of figures and its date: "Population, mid-2019". */
  old->title = strstr (title, date) != NULL ? g_strdup (title) : g_strdup_printf (_ ("%s, %s"), title, date);
  old->note = g_strdup (note);
  old->value = g_strdup (value);
  old->years = (today - then) / 365.25;
  g_ptr_array_add (all, old);
}

/* How many later counts are of one publication with count @i: the bands of one
 * estimate by age are one set of figures. G_MAXUINT where an earlier one speaks for it. */
static guint
count_companions (const BlFacts *facts, guint i)
{
  guint companions = 0;

  for (guint j = 0; j < facts->n_values; j++)
    {
      if (j == i || facts->values[j].kind != BL_VALUE_KIND_COUNT || facts->values[i].source == NULL
          || g_strcmp0 (facts->values[j].source, facts->values[i].source) != 0
          || g_strcmp0 (facts->values[j].date, facts->values[i].date) != 0)
        continue;
      if (j < i)
        return G_MAXUINT;
      companions++;
    }
  return companions;
}

static void
check_count (GPtrArray *all, const BlFacts *facts, guint i, guint32 then, guint32 today)
{
  guint companions = count_companions (facts, i);
  g_autofree char *title = NULL;

  if (companions == G_MAXUINT || today - then < TWO_YEARS + RELEASE_LAG)
    return;
  if (companions > 0)
    /* Translators: "Children aged 0 to 15 and 2 more". */
    title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s and %u more", "%s and %u more", companions),
                             facts->values[i].title, companions);
  add (all, title != NULL ? title : facts->values[i].title, facts->values[i].date,
       _ ("Newer estimates come out every year"), facts->values[i].name, then, today);
}

static void
check_value (GPtrArray *all, const BlFacts *facts, guint i, guint32 today)
{
  const char *name = facts->values[i].name, *date = facts->values[i].date;
  gboolean deprivation = g_str_has_prefix (name, "imd");
  guint32 then;

  /* A rank and its decile are one set of figures. */
  if (deprivation && g_strcmp0 (name, "imd_rank") == 0 && bl_facts_find_value (facts, "imd_decile") >= 0)
    return;
  if (!bl_overview_parse_date (date, &then) || then > today)
    return;
  if (deprivation)
    {
      GDate edition;

      g_date_clear (&edition, 1);
      g_date_set_dmy (&edition, 30, 10, NEWER_INDEX_YEAR);
      if (find_year (date) < NEWER_INDEX_YEAR && today >= g_date_get_julian (&edition))
        add (all, facts->values[i].title, date, _ ("Newer figures: Indices of Deprivation 2025, on the areas of 2021"),
             name, then, today);
    }
  else if (facts->values[i].kind == BL_VALUE_KIND_COUNT)
    check_count (all, facts, i, then, today);
}

static int
compare_age (gconstpointer a, gconstpointer b)
{
  const BlOverviewOld *oa = *(BlOverviewOld *const *) a, *ob = *(BlOverviewOld *const *) b;

  return (int) ob->years - (int) oa->years;
}

GPtrArray *
bl_overview_find_old (const BlFacts *facts, guint32 today)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) old_free);

  for (guint i = 0; i < facts->n_values; i++)
    check_value (all, facts, i, today);
  for (guint i = 0; i < facts->sources->len; i++)
    {
      BlFactsSource *source = g_ptr_array_index (facts->sources, i);
      guint32 then;

      /* Only a list of libraries: boundaries do not go stale. */
      if (g_strcmp0 (source->what, g_dgettext (GETTEXT_PACKAGE, "Libraries")) == 0
          && bl_overview_parse_date (source->date, &then) && then + EIGHTEEN_MONTHS < today)
        add (all, source->what, source->date, _ ("The list is collected by the Arts Council every year"), NULL, then,
             today);
    }
  g_ptr_array_sort (all, compare_age);
  return all;
}
