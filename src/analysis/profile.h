/* profile.h: each library beside the others of its service and of its kind of place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "needs.h"

G_BEGIN_DECLS

/* What a measure of a profile is about, in the order they are shown. */
typedef enum
{
  BL_PROFILE_PEOPLE, /* who lives nearest to it */
  BL_PROFILE_ACCESS, /* how far it is */
  BL_PROFILE_USE,
  BL_PROFILE_OFFER,  /* hours and room */
  BL_PROFILE_COST,
  BL_N_PROFILE_PARTS,
} BlProfilePart;

typedef enum
{
  BL_PROFILE_NUMBER,
  BL_PROFILE_DECIMAL, /* with one decimal */
  BL_PROFILE_PERCENT, /* 0–100 */
  BL_PROFILE_CHANGE,  /* percent more (or, negative, less) */
  BL_PROFILE_METRES,
  BL_PROFILE_MONEY,   /* pounds */
} BlProfileKind;

/**
 * BlProfileMeasure: one measure, the same for every library. Texts are for people.
 */
typedef struct
{
  char *key;        /* "visits_per_1000" */
  char *title;      /* "Visits per 1,000 people" */
  char *period;     /* "2023-24"; NULL where it has none of its own */
  char *lacks;      /* what to do where a library's is not known: a sentence */
  BlProfilePart part;
  BlProfileKind kind;
  int worse;        /* -1: low is the story, 1: high is, 0: neither is better */
  guint n_known;    /* libraries */
} BlProfileMeasure;

/**
 * BlProfiles: every library that counts, by measure.
 */
typedef struct
{
  guint n_rows;
  guint *rows;      /* index into facts->libraries */
  guint n_measures;
  BlProfileMeasure *measures;
  double *numbers;  /* row * n_measures + measure; NaN not known */
  char **classes;   /* by row: rural or urban class in words; NULL where not known */
} BlProfiles;

/**
 * BlProfileComparison: one figure of one library beside the others'.
 */
typedef struct
{
  double number;
  double middle;        /* median of all libraries whose figure is known; NaN when there is none */
  guint n;
  double class_middle;  /* of those of its rural or urban class, itself among them; NaN without a class */
  guint n_class;
  guint rank;           /* 1 the highest; equal ones share it; 0 where not known */
  gboolean story;       /* in the worst quarter, of four known or more, on the side that is worse */
} BlProfileComparison;

/* @libraries: an index of areas seen by library, or one of libraries; NULL: no need.
 * Never NULL: what the project lacks is not known. Change is from the year five years before;
 * a year has 52 weeks of opening. */
BlProfiles *bl_profiles_compute (const BlFacts *facts, const BlNeedsQuestion *question, const BlAccess *access,
                                 const BlNeeds *libraries);
int bl_profiles_find_row (const BlProfiles *profiles, guint library);     /* or -1 */
int bl_profiles_find_measure (const BlProfiles *profiles, const char *key); /* or -1 */
void bl_profiles_compare (const BlProfiles *profiles, guint row, guint measure, BlProfileComparison *comparison);
/* "6.3", "84%", "816 m", "£3.20", "38% less", "not known"; for people. */
char *bl_profile_to_text (const BlProfileMeasure *measure, double number);
/* "Second-highest need, least used for its people": ten words or fewer. */
char *bl_profiles_finding (const BlProfiles *profiles, guint row);
/* Heading of a part: "Its people"; untranslated (N_()). */
const char *bl_profile_part_get_title (BlProfilePart part);
void bl_profiles_free (BlProfiles *profiles);

/* The middle of @n numbers, NaN left out; of an even number the mean of the two in the middle. */
double bl_profile_median (const double *numbers, guint n);
/* The period five years before: "2018-19" for "2023-24", "2018" for "2023"; NULL for another form. */
char *bl_profile_period_before (const char *period, int years);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlProfiles, bl_profiles_free)

G_END_DECLS
