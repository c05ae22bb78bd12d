/* best-sites.h: the search for which libraries to keep or where to open some, in a thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "site-plan.h"
#include "yardstick.h"

G_BEGIN_DECLS

/**
 * BlBestSites: what is asked and, once found, the answer. Reference counted
 * atomically; while a search runs it belongs to its thread.
 */
typedef struct
{
  BlFacts *facts;
  BlYardstick *yardstick;      /* how people get there, and within what */
  gboolean add;
  guint number;
  gboolean statutory, cross_boundary;
  BlObjective objective;
  GArray *open, *closed;       /* of guint: settled libraries, indices into the facts */
  /* The answer. */
  BlSitePlan *plan;
  BlAllocation *allocation;
  BlAllocationChoices *choices; /* the best first; NULL when stopped before any other was looked for */
  BlLayout today;
  /*< private >*/
  GMutex mutex;
  double gap;                  /* of now, while it runs */
  gatomicrefcount ref_count;
} BlBestSites;

BlBestSites *bl_best_sites_new (BlFacts *facts, const BlYardstick *yardstick);
BlBestSites *bl_best_sites_ref (BlBestSites *self);
void bl_best_sites_unref (BlBestSites *self);

/* Cancelled: the best so far is the answer. @seconds: it stops by itself then. */
void bl_best_sites_find_async (BlBestSites *self, double seconds, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer data);
gboolean bl_best_sites_find_finish (GAsyncResult *result, GError **error);
/* Percent by which a layout may still be better, while it runs; infinite before anything is known. Any thread. */
double bl_best_sites_get_gap (BlBestSites *self);

guint bl_best_sites_get_n_layouts (const BlBestSites *self);
const BlLayout *bl_best_sites_get_layout (const BlBestSites *self, guint layout);
/* "812 m on average", "283,585 people within 1 mile". */
char *bl_best_sites_describe_worth (const BlBestSites *self, const BlLayout *layout);
/* "No arrangement can be more than 0.4% better." */
char *bl_best_sites_describe_gap (const BlBestSites *self);
/* What a layout changes: names of libraries it closes and of places where it opens one. Of char *. */
GPtrArray *bl_best_sites_list_closed (const BlBestSites *self, guint layout);
GPtrArray *bl_best_sites_list_opened (const BlBestSites *self, guint layout);
/* Ids of the closed and places of the opened, for a scenario. @opened: of BlPoint. */
void bl_best_sites_get_changes (const BlBestSites *self, guint layout, GPtrArray *closed, GArray *opened);
/* "All of them close Kenton Library and Walker Library.", what all layouts have in common; NULL for nothing. */
char *bl_best_sites_describe_common (const BlBestSites *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlBestSites, bl_best_sites_unref)

G_END_DECLS
