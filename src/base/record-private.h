/* record-private.h: the inside of a record, for the files that make it up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/**
 * BlSlot: the value of one field, by its type.
 */
typedef union
{
  char *text;
  BlValue *value;
  int enumeration;
  BlTable *table;
  BlRecord *child;
  GListStore *list; /* made when somebody first asks for it: most are empty */
} BlSlot;

typedef struct
{
  char *id;
  BlRecord *parent;         /* not referenced: it owns us */
  const BlField *place;     /* the parent's field we are in */
  BlTransactor *transactor; /* of a root */
  BlSlot *slots;
  GPtrArray *foreign_elements;
  GPtrArray *foreign_attributes;
} BlRecordPrivate;

BlRecordPrivate *bl_record_private (BlRecord *self);

/* --- Slots (record-slot.c) ------------------------------------------------ */

gboolean bl_field_is_value (BlFieldType type);
gboolean bl_field_is_text (BlFieldType type);
BlValueType bl_field_get_value_type (BlFieldType type);
void bl_slot_clear (const BlField *field, BlSlot *slot);
void bl_slot_copy (const BlField *field, const BlSlot *from, BlSlot *to);
gboolean bl_slot_equal (const BlField *field, const BlSlot *a, const BlSlot *b);
/* The text a file holds, or %NULL where not known; @made is what has to be freed
 * when it was made for this. Any field but child, list. */
const char *bl_slot_to_text (const BlField *field, const BlSlot *slot, char **made);
/* The items of a list, each referenced; @list may be %NULL. */
GPtrArray *bl_record_list_to_array (GListStore *list);
guint bl_slot_n_items (const BlSlot *slot);

/* --- The record (record.c) ------------------------------------------------ */

/* The slot of the field @name; a critical where it was not declared. */
BlSlot *bl_record_find_slot (BlRecord *self, const char *name, const BlField **field);
void bl_record_notify (BlRecord *self, const BlField *field);
/* @to becomes another reference to @from; either may be %NULL. */
void bl_record_share_foreign (GPtrArray *from, GPtrArray **to);
/* The list of a field, made where there is none yet. */
GListStore *bl_record_get_store (BlRecord *self, const BlField *field);
/* Takes the text a file holds: texts as they stand (validation says what is
 * odd), the others as bl_record_set_from_text() does. @text is UTF-8. */
gboolean bl_record_load_field (BlRecord *self, const BlField *field, const char *text, GError **error);
/* For a record being read, which nobody watches yet: @child, which has no parent, becomes the last of the list. */
void bl_record_load_item (BlRecord *self, const BlField *field, BlRecord *child);
/* Asks for leave to change; a critical and %FALSE outside a transaction. */
gboolean bl_record_may_change (BlRecord *self);
BlTransactor *bl_record_get_transactor (BlRecord *self);
void bl_record_adopt (BlRecord *self, const BlField *field, BlRecord *child);
void bl_record_orphan (BlRecord *child);

/* What GObject calls for every declared field (record-declare.c sets them). */
void bl_record_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec);
void bl_record_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec);

G_END_DECLS
