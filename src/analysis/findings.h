/* findings.h: what the figures say, in ten words or fewer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Titles of cards, charts and pages, in the window and in reports alike.
 * Sentences that stand as titles have no full stop.
 */
#pragma once

#include "deciles.h"
#include "key-figures.h"

G_BEGIN_DECLS

/* "19,235 people live more than a mile away", "Everyone lives within a mile of
 * a library"; what is missing where it is not known. */
char *bl_finding_beyond_mile (const BlKeyFigures *figures);
/* "Nobody is beyond two miles.", "140,601 are beyond two miles."; NULL where not known. */
char *bl_finding_beyond_two_miles (const BlKeyFigures *figures);
/* "283,585 of 302,820 people"; NULL where not known. */
char *bl_finding_within_mile (const BlKeyFigures *figures);
/* "464.5 hours a week; 1 not known", "Opening hours not known". */
char *bl_finding_hours (const BlKeyFigures *figures);
/* "20 open libraries, 14 of them statutory", "No library is open in 2023". */
char *bl_finding_libraries (const BlKeyFigures *figures);
/* Who is least often within a mile: "Fewer aged 60 and over live within a
 * mile"; NULL where no group is known. */
char *bl_finding_groups (const BlKeyFigures *figures);

/* How deprived people are: "Over half live in the least deprived tenth";
 * NULL when there is nobody. */
char *bl_finding_deprivation (const BlDeciles *deciles);
/* "Outer West has the most people: 25,615" of @catchments; NULL when none has any. */
char *bl_finding_largest_catchment (const BlFacts *facts, const BlCatchments *catchments);
/* "15 of 175 areas are nearest to Gosforth". */
char *bl_finding_catchment (const BlFacts *facts, const BlCatchment *catchment);

G_END_DECLS
