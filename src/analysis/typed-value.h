/* typed-value.h: a figure that somebody types in or corrects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base-figures.h"

G_BEGIN_DECLS

/**
 * BlTypedValue: one figure of one measure, place and period, as it is kept in a series. Nothing in it is taken over.
 */
typedef struct
{
  const char *measure; /* a base measure, or item or id of an indicator that has figures of its own */
  const char *library; /* id of a library, or the name of a point that is none; NULL: the service */
  BlPeriod period;
  double value;        /* NaN where the state is suppressed or no data */
  BlState state;
  gboolean provisional;
  const char *note;    /* what to know of it; NULL */
  const char *source;  /* of a series that is made for it; NULL: not known */
} BlTypedValue;

/**
 * BlKeptValue: the same as it stands.
 */
typedef struct
{
  BlRecord *series;    /* the project's; NULL: not in a series */
  double value;        /* NaN: not known */
  BlState state;
  gboolean provisional;
  char *note;          /* NULL */
  char *source;        /* of the series, with its date; NULL */
} BlKeptValue;

/* Which measures can be typed for @indicator: the names of its formula that are not worked out from the map, or
 * itself where it has none or has figures of its own; of char *. */
GPtrArray *bl_typed_value_measures (BlBaseFigures *figures, BlIndicator *indicator);
/* Whether @measure is known library by library, so that the service's is their sum and cannot be typed. */
gboolean bl_typed_value_is_sum (BlProject *project, const char *measure);
/* By which kind of period it is kept there; UNKNOWN: nothing is kept yet. */
BlPeriodKind bl_typed_value_kind (BlProject *project, const char *measure, const char *library);
/* What is kept; all unknown where nothing is. */
void bl_typed_value_look (BlProject *project, const char *measure, const char *library, const BlPeriod *period,
                          BlKeptValue *kept);
void bl_kept_value_clear (BlKeptValue *kept);
/* Puts it in, in the open transaction: into the series of that measure, place and length of period, or a new one that
 * begins with what other sources know of the whole. The value before is said in the note. An error in plain words where it
 * cannot be kept, and then nothing was changed. */
gboolean bl_typed_value_put (BlBaseFigures *figures, const BlTypedValue *typed, GError **error);

G_END_DECLS
