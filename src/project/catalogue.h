/* catalogue.h: lists of things others have laid down, each with fields of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/* Kind "field": a field that a framework or a register defines. Fields: key (text, "act.owner", "Prompt");
 * long text value. */
#define BL_TYPE_ENTRY_FIELD (bl_entry_field_get_type ())
G_DECLARE_FINAL_TYPE (BlEntryField, bl_entry_field, BL, ENTRY_FIELD, BlRecord)
BlEntryField *bl_entry_field_new (const char *id);

/* Kind "item": one thing of a catalogue. Fields: item (text, "ready.needs"), title, group (text: a heading it
 * stands under), source (text: tags), confidence (text: read, partial, derived, general), verified (date);
 * list fields (BlEntryField): the other columns under their headings, in lower case. */
#define BL_TYPE_CATALOGUE_ITEM (bl_catalogue_item_get_type ())
G_DECLARE_FINAL_TYPE (BlCatalogueItem, bl_catalogue_item, BL, CATALOGUE_ITEM, BlRecord)
BlCatalogueItem *bl_catalogue_item_new (const char *id);

/* Kind "catalogue": a list of such things. Fields: item ("readiness-items", "outcomes"), title, source,
 * confidence; long texts: statement, note; list items (BlCatalogueItem). */
#define BL_TYPE_CATALOGUE (bl_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (BlCatalogue, bl_catalogue, BL, CATALOGUE, BlRecord)
BlCatalogue *bl_catalogue_new (const char *id);

G_END_DECLS
