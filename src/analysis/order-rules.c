/* order-rules.c: in which order the dates of a plan stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "order-rules.h"

#include <string.h>

/* --- Days ------------------------------------------------------------------------- */

static guint32
make_day (int year, int month, int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

/* Monday is 1, Sunday 7. */
static guint
get_weekday (guint32 day)
{
  return (day - 1) % 7 + 1; /* day 1 of GDate was a Monday */
}

/* Easter Sunday by the Gregorian calendar (the anonymous algorithm of 1876). */
static guint32
find_easter (int year)
{
  int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25,
      g = (b - f + 1) / 3;
  int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  int m = (a + 11 * h + 22 * l) / 451, month = (h + l - 7 * m + 114) / 31,
      day = (h + l - 7 * m + 114) % 31 + 1;

  return make_day (year, month, day);
}

/* The first (or last) Monday of a month. */
static guint32
find_monday (int year, int month, gboolean last)
{
  guint32 day = last ? make_day (year, month, g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year))
                     : make_day (year, month, 1);

  while (get_weekday (day) != 1)
    day += last ? -1 : 1;
  return day;
}

/* Moved or added by proclamation. */
static const struct
{
  int year, month, day;
  gboolean off; /* a usual one that was moved away */
} proclaimed[] = {
  { 2011, 4, 29, FALSE }, { 2012, 6, 4, FALSE },  { 2012, 6, 5, FALSE }, { 2012, 5, 28, TRUE },
  { 2020, 5, 8, FALSE },  { 2020, 5, 4, TRUE },   { 2022, 6, 2, FALSE }, { 2022, 6, 3, FALSE },
  { 2022, 5, 30, TRUE },  { 2022, 9, 19, FALSE }, { 2023, 5, 8, FALSE },
};

gboolean
bl_days_is_bank_holiday (guint32 day)
{
  GDate date;
  guint32 easter, new_year, christmas, substitutes[3];
  int year;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  year = g_date_get_year (&date);
  for (guint i = 0; i < G_N_ELEMENTS (proclaimed); i++)
    if (day == make_day (proclaimed[i].year, proclaimed[i].month, proclaimed[i].day))
      return !proclaimed[i].off;
  easter = find_easter (year);
  new_year = make_day (year, 1, 1);
  christmas = make_day (year, 12, 25);
  /* At a weekend they are kept on the next days that are none. */
  substitutes[0] = get_weekday (new_year) > 5 ? new_year + 8 - get_weekday (new_year) : new_year;
  substitutes[1] = get_weekday (christmas) > 5 ? make_day (year, 12, 27) : christmas;
  substitutes[2] = get_weekday (christmas) > 5 || get_weekday (christmas + 1) > 5 ? make_day (year, 12, 28)
                                                                                  : christmas + 1;
  if (get_weekday (christmas) == 7)
    substitutes[2] = christmas + 1, substitutes[1] = make_day (year, 12, 27);
  return day == easter - 2 || day == easter + 1 || day == find_monday (year, 5, FALSE)
         || day == find_monday (year, 5, TRUE) || day == find_monday (year, 8, TRUE) || day == substitutes[0]
         || day == substitutes[1] || day == substitutes[2];
}

int
bl_days_clear (guint32 from, guint32 until)
{
  return (int) until - (int) from - 1;
}

int
bl_days_clear_working (guint32 from, guint32 until)
{
  int n = 0;

  if (until <= from)
    return bl_days_clear (from, until);
  for (guint32 day = from + 1; day < until; day++)
    n += get_weekday (day) <= 5 && !bl_days_is_bank_holiday (day);
  return n;
}

/* Whole months from one to the other. */
static int
count_months (guint32 from, guint32 until)
{
  GDate date;
  int n = 0;

  if (until < from)
    return -1;
  for (;; n++)
    {
      g_date_clear (&date, 1);
      g_date_set_julian (&date, from);
      g_date_add_months (&date, (guint) n + 1);
      if (g_date_get_julian (&date) > until)
        return n;
    }
}

/* --- Rules -------------------------------------------------------------------------- */

/* The first number in @text. */
static guint
find_number (const char *text)
{
  while (text != NULL && *text != '\0' && !g_ascii_isdigit (*text))
    text++;
  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : 0;
}

gboolean
bl_order_rule_read (BlCatalogueItem *item, BlOrderRule *rule)
{
  const char *relation = bl_catalogue_item_get (item, "relation"), *gap = bl_catalogue_item_get (item, "gap");
  gboolean most = gap != NULL && strstr (gap, "≤") != NULL;

  *rule = (BlOrderRule){
    .item = bl_record_get_text (BL_RECORD (item), "item"),
    .earlier = bl_catalogue_item_get (item, "earlier"),
    .later = bl_catalogue_item_get (item, "later"),
    .why = bl_record_get_text (BL_RECORD (item), "title"),
    .gap = find_number (gap),
  };
  if (relation == NULL || rule->earlier == NULL || rule->later == NULL)
    return FALSE;
  if (g_str_equal (relation, "not-after"))
    rule->relation = BL_ORDER_NOT_AFTER;
  else if (g_str_equal (relation, "before"))
    rule->relation = rule->gap > 0 ? BL_ORDER_LENGTH : BL_ORDER_BEFORE;
  else if (g_str_equal (relation, "clear days") && rule->gap > 0)
    rule->relation = strstr (gap, "working") != NULL ? BL_ORDER_CLEAR_WORKING_DAYS : BL_ORDER_CLEAR_DAYS;
  else if (g_str_equal (relation, "months") && rule->gap > 0)
    rule->relation = most ? BL_ORDER_MONTHS_AT_MOST : BL_ORDER_MONTHS_AT_LEAST;
  else if (g_str_equal (relation, "no overlap"))
    rule->relation = BL_ORDER_NO_OVERLAP;
  else
    return FALSE;
  return TRUE;
}

/* Days that two stretches share. */
static int
count_shared (const BlOrderDate *a, const BlOrderDate *b)
{
  guint32 from = MAX (a->from, b->from), until = MIN (MAX (a->from, a->until), MAX (b->from, b->until));

  return until >= from ? (int) (until - from + 1) : 0;
}

BlOrderAnswer
bl_order_rule_check (const BlOrderRule *rule,
                     const BlOrderDate *earlier,
                     const BlOrderDate *later,
                     int *found)
{
  int number = 0;
  gboolean holds = TRUE;

  if (earlier->from == 0 || later->from == 0)
    return BL_ORDER_SILENT;
  switch (rule->relation)
    {
    case BL_ORDER_NOT_AFTER:
    case BL_ORDER_BEFORE:
    case BL_ORDER_LENGTH:
      number = (int) later->from - (int) earlier->from;
      holds = number >= (rule->relation == BL_ORDER_NOT_AFTER ? 0
                         : rule->relation == BL_ORDER_BEFORE  ? 1
                                                              : (int) rule->gap);
      break;
    case BL_ORDER_CLEAR_DAYS:
      number = bl_days_clear (earlier->from, later->from);
      holds = number >= (int) rule->gap;
      break;
    case BL_ORDER_CLEAR_WORKING_DAYS:
      number = bl_days_clear_working (earlier->from, later->from);
      holds = number >= (int) rule->gap;
      break;
    case BL_ORDER_MONTHS_AT_LEAST:
      number = count_months (earlier->from, later->from);
      holds = number >= (int) rule->gap;
      break;
    case BL_ORDER_MONTHS_AT_MOST:
      number = count_months (earlier->from, later->from);
      holds = number >= 0
              && (number < (int) rule->gap
                  || (number == (int) rule->gap && count_months (earlier->from, later->from - 1) < number));
      break;
    case BL_ORDER_NO_OVERLAP:
    default:
      number = count_shared (earlier, later);
      holds = number == 0;
      break;
    }
  if (found != NULL)
    *found = number;
  return holds ? BL_ORDER_HOLDS : BL_ORDER_FAILS;
}
