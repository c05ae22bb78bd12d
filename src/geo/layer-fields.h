/* layer-fields.h: which field of a layer holds the code, which the name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "layer-private.h"

G_BEGIN_DECLS

typedef struct
{
  int code;
  int name; /* -1 when there is none */
} BlLayerFields;

/* By the names asked for (any case), else by names in use, else by content. */
gboolean bl_layer_fields_find (BlLayerSource *source, const char *code_field, const char *name_field,
                               BlLayerFields *fields, GError **error);
/* "LSOA11CD, LSOA11NM"; "" for none. */
char *bl_layer_fields_list (OGRLayerH layer);

G_END_DECLS
