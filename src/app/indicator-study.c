/* indicator-study.c: one indicator as it is looked at: place, period, season, stretch, and what they say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "indicator-study.h"

#include <glib/gi18n-lib.h>

#include "text.h"

struct _BlIndicatorStudy
{
  GObject parent;
  BlSession *session;
  BlIndicator *indicator;
  /* What is asked. */
  char *place;
  BlPeriodKind period;
  gboolean raw, all_years;
  int chart_kind; /* -1: the usual */
  guint32 from, until;
  /* The answers. */
  gboolean answered, season;
  BlIndicatorValues *values;
  BlJudgement *judgement;
  char *reason;
  BlChart *chart;
  GPtrArray *places, *names;
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlIndicatorStudy, bl_indicator_study, G_TYPE_OBJECT)

static void
forget (BlIndicatorStudy *self)
{
  self->answered = self->season = FALSE;
  g_clear_pointer (&self->chart, bl_chart_unref);
  g_clear_pointer (&self->judgement, bl_judgement_free);
  g_clear_pointer (&self->values, bl_indicator_values_free);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->reason, g_free);
}

static void
ask_anew (BlIndicatorStudy *self)
{
  forget (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
has_season (const BlJudgement *judgement)
{
  for (guint s = 0; s < judgement->n_segments; s++)
    if (judgement->segments[s].season.seasonal)
      return TRUE;
  return FALSE;
}

static void
answer (BlIndicatorStudy *self)
{
  BlPlaceAsked place = { self->place, NULL };
  const char *reason = NULL;
  BlBaseFigures *figures;
  BlJudgeQuestion question;

  if (self->answered || self->indicator == NULL)
    return;
  self->answered = TRUE;
  figures = bl_session_get_figures (self->session, &reason);
  if (figures == NULL)
    {
      self->reason = g_strdup (reason);
      return;
    }
  self->values = bl_indicator_values_new (figures, self->indicator, &place, self->period);
  bl_indicator_values_ask (self->values, &question);
  question.raw = self->raw;
  if (!bl_indicator_study_get_stretch (self, &question.from, &question.until) && !self->all_years)
    bl_indicator_values_get_recent (self->values, &question.from);
  self->judgement = bl_judge (self->values->values, &question);
  self->season = has_season (self->judgement);
  if (self->raw && !self->season)
    {
      g_autoptr (BlJudgement) other = NULL;

      question.raw = FALSE;
      other = bl_judge (self->values->values, &question);
      self->season = has_season (other);
    }
}

/* The indicator may be gone, and so may the library; whoever shows it looks for that. */
static void
on_facts_changed (BlIndicatorStudy *self)
{
  BlProject *project = bl_session_get_project (self->session);

  if (self->indicator != NULL && bl_project_find (project, bl_record_get_id (BL_RECORD (self->indicator))) == NULL)
    {
      bl_indicator_study_set_indicator (self, NULL);
      return;
    }
  ask_anew (self);
}

static void
bl_indicator_study_finalize (GObject *object)
{
  BlIndicatorStudy *self = BL_INDICATOR_STUDY (object);

  forget (self);
  g_free (self->place);
  g_clear_object (&self->indicator);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_indicator_study_parent_class)->finalize (object);
}

static void
bl_indicator_study_class_init (BlIndicatorStudyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bl_indicator_study_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
bl_indicator_study_init (BlIndicatorStudy *self)
{
  self->chart_kind = -1;
}

BlIndicatorStudy *
bl_indicator_study_new (BlSession *session)
{
  BlIndicatorStudy *self;

  g_return_val_if_fail (BL_IS_SESSION (session), NULL);
  self = g_object_new (BL_TYPE_INDICATOR_STUDY, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "facts-changed", G_CALLBACK (on_facts_changed), self, G_CONNECT_SWAPPED);
  return self;
}

BlSession *
bl_indicator_study_get_session (BlIndicatorStudy *self)
{
  g_return_val_if_fail (BL_IS_INDICATOR_STUDY (self), NULL);
  return self->session;
}

void
bl_indicator_study_set_indicator (BlIndicatorStudy *self, BlIndicator *indicator)
{
  g_return_if_fail (BL_IS_INDICATOR_STUDY (self));

  if (self->indicator == indicator)
    return;
  g_set_object (&self->indicator, indicator);
  g_free (self->place);
  self->place = indicator != NULL ? g_strdup (bl_record_get_text (BL_RECORD (indicator), "library")) : NULL;
  self->period = BL_PERIOD_KIND_UNKNOWN;
  self->raw = self->all_years = FALSE;
  self->chart_kind = -1;
  self->from = self->until = 0;
  ask_anew (self);
}

BlIndicator *
bl_indicator_study_get_indicator (BlIndicatorStudy *self)
{
  g_return_val_if_fail (BL_IS_INDICATOR_STUDY (self), NULL);
  return self->indicator;
}

void
bl_indicator_study_set_place (BlIndicatorStudy *self, const char *library)
{
  g_return_if_fail (BL_IS_INDICATOR_STUDY (self));

  if (g_strcmp0 (self->place, library) == 0)
    return;
  g_free (self->place);
  self->place = g_strdup (library);
  ask_anew (self);
}

const char *
bl_indicator_study_get_place (BlIndicatorStudy *self)
{
  g_return_val_if_fail (BL_IS_INDICATOR_STUDY (self), NULL);
  return self->place;
}

void
bl_indicator_study_set_period (BlIndicatorStudy *self, BlPeriodKind kind)
{
  g_return_if_fail (BL_IS_INDICATOR_STUDY (self));

  if (kind == bl_indicator_study_get_period (self))
    return;
  self->period = kind;
  ask_anew (self);
}

BlPeriodKind
bl_indicator_study_get_period (BlIndicatorStudy *self)
{
  g_return_val_if_fail (BL_IS_INDICATOR_STUDY (self), BL_PERIOD_KIND_UNKNOWN);

  answer (self);
  return self->values != NULL ? self->values->kind : self->period;
}

void
bl_indicator_study_set_raw (BlIndicatorStudy *self, gboolean raw)
{
  g_return_if_fail (BL_IS_INDICATOR_STUDY (self));

  if (self->raw == raw)
    return;
  self->raw = raw;
  ask_anew (self);
}

gboolean
bl_indicator_study_get_raw (BlIndicatorStudy *self)
{
  g_return_val_if_fail (BL_IS_INDICATOR_STUDY (self), FALSE);
  return self->raw;
}

gboolean
bl_indicator_study_has_season (BlIndicatorStudy *self)
{
  g_return_val_if_fail (BL_IS_INDICATOR_STUDY (self), FALSE);

  answer (self);
  return self->season;
}

void
bl_indicator_study_set_all_years (BlIndicatorStudy *self, gboolean all)
{
  g_return_if_fail (BL_IS_INDICATOR_STUDY (self));

  if (self->all_years == all)
    return;
  self->all_years = all;
  ask_anew (self);
}

gboolean
bl_indicator_study_get_all_years (BlIndicatorStudy *self)
{
  g_return_val_if_fail (BL_IS_INDICATOR_STUDY (self), FALSE);
  return self->all_years;
}

gboolean
bl_indicator_study_has_more_years (BlIndicatorStudy *self)
{
  BlPeriod from;

  g_return_val_if_fail (BL_IS_INDICATOR_STUDY (self), FALSE);

  answer (self);
  return self->values != NULL && self->until == 0 && bl_indicator_values_get_recent (self->values, &from);
}

void
bl_indicator_study_set_chart_kind (BlIndicatorStudy *self, BlChartKind kind)
{
  g_return_if_fail (BL_IS_INDICATOR_STUDY (self));

  if (self->chart_kind == (int) kind)
    return;
  self->chart_kind = (int) kind;
  g_clear_pointer (&self->chart, bl_chart_unref);
  g_signal_emit (self, signals[CHANGED], 0);
}

BlChartKind
bl_indicator_study_get_chart_kind (BlIndicatorStudy *self)
{
  BlChartKind kinds[8];
  guint n;

  g_return_val_if_fail (BL_IS_INDICATOR_STUDY (self), BL_CHART_LINE);

  n = bl_indicator_study_get_charts (self, kinds);
  for (guint i = 0; i < n; i++)
    if ((int) kinds[i] == self->chart_kind)
      return kinds[i];
  return n > 0 ? kinds[0] : BL_CHART_LINE;
}

void
bl_indicator_study_set_stretch (BlIndicatorStudy *self, guint32 from, guint32 until)
{
  g_return_if_fail (BL_IS_INDICATOR_STUDY (self));

  if (self->from == from && self->until == until)
    return;
  self->from = from;
  self->until = until;
  ask_anew (self);
}

gboolean
bl_indicator_study_get_stretch (BlIndicatorStudy *self, BlPeriod *from, BlPeriod *until)
{
  const BlObservations *values;
  BlPeriod first = { 0 }, last = { 0 };

  g_return_val_if_fail (BL_IS_INDICATOR_STUDY (self), FALSE);

  answer (self);
  if (self->until == 0 || self->values == NULL)
    return FALSE;
  values = self->values->values;
  for (guint i = 0; i < values->n; i++)
    {
      const BlPeriod *period = &values->items[i].period;

      if (first.start == 0 && MAX (period->end, period->start + 1) > self->from)
        first = *period;
      if (period->start <= self->until)
        last = *period;
    }
  if (first.start == 0 || last.start < first.start)
    return FALSE;
  *from = first;
  *until = last;
  return TRUE;
}

const BlIndicatorValues *
bl_indicator_study_get_values (BlIndicatorStudy *self, const char **reason)
{
  g_return_val_if_fail (BL_IS_INDICATOR_STUDY (self), NULL);

  answer (self);
  if (reason != NULL)
    *reason = self->reason;
  return self->values;
}

const BlJudgement *
bl_indicator_study_get_judgement (BlIndicatorStudy *self)
{
  g_return_val_if_fail (BL_IS_INDICATOR_STUDY (self), NULL);

  answer (self);
  return self->judgement;
}

guint
bl_indicator_study_get_charts (BlIndicatorStudy *self, BlChartKind kinds[8])
{
  guint n;

  g_return_val_if_fail (BL_IS_INDICATOR_STUDY (self), 0);

  answer (self);
  if (self->judgement == NULL)
    return 0;
  n = bl_indicator_chart_get_kinds (self->values, self->judgement, kinds);
  /* Every library for itself, where figures of them make the service's. */
  if (n > 0 && n < 8 && self->place == NULL && self->values->parts->len > 1)
    kinds[n++] = BL_CHART_MULTIPLES;
  return n;
}

static BlChart *
draw_libraries (BlIndicatorStudy *self)
{
  g_autoptr (GPtrArray) panels = bl_indicator_panels_of_libraries (bl_session_get_figures (self->session, NULL),
                                                                   self->indicator, self->values->kind);
  g_autofree char *name = bl_record_describe (BL_RECORD (self->indicator)), *subtitle = g_strdup_printf (_ ("%s by library"), name);

  return bl_indicator_charts_new_multiples (panels, NULL, subtitle, FALSE);
}

BlChart *
bl_indicator_study_get_chart (BlIndicatorStudy *self)
{
  BlChartKind kinds[8], kind;

  g_return_val_if_fail (BL_IS_INDICATOR_STUDY (self), NULL);

  if (self->chart == NULL && bl_indicator_study_get_charts (self, kinds) > 0)
    {
      kind = bl_indicator_study_get_chart_kind (self);
      self->chart = kind == BL_CHART_MULTIPLES ? draw_libraries (self) : bl_indicator_chart_new (self->values, self->judgement, kind);
    }
  return self->chart;
}

static void
add_place (BlIndicatorStudy *self, const char *id, const char *name)
{
  for (guint i = 1; i < self->places->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->places, i), id) == 0)
      return;
  g_ptr_array_add (self->places, g_strdup (id));
  g_ptr_array_add (self->names, g_strdup (name));
}

/* Libraries in the order of the project, then the points of the service that are none. */
static void
find_places (BlIndicatorStudy *self)
{
  BlProject *project = bl_session_get_project (self->session);
  GListModel *libraries = bl_project_get_libraries (project);
  GListModel *series = bl_record_get_list (BL_RECORD (project), "series");
  gboolean by_library = FALSE;
  BlService *service = bl_project_get_service (project);
  g_autofree char *name = service != NULL ? bl_record_describe (BL_RECORD (service)) : NULL;

  self->places = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->places, NULL);
  g_ptr_array_add (self->names, g_strdup (name != NULL ? name : ""));
  if (self->indicator != NULL)
    bl_indicator_get_geography (self->indicator, &by_library);
  if (!by_library && self->place == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (libraries); i++)
    {
      g_autoptr (BlRecord) library = g_list_model_get_item (libraries, i);
      g_autofree char *words = bl_record_describe (library);
      g_autofree char *shorter = bl_text_short_library_name (words);

      add_place (self, bl_record_get_id (library), shorter);
    }
  for (guint i = 0; i < g_list_model_get_n_items (series); i++)
    {
      g_autoptr (BlRecord) one = g_list_model_get_item (series, i);
      const char *place = bl_record_get_text (one, "place");

      if (bl_record_get_enum (one, "geography") == BL_GEOGRAPHY_LIBRARY && place != NULL
          && bl_record_get_text (one, "library") == NULL)
        add_place (self, place, place);
    }
}

GPtrArray *
bl_indicator_study_get_places (BlIndicatorStudy *self, GPtrArray **names)
{
  g_return_val_if_fail (BL_IS_INDICATOR_STUDY (self), NULL);

  if (self->places == NULL)
    find_places (self);
  if (names != NULL)
    *names = self->names;
  return self->places;
}

guint
bl_indicator_study_get_periods (BlIndicatorStudy *self, BlPeriodKind kinds[8])
{
  g_return_val_if_fail (BL_IS_INDICATOR_STUDY (self), 0);

  return self->indicator != NULL ? bl_indicator_get_periods (self->indicator, kinds) : 0;
}
