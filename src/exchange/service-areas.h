/* service-areas.h: which small areas are a service's, as far as is known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "import-plan-private.h"

G_BEGIN_DECLS

typedef enum
{
  BL_MEMBERSHIP_UNKNOWN,
  BL_MEMBERSHIP_OURS,
  BL_MEMBERSHIP_ELSEWHERE,
} BlMembership;

/**
 * BlServiceAreas: asks the published facts that come with the program, which
 * know the LSOA 2011 and the districts of 2019 of each service.
 */
typedef struct _BlServiceAreas BlServiceAreas;

BlServiceAreas *bl_service_areas_new (BlImportPlan *plan);
void bl_service_areas_free (BlServiceAreas *areas);
BlMembership bl_service_areas_has (const BlServiceAreas *areas, const char *code);
/* By the district in a row of a file; either may be NULL. */
BlMembership bl_service_areas_has_district (const BlServiceAreas *areas, const char *code, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlServiceAreas, bl_service_areas_free)

G_END_DECLS
