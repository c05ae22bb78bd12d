/* framework.c: what others have laid down to assess by: scales, characteristics, criteria, scripts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "framework.h"

#include <glib/gi18n-lib.h>

struct _BlScaleLevel
{
  BlRecord parent;
};

struct _BlScaleOfLevels
{
  BlRecord parent;
};

struct _BlResultsMeasure
{
  BlRecord parent;
};

struct _BlResultsArea
{
  BlRecord parent;
};

struct _BlCriterion
{
  BlRecord parent;
};

struct _BlCharacteristic
{
  BlRecord parent;
};

struct _BlFrameworkSection
{
  BlRecord parent;
};

struct _BlScriptEntry
{
  BlRecord parent;
};

struct _BlScript
{
  BlRecord parent;
};

struct _BlFramework
{
  BlRecord parent;
};

G_DEFINE_FINAL_TYPE (BlScaleLevel, bl_scale_level, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlScaleOfLevels, bl_scale_of_levels, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlResultsMeasure, bl_results_measure, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlResultsArea, bl_results_area, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlCriterion, bl_criterion, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlCharacteristic, bl_characteristic, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlFrameworkSection, bl_framework_section, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlScriptEntry, bl_script_entry, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlScript, bl_script, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlFramework, bl_framework, BL_TYPE_RECORD)

static char *
bl_scale_level_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "label");

  return g_strdup (words != NULL ? words : _ ("level"));
}

static void
bl_scale_level_class_init (BlScaleLevelClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_scale_level_describe;
  bl_record_class_set_kind (record_class, "level", N_ ("level"));
  bl_record_class_add_text (record_class, "item", N_ ("its id"));
  bl_record_class_add_integer (record_class, "level", N_ ("level"));
  bl_record_class_add_text (record_class, "label", N_ ("label"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "confidence", N_ ("confidence"));
  bl_record_class_add_long_text (record_class, "descriptor", N_ ("descriptor"));
}

static void
bl_scale_level_init (BlScaleLevel *self)
{
}

BlScaleLevel *
bl_scale_level_new (const char *id)
{
  BlScaleLevel *self = g_object_new (BL_TYPE_SCALE_LEVEL, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_scale_of_levels_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("rating scale"));
}

static void
bl_scale_of_levels_class_init (BlScaleOfLevelsClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_scale_of_levels_describe;
  bl_record_class_set_kind (record_class, "scale", N_ ("rating scale"));
  bl_record_class_add_text (record_class, "item", N_ ("its id"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "use", N_ ("what it is for"));
  bl_record_class_add_boolean (record_class, "usual", N_ ("the usual one"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "confidence", N_ ("confidence"));
  bl_record_class_add_long_text (record_class, "help", N_ ("help"));
  bl_record_class_add_long_text (record_class, "why", N_ ("why"));
  bl_record_class_add_list (record_class, "levels", N_ ("levels"), BL_TYPE_SCALE_LEVEL, FALSE);
}

static void
bl_scale_of_levels_init (BlScaleOfLevels *self)
{
}

BlScaleOfLevels *
bl_scale_of_levels_new (const char *id)
{
  BlScaleOfLevels *self = g_object_new (BL_TYPE_SCALE_OF_LEVELS, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_results_measure_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("measure of a result"));
}

static void
bl_results_measure_class_init (BlResultsMeasureClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_results_measure_describe;
  bl_record_class_set_kind (record_class, "results-measure", N_ ("measure of a result"));
  bl_record_class_add_text (record_class, "title", N_ ("measure"));
  bl_record_class_add_text (record_class, "held-in", N_ ("where it is usually held"));
  bl_record_class_add_text (record_class, "measures", N_ ("kind of measure"));
  bl_record_class_add_text (record_class, "state", N_ ("measured or proxy"));
  bl_record_class_add_text (record_class, "indicators", N_ ("indicators"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "confidence", N_ ("confidence"));
}

static void
bl_results_measure_init (BlResultsMeasure *self)
{
}

BlResultsMeasure *
bl_results_measure_new (const char *id)
{
  BlResultsMeasure *self = g_object_new (BL_TYPE_RESULTS_MEASURE, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_results_area_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("results area"));
}

static void
bl_results_area_class_init (BlResultsAreaClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_results_area_describe;
  bl_record_class_set_kind (record_class, "results-area", N_ ("results area"));
  bl_record_class_add_text (record_class, "item", N_ ("its id"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "outcomes", N_ ("Outcomes"));
  bl_record_class_add_text (record_class, "look-next", N_ ("criteria to look at next"));
  bl_record_class_add_text (record_class, "indicators", N_ ("indicators"));
  bl_record_class_add_text (record_class, "route", N_ ("route"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "draws-on", N_ ("what it draws on"));
  bl_record_class_add_text (record_class, "confidence", N_ ("confidence"));
  bl_record_class_add_date (record_class, "verified", N_ ("verified"));
  bl_record_class_add_long_text (record_class, "statement", N_ ("statement"));
  bl_record_class_add_long_text (record_class, "trend", N_ ("trend"));
  bl_record_class_add_long_text (record_class, "comparison", N_ ("comparison"));
  bl_record_class_add_long_text (record_class, "target", N_ ("target"));
  bl_record_class_add_long_text (record_class, "coverage", N_ ("coverage"));
  bl_record_class_add_long_text (record_class, "cause", N_ ("cause and effect"));
  bl_record_class_add_long_text (record_class, "ask", N_ ("questions"));
  bl_record_class_add_long_text (record_class, "no-data-means", N_ ("what it means that no data are held"));
  bl_record_class_add_long_text (record_class, "no-data-suggests",
                                 N_ ("what it may suggest that no data are held"));
  bl_record_class_add_list (record_class, "measures", N_ ("measures"), BL_TYPE_RESULTS_MEASURE, FALSE);
}

static void
bl_results_area_init (BlResultsArea *self)
{
}

BlResultsArea *
bl_results_area_new (const char *id)
{
  BlResultsArea *self = g_object_new (BL_TYPE_RESULTS_AREA, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_criterion_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("criterion"));
}

static void
bl_criterion_class_init (BlCriterionClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_criterion_describe;
  bl_record_class_set_kind (record_class, "criterion", N_ ("criterion"));
  bl_record_class_add_text (record_class, "item", N_ ("its id"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "outcomes", N_ ("Outcomes"));
  bl_record_class_add_text (record_class, "themes", N_ ("themes"));
  bl_record_class_add_text (record_class, "route", N_ ("route"));
  bl_record_class_add_text (record_class, "question", N_ ("question for the room"));
  bl_record_class_add_text (record_class, "see-also", N_ ("see also"));
  bl_record_class_add_text (record_class, "indicators", N_ ("indicators"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "draws-on", N_ ("what it draws on"));
  bl_record_class_add_text (record_class, "confidence", N_ ("confidence"));
  bl_record_class_add_date (record_class, "verified", N_ ("verified"));
  bl_record_class_add_long_text (record_class, "statement", N_ ("statement"));
  bl_record_class_add_long_text (record_class, "excellent", N_ ("what excellence looks like"));
  bl_record_class_add_long_text (record_class, "early-days", N_ ("what early days look like"));
  bl_record_class_add_long_text (record_class, "ask", N_ ("questions"));
  bl_record_class_add_long_text (record_class, "documents", N_ ("documents to look at"));
  bl_record_class_add_long_text (record_class, "data", N_ ("data to look at"));
  bl_record_class_add_long_text (record_class, "people", N_ ("people to ask"));
}

static void
bl_criterion_init (BlCriterion *self)
{
}

BlCriterion *
bl_criterion_new (const char *id)
{
  BlCriterion *self = g_object_new (BL_TYPE_CRITERION, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_characteristic_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("characteristic"));
}

static void
bl_characteristic_class_init (BlCharacteristicClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_characteristic_describe;
  bl_record_class_set_kind (record_class, "characteristic", N_ ("characteristic"));
  bl_record_class_add_text (record_class, "item", N_ ("its id"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "opening", N_ ("opening line"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "draws-on", N_ ("what it draws on"));
  bl_record_class_add_text (record_class, "confidence", N_ ("confidence"));
  bl_record_class_add_date (record_class, "verified", N_ ("verified"));
  bl_record_class_add_long_text (record_class, "statement", N_ ("statement"));
  bl_record_class_add_long_text (record_class, "why", N_ ("why it matters"));
  bl_record_class_add_list (record_class, "criteria", N_ ("criteria"), BL_TYPE_CRITERION, FALSE);
}

static void
bl_characteristic_init (BlCharacteristic *self)
{
}

BlCharacteristic *
bl_characteristic_new (const char *id)
{
  BlCharacteristic *self = g_object_new (BL_TYPE_CHARACTERISTIC, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_framework_section_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("section"));
}

static void
bl_framework_section_class_init (BlFrameworkSectionClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_framework_section_describe;
  bl_record_class_set_kind (record_class, "section", N_ ("section"));
  bl_record_class_add_text (record_class, "item", N_ ("its id"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "scale", N_ ("scale"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "confidence", N_ ("confidence"));
  bl_record_class_add_long_text (record_class, "statement", N_ ("statement"));
  bl_record_class_add_list (record_class, "areas", N_ ("results areas"), BL_TYPE_RESULTS_AREA, FALSE);
  bl_record_class_add_list (record_class, "characteristics", N_ ("characteristics"), BL_TYPE_CHARACTERISTIC,
                            FALSE);
}

static void
bl_framework_section_init (BlFrameworkSection *self)
{
}

BlFrameworkSection *
bl_framework_section_new (const char *id)
{
  BlFrameworkSection *self = g_object_new (BL_TYPE_FRAMEWORK_SECTION, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_script_entry_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("entry of a script"));
}

static void
bl_script_entry_class_init (BlScriptEntryClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_script_entry_describe;
  bl_record_class_set_kind (record_class, "entry", N_ ("entry of a script"));
  bl_record_class_add_text (record_class, "item", N_ ("its id"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_integer (record_class, "session", N_ ("meeting"));
  bl_record_class_add_integer (record_class, "at", N_ ("minutes from the beginning"));
  bl_record_class_add_integer (record_class, "minutes", N_ ("minutes"));
  bl_record_class_add_text (record_class, "when", N_ ("when"));
  bl_record_class_add_text (record_class, "concerns", N_ ("what it is about"));
  bl_record_class_add_text (record_class, "needed", N_ ("needed"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "confidence", N_ ("confidence"));
  bl_record_class_add_long_text (record_class, "do", N_ ("what to do"));
  bl_record_class_add_long_text (record_class, "say", N_ ("what to say"));
  bl_record_class_add_long_text (record_class, "record", N_ ("what to write down"));
}

static void
bl_script_entry_init (BlScriptEntry *self)
{
}

BlScriptEntry *
bl_script_entry_new (const char *id)
{
  BlScriptEntry *self = g_object_new (BL_TYPE_SCRIPT_ENTRY, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_script_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("script"));
}

static void
bl_script_class_init (BlScriptClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_script_describe;
  bl_record_class_set_kind (record_class, "script", N_ ("script"));
  bl_record_class_add_text (record_class, "item", N_ ("its id"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "use", N_ ("use"));
  bl_record_class_add_text (record_class, "scope", N_ ("criteria of the route"));
  bl_record_class_add_integer (record_class, "minutes", N_ ("minutes"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "confidence", N_ ("confidence"));
  bl_record_class_add_long_text (record_class, "statement", N_ ("statement"));
  bl_record_class_add_long_text (record_class, "note", N_ ("note"));
  bl_record_class_add_list (record_class, "entries", N_ ("entries"), BL_TYPE_SCRIPT_ENTRY, FALSE);
}

static void
bl_script_init (BlScript *self)
{
}

BlScript *
bl_script_new (const char *id)
{
  BlScript *self = g_object_new (BL_TYPE_SCRIPT, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_framework_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("framework"));
}

static void
bl_framework_class_init (BlFrameworkClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_framework_describe;
  bl_record_class_set_kind (record_class, "framework", N_ ("framework"));
  bl_record_class_add_text (record_class, "item", N_ ("its id"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "revision", N_ ("version"));
  bl_record_class_add_boolean (record_class, "official", N_ ("official text"));
  bl_record_class_add_date (record_class, "made", N_ ("date made"));
  bl_record_class_add_text (record_class, "based-on", N_ ("what it was made from"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "licence", N_ ("licence"));
  bl_record_class_add_text (record_class, "confidence", N_ ("confidence"));
  bl_record_class_add_date (record_class, "verified", N_ ("verified"));
  bl_record_class_add_long_text (record_class, "notice-short", N_ ("short notice"));
  bl_record_class_add_long_text (record_class, "notice-long", N_ ("notice"));
  bl_record_class_add_long_text (record_class, "notice-tone", N_ ("notice about the tone"));
  bl_record_class_add_long_text (record_class, "statement", N_ ("statement"));
  bl_record_class_add_long_text (record_class, "note", N_ ("note"));
  bl_record_class_add_list (record_class, "scales", N_ ("scales"), BL_TYPE_SCALE_OF_LEVELS, FALSE);
  bl_record_class_add_list (record_class, "sections", N_ ("sections"), BL_TYPE_FRAMEWORK_SECTION, FALSE);
  bl_record_class_add_list (record_class, "scripts", N_ ("scripts"), BL_TYPE_SCRIPT, FALSE);
  bl_record_class_add_list (record_class, "catalogues", N_ ("catalogues"), BL_TYPE_CATALOGUE, FALSE);
  bl_record_class_add_list (record_class, "workflows", N_ ("workflows"), BL_TYPE_WORKFLOW, FALSE);
}

static void
bl_framework_init (BlFramework *self)
{
}

BlFramework *
bl_framework_new (const char *id)
{
  BlFramework *self = g_object_new (BL_TYPE_FRAMEWORK, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}
