/* reference-sources.c: whose figures the published facts are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference-sources.h"

#include <glib/gi18n-lib.h>

#include "places.h"
#include "reference.h"

#define OGL "Open Government Licence v3.0"
#define LSOA "LSOA 2011"

const BlReferenceSource bl_reference_source_libraries = {
  N_("Libraries"), "Arts Council England, basic dataset for libraries 2023", "31 December 2023",
  "England", "Attribute to Arts Council England; no licence stated for this edition",
};
const BlReferenceSource bl_reference_source_services = {
  N_("Population of services"), "Office for National Statistics, mid-year population estimates", "mid-2024",
  "Local authorities of 2023", OGL,
};
const BlReferenceSource bl_reference_source_points = {
  N_("Small areas"), "Office for National Statistics, population-weighted centroids, December 2011", "2011",
  LSOA, OGL,
};
const BlReferenceSource bl_reference_source_people = {
  N_("People"), "Office for National Statistics, small area population estimates", "mid-2019", LSOA, OGL,
};
const BlReferenceSource bl_reference_source_ages = {
  N_("People by age"), "MHCLG, English Indices of Deprivation 2019, population denominators (prisoners left out)",
  "mid-2015", LSOA, OGL,
};
const BlReferenceSource bl_reference_source_deprivation = {
  N_("Deprivation"), "MHCLG, English Indices of Deprivation 2019", "2019", LSOA, OGL,
};

const BlReferenceValue bl_reference_values[] = {
  { "population", N_("Population, mid-2019"), N_("people"), BL_VALUE_KIND_COUNT, "people-2019", &bl_reference_source_people },
  { "aged_0_15", N_("Children aged 0 to 15"), N_("people"), BL_VALUE_KIND_COUNT, "aged-0-15-2015",
    &bl_reference_source_ages },
  { "aged_16_59", N_("People aged 16 to 59"), N_("people"), BL_VALUE_KIND_COUNT, "aged-16-59-2015",
    &bl_reference_source_ages },
  { "aged_60_plus", N_("People aged 60 and over"), N_("people"), BL_VALUE_KIND_COUNT, "aged-60-plus-2015",
    &bl_reference_source_ages },
  { "imd_decile", N_("Deprivation (IMD 2019)"), N_("decile, 1 most deprived"), BL_VALUE_KIND_DECILE,
    "imd-decile-2019", &bl_reference_source_deprivation },
  { "imd_rank", N_("Deprivation rank (IMD 2019)"), N_("rank, 1 most deprived"), BL_VALUE_KIND_RANK,
    "imd-rank-2019", &bl_reference_source_deprivation },
};
const guint bl_reference_n_values = G_N_ELEMENTS (bl_reference_values);

GPtrArray *
bl_reference_get_sources (BlReference *reference)
{
  static const BlReferenceSource *const all[] = {
    &bl_reference_source_libraries, &bl_reference_source_services, &bl_reference_source_points,
    &bl_reference_source_people,    &bl_reference_source_ages,     &bl_reference_source_deprivation,
  };
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_ptr_array_add (lines, g_strdup_printf ("%s: %s, %s. %s.", _(all[i]->what), all[i]->source, all[i]->date,
                                             all[i]->licence));
  g_ptr_array_add (lines, g_strdup (bl_places_attribution ()));
  return lines;
}
