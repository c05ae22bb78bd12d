/* yardstick.h: how near is near enough, as a person chooses it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "access.h"

G_BEGIN_DECLS

/**
 * BlYardstick: a limit, how people get there, and its words.
 */
typedef struct
{
  BlMeasure measure;
  double limit;      /* metres or minutes */
  BlTravel travel;
  char *title;       /* of the choice: "Within 1 mile" */
  char *within;      /* in a label: "within a mile", "within 15 minutes on foot by road" */
  char *beyond;      /* "beyond a mile" */
  /*< private >*/
  char *table;       /* what @travel points to */
} BlYardstick;

/* Metres in a straight line. */
BlYardstick *bl_yardstick_new (const BlFacts *facts, double metres);
BlYardstick *bl_yardstick_copy (const BlYardstick *self);
void bl_yardstick_free (BlYardstick *self);
/* "Within a mile" of "within a mile". */
char *bl_yardstick_capital (const char *words);
/* Those that councils measure by and @facts can answer: 1 mile, 1,200 m, 1.5 miles, 2 miles and
 * 2,400 m in a straight line; by road where there is a network; by each table of travel times. Of BlYardstick. */
GPtrArray *bl_yardstick_list (const BlFacts *facts);
/* Sets limits, minutes and travel of @question, which borrows from @self. */
void bl_yardstick_ask (const BlYardstick *self, BlAccessQuestion *question);
gboolean bl_yardstick_equal (const BlYardstick *a, const BlYardstick *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlYardstick, bl_yardstick_free)

G_END_DECLS
