/* cli-run.c: runs the real branchline-cli and looks at what it says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli-run.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *program;
static char *folder;

void
cli_set_up (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (argc, >=, 2);
  program = argv[1];
  folder = g_dir_make_tmp ("branchline-cli-XXXXXX", &error);
  g_assert_no_error (error);
}

const char *
cli_program (void)
{
  return program;
}

void
cli_tear_down (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = cli_path (name);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_clear_pointer (&folder, g_free);
}

char *
cli_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

CliRun *
cli_run_words (const char *const *words)
{
  CliRun *run = g_new0 (CliRun, 1);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  gint status = 0;

  g_ptr_array_add (argv, (gpointer) program);
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) words[i]);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &run->out, &run->err, &status,
                &error);
  g_assert_no_error (error);
  g_autofree char *all = g_strjoinv (" ", (char **) words);

  if (!WIFEXITED (status))
    g_error ("%s died of signal %d: %s", all, WTERMSIG (status), run->err);
  run->exit = WEXITSTATUS (status);
  if (run->out[0] == '{')
    {
      g_autoptr (JsonParser) parser = json_parser_new ();

      json_parser_load_from_data (parser, run->out, -1, &error);
      g_assert_no_error (error);
      run->json = json_parser_steal_root (parser);
    }
  return run;
}

static GPtrArray *
gather (const char *first, va_list more)
{
  GPtrArray *words = g_ptr_array_new ();

  for (const char *word = first; word != NULL; word = va_arg (more, const char *))
    g_ptr_array_add (words, (gpointer) word);
  g_ptr_array_add (words, NULL);
  return words;
}

CliRun *
cli_run (const char *first, ...)
{
  g_autoptr (GPtrArray) words = NULL;
  va_list more;

  va_start (more, first);
  words = gather (first, more);
  va_end (more);
  return cli_run_words ((const char *const *) words->pdata);
}

CliRun *
cli_run_well (const char *first, ...)
{
  g_autoptr (GPtrArray) words = NULL;
  CliRun *run;
  va_list more;

  va_start (more, first);
  words = gather (first, more);
  va_end (more);
  run = cli_run_words ((const char *const *) words->pdata);
  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpint (run->exit, ==, 0);
  return run;
}

void
cli_run_badly (int exit, const char *expected, const char *first, ...)
{
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (CliRun) run = NULL;
  va_list more;

  va_start (more, first);
  words = gather (first, more);
  va_end (more);
  run = cli_run_words ((const char *const *) words->pdata);
  g_test_message ("%d: %s", run->exit, run->err);
  g_assert_cmpstr (run->out, ==, "");
  g_assert_cmpint (run->exit, ==, exit);
  g_assert_true (g_str_has_prefix (run->err, "branchline-cli: "));
  g_assert_nonnull (strstr (run->err, expected));
  /* One sentence, one line. */
  g_assert_true (strchr (run->err, '\n') == run->err + strlen (run->err) - 1);
}

void
cli_run_free (CliRun *run)
{
  g_free (run->out);
  g_free (run->err);
  g_clear_pointer (&run->json, json_node_unref);
  g_free (run);
}

JsonNode *
cli_at (CliRun *run, const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);
  JsonNode *node = run->json;

  g_assert_nonnull (node);
  for (guint i = 0; steps[i] != NULL; i++)
    {
      JsonNode *next = NULL;

      if (JSON_NODE_HOLDS_ARRAY (node))
        next = json_array_get_element (json_node_get_array (node), (guint) g_ascii_strtoull (steps[i], NULL, 10));
      else if (JSON_NODE_HOLDS_OBJECT (node))
        next = json_object_get_member (json_node_get_object (node), steps[i]);
      if (next == NULL)
        g_error ("nothing stands at “%s” of %s", path, run->out);
      node = next;
    }
  return node;
}

double
cli_number (CliRun *run, const char *path)
{
  JsonNode *node = cli_at (run, path);

  g_assert_true (JSON_NODE_HOLDS_VALUE (node));
  g_assert_true (json_node_get_value_type (node) == G_TYPE_INT64 || json_node_get_value_type (node) == G_TYPE_DOUBLE);
  return json_node_get_double (node);
}

const char *
cli_text (CliRun *run, const char *path)
{
  JsonNode *node = cli_at (run, path);

  g_assert_true (JSON_NODE_HOLDS_VALUE (node));
  g_assert_true (json_node_get_value_type (node) == G_TYPE_STRING);
  return json_node_get_string (node);
}

guint
cli_length (CliRun *run, const char *path)
{
  JsonNode *node = cli_at (run, path);

  g_assert_true (JSON_NODE_HOLDS_ARRAY (node));
  return json_array_get_length (json_node_get_array (node));
}

gboolean
cli_is_null (CliRun *run, const char *path)
{
  return JSON_NODE_HOLDS_NULL (cli_at (run, path));
}

GBytes *
cli_bytes (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize length = 0;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}
