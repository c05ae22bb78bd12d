/* recognise.h: what a file is, by its columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "import-plan.h"
#include "sheet.h"

G_BEGIN_DECLS

/**
 * BlRecognition: what is known of a file before it is brought in. Texts are
 * %NULL where nothing is known; @title is owned, the others are static.
 */
typedef struct
{
  BlImportKind kind;
  char *title;   /* "Arts Council basic dataset of libraries, 2023" */
  const char *source, *date, *geography, *licence;
  int year;      /* of an edition of the list of libraries; 0 not known */
  BlFigureKind figure_kind; /* what columns headed by months count, by the file's name; may be UNKNOWN */
  gboolean plain_list; /* an edition of names and addresses only: no year's standing in it */
} BlRecognition;

/* Gives a table of which the first line is a row already the headings that it would have. */
void bl_recognise_headings (BlSheet *sheet, BlImportKind wanted);
/* What a table can be taken for, the likeliest first; how many: 0 where its columns tell nothing. */
#define BL_RECOGNISE_MOST_KINDS 3
guint bl_recognise_kinds (const BlSheet *sheet, BlImportKind kinds[BL_RECOGNISE_MOST_KINDS]);
/* @wanted: the kind the user named, or UNKNOWN to find out. */
void bl_recognise_sheet (const BlSheet *sheet, BlImportKind wanted, BlRecognition *seen);
/* @code_field: of the areas, "LSOA11CD"; may be NULL. @code: that of the first area; may be NULL. */
void bl_recognise_areas (const char *code_field, const char *code, BlRecognition *seen);
void bl_recognition_clear (BlRecognition *seen);

/**
 * BlValueGuess: how a value is called and measured.
 */
typedef struct
{
  const char *title, *unit; /* translated; NULL for none */
  BlValueKind kind;         /* UNKNOWN where it cannot be told */
} BlValueGuess;

/* By its name ("imd_decile") and the column it comes from. */
BlValueGuess bl_recognise_value (const char *name, const char *column, const BlRecognition *seen);
/* A name of a value ("population_2015") from a column's: lower case, digits, "_". */
char *bl_recognise_value_name (const char *column);
gboolean bl_recognise_value_name_is_valid (const char *name);
/* "LSOA 2011" by the form of a code and the name of its column; NULL when it cannot be told. */
const char *bl_recognise_geography (const char *code_column, const char *code);

G_END_DECLS
