/* framework-compare.h: what differs between two versions of a framework
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "framework-items.h"

G_BEGIN_DECLS

/**
 * BlFrameworkChange: what became of an item.
 */
typedef enum
{
  BL_FRAMEWORK_CHANGE_ADDED,
  BL_FRAMEWORK_CHANGE_REMOVED,
  BL_FRAMEWORK_CHANGE_MOVED, /* it stands under another heading, or what is in it in another order (@field: the list) */
  BL_FRAMEWORK_CHANGE_WORDS,
} BlFrameworkChange;

/**
 * BlFrameworkDifference: one item that differs, or one field of one.
 */
typedef struct
{
  BlFrameworkChange change;
  BlRecord *record;      /* of the later one; of the earlier where it has gone; borrowed */
  const char *field;     /* of WORDS; NULL */
  char *words;           /* a sentence: "Criterion “Choices that show”: the statement reads otherwise." */
  char *before, *after;  /* of WORDS: as they stand, NULL where nothing stands; of MOVED: the headings, or the names in their order */
} BlFrameworkDifference;

/* From @before to @after, in the order of @after, what has gone last; empty where the two say the same. Items are known by
 * their names; ids, versions and who changed what make no difference. Array of BlFrameworkDifference. */
GPtrArray *bl_framework_compare (BlFramework *before, BlFramework *after);
/* "2 items are new, 1 has gone, 3 read otherwise, 1 stands elsewhere." g_free(). */
char *bl_framework_compare_say (GPtrArray *differences);

void bl_framework_difference_free (BlFrameworkDifference *difference);

G_END_DECLS
