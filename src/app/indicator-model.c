/* indicator-model.c: the indicators of a project with their values and verdicts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "indicator-model.h"

/* What of an indicator is told: the newest answer, and of which revision of the project it is. */
typedef struct
{
  BlIndicatorAnswer *answer;
  guint64 revision;
} Entry;

struct _BlIndicatorModel
{
  GObject parent;
  BlSession *session; /* weak: it owns us */
  GHashTable *entries; /* BlIndicator (ref) → Entry */
  guint64 revision;
  guint source;
};

enum
{
  CHANGED,
  ANSWERED,
  FINISHED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlIndicatorModel, bl_indicator_model, G_TYPE_OBJECT)

BlIndicatorAnswer *
bl_indicator_answer_ref (BlIndicatorAnswer *self)
{
  g_ref_count_inc (&self->refs);
  return self;
}

void
bl_indicator_answer_unref (BlIndicatorAnswer *self)
{
  if (!g_ref_count_dec (&self->refs))
    return;
  bl_judgement_free (self->judgement);
  bl_indicator_values_free (self->values);
  g_free (self);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->answer, bl_indicator_answer_unref);
  g_free (entry);
}

static Entry *
work_out (BlIndicatorModel *self, BlIndicator *indicator)
{
  BlBaseFigures *figures = self->session != NULL ? bl_session_get_figures (self->session, NULL) : NULL;
  BlIndicatorAnswer *answer;
  Entry *entry;

  if (figures == NULL)
    return NULL;
  answer = g_new0 (BlIndicatorAnswer, 1);
  g_ref_count_init (&answer->refs);
  answer->values = bl_indicator_values_new (figures, indicator, NULL, BL_PERIOD_KIND_UNKNOWN);
  answer->judgement = bl_indicator_values_judge (answer->values);
  entry = g_new0 (Entry, 1);
  entry->answer = answer;
  entry->revision = self->revision;
  g_hash_table_replace (self->entries, g_object_ref (indicator), entry);
  return entry;
}

/* One that is not of now; full. NULL: all are. */
static BlIndicator *
find_next (BlIndicatorModel *self)
{
  GListModel *indicators = bl_indicator_model_get_indicators (self);

  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
    {
      g_autoptr (BlIndicator) indicator = g_list_model_get_item (indicators, i);
      Entry *entry = g_hash_table_lookup (self->entries, indicator);

      if (entry == NULL || entry->revision != self->revision)
        return g_steal_pointer (&indicator);
    }
  return NULL;
}

/* FALSE: there was nothing left. */
static gboolean
take_step (BlIndicatorModel *self)
{
  g_autoptr (BlIndicator) indicator = find_next (self);

  if (indicator == NULL || work_out (self, indicator) == NULL)
    return FALSE;
  g_signal_emit (self, signals[ANSWERED], 0, indicator);
  return TRUE;
}

static gboolean
on_idle (gpointer data)
{
  BlIndicatorModel *self = data;

  if (self->session != NULL && take_step (self))
    return G_SOURCE_CONTINUE;
  self->source = 0;
  if (self->session != NULL)
    g_signal_emit (self, signals[FINISHED], 0);
  return G_SOURCE_REMOVE;
}

static void
start (BlIndicatorModel *self)
{
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_idle, self, NULL);
}

static gboolean
is_gone (gpointer key, gpointer value, gpointer data)
{
  return bl_record_get_parent (key) == NULL;
}

/* Which libraries count on the map is no question of an indicator, which says so itself. */
static void
on_facts_changed (BlIndicatorModel *self)
{
  guint64 revision = bl_project_get_revision (bl_session_get_project (self->session));

  if (revision == self->revision)
    return;
  self->revision = revision;
  g_hash_table_foreach_remove (self->entries, is_gone, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
  start (self);
}

static void
bl_indicator_model_finalize (GObject *object)
{
  BlIndicatorModel *self = BL_INDICATOR_MODEL (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_weak_pointer (&self->session);
  g_clear_pointer (&self->entries, g_hash_table_unref);
  G_OBJECT_CLASS (bl_indicator_model_parent_class)->finalize (object);
}

static void
bl_indicator_model_class_init (BlIndicatorModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bl_indicator_model_finalize;
  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, BL_TYPE_INDICATOR);
  signals[FINISHED]
      = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bl_indicator_model_init (BlIndicatorModel *self)
{
  self->entries = g_hash_table_new_full (NULL, NULL, g_object_unref, entry_free);
}

BlIndicatorModel *
bl_indicator_model_of (BlSession *session)
{
  static const char key[] = "bl-indicator-model";
  BlIndicatorModel *self = g_object_get_data (G_OBJECT (session), key);

  g_return_val_if_fail (BL_IS_SESSION (session), NULL);
  if (self != NULL)
    return self;
  self = g_object_new (BL_TYPE_INDICATOR_MODEL, NULL);
  g_set_weak_pointer (&self->session, session);
  self->revision = bl_project_get_revision (bl_session_get_project (session));
  g_object_set_data_full (G_OBJECT (session), key, self, g_object_unref);
  g_signal_connect_object (session, "facts-changed", G_CALLBACK (on_facts_changed), self, G_CONNECT_SWAPPED);
  start (self);
  return self;
}

GListModel *
bl_indicator_model_get_indicators (BlIndicatorModel *self)
{
  g_return_val_if_fail (BL_IS_INDICATOR_MODEL (self), NULL);
  return bl_record_get_list (BL_RECORD (bl_session_get_project (self->session)), "indicators");
}

BlIndicatorAnswer *
bl_indicator_model_peek (BlIndicatorModel *self, BlIndicator *indicator)
{
  Entry *entry;

  g_return_val_if_fail (BL_IS_INDICATOR_MODEL (self), NULL);
  entry = g_hash_table_lookup (self->entries, indicator);
  return entry != NULL ? entry->answer : NULL;
}

BlIndicatorAnswer *
bl_indicator_model_get (BlIndicatorModel *self, BlIndicator *indicator)
{
  Entry *entry;

  g_return_val_if_fail (BL_IS_INDICATOR_MODEL (self), NULL);
  entry = g_hash_table_lookup (self->entries, indicator);
  if (entry == NULL || entry->revision != self->revision)
    entry = work_out (self, indicator);
  return entry != NULL ? entry->answer : NULL;
}

gboolean
bl_indicator_model_is_finished (BlIndicatorModel *self)
{
  g_autoptr (BlIndicator) next = NULL;

  g_return_val_if_fail (BL_IS_INDICATOR_MODEL (self), FALSE);
  next = find_next (self);
  return next == NULL || bl_session_get_figures (self->session, NULL) == NULL;
}

void
bl_indicator_model_finish (BlIndicatorModel *self)
{
  g_return_if_fail (BL_IS_INDICATOR_MODEL (self));

  while (take_step (self))
    ;
}
