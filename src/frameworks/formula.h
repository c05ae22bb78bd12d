/* formula.h: an indicator's formula over base measures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "indicator.h"

G_BEGIN_DECLS

#define BL_FORMULA_ERROR (bl_formula_error_quark ())
GQuark bl_formula_error_quark (void);
typedef enum
{
  BL_FORMULA_ERROR_SYNTAX, /* not a formula: says where and what was expected */
} BlFormulaError;

/* A longer text is no formula. */
#define BL_FORMULA_MAX_LENGTH 2000

/**
 * BlFormula: "1000 × visits_all ÷ pop_all" understood. Numbers, names (a–z, 0–9, _), parentheses, + and - (or −),
 * × (or *), ÷ (or /), the latter two before the former, each from the left. Immutable.
 */
typedef struct _BlFormula BlFormula;

/* An error in plain words, with the place, for what is not one. */
BlFormula *bl_formula_parse (const char *text, GError **error);
void bl_formula_free (BlFormula *self);
/* Names in it, each once, in order of appearance; NULL-terminated, owned. */
const char *const *bl_formula_get_names (const BlFormula *self);
guint bl_formula_get_n_names (const BlFormula *self);
/* Whether the i-th name stands (only) below a division line. */
gboolean bl_formula_is_denominator (const BlFormula *self, guint name);

/**
 * BlFormulaPart: what is known of one name. Not known: state NO_DATA (or SUPPRESSED) and value NaN.
 */
typedef struct
{
  double value, low, high;  /* NaN: no interval */
  BlState state;
  double estimated;         /* how much of it is estimate: 0 … 1 */
} BlFormulaPart;

/**
 * BlFormulaResult: what came of it.
 */
typedef struct
{
  double value;             /* NaN: no data */
  double low, high;         /* of a formula that is one name times numbers; else NaN */
  double numerator, denominator; /* indicator-content 1.9, without constant factors; NaN where nothing is divided */
  BlState state;            /* the weakest of the parts (1.2, rule 1) */
  double estimated;         /* the greatest of the parts */
  int missing;              /* index of the first name without a figure; -1: none */
  gboolean divided_by_zero;
} BlFormulaResult;

/* @parts in the order of the names. */
BlFormulaResult bl_formula_evaluate (const BlFormula *self, const BlFormulaPart *parts);
/* The weaker of two states, in the order measured, estimate, proxy, suppressed, no data. */
BlState bl_state_weaker (BlState a, BlState b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlFormula, bl_formula_free)

G_END_DECLS
