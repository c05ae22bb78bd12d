/* needs-option.h: which index of need a command is asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "need-presets.h"

G_BEGIN_DECLS

/**
 * BlNeedsOption: the words given; NULL where not.
 */
typedef struct
{
  const char *index, *preset, *weights, *normalise;
  gboolean of_libraries; /* measures given in words are of libraries where they are no measures of areas */
} BlNeedsOption;

/**
 * BlNeedsAsked: what they mean.
 */
typedef struct
{
  BlNeedsQuestion *question;
  const BlNeedPreset *preset; /* NULL when made from none */
  char *id;                   /* of the record; NULL when it is none */
  char *title;
} BlNeedsAsked;

/* Errors as those of analysis: ASKED for names that mean nothing. */
BlNeedsAsked *bl_needs_option_read (BlProject *project, const BlFacts *facts, const BlNeedsOption *option,
                                    GError **error);
void bl_needs_asked_free (BlNeedsAsked *asked);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlNeedsAsked, bl_needs_asked_free)

G_END_DECLS
