/* equality.c: whether a scenario affects some people more than others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "equality.h"

#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Protected characteristics as the Equality Act 2010, section 4, lists them; words
 * of a group's name that say it is about one, "ethnic*" where it may go on. */
static const struct
{
  const char *key, *title;
  const char *words[12];
} characteristics[] = {
  [BL_CHARACTERISTIC_AGE]
  = { "age", N_ ("Age"), { "age", "aged", "ages", "children", "older", "over", "under", "pensioner*" } },
  [BL_CHARACTERISTIC_DISABILITY]
  = { "disability", N_ ("Disability"), { "disab*", "impair*", "ill", "illness*" } },
  [BL_CHARACTERISTIC_GENDER_REASSIGNMENT] = { "gender-reassignment",
                                              N_ ("Gender reassignment"),
                                              { "trans", "transgender", "reassign*", "gender_identity" } },
  [BL_CHARACTERISTIC_MARRIAGE] = { "marriage",
                                   N_ ("Marriage and civil partnership"),
                                   { "married", "marriage*", "marital", "partnership*" } },
  [BL_CHARACTERISTIC_PREGNANCY]
  = { "pregnancy", N_ ("Pregnancy and maternity"), { "pregnan*", "maternity", "births" } },
  [BL_CHARACTERISTIC_RACE]
  = { "race", N_ ("Race"), { "race", "ethnic*", "bme", "bame", "asian", "black", "white", "nationalit*" } },
  [BL_CHARACTERISTIC_RELIGION]
  = { "religion",
      N_ ("Religion or belief"),
      { "relig*", "belief*", "faith*", "christian*", "muslim*", "hindu*", "sikh*", "jewish", "buddhist*" } },
  [BL_CHARACTERISTIC_SEX]
  = { "sex", N_ ("Sex"), { "sex", "female*", "male", "males", "women", "men", "girls", "boys" } },
  [BL_CHARACTERISTIC_ORIENTATION] = { "sexual-orientation",
                                      N_ ("Sexual orientation"),
                                      { "orientation*", "lgb*", "gay", "lesbian*", "bisexual*" } },
  [BL_CHARACTERISTIC_LOCAL] = { "local", N_ ("Local groups"), { NULL } },
};

const char *
bl_characteristic_get_key (BlCharacteristic characteristic)
{
  g_return_val_if_fail (characteristic < BL_N_CHARACTERISTICS, NULL);

  return characteristics[characteristic].key;
}

const char *
bl_characteristic_get_title (BlCharacteristic characteristic)
{
  g_return_val_if_fail (characteristic < BL_N_CHARACTERISTICS, NULL);

  return characteristics[characteristic].title;
}

/* Whether @word is one of the words of @name, or with a star how one begins. */
static gboolean
has_word (const char *name, const char *word)
{
  gsize length = strcspn (word, "*");
  g_autofree char *begin = g_strndup (word, length);

  for (const char *p = name; (p = strstr (p, begin)) != NULL; p++)
    if ((p == name || !g_ascii_isalpha (p[-1])) && (word[length] == '*' || !g_ascii_isalpha (p[length])))
      return TRUE;
  return FALSE;
}

BlCharacteristic
bl_characteristic_of (const char *group)
{
  g_autofree char *name = g_ascii_strdown (group != NULL ? group : "", -1);
  /* The sex of people and their age may stand in one name ("women_over_60"): the first that fits. Sexual
   * orientation goes before sex. */
  static const BlCharacteristic order[] = {
    BL_CHARACTERISTIC_ORIENTATION, BL_CHARACTERISTIC_GENDER_REASSIGNMENT,
    BL_CHARACTERISTIC_DISABILITY,  BL_CHARACTERISTIC_PREGNANCY,
    BL_CHARACTERISTIC_RACE,        BL_CHARACTERISTIC_RELIGION,
    BL_CHARACTERISTIC_MARRIAGE,    BL_CHARACTERISTIC_SEX,
    BL_CHARACTERISTIC_AGE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint w = 0; characteristics[order[i]].words[w] != NULL; w++)
      if (has_word (name, characteristics[order[i]].words[w]))
        return order[i];
  return BL_CHARACTERISTIC_LOCAL;
}

/* --- Computing ---------------------------------------------------------------- */

static double
share_of (double part, double whole)
{
  return whole > 0 ? 100 * part / whole : NAN;
}

static double
get_affected (const BlConsequences *it, guint group, BlAffected affected)
{
  switch (affected)
    {
    case BL_AFFECTED_LOST:
      return it->groups[group].lost;
    case BL_AFFECTED_FURTHER:
      return it->groups[group].further;
    case BL_AFFECTED_MOVED:
    default:
      return it->groups[group].moved;
    }
}

static BlDirectionOfEffect
direction_of (const BlEquality *self, const BlEqualityRow *row)
{
  if (!isfinite (row->share))
    return BL_DIRECTION_OF_EFFECT_UNKNOWN;
  if (row->affected <= 0)
    return BL_DIRECTION_OF_EFFECT_NOBODY;
  if (!isfinite (row->ratio)) /* some of a group and nobody of everyone: their figures are of other years */
    return self->everyone_affected > 0 ? BL_DIRECTION_OF_EFFECT_UNKNOWN : BL_DIRECTION_OF_EFFECT_MORE;
  if (row->ratio < BL_EQUALITY_LESS)
    return BL_DIRECTION_OF_EFFECT_LESS;
  return row->ratio > BL_EQUALITY_MORE ? BL_DIRECTION_OF_EFFECT_MORE : BL_DIRECTION_OF_EFFECT_ALIKE;
}

static void
take_judgement (BlEqualityRow *row, BlScenario *scenario)
{
  BlScenarioEffect *effect = scenario != NULL ? bl_scenario_find_effect (scenario, row->key) : NULL;

  if (effect == NULL)
    return;
  row->judgement = g_strdup (bl_record_get_text (BL_RECORD (effect), "judgement"));
  row->mitigation = g_strdup (bl_record_get_text (BL_RECORD (effect), "mitigation"));
}

static void
add_group (BlEquality *self,
           GArray *rows,
           const BlConsequences *it,
           guint g,
           const BlGroupCounts *group,
           BlScenario *scenario)
{
  BlEqualityRow row = {
    .characteristic = bl_characteristic_of (group->name),
    .key = g_strdup (group->name),
    .title = g_strdup (group->title),
    .known = it->groups[g].people > 0,
    .people = it->groups[g].people,
    .affected = get_affected (it, g, self->affected),
    .extra_distance = it->groups[g].mean_after - it->groups[g].mean_before,
    .unknown = it->groups[g].unknown,
  };

  row.share = share_of (row.affected, row.people);
  row.ratio = self->everyone_share > 0 ? row.share / self->everyone_share : NAN;
  row.direction = direction_of (self, &row);
  take_judgement (&row, scenario);
  g_array_append_val (rows, row);
}

static void
add_missing (GArray *rows, BlCharacteristic characteristic, BlScenario *scenario)
{
  BlEqualityRow row = {
    .characteristic = characteristic,
    .key = g_strdup (characteristics[characteristic].key),
    .title = g_strdup (_ (characteristics[characteristic].title)),
    .people = NAN,
    .affected = NAN,
    .share = NAN,
    .ratio = NAN,
    .extra_distance = NAN,
    .direction = BL_DIRECTION_OF_EFFECT_UNKNOWN,
  };

  take_judgement (&row, scenario);
  g_array_append_val (rows, row);
}

BlEquality *
bl_equality_compute (const BlConsequences *it,
                     BlGroupCounts *const *groups,
                     guint n_groups,
                     BlAffected affected,
                     BlScenario *scenario)
{
  BlEquality *self;
  GArray *rows;

  g_return_val_if_fail (n_groups + 1 <= it->n_groups, NULL);

  self = g_new0 (BlEquality, 1);
  rows = g_array_new (FALSE, TRUE, sizeof (BlEqualityRow));
  self->affected = affected;
  self->everyone = it->groups[0].people;
  self->everyone_affected = get_affected (it, 0, affected);
  self->everyone_share = share_of (self->everyone_affected, self->everyone);
  for (guint c = 0; c < BL_N_CHARACTERISTICS; c++)
    {
      guint before = rows->len;

      for (guint g = 0; g < n_groups; g++)
        if (bl_characteristic_of (groups[g]->name) == (BlCharacteristic) c)
          add_group (self, rows, it, g + 1, groups[g], scenario);
      if (rows->len == before && c != BL_CHARACTERISTIC_LOCAL)
        add_missing (rows, c, scenario);
    }
  self->n_rows = rows->len;
  self->rows = (BlEqualityRow *) (gpointer) g_array_free (rows, FALSE);
  return self;
}

void
bl_equality_free (BlEquality *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_rows; i++)
    {
      g_free (self->rows[i].key);
      g_free (self->rows[i].title);
      g_free (self->rows[i].judgement);
      g_free (self->rows[i].mitigation);
    }
  g_free (self->rows);
  g_free (self);
}

/* --- Words -------------------------------------------------------------------- */

const char *
bl_equality_direction_to_text (BlDirectionOfEffect direction)
{
  switch (direction)
    {
    case BL_DIRECTION_OF_EFFECT_NOBODY:
      return _ ("Nobody");
    case BL_DIRECTION_OF_EFFECT_LESS:
      return _ ("Less than everyone");
    case BL_DIRECTION_OF_EFFECT_ALIKE:
      return _ ("Like everyone");
    case BL_DIRECTION_OF_EFFECT_MORE:
      return _ ("More than everyone");
    case BL_DIRECTION_OF_EFFECT_UNKNOWN:
    default:
      return _ ("No data held");
    }
}

char *
bl_equality_row_sentence (const BlEquality *self, guint row)
{
  const BlEqualityRow *it = &self->rows[row];
  g_autofree char *share = bl_text_percent (it->share), *everyone = bl_text_percent (self->everyone_share);
  g_autofree char *ratio = NULL;

  if (it->direction == BL_DIRECTION_OF_EFFECT_UNKNOWN)
    return g_strdup (_ ("No data held."));
  if (it->direction == BL_DIRECTION_OF_EFFECT_NOBODY)
    return g_strdup_printf (_ ("Nobody of them; %s of everyone."), everyone);
  if (!isfinite (it->ratio))
    return g_strdup_printf (_ ("%s of them, %s of everyone."), share, everyone);
  ratio = bl_text_number (it->ratio, 1);
  return g_strdup_printf (_ ("%s of them, %s of everyone: %s times the share."), share, everyone, ratio);
}

char *
bl_equality_finding (const BlEquality *self)
{
  const BlEqualityRow *most = NULL;
  guint known = 0;

  for (guint i = 0; i < self->n_rows; i++)
    {
      const BlEqualityRow *it = &self->rows[i];

      known += it->direction != BL_DIRECTION_OF_EFFECT_UNKNOWN;
      if (it->direction == BL_DIRECTION_OF_EFFECT_MORE && (most == NULL || it->share > most->share))
        most = it;
    }
  if (known == 0)
    return g_strdup (_ ("No data held on any group"));
  if (self->everyone_affected <= 0 && most == NULL)
    return g_strdup (_ ("Nobody is affected"));
  if (most == NULL)
    return g_strdup (_ ("No group is affected more than everyone"));
  return g_strdup_printf (_ ("%s: more affected than everyone"), most->title);
}
