/* cells.h: what people and spreadsheets write in a cell, read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BlCellState: how a cell was read.
 */
typedef enum
{
  BL_CELL_BLANK,   /* nothing, or a word for nothing: "n/a", "none", "-" */
  BL_CELL_READ,    /* as it stands, at most without blanks and in the usual case */
  BL_CELL_MENDED,  /* can be read after a change a person should see */
  BL_CELL_UNREAD,  /* says something, but not this */
} BlCellState;

/* White space only, or a word that says that nothing is known: "n/a", "none", "-", "unknown", "tbc". */
gboolean bl_cell_is_blank (const char *text);
/* Words that statistics put where a number is withheld or missing: "*", "..", "c", ":", "[x]", "-". */
gboolean bl_cell_is_withheld (const char *text);

/* Digits without the noughts in front (MENDED); UNREAD for "4.51E+09", whose last digits are lost. */
BlCellState bl_cell_read_uprn (const char *text, char **uprn);
/* "NE5 3PN": case and blank set right without a word; the letter O for nought is MENDED. */
BlCellState bl_cell_read_postcode (const char *text, char **postcode);
/* A year; MENDED where it is one four-digit number among other text ("April 2014", "01/04/2014"). */
BlCellState bl_cell_read_year (const char *text, int *year);
/* @yes: "Yes", "y", "true", "1", "X" and their contraries. */
BlCellState bl_cell_read_yes_no (const char *text, gboolean *yes);
/* Opening hours of a day as the project holds them ("10:00-13:00 14:00-17:00", "closed");
 * MENDED for "0900-1700", "9am-5pm", "10 to 4.30pm". */
BlCellState bl_cell_read_hours (const char *text, char **hours);

G_END_DECLS
