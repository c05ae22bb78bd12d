/* framework.h: what others have laid down to assess by: scales, characteristics, criteria, scripts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue.h"
#include "workflow.h"

G_BEGIN_DECLS

/* Kind "level": a level of a scale. Fields: item (text, "four-2"), level (integer; unset: no level, such as
 * not sure, no data held), label, descriptor (long text), source, confidence. */
#define BL_TYPE_SCALE_LEVEL (bl_scale_level_get_type ())
G_DECLARE_FINAL_TYPE (BlScaleLevel, bl_scale_level, BL, SCALE_LEVEL, BlRecord)
BlScaleLevel *bl_scale_level_new (const char *id);

/* Kind "scale": a scale to rate on. Fields: item (text, "scale-four"), title, use (text: "criteria" or
 * "results"), usual (boolean: the default of its use), source, confidence; long texts: help (for who rates),
 * why; list levels (BlScaleLevel), lowest first, those without a level last. */
#define BL_TYPE_SCALE_OF_LEVELS (bl_scale_of_levels_get_type ())
G_DECLARE_FINAL_TYPE (BlScaleOfLevels, bl_scale_of_levels, BL, SCALE_OF_LEVELS, BlRecord)
BlScaleOfLevels *bl_scale_of_levels_new (const char *id);

/* Kind "results-measure": a measure a results area may be judged by. Fields: title, held-in (text), measures
 * (text: activity, reach, outcome, opinion, cost, context), state (text: measured, proxy), indicators (text:
 * items of the dictionary of indicators, by blanks), source, confidence. */
#define BL_TYPE_RESULTS_MEASURE (bl_results_measure_get_type ())
G_DECLARE_FINAL_TYPE (BlResultsMeasure, bl_results_measure, BL, RESULTS_MEASURE, BlRecord)
BlResultsMeasure *bl_results_measure_new (const char *id);

/* Kind "results-area": an area of what the service achieves. Fields: item, title, outcomes (text: numbers by
 * blanks), look-next (text: criteria by blanks), indicators (text: items of the dictionary, by blanks), route
 * (text: "short" or "full"), source, draws-on, confidence, verified (date); long texts: statement, trend,
 * comparison, target, coverage, cause (what each way of judging means here), ask (one question a line), no-
 * data-means, no-data-suggests; list measures (BlResultsMeasure). */
#define BL_TYPE_RESULTS_AREA (bl_results_area_get_type ())
G_DECLARE_FINAL_TYPE (BlResultsArea, bl_results_area, BL, RESULTS_AREA, BlRecord)
BlResultsArea *bl_results_area_new (const char *id);

/* Kind "criterion": what is rated. Fields: item ("purpose-choices"), title, outcomes, themes (texts: numbers
 * by blanks), route (text: "short" or "full"), question (the one question of the short route), see-also
 * (text: criteria by blanks), indicators (text: items of the dictionary, by blanks), source, draws-on,
 * confidence, verified (date); long texts: statement, excellent, early-days, ask, documents, data, people (of
 * these the last six one a line). */
#define BL_TYPE_CRITERION (bl_criterion_get_type ())
G_DECLARE_FINAL_TYPE (BlCriterion, bl_criterion, BL, CRITERION, BlRecord)
BlCriterion *bl_criterion_new (const char *id);

/* Kind "characteristic": what an excellent service is like. Fields: item ("purpose"), title, opening (text:
 * the line the facilitator opens with), source, draws-on, confidence, verified (date); long texts: statement,
 * why; list criteria (BlCriterion). */
#define BL_TYPE_CHARACTERISTIC (bl_characteristic_get_type ())
G_DECLARE_FINAL_TYPE (BlCharacteristic, bl_characteristic, BL, CHARACTERISTIC, BlRecord)
BlCharacteristic *bl_characteristic_new (const char *id);

/* Kind "section": a part of a framework. Fields: item ("results", "characteristics"), title, scale (text: a
 * scale of the framework, the usual one of its use where unset), source, confidence; long text statement;
 * lists areas (BlResultsArea), characteristics (BlCharacteristic). */
#define BL_TYPE_FRAMEWORK_SECTION (bl_framework_section_get_type ())
G_DECLARE_FINAL_TYPE (BlFrameworkSection, bl_framework_section, BL, FRAMEWORK_SECTION, BlRecord)
BlFrameworkSection *bl_framework_section_new (const char *id);

/* Kind "entry": a step, role, rule, case, prompt or column. Fields: item ("cycle-1", "role-leader"), title (a
 * name, a role, what one notices, a rule), session (integer: of a route of several meetings, 1, 2), at
 * (integer: minutes from the beginning of the session), minutes (integer), when (text: "two weeks before"),
 * concerns (text: item of the characteristic, criterion or script it is about), needed (text: "yes", "no",
 * "automatic"; of columns), source, confidence; long texts: do (what to do, what it means, help), say (what
 * to say), record (what to write down). */
#define BL_TYPE_SCRIPT_ENTRY (bl_script_entry_get_type ())
G_DECLARE_FINAL_TYPE (BlScriptEntry, bl_script_entry, BL, SCRIPT_ENTRY, BlRecord)
BlScriptEntry *bl_script_entry_new (const char *id);

/* Kind "script": steps of a route or of a cycle, or a list of roles, rules, cases, prompts or columns.
 * Fields: item ("route-half", "cycle-12", "roles"), title, use (text: "route", "cycle", "list"), scope (text,
 * of a route: "short" or "full" criteria), minutes (integer, of all), source, confidence; long texts:
 * statement, note; list entries (BlScriptEntry). */
#define BL_TYPE_SCRIPT (bl_script_get_type ())
G_DECLARE_FINAL_TYPE (BlScript, bl_script, BL, SCRIPT, BlRecord)
BlScript *bl_script_new (const char *id);

/* Kind "framework": a framework to assess by, both in data/frameworks/self-assessment-*.xml and, copied
 * whole, in a project. Fields: item ("self-assessment-starter"), title, revision (text: its version, since
 * "version" is that of the format), official (boolean: the text of a public body, word for word), made
 * (date), based-on (text: item and version it was made from), source, licence, confidence, verified (date);
 * long texts: notice-short, notice-long, notice-tone, statement, note; lists scales (BlScaleOfLevels), sections
 * (BlFrameworkSection), scripts (BlScript), catalogues (BlCatalogue), workflows (BlWorkflow). */
#define BL_TYPE_FRAMEWORK (bl_framework_get_type ())
G_DECLARE_FINAL_TYPE (BlFramework, bl_framework, BL, FRAMEWORK, BlRecord)
BlFramework *bl_framework_new (const char *id);

G_END_DECLS
