/* indicator-study.h: one indicator as it is looked at: place, period, season, stretch, and what they say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "indicator-chart.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * BlIndicatorStudy: the answers that the view, its pane and its events share, worked out at first question and kept
 * until something changes: the project, or what is asked. None of it is document.
 *
 * Signal "changed": the answers are others.
 */
#define BL_TYPE_INDICATOR_STUDY (bl_indicator_study_get_type ())
G_DECLARE_FINAL_TYPE (BlIndicatorStudy, bl_indicator_study, BL, INDICATOR_STUDY, GObject)

BlIndicatorStudy *bl_indicator_study_new (BlSession *session);
BlSession *bl_indicator_study_get_session (BlIndicatorStudy *self);
/* NULL: none. What was asked of the one before is forgotten. */
void bl_indicator_study_set_indicator (BlIndicatorStudy *self, BlIndicator *indicator);
BlIndicator *bl_indicator_study_get_indicator (BlIndicatorStudy *self);

/* What is asked. @library: id of a library, or the name of a point that is none; NULL: the service. */
void bl_indicator_study_set_place (BlIndicatorStudy *self, const char *library);
const char *bl_indicator_study_get_place (BlIndicatorStudy *self);
void bl_indicator_study_set_period (BlIndicatorStudy *self, BlPeriodKind kind);
/* That of the values; of none that of the indicator. */
BlPeriodKind bl_indicator_study_get_period (BlIndicatorStudy *self);
/* The season is left in the values that are judged. */
void bl_indicator_study_set_raw (BlIndicatorStudy *self, gboolean raw);
gboolean bl_indicator_study_get_raw (BlIndicatorStudy *self);
/* Whether a season was found, and so can be left in. */
gboolean bl_indicator_study_has_season (BlIndicatorStudy *self);
/* All years are looked at, not only the newest. */
void bl_indicator_study_set_all_years (BlIndicatorStudy *self, gboolean all);
gboolean bl_indicator_study_get_all_years (BlIndicatorStudy *self);
/* Whether there are older ones than those shown first. */
gboolean bl_indicator_study_has_more_years (BlIndicatorStudy *self);
/* One of bl_indicator_study_get_charts(); another one is the usual. */
void bl_indicator_study_set_chart_kind (BlIndicatorStudy *self, BlChartKind kind);
BlChartKind bl_indicator_study_get_chart_kind (BlIndicatorStudy *self);
/* Only the periods between two Julian days (the first, and one in the last) are judged; 0 and 0: all. */
void bl_indicator_study_set_stretch (BlIndicatorStudy *self, guint32 from, guint32 until);
gboolean bl_indicator_study_get_stretch (BlIndicatorStudy *self, BlPeriod *from, BlPeriod *until);

/* The answers; NULL without an indicator, and where the dictionary is not installed, which @reason (may be NULL) says. */
const BlIndicatorValues *bl_indicator_study_get_values (BlIndicatorStudy *self, const char **reason);
const BlJudgement *bl_indicator_study_get_judgement (BlIndicatorStudy *self);
guint bl_indicator_study_get_charts (BlIndicatorStudy *self, BlChartKind kinds[8]);
/* NULL: there is nothing to draw. */
BlChart *bl_indicator_study_get_chart (BlIndicatorStudy *self);
/* Where it can be asked: ids (NULL for the service) and names, the service first; arrays of char *, owned by the study. */
GPtrArray *bl_indicator_study_get_places (BlIndicatorStudy *self, GPtrArray **names);
/* Kinds of period there are figures by; how many. */
guint bl_indicator_study_get_periods (BlIndicatorStudy *self, BlPeriodKind kinds[8]);

G_END_DECLS
