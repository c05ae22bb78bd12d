/* stop-cells.h: what timetables of mobile libraries write in a cell, read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cells.h"

G_BEGIN_DECLS

/* "09:40" of "9.40", "0940", "9:40 am", "2.15pm": a time is a time without a word. */
BlCellState bl_cell_read_time (const char *text, char **time);
/* "Tuesday"; of "Tues" and "tue" without a word. */
BlCellState bl_cell_read_weekday (const char *text, char **day);
/* Number of a weekday as bl_cell_read_weekday() gives it: 1 Monday … 7, as of GDate; 0 for none. */
int bl_weekday_number (const char *day);
/* An iCalendar rule of weeks or months as it stands; MENDED for words with one
 * meaning ("fortnightly", "every 4 weeks", "4 weekly"). */
BlCellState bl_cell_read_frequency (const char *text, char **rule);

G_END_DECLS
