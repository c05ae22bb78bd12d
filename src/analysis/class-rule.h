/* class-rule.h: by what rule values are put into groups for a map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BL_CLASSES_MAX 7

typedef enum
{
  BL_CLASSIFY_USUAL,    /* what suits the kind: deciles in pairs, ranks by fifths, else rounded fifths of areas */
  BL_CLASSIFY_QUANTILE, /* as many areas in each */
  BL_CLASSIFY_EQUAL,    /* as wide a range in each */
  BL_CLASSIFY_NATURAL,  /* where the figures lie in heaps: natural breaks */
  BL_CLASSIFY_OWN,      /* limits somebody chose */
  BL_N_CLASSIFY,
} BlClassify;

/**
 * BlClassRule: all zero is the usual.
 */
typedef struct
{
  BlClassify method;
  guint n_groups;   /* 2 … BL_CLASSES_MAX; 0: five; not of the usual nor of own limits */
  guint n_breaks;   /* of BL_CLASSIFY_OWN: where the second and later groups begin, rising */
  double breaks[BL_CLASSES_MAX - 1];
  gboolean about;   /* groups lie on either side of a middle */
  double middle;
} BlClassRule;

/* "usual", "quantile", "equal", "natural", each with how many groups where not
 * five ("natural:4"), or limits ("10,20.5,50"; blanks or semicolons part them too, and
 * then numbers may hold thousands commas). ASKED errors of BL_ANALYSIS_ERROR. */
gboolean bl_class_rule_parse (const char *text, BlClassRule *rule, GError **error);
/* The same text back. */
char *bl_class_rule_to_text (const BlClassRule *rule);
gboolean bl_class_rule_equal (const BlClassRule *a, const BlClassRule *b);
/* Name of a method for people: "As many areas in each group"; untranslated (N_()). */
const char *bl_classify_get_title (BlClassify method);

G_END_DECLS
