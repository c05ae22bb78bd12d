/* map-library-words.h: what the pane says of a library's use and of its building
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "access.h"
#include "library.h"

G_BEGIN_DECLS

/**
 * BlMapWord: a figure with what it is of.
 */
typedef struct
{
  char *figure; /* "50,385"; the words for not known where it is not */
  char *words;  /* "visits in 2023-24" */
  gboolean known;
} BlMapWord;

/* Visits, loans and the like of the newest period, per head and per hour; users by where they live. The
 * first is the main one. @catchment may be NULL. Array of BlMapWord. */
GPtrArray *bl_map_library_words_use (const BlFacts *facts, int library, const BlCatchment *catchment);
/* A sentence: how visits went over the years there are figures for; NULL where there are too few. */
char *bl_map_library_words_trend (const BlFactsLibrary *library);
/* Whose figures of use they are, and of when; NULL where there are none. */
char *bl_map_library_words_use_source (const BlFactsLibrary *library);
/* Hours, floor area, running cost, who shares it. */
GPtrArray *bl_map_library_words_building (const BlFactsLibrary *library, BlLibrary *record);

G_END_DECLS
