/* reference-around.h: small areas of England by place, whoever's they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geometry.h"
#include "reference.h"

G_BEGIN_DECLS

/**
 * BlReferencePlace: a small area, and the service in whose area it lies
 * (%NULL where that is not known).
 */
typedef struct
{
  BlPoint point;
  const BlReferenceService *service;
} BlReferencePlace;

/* Those within @box (metres on the British National Grid), in the table's
 * order: what lies round a service. Array of BlReferencePlace. */
GArray *bl_reference_get_places_within (BlReference *reference, BlBounds box, GError **error);

G_END_DECLS
