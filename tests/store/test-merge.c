/* test-merge.c: what differs, in words, and two people’s changes put together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "compare.h"
#include "merge-order.h"
#include "merge.h"
#include "random-edits.h"
#include "record-xml.h"

static GBytes *
bytes_of (BlProject *project)
{
  return bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
}

static BlProject *
copy_of (BlProject *project)
{
  g_autoptr (GBytes) bytes = bytes_of (project);
  g_autoptr (BlRecordReading) reading
      = bl_record_read (BL_TYPE_PROJECT, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "copy", NULL, NULL);
  g_autoptr (BlIds) ids = bl_ids_new ();
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");

  bl_project_set_context (BL_PROJECT (reading->root), ids, clock);
  return g_object_ref (BL_PROJECT (reading->root));
}

static BlProject *
make_base (guint edits)
{
  g_autoptr (BlIds) ids = bl_ids_new ();
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");
  BlProject *project = bl_project_new (ids, clock);

  bl_project_begin (project, "Fill");
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *name = g_strdup_printf ("Library %u", i);

      add_library (project, name);
    }
  bl_project_commit (project);
  for (guint i = 0; i < edits; i++)
    random_edit (project, i);
  return project;
}

static BlRecord *
library_at (BlProject *project, guint position)
{
  g_autoptr (BlRecord) library = g_list_model_get_item (bl_project_get_libraries (project), position);

  return library; /* the list holds it */
}

static void
set_text (BlProject *project, guint position, const char *field, const char *text)
{
  bl_project_begin (project, "Change");
  bl_record_set_text (library_at (project, position), field, text);
  bl_project_commit (project);
}

static BlMerge *
merge (BlProject *base, BlProject *ours, BlProject *theirs)
{
  g_autoptr (GError) error = NULL;
  BlMerge *merged = bl_merge (base, ours, theirs, &error);

  g_assert_no_error (error);
  return merged;
}

static void
test_words (void)
{
  g_autoptr (BlProject) before = make_base (0), after = copy_of (before);
  g_autoptr (GPtrArray) differences = NULL;
  g_autofree char *one = NULL, *two = NULL, *three = NULL;

  set_text (after, 0, "monday", "10:00-14:00");
  bl_project_begin (after, "Remove and add");
  bl_project_delete (after, library_at (after, 2));
  add_library (after, "New Library");
  bl_project_commit (after);
  differences = bl_compare (BL_RECORD (before), BL_RECORD (after));
  g_assert_cmpuint (differences->len, ==, 3);
  one = bl_difference_to_text (differences->pdata[0]);
  two = bl_difference_to_text (differences->pdata[1]);
  three = bl_difference_to_text (differences->pdata[2]);
  g_assert_cmpstr (one, ==, "Library 0: opening hours on Monday was not known, is now “10:00-14:00”");
  g_assert_cmpstr (two, ==, "New Library was added");
  g_assert_cmpstr (three, ==, "Library 2 was removed");
}

static void
test_moved (void)
{
  g_autoptr (BlProject) before = make_base (0), after = copy_of (before);
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (BlRecord) last = g_object_ref (library_at (after, 5));

  bl_project_begin (after, "To the front");
  bl_record_remove (last);
  bl_record_insert (BL_RECORD (after), "libraries", 0, last);
  bl_project_commit (after);
  differences = bl_compare (BL_RECORD (before), BL_RECORD (after));
  g_assert_cmpuint (differences->len, ==, 1); /* one moved, the others did not */
  g_assert_cmpint (((BlDifference *) differences->pdata[0])->kind, ==, BL_DIFFERENCE_MOVED);
  g_assert_cmpstr (((BlDifference *) differences->pdata[0])->name, ==, "Library 5");
}

static void
test_no_clash (void)
{
  g_autoptr (BlProject) base = make_base (0), ours = copy_of (base), theirs = copy_of (base);
  g_autoptr (BlMerge) merged = NULL;

  set_text (ours, 0, "monday", "10:00-14:00");
  set_text (theirs, 0, "tuesday", "closed"); /* another field of the same record */
  set_text (theirs, 1, "name", "Renamed");
  merged = merge (base, ours, theirs);
  g_assert_cmpuint (merged->clashes->len, ==, 0);
  g_assert_cmpuint (merged->n_theirs, ==, 2);
  g_assert_cmpstr (bl_record_get_text (library_at (merged->project, 0), "monday"), ==, "10:00-14:00");
  g_assert_cmpstr (bl_record_get_text (library_at (merged->project, 0), "tuesday"), ==, "closed");
  g_assert_cmpstr (bl_record_get_text (library_at (merged->project, 1), "name"), ==, "Renamed");
}

static void
test_clash (void)
{
  g_autoptr (BlProject) base = make_base (0), ours = copy_of (base), theirs = copy_of (base);
  g_autoptr (BlMerge) merged = NULL;
  BlClash *clash;
  g_autofree char *text = NULL;

  set_text (ours, 0, "name", "Here");
  set_text (theirs, 0, "name", "There");
  merged = merge (base, ours, theirs);
  g_assert_cmpuint (merged->clashes->len, ==, 1);
  clash = merged->clashes->pdata[0];
  text = bl_clash_to_text (clash);
  g_assert_cmpstr (text, ==, "Here: name was “Library 0”, is “Here” here and “There” there");
  g_assert_cmpstr (bl_record_get_text (library_at (merged->project, 0), "name"), ==, "Here");
  bl_project_begin (merged->project, "Settle");
  bl_clash_take (clash, merged->project, theirs);
  bl_project_commit (merged->project);
  g_assert_cmpstr (bl_record_get_text (library_at (merged->project, 0), "name"), ==, "There");
  g_test_message ("both changing it alike is no clash");
  set_text (ours, 0, "name", "There");
  g_clear_pointer (&merged, bl_merge_free);
  merged = merge (base, ours, theirs);
  g_assert_cmpuint (merged->clashes->len, ==, 0);
}

static void
test_removed_and_changed (void)
{
  g_autoptr (BlProject) base = make_base (0), ours = copy_of (base), theirs = copy_of (base);
  g_autoptr (BlMerge) merged = NULL, other = NULL;
  const char *id = bl_record_get_id (library_at (base, 0));

  bl_project_begin (ours, "Remove");
  bl_project_delete (ours, library_at (ours, 0));
  bl_project_delete (ours, library_at (ours, 0));
  bl_project_commit (ours);
  set_text (theirs, 0, "name", "Still needed");
  merged = merge (base, ours, theirs);
  g_assert_cmpuint (merged->clashes->len, ==, 1);
  g_assert_nonnull (bl_project_find (merged->project, id)); /* kept, with all below it */
  g_assert_cmpuint (g_list_model_get_n_items (bl_record_get_list (bl_project_find (merged->project, id), "statuses")), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_libraries (merged->project)), ==, 5);
  other = merge (base, theirs, ours);
  g_assert_cmpuint (other->clashes->len, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_libraries (other->project)), ==, 5);
  bl_project_begin (other->project, "Settle");
  bl_clash_take (other->clashes->pdata[0], other->project, ours);
  bl_project_commit (other->project);
  g_assert_null (bl_project_find (other->project, id));
}

static void
rename_as (BlProject *project, const char *author, const char *time, const char *field, const char *text)
{
  g_autoptr (BlIds) ids = bl_ids_new ();
  g_autoptr (BlClock) clock = bl_clock_new_fixed (time);

  bl_project_set_context (project, ids, clock);
  bl_project_set_author (project, author);
  set_text (project, 0, field, text);
}

/* Who changed it and when is no difference and no clash; the later of the two stays, whoever merges. */
static void
test_signatures (void)
{
  g_autoptr (BlProject) base = make_base (0), ours = copy_of (base), theirs = copy_of (base);
  g_autoptr (GPtrArray) differences = NULL, none = NULL;
  g_autoptr (BlMerge) one = NULL, two = NULL;

  rename_as (ours, "Jo Bell", "2026-05-03T10:00:00Z", "monday", "closed");
  rename_as (theirs, "Sam Hall", "2026-05-03T09:00:00Z", "tuesday", "closed");
  differences = bl_compare (BL_RECORD (base), BL_RECORD (ours));
  g_assert_cmpuint (differences->len, ==, 1);
  one = merge (base, ours, theirs);
  two = merge (base, theirs, ours);
  g_assert_cmpuint (one->clashes->len + two->clashes->len, ==, 0);
  g_assert_cmpuint (one->n_theirs, ==, 1);
  for (guint i = 0; i < 2; i++)
    {
      BlRecord *library = library_at ((i == 0 ? one : two)->project, 0);

      g_assert_cmpstr (bl_record_get_text (library, "changed-by"), ==, "Jo Bell");
      g_assert_cmpstr (bl_record_get_text (library, "changed"), ==, "2026-05-03T10:00:00Z");
      g_assert_cmpstr (bl_record_get_text (library, "tuesday"), ==, "closed");
    }
  bl_project_set_author (ours, NULL);
  set_text (ours, 0, "monday", NULL);
  none = bl_compare (BL_RECORD (base), BL_RECORD (ours));
  g_assert_cmpuint (none->len, ==, 0);
}

static void
assert_same_bytes (BlProject *a, BlProject *b)
{
  g_autoptr (GBytes) x = bytes_of (a), y = bytes_of (b);

  g_assert_cmpstr (g_bytes_get_data (x, NULL), ==, g_bytes_get_data (y, NULL));
}

static void
check_foreign (const char *base, const char *ours, const char *theirs, const char *expected, gboolean clashes)
{
  const char *const sides[] = { base, ours, theirs };
  g_autoptr (BlProject) start = make_base (0);
  BlProject *projects[3];
  g_autoptr (BlMerge) one = NULL, two = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *attributes, *elements;

  /* Words with "=" are attributes, others elements. */
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_auto (GStrv) words = g_strsplit (sides[i], " ", -1);

      projects[i] = copy_of (start);
      for (guint j = 0; words[j] != NULL; j++)
        {
          char *equals = strchr (words[j], '=');
          g_autofree char *xml = g_strdup_printf ("<%s/>", words[j]);

          if (equals == NULL)
            {
              bl_record_keep_foreign_element (library_at (projects[i], 0), NULL, 0, xml);
              continue;
            }
          *equals = '\0';
          bl_record_keep_foreign_attribute (library_at (projects[i], 0), words[j], equals + 1);
        }
    }
  one = merge (projects[0], projects[1], projects[2]);
  two = merge (projects[0], projects[2], projects[1]);
  g_assert_cmpint (one->clashes->len > 0, ==, clashes);
  g_assert_cmpint (two->clashes->len > 0, ==, clashes);
  if (!clashes)
    assert_same_bytes (one->project, two->project);
  attributes = bl_record_get_foreign_attributes (library_at (one->project, 0));
  elements = bl_record_get_foreign_elements (library_at (one->project, 0));
  for (guint i = 0; attributes != NULL && i < attributes->len; i++)
    {
      BlForeignAttribute *attribute = attributes->pdata[i];

      g_string_append_printf (text, "%s=%s ", attribute->name, attribute->value);
    }
  for (guint i = 0; elements != NULL && i < elements->len; i++)
    g_string_append_printf (text, "%s ", ((BlForeignElement *) elements->pdata[i])->xml);
  g_assert_cmpstr (g_strchomp (text->str), ==, expected);
  for (guint i = 0; i < G_N_ELEMENTS (projects); i++)
    g_object_unref (projects[i]);
}

/* What a colleague's newer Branchline wrote is not lost on the way through an older one. */
static void
test_foreign (void)
{
  check_foreign ("a=1 x", "a=1 x", "a=2 b=3 x y", "a=2 b=3 <x/> <y/>", FALSE);
  check_foreign ("a=1 x", "a=2 b=3 x y", "a=1 x", "a=2 b=3 <x/> <y/>", FALSE);
  check_foreign ("a=1 x y", "a=1 y", "x y", "<y/>", FALSE); /* each took one away */
  check_foreign ("a=1", "a=1 c=1", "a=1 b=1", "a=1 b=1 c=1", FALSE);
  check_foreign ("a=1", "a=2", "a=3", "a=2", TRUE);
  check_foreign ("x", "x y", "x z", "<x/> <y/> <z/>", TRUE);
  check_foreign ("x", "x y", "x y", "<x/> <y/>", FALSE);
}

static void
test_different_projects (void)
{
  g_autoptr (BlProject) one = make_base (0), two = make_base (0);
  g_autoptr (GError) error = NULL;

  g_assert_null (bl_merge (one, one, two, &error));
  g_assert_nonnull (error);
}

static void
assert_has (BlProject *merged, BlProject *side, BlProject *other, BlProject *base, gboolean clashes)
{
  g_autoptr (GHashTable) index = bl_compare_index (BL_RECORD (side));
  GHashTableIter iter;
  gpointer id, record;

  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, &id, &record))
    {
      /* Where only one record fits, the other is told of in the clash. */
      if (clashes && g_strcmp0 (bl_record_get_place (record), "service") == 0)
        continue;
      if (bl_project_find (other, id) != NULL || bl_project_find (base, id) == NULL)
        g_assert_nonnull (bl_project_find (merged, id));
    }
}

/* Whatever two people do: without clashes it is the same whoever merges, no
 * record is dropped that one side added or both have, and what only one side
 * did is what comes out. */
static void
test_random (void)
{
  guint peaceful = 0;

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (BlProject) base = make_base (3), ours = NULL, theirs = NULL;
      g_autoptr (BlMerge) one = NULL, two = NULL, ours_only = NULL, theirs_only = NULL;
      g_autoptr (BlMerge) again_ours = NULL, again_theirs = NULL;
      guint edits = 1 + round % 4;

      for (guint i = 0; i < round % 3; i++)
        random_mark (base, i);
      bl_project_set_author (base, NULL);
      ours = copy_of (base);
      theirs = copy_of (base);
      for (guint i = 0; i < edits; i++)
        {
          bl_project_set_author (ours, g_test_rand_bit () ? "Jo Bell" : NULL);
          bl_project_set_author (theirs, g_test_rand_bit () ? "Sam Hall" : NULL);
          random_edit (ours, 1000 + i);
          random_edit (theirs, 2000 + i);
          if (g_test_rand_int_range (0, 8) == 0)
            random_mark (ours, 1000 + i);
          if (g_test_rand_int_range (0, 8) == 0)
            random_mark (theirs, 2000 + i);
        }
      one = merge (base, ours, theirs);
      two = merge (base, theirs, ours);
      g_assert_cmpuint (one->clashes->len == 0, ==, two->clashes->len == 0);
      if (one->clashes->len == 0)
        {
          peaceful++;
          assert_same_bytes (one->project, two->project);
        }
      assert_has (one->project, ours, theirs, base, one->clashes->len > 0);
      assert_has (one->project, theirs, ours, base, one->clashes->len > 0);
      again_ours = merge (ours, one->project, ours);
      again_theirs = merge (theirs, one->project, theirs);
      g_assert_cmpuint (again_ours->clashes->len + again_theirs->clashes->len, ==, 0);
      assert_same_bytes (again_ours->project, one->project);
      assert_same_bytes (again_theirs->project, one->project);
      if (one->clashes->len == 0)
        {
          /* Merging the merge with either side again, from where they parted, changes nothing. */
          g_autoptr (BlMerge) with_ours = merge (base, one->project, ours);
          g_autoptr (BlMerge) with_theirs = merge (base, one->project, theirs);

          g_assert_cmpuint (with_ours->clashes->len + with_theirs->clashes->len, ==, 0);
          assert_same_bytes (with_ours->project, one->project);
          assert_same_bytes (with_theirs->project, one->project);
        }
      ours_only = merge (base, ours, base);
      theirs_only = merge (base, base, theirs);
      g_assert_cmpuint (ours_only->clashes->len + theirs_only->clashes->len, ==, 0);
      assert_same_bytes (ours_only->project, ours);
      assert_same_bytes (theirs_only->project, theirs);
    }
  g_assert_cmpuint (peaceful, >, 20);
}

static void
check_order (const char *base, const char *ours, const char *theirs, const char *expected, gboolean clashes)
{
  g_auto (GStrv) a = g_strsplit (base, " ", -1), b = g_strsplit (ours, " ", -1), c = g_strsplit (theirs, " ", -1);
  g_autoptr (GPtrArray) x = g_ptr_array_new (), y = g_ptr_array_new (), z = g_ptr_array_new (), out = NULL;
  g_autofree char *text = NULL;
  gboolean clash;

  for (guint i = 0; a[i] != NULL; i++)
    g_ptr_array_add (x, a[i]);
  for (guint i = 0; b[i] != NULL; i++)
    g_ptr_array_add (y, b[i]);
  for (guint i = 0; c[i] != NULL; i++)
    g_ptr_array_add (z, c[i]);
  out = bl_merge_order (x, y, z, &clash);
  g_ptr_array_add (out, NULL);
  text = g_strjoinv (" ", (char **) out->pdata);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint (clash, ==, clashes);
}

static void
test_order (void)
{
  check_order ("a b c", "a b c", "c a b", "c a b", FALSE);
  check_order ("a b c", "c a b", "a b c", "c a b", FALSE);
  check_order ("a b c", "a x b c", "a b c y", "a x b c y", FALSE);
  check_order ("a b", "a z b", "a x y b", "a x y z b", FALSE);
  check_order ("a b", "m a b", "k a b", "k m a b", FALSE);
  check_order ("a b c", "b a c", "a c b", "b a c", TRUE);
  check_order ("a b c", "b a c", "b a c", "b a c", FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/words", test_words);
  g_test_add_func ("/compare/moved", test_moved);
  g_test_add_func ("/merge/no-clash", test_no_clash);
  g_test_add_func ("/merge/clash", test_clash);
  g_test_add_func ("/merge/removed-and-changed", test_removed_and_changed);
  g_test_add_func ("/merge/signatures", test_signatures);
  g_test_add_func ("/merge/foreign", test_foreign);
  g_test_add_func ("/merge/different-projects", test_different_projects);
  g_test_add_func ("/merge/random", test_random);
  g_test_add_func ("/merge/order", test_order);
  return g_test_run ();
}
