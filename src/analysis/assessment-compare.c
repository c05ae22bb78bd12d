/* assessment-compare.c: looking back: what moved between two assessments, or between a friend and the team
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assessment-compare.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "text.h"

/* --- Whether they can be laid side by side ------------------------------------------- */

static gboolean
is_same_text (BlRecord *a, BlRecord *b, const char *field)
{
  const char *one = bl_record_get_text (a, field), *other = bl_record_get_text (b, field);
  g_autofree char *first = bl_text_fold (one != NULL ? one : ""), *second = bl_text_fold (other != NULL ? other : "");

  return g_str_equal (first, second);
}

/* What is read before rating; hints where to look are no part of what is rated. */
static gboolean
has_same_words (BlCriterion *a, BlCriterion *b)
{
  static const char *const fields[] = { "title", "statement", "excellent", "early-days" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!is_same_text (BL_RECORD (a), BL_RECORD (b), fields[i]))
      return FALSE;
  return TRUE;
}

static gboolean
has_same_scale (const BlAssessStudy *a, const BlAssessStudy *b)
{
  if (a->levels->len != b->levels->len || a->levels->len == 0)
    return FALSE;
  for (guint i = 0; i < a->levels->len; i++)
    {
      BlRecord *one = g_ptr_array_index (a->levels, i), *other = g_ptr_array_index (b->levels, i);
      gint64 first = 0, second = 0;

      bl_record_get_integer (one, "level", &first);
      bl_record_get_integer (other, "level", &second);
      if (first != second || !is_same_text (one, other, "label") || !is_same_text (one, other, "descriptor"))
        return FALSE;
    }
  return TRUE;
}

/* --- Sides ------------------------------------------------------------------------- */

static void
count_rating (BlAssessSide *side, const BlAssessRating *rating)
{
  if (rating->level == NULL)
    return;
  side->n_rated++;
  side->counts[rating->number]++;
  if (rating->number == 0)
    side->n_not_sure++;
  else
    {
      side->low = side->low == 0 ? rating->number : MIN (side->low, rating->number);
      side->high = MAX (side->high, rating->number);
    }
}

static void
fill_agreed (BlAssessSide *side, const BlAssessItem *item)
{
  gint64 number = 0;

  side->agreed = item->agreed;
  if (item->agreed != NULL && bl_record_get_integer (BL_RECORD (item->agreed), "level", &number))
    side->agreed_number = (int) CLAMP (number, 0, BL_ASSESS_LEVELS);
  side->set_aside = item->set_aside;
  side->n_dissents = item->n_dissents;
  side->why = item->agreement != NULL ? bl_record_get_text (BL_RECORD (item->agreement), "reason") : NULL;
}

static void
fill_side (BlAssessSide *side, const BlAssessStudy *study, const BlAssessItem *item)
{
  side->there = TRUE;
  for (guint i = 0; i < study->n_members; i++)
    count_rating (side, &item->ratings[i]);
  fill_agreed (side, item);
}

static void
weigh (BlAssessBack *self, BlAssessPair *pair)
{
  if (pair->fit != BL_ASSESS_BACK_SAME)
    return;
  if (self->same_scale && pair->then.agreed_number > 0 && pair->now.agreed_number > 0)
    {
      pair->moves = TRUE;
      pair->moved = pair->now.agreed_number - pair->then.agreed_number;
      self->n_both++;
      self->n_moved += pair->moved != 0;
    }
  /* One alone has no gap to be nearer in. */
  if (self->same_scale && pair->then.n_rated - pair->then.n_not_sure > 1 && pair->now.n_rated - pair->now.n_not_sure > 1)
    {
      pair->widened = (pair->now.high - pair->now.low) - (pair->then.high - pair->then.low);
      self->n_nearer += pair->widened < 0;
      self->n_wider += pair->widened > 0;
    }
}

static void
add_pair (BlAssessBack *self, const BlAssessItem *then, const BlAssessItem *now)
{
  BlAssessPair *pair = &self->pairs[self->n_pairs++];
  const BlAssessItem *known = now != NULL ? now : then;

  pair->criterion = known->criterion;
  pair->characteristic = known->characteristic;
  pair->item = known->item;
  if (then != NULL)
    fill_side (&pair->then, self->then, then);
  if (now != NULL)
    fill_side (&pair->now, self->now, now);
  pair->fit = then == NULL                                              ? BL_ASSESS_BACK_ONLY_NOW
              : now == NULL                                             ? BL_ASSESS_BACK_ONLY_THEN
              : has_same_words (then->criterion, now->criterion) ? BL_ASSESS_BACK_SAME
                                                                        : BL_ASSESS_BACK_REWORDED;
  self->n_same += pair->fit == BL_ASSESS_BACK_SAME;
  self->n_reworded += pair->fit == BL_ASSESS_BACK_REWORDED;
  self->n_only_then += pair->fit == BL_ASSESS_BACK_ONLY_THEN;
  self->n_only_now += pair->fit == BL_ASSESS_BACK_ONLY_NOW;
  weigh (self, pair);
}

BlAssessBack *
bl_assess_back_new (BlProject *project, BlAssessment *then, BlAssessment *now)
{
  BlAssessBack *self = g_new0 (BlAssessBack, 1);
  const char *place_then = bl_record_get_text (BL_RECORD (then), "library"),
             *place_now = bl_record_get_text (BL_RECORD (now), "library");

  self->kind = g_strcmp0 (place_then, place_now) == 0 ? BL_ASSESS_BACK_EARLIER : BL_ASSESS_BACK_PLACE;
  self->then = bl_assess_study_new (project, then);
  self->now = bl_assess_study_new (project, now);
  self->same_scale = has_same_scale (self->then, self->now);
  self->pairs = g_new0 (BlAssessPair, MAX (self->then->n_items + self->now->n_items, 1));
  for (guint i = 0; i < self->now->n_items; i++)
    add_pair (self, bl_assess_study_find (self->then, self->now->items[i].item), &self->now->items[i]);
  for (guint i = 0; i < self->then->n_items; i++)
    if (bl_assess_study_find (self->now, self->then->items[i].item) == NULL)
      add_pair (self, &self->then->items[i], NULL);
  return self;
}

static gboolean
is_friend (const BlAssessMember *member)
{
  return g_strcmp0 (bl_record_get_text (BL_RECORD (member->member), "role"), "role-friend") == 0;
}

BlAssessBack *
bl_assess_back_new_friend (BlProject *project, BlAssessment *assessment)
{
  g_autoptr (BlAssessStudy) study = bl_assess_study_new (project, assessment);
  BlAssessBack *self;
  guint n_friends = 0;

  for (guint i = 0; i < study->n_members; i++)
    n_friends += is_friend (&study->members[i]);
  if (n_friends == 0)
    return NULL;
  self = g_new0 (BlAssessBack, 1);
  self->kind = BL_ASSESS_BACK_FRIEND;
  self->n_friends = n_friends;
  self->then = self->now = g_steal_pointer (&study);
  self->same_scale = TRUE;
  self->pairs = g_new0 (BlAssessPair, MAX (self->now->n_items, 1));
  for (guint i = 0; i < self->now->n_items; i++)
    {
      const BlAssessItem *item = &self->now->items[i];
      BlAssessPair *pair = &self->pairs[self->n_pairs++];

      pair->criterion = item->criterion;
      pair->characteristic = item->characteristic;
      pair->item = item->item;
      pair->fit = BL_ASSESS_BACK_SAME;
      pair->then.there = pair->now.there = TRUE;
      for (guint j = 0; j < self->now->n_members; j++)
        count_rating (is_friend (&self->now->members[j]) ? &pair->now : &pair->then, &item->ratings[j]);
      fill_agreed (&pair->then, item);
      /* All friends at one level: that is theirs. */
      if (pair->now.low > 0 && pair->now.low == pair->now.high)
        {
          pair->now.agreed_number = pair->now.low;
          for (guint j = 0; j < self->now->levels->len; j++)
            {
              gint64 number = 0;

              if (bl_record_get_integer (self->now->levels->pdata[j], "level", &number) && number == pair->now.low)
                pair->now.agreed = self->now->levels->pdata[j];
            }
        }
      self->n_same++;
      weigh (self, pair);
    }
  return self;
}

void
bl_assess_back_free (BlAssessBack *self)
{
  if (self->then != self->now)
    bl_assess_study_free (self->then);
  bl_assess_study_free (self->now);
  g_free (self->pairs);
  g_free (self);
}

/* --- Order ------------------------------------------------------------------------- */

static int
compare_pairs (gconstpointer a, gconstpointer b, gpointer data)
{
  const BlAssessBack *self = data;
  guint one = *(const guint *) a, other = *(const guint *) b;
  const BlAssessPair *first = &self->pairs[one], *second = &self->pairs[other];
  gboolean apart = first->fit != BL_ASSESS_BACK_SAME, others_apart = second->fit != BL_ASSESS_BACK_SAME;

  if (apart != others_apart)
    return apart ? 1 : -1;
  if (abs (first->moved) != abs (second->moved))
    return abs (second->moved) - abs (first->moved);
  if (abs (first->widened) != abs (second->widened))
    return abs (second->widened) - abs (first->widened);
  return one < other ? -1 : one > other;
}

GArray *
bl_assess_back_order (const BlAssessBack *self)
{
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->n_pairs);

  for (guint i = 0; i < self->n_pairs; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_pairs, (gpointer) self);
  return order;
}

/* --- Words ------------------------------------------------------------------------- */

static gboolean
is_library (const BlAssessStudy *study)
{
  return bl_record_is_known (BL_RECORD (study->assessment), "library");
}

const char *
bl_assess_back_get_then (const BlAssessBack *self)
{
  if (self->kind == BL_ASSESS_BACK_FRIEND)
    return _ ("Team");
  if (self->kind == BL_ASSESS_BACK_PLACE)
    return is_library (self->then) ? (is_library (self->now) ? _ ("Other library") : _ ("Library")) : _ ("Service");
  return _ ("Then");
}

const char *
bl_assess_back_get_now (const BlAssessBack *self)
{
  if (self->kind == BL_ASSESS_BACK_FRIEND)
    return ngettext ("Critical friend", "Critical friends", MAX (self->n_friends, 1));
  if (self->kind == BL_ASSESS_BACK_PLACE)
    return is_library (self->now) ? _ ("Library") : _ ("Service");
  return _ ("Now");
}

char *
bl_assess_back_say (const BlAssessBack *self)
{
  if (self->n_same == 0)
    return g_strdup (_ ("The two have no criterion in common, so that nothing can be compared."));
  if (!self->same_scale)
    return g_strdup (_ ("The two were rated on different scales, so that levels are shown as they are and not compared."));
  if (self->kind == BL_ASSESS_BACK_FRIEND)
    return self->n_both == 0
               ? g_strdup (_ ("Nothing can be compared yet: the team has agreed nothing the friend has rated."))
               : g_strdup_printf (ngettext ("The critical friend sees %u of %u criterion differently from what was agreed.",
                                            "The critical friend sees %u of %u criteria differently from what was agreed.",
                                            self->n_both),
                                  self->n_moved, self->n_both);
  if (self->n_both == 0)
    return g_strdup (_ ("No criterion has an agreed rating on both sides yet."));
  if (self->kind == BL_ASSESS_BACK_PLACE)
    return g_strdup_printf (ngettext ("The two differ on %u of %u criterion agreed on both sides.",
                                      "The two differ on %u of %u criteria agreed on both sides.", self->n_both),
                            self->n_moved, self->n_both);
  return g_strdup_printf (ngettext ("Of %u criterion agreed both times, %u moved.",
                                    "Of %u criteria agreed both times, %u moved.", self->n_both),
                          self->n_both, self->n_moved);
}

/* Takes @text. */
static void
add_doubt (GPtrArray *doubts, gboolean so, char *text)
{
  if (so)
    g_ptr_array_add (doubts, text);
  else
    g_free (text);
}

GPtrArray *
bl_assess_back_list_doubts (const BlAssessBack *self)
{
  GPtrArray *doubts = g_ptr_array_new_with_free_func (g_free);
  const char *before = self->then->scale != NULL ? bl_record_get_text (BL_RECORD (self->then->scale), "title") : NULL;
  const char *after = self->now->scale != NULL ? bl_record_get_text (BL_RECORD (self->now->scale), "title") : NULL;

  if (!self->same_scale && before != NULL && after != NULL)
    g_ptr_array_add (doubts, g_str_equal (before, after)
                                 ? g_strdup_printf (_ ("Both used “%s”, but its words were changed in between."), after)
                                 : g_strdup_printf (_ ("One used “%s”, the other “%s”. Levels of the one cannot be turned into levels of the other."),
                                                    before, after));
  add_doubt (doubts, self->n_reworded > 0,
             g_strdup_printf (ngettext ("%u criterion has other words now and is not compared.",
                                        "%u criteria have other words now and are not compared.", self->n_reworded),
                              self->n_reworded));
  add_doubt (doubts, self->n_only_now > 0,
             g_strdup_printf (ngettext ("%u criterion is in this self-assessment alone.",
                                        "%u criteria are in this self-assessment alone.", self->n_only_now),
                              self->n_only_now));
  add_doubt (doubts, self->n_only_then > 0,
             g_strdup_printf (ngettext ("%u criterion is in the other self-assessment alone.",
                                        "%u criteria are in the other self-assessment alone.", self->n_only_then),
                              self->n_only_then));
  if (self->kind == BL_ASSESS_BACK_EARLIER)
    g_ptr_array_add (doubts, g_strdup (_ ("Other people may have rated. Ask what changed and why, and not whether a number rose.")));
  return doubts;
}

static const char *
get_label (const BlAssessSide *side)
{
  const char *label = side->agreed != NULL ? bl_record_get_text (BL_RECORD (side->agreed), "label") : NULL;

  return label != NULL ? label : "";
}

char *
bl_assess_pair_say (const BlAssessBack *self, const BlAssessPair *pair)
{
  const char *then = bl_assess_back_get_then (self), *now = bl_assess_back_get_now (self);

  if (pair->fit == BL_ASSESS_BACK_REWORDED)
    return g_strdup (_ ("Its words are not the same on both sides, so that it is not compared."));
  if (pair->fit == BL_ASSESS_BACK_ONLY_NOW)
    return g_strdup (_ ("In this self-assessment alone."));
  if (pair->fit == BL_ASSESS_BACK_ONLY_THEN)
    return g_strdup (_ ("In the other self-assessment alone."));
  if (pair->then.set_aside || pair->now.set_aside)
    /* Translators: %s is a side: "Then", "Team". */
    return g_strdup_printf (_ ("Set aside: %s."), pair->then.set_aside && pair->now.set_aside ? _ ("both")
                                                  : pair->then.set_aside                      ? then
                                                                                              : now);
  if (!pair->moves && !self->same_scale && pair->then.agreed != NULL && pair->now.agreed != NULL)
    return g_strdup (_ ("Agreed on both sides, on different scales."));
  if (!pair->moves)
    return g_strdup (self->kind == BL_ASSESS_BACK_FRIEND ? _ ("No agreed level beside one level of the critical friend.")
                                                         : _ ("Not agreed on both sides."));
  if (pair->moved != 0 && self->kind == BL_ASSESS_BACK_EARLIER)
    /* Translators: two levels: "From Taking shape to Working well." */
    return g_strdup_printf (_ ("From %s to %s."), get_label (&pair->then), get_label (&pair->now));
  if (pair->moved != 0)
    /* Translators: "Service: Taking shape. Library: Working well." */
    return g_strdup_printf (_ ("%s: %s. %s: %s."), then, get_label (&pair->then), now, get_label (&pair->now));
  if (pair->widened < 0)
    return g_strdup_printf (_ ("%s on both sides; people are nearer to each other."), get_label (&pair->now));
  if (pair->widened > 0)
    return g_strdup_printf (_ ("%s on both sides; people are further apart."), get_label (&pair->now));
  return g_strdup_printf (_ ("%s on both sides."), get_label (&pair->now));
}

char *
bl_assess_side_say (const BlAssessStudy *study, const BlAssessSide *side)
{
  g_autoptr (GString) says = g_string_new (NULL);

  if (!side->there)
    return g_strdup (_ ("not there"));
  if (side->n_rated == 0)
    return g_strdup (_ ("nobody rated this"));
  for (guint i = 0; i < study->levels->len; i++)
    {
      BlRecord *level = g_ptr_array_index (study->levels, i);
      gint64 number = 0;

      if (!bl_record_get_integer (level, "level", &number) || number < 1 || number > BL_ASSESS_LEVELS
          || side->counts[number] == 0)
        continue;
      /* Translators: how many said a level: "3 Working well". */
      g_string_append_printf (says, _ ("%s%u %s"), says->len > 0 ? ", " : "", side->counts[number],
                              bl_record_get_text (level, "label"));
    }
  if (side->n_not_sure > 0)
    g_string_append_printf (says, ngettext ("%s%u not sure", "%s%u not sure", side->n_not_sure), says->len > 0 ? ", " : "",
                            side->n_not_sure);
  return g_string_free (g_steal_pointer (&says), FALSE);
}
