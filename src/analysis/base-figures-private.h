/* base-figures-private.h: parts of base-figures that its files share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base-figures.h"

G_BEGIN_DECLS

/* Measures made of measures made of measures. */
#define MAX_DEPTH 8

struct _BlBaseFigures
{
  BlProject *project;
  BlFacts *facts;
  BlDictionary *dictionary;
  guint64 revision;
  GHashTable *figures; /* key -> BlBaseFigure */
  guint depth;
};

/**
 * BlBaseWanted: one question, so that its parts need not be handed on one by one.
 */
typedef struct
{
  BlBaseFigures *self;
  const char *item;       /* without parameters */
  const char *parameters; /* NULL */
  BlBaseMeasure *measure; /* NULL: an indicator's own series */
  const BlPlaceAsked *place;
  BlPeriodKind kind;
  BlBaseFigure *figure;
} BlBaseWanted;

void bl_base_take_values (BlBaseFigure *figure, BlObservations *values);
gboolean bl_base_has_known (const BlObservations *values);
BlAdd bl_base_rule_of (const BlBaseWanted *wanted, const char *field);
void bl_base_say_source (BlBaseFigure *figure, BlRecord *record);
const char *bl_base_service_code (const BlBaseWanted *wanted);
/* Longer periods by the measure's rule; nothing known where that cannot be. */
BlObservations *bl_base_to_kind (const BlBaseWanted *wanted, const BlObservations *values, const BlObservations *weights);

/* Where figures come from; each says whether it knows any. */
gboolean bl_base_from_points (BlBaseWanted *wanted);
gboolean bl_base_from_whole (BlBaseWanted *wanted, const char *code);
gboolean bl_base_from_comparisons (BlBaseWanted *wanted, const char *code);
gboolean bl_base_from_project (BlBaseWanted *wanted);
gboolean bl_base_from_service (BlBaseWanted *wanted);
gboolean bl_base_from_library_figures (BlBaseWanted *wanted);

G_END_DECLS
