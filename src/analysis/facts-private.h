/* facts-private.h: between the files that fill facts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "facts.h"

G_BEGIN_DECLS

/* A table of @record that has one row for each area, kept alive by @facts;
 * NULL where there is none (one of another length cannot be trusted). */
BlTable *bl_facts_keep_table (BlFacts *facts, BlRecord *record, const char *field);
/* Fills @facts->libraries; the year must be there. */
void bl_facts_take_libraries (BlFacts *facts, GListModel *own, GListModel *nearby);
/* Fills travel, uses, stops and routes; areas and libraries must be there. */
void bl_facts_take_tables (BlFacts *facts, BlProject *project);
/* Fills @facts->sources and @facts->sample_note when the rest is there. */
void bl_facts_take_sources (BlFacts *facts, BlProject *project);

void bl_facts_free_stops (BlFacts *facts);
void bl_facts_free_tables (BlFacts *facts);
void bl_facts_fill_stop (BlFactsStop *it, BlStop *stop);

G_END_DECLS
