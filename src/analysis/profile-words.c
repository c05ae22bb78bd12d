/* profile-words.c: profiles of libraries in plain words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "profile-words.h"

#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

int
bl_profile_compare_numbers (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

char *
bl_profile_period_before (const char *period, int years)
{
  guint length = period != NULL ? (guint) strspn (period, "0123456789") : 0;
  int year = length == 4 ? (int) g_ascii_strtoll (period, NULL, 10) - years : 0;

  if (year <= 0)
    return NULL;
  if (period[4] == '\0')
    return g_strdup_printf ("%04d", year);
  if (period[4] == '-' && g_ascii_isdigit (period[5]) && g_ascii_isdigit (period[6]) && period[7] == '\0')
    return g_strdup_printf ("%04d-%02d", year, (year + 1) % 100);
  return NULL;
}

const char *
bl_profile_part_get_title (BlProfilePart part)
{
  switch (part)
    {
    case BL_PROFILE_PEOPLE:
      return N_ ("Its people");
    case BL_PROFILE_ACCESS:
      return N_ ("How far it is");
    case BL_PROFILE_USE:
      return N_ ("How it is used");
    case BL_PROFILE_OFFER:
      return N_ ("Hours and room");
    case BL_PROFILE_COST:
    case BL_N_PROFILE_PARTS:
    default:
      return N_ ("What it costs");
    }
}

static char *
change_text (double percent)
{
  g_autofree char *number = bl_text_number (fabs (percent), 0);

  if (round (percent) == 0)
    return g_strdup (_ ("no change"));
  return g_strdup_printf (percent < 0 ? _ ("%s%% less") : _ ("%s%% more"), number);
}

char *
bl_profile_to_text (const BlProfileMeasure *measure, double number)
{
  g_autofree char *text = NULL;

  if (isnan (number))
    return g_strdup (_ ("not known"));
  switch (measure->kind)
    {
    case BL_PROFILE_DECIMAL:
      return bl_text_number (number, 1);
    case BL_PROFILE_PERCENT:
      text = bl_text_number (number, number > 0 && number < 1 ? 1 : 0);
      return g_strdup_printf ("%s%%", text);
    case BL_PROFILE_CHANGE:
      return change_text (number);
    case BL_PROFILE_METRES:
      return bl_text_metres (number);
    case BL_PROFILE_MONEY:
      text = bl_text_number (number, number < 1000 ? 2 : 0);
      return g_strdup_printf ("£%s", text);
    case BL_PROFILE_NUMBER:
    default:
      return bl_text_number (number, 0);
    }
}

/* Place from the top or, negative, from the bottom; 0 for neither of the three nearest. */
static int
place (const BlProfileComparison *comparison, guint below)
{
  if (comparison->rank <= 3)
    return (int) comparison->rank;
  return below < 3 ? -(int) (below + 1) : 0;
}

static guint
count_below (const BlProfiles *profiles, guint measure, double number)
{
  guint below = 0;

  for (guint row = 0; row < profiles->n_rows; row++)
    below += profiles->numbers[row * profiles->n_measures + measure] < number;
  return below;
}

static const char *
need_words (const BlProfiles *profiles, guint row)
{
  static const char *const top[] = { N_ ("Highest need"), N_ ("Second-highest need"), N_ ("Third-highest need") };
  static const char *const bottom[] = { N_ ("Lowest need"), N_ ("Second-lowest need"), N_ ("Third-lowest need") };
  guint measure = (guint) bl_profiles_find_measure (profiles, "need");
  BlProfileComparison comparison;
  int from;

  bl_profiles_compare (profiles, row, measure, &comparison);
  if (isnan (comparison.number))
    return _ ("Need not known");
  from = comparison.n > 6 ? place (&comparison, count_below (profiles, measure, comparison.number)) : 0;
  if (from > 0)
    return _ (top[from - 1]);
  if (from < 0)
    return _ (bottom[-from - 1]);
  return comparison.number > comparison.middle   ? _ ("Need above the middle")
         : comparison.number < comparison.middle ? _ ("Need below the middle")
                                                 : _ ("Need in the middle");
}

static const char *
use_words (const BlProfiles *profiles, guint row)
{
  static const char *const top[]
      = { N_ ("most used for its people"), N_ ("second-most used for its people"), N_ ("third-most used for its people") };
  static const char *const bottom[] = { N_ ("least used for its people"), N_ ("second-least used for its people"),
                                        N_ ("third-least used for its people") };
  guint measure = (guint) bl_profiles_find_measure (profiles, "visits_per_1000");
  BlProfileComparison comparison;
  int from;

  if (profiles->measures[measure].n_known == 0)
    measure = (guint) bl_profiles_find_measure (profiles, "loans_per_1000");
  bl_profiles_compare (profiles, row, measure, &comparison);
  if (isnan (comparison.number))
    return _ ("use not known");
  from = comparison.n > 6 ? place (&comparison, count_below (profiles, measure, comparison.number)) : 0;
  if (from > 0)
    return _ (top[from - 1]);
  if (from < 0)
    return _ (bottom[-from - 1]);
  return comparison.number > comparison.middle   ? _ ("used more than most")
         : comparison.number < comparison.middle ? _ ("used less than most")
                                                 : _ ("used as most are");
}

char *
bl_profiles_finding (const BlProfiles *profiles, guint row)
{
  return g_strdup_printf (_ ("%s, %s"), need_words (profiles, row), use_words (profiles, row));
}
