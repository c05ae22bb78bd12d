/* dictionary.c: the indicators we know, what they are made of, and what they serve
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dictionary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "places.h"
#include "record-xml.h"
#include "text.h"

struct _BlOutcome
{
  BlRecord parent;
};

struct _BlThreshold
{
  BlRecord parent;
};

struct _BlRuleSetAbout
{
  BlRecord parent;
};

struct _BlDictionary
{
  BlRecord parent;
  GHashTable *indicators, *measures; /* item -> record, not owned */
  GPtrArray *rule_sets;              /* of const char *, NULL at the end */
};

G_DEFINE_FINAL_TYPE (BlOutcome, bl_outcome, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlThreshold, bl_threshold, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlRuleSetAbout, bl_rule_set_about, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlDictionary, bl_dictionary, BL_TYPE_RECORD)

/* What a new project opens with, in this order (indicator-content 1.2, rule 6); which they are, the file says. */
static const char *const starters[] = {
  "visits-per-1000",      "loans-per-1000",     "active-users-per-100",    "access-1-mile",
  "access-deprived-1-mile", "access-saturday",  "net-cost-per-visit",      "o1-cultural-attendance",
  "children-loans-per-child", "pc-hours-per-1000", "learning-attendance",  "reading-well-borrowers",
  "job-help-sessions",    "user-profile-gap",
};

static void
add_proof (BlRecordClass *record_class)
{
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "confidence", N_ ("confidence"));
  bl_record_class_add_date (record_class, "verified", N_ ("verified"));
}

static void
bl_outcome_class_init (BlOutcomeClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "outcome", N_ ("Outcome"));
  bl_record_class_add_integer (record_class, "number", N_ ("number"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "variants", N_ ("as others write it"));
  add_proof (record_class);
  bl_record_class_add_long_text (record_class, "success", N_ ("what success looks like"));
}

static void
bl_outcome_init (BlOutcome *self)
{
}

static void
bl_threshold_class_init (BlThresholdClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "threshold", N_ ("line"));
  bl_record_class_add_text (record_class, "item", N_ ("name"));
  bl_record_class_add_real (record_class, "value", N_ ("value"));
  bl_record_class_add_text (record_class, "unit", N_ ("unit"));
  bl_record_class_add_text (record_class, "means", N_ ("meaning"));
  add_proof (record_class);
}

static void
bl_threshold_init (BlThreshold *self)
{
}

static void
bl_rule_set_about_class_init (BlRuleSetAboutClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "rule-set", N_ ("rule set"));
  bl_record_class_add_text (record_class, "item", N_ ("name"));
  bl_record_class_add_boolean (record_class, "usual", N_ ("the usual one"));
  add_proof (record_class);
  bl_record_class_add_long_text (record_class, "rules", N_ ("rules"));
}

static void
bl_rule_set_about_init (BlRuleSetAbout *self)
{
}

static void
bl_dictionary_finalize (GObject *object)
{
  BlDictionary *self = BL_DICTIONARY (object);

  g_hash_table_unref (self->indicators);
  g_hash_table_unref (self->measures);
  g_ptr_array_unref (self->rule_sets);
  G_OBJECT_CLASS (bl_dictionary_parent_class)->finalize (object);
}

static void
bl_dictionary_class_init (BlDictionaryClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bl_dictionary_finalize;
  bl_record_class_set_kind (record_class, "dictionary", N_ ("dictionary of indicators"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_date (record_class, "verified", N_ ("verified"));
  bl_record_class_add_list (record_class, "outcomes", N_ ("Outcomes"), BL_TYPE_OUTCOME, TRUE);
  bl_record_class_add_list (record_class, "indicators", N_ ("indicators"), BL_TYPE_INDICATOR, TRUE);
  bl_record_class_add_list (record_class, "measures", N_ ("base measures"), BL_TYPE_BASE_MEASURE, TRUE);
  bl_record_class_add_list (record_class, "thresholds", N_ ("lines"), BL_TYPE_THRESHOLD, TRUE);
  bl_record_class_add_list (record_class, "rule-sets", N_ ("rule sets"), BL_TYPE_RULE_SET_ABOUT, TRUE);
}

static void
bl_dictionary_init (BlDictionary *self)
{
  self->indicators = g_hash_table_new (g_str_hash, g_str_equal);
  self->measures = g_hash_table_new (g_str_hash, g_str_equal);
  self->rule_sets = g_ptr_array_new ();
}

/* Items by name; the first without one, or with another's, is a fault. */
static gboolean
index_list (BlDictionary *self, const char *list, GHashTable *by_item, GError **error)
{
  GListModel *items = bl_record_get_list (BL_RECORD (self), list);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (items, i);
      const char *item = bl_record_get_text (record, "item");

      if (item == NULL || !g_hash_table_insert (by_item, (gpointer) item, record))
        {
          g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_FORMAT, _("%s: “%s” stands twice, or has no name"), list,
                       item != NULL ? item : "");
          return FALSE;
        }
    }
  return TRUE;
}

static void
index_rule_sets (BlDictionary *self)
{
  GListModel *sets = bl_record_get_list (BL_RECORD (self), "rule-sets");

  for (guint i = 0; i < g_list_model_get_n_items (sets); i++)
    {
      g_autoptr (BlRecord) set = g_list_model_get_item (sets, i);
      gboolean usual = FALSE;

      bl_record_get_boolean (set, "usual", &usual);
      g_ptr_array_insert (self->rule_sets, usual ? 0 : -1, (gpointer) bl_record_get_text (set, "item"));
    }
  g_ptr_array_add (self->rule_sets, NULL);
}

BlDictionary *
bl_dictionary_read (const char *xml, gsize length, const char *name, GError **error)
{
  g_autoptr (BlRecordReading) reading = bl_record_read (BL_TYPE_DICTIONARY, xml, length, name, NULL, error);
  g_autoptr (BlDictionary) self = NULL;

  if (reading == NULL)
    return NULL;
  if (reading->faults->len > 0)
    {
      const BlFault *fault = g_ptr_array_index (reading->faults, 0);

      g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_FORMAT, _("%s: line %u: %s"), name, fault->line, fault->message);
      return NULL;
    }
  self = g_object_ref (BL_DICTIONARY (reading->root));
  if (!index_list (self, "indicators", self->indicators, error) || !index_list (self, "measures", self->measures, error))
    return NULL;
  index_rule_sets (self);
  return g_steal_pointer (&self);
}

BlDictionary *
bl_dictionary_load (GError **error)
{
  g_autofree char *path = bl_places_find_data ("frameworks/indicators.xml");
  g_autofree char *xml = NULL;
  gsize length;

  if (path == NULL)
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                           _("The dictionary of indicators is not there: the program is not installed in full."));
      return NULL;
    }
  if (!g_file_get_contents (path, &xml, &length, error))
    return NULL;
  return bl_dictionary_read (xml, length, path, error);
}

BlIndicator *
bl_dictionary_find_indicator (BlDictionary *self, const char *item)
{
  return item != NULL ? g_hash_table_lookup (self->indicators, item) : NULL;
}

BlBaseMeasure *
bl_dictionary_find_measure (BlDictionary *self, const char *item)
{
  return item != NULL ? g_hash_table_lookup (self->measures, item) : NULL;
}

BlOutcome *
bl_dictionary_find_outcome (BlDictionary *self, guint number)
{
  GListModel *outcomes = bl_record_get_list (BL_RECORD (self), "outcomes");

  for (guint i = 0; i < g_list_model_get_n_items (outcomes); i++)
    {
      g_autoptr (BlRecord) outcome = g_list_model_get_item (outcomes, i);
      gint64 own = 0;

      if (bl_record_get_integer (outcome, "number", &own) && own == number)
        return BL_OUTCOME (outcome); /* the list holds it */
    }
  return NULL;
}

const char *
bl_dictionary_get_outcome_title (BlDictionary *self, guint number)
{
  BlOutcome *outcome = bl_dictionary_find_outcome (self, number);
  const char *title = outcome != NULL ? bl_record_get_text (BL_RECORD (outcome), "title") : NULL;

  return title != NULL ? title : "";
}

gboolean
bl_dictionary_get_threshold (BlDictionary *self, const char *item, double *value)
{
  GListModel *thresholds = bl_record_get_list (BL_RECORD (self), "thresholds");

  for (guint i = 0; i < g_list_model_get_n_items (thresholds); i++)
    {
      g_autoptr (BlRecord) threshold = g_list_model_get_item (thresholds, i);

      if (g_strcmp0 (bl_record_get_text (threshold, "item"), item) == 0)
        return bl_record_get_real (threshold, "value", value);
    }
  return FALSE;
}

const char *const *
bl_dictionary_get_rule_sets (BlDictionary *self)
{
  return (const char *const *) self->rule_sets->pdata;
}

GPtrArray *
bl_dictionary_get_starters (BlDictionary *self)
{
  GPtrArray *found = g_ptr_array_new ();
  GListModel *indicators = bl_record_get_list (BL_RECORD (self), "indicators");

  for (guint i = 0; i < G_N_ELEMENTS (starters); i++)
    {
      BlIndicator *indicator = bl_dictionary_find_indicator (self, starters[i]);
      gboolean starter = FALSE;

      if (indicator != NULL && bl_record_get_boolean (BL_RECORD (indicator), "starter", &starter) && starter)
        g_ptr_array_add (found, indicator);
    }
  /* Somebody may have made more of them so in the file. */
  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
    {
      g_autoptr (BlRecord) indicator = g_list_model_get_item (indicators, i);
      gboolean starter = FALSE;

      if (bl_record_get_boolean (indicator, "starter", &starter) && starter && !g_ptr_array_find (found, indicator, NULL))
        g_ptr_array_add (found, indicator);
    }
  return found;
}

/* How far @name is from @text: 0 where one holds the other. */
static guint
get_distance (const char *name, const char *text)
{
  g_autofree char *folded = bl_text_fold (name);

  return strstr (folded, text) != NULL ? 0 : bl_text_distance (folded, text);
}

GPtrArray *
bl_dictionary_suggest (BlDictionary *self, const char *text)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GListModel *indicators = bl_record_get_list (BL_RECORD (self), "indicators");
  g_autofree char *folded = bl_text_fold (text);

  for (guint allowed = 0; allowed <= 3 && names->len == 0 && *folded != '\0'; allowed++)
    for (guint i = 0; i < g_list_model_get_n_items (indicators) && names->len < 5; i++)
      {
        g_autoptr (BlRecord) indicator = g_list_model_get_item (indicators, i);
        const char *item = bl_record_get_text (indicator, "item");

        if (get_distance (item, folded) <= allowed || get_distance (bl_record_get_text (indicator, "name"), folded) <= allowed)
          g_ptr_array_add (names, g_strdup (item));
      }
  return names;
}

BlIndicator *
bl_dictionary_copy_indicator (BlDictionary *self, const char *item)
{
  BlIndicator *original = bl_dictionary_find_indicator (self, item);
  BlIndicator *copy;
  GPtrArray *fields;

  if (original == NULL)
    return NULL;
  copy = bl_indicator_new (NULL);
  fields = bl_record_get_fields (BL_RECORD (original));
  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);

      if (field->type != BL_FIELD_LIST && field->type != BL_FIELD_CHILD && !field->about_change
          && !g_str_equal (field->name, "starter"))
        bl_record_copy_field (BL_RECORD (copy), BL_RECORD (original), field);
    }
  return copy;
}

const char *
bl_dictionary_get_area_title (const char *code)
{
  static const struct
  {
    const char *code, *title;
  } areas[] = {
    { "use", N_ ("Use") },
    { "reach", N_ ("Reach and fairness") },
    { "access", N_ ("Access") },
    { "cost", N_ ("Cost") },
    { "workforce", N_ ("Workforce") },
    { "digital", N_ ("Digital") },
    { "quality", N_ ("Quality") },
    { "results", N_ ("Results") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    if (g_strcmp0 (areas[i].code, code) == 0)
      return areas[i].title;
  return NULL;
}
