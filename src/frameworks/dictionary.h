/* dictionary.h: the indicators we know, what they are made of, and what they serve
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base-measure.h"
#include "indicator.h"

G_BEGIN_DECLS

/* Kind "outcome": one of the seven Outcomes. Fields: number (integer), title, variants (text: as others write it),
 * source, confidence (text), verified (date); long text: success (what it would look like). */
#define BL_TYPE_OUTCOME (bl_outcome_get_type ())
G_DECLARE_FINAL_TYPE (BlOutcome, bl_outcome, BL, OUTCOME, BlRecord)

/* Kind "threshold": a line drawn by us, for the user to move. Fields: item
 * (text: "small-change"), value (real), unit, means, source, confidence (text), verified (date). */
#define BL_TYPE_THRESHOLD (bl_threshold_get_type ())
G_DECLARE_FINAL_TYPE (BlThreshold, bl_threshold, BL, THRESHOLD, BlRecord)

/* Kind "rule-set": rules of control and run charts, which analysis/signal-rules.h carries out. Fields: item
 * (text: "nhs-mdc"), usual (boolean), source, confidence (text), verified (date); long text: rules. */
#define BL_TYPE_RULE_SET_ABOUT (bl_rule_set_about_get_type ())
G_DECLARE_FINAL_TYPE (BlRuleSetAbout, bl_rule_set_about, BL, RULE_SET_ABOUT, BlRecord)

/* Kind "dictionary", the document data/frameworks/indicators.xml. Fields: title, source (text), verified
 * (date); lists, wrapped: outcomes (BlOutcome), indicators (BlIndicator), measures (BlBaseMeasure), thresholds
 * (BlThreshold), rule-sets (BlRuleSetAbout). */
#define BL_TYPE_DICTIONARY (bl_dictionary_get_type ())
G_DECLARE_FINAL_TYPE (BlDictionary, bl_dictionary, BL, DICTIONARY, BlRecord)

/* Ours, as it is shipped; read anew: who opens projects keeps one. An error where the file is missing or damaged. */
BlDictionary *bl_dictionary_load (GError **error);
/* From the bytes of such a file; a fault in it is an error. */
BlDictionary *bl_dictionary_read (const char *xml, gsize length, const char *name, GError **error);

/* All owned by the dictionary; NULL where there is none of that name. */
BlIndicator *bl_dictionary_find_indicator (BlDictionary *self, const char *item);
BlBaseMeasure *bl_dictionary_find_measure (BlDictionary *self, const char *item);
BlOutcome *bl_dictionary_find_outcome (BlDictionary *self, guint number);
/* "Cultural and creative enrichment"; "" for a number that is none. */
const char *bl_dictionary_get_outcome_title (BlDictionary *self, guint number);
/* FALSE where there is no such line. */
gboolean bl_dictionary_get_threshold (BlDictionary *self, const char *item, double *value);
/* Names of rule sets, the usual first; NULL-terminated, owned. */
const char *const *bl_dictionary_get_rule_sets (BlDictionary *self);
/* What a new project opens with (indicator-content 1.2, rule 6), in that order; of BlIndicator, owned by the dictionary. */
GPtrArray *bl_dictionary_get_starters (BlDictionary *self);
/* The nearest names to what was typed, for "do you mean"; array of char *. */
GPtrArray *bl_dictionary_suggest (BlDictionary *self, const char *text);

/* A copy of an item for a project: its words and rules, not its place in the file. Full; no id yet. */
BlIndicator *bl_dictionary_copy_indicator (BlDictionary *self, const char *item);
/* "Use", "Reach and fairness", … of an area code of "serves" (use, reach, cost, access, workforce, digital,
 * quality, results); untranslated (N_()); NULL for any other. */
const char *bl_dictionary_get_area_title (const char *code);

G_END_DECLS
