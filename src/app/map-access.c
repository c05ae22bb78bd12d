/* map-access.c: access seen whole: yardsticks side by side, the curve of reach, hours of the week
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-access.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "access-findings.h"
#include "adaptive-bin.h"
#include "chart-view.h"
#include "heat-chart.h"
#include "reach-chart.h"
#include "text.h"

/* A yardstick where the way is measured in minutes alone. */
#define MINUTES 15.0
/* The curve ends where nearly everybody is reached: the last few would squash the rest. */
#define NEARLY_ALL 99.0
#define HOURS 24
#define GROUPS_MOST 5

static const char *const usual_groups[] = { "aged_0_15", "aged_60_plus", "imd_decile<=2", NULL };

/* What is worked out, all or nothing. */
typedef struct
{
  BlYardsticks *yardsticks;
  BlOpenTimes *times;    /* NULL where hours are not known */
  char *times_lack;
  guint n_curves;
  BlCurve *curves[BL_REACH_LINES_MAX];
  char *names[BL_REACH_LINES_MAX];
  char *note; /* of the hours */
  double percent[7 * HOURS];
  guint first_hour, end_hour;
} Answer;

struct _BlMapAccess
{
  GtkWidget parent_instance;

  BlAdaptiveBin *bin;
  GtkStack *stack;
  GtkBox *charts;
  GtkLabel *lacks, *finding, *boundary, *times_lack;
  BlChartView *curve_chart, *times_chart;
  GtkGrid *grid;

  BlMapStudy *study;
  guint64 generation; /* of what was asked for last */
  char *by;
  GCancellable *cancellable;
  Answer *answer;
};

G_DEFINE_FINAL_TYPE (BlMapAccess, bl_map_access, GTK_TYPE_WIDGET)

static void
answer_free (Answer *answer)
{
  if (answer == NULL)
    return;
  bl_yardsticks_free (answer->yardsticks);
  bl_open_times_free (answer->times);
  for (guint i = 0; i < answer->n_curves; i++)
    {
      bl_curve_free (answer->curves[i]);
      g_free (answer->names[i]);
    }
  g_free (answer->times_lack);
  g_free (answer->note);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

/* --- Worked out in a thread ------------------------------------------------------------ */

typedef struct
{
  BlFacts *facts;
  char *by;
  BlAccessQuestion question;
  BlTravelMatrix *matrix;
  GPtrArray *groups; /* of BlGroupCounts */
} Work;

static void
work_free (Work *work)
{
  bl_facts_unref (work->facts);
  g_clear_pointer (&work->matrix, bl_travel_matrix_unref);
  g_ptr_array_unref (work->groups);
  g_free (work->by);
  g_free (work);
}

static void
add_curve (Answer *answer, const BlAccess *access, BlMeasure measure, const double *people, const char *name)
{
  answer->curves[answer->n_curves] = bl_curve_new (access, measure, people);
  answer->names[answer->n_curves] = g_strdup (name);
  answer->n_curves++;
}

static void
add_curves (Answer *answer, const BlFacts *facts, const BlAccess *access, BlMeasure measure, GPtrArray *groups)
{
  add_curve (answer, access, measure, facts->population, _ ("Everyone"));
  /* Those that are spoken of first; of others as many as there is room for. */
  for (guint turn = 0; turn < 2; turn++)
    for (guint i = 0; i < groups->len && answer->n_curves < BL_REACH_LINES_MAX; i++)
      {
        const BlGroupCounts *group = g_ptr_array_index (groups, i);

        if (g_strv_contains (usual_groups, group->name) == (turn == 0) && g_strcmp0 (group->name, "aged_16_59") != 0)
          add_curve (answer, access, measure, group->people, group->title);
      }
}

/* The hours worth showing: those at which any library is open on any day. */
static void
take_hours (Answer *answer)
{
  guint first = HOURS, end = 0;

  for (guint slot = 0; slot < 7 * HOURS; slot++)
    {
      answer->percent[slot] = answer->times->percent[slot];
      if (answer->times->open[slot] == 0)
        continue;
      first = MIN (first, slot % HOURS);
      end = MAX (end, slot % HOURS + 1);
    }
  answer->first_hour = first < end ? first : 9;
  answer->end_hour = first < end ? end : 18;
}

static Answer *
work_out (Work *work, GCancellable *cancellable, GError **error)
{
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  g_autoptr (BlAccess) access = NULL;
  g_autoptr (GError) no_hours = NULL;
  const double mile = BL_MILE, minutes = MINUTES;
  gboolean table;
  BlMeasure measure;

  if (!bl_travel_parse (work->facts, work->by, &work->question.travel, error))
    return NULL;
  table = work->question.travel.by == BL_BY_TABLE;
  measure = work->question.travel.by == BL_BY_STRAIGHT ? BL_MEASURE_DISTANCE : BL_MEASURE_MINUTES;
  work->question.matrix = work->matrix;
  access = bl_access_compute (work->facts, &work->question, error);
  if (access == NULL)
    return NULL;
  add_curves (answer, work->facts, access, measure, work->groups);
  answer->yardsticks = bl_yardsticks_compute (work->facts, NULL, 0, (BlGroupCounts *const *) work->groups->pdata,
                                              work->groups->len, cancellable, error);
  if (answer->yardsticks == NULL)
    return NULL;
  work->question.limits = &mile;
  work->question.n_limits = table || measure == BL_MEASURE_MINUTES ? 0 : 1;
  work->question.minutes = &minutes;
  work->question.n_minutes = 1 - work->question.n_limits;
  answer->times = bl_open_times_compute (work->facts, &work->question, 60, cancellable, &no_hours);
  if (answer->times != NULL)
    {
      take_hours (answer);
      answer->note = bl_finding_open_times_note (work->facts, answer->times, &work->question.travel);
    }
  else
    answer->times_lack = g_strdup (no_hours->message);
  return g_steal_pointer (&answer);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  Answer *answer = work_out (data, cancellable, &error);

  if (answer != NULL)
    g_task_return_pointer (task, answer, (GDestroyNotify) answer_free);
  else
    g_task_return_error (task, error);
}

/* --- Shown -------------------------------------------------------------------------------- */

static double
curve_end (const Answer *answer)
{
  double end = bl_curve_find (answer->curves[0], NEARLY_ALL);

  if (isnan (end) && answer->curves[0]->n > 0)
    end = answer->curves[0]->at[answer->curves[0]->n - 1];
  return end;
}

static BlChart *
make_curve (const Answer *answer, const char *subtitle)
{
  gboolean metres = answer->curves[0]->measure == BL_MEASURE_DISTANCE;
  BlReachLine lines[BL_REACH_LINES_MAX];

  for (guint i = 0; i < answer->n_curves; i++)
    lines[i] = (BlReachLine){ answer->names[i], answer->curves[i] };
  return bl_reach_chart_new (&(BlReachChart){ .words = { .subtitle = subtitle },
                                              .lines = lines,
                                              .n_lines = answer->n_curves,
                                              .end = curve_end (answer),
                                              .mark = metres ? BL_MILE : MINUTES,
                                              .mark_name = metres ? _ ("1 mile") : _ ("15 min") });
}

static BlChart *
make_times (const Answer *answer)
{
  g_autofree char *finding = bl_finding_open_times (answer->times);

  return bl_heat_chart_new (&(BlHeatChart){ .words = { .title = finding, .subtitle = answer->note },
                                            .measure = { _ ("people who can reach an open library"),
                                                         BL_INDICATOR_KIND_SHARE, "%" },
                                            .first_hour = answer->first_hour,
                                            .end_hour = answer->end_hour,
                                            .values = answer->percent,
                                            .most = 100 });
}

static GtkWidget *
add_cell (BlMapAccess *self, int column, int row, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  if (column == 0)
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "small");
  gtk_widget_add_css_class (label, style);
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
  return label;
}

static const char *
group_title (BlMapAccess *self, guint group)
{
  GPtrArray *groups = bl_session_get_groups (bl_map_study_get_session (self->study));

  if (group == 0)
    return _ ("Everyone");
  return group - 1 < groups->len ? ((const BlGroupCounts *) g_ptr_array_index (groups, group - 1))->title : "";
}

static BlCounting
get_counting (BlMapAccess *self)
{
  BlAccessQuestion question = bl_map_study_get_question (self->study);

  return question.cross_boundary ? question.statutory ? BL_COUNTING_AROUND_STATUTORY : BL_COUNTING_AROUND
         : question.statutory    ? BL_COUNTING_OWN_STATUTORY
                                 : BL_COUNTING_OWN;
}

static char *
percent_text (const BlYardsticks *yardsticks, guint item, BlCounting counting, guint group)
{
  double percent = bl_yardsticks_get (yardsticks, item, counting, group)->percent;

  return isnan (percent) ? g_strdup (_ ("not known")) : bl_text_percent (percent);
}

/* What cannot be told is said once, with what it lacks, and not in every column. */
static void
fill_grid (BlMapAccess *self)
{
  const BlYardsticks *yardsticks = self->answer->yardsticks;
  BlCounting counting = get_counting (self);
  guint n_groups = MIN (yardsticks->n_groups, GROUPS_MOST + 1);
  GtkWidget *child;
  int row = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  add_cell (self, 0, row, _ ("Within reach"), "heading");
  for (guint group = 0; group < n_groups; group++)
    {
      GtkWidget *label = add_cell (self, (int) group + 1, row, group_title (self, group), "heading");

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
    }
  for (guint i = 0; i < yardsticks->n; i++)
    {
      const BlYardstick *yardstick = &yardsticks->items[i];

      row++;
      add_cell (self, 0, row, yardstick->title, "title");
      if (yardstick->used != NULL)
        gtk_widget_set_tooltip_text (gtk_grid_get_child_at (self->grid, 0, row), yardstick->used);
      if (yardstick->lacks != NULL)
        {
          GtkWidget *label = gtk_label_new (yardstick->lacks);

          gtk_label_set_xalign (GTK_LABEL (label), 0);
          gtk_label_set_wrap (GTK_LABEL (label), TRUE);
          gtk_widget_add_css_class (label, "small");
          gtk_widget_add_css_class (label, "dim-label");
          gtk_grid_attach (self->grid, label, 1, row, (int) n_groups, 1);
          continue;
        }
      for (guint group = 0; group < n_groups; group++)
        {
          g_autofree char *text = percent_text (yardsticks, i, counting, group);

          add_cell (self, (int) group + 1, row, text, "numeric");
        }
    }
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_answer (BlMapAccess *self)
{
  const Answer *answer = self->answer;
  BlFacts *facts = bl_session_get_facts (bl_map_study_get_session (self->study));
  BlTravel travel = bl_map_study_get_travel (self->study);
  g_autofree char *by = bl_travel_to_text (facts, &travel);
  g_autofree char *finding = bl_finding_yardsticks (answer->yardsticks, get_counting (self));
  g_autofree char *boundary = bl_finding_boundary (answer->yardsticks);
  /* TRANSLATORS: how people get there: "in a straight line" */
  g_autofree char *words = g_strdup_printf (_ ("Share of people reached, the way measured %s"), by);
  g_autoptr (BlChart) curve = make_curve (answer, words);
  g_autoptr (BlChart) times = answer->times != NULL ? make_times (answer) : NULL;

  gtk_stack_set_visible_child_name (self->stack, "answer");
  set_text (self->finding, finding);
  set_text (self->boundary, boundary);
  set_text (self->times_lack, answer->times_lack);
  bl_chart_view_set_chart (self->curve_chart, curve);
  bl_chart_view_set_chart (self->times_chart, times);
  fill_grid (self);
}

static void
show_lack (BlMapAccess *self, const char *sentence)
{
  gtk_label_set_text (self->lacks, sentence);
  gtk_stack_set_visible_child_name (self->stack, "lacks");
}

static void
on_worked_out (GObject *source, GAsyncResult *result, gpointer data)
{
  BlMapAccess *self = BL_MAP_ACCESS (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable || self->study == NULL)
    return; /* another question has been asked since */
  g_clear_object (&self->cancellable);
  if (answer == NULL)
    {
      show_lack (self, error->message);
      return;
    }
  self->answer = g_steal_pointer (&answer);
  show_answer (self);
}

static void
ask (BlMapAccess *self)
{
  BlSession *session = bl_map_study_get_session (self->study);
  g_autoptr (GTask) task = NULL;
  Work *work = g_new0 (Work, 1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->answer, answer_free);
  self->generation = bl_session_get_generation (session);
  g_free (self->by);
  self->by = g_strdup (bl_map_study_get_by (self->study));
  show_lack (self, _ ("Access is being worked out…"));

  work->facts = bl_facts_ref (bl_session_get_facts (session));
  work->by = g_strdup (self->by);
  work->question = bl_map_study_get_question (self->study);
  work->matrix = work->question.matrix != NULL ? bl_travel_matrix_ref ((BlTravelMatrix *) work->question.matrix) : NULL;
  work->question.matrix = NULL;
  work->groups = g_ptr_array_ref (bl_session_get_groups (session));
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, on_worked_out, NULL);
  g_task_set_source_tag (task, ask);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, run);
}

static void
update (BlMapAccess *self)
{
  if (self->study == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) || bl_map_study_get_busy (self->study))
    return;
  if ((self->answer == NULL && self->cancellable == NULL)
      || self->generation != bl_session_get_generation (bl_map_study_get_session (self->study))
      || g_strcmp0 (self->by, bl_map_study_get_by (self->study)) != 0)
    ask (self);
}

static void
on_narrow_changed (BlMapAccess *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->charts), bl_adaptive_bin_get_narrow (self->bin)
                                                                     ? GTK_ORIENTATION_VERTICAL
                                                                     : GTK_ORIENTATION_HORIZONTAL);
}

static void
bl_map_access_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bl_map_access_parent_class)->map (widget);
  update (BL_MAP_ACCESS (widget));
}

static void
bl_map_access_dispose (GObject *object)
{
  BlMapAccess *self = BL_MAP_ACCESS (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->study);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), BL_TYPE_MAP_ACCESS);
  G_OBJECT_CLASS (bl_map_access_parent_class)->dispose (object);
}

static void
bl_map_access_finalize (GObject *object)
{
  BlMapAccess *self = BL_MAP_ACCESS (object);

  answer_free (self->answer);
  g_free (self->by);
  G_OBJECT_CLASS (bl_map_access_parent_class)->finalize (object);
}

static void
bl_map_access_class_init (BlMapAccessClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bl_map_access_dispose;
  object_class->finalize = bl_map_access_finalize;
  widget_class->map = bl_map_access_map;

  g_type_ensure (BL_TYPE_ADAPTIVE_BIN);
  g_type_ensure (BL_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/map-access.ui");
  gtk_widget_class_bind_template_child (widget_class, BlMapAccess, bin);
  gtk_widget_class_bind_template_child (widget_class, BlMapAccess, stack);
  gtk_widget_class_bind_template_child (widget_class, BlMapAccess, charts);
  gtk_widget_class_bind_template_child (widget_class, BlMapAccess, lacks);
  gtk_widget_class_bind_template_child (widget_class, BlMapAccess, finding);
  gtk_widget_class_bind_template_child (widget_class, BlMapAccess, boundary);
  gtk_widget_class_bind_template_child (widget_class, BlMapAccess, times_lack);
  gtk_widget_class_bind_template_child (widget_class, BlMapAccess, curve_chart);
  gtk_widget_class_bind_template_child (widget_class, BlMapAccess, times_chart);
  gtk_widget_class_bind_template_child (widget_class, BlMapAccess, grid);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
  gtk_widget_class_set_css_name (widget_class, "map-access");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bl_map_access_init (BlMapAccess *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Access"), -1);
}

void
bl_map_access_show (BlMapAccess *self, BlMapStudy *study)
{
  g_return_if_fail (BL_IS_MAP_ACCESS (self));
  g_return_if_fail (BL_IS_MAP_STUDY (study));

  g_set_object (&self->study, study);
  update (self);
}

gboolean
bl_map_access_is_ready (BlMapAccess *self)
{
  g_return_val_if_fail (BL_IS_MAP_ACCESS (self), FALSE);
  return self->answer != NULL;
}

char *
bl_map_access_to_text (BlMapAccess *self)
{
  GString *text = g_string_new (NULL);
  const Answer *answer;
  BlCounting counting;
  g_autofree char *hours = NULL;

  g_return_val_if_fail (BL_IS_MAP_ACCESS (self), NULL);

  answer = self->answer;
  if (answer == NULL)
    return g_string_free (text, FALSE);
  counting = get_counting (self);
  g_string_append (text, _ ("Within reach"));
  for (guint group = 0; group < answer->yardsticks->n_groups; group++)
    g_string_append_printf (text, "\t%s", group_title (self, group));
  g_string_append_c (text, '\n');
  for (guint i = 0; i < answer->yardsticks->n; i++)
    {
      g_string_append (text, answer->yardsticks->items[i].title);
      for (guint group = 0; group < answer->yardsticks->n_groups; group++)
        {
          g_autofree char *percent = percent_text (answer->yardsticks, i, counting, group);

          g_string_append_printf (text, "\t%s", percent);
        }
      g_string_append_c (text, '\n');
    }
  if (answer->times == NULL)
    return g_string_free (text, FALSE);
  hours = bl_open_times_to_text (answer->times, '\t');
  g_string_append_printf (text, "\n%s\n%s", answer->note, hours);
  return g_string_free (text, FALSE);
}
