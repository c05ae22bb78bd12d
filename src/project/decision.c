/* decision.c: what was decided, by whom, on what, and what has changed since
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "decision.h"

#include <glib/gi18n-lib.h>

struct _BlFrozen
{
  BlRecord parent;
};

struct _BlDecision
{
  BlRecord parent;
};

G_DEFINE_FINAL_TYPE (BlFrozen, bl_frozen, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlDecision, bl_decision, BL_TYPE_RECORD)

static char *
bl_frozen_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("thing frozen"));
}

static void
bl_frozen_class_init (BlFrozenClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_frozen_describe;
  bl_record_class_set_kind (record_class, "frozen", N_ ("thing frozen"));
  bl_record_class_add_reference (record_class, "about", N_ ("what it is"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "checksum", N_ ("checksum"));
  bl_record_class_add_long_text (record_class, "says", N_ ("what it said"));
}

static void
bl_frozen_init (BlFrozen *self)
{
}

BlFrozen *
bl_frozen_new (const char *id)
{
  BlFrozen *self = g_object_new (BL_TYPE_FROZEN, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_decision_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("decision"));
}

static void
bl_decision_class_init (BlDecisionClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_decision_describe;
  bl_record_class_set_kind (record_class, "decision", N_ ("decision"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_date (record_class, "date", N_ ("date"));
  bl_record_class_add_text (record_class, "body", N_ ("who decided"));
  bl_record_class_add_text (record_class, "place", N_ ("meeting"));
  bl_record_class_add_reference (record_class, "workflow", N_ ("workflow"));
  bl_record_class_add_reference (record_class, "option", N_ ("option chosen"));
  bl_record_class_add_text (record_class, "power", N_ ("power"));
  bl_record_class_add_integer (record_class, "votes-for", N_ ("votes for"));
  bl_record_class_add_integer (record_class, "votes-against", N_ ("votes against"));
  bl_record_class_add_integer (record_class, "votes-abstained", N_ ("abstained"));
  bl_record_class_add_text (record_class, "by", N_ ("decided by"));
  bl_record_class_add_date (record_class, "notice", N_ ("notice published"));
  bl_record_class_add_date (record_class, "agenda", N_ ("agenda published"));
  bl_record_class_add_date (record_class, "published", N_ ("record published"));
  bl_record_class_add_date (record_class, "callin-end", N_ ("end of call-in"));
  bl_record_class_add_text (record_class, "callin", N_ ("outcome of call-in"));
  bl_record_class_add_reference (record_class, "version", N_ ("version frozen"));
  bl_record_class_add_long_text (record_class, "considered", N_ ("options considered"));
  bl_record_class_add_long_text (record_class, "reasons", N_ ("reasons"));
  bl_record_class_add_long_text (record_class, "conditions", N_ ("conditions"));
  bl_record_class_add_long_text (record_class, "interests", N_ ("interests declared"));
  bl_record_class_add_long_text (record_class, "note", N_ ("note"));
  bl_record_class_add_list (record_class, "frozen", N_ ("what was known"), BL_TYPE_FROZEN, TRUE);
}

static void
bl_decision_init (BlDecision *self)
{
}

BlDecision *
bl_decision_new (const char *id)
{
  BlDecision *self = g_object_new (BL_TYPE_DECISION, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}
