/* merge-foreign.c: what newer versions of the program wrote, put together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "merge-foreign.h"

static guint
length_of (GPtrArray *array)
{
  return array == NULL ? 0 : array->len;
}

static gboolean
same_element (const BlForeignElement *a, const BlForeignElement *b)
{
  return g_strcmp0 (a->wrapper, b->wrapper) == 0 && g_str_equal (a->xml, b->xml);
}

/* Where among the known elements it stands is not looked at: that moves with them. */
static gboolean
same_elements (GPtrArray *a, GPtrArray *b)
{
  if (length_of (a) != length_of (b))
    return FALSE;
  for (guint i = 0; i < length_of (a); i++)
    if (!same_element (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
has_element (GPtrArray *elements, const BlForeignElement *element)
{
  for (guint i = 0; i < length_of (elements); i++)
    if (same_element (elements->pdata[i], element))
      return TRUE;
  return FALSE;
}

static void
keep_element (BlRecord *merged, const BlForeignElement *element)
{
  bl_record_keep_foreign_element (
      merged, element->wrapper == NULL ? NULL : bl_record_find_field (merged, element->wrapper), element->position,
      element->xml);
}

static gboolean
merge_elements (BlRecord *merged, GPtrArray *base, GPtrArray *ours, GPtrArray *theirs)
{
  gboolean ours_changed = !same_elements (base, ours), theirs_changed = !same_elements (base, theirs);
  gboolean both = ours_changed && theirs_changed && !same_elements (ours, theirs);
  GPtrArray *taken = theirs_changed && !ours_changed ? theirs : ours;

  for (guint i = 0; i < length_of (taken); i++)
    keep_element (merged, taken->pdata[i]);
  for (guint i = 0; both && i < length_of (theirs); i++)
    if (!has_element (ours, theirs->pdata[i]) && !has_element (base, theirs->pdata[i]))
      keep_element (merged, theirs->pdata[i]);
  return !both;
}

static const char *
find_attribute (GPtrArray *attributes, const char *name)
{
  for (guint i = 0; i < length_of (attributes); i++)
    {
      const BlForeignAttribute *attribute = g_ptr_array_index (attributes, i);

      if (g_str_equal (attribute->name, name))
        return attribute->value;
    }
  return NULL;
}

static gboolean
same_attributes (GPtrArray *a, GPtrArray *b)
{
  if (length_of (a) != length_of (b))
    return FALSE;
  for (guint i = 0; i < length_of (a); i++)
    {
      const BlForeignAttribute *attribute = g_ptr_array_index (a, i);

      if (g_strcmp0 (find_attribute (b, attribute->name), attribute->value) != 0)
        return FALSE;
    }
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Names in an order that does not depend on whose side is ours: those of the
 * base, then the new ones by name. */
static GPtrArray *
names_of (GPtrArray *base, GPtrArray *ours, GPtrArray *theirs)
{
  GPtrArray *sides[] = { ours, theirs };
  GPtrArray *names = g_ptr_array_new ();
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();

  for (guint i = 0; i < length_of (base); i++)
    g_ptr_array_add (names, ((BlForeignAttribute *) base->pdata[i])->name);
  for (guint s = 0; s < G_N_ELEMENTS (sides); s++)
    for (guint i = 0; i < length_of (sides[s]); i++)
      {
        char *name = ((BlForeignAttribute *) sides[s]->pdata[i])->name;

        if (find_attribute (base, name) == NULL && (s == 0 || find_attribute (ours, name) == NULL))
          g_ptr_array_add (fresh, name);
      }
  g_ptr_array_sort (fresh, compare_names);
  for (guint i = 0; i < fresh->len; i++)
    g_ptr_array_add (names, fresh->pdata[i]);
  return names;
}

static void
keep_attributes (BlRecord *merged, GPtrArray *attributes)
{
  for (guint i = 0; i < length_of (attributes); i++)
    {
      const BlForeignAttribute *attribute = g_ptr_array_index (attributes, i);

      bl_record_keep_foreign_attribute (merged, attribute->name, attribute->value);
    }
}

static gboolean
merge_attributes (BlRecord *merged, GPtrArray *base, GPtrArray *ours, GPtrArray *theirs)
{
  g_autoptr (GPtrArray) names = NULL;
  gboolean peaceful = TRUE;

  if (same_attributes (base, theirs) || same_attributes (base, ours))
    {
      keep_attributes (merged, same_attributes (base, theirs) ? ours : theirs);
      return TRUE;
    }
  names = names_of (base, ours, theirs);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = names->pdata[i];
      const char *a = find_attribute (ours, name), *b = find_attribute (theirs, name);
      const char *before = find_attribute (base, name);
      const char *value = g_strcmp0 (a, before) == 0 ? b : a;

      peaceful = peaceful && (value == b || g_strcmp0 (a, b) == 0 || g_strcmp0 (b, before) == 0);
      if (value != NULL)
        bl_record_keep_foreign_attribute (merged, name, value);
    }
  return peaceful;
}

gboolean
bl_merge_foreign (BlRecord *merged, BlRecord *base, BlRecord *ours, BlRecord *theirs)
{
  gboolean elements, attributes;

  if (ours == NULL || theirs == NULL)
    {
      bl_record_copy_foreign (merged, ours != NULL ? ours : theirs);
      return TRUE;
    }
  elements = merge_elements (merged, base == NULL ? NULL : bl_record_get_foreign_elements (base),
                             bl_record_get_foreign_elements (ours), bl_record_get_foreign_elements (theirs));
  attributes = merge_attributes (merged, base == NULL ? NULL : bl_record_get_foreign_attributes (base),
                                 bl_record_get_foreign_attributes (ours), bl_record_get_foreign_attributes (theirs));
  return elements && attributes;
}
