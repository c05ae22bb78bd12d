/* best-sites.c: the search for which libraries to keep or where to open some, in a thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "best-sites.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "text.h"

/* Other layouts are looked for up to this share worse, in percent, and so many of them. */
#define NEAR 2.0
#define MOST_LAYOUTS 6

BlBestSites *
bl_best_sites_new (BlFacts *facts, const BlYardstick *yardstick)
{
  BlBestSites *self = g_new0 (BlBestSites, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  self->facts = bl_facts_ref (facts);
  self->yardstick = bl_yardstick_copy (yardstick);
  self->open = g_array_new (FALSE, FALSE, sizeof (guint));
  self->closed = g_array_new (FALSE, FALSE, sizeof (guint));
  self->gap = INFINITY;
  return self;
}

BlBestSites *
bl_best_sites_ref (BlBestSites *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
clear_answer (BlBestSites *self)
{
  g_clear_pointer (&self->choices, bl_allocation_choices_free);
  g_clear_pointer (&self->allocation, bl_allocation_free);
  g_clear_pointer (&self->plan, bl_site_plan_free);
  bl_site_plan_layout_clear (&self->today);
  self->today = (BlLayout){ 0 };
}

void
bl_best_sites_unref (BlBestSites *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  clear_answer (self);
  bl_facts_unref (self->facts);
  bl_yardstick_free (self->yardstick);
  g_array_unref (self->open);
  g_array_unref (self->closed);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/* --- In the thread -------------------------------------------------------------- */

static void
on_progress (double gap, gpointer data)
{
  BlBestSites *self = data;

  g_mutex_lock (&self->mutex);
  self->gap = gap;
  g_mutex_unlock (&self->mutex);
}

static void
make_question (BlBestSites *self, BlSiteQuestion *question)
{
  *question = (BlSiteQuestion){
    .add = self->add,
    .number = self->number,
    .statutory = self->statutory,
    .cross_boundary = self->cross_boundary,
    .travel = self->yardstick->travel,
    .objective = self->objective,
    .within = self->yardstick->limit,
    .open = (guint *) (gpointer) self->open->data,
    .n_open = self->open->len,
    .closed = (guint *) (gpointer) self->closed->data,
    .n_closed = self->closed->len,
  };
}

typedef struct
{
  BlBestSites *sites;
  double seconds;
} Search;

static void
search_free (Search *search)
{
  bl_best_sites_unref (search->sites);
  g_free (search);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *search = data;
  BlBestSites *self = search->sites;
  BlSiteQuestion question;
  BlAllocationQuestion asked;
  GError *error = NULL;

  make_question (self, &question);
  self->plan = bl_site_plan_new (self->facts, &question, NULL, cancellable, &error);
  if (self->plan == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  bl_site_plan_ask (self->plan, &question, &asked);
  asked.seconds = search->seconds;
  asked.cancellable = cancellable;
  asked.progress = on_progress;
  asked.progress_data = self;
  self->allocation = bl_allocation_compute (&asked, &error);
  if (self->allocation == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  /* Stopped: the best so far is worth saying without others beside it. */
  if (!g_cancellable_is_cancelled (cancellable))
    self->choices = bl_allocation_find_choices (&asked, self->allocation, NEAR, self->number > 3 ? 2 : 1, MOST_LAYOUTS, NULL);
  self->today = bl_site_plan_measure_today (self->plan, &question);
  g_task_return_boolean (task, TRUE);
}

void
bl_best_sites_find_async (BlBestSites *self,
                          double seconds,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Search *search = g_new0 (Search, 1);

  clear_answer (self);
  self->gap = INFINITY;
  search->sites = bl_best_sites_ref (self);
  search->seconds = seconds;
  /* Cancelled is no failure here. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, bl_best_sites_find_async);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  g_task_run_in_thread (task, run);
}

gboolean
bl_best_sites_find_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

double
bl_best_sites_get_gap (BlBestSites *self)
{
  double gap;

  g_mutex_lock (&self->mutex);
  gap = self->gap;
  g_mutex_unlock (&self->mutex);
  return gap;
}

/* --- The answer -------------------------------------------------------------------- */

guint
bl_best_sites_get_n_layouts (const BlBestSites *self)
{
  return self->choices != NULL ? self->choices->n_layouts : self->allocation != NULL ? 1 : 0;
}

const BlLayout *
bl_best_sites_get_layout (const BlBestSites *self, guint layout)
{
  return self->choices != NULL ? &self->choices->layouts[layout] : &self->allocation->best;
}

char *
bl_best_sites_describe_worth (const BlBestSites *self, const BlLayout *layout)
{
  g_autofree char *number = NULL;
  double mean = layout->reached > 0 ? layout->travel / layout->reached : NAN;

  if (self->objective == BL_OBJECTIVE_COVER)
    {
      number = bl_text_number (round (layout->objective), 0);
      /* TRANSLATORS: people, "within a mile" */
      return g_strdup_printf (_ ("%s people %s"), number, self->yardstick->within);
    }
  if (isnan (mean))
    return g_strdup (_ ("not known"));
  if (self->plan->minutes)
    {
      number = bl_text_number (mean, 1);
      return g_strdup_printf (_ ("%s minutes on average"), number);
    }
  number = bl_text_metres (mean);
  return g_strdup_printf (_ ("%s on average"), number);
}

char *
bl_best_sites_describe_gap (const BlBestSites *self)
{
  BlSiteQuestion question;

  make_question ((BlBestSites *) self, &question);
  return bl_site_plan_describe_gap (self->plan, &question, self->allocation);
}

static GPtrArray *
list (const BlBestSites *self, guint layout, gboolean opened)
{
  const BlLayout *it = bl_best_sites_get_layout (self, layout);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint s = 0; s < self->plan->n_sites; s++)
    if (opened ? it->open[s] && self->plan->libraries[s] < 0 : !it->open[s] && self->plan->libraries[s] >= 0)
      g_ptr_array_add (names, g_strdup (self->plan->names[s]));
  return names;
}

GPtrArray *
bl_best_sites_list_closed (const BlBestSites *self, guint layout)
{
  return list (self, layout, FALSE);
}

GPtrArray *
bl_best_sites_list_opened (const BlBestSites *self, guint layout)
{
  return list (self, layout, TRUE);
}

void
bl_best_sites_get_changes (const BlBestSites *self, guint layout, GPtrArray *closed, GArray *opened)
{
  const BlLayout *it = bl_best_sites_get_layout (self, layout);

  for (guint s = 0; s < self->plan->n_sites; s++)
    {
      int library = self->plan->libraries[s];

      if (it->open[s] && library < 0)
        g_array_append_val (opened, self->plan->points[s]);
      else if (!it->open[s] && library >= 0)
        g_ptr_array_add (closed, g_strdup (self->facts->libraries[library].id));
    }
}

char *
bl_best_sites_describe_common (const BlBestSites *self)
{
  guint n = bl_best_sites_get_n_layouts (self);
  GString *closed = g_string_new (NULL);
  GString *opened = g_string_new (NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (self->choices != NULL && n > 1)
    for (guint s = 0; s < self->plan->n_sites; s++)
      {
        if (self->plan->libraries[s] >= 0 && self->choices->in_layouts[s] == 0)
          g_string_append_printf (closed, "%s%s", closed->len > 0 ? ", " : "", self->plan->names[s]);
        if (self->plan->libraries[s] < 0 && self->choices->in_layouts[s] == n)
          g_string_append_printf (opened, "%s%s", opened->len > 0 ? ", " : "", self->plan->names[s]);
      }
  first = g_string_free (closed, FALSE);
  second = g_string_free (opened, FALSE);
  if (*first != '\0')
    return g_strdup_printf (_ ("All %u close: %s."), n, first);
  if (*second != '\0')
    return g_strdup_printf (_ ("All %u open: %s."), n, second);
  return n > 1 ? g_strdup_printf (_ ("The %u have no change in common."), n) : NULL;
}
