/* cost-years.h: money over years: optimism, discounting, net present cost, payback
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The last year that can be reckoned with (the Green Book's table ends there). */
#define BL_COST_LAST_YEAR 125
/* Green Book standard rate, real terms (planning-content 5.6). */
#define BL_COST_STANDARD_RATE 3.5

/**
 * BlCostKind: what a line of money is, as far as reckoning goes.
 */
typedef enum
{
  BL_COST_RUNNING, /* each year, and what may slip: running cost, income, income lost */
  BL_COST_ONCE,    /* one-off: stays where it is when savings slip */
  BL_COST_MEMO,    /* kept out of the net cost: capital charges, users' time */
} BlCostKind;

/**
 * BlCostFlow: money of @from … @to (years from 0, both in; cut to the appraisal's), pence a year in the
 * prices of one
 */
typedef struct
{
  BlCostKind kind;
  guint from, to;
  gint64 pence;
  double optimism; /* percent added to a cost of this line, its own line in the answer; 0: none */
} BlCostFlow;

/**
 * BlCostYears: years 0 … n − 1, pounds.
 */
typedef struct
{
  guint n;
  double *cash;       /* net, optimism in */
  double *optimism;   /* how much of it is optimism */
  double *discounted; /* cash × factor */
  double total;       /* of cash */
  double net_present; /* of discounted, not rounded on the way */
} BlCostYears;

/* Of year @year at @percent: 1 ÷ (1 + r)^t; at the standard rate 3.0 % from year 31 and 2.5 % from year 76
 * on. */
double bl_cost_get_factor (double percent, guint year);
/* @last: the last year (10 for eleven of them). @slip: years by which running lines come later than planned,
 * their first year standing in for those before. Never NULL. */
BlCostYears *
bl_cost_years_new (const BlCostFlow *flows, guint n_flows, guint last, double percent, guint slip);
void bl_cost_years_free (BlCostYears *self);
/* Rounded to whole pence, half away from zero, once. */
gint64 bl_cost_round (double pounds);

/**
 * BlCostPair: one set beside another, by @year: what the first costs more than the second.
 */
typedef struct
{
  guint n;
  double *difference, *running, *discounted, *running_discounted;
  double total, net_present;
  int pays_back; /* the first year whose running total is not below 0 after one that was; −1: not within the
                    years; 0: nothing to pay back */
  int pays_back_discounted;
} BlCostPair;

/* Difference: @base − @other: what @other saves. As long as the shorter of the two. */
BlCostPair *bl_cost_pair_new (const BlCostYears *base, const BlCostYears *other);
void bl_cost_pair_free (BlCostPair *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlCostYears, bl_cost_years_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlCostPair, bl_cost_pair_free)

G_END_DECLS
