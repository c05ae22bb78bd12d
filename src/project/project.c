/* project.c: a planning project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "project-private.h"

#include <glib/gi18n-lib.h>

#include "action.h"
#include "appraisal.h"
#include "assessment.h"
#include "consultation.h"
#include "decision.h"
#include "kept-table.h"
#include "needs-index.h"
#include "postcodes.h"
#include "register.h"
#include "scenario.h"
#include "series.h"
#include "stop.h"
#include "travel-times.h"
#include "use.h"
#include "version.h"

enum
{
  PROP_MODIFIED = 1000,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (BlProject, bl_project, BL_TYPE_RECORD,
                               G_IMPLEMENT_INTERFACE (BL_TYPE_TRANSACTOR, bl_project_transactor_init))

void
bl_project_emit_changed (BlProject *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- GObject -------------------------------------------------------------- */

static void
bl_project_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlProject *self = BL_PROJECT (object);

  switch (id)
    {
    case PROP_MODIFIED:
      g_value_set_boolean (value, bl_project_get_modified (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, bl_project_get_undo_name (self) != NULL);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, bl_project_get_redo_name (self) != NULL);
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, bl_project_get_undo_name (self));
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, bl_project_get_redo_name (self));
      break;
    default:
      G_OBJECT_CLASS (bl_project_parent_class)->get_property (object, id, value, pspec);
    }
}

static void
bl_project_dispose (GObject *object)
{
  BlProject *self = BL_PROJECT (object);

  bl_record_set_transactor (BL_RECORD (self), NULL);
  bl_project_drop_transaction (self);
  g_list_store_remove_all (self->steps);
  g_hash_table_remove_all (self->by_id);
  G_OBJECT_CLASS (bl_project_parent_class)->dispose (object);
}

static void
bl_project_finalize (GObject *object)
{
  BlProject *self = BL_PROJECT (object);

  g_clear_object (&self->ids);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->author, g_free);
  g_clear_object (&self->steps);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_clear_pointer (&self->touch_order, g_ptr_array_unref);
  g_clear_pointer (&self->fresh, g_hash_table_unref);
  g_clear_pointer (&self->fresh_order, g_ptr_array_unref);
  g_clear_pointer (&self->gone, g_hash_table_unref);
  G_OBJECT_CLASS (bl_project_parent_class)->finalize (object);
}

typedef struct
{
  BlProject *project;
  GPtrArray *faults;
} Validation;

static gboolean
validate_references (BlRecord *record, gpointer data)
{
  Validation *validation = data;
  GPtrArray *fields = bl_record_get_fields (record);

  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);
      const char *id;

      if (field->type != BL_FIELD_REFERENCE)
        continue;
      id = bl_record_get_text (record, field->name);
      if (id != NULL && bl_project_find (validation->project, id) == NULL)
        g_ptr_array_add (validation->faults,
                         bl_fault_new (BL_SEVERITY_ERROR, bl_record_get_id (record), field->name, 0,
                                       _("%s: what it refers to, “%s”, is not in the project"), _(field->title), id));
    }
  return TRUE;
}

static void
bl_project_validate (BlRecord *record, GPtrArray *faults)
{
  BlProject *self = BL_PROJECT (record);
  BlAreas *areas = bl_project_get_areas (self);
  GListModel *values = bl_project_get_values (self);
  guint n = g_list_model_get_n_items (values);
  guint n_areas = areas == NULL ? 0 : bl_areas_get_n (areas);
  Validation validation = { self, faults };

  if (bl_project_get_service (self) == NULL)
    g_ptr_array_add (faults, bl_fault_new (BL_SEVERITY_WARNING, bl_record_get_id (record), "service", 0,
                                           _("the project says no library service")));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlValueSet) value = g_list_model_get_item (values, i);
      BlTable *numbers = bl_record_get_table (BL_RECORD (value), "numbers");

      if (numbers != NULL && bl_table_get_n_rows (numbers) != n_areas)
        g_ptr_array_add (faults, bl_fault_new (BL_SEVERITY_ERROR, bl_record_get_id (BL_RECORD (value)), "numbers", 0,
                                               _("%s does not fit the areas: numbers %u, areas %u"), bl_value_set_get_title (value),
                                               bl_table_get_n_rows (numbers), n_areas));
    }
  bl_record_walk (record, validate_references, &validation);
}

static void
bl_project_class_init (BlProjectClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bl_project_get_property;
  object_class->dispose = bl_project_dispose;
  object_class->finalize = bl_project_finalize;
  record_class->validate = bl_project_validate;
  bl_record_class_set_kind (record_class, "project", N_ ("project"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_integer (record_class, "year", N_ ("year"));
  bl_record_class_add_date (record_class, "created", N_ ("date made"));
  bl_record_class_add_boolean (record_class, "sample", N_ ("sample"));
  bl_record_class_add_long_text (record_class, "sample-note", N_ ("what in the sample is made up"));
  bl_record_class_add_child (record_class, "service", N_ ("library service"), BL_TYPE_SERVICE);
  bl_record_class_add_list (record_class, "libraries", N_ ("libraries"), BL_TYPE_LIBRARY, TRUE);
  bl_record_class_add_list (record_class, "libraries-nearby", N_ ("neighbouring libraries"), BL_TYPE_LIBRARY, TRUE);
  bl_record_class_add_child (record_class, "areas", N_ ("areas"), BL_TYPE_AREAS);
  bl_record_class_add_list (record_class, "values", N_ ("figures by area"), BL_TYPE_VALUE_SET, TRUE);
  bl_record_class_add_list (record_class, "groups", N_ ("groups of people"), BL_TYPE_GROUP, TRUE);
  bl_record_class_add_child (record_class, "network", N_ ("road network"), BL_TYPE_NETWORK);
  bl_record_class_add_list (record_class, "travel", N_ ("travel times"), BL_TYPE_TRAVEL_TIMES, TRUE);
  bl_record_class_add_list (record_class, "members", N_ ("use by area"), BL_TYPE_USE, TRUE);
  bl_record_class_add_child (record_class, "postcodes", N_ ("postcodes"), BL_TYPE_POSTCODES);
  bl_record_class_add_list (record_class, "stops", N_ ("stops of mobile libraries"), BL_TYPE_STOP, TRUE);
  bl_record_class_add_list (record_class, "scenarios", N_ ("scenarios"), BL_TYPE_SCENARIO, TRUE);
  bl_record_class_add_list (record_class, "needs", N_ ("indexes of need"), BL_TYPE_NEEDS_INDEX, TRUE);
  bl_record_class_add_list (record_class, "indicators", N_ ("indicators"), BL_TYPE_INDICATOR, TRUE);
  bl_record_class_add_list (record_class, "series", N_ ("series"), BL_TYPE_SERIES, TRUE);
  bl_record_class_add_list (record_class, "comparisons", N_ ("figures of many authorities"), BL_TYPE_COMPARISON, TRUE);
  bl_record_class_add_list (record_class, "similar", N_ ("similar authorities"), BL_TYPE_NEIGHBOURS, TRUE);
  bl_record_class_add_list (record_class, "frameworks", N_ ("frameworks"), BL_TYPE_FRAMEWORK, TRUE);
  bl_record_class_add_list (record_class, "assessments", N_ ("self-assessments"), BL_TYPE_ASSESSMENT, TRUE);
  bl_record_class_add_list (record_class, "local-needs", N_ ("local needs"), BL_TYPE_LOCAL_NEED, TRUE);
  bl_record_class_add_list (record_class, "workflows", N_ ("workflows"), BL_TYPE_WORKFLOW, TRUE);
  bl_record_class_add_list (record_class, "evidence", N_ ("evidence"), BL_TYPE_EVIDENCE, TRUE);
  bl_record_class_add_list (record_class, "consultations", N_ ("consultations"), BL_TYPE_CONSULTATION, TRUE);
  bl_record_class_add_list (record_class, "appraisals", N_ ("appraisals"), BL_TYPE_APPRAISAL, TRUE);
  bl_record_class_add_list (record_class, "decisions", N_ ("decisions"), BL_TYPE_DECISION, TRUE);
  bl_record_class_add_list (record_class, "actions", N_ ("actions"), BL_TYPE_ACTION, TRUE);
  bl_record_class_add_list (record_class, "risks", N_ ("risks"), BL_TYPE_RISK, TRUE);
  bl_record_class_add_list (record_class, "progress-reports", N_ ("progress reports"), BL_TYPE_PROGRESS_REPORT, TRUE);
  bl_record_class_add_list (record_class, "registers", N_ ("registers"), BL_TYPE_REGISTER_ENTRY, TRUE);
  bl_record_class_add_list (record_class, "links", N_ ("links"), BL_TYPE_THREAD_LINK, TRUE);
  bl_record_class_add_list (record_class, "versions", N_ ("marked versions"), BL_TYPE_VERSION, TRUE);

  g_object_class_install_property (object_class, PROP_MODIFIED,
                                   g_param_spec_boolean ("modified", NULL, NULL, FALSE, readable));
  g_object_class_install_property (object_class, PROP_CAN_UNDO,
                                   g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, readable));
  g_object_class_install_property (object_class, PROP_CAN_REDO,
                                   g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, readable));
  g_object_class_install_property (object_class, PROP_UNDO_NAME,
                                   g_param_spec_string ("undo-name", NULL, NULL, NULL, readable));
  g_object_class_install_property (object_class, PROP_REDO_NAME,
                                   g_param_spec_string ("redo-name", NULL, NULL, NULL, readable));
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
bl_project_init (BlProject *self)
{
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->touched = g_hash_table_new (NULL, NULL);
  self->touch_order = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_change_free);
  self->fresh = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->fresh_order = g_ptr_array_new ();
  self->gone = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->steps = g_list_store_new (BL_TYPE_STEP);
}

/* --- Public --------------------------------------------------------------- */

BlProject *
bl_project_new (BlIds *ids, BlClock *clock)
{
  BlProject *self = g_object_new (BL_TYPE_PROJECT, NULL);

  bl_record_set_date (BL_RECORD (self), "created", bl_clock_today (clock));
  bl_project_set_context (self, ids, clock);
  return self;
}

void
bl_project_set_context (BlProject *self, BlIds *ids, BlClock *clock)
{
  g_return_if_fail (BL_IS_PROJECT (self) && BL_IS_IDS (ids) && BL_IS_CLOCK (clock));

  g_set_object (&self->ids, ids);
  g_set_object (&self->clock, clock);
  bl_project_reindex (self);
  bl_record_set_transactor (BL_RECORD (self), BL_TRANSACTOR (self));
}

void
bl_project_register_kinds (void)
{
  g_type_ensure (BL_TYPE_PROJECT);
  g_type_ensure (BL_TYPE_SERVICE);
  g_type_ensure (BL_TYPE_LIBRARY);
  g_type_ensure (BL_TYPE_STATUS);
  g_type_ensure (BL_TYPE_AREAS);
  g_type_ensure (BL_TYPE_VALUE_SET);
  g_type_ensure (BL_TYPE_GROUP);
  g_type_ensure (BL_TYPE_NETWORK);
  g_type_ensure (BL_TYPE_FIGURE);
  g_type_ensure (BL_TYPE_TRAVEL_TIMES);
  g_type_ensure (BL_TYPE_TRAVEL_COLUMN);
  g_type_ensure (BL_TYPE_USE);
  g_type_ensure (BL_TYPE_USE_COLUMN);
  g_type_ensure (BL_TYPE_POSTCODES);
  g_type_ensure (BL_TYPE_STOP);
  g_type_ensure (BL_TYPE_SCENARIO);
  g_type_ensure (BL_TYPE_SCENARIO_CHANGE);
  g_type_ensure (BL_TYPE_SCENARIO_EFFECT);
  g_type_ensure (BL_TYPE_NEEDS_INDEX);
  g_type_ensure (BL_TYPE_INDEX_MEASURE);
  g_type_ensure (BL_TYPE_INDICATOR);
  g_type_ensure (BL_TYPE_BREAK);
  g_type_ensure (BL_TYPE_COMMENT);
  g_type_ensure (BL_TYPE_SERIES);
  g_type_ensure (BL_TYPE_COMPARISON);
  g_type_ensure (BL_TYPE_NEIGHBOURS);
  g_type_ensure (BL_TYPE_SCALE_LEVEL);
  g_type_ensure (BL_TYPE_SCALE_OF_LEVELS);
  g_type_ensure (BL_TYPE_RESULTS_MEASURE);
  g_type_ensure (BL_TYPE_RESULTS_AREA);
  g_type_ensure (BL_TYPE_CRITERION);
  g_type_ensure (BL_TYPE_CHARACTERISTIC);
  g_type_ensure (BL_TYPE_FRAMEWORK_SECTION);
  g_type_ensure (BL_TYPE_SCRIPT_ENTRY);
  g_type_ensure (BL_TYPE_SCRIPT);
  g_type_ensure (BL_TYPE_FRAMEWORK);
  g_type_ensure (BL_TYPE_ASSESSMENT_MEMBER);
  g_type_ensure (BL_TYPE_RATING);
  g_type_ensure (BL_TYPE_FINDING);
  g_type_ensure (BL_TYPE_DISCUSSION);
  g_type_ensure (BL_TYPE_AGREEMENT);
  g_type_ensure (BL_TYPE_DISSENT);
  g_type_ensure (BL_TYPE_RESULT);
  g_type_ensure (BL_TYPE_STATEMENT);
  g_type_ensure (BL_TYPE_PARKED_NOTE);
  g_type_ensure (BL_TYPE_EXHIBIT);
  g_type_ensure (BL_TYPE_ASSESSMENT);
  g_type_ensure (BL_TYPE_RESPONSE);
  g_type_ensure (BL_TYPE_MILESTONE);
  g_type_ensure (BL_TYPE_PROGRESS);
  g_type_ensure (BL_TYPE_ACTION);
  g_type_ensure (BL_TYPE_ENTRY_FIELD);
  g_type_ensure (BL_TYPE_CATALOGUE_ITEM);
  g_type_ensure (BL_TYPE_CATALOGUE);
  g_type_ensure (BL_TYPE_ATTACHMENT);
  g_type_ensure (BL_TYPE_TASK);
  g_type_ensure (BL_TYPE_STAGE);
  g_type_ensure (BL_TYPE_NAMED_DATE);
  g_type_ensure (BL_TYPE_READINESS_NOTE);
  g_type_ensure (BL_TYPE_SELF_ANSWER);
  g_type_ensure (BL_TYPE_WORKFLOW);
  g_type_ensure (BL_TYPE_LENS_MARKING);
  g_type_ensure (BL_TYPE_LOCAL_NEED);
  g_type_ensure (BL_TYPE_EVIDENCE);
  g_type_ensure (BL_TYPE_THREAD_LINK);
  g_type_ensure (BL_TYPE_SURVEY_QUESTION);
  g_type_ensure (BL_TYPE_SURVEY_COLUMN);
  g_type_ensure (BL_TYPE_SURVEY);
  g_type_ensure (BL_TYPE_CODING);
  g_type_ensure (BL_TYPE_THEME);
  g_type_ensure (BL_TYPE_GROUP_REACH);
  g_type_ensure (BL_TYPE_CONSULTATION_CHECK);
  g_type_ensure (BL_TYPE_CONSULTATION);
  g_type_ensure (BL_TYPE_SIFT);
  g_type_ensure (BL_TYPE_COST_LINE);
  g_type_ensure (BL_TYPE_OPTION);
  g_type_ensure (BL_TYPE_WEIGHED_CRITERION);
  g_type_ensure (BL_TYPE_SCORER);
  g_type_ensure (BL_TYPE_SCORE);
  g_type_ensure (BL_TYPE_SWING);
  g_type_ensure (BL_TYPE_APPRAISAL);
  g_type_ensure (BL_TYPE_RISK);
  g_type_ensure (BL_TYPE_FROZEN);
  g_type_ensure (BL_TYPE_DECISION);
  g_type_ensure (BL_TYPE_REGISTER_ENTRY);
  g_type_ensure (BL_TYPE_REPORTED);
  g_type_ensure (BL_TYPE_PROGRESS_REPORT);
  g_type_ensure (BL_TYPE_VERSION);
  g_type_ensure (BL_TYPE_KEPT_TABLE);
}

BlIds *
bl_project_get_ids (BlProject *self)
{
  return self->ids;
}

BlClock *
bl_project_get_clock (BlProject *self)
{
  return self->clock;
}

BlService *
bl_project_get_service (BlProject *self)
{
  return (BlService *) bl_record_get_child (BL_RECORD (self), "service");
}

BlAreas *
bl_project_get_areas (BlProject *self)
{
  return (BlAreas *) bl_record_get_child (BL_RECORD (self), "areas");
}

GListModel *
bl_project_get_libraries (BlProject *self)
{
  return bl_record_get_list (BL_RECORD (self), "libraries");
}

GListModel *
bl_project_get_libraries_nearby (BlProject *self)
{
  return bl_record_get_list (BL_RECORD (self), "libraries-nearby");
}

GListModel *
bl_project_get_values (BlProject *self)
{
  return bl_record_get_list (BL_RECORD (self), "values");
}

GListModel *
bl_project_get_groups (BlProject *self)
{
  return bl_record_get_list (BL_RECORD (self), "groups");
}

BlNetwork *
bl_project_get_network (BlProject *self)
{
  return (BlNetwork *) bl_record_get_child (BL_RECORD (self), "network");
}

GListModel *
bl_project_get_scenarios (BlProject *self)
{
  return bl_record_get_list (BL_RECORD (self), "scenarios");
}

GListModel *
bl_project_get_needs (BlProject *self)
{
  return bl_record_get_list (BL_RECORD (self), "needs");
}

GListModel *
bl_project_get_versions (BlProject *self)
{
  return bl_record_get_list (BL_RECORD (self), "versions");
}

void
bl_project_clear_signatures (BlProject *self)
{
  GListModel *versions;
  guint n;

  g_return_if_fail (BL_IS_PROJECT (self));

  bl_record_clear_signatures (BL_RECORD (self));
  versions = bl_project_get_versions (self);
  n = g_list_model_get_n_items (versions);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlRecord) version = g_list_model_get_item (versions, i);

      bl_record_clear (version, "by");
    }
}

BlValueSet *
bl_project_find_value (BlProject *self, const char *name)
{
  GListModel *values = bl_project_get_values (self);
  guint n = g_list_model_get_n_items (values);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlValueSet) value = g_list_model_get_item (values, i);

      if (g_strcmp0 (bl_record_get_text (BL_RECORD (value), "name"), name) == 0)
        return value; /* the list holds it */
    }
  return NULL;
}

int
bl_project_get_effective_year (BlProject *self)
{
  GListModel *libraries = bl_project_get_libraries (self);
  guint n = g_list_model_get_n_items (libraries);
  gint64 newest = 0;

  if (bl_record_get_integer (BL_RECORD (self), "year", &newest))
    return (int) newest;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlRecord) library = g_list_model_get_item (libraries, i);
      GListModel *statuses = bl_record_get_list (library, "statuses");
      guint m = g_list_model_get_n_items (statuses);

      for (guint j = 0; j < m; j++)
        {
          g_autoptr (BlRecord) status = g_list_model_get_item (statuses, j);
          gint64 year;

          if (bl_record_get_integer (status, "year", &year))
            newest = MAX (newest, year);
        }
    }
  return (int) newest;
}

BlRecord *
bl_project_find (BlProject *self, const char *id)
{
  g_return_val_if_fail (BL_IS_PROJECT (self), NULL);

  return id == NULL ? NULL : g_hash_table_lookup (self->by_id, id);
}
