/* assess-report-private.h: the papers of a self-assessment: what they are made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "action.h"
#include "assess-report.h"

G_BEGIN_DECLS

/**
 * BlAssessParts: the assessment worked out, and who may see what.
 */
typedef struct
{
  const BlAssessAsked *asked;
  BlAssessPaper paper;
  BlRecord *assessment;
  BlAssessStudy *study;
  BlFramework *framework;
  BlScript *route; /* NULL: none is chosen, or the framework has none such */
  gboolean others; /* it leaves the team */
  gboolean named;  /* reasons with names: the team chose so, and it stays in the team */
  const char *service;
} BlAssessParts;

/* --- The papers ------------------------------------------------------------------- */

void bl_assess_write_up (BlReport *report, const BlAssessParts *parts);
void bl_assess_write_results (BlReport *report, const BlAssessParts *parts);
void bl_assess_write_criteria (BlReport *report, const BlAssessParts *parts);
void bl_assess_write_plan (BlReport *report, const BlAssessParts *parts);
/* At most @most of each kind of thing; the page says how many more the write-up has. */
void bl_assess_write_summary (BlReport *report, const BlAssessParts *parts, guint most);
void bl_assess_write_agenda (BlReport *report, const BlAssessParts *parts);
void bl_assess_write_script (BlReport *report, const BlAssessParts *parts);
void bl_assess_write_forms (BlReport *report, const BlAssessParts *parts);
void bl_assess_fill_book (BlOdsBook *book, const BlAssessParts *parts);
void bl_assess_fill_forms (BlOdsBook *book, const BlAssessParts *parts);
/* Title, for whom it is and the notices; @whole: the long one. */
void bl_assess_write_head (BlReport *report, const BlAssessParts *parts, gboolean whole);
/* Sheet "About": the same. */
void bl_assess_fill_about (BlOdsBook *book, const BlAssessParts *parts);

/* --- Words ---------------------------------------------------------------------------- */

/* For whom the paper is and what of people it shows, a few sentences. */
const char *bl_assess_say_audience (const BlAssessParts *parts);
/* "24 November 2026"; NULL: no date. */
char *bl_assess_say_date (BlRecord *record, const char *field);
gboolean bl_assess_is_true (BlRecord *record, const char *field);
/* Title of a level; the item itself where the framework has none such; NULL for NULL. */
const char *bl_assess_level_title (const BlAssessParts *parts, const char *level);
/* "A place at the table; Decisions that stand up" of items by blanks; NULL: none. */
char *bl_assess_say_titles (const BlAssessParts *parts, const char *items);
/* "2 Increased reading and literacy; 7" of numbers by blanks; NULL: none. */
char *bl_assess_say_outcomes (const BlAssessParts *parts, const char *numbers);
/* "15 of 57 criteria" and what follows of it; NULL: the route is not short. */
char *bl_assess_say_short_route (const BlAssessParts *parts);
/* Who opened the plan early, when and why; NULL: nobody. */
char *bl_assess_say_exception (const BlAssessParts *parts);
/* How the ratings lie, and who was not sure. */
char *bl_assess_say_spread (const BlAssessParts *parts, const BlAssessItem *item);
/* "Agreed: Working well. Why." and each view that differs on a line of its own, never the one without the other; NULL:
 * nothing was said. */
char *bl_assess_say_agreed (const BlAssessParts *parts, const char *item);
char *bl_assess_say_dissent (const BlAssessParts *parts, BlRecord *dissent);
/* When to look again and to assess again. */
char *bl_assess_say_look_back (const BlAssessParts *parts);
/* @text with what the framework calls its own items by ("h-6", "case-gap") said as a time of the meeting or a title. */
char *bl_assess_say_items (const BlAssessParts *parts, const char *text);
/* "Leader" of "role-leader". */
const char *bl_assess_role_title (const BlAssessParts *parts, BlRecord *member);

/* --- Records, borrowed --------------------------------------------------------------------- */

BlRecord *bl_assess_find_about (const BlAssessParts *parts, const char *list, const char *item);
GPtrArray *bl_assess_list_about (const BlAssessParts *parts, const char *list, const char *item);
/* Whether the team said of the results area @item that nothing is held. */
gboolean bl_assess_has_no_data (const BlAssessParts *parts, const char *item);
/* Of @item (NULL: of all), not merged into another. */
GPtrArray *
bl_assess_list_findings (const BlAssessParts *parts, const char *item, BlFindingSide side, gboolean agreed);
GPtrArray *bl_assess_list_actions (const BlAssessParts *parts);
/* Entries of a script of the framework; empty: it has none such. */
GPtrArray *bl_assess_list_entries (const BlAssessParts *parts, const char *script);
/* Ratings of @item that have a level, lowest first and then by their words, so that their order tells nobody whose they
 * are. */
GPtrArray *bl_assess_list_ratings (const BlAssessParts *parts, const BlAssessItem *item);

/* What stands in a column of the plan ("plan-owner"); NULL: not known. */
char *bl_assess_plan_cell (const BlAssessParts *parts, BlRecord *action, const char *column);
/* "3 Large" of the field "effect" or "effort"; NULL: not said. */
char *bl_assess_say_size (const BlAssessParts *parts, BlRecord *record, const char *field);
/* "Do first" of an action or finding; NULL: not placed. */
const char *bl_assess_place_title (const BlAssessParts *parts, BlRecord *record);

G_END_DECLS
