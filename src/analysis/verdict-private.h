/* verdict-private.h: the parts of a judgement
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "verdict.h"

G_BEGIN_DECLS

/* Whether a value of a year or a month can be set against another: known, and not of part of its time. */
gboolean bl_observation_is_whole (const BlObservation *item);
/* Years and the like: judged in pairs. */
gboolean bl_judge_in_pairs (const BlObservations *self, const BlJudgeQuestion *question);
const BlJudgeLines *bl_judge_get_lines (const BlJudgeQuestion *question);
gboolean bl_judge_in_points (BlIndicatorKind kind);

/* verdict-segments.c: fills points, segments and signals. */
void bl_judge_segments (BlJudgement *self, const BlObservations *observations, const BlJudgeQuestion *question);
/* The segment of an index; NULL where it belongs to none. */
const BlSegment *bl_judge_find_segment (const BlJudgement *self, int index);

/* verdict-pair.c: the verdict of a year, or of the part known of it. */
void bl_judge_pair (BlJudgement *self, const BlObservations *observations, const BlJudgeQuestion *question);
/* The last mark of those that bar a comparison between two periods; NULL where none does. */
const BlMark *bl_judge_find_bar (const BlObservations *observations, const BlPeriod *earlier, const BlPeriod *later);
/* Holds what the sister did against how the series itself moved, in percent. */
void bl_judge_sister (BlJudgement *self, double own, double before, double after, const BlJudgeQuestion *question);

/* verdict-target.c: light, reliance, distance, the way from the baseline. */
void bl_judge_target (BlJudgement *self, const BlObservations *observations, const BlJudgeQuestion *question);

G_END_DECLS
