/* scale-private.h: what the ticks of numbers and of time share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "scale.h"

G_BEGIN_DECLS

/* Takes @text. */
void bl_scale_add_tick (GArray *ticks, double at, double from, char *text, gboolean minor);
void bl_scale_add_times (const BlScale *self, guint wanted, GArray *ticks);

G_END_DECLS
