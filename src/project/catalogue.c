/* catalogue.c: lists of things others have laid down, each with fields of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "catalogue.h"

#include <glib/gi18n-lib.h>

struct _BlEntryField
{
  BlRecord parent;
};

struct _BlCatalogueItem
{
  BlRecord parent;
};

struct _BlCatalogue
{
  BlRecord parent;
};

G_DEFINE_FINAL_TYPE (BlEntryField, bl_entry_field, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlCatalogueItem, bl_catalogue_item, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlCatalogue, bl_catalogue, BL_TYPE_RECORD)

static void
bl_entry_field_class_init (BlEntryFieldClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "field", N_ ("field"));
  bl_record_class_add_text (record_class, "key", N_ ("key"));
  bl_record_class_add_long_text (record_class, "value", N_ ("value"));
}

static void
bl_entry_field_init (BlEntryField *self)
{
}

BlEntryField *
bl_entry_field_new (const char *id)
{
  BlEntryField *self = g_object_new (BL_TYPE_ENTRY_FIELD, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_catalogue_item_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("item"));
}

static void
bl_catalogue_item_class_init (BlCatalogueItemClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_catalogue_item_describe;
  bl_record_class_set_kind (record_class, "item", N_ ("item"));
  bl_record_class_add_text (record_class, "item", N_ ("its id"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "group", N_ ("group"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "confidence", N_ ("confidence"));
  bl_record_class_add_date (record_class, "verified", N_ ("verified"));
  bl_record_class_add_list (record_class, "fields", N_ ("fields"), BL_TYPE_ENTRY_FIELD, FALSE);
}

static void
bl_catalogue_item_init (BlCatalogueItem *self)
{
}

BlCatalogueItem *
bl_catalogue_item_new (const char *id)
{
  BlCatalogueItem *self = g_object_new (BL_TYPE_CATALOGUE_ITEM, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

static char *
bl_catalogue_describe (BlRecord *record)
{
  const char *words = bl_record_get_text (record, "title");

  return g_strdup (words != NULL ? words : _ ("catalogue"));
}

static void
bl_catalogue_class_init (BlCatalogueClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_catalogue_describe;
  bl_record_class_set_kind (record_class, "catalogue", N_ ("catalogue"));
  bl_record_class_add_text (record_class, "item", N_ ("its id"));
  bl_record_class_add_text (record_class, "title", N_ ("title"));
  bl_record_class_add_text (record_class, "source", N_ ("source"));
  bl_record_class_add_text (record_class, "confidence", N_ ("confidence"));
  bl_record_class_add_long_text (record_class, "statement", N_ ("statement"));
  bl_record_class_add_long_text (record_class, "note", N_ ("note"));
  bl_record_class_add_list (record_class, "items", N_ ("items"), BL_TYPE_CATALOGUE_ITEM, FALSE);
}

static void
bl_catalogue_init (BlCatalogue *self)
{
}

BlCatalogue *
bl_catalogue_new (const char *id)
{
  BlCatalogue *self = g_object_new (BL_TYPE_CATALOGUE, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}
