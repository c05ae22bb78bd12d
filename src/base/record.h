/* record.h: everything that can change is a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "errors.h"
#include "table.h"
#include "transactor.h"
#include "value.h"

G_BEGIN_DECLS

/**
 * BlFieldType: the kinds of field a record can declare.
 *
 * Text is %NULL or not empty. Numbers, dates and booleans are %NULL or a
 * #BlValue. Enumerations have 0 as "not known". A reference is the id of
 * another record. A table is a #BlTable. A child is one record or %NULL; a
 * list is a #GListModel of records.
 */
typedef enum
{
  BL_FIELD_TEXT = 1,
  BL_FIELD_LONG_TEXT,
  BL_FIELD_INTEGER,
  BL_FIELD_REAL,
  BL_FIELD_MONEY,
  BL_FIELD_DATE,
  BL_FIELD_BOOLEAN,
  BL_FIELD_ENUM,
  BL_FIELD_REFERENCE,
  BL_FIELD_TABLE,
  BL_FIELD_CHILD,
  BL_FIELD_LIST,
} BlFieldType;

/**
 * BlField: one declared field. The declarations are walked by the reader, the
 * writer, comparison, validation, the generated schema and the edit forms.
 */
typedef struct
{
  const char *name;    /* property, attribute or element name: lower case, hyphens */
  const char *title;   /* for people, untranslated (N_()), lower case: "opening hours on Monday" */
  BlFieldType type;
  GType item_type;     /* enumeration; record type of a child or of a list's items */
  guint table_type;    /* BlTableType of a table field */
  const char *wrapper; /* element round a list's items, or %NULL for none */
  const char *since;   /* format version that brought it, "1.0" */
  guint index;         /* slot */
  GParamSpec *pspec;   /* its property */
  gboolean about_change; /* says who changed the record and when: no part of what it is */
  GEnumClass *enum_class; /* of an enumeration */
} BlField;

#define BL_TYPE_RECORD (bl_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (BlRecord, bl_record, BL, RECORD, GObject)

struct _BlRecordClass
{
  GObjectClass parent_class;
  const char *kind;     /* element name: "library" */
  const char *title;    /* for people, untranslated: "library" */
  GPtrArray *fields;    /* of BlField, in declared order */
  GHashTable *by_name;
  /*< virtual >*/
  /* What a person would call this record; the default is its "name" or "title". */
  char *(*describe) (BlRecord *self);
  /* Adds #BlFault to @faults for what is wrong beyond the types of its fields. */
  void (*validate) (BlRecord *self, GPtrArray *faults);
  /* A text as a person typed it, in the form the file holds ("NE3 3HD"), or an
   * error in plain words. The default takes any. Texts only. */
  char *(*normalise) (BlRecord *self, const BlField *field, const char *text, GError **error);
};

/* --- Declaring a kind, in class_init ------------------------------------ */

/* Every kind has, behind the fields it declares, "changed" (UTC, "2026-05-03T10:00:00Z")
 * and "changed-by" (a name): who changed it last and when, where that is kept. */
void bl_record_class_set_kind (BlRecordClass *klass, const char *kind, const char *title);
void bl_record_class_add_text (BlRecordClass *klass, const char *name, const char *title);
void bl_record_class_add_long_text (BlRecordClass *klass, const char *name, const char *title);
void bl_record_class_add_integer (BlRecordClass *klass, const char *name, const char *title);
void bl_record_class_add_real (BlRecordClass *klass, const char *name, const char *title);
void bl_record_class_add_money (BlRecordClass *klass, const char *name, const char *title);
void bl_record_class_add_date (BlRecordClass *klass, const char *name, const char *title);
void bl_record_class_add_boolean (BlRecordClass *klass, const char *name, const char *title);
void bl_record_class_add_enum (BlRecordClass *klass, const char *name, const char *title, GType enum_type);
void bl_record_class_add_reference (BlRecordClass *klass, const char *name, const char *title);
void bl_record_class_add_table (BlRecordClass *klass, const char *name, const char *title, BlTableType type);
void bl_record_class_add_child (BlRecordClass *klass, const char *name, const char *title, GType item_type);
/* Items stand in an element named @name, or straight in the parent when @wrapped is %FALSE. */
void bl_record_class_add_list (BlRecordClass *klass, const char *name, const char *title, GType item_type,
                               gboolean wrapped);

/* --- Looking at records -------------------------------------------------- */

const char *bl_record_class_get_kind (BlRecordClass *klass);
const BlField *bl_record_class_find_field (BlRecordClass *klass, const char *name);

const char *bl_record_get_id (BlRecord *self);
const char *bl_record_get_kind (BlRecord *self);
BlRecord *bl_record_get_parent (BlRecord *self);
/* The name of the parent's field it stands in, or %NULL. */
const char *bl_record_get_place (BlRecord *self);
/* The record above all others that this one hangs from; itself if none. */
BlRecord *bl_record_get_root (BlRecord *self);
/* What a person would call it; never %NULL. */
char *bl_record_describe (BlRecord *self);
const BlField *bl_record_find_field (BlRecord *self, const char *name);
GPtrArray *bl_record_get_fields (BlRecord *self);

/* A field's value. The names are those of the declaration; a name that was
 * not declared is a programming error (critical). The gboolean answers say
 * whether the value is known. */
const char *bl_record_get_text (BlRecord *self, const char *field);
gboolean bl_record_get_integer (BlRecord *self, const char *field, gint64 *value);
gboolean bl_record_get_real (BlRecord *self, const char *field, double *value);
gboolean bl_record_get_money (BlRecord *self, const char *field, gint64 *pence);
gboolean bl_record_get_date (BlRecord *self, const char *field, guint32 *julian);
gboolean bl_record_get_boolean (BlRecord *self, const char *field, gboolean *value);
/* The value as a nullable #BlValue, owned by the record. */
const BlValue *bl_record_get_value (BlRecord *self, const char *field);
int bl_record_get_enum (BlRecord *self, const char *field);
BlTable *bl_record_get_table (BlRecord *self, const char *field);
BlRecord *bl_record_get_child (BlRecord *self, const char *field);
/* The list, owned by the record; it notifies through items-changed. */
GListModel *bl_record_get_list (BlRecord *self, const char *field);
gboolean bl_record_is_known (BlRecord *self, const char *field);
/* Any field but child, list as the text a file holds; %NULL when not known. */
char *bl_record_get_as_text (BlRecord *self, const char *field);

/* --- Changing records ---------------------------------------------------- */
/* Inside a project each of these needs an open transaction: outside one they
 * are a critical and change nothing. A record that belongs to no project yet
 * changes freely. Setting the value it has is no change. */

void bl_record_set_text (BlRecord *self, const char *field, const char *text);
void bl_record_set_integer (BlRecord *self, const char *field, gint64 value);
void bl_record_set_real (BlRecord *self, const char *field, double value);
void bl_record_set_money (BlRecord *self, const char *field, gint64 pence);
void bl_record_set_date (BlRecord *self, const char *field, guint32 julian);
void bl_record_set_boolean (BlRecord *self, const char *field, gboolean value);
void bl_record_set_value (BlRecord *self, const char *field, const BlValue *value);
void bl_record_set_enum (BlRecord *self, const char *field, int value);
void bl_record_set_table (BlRecord *self, const char *field, BlTable *table);
void bl_record_set_child (BlRecord *self, const char *field, BlRecord *child);
/* Makes it not known. */
void bl_record_clear (BlRecord *self, const char *field);
/* Any field but table, child, list from the text a file would hold (%NULL or
 * "" clears); a wrong text is an error in plain words that names the field,
 * and changes nothing. */
gboolean bl_record_set_from_text (BlRecord *self, const char *field, const char *text, GError **error);

/* @position past the end means at the end. The list takes a reference; the
 * child must have no parent. */
void bl_record_insert (BlRecord *self, const char *list, guint position, BlRecord *child);
void bl_record_append (BlRecord *self, const char *list, BlRecord *child);
/* Takes a child or list item out of its parent. */
void bl_record_remove (BlRecord *child);
void bl_record_remove_all (BlRecord *self, const char *list);

/* Gives an id to a record made without one; only before it has a parent. */
void bl_record_set_id (BlRecord *self, const char *id);
/* A record without one is given one when it comes into a project. */
void bl_record_assign_id (BlRecord *self, const char *id);

/* Gives @self the value that @from, a record of the same kind, has: any field but child and list. */
void bl_record_copy_field (BlRecord *self, BlRecord *from, const BlField *field);

/* --- Walking, comparing, copying ----------------------------------------- */

/* @self and all below it once more, with ids and foreign content, outside any
 * project. Tables are shared. */
BlRecord *bl_record_copy (BlRecord *self);
/* Gives @self the foreign content of @from, a record of the same kind. */
void bl_record_copy_foreign (BlRecord *self, BlRecord *from);
/* @self or what of all below it has the newest signature; %NULL where nothing is signed. */
BlRecord *bl_record_find_signed_last (BlRecord *self);
/* Forgets who changed @self and what is below it, and when. */
void bl_record_clear_signatures (BlRecord *self);

typedef gboolean (*BlRecordVisit) (BlRecord *record, gpointer data);
/* Depth first, the record itself first, in document order; stops when @visit
 * answers %FALSE. */
gboolean bl_record_walk (BlRecord *self, BlRecordVisit visit, gpointer data);
/* Same kind, id and fields, and the same below; who changed it and when is no difference. */
gboolean bl_record_equal (BlRecord *a, BlRecord *b);
void bl_record_validate (BlRecord *self, GPtrArray *faults);

/* --- For the transactor, reader and writer ------------------------------- */

/**
 * BlRecordImage: what a record's own fields were at one moment: values as
 * they were, children by reference (so that a removed record brought back is
 * the same object).
 */
typedef struct _BlRecordImage BlRecordImage;
BlRecordImage *bl_record_take_image (BlRecord *self);
/* Puts the record back to what it was, with notifications, past the
 * transactor: only for who keeps the history. */
void bl_record_put_image (BlRecord *self, BlRecordImage *image);
gboolean bl_record_image_equal (BlRecordImage *a, BlRecordImage *b);
/* The same without regard to who changed it and when. */
gboolean bl_record_image_says_the_same (BlRecordImage *a, BlRecordImage *b);
gsize bl_record_image_get_weight (BlRecordImage *image);
void bl_record_image_free (BlRecordImage *image);
/* Makes @self the root that asks @transactor (not referenced: usually itself). */
void bl_record_set_transactor (BlRecord *self, BlTransactor *transactor);

/* Content this version does not know, kept and written back at its place:
 * after @position known elements of the record, or of the list @wrapper's
 * element where not %NULL. Attributes by name. */
typedef struct
{
  const char *wrapper;
  guint position;
  char *xml;
} BlForeignElement;
typedef struct
{
  char *name, *value;
} BlForeignAttribute;
/* For records that are being made: once in a project the foreign content is only put in place as a whole. */
void bl_record_keep_foreign_element (BlRecord *self, const BlField *wrapper, guint position, const char *xml);
void bl_record_keep_foreign_attribute (BlRecord *self, const char *name, const char *value);
gboolean bl_record_has_same_foreign (BlRecord *a, BlRecord *b);
/* Gives @self, which may be in a project, the foreign content of @from, a record of the same kind, in place of its own. */
void bl_record_set_foreign (BlRecord *self, BlRecord *from);
/* Whether the foreign content can be written and comes back as it is: names that
 * may be names and are no field's, values and elements that are well-formed. For content that no reader has been through. */
gboolean bl_record_foreign_is_sound (BlRecord *self);
/* Arrays of the above, or %NULL when there are none. */
GPtrArray *bl_record_get_foreign_elements (BlRecord *self);
GPtrArray *bl_record_get_foreign_attributes (BlRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlRecordImage, bl_record_image_free)

G_END_DECLS
