/* row-bar.h: one lying bar of a list, with its number at its end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "palette.h"

G_BEGIN_DECLS

typedef enum
{
  BL_ROW_BAR_REFERENCE, /* what the others are measured by: ink */
  BL_ROW_BAR_PLAIN,
  BL_ROW_BAR_FOCUS,     /* the finding speaks of it: orange */
  BL_ROW_BAR_GAIN,      /* the same of something gained: teal */
  BL_ROW_BAR_HATCHED,   /* blue hatching: it does not count fully */
} BlRowBarKind;

/**
 * BlRowBar: lengths are shares of the longest bar of the list, 0 to 1.
 */
typedef struct
{
  double length;     /* NaN: only the words */
  double reference;  /* a dashed line from row to row at this length; NaN for none */
  BlRowBarKind kind;
  const char *text;  /* "11.1%", "nobody" */
  double text_room;  /* px kept free for the longest text of the list */
} BlRowBar;

void bl_row_bar_paint (cairo_t *cr, double x, double y, double width, double height, const BlRowBar *bar,
                       double text_scale, const BlPalette *palette);
/* How wide @text is drawn, for text_room. */
double bl_row_bar_measure (const char *text, double text_scale);

G_END_DECLS
