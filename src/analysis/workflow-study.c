/* workflow-study.c: where a planning exercise stands: its stages over time, and what comes next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "workflow-study.h"

#include <math.h>

#define USUAL_WEEKS 4 /* of a stage without any, ours */

const char *
bl_stage_standing_get_nick (BlStageStanding standing)
{
  static const char *const nicks[] = { "to-come", "now", "done" };

  return nicks[standing];
}

static guint32
get_day (gpointer record, const char *field)
{
  guint32 day = 0;

  bl_record_get_date (record, field, &day);
  return day;
}

/* --- Tasks -------------------------------------------------------------------- */

static gboolean
is_closed (BlRecord *task)
{
  int state = bl_record_get_enum (task, "state");

  return state == BL_TASK_DONE
         || (state == BL_TASK_NOT_NEEDED && bl_record_get_text (task, "reason") != NULL);
}

/* Anything was said of it, or of a task in it. */
static gboolean
has_begun (const BlWorkflowStudy *self, const BlPlanStage *stage, guint32 today)
{
  guint32 start = get_day (stage->stage, "start");

  if (start != 0)
    return start <= today;
  for (guint i = stage->first; i < stage->first + stage->n; i++)
    if (bl_record_get_enum (BL_RECORD (self->tasks[i].task), "state") != BL_TASK_UNKNOWN)
      return TRUE;
  return FALSE;
}

static void
gather (BlWorkflowStudy *self)
{
  GListModel *stages = bl_record_get_list (BL_RECORD (self->workflow), "stages");
  g_autoptr (GArray) tasks = g_array_new (FALSE, TRUE, sizeof (BlPlanTask));

  self->n_stages = g_list_model_get_n_items (stages);
  self->stages = g_new0 (BlPlanStage, self->n_stages + 1);
  for (guint i = 0; i < self->n_stages; i++)
    {
      g_autoptr (BlRecord) stage = g_list_model_get_item (stages, i); /* the list holds it */
      GListModel *own = bl_record_get_list (stage, "tasks");

      self->stages[i] = (BlPlanStage){ .stage = BL_STAGE (stage),
                                       .first = tasks->len,
                                       .n = g_list_model_get_n_items (own) };
      for (guint j = 0; j < self->stages[i].n; j++)
        {
          g_autoptr (BlRecord) record = g_list_model_get_item (own, j);
          BlPlanTask task = { .task = BL_TASK (record), .stage = i, .closed = is_closed (record) };

          self->stages[i].n_closed += task.closed;
          self->n_closed += task.closed;
          g_array_append_val (tasks, task);
        }
    }
  self->n_tasks = tasks->len;
  self->tasks = (BlPlanTask *) g_array_free (g_steal_pointer (&tasks), FALSE);
}

/* Titles of the tasks and stages that should come before and are open; NULL: none. */
static char *
find_open_before (const BlWorkflowStudy *self, BlRecord *task)
{
  const char *after = bl_record_get_text (task, "after");
  g_auto (GStrv) items = g_strsplit (after != NULL ? after : "", " ", -1);
  GString *titles = g_string_new (NULL);

  for (guint i = 0; items[i] != NULL; i++)
    {
      for (guint j = 0; j < self->n_tasks; j++)
        if (!self->tasks[j].closed
            && g_strcmp0 (bl_record_get_text (BL_RECORD (self->tasks[j].task), "item"), items[i]) == 0)
          g_string_append_printf (titles, "%s%s", titles->len > 0 ? "; " : "",
                                  bl_record_get_text (BL_RECORD (self->tasks[j].task), "title"));
      for (guint j = 0; j < self->n_stages; j++)
        if (self->stages[j].standing != BL_STAGE_DONE
            && g_strcmp0 (bl_record_get_text (BL_RECORD (self->stages[j].stage), "item"), items[i]) == 0)
          g_string_append_printf (titles, "%s%s", titles->len > 0 ? "; " : "",
                                  bl_record_get_text (BL_RECORD (self->stages[j].stage), "title"));
    }
  return g_string_free (titles, titles->len == 0);
}

static void
look_at_tasks (BlWorkflowStudy *self, guint32 today)
{
  for (guint i = 0; i < self->n_tasks; i++)
    {
      BlPlanTask *task = &self->tasks[i];
      BlPlanStage *stage = &self->stages[task->stage];
      guint32 due = get_day (task->task, "due");

      if (task->closed || stage->standing == BL_STAGE_TO_COME)
        continue;
      task->waits_for = find_open_before (self, BL_RECORD (task->task));
      task->ready = task->waits_for == NULL;
      task->late = due != 0 && due < today;
      task->unowned = bl_record_get_text (BL_RECORD (task->task), "owner") == NULL;
      stage->n_late += task->late;
      self->n_late += task->late;
      self->n_unowned += task->unowned;
    }
}

/* --- Stages over time ------------------------------------------------------------ */

static double
get_weeks (BlStage *stage)
{
  double low = NAN, high = NAN;

  bl_record_get_real (BL_RECORD (stage), "weeks-low", &low);
  bl_record_get_real (BL_RECORD (stage), "weeks-high", &high);
  return isnan (low) ? isnan (high) ? USUAL_WEEKS : high : isnan (high) ? low : (low + high) / 2;
}

static gboolean
runs_beside (BlStage *stage, BlStage *earlier)
{
  const char *beside = bl_record_get_text (BL_RECORD (stage), "beside"),
             *item = bl_record_get_text (BL_RECORD (earlier), "item");
  g_auto (GStrv) items = g_strsplit (beside != NULL ? beside : "", " ", -1);

  return item != NULL && g_strv_contains ((const char *const *) items, item);
}

/* In days from the beginning of the whole. */
static void
lay_out (BlWorkflowStudy *self, int *from, int *until)
{
  for (guint i = 0; i < self->n_stages; i++)
    {
      int start = 0;

      /* After all before it but those it may run beside, with which it begins at the earliest. */
      for (guint j = 0; j < i; j++)
        start = MAX (start,
                     runs_beside (self->stages[i].stage, self->stages[j].stage) ? from[j] : until[j] + 1);
      from[i] = start;
      until[i] = start + MAX (1, (int) lround (7 * get_weeks (self->stages[i].stage))) - 1;
    }
}

/* The last day of the stage that decides, in days from the beginning; -1: there is none. */
static int
find_decision (const BlWorkflowStudy *self, const int *until)
{
  for (guint i = 0; i < self->n_stages; i++)
    if (g_strcmp0 (bl_record_get_text (BL_RECORD (self->stages[i].stage), "item"), "decision") == 0)
      return until[i];
  return -1;
}

static void
find_days (BlWorkflowStudy *self)
{
  g_autofree int *from = g_new0 (int, self->n_stages + 1), *until = g_new0 (int, self->n_stages + 1);
  guint32 started = get_day (self->workflow, "started"), zero = started;
  int decision;

  lay_out (self, from, until);
  decision = find_decision (self, until);
  if (decision >= 0 && self->meeting > (guint32) decision)
    {
      guint32 wanted = self->meeting - (guint32) decision;

      if (started == 0 || started > self->meeting)
        zero = wanted;
      else
        {
          /* What there is of time is shared out as the stages want it. */
          double share = (double) (self->meeting - started + 1) / (decision + 1);

          if (started > wanted)
            self->weeks_short = (int) ((started - wanted + 6) / 7);
          for (guint i = 0; i < self->n_stages; i++)
            {
              int length = until[i] - from[i];

              if (from[i] > decision) /* afterwards all have the time they want */
                from[i] = from[i] - decision + (int) (self->meeting - started);
              else
                from[i] = (int) lround (from[i] * share);
              until[i] = until[i] > decision ? from[i] + length
                                             : MAX (from[i], (int) lround ((until[i] + 1) * share) - 1);
            }
        }
    }
  for (guint i = 0; i < self->n_stages; i++)
    {
      BlPlanStage *stage = &self->stages[i];
      guint32 start = get_day (stage->stage, "start"), due = get_day (stage->stage, "due");

      stage->worked_out = start == 0 || due == 0;
      stage->from = start != 0 ? start : zero != 0 ? zero + (guint32) from[i] : 0;
      stage->until = due != 0 ? due : zero != 0 ? zero + (guint32) until[i] : 0;
      if (stage->until != 0 && stage->until < stage->from)
        stage->until = stage->from + (guint32) MAX (0, until[i] - from[i]);
    }
}

BlWorkflowStudy *
bl_workflow_study_new (BlWorkflow *workflow, guint32 today)
{
  BlWorkflowStudy *self = g_new0 (BlWorkflowStudy, 1);

  self->workflow = g_object_ref (workflow);
  self->meeting = get_day (workflow, "meeting");
  self->current = -1;
  gather (self);
  for (guint i = 0; i < self->n_stages; i++)
    {
      BlPlanStage *stage = &self->stages[i];

      if (get_day (stage->stage, "signed") != 0)
        stage->standing = BL_STAGE_DONE;
      else
        {
          if (self->current < 0)
            self->current = (int) i;
          /* The first that is open has begun once the whole has. */
          if (has_begun (self, stage, today)
              || (self->current == (int) i && get_day (workflow, "started") != 0
                  && get_day (workflow, "started") <= today))
            stage->standing = BL_STAGE_NOW;
        }
    }
  find_days (self);
  look_at_tasks (self, today);
  return self;
}

void
bl_workflow_study_free (BlWorkflowStudy *self)
{
  for (guint i = 0; i < self->n_tasks; i++)
    g_free (self->tasks[i].waits_for);
  g_free (self->tasks);
  g_free (self->stages);
  g_object_unref (self->workflow);
  g_free (self);
}

static int
compare_next (gconstpointer a, gconstpointer b, gpointer data)
{
  const BlWorkflowStudy *self = data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  const BlPlanTask *x = &self->tasks[first], *y = &self->tasks[second];
  guint32 x_due = get_day (x->task, "due"), y_due = get_day (y->task, "due");

  if (x->late != y->late)
    return x->late ? -1 : 1;
  if (x_due != y_due && (x_due != 0 || y_due != 0))
    return x_due == 0 ? 1 : y_due == 0 ? -1 : x_due < y_due ? -1 : 1;
  return first < second ? -1 : first > second;
}

GArray *
bl_workflow_study_next (const BlWorkflowStudy *self)
{
  GArray *next = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->n_tasks; i++)
    if (self->tasks[i].ready)
      g_array_append_val (next, i);
  g_array_sort_with_data (next, compare_next, (gpointer) self);
  return next;
}
