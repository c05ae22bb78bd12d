/* groups.h: counts of people by area, asked for by name or rule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "facts.h"

G_BEGIN_DECLS

/**
 * BlGroupCounts: people of a group in each area.
 */
typedef struct
{
  char *name;        /* as asked for: "aged_0_15", "imd_decile<=2" */
  char *title;       /* for people: "People in deprivation deciles 1 to 2" */
  double *people;    /* n_areas; NaN where not known */
  double total;      /* of known areas */
  guint unknown;     /* areas without a figure */
} BlGroupCounts;

/* @definition: the name of a saved group or of a value of kind count, or
 * NAME<=N, NAME>=N, NAME=A..B (also NAME=N) on a value of kind rank, rate or decile: then
 * the population of the areas that meet it. An area without the figure the
 * rule asks for is unknown, never 0. */
BlGroupCounts *bl_group_counts_new (const BlFacts *facts, const char *definition, GError **error);
void bl_group_counts_free (BlGroupCounts *counts);
/* Definitions worth offering for this project: every count but "population",
 * saved groups, and deciles 1–2 of every decile value. Array of char*. */
GPtrArray *bl_group_suggestions (const BlFacts *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlGroupCounts, bl_group_counts_free)

G_END_DECLS
