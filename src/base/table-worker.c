/* table-worker.c: tables decoded beside the reading of the document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "table-worker.h"

#include "table-reader.h"

/* What is on its way to the thread is bounded: so many bits of about this size. */
#define N_BITS 16
#define BIT_SIZE (64 * 1024)

typedef struct
{
  BlTableReader *reader; /* NULL once it has failed or is done */
  GError *error;
  BlTable *table;
} Job;

typedef struct
{
  Job *job; /* NULL: there is nothing more to do */
  GString *text;
  gboolean last;
} Bit;

struct _BlTableWorker
{
  GPtrArray *jobs;
  Bit *bit; /* being filled */
  gboolean in_thread;
  GThread *thread;
  GAsyncQueue *empty, *filled; /* Bit */
};

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->reader, bl_table_reader_free);
  g_clear_error (&job->error);
  g_clear_pointer (&job->table, bl_table_unref);
  g_free (job);
}

static Bit *
bit_new (void)
{
  Bit *bit = g_new0 (Bit, 1);

  bit->text = g_string_new (NULL);
  return bit;
}

static void
bit_free (gpointer data)
{
  Bit *bit = data;

  g_string_free (bit->text, TRUE);
  g_free (bit);
}

/* Until it is given back by the thread, a bit and its job are the thread's. */
static void
work_on (Bit *bit)
{
  Job *job = bit->job;

  if (job->reader != NULL && !bl_table_reader_add (job->reader, bit->text->str, bit->text->len, &job->error))
    g_clear_pointer (&job->reader, bl_table_reader_free);
  if (job->reader != NULL && bit->last)
    {
      job->table = bl_table_reader_finish (job->reader, &job->error);
      g_clear_pointer (&job->reader, bl_table_reader_free);
    }
}

static gpointer
run (gpointer data)
{
  BlTableWorker *self = data;
  Bit *bit;

  while ((bit = g_async_queue_pop (self->filled))->job != NULL)
    {
      work_on (bit);
      g_async_queue_push (self->empty, bit);
    }
  g_async_queue_push (self->empty, bit);
  return NULL;
}

/* Hands over what was filled and takes an empty one. */
static void
pass_on (BlTableWorker *self)
{
  if (self->in_thread)
    {
      g_async_queue_push (self->filled, self->bit);
      self->bit = g_async_queue_pop (self->empty);
    }
  else
    work_on (self->bit);
  g_string_truncate (self->bit->text, 0);
  self->bit->last = FALSE;
}

BlTableWorker *
bl_table_worker_new (gboolean in_thread)
{
  BlTableWorker *self = g_new0 (BlTableWorker, 1);

  self->jobs = g_ptr_array_new_with_free_func (job_free);
  self->bit = bit_new ();
  self->in_thread = in_thread;
  self->empty = g_async_queue_new_full (bit_free);
  self->filled = g_async_queue_new_full (bit_free);
  for (guint i = 1; in_thread && i < N_BITS; i++)
    g_async_queue_push (self->empty, bit_new ());
  if (in_thread)
    self->thread = g_thread_new ("tables", run, self);
  return self;
}

void
bl_table_worker_begin (BlTableWorker *self, BlTableType type)
{
  Job *job = g_new0 (Job, 1);

  /* What came of a table that was not ended. */
  g_string_truncate (self->bit->text, 0);
  job->reader = bl_table_reader_new (type);
  g_ptr_array_add (self->jobs, job);
  self->bit->job = job;
}

void
bl_table_worker_add (BlTableWorker *self, const char *text, gsize length)
{
  Job *job = self->bit->job;

  g_string_append_len (self->bit->text, text, length);
  if (self->bit->text->len < BIT_SIZE)
    return;
  pass_on (self);
  self->bit->job = job;
}

void
bl_table_worker_end (BlTableWorker *self)
{
  self->bit->last = TRUE;
  pass_on (self);
}

void
bl_table_worker_wait (BlTableWorker *self)
{
  if (self->thread == NULL)
    return;
  self->bit->job = NULL;
  g_async_queue_push (self->filled, self->bit);
  self->bit = NULL;
  g_thread_join (g_steal_pointer (&self->thread));
}

BlTable *
bl_table_worker_take (BlTableWorker *self, guint index, GError **error)
{
  Job *job = g_ptr_array_index (self->jobs, index);

  if (job->error != NULL)
    g_propagate_error (error, g_steal_pointer (&job->error));
  return g_steal_pointer (&job->table);
}

void
bl_table_worker_free (BlTableWorker *self)
{
  if (self == NULL)
    return;
  bl_table_worker_wait (self);
  g_clear_pointer (&self->bit, bit_free);
  g_async_queue_unref (self->empty);
  g_async_queue_unref (self->filled);
  g_ptr_array_unref (self->jobs);
  g_free (self);
}
