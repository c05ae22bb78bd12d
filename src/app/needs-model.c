/* needs-model.c: the index of need that is looked at, and its answers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "needs-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "needs-edit.h"
#include "needs-index.h"

#define PRESET "preset:"
#define TOP 10
#define N_CLASSES 5
/* How long a slider rests before its weight is written, in milliseconds. */
#define REST_MS 150
/* With more rows than this the order is tested only once the weights rest. */
#define MOST_TESTED 3000

struct _BlNeedsModel
{
  GObject parent_instance;

  BlSession *session;
  char *choice;
  char *gone;          /* id of an index that was chosen and went: looked at again when it comes back */
  BlNeedsQuestion *question;
  BlNeeds *areas, *libraries;
  char *reason;
  BlNeedsFirmness *firmness, *quarter;
  BlProfiles *profiles;
  BlUseAgainstNeed *use;
  int tried;           /* measure whose weight is not written yet; -1 for none */
  guint rest_source;
};

G_DEFINE_FINAL_TYPE (BlNeedsModel, bl_needs_model, G_TYPE_OBJECT)

enum
{
  PROP_SESSION = 1,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  WEIGHED,
  CHOICES_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- Which index ------------------------------------------------------------ */

static const char *
preset_name (const char *choice)
{
  return choice != NULL && g_str_has_prefix (choice, PRESET) ? choice + strlen (PRESET) : NULL;
}

BlNeedsIndex *
bl_needs_model_get_index (BlNeedsModel *self)
{
  BlRecord *record = preset_name (self->choice) == NULL && self->choice != NULL
                         ? bl_project_find (bl_session_get_project (self->session), self->choice)
                         : NULL;

  return BL_IS_NEEDS_INDEX (record) ? BL_NEEDS_INDEX (record) : NULL;
}

const BlNeedPreset *
bl_needs_model_get_preset (BlNeedsModel *self)
{
  BlNeedsIndex *index = bl_needs_model_get_index (self);

  return bl_need_preset_find (index != NULL ? bl_record_get_text (BL_RECORD (index), "preset")
                                            : preset_name (self->choice));
}

/* What was chosen may be gone: by undo, or deleted. */
static void
settle_choice (BlNeedsModel *self)
{
  GListModel *indices = bl_project_get_needs (bl_session_get_project (self->session));

  if (self->gone != NULL && BL_IS_NEEDS_INDEX (bl_project_find (bl_session_get_project (self->session), self->gone)))
    {
      g_free (self->choice);
      self->choice = g_steal_pointer (&self->gone);
    }
  if (bl_need_preset_find (preset_name (self->choice)) != NULL || bl_needs_model_get_index (self) != NULL)
    return;
  g_free (self->gone);
  self->gone = g_steal_pointer (&self->choice);
  if (g_list_model_get_n_items (indices) > 0)
    {
      g_autoptr (BlRecord) first = g_list_model_get_item (indices, 0);

      self->choice = g_strdup (bl_record_get_id (first));
    }
  else
    self->choice = g_strconcat (PRESET, bl_need_presets[0].name, NULL);
}

GPtrArray *
bl_needs_model_list_choices (BlNeedsModel *self)
{
  GListModel *indices = bl_project_get_needs (bl_session_get_project (self->session));
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (indices); i++)
    {
      g_autoptr (BlRecord) index = g_list_model_get_item (indices, i);

      g_ptr_array_add (choices, g_strdup (bl_record_get_id (index)));
    }
  for (const BlNeedPreset *preset = bl_need_presets; preset->name != NULL; preset++)
    g_ptr_array_add (choices, g_strconcat (PRESET, preset->name, NULL));
  return choices;
}

char *
bl_needs_model_describe_choice (BlNeedsModel *self, const char *choice)
{
  const BlNeedPreset *preset = bl_need_preset_find (preset_name (choice));
  BlRecord *record = preset == NULL ? bl_project_find (bl_session_get_project (self->session), choice) : NULL;

  if (preset != NULL)
    return g_strdup (_ (preset->title));
  return record != NULL ? bl_record_describe (record) : g_strdup ("");
}

const char *
bl_needs_model_get_choice (BlNeedsModel *self)
{
  return self->choice;
}

/* --- What follows ------------------------------------------------------------ */

static void
forget (BlNeedsModel *self)
{
  g_clear_pointer (&self->areas, bl_needs_free);
  g_clear_pointer (&self->libraries, bl_needs_free);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->firmness, bl_needs_firmness_free);
  g_clear_pointer (&self->quarter, bl_needs_firmness_free);
  g_clear_pointer (&self->profiles, bl_profiles_free);
  g_clear_pointer (&self->use, bl_use_against_need_free);
}

/* What follows from an order of need. @moving: a slider is, and everything must be quick. */
static void
follow (BlNeedsModel *self, gboolean moving)
{
  BlFacts *facts = bl_needs_model_get_facts (self);
  const BlAccess *access = bl_needs_model_get_access (self);
  const BlNeeds *ranked = self->question->of_libraries ? self->libraries : self->areas;

  g_clear_pointer (&self->firmness, bl_needs_firmness_free);
  g_clear_pointer (&self->quarter, bl_needs_firmness_free);
  g_clear_pointer (&self->profiles, bl_profiles_free);
  g_clear_pointer (&self->use, bl_use_against_need_free);
  if (!self->question->of_libraries)
    {
      g_clear_pointer (&self->libraries, bl_needs_free);
      if (self->areas != NULL && access != NULL)
        self->libraries = bl_needs_by_library (facts, self->question, access, self->areas);
    }
  if (ranked != NULL && !(moving && ranked->n_rows > MOST_TESTED))
    {
      self->firmness = bl_needs_firmness_new (ranked, self->question, 0, TOP, TOP, N_CLASSES);
      self->quarter = bl_needs_firmness_new (ranked, self->question, 0.25, 0, TOP, N_CLASSES);
    }
  self->profiles = bl_profiles_compute (facts, self->question, access, self->libraries);
  self->use = bl_use_against_need_new (self->profiles);
}

static void
take_question (BlNeedsModel *self)
{
  BlNeedsIndex *index = bl_needs_model_get_index (self);

  g_clear_pointer (&self->question, bl_needs_question_free);
  self->question = index != NULL ? bl_needs_question_new (index)
                                 : bl_need_preset_to_question (bl_needs_model_get_preset (self));
  g_object_get (self->session, "statutory-only", &self->question->statutory, "cross-boundary",
                &self->question->cross_boundary, NULL);
}

static void
compute (BlNeedsModel *self)
{
  g_autoptr (GError) error = NULL;
  BlNeeds *needs;

  forget (self);
  settle_choice (self);
  take_question (self);
  needs = bl_needs_compute (bl_needs_model_get_facts (self), self->question, bl_needs_model_get_access (self), &error);
  if (self->question->of_libraries)
    self->libraries = needs;
  else
    self->areas = needs;
  if (needs == NULL)
    self->reason = g_strdup (error->message);
  else if (needs->n_known == 0)
    self->reason = g_strdup (_ ("Too little is known of these measures for anything to be ranked."));
  follow (self, FALSE);
}

static void
on_facts_changed (BlNeedsModel *self)
{
  /* Another change came first: what is in the document holds. */
  self->tried = -1;
  g_clear_handle_id (&self->rest_source, g_source_remove);
  compute (self);
  g_signal_emit (self, signals[CHOICES_CHANGED], 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
bl_needs_model_choose (BlNeedsModel *self, const char *choice)
{
  g_return_if_fail (BL_IS_NEEDS_MODEL (self));

  bl_needs_model_keep_weight (self);
  if (g_strcmp0 (self->choice, choice) == 0)
    return;
  g_free (self->choice);
  self->choice = g_strdup (choice);
  g_clear_pointer (&self->gone, g_free);
  compute (self);
  g_signal_emit (self, signals[CHOICES_CHANGED], 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
bl_needs_model_expect (BlNeedsModel *self, const char *choice)
{
  g_return_if_fail (BL_IS_NEEDS_MODEL (self));

  g_free (self->choice);
  self->choice = g_strdup (choice);
  g_clear_pointer (&self->gone, g_free);
}

/* --- Weights while they are moved --------------------------------------------- */

static gboolean
on_rested (gpointer data)
{
  BlNeedsModel *self = data;

  self->rest_source = 0;
  bl_needs_model_keep_weight (self);
  return G_SOURCE_REMOVE;
}

void
bl_needs_model_try_weight (BlNeedsModel *self, guint measure, double weight)
{
  BlNeeds *needs;

  g_return_if_fail (BL_IS_NEEDS_MODEL (self) && measure < self->question->n_measures);

  if (self->question->measures[measure].weight == weight)
    return;
  if (self->tried >= 0 && self->tried != (int) measure)
    bl_needs_model_keep_weight (self);
  self->question->measures[measure].weight = weight;
  self->tried = (int) measure;
  needs = self->question->of_libraries ? self->libraries : self->areas;
  if (needs != NULL && bl_needs_question_total (self->question) > 0)
    {
      bl_needs_weigh (needs, self->question);
      follow (self, TRUE);
    }
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_timeout_add (REST_MS, on_rested, self);
  g_signal_emit (self, signals[WEIGHED], 0);
}

void
bl_needs_model_keep_weight (BlNeedsModel *self)
{
  int measure = self->tried;

  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->tried = -1;
  if (measure >= 0)
    bl_needs_edit_set_weight (self, (guint) measure, self->question->measures[measure].weight);
}

/* --- Overrides ------------------------------------------------------------------ */

static void
bl_needs_model_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlNeedsModel *self = BL_NEEDS_MODEL (object);

  switch (id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_needs_model_constructed (GObject *object)
{
  BlNeedsModel *self = BL_NEEDS_MODEL (object);

  G_OBJECT_CLASS (bl_needs_model_parent_class)->constructed (object);
  g_signal_connect_object (self->session, "facts-changed", G_CALLBACK (on_facts_changed), self, G_CONNECT_SWAPPED);
  compute (self);
}

static void
bl_needs_model_dispose (GObject *object)
{
  BlNeedsModel *self = BL_NEEDS_MODEL (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_needs_model_parent_class)->dispose (object);
}

static void
bl_needs_model_finalize (GObject *object)
{
  BlNeedsModel *self = BL_NEEDS_MODEL (object);

  forget (self);
  g_clear_pointer (&self->question, bl_needs_question_free);
  g_free (self->choice);
  g_free (self->gone);
  G_OBJECT_CLASS (bl_needs_model_parent_class)->finalize (object);
}

static void
bl_needs_model_class_init (BlNeedsModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = bl_needs_model_set_property;
  object_class->constructed = bl_needs_model_constructed;
  object_class->dispose = bl_needs_model_dispose;
  object_class->finalize = bl_needs_model_finalize;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, BL_TYPE_SESSION,
                                                  G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[WEIGHED] = g_signal_new ("weighed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[CHOICES_CHANGED] = g_signal_new ("choices-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
}

static void
bl_needs_model_init (BlNeedsModel *self)
{
  self->tried = -1;
}

BlNeedsModel *
bl_needs_model_new (BlSession *session)
{
  return g_object_new (BL_TYPE_NEEDS_MODEL, "session", session, NULL);
}

BlSession *
bl_needs_model_get_session (BlNeedsModel *self)
{
  return self->session;
}

BlFacts *
bl_needs_model_get_facts (BlNeedsModel *self)
{
  return bl_session_get_facts (self->session);
}

const BlAccess *
bl_needs_model_get_access (BlNeedsModel *self)
{
  const BlCatchments *catchments = bl_session_get_catchments (self->session, NULL);

  return catchments != NULL ? catchments->access : NULL;
}

const BlNeedsQuestion *
bl_needs_model_get_question (BlNeedsModel *self)
{
  return self->question;
}

const BlNeeds *
bl_needs_model_get_areas (BlNeedsModel *self)
{
  return self->areas;
}

const BlNeeds *
bl_needs_model_get_libraries (BlNeedsModel *self)
{
  return self->libraries;
}

const char *
bl_needs_model_get_reason (BlNeedsModel *self)
{
  return self->reason;
}

const BlNeedsFirmness *
bl_needs_model_get_firmness (BlNeedsModel *self)
{
  return self->firmness;
}

const BlNeedsFirmness *
bl_needs_model_get_quarter (BlNeedsModel *self)
{
  return self->quarter;
}

const BlProfiles *
bl_needs_model_get_profiles (BlNeedsModel *self)
{
  return self->profiles;
}

const BlUseAgainstNeed *
bl_needs_model_get_use (BlNeedsModel *self)
{
  return self->use;
}
