/* grid-reference.c: references of the National Grid, "NZ 245 682"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "grid-reference.h"

#include <math.h>
#include <string.h>

/* Source: Ordnance Survey, "A guide to coordinate systems in Great Britain",
 * section on the National Grid: squares of 500 km, then of 100 km, each named by
 * a letter A to Z without I, in rows of five from the north-west. The squares in
 * use are 7 from west to east and 13 from south to north of the false origin,
 * which is the south-west corner of SV. */
#define SQUARES_EAST 7
#define SQUARES_NORTH 13
#define SQUARE 100000 /* metres */
#define MOST_DIGITS 10

/* Place of a letter, 0 to 24; -1 for I and what is no letter. */
static int
place_of (char c)
{
  char letter = g_ascii_toupper (c);

  if (letter < 'A' || letter > 'Z' || letter == 'I')
    return -1;
  return letter - 'A' - (letter > 'I');
}

static char
letter_at (int place)
{
  return (char) ('A' + place + (place >= 'I' - 'A'));
}

/* Column and row of the square of 100 km. */
static gboolean
read_square (const char *letters, int *east, int *north)
{
  int large = place_of (letters[0]), small = large < 0 ? -1 : place_of (letters[1]);

  if (large < 0 || small < 0)
    return FALSE;
  *east = (large % 5 - 2) * 5 + small % 5;
  *north = (3 - large / 5) * 5 + 4 - small / 5;
  return *east >= 0 && *east < SQUARES_EAST && *north >= 0 && *north < SQUARES_NORTH;
}

gboolean
bl_grid_reference_parse (const char *text, BlPoint *point, double *side)
{
  char packed[2 + MOST_DIGITS + 1];
  gsize n = 0, digits;
  int east, north;
  gint64 x, y;
  double size;

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    {
      if (g_ascii_isspace (*p))
        continue;
      if (n == sizeof packed - 1 || (n >= 2 && !g_ascii_isdigit (*p)))
        return FALSE;
      packed[n++] = *p;
    }
  packed[n] = '\0';
  if (n < 4 || n % 2 != 0 || !read_square (packed, &east, &north))
    return FALSE;
  digits = (n - 2) / 2;
  size = SQUARE / pow (10, (double) digits);
  y = g_ascii_strtoll (packed + 2 + digits, NULL, 10);
  packed[2 + digits] = '\0';
  x = g_ascii_strtoll (packed + 2, NULL, 10);
  if (point != NULL)
    *point = (BlPoint){ (double) east * SQUARE + (double) x * size,
                        (double) north * SQUARE + (double) y * size };
  if (side != NULL)
    *side = size;
  return TRUE;
}

char *
bl_grid_reference_to_text (BlPoint point)
{
  int east, north, across, up;

  if (!(point.x >= 0 && point.x < SQUARES_EAST * SQUARE && point.y >= 0 && point.y < SQUARES_NORTH * SQUARE))
    return NULL;
  east = (int) (point.x / SQUARE);
  north = (int) (point.y / SQUARE);
  across = east / 5 + 2;
  up = 3 - north / 5;
  return g_strdup_printf ("%c%c %05d %05d", letter_at (up * 5 + across),
                          letter_at ((4 - north % 5) * 5 + east % 5), (int) point.x % SQUARE,
                          (int) point.y % SQUARE);
}
