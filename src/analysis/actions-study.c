/* actions-study.c: the actions of a project: which are neglected, late, closed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "actions-study.h"

#include <glib/gi18n-lib.h>

#include "text.h"

const char *
bl_neglect_get_nick (BlNeglect reason)
{
  switch (reason)
    {
    case BL_NEGLECT_NO_OWNER:
      return "no-owner";
    case BL_NEGLECT_PAST_END:
      return "past-end";
    case BL_NEGLECT_UNSEEN:
      return "unseen";
    case BL_NEGLECT_SAME_WORDS:
      return "same-words";
    case BL_NEGLECT_NO_NEED:
    default:
      return "no-need";
    }
}

BlActionStanding
bl_action_state_get_standing (BlActionState state)
{
  switch (state)
    {
    case BL_ACTION_YES:
      return BL_ACTION_IS_CLOSED;
    case BL_ACTION_PARTIALLY:
    case BL_ACTION_NO:
      return BL_ACTION_IS_CLOSED_SHORT;
    case BL_ACTION_NO_ONGOING:
      return BL_ACTION_IS_OPEN_SHORT;
    default:
      return BL_ACTION_IS_OPEN;
    }
}

static gboolean
is_closed (const BlActionItem *item)
{
  return item->standing == BL_ACTION_IS_CLOSED || item->standing == BL_ACTION_IS_CLOSED_SHORT;
}

/* --- One action ---------------------------------------------------------------- */

/* The last day it was looked at: said so, or in a report on it. 0: never, as far as is known. */
static guint32
find_seen (BlRecord *action)
{
  GListModel *history = bl_record_get_list (action, "history");
  guint32 seen = 0;

  bl_record_get_date (action, "looked-at", &seen);
  for (guint i = 0; i < g_list_model_get_n_items (history); i++)
    {
      g_autoptr (BlRecord) progress = g_list_model_get_item (history, i);
      guint32 date = 0;

      if (bl_record_get_date (progress, "date", &date))
        seen = MAX (seen, date);
    }
  return seen;
}

/* The last reports say the same, word for word but for case and blanks. */
static gboolean
says_the_same (BlRecord *action)
{
  GListModel *history = bl_record_get_list (action, "history");
  guint n = g_list_model_get_n_items (history), same = 0;
  g_autofree char *words = NULL;

  for (guint i = n; i > 0 && same < BL_ACTION_SAME_REPORTS; i--)
    {
      g_autoptr (BlRecord) progress = g_list_model_get_item (history, i - 1);
      const char *text = bl_record_get_text (progress, "text");
      g_autofree char *folded = NULL;

      if (text == NULL)
        break;
      folded = bl_text_fold (text);
      if (words != NULL && !g_str_equal (words, folded))
        break;
      same++;
      g_free (words);
      words = g_steal_pointer (&folded);
    }
  return same == BL_ACTION_SAME_REPORTS;
}

static int
find_percent (BlRecord *action, BlActionState state)
{
  gint64 percent = 0;

  switch (state)
    {
    case BL_ACTION_YES:
    case BL_ACTION_YES_ONGOING:
      return 100;
    case BL_ACTION_NOT_STARTED:
    case BL_ACTION_NO:
      return 0;
    default:
      return bl_record_get_integer (action, "percent", &percent) ? (int) CLAMP (percent, 0, 100) : -1;
    }
}

static void
fill_item (BlActionItem *item, BlRecord *action, guint32 today)
{
  guint32 end = 0, seen = find_seen (action);

  item->action = BL_ACTION (action);
  item->state = bl_record_get_enum (action, "state");
  item->standing = bl_action_state_get_standing (item->state);
  item->percent = find_percent (action, item->state);
  item->days_left = bl_record_get_date (action, "end", &end) ? (int) end - (int) today : G_MAXINT;
  item->days_unseen = seen > 0 ? MAX ((int) today - (int) seen, 0) : -1;
  if (is_closed (item))
    return;
  /* Done, and goes on as normal work: not late, whatever day was meant. */
  item->late = item->days_left < 0 && item->state != BL_ACTION_YES_ONGOING;
  if (bl_record_get_text (action, "owner") == NULL)
    item->neglect |= BL_NEGLECT_NO_OWNER;
  /* "Not started" is what it was made with, not what somebody said of it at its end. */
  if (item->late && (item->state == BL_ACTION_UNKNOWN || item->state == BL_ACTION_NOT_STARTED))
    item->neglect |= BL_NEGLECT_PAST_END;
  if (item->days_unseen < 0 || item->days_unseen >= BL_ACTION_NEGLECT_DAYS)
    item->neglect |= BL_NEGLECT_UNSEEN;
  if (says_the_same (action))
    item->neglect |= BL_NEGLECT_SAME_WORDS;
  if (bl_record_get_text (action, "why") == NULL)
    item->neglect |= BL_NEGLECT_NO_NEED;
  for (guint bits = item->neglect; bits != 0; bits &= bits - 1)
    item->n_reasons++;
}

/* --- All of them ---------------------------------------------------------------- */

/* The lowest of the reasons stands for the item: nobody owns it, then its end has passed, and so on. */
static guint
get_rank (const BlActionItem *item)
{
  if (is_closed (item))
    return G_MAXUINT;
  return item->neglect != 0 ? item->neglect & ~(item->neglect - 1) : G_MAXUINT - 1;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const BlActionItem *x = a, *y = b;
  guint first = get_rank (x), second = get_rank (y);

  if (first != second)
    return first < second ? -1 : 1;
  if (first < G_MAXUINT - 1 && x->n_reasons != y->n_reasons)
    return x->n_reasons > y->n_reasons ? -1 : 1;
  return x->days_left < y->days_left ? -1 : x->days_left > y->days_left;
}

BlActionsStudy *
bl_actions_study_new (BlProject *project, guint32 today)
{
  BlActionsStudy *self = g_new0 (BlActionsStudy, 1);
  GListModel *actions = bl_record_get_list (BL_RECORD (project), "actions");

  self->today = today;
  self->n = g_list_model_get_n_items (actions);
  self->items = g_new0 (BlActionItem, MAX (self->n, 1));
  for (guint i = 0; i < self->n; i++)
    {
      g_autoptr (BlRecord) action = g_list_model_get_item (actions, i); /* the project holds it */
      BlActionItem *item = &self->items[i];

      fill_item (item, action, today);
      self->n_open += !is_closed (item);
      self->n_closed += is_closed (item);
      self->n_neglected += item->neglect != 0;
      self->n_unowned += (item->neglect & BL_NEGLECT_NO_OWNER) != 0;
      self->n_late += item->late;
    }
  /* Stable: those that are alike stay in the order of the document. */
  if (self->n > 1)
    g_qsort_with_data (self->items, (int) self->n, sizeof *self->items, compare, NULL);
  return self;
}

void
bl_actions_study_free (BlActionsStudy *self)
{
  g_free (self->items);
  g_free (self);
}

const BlActionItem *
bl_actions_study_find (const BlActionsStudy *self, BlAction *action)
{
  for (guint i = 0; i < self->n; i++)
    if (self->items[i].action == action)
      return &self->items[i];
  return NULL;
}

/* --- In words --------------------------------------------------------------------- */

char *
bl_actions_study_say (const BlActionsStudy *self)
{
  g_autofree char *all = g_strdup_printf (ngettext ("%u action", "%u actions", self->n), self->n);
  GString *words = g_string_new (all);

  if (self->n_unowned > 0)
    g_string_append_printf (words, ngettext (", %u without an owner", ", %u without an owner", self->n_unowned),
                            self->n_unowned);
  if (self->n_neglected > self->n_unowned)
    g_string_append_printf (words, ngettext (", %u neglected", ", %u neglected", self->n_neglected), self->n_neglected);
  if (self->n_late > 0)
    g_string_append_printf (words, ngettext (", %u late", ", %u late", self->n_late), self->n_late);
  return g_string_free (words, FALSE);
}

char *
bl_action_item_say_reason (const BlActionItem *item, BlNeglect reason)
{
  switch (reason)
    {
    case BL_NEGLECT_NO_OWNER:
      return g_strdup (_ ("Nobody owns it."));
    case BL_NEGLECT_PAST_END:
      return g_strdup_printf (ngettext ("Its finish passed %d day ago, and nobody has said what came of it.",
                                        "Its finish passed %d days ago, and nobody has said what came of it.",
                                        (gulong) -item->days_left),
                              -item->days_left);
    case BL_NEGLECT_UNSEEN:
      if (item->days_unseen < 0)
        return g_strdup (_ ("Nobody has looked at it yet."));
      return g_strdup_printf (ngettext ("Nobody has looked at it for %d day.", "Nobody has looked at it for %d days.",
                                        (gulong) item->days_unseen),
                              item->days_unseen);
    case BL_NEGLECT_SAME_WORDS:
      return g_strdup (_ ("The last three notes on it say the same."));
    case BL_NEGLECT_NO_NEED:
    default:
      return g_strdup (_ ("It does not say which need it serves."));
    }
}

char *
bl_action_item_say_neglect (const BlActionItem *item)
{
  GString *words;

  if (item->neglect == 0)
    return NULL;
  words = g_string_new (NULL);
  for (guint bit = BL_NEGLECT_NO_OWNER; bit <= BL_NEGLECT_NO_NEED; bit <<= 1)
    if (item->neglect & bit)
      {
        g_autofree char *reason = bl_action_item_say_reason (item, bit);

        if (words->len > 0)
          g_string_append_c (words, ' ');
        g_string_append (words, reason);
      }
  return g_string_free (words, FALSE);
}

char *
bl_action_item_say_time (const BlActionItem *item)
{
  if (is_closed (item) || item->days_left == G_MAXINT || item->state == BL_ACTION_YES_ONGOING)
    return NULL;
  if (item->days_left == 0)
    return g_strdup (_ ("today"));
  if (item->days_left < 0)
    return g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) -item->days_left), -item->days_left);
  return g_strdup_printf (ngettext ("%d day left", "%d days left", (gulong) item->days_left), item->days_left);
}
