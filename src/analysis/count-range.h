/* count-range.h: counts of people of which some may not be given
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Counts of people under this are not given. */
#define BL_COUNT_LEAST 5

/**
 * BlCountRange: a count, or between which two it lies. Sums are made of what may
 * be shown, so that no count that is held back can be found by subtraction.
 */
typedef struct
{
  double low, high; /* both included */
} BlCountRange;

/* What may be shown of one count in a source: @count (NaN or 0: nobody), and beside it @held_back counts
 * which the source itself gives only as under @below (0: not known, then under 5). */
BlCountRange bl_count_range_make (double count, double held_back, guint below);
BlCountRange bl_count_range_add (BlCountRange a, BlCountRange b);
gboolean bl_count_range_is_exact (BlCountRange range);
/* Percent of @people: of a number that is known. NaN where nobody is. */
BlCountRange bl_count_range_percent_of (BlCountRange range, double people);
/* @part in percent of @part and @rest together; NaN where both may be nobody. */
BlCountRange bl_count_range_share (BlCountRange part, BlCountRange rest);
/* "1,234", "1,230 to 1,242", "fewer than 5". */
char *bl_count_range_to_text (BlCountRange range);

G_END_DECLS
