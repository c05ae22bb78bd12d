/* edit.h: how every page changes the document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/* Sets one field from text as a person typed it, in a transaction named
 * "Change <field> of <record>", coalesced while typing; a wrong text changes
 * nothing and is an error in plain words for the foot of the field. */
gboolean bl_edit_set (BlSession *session, BlRecord *record, const char *field, const char *text, GError **error);
/* The same for a value already typed. */
void bl_edit_set_value (BlSession *session, BlRecord *record, const char *field, const BlValue *value);
void bl_edit_set_enum (BlSession *session, BlRecord *record, const char *field, int value);
/* Focus left the field: the next change is a step of its own. */
void bl_edit_end (BlSession *session);

G_END_DECLS
