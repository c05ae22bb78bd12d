/* indicator.c: what is measured, and how it is judged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "indicator.h"

#include <glib/gi18n-lib.h>

struct _BlBreak
{
  BlRecord parent;
};

struct _BlComment
{
  BlRecord parent;
};

struct _BlIndicator
{
  BlRecord parent;
};

G_DEFINE_FINAL_TYPE (BlBreak, bl_break, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlComment, bl_comment, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlIndicator, bl_indicator, BL_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (BlState, bl_state,
                    G_DEFINE_ENUM_VALUE (BL_STATE_UNKNOWN, "not-known"),
                    G_DEFINE_ENUM_VALUE (BL_STATE_MEASURED, "measured"),
                    G_DEFINE_ENUM_VALUE (BL_STATE_ESTIMATE, "estimate"),
                    G_DEFINE_ENUM_VALUE (BL_STATE_PROXY, "proxy"),
                    G_DEFINE_ENUM_VALUE (BL_STATE_SUPPRESSED, "suppressed"),
                    G_DEFINE_ENUM_VALUE (BL_STATE_NO_DATA, "no-data"))

G_DEFINE_ENUM_TYPE (BlWanted, bl_wanted,
                    G_DEFINE_ENUM_VALUE (BL_WANTED_UNKNOWN, "not-known"),
                    G_DEFINE_ENUM_VALUE (BL_WANTED_UP, "up"),
                    G_DEFINE_ENUM_VALUE (BL_WANTED_DOWN, "down"),
                    G_DEFINE_ENUM_VALUE (BL_WANTED_RANGE, "range"),
                    G_DEFINE_ENUM_VALUE (BL_WANTED_NEUTRAL, "neutral"))

G_DEFINE_ENUM_TYPE (BlIndicatorKind, bl_indicator_kind,
                    G_DEFINE_ENUM_VALUE (BL_INDICATOR_KIND_UNKNOWN, "not-known"),
                    G_DEFINE_ENUM_VALUE (BL_INDICATOR_KIND_COUNT, "count"),
                    G_DEFINE_ENUM_VALUE (BL_INDICATOR_KIND_STOCK, "stock"),
                    G_DEFINE_ENUM_VALUE (BL_INDICATOR_KIND_RATE, "rate"),
                    G_DEFINE_ENUM_VALUE (BL_INDICATOR_KIND_SHARE, "share"),
                    G_DEFINE_ENUM_VALUE (BL_INDICATOR_KIND_SURVEY, "survey"),
                    G_DEFINE_ENUM_VALUE (BL_INDICATOR_KIND_RATIO, "ratio"),
                    G_DEFINE_ENUM_VALUE (BL_INDICATOR_KIND_MEAN, "mean"),
                    G_DEFINE_ENUM_VALUE (BL_INDICATOR_KIND_MONEY, "money"),
                    G_DEFINE_ENUM_VALUE (BL_INDICATOR_KIND_INDEX, "index"),
                    G_DEFINE_ENUM_VALUE (BL_INDICATOR_KIND_DISTANCE, "distance"),
                    G_DEFINE_ENUM_VALUE (BL_INDICATOR_KIND_YESNO, "yesno"),
                    G_DEFINE_ENUM_VALUE (BL_INDICATOR_KIND_RANK, "rank"))

G_DEFINE_ENUM_TYPE (BlPeriodKind, bl_period_kind,
                    G_DEFINE_ENUM_VALUE (BL_PERIOD_KIND_UNKNOWN, "not-known"),
                    G_DEFINE_ENUM_VALUE (BL_PERIOD_KIND_MONTH, "month"),
                    G_DEFINE_ENUM_VALUE (BL_PERIOD_KIND_QUARTER, "quarter"),
                    G_DEFINE_ENUM_VALUE (BL_PERIOD_KIND_FY, "fy"),
                    G_DEFINE_ENUM_VALUE (BL_PERIOD_KIND_AY, "ay"),
                    G_DEFINE_ENUM_VALUE (BL_PERIOD_KIND_CY, "cy"),
                    G_DEFINE_ENUM_VALUE (BL_PERIOD_KIND_SPAN, "span"),
                    G_DEFINE_ENUM_VALUE (BL_PERIOD_KIND_SNAPSHOT, "snapshot"),
                    G_DEFINE_ENUM_VALUE (BL_PERIOD_KIND_ROLLING, "rolling"))

G_DEFINE_ENUM_TYPE (BlGeographyKind, bl_geography_kind,
                    G_DEFINE_ENUM_VALUE (BL_GEOGRAPHY_UNKNOWN, "not-known"),
                    G_DEFINE_ENUM_VALUE (BL_GEOGRAPHY_LIBRARY, "library"),
                    G_DEFINE_ENUM_VALUE (BL_GEOGRAPHY_CATCHMENT, "catchment"),
                    G_DEFINE_ENUM_VALUE (BL_GEOGRAPHY_SMALL_AREA, "small-area"),
                    G_DEFINE_ENUM_VALUE (BL_GEOGRAPHY_SERVICE, "service"),
                    G_DEFINE_ENUM_VALUE (BL_GEOGRAPHY_AUTHORITY, "authority"),
                    G_DEFINE_ENUM_VALUE (BL_GEOGRAPHY_ENGLAND, "england"))

G_DEFINE_ENUM_TYPE (BlBreakCause, bl_break_cause,
                    G_DEFINE_ENUM_VALUE (BL_BREAK_UNKNOWN, "not-known"),
                    G_DEFINE_ENUM_VALUE (BL_BREAK_DEFINITION, "definition"),
                    G_DEFINE_ENUM_VALUE (BL_BREAK_METHOD, "method"),
                    G_DEFINE_ENUM_VALUE (BL_BREAK_COVERAGE, "coverage"),
                    G_DEFINE_ENUM_VALUE (BL_BREAK_BOUNDARY, "boundary"),
                    G_DEFINE_ENUM_VALUE (BL_BREAK_GAP, "gap"),
                    G_DEFINE_ENUM_VALUE (BL_BREAK_SURVEY, "survey"),
                    G_DEFINE_ENUM_VALUE (BL_BREAK_STEP, "step"))

const char *
bl_state_get_title (BlState state)
{
  switch (state)
    {
    case BL_STATE_MEASURED:
      return N_ ("Measured");
    case BL_STATE_ESTIMATE:
      return N_ ("Estimate");
    case BL_STATE_PROXY:
      return N_ ("Proxy");
    case BL_STATE_SUPPRESSED:
      return N_ ("Fewer than 5");
    case BL_STATE_NO_DATA:
      return N_ ("No data");
    case BL_STATE_UNKNOWN:
    default:
      return N_ ("Not known");
    }
}

static void
bl_break_class_init (BlBreakClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "break", N_ ("break in a series"));
  bl_record_class_add_enum (record_class, "cause", N_ ("cause"), BL_TYPE_BREAK_CAUSE);
  bl_record_class_add_date (record_class, "from", N_ ("first day after"));
  bl_record_class_add_date (record_class, "until", N_ ("last day before"));
  bl_record_class_add_text (record_class, "reason", N_ ("reason"));
  bl_record_class_add_text (record_class, "agreed-by", N_ ("who agreed"));
}

static void
bl_break_init (BlBreak *self)
{
}

BlBreak *
bl_break_new (const char *id)
{
  BlBreak *self = g_object_new (BL_TYPE_BREAK, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static void
bl_comment_class_init (BlCommentClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "comment", N_ ("comment"));
  bl_record_class_add_text (record_class, "period", N_ ("period"));
  bl_record_class_add_text (record_class, "by", N_ ("who says it"));
  bl_record_class_add_long_text (record_class, "text", N_ ("words"));
}

static void
bl_comment_init (BlComment *self)
{
}

BlComment *
bl_comment_new (const char *id)
{
  BlComment *self = g_object_new (BL_TYPE_COMMENT, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_indicator_describe (BlRecord *record)
{
  const char *name = bl_record_get_text (record, "name");

  return g_strdup (name != NULL ? name : _("indicator"));
}

static void
bl_indicator_class_init (BlIndicatorClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_indicator_describe;
  bl_record_class_set_kind (record_class, "indicator", N_ ("indicator"));
  bl_record_class_add_text (record_class, "item", N_ ("item of the dictionary"));
  bl_record_class_add_text (record_class, "name", N_ ("name"));
  bl_record_class_add_text (record_class, "noun", N_ ("noun"));
  bl_record_class_add_boolean (record_class, "plural", N_ ("noun in the plural"));
  bl_record_class_add_text (record_class, "serves", N_ ("what it serves"));
  bl_record_class_add_text (record_class, "unit", N_ ("unit"));
  bl_record_class_add_enum (record_class, "direction", N_ ("wanted direction"), BL_TYPE_WANTED);
  bl_record_class_add_enum (record_class, "kind", N_ ("kind"), BL_TYPE_INDICATOR_KIND);
  bl_record_class_add_text (record_class, "formula", N_ ("formula"));
  bl_record_class_add_enum (record_class, "state", N_ ("usual state"), BL_TYPE_STATE);
  bl_record_class_add_text (record_class, "geography", N_ ("geography"));
  bl_record_class_add_text (record_class, "period", N_ ("period"));
  bl_record_class_add_text (record_class, "origin", N_ ("origin"));
  bl_record_class_add_text (record_class, "confidence", N_ ("confidence"));
  bl_record_class_add_date (record_class, "verified", N_ ("verified"));
  bl_record_class_add_boolean (record_class, "starter", N_ ("in the starter set"));
  bl_record_class_add_text (record_class, "rules", N_ ("rule set"));
  bl_record_class_add_text (record_class, "parameters", N_ ("parameters"));
  bl_record_class_add_reference (record_class, "library", N_ ("library"));
  bl_record_class_add_text (record_class, "owner", N_ ("owner"));
  bl_record_class_add_date (record_class, "review", N_ ("date of review"));
  bl_record_class_add_real (record_class, "baseline", N_ ("baseline"));
  bl_record_class_add_text (record_class, "baseline-period", N_ ("period of the baseline"));
  bl_record_class_add_real (record_class, "target", N_ ("target"));
  bl_record_class_add_real (record_class, "target-low", N_ ("least wanted"));
  bl_record_class_add_real (record_class, "target-high", N_ ("most wanted"));
  bl_record_class_add_enum (record_class, "target-period", N_ ("period of the target"), BL_TYPE_PERIOD_KIND);
  bl_record_class_add_date (record_class, "target-date", N_ ("date of the target"));
  bl_record_class_add_boolean (record_class, "local-direction", N_ ("direction set by the service"));
  bl_record_class_add_long_text (record_class, "means", N_ ("meaning"));
  bl_record_class_add_long_text (record_class, "source", N_ ("source"));
  bl_record_class_add_long_text (record_class, "pitfalls", N_ ("pitfalls"));
  bl_record_class_add_long_text (record_class, "note", N_ ("note"));
  bl_record_class_add_long_text (record_class, "differently", N_ ("what similar authorities do differently"));
  bl_record_class_add_list (record_class, "breaks", N_ ("breaks"), BL_TYPE_BREAK, FALSE);
  bl_record_class_add_list (record_class, "comments", N_ ("comments"), BL_TYPE_COMMENT, FALSE);
}

static void
bl_indicator_init (BlIndicator *self)
{
}

BlIndicator *
bl_indicator_new (const char *id)
{
  BlIndicator *self = g_object_new (BL_TYPE_INDICATOR, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

guint
bl_indicator_get_outcomes (BlIndicator *self, guint outcomes[7])
{
  const char *serves = bl_record_get_text (BL_RECORD (self), "serves");
  guint n = 0;

  for (const char *p = serves; p != NULL && *p != '\0'; p++)
    if (*p == 'O' && p[1] >= '1' && p[1] <= '7' && !g_ascii_isalnum (p[2]) && (p == serves || !g_ascii_isalnum (p[-1])) && n < 7)
      outcomes[n++] = (guint) (p[1] - '0');
  return n;
}
