/* session.c: one open project and what is looked at in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "session.h"

struct _BlSession
{
  GObject parent;
  BlContext *context;
  BlDocument *document;
  BlProject *project; /* the document's */
  char *library, *area, *value, *scenario;
  guint library_state;
  gboolean statutory_only, cross_boundary;
  guint64 generation;
  /* Made at first question after a change. */
  BlFacts *facts;
  gboolean computed;
  BlCatchments *catchments;
  GPtrArray *groups;
  char *reason;
  BlBaseFigures *figures;
  char *no_figures; /* why there are none */
};

enum
{
  PROP_CONTEXT = 1,
  PROP_DOCUMENT,
  PROP_LIBRARY,
  PROP_AREA,
  PROP_VALUE,
  PROP_SCENARIO,
  PROP_LIBRARY_STATE,
  PROP_STATUTORY_ONLY,
  PROP_CROSS_BOUNDARY,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  FACTS_CHANGED,
  ANNOUNCED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlSession, bl_session, G_TYPE_OBJECT)

static void
forget_answers (BlSession *self)
{
  self->computed = FALSE;
  self->generation++;
  g_clear_pointer (&self->catchments, bl_catchments_free);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->figures, bl_base_figures_free);
}

/* What was picked may be gone. */
static void
drop_stale_selection (BlSession *self)
{
  BlFacts *facts = bl_session_get_facts (self);

  if (self->library != NULL && bl_project_find (self->project, self->library) == NULL)
    bl_session_set_library (self, NULL);
  if (self->scenario != NULL && bl_project_find (self->project, self->scenario) == NULL)
    bl_session_set_scenario (self, NULL);
  if (self->area != NULL && bl_facts_find_area (facts, self->area) < 0)
    bl_session_set_area (self, NULL);
}

static void
compute (BlSession *self)
{
  const double limits[] = { BL_MILE, 2 * BL_MILE };
  BlFacts *facts = bl_session_get_facts (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = NULL;
  BlAccessQuestion question = {
    .statutory = self->statutory_only,
    .cross_boundary = self->cross_boundary,
    .limits = limits,
    .n_limits = G_N_ELEMENTS (limits),
  };

  self->computed = TRUE;
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_group_counts_free);
  names = bl_group_suggestions (facts);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GError) group_error = NULL;
      BlGroupCounts *counts = bl_group_counts_new (facts, g_ptr_array_index (names, i), &group_error);

      if (counts != NULL)
        g_ptr_array_add (self->groups, counts);
      else
        g_info ("Left out of the catchments: %s", group_error->message);
    }
  self->catchments = bl_catchments_compute (facts, &question, (BlGroupCounts *const *) self->groups->pdata,
                                            self->groups->len, &error);
  if (self->catchments == NULL)
    self->reason = g_strdup (error->message);
}

static void
on_project_changed (BlSession *self)
{
  g_autoptr (BlFacts) before = g_steal_pointer (&self->facts);

  if (before != NULL)
    bl_facts_take_over (bl_session_get_facts (self), before);
  forget_answers (self);
  drop_stale_selection (self);
  g_signal_emit (self, signals[FACTS_CHANGED], 0);
}

static gboolean
take_text (char **place, const char *text)
{
  if (g_strcmp0 (*place, text) == 0)
    return FALSE;
  g_free (*place);
  *place = g_strdup (text);
  return TRUE;
}

static void
set_counted (BlSession *self, gboolean *place, gboolean counted, guint property)
{
  if (*place == counted)
    return;
  *place = counted;
  forget_answers (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
  g_signal_emit (self, signals[FACTS_CHANGED], 0);
}

/* Changes are signed with the name in the preferences, and with none where there is none. */
static void
on_author_changed (BlSession *self)
{
  g_autofree char *author = g_settings_get_string (bl_context_get_settings (self->context), "author-name");

  bl_project_set_author (self->project, author);
}

static void
bl_session_constructed (GObject *object)
{
  BlSession *self = BL_SESSION (object);

  G_OBJECT_CLASS (bl_session_parent_class)->constructed (object);
  self->project = bl_document_get_project (self->document);
  g_signal_connect_object (self->project, "changed", G_CALLBACK (on_project_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bl_context_get_settings (self->context), "changed::author-name",
                           G_CALLBACK (on_author_changed), self, G_CONNECT_SWAPPED);
  on_author_changed (self);
  if (bl_project_find_value (self->project, "imd_decile") != NULL)
    self->value = g_strdup ("imd_decile");
  else
    self->value = g_strdup ("nearest");
}

static void
bl_session_finalize (GObject *object)
{
  BlSession *self = BL_SESSION (object);

  forget_answers (self);
  g_clear_pointer (&self->facts, bl_facts_unref);
  g_clear_object (&self->context);
  g_clear_object (&self->document);
  g_free (self->no_figures);
  g_free (self->library);
  g_free (self->area);
  g_free (self->value);
  g_free (self->scenario);
  G_OBJECT_CLASS (bl_session_parent_class)->finalize (object);
}

static void
bl_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlSession *self = BL_SESSION (object);

  switch (id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_LIBRARY:
      g_value_set_string (value, self->library);
      break;
    case PROP_AREA:
      g_value_set_string (value, self->area);
      break;
    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;
    case PROP_SCENARIO:
      g_value_set_string (value, self->scenario);
      break;
    case PROP_LIBRARY_STATE:
      g_value_set_uint (value, self->library_state);
      break;
    case PROP_STATUTORY_ONLY:
      g_value_set_boolean (value, self->statutory_only);
      break;
    case PROP_CROSS_BOUNDARY:
      g_value_set_boolean (value, self->cross_boundary);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlSession *self = BL_SESSION (object);

  switch (id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    case PROP_DOCUMENT:
      self->document = g_value_dup_object (value);
      break;
    case PROP_LIBRARY:
      bl_session_set_library (self, g_value_get_string (value));
      break;
    case PROP_AREA:
      bl_session_set_area (self, g_value_get_string (value));
      break;
    case PROP_VALUE:
      bl_session_set_value (self, g_value_get_string (value));
      break;
    case PROP_SCENARIO:
      bl_session_set_scenario (self, g_value_get_string (value));
      break;
    case PROP_LIBRARY_STATE:
      if (self->library_state == g_value_get_uint (value))
        break;
      self->library_state = g_value_get_uint (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_STATUTORY_ONLY:
      set_counted (self, &self->statutory_only, g_value_get_boolean (value), PROP_STATUTORY_ONLY);
      break;
    case PROP_CROSS_BOUNDARY:
      set_counted (self, &self->cross_boundary, g_value_get_boolean (value), PROP_CROSS_BOUNDARY);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_session_class_init (BlSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags free = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = bl_session_constructed;
  object_class->finalize = bl_session_finalize;
  object_class->get_property = bl_session_get_property;
  object_class->set_property = bl_session_set_property;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, BL_TYPE_CONTEXT, once);
  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, BL_TYPE_DOCUMENT, once);
  properties[PROP_LIBRARY] = g_param_spec_string ("library", NULL, NULL, NULL, free);
  properties[PROP_AREA] = g_param_spec_string ("area", NULL, NULL, NULL, free);
  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, free);
  properties[PROP_SCENARIO] = g_param_spec_string ("scenario", NULL, NULL, NULL, free);
  properties[PROP_LIBRARY_STATE] = g_param_spec_uint ("library-state", NULL, NULL, 0, G_MAXUINT, 0, free);
  properties[PROP_STATUTORY_ONLY] = g_param_spec_boolean ("statutory-only", NULL, NULL, FALSE, free);
  properties[PROP_CROSS_BOUNDARY] = g_param_spec_boolean ("cross-boundary", NULL, NULL, FALSE, free);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FACTS_CHANGED] = g_signal_new ("facts-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  signals[ANNOUNCED] = g_signal_new ("announced", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bl_session_init (BlSession *self)
{
}

BlSession *
bl_session_new (BlContext *context, BlDocument *document)
{
  return g_object_new (BL_TYPE_SESSION, "context", context, "document", document, NULL);
}

BlContext *
bl_session_get_context (BlSession *self)
{
  g_return_val_if_fail (BL_IS_SESSION (self), NULL);
  return self->context;
}

BlDocument *
bl_session_get_document (BlSession *self)
{
  g_return_val_if_fail (BL_IS_SESSION (self), NULL);
  return self->document;
}

BlProject *
bl_session_get_project (BlSession *self)
{
  g_return_val_if_fail (BL_IS_SESSION (self), NULL);
  return self->project;
}

gboolean
bl_session_get_editable (BlSession *self)
{
  g_return_val_if_fail (BL_IS_SESSION (self), FALSE);

  return !bl_document_get_newer (self->document) && !bl_document_get_look_only (self->document);
}

BlFacts *
bl_session_get_facts (BlSession *self)
{
  g_return_val_if_fail (BL_IS_SESSION (self), NULL);

  if (self->facts == NULL)
    self->facts = bl_facts_new (self->project);
  return self->facts;
}

const BlCatchments *
bl_session_get_catchments (BlSession *self, const char **reason)
{
  g_return_val_if_fail (BL_IS_SESSION (self), NULL);

  if (!self->computed)
    compute (self);
  if (reason != NULL)
    *reason = self->reason;
  return self->catchments;
}

GPtrArray *
bl_session_get_groups (BlSession *self)
{
  g_return_val_if_fail (BL_IS_SESSION (self), NULL);

  if (!self->computed)
    compute (self);
  return self->groups;
}

BlBaseFigures *
bl_session_get_figures (BlSession *self, const char **reason)
{
  g_return_val_if_fail (BL_IS_SESSION (self), NULL);

  if (self->figures != NULL && !bl_base_figures_is_current (self->figures))
    g_clear_pointer (&self->figures, bl_base_figures_free);
  if (self->figures == NULL)
    {
      g_autoptr (GError) error = NULL;
      BlDictionary *dictionary = bl_context_get_dictionary (self->context, &error);

      g_clear_pointer (&self->no_figures, g_free);
      if (dictionary != NULL)
        self->figures = bl_base_figures_new (self->project, bl_session_get_facts (self), dictionary);
      else
        self->no_figures = g_strdup (error->message);
    }
  if (reason != NULL)
    *reason = self->no_figures;
  return self->figures;
}

const char *
bl_session_get_library (BlSession *self)
{
  g_return_val_if_fail (BL_IS_SESSION (self), NULL);
  return self->library;
}

void
bl_session_set_library (BlSession *self, const char *id)
{
  g_return_if_fail (BL_IS_SESSION (self));

  if (take_text (&self->library, id))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY]);
}

const char *
bl_session_get_area (BlSession *self)
{
  g_return_val_if_fail (BL_IS_SESSION (self), NULL);
  return self->area;
}

void
bl_session_set_area (BlSession *self, const char *code)
{
  g_return_if_fail (BL_IS_SESSION (self));

  if (take_text (&self->area, code))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AREA]);
}

const char *
bl_session_get_value (BlSession *self)
{
  g_return_val_if_fail (BL_IS_SESSION (self), NULL);
  return self->value;
}

void
bl_session_set_value (BlSession *self, const char *name)
{
  g_return_if_fail (BL_IS_SESSION (self));

  if (take_text (&self->value, name))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

const char *
bl_session_get_scenario (BlSession *self)
{
  g_return_val_if_fail (BL_IS_SESSION (self), NULL);
  return self->scenario;
}

void
bl_session_set_scenario (BlSession *self, const char *id)
{
  g_return_if_fail (BL_IS_SESSION (self));

  if (take_text (&self->scenario, id))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCENARIO]);
}

guint64
bl_session_get_generation (BlSession *self)
{
  g_return_val_if_fail (BL_IS_SESSION (self), 0);
  return self->generation;
}

void
bl_session_announce (BlSession *self, const char *done)
{
  g_return_if_fail (BL_IS_SESSION (self));
  g_signal_emit (self, signals[ANNOUNCED], 0, done);
}
