/* differing.h: what differs between two states of a project, thing by thing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "compare.h"
#include "project.h"

G_BEGIN_DECLS

/**
 * BlDifferingThing: one thing right under the project (a library, a figure by
 * area), with all that differs in it and below it.
 */
typedef struct
{
  char *record; /* id; the project's own for its own fields */
  char *place;  /* where it stands: "libraries", "areas"; NULL for the project */
  char *name;   /* what a person calls it */
  BlDifferenceKind kind;
  GPtrArray *lines; /* sentences: "Opening hours on Monday was “closed”, is now “10:00-14:00”" */
} BlDifferingThing;

void bl_differing_thing_free (BlDifferingThing *thing);
/* Array of BlDifferingThing, in the order of @now; what is gone follows. Where
 * @then is a marked version (@without_versions), versions are no part of it. */
GPtrArray *bl_differing_things (BlProject *then, BlProject *now, gboolean without_versions);
/* "3 libraries changed, 1 removed; 2 figures by area added", or "Nothing differs". */
char *bl_differing_things_to_line (GPtrArray *things);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlDifferingThing, bl_differing_thing_free)

G_END_DECLS
