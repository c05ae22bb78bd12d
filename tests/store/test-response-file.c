/* test-response-file.c: response files there and back, and broken ones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>

#include "errors.h"
#include "project.h"
#include "response-file.h"

static BlResponse *
make (void)
{
  BlResponse *response = bl_response_new ("response-aaaaaaaaaa");
  g_autoptr (BlRecord) rating = BL_RECORD (bl_rating_new (NULL));

  bl_record_set_text (BL_RECORD (response), "project", "project-aaaaaaaaaa");
  bl_record_set_text (BL_RECORD (response), "member", "member-aaaaaaaaaa");
  bl_record_set_text (BL_RECORD (response), "name", "Ann O’Neill / Dean");
  bl_record_set_text (BL_RECORD (response), "title", "Spring: first");
  bl_record_set_text (rating, "item", "access-reach");
  bl_record_set_text (rating, "level", "four-2");
  bl_record_set_text (rating, "reason", "Two buses, <one> & a walk.");
  bl_record_append (BL_RECORD (response), "ratings", rating);
  return response;
}

static void
test_round_trip (void)
{
  g_autofree char *folder = g_dir_make_tmp ("response-XXXXXX", NULL), *name = NULL, *path = NULL,
                  *first = NULL, *second = NULL;
  g_autoptr (BlResponse) response = make (), back = NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  name = bl_response_file_make_name (response);
  g_assert_cmpstr (name, ==, "Ann O’Neill   Dean, Spring  first.branchline-response");
  path = g_build_filename (folder, name, NULL);
  g_assert_true (bl_response_file_write (response, path, &error));
  g_assert_no_error (error);
  back = bl_response_file_read (path, faults, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_true (bl_record_equal (BL_RECORD (response), BL_RECORD (back)));
  g_assert_true (g_file_get_contents (path, &first, NULL, NULL));
  g_assert_true (bl_response_file_write (back, path, &error));
  g_assert_true (g_file_get_contents (path, &second, NULL, NULL));
  g_assert_cmpstr (first, ==, second);
  g_unlink (path);
  g_rmdir (folder);
}

/* @xml: NULL where there is no file. */
static void
try_file (const char *xml, const char *says, guint n_faults)
{
  g_autofree char *folder = g_dir_make_tmp ("response-XXXXXX", NULL),
                  *path = g_build_filename (folder, "a.branchline-response", NULL);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BlResponse) response = NULL;
  g_autoptr (GError) error = NULL;

  if (xml != NULL)
    g_assert_true (g_file_set_contents (path, xml, -1, NULL));
  response = bl_response_file_read (path, faults, &error);
  if (says != NULL)
    {
      g_assert_null (response);
      g_assert_nonnull (strstr (error->message, says));
    }
  else
    {
      g_assert_no_error (error);
      g_assert_cmpuint (faults->len, ==, n_faults);
    }
  g_unlink (path);
  g_rmdir (folder);
}

#define HEAD "<response xmlns=\"urn:branchline:project:1\" version=\"1.0\" id=\"response-aaaaaaaaaa\""

static void
test_broken (void)
{
  try_file (NULL, "a.branchline-response", 0);
  try_file ("", "the file is empty", 0);
  try_file ("Dear Ann, here they are.", "damaged or cut off", 0);
  try_file (HEAD " project=\"project-aaaaaaaaaa\" member=\"member-aaaaaaaaaa\"><ratings><rating", "damaged or cut off",
            0);
  try_file ("<project xmlns=\"urn:branchline:project:1\" version=\"1.0\" id=\"project-aaaaaaaaaa\"/>",
            "a.branchline-response", 0);
  try_file (HEAD "/>", "Ask for a new one.", 0);
  try_file ("<!DOCTYPE response [<!ENTITY a \"b\">]>" HEAD "/>", "no document type", 0);
  /* Altered by hand: what is wrong is left out and named, the rest is read. */
  try_file (HEAD " project=\"project-aaaaaaaaaa\" member=\"member-aaaaaaaaaa\" made=\"yesterday\"/>", NULL,
            1);
  try_file (HEAD " project=\"project-aaaaaaaaaa\" member=\"member-aaaaaaaaaa\"/>", NULL, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/response-file/round-trip", test_round_trip);
  g_test_add_func ("/response-file/broken", test_broken);
  return g_test_run ();
}
