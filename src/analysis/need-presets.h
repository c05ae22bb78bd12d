/* need-presets.h: ways of ranking need, ready to use
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "needs.h"

G_BEGIN_DECLS

/**
 * BlNeedPreset: an index to start from. Texts are untranslated (N_()).
 */
typedef struct
{
  const char *name;      /* "branchline", "worcestershire", "essex" */
  const char *title;     /* "In the manner of Worcestershire" */
  const char *summary;   /* what it ranks and how, a sentence */
  const char *unknown;   /* what is not known of the original, sentences; NULL for our own */
  gboolean of_libraries;
  guint n_tiers;         /* libraries are put in so many groups of equal size, the highest first; 0: none */
  BlNormalise normalise;
  guint n_measures;
  struct
  {
    const char *value;
    const char *title;   /* NULL: the usual one */
    BlDirection direction;
    double weight;
  } measures[6];
} BlNeedPreset;

extern const BlNeedPreset bl_need_presets[]; /* ends with a name of NULL; the first is the default */
const BlNeedPreset *bl_need_preset_find (const char *name); /* NULL when there is none */

BlNeedsQuestion *bl_need_preset_to_question (const BlNeedPreset *preset);
/* A record outside any project, without ids, named after the preset. */
BlNeedsIndex *bl_need_preset_to_index (const BlNeedPreset *preset);
/* What the project lacks for @question: sentences, array of char*, empty when nothing. */
GPtrArray *bl_needs_question_lacks (const BlFacts *facts, const BlNeedsQuestion *question);
/* The tier of each row, 1 the highest need; 0 where not known. Free with g_free(). */
guint *bl_need_preset_tiers (const BlNeedPreset *preset, const BlNeeds *needs);

G_END_DECLS
