/* equality.h: whether a scenario affects some people more than others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "consequences.h"

G_BEGIN_DECLS

/* Within a tenth of everyone's share a group is said to be affected alike: figures
 * by area are estimates, and a small difference of them says nothing. */
#define BL_EQUALITY_LESS 0.9
#define BL_EQUALITY_MORE 1.1

/**
 * BlAffected: what being affected means.
 */
typedef enum
{
  BL_AFFECTED_MOVED,   /* change library */
  BL_AFFECTED_LOST,    /* lose one within the yardstick */
  BL_AFFECTED_FURTHER, /* have further to go */
} BlAffected;

typedef enum
{
  BL_DIRECTION_OF_EFFECT_UNKNOWN, /* no data */
  BL_DIRECTION_OF_EFFECT_NOBODY,  /* nobody of the group, or nobody at all, is affected */
  BL_DIRECTION_OF_EFFECT_LESS,    /* under BL_EQUALITY_LESS of everyone's share */
  BL_DIRECTION_OF_EFFECT_ALIKE,
  BL_DIRECTION_OF_EFFECT_MORE,    /* over BL_EQUALITY_MORE of it */
} BlDirectionOfEffect;

/* Protected characteristics of the Equality Act 2010, section 4, and what councils add. */
typedef enum
{
  BL_CHARACTERISTIC_AGE,
  BL_CHARACTERISTIC_DISABILITY,
  BL_CHARACTERISTIC_GENDER_REASSIGNMENT,
  BL_CHARACTERISTIC_MARRIAGE,
  BL_CHARACTERISTIC_PREGNANCY,
  BL_CHARACTERISTIC_RACE,
  BL_CHARACTERISTIC_RELIGION,
  BL_CHARACTERISTIC_SEX,
  BL_CHARACTERISTIC_ORIENTATION,
  BL_CHARACTERISTIC_LOCAL, /* deprivation, no car, any other group: not in the Act */
  BL_N_CHARACTERISTICS,
} BlCharacteristic;
/* "age", "gender-reassignment": what a judgement of it is kept under. */
const char *bl_characteristic_get_key (BlCharacteristic characteristic);
/* "Gender reassignment"; untranslated (N_()). */
const char *bl_characteristic_get_title (BlCharacteristic characteristic);
/* What a group is about, by its name ("aged_60_plus", "no_car", "disabled", "ethnic_asian"). */
BlCharacteristic bl_characteristic_of (const char *group);

/**
 * BlEqualityRow: one group, or a characteristic there is no data of.
 */
typedef struct
{
  BlCharacteristic characteristic;
  char *key;          /* group as asked for, else the characteristic's key; judgements are kept under it */
  char *title;
  gboolean known;     /* there is data: a group of it */
  double people, affected; /* of the group; NaN where not known */
  double share;       /* percent of the group; NaN where not known */
  double ratio;       /* of @share to everyone's; NaN where either is not known or everyone's is 0 */
  double extra_distance; /* mean metres further over all of the group; NaN where not known */
  guint unknown;      /* areas without a figure */
  BlDirectionOfEffect direction;
  char *judgement, *mitigation; /* what a person wrote; NULL */
} BlEqualityRow;

/**
 * BlEquality: by characteristic in the order of the Act, then the local ones.
 */
typedef struct
{
  BlAffected affected;
  double everyone, everyone_affected, everyone_share; /* people, people, percent */
  guint n_rows;
  BlEqualityRow *rows;
} BlEquality;

/* @groups as the consequences were computed with. @scenario (may be NULL) holds the
 * judgements. Main thread where there is one. */
BlEquality *bl_equality_compute (const BlConsequences *consequences, BlGroupCounts *const *groups, guint n_groups,
                                 BlAffected affected, BlScenario *scenario);
void bl_equality_free (BlEquality *equality);

/* "More than people in general", "Nobody", "No data held": for the table. */
const char *bl_equality_direction_to_text (BlDirectionOfEffect direction);
/* "1.4 times the share of everyone: 11.1% of them, 7.8% of everyone." */
char *bl_equality_row_sentence (const BlEquality *equality, guint row);
/* "Affects people aged 60 and over most", ten words or fewer. */
char *bl_equality_finding (const BlEquality *equality);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlEquality, bl_equality_free)

G_END_DECLS
