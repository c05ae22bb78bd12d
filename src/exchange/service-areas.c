/* service-areas.c: which small areas are a service's, as far as is known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "service-areas.h"

#include "reference-private.h"
#include "text.h"

struct _BlServiceAreas
{
  BlReference *reference;
  const BlReferenceService *service;
  GHashTable *all, *ours; /* codes of areas; in the reference's memory */
  GPtrArray *names;       /* folded names of the service */
  char *code;             /* folded */
};

static const BlReferenceService *
find_service (BlReference *reference, const BlImportSnapshot *snapshot, const char *said)
{
  const char *const texts[] = { snapshot->service_code, snapshot->service_name, snapshot->has_service ? NULL : said };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const BlReferenceService *service
          = texts[i] != NULL ? bl_reference_find_service (reference, texts[i], NULL) : NULL;
      if (service != NULL)
        return service;
    }
  return NULL;
}

static void
list_areas (BlServiceAreas *self)
{
  g_autoptr (GArray) rows = bl_reference_area_rows (self->reference, self->service, NULL);
  const BlReferenceTable *table = bl_reference_areas_table (self->reference, NULL);

  if (rows == NULL || table == NULL)
    return;
  self->all = g_hash_table_new (g_str_hash, g_str_equal);
  self->ours = g_hash_table_new (g_str_hash, g_str_equal);
  /* The code is the first column. */
  for (guint r = 0; r < table->n_rows; r++)
    g_hash_table_add (self->all, (gpointer) bl_reference_table_cell (table, r, 0));
  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (self->ours, (gpointer) bl_reference_table_cell (table, g_array_index (rows, guint, i), 0));
}

BlServiceAreas *
bl_service_areas_new (BlImportPlan *plan)
{
  BlServiceAreas *self = g_new0 (BlServiceAreas, 1);
  const BlImportSnapshot *snapshot = plan->snapshot;
  const char *said = snapshot->has_service ? snapshot->service_name : plan->options.service;

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->code = bl_text_fold (snapshot->service_code != NULL ? snapshot->service_code : said);
  if (said != NULL)
    g_ptr_array_add (self->names, bl_text_fold (said));
  for (guint i = 0; snapshot->other_names != NULL && snapshot->other_names[i] != NULL; i++)
    g_ptr_array_add (self->names, bl_text_fold (snapshot->other_names[i]));
  /* Without the published facts there is only what the project and the file say. */
  self->reference = bl_reference_new (NULL);
  if (self->reference != NULL)
    self->service = find_service (self->reference, snapshot, said);
  if (self->service != NULL)
    list_areas (self);
  return self;
}

void
bl_service_areas_free (BlServiceAreas *areas)
{
  if (areas == NULL)
    return;
  g_clear_pointer (&areas->all, g_hash_table_unref);
  g_clear_pointer (&areas->ours, g_hash_table_unref);
  g_ptr_array_unref (areas->names);
  g_free (areas->code);
  bl_reference_free (areas->reference);
  g_free (areas);
}

BlMembership
bl_service_areas_has (const BlServiceAreas *areas, const char *code)
{
  if (areas->all == NULL || !g_hash_table_contains (areas->all, code))
    return BL_MEMBERSHIP_UNKNOWN;
  return g_hash_table_contains (areas->ours, code) ? BL_MEMBERSHIP_OURS : BL_MEMBERSHIP_ELSEWHERE;
}

/* Files by the districts of the census of 2011 name some that had another code, or were part of
 * another district, by 2019 (ONS, Code History Database). */
static const char *
district_of_2019 (const char *code)
{
  static const struct
  {
    const char *before, *after;
  } changes[] = {
    { "E07000190", "E07000246" }, { "E07000191", "E07000246" }, /* Taunton Deane, West Somerset */
    { "E07000201", "E07000245" }, { "E07000204", "E07000245" }, /* Forest Heath, St Edmundsbury */
    { "E07000205", "E07000244" }, { "E07000206", "E07000244" }, /* Suffolk Coastal, Waveney */
    { "E06000028", "E06000058" }, { "E06000029", "E06000058" }, /* Bournemouth, Poole, */
    { "E07000048", "E06000058" },                               /* Christchurch */
    { "E07000049", "E06000059" }, { "E07000050", "E06000059" }, /* East and North Dorset, Purbeck, */
    { "E07000051", "E06000059" }, { "E07000052", "E06000059" }, /* West Dorset, */
    { "E07000053", "E06000059" },                               /* Weymouth and Portland */
    { "E07000097", "E07000242" }, { "E07000100", "E07000240" }, /* East Hertfordshire, St Albans, */
    { "E07000101", "E07000243" }, { "E07000104", "E07000241" }, /* Stevenage, Welwyn Hatfield, */
    { "E08000020", "E08000037" }, { "E06000048", "E06000057" }, /* Gateshead, Northumberland */
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    if (g_ascii_strcasecmp (code, changes[i].before) == 0)
      return changes[i].after;
  return code;
}

BlMembership
bl_service_areas_has_district (const BlServiceAreas *areas, const char *code, const char *name)
{
  g_autofree char *folded_code = bl_text_fold (code), *folded_name = bl_text_fold (name);

  if (*folded_code == '\0' && *folded_name == '\0')
    return BL_MEMBERSHIP_UNKNOWN;
  if (*folded_code != '\0' && g_str_equal (folded_code, areas->code))
    return BL_MEMBERSHIP_OURS;
  for (guint i = 0; i < areas->names->len; i++)
    if (*folded_name != '\0' && g_str_equal (folded_name, g_ptr_array_index (areas->names, i)))
      return BL_MEMBERSHIP_OURS;
  if (areas->service == NULL || *folded_code == '\0')
    return BL_MEMBERSHIP_UNKNOWN;
  for (char *const *district = bl_reference_get_districts (areas->reference, areas->service); *district != NULL; district++)
    if (g_ascii_strcasecmp (*district, district_of_2019 (folded_code)) == 0)
      return BL_MEMBERSHIP_OURS;
  return BL_MEMBERSHIP_ELSEWHERE;
}
