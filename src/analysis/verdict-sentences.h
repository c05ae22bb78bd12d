/* verdict-sentences.h: the parts of title and sentence of a judgement
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "verdict-private.h"
#include "verdict-words.h"

G_BEGIN_DECLS

/* What the templates are filled with. */
typedef struct
{
  const BlJudgement *judgement;
  const BlObservations *obs;
  const BlJudgeQuestion *question;
  const BlObservation *item; /* NULL: none */
  const char *noun;
  const char *bare; /* the noun without the place it may begin with: "Gosforth has … figures for loans" */
  char *title_noun, *sentence_noun; /* with a capital */
  gboolean plural;
  char *title;
  GString *sentence;
  guint n_clauses;
} BlWords;

/* "4,976", as the kind is written. */
char *bl_words_at_value (const BlWords *words, double value);
/* "seven months", "18 months", "five quarters". */
char *bl_words_periods (const BlWords *words, guint n);
/* "September 2022". */
char *bl_words_at (const BlWords *words, guint index);
/* How many points that count. */
guint bl_words_known (const BlWords *words, guint first, guint last);
/* "usual range of 3,462 to 6,489", "… so far" while limits are on trial. */
char *bl_words_range (const BlWords *words, const BlSegment *segment);
/* Limits as they are said: not below 0, shares not above 100. */
double bl_words_cut_low (const BlWords *words, double value);
double bl_words_cut_high (const BlWords *words, double value);
/* Whether "Newcastle had 551,116 library visits": where things are counted. */
gboolean bl_words_place_has (const BlWords *words);

/* Each gives the title and writes the sentence without its stop. */
void bl_words_no_data (BlWords *words);
void bl_words_suppressed (BlWords *words);
void bl_words_nought (BlWords *words);
void bl_words_repeated (BlWords *words);
void bl_words_too_few (BlWords *words);
void bl_words_none (BlWords *words);
void bl_words_break (BlWords *words);
void bl_words_pair (BlWords *words);
void bl_words_say_points (BlWords *words);
void bl_words_partial (BlWords *words);
void bl_words_steady (BlWords *words);
void bl_words_signal (BlWords *words, const BlSignal *signal, BlVerdict verdict, guint latest);

G_END_DECLS
