/* order-rules.h: in which order the dates of a plan stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue-items.h"

G_BEGIN_DECLS

typedef enum
{
  BL_ORDER_NOT_AFTER,          /* the same day will do */
  BL_ORDER_BEFORE,             /* it will not */
  BL_ORDER_LENGTH,             /* at least so many days apart */
  BL_ORDER_CLEAR_DAYS,         /* at least so many between them, neither end counted */
  BL_ORDER_CLEAR_WORKING_DAYS, /* the same, Saturdays, Sundays and bank holidays left out */
  BL_ORDER_MONTHS_AT_LEAST,
  BL_ORDER_MONTHS_AT_MOST,
  BL_ORDER_NO_OVERLAP, /* two stretches have no day in common */
} BlOrderRelation;

/**
 * BlOrderRule: one of planning-content 3.2. @earlier, @later: names of dates, the framework's.
 */
typedef struct
{
  const char *item, *earlier, *later, *why;
  BlOrderRelation relation;
  guint gap;
} BlOrderRule;

/**
 * BlOrderDate: a day, or a stretch with both ends in; Julian, 0 is not known.
 */
typedef struct
{
  guint32 from, until;
} BlOrderDate;

typedef enum
{
  BL_ORDER_SILENT, /* a date is missing */
  BL_ORDER_HOLDS,
  BL_ORDER_FAILS,
} BlOrderAnswer;

/* FALSE: it is no rule that is understood, which a user may have written; nothing is tested then. */
gboolean bl_order_rule_read (BlCatalogueItem *item, BlOrderRule *rule);
/* @found: days (clear ones, where the rule counts those) or whole months between them; of an overlap the days
 * in common. May be NULL. */
BlOrderAnswer bl_order_rule_check (const BlOrderRule *rule,
                                   const BlOrderDate *earlier,
                                   const BlOrderDate *later,
                                   int *found);

/* Days between two, neither counted; negative where @until comes first. */
int bl_days_clear (guint32 from, guint32 until);
int bl_days_clear_working (guint32 from, guint32 until);
/* A bank holiday in England, by the rules in force since 1978 and the days proclaimed up to 2023. */
gboolean bl_days_is_bank_holiday (guint32 day);

G_END_DECLS
