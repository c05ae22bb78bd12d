/* service.h: the library service a project is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/* Kind "service". Fields: name, code (GSS), other-names (text, "; " between),
 * population (integer, latest published for the whole service), source. */
#define BL_TYPE_SERVICE (bl_service_get_type ())
G_DECLARE_FINAL_TYPE (BlService, bl_service, BL, SERVICE, BlRecord)
BlService *bl_service_new (const char *id);

/* Whether @text (a name or code in a row) means this service: code first,
 * then name, then other names; case and runs of blanks folded. */
gboolean bl_service_matches (BlService *self, const char *text);

G_END_DECLS
