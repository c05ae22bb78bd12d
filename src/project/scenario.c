/* scenario.c: a set of changes one thinks about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario.h"

#include <glib/gi18n-lib.h>

struct _BlScenarioChange
{
  BlRecord parent;
};

struct _BlScenarioEffect
{
  BlRecord parent;
};

struct _BlScenario
{
  BlRecord parent;
};

G_DEFINE_FINAL_TYPE (BlScenarioChange, bl_scenario_change, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlScenarioEffect, bl_scenario_effect, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlScenario, bl_scenario, BL_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (BlChangeKind, bl_change_kind,
                    G_DEFINE_ENUM_VALUE (BL_CHANGE_UNKNOWN, "not-known"),
                    G_DEFINE_ENUM_VALUE (BL_CHANGE_CLOSE, "close"),
                    G_DEFINE_ENUM_VALUE (BL_CHANGE_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (BL_CHANGE_MOVE, "move"),
                    G_DEFINE_ENUM_VALUE (BL_CHANGE_HOURS, "hours"),
                    G_DEFINE_ENUM_VALUE (BL_CHANGE_OPERATION, "operation"),
                    G_DEFINE_ENUM_VALUE (BL_CHANGE_STOP, "stop"))

static char *
describe_change (BlRecord *record)
{
  BlRecord *root = bl_record_get_root (record);

  return bl_scenario_change_describe (BL_SCENARIO_CHANGE (record), root != record ? root : NULL);
}

static void
bl_scenario_change_class_init (BlScenarioChangeClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = describe_change;
  bl_record_class_set_kind (record_class, "change", N_ ("change"));
  bl_record_class_add_enum (record_class, "kind", N_ ("kind"), BL_TYPE_CHANGE_KIND);
  bl_record_class_add_reference (record_class, "library", N_ ("library"));
  bl_record_class_add_real (record_class, "easting", N_ ("easting"));
  bl_record_class_add_real (record_class, "northing", N_ ("northing"));
  bl_record_class_add_text (record_class, "place", N_ ("place"));
  bl_record_class_add_enum (record_class, "operation", N_ ("who runs it"), BL_TYPE_OPERATION);
  bl_record_class_add_boolean (record_class, "statutory", N_ ("statutory"));
  bl_record_class_add_text (record_class, "monday", N_ ("opening hours on Monday"));
  bl_record_class_add_text (record_class, "tuesday", N_ ("opening hours on Tuesday"));
  bl_record_class_add_text (record_class, "wednesday", N_ ("opening hours on Wednesday"));
  bl_record_class_add_text (record_class, "thursday", N_ ("opening hours on Thursday"));
  bl_record_class_add_text (record_class, "friday", N_ ("opening hours on Friday"));
  bl_record_class_add_text (record_class, "saturday", N_ ("opening hours on Saturday"));
  bl_record_class_add_text (record_class, "sunday", N_ ("opening hours on Sunday"));
  bl_record_class_add_real (record_class, "hours", N_ ("hours a week"));
  bl_record_class_add_money (record_class, "running-cost", N_ ("running cost a year"));
  bl_record_class_add_money (record_class, "once-cost", N_ ("cost once"));
  bl_record_class_add_child (record_class, "new-library", N_ ("new library"), BL_TYPE_LIBRARY);
  bl_record_class_add_child (record_class, "stop", N_ ("stop of a mobile library"), BL_TYPE_STOP);
  bl_record_class_add_long_text (record_class, "note", N_ ("note"));
}

static void
bl_scenario_change_init (BlScenarioChange *self)
{
}

BlScenarioChange *
bl_scenario_change_new (const char *id)
{
  BlScenarioChange *self = g_object_new (BL_TYPE_SCENARIO_CHANGE, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static BlRecord *
find_library (BlRecord *project, const char *id)
{
  GListModel *libraries;

  if (project == NULL || id == NULL || bl_record_find_field (project, "libraries") == NULL)
    return NULL;
  libraries = bl_record_get_list (project, "libraries");
  for (guint i = 0; i < g_list_model_get_n_items (libraries); i++)
    {
      g_autoptr (BlRecord) library = g_list_model_get_item (libraries, i);

      if (g_strcmp0 (bl_record_get_id (library), id) == 0)
        return library; /* the list holds it */
    }
  return NULL;
}

/* A library that the scenario of @change opens itself. */
static BlRecord *
find_opened (BlRecord *change, const char *id)
{
  BlRecord *scenario = bl_record_get_parent (change);
  GListModel *changes;

  if (scenario == NULL || id == NULL || !BL_IS_SCENARIO (scenario))
    return NULL;
  changes = bl_record_get_list (scenario, "changes");
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (BlRecord) other = g_list_model_get_item (changes, i);
      BlRecord *opened = bl_record_get_child (other, "new-library");

      if (opened != NULL && g_strcmp0 (bl_record_get_id (opened), id) == 0)
        return opened; /* the change holds it */
    }
  return NULL;
}

char *
bl_scenario_change_describe (BlScenarioChange *self, BlRecord *project)
{
  BlRecord *record = BL_RECORD (self);
  BlRecord *library = find_library (project, bl_record_get_text (record, "library"));
  BlRecord *opened = bl_record_get_child (record, "new-library");
  BlRecord *stop = bl_record_get_child (record, "stop");
  g_autofree char *name = NULL;

  if (library == NULL)
    library = find_opened (record, bl_record_get_text (record, "library"));
  if (library != NULL || opened != NULL || stop != NULL)
    name = bl_record_describe (library != NULL ? library : opened != NULL ? opened : stop);
  else
    name = g_strdup (_("a library"));
  switch ((BlChangeKind) bl_record_get_enum (record, "kind"))
    {
    case BL_CHANGE_CLOSE:
      return g_strdup_printf (_("Close %s"), name);
    case BL_CHANGE_OPEN:
      return g_strdup_printf (_("Open %s"), name);
    case BL_CHANGE_MOVE:
      return g_strdup_printf (_("Move %s"), name);
    case BL_CHANGE_HOURS:
      return g_strdup_printf (_("Change the hours of %s"), name);
    case BL_CHANGE_OPERATION:
      return g_strdup_printf (_("Change who runs %s"), name);
    case BL_CHANGE_STOP:
      return g_strdup_printf (_("Add a mobile library stop: %s"), name);
    case BL_CHANGE_UNKNOWN:
    default:
      return g_strdup (_("change"));
    }
}

static char *
bl_scenario_effect_describe (BlRecord *record)
{
  const char *group = bl_record_get_text (record, "group");

  return group != NULL ? g_strdup_printf (_("judgement on %s"), group) : g_strdup (_("judgement on a group"));
}

static void
bl_scenario_effect_class_init (BlScenarioEffectClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_scenario_effect_describe;
  bl_record_class_set_kind (record_class, "effect", N_ ("effect on a group"));
  bl_record_class_add_text (record_class, "group", N_ ("group"));
  bl_record_class_add_long_text (record_class, "judgement", N_ ("judgement"));
  bl_record_class_add_long_text (record_class, "mitigation", N_ ("what would soften it"));
}

static void
bl_scenario_effect_init (BlScenarioEffect *self)
{
}

BlScenarioEffect *
bl_scenario_effect_new (const char *id)
{
  BlScenarioEffect *self = g_object_new (BL_TYPE_SCENARIO_EFFECT, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_scenario_describe (BlRecord *record)
{
  const char *title = bl_record_get_text (record, "title");

  return g_strdup (title != NULL ? title : _("scenario"));
}

static void
bl_scenario_class_init (BlScenarioClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_scenario_describe;
  bl_record_class_set_kind (record_class, "scenario", N_ ("scenario"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_list (record_class, "changes", N_ ("changes"), BL_TYPE_SCENARIO_CHANGE, FALSE);
  bl_record_class_add_list (record_class, "effects", N_ ("effects on groups"), BL_TYPE_SCENARIO_EFFECT, FALSE);
  bl_record_class_add_long_text (record_class, "note", N_ ("note"));
}

static void
bl_scenario_init (BlScenario *self)
{
}

BlScenario *
bl_scenario_new (const char *id)
{
  BlScenario *self = g_object_new (BL_TYPE_SCENARIO, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

BlScenarioEffect *
bl_scenario_find_effect (BlScenario *self, const char *group)
{
  GListModel *effects = bl_record_get_list (BL_RECORD (self), "effects");

  for (guint i = 0; i < g_list_model_get_n_items (effects); i++)
    {
      g_autoptr (BlRecord) effect = g_list_model_get_item (effects, i);

      if (g_strcmp0 (bl_record_get_text (effect, "group"), group) == 0)
        return BL_SCENARIO_EFFECT (effect); /* the list holds it */
    }
  return NULL;
}

char *
bl_scenario_get_letter (BlScenario *self)
{
  BlRecord *parent = bl_record_get_parent (BL_RECORD (self));
  GString *letter = g_string_new (NULL);
  guint place = 0;

  if (parent != NULL)
    {
      GListModel *scenarios = bl_record_get_list (parent, "scenarios");

      for (; place < g_list_model_get_n_items (scenarios); place++)
        {
          g_autoptr (BlScenario) scenario = g_list_model_get_item (scenarios, place);

          if (scenario == self)
            break;
        }
    }
  for (guint rest = place + 1; rest > 0; rest = (rest - 1) / 26)
    g_string_prepend_c (letter, 'A' + (char) ((rest - 1) % 26));
  return g_string_free (letter, FALSE);
}
