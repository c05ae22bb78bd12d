/* access-findings.h: what access seen whole says, in sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shown over charts in the window and in reports alike. Without full stop where they are titles.
 */
#pragma once

#include "curve.h"
#include "open-times.h"
#include "yardsticks.h"

G_BEGIN_DECLS

/* "Half live within 740 m of a library, nine in ten within 1,430 m". */
char *bl_finding_curve (const BlCurve *curve);
/* "Fewest can reach an open library on Sunday; most on Tuesday at 10:00, 93.1%". */
char *bl_finding_open_times (const BlOpenTimes *times);
/* Under it: "Share of people within 1 mile of a library that is open. 3 libraries’ hours are not
 * known: taken as closed." */
char *bl_finding_open_times_note (const BlFacts *facts, const BlOpenTimes *times, const BlTravel *travel);
/* "From 41.2% (1,200 m in a straight line) to 99.8% (20-minute drive)": the least and the most of all that can be told, for
 * everyone; NULL where none can. */
char *bl_finding_yardsticks (const BlYardsticks *yardsticks, BlCounting counting);
/* "Libraries of other services bring 1,234 more people within 1 mile": what crossing the boundary
 * changes by the first yardstick; NULL where it cannot be told. */
char *bl_finding_boundary (const BlYardsticks *yardsticks);
/* "Monday 10:00 to 11:00: 45.2%"; a line an hour that anybody is served. For those who do not see the strip. */
char *bl_open_times_to_text (const BlOpenTimes *times, char separator);

G_END_DECLS
