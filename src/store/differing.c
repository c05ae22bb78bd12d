/* differing.c: what differs between two states of a project, thing by thing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "differing.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "text.h"
#include "version-changes.h"

/* A thing says this much; how much more there is, is said. */
#define MOST_LINES 40

void
bl_differing_thing_free (BlDifferingThing *thing)
{
  if (thing == NULL)
    return;
  g_free (thing->record);
  g_free (thing->place);
  g_free (thing->name);
  g_ptr_array_unref (thing->lines);
  g_free (thing);
}

/* --- Tables in words ------------------------------------------------------ */

static gboolean
row_differs (BlTable *a, BlTable *b, guint row)
{
  switch (bl_table_get_table_type (a))
    {
    case BL_TABLE_TEXTS:
      return g_strcmp0 (bl_table_get_texts (a)[row], bl_table_get_texts (b)[row]) != 0;
    case BL_TABLE_NUMBERS:
      {
        double x = bl_table_get_numbers (a)[row], y = bl_table_get_numbers (b)[row];

        return isnan (x) || isnan (y) ? !(isnan (x) && isnan (y)) : x != y;
      }
    case BL_TABLE_POINTS:
      {
        const BlPoint *x = &bl_table_get_points (a)[row], *y = &bl_table_get_points (b)[row];

        return isnan (x->x) || isnan (y->x) ? !(isnan (x->x) && isnan (y->x)) : x->x != y->x || x->y != y->y;
      }
    case BL_TABLE_OUTLINES:
    default:
      return FALSE;
    }
}

/* "Numbers: 12 of 175 rows differ": nobody reads the name of a table. */
static char *
table_to_text (const BlField *field, BlTable *then, BlTable *now)
{
  const char *title = _(field->title);
  guint n, differ = 0;

  if (then == NULL)
    return g_strdup_printf (ngettext ("%s: not known then, now %u row", "%s: not known then, now %u rows",
                                      bl_table_get_n_rows (now)),
                            title, bl_table_get_n_rows (now));
  if (now == NULL)
    return g_strdup_printf (ngettext ("%s: %u row then, now not known", "%s: %u rows then, now not known",
                                      bl_table_get_n_rows (then)),
                            title, bl_table_get_n_rows (then));
  n = bl_table_get_n_rows (now);
  if (n != bl_table_get_n_rows (then))
    return g_strdup_printf (ngettext ("%s: %u row then, %u now", "%s: %u rows then, %u now", bl_table_get_n_rows (then)),
                            title, bl_table_get_n_rows (then), n);
  if (bl_table_get_table_type (now) == bl_table_get_table_type (then))
    for (guint i = 0; i < n; i++)
      differ += row_differs (then, now, i);
  if (differ == 0)
    return g_strdup_printf (_("%s: drawn in another way"), title);
  return g_strdup_printf (ngettext ("%s: %u of %u row differs", "%s: %u of %u rows differ", differ), title, differ, n);
}

/* --- Things --------------------------------------------------------------- */

typedef struct
{
  GHashTable *then, *now; /* id -> record */
  GHashTable *by_id;      /* id -> BlDifferingThing */
  GPtrArray *things;
} Gathering;

/* The record right under the project that @record is or is below; a project itself. */
static BlRecord *
uppermost (BlRecord *record)
{
  BlRecord *parent = bl_record_get_parent (record);

  while (parent != NULL && bl_record_get_parent (parent) != NULL)
    {
      record = parent;
      parent = bl_record_get_parent (record);
    }
  return record;
}

static BlDifferingThing *
need_thing (Gathering *gathering, BlRecord *record)
{
  const char *id = bl_record_get_id (record);
  BlDifferingThing *thing = g_hash_table_lookup (gathering->by_id, id);

  if (thing != NULL)
    return thing;
  thing = g_new0 (BlDifferingThing, 1);
  thing->record = g_strdup (id);
  thing->place = g_strdup (bl_record_get_place (record));
  thing->name = bl_record_get_parent (record) == NULL ? g_strdup (_("The project’s own particulars"))
                                                      : bl_record_describe (record);
  thing->kind = BL_DIFFERENCE_CHANGED;
  thing->lines = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (gathering->things, thing);
  g_hash_table_insert (gathering->by_id, thing->record, thing);
  return thing;
}

static char *
difference_to_line (Gathering *gathering, const BlDifference *difference, gboolean own)
{
  BlRecord *then = g_hash_table_lookup (gathering->then, difference->record);
  BlRecord *now = g_hash_table_lookup (gathering->now, difference->record);
  const BlField *field
      = difference->field != NULL && now != NULL ? bl_record_find_field (now, difference->field) : NULL;
  g_autofree char *words = NULL, *whole = NULL;

  if (field != NULL && field->type == BL_FIELD_TABLE && then != NULL)
    {
      words = table_to_text (field, bl_record_get_table (then, field->name), bl_record_get_table (now, field->name));
      /* Translators: name of a thing, what differs in it. */
      whole = own ? g_strdup (words) : g_strdup_printf (_("%s: %s"), difference->name, words);
    }
  else if (own)
    whole = bl_difference_values_to_text (difference);
  else
    whole = bl_difference_to_text (difference);
  return bl_text_sentence (whole);
}

static void
take_difference (Gathering *gathering, const BlDifference *difference)
{
  BlRecord *record = g_hash_table_lookup (gathering->now, difference->record), *top;
  BlDifferingThing *thing;
  gboolean own;

  if (record == NULL)
    record = g_hash_table_lookup (gathering->then, difference->record);
  if (record == NULL)
    return;
  top = uppermost (record);
  own = top == record;
  thing = need_thing (gathering, top);
  if (own && difference->kind != BL_DIFFERENCE_CHANGED && (thing->lines->len == 0 || difference->kind != BL_DIFFERENCE_MOVED))
    thing->kind = difference->kind;
  else if (thing->kind == BL_DIFFERENCE_MOVED)
    thing->kind = BL_DIFFERENCE_CHANGED; /* not moved alone */
  if (thing->lines->len == MOST_LINES)
    g_ptr_array_add (thing->lines, g_strdup (_("… and more")));
  if (thing->lines->len < MOST_LINES)
    g_ptr_array_add (thing->lines, difference_to_line (gathering, difference, own));
}

GPtrArray *
bl_differing_things (BlProject *then, BlProject *now, gboolean without_versions)
{
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GHashTable) index_then = NULL, index_now = NULL, by_id = NULL;
  Gathering gathering;

  g_return_val_if_fail (BL_IS_PROJECT (then) && BL_IS_PROJECT (now), NULL);

  differences = bl_compare (BL_RECORD (then), BL_RECORD (now));
  index_then = bl_compare_index (BL_RECORD (then));
  index_now = bl_compare_index (BL_RECORD (now));
  by_id = g_hash_table_new (g_str_hash, g_str_equal);
  gathering = (Gathering) { index_then, index_now, by_id, NULL };
  gathering.things = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_differing_thing_free);
  for (guint i = 0; i < differences->len; i++)
    {
      const BlDifference *difference = g_ptr_array_index (differences, i);

      if (!without_versions
          || (!g_str_equal (difference->record_kind, "version") && !g_str_equal (difference->record_kind, "kept-table")))
        take_difference (&gathering, difference);
    }
  return gathering.things;
}

/* --- One line ------------------------------------------------------------- */

static const char *
kind_to_verb (BlDifferenceKind kind)
{
  switch (kind)
    {
    case BL_DIFFERENCE_ADDED:
      /* Translators: after "3 libraries" or "3". */
      return _("added");
    case BL_DIFFERENCE_REMOVED:
      return _("removed");
    case BL_DIFFERENCE_MOVED:
      return _("moved");
    case BL_DIFFERENCE_CHANGED:
    default:
      return _("changed");
    }
}

static guint
count (GPtrArray *things, const char *place, BlDifferenceKind kind)
{
  guint n = 0;

  for (guint i = 0; i < things->len; i++)
    {
      const BlDifferingThing *thing = g_ptr_array_index (things, i);

      n += thing->kind == kind && g_strcmp0 (thing->place, place) == 0;
    }
  return n;
}

/* "3 libraries changed, 1 removed" */
static void
add_place (GString *line, GPtrArray *things, const char *place)
{
  static const BlDifferenceKind kinds[]
      = { BL_DIFFERENCE_CHANGED, BL_DIFFERENCE_ADDED, BL_DIFFERENCE_REMOVED, BL_DIFFERENCE_MOVED };
  gboolean first = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n = count (things, place, kinds[i]);
      g_autofree char *what = NULL;

      if (n == 0)
        continue;
      what = first ? bl_place_count_to_text (place, n) : bl_text_number (n, 0);
      g_string_append (line, !first ? ", " : line->len > 0 ? "; " : "");
      /* Translators: "3 libraries" or "3"; "changed", "added", "removed" or "moved". */
      g_string_append_printf (line, _("%s %s"), what, kind_to_verb (kinds[i]));
      first = FALSE;
    }
}

static gboolean
is_same_place (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (a, b) == 0;
}

char *
bl_differing_things_to_line (GPtrArray *things)
{
  static const char *const usual[]
      = { NULL, "service", "libraries", "libraries-nearby", "areas", "values", "groups", "versions" };
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GPtrArray) places = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      g_ptr_array_add (places, (gpointer) usual[i]);
      add_place (line, things, usual[i]);
    }
  for (guint i = 0; i < things->len; i++)
    {
      const BlDifferingThing *thing = g_ptr_array_index (things, i);

      if (g_ptr_array_find_with_equal_func (places, thing->place, is_same_place, NULL))
        continue;
      g_ptr_array_add (places, thing->place);
      add_place (line, things, thing->place);
    }
  return line->len > 0 ? bl_text_sentence (line->str) : g_strdup (_("Nothing differs"));
}
