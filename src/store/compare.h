/* compare.h: what differs between two states of a project, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "record.h"

G_BEGIN_DECLS

typedef enum
{
  BL_DIFFERENCE_ADDED,   /* only in the later one */
  BL_DIFFERENCE_REMOVED, /* only in the earlier one */
  BL_DIFFERENCE_CHANGED, /* one field */
  BL_DIFFERENCE_MOVED,   /* in another place of its list, or another list */
} BlDifferenceKind;

/**
 * BlDifference: one thing that differs. Records are found by their id.
 */
typedef struct
{
  BlDifferenceKind kind;
  char *record;        /* id */
  char *record_kind;   /* "library" */
  char *name;          /* what a person calls it: "Gosforth Library" */
  char *field;         /* of a change: name of the field, else NULL */
  char *field_title;   /* translated: "opening hours on Monday" */
  char *before, *after; /* as text; NULL when not known */
} BlDifference;

void bl_difference_free (BlDifference *difference);
/* Array of BlDifference, in the order of the later document; removed ones
 * follow in the order of the earlier. Who changed a record and when is no difference. */
GPtrArray *bl_compare (BlRecord *before, BlRecord *after);
/* A plain sentence: "Gosforth Library: opening hours on Monday was “closed”, is now “10:00-14:00”". */
char *bl_difference_to_text (const BlDifference *difference);
/* The same where the name stands beside it: "Opening hours on Monday was “closed”, is now “10:00-14:00”". */
char *bl_difference_values_to_text (const BlDifference *difference);
/* "added", "removed", "changed", "moved". */
const char *bl_difference_kind_to_text (BlDifferenceKind kind);

/* Records by id, of @root and all below it; the records are not referenced. */
GHashTable *bl_compare_index (BlRecord *root);
/* The value of any field for people: tables as "175 rows"; NULL when not known. */
char *bl_compare_field_text (BlRecord *record, const BlField *field);
/* Same value of a field that holds no records. */
gboolean bl_compare_field_equal (BlRecord *a, BlRecord *b, const BlField *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlDifference, bl_difference_free)

G_END_DECLS
