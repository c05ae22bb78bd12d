/* need-presets.c: ways of ranking need, ready to use
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What Worcestershire and Essex did is known from contents lists and reports of
 * them, not from their papers whole; what is ours is said in each.
 */
#include "need-presets.h"

#include "needs-measure.h"

#include <glib/gi18n-lib.h>

const BlNeedPreset bl_need_presets[] = {
  {
      .name = "branchline",
      .title = N_ ("Our starting weights"),
      .summary = N_ ("Ranks areas: deprivation counts most, then children, older people, distance and people."),
      .normalise = BL_NORMALISE_RANK,
      .n_measures = 5,
      .measures = {
          { "imd_rank", N_ ("Deprivation"), BL_DIRECTION_LESS, 40 },
          { "share:aged_0_15", N_ ("Children"), BL_DIRECTION_MORE, 20 },
          { "share:aged_60_plus", N_ ("Older people"), BL_DIRECTION_MORE, 15 },
          { "distance", N_ ("Distance"), BL_DIRECTION_MORE, 15 },
          { "population", N_ ("People"), BL_DIRECTION_MORE, 10 },
      },
  },
  {
      .name = "worcestershire",
      .title = N_ ("In the manner of Worcestershire"),
      .summary = N_ ("Ranks libraries four times (deprivation, service isolation, exclusive use, activity) and adds the "
                     "ranks up."),
      .unknown = N_ ("Worcestershire’s needs assessment of 2019 names these four rankings and an overall one. Its "
                     "weights are not published where we could read them: the sum of ranks is the simplest reading "
                     "and is ours. Which figures stood for activity is not known either: we take visits and loans, "
                     "half each."),
      .of_libraries = TRUE,
      .normalise = BL_NORMALISE_RANK,
      .n_measures = 5,
      .measures = {
          { "catchment:imd_rank", N_ ("Deprivation"), BL_DIRECTION_LESS, 25 },
          { "isolation", N_ ("Service isolation"), BL_DIRECTION_MORE, 25 },
          { "exclusive", N_ ("Exclusive use"), BL_DIRECTION_MORE, 25 },
          { "visits", N_ ("Activity: visits"), BL_DIRECTION_MORE, 12.5 },
          { "loans", N_ ("Activity: loans"), BL_DIRECTION_MORE, 12.5 },
      },
  },
  {
      .name = "essex",
      .title = N_ ("In the manner of Essex"),
      .summary = N_ ("Puts libraries in four tiers by location, usage, population, deprivation and social isolation."),
      .unknown = N_ ("Essex named these five criteria in 2018 and put 74 libraries in four tiers. How each was measured, "
                     "its weight and where the tiers were cut are not known to us: the five count alike here and the "
                     "tiers are of equal size. Location is how far the next library is, usage is visits."),
      .of_libraries = TRUE,
      .n_tiers = 4,
      .normalise = BL_NORMALISE_RANK,
      .n_measures = 5,
      .measures = {
          { "isolation", N_ ("Location"), BL_DIRECTION_MORE, 20 },
          { "visits", N_ ("Usage"), BL_DIRECTION_MORE, 20 },
          { "catchment-population", N_ ("Population"), BL_DIRECTION_MORE, 20 },
          { "catchment:imd_rank", N_ ("Deprivation"), BL_DIRECTION_LESS, 20 },
          { "catchment:social_isolation", N_ ("Social isolation"), BL_DIRECTION_MORE, 20 },
      },
  },
  { .name = NULL },
};

const BlNeedPreset *
bl_need_preset_find (const char *name)
{
  for (const BlNeedPreset *preset = bl_need_presets; preset->name != NULL; preset++)
    if (g_strcmp0 (preset->name, name) == 0)
      return preset;
  return NULL;
}

BlNeedsQuestion *
bl_need_preset_to_question (const BlNeedPreset *preset)
{
  BlNeedsQuestion *question = bl_needs_question_new_empty (preset->of_libraries);

  for (guint i = 0; i < preset->n_measures; i++)
    bl_needs_question_add (question, preset->measures[i].value,
                           preset->measures[i].title != NULL ? _ (preset->measures[i].title) : NULL,
                           preset->measures[i].direction, preset->normalise, preset->measures[i].weight);
  return question;
}

BlNeedsIndex *
bl_need_preset_to_index (const BlNeedPreset *preset)
{
  BlNeedsIndex *index = bl_needs_index_new (NULL);
  BlRecord *record = BL_RECORD (index);

  bl_record_set_text (record, "title", _ (preset->title));
  bl_record_set_text (record, "preset", preset->name);
  bl_record_set_text (record, "subject", preset->of_libraries ? "libraries" : "areas");
  bl_record_set_enum (record, "normalise", preset->normalise);
  for (guint i = 0; i < preset->n_measures; i++)
    {
      g_autoptr (BlIndexMeasure) measure = bl_index_measure_new (NULL);

      bl_record_set_text (BL_RECORD (measure), "value", preset->measures[i].value);
      if (preset->measures[i].title != NULL)
        bl_record_set_text (BL_RECORD (measure), "title", _ (preset->measures[i].title));
      bl_record_set_enum (BL_RECORD (measure), "direction", preset->measures[i].direction);
      bl_record_set_real (BL_RECORD (measure), "weight", preset->measures[i].weight);
      bl_record_append (record, "measures", BL_RECORD (measure));
    }
  if (preset->unknown != NULL)
    bl_record_set_text (record, "note", _ (preset->unknown));
  return index;
}

GPtrArray *
bl_needs_question_lacks (const BlFacts *facts, const BlNeedsQuestion *question)
{
  GPtrArray *lacks = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < question->n_measures; i++)
    {
      g_autoptr (BlNeedsMeasureAbout) about
          = bl_needs_measure_about (facts, question->measures[i].value, question->of_libraries);

      if (about->lacks != NULL && !g_ptr_array_find_with_equal_func (lacks, about->lacks, g_str_equal, NULL))
        g_ptr_array_add (lacks, g_steal_pointer (&about->lacks));
    }
  return lacks;
}

guint *
bl_need_preset_tiers (const BlNeedPreset *preset, const BlNeeds *needs)
{
  guint *tiers = g_new0 (guint, MAX (needs->n_rows, 1));
  g_autofree gint8 *classes = preset->n_tiers > 0 ? bl_needs_classes (needs, preset->n_tiers) : NULL;

  for (guint i = 0; classes != NULL && i < needs->n_rows; i++)
    if (classes[i] >= 0)
      tiers[i] = preset->n_tiers - (guint) classes[i];
  return tiers;
}
