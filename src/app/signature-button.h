/* signature-button.h: who changed a record last, on demand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "clock.h"
#include "record.h"

G_BEGIN_DECLS

/**
 * BlSignatureButton: a small button; pressed, it says who changed the record,
 * or what is below it, last and when, as far as that was signed.
 */
#define BL_TYPE_SIGNATURE_BUTTON (bl_signature_button_get_type ())
G_DECLARE_FINAL_TYPE (BlSignatureButton, bl_signature_button, BL, SIGNATURE_BUTTON, AdwBin)

/* @record may be %NULL. */
void bl_signature_button_set_record (BlSignatureButton *self, BlRecord *record, BlClock *clock);
/* The sentence it shows when it is pressed. */
char *bl_signature_button_describe (BlSignatureButton *self);

G_END_DECLS
