/* count-range.c: counts of people of which some may not be given
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "count-range.h"

#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

BlCountRange
bl_count_range_make (double count, double held_back, guint below)
{
  BlCountRange range = { 0, 0 };

  if (count >= BL_COUNT_LEAST)
    range = (BlCountRange){ count, count };
  else if (count > 0)
    range = (BlCountRange){ 1, BL_COUNT_LEAST - 1 };
  if (held_back > 0)
    {
      range.low += held_back;
      range.high += held_back * ((below > 1 ? below : BL_COUNT_LEAST) - 1);
    }
  return range;
}

BlCountRange
bl_count_range_add (BlCountRange a, BlCountRange b)
{
  return (BlCountRange){ a.low + b.low, a.high + b.high };
}

gboolean
bl_count_range_is_exact (BlCountRange range)
{
  return range.low == range.high;
}

BlCountRange
bl_count_range_percent_of (BlCountRange range, double people)
{
  if (!(people > 0))
    return (BlCountRange){ NAN, NAN };
  return (BlCountRange){ 100 * range.low / people, 100 * range.high / people };
}

BlCountRange
bl_count_range_share (BlCountRange part, BlCountRange rest)
{
  /* The least share is of the least part and the most others. */
  return (BlCountRange){
    part.low + rest.high > 0 ? 100 * part.low / (part.low + rest.high) : NAN,
    part.high + rest.low > 0 ? 100 * part.high / (part.high + rest.low) : NAN,
  };
}

char *
bl_count_range_to_text (BlCountRange range)
{
  g_autofree char *low = bl_text_number (range.low, 0), *high = bl_text_number (range.high, 0);

  if (bl_count_range_is_exact (range))
    return g_steal_pointer (&low);
  if (range.high < BL_COUNT_LEAST)
    return g_strdup_printf (_ ("fewer than %d"), BL_COUNT_LEAST);
  return g_strdup_printf (_ ("%s to %s"), low, high);
}
