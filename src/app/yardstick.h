/* yardstick.h: how near is near enough, as a person chooses it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "access.h"

G_BEGIN_DECLS

/**
 * BlYardstick: a distance and its words.
 */
typedef struct
{
  double metres;
  char *title;   /* of the choice: "Within 1 mile" */
  char *within;  /* in a label: "within a mile", "within 2 miles" */
} BlYardstick;

BlYardstick *bl_yardstick_new (double metres);
void bl_yardstick_free (BlYardstick *self);
/* 1 mile, 1,200 m, 1.5 miles, 2 miles, 2,400 m: those that councils measure by. Of BlYardstick. */
GPtrArray *bl_yardstick_list (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlYardstick, bl_yardstick_free)

G_END_DECLS
