/* action.c: an action: what somebody does by when, and what came of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "action.h"

#include <glib/gi18n-lib.h>

struct _BlMilestone
{
  BlRecord parent;
};

struct _BlProgress
{
  BlRecord parent;
};

struct _BlAction
{
  BlRecord parent;
};

G_DEFINE_FINAL_TYPE (BlMilestone, bl_milestone, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlProgress, bl_progress, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlAction, bl_action, BL_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (BlActionState,
                    bl_action_state,
                    G_DEFINE_ENUM_VALUE (BL_ACTION_UNKNOWN, "not-known"),
                    G_DEFINE_ENUM_VALUE (BL_ACTION_NOT_STARTED, "not-started"),
                    G_DEFINE_ENUM_VALUE (BL_ACTION_YES, "yes"),
                    G_DEFINE_ENUM_VALUE (BL_ACTION_YES_ONGOING, "yes-ongoing"),
                    G_DEFINE_ENUM_VALUE (BL_ACTION_YES_PHASE, "yes-phase"),
                    G_DEFINE_ENUM_VALUE (BL_ACTION_PARTIALLY, "partially"),
                    G_DEFINE_ENUM_VALUE (BL_ACTION_PARTIALLY_ONGOING, "partially-ongoing"),
                    G_DEFINE_ENUM_VALUE (BL_ACTION_ONGOING, "ongoing"),
                    G_DEFINE_ENUM_VALUE (BL_ACTION_NO_ONGOING, "no-ongoing"),
                    G_DEFINE_ENUM_VALUE (BL_ACTION_NO, "no"))

const char *
bl_action_state_get_title (BlActionState self)
{
  switch (self)
    {
    case BL_ACTION_NOT_STARTED:
      return N_ ("Not started");
    case BL_ACTION_YES:
      return N_ ("Yes");
    case BL_ACTION_YES_ONGOING:
      return N_ ("Yes – ongoing");
    case BL_ACTION_YES_PHASE:
      return N_ ("Yes, phase complete");
    case BL_ACTION_PARTIALLY:
      return N_ ("Partially");
    case BL_ACTION_PARTIALLY_ONGOING:
      return N_ ("Partially – ongoing");
    case BL_ACTION_ONGOING:
      return N_ ("Ongoing");
    case BL_ACTION_NO_ONGOING:
      return N_ ("No/Ongoing");
    case BL_ACTION_NO:
      return N_ ("No");
    case BL_ACTION_UNKNOWN:
    default:
      return N_ ("Not stated");
    }
}

static char *
bl_milestone_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("milestone"));
}

static void
bl_milestone_class_init (BlMilestoneClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_milestone_describe;
  bl_record_class_set_kind (record_class, "milestone", N_ ("milestone"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_date (record_class, "due", N_ ("due"));
  bl_record_class_add_date (record_class, "done", N_ ("done"));
  bl_record_class_add_text (record_class, "note", N_ ("note"));
}

static void
bl_milestone_init (BlMilestone *self)
{
}

BlMilestone *
bl_milestone_new (const char *id)
{
  BlMilestone *self = g_object_new (BL_TYPE_MILESTONE, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static void
bl_progress_class_init (BlProgressClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "progress", N_ ("progress note"));
  bl_record_class_add_date (record_class, "date", N_ ("date"));
  bl_record_class_add_enum (record_class, "state", N_ ("state"), BL_TYPE_ACTION_STATE);
  bl_record_class_add_integer (record_class, "percent", N_ ("percent"));
  bl_record_class_add_text (record_class, "by", N_ ("by"));
  bl_record_class_add_long_text (record_class, "text", N_ ("words"));
}

static void
bl_progress_init (BlProgress *self)
{
}

BlProgress *
bl_progress_new (const char *id)
{
  BlProgress *self = g_object_new (BL_TYPE_PROGRESS, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_action_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("action"));
}

static void
bl_action_class_init (BlActionClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_action_describe;
  bl_record_class_set_kind (record_class, "action", N_ ("action"));
  bl_record_class_add_text (record_class, "ref", N_ ("reference"));
  bl_record_class_add_text (record_class, "title", N_ ("action"));
  bl_record_class_add_boolean (record_class, "priority", N_ ("priority"));
  bl_record_class_add_text (record_class, "owner", N_ ("owner"));
  bl_record_class_add_text (record_class, "support", N_ ("supported by"));
  bl_record_class_add_text (record_class, "outcomes", N_ ("Outcomes"));
  bl_record_class_add_text (record_class, "lenses", N_ ("other lenses"));
  bl_record_class_add_date (record_class, "start", N_ ("start"));
  bl_record_class_add_date (record_class, "end", N_ ("finish"));
  bl_record_class_add_date (record_class, "started", N_ ("started"));
  bl_record_class_add_date (record_class, "ended", N_ ("finished"));
  bl_record_class_add_enum (record_class, "state", N_ ("state"), BL_TYPE_ACTION_STATE);
  bl_record_class_add_integer (record_class, "percent", N_ ("percent"));
  bl_record_class_add_money (record_class, "budget", N_ ("budget"));
  bl_record_class_add_money (record_class, "budget-yearly", N_ ("budget each year"));
  bl_record_class_add_money (record_class, "spent", N_ ("spent"));
  bl_record_class_add_text (record_class, "budget-source", N_ ("source of the money"));
  bl_record_class_add_reference (record_class, "indicator", N_ ("indicator"));
  bl_record_class_add_date (record_class, "review", N_ ("look again on"));
  bl_record_class_add_date (record_class, "looked-at", N_ ("last looked at"));
  bl_record_class_add_integer (record_class, "effect", N_ ("effect"));
  bl_record_class_add_integer (record_class, "effort", N_ ("effort"));
  bl_record_class_add_text (record_class, "place", N_ ("place on the grid"));
  bl_record_class_add_reference (record_class, "assessment", N_ ("self-assessment"));
  bl_record_class_add_reference (record_class, "finding", N_ ("area for improvement"));
  bl_record_class_add_text (record_class, "criteria", N_ ("criteria"));
  bl_record_class_add_reference (record_class, "carried-from", N_ ("carried over from"));
  bl_record_class_add_text (record_class, "carried-ref", N_ ("reference it was carried over from"));
  bl_record_class_add_text (record_class, "printed-state", N_ ("state as printed"));
  bl_record_class_add_long_text (record_class, "why", N_ ("need served"));
  bl_record_class_add_long_text (record_class, "difference", N_ ("difference for people"));
  bl_record_class_add_long_text (record_class, "first-step", N_ ("first step"));
  bl_record_class_add_long_text (record_class, "measure", N_ ("how we shall know"));
  bl_record_class_add_long_text (record_class, "expect", N_ ("what should move"));
  bl_record_class_add_long_text (record_class, "resources", N_ ("what it takes"));
  bl_record_class_add_long_text (record_class, "makes-room", N_ ("what makes room"));
  bl_record_class_add_long_text (record_class, "equality", N_ ("who might lose"));
  bl_record_class_add_long_text (record_class, "risk", N_ ("what could go wrong"));
  bl_record_class_add_long_text (record_class, "products", N_ ("relevant products"));
  bl_record_class_add_long_text (record_class, "commentary", N_ ("commentary"));
  bl_record_class_add_long_text (record_class, "place-why", N_ ("why that place"));
  bl_record_class_add_long_text (record_class, "dropped-why", N_ ("why it was dropped"));
  bl_record_class_add_list (record_class, "milestones", N_ ("milestones"), BL_TYPE_MILESTONE, FALSE);
  bl_record_class_add_list (record_class, "history", N_ ("progress"), BL_TYPE_PROGRESS, FALSE);
  bl_record_class_add_list (record_class, "marks", N_ ("marks"), BL_TYPE_LENS_MARKING, FALSE);
}

static void
bl_action_init (BlAction *self)
{
}

BlAction *
bl_action_new (const char *id)
{
  BlAction *self = g_object_new (BL_TYPE_ACTION, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}
