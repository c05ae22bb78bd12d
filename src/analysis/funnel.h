/* funnel.h: places of different size about their common figure, and what chance alone would do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* With fewer places there is no funnel (indicator-content 5.6). */
#define BL_FUNNEL_FEWEST 10
/* With more dispersion it shows spread, not performance. */
#define BL_FUNNEL_WILD 10

/**
 * BlFunnelAdjust: what is made of differences that chance does not explain.
 */
typedef enum
{
  BL_FUNNEL_PLAIN,          /* nothing: the limits are those of chance */
  BL_FUNNEL_ADDITIVE,       /* a variance between places beside that of chance: the usual */
  BL_FUNNEL_MULTIPLICATIVE, /* chance, times so much */
} BlFunnelAdjust;

typedef struct
{
  double value; /* count ÷ size; NaN: left out, for want of a figure or of a size */
  double error; /* standard error at the centre */
  double z;     /* how many of these it is from the centre */
} BlFunnelPoint;

/**
 * BlFunnel: indicator-content 5.6, after Spiegelhalter 2005.
 */
typedef struct
{
  gboolean proportion; /* counts are part of the sizes (binomial); else events among so many (Poisson) */
  guint n;             /* as many as were given */
  guint used;
  BlFunnelPoint *points;
  double centre;       /* sum of counts ÷ sum of sizes; NaN: nothing known */
  double pulled_low, pulled_high; /* where z is pulled in to: its 10 % and 90 % points */
  double dispersion;   /* φ */
  double between;      /* τ²: the variance between places */
  double fewest, wild; /* BL_FUNNEL_FEWEST and BL_FUNNEL_WILD, where the dictionary has no others */
} BlFunnel;

typedef struct
{
  double low998, low95, high95, high998;
} BlFunnelLimits;

/* @counts and @sizes of @n places; NaN is not known. Never NULL. */
BlFunnel *bl_funnel_new (const double *counts, const double *sizes, guint n, gboolean proportion);
void bl_funnel_free (BlFunnel *self);
/* At @size: exact where plain and fewer than 20 are expected, else normal; cut to 0 and, of a proportion, to 1. */
BlFunnelLimits bl_funnel_get_limits (const BlFunnel *self, double size, BlFunnelAdjust adjust);
/* The exact rule, as a count before it is cut: where the cumulative probability reaches @share. */
double bl_funnel_exact (gboolean proportion, double centre, double size, double share);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlFunnel, bl_funnel_free)

G_END_DECLS
