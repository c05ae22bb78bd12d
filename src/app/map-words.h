/* map-words.h: the sentences of the map page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map-figures.h"

G_BEGIN_DECLS

/* "Over half live in the least deprived tenth": the finding above the bars, in
 * ten words or fewer; @focus (BL_MAP_DECILES long) says of which bars it speaks. */
char *bl_map_words_deciles (const BlMapFigures *figures, gboolean *focus);
/* "1: 0, 2: 0, 3: 1,500 …" for people who do not see the bars. */
char *bl_map_words_decile_table (const BlMapFigures *figures);

/* The three things a card and a row say of an area, two in one: "1,708 people,
 * decile 10" and "1,736 m to Gosforth". @access may be NULL. */
char *bl_map_words_area_people (const BlFacts *facts, int area);
char *bl_map_words_area_distance (const BlFacts *facts, const BlAccess *access, gboolean by_road, int area);

/* "Gosforth Library is picked: 23,502 people live nearest to it …": what a
 * person who does not see the map is told. @figures NULL: it has no catchment. */
char *bl_map_words_pick (const BlFacts *facts, const BlAccess *access, gboolean by_road, const BlMapFigures *figures, int library,
                         int area);
/* "Without it, 23,502 people would travel 611 m further on average …" */
char *bl_map_words_closure (const BlMapClosure *closure);
/* "Nearest open library in a straight line from where people live. Population mid-2019 …" */
char *bl_map_words_sources (const BlFacts *facts, const BlAccessQuestion *asked);
/* "12 min", or the words for not known. */
char *bl_map_words_minutes (double minutes);
/* "Council run" as a tag says it. */
const char *bl_map_words_run_by (const BlFactsLibrary *library);
/* "23 hours a week", or NULL when not known. */
char *bl_map_words_hours (BlLibrary *library);
/* "2,345", or the words for not known. */
char *bl_map_words_number (double value);
char *bl_map_words_percent (double percent);
char *bl_map_words_distance (double metres);

G_END_DECLS
