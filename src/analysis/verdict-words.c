/* verdict-words.c: numbers and sentences about series, by one grammar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "verdict-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "text.h"

/* Half away from zero; what is a half but for its binary rest counts as one. */
static double
round_to (double value, int decimals)
{
  double scale = pow (10, decimals);

  return copysign (floor (fabs (value) * scale * (1 + 4e-15) + 0.5 + 1e-9) / scale, value);
}

static char *
number (double value, int decimals)
{
  return bl_text_number (round_to (value, decimals), decimals);
}

static gboolean
per_something (const char *unit)
{
  return unit != NULL && strstr (unit, "per ") != NULL;
}

static char *
money (double value, const char *unit)
{
  double size = fabs (value);
  const char *minus = value < 0 ? "−" : "";
  g_autofree char *digits = NULL;

  if (!isfinite (value))
    return bl_text_number (value, 0);
  if (per_something (unit) || size < 999.995)
    {
      digits = number (size, 2);
      return g_strdup_printf (_ ("%1$s£%2$s"), minus, digits);
    }
  if (size >= 999500)
    {
      digits = number (size / 1e6, 2);
      return g_strdup_printf (_ ("%1$s£%2$sm"), minus, digits);
    }
  digits = size >= 9999.5 ? number (round_to (size / 1000, 0) * 1000, 0) : number (size, 0);
  return g_strdup_printf (_ ("%1$s£%2$s"), minus, digits);
}

char *
bl_words_value (double value, BlIndicatorKind kind, const char *unit)
{
  g_autofree char *digits = NULL;

  if (!isfinite (value))
    return bl_text_number (value, 0);
  switch (kind)
    {
    case BL_INDICATOR_KIND_MONEY:
      return money (value, unit);
    case BL_INDICATOR_KIND_SHARE:
    case BL_INDICATOR_KIND_SURVEY:
      digits = number (value, kind == BL_INDICATOR_KIND_SURVEY ? 0 : 1);
      return g_strconcat (digits, "%", NULL);
    case BL_INDICATOR_KIND_DISTANCE:
      if (g_strcmp0 (unit, "m") == 0)
        value /= 1000;
      digits = fabs (value) < 0.9995 ? number (value * 1000, 0) : number (value, 2);
      return g_strconcat (digits, fabs (value) < 0.9995 ? " m" : " km", NULL);
    case BL_INDICATOR_KIND_YESNO:
      return g_strdup (value != 0 ? _ ("yes") : _ ("no"));
    case BL_INDICATOR_KIND_RATE:
    case BL_INDICATOR_KIND_RATIO:
    case BL_INDICATOR_KIND_MEAN:
    case BL_INDICATOR_KIND_INDEX:
      return number (value, fabs (value) >= 99.95 ? 0 : fabs (value) >= 9.995 ? 1 : 2);
    default:
      return number (value, 0);
    }
}

char *
bl_words_value_short (double value, BlIndicatorKind kind, const char *unit)
{
  double size = fabs (value);

  if (!(size >= 10000) || !isfinite (size)
      || (kind != BL_INDICATOR_KIND_COUNT && kind != BL_INDICATOR_KIND_STOCK
          && kind != BL_INDICATOR_KIND_UNKNOWN))
    return bl_words_value (value, kind, unit);
  return number (value, 2 - (int) floor (log10 (size)));
}

char *
bl_words_value_unit (double value, BlIndicatorKind kind, const char *unit)
{
  g_autofree char *text = bl_words_value (value, kind, unit);
  const char *rest = unit;

  if (kind == BL_INDICATOR_KIND_MONEY && rest != NULL && g_str_has_prefix (rest, "£"))
    {
      rest += strlen ("£");
      return g_strconcat (text, rest, NULL);
    }
  if (unit == NULL || *unit == '\0' || kind == BL_INDICATOR_KIND_SHARE || kind == BL_INDICATOR_KIND_SURVEY
      || kind == BL_INDICATOR_KIND_DISTANCE || kind == BL_INDICATOR_KIND_YESNO)
    return g_steal_pointer (&text);
  /* A hard space: the unit stays with its number. */
  return g_strconcat (text, "\302\240", unit, NULL);
}

char *
bl_words_percent (double percent, gboolean exact)
{
  g_autofree char *digits = NULL;
  double tenths = round_to (percent, 1);

  if (!isfinite (percent))
    return bl_text_number (percent, 0);
  if (percent != 0 && tenths == 0)
    return g_strdup (_ ("under 0.1%"));
  /* Not all, however near. */
  if (fabs (percent) < 100 && round_to (fabs (percent), exact ? 1 : 0) >= 100)
    return g_strdup (exact ? _ ("over 99.9%") : _ ("over 99%"));
  digits = !exact && (fabs (tenths) >= 10 || tenths == 0) ? number (percent, 0) : number (percent, 1);
  return g_strconcat (digits, "%", NULL);
}

char *
bl_words_points (double points)
{
  return number (fabs (points), 1);
}

char *
bl_words_change (double change, BlIndicatorKind kind, const char *unit)
{
  g_autofree char *size = NULL;
  const char *sign = change > 0 ? "+" : change < 0 ? "−" : "";

  if (!isfinite (change))
    return bl_text_number (change, 0);
  if (kind == BL_INDICATOR_KIND_SHARE || kind == BL_INDICATOR_KIND_SURVEY)
    {
      size = bl_words_points (change);
      return g_strdup_printf (_ ("%1$s%2$s points"), sign, size);
    }
  size = bl_words_value (fabs (change), kind, unit);
  return g_strconcat (sign, size, NULL);
}

char *
bl_words_count (guint n)
{
  static const char *const small[] = { N_ ("no"),   N_ ("one"), N_ ("two"),   N_ ("three"), N_ ("four"),
                                       N_ ("five"), N_ ("six"), N_ ("seven"), N_ ("eight"), N_ ("nine") };

  return n < G_N_ELEMENTS (small) ? g_strdup (_ (small[n])) : bl_text_number (n, 0);
}

static const char *
long_month (guint month)
{
  static const char *const names[12] = {
    NC_ ("month", "January"), NC_ ("month", "February"), NC_ ("month", "March"),
    NC_ ("month", "April"),   NC_ ("month", "May"),      NC_ ("month", "June"),
    NC_ ("month", "July"),    NC_ ("month", "August"),   NC_ ("month", "September"),
    NC_ ("month", "October"), NC_ ("month", "November"), NC_ ("month", "December"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "month", names[month % 12]);
}

static void
split_day (guint32 julian, guint *year, guint *month)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, MAX (julian, 1));
  *year = g_date_get_year (&day);
  *month = (guint) g_date_get_month (&day) - 1;
}

char *
bl_words_period (const BlPeriod *period)
{
  BlPeriod last;

  if (period->kind == BL_PERIOD_KIND_MONTH)
    return bl_words_span (period, period);
  if (period->kind == BL_PERIOD_KIND_QUARTER)
    {
      last = bl_period_of (period->end - 1, BL_PERIOD_KIND_MONTH);
      return bl_words_span (period, &last);
    }
  return bl_period_to_text (period);
}

char *
bl_words_span (const BlPeriod *first, const BlPeriod *last)
{
  guint year_a, month_a, year_b, month_b;

  if (last->kind != BL_PERIOD_KIND_MONTH && last->kind != BL_PERIOD_KIND_QUARTER)
    {
      g_autofree char *a = bl_period_to_text (first), *b = bl_period_to_text (last);

      return bl_period_equal (first, last) ? g_steal_pointer (&a)
                                           : g_strdup_printf (_ ("%1$s to %2$s"), a, b);
    }
  split_day (first->start, &year_a, &month_a);
  split_day (last->end - 1, &year_b, &month_b);
  if (year_a == year_b && month_a == month_b)
    return g_strdup_printf (_ ("%1$s %2$u"), long_month (month_a), year_a);
  if (year_a == year_b && month_a + 1 == month_b)
    return g_strdup_printf (_ ("%1$s and %2$s %3$u"), long_month (month_a), long_month (month_b), year_a);
  if (year_a == year_b)
    return g_strdup_printf (_ ("%1$s to %2$s %3$u"), long_month (month_a), long_month (month_b), year_a);
  return g_strdup_printf (_ ("%1$s %2$u to %3$s %4$u"), long_month (month_a), year_a, long_month (month_b),
                          year_b);
}

BlVerdict
bl_words_survey (const BlSurveyPair *pair, char **title, char **sentence)
{
  gboolean same = pair->difference_low <= 0 && pair->difference_high >= 0;
  g_autofree char *noun = bl_text_sentence (pair->title_noun != NULL ? pair->title_noun : pair->noun);
  g_autofree char *value = bl_words_value (pair->value, BL_INDICATOR_KIND_SURVEY, NULL);
  g_autofree char *low = bl_words_value (pair->low, BL_INDICATOR_KIND_SURVEY, NULL);
  g_autofree char *high = bl_words_value (pair->high, BL_INDICATOR_KIND_SURVEY, NULL);
  g_autofree char *other = bl_words_value (pair->other_value, BL_INDICATOR_KIND_SURVEY, NULL);

  *title = g_strdup_printf (same                              ? _ ("%1$s: no clear difference from %2$s")
                            : pair->value > pair->other_value ? _ ("%1$s higher than %2$s")
                                                              : _ ("%1$s lower than %2$s"),
                            noun, pair->other);
  *sentence = g_strdup_printf (same ? _ ("The survey puts %1$s at %2$s in %3$s (likely between %4$s and "
                                         "%5$s) and %6$s in %7$s; the difference could be "
                                         "chance.")
                                    : _ ("The survey puts %1$s at %2$s in %3$s (likely between %4$s and "
                                         "%5$s) and %6$s in %7$s; chance alone is unlikely "
                                         "to explain the difference."),
                               pair->noun, value, pair->place, low, high, other, pair->other);
  return same ? BL_VERDICT_SURVEY_SAME : BL_VERDICT_SURVEY_DIFFERS;
}

BlVerdict
bl_words_peers (const BlPeersPlace *place, char **title, char **sentence)
{
  g_autofree char *noun = bl_text_sentence (place->title_noun);
  g_autofree char *value = bl_words_value (place->value, place->kind, place->unit);
  g_autofree char *median = bl_words_value (place->median, place->kind, place->unit);
  g_autoptr (GString) text = g_string_new (NULL);

  *title
      = g_strdup_printf (place->n == 0                          ? _ ("%s: no similar authority has a figure")
                         : place->unplaceable                   ? _ ("%s: too many missing to place")
                         : place->value > place->upper_quartile ? _ ("%s above most similar authorities")
                         : place->value < place->lower_quartile ? _ ("%s below most similar authorities")
                                                                : _ ("%s in line with similar authorities"),
                         noun);
  g_string_printf (text, _ ("%1$s had %2$s"), place->place, value);
  if (place->n > 0)
    {
      g_string_append (text, "; ");
      if (place->n == 1)
        g_string_append_printf (text, _ ("the one similar authority with a figure had %s"), median);
      else
        g_string_append_printf (text, _ ("the middle of the %1$u similar authorities with figures was %2$s"),
                                place->n, median);
      g_string_append (text, ", ");
      g_string_append_printf (
          text, ngettext ("%1$u of %2$u was higher", "%1$u of %2$u were higher", place->n_higher),
          place->n_higher, place->n);
    }
  if (place->n_all > place->n)
    {
      g_string_append (text, place->n > 0 ? _ (", and ") : "; ");
      g_string_append_printf (text,
                              ngettext ("%1$u of %2$u has no usable figure",
                                        "%1$u of %2$u have no usable figure", place->n_all - place->n),
                              place->n_all - place->n, place->n_all);
    }
  g_string_append_c (text, '.');
  *sentence = g_string_free (g_steal_pointer (&text), FALSE);
  return BL_VERDICT_PEERS;
}

/* "One in ten", "Nine in ten", "One in 40", "Nearly all". */
static char *
share_in_words (double percent)
{
  double tenths = round_to (percent / 10, 0);
  g_autofree char *count = NULL;

  if (percent <= 0)
    return g_strdup (_ ("Nobody"));
  if (percent >= 95)
    return g_strdup (percent >= 100 ? _ ("All") : _ ("Nearly all"));
  if (percent < 5)
    {
      count = number (100 / percent, 0);
      return g_strdup_printf (_ ("One in %s"), count);
    }
  count = bl_words_count ((guint) CLAMP (tenths, 1, 9));
  g_autofree char *capital = bl_text_sentence (count);
  return g_strdup_printf (_ ("%s in ten"), capital);
}

void
bl_words_reach (const BlReachByDay *reach, char **title, char **sentence)
{
  double sunday = 100 * reach->sunday / reach->people;
  g_autofree char *share = NULL, *on_sunday = NULL, *on_saturday = NULL, *ever = NULL;

  *title = *sentence = NULL;
  if (!(reach->people > 0) || !isfinite (reach->sunday + reach->saturday + reach->any))
    {
      *title = g_strdup (_ ("Near a library open on Sunday: no data"));
      *sentence = g_strdup_printf (
          _ ("How many of %s’s people live near a library open on Sunday is not known."), reach->place);
      return;
    }
  share = share_in_words (sunday);
  on_sunday = bl_words_value (sunday, BL_INDICATOR_KIND_SHARE, NULL);
  on_saturday = bl_words_value (100 * reach->saturday / reach->people, BL_INDICATOR_KIND_SHARE, NULL);
  ever = bl_words_value (100 * reach->any / reach->people, BL_INDICATOR_KIND_SHARE, NULL);
  *title = g_strdup_printf (sunday > 0 ? _ ("%s live near a library open on Sunday")
                                       : _ ("%s lives near a library open on Sunday"),
                            share);
  *sentence = g_strdup_printf (_ ("%1$s of %2$s’s people live within %3$s of a library open on Sunday, %4$s "
                                  "on Saturday and %5$s on any "
                                  "day."),
                               on_sunday, reach->place, reach->distance, on_saturday, ever);
}
