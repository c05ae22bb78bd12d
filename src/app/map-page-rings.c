/* map-page-rings.c: rings by road on the page Map, worked out in a thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-page-private.h"

#include "rings.h"

typedef struct
{
  BlFacts *facts;
  char *by;
  BlAccessQuestion question;
  int library;
} Work;

static void
work_free (Work *work)
{
  bl_facts_unref (work->facts);
  g_free (work->by);
  g_free (work);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  BlTable *rings = NULL;

  if (bl_travel_parse (work->facts, work->by, &work->question.travel, &error))
    rings = bl_rings_new (work->facts, &work->question, work->library, bl_rings_minutes, BL_N_RINGS, cancellable,
                          &error);
  if (rings != NULL)
    g_task_return_pointer (task, rings, (GDestroyNotify) bl_table_unref);
  else
    g_task_return_error (task, error);
}

static void
on_rings (GObject *source, GAsyncResult *result, gpointer data)
{
  BlMapPage *self = BL_MAP_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlTable) rings = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->rings_cancellable || self->session == NULL)
    return; /* another library has been picked since */
  g_clear_object (&self->rings_cancellable);
  if (rings == NULL)
    {
      g_info ("No rings: %s", error->message);
      return;
    }
  self->ring_table = g_steal_pointer (&rings);
  bl_map_page_update_overlay (self);
}

void
bl_map_page_forget_rings (BlMapPage *self)
{
  g_cancellable_cancel (self->rings_cancellable);
  g_clear_object (&self->rings_cancellable);
  g_clear_pointer (&self->ring_table, bl_table_unref);
  g_clear_pointer (&self->ring_key, g_free);
}

BlTable *
bl_map_page_ask_rings (BlMapPage *self)
{
  BlAccessQuestion question = bl_map_study_get_question (self->study);
  int library = bl_map_page_get_library (self);
  g_autofree char *key = g_strdup_printf ("%s %d %d %d %" G_GUINT64_FORMAT, bl_map_study_get_by (self->study), library,
                                          question.statutory, question.cross_boundary,
                                          bl_session_get_generation (self->session));
  g_autoptr (GTask) task = NULL;
  Work *work;

  if (g_strcmp0 (key, self->ring_key) == 0)
    return self->ring_table; /* or on its way */
  bl_map_page_forget_rings (self);
  self->ring_key = g_steal_pointer (&key);
  work = g_new0 (Work, 1);
  work->facts = bl_facts_ref (bl_session_get_facts (self->session));
  work->by = g_strdup (bl_map_study_get_by (self->study));
  work->question = question;
  work->question.matrix = NULL; /* the study's */
  work->library = library;
  self->rings_cancellable = g_cancellable_new ();
  task = g_task_new (self, self->rings_cancellable, on_rings, NULL);
  g_task_set_source_tag (task, bl_map_page_ask_rings);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, run);
  return NULL;
}
