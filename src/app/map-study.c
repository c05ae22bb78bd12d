/* map-study.c: what the page Map asks of the project, by the means chosen there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-study.h"

#include <glib/gi18n-lib.h>

struct _BlMapStudy
{
  GObject parent_instance;

  BlSession *session;
  char *by, *second;
  GHashTable *rules; /* BlClassRule by name of value */

  BlFacts *facts;         /* what was asked about last */
  BlTravelMatrix *matrix; /* of those facts, by road or table */
  BlCatchments *catchments;
  char *reason;
  GCancellable *cancellable; /* of the matrix on its way */
};

G_DEFINE_FINAL_TYPE (BlMapStudy, bl_map_study, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_BY,
  PROP_SECOND,
  PROP_BUSY,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  RULES_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- The way, worked out in a thread ------------------------------------------------ */

typedef struct
{
  BlFacts *facts;
  char *by;
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
  g_autoptr (GError) error = NULL;
  BlTravel travel;
  BlTravelMatrix *matrix = NULL;

  if (bl_travel_parse (work->facts, work->by, &travel, &error))
    matrix = bl_travel_matrix_new (work->facts, &travel, cancellable, &error);
  if (matrix != NULL)
    g_task_return_pointer (task, matrix, (GDestroyNotify) bl_travel_matrix_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static gboolean
is_straight (BlMapStudy *self)
{
  return g_str_equal (self->by, "straight");
}

static void
forget (BlMapStudy *self)
{
  g_clear_pointer (&self->catchments, bl_catchments_free);
  g_clear_pointer (&self->reason, g_free);
}

static void
set_busy (BlMapStudy *self, GCancellable *cancellable)
{
  gboolean before = self->cancellable != NULL;

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, cancellable);
  if (before != (cancellable != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
compute (BlMapStudy *self)
{
  static const double limits[] = { BL_MILE, 2 * BL_MILE };
  BlFacts *facts = bl_session_get_facts (self->session);
  GPtrArray *groups = bl_session_get_groups (self->session);
  BlAccessQuestion question = bl_map_study_get_question (self);
  g_autoptr (GError) error = NULL;

  forget (self);
  /* A table of travel times knows no metres. */
  if (question.travel.by != BL_BY_TABLE)
    {
      question.limits = limits;
      question.n_limits = G_N_ELEMENTS (limits);
    }
  self->catchments = bl_catchments_compute (facts, &question, (BlGroupCounts *const *) groups->pdata, groups->len,
                                            &error);
  if (self->catchments == NULL)
    self->reason = g_strdup (error->message);
}

static void
on_matrix (GObject *source, GAsyncResult *result, gpointer data)
{
  BlMapStudy *self = BL_MAP_STUDY (source);
  g_autoptr (GError) error = NULL;
  BlTravelMatrix *matrix = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_CANCELLED)
      || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    {
      /* Another question has been asked since. */
      g_clear_pointer (&matrix, bl_travel_matrix_unref);
      return;
    }
  set_busy (self, NULL);
  forget (self);
  g_clear_pointer (&self->matrix, bl_travel_matrix_unref);
  self->matrix = matrix;
  if (matrix != NULL)
    compute (self);
  else
    self->reason = g_strdup (error->message);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ask (BlMapStudy *self)
{
  g_clear_pointer (&self->facts, bl_facts_unref);
  self->facts = bl_facts_ref (bl_session_get_facts (self->session));
  forget (self);
  g_clear_pointer (&self->matrix, bl_travel_matrix_unref);
  if (is_straight (self))
    set_busy (self, NULL);
  else
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GTask) task = g_task_new (self, cancellable, on_matrix, NULL);
      Work *work = g_new0 (Work, 1);

      work->facts = bl_facts_ref (self->facts);
      work->by = g_strdup (self->by);
      g_task_set_source_tag (task, ask);
      g_task_set_check_cancellable (task, FALSE);
      g_task_set_task_data (task, work, (GDestroyNotify) work_free);
      set_busy (self, cancellable);
      self->reason = g_strdup (_ ("The way by road is being worked out…"));
      g_task_run_in_thread (task, run);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_facts_changed (BlMapStudy *self)
{
  BlFacts *facts = bl_session_get_facts (self->session);
  BlTravel travel;

  /* What it went by may be gone. */
  if (!bl_travel_parse (facts, self->by, &travel, NULL) || !bl_travel_is_possible (facts, &travel, NULL))
    {
      g_free (self->by);
      self->by = g_strdup ("straight");
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BY]);
    }
  /* Other libraries count: the way to each is as long as it was. */
  if (self->matrix != NULL && self->cancellable == NULL && self->facts == facts)
    {
      compute (self);
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }
  ask (self);
}

/* --- Overrides ------------------------------------------------------------------------ */

static void
bl_map_study_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlMapStudy *self = BL_MAP_STUDY (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_BY:
      g_value_set_string (value, self->by);
      break;
    case PROP_SECOND:
      g_value_set_string (value, self->second);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->cancellable != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_map_study_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlMapStudy *self = BL_MAP_STUDY (object);
  const char *text;

  switch (id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_BY:
      text = g_value_get_string (value);
      if (g_strcmp0 (self->by, text) == 0 || text == NULL)
        return;
      g_free (self->by);
      self->by = g_strdup (text);
      g_object_notify_by_pspec (object, pspec);
      ask (self);
      break;
    case PROP_SECOND:
      text = g_value_get_string (value);
      /* No value is said by an empty word where a menu cannot say nothing. */
      if (text != NULL && *text == '\0')
        text = NULL;
      if (g_strcmp0 (self->second, text) == 0)
        return;
      g_free (self->second);
      self->second = g_strdup (text);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_map_study_constructed (GObject *object)
{
  BlMapStudy *self = BL_MAP_STUDY (object);

  G_OBJECT_CLASS (bl_map_study_parent_class)->constructed (object);
  g_signal_connect_object (self->session, "facts-changed", G_CALLBACK (on_facts_changed), self, G_CONNECT_SWAPPED);
}

static void
bl_map_study_dispose (GObject *object)
{
  BlMapStudy *self = BL_MAP_STUDY (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_map_study_parent_class)->dispose (object);
}

static void
bl_map_study_finalize (GObject *object)
{
  BlMapStudy *self = BL_MAP_STUDY (object);

  forget (self);
  g_clear_pointer (&self->matrix, bl_travel_matrix_unref);
  g_clear_pointer (&self->facts, bl_facts_unref);
  g_clear_pointer (&self->rules, g_hash_table_unref);
  g_free (self->by);
  g_free (self->second);
  G_OBJECT_CLASS (bl_map_study_parent_class)->finalize (object);
}

static void
bl_map_study_class_init (BlMapStudyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = bl_map_study_constructed;
  object_class->dispose = bl_map_study_dispose;
  object_class->finalize = bl_map_study_finalize;
  object_class->get_property = bl_map_study_get_property;
  object_class->set_property = bl_map_study_set_property;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, BL_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BY] = g_param_spec_string ("by", NULL, NULL, NULL, flags);
  properties[PROP_SECOND] = g_param_spec_string ("second", NULL, NULL, NULL, flags);
  properties[PROP_BUSY]
      = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[RULES_CHANGED] = g_signal_new ("rules-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
}

static void
bl_map_study_init (BlMapStudy *self)
{
  self->by = g_strdup ("straight");
  self->rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

BlMapStudy *
bl_map_study_new (BlSession *session)
{
  return g_object_new (BL_TYPE_MAP_STUDY, "session", session, NULL);
}

BlSession *
bl_map_study_get_session (BlMapStudy *self)
{
  g_return_val_if_fail (BL_IS_MAP_STUDY (self), NULL);
  return self->session;
}

const char *
bl_map_study_get_by (BlMapStudy *self)
{
  g_return_val_if_fail (BL_IS_MAP_STUDY (self), NULL);
  return self->by;
}

BlTravel
bl_map_study_get_travel (BlMapStudy *self)
{
  BlTravel travel = { 0 };

  g_return_val_if_fail (BL_IS_MAP_STUDY (self), travel);
  if (!bl_travel_parse (bl_session_get_facts (self->session), self->by, &travel, NULL))
    travel = (BlTravel){ 0 };
  return travel;
}

const char *
bl_map_study_get_second (BlMapStudy *self)
{
  g_return_val_if_fail (BL_IS_MAP_STUDY (self), NULL);
  return self->second;
}

const BlCatchments *
bl_map_study_get_catchments (BlMapStudy *self, const char **reason)
{
  g_return_val_if_fail (BL_IS_MAP_STUDY (self), NULL);

  if (is_straight (self))
    return bl_session_get_catchments (self->session, reason);
  if (reason != NULL)
    *reason = self->reason;
  return self->catchments;
}

BlAccessQuestion
bl_map_study_get_question (BlMapStudy *self)
{
  BlAccessQuestion question = { 0 };

  g_return_val_if_fail (BL_IS_MAP_STUDY (self), question);
  g_object_get (self->session, "statutory-only", &question.statutory, "cross-boundary", &question.cross_boundary, NULL);
  question.travel = bl_map_study_get_travel (self);
  question.matrix = self->matrix;
  return question;
}

gboolean
bl_map_study_get_busy (BlMapStudy *self)
{
  g_return_val_if_fail (BL_IS_MAP_STUDY (self), FALSE);
  return self->cancellable != NULL;
}

BlClassRule
bl_map_study_get_rule (BlMapStudy *self, const char *value)
{
  const BlClassRule *rule;

  g_return_val_if_fail (BL_IS_MAP_STUDY (self), (BlClassRule){ 0 });
  rule = value != NULL ? g_hash_table_lookup (self->rules, value) : NULL;
  return rule != NULL ? *rule : (BlClassRule){ 0 };
}

void
bl_map_study_set_rule (BlMapStudy *self, const char *value, const BlClassRule *rule)
{
  BlClassRule before = bl_map_study_get_rule (self, value);

  g_return_if_fail (BL_IS_MAP_STUDY (self));
  g_return_if_fail (value != NULL && rule != NULL);

  if (bl_class_rule_equal (&before, rule))
    return;
  g_hash_table_insert (self->rules, g_strdup (value), g_memdup2 (rule, sizeof *rule));
  g_signal_emit (self, signals[RULES_CHANGED], 0);
}
