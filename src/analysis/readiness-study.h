/* readiness-study.h: which papers and dates are recorded, how old they are, and in which order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plan-dates.h"

G_BEGIN_DECLS

/* No verdict: planning-content 3. */
typedef enum
{
  BL_READY_MISSING,
  BL_READY_PRESENT,
  BL_READY_OUT_OF_DATE,
  BL_READY_NOT_APPLICABLE,
} BlReadyState;
/* "missing", "present", "out-of-date", "not-applicable". */
const char *bl_ready_state_get_nick (BlReadyState state);
const char *bl_ready_state_get_title (BlReadyState state); /* untranslated (N_()) */

/**
 * BlReadyItem: one of the list. An item may be present and in the wrong order: both are told.
 */
typedef struct
{
  BlCatalogueItem *item;
  const char *id, *title, *group, *says, *kind; /* kind: "law", "guidance", "practice" */
  gboolean always;                              /* of this route; else when it applies */
  BlReadyState state;
  gboolean wrong_order;
  guint32 date;          /* of the paper; 0 */
  char *message;         /* neutral, naming dates; never NULL */
  char *order_message;   /* NULL */
  const char *rule;      /* the order rule that fails; NULL */
  BlReadinessNote *note; /* NULL */
} BlReadyItem;

typedef struct
{
  BlWorkflow *workflow;
  const char *notice; /* the line that stands on every screen and copy */
  guint n;
  BlReadyItem *items; /* those of the route, in the list's order */
  guint n_present, n_missing, n_out_of_date, n_not_applicable, n_wrong_order;
  /*< private >*/
  BlFramework *framework;
  GHashTable *dates;
} BlReadyStudy;

/* Of a route (workflow) of @project; @today: Julian. Main thread. NULL with @error where the list is not
 * installed. */
BlReadyStudy *bl_ready_study_new (BlProject *project, BlWorkflow *workflow, guint32 today, GError **error);
void bl_ready_study_free (BlReadyStudy *self);
const BlReadyItem *bl_ready_study_find (const BlReadyStudy *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlReadyStudy, bl_ready_study_free)

G_END_DECLS
