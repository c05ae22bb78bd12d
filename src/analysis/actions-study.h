/* actions-study.h: the actions of a project: which are neglected, late, closed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "action.h"
#include "project.h"

G_BEGIN_DECLS

/* Not looked at for so many days is neglect (planning-content 7.3). */
#define BL_ACTION_NEGLECT_DAYS 60
/* So many reports with the same commentary are. */
#define BL_ACTION_SAME_REPORTS 3

/* BlNeglect: why an action wants somebody's eye (planning-content 7.3), the worst first. */
typedef enum
{
  BL_NEGLECT_NO_OWNER = 1 << 0,
  BL_NEGLECT_PAST_END = 1 << 1,  /* its end has passed, and nobody has said what came of it */
  BL_NEGLECT_UNSEEN = 1 << 2,    /* not looked at for 60 days, or never */
  BL_NEGLECT_SAME_WORDS = 1 << 3, /* three reports with the same commentary */
  BL_NEGLECT_NO_NEED = 1 << 4,   /* the need served is empty */
} BlNeglect;
/* "no-owner": as the command line says it. */
const char *bl_neglect_get_nick (BlNeglect reason);

/* What a state counts as (planning-content 7.2). */
typedef enum
{
  BL_ACTION_IS_OPEN,
  BL_ACTION_IS_OPEN_SHORT,   /* open, and short of what was meant */
  BL_ACTION_IS_CLOSED,
  BL_ACTION_IS_CLOSED_SHORT,
} BlActionStanding;
BlActionStanding bl_action_state_get_standing (BlActionState state);

/**
 * BlActionItem: one action.
 */
typedef struct
{
  BlAction *action;
  BlActionState state;
  BlActionStanding standing;
  guint neglect;      /* BlNeglect, or'ed; 0 of those that are closed */
  guint n_reasons;
  gboolean late;      /* its end has passed, and it is open */
  int days_left;      /* to its end; below 0: past; G_MAXINT: no end */
  int days_unseen;    /* since it was looked at; −1: never, as far as is known */
  int percent;        /* how far, 0 … 100; −1: not known. By the state where that says it (7.2) */
} BlActionItem;

/**
 * BlActionsStudy: all actions of a project at a day. Borrows its records.
 */
typedef struct
{
  guint32 today;
  guint n;
  BlActionItem *items; /* those without an owner and the neglected first, then open ones by their end, then closed ones */
  guint n_open, n_closed, n_neglected, n_unowned, n_late;
} BlActionsStudy;

/* @today: Julian day. Main thread. Never NULL. */
BlActionsStudy *bl_actions_study_new (BlProject *project, guint32 today);
void bl_actions_study_free (BlActionsStudy *self);
const BlActionItem *bl_actions_study_find (const BlActionsStudy *self, BlAction *action);
/* "12 actions, 3 of them neglected"; g_free(). */
char *bl_actions_study_say (const BlActionsStudy *self);
/* One reason in words: "Nobody owns it."; g_free(). */
char *bl_action_item_say_reason (const BlActionItem *item, BlNeglect reason);
/* All of them, worst first, a sentence each; NULL: it is not neglected. */
char *bl_action_item_say_neglect (const BlActionItem *item);
/* When it is to be done, beside its date: "12 days left", "3 days late"; NULL: closed, or no end. */
char *bl_action_item_say_time (const BlActionItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlActionsStudy, bl_actions_study_free)

G_END_DECLS
