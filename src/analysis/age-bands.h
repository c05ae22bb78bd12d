/* age-bands.h: ages that a project knows the people of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "facts.h"

G_BEGIN_DECLS

/**
 * BlAgeBand: people of some ages, a value of the project.
 */
typedef struct
{
  guint value;      /* index in facts->values */
  guint first, last; /* years of age; last is G_MAXUINT where it has no end */
  char *title;      /* "0 to 15", "60 and over" */
} BlAgeBand;

/* Of BlAgeBand, from the youngest: the counts of people named "aged_0_15", "aged_60_plus". Where some lie in
 * others the narrower are taken; none overlap. Empty: the project knows no ages. */
GPtrArray *bl_age_bands_find (const BlFacts *facts);
/* "aged_16_59": FALSE where @name is no band of ages. */
gboolean bl_age_bands_parse (const char *name, guint *first, guint *last);

G_END_DECLS
