/* framework-form.h: all that is said of one item of a framework
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * BlFrameworkForm: a row for every field that the kind of the record declares, the words first. Each row writes through
 * bl_edit_set() and follows undo.
 */
#define BL_TYPE_FRAMEWORK_FORM (bl_framework_form_get_type ())
G_DECLARE_FINAL_TYPE (BlFrameworkForm, bl_framework_form, BL, FRAMEWORK_FORM, AdwBin)

/* @record: a framework, or something in one; NULL shows nothing. Where it is the same as before only @editable and what
 * is wrong with it are shown anew. @faults: of BlFault, of all of the framework. */
void bl_framework_form_set (BlFrameworkForm *self, BlSession *session, BlRecord *record, gboolean editable, GPtrArray *faults);
void bl_framework_form_focus (BlFrameworkForm *self);

G_END_DECLS
